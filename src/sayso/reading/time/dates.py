"""Rules for calendar dates: months, years, seasons, quarters, holidays, decades, centuries."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from sayso.lexicon.times import Value
from sayso.model.record import TimeBasis
from sayso.reading.time.calendar import Anchor, easter, nth_weekday, valid
from sayso.reading.time.lex import Atom
from sayso.reading.time.timex import Context, Timex, dated, pick, pick_first, whole

_NEAR = dt.timedelta(days=200)


def date(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """[weekday] month day [year], day month [year], month [year], year; with "last", "of last year"."""
    month, explicit = whole(pick(atoms, "MONTH")), whole(_explicit_year(atoms))
    if month is None:
        return dated(f"{explicit:04}", "stated") if explicit is not None else None
    day = _day(atoms)
    year, basis = explicit, "stated"
    if year is None:
        shift = _year_shift(atoms)
        if shift is not None:
            year, basis = _shifted_year(shift, context), "relative"
        else:
            year, basis = _year_of(month, day, atoms, context), "relative"
    if day is not None and not valid(year or 2000, month, day):
        return None
    value = f"{year:04}-{month:02}" if year is not None else f"XXXX-{month:02}"
    return dated(value + (f"-{day:02}" if day is not None else ""), _basis(basis))


def _basis(name: str) -> TimeBasis:
    return "stated" if name == "stated" else "relative"


def _explicit_year(atoms: Sequence[Atom]) -> Value | None:
    return pick(atoms, "YEAR")


def _day(atoms: Sequence[Atom]) -> int | None:
    for atom in atoms:
        if "DAY" in atom.kinds and "YEAR" not in atom.kinds:
            return whole(atom.kinds["DAY"])
    return None


def _year_shift(atoms: Sequence[Atom]) -> str | None:
    """The kind of the word before "year" in "of last year", "that year"; None without one."""
    for before, after in pairwise(atoms):
        if "YEAR_UNIT" in after.kinds:
            return next((kind for kind in ("LAST", "NEXT", "THIS", "SAME", "THAT") if kind in before.kinds), None)
    return None


def _shifted_year(kind: str, context: Context) -> int | None:
    if kind in ("SAME", "THAT"):
        return context.told.year if context.told else None
    if context.published is None:
        return None
    return context.published.year + {"LAST": -1, "THIS": 0, "NEXT": 1}[kind]


def _year_of(month: int, day: int | None, atoms: Sequence[Atom], context: Context) -> int | None:
    """The year of a month or day without one: by "last"/"next", then by tense, then the nearest."""
    base = context.published
    if base is None or base.month is None:
        return None
    here = (base.month, base.day if day is not None and base.day else 0)
    there = (month, day or 0)
    if _has(atoms, "LAST"):
        return base.year if there < here else base.year - 1
    if _has(atoms, "NEXT"):
        return base.year if there > here else base.year + 1
    if context.tense == "future":
        return base.year if there >= here else base.year + 1
    if context.tense == "past" and there <= here:
        return base.year
    if day is None and context.tense == "past":
        return base.year - 1
    return _nearest_year(base, month, day)


def _nearest_year(base: Anchor, month: int, day: int | None) -> int:
    here = dt.date(base.year, base.month or 1, base.day or 15)
    try:
        there = dt.date(base.year, month, min(day or 15, 28))
    except ValueError:
        return base.year
    if there - here > _NEAR:
        return base.year - 1
    if here - there > _NEAR:
        return base.year + 1
    return base.year


def _has(atoms: Sequence[Atom], kind: str) -> bool:
    return any(kind in atom.kinds for atom in atoms)


def iso(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """2021-08-15, 15/08/2021."""
    value = str(pick(atoms, "ISO"))
    year, month, day = (int(part) for part in value.split("-"))
    return dated(value, "stated") if valid(year, month, day) else None


def years(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """1996–2001 written as one word."""
    value = str(pick(atoms, "YEARS"))
    return dated(value, "stated") if value[:4] < value[5:] else None


def decade(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """The 1990s, the '80s, the nineties."""
    digits = pick(atoms, "DECADE")
    if digits is not None:
        text = str(digits)
        if text[-1] != "0":
            return None
        return dated(f"{text[:3]}X" if len(text) == 4 else f"19{text[0]}X", "stated")
    tens = whole(pick(atoms, "DECADE_WORD"))
    return dated(f"19{tens}X", "stated") if tens is not None else None


def century(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """The 20th century → 19XX."""
    number = whole(pick_first(atoms, "ORDINAL"))
    return dated(f"{number - 1:02}XX", "stated") if number and number <= 30 else None


def season(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """The spring of 2015, last fall, this summer."""
    name = str(pick(atoms, "SEASON"))
    year = whole(_explicit_year(atoms))
    if year is not None:
        return dated(f"{year:04}-{name}", "stated")
    base = context.published
    if base is None:
        return Timex("DATE", f"XXXX-{name}")
    shift = _year_shift(atoms)
    year = _shifted_year(shift, context) if shift is not None else _season_year(base, name, atoms, context)
    return dated(f"{year:04}-{name}", "relative") if year is not None else Timex("DATE", f"XXXX-{name}")


def _season_year(base: Anchor, name: str, atoms: Sequence[Atom], context: Context) -> int | None:
    if base.month is None:
        return None
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    if _has(atoms, "LAST"):
        return base.year if base.month > begins + 2 else base.year - 1
    if _has(atoms, "NEXT"):
        return base.year if base.month < begins else base.year + 1
    if _has(atoms, "THIS"):
        return base.year - 1 if name == "WI" and base.month <= 2 else base.year
    if context.tense == "future":
        return base.year if base.month <= begins + 2 else base.year + 1
    return base.year if base.month >= begins else base.year - 1


def quarter(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """The third quarter [of 1989], Q3; without a year the last one that had begun."""
    number = whole(pick(atoms, "QUARTER")) or whole(pick_first(atoms, "ORDINAL"))
    if number is None or not 1 <= number <= 4:
        return None
    year, basis = whole(_explicit_year(atoms)), "stated"
    if year is None:
        basis, shift = "relative", _year_shift(atoms)
        year = _shifted_year(shift, context) if shift else _quarter_year(number, atoms, context)
    return dated(f"{year:04}-Q{number}", _basis(basis)) if year is not None else Timex("DATE", f"XXXX-Q{number}")


def _quarter_year(number: int, atoms: Sequence[Atom], context: Context) -> int | None:
    base = context.published
    if base is None or base.month is None:
        return None
    now = (base.month - 1) // 3 + 1
    if context.tense == "future":
        return base.year if number >= now else base.year + 1
    return base.year if number <= now else base.year - 1


def half(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """The first half of 2014, the last half of this year."""
    number = whole(pick_first(atoms, "ORDINAL"))
    number = 2 if number is None else number
    year, basis = whole(_explicit_year(atoms)), "stated"
    if year is None:
        shift = _year_shift(atoms)
        year, basis = (_shifted_year(shift, context) if shift else None), "relative"
    if number not in (1, 2):
        return None
    return dated(f"{year:04}-H{number}", _basis(basis)) if year is not None else Timex("DATE", f"XXXX-H{number}")


def holiday(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Christmas 2010, last Thanksgiving, Easter."""
    rule = str(pick(atoms, "HOLIDAY"))
    explicit = whole(_explicit_year(atoms))
    if explicit is not None:
        day = _holiday(rule, explicit)
        return dated(day.isoformat(), "stated") if day else None
    base = context.published
    if base is None or base.month is None:
        return Timex("DATE", "XXXX-XX-XX" if not rule[:2].isdigit() or "#" in rule else f"XXXX-{rule}")
    now = dt.date(base.year, base.month, base.day or 28)
    day = _nearest_holiday(rule, now, context)
    return dated(day.isoformat(), "relative") if day else None


def _nearest_holiday(rule: str, now: dt.date, context: Context) -> dt.date | None:
    days = [day for year in (now.year - 1, now.year, now.year + 1) if (day := _holiday(rule, year))]
    if context.tense == "future":
        return next((day for day in days if day >= now), None)
    if context.tense == "past":
        return next((day for day in reversed(days) if day <= now), None)
    return min(days, key=lambda day: abs(day - now), default=None)


def _holiday(rule: str, year: int) -> dt.date | None:
    if not 1583 <= year <= 4099:
        return None
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(days=int(rule[6:]))
    month, _, day = rule.partition("-")
    if "#" in day:
        number, _, nth = day.partition("#")
        return nth_weekday(year, int(month), int(number), int(nth))
    return dt.date(year, int(month), int(day))
