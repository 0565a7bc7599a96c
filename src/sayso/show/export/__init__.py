"""Records in the formats of the event-data field: one file a format, each a function from a record to typed rows."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from sayso.model.record import Record, Status
from sayso.show.export import cameo, gdelt, icews, plover, polecat
from sayso.show.export.book import Book
from sayso.show.export.dyads import Dyad, dyads
from sayso.show.export.own import Own, own
from sayso.show.export.table import cells, columns, line

__all__ = ["TABLES", "Book", "Dyad", "Table", "dyads", "head", "jsonl", "rows"]


class Table(msgspec.Struct, frozen=True):
    """A table of the field: its kind of row, and how a pair becomes one."""

    kind: type[msgspec.Struct]
    row: Callable[[Dyad, Book], msgspec.Struct]


TABLES: Mapping[str, Table] = {
    "cameo": Table(cameo.Row, cameo.row),
    "gdelt": Table(gdelt.Row, gdelt.row),
    "icews": Table(icews.Row, icews.row),
    "polecat": Table(polecat.Row, polecat.row),
}


def head(table: Table) -> str:
    """The line with the names of the columns: the field's, then Sayso's."""
    return line((*columns(table.kind), *columns(Own)))


def rows(record: Record, table: Table, book: Book, only: frozenset[Status] = frozenset()) -> Iterator[str]:
    """The lines of a record's events; with `only`, of those that have such a status."""
    for dyad in dyads(record, only):
        yield line((*cells(table.row(dyad, book)), *cells(own(dyad))))


def jsonl(record: Record, book: Book, only: frozenset[Status] = frozenset()) -> Iterator[str]:
    """The PLOVER objects of a record's events, a line each."""
    for event in plover.events(record, book, only):
        yield msgspec.json.encode(event).decode("utf-8") + "\n"
