"""What a rule gives, what it is given, and the small helpers rules share."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import msgspec

from sayso.lexicon.times import Value
from sayso.model.flow import TokenRange
from sayso.model.record import Precision, TimeBasis, TimexType
from sayso.read.time.calendar import Anchor, interval
from sayso.read.time.lex import Atom

Tense = Literal["past", "present", "future", "unknown"]
Relation = Literal["at", "since", "from", "until", "by", "after", "before", "between", "during", "within"]


class FoundTime(msgspec.Struct, frozen=True):
    """A time expression of words `[first, last)`.

    `value`: TIMEX3 (`XXXX-08-15` where the year is not known). `start`/`end`: the ISO interval it names in its
    sentence, so `since 2017` is open at the end; both None when it names none. `relation`: the preposition that
    makes it one side of an interval. `rule`: id of the pattern that found it.
    """

    first: int
    last: int
    type: TimexType
    value: str
    start: str | None
    end: str | None
    basis: TimeBasis
    precision: Precision
    rule: str
    relation: Relation = "at"

    @property
    def words(self) -> TokenRange:
        """The token range."""
        return self.first, self.last


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
