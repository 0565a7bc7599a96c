"""What kind of telling an account is: how much of it is told as done, on whose word, and who is heard."""

from collections import Counter
from typing import Final

from sayso.model.comparison import ComparedEvent
from sayso.model.record import Status
from sayso.show import words
from sayso.show.book import Book

HEARD: Final = 3
_UNREAL: Final[frozenset[Status]] = frozenset(("planned", "conditional", "possible", "judged"))
_VOICES: Final = {"report": "report", "opinion": "opinion", "analysis": "analysis", "statement": "statement"}


def character(book: Book, document: str) -> str:
    """`Opinion; mostly what may or should happen (12 of 21 events); heard: Sergey Lavrov.`"""
    info = book.documents[document]
    parts = [_VOICES.get(info.genre, ""), _telling(book, document), _heard(book, document)]
    text = "; ".join(part for part in parts if part)
    return text[:1].upper() + text[1:] + "." if text else ""


def _telling(book: Book, document: str) -> str:
    """The kind of telling that most of its events are; what is told as background counts only where all is."""
    events = [e for e in book.comparison.events if any(one.document == document for one in e.accounts)]
    front = [event for event in events if not book.in_background(event)] or events
    kinds = Counter(_kind(event, document) for event in front)
    if not front:
        return "nothing that could be read as an event"
    kind, number = max(kinds.items(), key=lambda item: (item[1], item[0]))
    share = f"({number} of {len(front)} events)"
    if 2 * number <= len(front):
        return f"mixed: {words.listed(f'{count} {_SHORT[name]}' for name, count in kinds.most_common())}"
    if kind == "claimed":
        return f"mostly somebody’s word {share}{_whose(book, front, document)}"
    return f"mostly {_LONG[kind]} {share}"


_LONG: Final = {
    "happened": "told as done, in its own voice",
    "unreal": "what may, would or should happen",
    "denied": "what is denied or was not done",
}
_SHORT: Final = {
    "happened": "told as done",
    "claimed": "on somebody’s word",
    "unreal": "planned, possible or conditional",
    "denied": "denied",
}


def _kind(event: ComparedEvent, document: str) -> str:
    status = next(one.status for one in event.accounts if one.document == document)
    return "unreal" if status in _UNREAL else status


def _whose(book: Book, events: list[ComparedEvent], document: str) -> str:
    says = Counter(
        telling.says for event in events for telling in book.tellings(event)
        if telling.document == document and telling.status == "claimed"
    )  # fmt: skip
    name, number = says.most_common(1)[0] if says else ("", 0)
    return f", most of it {name}’s" if number * 2 > says.total() and name not in (words.UNNAMED, "") else ""


def _heard(book: Book, document: str) -> str:
    """The speakers with a name, those with most to say first."""
    found = [
        v for v in book.comparison.voices if v.document == document and v.kind == "named" and v.speaker[:1].isupper()
    ]
    found.sort(key=lambda voice: (-voice.attributions, -voice.quoted_words))
    if not found:
        return "nobody is quoted by name"
    more = f" and {words.number(len(found) - HEARD)} more" if len(found) > HEARD else ""
    names = (words.clip(book.speaker(voice.speaker, document), 40) for voice in found[:HEARD])
    return f"heard: {', '.join(names) if more else words.listed(names)}{more}"
