"""Tolls: how many were killed, wounded, arrested ..., each with its bound, whom it counts and over what."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from sayso.comparing.quantities import WORD, Quantity, quantities
from sayso.lexicon.numbers import NumberEntry, NumberLexicon
from sayso.model.comparison import Bound
from sayso.model.span import Span

_REACH: Final = 8  # words between a number and the toll word after it
_FAR: Final = 16  # the same where "were", "have been" or the like stands before it
_STOPS: Final = frozenset(';:.!?"“”()')
_PASSIVE: Final = frozenset(("was", "were", "been", "being", "are", "is", "reportedly", "also", "feared", "confirmed"))
_MONTH_DAYS: Final = range(1, 32)
_YEARS: Final = range(1900, 2101)
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
Mark = tuple[int, int, NumberEntry]


class Toll(msgspec.Struct, frozen=True):
    """One count in a text. `low`/`high` None: open. `rising`: the words say that it replaced an earlier count."""

    what: str
    low: int | None
    high: int | None
    bound: Bound
    scope: str
    span: Span
    rising: bool = False


def find(span: Span, lexicon: NumberLexicon, *, parts: bool = False) -> tuple[Toll, ...]:
    """All tolls in a span of a document (a sentence or a few), in order; with `parts` only those of a part of another.

    "Nine people were killed, among them two children" has the toll nine, and the part two.
    """
    places = [(match.start(), match.end()) for match in WORD.finditer(span.text)]
    words = [span.text[start:end].lower() for start, end in places]
    marks = list(_marks(words, lexicon))
    if not marks:
        return ()
    amounts = [quantity for quantity in quantities(words, lexicon) if _counts(words, quantity, lexicon)]
    scopes, rising = list(_scopes(words, lexicon)), any(lexicon.kinds["rising"].at(words, i) for i in range(len(words)))
    found: list[Toll] = []
    for quantity in amounts:
        if _is_subset(words, quantity, lexicon) != parts:
            continue
        mark = _mark_of(words, quantity, amounts, marks, lexicon)
        if mark is None:
            continue
        group = _group(words, quantity, lexicon)
        scope = next((name for at, name in scopes if _scoped(at, quantity, amounts)), "")
        over = ", ".join(part for part in (scope, group) if part) or "event"
        cut = span.part(places[quantity.first][0], places[quantity.last - 1][1])
        found.append(Toll(mark.id, quantity.low, quantity.high, quantity.bound, over, cut, rising))
    return tuple(found)


def preliminary(text: str, lexicon: NumberLexicon) -> bool:
    """Whether a text says that its count is not the last: "the toll could rise"."""
    words = [match.group().lower() for match in WORD.finditer(text)]
    return bool(lexicon.kinds["preliminary"].all(words))


def _counts(words: Sequence[str], quantity: Quantity, lexicon: NumberLexicon) -> bool:
    """Whether the number can count people: no date, distance, age, or number of things."""
    first, last = quantity.first, quantity.last
    ahead = lexicon.not_before.before(words, first)
    if (ahead and not lexicon.kinds["toll"].before(words, ahead[1])) or lexicon.not_after.at(words, last):
        return False
    grouped = any(lexicon.kinds["group"].at(words, i) for i in range(last, min(last + 3, len(words))))
    if quantity.vague and quantity.high and quantity.high < 20:  # "several", "a number of"
        marked = any(lexicon.kinds["toll"].at(words, i) for i in range(last, min(last + 3, len(words))))
        return grouped or marked
    if last < len(words) and _YEAR.match(words[last]) and (quantity.low or 0) in _MONTH_DAYS:
        return False
    hyphen = last < len(words) - 1 and words[last] in ("-", "–")
    return not hyphen and not (_is_year(quantity) and (not grouped or _of_a_date(words, first)))


def _is_year(quantity: Quantity) -> bool:
    """Four digits that may be a year."""
    return quantity.low == quantity.high and (quantity.low or 0) in _YEARS


def _of_a_date(words: Sequence[str], first: int) -> bool:
    """Whether a day of a month stands before: "Apr 24 2016"."""
    return first > 0 and words[first - 1].isdecimal() and int(words[first - 1]) in _MONTH_DAYS


def _marks(words: Sequence[str], lexicon: NumberLexicon) -> Iterator[Mark]:
    i = 0
    while i < len(words):
        found = lexicon.kinds["toll"].at(words, i)
        if found:
            yield i, found[1], found[0]
        i = found[1] if found else i + 1


def _mark_of(
    words: Sequence[str],
    quantity: Quantity,
    amounts: Sequence[Quantity],
    marks: Sequence[Mark],
    lexicon: NumberLexicon,
) -> NumberEntry | None:
    """The toll word a number belongs to: one that governs it from just before, else the next one after it."""
    for first, last, entry in reversed(marks):
        if last <= quantity.first and _linked(words, last, quantity.first, lexicon):
            if not _own_mark_after(words, quantity, first, amounts, marks):
                return entry
            break
    return _risen(words, quantity, marks, lexicon) or _mark_after(words, quantity, amounts, marks, lexicon)


def _risen(
    words: Sequence[str], quantity: Quantity, marks: Sequence[Mark], lexicon: NumberLexicon
) -> NumberEntry | None:
    """ "The death toll in the blast near the port has risen to 43": the last toll word of the clause before."""
    rising = lexicon.kinds["rising"].before(words, quantity.first) or lexicon.kinds["reached"].before(
        words, quantity.first
    )
    if rising is None:
        return None
    before = [entry for first, last, entry in marks if last <= rising[1] and not _STOPS & set(words[last : rising[1]])]
    return before[-1] if before else None


def _mark_after(
    words: Sequence[str],
    quantity: Quantity,
    amounts: Sequence[Quantity],
    marks: Sequence[Mark],
    lexicon: NumberLexicon,
) -> NumberEntry | None:
    last = quantity.last
    if last < len(words) and lexicon.kinds["no-count-after"].at(words, last):
        return None
    others = [other for other in amounts if other.first >= last and not _is_subset(words, other, lexicon)]
    for first, _last, entry in marks:
        if first < last:
            continue
        gap = words[last:first]
        passive = bool(gap) and gap[-1] in _PASSIVE
        if any(word in _STOPS for word in gap) or len(gap) > (_FAR if passive else _REACH):
            continue
        between = [other for other in others if other.first < first]
        if not between or (len(between) == 1 and words[between[0].first - 1] == "and" and passive):
            return entry
    return None


def _linked(words: Sequence[str], first: int, last: int, lexicon: NumberLexicon) -> bool:
    """Whether only little words, or words such as "rose to", stand between."""
    i = first
    while i < last:
        found = lexicon.kinds["rising"].at(words, i) or lexicon.kinds["link"].at(words, i)
        if found is None:
            return False
        i = found[1]
    return True


def _own_mark_after(
    words: Sequence[str], quantity: Quantity, before: int, amounts: Sequence[Quantity], marks: Sequence[Mark]
) -> bool:
    """ "Eight killed 14 injured": a word that has its number before it does not govern the one behind it."""
    follows = any(first in (quantity.last, quantity.last + 1) for first, _, _ in marks)
    has_own = any(0 <= before - other.last <= 4 for other in amounts)  # words of a short noun phrase
    return follows and (has_own or words[before] == "dead")


def _is_subset(words: Sequence[str], quantity: Quantity, lexicon: NumberLexicon) -> bool:
    subset = lexicon.kinds["subset"]
    return any(subset.before(words, i) for i in range(max(quantity.first - 2, 0), quantity.first + 1))


def _group(words: Sequence[str], quantity: Quantity, lexicon: NumberLexicon) -> str:
    for i in range(quantity.last, min(quantity.last + 4, len(words))):
        found = lexicon.kinds["group"].at(words, i)
        if found:
            return "" if found[0].id == "people" else found[0].id
        if words[i] in _STOPS or words[i] == "," or lexicon.kinds["toll"].at(words, i):
            return ""
    return ""


def _scopes(words: Sequence[str], lexicon: NumberLexicon) -> Iterator[tuple[int, str]]:
    for i in range(len(words)):
        found = lexicon.kinds["scope"].at(words, i)
        if found and (found[0].id != "since" or _of_an_era(words, found[1], lexicon)):
            yield i, found[0].label or found[0].id


def _scoped(at: int, quantity: Quantity, amounts: Sequence[Quantity]) -> bool:
    """Whether a scope at word `at` is said of a number: the nearest before it, or all where it opens the sentence."""
    before = [one for one in amounts if one.last <= at]
    return quantity is before[-1] if before else quantity.first >= at


def _of_an_era(words: Sequence[str], i: int, lexicon: NumberLexicon) -> bool:
    """ "since the war began", "since March 2011"; "since dawn" lies within one event."""
    return any(lexicon.kinds["era"].at(words, k) or _YEAR.match(words[k]) for k in range(i, min(i + 8, len(words))))
