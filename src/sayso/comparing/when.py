"""Dates as intervals: overlap, contradiction, order, and how far the texts date an event, in words."""

import calendar
import datetime as dt

import msgspec

from sayso.model.record import EventTime, Precision

EARLIEST, LATEST = dt.date.min, dt.date.max


class Interval(msgspec.Struct, frozen=True):
    """First and last possible day. `stated`: the words give it (not the date of publication)."""

    first: dt.date
    last: dt.date
    precision: Precision
    stated: bool

    @property
    def known(self) -> bool:
        """Bounded on both sides."""
        return self.first > EARLIEST and self.last < LATEST


def interval(time: EventTime) -> Interval:
    """The interval of an event's time; open where the time is open or not a date."""
    first, last = first_day(time.start), last_day(time.end)
    stated = time.basis in ("stated", "relative")
    return Interval(first or EARLIEST, last or LATEST, time.precision, stated)


def first_day(date: str | None) -> dt.date | None:
    """The first day of an ISO date of any precision (`2022`, `2022-08`, `2022-08-15`); None when it is none."""
    return _day(date, last=False)


def last_day(date: str | None) -> dt.date | None:
    """The last day of an ISO date of any precision; None when it is none."""
    return _day(date, last=True)


def _day(date: str | None, *, last: bool) -> dt.date | None:
    parts = (date or "")[:10].split("-")
    if not all(part.isdecimal() for part in parts):
        return None
    year, month, day = (int(parts[k]) if k < len(parts) else 0 for k in range(3))
    try:
        month = month or (12 if last else 1)
        return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except (ValueError, IndexError):
        return None


def apart(a: Interval, b: Interval) -> bool:
    """Whether the words put the two at different times (a day of slack for days)."""
    if not (a.stated and b.stated):
        return False
    slack = dt.timedelta(days=1 if "day" in (a.precision, b.precision) else 0)
    return _later(a.first, b.last, slack) or _later(b.first, a.last, slack)


def _later(first: dt.date, last: dt.date, slack: dt.timedelta) -> bool:
    return last < LATEST and first > EARLIEST and first - last > slack


def overlap(a: Interval, b: Interval) -> float:
    """1 for the same day, 0.6 the same month, 0.3 the same year or overlapping ranges, 0 for nothing known."""
    if not (a.known and b.known) or a.first > b.last or b.first > a.last:
        return 0.0
    width = max((a.last - a.first).days, (b.last - b.first).days)
    strength = 1.0 if width <= 1 else 0.6 if width <= 31 else 0.3
    return strength if a.stated and b.stated else strength / 2


def bound_in_words(
    time: EventTime, published: str | None, basis: str, *, real: bool, account_after: str | None = None
) -> str:
    """How far the texts date it: `2022-08`, `since 2017`, `2021 or later`, `by 2022`, `told in 2022`, `not dated`.

    `real`: told as having happened, so that the account's own date bounds it. `account_after`: for an account of
    unknown date, the earliest that it can be from.
    """
    if time.start and time.end:
        date = time.start if time.start == time.end else f"{time.start} to {time.end}"
        return f"{date}, the time of the account" if time.basis == "publication" else date + _inferred(time, basis)
    if time.start:
        return f"{time.start} or later" if time.precision == "unknown" else f"since {time.start}"
    if time.end:
        return f"by {time.end}" if time.basis == "publication" else f"{time.end} or earlier"
    if published:
        return f"by {published}" if real else f"told {'on' if len(published) > 7 else 'in'} {published}"
    # Words that date it against a day nobody gives ("earlier this year") are kept as words.
    own = f"“{' '.join(time.span.text.split())}”" if time.span is not None else "not dated"
    return f"{own}; account from {account_after} or later" if account_after else own


def _inferred(time: EventTime, basis: str) -> str:
    return ", inferred" if time.basis == "relative" and basis in ("text", "unknown") else ""
