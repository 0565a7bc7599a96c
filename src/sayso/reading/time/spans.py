"""Rules for durations, sets and references to past, present and future."""

from collections.abc import Sequence

from sayso.reading.time.calendar import Unit, unit
from sayso.reading.time.lex import Atom
from sayso.reading.time.relative import has
from sayso.reading.time.timex import Context, Timex, pick, pick_first

_DAYS = {"WE": ("D", 2), "NI": ("D", 1)}


def _period(by: Unit, count: float | str) -> str:
    """PnX of a count (`X` when vague): (1W, 2) → P2W, (1Y, 1.5) → P1Y6M."""
    letter, each = _DAYS.get(by.letter, (by.letter, by.number))
    mark = "PT" if by.clock else "P"
    if isinstance(count, str):
        return f"{mark}X{'E' if each == 10 else 'C' if each == 100 else letter}"
    number = count * (by.number if by.letter not in _DAYS else each)
    if number == int(number):
        return _plain(mark, letter, int(number))
    finer = {("P", "Y"): ("M", 12), ("PT", "H"): ("M", 60), ("PT", "M"): ("S", 60), ("P", "D"): ("TH", 24)}
    small, size = finer.get((mark, letter), ("", 0))
    if not size:
        return f"{mark}{number:g}{letter}"
    rest = f"{round((number - int(number)) * size)}{small.removeprefix('T')}"
    head = f"{int(number)}{letter}" if int(number) else ""
    return f"{mark}{head}{'T' if small.startswith('T') else ''}{rest}"


def _plain(mark: str, letter: str, number: int) -> str:
    return f"P{number * 3}M" if letter == "Q" else f"{mark}{number}{letter}"


def _units(atoms: Sequence[Atom]) -> Unit:
    return unit(pick(atoms, "UNITS") or pick(atoms, "UNIT") or "1D")


def _amount(atoms: Sequence[Atom]) -> float | str:
    if has(atoms, "VAGUE"):
        return "X"
    for kind in ("HALF", "COUPLE", "NUMBER", "A"):
        value = pick_first(atoms, kind)
        if isinstance(value, int | float):
            return value
    return "X"


def duration(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Three months, a two-day, several years, at least 72 hours."""
    return Timex("DURATION", _period(_units(atoms), _amount(atoms)))


def duration_half(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """A year and a half."""
    return Timex("DURATION", _period(unit(pick_first(atoms, "UNIT") or "1D"), 1.5))


def stretch(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """The past three months, the next few days."""
    rest = [atom for atom in atoms if "THE" not in atom.kinds and "STRETCH" not in atom.kinds]
    return Timex("DURATION", _period(_units(atoms), _amount(rest)))


def recent_units(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Recent years, coming weeks."""
    return Timex("DURATION", _period(_units(atoms), "X"))


def bare_units(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """(For) years; day-long."""
    single = pick(atoms, "UNITS") is None
    return Timex("DURATION", _period(_units(atoms), 1 if single else "X"))


def every(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Every month, every two weeks, each summer."""
    month, season = pick(atoms, "MONTH"), pick(atoms, "SEASON")
    if month is not None:
        return Timex("SET", f"XXXX-{int(float(month)):02}")
    if season is not None:
        return Timex("SET", f"XXXX-{season}")
    if pick(atoms, "UNITS") is None and pick(atoms, "UNIT") is None:
        return Timex("SET", f"XXXX-XX-XXT{pick(atoms, 'PART')}")
    count = pick_first(atoms, "OTHER") or next(
        (atom.kinds["NUMBER"] for atom in atoms if "NUMBER" in atom.kinds and "A" not in atom.kinds), 1
    )
    return Timex("SET", _period(_units(atoms), float(count) if has(atoms, "EVERY") else 1))


def repeated(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Daily, annually."""
    return Timex("SET", str(pick(atoms, "REPEATED")))


def ref(atoms: Sequence[Atom], context: Context) -> Timex | None:
    """Now, recently, the near future."""
    for kind in ("REF", "REF_ADJECTIVE", "PAST_NOUN"):
        value = pick(atoms, kind)
        if value is not None:
            return Timex("DATE", str(value))
    return None
