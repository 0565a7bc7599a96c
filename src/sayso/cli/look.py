"""`sayso show` and `sayso explain`: any id, from a store or from saved records."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from sayso.cli.common import Trouble, open_store
from sayso.cli.options import STORE_HELP
from sayso.model.record import Claim
from sayso.show import terminal
from sayso.store import Found, saved

SHOW_EPILOG = """Examples:

sayso show claim-0a1b2c3d4e5f

sayso show doc-0123456789abcdef --in records.jsonl --json"""

EXPLAIN_EPILOG = """Examples:

sayso explain claim-0a1b2c3d4e5f --store news.db"""

Id = Annotated[str, typer.Argument(metavar="ID", help="Id of a document, claim, attribution, actor or event.")]
Store = Annotated[Path, typer.Option(help=STORE_HELP)]
Saved = Annotated[Path | None, typer.Option("--in", help="Look in saved records (JSON Lines) instead of a store.")]


def show(
    id: Id,  # noqa: A002
    store: Store = Path("sayso.db"),
    records: Saved = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, not for the eye.")] = False,
) -> None:
    """Show what an id stands for, with its words."""
    piece, record = _find(id, store, records)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(piece) + b"\n")
    else:
        terminal.show(piece, record, Console())


def explain(id: Id, store: Store = Path("sayso.db"), records: Saved = None) -> None:  # noqa: A002
    """Say why a claim is coded as it is: its words, who says so, each cue, and the rule behind each decision."""
    piece, record = _find(id, store, records)
    if isinstance(piece, Claim) and record is not None:
        terminal.explain(piece, record, Console())
    else:
        terminal.show(piece, record, Console())


def _find(wanted: str, store: Path, records: Path | None) -> Found:
    if records is not None:
        found = _among(wanted, records)
    else:
        with open_store(store) as opened:
            found = opened.find(wanted)
    if found is None:
        raise Trouble(f"nothing in {records or store} has the id {wanted}; `sayso read --format table` shows ids")
    return found


def _among(wanted: str, path: Path) -> Found | None:
    if not path.is_file():
        raise Trouble(f"{path}: no such file")
    for record in saved.load(path):
        piece = saved.find(record, wanted)
        if piece is not None:
            return Found(piece, record)
    return None
