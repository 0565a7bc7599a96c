"""Several actors under one word: "they" after "Iran and Iraq", "the two sides", "the three governments"."""

from collections.abc import Iterator

import msgspec

from sayso.model.flow import Mention, Word
from sayso.reading.actors.ledger import Ledger, of_listed
from sayso.reading.actors.reading import Reading

_NUMBERS = {"both": 2, "either": 2, "neither": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_POINTERS = frozenset({"the", "these", "those", "all", "both", "either", "neither"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_NO_GROUP = frozenset({"place", "media"})
_NO_PARTY = frozenset({"place", "region"})
_REACH = 2


class Groups:
    """Actors joined by "and", sentence by sentence, each under the head word of the first."""

    def __init__(self, reading: Reading, ledger: Ledger) -> None:
        self._reading = reading
        self._ledger = ledger
        self._by_sentence: dict[int, dict[int, Mention]] = {}

    def add(self, mention: Mention) -> None:
        """Take in a mention that stands joined to earlier ones."""
        if mention.how in {"adjective", "pronoun"} or self._ledger.profile(mention.actor).kind in _NO_GROUP:
            return
        words = self._reading.words
        top = _top(words, mention.head)
        if top == mention.head:
            return
        here = self._by_sentence.setdefault(words[top].sentence, {})
        first = here.get(top) or self._ledger.mentions.get(top)
        if first is None or first.how == "adjective" or mention.actor in (first.actor, *first.also):
            return
        here[top] = msgspec.structs.replace(first, last=mention.last, also=(*first.also, mention.actor))

    def before(self, i: int, sentence: int) -> list[Mention]:
        """The groups of a sentence that end before word `i`, in text order."""
        return sorted((g for g in self._by_sentence.get(sentence, {}).values() if g.last <= i), key=lambda g: g.last)


def _top(words: tuple[Word, ...], i: int) -> int:
    for _ in range(8):
        if words[i].dep != "conj" or words[i].head >= i:
            break
        i = words[i].head
    return i


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
    """Whom "the two sides" at `word` are: the last group of that size, else the only actors of a sentence before."""
    here = reading.words[word.i].sentence
    joined: tuple[str, ...] = ()
    for index in range(here, max(-1, here - _REACH - 2), -1):
        fit = [g for g in groups.before(word.i, index) if number in (None, 1 + len(g.also))]
        if fit:
            return (fit[-1].actor, *fit[-1].also)
        level = next((found for found in levels if reading.words[found[0].head].sentence == index), [])
        if not number or (noun.i == word.i and word.lower != "both"):
            continue
        for pair in _readings(reading, ledger, level, noun):
            if len(pair) == number:
                return pair
        joined = _joined(principals(reading, ledger, level, lands=_lands(reading, noun)), joined)
        if len(joined) == number and index < here:
            return joined
    return ()


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
