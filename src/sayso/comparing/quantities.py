"""Numbers in running text: digits or words, amounts such as "dozens", ranges, and the bounds around them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from sayso.lexicon.numbers import NumberLexicon
from sayso.model.comparison import Bound

WORD: Final = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{2,4}|\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:[-'’.][^\W\d_]+)*|[^\w\s]")
"""A word, a number, a date in digits, or a mark."""
_UP_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_ONES = {word: k for k, word in enumerate((*_UP_TO_TWELVE, *_TEENS), 1)}
_BY_TEN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * k for k, word in enumerate(_BY_TEN, 2)}
_NINE: Final = 9
_HUNDRED: Final = 100


class Quantity(msgspec.Struct, frozen=True):
    """Words `[first, last)` that say how many. `vague`: an amount such as "several"."""

    first: int
    last: int
    low: int | None
    high: int | None
    bound: Bound
    vague: bool = False


def quantities(words: Sequence[str], lexicon: NumberLexicon) -> Iterator[Quantity]:
    """The quantities among lower-case words, in order."""
    i = 0
    while i < len(words):
        found = _range_at(words, i, lexicon) or _amount_at(words, i, lexicon)
        if found is None:
            i += 1
            continue
        yield _bounded(words, found, lexicon)
        i = found.last


def _range_at(words: Sequence[str], i: int, lexicon: NumberLexicon) -> Quantity | None:
    joined = {"and"} if words[i] in ("between", "from") else {"to", "-", "–", "or"}
    low = _number(words, i + (words[i] in ("between", "from")), lexicon)
    if low is None or low[1] >= len(words) - 1 or words[low[1]] not in joined | {"to"}:
        return None
    high = _number(words, low[1] + 1, lexicon)
    if high is None or high[0] <= low[0]:
        return None
    return Quantity(i, high[1], low[0], high[0], "=")


def _amount_at(words: Sequence[str], i: int, lexicon: NumberLexicon) -> Quantity | None:
    vague = lexicon.kinds["amount"].at(words, i)
    if vague:
        entry, last = vague
        return Quantity(i, last, entry.low, entry.high, "~", vague=True)
    exact = _number(words, i, lexicon)
    return Quantity(i, exact[1], exact[0], exact[0], "=") if exact else None


def _number(words: Sequence[str], i: int, lexicon: NumberLexicon) -> tuple[int, int] | None:
    """The whole number written at word `i`, and the index after it."""
    total, last = 0, i
    while last < len(words):
        value = _simple(words[last])
        unit = lexicon.kinds["unit"].at(words, last)
        article = words[last] in ("a", "an", "half")
        if value is not None and (last == i or _goes_on(words, last, value, lexicon)):
            total, last = total + value, last + 1
        elif unit and last > i:
            scale = unit[0].low or 1
            total, last = (total * scale if total < scale else total + scale), unit[1]
        elif article and last == i and (inner := _article(words, i, lexicon)):
            return inner
        elif words[last] == "and" and _hundreds(words, last, lexicon) and last > i:
            last += 1
        else:
            break
    return (total, last) if last > i and total > 0 else None


def _goes_on(words: Sequence[str], at: int, value: int, lexicon: NumberLexicon) -> bool:
    """Whether a number adds to the words before it: "twenty five", "two hundred (and) five"; never "2016 21"."""
    if words[at - 1] in _TENS:
        return value <= _NINE and not words[at][0].isdigit()
    behind = at - 1 if words[at - 1] != "and" else at - 2
    return lexicon.kinds["unit"].before(words, behind + 1) is not None


def _hundreds(words: Sequence[str], at: int, lexicon: NumberLexicon) -> bool:
    """Whether "and" at `at` stands within a number: "one hundred and five", not "two dozen and five"."""
    unit = lexicon.kinds["unit"].before(words, at)
    follows = at + 1 < len(words) and _simple(words[at + 1])
    return bool(unit and (unit[0].low or 0) >= _HUNDRED and follows and follows < (unit[0].low or 0))


def _article(words: Sequence[str], i: int, lexicon: NumberLexicon) -> tuple[int, int] | None:
    """ "a dozen", "a hundred", "half a dozen"."""
    half = words[i] == "half"
    j = i + 2 if half and words[i + 1 : i + 2] == ["a"] else i + 1
    unit = lexicon.kinds["unit"].at(words, j) if j < len(words) else None
    if unit is None or unit[0].low is None:
        return None
    return (unit[0].low // 2 if half else unit[0].low), unit[1]


def _simple(word: str) -> int | None:
    if word[0].isdigit():
        digits = word.replace(",", "")
        return int(digits) if digits.isdecimal() and len(digits) < 10 else None  # below a milliard
    if word in _ONES or word in _TENS:
        return _ONES.get(word) or _TENS[word]
    tens, _, ones = word.partition("-")
    return _TENS[tens] + _ONES[ones] if tens in _TENS and ones in _ONES else None


def _bounded(words: Sequence[str], found: Quantity, lexicon: NumberLexicon) -> Quantity:
    bounds = lexicon.kinds["bound"]
    before, after = bounds.before(words, found.first), bounds.at(words, found.last)
    first = before[1] if before else found.first
    last = after[1] if after and _bound_after(words, found.last) else found.last
    entry = before[0] if before else after[0] if after and last > found.last else None
    if entry is None or found.low != found.high:
        return Quantity(first, last, found.low, found.high, found.bound, found.vague)
    low = None if entry.bound == "<=" else found.low
    high = None if entry.bound == ">=" else found.high
    return Quantity(first, last, low, high, entry.bound, found.vague)


def _bound_after(words: Sequence[str], i: int) -> bool:
    return i < len(words) and words[i] in ("or", "and")
