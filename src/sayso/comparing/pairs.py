"""How likely two claims tell one event: features with weights that add up to a score, and vetoes that end it."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from sayso.comparing.link.claims import Likely
from sayso.comparing.party import Key, agreement, identified, together
from sayso.comparing.tolls import Toll
from sayso.comparing.view import Told, weights
from sayso.comparing.when import apart, overlap
from sayso.lexicon.stems import stem
from sayso.model.record import Place

LINK: Final = 0.55  # a score from which two claims are one event
DIFFERENT: Final = 0.3  # agreement of parties below which they are different parties
SAME_BUT_DOER: Final = 0.65  # what all else must add up to for two doers to be two answers to "who did it?"
SURE: Final = 0.9  # likelihood by all else from which claims without known parties are one event
LIKELY: Final = 0.6  # likelihood from which they may be members of one
UNKNOWN: Final = frozenset({"nobody named", "no party", "other words for it"})
_SAME_KM = 60.0
_ROOT: Final = 6  # letters that two words for one act share, as "recognise" and "recognition" do


class Pair(msgspec.Struct, frozen=True):
    """What speaks for and against; `veto` names a contradiction that no likeness outweighs."""

    score: float
    features: dict[str, float]
    veto: str | None = None


class Scorer:
    """Compares claims of one collection, in which rare words tell more than common ones."""

    def __init__(self, told: Sequence[Told], likely: Likely | None = None) -> None:
        self._likely = likely or Likely()
        self._weight = weights(told)
        self._length = [math.sqrt(sum(self._weight[word] ** 2 for word in one.words)) for one in told]

    def weight(self, word: str) -> float:
        """How telling a stem is in this collection."""
        return self._weight.get(word, 0.0)

    def pair(self, a: Told, b: Told) -> Pair:
        """Features of two claims, or the veto that ends it. Symmetric."""
        doer, done_to = _agreements(a, b)
        likely = self.likely(a, b)
        veto = _lifted(_veto(a, b), likely) or _lifted(_hard_parties_veto(a, b, doer, done_to), likely)
        if veto:
            return Pair(0.0, {}, veto)
        kept = self._features(a, b, (doer, done_to), likely)
        score = round(sum(kept.values()), 3)
        # Who did it may be what accounts differ on, but only where all else is the same.
        told = score - kept.get("parties", 0.0) - kept.get("accounts", 0.0)
        other_doer = doer is not None and doer < DIFFERENT and told < SAME_BUT_DOER
        unanchored = _unanchored(a, b, kept)
        veto = "actor" if other_doer else _lifted(unanchored, likely) or _other_act(a, b, kept)
        # Parties that nobody knows may belong to one event, but only what is very likely begins one.
        unknown = unanchored or _no_party(a, b) or (done_to is not None and done_to < DIFFERENT)
        most = LINK - 0.01 if unknown and likely < SURE else math.inf
        return Pair(min(score, most), kept, veto)

    def likely(self, a: Told, b: Told) -> float:
        """How likely words, clauses and documents make it that two accounts tell one event; 0 where nobody asked."""
        return (self._likely.of(a.order, b.order) or 0.0) if a.document != b.document else 0.0

    def _features(
        self, a: Told, b: Told, parties: tuple[float | None, float | None], likely: float
    ) -> dict[str, float]:
        features = {
            "type": _type(a, b),
            "parties": sum(0.0 if score is None else 0.15 * (score - 0.4) / 0.6 for score in parties),
            "trigger": 0.2 if _kin(a, b) else 0.0,
            "words": 0.4 * self.likeness(a, b),
            "time": 0.2 * overlap(a.when, b.when),
            "place": _place(a.claim.place, b.claim.place),
            "toll": _toll(a.tolls, b.tolls),
            "reality": _reality(a, b),
            "accounts": 0.6 * max(likely - 0.5, 0.0) * _open(a, b, parties),
        }
        return {name: round(value, 3) for name, value in features.items() if value}

    def likeness(self, a: Told, b: Told) -> float:
        """Cosine of the claims' evidence, each stem counted by how telling it is."""
        shared = sum(self._weight[word] ** 2 for word in a.words & b.words)
        return shared / (self._length[a.order] * self._length[b.order]) if shared else 0.0


def _open(a: Told, b: Told, parties: tuple[float | None, float | None]) -> bool:
    """Whether it is left open by names and words if two accounts mean one event, so that all else may decide.

    Where parties are known by name, those that agree by half ("Russia, Iran and Syria", "Russia and Israel") are told
    apart by them; and two who know each other do many things, so that another word is another act.
    """
    if not identified(_everyone(a), _everyone(b)):
        return True
    return _kin(a, b) and not any(score is not None and DIFFERENT <= score < 0.8 for score in parties)


def _type(a: Told, b: Told) -> float:
    """The same act, the more the code says: 054 (recognises) tells more than 050 (cooperates somehow)."""
    one, other = a.claim.event, b.claim.event
    if one.cameo and one.cameo == other.cameo:
        return 0.25 if one.cameo[2:].strip("0") else 0.2
    if one.cameo and other.cameo and one.cameo[:2] == other.cameo[:2]:
        return 0.1
    if one.plover and one.plover == other.plover:
        return 0.1
    return 0.0 if one.quad and one.quad == other.quad else -0.15


def _agreements(a: Told, b: Told) -> tuple[float | None, float | None]:
    """How well the doers and the done-to agree; a reciprocal event may name them either way round."""
    if a.claim.event.reciprocal and b.claim.event.reciprocal:
        score = together(_everyone(a), _everyone(b))
        return score, score
    straight = agreement(a.actors, b.actors), agreement(a.recipients, b.recipients)
    if not (a.claim.event.reciprocal or b.claim.event.reciprocal):
        return straight
    swapped = agreement(a.actors, b.recipients), agreement(a.recipients, b.actors)
    return max(straight, swapped, key=lambda two: sum(DIFFERENT if score is None else score for score in two))


def _kin(a: Told, b: Told) -> bool:
    """Whether the triggers share a stem, or the beginning of one ("recognise", "recognition"); names do not count."""
    one, other = _act_words(a), _act_words(b)
    if one & other:
        return True
    ahead = {word[:_ROOT] for word in one if len(word) >= _ROOT}
    return any(word[:_ROOT] in ahead for word in other if len(word) >= _ROOT)


def _act_words(one: Told) -> frozenset[str]:
    """The stems of the trigger without those of the parties in it ("violating Niger's airspace")."""
    names = {stem(word) for party in (*one.actors, *one.recipients) for word in party.words}
    return (one.trigger - names) or one.trigger


def _everyone(one: Told) -> tuple[Key, ...]:
    return tuple(dict.fromkeys((*one.actors, *one.recipients)))


def _unanchored(a: Told, b: Told, kept: Mapping[str, float]) -> str | None:
    """Where no party is known by name, two of place, day, toll and wording must agree ("people were killed")."""
    if identified(_everyone(a), _everyone(b)) or (a.document == b.document and _same_trigger(a, b)):
        return None
    anchors = (
        kept.get("place", 0.0) >= 0.15,
        kept.get("time", 0.0) >= 0.2,
        kept.get("toll", 0.0) >= 0.15,
        kept.get("words", 0.0) >= 0.2,
    )
    return None if sum(anchors) >= 2 else "nobody named"


def _other_act(a: Told, b: Told, kept: Mapping[str, float]) -> str | None:
    """Two parties do many things with each other: other codes and other words need a day, toll or much wording."""
    one, other = a.claim.event.cameo, b.claim.event.cameo
    if _kin(a, b) or not one or not other or one == other:
        return None
    anchored = kept.get("time", 0.0) >= 0.2 or kept.get("toll", 0.0) >= 0.15 or kept.get("words", 0.0) >= 0.2
    return None if anchored else "act"


def _lifted(veto: str | None, likely: float) -> str | None:
    """The veto, unless it only says that parties are not known, and all else makes one event likely."""
    return None if veto in UNKNOWN and likely >= LIKELY else veto


def _hard_parties_veto(a: Told, b: Told, doer: float | None, done_to: float | None) -> str | None:
    if done_to is not None and done_to < DIFFERENT:
        return "recipient" if _coded(a.recipients) and _coded(b.recipients) else "other words for it"
    if doer is not None and doer < DIFFERENT and (done_to is None or done_to < 0.4):
        return "actor"
    return None


def _veto(a: Told, b: Told) -> str | None:
    one, other = a.claim, b.claim
    if a.document == b.document and _same_trigger(a, b):
        return None
    if one.event.plover != other.event.plover and not _kin(a, b):
        return "type"
    if a.document == b.document and a.around == b.around and not _kin(a, b):
        return "act"  # two verbs of one sentence are two acts
    if one.scenario != other.scenario and a.document == b.document:
        return "scenario"
    if apart(a.when, b.when) or (a.document == b.document and _other_days(a, b)):
        return "time"
    if one.place and other.place and _far(one.place, other.place):
        return "place"
    if a.document == b.document and _toll(a.tolls, b.tolls) < 0:
        return "toll"
    return _no_party(a, b)


def _no_party(a: Told, b: Told) -> str | None:
    placed = a.claim.place and b.claim.place
    if (a.actors and b.actors) or (a.recipients and b.recipients) or placed:
        return None
    # Somebody known who does it here and has it done to them there is a party all the same; "a truce" has none.
    return "no party" if identified(_everyone(a), _everyone(b)) else "no party at all"


def _coded(parties: Sequence[Key]) -> bool:
    """Whether all of them are known for who they are."""
    return all(party.code is not None or party.proper for party in parties)


def _other_days(a: Told, b: Told) -> bool:
    """One account knows its own days: the tenth and the eleventh are two."""
    days = a.when.precision == b.when.precision == "day" and a.when.stated and b.when.stated
    return days and (a.when.first, a.when.last) != (b.when.first, b.when.last)


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
