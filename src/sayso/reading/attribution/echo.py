"""Denials that point back: "A accused B of X. B denied it" gives B a say on X, beside A's and not inside it."""

from collections.abc import Mapping, Sequence

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import AttributionMention, Parse

POINTERS = frozenset({"it", "this", "that", "them", "these", "those", "so"})
CLOSE = 2
"""How many sentences back a denial may point."""


def echoes(parse: Parse, attributions: Sequence[AttributionMention], lexicon: ReportingLexicon) -> Mapping[int, int]:
    """Index of each denial whose content only points back → index of the attribution that it is about."""
    found: dict[int, int] = {}
    for k, mention in enumerate(attributions):
        if mention.stance == "denies" and _points_back(parse, mention, lexicon):
            about = _about(parse, attributions, k)
            if about is not None:
                found[k] = about
    return found


def _points_back(parse: Parse, mention: AttributionMention, lexicon: ReportingLexicon) -> bool:
    if len(mention.content) != 1:
        return False
    first, last = mention.content[0]
    words = [word for word in parse.words[first:last] if word.pos not in ("DET", "ADJ", "PUNCT", "ADV")]
    if not words or len(words) > CLOSE:
        return False
    return words[0].lower in POINTERS or (len(words) == 1 and words[0].lemma in lexicon.nouns)


def _about(parse: Parse, attributions: Sequence[AttributionMention], k: int) -> int | None:
    """The nearest earlier attribution by somebody else that asserts something."""
    denial = attributions[k]
    start = denial.content[0][0]
    here = parse.sentence(start)
    best: int | None = None
    for j, other in enumerate(attributions):
        end = max(last for _, last in other.content)
        if other.stance != "asserts" or other.source == denial.source or end > start:
            continue
        there = parse.sentence(end - 1)
        if here.index - there.index > CLOSE or there.where != here.where:
            continue
        if best is None or end > max(last for _, last in attributions[best].content):
            best = j
    return best
