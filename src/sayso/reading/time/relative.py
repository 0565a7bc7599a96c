"""Rules for days and units counted from the publication date or from the date last spoken of; clock times."""

import datetime as dt
from collections.abc import Sequence

from sayso.lexicon.times import Value
from sayso.reading.time.calendar import Anchor, shift, unit
from sayso.reading.time.calendar import weekday as nearest_weekday
from sayso.reading.time.dates import date
from sayso.reading.time.lex import Atom
from sayso.reading.time.timex import Context, Timex, dated, pick, pick_first, whole

_NO_DAY = "XXXX-XX-XX"


def has(atoms: Sequence[Atom], kind: str) -> bool:
    """Can any of the atoms be of that kind?"""
    return any(kind in atom.kinds for atom in atoms)


def weekday(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Friday, last Tuesday night, this coming Sunday: by tense, from the publication date."""
    number = whole(pick(atoms, "WEEKDAY"))
    if number is None:
        return None
    part = pick(atoms, "PART")
    base = context.published.date() if context.published else None
    if base is None:
        return _with_part(f"XXXX-WXX-{number}", part)
    return _with_part(_weekday_from(base, number, atoms, context).isoformat(), part)


def _weekday_from(base: dt.date, number: int, atoms: Sequence[Atom], context: Context) -> dt.date:
    if has(atoms, "NEXT"):
        return nearest_weekday(base, number, 1, strict=True)
    if has(atoms, "LAST"):
        return nearest_weekday(base, number, -1, strict=True)
    if has(atoms, "THIS") and context.tense != "past":
        return nearest_weekday(base, number, 1, strict=False)
    return nearest_weekday(base, number, 1 if context.tense == "future" else -1, strict=False)


def _with_part(day: str, part: Value | None) -> Timex:
    return dated(f"{day}T{part}", "relative", "TIME") if part else dated(day, "relative")


def weekdays(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Mondays, every Tuesday night."""
    number = pick(atoms, "WEEKDAYS") or pick(atoms, "WEEKDAY")
    part = pick(atoms, "PART")
    return Timex("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def deictic(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Today, yesterday, tomorrow morning."""
    steps = whole(pick(atoms, "DEICTIC"))
    base = context.published.date() if context.published else None
    day = (base + dt.timedelta(days=steps or 0)).isoformat() if base else _NO_DAY
    return _with_part(day, pick(atoms, "PART"))


def part(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Tonight, this morning, last night, overnight."""
    name = pick(atoms, "TONIGHT") or pick(atoms, "PART")
    base = context.published.date() if context.published else None
    if base is None:
        return Timex("TIME", f"{_NO_DAY}T{name}")
    back = 1 if has(atoms, "LAST") else 0
    return _with_part((base - dt.timedelta(days=back)).isoformat(), name)


def clock(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """10:35 a.m. [Friday | Aug. 7]; without a day, that of the publication."""
    time = str(pick(atoms, "CLOCK") or pick(atoms, "NOON"))
    rest = [atom for atom in atoms if "CLOCK" not in atom.kinds and "NOON" not in atom.kinds]
    day = _clock_day(rest, context)
    return dated(f"{day}T{time}", "relative", "TIME")


def _clock_day(rest: Sequence[Atom], context: Context) -> str:
    found: Timex | None
    if has(rest, "MONTH"):
        found = date(rest, context)
    elif has(rest, "WEEKDAY"):
        found = weekday(rest, context)
    elif has(rest, "DEICTIC"):
        found = deictic(rest, context)
    else:
        base = context.told if context.told and context.told.day else context.published
        day = base.date() if base else None
        return day.isoformat() if day else _NO_DAY
    return found.value if found else _NO_DAY


def shifted(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Last year, next month, this week; "earlier this year" ends with the publication date."""
    by = unit(pick(atoms, "UNIT") or "1D")
    if by.letter == "NI" or (by.letter == "D" and not has(atoms, "NEXT")) or by.clock:
        return None
    steps = -1 if has(atoms, "LAST") else 1 if has(atoms, "NEXT") else 0
    if by.letter == "Y" and by.number > 1:
        return _era(by.number, steps, context)
    value = shift(context.published, by, steps) if context.published else None
    if value is None:
        return Timex("DATE", _unknown(by.letter))
    found = dated(value, "relative")
    return _side(found, pick_first(atoms, "SO_FAR"), context) if steps == 0 else found


def _era(count: int, steps: int, context: Context) -> Timex | None:
    """This decade, last century."""
    if context.published is None or count > 100:
        return None
    year = context.published.year + steps * count
    return dated(f"{year // 10}X" if count == 10 else f"{year // 100}XX", "relative")


def _unknown(letter: str) -> str:
    return {"Y": "XXXX", "M": "XXXX-XX", "Q": "XXXX-QX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}.get(letter, _NO_DAY)


def _side(found: Timex, side: Value | None, context: Context) -> Timex:
    """ "earlier this year": from its first day to the publication; "later": from the publication to its last."""
    base = context.published
    if side is None or base is None or found.start is None or found.end is None:
        return found
    today = _iso(base)
    if side == -1:
        return found._replace(start=_first_day(found.start), end=today, precision="range")
    return found._replace(start=today, end=_last_day(found.end), precision="range")


def _iso(base: Anchor) -> str:
    return "-".join([f"{base.year:04}", *(f"{part:02}" for part in (base.month, base.day) if part is not None)])


def _first_day(value: str) -> str:
    return value + "-01-01"[: 10 - len(value)] if len(value) == 4 else value + "-01" if len(value) == 7 else value


def _last_day(value: str) -> str:
    if len(value) == 4:
        return f"{value}-12-31"
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        after = dt.date(year + month // 12, month % 12 + 1, 1)
        return (after - dt.timedelta(days=1)).isoformat()
    return value


def so_far(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Earlier in the year, the end of the month: of the publication date's year or month."""
    by = unit(pick(atoms, "UNIT") or "1D")
    if by.number > 1 or by.letter in ("D", "NI") or by.clock:
        return None
    value = shift(context.published, by, 0) if context.published else None
    if value is None:
        return Timex("DATE", _unknown(by.letter))
    return _side(dated(value, "relative"), pick_first(atoms, "SO_FAR"), context)


def year_end(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Year-end, the year's end."""
    if pick(atoms, "EDGE") != "END":
        return None
    return dated(f"{context.published.year:04}", "relative") if context.published else Timex("DATE", "XXXX")


def weekend(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """The weekend: the last one begun, or the next where the tense says so."""
    base = context.published.date() if context.published else None
    if base is None:
        return Timex("DATE", "XXXX-WXX-WE")
    day = nearest_weekday(base, 6, 1 if context.tense == "future" else -1, strict=False)
    year, week, _ = day.isocalendar()
    return dated(f"{year}-W{week:02}-WE", "relative")


def ago(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Two years ago, ten days ago: as fine as its unit."""
    by, count = unit(_unit_code(atoms)), _count(atoms)
    if count is None:
        return Timex("DATE", "PAST_REF")
    value = shift(context.published, by, -count) if context.published else None
    if value is None:
        return Timex("DATE", "PAST_REF" if by.clock else _unknown(by.letter))
    return dated(value, "relative")


def vague_ago(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Years ago."""
    return Timex("DATE", "PAST_REF")


def _unit_code(atoms: Sequence[Atom]) -> str:
    return str(pick(atoms, "UNITS") or pick(atoms, "UNIT"))


def _count(atoms: Sequence[Atom]) -> float | None:
    if has(atoms, "VAGUE"):
        return None
    for kind in ("HALF", "COUPLE", "NUMBER", "A"):
        value = pick_first(atoms, kind)
        if isinstance(value, int | float):
            return value
    return None


def offset(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Two years later, a day earlier: from the date last spoken of, else from the publication."""
    by, count = unit(_unit_code(atoms)), _count(atoms)
    back = has(atoms, "EARLIER")
    base = context.told or context.published
    value = shift(base, by, (-count if back else count)) if base and count is not None else None
    if value is None and base and count is not None and by.letter == "M" and context.published:
        value = shift(context.published, by, -count if back else count)
    if value is None:
        return Timex("DATE", ("PAST_REF" if back else "FUTURE_REF") if count is None else _unknown(by.letter))
    return dated(value, "relative")


def told(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """That year, the same day: the date last spoken of, as coarse as the unit."""
    by = unit(pick(atoms, "UNIT") or "1D")
    if by.number > 1 or by.clock or by.letter in ("NI", "WE"):
        return None
    value = shift(context.told, by, 0) if context.told else None
    return dated(value, "relative") if value else Timex("DATE", _unknown(by.letter))


def told_shift(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """The following year, the next morning, the previous Friday: from the date last spoken of."""
    steps = whole(pick_first(atoms, "TOLD_SHIFT")) or 0
    base = context.told or context.published
    number, name = whole(pick(atoms, "WEEKDAY")), pick(atoms, "PART")
    if number is not None:
        day = base.date() if base else None
        value = nearest_weekday(day, number, steps, strict=True).isoformat() if day else None
        return dated(value, "relative") if value else Timex("DATE", f"XXXX-WXX-{number}")
    by = unit("1D" if name else (pick(atoms, "UNIT") or "1D"))
    if by.clock or by.letter == "NI":
        by = unit("1D")
    value = shift(base, by, steps) if base else None
    if value is None:
        return Timex("DATE", _unknown(by.letter))
    return _with_part(value, name) if name else dated(value, "relative")
