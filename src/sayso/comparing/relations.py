"""Relations over time: for each pair of sides that matters, its events in order of time, and its commitments."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec

from sayso.comparing.about import Question
from sayso.comparing.accounts import holders, strongest
from sayso.comparing.commitments import commitments
from sayso.comparing.party import Key
from sayso.comparing.sides import Sides
from sayso.comparing.view import Told
from sayso.comparing.when import EARLIEST, LATEST, bound_in_words, first_day, interval, last_day
from sayso.model.comparison import ComparedEvent, RelationOverTime, TimelineEntry
from sayso.model.record import EventTime, Record

MAX_RELATIONS: Final = 12
_MIN_EVENTS: Final = 2
Pair = tuple[str, str]
_Place = tuple[dt.date, dt.date, dt.date, bool, int]


class Entry(msgspec.Struct, frozen=True):
    """An event with its claims, as relations need them."""

    event: ComparedEvent
    members: tuple[Told, ...]


def relations(
    entries: Sequence[Entry], records: Sequence[Record], sides: Sides, question: Question
) -> tuple[RelationOverTime, ...]:
    """The relations that are asked about; else those with several events, those of powers first."""
    by_pair: dict[Pair, list[Entry]] = defaultdict(list)
    for entry in entries:
        for pair in _pairs(entry, sides):
            by_pair[pair].append(entry)
    ranked = sorted(by_pair, key=lambda pair: (-_standing(pair, sides), -_weight(by_pair[pair]), pair))
    asked = [pair for pair in ranked if question.names_pair(sides.keys(pair[0]), sides.keys(pair[1]))]
    chosen = asked if question.about else [pair for pair in ranked if len(by_pair[pair]) >= _MIN_EVENTS]
    info = {record.document.id: record for record in records}
    return tuple(_relation(pair, by_pair[pair], info, sides) for pair in (chosen or ranked[:1])[:MAX_RELATIONS])


def _standing(pair: Pair, sides: Sides) -> int:
    """Powers among themselves before a power and its protesters."""
    return min(sides.standing(side) for side in pair)


def _weight(entries: Sequence[Entry]) -> int:
    """Accounts count most: what several tell matters more than what one tells often."""
    documents = {account.document for entry in entries for account in entry.event.accounts}
    return 10 * len(documents) + len(entries)


def _pairs(entry: Entry, sides: Sides) -> set[Pair]:
    found: set[Pair] = set()
    for one in entry.members:
        for actor in _sides(one.actors, sides):
            for recipient in _sides(one.recipients, sides):
                if actor != recipient:
                    found.add((min(actor, recipient), max(actor, recipient)))
    return found


def _sides(keys: Sequence[Key], sides: Sides) -> set[str]:
    return {side for key in keys if (side := sides.of(key)) is not None}


def _relation(pair: Pair, entries: Sequence[Entry], info: Mapping[str, Record], sides: Sides) -> RelationOverTime:
    first, second = _order(pair, entries)
    placed = sorted(entries, key=_sort_key(info))
    return RelationOverTime(
        actor=sides.name(first),
        recipient=sides.name(second),
        timeline=tuple(_timeline_entry(entry, info) for entry in placed),
        commitments=commitments([(entry.event, entry.members) for entry in placed]),
    )


def _order(pair: Pair, entries: Sequence[Entry]) -> Pair:
    """The side that acts more often first."""
    acts = [sum(1 for e in entries for one in e.members for key in one.actors if key.side == side) for side in pair]
    return pair if acts[0] >= acts[1] else (pair[1], pair[0])


def _sort_key(info: Mapping[str, Record]) -> Callable[[Entry], _Place]:
    def key(entry: Entry) -> _Place:
        when = interval(entry.event.time)
        published = _published(entry, info)
        # An event that nothing dates stands last, where its account can be from at the earliest.
        published_by = last_day(published) or LATEST
        end = when.last if when.last < LATEST else published_by
        start = when.first if when.first > EARLIEST else end
        after = first_day(_account_after(entry, info)) or LATEST
        told_first = min(one.order for one in entry.members)
        return start, end, after, not _is_background(entry), told_first

    return key


def _published(entry: Entry, info: Mapping[str, Record]) -> str | None:
    """The earliest date of publication of the accounts: the event, if it happened, was before it."""
    dates = [info[account.document].document.published for account in entry.event.accounts]
    known = [date for date in dates if first_day(date)]
    return min(known) if known else None  # type: ignore[type-var]


def _account_after(entry: Entry, info: Mapping[str, Record]) -> str | None:
    """For accounts of unknown date: the earliest that the first of them can be from."""
    dates = [info[account.document].document.published_after for account in entry.event.accounts]
    known = [date for date in dates if first_day(date)]
    return min(known) if known else None  # type: ignore[type-var]


def _is_background(entry: Entry) -> bool:
    return all(one.claim.section == "background" for one in entry.members)


def _timeline_entry(entry: Entry, info: Mapping[str, Record]) -> TimelineEntry:
    event, status = entry.event, strongest(entry.members)
    time = event.time
    return TimelineEntry(
        event=event.id,
        start=time.start,
        end=time.end,
        precision=time.precision,
        status=status,
        goldstein=event.goldstein,
        bound=_bound(time, entry, info),
        background=_is_background(entry),
        holders=holders(entry.members),
        documents=tuple(account.document for account in event.accounts),
    )


def _bound(time: EventTime, entry: Entry, info: Mapping[str, Record]) -> str:
    published = _published(entry, info)
    basis = next(
        (
            info[account.document].document.published_basis
            for account in entry.event.accounts
            if info[account.document].document.published == published
        ),
        "unknown",
    )
    real = strongest(entry.members) in ("happened", "claimed")
    return bound_in_words(time, published, basis, real=real, account_after=_account_after(entry, info))
