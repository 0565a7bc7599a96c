"""`sayso compare`: accounts of one story, side by side."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from sayso import api
from sayso.cli.common import Trouble, accounts, open_store, write
from sayso.cli.options import Reading, Sources, spread
from sayso.model.comparison import Comparison
from sayso.model.document import iso_date
from sayso.model.record import Record
from sayso.show import report, terminal
from sayso.store import saved

EPILOG = """Examples:

sayso compare a.txt b.html c.pdf -o report.html

sayso compare records.jsonl --about Russia Taliban --since 2017

sayso compare news.db --story story-0a1b2c3d4e5f -o story.html

sayso compare news.db --format json > comparison.json"""


class CompareFormat(StrEnum):
    digest = "digest"
    json = "json"


@spread
def compare(
    sources: Sources,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the HTML report to this file.")] = None,
    format: Annotated[CompareFormat | None, typer.Option(help="Default: digest.")] = None,  # noqa: A002
    about: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Only what passes between two actors.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only events from this date on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only events up to this date.")] = None,
    story: Annotated[
        str | None, typer.Option(metavar="ID", help="Of a store, only the documents of this story (sayso stories).")
    ] = None,
    store: Annotated[Path | None, typer.Option(help="Also keep records and events in this SQLite file.")] = None,
    *,
    settings: Reading,
) -> None:
    """Compare accounts: events with who tells them, what agrees, conflicts and is left out, and a timeline."""
    _check_dates(since, until)
    if story is not None and not any(saved.is_store(Path(name)) for name in sources):
        raise Trouble(
            "--story takes the documents of a store: name one, as in: sayso compare news.db --story ID", code=2
        )
    found = accounts(sources, settings, story)
    if not found.records:
        raise Trouble("nothing to compare: no account could be read")
    comparison = api.compare(found.records, about=about, since=since, until=until)
    if store is not None:
        _keep(store, found.records, comparison)
    if output is not None:
        write(output, report.render(comparison, found.records))
    _print(comparison, found.records, format or CompareFormat.digest, output)
    if found.failures:
        raise typer.Exit(1)


def _check_dates(*dates: str | None) -> None:
    """Before anything is read. Raises Trouble for what is no date."""
    try:
        for date in dates:
            iso_date(date)
    except ValueError as error:
        raise Trouble(str(error), code=2) from error


def _keep(path: Path, records: tuple[Record, ...], comparison: Comparison) -> None:
    with open_store(path, create=True) as store:
        for record in records:
            store.add(record)
        store.add_comparison(comparison)


def _print(comparison: Comparison, records: tuple[Record, ...], chosen: CompareFormat, output: Path | None) -> None:
    if chosen is CompareFormat.json:
        sys.stdout.buffer.write(msgspec.json.encode(comparison) + b"\n")
        return
    terminal.digest(comparison, records, Console())
    if output is not None:
        Console(stderr=True).print(f"report: {output}", markup=False, highlight=False)
