"""Vocabulary of counts: what is counted (killed, wounded ...), how exactly, of whom and over what."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import entries
from sayso.lexicon.phrases import Phrases
from sayso.model.comparison import Bound

Kind = Literal[
    "toll", "bound", "amount", "unit", "group", "not-people", "scope", "rising", "subset", "link", "no-count-after",
    "preliminary", "era", "reached",
]  # fmt: skip


class NumberEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept. `low`/`high`: what an amount such as "dozens" stands for. `label`: a scope's name.

    `yes`: sentence to the toll it must give, as `WHAT BOUND LOW-HIGH`. `no`: sentences without such a toll.
    A `not-people` entry with `high: 1` lists words that rule a number out when they stand before it.
    """

    id: str
    kind: Kind
    words: tuple[str, ...]
    low: int | None = None
    high: int | None = None
    bound: Bound = "="
    label: str = ""
    yes: dict[str, str] = {}
    no: tuple[str, ...] = ()


class NumberLexicon:
    """Number entries by kind, each as phrases to look up."""

    __slots__ = ("entries", "kinds", "not_after", "not_before")

    def __init__(self, found: Sequence[NumberEntry]) -> None:
        self.entries = tuple(found)
        kinds: dict[str, list[NumberEntry]] = {}
        for entry in found:
            kinds.setdefault(entry.kind, []).append(entry)
        self.kinds: Mapping[str, Phrases[NumberEntry]] = {kind: Phrases(kinds.get(kind, [])) for kind in Kind.__args__}  # type: ignore[attr-defined]
        apart = kinds.get("not-people", [])
        self.not_after = Phrases([entry for entry in apart if not entry.high])
        self.not_before = Phrases([entry for entry in apart if entry.high])

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "NumberLexicon":
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        return cls(entries("numbers", NumberEntry, extra))
