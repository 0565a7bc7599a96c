"""The sentences of a record, with the claims and tolls in each."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from sayso.comparing.tolls import Toll, find
from sayso.comparing.view import MAX_SENTENCE, STOP, Told
from sayso.lexicon.numbers import NumberLexicon
from sayso.model.document import READ_SECTIONS, Document
from sayso.model.record import Record
from sayso.model.span import Span

_BACK: Final = 2  # sentences before one in which it may have its place and means


class Line(msgspec.Struct, frozen=True):
    """A sentence. `parts`: tolls of a part of its dead. `before`: the sentences just before it, the nearest last."""

    sentence: Span
    claims: tuple[Told, ...]
    tolls: tuple[Toll, ...]
    parts: tuple[Toll, ...]
    before: tuple[str, ...]


def lines(record: Record, claims: Sequence[Told], numbers: NumberLexicon) -> list[Line]:
    """The sentences that have one of the claims or a toll: the title, then those of the text, in order."""
    found: list[Line] = []
    earlier: list[str] = []
    for span in _sentences(record, claims):
        mine = tuple(one for one in claims if _within(one.claim.event.trigger, span))
        tolls = find(span, numbers) if len(span.text) <= MAX_SENTENCE else ()
        parts = find(span, numbers, parts=True) if tolls else ()
        if mine or tolls:
            found.append(Line(span, mine, tolls, parts, tuple(earlier[-_BACK:])))
        earlier.append(span.text)
    return found


def _within(trigger: Span, span: Span) -> bool:
    return trigger.where == span.where and span.start <= trigger.start < span.end


def _sentences(record: Record, claims: Sequence[Told]) -> Iterator[Span]:
    """Of a record without its text, the sentences that its claims bring along."""
    info = record.document
    if info.text is None:
        yield from sorted({one.around for one in claims}, key=lambda span: (span.where is None, span.start))
        return
    document = Document(info.text, id=info.id, title=info.title)
    if info.title and any(one.around.where == "title" for one in claims):
        yield document.span(0, len(info.title), "title")
    for section in info.sections:
        if section.kind in READ_SECTIONS:
            yield from _split(document, section.start, section.end)


def _split(document: Document, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in STOP.finditer(document.text, start, end):
        if match.start() >= at:
            yield document.span(at, match.start() + 1)
            at = match.end()
    if at < end:
        yield document.span(at, end)
