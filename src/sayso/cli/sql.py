"""`sayso sql`: questions to a store, read-only."""

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from sayso import store as stores
from sayso.cli.common import fail, open_store
from sayso.cli.options import STORE_HELP

EPILOG = """Examples:

sayso sql "select status, count(*) from claims group by status" --store news.db

sayso sql "select id, evidence from claims_flat where plover = 'ASSAULT'" --format csv > assaults.csv"""


class SqlFormat(StrEnum):
    table = "table"
    csv = "csv"
    jsonl = "jsonl"


def sql(
    query: Annotated[str, typer.Argument(help="One SELECT statement. The tables are described in docs/store.md.")],
    store: Annotated[Path, typer.Option(help=STORE_HELP)] = Path("sayso.db"),
    format: Annotated[SqlFormat | None, typer.Option(help="Default: table on a terminal, csv into a pipe.")] = None,  # noqa: A002
    limit: Annotated[int, typer.Option(min=1, help="Rows to give at most.")] = 10_000,
) -> None:
    """Ask a store in SQL. The store is opened read-only and a query is stopped after half a minute."""
    with open_store(store) as opened:
        result = opened.sql(query, limit=limit)
    if result.more:
        fail(f"there are more rows than {limit}; raise --limit to see them", "note")
    chosen = format or (SqlFormat.table if sys.stdout.isatty() else SqlFormat.csv)
    if chosen is SqlFormat.table:
        _print_table(result)
    elif chosen is SqlFormat.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(result.columns)
        writer.writerows(result.rows)
    else:
        for row in result.rows:
            sys.stdout.buffer.write(msgspec.json.encode(dict(zip(result.columns, row, strict=True))) + b"\n")


def _print_table(result: stores.Result) -> None:
    table = Table(*result.columns)
    for row in result.rows:
        table.add_row(*("" if value is None else _plain(value) for value in row))
    Console().print(table)


def _plain(value: object) -> str:
    return str(value).replace("[", r"\[")
