"""When a text is from, by its own words: a byline or dateline, or two ways of dating one happening.

Nothing is guessed: what the words do not settle stays None, and only bounds are given.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.lexicon.times import TimeLexicon
from sayso.model.document import DateBasis, Section
from sayso.model.flow import FoundPlace, FoundTime, Parse, Word
from sayso.reading.near import inside
from sayso.reading.time.around import head_of, tense
from sayso.reading.time.find import find as find_times
from sayso.reading.time.find import first_date

# A year so far from any real one that what is resolved against it shows its distance.
_PROBE = 3000
_WORD = re.compile(r"\w+\.?|[^\w\s]")
_MAX_BYLINE = 400
_DATELINE_WORDS = 12
_SHORT_BLOCK = 14
_NEAR_SENTENCES = 2
_NEAR_TIMES = 20
_CHILDREN = 40
_DASHES = frozenset({"-", "--", "–", "—", "―", "_", ":", "("})
_STAMPS = frozenset({"published", "updated", "posted", "date", "dated", "filed", "issued"})
_ANOTHER = frozenset({"again", "second", "another", "new", "third", "repeated", "next"})


class Dating(NamedTuple):
    """`published`: ISO or None, how it is known and why. `after`: it is not from before this date."""

    published: str | None
    basis: DateBasis
    why: str | None
    after: str | None = None


class _Plain(NamedTuple):
    """A word of a byline, which is not parsed."""

    text: str
    lower: str
    pos: str = "X"


def publication(
    parse: Parse,
    times: Sequence[FoundTime],
    lexicon: TimeLexicon,
    sections: Sequence[Section] = (),
    places: Sequence[FoundPlace] = (),
) -> Dating:
    """The date the text gives itself. `times`: as found without a publication date; `places` help to see that two
    dates are of one happening."""
    after = bounds(parse, times)
    stamped = _byline(parse, lexicon, sections) or _dateline(parse, times)
    if stamped is not None and (after is None or stamped[:4] >= after[:4]):
        return Dating(stamped, "byline", f"the text is dated {stamped}", after)
    years = dict(_years(parse, times, lexicon, places))
    latest = after[:4] if after else "0000"
    if len(years) == 1:
        (year, why), *_ = years.items()
        if f"{year:04}" >= latest:
            return Dating(f"{year:04}", "text", why, after)
    return Dating(None, "unknown", f"not before {after}, the last date it looks back on" if after else None, after)


def bounds(parse: Parse, times: Sequence[FoundTime]) -> str | None:
    """The latest stated date that the text speaks of as past: it is not from before."""
    past = [
        time.value[:10]
        for time in times
        if time.basis == "stated" and time.type == "DATE" and time.value[:4].isdigit() and _is_past(parse, time)
    ]
    return max(past, default=None)


def _is_past(parse: Parse, time: FoundTime) -> bool:
    if time.relation in ("by", "until", "before"):
        return False
    return time.relation == "since" or tense(parse, head_of(parse, time)) == "past"


def _looks_back(parse: Parse, time: FoundTime) -> bool:
    """Not spoken of as to come; a relative date that counts back is past by itself."""
    return tense(parse, head_of(parse, time)) in ("past", "unknown")


def _byline(parse: Parse, lexicon: TimeLexicon, sections: Sequence[Section]) -> str | None:
    """The first full date of a byline or dateline section."""
    for section in sections:
        if section.kind in ("byline", "dateline"):
            text = parse.document.text[section.start : min(section.end, section.start + _MAX_BYLINE)]
            words = [_Plain(word, word.lower()) for word in _WORD.findall(text)]
            found = first_date(words, lexicon)
            if found is not None:
                return found
    return None


def _dateline(parse: Parse, times: Sequence[FoundTime]) -> str | None:
    """A full date at the head of the body before a dash, or a line that is hardly more than a date."""
    firsts = _block_starts(parse)
    for time in times:
        if time.basis != "stated" or time.precision != "day" or time.type not in ("DATE", "TIME"):
            continue
        block = parse.sentence(time.first).block
        start, stop = firsts[block]
        if time.first - start > _DATELINE_WORDS or block > min(firsts) + 4:
            continue
        if _stamped(parse.words[start:stop], time, start) or _before_dash(parse, time, start, stop):
            return time.value[:10]
    return None


def _block_starts(parse: Parse) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for sentence in parse.sentences:
        first, _ = found.get(sentence.block, (sentence.first, 0))
        found[sentence.block] = first, sentence.last
    return found


def _stamped(words: Sequence[Word], time: FoundTime, start: int) -> bool:
    """ "Published 3 July 2025", or a short line without a verb."""
    if len(words) > _SHORT_BLOCK:
        return False
    labelled = any(word.lower in _STAMPS for word in words[: time.first - start])
    return labelled or not any(word.pos in ("VERB", "AUX") for word in words)


def _before_dash(parse: Parse, time: FoundTime, start: int, stop: int) -> bool:
    before = parse.words[start : time.first]
    if any(word.pos in ("VERB", "AUX") for word in before) or not all(_names_place(word) for word in before):
        return False
    after = parse.words[time.last : min(time.last + 6, stop)]
    return bool(after) and (after[0].text in _DASHES or any(word.text in _DASHES - {"("} for word in after[:6]))


def _names_place(word: Word) -> bool:
    return word.text[:1].isupper() or word.pos in ("PUNCT", "ADP", "DET")


def _years(
    parse: Parse, times: Sequence[FoundTime], lexicon: TimeLexicon, places: Sequence[FoundPlace]
) -> Iterator[tuple[int, str]]:
    """Years of publication that follow from a relative and a stated date of the same happening."""
    stated: dict[int, list[FoundTime]] = {}
    for one in times:
        if one.basis == "stated" and one.value[:4].isdigit() and one.relation == "at":
            stated.setdefault(parse.words[one.first].sentence, []).append(one)
    if not stated:
        return
    probed = find_times(parse, lexicon, f"{_PROBE}")
    relative = [(time, int(time.value[:4]) - _PROBE) for time in probed if _counts_years(time)]
    for time, distance in relative:
        here = parse.words[time.first].sentence
        near = range(here - _NEAR_SENTENCES, here + 1)
        for other in (one for k in near for one in stated.get(k, ())[:_NEAR_TIMES]):
            if _same_happening(parse, time, other, lexicon, places):
                year = int(other.value[:4]) - distance
                yield (
                    year,
                    (
                        f"“{parse.text(time.first, time.last)}” and “{parse.text(other.first, other.last)}” "
                        "date the same happening"
                    ),
                )


def _counts_years(time: FoundTime) -> bool:
    return (
        time.basis == "relative"
        and time.rule not in ("told-offset", "that-unit", "told-shift")
        and time.value[:4].isdigit()
        and abs(int(time.value[:4]) - _PROBE) <= 200
        and int(time.value[:4]) <= _PROBE
    )


def _same_happening(
    parse: Parse, time: FoundTime, other: FoundTime, lexicon: TimeLexicon, places: Sequence[FoundPlace]
) -> bool:
    if _side_by_side(parse, time, other):
        return True
    left, right = parse.words[time.first].sentence, parse.words[other.first].sentence
    if not 0 < left - right <= _NEAR_SENTENCES:
        return False
    kinds = _happenings(parse, time, lexicon) & _happenings(parse, other, lexicon)
    if not kinds or _told_again(parse, left) or not (_looks_back(parse, time) and _looks_back(parse, other)):
        return False
    return bool(_where(parse, left, places) & _where(parse, right, places))


def _side_by_side(parse: Parse, time: FoundTime, other: FoundTime) -> bool:
    """ "last year, in 2021," and "in 2021, a year ago,": one beside the other says the same."""
    first, second = sorted((time, other), key=lambda t: t.first)
    if second.first - first.last > 2:
        return False
    between = parse.words[first.last : second.first]
    if parse.words[first.first].sentence != parse.words[second.first].sentence or not 1 <= len(between) <= 2:
        return False
    return between[0].text in (",", "(", "–", "—") and all(word.text in (",", "(", "in", "–", "—") for word in between)


def _happenings(parse: Parse, time: FoundTime, lexicon: TimeLexicon) -> frozenset[str]:
    """The kinds of happening among the words a time hangs on, up to its verb and that verb's object."""
    kinds: set[str] = set()
    word = parse.words[head_of(parse, time)]
    for _ in range(8):
        if word.head == word.i:
            break
        word = parse.words[word.head]
        kinds.update(_kinds(word, lexicon))
        if word.pos in ("VERB", "AUX"):
            break
    if word.head == word.i and word.pos not in ("VERB", "AUX"):
        # A sentence whose verb the parser took for a noun's modifier ("retook control" as one noun phrase).
        kinds.update(
            kind for child in parse.children[word.i][:_CHILDREN] for kind in _kinds(parse.words[child], lexicon)
        )
    return frozenset(kinds)


def _kinds(word: Word, lexicon: TimeLexicon) -> list[str]:
    return [kind for form in (word.lemma, word.lower) if (kind := lexicon.happenings.get(form))]


def _told_again(parse: Parse, sentence: int) -> bool:
    """ "again", "another": a second happening of the kind."""
    found = parse.sentences[sentence]
    return any(word.lower in _ANOTHER for word in parse.words[found.first : found.last])


def _where(parse: Parse, sentence: int, places: Sequence[FoundPlace]) -> frozenset[str]:
    """Countries and names that a sentence speaks of."""
    found = parse.sentences[sentence]
    names = {word.lemma for word in parse.words[found.first : found.last] if word.pos == "PROPN"}
    countries = {place.country for place in inside(found, places) if place.country}
    return frozenset(names | countries)
