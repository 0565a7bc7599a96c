"""Persons: listed and unlisted, by full name, by family name alone, and with the title in front."""

import msgspec

from sayso.lexicon.actors import Person, plain
from sayso.read.actors.ledger import Ledger, Profile, of_person
from sayso.read.actors.names import longest
from sayso.read.actors.reading import Reading

NEAR_YEARS = 6


class Name(msgspec.Struct, frozen=True, gc=False):
    """A person's name at words `[first, last)`; `listed` if the lexicon knows who that is."""

    first: int
    last: int
    short: str
    listed: Person | None


class Roll:
    """The persons of a document by full name, and whom a family name alone means where."""

    def __init__(self, names: list[Name]) -> None:
        self.at: dict[int, Name] = {name.first: name for name in names}
        self.ending: dict[int, Name] = {name.last: name for name in names}
        self.full: dict[str, list[Name]] = {}
        for name in names:
            if name.listed or name.last - name.first > 1:
                self.full.setdefault(name.short, []).append(name)

    def meant(self, short: str, i: int) -> Name | None:
        """The full name that a family name at word `i` takes up: the last before it, else the first after it."""
        before = [name for name in self.full.get(short, ()) if name.first <= i]
        return before[-1] if before else next(iter(self.full.get(short, ())), None)


def find(reading: Reading) -> Roll:
    """All personal names, full ones and family names alone, in text order."""
    names: list[Name] = []
    free = 0
    for word in reading.words:
        if word.i < free or not (word.text[:1].isupper() or word.ent == "PERSON"):
            continue
        made = _listed(reading, word.i) or _entity(reading, word.i) or _alone(reading, word.i)
        if made:
            names.append(made)
            free = made.last
    return Roll(sorted([*names, *_again(reading, Roll(names))], key=lambda name: name.first))


def _again(reading: Reading, roll: Roll) -> list[Name]:
    """Family names of persons named in full elsewhere, that nothing else marks as names."""
    taken = {i for name in roll.at.values() for i in range(name.first, name.last)}
    return [
        Name(w.i, w.i + 1, reading.spelt[w.i], None) for w in reading.words
        if w.pos == "PROPN" and reading.spelt[w.i] in roll.full and w.i not in taken
        and w.i not in reading.named and w.dep not in {"compound", "nmod"}
    ]  # fmt: skip


def _listed(reading: Reading, i: int) -> Name | None:
    found = longest(reading.lexicon.person_names, reading.spelt, i, reading.end(i))
    if not found or not reading.words[found[0] - 1].text[:1].isupper():
        return None
    last, persons = found
    if last - i == 1 and (reading.words[i].text.isupper() and len(reading.words[i].text) < 3 or i in reading.named):
        return None
    person = _best(persons, reading.when)
    return Name(i, last, plain(person.short), person)


def _best(persons: tuple[Person, ...], when: str | None) -> Person:
    """Of namesakes, one in office at the time, else the first listed."""
    serving = (p for p in persons if when and any(t.covers(when) for t in p.terms))
    return next(serving, persons[0])


def _entity(reading: Reading, i: int) -> Name | None:
    """A name that the parser takes for a person's, without its honorific."""
    words, word = reading.words, reading.words[i]
    if word.ent != "PERSON" or i in reading.named or word.pos not in {"PROPN", "NOUN", "X", "ADJ"}:
        return None
    last, end = i, reading.end(i)
    while last < end and words[last].ent == "PERSON" and (last == i or not words[last].ent_start):
        if words[last].tag in {"POS", "``", "''"} or words[last].text in ",;()":
            break
        last += 1
    first = i
    while first < last - 1 and plain(words[first].text) in reading.lexicon.words("honorifics"):
        first += 1
    spelt = plain(words[last - 1].text)
    if not spelt or not words[last - 1].text[:1].isupper():
        return None
    return Name(first, last, spelt, _known(reading, spelt, last - first == 1))


def _alone(reading: Reading, i: int) -> Name | None:
    """A listed family name alone, that the parser does not take for a person's."""
    word = reading.words[i]
    if word.pos not in {"PROPN", "NOUN"} or i in reading.named or word.ent in {"ORG", "FAC", "GPE", "LOC"}:
        return None
    person = _known(reading, reading.spelt[i], True)
    return Name(i, i + 1, reading.spelt[i], person) if person else None


def _known(reading: Reading, short: str, bare: bool) -> Person | None:
    """The listed person whom a bare family name means: one known by it, in office about the time."""
    if not bare:
        return None
    known = [p for p in reading.lexicon.shorts.get(short, ()) if p.alone]
    if len(known) > 1 and reading.when:
        known = [p for p in known if any(t.covers(reading.when) for t in p.terms)] or [
            p for p in known if _near(p, reading.when)
        ]
    if len(known) > 1:
        known = [p for p in known if _country_named(reading, p)]
    return known[0] if len(known) == 1 else None


def _near(person: Person, when: str) -> bool:
    year = int(when[:4])
    return any(
        int(t.since[:4]) - NEAR_YEARS <= year <= int((t.until or "9999")[:4]) + NEAR_YEARS for t in person.terms
    )


def _country_named(reading: Reading, person: Person) -> bool:
    return any(hit.named.actor.country == person.country for hit in reading.hits)


def enter(reading: Reading, ledger: Ledger, roll: Roll, name: Name, code: str | None, country: str | None) -> str:
    """The actor id of a name; `code` and `country` are what a title says of somebody unlisted."""
    listed = name.listed
    if listed is None and name.last - name.first == 1:
        full = roll.meant(name.short, name.first)
        if full is not None and full.first != name.first:
            return enter(reading, ledger, roll, full, code, country)
    actor_id = ledger.actor(of_person(listed) if listed else Profile(_text(reading, name), "person", code, country))
    known = ledger.profile(actor_id)
    if code and (known.code is None or (known.country is None and country)):
        ledger.profiles[actor_id] = msgspec.structs.replace(known, code=code, country=country or known.country)
    if plain(reading.words[name.first].text) in reading.lexicon.words("female names") or _lady(reading, name):
        ledger.females.add(actor_id)
    return actor_id


def _text(reading: Reading, name: Name) -> str:
    return " ".join(reading.parse.text(name.first, name.last).split())


def _lady(reading: Reading, name: Name) -> bool:
    before = reading.before(name.first)
    return before is not None and plain(before.text) in reading.lexicon.words("female")
