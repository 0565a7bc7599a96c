"""A cluster of claims as one compared event: what it is, who takes part, when and where, and its accounts."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.comparing.accounts import accounts
from sayso.comparing.background import Background
from sayso.comparing.counts import numbers
from sayso.comparing.linking import Cluster
from sayso.comparing.omissions import omitted_by
from sayso.comparing.origins import cited_by
from sayso.comparing.party import Key, same_side
from sayso.comparing.verdict import judge
from sayso.comparing.view import Told
from sayso.comparing.when import interval
from sayso.comparing.wording import sentence
from sayso.model.comparison import ComparedEvent, Link
from sayso.model.ids import stable_id
from sayso.model.record import EventTime, Party, Place

Value = TypeVar("Value")
_PRECISE = ("day", "month", "year", "range", "unknown")


def compared(cluster: Cluster, behind: Background) -> ComparedEvent:
    """The event with everything the accounts give for it."""
    members = cluster.members
    actors = _parties(members, lambda one: zip(one.claim.actors, one.actors, strict=True))
    recipients = _parties(members, lambda one: zip(one.claim.recipients, one.recipients, strict=True))
    time = event_time(members)
    told = accounts(members)
    sources = behind.sources.origins(members)
    relation, divergences = judge(members, behind, cited_by(sources))
    lead = _lead(members)
    return ComparedEvent(
        id=stable_id("event", *sorted(one.claim.id for one in members)),
        plover=lead.claim.event.plover,
        cameo=lead.claim.event.cameo,
        actors=actors,
        recipients=recipients,
        time=time,
        place=_place(members),
        accounts=told,
        origins=sources,
        numbers=numbers(members),
        relation=relation,
        divergences=divergences,
        omitted_by=omitted_by(told, sources, interval(time), behind.records),
        linked_by=_links(cluster),
        label=sentence(lead),
        trigger=lead.claim.event.trigger.text,
        goldstein=lead.claim.event.goldstein,
    )


def event_time(members: Sequence[Told]) -> EventTime:
    """The most precise time the words state; else the most precise of any; the first of equals."""

    def rank(one: Told) -> tuple[bool, bool, int, int]:
        time = one.claim.time
        dated = time.start is not None or time.end is not None
        return not dated, time.basis not in ("stated", "relative"), _PRECISE.index(time.precision), one.order

    return min(members, key=rank).claim.time


def _lead(members: Sequence[Told]) -> Told:
    """The claim that speaks for the event: of the commonest type, with the most specific code, told most surely."""
    types = Counter((one.claim.event.plover, one.claim.event.cameo) for one in members)

    def rank(one: Told) -> tuple[int, int, bool, bool, float, int]:
        event = one.claim.event
        named = bool(one.actors) + bool(one.recipients)
        return (
            -types[event.plover, event.cameo], -len(event.cameo or ""), event.trigger.where == "title", named < 2,
            -one.claim.confidence, one.order,
        )  # fmt: skip

    return min(members, key=rank)


def _parties(members: Sequence[Told], of: Callable[[Told], "zip[tuple[Party, Key]]"]) -> tuple[str, ...]:
    """Canonical names in at least half of the claims that name anybody, one for each side; the commonest first."""
    lists = [list(of(one)) for one in members]
    named = [pairs for pairs in lists if pairs]
    groups: list[tuple[Key, Counter[str]]] = []
    for pairs in named:
        for party, key in pairs:
            group = next((names for other, names in groups if other == key or same_side(other, key)), None)
            if group is None:
                groups.append((key, group := Counter()))
            group[party.name] += 1
    kept = [names for _, names in groups if 2 * sum(names.values()) >= len(named)]
    return tuple(_commonest(list(names.elements())) for names in kept)


def _commonest(values: Sequence[Value]) -> Value:
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], -values.index(value)))


def _place(members: Sequence[Told]) -> Place | None:
    places = [one.claim.place for one in members if one.claim.place]
    if not places:
        return None
    name = _commonest([place.name for place in places])
    return next(place for place in places if place.name == name)


def _links(cluster: Cluster) -> tuple[Link, ...]:
    return tuple(
        Link(claims=(one.claim.id, other.claim.id), score=pair.score, features=pair.features)
        for one, other, pair in cluster.links
    )
