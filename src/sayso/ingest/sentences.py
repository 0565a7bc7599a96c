"""Text with one sentence a line: each line a document, read as a stream."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.ingest.decode import content_of, decode
from sayso.ingest.items import Failure
from sayso.ingest.meta import Meta
from sayso.model.document import Document

MAX_LINE = 100_000
"""Bytes of the longest line that is taken for a sentence."""


def lines(stream: BinaryIO, name: str, given: Meta) -> Iterator[Document | Failure]:
    """The lines that are not blank, as documents with the id `NAME:LINE`; `given` counts for each of them.

    A line that is too long gives a Failure and the others go on; what is not text ends the stream.
    """
    number, found = 0, False
    while data := stream.readline(MAX_LINE):
        number += 1
        where = f"{name}:{number}"
        if len(data) == MAX_LINE and not data.endswith(b"\n"):
            _skip(stream)
            yield Failure(where, f"the line is longer than {MAX_LINE:,} bytes", "split it")
            continue
        content = content_of(data)
        if content == "empty":
            continue
        found = True
        if content not in ("text", "html"):
            yield Failure(where, "its content is not text", "give one sentence a line")
            return
        yield _document(decode(data).text.strip(), where, given)
    if not found:
        yield Failure(name, "it is empty", "give one sentence a line")


def _skip(stream: BinaryIO) -> None:
    """Read to the end of the line, a piece at a time."""
    while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
        pass


def _document(text: str, name: str, given: Meta) -> Document:
    return Document(
        text, id=name, title=given.title, source=given.source, author=given.author, url=given.url, path=name,
        published=given.published, language=given.language,
    )  # fmt: skip
