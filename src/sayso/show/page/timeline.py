"""The relations over time: what passed between two sides, in order, as a drawing and as a table."""

from sayso.model.comparison import ComparedEvent, RelationOverTime, TimelineEntry
from sayso.show import words
from sayso.show.book import STANDS_OUT, Book
from sayso.show.page.citations import Citations
from sayso.show.page.events import line
from sayso.show.page.picture import Dated, draw
from sayso.show.page.views import EventLine, RelationView

STORY = "The story in order"
ROWS = 14
"""Events of a relation that stand in the open; the rest are folded."""
ENOUGH = 16
"""Relations stand in the open until together they show so many events, and at least two of them do."""


def relations(book: Book, citations: Citations) -> tuple[tuple[RelationView, ...], tuple[RelationView, ...]]:
    """The main relations, and the rest; a relation whose events all stand on a timeline above is not told again."""
    main: list[RelationView] = _story(book, citations)
    rest: list[RelationView] = []
    for k, relation in enumerate(book.comparison.relations):
        fresh = any(not citations.is_home(event) for event in events(book, relation))
        if not main or (fresh and (k == 1 or sum(len(view.lines) for view in main) < ENOUGH)):
            main.append(_view(book, citations, relation, k))
        elif fresh:
            rest.append(_view(book, citations, relation, k))
    return tuple(main), tuple(rest)


def story(book: Book) -> list[ComparedEvent]:
    """The weightiest dated events of all accounts, in order: what to show where no relation stands out."""
    dated = [event for event in book.comparison.events if event.time.start or event.time.end]
    known = sorted(dated, key=lambda event: (not (event.time.start and event.time.end), *book.weight(event)))
    return sorted(known[:ROWS], key=_order)


def _story(book: Book, citations: Citations) -> list[RelationView]:
    chosen = [] if book.main() else story(book)
    if len(chosen) < STANDS_OUT:
        return []
    lines = [line(book, citations, event) for event in chosen]
    drawn = [
        Dated(shown.number, _surest(event), _title(shown), event.time.start, event.time.end)
        for event, shown in zip(chosen, lines, strict=True)
    ]
    return [RelationView("relation-all", STORY, tuple(lines), (), draw(drawn))]


def _order(event: ComparedEvent) -> tuple[str, str]:
    """By the first day it can have been on; one known only from above, by its last."""
    return event.time.start or event.time.end or "", event.id


def _surest(event: ComparedEvent) -> str:
    return min((account.status for account in event.accounts), key=words.STATUS_ORDER.index)


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


def events(book: Book, relation: RelationOverTime) -> list[ComparedEvent]:
    """The events of a relation, in order."""
    return [book.events[entry.event] for entry in relation.timeline if entry.event in book.events]


def _dated(entry: TimelineEntry, shown: EventLine) -> Dated:
    return Dated(shown.number, entry.status, _title(shown), entry.start, entry.end)


def _title(shown: EventLine) -> str:
    return f"{shown.number}. {shown.what} ({shown.when})"
