"""The `sayso` command: what is common to all of its subcommands."""

import os
import sys
from importlib.metadata import version
from typing import Annotated

# One thread: the parser is faster so on small batches, and `--workers` says how many cores to use.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import typer

from sayso.cli import code, compare, look, petrarch, read, sql
from sayso.cli.common import Trouble, fail
from sayso.lexicon.files import LexiconError
from sayso.store import StoreError
from sayso.store.saved import SavedError

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


app.command("read", epilog=read.EPILOG)(read.read)
app.command("compare", epilog=compare.EPILOG)(compare.compare)
app.command("code", epilog=code.EPILOG)(code.code)
app.command("import-petrarch", epilog=petrarch.EPILOG)(petrarch.import_petrarch)
app.command("show", epilog=look.SHOW_EPILOG)(look.show)
app.command("explain", epilog=look.EXPLAIN_EPILOG)(look.explain)
app.command("sql", epilog=sql.EPILOG)(sql.sql)


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
    except BrokenPipeError:
        # The reader of our pipe went away (`sayso read ... | head`): not an error, but nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        fail("stopped")
        sys.exit(130)
