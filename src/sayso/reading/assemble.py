"""A parse and its lexicons → the record: every stage once, in the order in which each needs the others."""

from collections.abc import Sequence

import msgspec

from sayso.lexicon.bundle import Lexicon
from sayso.model.document import DateBasis, Document, Note, Section
from sayso.model.flow import ActorTable, AttributionMention, FoundPlace, FoundTime, Parse, ScenarioMention
from sayso.model.ids import stable_id
from sayso.model.record import (
    Attribution,
    Claim,
    DocumentInfo,
    Framing,
    Record,
    Scenario,
    TimeExpression,
)
from sayso.reading import actors, attribution, certainty, events, genre, place, scenarios, sections, time
from sayso.reading.chains import Facts, holds
from sayso.reading.claims import claims
from sayso.reading.framing import headline, loaded, names, sentences, shares, telling, towards
from sayso.reading.learned import Reading, Tagger, opinion

NARRATOR = "narrator"
CLAIMS_A_SENTENCE = 3
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"})
FULL_STOPS = frozenset({".", "!", "?", "…", "?!", "!?", "..."})


class Dated(msgspec.Struct, frozen=True):
    """When a document is from, how that is known and why, and its time expressions read with it."""

    published: str | None
    basis: DateBasis
    why: str | None
    after: str | None
    times: tuple[FoundTime, ...]


def assemble(
    parse: Parse,
    parts: Sequence[Section],
    lexicon: Lexicon,
    statements: bool = False,
    tagger: Tagger | None = None,
) -> Record:
    """The record of a parsed document. An empty parse gives a record without claims, and a note.

    With a `tagger`, the encoder has a say where the rules end; without one they stand alone.
    """
    document = parse.document
    reading = None if tagger is None else tagger.read(parse)
    places = place.find(parse, lexicon.gazetteer)
    dated = date(parse, parts, places, lexicon)
    table = actors.find(parse, lexicon.actors, dated.published, lexicon.gazetteer.country)
    ruled = said = attribution.find(parse, lexicon.reporting)
    if reading is not None:
        said = opinion.attributions(reading, ruled, lexicon.reporting)
    unlikely = opinion.left_out(ruled, said)
    said = (*said, *attribution.repeats(parse, said))
    records = attribution.to_record(parse, said, table, lexicon.reporting)
    sketched = scenarios.find(parse, lexicon.certainty)
    facts = Facts(
        parse=parse,
        table=table,
        attributions=said,
        records=records,
        echoes=attribution.echoes(parse, said, lexicon.reporting),
        narrated=_narrated(said, lexicon),
        sequels=attribution.sequels(parse, said, lexicon.reporting),
        untrue=attribution.untrue(parse, lexicon.reporting),
        culprits=attribution.culprits(parse, lexicon.reporting),
        times=dated.times,
        places=places,
        scenarios=sketched,
        scenario_ids=tuple(_scenario_id(parse, one) for one in sketched),
        published=dated.published,
    )
    found = events.find(parse, lexicon.events, table, statements=statements)
    heads = [event.head for event in found]
    spoken = {event.head for event in found if event.plover in SPOKEN}
    agreed = {event.head for event in found if event.plover == "AGREE"}
    judged = certainty.judge(parse, lexicon.certainty, said, heads, spoken, agreed)
    if reading is not None:
        judged = opinion.certainties(reading, heads, judged)
    verdict = genre.judge(document, parts, parse, lexicon.furniture)
    told, crowded = _surest(parse, claims(facts, found, judged, lexicon.ontology))
    return Record(
        document=_info(document, parts, dated, verdict, lexicon),
        actors=table.actors,
        attributions=records,
        claims=told,
        times=tuple(_time(parse, one) for one in dated.times),
        scenarios=tuple(_scenarios(facts)),
        framing=_framing(parse, table, said, records, lexicon, reading),
        notes=(*_notes(parse), *crowded, *unlikely),
    )


def date(parse: Parse, parts: Sequence[Section], places: Sequence[FoundPlace], lexicon: Lexicon) -> Dated:
    """The publication date as given, else as the text lets one infer it, and the times read with it."""
    document = parse.document
    times = time.find(parse, lexicon.times, document.published)
    if document.published is not None:
        return Dated(document.published, document.published_basis, None, None, times)
    dating = time.publication(parse, times, lexicon.times, parts, places)
    if dating.published is not None:
        times = time.find(parse, lexicon.times, dating.published)
    return Dated(dating.published, dating.basis, dating.why, dating.after, times)


def _info(
    document: Document, parts: Sequence[Section], dated: Dated, verdict: genre.GenreVerdict, lexicon: Lexicon
) -> DocumentInfo:
    described = sections.describe(document, parts, lexicon.furniture)
    return DocumentInfo(
        id=document.id,
        text=document.text,
        title=described.title,
        source=described.source,
        author=described.author,
        url=document.url,
        published=dated.published,
        published_basis=dated.basis,
        published_why=dated.why,
        published_after=dated.after,
        language=document.language,
        sections=tuple(parts),
        genre=verdict.genre,
        genre_score=round(verdict.score, 3),
        genre_why=genre.why(verdict),
    )


def _narrated(said: Sequence[AttributionMention], lexicon: Lexicon) -> frozenset[int]:
    return frozenset(k for k, mention in enumerate(said) if lexicon.reporting.narrated(mention.rule))


def _time(parse: Parse, found: FoundTime) -> TimeExpression:
    span = parse.span(found.first, found.last)
    return TimeExpression(
        start=span.start, end=span.end, text=span.text, type=found.type, value=found.value, from_=found.from_,
        to=found.to, basis=found.basis, precision=found.precision, where=span.where,
    )  # fmt: skip


def _surest(parse: Parse, found: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Note, ...]]:
    """The claims, at most three a sentence of the document: beyond that, a bare list of acts is more likely misread
    than told. The least sure are left out, and a note says so."""
    room = CLAIMS_A_SENTENCE * max(1, sum(_ends(parse, k) for k in range(len(parse.sentences))))
    if len(found) <= room:
        return tuple(found), ()
    surest = sorted(range(len(found)), key=lambda k: (-found[k].confidence, k))[:room]
    note = Note(
        "crowded",
        f"{len(found)} events were found, more than {CLAIMS_A_SENTENCE} a sentence; the surest {room} are kept",
    )
    return tuple(found[k] for k in sorted(surest)), (note,)


def _ends(parse: Parse, k: int) -> bool:
    """Whether sentence `k` is one by its full stop or its paragraph's end: the parser also splits long ones."""
    sentence, last = parse.sentences[k], k + 1 == len(parse.sentences)
    closing = parse.words[max(sentence.first, sentence.last - 2) : sentence.last]
    return last or parse.sentences[k + 1].block != sentence.block or any(w.text in FULL_STOPS for w in closing)


def _scenario_id(parse: Parse, found: ScenarioMention) -> str:
    span = parse.span(*found.statement)
    return stable_id("scenario", parse.document.id, span.where or "text", span.start, span.end)


def _scenarios(facts: Facts) -> list[Scenario]:
    document = facts.parse.document
    return [
        Scenario(
            id=scenario_id,
            statement=facts.parse.span(*found.statement),
            conditions=tuple(facts.parse.span(*part) for part in found.conditions),
            holder=_holder(facts, found),
            set=stable_id("set", document.id, found.set),
        )
        for found, scenario_id in zip(facts.scenarios, facts.scenario_ids, strict=True)
    ]


def _holder(facts: Facts, scenario: ScenarioMention) -> str:
    first = scenario.statement[0]
    for found, record in zip(facts.attributions, facts.records, strict=True):
        if holds(found.content, first):
            return record.speaker.name
    return facts.parse.document.author or NARRATOR


def _framing(
    parse: Parse,
    table: ActorTable,
    said: Sequence[AttributionMention],
    records: Sequence[Attribution],
    lexicon: Lexicon,
    reading: Reading | None,
) -> Framing:
    told = telling.listen(parse, said, lexicon.loaded)
    scored = sentences.sentences(parse, told, lexicon.loaded, reading)
    return Framing(
        names=names.names(parse, table, records, lexicon.framing),
        sentences=scored,
        loaded=loaded.loaded(parse, told, records, scored),
        towards=towards.towards(parse, table, said, told.holders, records, lexicon.polarity, reading),
        shares=shares.shares(parse, told.holders, records),
        headline=headline.check(parse, table, said, lexicon.headlines),
    )


def _notes(parse: Parse) -> tuple[Note, ...]:
    if parse.words or parse.document.notes:
        return parse.document.notes
    return (Note("empty", "there is no text to read in it"),)
