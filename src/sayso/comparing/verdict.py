"""How the accounts of one event stand to each other, and where, field by field, they differ."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from sayso.comparing import counts
from sayso.comparing.accounts import by_document, strongest
from sayso.comparing.background import Background
from sayso.comparing.party import agreement
from sayso.comparing.view import Told
from sayso.comparing.when import apart
from sayso.model.comparison import Divergence, DivergenceField, DivergenceKind, Position, Relation
from sayso.model.span import Span

_SAID = frozenset({"happened", "claimed"})


def judge(
    members: Sequence[Told], behind: Background, cited: Mapping[str, frozenset[str]]
) -> tuple[Relation, tuple[Divergence, ...]]:
    """The relation of the accounts, and their divergences in the order of the fields of the contract.

    `cited`: for each document the names of those it has the event from.
    """
    told_by = by_document(members)
    tolls = counts.counted(members, behind.published, behind.preliminary, cited)
    differ = (*_actors(told_by), *counts.divergences(tolls), *_times(told_by), *_places(told_by), *_status(told_by))
    if len(told_by) == 1:
        return "single", differ
    return counts.relation(tolls) or _from_fields(differ, told_by), differ


def _from_fields(differ: Sequence[Divergence], told_by: Mapping[str, Sequence[Told]]) -> Relation:
    """Without tolls: what the other fields say. A thing planned and later done is an update, not a conflict."""
    kinds = {(one.field, one.kind) for one in differ}
    if any(field in ("denial", "responsibility") for field, _ in kinds) or ("place", "value") in kinds:
        return "conflict"
    if ("certainty", "update") in kinds:
        return "update"
    statuses = [strongest(of) for of in told_by.values()]
    if any(one in _SAID for one in statuses) and not all(one in _SAID for one in statuses):
        return "other"
    return "conflict" if ("time", "value") in kinds else "agree"


def _actors(told_by: Mapping[str, Sequence[Told]]) -> tuple[Divergence, ...]:
    """Who did it: another doer in another account (or from another speaker) for the same act."""
    known = [one for one in _all(told_by) if any(key.code or key.proper for key in one.actors)]
    for a, b in combinations(known[:40], 2):
        score = agreement(a.actors, b.actors)
        if score is not None and score < 0.3 and not a.claim.event.reciprocal:
            return (_divergence("responsibility", "value", known, _doers),)
    return ()


def _times(told_by: Mapping[str, Sequence[Told]]) -> tuple[Divergence, ...]:
    dated = [one for of in told_by.values() for one in of if one.when.stated and one.claim.time.span]
    exact = {(one.when.first, one.when.last) for one in dated if one.when.precision == "day"}
    if len(exact) > 1 or any(apart(a.when, b.when) for a, b in combinations(dated[:40], 2)):
        return (_divergence("time", "value", dated, lambda t: (_date(t), t.claim.time.span)),)
    return ()


def _places(told_by: Mapping[str, Sequence[Told]]) -> tuple[Divergence, ...]:
    """Different places of one country (others are never linked): a range when one may lie in the other."""
    placed = [one for of in told_by.values() for one in of if one.claim.place]
    if len({_place(one)[0].lower() for one in placed}) < 2 or len({one.document for one in placed}) < 2:
        return ()
    return (_divergence("place", "range", placed, _place),)


def _status(told_by: Mapping[str, Sequence[Told]]) -> tuple[Divergence, ...]:
    """Denied here and told there; or told with different certainty."""
    everyone = _all(told_by)
    denied = [one for one in everyone if one.claim.status == "denied"]
    acts = {one.claim.event.plover for one in denied}
    said = [one for one in everyone if one.claim.status in _SAID and one.claim.event.plover in acts]
    if denied and said:
        return (_divergence("denial", "denial", [*said, *denied], _status_of),)
    if len({strongest(of) for of in told_by.values()}) < 2:
        return ()
    thought = [one for one in everyone if one.claim.status in ("planned", "conditional", "possible")]
    said = [one for one in everyone if one.claim.status in _SAID]
    later = bool(thought and said) and _before(thought, said)
    return (_divergence("certainty", "update" if later else "value", everyone, _status_of),)


def _before(thought: Sequence[Told], said: Sequence[Told]) -> bool:
    """Whether every dated word of the act as a plan comes before the first of it as done."""
    plans = [one.when.last for one in thought if one.when.known]
    deeds = [one.when.first for one in said if one.when.known]
    return bool(plans and deeds) and max(plans) <= min(deeds)


def _divergence(
    field: DivergenceField,
    kind: DivergenceKind,
    members: Sequence[Told],
    value: Callable[[Told], tuple[str, Span | None]],
) -> Divergence:
    grouped: dict[str, list[tuple[Told, Span | None]]] = {}
    for one in members:
        label, span = value(one)
        if label:
            grouped.setdefault(label, []).append((one, span))
    positions = tuple(
        Position(
            documents=tuple(dict.fromkeys(one.document for one, _ in of)),
            value=label,
            spans=tuple(dict.fromkeys(span for _, span in of if span)),
        )
        for label, of in grouped.items()
    )
    return Divergence(field=field, kind=kind, positions=positions)


def _all(told_by: Mapping[str, Sequence[Told]]) -> list[Told]:
    return [one for of in told_by.values() for one in of]


def _doers(one: Told) -> tuple[str, Span | None]:
    parties = one.claim.actors
    return ", ".join(party.name for party in parties), parties[0].span if parties else None


def _date(one: Told) -> str:
    time = one.claim.time
    return time.start or "" if time.start == time.end else f"{time.start or '?'} to {time.end or '?'}"


def _place(one: Told) -> tuple[str, Span | None]:
    place = one.claim.place
    return (place.name, place.span) if place else ("", None)


def _status_of(one: Told) -> tuple[str, Span | None]:
    return one.claim.status, one.claim.evidence[0] if one.claim.evidence else None
