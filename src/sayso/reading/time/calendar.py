"""Calendar arithmetic on TIMEX3 values: shifting, weekdays, seasons, and the ISO interval a value names."""

import calendar
import datetime as dt
import re
from typing import NamedTuple

from sayso.model.record import Precision

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
_UNIT = re.compile(r"(T?)(\d+)([A-Z]+)$")


class Anchor(NamedTuple):
    """A date as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    def date(self) -> dt.date | None:
        """The day, if the anchor is one."""
        if self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)


class Interval(NamedTuple):
    """ISO dates of the precision known, end inclusive."""

    start: str
    end: str
    precision: Precision


class Unit(NamedTuple):
    """A unit of time: its TIMEX3 letter, how many, and whether it is clock time."""

    letter: str
    number: int
    clock: bool


def anchor(value: str | None) -> Anchor | None:
    """`YYYY[-MM[-DD]]` (a time after it is ignored) as an anchor; None for anything else."""
    if value is None:
        return None
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$", value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not valid(year, month or 1, day or 1):
        return None
    return Anchor(year, month, day)


def unit(code: str | float) -> Unit:
    """The lexicon's code of a unit: `1W`, `10Y`, `T1H`."""
    match = _UNIT.match(str(code))
    if match is None:
        raise ValueError(f"not a unit of time: {code!r}")
    return Unit(match.group(3), int(match.group(2)), bool(match.group(1)))


def valid(year: int, month: int, day: int) -> bool:
    """Is there such a day?"""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def interval(value: str) -> Interval | None:
    """The interval a resolved value names; None for durations, sets, references and unknown dates."""
    if match := _DAY.match(value):
        day = value[:10]
        return Interval(day, day, "day") if valid(*map(int, match.groups())) else None
    if re.match(r"\d{4}$", value):
        return Interval(value, value, "year")
    if match := _MONTH.match(value):
        return Interval(value, value, "month") if 1 <= int(match.group(2)) <= 12 else None
    if match := _WEEK.match(value):
        return _week(int(match.group(1)), int(match.group(2)), bool(match.group(3)))
    if match := _PART.match(value):
        return _part(int(match.group(1)), match.group(2))
    return _rough(value)


def _rough(value: str) -> Interval | None:
    if re.match(r"\d{3}X$", value):
        return Interval(f"{value[:3]}0", f"{value[:3]}9", "range")
    if re.match(r"\d\dXX$", value):
        return Interval(f"{value[:2]}00", f"{value[:2]}99", "range")
    if re.match(r"\d{4}/\d{4}$", value):
        return Interval(value[:4], value[5:], "range")
    return None


def _week(year: int, week: int, weekend: bool) -> Interval | None:
    try:
        first = dt.date.fromisocalendar(year, week, 6 if weekend else 1)
        last = dt.date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
    return Interval(first.isoformat(), last.isoformat(), "range")


def _part(year: int, name: str) -> Interval:
    if name[0] in "QH":
        length = 3 if name[0] == "Q" else 6
        last = int(name[1]) * length
        return Interval(f"{year}-{last - length + 1:02}", f"{year}-{last:02}", "range")
    first, last = SEASON_MONTHS[name]
    return Interval(f"{year}-{first:02}", f"{year + (last < first)}-{last:02}", "range")


def shift(base: Anchor, by: Unit, count: float) -> str | None:
    """The value of the unit `count` units from `base`: (1998-04-24, year, -2) → 1996. None if `base` is too rough."""
    try:
        return _shift(base, by, count)
    except (ValueError, OverflowError):
        return None


def _shift(base: Anchor, by: Unit, count: float) -> str | None:
    steps = round(count * by.number)
    if by.letter == "Y":
        return _decade_or_year(base, by, steps)
    if by.letter in "MQ" and len(by.letter) == 1:
        return _month_shift(base, steps * (3 if by.letter == "Q" else 1), by.letter)
    day = base.date()
    if day is None or by.clock:
        return None
    if by.letter in ("W", "WE"):
        year, week, _ = (day + dt.timedelta(weeks=steps)).isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if by.letter == "WE" else "")
    moved = (day + dt.timedelta(days=steps)).isoformat()
    return moved + "TNI" if by.letter == "NI" else moved


def _decade_or_year(base: Anchor, by: Unit, steps: int) -> str | None:
    year = base.year + steps
    return f"{year:04}" if 1 <= year <= 9999 else None


def _month_shift(base: Anchor, months: int, letter: str) -> str | None:
    if base.month is None:
        return None
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return f"{year:04}-Q{month // 3 + 1}" if letter == "Q" else f"{year:04}-{month + 1:02}"


def weekday(base: dt.date, number: int, direction: int, strict: bool) -> dt.date:
    """The ISO weekday nearest before (-1) or after (1) `base`; `base` itself counts unless `strict`."""
    gap = (base.isoweekday() - number) * -direction % 7
    if gap == 0 and strict:
        gap = 7
    return base + dt.timedelta(days=direction * gap)


def nth_weekday(year: int, month: int, number: int, nth: int) -> dt.date | None:
    """The nth ISO weekday of a month; -1 is the last."""
    days = [
        dt.date(year, month, day)
        for day in range(1, calendar.monthrange(year, month)[1] + 1)
        if dt.date(year, month, day).isoweekday() == number
    ]
    index = nth - 1 if nth > 0 else nth
    return days[index] if -len(days) <= index < len(days) else None


def easter(year: int) -> dt.date:
    """Western Easter Sunday."""
    from dateutil.easter import easter as western

    return western(year)
