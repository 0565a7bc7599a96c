"""Writes what follows from the code in docs/: command line, record, comparison, tables of a store. `make docs` runs it.

A test compares the pages with what this gives, so they cannot lag.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import typer

from sayso.cli.main import app
from sayso.model.comparison import Comparison
from sayso.model.record import Record
from sayso.store.schema import document_schema

HERE = Path(__file__).parent
TABLES = "## Tables\n\n"
NOTE = "<!-- Written by docs/generate.py; change the code, then run `make docs`. -->\n"


def pages() -> dict[str, str]:
    """File name → text of every generated page."""
    return {
        "cli.md": NOTE + "\n".join(_cli()),
        "record.md": NOTE + "\n".join(_schema("The record", Record)),
        "comparison.md": NOTE + "\n".join(_schema("The comparison", Comparison)),
        "store.md": (HERE / "store.md").read_text(encoding="utf-8").partition(TABLES)[0] + TABLES + document_schema(),
    }


def _cli() -> Iterator[str]:
    yield "# The command line\n"
    yield "Data goes to stdout; progress and errors to stderr. Exit codes: 0 all done, 1 something could not be done"
    yield "(stderr says what), 2 the command was not understood.\n"
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        yield from _command(name, command)


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join([*(p.metavar or p.name.upper() for p in arguments), "[OPTIONS]"])
    yield f"## sayso {name}\n\n{command.help}\n\n    sayso {name} {usage}\n"
    yield "| argument or option | meaning |\n|---|---|"
    for parameter in command.params:
        yield f"| `{_spelling(parameter)}` | {_cell(parameter.help or '')} |"
    examples = [line for line in (command.epilog or "").splitlines() if line.strip()]
    yield "\n" + "\n".join(["Examples:", "", *(f"    {line}" for line in examples[1:])]) + "\n"


def _spelling(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    names = ", ".join((*parameter.opts, *parameter.secondary_opts))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _schema(title: str, piece: type) -> Iterator[str]:
    (root,), definitions = msgspec.json.schema_components([piece], ref_template="{name}")
    del root
    yield f"# {title}\n"
    for name, definition in definitions.items():
        yield f"## {name}\n\n{_cell(definition.get('description', ''))}\n"
        if "properties" in definition:
            yield "| field | type |\n|---|---|"
            for field, kind in definition["properties"].items():
                yield f"| `{field}` | {_kind(kind)} |"
        else:
            yield _kind(definition)
        yield ""


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return f"[{schema['$ref']}](#{schema['$ref'].lower()})"
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "prefixItems" in schema:
        return "[" + ", ".join(_kind(one) for one in schema["prefixItems"]) + "]"
    if schema.get("type") == "array":
        items = schema.get("items")
        return f"list of {_kind(items)}" if isinstance(items, dict) else "list"
    return str(schema.get("type", "any"))


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
