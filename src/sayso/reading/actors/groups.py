"""Sorts of people and bodies with their country or group: "Russian troops", "police in Kyiv"."""

import msgspec

from sayso.lexicon.actors import Listed, Sort
from sayso.model.flow import Word
from sayso.reading.actors.ledger import How, Ledger, Profile, of_listed, of_sort
from sayso.reading.actors.names import Hit, longest
from sayso.reading.actors.reading import MODIFIES, Reading, armies
from sayso.reading.actors.topic import Topic
from sayso.reading.actors.whose import (
    BODIES,
    Found,
    Whose,
    bare,
    by_topic,
    foreign,
    having,
    just_told,
    of_americans,
    taken_up,
)

_WHERE = frozenset({"of", "in", "from", "for"})
_OF = frozenset({"of", "from"})
_STATES = frozenset({"state", "territory"})
_SOILS = _STATES | {"region"}
_NAMED_OFTEN = 2
_OF_NOBODY = frozenset({"militants", "criminals"})
_AT_HOME = frozenset({"police"})
_LOCAL = frozenset({"police", "court", "opposition"})
_BY_FORCE = frozenset({"of", "by", "with", "without", "using", "military", "lethal", "deadly", "excessive", "brute"})
_PARTIES_TO = frozenset({
    "remaining", "warring", "third", "interested", "concerned", "negotiating", "conflicting", "belligerent",
    "relevant", "contracting", "signatory", "all", "both", "fighting",
})  # fmt: skip
_LED_WITHIN = 60
_JOINED = 8
_HOME = frozenset({"owner", "military", "police", "government", "court"})
_LISTED_BODIES = frozenset({"military", "police", "government-body", "intelligence"})
_ACT_AS_ADJECTIVE = frozenset({"armed-group", "military", "police", "government", "opposition"})


def sorts(reading: Reading, ledger: Ledger) -> None:
    """ "Russian troops", "police in Kyiv", "the Taliban regime", "protesters"."""
    found = _sorts(reading, ledger)
    only = _only_owners(found)
    whose, bodies, topic = Whose(), _bodies(reading), Topic(reading, ledger)
    for one in found:
        owner = one.owner or _in_town(reading, one) or _federal(reading, one) or whose.known(reading, one)
        if owner is None and (body := _body(reading, one, bodies)):
            ledger.mention(ledger.actor(of_listed(body)), one.first, one.last, "description")
            continue
        owner = (
            owner
            or of_americans(reading, one)
            or (only.get(one.sort.name) if not foreign(reading, one) else None)
            or just_told(reading, topic, one)
            or having(reading, one, _around(reading, one))
            or _leading(reading, ledger, one)
            or by_topic(reading, topic, one)
            or _based(reading, one)
        )
        if one.owner is not None:
            whose.enter(reading, one)
        profile = profile_of(one.sort, owner, one.owner is not None, one.words)
        if profile is not None and one.owner is None and one.sort.name in _OF_NOBODY:
            # Assailants in France are not for that French.
            profile = msgspec.structs.replace(profile, name=one.words.lower())
        if profile is None or (one.owner is None and one.sort.kind == "owner" and not taken_up(reading, one)):
            continue
        how: How = "name" if owner is not None and profile.name == owner.name else "generic"
        actor_id = ledger.actor(profile)
        if one.modifies:
            ledger.nested(actor_id, one.first, one.last, "adjective")
        else:
            profiles = (profile_of(one.sort, other, True, one.words) for other in one.joined)
            also = tuple(ledger.actor(other) for other in profiles if other is not None)
            ledger.mention(actor_id, one.first, one.last, how, also=also)
            _named_behind(reading, ledger, one, profile)


def _only_owners(found: list[Found]) -> dict[str, Listed]:
    """Whose the police of a text are, where it tells of one state's only: be it a lesser one in the text."""
    owners: dict[str, set[str]] = {}
    last: dict[str, Listed] = {}
    for one in found:
        if one.owner is not None and one.owner.kind in _STATES and one.sort.kind in _AT_HOME:
            owners.setdefault(one.sort.name, set()).add(one.owner.name)
            last[one.sort.name] = one.owner
    return {name: last[name] for name, those in owners.items() if len(those) == 1}


def _bodies(reading: Reading) -> dict[str, Hit]:
    """Listed bodies by how their names end: "coast guard" for "the Philippine Coast Guard"."""
    found: dict[str, Hit] = {}
    for hit in reading.hits:
        if hit.named.actor.kind in _LISTED_BODIES and hit.last - hit.first > 1:
            for k in (hit.last - 1, hit.last - 2):
                found.setdefault(" ".join(filter(None, reading.spelt[k : hit.last])), hit)
    return found


def _body(reading: Reading, one: Found, bodies: dict[str, Hit]) -> Listed | None:
    """The listed body that "the coast guard" takes up."""
    if one.sort.kind == "court" and one.sort.suffix == "JUD":
        return _court(reading, one)
    hit = bodies.get(one.words.lower()) if bodies and not one.modifies else None
    if hit is None or hit.last > one.first or not taken_up(reading, one):
        return None
    return hit.named.actor


def _court(reading: Reading, one: Found) -> Listed | None:
    """The listed court whose judges "the judges" are: the last named, if no other country's courts were since."""
    if one.modifies or not taken_up(reading, one):
        return None
    before = [hit for hit in reading.hits if hit.last <= one.first and hit.named.actor.kind == "court"]
    return before[-1].named.actor if before and before[-1].named.actor.country is None else None


def _federal(reading: Reading, one: Found) -> Listed | None:
    """ "The federal army": of the one federation that a text names; of several, of the one that it is about."""
    before = reading.before(one.first)
    if "federal" not in {reading.words[one.first].lower, before.lower if before is not None else ""}:
        return None
    federations = reading.lexicon.words("federations")
    named = {
        hit.named.actor.name: hit.named.actor for hit in reading.hits
        if hit.named.actor.kind == "state" and (hit.named.actor.country or "").lower() in federations
    }  # fmt: skip
    if len(named) == 1:
        return next(iter(named.values()))
    about = (reading.torn[0], reading.home)
    return next((state for state in about if state is not None and state.name in named), None)


def _in_town(reading: Reading, one: Found) -> Listed | None:
    """ "Police in Lyon", "in Lyon the police": of the state that the town is in, where the sentence names none."""
    if one.sort.kind not in _LOCAL or foreign(reading, one) or reading.around(one.first) is not None:
        return None
    return reading.in_town(one.first)


def _leading(reading: Reading, ledger: Ledger, one: Found) -> Listed | None:
    """ "The government", where a sentence before tells of one who leads a state: "Rishi Sunak called a vote"."""
    if one.sort.kind != "owner" or not one.sort.suffix or not taken_up(reading, one):
        return None
    for i in range(reading.start(one.first) - 1, max(-1, one.first - _LED_WITHIN), -1):
        seen = ledger.covered.get(i)
        profile = ledger.profile(seen.actor) if seen is not None else None
        if profile is not None and profile.kind == "person" and (profile.code or "").endswith("GOV"):
            return reading.lexicon.states.get(profile.country or "")
    return None


def _based(reading: Reading, one: Found) -> Listed | None:
    """ "The Foreign Ministry" where no other state's is told of: of the country that the text is written from."""
    several = reading.words[one.last - 1].tag == "NNS" and one.sort.kind != "owner" and bare(reading, one)
    if one.sort.kind not in _HOME | {"government-body"} or foreign(reading, one):
        return None
    if not several and not taken_up(reading, one):
        return None
    military = one.sort.kind == "military" and one.words.lower() not in reading.lexicon.words("at home")
    base = reading.base
    if military or base is None or reading.home not in (None, base) or reading.told_before(one.first):
        return None
    if sum(hit.named.actor is base for hit in reading.hits) < _NAMED_OFTEN:
        return None
    others = one.sort.kind == "military" and armies(reading, base.country or "")
    return None if others else base


def _named_behind(reading: Reading, ledger: Ledger, one: Found, profile: Profile) -> None:
    """ "Iran's top security official, Ali Karimi": the name behind the comma gets the country."""
    at = one.last + 1 if one.last < reading.end(one.first) and reading.words[one.last].text == "," else one.last
    seen = ledger.covered.get(at)
    if seen is None or seen.first != at or profile.country is None or reading.words[one.last - 1].tag == "NNS":
        return
    known = ledger.profile(seen.actor)
    if known.kind == "person" and known.country is None:
        ledger.profiles[seen.actor] = msgspec.structs.replace(known, code=profile.code, country=profile.country)


def profile_of(sort: Sort, owner: Listed | None, stated: bool, words: str) -> Profile | None:
    """The actor: the owner itself for its government or fighters, else the sort with its country."""
    if owner is not None and owner.kind == "party" and owner.country and sort.suffix == "LEG":
        name = f"{owner.adjective or owner.name} {words.lower()}"
        return Profile(name, sort.kind, f"{owner.country}{sort.suffix}", owner.country)
    if owner is None:
        return of_sort(sort, None, words) if sort.suffix or sort.kind != "owner" else None
    if owner.kind == "people" or (owner.kind in _SOILS and sort.kind != "owner"):
        return of_sort(sort, owner, words)
    return of_listed(owner) if stated or sort.kind == "owner" else of_sort(sort, None, words)


def _sorts(reading: Reading, ledger: Ledger) -> list[Found]:
    found: list[Found] = []
    index, free, spelt = reading.lexicon.sorts, 0, reading.spelt
    for word in reading.words:
        if spelt[word.i] not in index:
            continue
        seen = ledger.covered.get(word.i)
        if word.i < free or (seen is not None and seen.how != "adjective"):
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
    if _no_body(reading, first, last) or _make(reading, first) or (sort.kind == "people" and _proper(reading, first)):
        return None
    owner = reading.owner_left(first)
    start = _start(reading, owner, first)
    towns = sort.kind not in {"owner", "military"}
    right = reading.owner_right(last, _OF if sort.kind == "military" else _WHERE, towns=towns)
    if owner and right and (sort.kind != "owner" or right.named.actor.kind in _STATES):
        right = None
    modifies = _modifies(reading, word)
    if modifies and sort.kind not in _ACT_AS_ADJECTIVE and not owner:
        return None
    hit = right or owner
    end = right.last if right and reading.words[last].lower == "of" else last
    words = " ".join(reading.parse.text(first, last).split())
    listed = hit.named.actor if hit else None
    if listed is None and (led := _led_by(reading, ledger, first)):
        start, listed = led
    if listed is None and sort.kind == "owner" and (led := _led_behind(reading, ledger, last)):
        end, listed = led
    joined = _joined(reading, owner) if owner is not None and hit is owner else ()
    if right is not None and word.tag == "NNS" and hit is right and (more := _joined_behind(reading, right)):
        joined, end = more, (more[-1].last if reading.words[last].lower == "of" else end)
    return Found(start, end, sort, listed, modifies, words, tuple(one.named.actor for one in joined))


def _no_body(reading: Reading, first: int, last: int) -> bool:
    """ "The use of force" is nobody, and "the remaining parties to the accord" are no political ones."""
    words, one = reading.words, reading.words[last - 1]
    if last - first > 1 or one.lower not in {"force", "parties"}:
        return False
    before = reading.before(first)
    if one.lower == "force":
        return before is not None and before.lower in _BY_FORCE
    to = last < reading.end(first) and words[last].lower == "to"
    return to or (before is not None and before.lower in _PARTIES_TO)


def _joined_behind(reading: Reading, owner: Hit) -> list[Hit]:
    """Who stands joined behind the owner of several: "of Peru, Chile and Bolivia", "in Paris and London"."""
    found: list[Hit] = []
    at, end, words, closed = owner.last, reading.end(owner.first), reading.words, False
    while at < end and not closed and len(found) < _JOINED:
        if words[at].text == "," and at + 1 < end and words[at + 1].lower == "and":
            at += 1
        closed = words[at].lower == "and"
        if not closed and words[at].text != ",":
            break
        at += 2 if at + 1 < end and words[at + 1].lower == "the" else 1
        hit = reading.named.get(at)
        if hit is None or hit.named.actor.kind not in _STATES or hit.named.use not in {"name", "seat"}:
            return []
        if words[hit.last - 1].dep in MODIFIES:
            return []  # "officials in Peru and Chile's army"
        found.append(hit)
        at = hit.last
    return found if closed else []


def _joined(reading: Reading, owner: Hit) -> list[Hit]:
    """Who stands joined in front of the owner: "American, French and British", "US-British"."""
    found: list[Hit] = []
    at, words = owner.first - 1, reading.words
    kinds = {"adjective"} if owner.named.use == "adjective" else {"name", "seat"}
    while at > reading.start(owner.first) and words[at].text in {"and", ",", "-", "–", "&", "/"} and len(found) < 4:
        if words[at].text == "," and not found and words[at].i == owner.first - 1:
            return []
        hit = reading.named.get(at - 1)
        if (
            hit is None
            or hit.named.actor.kind != "state"
            or not (hit.named.use in kinds or words[at - 1].tag in {"JJ", "NNP"})
        ):
            break
        found.append(hit)
        at = hit.first - 1
    told = owner.named.use == "adjective" or not found or words[found[0].last - 1].dep in MODIFIES
    return [hit for hit in found if hit.named.actor is not owner.named.actor] if told else []


def _make(reading: Reading, first: int) -> bool:
    """ "F-16 fighters" are aircraft."""
    at = first - 1
    while at >= reading.start(first) and at > first - 4:
        text = reading.words[at].text
        if at in reading.named:
            return False
        if text[-1:].isdigit() and ((len(text) > 1 and text[0].isalpha()) or reading.words[at - 1].text == "-"):
            return True
        at -= 1
    return False


def _proper(reading: Reading, first: int) -> bool:
    """ "Patriots" in the middle of a sentence are no patriots."""
    word = reading.words[first]
    return word.text[:1].isupper() and first > reading.start(first) and word.pos == "PROPN"


def _led_by(reading: Reading, ledger: Ledger, first: int) -> tuple[int, Listed] | None:
    """The state of the person whose the words are: "the Assad regime", "Putin's government"."""
    at = first - 1
    if at > reading.start(first) and reading.words[at].tag == "POS":
        at -= 1
    person = ledger.covered.get(at)
    if person is None or person.how == "pronoun" or person.first < reading.start(first):
        return None
    profile = ledger.profile(person.actor)
    state = reading.lexicon.states.get(profile.country or "") if profile.kind == "person" else None
    return (person.first, state) if state else None


def _led_behind(reading: Reading, ledger: Ledger, last: int) -> tuple[int, Listed] | None:
    """ "The government of Irfaan Ali": the state of the person behind the words, and where the name ends."""
    end = reading.end(last - 1)
    if last + 1 >= end or reading.words[last].lower != "of":
        return None
    at = next((i for i in range(last + 1, min(end, last + 5)) if i in ledger.covered), None)
    person = ledger.covered[at] if at is not None else None
    if person is None or ledger.profile(person.actor).kind != "person":
        return None
    state = reading.lexicon.states.get(ledger.profile(person.actor).country or "")
    return (person.last, state) if state else None


def _start(reading: Reading, owner: Hit | None, first: int) -> int:
    """Where the mention begins: at its owner's name, or at an organisation's name around the words."""
    if owner:
        return owner.first
    words = reading.words
    at = first
    while at > reading.start(first) and words[at - 1].pos in {"ADJ", "NOUN", "PROPN"} and words[at - 1].head >= first:
        if words[at - 1].dep not in MODIFIES:
            break
        at -= 1
    return at


def _modifies(reading: Reading, word: Word) -> bool:
    return word.dep in MODIFIES and word.head > word.i and reading.words[word.i + 1].tag != "POS"


def _around(reading: Reading, one: Found) -> Listed | None:
    """The country from context: the one the sentence says things happen in, else the text's only state.

    Not for troops, who are so often in somebody else's country, unless the words are for those at home.
    """
    if foreign(reading, one):
        return None
    kind = one.sort.kind
    if kind == "military" and one.words.lower() in reading.lexicon.words("at home") and taken_up(reading, one):
        torn, its_own = reading.torn
        if torn is not None:
            return torn if its_own else None
    military = kind == "military" or one.sort.name == "rebels"
    here = None if military or (kind == "owner" and not _led_in(reading, one)) else reading.around(one.first)
    if here is None and kind in BODIES:
        coup = one.words.lower() in reading.lexicon.words("coup makers")
        at_home = coup or not military or one.words.lower() in reading.lexicon.words("at home")
        ours = reading.at_home(one.first) or (taken_up(reading, one) and not reading.told_before(one.first))
        here = reading.home if at_home and (coup or ours) else None
        here = None if here is not None and not _fits_home(reading, one, here) else here
    return here or (reading.present if kind in _HOME and reading.present_by(one.first) else None)


def _fits_home(reading: Reading, one: Found, home: Listed) -> bool:
    """Whether bare words may mean the home state's. Not where its name or adjective follows as somebody else's part
    ("the government armed the Peruvians"), nor "the regime" of a state that nobody calls one."""
    if "regime" in one.words.lower() and (home.country or "").lower() not in reading.lexicon.words("regimes"):
        return False
    end = reading.end(one.last - 1)
    behind = (reading.named[i] for i in range(one.last, end) if i in reading.named)
    return one.sort.kind != "owner" or not any(
        hit.named.actor is home and hit.named.use in {"adjective", "people"} for hit in behind
    )


def _led_in(reading: Reading, one: Found) -> bool:
    """Whether the place stands in front: "In Kyiv the government said", not "the regime whose envoys were in Kyiv"."""
    hit = reading.places.get(reading.words[one.first].sentence)
    return hit is not None and hit.first < one.first
