"""JSON Lines, plain or gzipped, as a stream: one document a line, bounded lines, a bad line never costs the others."""

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from sayso.ingest.items import Failure
from sayso.model.document import encodable

MAX_LINE = 32 * 1024 * 1024
MAX_SKIP = 1024 * 1024 * 1024
MAX_RATIO = 400
RATIO_FROM = 256 * 1024 * 1024
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


class Row(msgspec.Struct, frozen=True):
    """A line as the contract has it; other fields are ignored."""

    text: str
    id: str | int | None = None
    title: str | None = None
    source: str | None = None
    author: str | list[str] | None = None
    url: str | None = None
    published: str | int | None = None
    language: str | None = None


class Counted(io.RawIOBase):
    """A stream that counts what was read of it, so that an expansion can be told from a bomb."""

    def __init__(self, inner: BinaryIO) -> None:
        super().__init__()
        self.inner = inner
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self.inner.read(size)
        self.count += len(data)
        return data


def rows(stream: BinaryIO, name: str, *, gzipped: bool) -> Iterator[tuple[int, Row | Failure]]:
    """Line number and row (or what is wrong with it) for each line that is not blank."""
    counted = Counted(stream)
    opened = gzip.GzipFile(fileobj=counted) if gzipped else stream
    decoder = msgspec.json.Decoder(Row)
    number = read = 0
    while True:
        number += 1
        try:
            line, size = _line(opened)
        except (OSError, EOFError, zlib.error) as error:
            yield number, Failure(f"{name}:{number}", f"cannot be unpacked ({error})", "pack the file again")
            return
        if size == 0:
            return
        read += size
        if gzipped and read > RATIO_FROM and read > MAX_RATIO * counted.count:
            yield (
                number,
                Failure(
                    f"{name}:{number}", f"unpacks to more than {MAX_RATIO} times its size", "unpack it and check it"
                ),
            )
            return
        if line is None:
            yield number, _too_long(name, number, size)
            if size >= MAX_SKIP:
                return
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield number, _row(line, name, number, decoder)


def _line(stream: BinaryIO | gzip.GzipFile) -> tuple[bytes | None, int]:
    """The next line and its size in bytes; None for a line over the bound, which is skipped, not kept."""
    line = stream.readline(MAX_LINE)
    if len(line) < MAX_LINE or line.endswith(b"\n"):
        return line, len(line)
    size = len(line)
    while size < MAX_SKIP:
        more = stream.readline(1024 * 1024)
        size += len(more)
        if not more or more.endswith(b"\n"):
            break
    return None, size


def _too_long(name: str, number: int, size: int) -> Failure:
    rest = " and the rest of the file is not read" if size >= MAX_SKIP else ""
    problem = f"the line is longer than {MAX_LINE // 1024 // 1024} MB{rest}"
    return Failure(f"{name}:{number}", problem, "split the document")


def _row(line: bytes, name: str, number: int, decoder: "msgspec.json.Decoder[Row]") -> Row | Failure:
    line = line.removeprefix(b"\xef\xbb\xbf")
    try:
        row = _with_halves(line) if _HALF.search(line) else decoder.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        remedy = 'each line is one JSON object with at least "text"'
        return Failure(f"{name}:{number}", f"line {number} is no document ({error})", remedy)
    if not row.text.strip():
        return Failure(f"{name}:{number}", f"line {number} has an empty text", 'give a "text"')
    return row


def _with_halves(line: bytes) -> Row:
    """A line that escapes surrogates: msgspec refuses half a pair, which a text cut at a character may end in."""
    return msgspec.json.decode(encodable(json.dumps(json.loads(line), ensure_ascii=False)), type=Row)
