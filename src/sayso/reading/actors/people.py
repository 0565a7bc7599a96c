"""Persons: listed and unlisted, by full name, by family name alone, and with the title in front."""

import msgspec

from sayso.lexicon.actors import Listed, Person, plain
from sayso.model.flow import Word
from sayso.reading.actors.ledger import Ledger, Profile, of_person
from sayso.reading.actors.names import longest
from sayso.reading.actors.reading import Reading

NEAR_YEARS = 12
_OF = frozenset({"of", "for", "at", "from", "with"})
_PREFIXES = frozenset({"anti", "ex", "non", "post", "pre", "pro", "then"})
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})


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

    def learn(self, name: Name) -> None:
        """Take in whom a family name with a title means: "Prime Minister Abe". Called in text order."""
        self.full.setdefault(name.short, []).append(name)

    def meant(self, short: str, i: int) -> Name | None:
        """The full name that a family name at word `i` takes up: the last before it, else the first after it.

        Of two of a family, it is the one listed, else the one named first: the other is told by the full name.
        """
        before = [name for name in self.full.get(short, ()) if name.first <= i]
        if not before:
            return next(iter(self.full.get(short, ())), None)
        return next((name for name in reversed(before) if name.listed), before[0])


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
    if reading.spelt[i] not in reading.lexicon.person_names:
        return None
    found = longest(reading.lexicon.person_names, reading.spelt, i, reading.end(i))
    if not found or not _ends_a_name(reading, found[0] - 1):
        return None
    last, persons = found
    if last - i == 1 and (i in reading.named or len(reading.words[i].text) < 3 or _within(reading, i)):
        return None
    if _goes_on(reading, last):
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
    last = _entity_end(reading, i)
    first = _untitled(reading, i, last)
    if first > i and (listed := _listed(reading, first)):
        return listed
    if last <= first or not _ends_a_name(reading, last - 1) or not words[first].text[:1].isalpha():
        return None
    # Who is written Chun Li-wen, with a small letter behind the hyphen, has the family name in front.
    family = words[last - 1] if words[last - 1].text[:1].isupper() else words[first]
    spelt = plain(family.text)
    if not spelt or not family.text[:1].isupper():
        return None
    person = _with_initials(reading, first, last)
    if last - first == 1:
        person = None if _within(reading, first) else _known(reading, spelt)
    return Name(first, last, spelt, person)


def _ends_a_name(reading: Reading, i: int) -> bool:
    """Whether a name may end with word `i`: one with a capital, or hyphened to what is before it ("Jong-un")."""
    return reading.words[i].text[:1].isupper() or _hyphened(reading, i)


def _hyphened(reading: Reading, i: int) -> bool:
    """Whether a hyphen with no space joins word `i` to the one before it."""
    words = reading.words
    if i < 2 or words[i - 1].text not in _HYPHENS:
        return False
    return words[i - 1].start == words[i - 2].end and words[i].start == words[i - 1].end


def _goes_on(reading: Reading, last: int) -> bool:
    """Whether a name goes on behind a hyphen at `last`: "Park Jin" in "Park Jin-woo", not in "Park Jin-led"."""
    after = last + 1
    if after >= reading.end(last - 1) or not _hyphened(reading, after):
        return False
    return reading.words[after].pos == "PROPN" and reading.words[after].text.islower()


def _within(reading: Reading, i: int) -> bool:
    """Whether word `i` is a part of somebody's longer name: "wen" in "Ing-wen", "Anwar" in "Anwar Gargash".

    Two persons may be joined by a hyphen ("the Putin-Xi summit"), and "anti-" and its like make no name.
    """
    words, word = reading.words, reading.words[i]
    if not word.text[:1].isupper():
        return True
    if _hyphened(reading, i) and words[i - 2].text[:1].isupper() and reading.spelt[i - 2] not in _PREFIXES:
        return reading.spelt[i - 2] not in reading.lexicon.shorts
    if word.ent != "PERSON":
        return False
    after = words[i + 1] if i + 1 < reading.end(i) else None
    return after is not None and after.ent == "PERSON" and not after.ent_start and _is_name(after)


def _is_name(word: Word) -> bool:
    return word.pos == "PROPN" and word.tag != "POS" and word.text[:1].isupper() and word.text[-1:].isalpha()


def _entity_end(reading: Reading, i: int) -> int:
    words, last, end = reading.words, i, reading.end(i)
    while last < end and words[last].ent == "PERSON" and (last == i or not words[last].ent_start):
        if words[last].tag in {"POS", "``", "''"} or words[last].text in ",;()[]" or last in reading.named:
            break
        last += 1
    return last


def _untitled(reading: Reading, first: int, last: int) -> int:
    """Where the name begins behind honorifics and roles that the parser took in: "Crown Prince", "Mr"."""
    lexicon = reading.lexicon
    while first < last - 1:
        role = longest(lexicon.roles, reading.spelt, first, last - 1)
        if role:
            first = role[0]
        elif reading.spelt[first] in lexicon.words("honorifics"):
            first += 1
        else:
            break
    return first


def _with_initials(reading: Reading, first: int, last: int) -> Person | None:
    """The listed person whose name this is with a middle initial added: "Mikhail S. Gorbachev"."""
    middle = reading.spelt[first + 1 : last - 1]
    if not middle or any(len(part) > 1 for part in middle):
        return None
    short = (reading.spelt[first], reading.spelt[last - 1])
    options = reading.lexicon.person_names.starting(short[0])
    return next((_best(persons, reading.when) for phrase, persons in options if phrase == short), None)


def _alone(reading: Reading, i: int) -> Name | None:
    """A listed family name alone, that the parser does not take for a person's."""
    word = reading.words[i]
    if word.pos not in {"PROPN", "NOUN"} or i in reading.named or _in_longer(reading, i):
        return None
    if reading.spelt[i] not in reading.lexicon.shorts or _within(reading, i):
        return None
    person = _known(reading, reading.spelt[i])
    return Name(i, i + 1, reading.spelt[i], person) if person or _titled(reading, i) else None


def _titled(reading: Reading, i: int) -> bool:
    """Whether a title stands right before word `i`: "Mr Ban", "Secretary-General Ban"."""
    if i == reading.start(i):
        return False
    if reading.spelt[i - 1] in reading.lexicon.words("honorifics"):
        return True
    starts = range(max(reading.start(i), i - 3), i)
    return any((role := longest(reading.lexicon.roles, reading.spelt, k, i)) and role[0] == i for k in starts)


def _in_longer(reading: Reading, i: int) -> bool:
    """Whether word `i` is part of a longer name that is no person's: "Clinton Foundation", "Ford Motor"."""
    words, word = reading.words, reading.words[i]
    if not word.ent or word.ent == "PERSON":
        return False
    after = i + 1 < reading.end(i) and words[i + 1].ent == word.ent and not words[i + 1].ent_start
    return not word.ent_start or (after and words[i + 1].tag != "POS")


def _known(reading: Reading, short: str) -> Person | None:
    """The listed person whom a family name alone means: one known by it, in office about the time."""
    known = [p for p in reading.lexicon.shorts.get(short, ()) if p.alone]
    when = reading.when
    if known and when:
        serving = [p for p in known if any(t.covers(when) for t in p.terms)]
        known = serving or [p for p in known if not p.terms or _near(p, when)]
    if len(known) > 1:
        known = [p for p in known if _country_named(reading, p)]
    return known[0] if len(known) == 1 else None


def _near(person: Person, when: str) -> bool:
    year = int(when[:4])
    return any(int(t.since[:4]) - NEAR_YEARS <= year <= int((t.until or "9999")[:4]) + NEAR_YEARS for t in person.terms)


def _country_named(reading: Reading, person: Person) -> bool:
    return any(hit.named.actor.country == person.country for hit in reading.hits)


def background(reading: Reading, name: Name) -> Listed | None:
    """Whose somebody is by the words behind the comma: "Mike Ruiz, the commissioner of the Peruvian police"."""
    words, end = reading.words, reading.end(name.first)
    if name.last + 1 >= end or words[name.last].text != ",":
        return None
    noun = next((i for i in range(name.last + 1, min(end, name.last + 7))
                 if words[i].dep == "appos" and words[i].pos in {"NOUN", "PROPN"}), None)  # fmt: skip
    if noun is None or noun in reading.named or words[noun].ent == "PERSON" or words[noun].tag == "NNS":
        return None
    owner = reading.owner_left(noun) or reading.owner_right(noun + 1, _OF)
    return owner.named.actor if owner is not None else None


def enter(
    reading: Reading, ledger: Ledger, roll: Roll, name: Name, code: str | None, country: str | None,
    titled: bool = False,
) -> str:  # fmt: skip
    """The actor id of a name; `code` and `country` are what a title says, which counts more than a listing."""
    listed = name.listed
    if listed is None and name.last - name.first == 1:
        full = roll.meant(name.short, name.first)
        if full is not None and full.first != name.first:
            return enter(reading, ledger, roll, full, code, country, titled)
    if listed:
        actor_id = ledger.actor(of_person(listed, reading.lexicon.post(listed, reading.when)))
    else:
        actor_id = ledger.actor(Profile(_text(reading, name), "person", code, country))
    known = ledger.profile(actor_id)
    if code and (known.code is None or titled):
        ledger.profiles[actor_id] = msgspec.structs.replace(known, code=code, country=country or known.country)
    if _first_name(reading, name) in reading.lexicon.words("female names") or _lady(reading, name):
        ledger.females.add(actor_id)
    return actor_id


def _first_name(reading: Reading, name: Name) -> str:
    """A listed person's name up to what tells a woman's ("Sheikh Hasina"), else the first word."""
    if name.listed is None:
        return plain(reading.words[name.first].text)
    whole = plain(name.listed.name)
    return whole if whole in reading.lexicon.words("female names") else plain(name.listed.name.split(maxsplit=1)[0])


def _text(reading: Reading, name: Name) -> str:
    return " ".join(reading.parse.text(name.first, name.last).split())


def _lady(reading: Reading, name: Name) -> bool:
    before = reading.before(name.first)
    return before is not None and plain(before.text) in reading.lexicon.words("female")
