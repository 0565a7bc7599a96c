"""What each account tells of an incident: its sentences with a toll, and those around them that mean the same."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from sayso.comparing.counts import takes_land
from sayso.comparing.dates import own_date
from sayso.comparing.incidents.lines import Line, lines
from sayso.comparing.incidents.names import WORD, Named, named, skeleton, words_that_are_no_names
from sayso.comparing.tolls import Toll
from sayso.comparing.view import Told, stems
from sayso.comparing.when import EARLIEST, LATEST, Interval, last_day
from sayso.lexicon.files import entries
from sayso.lexicon.gazetteer import PlaceEntry
from sayso.lexicon.incidents import IncidentLexicon
from sayso.lexicon.numbers import NumberLexicon
from sayso.model.record import Place, Record
from sayso.model.span import Span

REAL: Final = frozenset({"happened", "claimed", "denied"})
HARM: Final = ("killed", "casualties", "wounded")
_NOT_PLACES: Final = frozenset({
    "state", "media", "ngo", "igo", "armed-group", "military", "people", "party", "government", "police", "opposition",
})  # fmt: skip
_BACK: Final = dt.timedelta(days=7)  # how long before an account an event may be that it does not date


class Telling(msgspec.Struct, frozen=True):
    """One sentence and its claims. `days`: None where nothing dates it; `dated`: the sentence itself does."""

    sentence: Span
    claims: tuple[Told, ...]
    tolls: tuple[Toll, ...]
    parts: tuple[Toll, ...]
    names: Named
    days: Interval | None
    means: frozenset[str]
    sites: frozenset[str]
    words: frozenset[str]
    spots: tuple[tuple[float, float], ...]

    @property
    def dated(self) -> bool:
        """Whether its own words give a day, or a stretch of days."""
        return self.days is not None and self.days.stated


class Incident(msgspec.Struct, frozen=True):
    """What one account tells of one incident, in the order of its text.

    `around`: places named nearby. `days`: every single day that the account states.
    """

    document: str
    tellings: tuple[Telling, ...]
    around: Named
    published: dt.date | None
    days: frozenset[dt.date]

    @property
    def claims(self) -> tuple[Told, ...]:
        """Every claim of it."""
        return tuple(one for telling in self.tellings for one in telling.claims)


def incidents(
    told: Sequence[Told], records: Sequence[Record], lexicon: IncidentLexicon, numbers: NumberLexicon
) -> tuple[Incident, ...]:
    """The incidents with a toll of every record, in order."""
    by_record: dict[int, list[Told]] = {}
    for one in told:
        if one.claim.event.plover == "ASSAULT" and one.claim.status in REAL and not takes_land(one):
            by_record.setdefault(one.record, []).append(one)
    found: list[Incident] = []
    for index, claims in by_record.items():
        found.extend(_of_record(records[index], lines(records[index], claims, numbers), lexicon))
    return tuple(found)


def _of_record(record: Record, found: Sequence[Line], lexicon: IncidentLexicon) -> list[Incident]:
    if not any(harmed(one.tolls) for one in found):
        return []
    skip = _other_names(record)
    tellings = _dated(_names_in_headlines([_telling(one, lexicon, skip) for one in found]))
    published = own_date(record) or last_day(record.document.published)
    around = _around(record, lexicon, skip)
    groups = (group for group in _grouped(tellings) if any(one.claims for one in group))
    days = frozenset(one.days.first for one in tellings if one.days and one.dated and one.days.precision == "day")
    return [Incident(record.document.id, tuple(group), around, published, days) for group in groups]


def _telling(line: Line, lexicon: IncidentLexicon, skip: frozenset[str]) -> Telling:
    """A sentence as it is compared; what has no place or means of its own has those of the sentence before."""
    text, claims = line.sentence.text, line.claims
    names = named(text, lexicon, skip) | _placed(claims)
    for before in reversed(line.before if line.tolls else ()):
        names = names if names.all else named(before, lexicon, skip)
    means = _means(text, lexicon)
    for before in reversed(line.before if line.tolls else ()):
        means = means or _means(before, lexicon)
    return Telling(
        sentence=line.sentence,
        claims=claims,
        tolls=line.tolls,
        parts=line.parts,
        names=names,
        days=_days(claims),
        means=means,
        sites=frozenset(entry.id for entry in lexicon.sites.all(_lower(text))),
        words=stems(text),
        spots=tuple(
            (place.lat, place.lon) for place in _towns(claims) if place.lat is not None and place.lon is not None
        ),
    )


def _lower(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def _means(text: str, lexicon: IncidentLexicon) -> frozenset[str]:
    return frozenset(kind for entry in lexicon.means.all(_lower(text)) for kind in (entry.also or (entry.id,)))


def _placed(claims: Sequence[Told]) -> Named:
    return Named(middle=frozenset(skeleton(place.name) for place in _towns(claims)))


def _towns(claims: Sequence[Told]) -> list[Place]:
    """The towns where the claims themselves are placed."""
    places = [one.claim.place for one in claims if one.claim.place]
    return [place for place in places if place.lat is not None and place.name.lower() not in _wide()]


@lru_cache(maxsize=1)
def _wide() -> frozenset[str]:
    """Names of countries and regions, in lower case: too wide for their middle to tell where something was."""
    return frozenset(name.lower() for entry in entries("places", PlaceEntry) for name in (entry.name, *entry.aka))


def _days(claims: Sequence[Told]) -> Interval | None:
    """When the sentence puts it: the first stretch of days its words state."""
    stated = [one.when for one in claims if one.when.stated and (one.when.first > EARLIEST or one.when.last < LATEST)]
    exact = [when for when in stated if when.precision == "day"]
    return next(iter(exact or stated), None)


def _other_names(record: Record) -> frozenset[str]:
    """Words, in lower case, that are no names, or names of other things than places within a country."""
    words = set(words_that_are_no_names(record.document.text or ""))
    for actor in record.actors:
        if actor.kind in _NOT_PLACES or (actor.kind == "person" and actor.code):
            mentions = (span.text for span in actor.mentions if span.text[:3] == actor.name[:3])
            for text in (actor.name, *mentions):
                words.update(word.lower() for word in WORD.findall(text))
    return frozenset(words)


def _names_in_headlines(tellings: Sequence[Telling]) -> list[Telling]:
    """In a line of capitals those names are places that the other sentences name as places."""
    body = frozenset().union(*(one.names.all for one in tellings))
    return [msgspec.structs.replace(one, names=one.names.known(body)) if one.names.loose else one for one in tellings]


def _dated(tellings: Sequence[Telling]) -> list[Telling]:
    """A sentence that gives no day goes on about the one given last; that is no statement of its own."""
    found: list[Telling] = []
    last: Interval | None = None
    for one in tellings:
        last = one.days if one.days and one.days.precision == "day" else last
        inherited = msgspec.structs.replace(last, stated=False) if last and not one.days else one.days
        found.append(msgspec.structs.replace(one, days=inherited))
    return found


def _around(record: Record, lexicon: IncidentLexicon, skip: frozenset[str]) -> Named:
    """The places that the beginning of a text names."""
    text = (record.document.text or "")[:900]
    return named(text, lexicon, skip)


def _grouped(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Sentences of one account that tell one incident; only incidents with a toll."""
    groups: list[list[Telling]] = []
    last: list[Telling] | None = None
    for one in tellings:
        group = next((group for group in groups if _same(group, one)), None)
        if group is None and last is not None and _is_more(last, one):
            group = last
        if group is not None:
            group.append(one)
        elif harmed(one.tolls):
            groups.append(group := [one])
        last = group
    return groups


def _is_more(group: Sequence[Telling], one: Telling) -> bool:
    """A sentence without a toll that goes on about it, or one that tells how its toll has changed."""
    if any(toll.rising for toll in one.tolls):
        return not any(_elsewhere(telling, one) for telling in group)
    return not harmed(one.tolls) and _goes_on(group, one)


def harmed(tolls: Iterable[Toll]) -> tuple[Toll, ...]:
    """The tolls of dead, else of casualties, else of wounded."""
    found = tuple(tolls)
    for what in HARM:
        mine = tuple(toll for toll in found if toll.what == what)
        if mine:
            return mine
    return ()


def _same(group: Sequence[Telling], one: Telling) -> bool:
    """The same toll of the same kind again, of no other place or day."""
    mine = {key for telling in group for key in _values(telling)}
    return bool(mine & _values(one)) and not any(_elsewhere(telling, one) for telling in group)


def _values(telling: Telling) -> set[tuple[str, int | None]]:
    return {(toll.what, toll.low or toll.high) for toll in (*harmed(telling.tolls), *telling.parts)}


def _goes_on(group: Sequence[Telling], one: Telling) -> bool:
    """A sentence behind that speaks of the same means or place, and of no other place or day."""
    if any(_elsewhere(telling, one) for telling in group):
        return False
    means = frozenset().union(*(telling.means for telling in group))
    names = frozenset().union(*(telling.names.all for telling in group))
    return bool(means & one.means or names & one.names.fine)


def _elsewhere(a: Telling, b: Telling) -> bool:
    """Whether the words put two sentences of one account at different places or days."""
    if a.dated and b.dated and a.days and b.days and (a.days.first > b.days.last or b.days.first > a.days.last):
        return True
    return bool(a.names.fine and b.names.fine) and not a.names.all & b.names.all
