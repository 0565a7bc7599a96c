"""The country that a text is written from: what its author calls himself, where it appears, its dateline."""

from collections import Counter

from sayso.lexicon.actors import Listed, tokens_of
from sayso.reading.actors.names import longest
from sayso.reading.actors.reading import Country, Reading, Whence

_OURS = frozenset({"our", "this"})
_WE = frozenset({"we", "us"})
_DATELINE_WORDS = 30
_LONGEST_DATELINE = 120
_AFTER_PLACE = frozenset({":", "--", "—", "–", "(", ".-", "-", ",", "/", "."})
_BODIES = frozenset({"parliament", "military", "police"})


def base(reading: Reading, country_of: Country | None = None) -> tuple[Listed | None, Whence]:
    """The state whose "we" an author's is, where the text or its outlet tells, and by what it tells.

    Bare words ("the government") of an author who says "our army" are his own state's.
    """
    ours = "our" in reading.spelt
    whence: Whence = "author"
    found = _self_named(reading) or (_own_minister(reading) if ours else None)
    if found is None:
        whence, found = "outlet", _of_source(reading, country_of)
    if found is None:
        whence, found = "dateline", _cut(reading, country_of)
    if found is None:
        whence, found = "first words", _dateline(reading)
    if found is None and (ours or "this" in reading.spelt) and _speaks_for_country(reading):
        whence, found = "author", _of_bodies(reading)
    return (reading.lexicon.states.get(found) if found else None), whence


def _self_named(reading: Reading) -> str | None:
    """ "We Peruvians", "as Peruvians", "Diana Ruiz, our foreign minister": by the words of the author."""
    for hit in reading.hits:
        before = reading.before(hit.first)
        if before is None or hit.named.actor.kind != "state":
            continue
        if hit.named.use == "people" and (before.lower in _WE or _as(reading, hit.first)):
            return hit.named.actor.country
        if before.text == "," and _our_country(reading, before.i) and hit.named.use == "name":
            return hit.named.actor.country
    return None


def _as(reading: Reading, i: int) -> bool:
    """Whether "as" in front begins the sentence or an aside: "As Peruvians, we ..."."""
    before = reading.before(i)
    if before is None or before.lower != "as":
        return False
    end = min(reading.end(i), i + 8)
    return any(reading.words[k].lower in _WE for k in range(i + 1, end))


def _own_minister(reading: Reading) -> str | None:
    """ "Ruiz, our foreign minister", "our president, Diana Ruiz": the country of a listed person so called."""
    for word in reading.words:
        if word.lower != "our":
            continue
        role = longest(reading.lexicon.roles, reading.spelt, word.i + 1, reading.end(word.i))
        if role is None:
            continue
        near = [word.i - 2] if word.i >= 2 and reading.words[word.i - 1].text == "," else []
        near += [k for k in (role[0], role[0] + 1, role[0] + 2) if k < reading.end(word.i)]
        for k in near:
            known = {person.country for person in reading.lexicon.shorts.get(reading.spelt[k], ())}
            if reading.words[k].pos == "PROPN" and len(known) == 1:
                return known.pop()
    return None


def _our_country(reading: Reading, comma: int) -> bool:
    first = max(reading.start(comma), comma - 2)
    return reading.spelt[first:comma] in (["our", "country"], ["our", "nation"], ["our", "republic"])


def _of_source(reading: Reading, country_of: Country | None) -> str | None:
    """ "The Lima Gazette", "Peru Today": the state or seat in the outlet's name, else its largest town."""
    source = (reading.parse.document.source or "").partition("(")[0]
    if not source or len(source) > 200:
        return None
    spelt = tokens_of(source)
    for i in range(len(spelt)):
        match = longest(reading.lexicon.names, spelt, i, len(spelt))
        if match and (country := match[1][0].actor.country) and match[1][0].proper:
            return country
    words = [word for word in source.replace("-", " ").split() if word[:1].isupper()]
    told = {hit.named.actor.country for hit in reading.hits}
    for name in (" ".join(words[i : i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1)):
        country = country_of(name) if country_of else None
        if country is not None and country in told:
            return country
    return None


def _dateline(reading: Reading) -> str | None:
    """ "LIMA (Agency) --", "CARACAS.-": the capital in capitals that a text begins with."""
    words = reading.words
    for hit in reading.hits:
        if hit.first > _DATELINE_WORDS:
            return None
        if hit.named.use == "seat" and words[hit.first].text.isupper() and hit.first == reading.start(hit.first):
            after = words[hit.last].text if hit.last < len(words) else ""
            if after[:1] in _AFTER_PLACE or words[hit.last - 1].text.endswith((".-", ":")):
                return hit.named.actor.country
    return None


def _cut(reading: Reading, country_of: Country | None) -> str | None:
    """ "KYIV, May 4 (Agency) - ", "GOMA, Congo": the dateline that was cut off the words of the first sentence.

    A state named in it counts first, then a listed seat, then the largest town of that name.
    """
    body = next((s for s in reading.parse.sentences if s.section == "body"), None)
    if body is None:
        return None
    text, start = reading.parse.document.text, reading.words[body.first].start
    line = text[max(start - _LONGEST_DATELINE, text.rfind("\n", 0, start) + 1) : start]
    place = line.partition("(")[0].strip(" \t-–—:.")
    if not place[:1].isupper() or "/" in place:
        return None
    spelt = tokens_of(place)
    hits = [m[1][0] for i in range(len(spelt)) if (m := longest(reading.lexicon.names, spelt, i, len(spelt)))]
    states = [hit.actor.country for hit in hits if hit.actor.kind == "state"]
    named = [hit.actor.country for hit in hits if hit.actor.kind == "state" and hit.use == "name"]
    town = place.partition(",")[0].strip()
    return next(iter(named or states), None) or (country_of(town.title()) if country_of else None)


def _speaks_for_country(reading: Reading) -> bool:
    """Whether an author tells of "our" army, government or ministers."""
    national = reading.lexicon.words("national")
    return any(
        word.lower in _OURS and word.i + 1 < len(reading.words)
        and any(reading.words[k].lower in national for k in range(word.i + 1, min(reading.end(word.i), word.i + 4)))
        for word in reading.words
    )  # fmt: skip


def _of_bodies(reading: Reading) -> str | None:
    """The country whose parliament and armed forces are named without saying whose: one country's, or two of one's."""
    bodies = {hit.named.actor for hit in reading.hits if hit.named.actor.kind in _BODIES and hit.named.actor.country}
    counts = Counter(body.country for body in bodies).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return counts[0][0]
