"""The pass over the stream: each document to its story as it comes, by what is still live."""

import datetime as dt
import heapq
import math
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sayso.comparing.copies import Copies, Print, print_of, words_of
from sayso.comparing.stories.index import Index, Live
from sayso.comparing.stories.rarity import Rarity
from sayso.comparing.stories.settings import Settings
from sayso.comparing.stories.terms import terms
from sayso.lexicon.commonness import Commonness
from sayso.model.document import Document
from sayso.model.ids import stable_id

Vector = dict[str, float]
_TITLE_WORDS = 40
_OTHERS = 3
_MANY = 64
_WORTH = (0.0, *(1.0 + math.log(count) for count in range(1, _MANY + 1)))
"""What using a term so many times is worth."""


class Placed(msgspec.Struct, frozen=True):
    """Where a document went. `copy_of`: the earlier document whose text it has.

    `alike`: how near it stood to its story; 1 for a copy and for what was settled by hand, 0 for the first of a story.
    """

    document: str
    story: str
    copy_of: str | None = None
    alike: float = 0.0


class _Original(msgspec.Struct, frozen=True):
    """An article whose copies are looked for."""

    document: str
    day: int | None
    story: Live


class Grouper:
    """Online story grouping: `place` each document once, in the order of the stream.

    What it holds is bounded by `Settings`, not by how many documents have passed. A document without a day is taken
    to be of the stream's latest. `decided`: document id → story id, settled by hand beforehand.
    """

    def __init__(
        self, common: Commonness, settings: Settings | None = None, decided: Mapping[str, str] | None = None
    ) -> None:
        self.settings = settings or Settings()
        self._decided = decided or {}
        self._rarity = Rarity(common, prior=self.settings.prior, half_life=self.settings.half_life)
        self._index = Index()
        self._copies = Copies()
        self._originals: dict[int, _Original] = {}
        self._printed = 0
        self._today: int | None = None

    def __len__(self) -> int:
        """How many stories are live."""
        return len(self._index)

    def place(self, document: Document) -> Placed:
        """The story of the next document: one that is live, or a new one named after the document."""
        day = _day(document.published)
        self._advance(day)
        text = words_of(document.text, self.settings.words)
        found = print_of(text)
        wanted = self._decided.get(document.id)
        original = self._original(found, day) if found else None
        if original and wanted in (None, original.story.id):
            self._touch(original.story)
            return Placed(document.id, original.story.id, original.document, 1.0)
        vector = self._vector(words_of(document.title or "", _TITLE_WORDS), text)
        story, alike = self._settled(document.id, day, wanted) or self._nearest(document.id, day, vector)
        self._index.add(story, vector)
        if found and not original:
            self._keep(_Original(document.id, day, story), found)
        self._touch(story)
        return Placed(document.id, story.id, None, alike)

    def _original(self, found: Print, day: int | None) -> _Original | None:
        """The article that this one is a copy of; the same words weeks later are not copied, they come back."""
        numbered = (self._originals[number] for number in self._copies.originals(found))
        return next((one for one in numbered if _gap(one.day, day) <= self.settings.cold_days), None)

    def _vector(self, title: list[str], text: list[str]) -> Vector:
        """The heaviest terms of an article, together of length 1, heaviest first."""
        used = terms(title, text, self.settings)
        rare = self._rarity.weigh(used)
        ranked = [(_WORTH[count if count < _MANY else _MANY] * rare[term], term) for term, count in used.items()]
        ranked.sort(reverse=True)
        heaviest = [one for one in ranked[: self.settings.max_terms] if one[0] > 0.0]
        length = math.sqrt(sum(value * value for value, _ in heaviest))
        return {term: value / length for value, term in heaviest}

    def _settled(self, document: str, day: int | None, wanted: str | None) -> tuple[Live, float] | None:
        """The story settled by hand, or the one that this very document began."""
        if wanted is not None:
            return self._index.get(wanted) or self._new(wanted, day), 1.0
        own = self._index.get(_story_id(document))
        return (own, 1.0) if own else None

    def _nearest(self, document: str, day: int | None, vector: Vector) -> tuple[Live, float]:
        """The story that stands out among those near an article, or a new one."""
        near = self._index.near(vector)
        best: Live | None = None
        most, its_cosine = -math.inf, 0.0
        for story, cosine in near:
            if cosine < most:
                continue
            score = cosine - self.settings.day_cost * _gap(story.day, day)
            if score > most or (score == most and best is not None and story.id < best.id):
                best, most, its_cosine = story, score, cosine
        alike = most - _background([cosine for _, cosine in near], its_cosine)
        if best is not None and alike > self.settings.alike:
            return best, alike
        return self._new(_story_id(document), day), 0.0

    def _new(self, key: str, day: int | None) -> Live:
        return Live(key, self._today if day is None else day)

    def _touch(self, story: Live) -> None:
        self._index.touch(story, self._today or 0)
        while len(self._index) > self.settings.max_live:
            self._forget_oldest()

    def _keep(self, original: _Original, found: Print) -> None:
        """Keep an article's print, for copies to be found."""
        self._printed += 1
        self._copies.add(self._printed, found)
        self._originals[self._printed] = original
        prints = original.story.prints
        prints.append(self._printed)
        if len(prints) > self.settings.max_prints:
            self._forget_print(prints.pop(0))

    def _advance(self, day: int | None) -> None:
        """Let the stream's day be `day`, if that is later, and forget what has gone cold."""
        if day is None or (self._today is not None and day <= self._today):
            return
        if self._today is not None:
            self._rarity.advance(day - self._today)
        self._today = day
        while (story := self._index.oldest()) and day - story.touched > self.settings.cold_days:
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        if story := self._index.oldest():
            self._index.drop(story)
            for number in story.prints:
                self._forget_print(number)

    def _forget_print(self, number: int) -> None:
        self._copies.drop(number)
        del self._originals[number]


def place(
    documents: Iterable[Document], common: Commonness, settings: Settings | None = None,
    decided: Mapping[str, str] | None = None,
) -> Iterator[Placed]:  # fmt: skip
    """Each document's story, one after the other, as they come."""
    grouper = Grouper(common, settings, decided)
    return (grouper.place(document) for document in documents)


def _background(cosines: list[float], best: float) -> float:
    """How near an article stands to what it is not about: to the nearest stories but the best and the one next to it.

    In a field that many stories tell of, all are near. The one next to the best may be a part of the same story.
    """
    nearest = heapq.nlargest(_OTHERS + 2, cosines)
    if best in nearest:
        nearest.remove(best)
    return sum(nearest[1 : _OTHERS + 1]) / _OTHERS


def _story_id(first: str) -> str:
    return stable_id("story", first)


def _gap(a: int | None, b: int | None) -> int:
    return abs(a - b) if a is not None and b is not None else 0


def _day(published: str | None) -> int | None:
    """The day of an ISO date; None where only the month or the year is known."""
    if published is None or len(published) < len("YYYY-MM-DD"):
        return None
    return dt.date.fromisoformat(published[:10]).toordinal()
