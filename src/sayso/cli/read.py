"""`sayso read`: documents in, records out."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from sayso.cli.common import Documents, fail, open_store, progress, say_what_is_wrong
from sayso.cli.options import Reading, Sources, spread
from sayso.engines import local
from sayso.model.record import Record
from sayso.show import terminal

EPILOG = """Examples:

sayso read article.html

sayso read news/ --store news.db --workers 2

sayso read feed.jsonl.gz --format jsonl > records.jsonl

cat article.txt | sayso read - --published -=2024-05-01"""


class ReadFormat(StrEnum):
    table = "table"
    jsonl = "jsonl"


@spread
def read(
    sources: Sources,
    format: Annotated[ReadFormat | None, typer.Option(help="Default: table on a terminal, jsonl into a pipe.")] = None,  # noqa: A002
    store: Annotated[Path | None, typer.Option(help="Also keep the records in this SQLite file.")] = None,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Carry the document's text in the record.")] = True,
    *,
    settings: Reading,
) -> None:
    """Read documents into records: who did what to whom, when and where, according to whom, how surely."""
    found = Documents(sources, settings)
    records = progress(
        local.read_many(found, msgspec.structs.replace(settings.options(), keep_text=text), settings.workers), "reading"
    )
    chosen = format or (ReadFormat.table if sys.stdout.isatty() else ReadFormat.jsonl)
    count = 0
    for record in _kept(records, store):
        count += 1
        _write(record, chosen)
    if found.failures or not count:
        if not count and not found.failures:
            fail("nothing to read")
        raise typer.Exit(1)


def _kept(records: Iterator[Record], path: Path | None) -> Iterator[Record]:
    if path is None:
        yield from records
        return
    with open_store(path, create=True) as store:
        for record in records:
            store.add(record)
            yield record


def _write(record: Record, chosen: ReadFormat) -> None:
    if chosen is ReadFormat.jsonl:
        sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
        sys.stdout.buffer.flush()
    else:
        terminal.table(record, Console())
    say_what_is_wrong(record)
