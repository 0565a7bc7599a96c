"""In one breath: what the accounts come to, said from the data and from nothing else."""

from collections.abc import Callable, Sequence
from typing import Final

from sayso.model.comparison import ComparedEvent
from sayso.model.record import Status
from sayso.show import words
from sayso.show.book import Book

NAMED: Final = 3
_UNREAL: Final[tuple[Status, ...]] = ("planned", "conditional", "possible", "judged")
Finding = tuple[str, tuple[ComparedEvent, ...]]


def title(book: Book) -> str:
    """`Russia and Taliban`: the main relation, else the parties that are told most about."""
    main = book.main()
    return words.listed((main.actor, main.recipient) if main else book.leading()) or "Accounts compared"


def subtitle(book: Book) -> str:
    """How many accounts, and from when to when."""
    dates = sorted(d.published for d in book.documents.values() if d.published)
    span = words.dates(dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}") if dates else ""
    unknown = sum(not d.published for d in book.documents.values())
    parts = [words.count(len(book.documents), "account").capitalize(), span]
    if unknown:
        parts.append(f"{words.count(unknown, 'account')} of unknown date" if dates else "dates not known")
    return ", ".join(part for part in parts if part)


def findings(book: Book) -> tuple[Finding, ...]:
    """Sentences, each with the few events that it is about."""
    events = sorted(book.comparison.events, key=book.weight)
    if not events:
        return (("Nothing was told in these accounts that could be read as an event.", ()),)
    makers: tuple[Callable[[Book, Sequence[ComparedEvent]], Finding | None], ...] = (
        _told, _backed, _claimed, _unreal, _denied, _apart, _alone,
    )  # fmt: skip
    return tuple(found for maker in makers if (found := maker(book, events)) is not None)


def statuses(book: Book, event: ComparedEvent) -> set[Status]:
    """How the accounts and their speakers tell the event."""
    return {telling.status for telling in book.tellings(event)}


def _told(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    happened = [event for event in events if "happened" in statuses(book, event)]
    text = (
        f"{words.count(len(book.documents), 'account').capitalize()} tell of {words.count(len(events), 'event')}; "
        f"{words.number(len(happened))} {'is' if len(happened) == 1 else 'are'} told as having happened, "
        "in an account's own voice."
    )
    return text.replace("One account tell ", "One account tells "), ()


def _backed(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    """Told as done by accounts that do not have it from one another, or from one common source."""
    found = [e for e in events if "happened" in statuses(book, e) and len(e.accounts) > 1 and len(e.origins) != 1]
    if len(book.documents) < 2:
        return None
    if not found:
        return "Nothing is told as having happened by more than one account independently.", ()
    number = words.count(len(found), "event")
    verb = "is" if len(found) == 1 else "are"
    return _named(
        f"{number.capitalize()} {verb} told by more than one account, by one at least as having happened", found
    )


def _claimed(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    found = [event for event in events if statuses(book, event) == {"claimed"}]
    if not found:
        return None
    one = len(found) == 1
    number = words.count(len(found), "event").capitalize()
    return _named(f"{number} {'rests' if one else 'rest'} on somebody's word alone", found)


def _unreal(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    found = [event for event in events if statuses(book, event) <= set(_UNREAL)]
    if not found:
        return None
    parts = []
    for status in _UNREAL:
        number = sum(min(statuses(book, event), key=_UNREAL.index) == status for event in found)
        if number:
            parts.append(f"{words.number(number)} {_WHAT[status]}")
    return _named(f"Not told as done at all: {words.listed(parts)}", found)


def _named(text: str, events: Sequence[ComparedEvent]) -> Finding:
    """The sentence with the first few of its events."""
    return f"{text}, among them:" if len(events) > NAMED else f"{text}:", tuple(events[:NAMED])


_WHAT: Final = {
    "planned": "planned or promised",
    "conditional": "depending on a condition",
    "possible": "merely possible",
    "judged": "only wished for",
}


def _denied(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    found = [event for event in events if "denied" in statuses(book, event)]
    if not found:
        return None
    verb = "is" if len(found) == 1 else "are"
    number = words.count(len(found), "event").capitalize()
    return _named(f"{number} {verb} denied, or said not to have been done", found)


def _apart(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    found = [event for event in events if event.divergences and len(event.accounts) > 1]
    if not found:
        return None
    fields = dict.fromkeys(words.field(d.field) for event in found for d in event.divergences)
    return _named(f"Where they tell the same thing, they differ over {words.listed(fields)}", found)


def _alone(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    if len(book.documents) < 2:
        return None
    parts = []
    for document in book.documents:
        number = sum({account.document for account in event.accounts} == {document} for event in events)
        parts.append(f"{number} only in {book.letter(document)}")
    return f"Told by one account alone: {words.listed(parts)}.", ()
