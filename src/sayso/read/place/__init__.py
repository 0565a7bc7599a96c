"""Parse → places: names of the gazetteer, and where each event happened."""

from collections.abc import Iterator, Sequence

from sayso.lexicon.gazetteer import Gazetteer, Site
from sayso.model.flow import FoundPlace, Parse, Word
from sayso.model.record import Place

WHERE = frozenset({"in", "at", "near", "on", "outside", "inside", "around", "across", "throughout", "over", "off",
                   "toward", "towards", "within", "along", "into"})  # fmt: skip
TAKES_PLACES = frozenset({"GPE", "LOC", "FAC", ""})
UP = 4


def find(parse: Parse, gazetteer: Gazetteer) -> tuple[FoundPlace, ...]:
    """The places named in the text, in order; a name of several places goes to the country the text speaks of."""
    spelt = list(_spelt(parse, gazetteer))
    spoken: set[str | None] = {sites[0].country for _, _, sites in spelt if sites[0].state and sites[0].country}
    return tuple(_found(parse, first, last, _choose(sites, spoken)) for first, last, sites in spelt)


def event_place(parse: Parse, places: Sequence[FoundPlace], head: int, parties: Sequence[int]) -> Place | None:
    """Where the event at word `head` happened: a place after "in", "at", "near" ... that hangs on it; else None.

    `parties`: head words of the event's parties, which are not its place.
    """
    sentence = parse.sentence(head)
    near = [p for p in places if sentence.first <= p.first < sentence.last and p.head not in parties]
    hanging = [p for p in near if _hangs(parse, p, head)]
    if not hanging:
        return None
    chosen = min(hanging, key=lambda p: (abs(p.head - head), p.first))
    return Place(
        name=chosen.name, country=chosen.country, lat=chosen.lat, lon=chosen.lon,
        span=parse.span(chosen.first, chosen.last),
    )  # fmt: skip


def _spelt(parse: Parse, gazetteer: Gazetteer) -> Iterator[tuple[int, int, tuple[Site, ...]]]:
    i = 0
    while i < len(parse.words):
        word = parse.words[i]
        reach = gazetteer.longest(word.text) if word.text[:1].isupper() else 0
        last = min(i + reach, parse.sentence(i).last)
        step = next((k for k in range(last, i, -1) if _is_place(parse, gazetteer, i, k)), None)
        if step is None:
            i += 1
            continue
        yield i, step, gazetteer.sites(_name(parse.words[i:step]))
        i = step


def _is_place(parse: Parse, gazetteer: Gazetteer, first: int, last: int) -> bool:
    sites = gazetteer.sites(_name(parse.words[first:last]))
    if not sites:
        return False
    head = parse.words[last - 1]
    # A city of small fame is believed only where the parser, too, sees a place.
    if head.ent not in TAKES_PLACES and not _after_where(parse, first):
        return False
    part_of_name = head.dep == "compound" and parse.words[head.head].pos == "PROPN" and head.ent not in ("GPE", "LOC")
    return not part_of_name and (head.ent in ("GPE", "LOC") or _after_where(parse, first))


def _after_where(parse: Parse, first: int) -> bool:
    before = parse.words[first - 1] if first > parse.sentence(first).first else None
    if before is not None and before.lower == "the" and first - 1 > parse.sentence(first).first:
        before = parse.words[first - 2]
    return before is not None and before.lower in WHERE


def _name(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).replace(" - ", "-")


def _choose(sites: tuple[Site, ...], spoken: set[str | None]) -> Site:
    return next((site for site in sites if site.country in spoken), sites[0])


def _found(parse: Parse, first: int, last: int, site: Site) -> FoundPlace:
    inside = range(first, last)
    head = next((i for i in inside if parse.words[i].head not in inside), last - 1)
    return FoundPlace(first, last, head, site.name, site.country, site.lat, site.lon, "gazetteer")


def _hangs(parse: Parse, place: FoundPlace, head: int) -> bool:
    """Whether a chain of at most a few steps, the first of them "in" or the like, leads from the place to the event."""
    preposition = parse.words[place.head].head
    if parse.words[preposition].lower not in WHERE:
        return False
    i = preposition
    for _ in range(UP):
        above = parse.words[i].head
        if above == head:
            return True
        if above == i or parse.words[above].pos in ("VERB", "AUX"):
            return False
        i = above
    return False
