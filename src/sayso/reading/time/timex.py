"""What a rule gives, what it is given, and the small helpers rules share."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from sayso.lexicon.times import Value
from sayso.model.record import Precision, TimeBasis, TimexType
from sayso.reading.time.calendar import Anchor, interval
from sayso.reading.time.lex import Atom

Tense = Literal["past", "present", "future", "unknown"]


class Timex(NamedTuple):
    """Type, value and interval by one rule, before the words around it are looked at."""

    type: TimexType
    value: str
    basis: TimeBasis = "unknown"
    start: str | None = None
    end: str | None = None
    precision: Precision = "unknown"


class Context(NamedTuple):
    """What a rule may know: the publication date, the tense around, and the date last spoken of."""

    published: Anchor | None
    tense: Tense
    told: Anchor | None


Rule = Callable[[Sequence[Atom], Context], Timex | None]


def pick(atoms: Sequence[Atom], kind: str) -> Value | None:
    """The value of the last atom that can be of that kind (units come after what counts them)."""
    for atom in reversed(atoms):
        if kind in atom.kinds:
            return atom.kinds[kind]
    return None


def pick_first(atoms: Sequence[Atom], kind: str) -> Value | None:
    """The value of the first atom that can be of that kind."""
    for atom in atoms:
        if kind in atom.kinds:
            return atom.kinds[kind]
    return None


def whole(value: Value | None) -> int | None:
    """The value as an int, None when it is none."""
    return int(value) if isinstance(value, int | float) else None


def dated(value: str, basis: TimeBasis, kind: TimexType = "DATE") -> Timex:
    """A date with the interval its value names; basis `unknown` where the value leaves it open."""
    named = interval(value)
    if named is None:
        return Timex(kind, value)
    return Timex(kind, value, basis, named.start, named.end, named.precision)
