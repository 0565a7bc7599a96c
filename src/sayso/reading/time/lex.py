"""Words → atoms: what each word of a text can mean for time. Numbers of several words become one atom."""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sayso.lexicon.times import Sense, TimeLexicon, Value


class Token(Protocol):
    """What the lexer looks at: words of a parse have it, and so have the plain words of a byline."""

    @property
    def text(self) -> str: ...
    @property
    def lower(self) -> str: ...
    @property
    def pos(self) -> str: ...


class Atom(NamedTuple):
    """Words `[first, last)` and what they can mean. `code`: the lexicon's character for the set of kinds."""

    first: int
    last: int
    kinds: dict[str, Value]
    code: str


_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_CLOCK = re.compile(r"(\d{1,2})[:.]?(\d{2})?(a\.?m\.?|p\.?m\.?)?$")
_FIGURE = re.compile(r"\d[\d,]*(\.\d+)?$")
_ORDINAL = re.compile(r"(\d{1,2})(st|nd|rd|th)$")
_DECADE = re.compile(r"(\d{2}|\d{4})(s|['’]s)$")
_MOD_YEAR = re.compile(r"(mid|early|late|pre|post)[-–]?(\d{4})(s?)$")
_QUARTER = re.compile(r"(?:q([1-4])|([1-4])q)$")
_RANGE = re.compile(r"(1\d{3}|20\d{2})[-–/](1\d{3}|20\d{2}|\d{2})$")
_MERIDIEM = {"a.m.", "p.m.", "am", "pm", "a.m", "p.m"}
_HALF = {"½": 0.5, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "¼": 0.25, "¾": 0.75}
_MODS = {"mid": "MID", "early": "START", "late": "END", "pre": "BEFORE", "post": "AFTER"}
_LONGEST_NUMBER = 15


def read(tokens: Sequence[Token], lexicon: TimeLexicon, first: int = 0, last: int | None = None) -> list[Atom]:
    """Atoms of tokens `[first, last)`, in order; words that say nothing about time are left out."""
    atoms: list[Atom] = []
    i, end = first, len(tokens) if last is None else last
    while i < end:
        found = _at(tokens, i, end, lexicon)
        if found is not None:
            atoms.append(found)
            i = found.last
        else:
            i += 1
    return atoms


def _at(tokens: Sequence[Token], i: int, end: int, lexicon: TimeLexicon) -> Atom | None:
    lower = tokens[i].lower
    sense = lexicon.senses.get(lower)
    if lower in lexicon.phrases:
        phrase = _phrase(tokens, i, end, lexicon)
        if phrase:
            return phrase
    if sense is not None:
        if "NUMBER" in sense.kinds or "MULTIPLIER" in sense.kinds:
            return _number_words(tokens, i, end, lexicon)
        return _atom(i, i + 1, _reading(sense, tokens[i]), lexicon)
    character = lower[0]
    if (
        character.isdigit()
        or lower[-1].isdigit()
        or lower[-1] in "q0½¼¾"
        or (lower[-1] == "s" and lower[-2:-1].isdigit())
    ):
        return _figure(tokens, i, end, lexicon)
    return None


def _atom(first: int, last: int, kinds: dict[str, Value], lexicon: TimeLexicon) -> Atom | None:
    code = lexicon.codes.get(frozenset(kinds))
    return Atom(first, last, kinds, code) if code else None


def _reading(sense: Sense, token: Token) -> dict[str, Value]:
    dropped: frozenset[str] = frozenset()
    if sense.capital and not token.text[:1].isupper():
        dropped |= sense.capital
    if sense.noun and token.pos in ("VERB", "AUX"):
        dropped |= sense.noun
    return {kind: value for kind, value in sense.kinds.items() if kind not in dropped} if dropped else sense.kinds


def _phrase(tokens: Sequence[Token], i: int, end: int, lexicon: TimeLexicon) -> Atom | None:
    best: Atom | None = None
    for parts, sense in lexicon.phrases[tokens[i].lower].items():
        stop = i + len(parts)
        if stop <= end and all(tokens[i + k].lower == part for k, part in enumerate(parts)):
            kinds = _reading(sense, tokens[i])
            if kinds and (best is None or stop > best.last):
                best = _atom(i, stop, kinds, lexicon)
    return best


def _number_words(tokens: Sequence[Token], i: int, end: int, lexicon: TimeLexicon) -> Atom | None:
    """Two, twenty-five, a hundred, nineteen ninety-seven, two and a half."""
    total, current, at = 0.0, 0.0, i
    while at < end:
        sense = lexicon.senses.get(tokens[at].lower)
        if sense is None:
            break
        value = sense.kinds.get("NUMBER")
        if "MULTIPLIER" in sense.kinds:
            current = max(current, 1) * float(sense.kinds["MULTIPLIER"])
        elif value is None:
            if not (tokens[at].lower in ("-", "and") and at > i and _is_number(tokens, at + 1, end, lexicon)):
                break
        elif at > i and not _joins(current, float(value)):
            break
        else:
            current = _joined(current, float(value))
        at += 1
    total += current
    if at == i + 1 and "A" in lexicon.senses[tokens[i].lower].kinds:
        return _atom(i, at, {"NUMBER": 1, "DAY": 1, "A": 1}, lexicon)
    return _numbered(i, at, total, lexicon, tokens, end)


def _is_number(tokens: Sequence[Token], i: int, end: int, lexicon: TimeLexicon) -> bool:
    sense = lexicon.senses.get(tokens[i].lower) if i < end else None
    return sense is not None and "NUMBER" in sense.kinds and tokens[i - 2].lower.isalpha()


def _joins(current: float, value: float) -> bool:
    """Can `value` follow: twenty + five, hundred + ten, nineteen + ninety(-seven)."""
    if current >= 100 and current % 100 == 0:
        return True
    if current >= 20 and current % 10 == 0:
        return value < 10
    return 10 < current < 21 and value >= 10


def _joined(current: float, value: float) -> float:
    if 10 < current < 21 and value >= 10:
        return current * 100 + value
    return current + value


def _numbered(
    first: int, last: int, value: float, lexicon: TimeLexicon, tokens: Sequence[Token], end: int
) -> Atom | None:
    """The atom of a number, with a half after it if there is one."""
    if last < end and tokens[last].lower in _HALF:
        return _atom(first, last + 1, {"NUMBER": value + _HALF[tokens[last].lower]}, lexicon)
    if _half_follows(tokens, last, end):
        return _atom(first, last + 3, {"NUMBER": value + 0.5}, lexicon)
    number: Value = int(value) if value == int(value) else value
    kinds: dict[str, Value] = {"NUMBER": number}
    if isinstance(number, int) and 1 <= number <= 31:
        kinds["DAY"] = number
    elif isinstance(number, int) and 1000 <= number <= 2199:
        kinds["YEAR"] = number
    return _atom(first, last, kinds, lexicon)


def _half_follows(tokens: Sequence[Token], i: int, end: int) -> bool:
    return i + 2 < end and [token.lower for token in tokens[i : i + 3]] == ["and", "a", "half"]


def _figure(tokens: Sequence[Token], i: int, end: int, lexicon: TimeLexicon) -> Atom | None:
    lower = tokens[i].lower
    if len(lower) > _LONGEST_NUMBER:
        return None
    for reader in (_iso, _clock, _form):
        found = reader(tokens, i, end)
        if found is not None:
            return _atom(i, found[0], found[1], lexicon)
    if lower[-1] in _HALF and lower[:-1].isascii() and lower[:-1].isdigit():
        return _atom(i, i + 1, {"NUMBER": int(lower[:-1]) + _HALF[lower[-1]]}, lexicon)
    if not _FIGURE.match(lower) or not lower.isascii():
        return None
    value = float(lower.replace(",", ""))
    if "," in lower:
        return _atom(i, i + 1, {"NUMBER": value if value % 1 else int(value)}, lexicon)
    return _numbered(i, i + 1, value, lexicon, tokens, end)


Found = tuple[int, dict[str, Value]] | None


def _iso(tokens: Sequence[Token], i: int, end: int) -> Found:
    """2021-08-15 (one token or five), 15/08/2021, 15.08.2021."""
    whole, last = tokens[i].lower, i + 1
    if i + 4 < end and tokens[i + 1].lower == "-" and tokens[i + 3].lower == "-":
        whole, last = "".join(token.lower for token in tokens[i : i + 5]), i + 5
    for pattern, order in ((_DATE, (0, 1, 2)), (_DAY_FIRST, (2, 1, 0))):
        match = pattern.match(whole)
        if match:
            year, month, day = (int(match.groups()[k]) for k in order)
            if month > 12 >= day and order[0] == 2:
                month, day = day, month
            if 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199:
                return last, {"ISO": f"{year:04}-{month:02}-{day:02}"}
    return None


def _clock(tokens: Sequence[Token], i: int, end: int) -> Found:
    """10 a.m., 10:35 p.m., 7.30pm, 21:15."""
    match = _CLOCK.match(tokens[i].lower)
    if not match:
        return None
    hour, minute, half = int(match.group(1)), match.group(2), match.group(3)
    last = i + 1
    if half is None and last < end and tokens[last].lower in _MERIDIEM:
        half, last = tokens[last].lower, last + 1
    if half is None and ":" not in tokens[i].text:
        return None
    if half is not None:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or int(minute or 0) > 59:
        return None
    return last, {"CLOCK": f"{hour:02}:{minute or '00'}"}


def _form(tokens: Sequence[Token], i: int, end: int) -> Found:
    """3rd, 1990s, mid-1996, Q3, 2019/20: forms of one token that are not plain numbers."""
    lower = tokens[i].lower
    if match := _ORDINAL.match(lower):
        number = int(match.group(1))
        return i + 1, {"ORDINAL": number, "DAY": number} if 1 <= number <= 31 else {"ORDINAL": number}
    if match := _DECADE.match(lower):
        return i + 1, {"DECADE": match.group(1)}
    if match := _MOD_YEAR.match(lower):
        kind = "DECADE" if match.group(3) else "YEAR"
        return i + 1, {"MOD": _MODS[match.group(1)], kind: match.group(2) if match.group(3) else int(match.group(2))}
    if match := _QUARTER.match(lower):
        return i + 1, {"QUARTER": int(match.group(1) or match.group(2))}
    if match := _RANGE.match(lower):
        start, stop = match.groups()
        return i + 1, {"YEARS": f"{start}/{start[:2] + stop if len(stop) == 2 else stop}"}
    return None
