"""An event as a line of the page: who, what, whom, when, how surely, on whose say-so, in which words."""

from collections.abc import Iterable

from sayso.model.comparison import Account, ComparedEvent
from sayso.model.span import Span
from sayso.show import words
from sayso.show.book import Book
from sayso.show.page.citations import Citations
from sayso.show.page.views import Back, EventLine, Quote, Ref, Telling

SPANS_AN_ACCOUNT = 3


def line(book: Book, citations: Citations, event: ComparedEvent, *, home: bool = True, quote: bool = True) -> EventLine:
    """The event's line; at its home it carries the anchor that the words' back links lead to."""
    number = citations.number(event)
    back = Back(f"#s{number}", str(number))
    return EventLine(
        number=number,
        anchor=citations.home(event) if home else "",
        doer=words.listed(event.actors),
        verb=" ".join(event.trigger.split()) or words.kind(event.plover),
        done_to=words.listed(name for name in event.recipients if name not in event.actors),
        kind=words.kind(event.plover),
        when=book.when(event),
        tellings=_tellings(book, citations, event, back),
        quote=_quote(book, citations, event, back) if quote else None,
        background=book.background(event),
        reciprocal=bool(event.actors) and set(event.actors) == set(event.recipients),
    )


def _tellings(book: Book, citations: Citations, event: ComparedEvent, back: Back) -> tuple[Telling, ...]:
    grouped: dict[tuple[str, str], list[Account]] = {}
    for account in event.accounts:
        grouped.setdefault((account.status, book.says(account)), []).append(account)
    ordered = sorted(grouped, key=lambda key: words.STATUS_ORDER.index(key[0]))
    return tuple(
        Telling(
            status=status,
            chip=words.status(status).short,
            says=says,
            refs=tuple(ref for account in grouped[status, says] for ref in _refs(book, citations, account, back)),
        )
        for status, says in ordered
    )


def _refs(book: Book, citations: Citations, account: Account, back: Back) -> Iterable[Ref]:
    spans = book.evidence(account)[:SPANS_AN_ACCOUNT]
    if not spans:
        return [citations.account(account.document)]
    found = [citations.cite(account.document, span, back) for span in spans]
    first = found[0]
    return [first, *(Ref(ref.href, str(k), f"{ref.title}, place {k}") for k, ref in enumerate(found[1:], start=2))]


def _quote(book: Book, citations: Citations, event: ComparedEvent, back: Back) -> Quote | None:
    """The words of the account that tells it most surely."""
    ranked = sorted(event.accounts, key=lambda account: words.STATUS_ORDER.index(account.status))
    for account in ranked:
        spans = book.evidence(account)
        if spans:
            return citations.quote(account.document, _fullest(spans[:SPANS_AN_ACCOUNT]), back)
    return None


def _fullest(spans: tuple[Span, ...]) -> Span:
    return max(spans, key=lambda span: min(span.end - span.start, 150))
