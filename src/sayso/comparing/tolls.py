"""Tolls: how many were killed, wounded, arrested ..., each with its bound, whom it counts and over what."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.numbers import NumberEntry, NumberLexicon
from sayso.model.comparison import Bound
from sayso.model.span import Span

_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:[-'’.][^\W\d_]+)*|[^\w\s]")
_UP_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_ONES = {word: k for k, word in enumerate((*_UP_TO_TWELVE, *_TEENS), 1)}
_BY_TEN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * k for k, word in enumerate(_BY_TEN, 2)}
_REACH = 8  # words between a number and the toll word after it
_STOPS = frozenset(';:.!?"“”()')
_LINKS = frozenset(
    ["the", "of", "to", "at", "is", "was", "as", "a", "an", "its", "on", "has", "have", "reached", "other"]
)


class Toll(msgspec.Struct, frozen=True):
    """One count in a text. `low`/`high` None: open. `rising`: the words say that it replaced an earlier count."""

    what: str
    low: int | None
    high: int | None
    bound: Bound
    scope: str
    span: Span
    rising: bool = False


class Quantity(msgspec.Struct, frozen=True):
    """Words `[first, last)` that say how many."""

    first: int
    last: int
    low: int | None
    high: int | None
    bound: Bound


def find(span: Span, lexicon: NumberLexicon) -> tuple[Toll, ...]:
    """All tolls in a span of a document (a sentence or a few), in order."""
    places = [(match.start(), match.end()) for match in _WORD.finditer(span.text)]
    words = [span.text[start:end].lower() for start, end in places]
    amounts = [quantity for quantity in quantities(words, lexicon) if _counts(words, quantity, lexicon)]
    tolls = list(_marks(words, lexicon))
    scope, rising = _scope(words, lexicon), any(lexicon.kinds["rising"].at(words, i) for i in range(len(words)))
    found: list[Toll] = []
    for quantity in amounts:
        mark = _mark_of(words, quantity, amounts, tolls, lexicon)
        if mark is None:
            continue
        group = _group(words, quantity, lexicon)
        over = ", ".join(part for part in (scope, group) if part) or "event"
        cut = span.part(places[quantity.first][0], places[quantity.last - 1][1])
        found.append(Toll(mark.id, quantity.low, quantity.high, quantity.bound, over, cut, rising))
    return tuple(found)


def quantities(words: Sequence[str], lexicon: NumberLexicon) -> Iterator[Quantity]:
    """Numbers in digits or words, amounts such as "dozens", and ranges, with the bounds around them."""
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
        return Quantity(i, last, entry.low, entry.high, "~")
    exact = _number(words, i, lexicon)
    return Quantity(i, exact[1], exact[0], exact[0], "=") if exact else None


def _number(words: Sequence[str], i: int, lexicon: NumberLexicon) -> tuple[int, int] | None:
    """The whole number written at word `i`, and the index after it."""
    total, last = 0, i
    while last < len(words):
        value = _simple(words[last])
        unit = lexicon.kinds["unit"].at(words, last)
        article = words[last] in ("a", "an", "half")
        if value is not None and (last == i or words[last - 1] not in _ONES):
            total, last = total + value, last + 1
        elif unit and last > i:
            scale = unit[0].low or 1
            total, last = (total * scale if total < scale else total + scale), unit[1]
        elif article and last == i and (inner := _article(words, i, lexicon)):
            return inner
        elif words[last] == "and" and total >= 100 and last + 1 < len(words) and _simple(words[last + 1]):
            last += 1
        else:
            break
    return (total, last) if last > i and total > 0 else None


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
        return int(digits) if digits.isdecimal() and len(digits) < 10 else None
    if word in _ONES or word in _TENS:
        return _ONES.get(word) or _TENS[word]
    tens, _, ones = word.partition("-")
    return _TENS[tens] + _ONES[ones] if tens in _TENS and ones in _ONES else None


def _bounded(words: Sequence[str], found: Quantity, lexicon: NumberLexicon) -> Quantity:
    bounds = lexicon.kinds["bound"]
    before, after = bounds.before(words, found.first), bounds.at(words, found.last)
    first = before[1] if before else found.first
    last = after[1] if after and len(words) > found.last and words[found.last] in ("or", "and") else found.last
    entry = before[0] if before else after[0] if after and last > found.last else None
    if entry is None or found.low != found.high:
        return Quantity(first, last, found.low, found.high, found.bound)
    low = None if entry.bound == "<=" else found.low
    high = None if entry.bound == ">=" else found.high
    return Quantity(first, last, low, high, entry.bound)


def _counts(words: Sequence[str], quantity: Quantity, lexicon: NumberLexicon) -> bool:
    """Whether the number can count people: no date, distance, age, or number of things."""
    first, last = quantity.first, quantity.last
    if lexicon.not_before.before(words, first) or lexicon.not_after.at(words, last):
        return False
    grouped = any(lexicon.kinds["group"].at(words, i) for i in range(last, min(last + 3, len(words))))
    year = quantity.low == quantity.high and 1900 <= (quantity.low or 0) <= 2100
    hyphen = last < len(words) - 1 and words[last] in ("-", "–")
    return not hyphen and (grouped or not year)


def _marks(words: Sequence[str], lexicon: NumberLexicon) -> Iterator[tuple[int, int, NumberEntry]]:
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
    tolls: Sequence[tuple[int, int, NumberEntry]],
    lexicon: NumberLexicon,
) -> NumberEntry | None:
    """The toll word a number belongs to: one that governs it from just before, else the next one after it."""
    if _is_subset(words, quantity, lexicon):
        return None
    for first, last, entry in reversed(tolls):
        if last <= quantity.first and _linked(words, last, quantity.first, lexicon):
            return entry if not _own_mark_after(words, quantity, first, tolls) else None
    others = [other for other in amounts if other.first >= quantity.last and not _is_subset(words, other, lexicon)]
    for first, _last, entry in tolls:
        gap = words[quantity.last : first]
        blocked = any(other.first < first for other in others) or any(word in _STOPS for word in gap)
        if first >= quantity.last and len(gap) <= _REACH and not blocked:
            return entry
    return None


def _linked(words: Sequence[str], first: int, last: int, lexicon: NumberLexicon) -> bool:
    """Whether only little words, or words such as "rose to", stand between."""
    i = first
    while i < last:
        rising = lexicon.kinds["rising"].at(words, i)
        if rising is None and words[i] not in _LINKS:
            return False
        i = rising[1] if rising else i + 1
    return True


def _own_mark_after(
    words: Sequence[str], quantity: Quantity, before: int, tolls: Sequence[tuple[int, int, NumberEntry]]
) -> bool:
    """ "the dead: 12 were injured": a word before that only ends another clause does not govern the number."""
    return words[before] == "dead" and any(first in (quantity.last, quantity.last + 1) for first, _, _ in tolls)


def _is_subset(words: Sequence[str], quantity: Quantity, lexicon: NumberLexicon) -> bool:
    subset = lexicon.kinds["subset"]
    return any(subset.before(words, i) for i in range(max(quantity.first - 2, 0), quantity.first + 1))


def _group(words: Sequence[str], quantity: Quantity, lexicon: NumberLexicon) -> str:
    for i in range(quantity.last, min(quantity.last + 4, len(words))):
        found = lexicon.kinds["group"].at(words, i)
        if found:
            return "" if found[0].id == "people" else found[0].id
        if words[i] in _STOPS or words[i] == ",":
            return ""
    return ""


def _scope(words: Sequence[str], lexicon: NumberLexicon) -> str:
    for i in range(len(words)):
        found = lexicon.kinds["scope"].at(words, i)
        if found:
            return found[0].label or found[0].id
    return ""
