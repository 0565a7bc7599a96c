"""Which words of which account the page rests on: numbers for events, anchors for words, and links both ways."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from sayso.model.comparison import ComparedEvent
from sayso.model.span import Span
from sayso.show.book import Book
from sayso.show.page.views import Back, Quote, Ref
from sayso.show.words import clip

QUOTE_LENGTH = 170


class Mark(msgspec.Struct, frozen=True):
    """Words `[start, end)` of a document's text (of its title where `in_title`)."""

    start: int
    end: int
    in_title: bool


class Citations:
    """Collects what the page cites while its parts are made; the accounts are printed last, with all their marks."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._numbers: dict[str, int] = {}
        self._at_home: set[str] = set()
        self._marks: dict[str, dict[Mark, list[Back]]] = defaultdict(dict)

    def number(self, event: ComparedEvent) -> int:
        """The event's number in the page: in the order in which events are first spoken of."""
        return self._numbers.setdefault(event.id, len(self._numbers) + 1)

    def home(self, event: ComparedEvent) -> str:
        """The event's anchor, given out once: where it stands in full. "" after that."""
        if event.id in self._at_home:
            return ""
        self._at_home.add(event.id)
        return f"s{self.number(event)}"

    def is_home(self, event: ComparedEvent) -> bool:
        """Whether the event already stands somewhere in full."""
        return event.id in self._at_home

    def event_ref(self, event: ComparedEvent) -> Ref:
        """A link to where the event stands in full."""
        number = self.number(event)
        return Ref(f"#s{number}", str(number), f"Event {number}")

    def cite(self, document: str, span: Span, back: Back | None) -> Ref:
        """A link to the words of an account, remembering the way back."""
        letter = self._book.letter(document)
        mark = Mark(span.start, span.end, span.where == "title")
        if document not in self._book.records or mark.start >= mark.end:
            return Ref(f"#account-{letter}", letter, f"Account {letter}")
        backs = self._marks[document].setdefault(mark, [])
        if back is not None and back not in backs:
            backs.append(back)
        return Ref(f"#{mark_id(letter, mark)}", letter, f"The words in account {letter}")

    def quote(self, document: str, span: Span, back: Back | None = None) -> Quote:
        """The words themselves, shortened, with their link."""
        return Quote(clip(_bare(span.text), QUOTE_LENGTH), self.cite(document, span, back))

    def quotes(self, document: str, spans: Iterable[Span], back: Back | None = None) -> tuple[Quote, ...]:
        """Each span's words with their link."""
        return tuple(self.quote(document, span, back) for span in spans)

    def account(self, document: str) -> Ref:
        """A link to an account."""
        letter = self._book.letter(document)
        return Ref(f"#account-{letter}", letter, self._book.title(document))

    def marks(self, document: str) -> dict[Mark, tuple[Back, ...]]:
        """All that is cited of a document so far."""
        return {mark: tuple(backs) for mark, backs in self._marks[document].items()}


def _bare(text: str) -> str:
    """The words without quotation marks around or before them, which the page sets itself."""
    line = text.strip()
    return line[1:] if line[:1] in '“"«„' and line[1:] else line


def mark_id(letter: str, mark: Mark) -> str:
    """The id of cited words in the page."""
    return f"{letter}-{'title-' if mark.in_title else ''}{mark.start}-{mark.end}"
