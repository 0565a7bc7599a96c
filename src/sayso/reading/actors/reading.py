"""What the actor rules read from: the parse, the lexicon, and whose name or adjective stands at each word."""

from collections.abc import Sequence

from sayso.lexicon.actors import ActorLexicon, Listed
from sayso.model.flow import Parse, Word
from sayso.reading.actors.names import Hit

_SKIP = frozenset({"ADJ", "ADV", "NUM"})
NEAR = 10
MODIFIES = frozenset({"compound", "amod", "nmod", "poss"})


class Reading:
    """One document on the way through the rules. Nothing here changes once made."""

    __slots__ = (
        "_homely",
        "hits",
        "home",
        "lexicon",
        "named",
        "parse",
        "places",
        "present",
        "spelt",
        "torn",
        "when",
        "words",
    )

    def __init__(
        self, parse: Parse, lexicon: ActorLexicon, spelt: Sequence[str], when: str | None, hits: Sequence[Hit]
    ) -> None:
        self.parse = parse
        self.words = parse.words
        self.lexicon = lexicon
        self.spelt = spelt
        self.when = when
        self.hits = hits
        self.named: dict[int, Hit] = {i: hit for hit in hits for i in range(hit.first, hit.last)}
        self.places: dict[int, Hit] = _places(parse, hits, lexicon)
        weights, states = _weights(parse, hits)
        self.home = _home(weights, states)
        self.torn = _torn(hits, weights, states, lexicon)
        self.present = _only_state(hits)
        self._homely = _at_home(parse, hits, self.home)

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
        at, low = i - 1, max(self.start(i), i - 5)
        while at >= low:
            hit = self.named.get(at)
            if hit:
                return hit
            word = self.words[at]
            if word.tag in {"PRP$", "WP$"} or word.text in ",;:":
                return None
            if not (word.tag == "POS" or word.text == "-" or word.pos in _SKIP or word.dep in MODIFIES):
                return None
            at -= 1
        return None

    def owner_right(self, last: int, links: frozenset[str]) -> Hit | None:
        """Whose the noun that ends at `last` is by the words behind it: "of the Russian Federation", "in Kabul"."""
        end = self.end(last - 1)
        if last >= end or self.words[last].lower not in links:
            return None
        at = last + 1
        while at < min(end, last + 4):
            hit = self.named.get(at)
            if hit:
                return None if hit.named.use == "adjective" and self.words[hit.last - 1].dep in MODIFIES else hit
            if self.words[at].pos not in {"DET", "ADJ"}:
                return None
            at += 1
        return None


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


def _torn(
    hits: Sequence[Hit], weights: dict[str, float], states: dict[str, Listed], lexicon: ActorLexicon
) -> tuple[Listed | None, bool]:
    """The one state with an army whose armed groups a text names, and whether it is about no state more than that.

    There "the army" is that state's, or at least not for sure another's.
    """
    lands = {hit.named.actor.country for hit in hits if hit.named.actor.kind == "armed-group"} - {None}
    land = lands.pop() if len(lands) == 1 else None
    if land is None or land.lower() in lexicon.words("without an army"):
        return None, False
    own = next((name for name, listed in states.items() if listed.country == land), None)
    if own is None:
        return None, False
    return states[own], weights[own] >= max(weights.values())


def _at_home(parse: Parse, hits: Sequence[Hit], home: Listed | None) -> dict[int, bool]:
    """For each sentence that names states or organisations, whether the home state is among them."""
    found: dict[int, bool] = {}
    for hit in hits:
        if hit.named.actor.kind in {"state", "territory", "igo", "region"}:
            index = parse.words[hit.first].sentence
            found[index] = found.get(index, False) or hit.named.actor is home
    return found
