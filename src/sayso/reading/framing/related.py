"""Whether a headline and a text are on the same matter, by the words they share and how rare these are."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.reading.framing.wording import Term, Text

RELATED = 0.35
"""Relatedness from which a text is on the headline's matter; set on pairs of rumours and reports."""
_FULL_PAIRS = 3


def relatedness(wanted: Sequence[Term], text: Text) -> float:
    """0 to 1: a third each for how much of the headline the text has, above all early; for how much the text is about
    the headline's most telling word; and for what else ties them: the next such word, and words side by side."""
    rare = {term.stem: term for term in wanted if term.rarity}
    total = sum(term.rarity for term in rare.values())
    if not total:
        return 0.0
    anywhere = sum(term.rarity for term in rare.values() if term.keys & text.everything) / total
    early = sum(term.rarity for term in rare.values() if term.keys & text.lead) / total
    first, second = _most_telling(rare, text.salience)
    return ((anywhere + early) / 2 + first + (second + _pairs(wanted, text)) / 2) / 3


def _most_telling(rare: Mapping[str, Term], salience: Mapping[str, float]) -> tuple[float, float]:
    shares = sorted((salience.get(root, 0.0) * min(1.0, term.rarity) for root, term in rare.items()), reverse=True)
    first, second, *_ = (*shares, 0.0, 0.0)
    return first, second


def _pairs(wanted: Sequence[Term], text: Text) -> float:
    roots = [term.stem for term in wanted if term.rarity]
    return min(_FULL_PAIRS, sum(pair in text.pairs for pair in pairwise(roots))) / _FULL_PAIRS
