"""CAMEO rows in the order of PETRARCH2's: date, source, target, code, then ids, address, outlet and texts."""

import msgspec

from sayso.model.record import Party
from sayso.show.export.book import Book
from sayso.show.export.dyads import Dyad

NOBODY = "---"


class Row(msgspec.Struct, frozen=True):
    """One coded event. `date` is YYYYMMDD; a code that is missing is `---`; `ids` document and claim."""

    date: str
    source: str
    target: str
    code: str
    quad: int | None
    goldstein: float | None
    ids: str
    url: str
    publisher: str
    source_text: str
    target_text: str
    event_text: str


def row(dyad: Dyad, book: Book) -> Row:
    """The row of a pair."""
    event = dyad.claim.event
    return Row(
        dyad.day.replace("-", ""), _code(dyad.source), _code(dyad.target), event.cameo or NOBODY, event.quad,
        event.goldstein, f"{dyad.document.id}_{dyad.id}", dyad.document.url or "", dyad.document.source or "",
        _text(dyad.source), _text(dyad.target), event.trigger.text,
    )  # fmt: skip


def _code(party: Party | None) -> str:
    return (party.code if party else None) or NOBODY


def _text(party: Party | None) -> str:
    return party.span.text if party else NOBODY
