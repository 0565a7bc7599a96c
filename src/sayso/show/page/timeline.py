"""The relations over time: what passed between two sides, in order, as a drawing and as a table."""

from sayso.model.comparison import ComparedEvent, RelationOverTime, TimelineEntry
from sayso.show import words
from sayso.show.book import Book
from sayso.show.page.citations import Citations
from sayso.show.page.events import line
from sayso.show.page.picture import Dated, draw
from sayso.show.page.views import EventLine, RelationView

ROWS = 14
"""Events of a relation that stand in the open; the rest are folded."""
ENOUGH = 16
"""Relations stand in the open until together they show so many events, and at least two of them do."""
STANDS_OUT = 4
"""A relation with fewer events does not carry the story alone."""


def relations(book: Book, citations: Citations) -> tuple[tuple[RelationView, ...], tuple[RelationView, ...]]:
    """The main relations, and the rest; a relation whose events all stand on a timeline above is not told again."""
    main: list[RelationView] = _story(book, citations)
    rest: list[RelationView] = []
    for k, relation in enumerate(book.comparison.relations):
        fresh = any(not citations.is_home(event) for event in _events(book, relation))
        if k == 0 or (fresh and (k == 1 or sum(len(view.lines) for view in main) < ENOUGH)):
            main.append(_view(book, citations, relation, k))
        elif fresh:
            rest.append(_view(book, citations, relation, k))
    return tuple(main), tuple(rest)


def _story(book: Book, citations: Citations) -> list[RelationView]:
    """Where no relation stands out: the weightiest dated events of all, in order."""
    if any(len(relation.timeline) >= STANDS_OUT for relation in book.comparison.relations[:1]):
        return []
    dated = [event for event in book.comparison.events if event.time.start or event.time.end]
    known = sorted(dated, key=lambda event: (not (event.time.start and event.time.end), *book.weight(event)))
    chosen = sorted(known[:ROWS], key=_order)
    if len(chosen) < STANDS_OUT:
        return []
    lines = [line(book, citations, event) for event in chosen]
    drawn = [
        Dated(shown.number, _surest(event), _title(shown), event.time.start, event.time.end)
        for event, shown in zip(chosen, lines, strict=True)
    ]
    return [RelationView("relation-all", "The story in order", tuple(lines), (), draw(drawn))]


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


def _events(book: Book, relation: RelationOverTime) -> list[ComparedEvent]:
    return [book.events[entry.event] for entry in relation.timeline if entry.event in book.events]


def _dated(entry: TimelineEntry, shown: EventLine) -> Dated:
    return Dated(shown.number, entry.status, _title(shown), entry.start, entry.end)


def _title(shown: EventLine) -> str:
    parties = " → ".join(name for name in (shown.doer, shown.done_to) if name)
    return f"{shown.number}. {parties}: {shown.verb} ({shown.when})"
