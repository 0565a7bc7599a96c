"""`sayso import-petrarch`: a user's PETRARCH dictionaries as a vocabulary file of ours."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.common import Trouble, fail, write
from sayso.ingest import petrarch

EPILOG = """Examples:

sayso import-petrarch actors.txt --verbs verbs.txt -o mine.yaml

sayso import-petrarch a.txt b.txt --agents agents.txt -o mine.yaml --left-out left-out.txt"""

SHOWN = 20
"""Lines of what was left out that are shown where no file is given for them."""


def import_petrarch(
    actors: Annotated[list[Path] | None, typer.Argument(metavar="ACTORS...", help="Actor dictionaries.")] = None,
    verbs: Annotated[list[Path] | None, typer.Option(help="Verb dictionary (repeat).")] = None,
    agents: Annotated[list[Path] | None, typer.Option(help="Agents dictionary (repeat).")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The vocabulary file to write.")] = Path("mine.yaml"),
    left_out: Annotated[
        Path | None, typer.Option(help="Write what could not be carried over here, with line numbers and reasons.")
    ] = None,
) -> None:
    """Turn PETRARCH dictionaries into a vocabulary file for --lexicon, and list what could not be carried over."""
    if not (actors or verbs or agents):
        raise Trouble("nothing to import: give an actors file, --verbs or --agents", code=2)
    try:
        found = petrarch.convert(actors or (), agents or (), verbs or ())
    except petrarch.DictionaryError as error:
        raise Trouble(str(error)) from error
    text = petrarch.as_yaml({"actors": found.actors, "classes": found.classes, "events": found.events})
    write(output, text or "actors: []\n")
    counts = f"{len(found.actors)} actors, {len(found.events)} event patterns, {len(found.classes)} word classes"
    Console(stderr=True).print(f"{output}: {counts}", markup=False, highlight=False)
    _tell(found.left_out, left_out)


def _tell(left: tuple[petrarch.LeftOut, ...], path: Path | None) -> None:
    """Say what was left out: all of it in the file, else the first lines on stderr."""
    if not left:
        return
    if path is not None:
        write(path, "".join(f"{one}\n" for one in left))
        fail(f"{len(left)} things could not be carried over; they are listed in {path}", "note")
        return
    for one in left[:SHOWN]:
        fail(str(one), "left out")
    if len(left) > SHOWN:
        fail(f"{len(left) - SHOWN} more could not be carried over; --left-out FILE lists them all", "note")
