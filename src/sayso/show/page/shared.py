"""What several accounts tell, where they differ, what they leave out, and what one alone tells."""

from sayso.model.comparison import ComparedEvent, Divergence, Origin
from sayso.show import words
from sayso.show.book import Book
from sayso.show.page.citations import Citations
from sayso.show.page.events import line
from sayso.show.page.views import Back, DifferenceView, OnlyView, PositionView, SharedView

ONLY_SHOWN = 5


def shared(book: Book, citations: Citations) -> tuple[tuple[SharedView, ...], tuple[SharedView, ...]]:
    """Events told by more than one account: those on which they differ, and those on which they agree."""
    told = sorted((event for event in book.comparison.events if len(event.accounts) > 1), key=book.weight)
    apart = [event for event in told if event.divergences or event.relation == "conflict"]
    alike = [event for event in told if event not in apart]
    return tuple(_view(book, citations, event) for event in apart), tuple(_view(book, citations, e) for e in alike)


def disputed(book: Book, citations: Citations) -> tuple[SharedView, ...]:
    """Events of one account whose own sources differ."""
    alone = [event for event in book.comparison.events if len(event.accounts) == 1 and event.divergences]
    return tuple(_view(book, citations, event) for event in sorted(alone, key=book.weight))


def omissions(book: Book, citations: Citations) -> tuple[SharedView, ...]:
    """Events that some accounts leave out although most tell them."""
    left_out = [event for event in book.comparison.events if event.omitted_by]
    return tuple(_view(book, citations, event) for event in sorted(left_out, key=book.weight))


def only(book: Book, citations: Citations) -> tuple[OnlyView, ...]:
    """For each account, what no other tells; what already stands in full above is left out."""
    found = []
    for document in book.documents:
        alone = [event for event in book.comparison.events if [a.document for a in event.accounts] == [document]]
        fresh = [event for event in sorted(alone, key=book.weight) if not citations.is_home(event)]
        lines = tuple(line(book, citations, event) for event in fresh)
        if lines:
            ref = citations.account(document)
            found.append(OnlyView(ref, book.title(document), lines[:ONLY_SHOWN], lines[ONLY_SHOWN:]))
    return tuple(found)


def _view(book: Book, citations: Citations, event: ComparedEvent) -> SharedView:
    shown = line(book, citations, event)
    back = Back(f"#s{shown.number}", str(shown.number))
    return SharedView(
        line=shown,
        relation=words.relation(event.relation),
        differences=tuple(_difference(citations, found, back) for found in event.divergences),
        origins=tuple(_origin(book, origin) for origin in event.origins if origin.why),
        omitted_by=book.letters(event.omitted_by),
    )


def _origin(book: Book, origin: Origin) -> str:
    """`A cites nobody`, `B and C: an agency (the same words)`."""
    letters = book.letters(origin.documents)
    if origin.why.startswith("cites"):
        return f"{letters} {origin.why if len(origin.documents) == 1 else f'cite {origin.name}'}"
    return f"{letters}: {origin.name} ({origin.why})"


def _difference(citations: Citations, found: Divergence, back: Back) -> DifferenceView:
    positions = []
    for position in found.positions:
        refs = []
        for k, document in enumerate(dict.fromkeys(position.documents)):
            span = position.spans[k] if k < len(position.spans) else None
            refs.append(citations.cite(document, span, back) if span else citations.account(document))
        positions.append(PositionView(_value(found, position.value), tuple(refs)))
    return DifferenceView(words.field(found.field), found.kind, tuple(positions))


def _value(found: Divergence, value: str) -> str:
    if found.field in ("certainty", "denial"):
        return words.status(value).short
    return words.dates(value)
