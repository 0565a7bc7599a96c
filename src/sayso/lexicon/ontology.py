"""CAMEO and PLOVER: what each code means, how it maps, and how friendly or hostile it is."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from sayso.lexicon.files import LexiconError, entries, own_files

DEFAULT_MAPPING = "plover"
Value = TypeVar("Value")


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One CAMEO code. `quad`: 1 verbal cooperation, 2 material cooperation, 3 verbal, 4 material conflict."""

    code: str
    name: str
    quad: int
    goldstein: float | None = None


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From CAMEO prefixes to PLOVER types and modes. A type of "" is no type."""

    name: str
    types: dict[str, str]
    modes: dict[str, str]


class Composition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an outer act becomes, by the prefix of the inner event's CAMEO code."""

    name: str
    codes: dict[str, str]


class Ontology:
    """CAMEO codes with a chosen mapping to PLOVER. Every lookup falls back to the longest known prefix."""

    __slots__ = ("_codes", "_compositions", "mapping")

    def __init__(self, codes: Sequence[Code], mapping: Mapping, compositions: Sequence[Composition]) -> None:
        self._codes = {code.code: code for code in codes}
        self._compositions = {table.name: table.codes for table in compositions}
        self.mapping = mapping

    @classmethod
    def load(cls, mapping: str = DEFAULT_MAPPING, extra: Sequence[Path] = ()) -> "Ontology":
        """Sayso's ontology and that of `extra` files. Raises LexiconError for a mapping nobody defined."""
        files = (*own_files("ontology"), *extra)
        mappings = {found.name: found for found in entries("mappings", Mapping, files)}
        if mapping not in mappings:
            raise LexiconError(f"no mapping {mapping!r}; there are: {', '.join(sorted(mappings))}")
        compositions = entries("compositions", Composition, files)
        return cls(entries("ontology", Code, extra), mappings[mapping], compositions)

    @property
    def codes(self) -> tuple[Code, ...]:
        """All CAMEO codes, in order."""
        return tuple(self._codes[code] for code in sorted(self._codes))

    def name(self, cameo: str) -> str | None:
        """The code's name, or its nearest parent's; None for no CAMEO code."""
        found = _longest(self._codes, cameo)
        return found.name if found else None

    def plover(self, cameo: str) -> str | None:
        """The PLOVER type, or None: CAMEO 01 has none."""
        return _longest(self.mapping.types, cameo) or None

    def mode(self, cameo: str) -> str | None:
        """The PLOVER mode, where the code says one."""
        return _longest(self.mapping.modes, cameo) or None

    def quad(self, cameo: str) -> int | None:
        """The quad class, 1 to 4."""
        found = _longest(self._codes, cameo)
        return found.quad if found else None

    def goldstein(self, cameo: str) -> float | None:
        """The Goldstein value, -10 to 10, of the code or of its nearest parent that has one."""
        for end in range(len(cameo), 1, -1):
            found = self._codes.get(cameo[:end])
            if found and found.goldstein is not None:
                return found.goldstein
        return None

    def composes(self, outer: str) -> bool:
        """Whether there is a table of compositions `outer`."""
        return outer in self._compositions

    def compose(self, outer: str, inner: str) -> str | None:
        """The code of the outer act `outer` about an inner event; "" for no event, None where the table is silent."""
        return _longest(self._compositions.get(outer, {}), inner)


def _longest(table: dict[str, Value], code: str) -> Value | None:
    for end in range(len(code), 0, -1):
        found = table.get(code[:end])
        if found is not None:
            return found
    return None
