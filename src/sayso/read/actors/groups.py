"""Sorts of people and bodies with their country or group, organisations nobody listed, and acronyms."""

import msgspec

from sayso.lexicon.actors import Listed, Sort
from sayso.model.flow import Word
from sayso.read.actors.ledger import Ledger, Profile, of_listed, of_sort
from sayso.read.actors.names import Hit, longest
from sayso.read.actors.reading import MODIFIES, Reading

_OF = frozenset({"of"})
_WHERE = frozenset({"of", "in", "from", "for"})
_STATES = frozenset({"state", "territory"})
_ACT_AS_ADJECTIVE = frozenset({"armed-group", "military", "police", "government", "opposition"})


class Found(msgspec.Struct, frozen=True, gc=False):
    """A sort at words `[first, last)` and whose it is."""

    first: int
    last: int
    sort: Sort
    owner: Listed | None
    modifies: bool


def sorts(reading: Reading, ledger: Ledger) -> None:
    """ "Russian troops", "police in Kyiv", "the Taliban regime", "protesters"."""
    found = _sorts(reading, ledger)
    whose: dict[str, Listed] = {}
    for one in found:
        owner = one.owner or whose.get(one.sort.name) or _around(reading, one)
        if one.owner is not None:
            whose[one.sort.name] = one.owner
        profile = _profile(one.sort, owner, one.owner is not None)
        if profile is None:
            continue
        how = "adjective" if one.modifies else "generic"
        covers = owner is not None and profile.name == owner.name
        actor_id = ledger.actor(profile)
        if one.modifies:
            ledger.nested(actor_id, one.first, one.last, "adjective")
        else:
            ledger.mention(actor_id, one.first, one.last, "name" if covers else how)


def _profile(sort: Sort, owner: Listed | None, stated: bool) -> Profile | None:
    """The actor: the owner itself for its government or fighters, else the sort with its country."""
    if owner is None:
        return None if sort.kind == "owner" else of_sort(sort, None)
    if owner.kind in _STATES and sort.kind != "owner":
        return of_sort(sort, owner)
    if owner.kind == "people":
        base = f"{owner.adjective or owner.name} {sort.name}"
        return Profile(base, sort.kind, f"{owner.code or ''}{sort.suffix}" or None, owner.country)
    return of_listed(owner) if stated or sort.kind == "owner" else of_sort(sort, None)


def _sorts(reading: Reading, ledger: Ledger) -> list[Found]:
    found: list[Found] = []
    index, free = reading.lexicon.sorts, 0
    for word in reading.words:
        if word.i < free or word.i in ledger.covered and ledger.covered[word.i].how != "adjective":
            continue
        match = longest(index, reading.spelt, word.i, reading.end(word.i))
        if match and (made := _one(reading, ledger, word.i, match[0], match[1][0])):
            found.append(made)
            free = made.last
    return found


def _one(reading: Reading, ledger: Ledger, first: int, last: int, sort: Sort) -> Found | None:
    word = reading.words[last - 1]
    if word.pos not in {"NOUN", "PROPN"} and not (word.pos == "ADJ" and word.dep in {"nsubj", "dobj", "pobj"}):
        return None
    owner = reading.owner_left(first)
    start = _start(reading, owner, first)
    right = None if owner else reading.owner_right(last, _OF if sort.kind == "owner" else _WHERE)
    modifies = _modifies(reading, word)
    if modifies and sort.kind not in _ACT_AS_ADJECTIVE and not owner:
        return None
    hit = owner or right
    end = right.last if right and reading.words[last].lower == "of" else last
    return Found(start, end, sort, hit.named.actor if hit else None, modifies)


def _start(reading: Reading, owner: Hit | None, first: int) -> int:
    """Where the mention begins: at its owner's name, or at an organisation's name around the words."""
    if owner:
        return owner.first
    words = reading.words
    at = first
    while at > reading.start(first) and words[at - 1].dep in {"compound", "amod"} and words[at - 1].head >= first:
        at -= 1
    return at


def _modifies(reading: Reading, word: Word) -> bool:
    return word.dep in MODIFIES and word.head > word.i and reading.words[word.i + 1].tag != "POS"


def _around(reading: Reading, one: Found) -> Listed | None:
    """The country from context: the one the sentence says things happen in, else the text's only state."""
    return reading.places.get(reading.words[one.first].sentence) or (
        reading.present if one.sort.kind in {"owner", "military", "police", "government", "court"} else None
    )


def organisations(reading: Reading, ledger: Ledger) -> None:
    """Organisations that the parser finds and nobody listed, with the country their name tells."""
    for first, last in _entities(reading):
        if any(i in ledger.covered and ledger.covered[i].how != "adjective" for i in range(first, last)):
            continue
        inner = next((reading.named[i] for i in range(first, last) if i in reading.named), None)
        if inner and inner.last - inner.first == last - first:
            continue
        name = " ".join(reading.parse.text(first, last).split())
        country = inner.named.actor.country if inner else None
        ledger.mention(ledger.actor(Profile(name, "organization", country, country)), first, last, "name")


def _entities(reading: Reading) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    words = reading.words
    i = 0
    while i < len(words):
        if words[i].ent != "ORG":
            i += 1
            continue
        last = i + 1
        while last < len(words) and words[last].ent == "ORG" and not words[last].ent_start:
            last += 1
        first, end = _trimmed(words, i, last)
        if end > first and any(w.pos == "PROPN" and w.text[:1].isupper() for w in words[first:end]):
            found.append((first, end))
        i = last
    return found


def _trimmed(words: tuple[Word, ...], first: int, last: int) -> tuple[int, int]:
    while first < last and words[first].pos in {"DET", "PUNCT", "ADP"}:
        first += 1
    while last > first and (words[last - 1].tag == "POS" or words[last - 1].pos == "PUNCT"):
        last -= 1
    return first, last


def acronyms(reading: Reading, ledger: Ledger) -> None:
    """Acronyms that the text introduces, "Front for Free Press (FFP)", and every later use of them."""
    known: dict[str, str] = {}
    words = reading.words
    for word in words:
        if not (word.text.isupper() and 2 <= len(word.text) <= 10 and word.text[0].isalpha()):
            continue
        mention = ledger.covered.get(word.i)
        introduced = _introduced(reading, ledger, word.i)
        if introduced and (mention is None or mention.how != "name" or mention.last - mention.first == 1):
            known[word.text] = introduced
            ledger.mention(introduced, word.i, word.i + 1, "acronym")
        elif word.text in known:
            ledger.mention(known[word.text], word.i, word.i + 1, "acronym")


def _introduced(reading: Reading, ledger: Ledger, i: int) -> str | None:
    """Whose acronym stands in brackets at word `i`: the name's that ends right before the bracket."""
    words = reading.words
    if i < 2 or i + 1 >= len(words) or words[i - 1].text != "(" or words[i + 1].text not in {")", ";", ","}:
        return None
    before = ledger.covered.get(i - 2)
    if before and before.last - before.first > 1 and before.how != "adjective":
        return before.actor
    first = _initials(reading, i)
    if first is None:
        return None
    name = " ".join(reading.parse.text(first, i - 1).split())
    actor_id = ledger.actor(Profile(name, "organization"))
    ledger.mention(actor_id, first, i - 1, "name")
    return actor_id


def _initials(reading: Reading, i: int) -> int | None:
    """Where the capitalised words begin whose initials spell the acronym at word `i`."""
    words, wanted, at = reading.words, reading.words[i].text, i - 2
    letters = len(wanted) - 1
    low = max(reading.start(i), i - 2 - 2 * len(wanted))
    while at >= low and letters >= 0:
        if words[at].text[:1].upper() == wanted[letters] and words[at].text[:1].isupper():
            letters -= 1
            if letters < 0:
                return at
        elif words[at].text[:1].isupper():
            return None
        at -= 1
    return None
