"""The `sayso` command: what is common to all of its subcommands."""

import functools
import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated, NoReturn, ParamSpec

# One thread: the parser is faster so on small batches, and `--workers` says how many cores to use.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import typer

from sayso.cli import code, compare, look, petrarch, read, sql, stories
from sayso.cli.common import Trouble, fail
from sayso.lexicon.files import LexiconError
from sayso.store import StoreError
from sayso.store.saved import SavedError

P = ParamSpec("P")

EPILOG = """Start with: sayso compare one.txt two.html three.pdf -o report.html"""

app = typer.Typer(
    name="sayso",
    help="Who did what to whom, according to whom, and how surely: read news, and compare accounts of one story.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def _root(
    show: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = (
        False
    ),
) -> None:
    pass


INTERRUPTED = 130


class _Stopped(Exception):  # noqa: N818
    """The user interrupted. Not KeyboardInterrupt, which the CLI library would turn into its own word and code."""


class _NobodyReads(Exception):  # noqa: N818
    """The reader of our pipe went away. Not BrokenPipeError, for the same reason."""


def _plainly(command: Callable[P, None]) -> Callable[P, None]:
    """The command, with its output written before it ends, and its two ends from outside told apart from faults."""

    @functools.wraps(command)
    def run(*args: P.args, **options: P.kwargs) -> None:
        try:
            command(*args, **options)
            sys.stdout.flush()
        except KeyboardInterrupt as interrupt:
            raise _Stopped from interrupt
        except BrokenPipeError as gone:
            raise _NobodyReads from gone

    return run


app.command("read", epilog=read.EPILOG)(_plainly(read.read))
app.command("compare", epilog=compare.EPILOG)(_plainly(compare.compare))
app.command("code", epilog=code.EPILOG)(_plainly(code.code))
app.command("import-petrarch", epilog=petrarch.EPILOG)(_plainly(petrarch.import_petrarch))
app.command("show", epilog=look.SHOW_EPILOG)(_plainly(look.show))
app.command("explain", epilog=look.EXPLAIN_EPILOG)(_plainly(look.explain))
app.command("sql", epilog=sql.EPILOG)(_plainly(sql.sql))
app.command("stories", epilog=stories.EPILOG)(_plainly(stories.stories))


def main() -> None:
    """Run the command line. Exit code 0: all done; 1: something could not be done (said on stderr); 2: usage."""
    try:
        app()
    except Trouble as trouble:
        fail(str(trouble))
        sys.exit(trouble.code)
    except (StoreError, SavedError, LexiconError) as error:
        fail(str(error))
        sys.exit(1)
    except _NobodyReads:
        # `sayso read ... | head`: not an error, but nothing more can be said.
        _say_no_more()
        sys.exit(0)
    except _Stopped:
        _stop()
    except SystemExit as end:
        # An interrupt that comes outside of a command the CLI library answers with this code, and without a word.
        if end.code != INTERRUPTED:
            raise
        _stop()
    except OSError as error:
        _say_no_more()
        fail(f"{error.filename or 'the output'}: {error.strerror or error}")
        sys.exit(1)


def _stop() -> NoReturn:
    _say_no_more()
    fail("stopped")
    sys.exit(INTERRUPTED)


def _say_no_more() -> None:
    """What is still waiting to be written to stdout goes nowhere, so that writing it cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
