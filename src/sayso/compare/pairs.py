"""How likely two claims tell one event: features with weights that add up to a score, and vetoes that end it."""

import math
from collections.abc import Mapping
from typing import Final

import msgspec

from sayso.compare.party import agreement
from sayso.compare.tolls import Toll
from sayso.compare.view import Told
from sayso.compare.when import apart, overlap
from sayso.model.record import Place

LINK: Final = 0.55  # a score from which two claims are one event
_SAME_KM = 60.0


class Pair(msgspec.Struct, frozen=True):
    """What speaks for and against; `veto` names a contradiction that no likeness outweighs."""

    score: float
    features: dict[str, float]
    veto: str | None = None


def compare_pair(a: Told, b: Told, weight: Mapping[str, float]) -> Pair:
    """Features of two claims. Symmetric."""
    veto = _veto(a, b)
    features = {
        "type": _type(a, b),
        "parties": _parties(a, b),
        "trigger": 0.2 if a.trigger & b.trigger else 0.0,
        "words": 0.35 * likeness(a.words, b.words, weight),
        "time": 0.2 * overlap(a.when, b.when),
        "place": _place(a.claim.place, b.claim.place),
        "toll": _toll(a.tolls, b.tolls),
        "reality": _reality(a, b),
    }
    kept = {name: round(value, 3) for name, value in features.items() if value}
    score = round(sum(kept.values()), 3)
    return Pair(score, kept, veto or _parties_veto(a, b, score - kept.get("parties", 0.0)))


def likeness(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """Cosine of two bags of stems, each stem counted by how telling it is."""
    shared = sum(weight.get(word, 1.0) ** 2 for word in a & b)
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(weight.get(w, 1.0) ** 2 for w in a) * sum(weight.get(w, 1.0) ** 2 for w in b))


def _type(a: Told, b: Told) -> float:
    one, other = a.claim.event, b.claim.event
    if one.cameo and one.cameo == other.cameo:
        return 0.25
    if one.cameo and other.cameo and one.cameo[:2] == other.cameo[:2]:
        return 0.2
    if one.plover and one.plover == other.plover:
        return 0.15
    return 0.0 if one.quad and one.quad == other.quad else -0.15


def _parties(a: Told, b: Told) -> float:
    straight = _sides(a, b, swap=False)
    if a.claim.event.reciprocal or b.claim.event.reciprocal:
        return max(straight, _sides(a, b, swap=True))
    return straight


def _sides(a: Told, b: Told, *, swap: bool) -> float:
    doers, done_to = (b.recipients, b.actors) if swap else (b.actors, b.recipients)
    scores = (agreement(a.actors, doers), agreement(a.recipients, done_to))
    return sum(0.0 if score is None else 0.2 * (score - 0.4) / 0.6 for score in scores)


def _parties_veto(a: Told, b: Told, rest: float) -> str | None:
    """Different parties: never one event, unless all else agrees and only the doer differs (who did it?)."""
    scores = [agreement(a.actors, b.actors), agreement(a.recipients, b.recipients)]
    if a.claim.event.reciprocal or b.claim.event.reciprocal:
        swapped = [agreement(a.actors, b.recipients), agreement(a.recipients, b.actors)]
        scores = max(scores, swapped, key=lambda two: sum(0.3 if score is None else score for score in two))
    doer, done_to = scores
    if done_to is not None and done_to < 0.3:
        return "recipient"
    if doer is not None and doer < 0.3:
        return None if done_to is not None and done_to >= 0.4 and rest >= 0.6 else "actor"
    if doer is None and done_to is None and not (a.claim.place and b.claim.place):
        return "no party"
    return None


def _veto(a: Told, b: Told) -> str | None:
    one, other = a.claim, b.claim
    if a.document == b.document and _same_trigger(a, b):
        return None
    if one.event.plover != other.event.plover and not a.trigger & b.trigger:
        return "type"
    if one.scenario != other.scenario and a.document == b.document:
        return "scenario"
    if apart(a.when, b.when):
        return "time"
    if one.place and other.place and _far(one.place, other.place):
        return "place"
    if a.document == b.document and _toll(a.tolls, b.tolls) < 0:
        return "toll"
    return None


def _same_trigger(a: Told, b: Told) -> bool:
    one, other = a.claim.event.trigger, b.claim.event.trigger
    return one.start < other.end and other.start < one.end and one.where == other.where


def _place(a: Place | None, b: Place | None) -> float:
    if a is None or b is None:
        return 0.0
    if a.name.lower() == b.name.lower():
        return 0.15
    return 0.05 if a.country and a.country == b.country else 0.0


def _far(a: Place, b: Place) -> bool:
    """Different places, neither of which may hold the other: other countries, or towns too far apart."""
    if a.name.lower() == b.name.lower():
        return False
    if a.country and b.country and a.country != b.country:
        return True
    if None in (a.lat, a.lon, b.lat, b.lon) or _is_country(a) or _is_country(b):
        return False
    return _km(a, b) > _SAME_KM


def _is_country(place: Place) -> bool:
    return place.country is not None and (place.lat is None or place.name.upper() == place.country)


def _km(a: Place, b: Place) -> float:
    lat1, lon1, lat2, lon2 = (math.radians(x or 0.0) for x in (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def _toll(a: tuple[Toll, ...], b: tuple[Toll, ...]) -> float:
    """Same count of the same: for; counts no bound explains and far apart: against."""
    found = [_two_tolls(one, other) for one in a for other in b if (one.what, one.scope) == (other.what, other.scope)]
    return max(found, default=0.0)


def _two_tolls(a: Toll, b: Toll) -> float:
    if (a.low, a.high) == (b.low, b.high):
        return 0.15
    one, other = a.low or a.high or 1, b.low or b.high or 1
    if max(one, other) <= 1.25 * min(one, other):
        return 0.05
    exact = a.bound == b.bound == "="
    return -0.15 if exact and max(one, other) > 2 * min(one, other) and not (a.rising or b.rising) else 0.0


def _reality(a: Told, b: Told) -> float:
    """An act told as done and one that is only thought of are seldom one event."""
    real = frozenset({"happened", "claimed", "denied"})
    return 0.0 if (a.claim.status in real) == (b.claim.status in real) else -0.15
