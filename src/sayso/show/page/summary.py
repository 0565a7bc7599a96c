"""In one breath: what the accounts come to, said from the data and from nothing else."""

from collections.abc import Callable, Sequence
from typing import Final

from sayso.comparing.sides import POWER
from sayso.model.comparison import ComparedEvent, RelationOverTime
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
    found = [made for maker in _MAKERS if (made := maker(book, events)) is not None]
    if book.main():
        return (*_main(book), *found)
    # Where no relation stands out, what several tell comes before what one tells.
    several = bool(_told_by_several(book, events))
    return (*found[:several], *_done_at_all(book), *found[several:])


def statuses(book: Book, event: ComparedEvent) -> set[Status]:
    """How the accounts and their speakers tell the event."""
    return {telling.status for telling in book.tellings(event)}


def _main(book: Book) -> list[Finding]:
    """What is told of the main relation: as done, on somebody's word, and as no more than possible."""
    relation = book.main()
    events = [book.events[entry.event] for entry in relation.timeline if entry.event in book.events] if relation else []
    if relation is None:
        return []
    front = sorted((event for event in events if not book.background(event)), key=book.weight)
    done = [event for event in front if "happened" in statuses(book, event)]
    claimed = [event for event in front if statuses(book, event) == {"claimed"}]
    unreal = [event for event in front if statuses(book, event) <= set(_UNREAL)]
    pair = f"{relation.actor} and {relation.recipient}"
    found = [_done(book, pair, done)]
    if claimed:
        found.append(_named(f"Only on the word of {_sayers(book, claimed)}", claimed))
    if unreal:
        found.append(_named(f"No more than {_ahead(book, unreal)}", unreal))
    nameless = _nameless(book, relation)
    if nameless:
        found.append(_named("Done to one of the two, with nobody named as the doer", nameless))
    return found


def _nameless(book: Book, relation: RelationOverTime) -> list[ComparedEvent]:
    """What is told as done to one side by nobody: it may belong to the relation, and no account says so."""
    sides = {relation.actor, relation.recipient}
    found = [
        event for event in book.comparison.events
        if not event.actors and sides & set(event.recipients)
        and statuses(book, event) & {"happened", "claimed"} and not book.background(event)
    ]  # fmt: skip
    return sorted(found, key=book.weight)


def _done_at_all(book: Book) -> list[Finding]:
    """Where no relation stands out: what weighs most of all that is told as done."""
    several = {event.id for event in _told_by_several(book, book.comparison.events)}
    done = [
        event for event in book.comparison.events
        if "happened" in statuses(book, event) and book.standing(event) >= POWER
        and event.id not in several and book.in_body(event)
    ]  # fmt: skip
    weighty = sorted(done, key=book.weight)
    return [_named("Told as having happened by one account, in its own voice", weighty)] if weighty else []


def _done(book: Book, pair: str, done: Sequence[ComparedEvent]) -> Finding:
    if not done:
        return f"Between {pair} no account tells of anything as having happened in its own voice.", ()
    where = book.letters(sorted({one.document for e in done for one in e.accounts}, key=book.letter))
    if len(done) == 1:
        return _named(f"Between {pair} one thing alone is told as having happened, in {where}", done)
    return _named(f"Between {pair} {words.count(len(done), 'thing')} are told as having happened, in {where}", done)


def _sayers(book: Book, events: Sequence[ComparedEvent]) -> str:
    says = dict.fromkeys(telling.says for event in events for telling in book.tellings(event))
    return words.listed(list(says)[:NAMED]) + (" and others" if len(says) > NAMED else "")


def _ahead(book: Book, events: Sequence[ComparedEvent]) -> str:
    kinds = dict.fromkeys(min(statuses(book, event), key=_UNREAL.index) for event in events)
    found = [_BRIEFLY[status] for status in _UNREAL if status in kinds]
    return " or ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else found[0]


def _told(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    """How much there is, and how much of it each account tells alone."""
    happened = sum("happened" in statuses(book, event) for event in events)
    unreal = sum(statuses(book, event) <= set(_UNREAL) for event in events)
    one = len(book.documents) == 1
    text = (
        f"In all, {'one account tells' if one else words.count(len(book.documents), 'account') + ' tell'} of "
        f"{words.count(len(events), 'event')}: {_many(happened)} told as having happened in an account’s own "
        f"voice, {_many(unreal)} not told as done at all"
    )
    alone = _alone(book, events)
    return f"{text}; {alone}." if alone else f"{text}.", ()


def _many(value: int) -> str:
    return words.number(value) if value else "none"


def _backed(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    """Told as done by accounts that do not have it from one another, or from one common source."""
    found = _told_by_several(book, events)
    if len(book.documents) < 2:
        return None
    if not found:
        return "Nothing is told as having happened by more than one account that has it for itself.", ()
    number = words.count(len(found), "event")
    verb = "is" if len(found) == 1 else "are"
    return _named(
        f"{number.capitalize()} {verb} told by more than one account, by one at least as having happened", found
    )


def _told_by_several(book: Book, events: Sequence[ComparedEvent]) -> list[ComparedEvent]:
    return [e for e in events if "happened" in statuses(book, e) and len(e.accounts) > 1 and len(e.origins) != 1]


def _claimed(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    found = [event for event in _others(book, events) if statuses(book, event) == {"claimed"}]
    if not found:
        return None
    one = len(found) == 1
    number = words.count(len(found), "event").capitalize()
    return _named(f"{number}{_elsewhere(book)} {'rests' if one else 'rest'} on somebody’s word alone", found)


def _unreal(book: Book, events: Sequence[ComparedEvent]) -> Finding | None:
    found = [event for event in _others(book, events) if statuses(book, event) <= set(_UNREAL)]
    if not found:
        return None
    parts = []
    for status in _UNREAL:
        number = sum(min(statuses(book, event), key=_UNREAL.index) == status for event in found)
        if number:
            parts.append(f"{words.number(number)} {_WHAT[status]}")
    return _named(f"Not told as done at all{_elsewhere(book)}: {words.listed(parts)}", found)


def _others(book: Book, events: Sequence[ComparedEvent]) -> list[ComparedEvent]:
    """The events that the summary of the main relation does not speak of."""
    relation = book.main()
    shown = {entry.event for entry in relation.timeline} if relation else set()
    return [event for event in events if event.id not in shown]


def _elsewhere(book: Book) -> str:
    return " beside these" if book.main() else ""


def _named(text: str, events: Sequence[ComparedEvent]) -> Finding:
    """The sentence with the first few of its events."""
    return f"{text}, among them:" if len(events) > NAMED else f"{text}:", tuple(events[:NAMED])


_BRIEFLY: Final = {"planned": "planned", "conditional": "conditional", "possible": "possible", "judged": "wished for"}
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
    fields = words.listed(dict.fromkeys(words.field(d.field) for event in found for d in event.divergences))
    if {event.id for event in found} <= {event.id for event in _told_by_several(book, events)[:NAMED]}:
        return f"Where they tell the same thing, they differ over {fields}.", ()
    return _named(f"Where they tell the same thing, they differ over {fields}", found)


def _alone(book: Book, events: Sequence[ComparedEvent]) -> str:
    if len(book.documents) < 2:
        return ""
    parts = []
    for document in book.documents:
        number = sum({account.document for account in event.accounts} == {document} for event in events)
        parts.append(f"{number} only in {book.letter(document)}")
    return words.listed(parts)


_MAKERS: Final[tuple[Callable[[Book, Sequence[ComparedEvent]], Finding | None], ...]] = (
    _backed, _apart, _claimed, _unreal, _denied, _told,
)  # fmt: skip
