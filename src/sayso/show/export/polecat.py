"""POLECAT-like rows: the columns of the POLECAT event files, in their order."""

import msgspec

from sayso.model.record import Party
from sayso.show.export.book import Book
from sayso.show.export.dyads import Dyad

HEADER = {
    "event_id": "Event ID", "event_date": "Event Date", "event_type": "Event Type", "event_mode": "Event Mode",
    "intensity": "Intensity", "quad_code": "Quad Code", "contexts": "Contexts",
    "actor_name": "Actor Name", "actor_country": "Actor Country", "actor_cow": "Actor COW",
    "primary_actor_sector": "Primary Actor Sector", "actor_sectors": "Actor Sectors", "actor_title": "Actor Title",
    "actor_name_raw": "Actor Name Raw", "wikipedia_actor_id": "Wikipedia Actor ID",
    "recipient_name": "Recipient Name", "recipient_country": "Recipient Country", "recipient_cow": "Recipient COW",
    "primary_recipient_sector": "Primary Recipient Sector", "recipient_sectors": "Recipient Sectors",
    "recipient_title": "Recipient Title", "recipient_name_raw": "Recipient Name Raw",
    "wikipedia_recipient_id": "Wikipedia Recipient ID", "placename": "Placename", "city": "City",
    "district": "District", "province": "Province", "country": "Country", "latitude": "Latitude",
    "longitude": "Longitude", "geonames_id": "GeoNames ID", "raw_placename": "Raw Placename",
    "feature_type": "Feature Type", "source": "Source", "publication_date": "Publication Date",
    "story_people": "Story People", "story_organizations": "Story Organizations",
    "story_locations": "Story Locations", "language": "Language", "version": "Version", "headline": "Headline",
}  # fmt: skip
QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")


class Row(msgspec.Struct, frozen=True, kw_only=True, rename=HEADER):
    """One event. `intensity` is the Goldstein value. Columns typed None are always empty."""

    event_id: str
    event_date: str
    event_type: str
    event_mode: str
    intensity: float | None
    quad_code: str
    contexts: None = None
    actor_name: str
    actor_country: str
    actor_cow: None = None
    primary_actor_sector: str
    actor_sectors: str
    actor_title: None = None
    actor_name_raw: str
    wikipedia_actor_id: None = None
    recipient_name: str
    recipient_country: str
    recipient_cow: None = None
    primary_recipient_sector: str
    recipient_sectors: str
    recipient_title: None = None
    recipient_name_raw: str
    wikipedia_recipient_id: None = None
    placename: str
    city: str
    district: None = None
    province: None = None
    country: str
    latitude: float | None
    longitude: float | None
    geonames_id: None = None
    raw_placename: str
    feature_type: None = None
    source: str
    publication_date: str
    story_people: None = None
    story_organizations: None = None
    story_locations: None = None
    language: str
    version: str
    headline: str


def row(dyad: Dyad, book: Book) -> Row:
    """The row of a pair."""
    event, place, document = dyad.claim.event, dyad.claim.place, dyad.document
    actor, recipient = book.sectors(dyad.source), book.sectors(dyad.target)
    country = book.codes.name(place.country) if place else ""
    return Row(
        event_id=dyad.id, event_date=dyad.day, event_type=event.plover or "", event_mode=event.mode or "",
        intensity=event.goldstein, quad_code=QUADS[event.quad - 1] if event.quad else "",
        actor_name=_name(dyad.source), actor_country=book.country(dyad.source),
        primary_actor_sector=actor[0] if actor else "", actor_sectors=";".join(actor),
        actor_name_raw=_raw(dyad.source),
        recipient_name=_name(dyad.target), recipient_country=book.country(dyad.target),
        primary_recipient_sector=recipient[0] if recipient else "", recipient_sectors=";".join(recipient),
        recipient_name_raw=_raw(dyad.target),
        placename=place.name if place else "", city=place.name if place and place.name != country else "",
        country=country, latitude=place.lat if place else None, longitude=place.lon if place else None,
        raw_placename=place.span.text if place else "",
        source=document.source or "", publication_date=dyad.published, language=document.language or "",
        version=f"sayso-{dyad.claim.made.version}", headline=document.title or "",
    )  # fmt: skip


def _name(party: Party | None) -> str:
    return party.name if party else ""


def _raw(party: Party | None) -> str:
    return party.span.text if party else ""
