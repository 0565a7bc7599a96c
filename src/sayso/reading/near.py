"""What stands near a word: things of a document by the sentences they touch, so that none looks through them all.

A document of a hundred thousand words has thousands of events and thousands of attributions, places and times.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from sayso.model.flow import AttributionMention, Parse, Sentence, TokenRange


class Placed(Protocol):
    """Anything that begins at a word."""

    @property
    def first(self) -> int:
        """Index of its first word."""
        ...


T = TypeVar("T", bound=Placed)


class Near:
    """Numbered token ranges by the sentences that they touch."""

    def __init__(self, parse: Parse, numbered: Iterable[tuple[int, Iterable[TokenRange]]]) -> None:
        self._parse = parse
        self._by_sentence: dict[int, list[int]] = {}
        for k, parts in numbered:
            for sentence in sorted({index for part in parts for index in _sentences(parse, part)}):
                self._by_sentence.setdefault(sentence, []).append(k)

    def at(self, i: int) -> Sequence[int]:
        """The numbers, in the order given, of those with a range in the sentence of word `i`."""
        return self.of(self._parse.words[i].sentence)

    def of(self, sentence: int) -> Sequence[int]:
        """The numbers, in the order given, of those with a range in the sentence of that index."""
        return self._by_sentence.get(sentence, ())

    def over(self, first: int, last: int) -> list[int]:
        """The numbers, ascending, of those with a range in a sentence of words `[first, last)`."""
        return sorted({k for sentence in _sentences(self._parse, (first, last)) for k in self.of(sentence)})


def contents(parse: Parse, attributions: Sequence[AttributionMention]) -> Near:
    """The indexes of `attributions` by the sentences of their contents."""
    return Near(parse, ((k, found.content) for k, found in enumerate(attributions)))


def inside(sentence: Sentence, found: Sequence[T]) -> Sequence[T]:
    """Those of `found`, which are in text order, that begin in the sentence."""
    start = bisect_left(found, sentence.first, key=attrgetter("first"))
    return found[start : bisect_left(found, sentence.last, lo=start, key=attrgetter("first"))]


def before(i: int, found: Sequence[T]) -> Sequence[T]:
    """The last of `found`, which are in text order, that begins before word `i`, if any."""
    stop = bisect_left(found, i, key=attrgetter("first"))
    return found[max(0, stop - 1) : stop]


def _sentences(parse: Parse, part: TokenRange) -> range:
    first, last = part
    return range(parse.words[first].sentence, parse.words[last - 1].sentence + 1) if first < last else range(0)
