"""An event as a line of the page: who, what, whom, when, how surely, on whose say-so, in which words."""

import re
from collections.abc import Sequence

from sayso.model.comparison import ComparedEvent
from sayso.show import words
from sayso.show.book import Book, told_line
from sayso.show.book import Telling as Told
from sayso.show.page.citations import Citations
from sayso.show.page.views import Back, EventLine, Part, Quote, Ref, Telling

SPANS_AN_ACCOUNT = 3


def line(book: Book, citations: Citations, event: ComparedEvent, *, home: bool = True, quote: bool = True) -> EventLine:
    """The event's line; at its home it carries the anchor that the words' back links lead to."""
    number = citations.number(event)
    back = Back(f"#s{number}", str(number))
    return EventLine(
        number=number,
        anchor=citations.home(event) if home else "",
        parts=parts(event),
        kind=words.kind(event.plover),
        when=book.when(event),
        tellings=_tellings(book, citations, event, back),
        quote=_quote(citations, event, book.tellings(event), back) if quote else None,
        background=book.background(event),
    )


def parts(event: ComparedEvent) -> tuple[Part, ...]:
    """The event in words, cut where a party is named."""
    named = {name for name in (*event.actors, *event.recipients) if any(letter.isupper() for letter in name)}
    found = sorted(named, key=lambda name: (-len(name), name))
    text = told_line(event)
    if not found:
        return (Part(text),)
    pieces = re.split("(" + "|".join(rf"\b{re.escape(name)}\b" for name in found) + ")", text, flags=re.IGNORECASE)
    return tuple(Part(piece, k % 2 == 1) for k, piece in enumerate(pieces) if piece)


def _tellings(book: Book, citations: Citations, event: ComparedEvent, back: Back) -> tuple[Telling, ...]:
    """Tellings alike in status and speaker stand together, whatever accounts they are from."""
    grouped: dict[tuple[str, str], list[Ref]] = {}
    for told in book.tellings(event):
        grouped.setdefault((told.status, told.whose), []).extend(_refs(citations, told, back))
    return tuple(
        Telling(status, words.status(status).short, says, tuple(refs), says == words.ITSELF)
        for (status, says), refs in grouped.items()
    )


def _refs(citations: Citations, told: Told, back: Back) -> list[Ref]:
    if not told.spans:
        return [citations.account(told.document)]
    found = [citations.cite(told.document, span, back) for span in told.spans[:SPANS_AN_ACCOUNT]]
    return [found[0], *(Ref(ref.href, str(k), f"{ref.title}, place {k}") for k, ref in enumerate(found[1:], start=2))]


def _quote(citations: Citations, event: ComparedEvent, tellings: Sequence[Told], back: Back) -> Quote | None:
    """The fullest words of the account that tells it most surely, with the event's own word in them if any has."""
    found = [(told.document, span) for told in tellings for span in told.spans[:SPANS_AN_ACCOUNT]]
    if not found:
        return None
    with_word = [one for one in found if event.trigger and event.trigger in one[1].text] or found
    document, span = max(with_word, key=lambda one: min(one[1].end - one[1].start, 150))
    return citations.quote(document, span, back)
