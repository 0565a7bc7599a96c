"""The open file of a store: one transaction at a time, and what goes wrong said in words."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.store import rows
from sayso.store.connection import StoreError, connect, explained
from sayso.store.schema import TABLES

Cell = str | int | float | bytes | None


class StoreFile:
    """An SQLite file with the tables of a store. A context manager."""

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = Path(path)
        self._connection = connect(self.path, create=create)
        self._insert = {
            table.name: f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})' for table in TABLES
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Safe to call twice."""
        self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        except sqlite3.IntegrityError as error:
            raise StoreError(f"{self.path}: the record repeats an id ({error})") from error
        except (sqlite3.Error, OverflowError, UnicodeError) as error:
            raise self._error(error) from error

    def _put(self, connection: sqlite3.Connection, new: Iterable[rows.Row]) -> None:
        for row in new:
            connection.execute(self._insert[row.table], row.values)

    def _error(self, error: Exception) -> StoreError:
        return explained(error, self.path) if isinstance(error, sqlite3.Error) else StoreError(f"{self.path}: {error}")

    def _select(self, query: str, values: Sequence[Cell] = ()) -> list[tuple[Cell, ...]]:
        return list(self._each(query, values))

    def _each(self, query: str, values: Sequence[Cell] = ()) -> Iterator[tuple[Cell, ...]]:
        """The rows of an answer one at a time: whole texts need not be in memory together."""
        try:
            yield from self._connection.execute(query, values)
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
