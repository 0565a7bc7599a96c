"""The options that commands share: each is written once, as a field of what a command is given."""

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import msgspec
import typer

from sayso.reading.reader import Options

STORE_HELP = "The SQLite file that `sayso read --store` or `sayso compare --store` wrote."

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files (.txt .md .html .pdf .docx .eml .jsonl .jsonl.gz), folders, globs, http(s) addresses, or - for "
        "standard input.",
    ),
]
_EACH = "for one file, as FILE=VALUE (repeat)."


class Loading(msgspec.Struct, frozen=True, kw_only=True):
    """How documents are loaded, and what is said of them."""

    published: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE=DATE", help=f"Publication date (YYYY, YYYY-MM or YYYY-MM-DD) {_EACH}"),
    ] = None
    source: Annotated[list[str] | None, typer.Option(metavar="FILE=NAME", help=f"Outlet {_EACH}")] = None
    title: Annotated[list[str] | None, typer.Option(metavar="FILE=TITLE", help=f"Title {_EACH}")] = None
    author: Annotated[list[str] | None, typer.Option(metavar="FILE=NAME", help=f"Author {_EACH}")] = None
    meta: Annotated[
        Path | None,
        typer.Option(help="CSV with a column `file` and any of published, source, title, author, url, language."),
    ] = None
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch addresses inside private networks.")
    ] = False


class Reading(Loading, frozen=True, kw_only=True):
    """How documents are loaded and read."""

    lexicon: Annotated[
        list[Path] | None, typer.Option(help="YAML file with actors, patterns or cues of your own (repeat).")
    ] = None
    statements: Annotated[
        bool, typer.Option("--statements", help="Keep plain statements (CAMEO 01) as events too.")
    ] = False
    fast: Annotated[bool, typer.Option("--fast", help="By rules alone, without the trained encoder: faster.")] = False
    workers: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = 1

    def options(self) -> Options:
        """What the reader needs of them."""
        files = tuple(str(path) for path in self.lexicon or ())
        return Options(lexicon=files, statements=self.statements, fast=self.fast)


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """`command` as the command line sees it: for its parameter `settings` the fields of that one's type, as options."""
    signature = inspect.signature(command, eval_str=True)
    settings: type[Loading] = signature.parameters["settings"].annotation
    hints = get_type_hints(settings, include_extras=True)
    options = [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in msgspec.structs.fields(settings)
    ]

    @functools.wraps(command)
    def run(**given: Any) -> None:
        chosen = {option.name: given.pop(option.name) for option in options}
        command(settings=settings(**chosen), **given)

    shown = [*(one for one in signature.parameters.values() if one.name != "settings"), *options]
    run.__dict__["__signature__"] = signature.replace(parameters=shown)
    run.__annotations__ = {one.name: one.annotation for one in shown}
    return run
