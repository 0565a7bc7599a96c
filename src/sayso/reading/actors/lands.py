"""States told by where or what they are ("the Gulf state", "the NATO member"), and persons by age or turn.

"The latter", "the former" and "the 71-year-old" are here too: words that point without saying what they point at.
"""

import re

from sayso.model.flow import Mention, Word
from sayso.reading.actors.ledger import Ledger, of_listed
from sayso.reading.actors.reading import MODIFIES, Reading
from sayso.reading.actors.several import Groups, principals

TURNS = frozenset({"latter", "former"})
_NOUNS = frozenset({
    "country", "nation", "state", "republic", "member", "kingdom", "monarchy", "island", "power", "neighbour",
    "neighbor", "emirate", "archipelago", "democracy", "giant",
})  # fmt: skip
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "agent"})
_AGED = re.compile(r"\d{2,3}\W+year\W+old$")
_FAR = 7


def described(reading: Reading, word: Word) -> tuple[int, frozenset[str]] | None:
    """The noun of "the West African country" that "the" at `word` begins, and the countries it can be (ISO)."""
    words, end = reading.words, min(reading.end(word.i), word.i + _FAR)
    noun = None
    for i in range(word.i + 1, end):
        if words[i].lower in _NOUNS:
            noun = i
            break
    if noun is not None and noun + 1 < end and words[noun + 1].lower in _NOUNS:
        noun += 1  # "the island state"
    if noun is None or noun < word.i + 2:
        return None
    after = words[noun + 1] if noun + 1 < reading.end(word.i) else None
    if words[noun].dep in MODIFIES or (after is not None and (after.lower in {"of", "that"} or after.tag == "POS")):
        return None
    told = [reading.spelt[i] for i in range(word.i + 1, noun) if reading.spelt[i]]
    for k in range(len(told)):
        codes = reading.lexicon.lands.get(" ".join(told[k:]))
        if codes:
            return noun, codes
    return None


def state(reading: Reading, ledger: Ledger, levels: list[list[Mention]], codes: frozenset[str]) -> str | None:
    """The one of these states that the sentences before speak of: itself, else by its bodies and people."""
    for level in levels:
        named = [m for m in level if m.how != "adjective" and ledger.profile(m.actor).kind == "state"]
        fit = [m for m in named if ledger.profile(m.actor).country in codes]
        if fit:
            subjects = [m for m in fit if reading.words[m.head].dep in {"nsubj", "nsubjpass"}]
            return (subjects or fit)[-1].actor
        countries = {ledger.profile(m.actor).country for m in level} & codes
        if len(countries) == 1:
            listed = reading.lexicon.states.get(countries.pop() or "")
            return ledger.actor(of_listed(listed)) if listed else None
    return None


def aged(reading: Reading, word: Word) -> int | None:
    """The last word of "the 71-year-old" that "the" at `word` begins, where it stands for somebody."""
    words, end = reading.words, min(reading.end(word.i), word.i + _FAR)
    if word.i + 1 >= end or not words[word.i + 1].text[:1].isdigit():
        return None
    for i in range(word.i + 1, end):
        if words[i].lower.endswith("old"):
            plain = _AGED.match(reading.parse.text(word.i + 1, i + 1))
            free = words[i].dep not in MODIFIES or words[i].head <= i
            return i if plain and free else None
    return None


def person(reading: Reading, ledger: Ledger, levels: list[list[Mention]]) -> str | None:
    """The person whom the sentences before are about: the last subject, else the only one."""
    for level in levels:
        fit = [m for m in level if m.how != "adjective" and ledger.profile(m.actor).kind == "person" and not m.also]
        subjects = [m for m in fit if reading.words[m.head].dep in {"nsubj", "nsubjpass"}]
        if subjects:
            return subjects[-1].actor
        if fit:
            return fit[-1].actor if len({m.actor for m in fit}) == 1 else None
    return None


def turn(reading: Reading, ledger: Ledger, groups: Groups, levels: list[list[Mention]], word: Word) -> str | None:
    """Whom "the latter" or "the former" at `word` is: of two that are joined, or the only two spoken of."""
    before = reading.before(word.i)
    if before is None or before.lower != "the":
        return None
    after = reading.words[word.i + 1] if word.i + 1 < reading.end(word.i) else None
    acts = after is not None and after.tag in {"VBD", "VBZ", "MD"}
    if word.dep not in _ARGUMENTS and not acts:
        return None
    here = word.sentence
    for index in range(here, max(-1, here - 3), -1):
        pairs = [g for g in groups.before(word.i, index) if len(g.also) == 1]
        if pairs:
            return pairs[-1].actor if word.lower == "former" else pairs[-1].also[0]
    found: tuple[str, ...] = ()
    for level in levels[:2]:
        own = principals(reading, ledger, level, lands=False)
        found = (*(actor for actor in own if actor not in found), *found)
        if len(found) == 2:
            return found[0] if word.lower == "former" else found[1]
        if len(found) > 2:
            return None
    return None
