"""A record or a comparison → the rows of the tables. Nothing here touches a database."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from sayso.comparing.stories import Placed
from sayso.model.comparison import ComparedEvent, Comparison
from sayso.model.ids import stable_id
from sayso.model.record import Attribution, Claim, Record
from sayso.model.span import Span, Where
from sayso.model.story import Story

Value = str | int | float | None


class Row(NamedTuple):
    """One row of a table, its values in the order of the table's columns."""

    table: str
    values: tuple[Value, ...]


def of_record(record: Record, position: int) -> Iterator[Row]:
    """All rows of one record, parents before their children."""
    about, found = record.document, record.document.id
    check = record.framing.headline
    yield Row("documents", (
        found, position, about.title, about.source, about.author, about.url, about.published, about.published_basis,
        about.published_why, about.language, about.genre, about.genre_score, check.outcome if check else None,
        check.why if check else None, about.text,
    ))  # fmt: skip
    yield Row("records", (found, msgspec.json.encode(record).decode()))
    for k, section in enumerate(about.sections):
        yield Row("sections", (found, k, section.kind, section.start, section.end))
    yield from _actors(record)
    for attribution in record.attributions:
        yield from _attribution(record, attribution)
    for claim in record.claims:
        yield from _claim(record, claim)
    yield from _rest(record)


def _actors(record: Record) -> Iterator[Row]:
    found = record.document.id
    for actor in record.actors:
        yield Row("actors", (found, actor.id, actor.name, actor.code, actor.country, actor.kind, actor.wikidata))
        for k, span in enumerate(actor.mentions):
            yield Row("mentions", (found, actor.id, k, *_span(span)))


def _attribution(record: Record, attribution: Attribution) -> Iterator[Row]:
    found, speaker = record.document.id, attribution.speaker
    content = " ... ".join(filter(None, (_words(record, part, attribution.where) for part in attribution.content)))
    yield Row("attributions", (
        found, attribution.id, speaker.name, speaker.text, speaker.code, speaker.country, speaker.actor_id,
        speaker.kind,
        attribution.mode, attribution.stance, attribution.within, attribution.rule, attribution.where or "text",
        content or None,
    ))  # fmt: skip
    roles = (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content))
    for role, ranges in roles:
        for k, (start, end) in enumerate(ranges):
            words = _words(record, (start, end), attribution.where)
            yield Row("attribution_ranges", (found, attribution.id, role, k, start, end, words))


def _words(record: Record, part: tuple[int, int], where: Where | None) -> str | None:
    text = record.document.title if where == "title" else record.document.text
    return None if text is None else text[part[0] : part[1]]


def _claim(record: Record, claim: Claim) -> Iterator[Row]:
    found, event, time, place = record.document.id, claim.event, claim.time, claim.place
    yield Row("claims", (
        found, claim.id, event.plover, event.mode, event.cameo, event.quad, event.goldstein,
        "; ".join(party.name for party in claim.actors), "; ".join(party.name for party in claim.recipients),
        event.trigger.text, event.trigger.start, event.trigger.end, event.trigger.where or "text",
        int(event.reciprocal),
        claim.status, holder(record, claim), claim.certainty, claim.value,
        time.start, time.end, time.precision, time.basis,
        place.name if place else None, place.country if place else None,
        place.lat if place else None, place.lon if place else None,
        claim.scenario, claim.section, claim.confidence, claim.made.by, claim.made.rule, claim.made.version,
    ))  # fmt: skip
    for role, parties in (("actor", claim.actors), ("recipient", claim.recipients)):
        for k, party in enumerate(parties):
            who = (party.actor_id, party.name, party.code, party.country)
            yield Row("claim_parties", (found, claim.id, role, k, *who, *_span(party.span)))
    for k, attribution in enumerate(claim.attribution):
        yield Row("claim_chain", (found, claim.id, k, attribution))
    for k, source in enumerate(claim.by_source):
        yield Row("claim_by_source", (found, claim.id, k, source.attribution, source.certainty, source.value))
    for role, spans in _evidence(claim):
        for k, span in enumerate(spans):
            yield Row("evidence", (found, claim.id, role, k, *_span(span)))


def holder(record: Record, claim: Claim) -> str:
    """The name of who says it: the innermost speaker of the chain, or `narrator`."""
    if not claim.attribution:
        return "narrator"
    innermost = claim.attribution[-1]
    return next((a.speaker.name for a in record.attributions if a.id == innermost), innermost)


def _evidence(claim: Claim) -> tuple[tuple[str, Sequence[Span]], ...]:
    return (
        ("evidence", claim.evidence),
        ("condition", claim.conditions),
        ("time", (claim.time.span,) if claim.time.span else ()),
        ("place", (claim.place.span,) if claim.place else ()),
    )


def _rest(record: Record) -> Iterator[Row]:
    found = record.document.id
    for k, time in enumerate(record.times):
        stretch = (time.start, time.end, time.where or "text", time.text)
        kept = (time.type, time.value, time.from_, time.to, time.basis, time.precision)
        yield Row("times", (found, k, *stretch, *kept))
    for scenario in record.scenarios:
        yield Row("scenarios", (found, scenario.id, scenario.set, scenario.holder, *_span(scenario.statement)))
        for k, span in enumerate(scenario.conditions):
            yield Row("scenario_conditions", (found, scenario.id, k, *_span(span)))
    yield from _framing(record)
    for k, note in enumerate(record.notes):
        start, end = (note.span.start, note.span.end) if note.span else (None, None)
        yield Row("notes", (found, k, note.code, note.message, start, end))


def _framing(record: Record) -> Iterator[Row]:
    found, told = record.document.id, record.framing
    for k, name in enumerate(told.names):
        yield Row("names", (found, k, name.actor_id, name.label, name.by, name.connotation, *_span(name.span)))
    for k, one in enumerate(told.sentences):
        stretch = (one.start, one.end, one.where or "text")
        yield Row("sentences", (found, k, *stretch, one.subjective, one.slanted, one.why))
    for k, words in enumerate(told.loaded):
        yield Row("loaded", (found, k, *_span(words.span), words.technique, words.score, words.by))
    for k, side in enumerate(told.towards):
        kept = (side.actor_id, side.polarity, side.score, side.role, side.by)
        yield Row("towards", (found, k, *kept, *_span(side.span)))
    for k, room in enumerate(told.shares):
        part = (room.words, room.quoted, room.of_words, room.of_quoted)
        yield Row("shares", (found, k, room.by, room.actor_id, room.country, *part))


def _span(span: Span) -> tuple[int, int, str, str]:
    return span.start, span.end, span.where or "text", span.text


def comparison_id(comparison: Comparison) -> str:
    """A comparison is known by the documents it compares, in any order."""
    return stable_id("comparison", *sorted(document.id for document in comparison.documents))


def of_comparison(comparison: Comparison) -> Iterator[Row]:
    """All rows of one comparison, parents before their children."""
    key = comparison_id(comparison)
    yield Row("comparisons", (key, msgspec.json.encode(comparison).decode()))
    for k, event in enumerate(comparison.events):
        yield _event(key, k, event)
        for account in event.accounts:
            for claim in account.claims:
                yield Row("event_claims", (key, event.id, account.document, claim))


def _event(key: str, position: int, event: ComparedEvent) -> Row:
    return Row("events", (
        key, event.id, position, event.label, event.plover, event.cameo, event.goldstein, "; ".join(event.actors),
        "; ".join(event.recipients), event.time.start, event.time.end, event.time.precision,
        event.place.name if event.place else None, event.relation, len(event.accounts), len(event.origins),
    ))  # fmt: skip


def of_stories(stories: Sequence[Story], placed: Sequence[Placed]) -> Iterator[Row]:
    """All rows of a grouping, each story before its members."""
    alike = {one.document: one.alike for one in placed}
    for k, story in enumerate(stories):
        yield Row("stories", (
            story.id, k, story.title, story.start, story.end, len(story.articles), story.originals,
            len(story.sources),
        ))  # fmt: skip
        for n, article in enumerate(story.articles):
            yield Row("story_members", (
                story.id, article.document, n, article.copy_of, alike[article.document]
            ))  # fmt: skip
