"""The relations over time: what passed between two sides, in order, as a drawing and as a table."""

from sayso.model.comparison import ComparedEvent, RelationOverTime, TimelineEntry
from sayso.show.book import Book
from sayso.show.page.citations import Citations
from sayso.show.page.events import line
from sayso.show.page.picture import Dated, draw
from sayso.show.page.views import EventLine, RelationView

ROWS = 14
IN_FULL = 2


def relations(book: Book, citations: Citations) -> tuple[tuple[RelationView, ...], tuple[RelationView, ...]]:
    """The main relations, and the rest. An event that already stands on one timeline is not told again in the rest."""
    main, rest = [], []
    for k, relation in enumerate(book.comparison.relations):
        if k < IN_FULL:
            main.append(_view(book, citations, relation, k))
        elif any(not citations.is_home(event) for event in _events(book, relation)):
            rest.append(_view(book, citations, relation, k))
    return tuple(main), tuple(rest)


def _view(book: Book, citations: Citations, relation: RelationOverTime, index: int) -> RelationView:
    pairs = [(entry, book.events[entry.event]) for entry in relation.timeline if entry.event in book.events]
    chosen = {event.id for event in sorted((event for _, event in pairs), key=book.weight)[:ROWS]}
    lines = {event.id: line(book, citations, event) for _, event in pairs}
    shown = [(entry, event) for entry, event in pairs if event.id in chosen]
    return RelationView(
        anchor=f"relation-{index + 1}",
        title=f"{relation.actor} and {relation.recipient}",
        lines=tuple(lines[event.id] for _, event in shown),
        more=tuple(lines[event.id] for _, event in pairs if event.id not in chosen),
        picture=draw([_dated(entry, lines[event.id]) for entry, event in shown]),
    )


def _events(book: Book, relation: RelationOverTime) -> list[ComparedEvent]:
    return [book.events[entry.event] for entry in relation.timeline if entry.event in book.events]


def _dated(entry: TimelineEntry, shown: EventLine) -> Dated:
    parties = " → ".join(name for name in (shown.doer, shown.done_to) if name)
    title = f"{shown.number}. {parties}: {shown.verb} ({shown.when})"
    return Dated(shown.number, entry.status, title, entry.start, entry.end)
