"""Attributions of the record: spans, ids, and the speaker resolved to an actor."""

from collections.abc import Sequence

import msgspec

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import ActorTable, AttributionMention, Parse, TokenRange, Word
from sayso.model.ids import stable_id
from sayso.model.record import Attribution, Party, Speaker
from sayso.model.span import Where
from sayso.reading import actors
from sayso.reading.attribution import grammar, pronouns

NARRATOR = "narrator"
ANONYMOUS = "anonymous"
MOST_NAMES = 4
BACK = 2
"""How many sentences and attributions back a pronoun is followed."""
POINTING = frozenset({"he", "she", "it", "they"})
PAPERS = frozenset({"statement", "communique", "communiqué", "declaration"})
SOME = frozenset({
    "one", "two", "three", "four", "five", "six", "some", "several", "many", "few", "other", "another", "a", "an",
})  # fmt: skip
BODIES = frozenset({"GPE", "ORG", "NORP"})


def to_record(
    parse: Parse, mentions: Sequence[AttributionMention], table: ActorTable, lexicon: ReportingLexicon
) -> tuple[Attribution, ...]:
    """The record of each mention, in the same order; `within` becomes the outer attribution's id.

    `lexicon` tells nameless sources ("a senior official") from named ones.
    """
    ids = [_id(parse, mention) for mention in mentions]
    speakers = _followed(parse, mentions, [speaker(parse, mention, table, lexicon) for mention in mentions])
    speakers = [_by_subject(parse, m, speakers[k], table, lexicon) for k, m in enumerate(mentions)]
    speakers = [pronouns.not_of_itself(parse, m, speakers[k], table, lexicon) for k, m in enumerate(mentions)]
    return tuple(_attribution(parse, m, speakers[k], ids[k], ids) for k, m in enumerate(mentions))


def _attribution(
    parse: Parse,
    mention: AttributionMention,
    who: Speaker,
    own: str,
    ids: Sequence[str],
) -> Attribution:
    where = _where(parse, mention)
    return Attribution(
        id=own,
        source=_offsets(parse, mention.source, where),
        cue=_offsets(parse, mention.cue, where),
        content=_offsets(parse, mention.content, where),
        speaker=who,
        mode=mention.mode,
        stance=mention.stance,
        within=None if mention.within is None else ids[mention.within],
        rule=mention.rule,
        where=where,
    )


def _where(parse: Parse, mention: AttributionMention) -> Where | None:
    return parse.sentence(mention.content[0][0]).where


def _id(parse: Parse, mention: AttributionMention) -> str:
    where = _where(parse, mention)
    spans = [_offsets(parse, ranges, where) for ranges in (mention.source, mention.cue, mention.content)]
    return stable_id("att", parse.document.id, where or "text", *spans)


def _offsets(parse: Parse, ranges: Sequence[TokenRange], where: Where | None) -> tuple[tuple[int, int], ...]:
    """Where the pieces stand in the text that the content stands in: a record's attribution is of one text.

    The source of a quotation in the title may stand in the body: it names the speaker and gives no span.
    """
    spans = [parse.span(first, last) for first, last in ranges]
    return tuple((span.start, span.end) for span in spans if span.where == where)


def _followed(parse: Parse, mentions: Sequence[AttributionMention], speakers: Sequence[Speaker]) -> Sequence[Speaker]:
    """The speakers, those that are a bare pronoun nobody was found for taken for whoever spoke before, if it fits."""
    found = list(speakers)
    for k, mention in enumerate(mentions):
        if mention.source_head is None or found[k].actor_id is not None or not _points(parse, mention, found[k]):
            continue
        pronoun = parse.words[mention.source_head]
        for j in _before(mentions, k, pronoun.i):
            head = mentions[j].source_head
            if head is None or pronoun.sentence - parse.words[head].sentence > BACK:
                continue
            if (
                found[j].kind != NARRATOR
                and _may_be(parse.words[head], pronoun)
                and found[j].name.lower() not in POINTING
            ):
                found[k] = msgspec.structs.replace(found[j], text=found[k].text)
                break
    return found


def _points(parse: Parse, mention: AttributionMention, who: Speaker) -> bool:
    """Whether the words of a speaker stand for one named before: a pronoun, "the statement"."""
    if who.name.lower() in POINTING:
        return True
    head = mention.source_head
    if head is None or parse.words[head].lower not in PAPERS:
        return False
    return not any(parse.words[c].dep in ("poss", "compound", "prep") for c in parse.children[head])


def _before(mentions: Sequence[AttributionMention], k: int, i: int) -> Sequence[int]:
    """The mentions near `k` whose source stands before word `i`, the last first."""
    near = [(head, j) for j in range(max(0, k - 1 - BACK), min(len(mentions), k + 2 + BACK))
            if j != k and (head := mentions[j].source_head) is not None and head < i]  # fmt: skip
    return [j for _, j in sorted(near, reverse=True)[:BACK]]


def _by_subject(
    parse: Parse, mention: AttributionMention, who: Speaker, table: ActorTable, lexicon: ReportingLexicon
) -> Speaker:
    """ "A spokesman played it down. Arms will flow, he said": a pronoun for the one the sentence before is about."""
    head = mention.source_head
    if head is None or who.actor_id is not None or who.name.lower() not in ("he", "she"):
        return who
    here = parse.sentence(head)
    before = parse.sentences[here.index - 1] if here.index else None
    if before is None or before.block != here.block or before.where != here.where:
        return who
    root = next((w.i for w in parse.words[before.first : before.last] if w.head == w.i), before.first)
    subject = grammar.child(parse, root, "nsubj")
    if subject is None or parse.words[subject].lemma not in lexicon.speakers or parse.words[subject].tag == "NNS":
        return who
    party = actors.party(parse, table, subject)
    name = parse.text(*grammar.noun_phrase(parse, subject, root))
    return Speaker(name=name, text=who.text, code=party.code, country=party.country, kind="anonymous")


def _may_be(noun: Word, pronoun: Word) -> bool:
    """Whether a pronoun may stand for a noun, by number and by whether it is a person's."""
    if pronoun.lower in PAPERS:
        return noun.ent in BODIES
    plural = noun.tag in ("NNS", "NNPS")
    if pronoun.lower == "they":
        return plural or noun.ent in BODIES
    if pronoun.lower == "it":
        return not plural and noun.ent != "PERSON" and noun.pos != "PRON"
    return not plural and noun.ent not in BODIES


def speaker(parse: Parse, mention: AttributionMention, table: ActorTable, lexicon: ReportingLexicon) -> Speaker:
    """Who says it. A nameless source keeps its words as its name, with the code and country of whom it belongs to."""
    text = parse.text(*mention.source[0]) if mention.source else ""
    if text.lower() in grammar.RELATIVE and mention.source_head is not None:
        text = parse.text(*grammar.noun_phrase(parse, mention.source_head, mention.source[0][0]))
    if mention.kind == NARRATOR:
        return Speaker(name=NARRATOR, text=text, kind="narrator")
    if mention.source_head is None:
        return Speaker(name=text or ANONYMOUS, text=text, kind="anonymous")
    party: Party = actors.party(parse, table, mention.source_head)
    if mention.kind == ANONYMOUS and (_indefinite(text) or not _has_name(party, lexicon)):
        return Speaker(name=text, text=text, code=party.code, country=party.country, kind="anonymous")
    name = _joint_name(parse, mention, table) or party.name or text
    return Speaker(
        name=name, text=text, code=party.code, country=party.country, actor_id=party.actor_id,
        kind="named",
    )  # fmt: skip


def _indefinite(text: str) -> bool:
    """ "Two officers", "several officials": they speak for themselves, not for the body that they are from."""
    return text.partition(" ")[0].lower() in SOME


def _joint_name(parse: Parse, mention: AttributionMention, table: ActorTable) -> str:
    """ "Mali and Burkina Faso" where several named actors speak as one; code and country stay the first one's."""
    head, (first, last) = mention.source_head, mention.source[0] if mention.source else (0, 0)
    names: list[str] = []
    while head is not None and first <= head < last and len(names) < MOST_NAMES:
        party = actors.party(parse, table, head)
        if party.actor_id is None or party.name in names:
            break
        names.append(party.name)
        head = next(grammar.children(parse, head, ("conj",)), None)
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else ""


def _has_name(party: Party, lexicon: ReportingLexicon) -> bool:
    """Whether a role or pronoun was resolved to somebody with a name ("the spokeswoman" to Maria Zakharova)."""
    last = party.name.lower().rpartition(" ")[2]
    return party.actor_id is not None and not {last, last.removesuffix("s")} & lexicon.anonymous
