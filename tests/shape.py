"""Holding plain data against a shape: what a field must be, said once and checked to the bottom."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class Maybe(NamedTuple):
    """The shape, or null."""

    shape: Any


class Between(NamedTuple):
    """A number from `low` to `high`, both included."""

    low: float
    high: float


class Matching(NamedTuple):
    """A string that fits the pattern as a whole."""

    pattern: str


def mismatches(value: Any, shape: Any, path: str = "$") -> Iterator[str]:
    """Where `value` is not what `shape` says. A dict lists required fields (more may be there), a list holds the
    shape of each item, a set the values allowed, a tuple the items one by one, a type is itself."""
    if isinstance(shape, Maybe):
        if value is not None:
            yield from mismatches(value, shape.shape, path)
    elif isinstance(shape, Between):
        if isinstance(value, bool) or not isinstance(value, int | float) or not shape.low <= value <= shape.high:
            yield f"{path}: {value!r} is not between {shape.low} and {shape.high}"
    elif isinstance(shape, Matching):
        if not isinstance(value, str) or not re.fullmatch(shape.pattern, value):
            yield f"{path}: {value!r} does not fit {shape.pattern}"
    elif isinstance(shape, Mapping):
        yield from _fields(value, shape, path)
    elif isinstance(shape, list | tuple):
        yield from _items(value, shape, path)
    elif isinstance(shape, frozenset):
        if value not in shape:
            yield f"{path}: {value!r} is none of {sorted(map(str, shape))}"
    elif type(value) is not shape:
        yield f"{path}: {value!r} is no {shape.__name__}"


def _fields(value: Any, shape: Mapping[str, Any], path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path}: {value!r} is no object"
        return
    for name, inner in shape.items():
        if name.endswith("?"):
            if name[:-1] in value:
                yield from mismatches(value[name[:-1]], inner, f"{path}.{name[:-1]}")
        elif name not in value:
            yield f"{path}.{name}: is missing"
        else:
            yield from mismatches(value[name], inner, f"{path}.{name}")


def _items(value: Any, shape: list[Any] | tuple[Any, ...], path: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{path}: {value!r} is no list"
    elif isinstance(shape, tuple):
        if len(value) != len(shape):
            yield f"{path}: {len(value)} items, not {len(shape)}"
        for k, (item, inner) in enumerate(zip(value, shape, strict=False)):
            yield from mismatches(item, inner, f"{path}[{k}]")
    else:
        for k, item in enumerate(value):
            yield from mismatches(item, shape[0], f"{path}[{k}]")


def one_of(values: str) -> frozenset[str]:
    """The words allowed, as the contract writes them: parted by bars."""
    return frozenset(values.split("|"))
