"""What the user says of a file that it does not say: `--published FILE=VALUE` and the like, `--meta FILE.csv`."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from sayso.ingest.decode import decode
from sayso.model.document import iso_date

FIELDS = ("published", "source", "title", "author", "url", "language")
COLUMNS = ("file", *FIELDS)
MAX_CSV = 64 * 1024 * 1024


class MetaError(ValueError):
    """Metadata that cannot be used; the message says which and what is wrong with it."""


class Meta(msgspec.Struct, frozen=True):
    """Metadata given for one file. None: not given."""

    published: str | None = None
    source: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None


class MetaTable:
    """Metadata by file, address or document id, as the user wrote it."""

    def __init__(self, given: Mapping[str, Meta]) -> None:
        self._given = MappingProxyType(dict(given))
        self._paths = {_normal(name): name for name in given}

    @property
    def names(self) -> frozenset[str]:
        """The files and ids that metadata was given for."""
        return frozenset(self._given)

    def given(self, name: str) -> "Given":
        """What was given for a file, address or id: by file name, by path and as written, the last winning."""
        by_path = self._paths.get(_normal(name))
        keys = [key for key in dict.fromkeys((Path(name).name, by_path or "", name)) if key in self._given]
        fields: dict[str, str] = {}
        for key in keys:
            values = {field: getattr(self._given[key], field) for field in FIELDS}
            fields |= {field: value for field, value in values.items() if value is not None}
        return Given(Meta(**fields), frozenset(keys))


class Given(msgspec.Struct, frozen=True):
    """The metadata for one input, and the names it was given under (none: nothing was given)."""

    meta: Meta = Meta()
    keys: frozenset[str] = frozenset()


def parse_meta(
    *,
    published: Sequence[str] = (),
    source: Sequence[str] = (),
    title: Sequence[str] = (),
    author: Sequence[str] = (),
    url: Sequence[str] = (),
    language: Sequence[str] = (),
    tables: Sequence[Path] = (),
) -> MetaTable:
    """`FILE=VALUE` options over `tables` (CSV with the columns `file` and any of FIELDS). Raises MetaError."""
    found: dict[str, dict[str, str]] = {}
    for table in tables:
        for file, values in _csv_rows(table):
            found.setdefault(file, {}).update(values)
    options = dict(zip(FIELDS, (published, source, title, author, url, language), strict=True))
    for field, pairs in options.items():
        for pair in pairs:
            file, value = _pair(field, pair)
            found.setdefault(file, {})[field] = value
    return MetaTable({file: Meta(**values) for file, values in found.items()})


def _pair(field: str, pair: str) -> tuple[str, str]:
    file, mark, value = pair.partition("=")
    if "://" in file and mark:
        file, mark, value = pair.rpartition("=")
    if not mark or not file.strip() or not value.strip():
        raise MetaError(f"--{field} {pair!r}: write FILE=VALUE")
    return file.strip(), _checked(field, value.strip(), f"--{field} {pair!r}")


def _checked(field: str, value: str, where: str) -> str:
    if field != "published":
        return value
    try:
        return iso_date(value) or value
    except ValueError as error:
        raise MetaError(f"{where}: {error}") from error


def _csv_rows(path: Path) -> Iterable[tuple[str, dict[str, str]]]:
    try:
        if path.stat().st_size > MAX_CSV:
            raise MetaError(f"{path}: larger than {MAX_CSV // 1024 // 1024} MB; split it")
        text = decode(path.read_bytes()).text
    except OSError as error:
        raise MetaError(f"{path}: cannot be read ({error.strerror})") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        columns = [name.strip().lower() for name in reader.fieldnames or ()]
        _check_columns(path, columns)
        reader.fieldnames = columns
        return [_csv_row(path, number, row) for number, row in enumerate(reader, start=2)]
    except csv.Error as error:
        raise MetaError(f"{path}: not a CSV table ({error})") from error


def _check_columns(path: Path, columns: Sequence[str]) -> None:
    if "file" not in columns:
        raise MetaError(f"{path}: it has no column 'file'; the columns are {', '.join(COLUMNS)}")
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown:
        raise MetaError(
            f"{path}: unknown columns {', '.join(map(repr, unknown))}; the columns are {', '.join(COLUMNS)}"
        )


def _csv_row(path: Path, number: int, row: Mapping[str | None, str | list[str] | None]) -> tuple[str, dict[str, str]]:
    if None in row:
        raise MetaError(f"{path}: row {number} has more cells than the table has columns")
    cells = {name: value.strip() for name, value in row.items() if name and isinstance(value, str) and value.strip()}
    file = cells.pop("file", "")
    if not file:
        raise MetaError(f"{path}: row {number} names no file")
    return file, {name: _checked(name, value, f"{path}: row {number}") for name, value in cells.items()}


def _normal(name: str) -> str:
    return name if "://" in name else str(Path(name).expanduser().absolute())
