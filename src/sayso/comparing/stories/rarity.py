"""How rare a term is in the stream by now, old articles counting less and less."""

import math
from collections.abc import Iterable

from sayso.lexicon.commonness import Commonness

_SENTENCES = 20  # of an article: the packaged table counts sentences, the stream counts articles
_MAX_TERMS = 200_000
_MAX_SCALE = 1e9


class Rarity:
    """Article counts of terms with a half-life, starting from what is known of news in general.

    An article of today counts `scale`, which doubles with every half-life; so nothing old has to be touched.
    `prior`: how many articles the packaged table stands for.
    """

    def __init__(self, common: Commonness, *, prior: float, half_life: float) -> None:
        self._common = common
        self._prior = prior
        self._half_life = half_life
        self._scale = 1.0
        self._articles = prior
        self._counts: dict[str, float] = {}

    def advance(self, days: float) -> None:
        """Let so many days pass."""
        self._scale *= 2.0 ** min(days / self._half_life, 64.0)
        if self._scale > _MAX_SCALE:
            self._rescale()

    def weigh(self, terms: Iterable[str]) -> dict[str, float]:
        """Count one more article of today; for each of its terms the log of "one in so many articles has it"."""
        counts, scale, log = self._counts, self._scale, math.log
        self._articles += scale
        top, half = log(self._articles + scale), scale / 2.0
        found: dict[str, float] = {}
        for term in terms:
            count = counts.get(term)
            if count is None:
                count = self._expected(term) * scale
            counts[term] = count = count + scale
            found[term] = top - log(count + half)
        if len(counts) > _MAX_TERMS:
            self._forget()
        return found

    def _expected(self, term: str) -> float:
        """Articles of the prior that have the term, if they are news like any other."""
        of_sentences = math.exp(-2.0 - 6.0 * self._common.rarity(term))
        return self._prior * (1.0 - (1.0 - of_sentences) ** _SENTENCES)

    def _rescale(self) -> None:
        scale, self._scale = self._scale, 1.0
        self._articles /= scale
        self._counts = {term: count / scale for term, count in self._counts.items() if count / scale > 0.01}

    def _forget(self) -> None:
        """Keep the commoner half of the terms: what has been seen once long ago says nothing."""
        kept = sorted(self._counts.items(), key=lambda one: (-one[1], one[0]))[: _MAX_TERMS // 2]
        self._counts = dict(kept)
