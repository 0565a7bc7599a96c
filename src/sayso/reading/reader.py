"""The reader: a document in, its record out. It holds the parser and the lexicons, and nothing between documents but
some texts that headlines were set against."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sayso.ingest import language
from sayso.lexicon.bundle import Lexicon
from sayso.model.document import Document, Note, Section
from sayso.model.flow import Parse, TokenRange
from sayso.model.record import DocumentInfo, HeadlineCheck, Record
from sayso.model.span import Span
from sayso.reading import actors, attribution, certainty, near, sections
from sayso.reading.assemble import assemble
from sayso.reading.forms import Forms
from sayso.reading.framing import headline, regard
from sayso.reading.framing.shelf import Shelf
from sayso.reading.framing.wording import Side, Text, text_of
from sayso.reading.learned import Tagger, opinion
from sayso.reading.parse import PIPELINE, load_pipeline, parse_many

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 64
BATCH_TEXT = 100_000
"""Documents and characters in the parser at a time, at most; one longer document is read alone."""
MAX_TEXT = 2_000_000


class Options(msgspec.Struct, frozen=True):
    """How to read. `lexicon`: files of the user's own vocabulary. `statements`: keep plain statements as events.

    `fast`: by rules alone, without the trained encoder.
    """

    lexicon: tuple[str, ...] = ()
    statements: bool = False
    keep_text: bool = True
    mapping: str = "plover"
    pipeline: str = PIPELINE
    fast: bool = False


class Reader:
    """Reads documents. Make one and use it for many: loading the parser takes most of a second."""

    def __init__(self, nlp: "Language", lexicon: Lexicon, options: Options, tagger: Tagger | None = None) -> None:
        self._nlp = nlp
        self._forms = Forms.of(nlp)
        self.lexicon = lexicon
        self.options = options
        self._shelf = Shelf(self._prepared)
        self._tagger = tagger

    @classmethod
    def load(cls, options: Options = Options()) -> "Reader":  # noqa: B008 - frozen
        """A reader with the packaged pipeline, lexicons and encoder. Raises LexiconError for a file it cannot use."""
        extra = tuple(Path(name) for name in options.lexicon)
        tagger = None if options.fast else Tagger.load()
        return cls(load_pipeline(options.pipeline), Lexicon.load(extra, options.mapping), options, tagger)

    def read(self, document: Document) -> Record:
        """The record of one document."""
        return next(self.read_all([document]))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Records in the order of `documents`, a batch in the parser at a time.

        A document that cannot be read gives a record with a note and never costs the others.
        """
        for batch in _batches(documents):
            try:
                records = list(self._batch(batch))
            except Exception:  # noqa: BLE001 - the one place where a fault in one document is kept from the others
                records = [self._alone(document) for document in batch]
            yield from records

    def _batch(self, documents: list[Document]) -> Iterator[Record]:
        documents = [_in_its_language(document) for document in documents]
        laid_out = [self._sections(document) for document in documents]
        readable = [
            (document, parts if self._readable(document) else ())
            for document, parts in zip(documents, laid_out, strict=True)
        ]
        parses = parse_many(readable, self._nlp, BATCH, self._forms)
        for parse, parts in zip(parses, laid_out, strict=True):
            yield self._finished(assemble(parse, parts, self.lexicon, self.options.statements, self._tagger))

    def _alone(self, document: Document) -> Record:
        try:
            return next(self._batch([document]))
        except Exception as error:  # noqa: BLE001 - as above
            note = Note("failed", f"could not be read ({type(error).__name__}: {error}); please report it")
            return Record(document=_info(document), notes=(*document.notes, note))

    def _finished(self, record: Record) -> Record:
        if self.options.keep_text:
            return record
        return msgspec.structs.replace(record, document=msgspec.structs.replace(record.document, text=None))

    def certainty(self, document: Document, spans: Sequence[Span]) -> list[float]:
        """How surely each predicate span is told, in [-3, 3]."""
        whole = (Section("body", 0, len(document.text)),)
        parse = next(parse_many([(document, whole)], self._nlp, 1, self._forms))
        said = attribution.find(parse, self.lexicon.reporting)
        heads = [head_of(parse, span) for span in spans]
        judged = certainty.judge(parse, self.lexicon.certainty, said, heads)
        if self._tagger is not None:
            reading = self._tagger.read(parse, (parse.words[i].sentence for i in heads))
            judged = opinion.certainties(reading, heads, judged)
        return [judgement.value for judgement in judged]

    def sentiment(self, document: Document, spans: Sequence[Span]) -> list[int]:
        """How each target span is written about in its sentence: -1, 0 or 1. Raises ValueError for one of no word."""
        whole = (Section("body", 0, len(document.text)),)
        parse = next(parse_many([(document, whole)], self._nlp, 1, self._forms))
        targets = [words_of(parse, span) for span in spans]
        found = [
            regard.regard(parse, target, head_of(parse, span), self.lexicon.polarity)
            for target, span in zip(targets, spans, strict=True)
        ]
        if self._tagger is not None:
            learned = self._tagger.sentiment(parse, targets)
            found = [regard.combined(own, one.probabilities) for own, one in zip(found, learned, strict=True)]
        return [one.polarity for one in found]

    def parsed(self, documents: Iterable[tuple[Document, Sequence[Section]]]) -> Iterator[Parse]:
        """The bare parses of the given sections of documents, in order, for who needs no record of them."""
        return parse_many(documents, self._nlp, BATCH, self._forms)

    def headline(self, head: str, body: str) -> HeadlineCheck:
        """A headline against a body, by their words alone."""
        nothing = HeadlineCheck(outcome="unrelated", why="There are no words to compare.")
        sides = self._shelf.get(head).side, self._shelf.get(body)
        return headline.compare_texts(*sides, self.lexicon.headlines) or nothing

    def _prepared(self, text: str) -> Text:
        pair = [(Document(text), (Section("body", 0, len(text)),))]
        return text_of(self._side(next(parse_many(pair, self._nlp, 1, self._forms))), self.lexicon.headlines)

    def _side(self, parse: Parse) -> Side:
        table = actors.find(parse, self.lexicon.actors, None)
        said = attribution.find(parse, self.lexicon.reporting)
        return Side(parse, tuple(range(len(parse.sentences))), table, said, near.contents(parse, said))

    def _sections(self, document: Document) -> tuple[Section, ...]:
        return sections.find(document, self.lexicon.furniture)

    def _readable(self, document: Document) -> bool:
        return language.is_read(document.language) and len(document.text) <= MAX_TEXT


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and (len(batch) >= BATCH or size + len(document.text) > BATCH_TEXT):
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield batch


def _in_its_language(document: Document) -> Document:
    """The document with its language told, and a note when Sayso does not read it."""
    if document.language is not None:
        return document
    code = language.detect(document.text)
    return document.replace(language=code, notes=(*document.notes, *language.note(code)))


def head_of(parse: Parse, span: Span) -> int:
    """The word of `span` that heads the others: the one whose head lies outside. Raises ValueError for no word."""
    inside = [w for w in parse.words if w.start < span.end and span.start < w.end]
    if not inside:
        raise ValueError(f"no word at [{span.start}, {span.end}) of {parse.document.id}")
    within = {word.i for word in inside}
    return next((w.i for w in inside if w.head not in within or w.head == w.i), inside[0].i)


def words_of(parse: Parse, span: Span) -> TokenRange:
    """The words that `span` touches. Raises ValueError for no word."""
    inside = [w.i for w in parse.words if w.start < span.end and span.start < w.end]
    if not inside:
        raise ValueError(f"no word at [{span.start}, {span.end}) of {parse.document.id}")
    return inside[0], inside[-1] + 1


def _info(document: Document) -> DocumentInfo:
    return DocumentInfo(
        id=document.id, text=document.text, title=document.title, source=document.source, author=document.author,
        url=document.url, published=document.published, published_basis=document.published_basis,
        language=document.language,
    )  # fmt: skip
