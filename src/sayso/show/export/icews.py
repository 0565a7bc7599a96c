"""ICEWS-like rows: the columns of the ICEWS event files, in their order."""

import msgspec

from sayso.model.record import Party
from sayso.show.export.book import Book
from sayso.show.export.dyads import Dyad

HEADER = {
    "event_id": "Event ID", "event_date": "Event Date", "source_name": "Source Name",
    "source_sectors": "Source Sectors", "source_country": "Source Country", "event_text": "Event Text",
    "cameo_code": "CAMEO Code", "intensity": "Intensity", "target_name": "Target Name",
    "target_sectors": "Target Sectors", "target_country": "Target Country", "story_id": "Story ID",
    "sentence_number": "Sentence Number", "publisher": "Publisher", "city": "City", "district": "District",
    "province": "Province", "country": "Country", "latitude": "Latitude", "longitude": "Longitude",
}  # fmt: skip


class Row(msgspec.Struct, frozen=True, kw_only=True, rename=HEADER):
    """One event. `intensity` is the Goldstein value. `sentence_number`, `district`, `province` are always empty."""

    event_id: str
    event_date: str
    source_name: str
    source_sectors: str
    source_country: str
    event_text: str
    cameo_code: str
    intensity: float | None
    target_name: str
    target_sectors: str
    target_country: str
    story_id: str
    sentence_number: None = None
    publisher: str
    city: str
    district: None = None
    province: None = None
    country: str
    latitude: float | None
    longitude: float | None


def row(dyad: Dyad, book: Book) -> Row:
    """The row of a pair."""
    event, place, document = dyad.claim.event, dyad.claim.place, dyad.document
    country = book.codes.name(place.country) if place else ""
    return Row(
        event_id=dyad.id, event_date=dyad.day,
        source_name=_name(dyad.source), source_sectors=_sectors(dyad.source, book),
        source_country=book.country(dyad.source),
        event_text=book.event(event.cameo), cameo_code=event.cameo or "", intensity=event.goldstein,
        target_name=_name(dyad.target), target_sectors=_sectors(dyad.target, book),
        target_country=book.country(dyad.target),
        story_id=document.id, publisher=document.source or "",
        city=place.name if place and place.name != country else "", country=country,
        latitude=place.lat if place else None, longitude=place.lon if place else None,
    )  # fmt: skip


def _name(party: Party | None) -> str:
    return party.name if party else ""


def _sectors(party: Party | None, book: Book) -> str:
    return ",".join(book.sectors(party))
