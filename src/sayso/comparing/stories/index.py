"""The stories that are still live: the sums of their articles, and which of them have a term."""

import heapq
from collections.abc import Mapping

_BUDGET = 500  # entries looked at for one article, heaviest terms first; then the best so far are worked out exactly
_EXACT = 8
_MAX_TERMS = 400
_TRIMMED = 250


class Live:
    """A live story: `total` is the sum of the vectors of its `count` articles, copies left out.

    `day`: of its first article; `touched`: the day of the stream when something last joined it. `prints`: the numbers
    under which its articles' prints are kept.
    """

    __slots__ = ("count", "day", "id", "prints", "total", "touched")

    def __init__(self, id: str, day: int | None) -> None:  # noqa: A002 - what it is
        self.id = id
        self.day = day
        self.touched = 0
        self.total: dict[str, float] = {}
        self.count = 0
        self.prints: list[int] = []


class Index:
    """Live stories by id, longest untouched first, with an inverted index over their terms."""

    def __init__(self) -> None:
        self._live: dict[str, Live] = {}
        self._having: dict[str, dict[str, float]] = {}

    def __len__(self) -> int:
        return len(self._live)

    def get(self, key: str) -> Live | None:
        """The live story of an id."""
        return self._live.get(key)

    def oldest(self) -> Live | None:
        """The live story that has waited longest for an article."""
        return next(iter(self._live.values()), None)

    def touch(self, story: Live, today: int) -> None:
        """Take a story in, or move it to the end of the queue."""
        story.touched = today
        self._live.pop(story.id, None)
        self._live[story.id] = story

    def add(self, story: Live, vector: Mapping[str, float]) -> None:
        """Count one more article to a story."""
        total, having = story.total, self._having
        for term, value in vector.items():
            total[term] = weight = total.get(term, 0.0) + value
            others = having.get(term)
            if others is None:
                having[term] = {story.id: weight}
            else:
                others[story.id] = weight
        story.count += 1
        if len(total) > _MAX_TERMS:
            self._trim(story)

    def drop(self, story: Live) -> None:
        """Forget a story."""
        del self._live[story.id]
        for term in story.total:
            self._leave(term, story.id)

    def near(self, vector: Mapping[str, float]) -> list[tuple[Live, float]]:
        """Stories that share terms with an article, each with the mean cosine of its articles to it.

        `vector`: of length 1, heaviest terms first. Where too many stories share its terms, of those that share the
        heaviest only the best few are given.
        """
        found: dict[str, float] = {}
        left = _BUDGET
        for term, value in vector.items():
            having = self._having.get(term)
            if having is None:
                continue
            left -= len(having)
            if left < 0:
                found = self._settled(found, vector)
                break
            for key, weight in having.items():
                found[key] = found.get(key, 0.0) + value * weight
        live = self._live
        return [(live[key], product / live[key].count) for key, product in found.items()]

    def _settled(self, found: Mapping[str, float], vector: Mapping[str, float]) -> dict[str, float]:
        """The best by the terms seen so far, with their products over all terms."""
        best = heapq.nsmallest(_EXACT, ((-product / self._live[key].count, key) for key, product in found.items()))
        return {key: self._product(key, vector) for _, key in best}

    def _product(self, key: str, vector: Mapping[str, float]) -> float:
        total = self._live[key].total
        return sum(value * total.get(term, 0.0) for term, value in vector.items())

    def _trim(self, story: Live) -> None:
        """Forget the lightest terms of a big story."""
        ranked = sorted(story.total.items(), key=lambda one: (-one[1], one[0]))
        for term, _ in ranked[_TRIMMED:]:
            self._leave(term, story.id)
        story.total = dict(ranked[:_TRIMMED])

    def _leave(self, term: str, key: str) -> None:
        having = self._having[term]
        del having[key]
        if not having:
            del self._having[term]
