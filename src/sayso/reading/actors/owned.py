"""What belongs to whoever a pronoun means: "its army", "his lawmakers", "its spokesman", "their prime minister"."""

import msgspec

from sayso.lexicon.actors import Listed, Role
from sayso.model.flow import Mention
from sayso.reading.actors.groups import profile_of
from sayso.reading.actors.ledger import Ledger, Profile
from sayso.reading.actors.names import longest
from sayso.reading.actors.offices import code_of
from sayso.reading.actors.reading import Reading


def own(reading: Reading, ledger: Ledger, pronoun: Mention) -> Mention | None:
    """The sort or office behind a possessive pronoun, now that its owner is known."""
    owner = None if pronoun.also else _owner(reading, ledger.profile(pronoun.actor))
    noun = reading.words[pronoun.head].head
    if owner is None or noun <= pronoun.head or noun - pronoun.head > 8:
        return None
    mention = ledger.mentions.get(noun)
    if mention is None:
        return _office(reading, ledger, owner, pronoun.head, noun)
    if mention.how == "generic" and mention.first > pronoun.head:
        return _sort(reading, ledger, owner, mention)
    if mention.how == "role":
        _coded(reading, ledger, owner, mention)
    return None


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
