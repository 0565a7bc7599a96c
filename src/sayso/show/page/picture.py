"""The timeline as a drawing: where each event stands between the first and the last date, in rows that do not touch."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import msgspec

from sayso.comparing.when import first_day, last_day
from sayso.show.page.views import Picture, Symbol, Tick

WIDTH: Final = 720.0
MARGIN: Final = 18.0
UNDATED: Final = 96.0
ROW: Final = 26.0
AXIS: Final = 30.0
STUB: Final = 40.0
"""How far an end that is not known reaches."""
MIN_EVENTS: Final = 3
NUMBER: Final = 20.0
SYMBOL: Final = 34.0
"""Room for a sign and its number."""


class Dated(msgspec.Struct, frozen=True):
    """An event to draw. Dates are ISO of any precision, None where the texts leave the end open."""

    number: int
    status: str
    title: str
    start: str | None
    end: str | None


class Scale(msgspec.Struct, frozen=True):
    """From days to the drawing's units."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        """Where a day stands."""
        total = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / total, 0.0), 1.0)
        return round(self.left + share * (self.right - self.left), 1)


def draw(events: Sequence[Dated]) -> Picture | None:
    """The drawing, or None where there are too few events, or too few different dates, to make one."""
    days = [day for event in events for day in (first_day(event.start), last_day(event.end)) if day]
    dates = {(event.start, event.end) for event in events if event.start or event.end}
    if len(events) < MIN_EVENTS or len(dates) < 2 or min(days) == max(days):
        return None
    undated = [event for event in events if not (event.start or event.end)]
    right = WIDTH - MARGIN - (UNDATED if undated else 0.0)
    scale = Scale(min(days), max(days), MARGIN, right - SYMBOL)
    rows: list[float] = []
    symbols = [_symbol(event, scale, rows) for event in events if event.start or event.end]
    symbols += _column(undated, right + MARGIN)
    height = AXIS + ROW * max(len(rows), -(-len(undated) // 2), 1) + 10
    ticks = tuple(_tick(scale.x(day), text, right) for day, text in _ticks(scale.first, scale.last))
    label = f"Timeline of {len(events)} events; the table below says the same in words"
    return Picture(WIDTH, height, ticks, tuple(symbols), right + 6 if undated else None, label)


def _tick(x: float, text: str, right: float) -> Tick:
    return Tick(x, text, "end" if x + 7 * len(text) > right else "start")


def _symbol(event: Dated, scale: Scale, rows: list[float]) -> Symbol:
    start, end = first_day(event.start), last_day(event.end)
    x0 = scale.x(start) if start else max(scale.x(end or scale.last) - STUB, scale.left)
    x1 = max(scale.x(end), x0) if end else min(x0 + STUB, scale.right)
    x = x0 if end is None else x1 if start is None else (x0 + x1) / 2
    number = (x1 if x1 - x > 8 else x) + 10
    y = AXIS + ROW * (_row(rows, min(x0, x - 9), number + NUMBER) + 0.5)
    return Symbol(
        number=event.number, href=f"#s{event.number}", title=event.title, status=event.status, x=x, x0=x0, x1=x1, y=y,
        number_x=number, open_start=start is None, open_end=end is None,
    )  # fmt: skip


def _row(rows: list[float], left: float, right: float) -> int:
    """The first row that is free from `left` on; `rows` holds where each is taken up to."""
    for k, taken in enumerate(rows):
        if taken < left:
            rows[k] = right
            return k
    rows.append(right)
    return len(rows) - 1


def _column(events: Sequence[Dated], left: float) -> list[Symbol]:
    found = []
    for k, event in enumerate(events):
        x, y = left + (k % 2) * (SYMBOL + 6), AXIS + ROW * (k // 2 + 0.5)
        found.append(
            Symbol(
                number=event.number, href=f"#s{event.number}", title=event.title, status=event.status, x=x, x0=x, x1=x,
                y=y, number_x=x + 10, open_start=False, open_end=False,
            )
        )  # fmt: skip
    return found


def _ticks(first: dt.date, last: dt.date) -> list[tuple[dt.date, str]]:
    days = (last - first).days
    if days > 3 * 365:
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500) if (last.year - first.year) / step <= 8)
        years = range(-(-first.year // step) * step, last.year + 1, step)
        found = [(dt.date(year, 1, 1), str(year)) for year in years if year > 0]
        return [tick for tick in found if first <= tick[0] <= last] or _ends(first, last)
    if days > 70:
        step = 1 if days < 240 else 3 if days < 720 else 6
        months = [dt.date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13, step)]
        return [(day, f"{day:%b} {day.year}") for day in months if first <= day <= last]
    step = next(step for step in (1, 2, 7, 14) if days / step <= 8)
    weeks = [first + dt.timedelta(days=k) for k in range(0, days + 1, step)]
    return [(day, f"{day.day} {day:%b}" + ("" if k else f" {day.year}")) for k, day in enumerate(weeks)]


def _ends(first: dt.date, last: dt.date) -> list[tuple[dt.date, str]]:
    return [(day, f"{day.day} {day:%b} {day.year}") for day in (first, last)]
