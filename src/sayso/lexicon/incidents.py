"""Vocabulary of incidents: means, kinds of places hit, and the words around a place's name."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import entries
from sayso.lexicon.phrases import Phrases

Kind = Literal["means", "site", "small", "large", "place-before", "name-part", "settlement"]


class IncidentEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept. `also`: for vague words ("strikes"), the ids of all that they may stand for.

    `yes`: sentences in which its words are found; `no`: sentences in which they are not.
    """

    id: str
    kind: Kind
    words: tuple[str, ...]
    also: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class IncidentLexicon:
    """Incident entries by kind, each as phrases to look up."""

    __slots__ = ("entries", "large", "means", "name_parts", "place_before", "settlement", "sites", "small")

    def __init__(self, found: Sequence[IncidentEntry]) -> None:
        self.entries = tuple(found)
        self.means = _of("means", found)
        self.sites = _of("site", found)
        self.settlement = _of("settlement", found)
        self.small = _of("small", found)
        self.large = _of("large", found)
        self.name_parts = _of("name-part", found)
        self.place_before = _of("place-before", found)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "IncidentLexicon":
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        return cls(entries("incidents", IncidentEntry, extra))


def _of(kind: Kind, found: Sequence[IncidentEntry]) -> Phrases[IncidentEntry]:
    return Phrases([entry for entry in found if entry.kind == kind])
