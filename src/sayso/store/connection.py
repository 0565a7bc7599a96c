"""Opening the SQLite file: for reading and writing, or for reading only what an analyst asks."""

import sqlite3
import time
from pathlib import Path

from sayso.store.schema import APPLICATION_ID, VERSION, statements

OLDEST = 1
BUSY_SECONDS = 10.0
MAX_CELL = 64 * 1024 * 1024
STEPS = 20_000
_READ_PRAGMAS = frozenset({
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list", "data_version",
    "user_version", "application_id", "schema_version", "collation_list", "compile_options",
})  # fmt: skip


class StoreError(ValueError):
    """A store or a question that cannot be used; the message says why and what to do."""


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to a store for writing, made if it is missing and `create`. Raises StoreError."""
    _check_place(path, create)
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be opened ({error})") from error
    try:
        _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise explained(error, path) from error
    except StoreError:
        connection.close()
        raise
    return connection


def _check_place(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file for the store")
    if not path.exists() and not create:
        raise StoreError(f"{path}: there is no store; make one with `sayso read FILE... --store {path}`")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if not tables:
        connection.execute("PRAGMA journal_mode = WAL")
        _make(connection)
    else:
        _check_store(connection, application, path)
        _bring_up(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        connection.execute("ROLLBACK")  # somebody else has just made it
        return
    for statement in statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _check_store(connection: sqlite3.Connection, application: int, path: Path) -> None:
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: is a SQLite file, but not a Sayso store; name another file")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not OLDEST <= version <= VERSION:
        raise StoreError(
            f"{path}: is a store of version {version}, and this Sayso reads versions {OLDEST} to {VERSION}; "
            "read the sources again into a new one"
        )


def _bring_up(connection: sqlite3.Connection) -> None:
    """Add the tables that a store of an older version lacks; what it holds stays as it is."""
    if int(connection.execute("PRAGMA user_version").fetchone()[0]) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version < VERSION:  # nobody else has just done it
        for statement in statements(version):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def read_only(path: Path, seconds: float) -> sqlite3.Connection:
    """A connection that can change nothing, reach no other file, and stops after `seconds`. Raises StoreError."""
    _check_place(path, create=False)
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
        _check_store(connection, int(connection.execute("PRAGMA application_id").fetchone()[0]), path)
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        raise explained(error, path) from error
    end = time.monotonic() + seconds
    connection.set_authorizer(_allowed)
    connection.set_progress_handler(lambda: int(time.monotonic() > end), STEPS)
    return connection


def _allowed(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH):
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and (first or "").lower() not in _READ_PRAGMAS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def explained(error: sqlite3.Error, path: Path) -> StoreError:
    """What went wrong with a store, in words."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return StoreError(f"{path}: another program is writing to it; try again when that is done")
    if "not a database" in text or "malformed" in text:
        return StoreError(f"{path}: is not a Sayso store ({text}); name another file")
    if "readonly" in text:
        return StoreError(f"{path}: cannot be written to; check its permissions")
    return StoreError(f"{path}: {text}")
