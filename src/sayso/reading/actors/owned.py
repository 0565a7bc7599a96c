"""What belongs to whoever a pronoun means: "its army", "his lawmakers", "its spokesman", "their prime minister"."""

import msgspec

from sayso.lexicon.actors import Listed, Role
from sayso.model.flow import Mention, Word
from sayso.reading.actors.groups import profile_of
from sayso.reading.actors.ledger import Ledger, Profile, of_person
from sayso.reading.actors.names import longest
from sayso.reading.actors.offices import code_of
from sayso.reading.actors.reading import Reading


def own(reading: Reading, ledger: Ledger, pronoun: Mention) -> Mention | None:
    """The sort or office behind a possessive pronoun, now that its owner is known."""
    noun = reading.words[pronoun.head].head
    if noun <= pronoun.head or noun - pronoun.head > 8:
        return None
    if pronoun.also:
        return of_each(reading, ledger, pronoun, noun)
    owner = _owner(reading, ledger.profile(pronoun.actor))
    if owner is None:
        return None
    mention = ledger.mentions.get(noun)
    if mention is None:
        return _office(reading, ledger, owner, pronoun.head, noun)
    if mention.how == "generic" and mention.first > pronoun.head:
        return _sort(reading, ledger, owner, mention)
    if mention.how == "role":
        _coded(reading, ledger, owner, mention)
    return None


def of_each(reading: Reading, ledger: Ledger, whose: Mention, noun: int) -> Mention | None:
    """What belongs to each of several: "their foreign ministers", "the armies of the two countries"."""
    owners = [_owner(reading, ledger.profile(actor)) for actor in (whose.actor, *whose.also)]
    mention, words = ledger.mentions.get(noun), reading.words
    if words[noun].tag != "NNS" or (mention is not None and mention.how not in {"generic", "role"}):
        return None
    known = [owner for owner in owners if owner is not None]
    if len(known) < len(owners):
        return None
    made = _offices(reading, ledger, known, noun) or _of_sort_each(reading, ledger, known, noun)
    if not made:
        return None
    first = mention.first if mention is not None else noun
    first = first if first > whose.head or noun < whose.head else noun
    return ledger.mention(made[0], min(first, noun), noun + 1, "generic", noun, tuple(made[1:]))


def posts(reading: Reading, ledger: Ledger, states: tuple[str, ...], noun: int) -> tuple[str, ...]:
    """ "Both foreign ministers" of two states; nothing where the words name no office of two words."""
    if reading.words[noun - 1].pos not in {"ADJ", "NOUN"}:
        return ()
    profiles = [ledger.profile(state) for state in states]
    owners = [reading.lexicon.states.get(p.country or "") for p in profiles if p.kind == "state"]
    known = [owner for owner in owners if owner is not None]
    return tuple(_offices(reading, ledger, known, noun)) if len(known) == len(states) else ()


def counterparts(reading: Reading, ledger: Ledger, noun: Word) -> Mention | None:
    """ "Their Russian counterparts", "his Turkish counterpart": who does there what those do who have them."""
    below = reading.parse.children[noun.i]
    front = (i for i in below if i in reading.named and i < noun.i and reading.words[i].dep != "poss")
    hit = next((reading.named[i] for i in front), None)
    if hit is None or hit.named.use != "adjective" or hit.named.actor.kind not in {"state", "territory"}:
        return None
    listed = hit.named.actor
    owner = next((ledger.covered[i] for i in below if reading.words[i].dep == "poss" and i in ledger.covered), None)
    whose = ledger.profile(owner.actor) if owner is not None else None
    suffix = (whose.code or "").removeprefix(whose.country or "-") if whose is not None else ""
    suffix = suffix if suffix.isalpha() and len(suffix) == len("GOV") else "GOV"
    name = f"{listed.adjective or listed.name} {noun.lower}"
    kind = "government" if noun.tag == "NNS" else "person"
    profile = Profile(name, kind, f"{listed.code or listed.country}{suffix}", listed.country)
    return ledger.mention(ledger.actor(profile), hit.first, noun.i + 1, "generic", noun.i)


def _offices(reading: Reading, ledger: Ledger, owners: list[Listed], noun: int) -> list[str]:
    """ "Their foreign ministers": who holds the office in each, else the offices themselves."""
    words = reading.words
    for first in range(max(reading.start(noun), noun - 3), noun + 1):
        spelt = (*filter(None, reading.spelt[first:noun]), reading.spelt[noun].removesuffix("s"))
        role = next((r[0] for phrase, r in reading.lexicon.roles.starting(spelt[0]) if phrase == spelt), None)
        if role is not None and (first < noun or role.leads) and words[first].sentence == words[noun].sentence:
            return [_post(reading, ledger, owner, role, " ".join(spelt)) for owner in owners]
    return []


def _post(reading: Reading, ledger: Ledger, owner: Listed, role: Role, words: str) -> str:
    """The one who has an office there by the text or by its date, else the office itself."""
    held = _holder(reading, ledger, owner, role)
    if held is not None:
        return held
    person = reading.lexicon.holder(owner.country or owner.name, role.name, reading.when) if reading.when else None
    if person is not None:
        return ledger.actor(of_person(person, reading.lexicon.post(person, reading.when)))
    name = f"{owner.adjective or owner.name} {words}"
    return ledger.actor(Profile(name, "person", code_of(owner, role), owner.country, role=role.name))


def _of_sort_each(reading: Reading, ledger: Ledger, owners: list[Listed], noun: int) -> list[str]:
    """ "Their armies": the sort of each."""
    for at in range(max(reading.start(noun), noun - 2), noun + 1):
        match = longest(reading.lexicon.sorts, reading.spelt, at, reading.end(at))
        if match and match[0] == noun + 1:
            words = " ".join(reading.parse.text(at, match[0]).split())
            profiles = [profile_of(match[1][0], owner, True, words) for owner in owners]
            return [ledger.actor(profile) for profile in profiles if profile is not None]
    return []


def _owner(reading: Reading, profile: Profile) -> Listed | None:
    """The listed owner; a person's lawmakers are the country's."""
    if profile.kind == "person":
        group = reading.lexicon.groups.get(profile.code or "")
        if group is not None:
            return group
        return reading.lexicon.states.get(profile.country or "")
    listed = reading.lexicon.by_name.get(profile.name)
    country = profile.kind in {"military", "police", "government", "government-body", "opposition"}
    return listed or (reading.lexicon.states.get(profile.country or "") if country else None)


def _sort(reading: Reading, ledger: Ledger, owner: Listed, mention: Mention) -> Mention | None:
    for at in range(mention.first, mention.head + 1):
        match = longest(reading.lexicon.sorts, reading.spelt, at, reading.end(at))
        if match and match[0] > mention.head:
            words = " ".join(reading.parse.text(at, match[0]).split())
            profile = profile_of(match[1][0], owner, True, words)
            if profile is None:
                return None
            actor_id = ledger.actor(profile)
            return ledger.mention(actor_id, mention.first, mention.last, "generic", mention.head)
    return None


def _office(reading: Reading, ledger: Ledger, owner: Listed, first: int, noun: int) -> Mention | None:
    """ "Its spokesman": the office itself, when nobody is known to hold it."""
    for at in range(first + 1, noun + 1):
        match = longest(reading.lexicon.roles, reading.spelt, at, reading.end(at))
        if match and match[0] == noun + 1 and at not in ledger.covered:
            role, words = match[1][0], " ".join(reading.parse.text(at, match[0]).split()).lower()
            if (held := _holder(reading, ledger, owner, role)) is not None:
                return ledger.mention(held, at, noun + 1, "role", noun)
            name = f"{owner.adjective or owner.name} {words}"
            profile = Profile(name, "person", code_of(owner, role), owner.country, role=role.name)
            return ledger.mention(ledger.actor(profile), at, noun + 1, "role", noun)
    return None


def _holder(reading: Reading, ledger: Ledger, owner: Listed, role: Role) -> str | None:
    """The one person named in the text who has that office: "Russia ... its president" in a text on Vladimir Putin."""
    of_state = owner.country or owner.name
    ever = {person.name for person in reading.lexicon.ever(of_state, role.name)}
    named = [k for k, profile in ledger.profiles.items() if profile.kind == "person" and profile.name in ever]
    return named[0] if len(named) == 1 else None


def _coded(reading: Reading, ledger: Ledger, owner: Listed, mention: Mention) -> None:
    """ "Their prime minister, Ali Zeine": a name without a country gets the owner's."""
    known = ledger.profile(mention.actor)
    if known.kind != "person" or known.country is not None:
        return
    match = next((m for at in range(mention.first, mention.last)
                  if (m := longest(reading.lexicon.roles, reading.spelt, at, reading.end(at)))), None)  # fmt: skip
    if match:
        code = code_of(owner, match[1][0])
        ledger.profiles[mention.actor] = msgspec.structs.replace(known, code=code, country=owner.country)
