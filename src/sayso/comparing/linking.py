"""Claims into events: candidates from shared keys, then merging with average linkage, so that chains do not form.

Bounded: a key shared by many claims is split by its claims' days, places and most telling words, and a claim is
then compared with at most `MAX_CANDIDATES` others of one key.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.comparing.link.claims import Likely
from sayso.comparing.pairs import LINK, SURE, Pair, Scorer
from sayso.comparing.view import Told

MAX_BLOCK = 120
MAX_CANDIDATES = 40
MAX_LINKAGE = 24  # members of a group that are compared when two groups may join
Edge = tuple[int, int]


class Cluster(msgspec.Struct, frozen=True):
    """Claims of one event, by their order, and the links that hold them together."""

    members: tuple[Told, ...]
    links: tuple[tuple[Told, Told, Pair], ...]


def cluster(told: Sequence[Told], likely: Likely | None = None) -> tuple[Cluster, ...]:
    """Every claim in exactly one cluster; clusters in order of their first claim. `likely`: what the words say."""
    scorer = Scorer(told, likely)
    scored: dict[Edge, Pair] = {}
    for edge in sorted({*_candidates(told, scorer), *(likely.pairs(SURE) if likely else ())}):
        pair = scorer.pair(told[edge[0]], told[edge[1]])
        if pair.veto or pair.score >= LINK / 2:
            scored[edge] = pair
    groups = _merge(told, scored, scorer)
    return tuple(_cluster([told[i] for i in group], scored) for group in groups)


def _candidates(told: Sequence[Told], scorer: Scorer) -> Iterator[Edge]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in told:
        for key in set(_keys(one)):
            blocks[key].append(one.order)
    for key in sorted(blocks):
        yield from _within(blocks[key], told, scorer)


def _keys(one: Told) -> Iterator[tuple[str, ...]]:
    """What two claims of one event share at least one of: a party with the type or the trigger, or the place."""
    kinds = [one.claim.event.plover or "?", *sorted(one.trigger)]
    # A reciprocal event may name its parties either way round, so the key forgets who is first.
    for kind in kinds:
        for party in (*one.actors, *one.recipients):
            yield kind, party.side
            yield kind, party.name
            if party.country:
                yield kind, party.country
        if one.claim.place:
            yield kind, "at", one.claim.place.name.lower()


def _within(block: Sequence[int], told: Sequence[Told], scorer: Scorer) -> Iterator[Edge]:
    if len(block) <= MAX_BLOCK:
        yield from ((a, b) for k, a in enumerate(block) for b in block[k + 1 :])
        return
    finer: dict[str, list[int]] = defaultdict(list)
    for i in block:
        for key in _finer_keys(told[i], scorer):
            finer[key].append(i)
    for key in sorted(finer):
        members = finer[key]
        for k, a in enumerate(members):
            yield from ((a, b) for b in members[k + 1 : k + 1 + MAX_CANDIDATES])


def _finer_keys(one: Told, scorer: Scorer) -> Iterable[str]:
    rare = sorted(one.words, key=lambda word: (-scorer.weight(word), word))[:3]
    day = [one.when.first.isoformat()] if one.when.known and one.when.precision == "day" else []
    place = [one.claim.place.name.lower()] if one.claim.place else []
    return [*rare, *day, *place]


def _merge(told: Sequence[Told], scored: dict[Edge, Pair], scorer: Scorer) -> list[list[int]]:
    """Greedy average linkage: strongest pair first; two groups join when no pair is vetoed and the mean suffices."""
    group: dict[int, list[int]] = {one.order: [one.order] for one in told}
    best = sorted(
        (edge for edge, pair in scored.items() if not pair.veto and pair.score >= LINK),
        key=lambda edge: (-scored[edge].score, edge),
    )
    for a, b in best:
        one, other = group[a], group[b]
        if one is other or not _may_join(one, other, told, scored, scorer):
            continue
        joined = sorted([*one, *other])
        for member in joined:
            group[member] = joined
    return [members for order, members in sorted(group.items()) if members[0] == order]


def _may_join(
    one: Sequence[int],
    other: Sequence[int],
    told: Sequence[Told],
    scored: dict[Edge, Pair],
    scorer: Scorer,
) -> bool:
    total, one, other = 0.0, one[:MAX_LINKAGE], other[:MAX_LINKAGE]
    for a in one:
        for b in other:
            edge = (a, b) if a < b else (b, a)
            if edge not in scored:
                scored[edge] = scorer.pair(told[edge[0]], told[edge[1]])
            if scored[edge].veto:
                return False
            total += scored[edge].score
    return total / (len(one) * len(other)) >= 0.9 * LINK


def _cluster(members: Sequence[Told], scored: Mapping[Edge, Pair]) -> Cluster:
    """The links shown for a cluster: for each claim but the first, its strongest link to an earlier one."""
    links: list[tuple[Told, Told, Pair]] = []
    for k, one in enumerate(members[1:], 1):
        earlier = [before for before in members[:k] if (before.order, one.order) in scored]
        if earlier:
            best = max(earlier, key=lambda before: (scored[before.order, one.order].score, -before.order))
            links.append((best, one, scored[best.order, one.order]))
    return Cluster(tuple(members), tuple(links))
