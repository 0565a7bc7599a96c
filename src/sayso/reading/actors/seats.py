"""Capitals and seats of power: the state that acts ("Moscow said"), or merely a place ("in Moscow")."""

from sayso.reading.actors.names import Hit
from sayso.reading.actors.reading import MODIFIES, Reading


def is_place(reading: Reading, hit: Hit) -> bool:
    """Whether a seat is only where something happens. An opinion held there ("seen in Moscow as") is the state's."""
    words, lexicon = reading.words, reading.lexicon
    if hit.first and words[hit.first - 1].lower == "the" and hit.first > reading.start(hit.first):
        before = reading.before(hit.first - 1)
    else:
        before = reading.before(hit.first)
    if before is None:
        return False
    if before.lower in lexicon.words("place prepositions"):
        return not _opinion(reading, before.head)
    if before.lower == "to" and words[before.head].lemma in lexicon.words("motion verbs"):
        return True
    if before.lower in lexicon.words("capital words"):
        return True
    at_comma = before.text == "," and hit.first - 2 >= reading.start(hit.first)
    return at_comma and words[hit.first - 2].lower in lexicon.words("capital words")


def is_venue(reading: Reading, hit: Hit) -> bool:
    """Whether a seat merely tells where something was agreed: "the Vienna Convention", "the Geneva talks"."""
    if hit.last >= reading.end(hit.first):
        return False
    return reading.words[hit.last].lower in reading.lexicon.words("venue nouns")


def is_modifier(reading: Reading, hit: Hit) -> bool:
    """Whether a name merely modifies the noun after it: "Kabul airport", "Russian trucks", not "Russia's"."""
    word = reading.words[hit.last - 1]
    if hit.last >= reading.end(hit.first) or reading.words[hit.last].tag == "POS":
        return False
    after = reading.words[hit.last]
    return word.dep in MODIFIES and word.head >= hit.last and after.pos in {"NOUN", "PROPN", "ADJ", "NUM"}


def _opinion(reading: Reading, verb: int) -> bool:
    """A passive verb of opinion without an agent: "the threat is assessed in Dushanbe as high"."""
    words = reading.words
    below = {words[i].dep for i in reading.parse.children[verb]}
    held = words[verb].lemma in reading.lexicon.words("opinion verbs")
    return held and "nsubjpass" in below and "agent" not in below
