"""Parse → who is spoken of: listed and unlisted actors, every mention of them, and the party of any noun."""

from sayso.lexicon.actors import ActorLexicon, plain
from sayso.model.flow import ActorTable, Parse
from sayso.reading.actors import anaphora, groups, names, offices, organisations, outlet, people, seats
from sayso.reading.actors.ledger import Ledger, Profile, of_listed
from sayso.reading.actors.names import Hit
from sayso.reading.actors.parties import each, parties, party
from sayso.reading.actors.reading import Country, Reading

_OWN_BODIES = frozenset({"government-body", "military", "police", "parliament", "court", "intelligence"})

_NATIONAL = {"Red Cross": "NGO", "UN Security Council": "GOV"}

__all__ = ["each", "find", "parties", "party"]


def find(parse: Parse, lexicon: ActorLexicon, when: str | None = None, country_of: Country | None = None) -> ActorTable:
    """The actors of a document. `when`: ISO date of any precision at which offices are looked up, if known.

    `country_of`: the country of a town, for "a judge in Lyon" and for outlets that are named after one.
    """
    spelt = names.keys(parse)
    reading = Reading(parse, lexicon, spelt, when, names.find(parse, lexicon, spelt), country_of)
    reading.settle(*outlet.base(reading, country_of))
    ledger = Ledger(parse)
    for hit in reading.hits:
        _listed(reading, ledger, hit)
    _people(reading, ledger)
    groups.sorts(reading, ledger)
    organisations.enter(reading, ledger)
    organisations.acronyms(reading, ledger)
    anaphora.resolve(reading, ledger)
    return ledger.table(of_listed(reading.base) if reading.base else None)


def _listed(reading: Reading, ledger: Ledger, hit: Hit) -> None:
    actor, use = hit.named.actor, hit.named.use
    if use == "seat" and seats.is_place(reading, hit):
        place = Profile(reading.parse.text(hit.first, hit.last), "place", None, actor.country)
        ledger.mention(ledger.actor(place), hit.first, hit.last, "name")
        return
    if use == "people" and actor.kind == "state" and not _the(reading, hit):
        people_of = Profile(reading.parse.text(hit.first, hit.last), "people", actor.code, actor.country)
        ledger.mention(ledger.actor(people_of), hit.first, hit.last, "name")
        return
    if use == "seat" and seats.is_venue(reading, hit):
        venue = Profile(reading.parse.text(hit.first, hit.last), "place")
        ledger.mention(ledger.actor(venue), hit.first, hit.last, "adjective")
        return
    actor_id = ledger.actor(_our_own(reading, hit) or _national(reading, hit) or of_listed(actor))
    if use == "adjective" or seats.is_modifier(reading, hit):
        ledger.mention(actor_id, hit.first, hit.last, "adjective")
        return
    ledger.mention(actor_id, hit.first, hit.last, "name")


def _our_own(reading: Reading, hit: Hit) -> Profile | None:
    """ "Our Justice Department" of who writes in Manila is not the American one."""
    actor, base, before = hit.named.actor, reading.base, reading.before(hit.first)
    if base is None or before is None or before.lower != "our" or actor.kind not in _OWN_BODIES:
        return None
    if actor.country in (None, base.country):
        return None
    words = reading.parse.text(hit.first, hit.last)
    suffix = (actor.code or "").removeprefix(actor.country or "")
    name = f"{base.adjective or base.name} {words}"
    return Profile(name, actor.kind, f"{base.code or base.country}{suffix}", base.country)


def _national(reading: Reading, hit: Hit) -> Profile | None:
    """ "The Turkish Red Crescent", "Russia's Security Council": a state's own, by a name that the world's has too."""
    actor, suffix = hit.named.actor, _NATIONAL.get(hit.named.actor.name)
    if suffix is None or hit.first == reading.start(hit.first):
        return None
    at = hit.first - (2 if reading.words[hit.first - 1].tag == "POS" else 1)
    owner = reading.named.get(at)
    if owner is None or owner.named.actor.kind not in {"state", "territory", "people"} or owner.first >= hit.first:
        return None
    if owner.named.use == "name" and reading.words[hit.first - 1].tag != "POS":
        return None
    listed, words = owner.named.actor, reading.parse.text(hit.first, hit.last)
    return Profile(f"{listed.adjective or listed.name} {words}", actor.kind if suffix == "NGO" else "government-body",
                   f"{listed.code or listed.country}{suffix}", listed.country)  # fmt: skip


def _the(reading: Reading, hit: Hit) -> bool:
    """ "The Russians" may be the state; "thousands of Russians", "two Russians" are people."""
    before = reading.before(hit.first)
    return before is not None and before.lower == "the"


def _people(reading: Reading, ledger: Ledger) -> None:
    roll = people.find(reading)
    used = offices.enter_all(reading, ledger, roll, offices.find(reading, roll))
    for name in roll.at.values():
        if name.first not in used:
            owner = reading.owner_left(name.first)
            titled = owner is not None and owner.named.use == "adjective" and owner.last == name.first
            country = owner.named.actor.country if owner and titled else None
            if country is None and name.listed is None and (beside := people.background(reading, name)):
                country = beside.country
            actor_id = people.enter(reading, ledger, roll, name, country, country)
            ledger.mention(actor_id, name.first, name.last, "name")


def first_person(parse: Parse, i: int) -> bool:
    """Whether word `i` is "we", "our", "I" ...: whose side that is, the caller knows from the quotation."""
    return plain(parse.words[i].text) in {"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"}
