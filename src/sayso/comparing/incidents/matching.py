"""How likely two accounts tell of one incident: place, day, means, toll and words, each with its weight."""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Final

import msgspec

from sayso.comparing.distance import km
from sayso.comparing.incidents.names import Named
from sayso.comparing.incidents.tellings import Incident, harmed
from sayso.comparing.pairs import DIFFERENT, Pair
from sayso.comparing.party import Key, likeness
from sayso.comparing.tolls import Toll
from sayso.comparing.when import Interval

SAME: Final = 0.47
"""A score from which two tellings are one incident."""
_CIVIL: Final = frozenset({"civilians", "children", "women"})
_ARMED: Final = frozenset({"fighters", "soldiers"})
_SHARES: Final = ((0.9, 0.1), (0.5, 0.0), (0.25, -0.05), (0.15, -0.1), (0.0, -0.3))
"""From which share of the larger count the smaller one speaks how much for or against."""
_LIKE: Final = frozenset({"clash", "shelling", "chemical"})
"""Means that come with others, or are taken for others."""
_NEAR_KM: Final = 60.0
_LONG: Final = dt.timedelta(days=7)


class Profile(msgspec.Struct, frozen=True):
    """An incident as it is compared: everything its sentences say, together."""

    incident: Incident
    names: Named
    days: Interval | None
    means: frozenset[str]
    sites: frozenset[str]
    words: frozenset[str]
    dead: tuple[Toll, ...]
    tolls: frozenset[tuple[str, int]]
    spots: frozenset[tuple[float, float]]
    doers: tuple[Key, ...]
    done_to: tuple[Key, ...]


def profile(incident: Incident) -> Profile:
    """What there is to compare of an incident."""
    telling = incident.tellings
    first = next((one for one in telling if harmed(one.tolls)), telling[0])
    names = Named()
    for one in telling:
        names = names | one.names
    return Profile(
        incident=incident,
        names=names,
        days=next((one.days for one in telling if one.dated), first.days),
        means=frozenset().union(*(one.means for one in telling)),
        sites=frozenset().union(*(one.sites for one in telling)),
        words=frozenset().union(*(one.words for one in telling if one.tolls)),
        dead=harmed(first.tolls),
        tolls=frozenset((toll.what, value) for one in telling for toll in one.tolls for value in _values(toll)),
        spots=frozenset(spot for one in telling if one.tolls for spot in one.spots),
        doers=_known(key for one in incident.claims for key in one.actors),
        done_to=_known(key for one in incident.claims for key in one.recipients),
    )


def _known(keys: Iterable[Key]) -> tuple[Key, ...]:
    """States and those who act for them, each once: of others an account seldom says surely who they are."""
    return tuple(dict.fromkeys(key for key in keys if key.country and key.side == key.country))


def _others(a: tuple[Key, ...], b: tuple[Key, ...]) -> bool:
    """Whether both name parties and no two of them may be the same."""
    return bool(a and b) and all(likeness(one, other) < DIFFERENT for one in a for other in b)


def match(a: Profile, b: Profile) -> Pair:
    """Features of two incidents of two accounts, or the veto that keeps them apart. Symmetric."""
    day = _day(a, b)
    if day is None:
        return Pair(0.0, {}, "time")
    if _far(a, b) or _other_towns(a, b):
        return Pair(0.0, {}, "place")
    if _others(a.doers, b.doers) and _others(a.done_to, b.done_to):
        return Pair(0.0, {}, "parties")
    features = {
        "place": _place(a, b),
        "time": day,
        "means": _means(a.means, b.means),
        "site": _overlap(a.sites, b.sites, 0.1, -0.05),
        "toll": _toll(a.dead, b.dead) + 0.05 * min(len(a.tolls & b.tolls), 3),
        "victims": _victims(a.dead, b.dead),
        "words": 0.3 * _cosine(a.words, b.words),
    }
    kept = {name: round(value, 3) for name, value in features.items() if value}
    return Pair(round(sum(kept.values()), 3), kept, None)


def _other_towns(a: Profile, b: Profile) -> bool:
    """Whether each says in which town or village it was, and no place that one names is named by the other."""
    wide, also_wide = a.names | a.incident.around, b.names | b.incident.around
    return bool(a.names.towns and b.names.towns) and not (a.names.fine & also_wide.all or b.names.fine & wide.all)


def _far(a: Profile, b: Profile) -> bool:
    """Whether both are placed, nowhere near each other, and name no place in common."""
    apart = a.spots and b.spots and min(km(one, other) for one in a.spots for other in b.spots) > _NEAR_KM
    return bool(apart) and not a.names.fine & b.names.fine


def _day(a: Profile, b: Profile) -> float | None:
    one, other = a.days, b.days
    if one and other and one.stated and other.stated:
        gap = _gap(one.first, one.last, other.first, other.last)
        if gap > 1:
            return None
        exact = one.precision == other.precision == "day"
        if gap == 0:
            return 0.2 if exact else 0.1
        # The day of a report ("the group said on Friday") may stand where that of the event should.
        return 0.0 if one.first in b.incident.days or other.first in a.incident.days else -0.15
    return _loose_day(one, a.incident.published, other, b.incident.published)


def _loose_day(
    one: Interval | None, published: dt.date | None, other: Interval | None, also_published: dt.date | None
) -> float | None:
    """Where one is not dated: it is of its account's day, or of some days before."""
    first, last = (one.first, one.last) if one else (published, published)
    begin, end = (other.first, other.last) if other else (also_published, also_published)
    if first is None or last is None or begin is None or end is None:
        return 0.0
    gap = _gap(first, last, begin, end)
    if gap > _LONG.days:
        return None
    if one and other:  # days that the texts give, one of them for a sentence before
        return 0.1 if gap == 0 else -0.1 if gap == 1 else -0.15
    return 0.1 if gap <= 1 else 0.0


def _gap(first: dt.date, last: dt.date, begin: dt.date, end: dt.date) -> int:
    return max((first - end).days, (begin - last).days, 0)


def _place(a: Profile, b: Profile) -> float:
    """A village or quarter in common says much, a city less, a province little; other places speak against it."""
    one, other = a.names, b.names
    wide, also_wide = one | a.incident.around, other | b.incident.around
    if (one.small & other.all) | (other.small & one.all):
        return 0.4
    if one.fine & other.fine:
        quarters = one.small and other.small and not (wide.small & other.small or also_wide.small & one.small)
        return 0.2 if quarters else 0.3
    near = (one.fine & also_wide.all) | (other.fine & wide.all)
    if near:
        return 0.2
    if wide.fine & also_wide.fine or one.all & other.all:
        return 0.1
    if one.fine and other.fine:
        return -0.3
    return -0.3 if wide.fine and also_wide.fine else 0.0


def _means(a: frozenset[str], b: frozenset[str]) -> float:
    """The same means: for; means that are never taken for each other, as a mine and gunmen: much against."""
    if a & b or not a or not b:
        return 0.15 if a & b else 0.0
    return -0.4 if len(a - _LIKE) == len(a) and len(b - _LIKE) == len(b) else -0.15


def _overlap(a: frozenset[str], b: frozenset[str], same: float, other: float) -> float:
    if not a or not b:
        return 0.0
    return same if a & b else other


def _victims(a: Iterable[Toll], b: Iterable[Toll]) -> float:
    one = frozenset(toll.scope.split(", ")[-1] for toll in a)
    other = frozenset(toll.scope.split(", ")[-1] for toll in b)
    apart = (one <= _CIVIL and other <= _ARMED) or (one <= _ARMED and other <= _CIVIL)
    return -0.25 if one and other and apart else 0.0


def _toll(a: Iterable[Toll], b: Iterable[Toll]) -> float:
    """The same count: for, the more the larger it is; a very different one: against."""
    return max((_two_tolls(one, other) for one in a for other in b if one.what == other.what), default=0.0)


def _two_tolls(a: Toll, b: Toll) -> float:
    one, other = a.low or a.high or 0, b.low or b.high or 0
    if one and one == other:
        return 0.15 + min(0.1, 0.06 * math.log10(one))
    if _vague(a) or _vague(b):
        return 0.05 if _meets(a, b) else -0.05
    share = min(one, other) / max(one, other, 1)
    return next(weight for least, weight in _SHARES if share >= least)


def _vague(toll: Toll) -> bool:
    return toll.low is not None and toll.high is not None and toll.low != toll.high


def _meets(a: Toll, b: Toll) -> bool:
    return (a.low or 0) <= (b.high or 10**9) and (b.low or 0) <= (a.high or 10**9)


def _values(toll: Toll) -> tuple[int, ...]:
    return tuple(dict.fromkeys(value for value in (toll.low, toll.high) if value is not None))


def _cosine(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0
