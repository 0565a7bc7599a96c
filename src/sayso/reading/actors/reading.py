"""What the actor rules read from: the parse, the lexicon, and whose name or adjective stands at each word."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

from sayso.lexicon.actors import ActorLexicon, Listed, Named
from sayso.model.flow import Parse, Word
from sayso.reading.actors.names import Hit, longest

Country = Callable[[str], str | None]
"""The country (ISO) of the largest town of a name, None where there is none."""

Whence = Literal["author", "outlet", "dateline", "first words"]
"""By what a text tells where it is written from: "first words" are a dateline that is still there."""

_TOWNS = frozenset({"GPE", "LOC", "PERSON", ""})  # what the parser may take a town for
_SKIP = frozenset({"ADJ", "ADV", "NUM"})
NEAR = 10
_DATED = 2.5
_OWNED_WITHIN = 8
_STANCES = frozenset({"pro", "anti"})
_MADE_BY = frozenset({
    "backed", "supported", "aligned", "allied", "funded", "financed", "armed", "trained", "equipped", "sponsored",
    "linked", "supplied", "brokered", "mediated", "sanctioned", "educated", "born", "friendly", "inspired", "made",
    "built", "occupied", "held", "controlled", "installed", "appointed",
})  # fmt: skip
_STATE_BODIES = frozenset({"military", "police", "government-body", "court"})
MODIFIES = frozenset({"compound", "amod", "nmod", "poss"})


class Reading:
    """One document on the way through the rules. Nothing here changes once made, but for `base`."""

    __slots__ = (
        "_homely",
        "base",
        "country_of",
        "dated",
        "fighters",
        "hits",
        "home",
        "lexicon",
        "named",
        "pair",
        "parse",
        "places",
        "present",
        "spelt",
        "torn",
        "when",
        "words",
    )

    def __init__(
        self, parse: Parse, lexicon: ActorLexicon, spelt: Sequence[str], when: str | None, hits: Sequence[Hit],
        country_of: Country | None = None,
    ) -> None:  # fmt: skip
        self.parse = parse
        self.country_of = country_of
        self.words = parse.words
        self.lexicon = lexicon
        self.spelt = spelt
        self.when = when
        self.hits = hits
        self.named: dict[int, Hit] = {i: hit for hit in hits for i in range(hit.first, hit.last)}
        self.places: dict[int, Hit] = _places(parse, hits, lexicon)
        self.base: Listed | None = None
        """The state that the text is written from, once known."""
        self.dated = False
        """Whether it is by its dateline."""
        self.present = _only_state(hits)
        self._weigh(*_weights(parse, hits))

    def _weigh(self, weights: dict[str, float], states: dict[str, Listed]) -> None:
        """Which states the text is about, by how much it is about each."""
        self.home = _home(weights, states)
        self.torn = _torn(self, weights, states)
        self.fighters = _fighters(self.hits, self.torn)
        self.pair = _pair(weights, states)
        self._homely = _at_home(self.parse, self.hits, self.home)

    def settle(self, base: Listed | None, whence: Whence) -> None:
        """Take in where the text is written from. An author by his own words leaves unsaid whose things are; a
        dateline that was cut off counts nearly as much as a name in the first sentence."""
        self.base = base
        if base is None:
            return
        self.dated = whence in {"dateline", "first words"}
        if whence == "author":
            self.home = base
            self._homely = _at_home(self.parse, self.hits, base)
        elif whence == "dateline":
            weights, states = _weights(self.parse, self.hits)
            states[base.name] = base
            weights[base.name] = weights.get(base.name, 0) + _DATED
            self._weigh(weights, states)
            self.present = self.present if self.present in (base, self.home) else None

    def end(self, i: int) -> int:
        """Where the sentence of word `i` ends."""
        return self.parse.sentence(i).last

    def start(self, i: int) -> int:
        """Where the sentence of word `i` begins."""
        return self.parse.sentence(i).first

    def around(self, i: int) -> Listed | None:
        """The state in which, by the words near `i` in its sentence, things happen."""
        hit = self.places.get(self.words[i].sentence)
        return hit.named.actor if hit and abs(hit.first - i) <= NEAR else None

    def in_town(self, i: int) -> Listed | None:
        """The state of the town in which, by the words near `i` in its sentence, things happen: "In Lyon, police"."""
        prepositions = self.lexicon.words("place prepositions")
        for at in range(max(self.start(i), i - 2 * NEAR), min(self.end(i), i + NEAR // 2)):
            if self.words[at].ent == "GPE" and self.words[at].ent_start and at not in self.named:
                before = self.before(at)
                town = self._town(at) if before is not None and before.lower in prepositions else None
                if town is not None:
                    return town.named.actor
        return None

    def at_home(self, i: int) -> bool:
        """Whether the sentence of word `i` names no state or organisation but the one that the text is about."""
        return self._homely.get(self.words[i].sentence, True)

    def told_before(self, i: int) -> bool:
        """Whether the sentence of word `i` names a state or organisation before it."""
        start = self.start(i)
        return any(
            k in self.named and self.named[k].named.actor.kind in {"state", "territory", "igo", "region"}
            for k in range(start, i)
        )

    def present_by(self, i: int) -> bool:
        """Whether the only state of the text is named in a sentence up to that of word `i`, not only as what
        its sentence goes on to ("The government had sent migrants to Rwanda")."""
        first = next((hit for hit in self.hits if hit.named.actor is self.present), None)
        if first is None or first.first < i:
            return first is not None
        return self.words[first.first].sentence != self.words[i].sentence or first.first - i <= NEAR // 2

    def before(self, i: int) -> Word | None:
        """The word before `i` in its sentence."""
        return self.words[i - 1] if i > self.start(i) else None

    def owner_left(self, i: int) -> Hit | None:
        """Whose the noun at `i` is by the words before it: "Russian", "Turkey's new", "then-Iraqi"."""
        at, low = i - 1, max(self.start(i), i - _OWNED_WITHIN)
        while at >= low:
            hit = self.named.get(at)
            if hit and not self.bystander(hit):
                return hit
            word = self.words[at]
            if hit:
                at = hit.first - 1
                continue
            if word.tag in {"PRP$", "WP$"} or word.text in ",;:":
                return None
            if not (word.tag == "POS" or word.text == "-" or word.pos in _SKIP or word.dep in MODIFIES):
                return None
            at -= 1
        return None

    def bystander(self, hit: Hit) -> bool:
        """Whether a name only tells whom somebody is for, against or backed by: "pro-Russian", "Iran-backed"."""
        words, end = self.words, self.end(hit.first)
        if hit.first > 1 and words[hit.first - 1].text == "-" and words[hit.first - 2].lower in _STANCES:
            return True
        return hit.last + 1 < end and words[hit.last].text == "-" and words[hit.last + 1].lower in _MADE_BY

    def _body(self, i: int) -> bool:
        """Whether a body of a state is told at word `i`: "armed forces", "foreign ministry"."""
        match = longest(self.lexicon.sorts, self.spelt, i, self.end(i))
        return match is not None and match[1][0].kind in _STATE_BODIES

    def owner_right(self, last: int, links: frozenset[str], *, towns: bool = False) -> Hit | None:
        """Whose the noun that ends at `last` is by the words behind it: "of the Russian Federation", "in Kabul".

        `towns`: any town stands for the state that it is in ("a judge in Lyon").
        """
        end = self.end(last - 1)
        if last >= end or self.words[last].lower not in links:
            return None
        at = last + 1
        while at < min(end, last + 4):
            hit = self.named.get(at)
            if hit:
                modifies = hit.named.use == "adjective" and self.words[hit.last - 1].dep in MODIFIES
                return None if modifies and not self._body(hit.last) else hit
            if self.words[at].pos not in {"DET", "ADJ"}:
                return self._town(at) if towns else None
            at += 1
        return None

    def _town(self, first: int) -> Hit | None:
        """The town named at word `first`, for the state that it is in; else the state behind it: "Guba, Ethiopia"."""
        words, end = self.words, self.end(first)
        ent = words[first].ent
        if self.country_of is None or words[first].pos != "PROPN" or ent not in _TOWNS:
            return None
        last = first + 1
        while last < end and words[last].pos == "PROPN" and words[last].ent == ent and not words[last].ent_start:
            last += 1
        if ent == "PERSON" and (last > first + 1 or words[first - 1].lower == "of"):
            return None
        beside = self.named.get(last + 1) if last + 1 < end and words[last].text == "," else None
        if beside is not None and beside.named.actor.kind == "state" and beside.named.use == "name":
            return beside
        state = self.lexicon.states.get(self.country_of(self.parse.text(first, last)) or "")
        return Hit(first, last, Named(state, "name", False, True)) if state is not None else None


def _places(parse: Parse, hits: Sequence[Hit], lexicon: ActorLexicon) -> dict[int, Hit]:
    """For each sentence, the one state that it says things happen in ("in Kyiv", "in the Thai capital")."""
    prepositions, soil = lexicon.words("place prepositions"), lexicon.words("soil")
    seen: dict[int, set[str]] = {}
    found: dict[int, Hit] = {}
    for hit in hits:
        if hit.named.use in {"name", "seat", "adjective"} and hit.named.actor.kind in {"state", "territory"}:
            first = hit.first - 1 if hit.first and parse.words[hit.first - 1].lower == "the" else hit.first
            before = parse.words[first - 1].lower if first else ""
            after = parse.words[hit.last].lower if hit.last < len(parse.words) else ""
            if before in prepositions and (hit.named.use != "adjective" or after in soil):
                index = parse.words[hit.first].sentence
                seen.setdefault(index, set()).add(hit.named.actor.country or hit.named.actor.name)
                found[index] = hit
    return {index: hit for index, hit in found.items() if len(seen[index]) == 1}


def _only_state(hits: Sequence[Hit]) -> Listed | None:
    """The state that a text is about, if it names no other."""
    states = {hit.named.actor.name: hit.named.actor for hit in hits if hit.named.actor.kind == "state"}
    return next(iter(states.values())) if len(states) == 1 else None


def _weights(parse: Parse, hits: Sequence[Hit]) -> tuple[dict[str, float], dict[str, Listed]]:
    """How much a text is about each state that it names.

    A name in the headline or the first sentence counts three times, an adjective half.
    """
    weights: dict[str, float] = {}
    states: dict[str, Listed] = {}
    for hit in hits:
        actor = hit.named.actor
        if actor.kind == "state":
            first = parse.words[hit.first].sentence == 0 or parse.sentence(hit.first).section == "headline"
            states[actor.name] = actor
            weight = (3 if first else 1) * (0.5 if hit.named.use == "adjective" else 1)
            weights[actor.name] = weights.get(actor.name, 0) + weight
    return weights, states


def _home(weights: dict[str, float], states: dict[str, Listed]) -> Listed | None:
    """The state that a text is mostly about: named at least twice, and half as often again as any other."""
    ranked = sorted(weights, key=lambda name: -weights[name])
    if not ranked or weights[ranked[0]] < 2:
        return None
    clear = len(ranked) == 1 or weights[ranked[0]] >= 1.5 * weights[ranked[1]]
    return states[ranked[0]] if clear else None


def _torn(reading: Reading, weights: dict[str, float], states: dict[str, Listed]) -> tuple[Listed | None, bool]:
    """The one state with an army whose armed groups a text names, and whether "the army" is that state's.

    It is where the text is about no state more, or tells of no other state's army: else it may be another's.
    """
    lands = Counter(
        hit.named.actor.country
        for hit in reading.hits
        if hit.named.actor.kind == "armed-group" and hit.named.actor.country
    ).most_common(2)
    land = lands[0][0] if lands and (len(lands) == 1 or lands[0][1] >= 4 * lands[1][1]) else None
    if land is None or land.lower() in reading.lexicon.words("without an army"):
        return None, False
    own = next((listed for listed in states.values() if listed.country == land), None)
    if own is None:
        return None, False
    return own, weights[own.name] >= max(weights.values()) or not armies(reading, land)


def armies(reading: Reading, land: str) -> bool:
    """Whether a text tells of the forces of states other than `land`."""
    for hit in reading.hits:
        if hit.named.actor.kind == "military" and hit.named.actor.country != land:
            return True
        if hit.named.actor.kind == "state" and hit.named.actor.country != land:
            end, arms = reading.end(hit.first), reading.lexicon.words("arms")
            for at in range(hit.last, min(end, hit.last + 3)):
                match = longest(reading.lexicon.sorts, reading.spelt, at, end)
                if match and match[1][0].suffix == "MIL" and reading.words[match[0] - 1].lower not in arms:
                    return True
    return False


def _fighters(hits: Sequence[Hit], torn: tuple[Listed | None, bool]) -> tuple[Listed, Listed] | None:
    """The state torn by a war at home, and the armed group it fights: the only one, or by far the most named."""
    land, its_own = torn
    if land is None or not its_own:
        return None
    counts: dict[str, int] = {}
    groups = {hit.named.actor.name: hit.named.actor for hit in hits if hit.named.actor.kind == "armed-group"}
    for hit in hits:
        if hit.named.actor.name in groups:
            counts[hit.named.actor.name] = counts.get(hit.named.actor.name, 0) + 1
    first = max(counts, key=lambda name: counts[name])
    return (land, groups[first]) if counts[first] >= 2 * (sum(counts.values()) - counts[first]) else None


def _pair(weights: dict[str, float], states: dict[str, Listed]) -> tuple[Listed, Listed] | None:
    """The two states that a text is about, where no third is named nearly as often."""
    ranked = sorted(weights, key=lambda name: -weights[name])
    if len(ranked) < 2 or weights[ranked[1]] < 2:
        return None
    clear = len(ranked) == 2 or weights[ranked[1]] >= 1.6 * weights[ranked[2]]
    return (states[ranked[0]], states[ranked[1]]) if clear else None


def _at_home(parse: Parse, hits: Sequence[Hit], home: Listed | None) -> dict[int, bool]:
    """For each sentence that names states or organisations, whether the home state is among them."""
    found: dict[int, bool] = {}
    for hit in hits:
        if hit.named.actor.kind in {"state", "territory", "igo", "region"}:
            index = parse.words[hit.first].sentence
            found[index] = found.get(index, False) or hit.named.actor is home
    return found
