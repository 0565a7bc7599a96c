"""Clusters of claims, with what several accounts tell of one incident put together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from sayso.comparing.incidents.matching import SAME, Profile, match, profile
from sayso.comparing.incidents.tellings import incidents
from sayso.comparing.linking import Cluster
from sayso.comparing.pairs import Pair
from sayso.comparing.tolls import Toll
from sayso.comparing.view import Told
from sayso.lexicon.incidents import IncidentLexicon
from sayso.lexicon.numbers import NumberLexicon
from sayso.model.record import Record

MAX_BLOCK: Final = 400
"""Incidents of one key that are compared with each other; of a longer list each with the next few."""
MAX_NEXT: Final = 60
Edge = tuple[int, int]
Linked = tuple[Told, Told, Pair]


def joined(
    clusters: Sequence[Cluster],
    told: Sequence[Told],
    records: Sequence[Record],
    lexicon: IncidentLexicon,
    numbers: NumberLexicon,
) -> tuple[Cluster, ...]:
    """The clusters anew: every claim in exactly one, those of one incident in one; in order of their first claim."""
    profiles = [profile(one) for one in incidents(told, records, lexicon, numbers)]
    if not profiles:
        return tuple(clusters)
    scored: dict[Edge, Pair] = {}
    groups = _groups(profiles, scored)
    home = {one.order: k for k, group in enumerate(groups) for i in group for one in profiles[i].incident.claims}
    members: dict[int, dict[int, Told]] = defaultdict(dict)
    links: dict[int, list[Linked]] = defaultdict(list)
    rest: list[Cluster] = []
    for cluster in clusters:
        target = _target(cluster, home)
        if target is None:
            rest.append(cluster)
            continue
        for one in cluster.members:
            members[home.get(one.order, target)][one.order] = one
        inside = {one.order for one in cluster.members if home.get(one.order, target) == target}
        links[target].extend(link for link in cluster.links if {link[0].order, link[1].order} <= inside)
    found = [
        Cluster(
            _with_tolls([members[k][order] for order in sorted(members[k])], groups[k], profiles),
            (*_between(groups[k], profiles, scored), *_within(groups[k], profiles, links[k]), *links[k]),
        )
        for k in members
    ]
    return tuple(sorted([*rest, *found], key=lambda cluster: cluster.members[0].order))


def _with_tolls(members: Sequence[Told], group: Sequence[int], profiles: Sequence[Profile]) -> tuple[Told, ...]:
    """The claims, the first of each account with the tolls of its sentences in which no claim was read."""
    bare: dict[int, tuple[Toll, ...]] = {}
    for k in group:
        tellings = profiles[k].incident.tellings
        bare[profiles[k].incident.claims[0].order] = tuple(t for one in tellings if not one.claims for t in one.tolls)
    return tuple(
        msgspec.structs.replace(one, tolls=tuple(dict.fromkeys((*one.tolls, *bare[one.order]))))
        if bare.get(one.order)
        else one
        for one in members
    )


def _target(cluster: Cluster, home: Mapping[int, int]) -> int | None:
    """The incident that most claims of a cluster belong to; the others of it go with them."""
    known = Counter(home[one.order] for one in cluster.members if one.order in home)
    return known.most_common(1)[0][0] if known else None


def _groups(profiles: Sequence[Profile], scored: dict[Edge, Pair]) -> list[list[int]]:
    """Greedy average linkage; one account tells an incident once."""
    for edge in sorted(set(_candidates(profiles))):
        scored[edge] = match(profiles[edge[0]], profiles[edge[1]])
    group: dict[int, list[int]] = {k: [k] for k in range(len(profiles))}
    best = [edge for edge, pair in scored.items() if pair.veto is None and pair.score >= SAME]
    for a, b in sorted(best, key=lambda edge: (-scored[edge].score, edge)):
        one, other = group[a], group[b]
        if one is not other and _may_join(one, other, profiles, scored):
            merged = sorted([*one, *other])
            for k in merged:
                group[k] = merged
    return [members for k, members in sorted(group.items()) if members[0] == k]


def _may_join(one: Sequence[int], other: Sequence[int], profiles: Sequence[Profile], scored: dict[Edge, Pair]) -> bool:
    total = 0.0
    for a in one:
        for b in other:
            if profiles[a].incident.document == profiles[b].incident.document:
                return False
            edge = (min(a, b), max(a, b))
            if edge not in scored:
                scored[edge] = match(profiles[edge[0]], profiles[edge[1]])
            if scored[edge].veto:
                return False
            total += scored[edge].score
    return total / (len(one) * len(other)) >= 0.85 * SAME


def _candidates(profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Pairs of two accounts that name a place in common, give the same toll, or the same day and kind of place."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, one in enumerate(profiles):
        for key in one.names.all | one.incident.around.all:
            blocks["name", key].append(k)
        for what, value in one.tolls:
            blocks[what, str(value)].append(k)
        if one.days and one.days.first == one.days.last:
            for kind in one.sites:
                blocks[kind, one.days.first.isoformat()].append(k)
    for block in blocks.values():
        reach = len(block) if len(block) <= MAX_BLOCK else MAX_NEXT
        for i, a in enumerate(block):
            for b in block[i + 1 : i + 1 + reach]:
                if profiles[a].incident.document != profiles[b].incident.document:
                    yield a, b


def _between(group: Sequence[int], profiles: Sequence[Profile], scored: Mapping[Edge, Pair]) -> Iterator[Linked]:
    """For each account but the first, its strongest link to an earlier one."""
    for n, b in enumerate(group[1:], 1):
        known = [a for a in group[:n] if (a, b) in scored]
        if known:
            a = max(known, key=lambda a: (scored[a, b].score, -a))
            yield profiles[a].incident.claims[0], profiles[b].incident.claims[0], scored[a, b]


def _within(group: Sequence[int], profiles: Sequence[Profile], links: Sequence[Linked]) -> Iterator[Linked]:
    """Within an account: the claims that nothing else links, to the first claim of its incident."""
    linked = {one.order for a, b, _ in links for one in (a, b)}
    for k in group:
        first, *others = profiles[k].incident.claims
        for one in others:
            if one.order not in linked:
                same = one.around == first.around
                yield first, one, Pair(1.0, {"sentence" if same else "incident": 1.0})
