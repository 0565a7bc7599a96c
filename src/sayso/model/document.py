"""A document as it was given: its text, what is known about it, and the only way to make spans of it."""

import datetime as dt
import hashlib
import re
from typing import Any, Literal, overload

import msgspec
from dateutil import parser as dateparser

from sayso.model.span import Span, Where

SectionKind = Literal["headline", "deck", "subheading", "byline", "dateline", "body", "background", "boilerplate"]
DateBasis = Literal["given", "page", "byline", "text", "unknown"]
Published = str | dt.date | dt.datetime | None

_SURROGATE = re.compile("[\ud800-\udfff]")
READ_SECTIONS: frozenset[str] = frozenset({"headline", "deck", "subheading", "body", "background"})


class Section(msgspec.Struct, frozen=True):
    """A stretch `[start, end)` of a document's text and what it is for."""

    kind: SectionKind
    start: int
    end: int


class Note(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something the reader of a record should know: what could not be read, and why."""

    code: str
    message: str
    span: Span | None = None


class Document:
    """A text and its metadata. Immutable; equal when the ids and texts are equal.

    `published` takes `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, an ISO datetime or a date, and is kept as an ISO string.
    Halves of surrogate pairs become U+FFFD.
    `id` defaults to a hash of `url` (or `path`) and the text. Raises ValueError for an unreadable date.
    """

    __slots__ = (
        "author", "id", "language", "notes", "path", "published", "published_basis", "source", "text", "title",
        "url",
    )  # fmt: skip

    id: str
    text: str
    title: str | None
    source: str | None
    author: str | None
    url: str | None
    path: str | None
    published: str | None
    published_basis: DateBasis
    language: str | None
    notes: tuple[Note, ...]

    def __init__(
        self,
        text: str,
        *,
        id: str | None = None,  # noqa: A002 - the contract's name
        title: str | None = None,
        source: str | None = None,
        author: str | None = None,
        url: str | None = None,
        path: str | None = None,
        published: Published = None,
        published_basis: DateBasis | None = None,
        language: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        when = iso_date(published)
        values = {
            "id": encodable(id or None) or _hash_id(url or path or "", text),
            "text": encodable(text),
            "title": encodable(title or None),
            "source": encodable(source or None),
            "author": encodable(author or None),
            "url": encodable(url or None),
            "path": path or None,
            "published": when,
            "published_basis": published_basis or ("given" if when else "unknown"),
            "language": language or None,
            "notes": notes,
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Document is immutable: cannot set {name!r}")

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and (self.id, self.text) == (other.id, other.text)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"Document(id={self.id!r}, title={self.title!r}, {len(self.text)} characters)"

    def replace(self, **changes: Any) -> "Document":
        """The same document with some fields changed; the id stays."""
        return Document(**{**self.__getstate__(), **changes})

    def span(self, start: int, end: int, where: Where | None = None) -> Span:
        """The span `[start, end)` of the text, or of the title. Raises ValueError outside of it."""
        text = (self.title or "") if where == "title" else self.text
        if not 0 <= start <= end <= len(text):
            name = where or "text"
            raise ValueError(f"span [{start}, {end}) is outside the {name} of {self.id} (0 to {len(text)})")
        return Span(start, end, text[start:end], where)


def iso_date(value: Published) -> str | None:
    """An ISO 8601 date of the precision given, or None. Raises ValueError when it is no date."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    text = value.strip()
    for pattern in ("%Y", "%Y-%m", "%Y-%m-%d"):
        try:
            dt.datetime.strptime(text, pattern)
        except ValueError:
            continue
        return text
    try:
        when: dt.datetime = dateparser.parse(text)
        return when.date().isoformat()
    except (ValueError, OverflowError) as error:
        raise ValueError(f"not a date: {value!r} (give YYYY, YYYY-MM or YYYY-MM-DD)") from error


@overload
def encodable(text: str) -> str: ...
@overload
def encodable(text: None) -> None: ...
@overload
def encodable(text: str | None) -> str | None: ...
def encodable(text: str | None) -> str | None:
    """The text with U+FFFD for each half of a surrogate pair, which cannot be written anywhere; no offset moves."""
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _hash_id(origin: str, text: str) -> str:
    digest = hashlib.sha256(f"{origin}\0{text}".encode("utf-8", "surrogatepass"))
    return "doc-" + digest.hexdigest()[:16]
