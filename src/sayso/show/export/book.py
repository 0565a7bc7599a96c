"""What the tables need besides the record: the names of codes, sectors and countries."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.lexicon.codes import CodeBook, Parts
from sayso.lexicon.ontology import DEFAULT_MAPPING, Ontology
from sayso.model.record import Party


class Book(msgspec.Struct, frozen=True):
    """Names of event codes (`events`) and of the parts of actor codes (`codes`)."""

    events: Ontology
    codes: CodeBook

    @classmethod
    def load(cls, extra: Sequence[Path] = (), mapping: str = DEFAULT_MAPPING) -> "Book":
        """The packaged names and those of `extra` files. Raises LexiconError."""
        return cls(Ontology.load(mapping, extra), CodeBook.load(extra))

    def parts(self, party: Party | None) -> Parts:
        """What a party's code says; its country also where the code has none."""
        parts = self.codes.parts(party.code if party else None)
        if party is None or parts.country or not party.country:
            return parts
        return msgspec.structs.replace(parts, country=party.country)

    def country(self, party: Party | None) -> str:
        """The name of a party's country, or ""."""
        return self.codes.name(self.parts(party).country)

    def sectors(self, party: Party | None) -> tuple[str, ...]:
        """The names of a party's sectors, in the order of its code."""
        return tuple(sector.name for sector in self.parts(party).sectors)

    def event(self, cameo: str | None) -> str:
        """The name of a CAMEO code, with a capital."""
        return (self.events.name(cameo or "") or "").capitalize()
