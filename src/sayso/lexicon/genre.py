"""Signs of a document's genre as data: words and phrases of voice, rubrics and parts of addresses."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self

import msgspec

from sayso.lexicon.files import entries
from sayso.model.record import Genre

Cue = Literal[
    "first-person", "appeal", "prescription", "evaluation", "attribution", "analysis", "statement", "label"
]  # fmt: skip

KIND = "genre"


class GenreEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sign: `words` (lemmas), `phrases` (forms, lower case), or `labels` that name a `genre` outright."""

    id: str
    cue: Cue
    genre: Genre = "unknown"
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class GenreLexicon:
    """All signs, indexed by word. Immutable after loading."""

    def __init__(self, found: Sequence[GenreEntry]) -> None:
        self.entries = tuple(found)
        self.words: Mapping[str, Cue] = MappingProxyType({word: entry.cue for entry in found for word in entry.words})
        self.labels: Mapping[str, Genre] = MappingProxyType(
            {label.casefold(): entry.genre for entry in found for label in entry.labels}
        )
        phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for entry in found:
            for phrase in entry.phrases:
                parts = tuple(phrase.split())
                phrases.setdefault(parts[0], []).append((parts, entry.cue))
        self._phrases = phrases

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Self:
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        return cls(entries(KIND, GenreEntry, extra))

    def phrase(self, first: str, following: Sequence[str]) -> Cue | None:
        """The cue of a phrase that begins with the word `first` and goes on with `following`, or None."""
        for parts, cue in self._phrases.get(first, ()):
            if tuple(following[: len(parts) - 1]) == parts[1:]:
                return cue
        return None

    def starts_phrase(self, first: str) -> bool:
        """Whether any phrase begins with this word."""
        return first in self._phrases
