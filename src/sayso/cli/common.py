"""What the commands share: trouble, sources, progress."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sayso import ingest
from sayso import store as stores
from sayso.cli.options import Loading, Reading
from sayso.engines import local
from sayso.model.document import Document
from sayso.model.record import Record
from sayso.store import saved

Item = TypeVar("Item")


class Trouble(Exception):  # noqa: N818 - it is what a user has, not a fault of the program
    """Something the user can mend: the message says what, where and how. `code` is the exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


class Documents:
    """The documents of the sources; failures are said on stderr as they come, and counted."""

    def __init__(self, sources: Sequence[str], settings: Loading, sentences: bool = False) -> None:
        self.failures = 0
        self._loaded = ingest.load(
            sources,
            meta=_table(settings),
            fetch=ingest.fetcher(allow_private=settings.allow_private),
            stdin=sys.stdin.buffer,
            sentences=sentences,
        )

    def __iter__(self) -> Iterator[Document]:
        for found in self._loaded:
            if isinstance(found, Document):
                yield found
            else:
                fail(str(found), "note" if found.note else "error")
                self.failures += not found.note


def _table(settings: Loading) -> ingest.MetaTable:
    """The metadata given. Raises Trouble for what cannot be used."""
    try:
        return ingest.parse_meta(
            published=settings.published or (), source=settings.source or (), title=settings.title or (),
            author=settings.author or (), tables=(settings.meta,) if settings.meta else (),
        )  # fmt: skip
    except ingest.MetaError as error:
        raise Trouble(str(error), code=2) from error


class Accounts(msgspec.Struct, frozen=True):
    """Records to compare, and how many sources gave none."""

    records: tuple[Record, ...]
    failures: int


def accounts(sources: Sequence[str], settings: Reading, story: str | None = None) -> Accounts:
    """The records of documents, saved records and stores, in order; of a store, only `story`'s. Raises Trouble."""
    records: list[Record] = []
    to_read: list[str] = []
    for name in sources:
        path = Path(name)
        if saved.is_store(path):
            with open_store(path) as store:
                records.extend(store.records() if story is None else _of_story(store, story))
        elif saved.is_saved(path):
            records.extend(saved.load(path))
        else:
            to_read.append(name)
    failures = 0
    if to_read:
        found = Documents(to_read, settings)
        records.extend(progress(local.read_many(found, settings.options(), settings.workers), "reading"))
        failures = found.failures
    return Accounts(tuple(records), failures)


def _of_story(store: stores.Store, wanted: str) -> Iterator[Record]:
    """The records of a story's documents, by date. Raises Trouble when the store has no such story."""
    found = next((story for story in store.stories() if story.id == wanted), None)
    if found is None:
        raise Trouble(f"{store.path}: no story {wanted}; to group and list them: sayso stories --store {store.path}")
    for article in found.articles:
        record = store.record(article.document)
        if record is not None:
            yield record


def open_store(path: Path, create: bool = False) -> stores.Store:
    """The store at `path`. Raises Trouble when there is none, and none may be made."""
    if not create and not path.is_file():
        raise Trouble(f"{path}: no such store; make one with: sayso read FILE... --store {path}")
    return stores.open(path)


def fail(message: str, kind: str = "error") -> None:
    """One line on stderr, as plain text: what it says may come from hostile input."""
    console = Console(stderr=True, highlight=False)
    console.print(f"sayso: {kind}:", style="bold red" if kind == "error" else "bold", end=" ")
    console.print(_printable(message), markup=False, soft_wrap=True)


def say_what_is_wrong(record: Record) -> None:
    """On stderr, each note of a record that its reader must know of."""
    for note in record.notes:
        if note.code in {"language", "failed", "truncated", "empty"}:
            fail(f"{record.document.title or record.document.id}: {note.message}")


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in text)


def progress(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
    """`items`, with a progress bar on stderr when that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        for item in items:
            yield item
            bar.advance(task)


def write(path: Path, text: str) -> None:
    """Write a whole file, or say why not. Raises Trouble."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Trouble(f"{path}: cannot be written ({error.strerror})") from error
