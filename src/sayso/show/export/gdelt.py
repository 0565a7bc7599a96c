"""GDELT-like rows: the 61 columns of the GDELT 2.0 event table, in their order."""

import msgspec

from sayso.model.record import Party, Place
from sayso.show.export.book import Book
from sayso.show.export.dyads import Dyad

COUNTRY, US_CITY, WORLD_CITY = 1, 3, 4


class Actor(msgspec.Struct, frozen=True):
    """The ten columns of an actor, headed `Actor1...` and `Actor2...`. `ethnic` is always empty."""

    code: str = msgspec.field(name="Code")
    name: str = msgspec.field(name="Name")
    country: str = msgspec.field(name="CountryCode")
    group: str = msgspec.field(name="KnownGroupCode")
    ethnic: None = msgspec.field(name="EthnicCode")
    religion1: str = msgspec.field(name="Religion1Code")
    religion2: str = msgspec.field(name="Religion2Code")
    type1: str = msgspec.field(name="Type1Code")
    type2: str = msgspec.field(name="Type2Code")
    type3: str = msgspec.field(name="Type3Code")


class Geo(msgspec.Struct, frozen=True):
    """The eight columns of a place. `country` is FIPS 10-4, as in GDELT; `adm1`, `adm2`, `feature` always empty."""

    kind: int | None = msgspec.field(name="Type", default=None)
    name: str = msgspec.field(name="FullName", default="")
    country: str = msgspec.field(name="CountryCode", default="")
    adm1: None = msgspec.field(name="ADM1Code", default=None)
    adm2: None = msgspec.field(name="ADM2Code", default=None)
    lat: float | None = msgspec.field(name="Lat", default=None)
    lon: float | None = msgspec.field(name="Long", default=None)
    feature: None = msgspec.field(name="FeatureID", default=None)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One event in one document, so mentions, sources and articles are 1 each. `tone`, `geo1`, `geo2` are empty."""

    id: str = msgspec.field(name="GLOBALEVENTID")
    date: str = msgspec.field(name="SQLDATE")
    month: str = msgspec.field(name="MonthYear")
    year: str = msgspec.field(name="Year")
    fraction: float | None = msgspec.field(name="FractionDate")
    actor1: Actor = msgspec.field(name="Actor1")
    actor2: Actor = msgspec.field(name="Actor2")
    root: int = msgspec.field(name="IsRootEvent")
    code: str = msgspec.field(name="EventCode")
    base_code: str = msgspec.field(name="EventBaseCode")
    root_code: str = msgspec.field(name="EventRootCode")
    quad: int | None = msgspec.field(name="QuadClass")
    goldstein: float | None = msgspec.field(name="GoldsteinScale")
    mentions: int = msgspec.field(name="NumMentions", default=1)
    sources: int = msgspec.field(name="NumSources", default=1)
    articles: int = msgspec.field(name="NumArticles", default=1)
    tone: None = msgspec.field(name="AvgTone", default=None)
    geo1: Geo = msgspec.field(name="Actor1Geo_", default=Geo())
    geo2: Geo = msgspec.field(name="Actor2Geo_", default=Geo())
    action: Geo = msgspec.field(name="ActionGeo_")
    added: str = msgspec.field(name="DATEADDED")
    url: str = msgspec.field(name="SOURCEURL")


def row(dyad: Dyad, book: Book) -> Row:
    """The row of a pair."""
    event, day = dyad.claim.event, dyad.day.replace("-", "")
    code = event.cameo or ""
    return Row(
        id=dyad.id, date=day, month=day[:6], year=day[:4], fraction=_fraction(day),
        actor1=_actor(dyad.source, book), actor2=_actor(dyad.target, book), root=int(_in_lead(dyad)),
        code=code, base_code=code[:3], root_code=code[:2], quad=event.quad, goldstein=event.goldstein,
        action=_geo(dyad.claim.place, book), added=dyad.published.replace("-", ""), url=dyad.document.url or "",
    )  # fmt: skip


def _actor(party: Party | None, book: Book) -> Actor:
    if party is None:
        return Actor("", "", "", "", None, "", "", "", "", "")
    parts = book.parts(party)
    religion = (*(s.code for s in parts.of("religion")), "", "")
    kinds = (*(s.code for s in parts.sectors if s.sort != "religion"), "", "", "")
    return Actor(
        party.code or "", party.name.upper(), parts.country or "", parts.group, None,
        religion[0], religion[1], kinds[0], kinds[1], kinds[2],
    )  # fmt: skip


def _geo(place: Place | None, book: Book) -> Geo:
    if place is None:
        return Geo()
    name = book.codes.name(place.country)
    if place.name == name:
        return Geo(COUNTRY, name, book.codes.fips(place.country), None, None, place.lat, place.lon)
    kind = US_CITY if place.country == "USA" else WORLD_CITY
    full = ", ".join(filter(None, (place.name, name)))
    return Geo(kind, full, book.codes.fips(place.country), None, None, place.lat, place.lon)


def _fraction(day: str) -> float | None:
    """The year with the part of it that has passed, as GDELT counts: months of 30 days in a year of 365."""
    if not day:
        return None
    return round(int(day[:4]) + min((int(day[4:6]) * 30 + int(day[6:8])) / 365, 0.9999), 4)


def _in_lead(dyad: Dyad) -> bool:
    """Whether the event stands in the headline or in the first paragraph of the body."""
    if dyad.claim.section in ("headline", "deck"):
        return True
    body = next((part for part in dyad.document.sections if part.kind == "body"), None)
    if body is None or dyad.document.text is None:
        return False
    end = dyad.document.text.find("\n", body.start)
    return dyad.claim.evidence[0].start < (end if end >= 0 else body.end)
