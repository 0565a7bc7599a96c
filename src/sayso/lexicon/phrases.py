"""Phrases of entries, found among words at a position by longest match."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Worded(Protocol):
    """Anything with phrases to look for."""

    @property
    def words(self) -> tuple[str, ...]:
        """The phrases, words parted by blanks."""


Entry = TypeVar("Entry", bound=Worded)


class Phrases(Generic[Entry]):
    """Phrases of one to a few words, found at a position by longest match."""

    __slots__ = ("_by_phrase", "_firsts", "_lasts", "_longest")

    def __init__(self, found: Sequence[Entry]) -> None:
        self._by_phrase: dict[tuple[str, ...], Entry] = {
            tuple(words.lower().split()): entry for entry in found for words in entry.words
        }
        self._firsts = frozenset(phrase[0] for phrase in self._by_phrase)
        self._lasts = frozenset(phrase[-1] for phrase in self._by_phrase)
        self._longest = max((len(phrase) for phrase in self._by_phrase), default=0)

    def at(self, words: Sequence[str], i: int) -> tuple[Entry, int] | None:
        """The entry of the longest phrase that starts at word `i`, and the index after it."""
        if i >= len(words) or words[i] not in self._firsts:
            return None
        for length in range(min(self._longest, len(words) - i), 0, -1):
            entry = self._by_phrase.get(tuple(words[i : i + length]))
            if entry:
                return entry, i + length
        return None

    def before(self, words: Sequence[str], i: int) -> tuple[Entry, int] | None:
        """The entry of the longest phrase that ends before word `i`, and the index where it starts."""
        if i < 1 or words[i - 1] not in self._lasts:
            return None
        for length in range(min(self._longest, i), 0, -1):
            entry = self._by_phrase.get(tuple(words[i - length : i]))
            if entry:
                return entry, i - length
        return None

    def all(self, words: Sequence[str]) -> list[Entry]:
        """The entries of all phrases among the words, in order; longest first where they overlap."""
        found: list[Entry] = []
        i = 0
        while i < len(words):
            hit = self.at(words, i)
            if hit:
                found.append(hit[0])
            i = hit[1] if hit else i + 1
        return found
