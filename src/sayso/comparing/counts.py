"""The tolls of an event, account by account, and how they stand to each other: agree, conflict, update, other."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

import msgspec

from sayso.comparing.accounts import by_document
from sayso.comparing.tolls import Toll
from sayso.comparing.view import Told
from sayso.model.comparison import Divergence, DivergenceKind, Number, Position, Relation

_NEAR: Final = 0.05
_FIRST: Final = ("killed", "casualties", "wounded")
_OF_TOLL: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", None})
_MOST: Final = frozenset({"civilians", "fighters", "soldiers"})
"""Said of all the dead as often as of some: a part only where the numbers show it."""
_PARTS: Final = frozenset({"children", "women"})
_PART: Final = 0.4
_ORDER: Final[tuple[Relation, ...]] = ("conflict", "update", "other", "agree")
Tolls = Mapping[tuple[str, str], Sequence["Counted"]]


class Counted(msgspec.Struct, frozen=True):
    """A document's toll of one kind and scope, and when the document is from (None: not known).

    `first`: where among its tolls it stands. `preliminary`: the document says that the count may rise. `voices`: who
    it has the event from. `scopes`: every scope in which it gives this number. `risen`: it says that the number rose.
    """

    document: str
    toll: Toll
    published: str | None
    first: int = 0
    preliminary: bool = False
    voices: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    risen: bool = False


def numbers(members: Sequence[Told]) -> tuple[Number, ...]:
    """Every toll in the claims' words, each once for each document and place; in the order of the text."""
    found: dict[tuple[str, int, int, str | None], Number] = {}
    for one in members:
        for toll in _tolls(one):
            place = (one.document, toll.span.start, toll.span.end, toll.span.where)
            number = Number(
                document=one.document, what=toll.what, low=toll.low, high=toll.high, bound=toll.bound, span=toll.span,
                scope=toll.scope,
            )  # fmt: skip
            found.setdefault(place, number)
    return tuple(found.values())


def _tolls(one: Told) -> tuple[Toll, ...]:
    return one.tolls if one.claim.event.plover in _OF_TOLL and not takes_land(one) else ()


def takes_land(one: Told) -> bool:
    """Whether a claim tells of land or a town taken: the dead of that sentence are those of the fighting."""
    return (one.claim.event.cameo or "").startswith("192")


def counted(
    members: Sequence[Told],
    published: Mapping[str, str | None],
    preliminary: frozenset[str] = frozenset(),
    voices: Mapping[str, frozenset[str]] | None = None,
) -> dict[tuple[str, str], list[Counted]]:
    """For each kind and scope, one toll a document: what it leads with, or the newest where it tells of a rise."""
    found: dict[tuple[str, str], dict[str, Counted]] = {}
    for document, of in by_document(members).items():
        told = list(dict.fromkeys(toll for one in of for toll in _tolls(one)))
        who = (voices or {}).get(document, frozenset())
        for k, toll in enumerate(sorted(told, key=_position)):
            mine = found.setdefault((toll.what, toll.scope), {})
            if document not in mine or _replaces(toll, mine[document].toll):
                again = [other for other in told if other.what == toll.what and _number(other) == _number(toll)]
                mine[document] = Counted(
                    document, toll, published.get(document), k, document in preliminary, who,
                    frozenset(other.scope for other in again), any(other.rising for other in again),
                )  # fmt: skip
    return {key: list(of.values()) for key, of in found.items()}


def _number(toll: Toll) -> int | None:
    return toll.low if toll.low is not None else toll.high


def _position(toll: Toll) -> tuple[bool, int]:
    """A title is read before its text."""
    return toll.span.where is None, toll.span.start


def _replaces(new: Toll, old: Toll) -> bool:
    """An exact count says more than "dozens", and a risen one more than what it replaced."""
    if _ranged(old) and old.bound == "~" and not (_ranged(new) and new.bound == "~"):
        return True
    return new.rising and not old.rising and _middle(new) > _middle(old)


def relation(tolls: Tolls) -> Relation | None:
    """How the death tolls stand to each other (other tolls where none is of deaths); None without two to compare."""
    for what in _FIRST:
        leading = _leading(what, tolls)
        if len(leading) < 2:  # two accounts
            continue
        given = _given(what, tolls)
        found = {_pair(a, b, given) for a, b in combinations(leading, 2)}
        if "update" in found and not any(_fell(a, b) for a, b in combinations(leading, 2)):
            found.discard("conflict")
        return next(verdict for verdict in _ORDER if verdict in found)
    counting = {one.document for (kind, _), of in tolls.items() if kind in _FIRST[:2] for one in of}
    return "other" if len(counting) > 1 else None


def _given(what: str, tolls: Tolls) -> dict[str, list[Counted]]:
    """For each document every toll of a kind, whatever its scope."""
    found: dict[str, list[Counted]] = {}
    for (kind, _), of in tolls.items():
        for one in of:
            if kind == what:
                found.setdefault(one.document, []).append(one)
    return found


def _pair(a: Counted, b: Counted, given: Mapping[str, Sequence[Counted]]) -> Relation:
    """Two accounts, at the same scope where both give it; they agree where each gives the other's leading number."""
    stand = _stand(a, b)
    if stand == "agree" or a.risen or b.risen:
        return stand
    if _has(a, given[b.document]) and _has(b, given[a.document]):
        return "agree"
    if stand == "other":
        alike = [(one, b) for one in given[a.document] if one.scopes & b.scopes]
        alike += [(a, one) for one in given[b.document] if one.scopes & a.scopes]
        return _stand(*alike[0]) if alike else stand
    return stand


def _has(one: Counted, others: Sequence[Counted]) -> bool:
    return any(_agree(one.toll, other.toll) for other in others)


def _leading(what: str, tolls: Tolls) -> list[Counted]:
    """For each document the toll of a kind that it leads with; one of the whole event before one of a part."""
    found: dict[str, Counted] = {}
    for (kind, _), of in tolls.items():
        for one in of:
            if kind == what and (one.document not in found or _rank(one) < _rank(found[one.document])):
                found[one.document] = one
    for one in (one for of in _given(what, tolls).values() for one in of if one.risen):
        # Of a sentence that tells of a rise the higher number leads; the lower is the one that it replaced.
        before = found[one.document]
        higher = one if _middle(one.toll) > _middle(before.toll) and not _other_scope(one.toll, before.toll) else before
        found[one.document] = msgspec.structs.replace(higher, risen=True)
    return list(found.values())


def _rank(one: Counted) -> tuple[bool, bool, int]:
    part = one.toll.scope.rpartition(", ")[2] in _PARTS
    return _ranged(one.toll) and one.toll.bound == "~", part, one.first


def divergences(tolls: Tolls) -> tuple[Divergence, ...]:
    """Tolls of one kind that are not the same, with the words on each side and why they need not conflict."""
    found = []
    for what in dict.fromkeys(kind for kind, _ in tolls):
        leading = _leading(what, tolls)
        if len(leading) > 1 and len({_value(one.toll) for one in leading}) > 1:
            found.append(Divergence(field="number", kind=_kind(leading), positions=_positions(leading)))
    return tuple(found)


def _positions(tolls: Iterable[Counted]) -> tuple[Position, ...]:
    grouped: dict[str, list[Counted]] = {}
    for one in tolls:
        label = _value(one.toll) + ("" if one.toll.scope == "event" else f" ({one.toll.scope})")
        grouped.setdefault(label, []).append(one)
    return tuple(
        Position(
            documents=tuple(dict.fromkeys(one.document for one in of)),
            value=label,
            spans=tuple(one.toll.span for one in of),
        )
        for label, of in grouped.items()
    )


def _kind(tolls: Sequence[Counted]) -> DivergenceKind:
    stands = {_stand(a, b) for a, b in combinations(tolls, 2)}
    if "conflict" in stands:
        return "value"
    if "update" in stands:
        return "update"
    if "other" in stands:
        return "scope"
    ranged = any(one.toll.low != one.toll.high and one.toll.bound == "=" for one in tolls)
    return "range" if ranged else "bound"


def _value(toll: Toll) -> str:
    low, high = toll.low, toll.high
    if low is not None and high is not None and low != high:
        return f"{low} to {high} {toll.what}"
    sign = {"=": "", ">=": "at least ", "<=": "at most ", "~": "about "}[toll.bound]
    return f"{sign}{low if low is not None else high} {toll.what}"


def _stand(a: Counted, b: Counted) -> Relation:
    """Two accounts: the same number of a like scope agrees; else another scope, a later count, or a conflict."""
    if _agree(a.toll, b.toll):
        return "agree"
    if not a.scopes & b.scopes and _other_scope(a.toll, b.toll):
        return "other"
    low, high = sorted((a, b), key=lambda one: _middle(one.toll))
    return "update" if _grew(low, high) else "conflict"


def _grew(low: Counted, high: Counted) -> bool:
    """Whether time explains that one count is higher: a later account, a count said to rise, one and the same voice."""
    before, after = (low.published or "")[:10], (high.published or "")[:10]
    if before and after and before != after:
        return before < after
    return high.risen or low.preliminary or bool(low.voices & high.voices)


def _fell(a: Counted, b: Counted) -> bool:
    """Whether a later account has materially fewer: no rising count explains that."""
    low, high = sorted((a, b), key=lambda one: _middle(one.toll))
    before, after = (high.published or "")[:10], (low.published or "")[:10]
    return _stand(a, b) == "conflict" and bool(before and after) and before < after


def _other_scope(a: Toll, b: Toll) -> bool:
    """Whether they count over another time ("24 hours"), or other people: civilians and fighters, or but a part."""
    one, other = frozenset(a.scope.split(", ")) - {"event"}, frozenset(b.scope.split(", ")) - {"event"}
    if len(one ^ other) < 2 and one ^ other <= _MOST:
        return min(_middle(a), _middle(b)) < _PART * max(_middle(a), _middle(b)) and one != other
    return True


def _agree(a: Toll, b: Toll) -> bool:
    if (a.low, a.high) == (b.low, b.high):
        return True
    if _ranged(a) or _ranged(b):
        return _low(a) <= _high(b) and _low(b) <= _high(a)
    one, other = _middle(a), _middle(b)
    if a.bound == b.bound == "=":
        return one == other
    return abs(one - other) <= _NEAR * max(one, other)


def _ranged(toll: Toll) -> bool:
    return toll.low is not None and toll.high is not None and toll.low != toll.high


def _low(toll: Toll) -> int:
    return toll.low if toll.low is not None else 0


def _high(toll: Toll) -> int:
    return toll.high if toll.high is not None else 10**12


def _middle(toll: Toll) -> float:
    known = [value for value in (toll.low, toll.high) if value is not None]
    return sum(known) / len(known) if known else 0.0
