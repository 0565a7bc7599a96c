"""Vocabulary of headlines: words that say the same, opposites, words that refute or hedge."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import entries
from sayso.lexicon.stems import stem

Kind = Literal["same", "opposite", "refute", "negate", "hedge", "ought", "light"]


class HeadlineEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that do one thing. `against`: for opposites, the other side."""

    id: str
    kind: Kind
    words: tuple[str, ...]
    against: tuple[str, ...] = ()


class HeadlineLexicon:
    """Sets of stems: `same` maps a stem to its groups, `opposites` a stem to the stems that gainsay it."""

    __slots__ = ("entries", "hedge", "light", "negate", "opposites", "ought", "refute", "same")

    def __init__(self, found: Sequence[HeadlineEntry]) -> None:
        self.entries = tuple(found)
        self.refute = _stems(found, "refute")
        self.negate = _stems(found, "negate")
        self.hedge = _stems(found, "hedge")
        self.ought = _stems(found, "ought")
        self.light = _stems(found, "light")
        same: dict[str, set[str]] = {}
        opposites: dict[str, set[str]] = {}
        for entry in found:
            words, against = {stem(word) for word in entry.words}, {stem(word) for word in entry.against}
            for word in words if entry.kind == "same" else ():
                same.setdefault(word, set()).add(f"={entry.id}")
            for one, other in ((words, against), (against, words)) if entry.kind == "opposite" else ():
                for word in one:
                    opposites.setdefault(word, set()).update(other)
        self.same: Mapping[str, frozenset[str]] = {word: frozenset(groups) for word, groups in same.items()}
        self.opposites: Mapping[str, frozenset[str]] = {word: frozenset(of) for word, of in opposites.items()}

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "HeadlineLexicon":
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        return cls(entries("headlines", HeadlineEntry, extra))


def _stems(found: Sequence[HeadlineEntry], kind: Kind) -> frozenset[str]:
    return frozenset(stem(word) for entry in found if entry.kind == kind for word in entry.words)
