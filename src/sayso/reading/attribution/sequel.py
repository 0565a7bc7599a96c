"""Sentences that go on with what somebody has been said to say, without a cue of their own.

"The rebels came at night, the elder said. They had burned the mill first." The past perfect, or a "would" without a
condition, marks the second sentence as his: the narrator's own account would be in the plain past. So does what follows
on a denial: "The ministry rejected the charge. Its men had never entered the village."
"""

from collections.abc import Mapping, Sequence

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import AttributionMention, Parse, Sentence, TokenRange
from sayso.reading.attribution import grammar

LONGEST = 3
"""How many sentences one may go on for."""
HELD = frozenset({"believe"})
SHIFTED = frozenset({"would", "might"})
IF = frozenset({"if", "unless", "until"})
UNLESS = frozenset({"if", "unless", "until", "by", "when", "after", "before", "since", "already"})
"""Words by which a past perfect has its own point in the past, as in any narrator's account."""


def sequels(
    parse: Parse, attributions: Sequence[AttributionMention], lexicon: ReportingLexicon
) -> Mapping[int, tuple[TokenRange, ...]]:
    """Index of an attribution → the sentences after it that go on with its content."""
    touched = {
        parse.words[i].sentence
        for mention in attributions
        for part in (*mention.content, *mention.cue)
        for i in (part[0], part[1] - 1)
    }
    found: dict[int, tuple[TokenRange, ...]] = {}
    for k, mention in enumerate(attributions):
        if _speaks(parse, mention, lexicon):
            parts = _after(parse, mention, touched)
            if parts:
                found[k] = parts
    return found


def _speaks(parse: Parse, mention: AttributionMention, lexicon: ReportingLexicon) -> bool:
    """Whether it is the main clause of its sentence, in the past, and reports what somebody said."""
    cue = mention.cue_head
    if cue is None or mention.mode == "direct" or mention.within is not None or not mention.source:
        return False
    entry, _, frame = mention.rule.partition(":")
    told = mention.stance == "asserts" and frame == "clause" and (lexicon.nested(mention.rule) or entry in HELD)
    if not told and not (mention.stance == "denies" and frame in ("object", "message", "clause")):
        return False
    word = parse.words[cue]
    return word.tag == "VBD" and (word.head == cue or word.dep == "parataxis")


def _after(parse: Parse, mention: AttributionMention, touched: set[int]) -> tuple[TokenRange, ...]:
    here = parse.sentence(max(last for _, last in mention.content) - 1)
    parts: list[TokenRange] = []
    for k in range(here.index + 1, min(len(parse.sentences), here.index + 1 + LONGEST)):
        sentence = parse.sentences[k]
        if sentence.block != here.block or sentence.where != here.where or k in touched:
            break
        if not _shifted(parse, sentence):
            break
        parts.append((sentence.first, sentence.last))
    return tuple(parts)


def _shifted(parse: Parse, sentence: Sentence) -> bool:
    """Whether the main verb is in the past perfect or has a "would", with nothing that would call for either."""
    root = next((w for w in parse.words[sentence.first : sentence.last] if w.head == w.i), None)
    if root is None or parse.words[sentence.last - 1].text == "?":
        return False
    below = {parse.words[c].lower for c in grammar.children(parse, root.i, ("aux",))}
    perfect = "had" in below and root.tag == "VBN"
    if not perfect and (below.isdisjoint(SHIFTED) or root.tag != "VB"):
        return False
    stops = UNLESS if perfect else IF
    return not any(w.lower in stops for w in parse.words[sentence.first : sentence.last])
