"""The store: records in, tables to question; a document read again replaces what was read before."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from sayso.model.comparison import Comparison
from sayso.model.record import Actor, Attribution, Claim, Piece, Record, Scenario
from sayso.store import rows
from sayso.store.connection import StoreError, read_only
from sayso.store.file import Cell
from sayso.store.query import Conditions, Several, claim_query
from sayso.store.stories import StoryShelf

QUERY_SECONDS = 30.0
QUERY_ROWS = 1000
PIECES = ("claims", "attributions", "actors", "scenarios")
T = TypeVar("T")


class StoredClaim(Claim, frozen=True, kw_only=True):
    """A claim, with the id of the document that makes it."""

    document: str


class Found(NamedTuple):
    """What an id stands for, and the record it is in: None for an event, which is in several."""

    piece: Piece
    record: Record | None


class Result(msgspec.Struct, frozen=True):
    """The answer to a query. `more`: there were more rows than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool


class Store(StoryShelf):
    """One SQLite file of records. A context manager; `add` and `add_comparison` are one transaction each."""

    def add(self, record: Record) -> bool:
        """Put a record in place of what the store has of its document. False: it had just this. Raises StoreError."""
        key = record.document.id
        with self._writing() as connection:
            old = connection.execute(
                "SELECT position, record FROM documents JOIN records ON document = id WHERE id = ?", (key,)
            ).fetchone()
            if old is not None and old[1] == msgspec.json.encode(record).decode():
                return False
            if old is None:
                old = connection.execute("SELECT coalesce(max(position) + 1, 0) FROM documents").fetchone()
            connection.execute("DELETE FROM documents WHERE id = ?", (key,))
            connection.execute("DELETE FROM event_claims WHERE document = ?", (key,))
            connection.execute("DELETE FROM documents_fts WHERE document = ?", (key,))
            self._put(connection, rows.of_record(record, int(old[0])))
            text = (key, record.document.title, record.document.text)
            connection.execute('INSERT INTO documents_fts ("document", "title", "text") VALUES (?, ?, ?)', text)
        return True

    def add_comparison(self, comparison: Comparison) -> bool:
        """Keep a comparison, in place of one of the same documents. False: it had just this. Raises StoreError."""
        key = rows.comparison_id(comparison)
        with self._writing() as connection:
            missing = [d.id for d in comparison.documents if self._record_json(d.id) is None]
            if missing:
                raise StoreError(
                    f"{self.path}: does not hold the documents {', '.join(missing)}; add their records first"
                )
            new = list(rows.of_comparison(comparison))
            old = connection.execute("SELECT comparison FROM comparisons WHERE id = ?", (key,)).fetchone()
            if old is not None and old[0] == new[0].values[1]:
                return False
            connection.execute("DELETE FROM comparisons WHERE id = ?", (key,))
            self._put(connection, new)
        return True

    def _record_json(self, document: str) -> str | None:
        found = self._select("SELECT record FROM records WHERE document = ?", (document,))
        return str(found[0][0]) if found else None

    def ids(self) -> tuple[str, ...]:
        """The ids of the documents, in the order they came in."""
        return tuple(str(row[0]) for row in self._select("SELECT id FROM documents ORDER BY position"))

    def record(self, document: str) -> Record | None:
        """The record of a document, as it was added; None for one the store does not hold."""
        found = self._record_json(document)
        return None if found is None else _decoded(found, Record, self.path)

    def records(self) -> Iterator[Record]:
        """All records, in the order they came in, one at a time."""
        for document in self.ids():
            record = self.record(document)
            if record is not None:
                yield record

    def comparisons(self) -> Iterator[Comparison]:
        """The comparisons that were kept."""
        for row in self._select("SELECT comparison FROM comparisons ORDER BY id"):
            yield _decoded(str(row[0]), Comparison, self.path)

    def claims(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        since: str | None = None,
        until: str | None = None,
        status: Several = None,
        plover: Several = None,
        document: str | None = None,
    ) -> tuple[StoredClaim, ...]:
        """Claims that fit all that is given, by document and place in it.

        `actor` and `recipient` are names, or codes in capitals, which match a code's beginning or one of its parts
        (`RUS`, `GOV`) and countries. `since` and `until` (ISO dates, inclusive) keep what may lie between them and
        leave out what has no date at all. Raises StoreError.
        """
        wanted = Conditions(actor, recipient, since, until, status, plover, document)
        query, values = claim_query(wanted)
        by_document: dict[str, list[str]] = {}
        for found, claim in self._select(query, values):
            by_document.setdefault(str(found), []).append(str(claim))
        return tuple(claim for key, ids in by_document.items() for claim in self._claims_of(key, ids))

    def _claims_of(self, document: str, ids: Sequence[str]) -> Iterator[StoredClaim]:
        record = self.record(document)
        claims = {claim.id: claim for claim in record.claims} if record else {}
        for found in ids:
            fields = {name: getattr(claims[found], name) for name in Claim.__struct_fields__}
            yield StoredClaim(document=document, **fields)

    def find(self, key: str) -> Found | None:
        """What an id of any kind stands for, in the first document that has it; None if nothing does."""
        return next(self.find_all(key), None)

    def find_all(self, key: str) -> Iterator[Found]:
        """What an id stands for, once for every document that has it: an actor is in many."""
        record = self.record(key)
        if record is not None:
            yield Found(record, record)
        for table in PIECES:
            yield from self._pieces(table, key)
        yield from self._events(key)

    def _pieces(self, table: str, key: str) -> Iterator[Found]:
        query = (
            f'SELECT document FROM "{table}" t JOIN documents d ON d.id = t.document WHERE t.id = ? ORDER BY position'
        )
        for row in self._select(query, (key,)):
            record = self.record(str(row[0]))
            pieces: tuple[Claim | Attribution | Actor | Scenario, ...] = getattr(record, table)
            yield from (Found(piece, record) for piece in pieces if piece.id == key)

    def _events(self, key: str) -> Iterator[Found]:
        query = (
            "SELECT comparison FROM comparisons WHERE id IN (SELECT comparison FROM events WHERE id = ?) ORDER BY id"
        )
        for row in self._select(query, (key,)):
            comparison = _decoded(str(row[0]), Comparison, self.path)
            yield from (Found(event, None) for event in comparison.events if event.id == key)

    def search(self, words: str, limit: int = 20) -> tuple[str, ...]:
        """Ids of documents that have all the words (in any order), best first."""
        terms = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not terms:
            return ()
        query = "SELECT document FROM documents_fts WHERE documents_fts MATCH ? ORDER BY rank LIMIT ?"
        return tuple(str(row[0]) for row in self._select(query, (terms, limit)))

    def sql(self, query: str, limit: int = QUERY_ROWS, seconds: float = QUERY_SECONDS) -> Result:
        """The answer to one SELECT: at most `limit` rows, in at most `seconds`, changing nothing. Raises StoreError."""
        with closing(read_only(self.path, seconds)) as connection:
            try:
                cursor = connection.execute(query)
                found = cursor.fetchmany(limit + 1)
            except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError) as error:
                raise StoreError(_query_error(error, seconds)) from error
            columns = tuple(str(column[0]) for column in cursor.description or ())
        return Result(columns, tuple(found[:limit]), len(found) > limit)


def _query_error(error: Exception, seconds: float) -> str:
    text = str(error)
    if "interrupted" in text:
        return f"the query took longer than {seconds:.0f} seconds and was stopped; narrow it down"
    if "readonly" in text or "not authorized" in text or "prohibited" in text:
        return f"a store can only be read this way ({text})"
    return f"the query cannot be answered: {text}"


def _decoded(text: str, kind: type[T], path: Path) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.DecodeError as error:
        raise StoreError(
            f"{path}: holds a record of another version of Sayso ({error}); read the sources again"
        ) from error


def open_store(path: str | Path, *, create: bool = True) -> Store:
    """The store in a file, made if it is missing and `create`. Raises StoreError."""
    return Store(path, create=create)
