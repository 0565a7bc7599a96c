"""PLOVER events as JSON objects, shaped like those of the NGEC coder: one object an event, all parties in it."""

from collections.abc import Iterator

import msgspec

from sayso.model.record import Claim, DocumentInfo, Party, Record, Status
from sayso.model.span import Span
from sayso.show.export.book import Book
from sayso.show.export.dyads import NARRATOR, chain, chosen, event_day


class Attribute(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody or something at the event: the words, where they stand (code points), and what is known of it."""

    text: str
    start_char: int
    end_char: int
    name: str = ""
    country: str = ""
    country_name: str = ""
    code: str = ""
    code_1: str = ""
    code_2: str = ""


class Attributes(msgspec.Struct, frozen=True):
    """Who did it, to whom, where and when; each empty when the text does not say."""

    actors: tuple[Attribute, ...] = msgspec.field(name="ACTOR")
    recipients: tuple[Attribute, ...] = msgspec.field(name="RECIP")
    places: tuple[Attribute, ...] = msgspec.field(name="LOC")
    dates: tuple[Attribute, ...] = msgspec.field(name="DATE")


class Geolocation(msgspec.Struct, frozen=True):
    """Where the event took place: `country_code3` ISO 3166-1 alpha-3, degrees."""

    resolved_placename: str
    search_placename: str
    country_code3: str | None
    lat: float | None
    lon: float | None


class Sayso(msgspec.Struct, frozen=True):
    """What event data lacks: how the event is told (docs/record.md), and by whom (`chain`: outermost first)."""

    claim: str
    status: str
    certainty: str
    value: float
    holder: str
    chain: tuple[str, ...]
    trigger: str
    start: int
    end: int
    rule: str
    confidence: float


class Event(msgspec.Struct, frozen=True):
    """One event. `event_text` is the evidence; `event_mode` a list of none or one; dates are ISO."""

    id: str
    story_id: str
    date: str
    pub_date: str
    headline: str
    publisher: str
    event_type: str
    event_mode: tuple[str, ...]
    event_text: str
    cameo: str
    quad_code: int | None
    goldstein: float | None
    reciprocal: bool
    attributes: Attributes
    date_start: str | None
    date_end: str | None
    date_raw: str
    event_geolocation: Geolocation | None
    version: str
    sayso: Sayso


def events(record: Record, book: Book, only: frozenset[Status] = frozenset()) -> Iterator[Event]:
    """The events of a record, in the order of its claims; with `only`, of those that have such a status."""
    speakers = {attribution.id: attribution for attribution in record.attributions}
    for claim in chosen(record, only):
        yield _event(claim, record.document, chain(claim, speakers), book)


def _event(claim: Claim, document: DocumentInfo, names: tuple[str, ...], book: Book) -> Event:
    event, time, place, evidence = claim.event, claim.time, claim.place, claim.evidence[0]
    where = Geolocation(place.name, place.span.text, place.country, place.lat, place.lon) if place else None
    return Event(
        id=claim.id, story_id=document.id, date=event_day(claim, document), pub_date=document.published or "",
        headline=document.title or "", publisher=document.source or "",
        event_type=event.plover or "", event_mode=(event.mode,) if event.mode else (), event_text=evidence.text,
        cameo=event.cameo or "", quad_code=event.quad, goldstein=event.goldstein, reciprocal=event.reciprocal,
        attributes=Attributes(
            tuple(_party(party, book) for party in claim.actors),
            tuple(_party(party, book) for party in claim.recipients),
            (_words(place.span),) if place else (), (_words(time.span),) if time.span else (),
        ),
        date_start=time.start, date_end=time.end, date_raw=time.span.text if time.span else "",
        event_geolocation=where, version=f"sayso-{claim.made.version}",
        sayso=Sayso(
            claim.id, claim.status, claim.certainty, claim.value, names[-1] if names else NARRATOR, names,
            event.trigger.text, evidence.start, evidence.end, claim.made.rule, claim.confidence,
        ),
    )  # fmt: skip


def _party(party: Party, book: Book) -> Attribute:
    parts = book.parts(party)
    letters = (*(sector.code for sector in parts.sectors), "", "")
    return Attribute(
        party.span.text, party.span.start, party.span.end, party.name, parts.country or "",
        book.codes.name(parts.country), party.code or "", letters[0], letters[1],
    )  # fmt: skip


def _words(span: Span) -> Attribute:
    return Attribute(span.text, span.start, span.end)
