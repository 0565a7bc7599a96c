"""Records saved as JSON Lines (`sayso read --format jsonl`): telling them from documents, and reading them back."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.model.record import Actor, Attribution, Claim, Piece, Record, Scenario
from sayso.store import sound

SQLITE_MAGIC = b"SQLite format 3\x00"
_PEEK = 64 * 1024


class SavedError(ValueError):
    """A saved record that cannot be read back: the message says which file and line."""


class _Head(msgspec.Struct):
    """The least a line must hold to be a record: a document with an id, and claims."""

    document: dict[str, object]
    claims: list[object]


def is_store(path: Path) -> bool:
    """Whether `path` is an SQLite file, by its first bytes."""
    return _start_of(path, len(SQLITE_MAGIC)) == SQLITE_MAGIC


def is_saved(path: Path) -> bool:
    """Whether `path` holds saved records rather than documents."""
    if path.suffix != ".jsonl" or not _start_of(path, _PEEK).lstrip().startswith(b'{"document":'):
        return False
    with path.open("rb") as lines:
        try:
            msgspec.json.decode(lines.readline(), type=_Head)
        except (msgspec.DecodeError, msgspec.ValidationError):
            return False
    return True


def load(path: Path) -> Iterator[Record]:
    """The records of a file, in order. Raises SavedError naming the line that is not one."""
    decoder = msgspec.json.Decoder(Record)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = decoder.decode(line)
            except (msgspec.DecodeError, msgspec.ValidationError) as error:
                raise SavedError(f"{path}, line {number}: not a record of Sayso ({error})") from error
            if wrong := sound.fault(record):
                raise SavedError(f"{path}, line {number}: this record does not hold together: {wrong}")
            yield record


def _start_of(path: Path, count: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError:
        return b""


def find(record: Record, wanted: str) -> Piece | None:
    """What `wanted` is the id of in `record`: the record itself, or one of its pieces; None when it is not here."""
    if record.document.id == wanted:
        return record
    pieces: tuple[Actor | Attribution | Claim | Scenario, ...] = (
        *record.claims, *record.attributions, *record.actors, *record.scenarios,
    )  # fmt: skip
    return next((piece for piece in pieces if piece.id == wanted), None)
