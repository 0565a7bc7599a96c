"""The accounts in full, with the words that the page rests on marked, and a way back from each."""

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from sayso.model.document import Note, Section
from sayso.model.record import DocumentInfo, Record
from sayso.show import words
from sayso.show.book import Book, told
from sayso.show.page.character import character
from sayso.show.page.citations import Citations, Mark, mark_id
from sayso.show.page.layers import Shade, by_stretch
from sayso.show.page.views import AccountView, Back, Glance, NoteView, Paragraph, Piece, WhyView

_BLOCK = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w+")
_HTTP: Final = ("http://", "https://")
BACKS_SHOWN: Final = 6


class Stretch(msgspec.Struct, frozen=True):
    """A paragraph `[start, end)` of a text and what it is for."""

    kind: str
    start: int
    end: int


def glances(book: Book, citations: Citations) -> tuple[Glance, ...]:
    """The table of accounts."""
    return tuple(_glance(book, citations, document) for document in book.documents)


def _glance(book: Book, citations: Citations, document: str) -> Glance:
    info, record = book.documents[document], book.records.get(document)
    return Glance(
        ref=citations.account(document),
        title=book.title(document),
        by=", ".join(part for part in (info.author, info.source) if part),
        date=told(info),
        words=len(_WORD.findall((record.document.text or "") if record else "")),
        character=character(book, document),
        notes=tuple(
            note.message
            for note in (record.notes if record else ())
            if note.span is None and note.code not in words.QUIET
        ),
    )


def accounts(book: Book, citations: Citations, shaded: Mapping[str, Sequence[Shade]]) -> tuple[AccountView, ...]:
    """Every account in full; call it last, when all that is cited is known. `shaded`: document id → its shades."""
    return tuple(
        _account(book, record, citations.marks(document), shaded[document])
        for document, record in ((d, book.records.get(d)) for d in book.documents)
        if record is not None
    )


def _account(book: Book, record: Record, marks: Mapping[Mark, Sequence[Back]], shaded: Sequence[Shade]) -> AccountView:
    info, letter = record.document, book.letter(record.document.id)
    body = {mark: backs for mark, backs in marks.items() if not mark.in_title}
    head = {mark: backs for mark, backs in marks.items() if mark.in_title}
    stretches = [] if info.text is None else _stretches(info)
    placed = by_stretch(
        [shade for shade in shaded if not shade.in_title],
        [one.start for one in stretches],
        [one.end for one in stretches],
    )
    pieces = [
        (one.kind, _paragraph(info.text or "", one, body, letter, placed.get(k, ()))) for k, one in enumerate(stretches)
    ]
    title = info.title or ""
    titled = [shade for shade in shaded if shade.in_title and shade.end <= len(title)]
    return AccountView(
        letter=letter,
        title=book.title(info.id),
        by=", ".join(part for part in (info.author, info.source) if part),
        date=told(book.documents[info.id]),
        url=info.url or "",
        link=info.url if info.url and info.url.lower().startswith(_HTTP) else "",
        headline=_paragraph(title, Stretch("headline", 0, len(title)), head, letter, titled)
        if head or titled
        else None,
        paragraphs=tuple(made for kind, made in pieces if kind != "boilerplate"),
        furniture=tuple(made for kind, made in pieces if kind == "boilerplate"),
        quotes=_quotes(record, body, letter) if info.text is None else (),
    )


def _stretches(info: DocumentInfo) -> list[Stretch]:
    """The text's lines, cut where a section begins or ends inside one, each piece with its kind."""
    text = info.text or ""
    kinds = _whole(info.sections, len(text))
    found, k = [], 0
    for block in _BLOCK.finditer(text):
        while kinds[k].end <= block.start():
            k += 1
        while k < len(kinds) and kinds[k].start < block.end():
            start, end = max(kinds[k].start, block.start()), min(kinds[k].end, block.end())
            if text[start:end].strip():
                found.append(Stretch(kinds[k].kind, start, end))
            if kinds[k].end > block.end():
                break
            k += 1
        k = min(k, len(kinds) - 1)
    return found


def _whole(sections: Sequence[Section], length: int) -> list[Stretch]:
    """The sections in order without overlaps, with body where there is none, covering `[0, length)`."""
    found, at = [], 0
    for section in sorted(sections, key=lambda section: section.start):
        if section.start > at:
            found.append(Stretch("body", at, section.start))
        start = max(section.start, at)
        if section.end > start:
            found.append(Stretch(section.kind, start, section.end))
        at = max(at, section.end)
    return [*found, Stretch("body", at, length)] if at < length or not found else found


def _paragraph(
    text: str, one: Stretch, marks: Mapping[Mark, Sequence[Back]], letter: str, shaded: Sequence[Shade] = ()
) -> Paragraph:
    inside = [mark for mark in marks if mark.start < one.end and mark.end > one.start]
    cuts = {one.start, one.end}
    bounds = [(mark.start, mark.end) for mark in inside] + [(shade.start, shade.end) for shade in shaded]
    cuts.update(point for pair in bounds for point in pair if one.start < point < one.end)
    edges = sorted(cuts)
    pieces = (_piece(text, a, b, inside, marks, letter) for a, b in itertools.pairwise(edges))
    return Paragraph(
        one.kind, tuple(_shaded(piece, a, shaded, one.start) for piece, a in zip(pieces, edges, strict=False))
    )


def _piece(
    text: str, start: int, end: int, inside: Sequence[Mark], marks: Mapping[Mark, Sequence[Back]], letter: str
) -> Piece:
    covering = [mark for mark in inside if mark.start <= start and mark.end >= end]
    ending = [back for mark in covering if mark.end == end for back in marks[mark]]
    return Piece(
        text=text[start:end],
        marks=" ".join(mark_id(letter, mark) for mark in covering),
        starts=tuple(mark_id(letter, mark) for mark in covering if mark.start == start),
        backs=tuple(dict.fromkeys(ending))[:BACKS_SHOWN],
    )


def _shaded(piece: Piece, start: int, shaded: Sequence[Shade], first: int) -> Piece:
    """The piece with the layers that shade it; a shade that comes from the paragraph before says why here again."""
    covering = [shade for shade in shaded if shade.start <= start and shade.end >= start + len(piece.text)]
    if not covering:
        return piece
    classes = (f"lay-{shade.layer} {shade.kind and f'lay-{shade.kind}'}".strip() for shade in covering)
    begun = (shade for shade in covering if shade.start == start or (shade.start < first == start))
    whys = tuple(dict.fromkeys(WhyView(shade.layer, shade.why) for shade in begun))
    return msgspec.structs.replace(piece, layers=" ".join(dict.fromkeys(classes)), whys=whys)


def _quotes(record: Record, marks: Mapping[Mark, Sequence[Back]], letter: str) -> tuple[Paragraph, ...]:
    """The cited words alone, for a record that came without its text."""
    known = {(span.start, span.end): span.text for claim in record.claims for span in claim.evidence}
    ordered = sorted(marks, key=lambda mark: mark.start)
    return tuple(
        Paragraph("body", (Piece(known.get((m.start, m.end), "…"), name, (name,), tuple(marks[m])[:BACKS_SHOWN]),))
        for m, name in ((mark, mark_id(letter, mark)) for mark in ordered)
    )


def notes(book: Book, citations: Citations) -> tuple[NoteView, ...]:
    """What the reader of the records should know, account by account."""
    return tuple(
        _note(citations, document, note)
        for document in book.documents
        for note in (book.records[document].notes if document in book.records else ())
    )


def _note(citations: Citations, document: str, note: Note) -> NoteView:
    quote = citations.quote(document, note.span, Back("#notes", "note")) if note.span else None
    return NoteView(citations.account(document), note.message, quote)
