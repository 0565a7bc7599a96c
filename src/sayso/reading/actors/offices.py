"""Offices: "the Turkish foreign minister", "Russia's top diplomat", "President Macron", "the Russian dictator"."""

from bisect import bisect_left, insort

import msgspec

from sayso.lexicon.actors import Listed, Person, Role, plain
from sayso.reading.actors.ledger import Ledger, Profile, of_person
from sayso.reading.actors.names import Hit, longest
from sayso.reading.actors.people import Name, Roll, enter
from sayso.reading.actors.reading import MODIFIES, Reading
from sayso.reading.actors.topic import Topic

_OF = frozenset({"of", "for"})
_QUALIFIED = 5
_HEADS = frozenset({"president", "prime minister", "king", "leader", "supreme leader", "crown prince"})
_OF_STATE = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_OF_STATES_ONLY = frozenset({"minister", "ambassador", "representative", "envoy"})
_LEADERS = frozenset({"leader", "president"})
_NAMED_WITHIN = 3
_NAMED_SO = ("USA", "GBR", "IND")  # states with offices that none else has


_SUPREME = Role("supreme leader", "GOV", True)


class Office(msgspec.Struct, frozen=True, gc=False):
    """A role at words `[first, last)`, whose it is, whose name it introduces, and whether it is over.

    `words`: the role's own, as they stand in the text.
    """

    first: int
    last: int
    role: Role
    owner: Hit | None
    name: Name | None
    joined: bool
    past: bool
    words: str


def find(reading: Reading, roll: Roll) -> list[Office]:
    """All roles in text order, none overlapping another."""
    found: list[Office] = []
    free, roles, spelt = 0, reading.lexicon.roles, reading.spelt
    for word in reading.words:
        if spelt[word.i] not in roles or word.i < free or word.i in reading.named:
            continue
        match = longest(reading.lexicon.roles, reading.spelt, word.i, reading.end(word.i))
        if match and (office := _office(reading, roll, word.i, match[0], match[1][0])):
            found.append(office)
            free = office.last
    return found


def _office(reading: Reading, roll: Roll, first: int, last: int, role: Role) -> Office | None:
    words = reading.words
    if words[last - 1].pos not in _NOUNS or words[last - 1].tag == "NNS":
        return None
    owner = _of_state(reading, reading.owner_left(first), first, last)
    start = owner.first if owner and owner.named.use != "seat" else first
    end = last
    right = None if owner else reading.owner_right(last, _OF, towns=not role.leads)
    if right is None and owner is None and role.leads:
        right = _in_seat(reading, last)
    if owner is not None and reading.spelt[last - 1] == "diplomat" and _top(reading, owner):
        role = reading.lexicon.roles.starting("top")[0][1][0]
    if right:
        end = right.last
        role = _of_body(reading, role, right)
    name, joined = _introduced(reading, roll, start, end, last)
    if name is None and right is None and _modifier(reading, last):
        return None
    before = reading.before(start)
    past = before is not None and before.lower in reading.lexicon.words("past")
    past = past or any(w.lower in reading.lexicon.words("past") for w in words[start:first])
    past = past or role.name.startswith("former")
    spoken = " ".join(reading.parse.text(first, last).split()).lower()
    return Office(start, end, role, owner or right, name, joined, past, spoken)


def _of_state(reading: Reading, owner: Hit | None, first: int, last: int) -> Hit | None:
    """ "The Peruvian UN ambassador" is Peru's, and an "EU minister" no minister of the EU."""
    if owner is None or owner.named.actor.kind != "igo" or reading.spelt[last - 1] not in _OF_STATES_ONLY:
        return owner
    if last - first > 1 or reading.words[first - 1].tag == "POS":
        return owner
    beyond = reading.owner_left(owner.first)
    return beyond if beyond is not None or reading.spelt[last - 1] == "minister" else owner


def _of_body(reading: Reading, role: Role, right: Hit) -> Role:
    """The role with the code of the body behind it: "the chief of the Peruvian army" is of the army."""
    match = longest(reading.lexicon.sorts, reading.spelt, right.last, reading.end(right.last - 1))
    if right.named.use != "adjective" or match is None or not match[1][0].suffix:
        return role
    return msgspec.structs.replace(role, suffix=match[1][0].suffix)


def _in_seat(reading: Reading, last: int) -> Hit | None:
    """ "The strongman in Minsk": the seat behind the words."""
    right = reading.owner_right(last, frozenset({"in"}))
    return right if right is not None and right.named.use == "seat" else None


def _top(reading: Reading, owner: Hit) -> bool:
    """ "The top Iranian diplomat" is the foreign minister."""
    before = reading.before(owner.first)
    return before is not None and before.lower in {"top", "chief"}


def _introduced(reading: Reading, roll: Roll, start: int, end: int, last: int) -> tuple[Name | None, bool]:
    """The name right behind the role or its country, or across a comma on either side; and whether it is joined."""
    words, limit = reading.words, reading.end(start)
    for at in (last, end):
        if at in roll.at and at < limit:
            return roll.at[at], at == end
        if at < limit - 1 and words[at].text in {",", "-", "–"} and at + 1 in roll.at and at + 1 < limit:
            return roll.at[at + 1], False
    back = start
    while back - 1 > reading.start(start) and words[back - 1].pos in {"DET", "ADJ"} and words[back - 1].text != ",":
        back -= 1
    if words[back - 1].text == "," and back - 1 in roll.ending and back - 1 > reading.start(start):
        return roll.ending[back - 1], False
    return None, False


def _modifier(reading: Reading, last: int) -> bool:
    """Whether the role only modifies the noun after it: "minister meeting", "leader list"."""
    words = reading.words
    if last >= reading.end(last - 1):
        return False
    return words[last - 1].dep in {"compound", "amod", "nmod"} and words[last].pos in {"NOUN", "PROPN"}


def code_of(owner: Listed | None, role: Role) -> str | None:
    """The office's code: the country's (or group's) and the role's, RUSGOV; GOV alone where nobody says whose."""
    if owner is None:
        return role.suffix
    if owner.kind == "party" and owner.country and role.name != "leader" and role.suffix != "PTY":
        return f"{owner.country}{role.suffix}"
    if owner.kind not in {"state", "territory", "region", "people"}:
        return owner.code
    return f"{owner.code or owner.country}{role.suffix}"


class Titled:
    """Who has which office by the text: by owner and role, and in text order with the role alone."""

    def __init__(self) -> None:
        self.by_post: dict[tuple[str, str], str] = {}
        self._told: dict[str, list[tuple[int, str]]] = {}
        self._spoken_of: dict[str, list[tuple[int, str]]] = {}

    def tell(self, i: int, role: str, actor_id: str) -> None:
        """The role at word `i` is this actor's. Called in text order."""
        self._told.setdefault(role, []).append((i, actor_id))

    def last(self, role: str, i: int) -> str | None:
        """The last before word `i` to be called by that role; none before, the first."""
        told = self._told.get(role, [])
        at = bisect_left(told, (i, ""))
        return told[max(0, at - 1)][1] if told else None

    def speak_of(self, i: int, role: str, actor_id: str) -> None:
        """The role at word `i` is this actor's, whom the text does not name there: "Peru's foreign minister"."""
        insort(self._spoken_of.setdefault(role, []), (i, actor_id))

    def latest(self, roles: frozenset[str], i: int, *, named: bool = False) -> str | None:
        """The last before word `i` to be called by one of these roles (spelt without marks); `named`: and by name."""
        every = (*self._told.items(), *(() if named else self._spoken_of.items()))
        told = [one for role, found in every if plain(role) in roles for one in found if one[0] < i]
        return max(told)[1] if told else None


def enter_all(reading: Reading, ledger: Ledger, roll: Roll, offices: list[Office]) -> set[int]:
    """Mentions for all offices. Gives the first words of the names that are part of a mention already."""
    used: set[int] = set()
    titled = Titled()
    for office in offices:
        if (name := office.name) is not None:
            actor_id = _named(reading, ledger, roll, office, name, titled.by_post)
            titled.tell(office.first, office.role.name, actor_id)
            last = name.last if office.joined else office.last
            if office.joined:
                used.add(name.first)
            head = name.last - 1 if office.joined else None
            ledger.mention(actor_id, office.first, last, "name" if office.joined else "role", head)
    topic = Topic(reading, ledger)
    for office in offices:
        if office.name is None and (found := _unnamed(reading, ledger, roll, office, titled, topic)):
            ledger.mention(found, office.first, office.last, "role")
            if office.owner is not None and not office.past:
                titled.speak_of(office.first, office.role.name, found)
    return used


def _owner(office: Office) -> Listed | None:
    return office.owner.named.actor if office.owner else None


def _key(reading: Reading, owner: Listed | None, role: str) -> tuple[str, str]:
    who = (owner.country or owner.name) if owner and owner.kind in {"state", "territory"} else (owner or None)
    name = who if isinstance(who, str) else (who.name if who else "")
    return name, reading.lexicon.office(name, role)


def _named(
    reading: Reading, ledger: Ledger, roll: Roll, office: Office, name: Name, titled: dict[tuple[str, str], str]
) -> str:
    name = _recognised(reading, roll, office, name)
    owner = _owner(office) or _at_home(reading, office, name)
    country = owner.country if owner else None
    code = code_of(owner, office.role) if owner else None
    actor_id = enter(reading, ledger, roll, name, code, country, titled=bool(owner) and not office.past)
    if not office.past:
        titled[_key(reading, owner, office.role.name)] = actor_id
        if not owner and (listed := name.listed):
            titled.update({(t.owner, t.role): actor_id for t in listed.terms if t.role == office.role.name})
            titled["", office.role.name] = actor_id
    return actor_id


def _recognised(reading: Reading, roll: Roll, office: Office, name: Name) -> Name:
    """ "Secretary-General Ban": who is named in full before, else the one holder of the office with that name."""
    if name.listed is not None or name.last - name.first > 1:
        return name
    owner, full = _owner(office), roll.meant(name.short, name.first)
    if full is not None and full.first < name.first and (owner is None or full.listed is None):
        return msgspec.structs.replace(name, listed=full.listed)
    home = owner or _at_home(reading, office, name)
    held = _namesake(reading, name, home, office.role)
    if held is None and owner is None and home is not None:
        held = _namesake(reading, name, None, office.role)
    if held is None:
        return name
    name = msgspec.structs.replace(name, listed=held)
    roll.learn(name)
    return name


def _at_home(reading: Reading, office: Office, name: Name) -> Listed | None:
    """ "Deputy Foreign Minister Petrov" of no country: of the state that the text is about, if others are far."""
    if name.listed or office.past or office.role.suffix not in _OF_STATE:
        return None
    for country in _NAMED_SO:
        if office.words in reading.lexicon.words(f"offices of {country}"):
            return reading.lexicon.states.get(country)
    if not reading.at_home(office.first):
        return None if reading.told_before(office.first) else reading.base
    home = reading.home or reading.base
    behind = (reading.named[i].named for i in range(office.last, reading.end(office.last - 1)) if i in reading.named)
    if home is not None and any(n.actor is home and n.use in {"name", "seat"} for n in behind):
        others = [state for state in reading.pair or () if state is not home]  # who urges Peru is no Peruvian
        return others[0] if len(others) == 1 else None
    return home


def _namesake(reading: Reading, name: Name, owner: Listed | None, role: Role) -> Person | None:
    """ "President Bush", "Foreign Minister Wang": the listed holder of that family name."""
    if name.last - name.first > 1:
        return None
    office = role.name
    fit = [
        p for p in reading.lexicon.shorts.get(name.short, ())
        if any(t.role == office and (not owner or t.owner in {owner.country, owner.name}) for t in p.terms)
    ]  # fmt: skip
    if len(fit) > 1 and reading.when:
        when = reading.when
        fit = [p for p in fit if any(t.role == office and t.covers(when) for t in p.terms)]
    return fit[0] if len(fit) == 1 else None


def _unnamed(reading: Reading, ledger: Ledger, roll: Roll, office: Office, titled: Titled, topic: Topic) -> str | None:
    owner, role = _owner(office), office.role
    if office.past:
        return _sketch(ledger, owner, office) if owner else _fallen(reading, ledger, roll, office)
    if owner is None:
        return _contextual(reading, ledger, roll, office, titled) or _by_topic(
            reading, ledger, roll, office, titled, topic
        )
    if owner.kind == "party" and role.leads:
        return _of_party(reading, ledger, roll, office, owner, titled)
    key = _key(reading, owner, _meant(reading, owner, role))
    if key in titled.by_post:
        return titled.by_post[key]
    if (same := _again(reading, ledger, office, owner, titled)) is not None:
        return same
    person = holder(reading, roll, key)
    if person:
        return ledger.actor(of_person(person, reading.lexicon.post(person, reading.when)))
    if owner.kind == "armed-group":
        return ledger.actor(Profile(owner.name, owner.kind, owner.code, owner.country, owner.wikidata, owner.called))
    return _sketch(ledger, owner, office)


def _again(reading: Reading, ledger: Ledger, office: Office, owner: Listed, titled: Titled) -> str | None:
    """ "The New York congressman": whoever of that country the text called a lawmaker shortly before."""
    before = reading.before(office.first)
    if office.role.leads or before is None or before.lower != "the":
        return None
    last = titled.latest(frozenset({plain(office.role.name)}), office.first, named=True)
    return last if last and owner.country and ledger.profile(last).country in (owner.country, None) else None


def _of_party(reading: Reading, ledger: Ledger, roll: Roll, office: Office, owner: Listed, titled: Titled) -> str:
    """ "The Republican president": the country's, who is of that party."""
    last = titled.last(office.role.name, office.first)
    if last is not None and ledger.profile(last).country == owner.country:
        return last
    person = _leading(reading, roll, office)
    person = person if person is not None and person.country == owner.country else None
    person = person or (holder(reading, roll, (owner.country or "", office.role.name)) if owner.country else None)
    if person is not None and office.role.name != "leader":
        return ledger.actor(of_person(person, reading.lexicon.post(person, reading.when)))
    return _sketch(ledger, owner, office)


def _leading(reading: Reading, roll: Roll, office: Office) -> Person | None:
    """ "The leftist leader", "the libertarian president": who leads a state and was named last, not far before."""
    here = reading.words[office.first].sentence
    found: dict[int, list[Name]] = {}
    for name in roll.at.values():
        near = name.first < office.first and here - reading.words[name.first].sentence <= _NAMED_WITHIN
        if near and name.listed is not None and _leads(reading, name.listed, office.role.name):
            found.setdefault(reading.words[name.first].sentence, []).append(name)
    if not found:
        return None
    last = found[max(found)]
    subjects = [name for name in last if reading.words[name.last - 1].dep in {"nsubj", "nsubjpass"}]
    those = {name.listed for name in subjects or last}
    return those.pop() if len(those) == 1 else None


def _leads(reading: Reading, person: Person, role: str) -> bool:
    roles = _HEADS if role == "leader" else {role}
    return any(t.role in roles and _current(reading, t.since, t.until) for t in person.terms)


def _meant(reading: Reading, owner: Listed, role: Role) -> str:
    """ "The sultan of Ankara", where there is no throne, is whoever leads."""
    throne = role.name == "king" and not reading.lexicon.ever(owner.country or owner.name, role.name)
    return "leader" if throne else role.name


def _fallen(reading: Reading, ledger: Ledger, roll: Roll, office: Office) -> str | None:
    """ "The deposed president": the only person named who ever held the office."""
    role = office.role.name.removeprefix("former ")
    named = {n.listed for n in roll.at.values() if n.listed and any(t.role == role for t in n.listed.terms)}
    serving = {p for p in named if any(t.role == role and _current(reading, t.since, t.until) for t in p.terms)}
    fallen = named - serving if len(named - serving) == 1 else named
    person = fallen.pop() if len(fallen) == 1 else None
    return ledger.actor(of_person(person, reading.lexicon.post(person, reading.when))) if person else None


def holder(reading: Reading, roll: Roll, key: tuple[str, str]) -> Person | None:
    """Who holds the office: by date; without one, the only one ever listed whom the text names."""
    owner, role = key
    if reading.when:
        found = reading.lexicon.holder(owner, role, reading.when)
        if found:
            return found
    ever = set(reading.lexicon.ever(owner, role))
    named = {name.listed for name in roll.at.values() if name.listed in ever}
    return named.pop() if len(named) == 1 else None


def _contextual(reading: Reading, ledger: Ledger, roll: Roll, office: Office, titled: Titled) -> str | None:
    """ "The president" with no country: whoever the text gives that title, else the holder in its only state."""
    before = reading.before(office.first)
    while before is not None and (
        before.pos in {"ADJ", "NUM"} or before.dep in MODIFIES or before.text == "-" or before.lower == "year"
    ):
        if before.i in reading.named or office.first - before.i > _QUALIFIED:
            return None
        before = reading.before(before.i)
    if before is None or before.lower != "the":
        return None
    if office.words in reading.lexicon.words("autocrats") and (person := _autocrat(reading, roll, office)):
        return ledger.actor(of_person(person, reading.lexicon.post(person, reading.when)))
    if (last := titled.last(office.role.name, office.first)) is not None:
        return last
    if before.i == office.first - 1 or office.words == "diplomat":
        person = _serving(reading, roll, office)
        state = reading.around(office.first) or reading.present
        if person is None and state is not None:
            person = holder(reading, roll, _key(reading, state, office.role.name))
        if person is None and office.words == "leader" and reading.words[office.first].text == "Leader":
            person = _serving(reading, roll, msgspec.structs.replace(office, role=_SUPREME))
        if person:
            return ledger.actor(of_person(person, reading.lexicon.post(person, reading.when)))
        if (kin := _kin(reading, office, titled)) is not None:
            return kin
        return _sketch(ledger, state, office) if office.role.leads and state is not None else None
    if office.role.name in _LEADERS and (person := _leading(reading, roll, office)) is not None:
        return ledger.actor(of_person(person, reading.lexicon.post(person, reading.when)))
    return None


def _by_topic(reading: Reading, ledger: Ledger, roll: Roll, office: Office, titled: Titled, topic: Topic) -> str | None:
    """ "The foreign minister", "a ministry spokesman": of the state that the text goes on about there."""
    before = reading.before(office.first)
    body = before is not None and before.lower in {"ministry", "department"}
    while body and before is not None and before.dep in MODIFIES:
        before = reading.before(before.i)
    if before is None or before.lower not in ({"the", "a"} if body else {"the"}):
        return None
    head = office.last - 1
    if office.role.leads or body or office.role.name.endswith(("minister", "opposition leader")):
        words = " ".join(w.lower for w in reading.words[before.i + 1 : office.last])
        if (state := topic.owner(head, words)) is not None:
            key = _key(reading, state, office.role.name)
            person = holder(reading, roll, key) if office.role.leads else None
            if key in titled.by_post:
                return titled.by_post[key]
            known = person and ledger.actor(of_person(person, reading.lexicon.post(person, reading.when)))
            return known or _sketch(ledger, state, office)
    return _sketch(ledger, None, office) if office.role.leads and before.i == office.first - 1 else None


def _serving(reading: Reading, roll: Roll, office: Office) -> Person | None:
    """The only person named who has the office; of several, the one whose country the sentence names, or whose
    office it was last."""
    role = office.role.name
    named = {
        n.listed for n in roll.at.values()
        if n.listed and any(t.role == role and _current(reading, t.since, t.until) for t in n.listed.terms)
    }  # fmt: skip
    if len(named) > 1:
        named = {p for p in named if max(p.terms, key=lambda t: t.since).role == role} or named
    if len(named) > 1 and reading.home is not None:
        named = {p for p in named if p.country == reading.home.country} or named
    if len(named) > 1:
        first, last = reading.start(office.first), reading.end(office.first)
        here = {reading.named[i].named.actor.country for i in range(first, last) if i in reading.named}
        named = {p for p in named if p.country in here}
    return named.pop() if len(named) == 1 else None


def _autocrat(reading: Reading, roll: Roll, office: Office) -> Person | None:
    """ "The dictator": the last named, else the only one, who leads where nobody else may."""
    regimes = reading.lexicon.words("regimes")
    ruling = [
        n for n in roll.at.values()
        if n.listed and (n.listed.country or "").lower() in regimes
        and any(t.role in _HEADS for t in n.listed.terms)
    ]  # fmt: skip
    before = [n for n in ruling if n.first < office.first]
    if before:
        return before[-1].listed
    return ruling[0].listed if len({n.listed for n in ruling}) == 1 else None


def _kin(reading: Reading, office: Office, titled: Titled) -> str | None:
    """ "The minister" after a foreign minister, "the senior diplomat" after an envoy: the last of those named."""
    wanted = reading.lexicon.words(f"kin of {office.words}")
    return titled.latest(wanted, office.first) if wanted else None


def _current(reading: Reading, since: str, until: str | None) -> bool:
    when = reading.when
    if when is None:
        return True
    return when[: len(since)] >= since[: len(when)] and (until is None or when[: len(until)] <= until[: len(when)])


def _sketch(ledger: Ledger, owner: Listed | None, office: Office) -> str:
    """The office itself as the actor, when nobody is known to hold it."""
    past = "former " if office.past and not office.words.startswith(("former", "ex")) else ""
    whose = f"{owner.adjective or owner.name} " if owner else ""
    code, country = code_of(owner, office.role), owner.country if owner else None
    return ledger.actor(Profile(f"{past}{whose}{office.words}", "person", code, country, role=office.role.name))
