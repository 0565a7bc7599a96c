"""Rows of any table as tab-separated lines: no quotes, as the field's own files; a cell is one line without tabs."""

import re

import msgspec

_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def columns(row: type[msgspec.Struct], prefix: str = "") -> tuple[str, ...]:
    """The headings of a kind of row; a row inside a row gives its own, each after the outer heading."""
    found: list[str] = []
    for field in msgspec.structs.fields(row):
        name = prefix + field.encode_name
        inner = isinstance(field.type, type) and issubclass(field.type, msgspec.Struct)
        found.extend(columns(field.type, name) if inner else (name,))
    return tuple(found)


def cells(row: msgspec.Struct) -> tuple[str, ...]:
    """The cells of a row, in the order of `columns`."""
    found: list[str] = []
    for name in row.__struct_fields__:
        value = getattr(row, name)
        found.extend(cells(value) if isinstance(value, msgspec.Struct) else (_cell(value),))
    return tuple(found)


def line(values: tuple[str, ...]) -> str:
    """A line of the file, with its end."""
    return "\t".join(values) + "\n"


def _cell(value: object) -> str:
    return "" if value is None else _BREAKS.sub(" ", str(value))
