"""Several actors under one word: "they" after "Iran and Iraq", "the two sides", "the three governments"."""

from collections.abc import Iterator

import msgspec

from sayso.model.flow import Mention, Word
from sayso.reading.actors.agreement import SUBJECTS
from sayso.reading.actors.ledger import Ledger, of_listed
from sayso.reading.actors.reading import Reading

_NUMBERS = {
    "both": 2, "either": 2, "neither": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "pair": 2, "duo": 2,
    "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5, "seven": 7, "eight": 8,
}  # fmt: skip
_POINTERS = frozenset({"the", "these", "those", "all", "both", "either", "neither"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_NO_GROUP = frozenset({"place", "media"})
_NO_PARTY = frozenset({"place", "region"})
_REACH = 2
_TWO = 2


class Groups:
    """Actors joined by "and", sentence by sentence, each under the head word of the first."""

    def __init__(self, reading: Reading, ledger: Ledger) -> None:
        self._reading = reading
        self._ledger = ledger
        self._by_sentence: dict[int, dict[int, Mention]] = {}
        self.lists: list[Mention] = []
        """All groups so far, growing ones anew with each member."""

    def add(self, mention: Mention) -> None:
        """Take in a mention that stands joined to earlier ones."""
        if mention.how in {"adjective", "pronoun"} or self._ledger.profile(mention.actor).kind in _NO_GROUP:
            return
        words = self._reading.words
        top = _top(self._reading, mention.head)
        if top == mention.head:
            return
        here = self._by_sentence.setdefault(words[top].sentence, {})
        first = here.get(top) or self._ledger.mentions.get(top)
        if first is None or first.how == "adjective" or mention.actor in (first.actor, *first.also):
            return
        here[top] = msgspec.structs.replace(first, last=mention.last, also=(*first.also, mention.actor))
        self.lists.append(here[top])

    def before(self, i: int, sentence: int) -> list[Mention]:
        """The groups of a sentence that end before word `i`, in text order."""
        return sorted((g for g in self._by_sentence.get(sentence, {}).values() if g.last <= i), key=lambda g: g.last)


def _top(reading: Reading, i: int) -> int:
    """The first of those joined. States in a list are joined where the parser takes one for the other's name, too."""
    words = reading.words
    for _ in range(8):
        head = words[i].head
        if head >= i or (words[i].dep != "conj" and not (words[i].dep == "appos" and _states(reading, i, head))):
            break
        i = head
    return i


def _states(reading: Reading, *at: int) -> bool:
    hits = [reading.named.get(i) for i in at]
    states = {hit.named.actor.name for hit in hits if hit is not None and hit.named.actor.kind == "state"}
    return len(states) == len(at)


def described(reading: Reading, word: Word) -> tuple[Word, int | None] | None:
    """The noun of "the two sides" that begins at `word`, and how many there are by its words."""
    if word.lower not in _POINTERS:
        return None
    number, at, end = _NUMBERS.get(word.lower), word.i + 1, min(reading.end(word.i), word.i + 5)
    while at < end:
        one = reading.words[at]
        if one.lower in _NUMBERS and one.lower not in {"both", "either", "neither"}:
            number = _NUMBERS[one.lower]
            if one.dep in _ARGUMENTS and not any(k > at for k in reading.parse.children[at]):
                return one, number  # "accused the two of conspiracy"
        elif one.lower in reading.lexicon.words("sides"):
            narrowed = at + 1 < end and reading.words[at + 1].lower in {"of", "that", "in"}
            narrowed = narrowed and reading.words[min(at + 2, reading.end(at) - 1)].ent != "DATE"
            return None if narrowed else (one, number)
        elif not _describes(reading, one):
            break
        at += 1
    alone = number == 2 and word.lower == "both" and word.dep in _ARGUMENTS
    return (word, 2) if alone else None


def _describes(reading: Reading, word: Word) -> bool:
    """Whether a word only describes: "warring", "Central Asian" in "the two Central Asian neighbours"."""
    if word.i in reading.named:
        return reading.named[word.i].named.actor.kind == "people"
    return word.pos in {"ADJ", "DET"} or word.dep == "amod"


def resolve(
    reading: Reading, ledger: Ledger, groups: Groups, levels: list[list[Mention]], word: Word, noun: Word,
    number: int | None,
) -> tuple[str, ...]:  # fmt: skip
    """Whom "the two sides" at `word` are: the last group of that size, else the only actors of a sentence before.

    Nobody urges himself: who addresses them, or does something to them, is none of them.
    """
    outside = _outside(reading, ledger, noun)
    near = _near(reading, ledger, groups, levels, word, noun, number, outside)
    if _misses(reading, ledger, word, near):
        near = ()
    if _fits_pair(reading, ledger, near, noun):
        return near
    if number not in (None, 2):
        return ()
    meant = _belligerents(reading, ledger, noun) or _pair(reading, ledger, word, noun)
    return () if _misses(reading, ledger, word, meant) or _among(ledger, meant, outside) else meant


def _misses(reading: Reading, ledger: Ledger, word: Word, found: tuple[str, ...]) -> bool:
    """Whether those found in sentences before leave out the partner that this sentence tells of up to `word`: "the
    pact signed with Taipei is to move on: the two sides will meet"."""
    partners: set[str] = set()
    for i in range(reading.start(word.i), word.i):
        seen = ledger.covered.get(i)
        if seen is None or seen.how == "adjective":
            continue
        if seen.actor in found:
            return False
        one = reading.words[i]
        if one.dep == "pobj" and reading.words[one.head].lower == "with":
            partners |= {ledger.profile(seen.actor).country or ""} - {""}
    return bool(partners) and not partners <= {ledger.profile(actor).country for actor in found}


def _near(
    reading: Reading, ledger: Ledger, groups: Groups, levels: list[list[Mention]], word: Word, noun: Word,
    number: int | None, outside: frozenset[str],
) -> tuple[str, ...]:  # fmt: skip
    here = reading.words[word.i].sentence
    joined: tuple[str, ...] = ()
    for index in range(here, max(-1, here - _REACH - 2), -1):
        fit = [g for g in groups.before(word.i, index)
               if number in (None, 1 + len(g.also)) and _count(ledger, (g.actor, *g.also), outside)
               and _of_a_kind(reading, ledger, g, noun)]  # fmt: skip
        if fit:
            return (fit[-1].actor, *fit[-1].also)
        if reading.fighters is not None and noun.lower in reading.lexicon.words("belligerents"):
            continue
        level = next((found for found in levels if reading.words[found[0].head].sentence == index), [])
        level = [m for m in level if not _among(ledger, (m.actor, *m.also), outside)]
        if not number or (noun.i == word.i and word.lower != "both"):
            continue
        for pair in _readings(reading, ledger, level, noun):
            if len(pair) == number and (number == _TWO or _all_states(ledger, pair)):
                return pair
        joined = _joined(principals(reading, ledger, level, lands=_lands(reading, noun)), joined)
        if len(joined) == number and index < here and (number == _TWO or _all_states(ledger, joined)):
            return joined
    return () if number in (None, _TWO) else _listed(ledger, groups, number, outside)


def _listed(ledger: Ledger, groups: Groups, number: int, outside: frozenset[str]) -> tuple[str, ...]:
    """The last list of that many states anywhere before: "the four", long after the text has told which."""
    for group in reversed(groups.lists):
        actors = (group.actor, *group.also)
        if len(actors) == number and _all_states(ledger, actors) and not _among(ledger, actors, outside):
            return actors
    return ()


def _all_states(ledger: Ledger, actors: tuple[str, ...]) -> bool:
    return all(ledger.profile(actor).kind == "state" for actor in actors)


def _of_a_kind(reading: Reading, ledger: Ledger, group: Mention, noun: Word) -> bool:
    """Whether a group may be what the noun says: no armed groups are "signatories" or "capitals", and bodies of
    states that somebody turns to are no "two sides"."""
    kinds = {ledger.profile(actor).kind for actor in (group.actor, *group.also)}
    if noun.lower in reading.lexicon.words("sovereign"):
        return "armed-group" not in kinds
    sides = noun.lower in reading.lexicon.words("belligerents") and kinds == {"igo"}
    return not sides or reading.words[group.head].dep in SUBJECTS


def _count(ledger: Ledger, actors: tuple[str, ...], outside: frozenset[str]) -> bool:
    """Whether these may be sides of something: all of them known, none outside of it."""
    return all(ledger.profile(k).code for k in actors) and not _among(ledger, actors, outside)


def _among(ledger: Ledger, actors: tuple[str, ...], outside: frozenset[str]) -> bool:
    return any(ledger.profile(k).country in outside or k in outside for k in actors)


def _outside(reading: Reading, ledger: Ledger, noun: Word) -> frozenset[str]:
    """The countries (else the ids) of who does something to them, or urges them: of none of "both sides"."""
    words, at = reading.words, noun
    verb = words[noun.head]
    if noun.dep in SUBJECTS:
        if verb.dep not in {"ccomp", "xcomp"} or words[verb.head].lemma not in (
            reading.lexicon.words("addresses") | reading.lexicon.words("wishing")
        ):
            return frozenset()
        verb = words[verb.head]
    else:
        for _ in range(4):
            if verb.pos in {"VERB", "AUX"} or verb.head == verb.i:
                break
            at, verb = verb, words[verb.head]
        if at.dep in SUBJECTS:
            return frozenset()
    doer = next((i for i in reading.parse.children[verb.i] if words[i].dep in SUBJECTS and i < noun.i), None)
    if doer is None:
        return frozenset()
    first, last = reading.parse.subtree(doer)
    found = {k for i in range(first, min(last, noun.i)) if (m := ledger.covered.get(i)) for k in (m.actor, *m.also)}
    return frozenset(p.country or k for k in found if (p := ledger.profile(k)).code)


def _fits_pair(reading: Reading, ledger: Ledger, found: tuple[str, ...], noun: Word) -> bool:
    """Whether those found may be the two: not one of the two states the text is about and a third, nor a body of
    states where a war has two sides."""
    if not found:
        return False
    profiles = [ledger.profile(actor) for actor in found]
    if noun.lower in reading.lexicon.words("persons") and any(p.kind not in {"person", "state"} for p in profiles):
        return False
    if reading.pair is None or len(found) != 2 or not _lands(reading, noun):
        return True
    countries = {p.country for p in profiles}
    return len(countries & {listed.country for listed in reading.pair}) != 1


def _belligerents(reading: Reading, ledger: Ledger, noun: Word) -> tuple[str, ...]:
    """The army and the group it fights, where a text tells of a war at home: "the warring parties"."""
    if reading.fighters is None or noun.lower not in reading.lexicon.words("belligerents"):
        return ()
    land, group = reading.fighters
    army = next((k for k, p in ledger.profiles.items() if p.kind == "military" and p.country == land.country), None)
    return (army, ledger.actor(of_listed(group))) if army else ()


def _pair(reading: Reading, ledger: Ledger, word: Word, noun: Word) -> tuple[str, ...]:
    """The two states that the text is about, once both have been named."""
    pair = reading.pair
    counted = _lands(reading, noun) or noun.lower in reading.lexicon.words("persons") or noun.lower == "sides"
    if pair is None or not counted:
        return ()
    told = {hit.named.actor.name for hit in reading.hits if hit.first < word.i}
    return tuple(ledger.actor(of_listed(state)) for state in pair) if {s.name for s in pair} <= told else ()


def _joined(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(actor for actor in then if actor not in first))


def _lands(reading: Reading, noun: Word) -> bool:
    return noun.lower in reading.lexicon.words("lands")


def _readings(reading: Reading, ledger: Ledger, level: list[Mention], noun: Word) -> Iterator[tuple[str, ...]]:
    """The actors of a sentence as "the two ..." may count them, the likeliest way first."""
    if not _lands(reading, noun):
        yield principals(reading, ledger, level, lands=False)
        return
    yield principals(reading, ledger, level, lands=True)
    if noun.lower in reading.lexicon.words("opponents"):
        yield principals(reading, ledger, level, lands=False)
    yield principals(reading, ledger, level, lands=True, adjectives=True)


def principals(
    reading: Reading, ledger: Ledger, level: list[Mention], *, lands: bool, adjectives: bool = False
) -> tuple[str, ...]:
    """The actors with a country or code of their own that a sentence tells of, one for each country.

    `lands`: where the noun means states ("the two neighbours"), their people and bodies stand for them, and groups
    do not. `adjectives`: so do "Chinese" in "Chinese ships" and its like.
    """
    found: dict[str, str] = {}
    for mention in level:
        profile = ledger.profile(mention.actor)
        state = reading.lexicon.states.get(profile.country or "")
        if (
            (mention.how == "adjective" and not adjectives)
            or profile.kind in _NO_PARTY
            or not profile.code
            or profile.code == "MIL"
        ):
            continue
        if lands and state and profile.kind != "armed-group":
            found.setdefault(state.name, ledger.actor(of_listed(state)))
        elif not lands and (profile.country or profile.kind in {"igo", "armed-group"}):
            group = profile.kind == "armed-group" or not profile.country
            found.setdefault(profile.name if group else profile.country or "", mention.actor)
    return tuple(found.values())
