"""The tolls of an event, account by account, and how they stand to each other: agree, conflict, update, other."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from sayso.comparing.accounts import by_document
from sayso.comparing.tolls import Toll
from sayso.comparing.view import Told
from sayso.model.comparison import Divergence, DivergenceKind, Number, Position, Relation

_NEAR = 0.05
_FIRST = ("killed", "wounded", "casualties")
_OF_TOLL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", None})


class Counted(msgspec.Struct, frozen=True):
    """A document's toll of one kind and scope, and when the document is from (None: not known)."""

    document: str
    toll: Toll
    published: str | None


def numbers(members: Sequence[Told]) -> tuple[Number, ...]:
    """Every toll in the claims' words, each once for each document and place."""
    found: dict[tuple[str, int, int, str | None], Number] = {}
    for one in members:
        if one.claim.event.plover not in _OF_TOLL:
            continue
        for toll in one.tolls:
            place = (one.document, toll.span.start, toll.span.end, toll.span.where)
            number = Number(
                document=one.document, what=toll.what, low=toll.low, high=toll.high, bound=toll.bound, span=toll.span,
                scope=toll.scope,
            )  # fmt: skip
            found.setdefault(place, number)
    return tuple(found.values())


def counted(members: Sequence[Told], published: Mapping[str, str | None]) -> dict[tuple[str, str], list[Counted]]:
    """For each kind and scope, one toll a document: the last it gives, as the latest it knows."""
    found: dict[tuple[str, str], dict[str, Counted]] = {}
    for document, of in by_document(members).items():
        for one in of:
            if one.claim.event.plover in _OF_TOLL:
                for toll in one.tolls:
                    one_kind = found.setdefault((toll.what, toll.scope), {})
                    one_kind[document] = Counted(document, toll, published.get(document))
    return {key: list(of.values()) for key, of in found.items()}


def relation(tolls: Mapping[tuple[str, str], Sequence[Counted]]) -> Relation | None:
    """How the death tolls stand to each other (other tolls where none is of deaths); None without two to compare."""
    for what in _FIRST:
        mine = {scope: of for (kind, scope), of in tolls.items() if kind == what}
        documents = {one.document for of in mine.values() for one in of}
        if len(documents) < 2:
            continue
        pairs = [_stand(a, b) for of in mine.values() for a, b in combinations(of, 2)]
        for verdict in ("conflict", "update", "agree"):
            if verdict in pairs:
                return verdict
        return "other"
    return None


def divergences(tolls: Mapping[tuple[str, str], Sequence[Counted]]) -> tuple[Divergence, ...]:
    """Tolls of one kind that are not the same, with the words on each side and why they need not conflict."""
    found = []
    for what in dict.fromkeys(kind for kind, _ in tolls):
        same_kind = [(scope, one) for (kind, scope), of in tolls.items() if kind == what for one in of]
        if len({one.document for _, one in same_kind}) > 1 and len({_value(one.toll) for _, one in same_kind}) > 1:
            found.append(Divergence(field="number", kind=_kind(same_kind), positions=_positions(same_kind)))
    return tuple(found)


def _positions(tolls: Sequence[tuple[str, Counted]]) -> tuple[Position, ...]:
    grouped: dict[str, list[Counted]] = {}
    for scope, one in tolls:
        label = _value(one.toll) + ("" if scope == "event" else f" ({scope})")
        grouped.setdefault(label, []).append(one)
    return tuple(
        Position(
            documents=tuple(dict.fromkeys(one.document for one in of)),
            value=label,
            spans=tuple(one.toll.span for one in of),
        )
        for label, of in grouped.items()
    )


def _kind(tolls: Sequence[tuple[str, Counted]]) -> DivergenceKind:
    stands = {_stand(a, b) for (s, a), (t, b) in combinations(tolls, 2) if s == t and a.document != b.document}
    if "conflict" in stands:
        return "value"
    if "update" in stands:
        return "update"
    if len({scope for scope, _ in tolls}) > 1:
        return "scope"
    ranged = any(one.toll.low != one.toll.high and one.toll.bound == "=" for _, one in tolls)
    return "range" if ranged else "bound"


def _value(toll: Toll) -> str:
    low, high = toll.low, toll.high
    if low is not None and high is not None and low != high:
        return f"{low} to {high} {toll.what}"
    sign = {"=": "", ">=": "at least ", "<=": "at most ", "~": "about "}[toll.bound]
    return f"{sign}{low if low is not None else high} {toll.what}"


def _stand(a: Counted, b: Counted) -> Relation:
    if _agree(a.toll, b.toll):
        return "agree"
    first, second = sorted((a, b), key=lambda one: one.published or "")
    dated = bool(first.published and second.published and first.published[:10] < second.published[:10])
    grew = _middle(second.toll) > _middle(first.toll)
    if (dated and grew) or a.toll.rising != b.toll.rising:
        return "update"
    return "conflict"


def _agree(a: Toll, b: Toll) -> bool:
    if (a.low, a.high) == (b.low, b.high):
        return True
    if _ranged(a) or _ranged(b):
        return _low(a) <= _high(b) and _low(b) <= _high(a)
    if a.bound == b.bound == "=":
        return False
    one, other = _middle(a), _middle(b)
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
