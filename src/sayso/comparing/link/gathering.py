"""Mentions as they are given, documents and spans, read into what linking compares: one document after the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.comparing.link import documents
from sayso.comparing.link.finder import Finder
from sayso.comparing.link.mention import Known, Mention, Words, words_known
from sayso.lexicon.bundle import Lexicon
from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.model.span import Span
from sayso.reading import actors, place, time
from sayso.reading.reader import Reader

WHOLE: Final = 30_000  # code points up to which a document is parsed whole
LEAD: Final = 2_000
AROUND: Final = 1_500
_ENDS: Final = frozenset(".!?\"'”’):;…")


class Gatherer:
    """Reads mentions. It holds the reader and its vocabulary, and nothing between calls."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.words = vocabulary(reader.lexicon)

    def read(self, mentions: Sequence[tuple[Document, Span]]) -> tuple[list[Mention], list[dict[str, float]]]:
        """The mentions in the order given, and the words of each document by its number.

        Raises ValueError for a span that is not of its document.
        """
        spans: dict[Document, list[tuple[int, Span]]] = {}
        for order, (document, span) in enumerate(mentions):
            if document.span(span.start, span.end, span.where) != span:
                raise ValueError(f"the span [{span.start}, {span.end}) is not of document {document.id}")
            spans.setdefault(document, []).append((order, span))
        parts = ((document, sections(document, [span for _, span in found])) for document, found in spans.items())
        made: dict[int, Mention] = {}
        bags: list[dict[str, float]] = []
        for number, parse in enumerate(self._reader.parsed(parts)):
            finder = Finder(number, known(parse, self._reader.lexicon), self.words)
            made.update((order, finder.mention(order, span)) for order, span in spans[parse.document])
            bags.append(documents.bag(parse))
        return [made[order] for order in range(len(mentions))], bags


def vocabulary(lexicon: Lexicon) -> Words:
    """What the lexicons say of single words."""
    verbs = lexicon.reporting.verbs.items()
    saying = (verb for verb, cues in verbs if any(not cue.rest and "clause" in cue.frames for cue in cues))
    return words_known(lexicon.events, saying)


def known(parse: Parse, lexicon: Lexicon) -> Known:
    """Actors, times and places of a parsed document."""
    published = parse.document.published
    return Known(
        parse, actors.find(parse, lexicon.actors, published), time.find(parse, lexicon.times, published),
        place.find(parse, lexicon.gazetteer),
    )  # fmt: skip


def sections(document: Document, spans: Sequence[Span]) -> tuple[Section, ...]:
    """What of a document is parsed: all, of a long one its lead and what stands around the mentions.

    Where lines end as sentences do, each is a paragraph of its own, so that a headline is not read on into the text.
    """
    text = document.text
    pieces = [(0, len(text))] if len(text) <= WHOLE else _around(text, spans)
    lines = text.splitlines()
    ended = sum(line.rstrip()[-1:] in _ENDS for line in lines if line.strip())
    if 2 * ended < sum(bool(line.strip()) for line in lines):
        return tuple(Section("body", start, end) for start, end in pieces)
    return tuple(Section("body", a, b) for start, end in pieces for a, b in _lines(text, start, end))


def _around(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    wanted = [(0, LEAD), *((span.start - AROUND, span.end + AROUND) for span in spans if span.where is None)]
    merged: list[tuple[int, int]] = []
    for first, last in sorted(wanted):
        start, end = _widened(text, first, last)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _widened(text: str, first: int, last: int) -> tuple[int, int]:
    """To the nearest space outside, so that no word is cut, if there is one near."""
    first, last = max(first, 0), min(last, len(text))
    before = text.rfind(" ", max(first - 100, 0), first) if first else 0
    after = text.find(" ", last, last + 100)
    return (before if before >= 0 else first), (after if after >= 0 else last)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line)
        start += len(line)
