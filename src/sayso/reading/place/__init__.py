"""Parse → places: names of the gazetteer, and where each event happened."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from sayso.lexicon.gazetteer import Gazetteer, Site
from sayso.model.flow import FoundPlace, Parse, Word
from sayso.model.record import Place
from sayso.reading.near import inside

# Prepositions of place; "to" and "from" lead elsewhere, "over" and "against" name a cause or an enemy.
_WHERE = frozenset({
    "in", "at", "near", "on", "outside", "inside", "around", "across", "throughout", "off", "within", "along",
    "into", "beside", "opposite",
})  # fmt: skip
_LEADS = _WHERE | {"from", "to", "toward", "towards", "of", "through", "via", "between"}
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOT_PLACES = frozenset(
    {"PERSON", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "WORK_OF_ART"}
)
_TOWN = 100_000
_UP = 5
# How much smaller a town may be than its namesake and still be meant when the text names its country.
_FAME = 30


class _Spelt(NamedTuple):
    first: int
    last: int
    sites: tuple[Site, ...]


def find(parse: Parse, gazetteer: Gazetteer) -> tuple[FoundPlace, ...]:
    """The places named in the text, in order.

    A name of several places goes to the one in a country that the text names, else to the one told by a country
    right after it ("Paris, Texas"), else to the largest.
    """
    spelt = list(_spelt(parse, gazetteer))
    spoken = {one.sites[0].country for one in spelt if one.sites[0].own and one.sites[0].country}
    return tuple(
        _found(parse, one, _choose(parse, one, spelt[k + 1] if k + 1 < len(spelt) else None, spoken))
        for k, one in enumerate(spelt)
    )


def event_place(parse: Parse, places: Sequence[FoundPlace], head: int, parties: Sequence[int]) -> Place | None:
    """Where the event at word `head` happened: a place after "in", "at", "near" ... that hangs on it; else None.

    `places`: in text order. `parties`: head words of the event's parties, which are not its place.
    """
    sentence = parse.sentence(head)
    near = [p for p in inside(sentence, places) if p.head not in parties]
    hanging = [(steps, p) for p in near if (steps := _hangs(parse, p, head)) is not None]
    if not hanging:
        return None
    _, chosen = min(hanging, key=lambda each: (each[0], abs(each[1].head - head)))
    return Place(
        name=chosen.name, country=chosen.country, lat=chosen.lat, lon=chosen.lon,
        span=parse.span(chosen.first, chosen.last),
    )  # fmt: skip


def _spelt(parse: Parse, gazetteer: Gazetteer) -> Iterator[_Spelt]:
    i, words = 0, parse.words
    while i < len(words):
        word = words[i]
        reach = gazetteer.longest(word.text) if word.text[:1].isupper() else 0
        found = _longest(parse, gazetteer, i, min(i + reach, parse.sentence(i).last)) if reach else None
        if found is None:
            i += 1
        else:
            yield found
            i = found.last


def _longest(parse: Parse, gazetteer: Gazetteer, first: int, most: int) -> _Spelt | None:
    for last in range(most, first, -1):
        name = " ".join(word.text for word in parse.words[first:last])
        sites = gazetteer.sites(name)
        if sites and _is_place(parse, gazetteer, sites, first, last):
            return _Spelt(first, last, sites)
    return None


def _is_place(parse: Parse, gazetteer: Gazetteer, sites: tuple[Site, ...], first: int, last: int) -> bool:
    """Whether the words name a place here: what is spelt like a small town needs the parser's word or a preposition."""
    head = parse.words[last - 1]
    mistaken = head.ent == "PERSON" and sites[0].own and _before(parse, first) in _LEADS
    if parse.words[first].tag == "PRP" or _of_longer_name(parse, first, last):
        return False
    if head.ent in _NOT_PLACES and not mistaken:
        return False
    after = _before(parse, first) in _WHERE
    if sites[0].own:
        return (
            mistaken
            or head.ent in _PLACES
            or head.ent == ""
            or after
            or head.dep in ("nsubj", "nsubjpass", "pobj", "dobj")
        )
    if parse.text(first, last) in gazetteer.ordinary:
        return after and head.ent in _PLACES
    if sites[0].weight < _TOWN:
        return head.ent in _PLACES and _before(parse, first) in _LEADS
    if head.ent in _PLACES:
        return True
    return _before(parse, first) in _LEADS and head.pos == "PROPN" and head.ent != "ORG"


def _of_longer_name(parse: Parse, first: int, last: int) -> bool:
    """ "Sydney" in "Sydney Smith", "Washington" in "George Washington": names that go on before or after."""
    head = parse.words[last - 1]
    if last < len(parse.words):
        following = parse.words[last]
        if (
            following.pos == "PROPN"
            and following.ent == head.ent
            and head.ent in ("PERSON", "ORG")
            and not following.ent_start
        ):
            return True
    if first == parse.sentence(first).first:
        return False
    before = parse.words[first - 1]
    joined = bool(head.ent) and before.ent == head.ent and not parse.words[first].ent_start
    return joined and before.pos == "PROPN" and before.text not in ("The", "the")


def _before(parse: Parse, first: int) -> str:
    """The word before a place, behind articles and "the city of"."""
    start = parse.sentence(first).first
    i = first - 1
    while i > start and parse.words[i].pos in ("DET", "ADJ"):
        i -= 1
    return parse.words[i].lower if i >= start else ""


def _choose(parse: Parse, one: _Spelt, after: _Spelt | None, spoken: Set[str]) -> Site:
    if after is not None and after.first == one.last + 1 and parse.words[one.last].text in (",", "("):
        wider = {site.country for site in after.sites[:1]}
        told = next((site for site in one.sites if site.country in wider and site.name != after.sites[0].name), None)
        if told is not None:
            return told
    if one.sites[0].own:
        return one.sites[0]
    least = one.sites[0].weight / _FAME
    return next((site for site in one.sites if site.country in spoken and site.weight >= least), one.sites[0])


def _found(parse: Parse, one: _Spelt, site: Site) -> FoundPlace:
    inside = range(one.first, one.last)
    head = next((i for i in inside if parse.words[i].head not in inside), one.last - 1)
    rule = "own" if site.own else "city"
    return FoundPlace(one.first, one.last, head, site.name, site.country, site.lat, site.lon, rule)


def _hangs(parse: Parse, place: FoundPlace, head: int) -> int | None:
    """How many steps lead from the place over "in" or the like to the event; None when none do."""
    preposition = _preposition(parse, parse.words[place.head])
    if preposition is None or preposition.lower not in _WHERE:
        return None
    word, nouns = preposition, 0
    for steps in range(1, _UP + 1):
        above = parse.words[word.head]
        if above.i == word.i:
            return None
        if above.i == head:
            return steps
        if above.pos in ("VERB", "AUX"):
            return steps + 1 if _carried(parse, head, above) else None
        nouns += above.pos in ("NOUN", "PROPN")
        if nouns > 1:
            return None
        word = above
    return None


def _preposition(parse: Parse, word: Word) -> Word | None:
    """The preposition above a place: over "the city of", names joined by "and", a place after a comma."""
    for _ in range(3):
        above = parse.words[word.head]
        if above.i == word.i:
            return None
        if above.pos in ("ADP", "SCONJ") and above.lower != "of":
            return above
        if word.dep not in ("conj", "appos", "compound", "nmod", "poss", "pobj", "prep"):
            return None
        word = above
    return None


def _carried(parse: Parse, head: int, verb: Word) -> bool:
    """An event noun that is the subject or object of the verb happened where the verb did."""
    word = parse.words[head]
    return word.head == verb.i and word.pos == "NOUN" and word.dep in ("dobj", "nsubj", "nsubjpass")
