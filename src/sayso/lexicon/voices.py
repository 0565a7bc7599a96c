"""Vocabulary of sources: well-known names, kinds of source, and the words that report."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import entries
from sayso.lexicon.phrases import Phrases


class VoiceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One source (`kind: name`, `of` its class), one kind of source, or cues.

    `mouthpiece`: all of the class that speak for one state are one voice. `yes`: sentence to the id of the voice it
    cites; `no`: sentences that cite none.
    """

    id: str
    kind: Literal["name", "class", "cue"]
    words: tuple[str, ...]
    of: str = ""
    country: str | None = None
    mouthpiece: bool = False
    yes: dict[str, str] = {}
    no: tuple[str, ...] = ()


class VoiceLexicon:
    """Voice entries as phrases to look up: sources (names and classes together, the longest wins) and cues."""

    __slots__ = ("cues", "entries", "mouthpieces", "sources")

    def __init__(self, found: Sequence[VoiceEntry]) -> None:
        self.entries = tuple(found)
        self.sources = Phrases([entry for entry in found if entry.kind != "cue"])
        self.cues = Phrases([entry for entry in found if entry.kind == "cue"])
        self.mouthpieces = frozenset(entry.id for entry in found if entry.mouthpiece)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "VoiceLexicon":
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        return cls(entries("voices", VoiceEntry, extra))
