"""`sayso code`: documents or sentences in, event data out, in the formats of the event-data field."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO, get_args

import msgspec
import typer

from sayso.cli.common import Documents, Trouble, fail, progress, say_what_is_wrong
from sayso.cli.options import Reading, Sources, spread
from sayso.engines import local
from sayso.lexicon.ontology import DEFAULT_MAPPING
from sayso.model.record import Record, Status
from sayso.show import export

EPILOG = """Examples:

sayso code article.html --format cameo

sayso code sentences.txt --sentences --published sentences.txt=2024-05-01 > events.jsonl

sayso code news/ --format icews --only happened,claimed -o events.tsv"""


class CodeFormat(StrEnum):
    plover = "plover"
    cameo = "cameo"
    gdelt = "gdelt"
    icews = "icews"
    polecat = "polecat"


@spread
def code(
    sources: Sources,
    format: Annotated[  # noqa: A002
        CodeFormat, typer.Option(help="PLOVER objects as JSON Lines, or a table; docs/code.md has the columns.")
    ] = CodeFormat.plover,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file, not to stdout.")] = None,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="Each line of a .txt file or of standard input is one document.")
    ] = False,
    only: Annotated[
        str | None, typer.Option(metavar="STATUS,...", help="Only events with these statuses: happened,claimed ...")
    ] = None,
    header: Annotated[bool, typer.Option("--header/--no-header", help="Begin a table with its column names.")] = True,
    mapping: Annotated[str, typer.Option(help="How CAMEO codes become PLOVER types: plover, coders or by-root.")] = (
        DEFAULT_MAPPING
    ),
    *,
    settings: Reading,
) -> None:
    """Code events into the formats of the event-data field: one row for each event, actor and recipient."""
    statuses = _statuses(only)
    book = export.Book.load(tuple(settings.lexicon or ()), mapping)
    found = Documents(sources, settings, sentences)
    options = msgspec.structs.replace(settings.options(), mapping=mapping)
    count = 0
    with _opened(output) as out:
        if header and format in export.TABLES:
            out.write(export.head(export.TABLES[format]).encode())
        for record in progress(local.read_many(found, options, settings.workers), "coding"):
            count += 1
            out.writelines(_lines(record, format, book, statuses))
            say_what_is_wrong(record)
    if found.failures or not count:
        if not count and not found.failures:
            fail("nothing to code")
        raise typer.Exit(1)


def _statuses(only: str | None) -> frozenset[Status]:
    """The statuses named in `only`. Raises Trouble for one that there is not."""
    known: tuple[Status, ...] = get_args(Status)
    names = [name.strip() for name in (only or "").split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise Trouble(f"--only {name}: there is no such status; there are: {', '.join(known)}", code=2)
    return frozenset(status for status in known if status in names)


@contextmanager
def _opened(path: Path | None) -> Iterator[BinaryIO]:
    """The file to write, or stdout. Raises Trouble when it cannot be written."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with path.open("wb") as out:
            yield out
    except OSError as error:
        raise Trouble(f"{path}: cannot be written ({error.strerror})") from error


def _lines(record: Record, chosen: CodeFormat, book: export.Book, only: frozenset[Status]) -> Iterator[bytes]:
    table = export.TABLES.get(chosen)
    lines = export.jsonl(record, book, only) if table is None else export.rows(record, table, book, only)
    return (line.encode("utf-8", "replace") for line in lines)
