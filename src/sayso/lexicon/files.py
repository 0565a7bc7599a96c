"""Reading vocabulary files: YAML mappings from a kind of entry (`actors:`, `events:` ...) to a list of entries.

Sayso's own files and a user's go through the same door, a user's last, so that theirs win.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

Entry = TypeVar("Entry")
DATA = Path(__file__).with_name("data")
MAX_BYTES = 32 * 1024 * 1024
KINDS = frozenset(
    {
        "actors", "certainty", "classes", "compositions", "events", "framing", "furniture", "genre", "headlines",
        "incidents", "irregular", "loaded", "mappings", "nominals", "numbers", "ontology", "places", "polarity",
        "reporting", "sectors", "slant_weights", "time_patterns", "times", "voices",
    }
)  # fmt: skip
"""The keys that a vocabulary file may have."""


class LexiconError(ValueError):
    """A vocabulary file that cannot be used: the message says which file, what is wrong and what to do."""


class _Loader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
    """YAML in which only `true` and `false` are booleans: `yes`, `no` and `on` are words here, as in YAML 1.2."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's name for it
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def own_files(kind: str) -> tuple[Path, ...]:
    """Sayso's files that hold entries of `kind`: `data/KIND/*.yaml`, in name order."""
    return tuple(sorted((DATA / kind).glob("*.yaml")))


def entries(kind: str, entry: type[Entry], extra: Sequence[Path] = ()) -> tuple[Entry, ...]:
    """All entries of `kind` as `entry`s: Sayso's own, then those of `extra` files. Raises LexiconError."""
    found: list[Entry] = []
    for path in own_files(kind):
        found.extend(_of_file(path, kind, entry))
    for path in extra:
        found.extend(_of_file(path, kind, entry))
    return tuple(found)


def _of_file(path: Path, kind: str, entry: type[Entry]) -> Iterable[Entry]:
    content = _raw(path)
    if kind not in content:
        return ()
    try:
        return msgspec.convert(content[kind], list[entry])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        at = re.search(r"\$\[(\d+)\]", str(error))
        raise LexiconError(f"{_place(path, kind, int(at[1])) if at else path}: in `{kind}`: {error}") from error


def place(kind: str, number: int, extra: Sequence[Path] = ()) -> str:
    """File and line of entry `number`, counted as `entries` gives them; only the kind where there is no such entry."""
    for path in (*own_files(kind), *extra):
        listed = _raw(path).get(kind, ())
        size = len(listed) if isinstance(listed, list) else 0
        if number < size:
            return _place(path, kind, number)
        number -= size
    return kind


def _place(path: Path, kind: str, number: int) -> str:
    tree = yaml.compose(path.read_bytes(), _Loader)
    for key, value in tree.value if tree is not None else ():
        if key.value == kind and isinstance(value.value, list) and number < len(value.value):
            return f"{path}, line {value.value[number].start_mark.line + 1}"
    return str(path)


def _parsed(path: Path) -> dict[str, object]:
    return msgspec.convert(yaml.load(path.read_bytes(), _Loader), dict[str, object])


@lru_cache(maxsize=8)
def _kept(path: Path, changed: int) -> dict[str, object]:
    """A user's file as it was when last `changed`: it is asked for every kind of entry, and a big one takes seconds."""
    del changed
    content = _parsed(path)
    unknown = sorted(set(content) - KINDS)
    if unknown:
        raise LexiconError(
            f"{path}: there are no entries of kind {unknown[0]!r}; there are: {', '.join(sorted(KINDS))}"
        )
    return content


def _raw(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LexiconError(f"{path}: larger than {MAX_BYTES} bytes; split it")
        return _parsed(path) if DATA in path.parents else _kept(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from error
    except (msgspec.ValidationError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: not a YAML mapping of kinds to entries ({error})") from error
