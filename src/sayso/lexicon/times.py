"""The vocabulary of time: words with what they mean (`times`), and patterns of such words (`time_patterns`).

A pattern is written with kinds of words: `MONTH DAY (COMMA? YEAR)?`. It is compiled to a regular expression over
a line of codes, one for each word of a text, so that matching never looks at letters.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.lexicon.files import LexiconError, entries

Value = str | int | float
Kinds = Mapping[str, Value]

# Kinds that figures can have, by their form; every combination gets a code beside those of the words.
FIGURE_KINDS: tuple[frozenset[str], ...] = tuple(
    frozenset(kinds.split())
    for kinds in (
        "NUMBER", "NUMBER DAY", "NUMBER YEAR", "NUMBER DAY A", "ORDINAL", "ORDINAL DAY", "DECADE", "CLOCK", "ISO",
        "QUARTER", "HALF_NUMBER", "ORDINAL DAY UNIT", "MOD YEAR", "MOD DECADE", "NUMBER CLOCK", "YEARS",
    )
)  # fmt: skip
_NAME = re.compile(r"[A-Z][A-Z_]*")
_FIRST_CODE = 0xE000


class TimeWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept: forms (lower case, words parted by blanks) with values. See the head of `words.yaml`."""

    id: str
    kind: str
    words: dict[str, str | int | float]
    capital: bool = False
    noun: bool = False


class TimeExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`text` holds `find` with that TIMEX3 type and value when published on `published` (`value: null`: is no time)."""

    text: str
    find: str
    value: str | None
    type: str | None = None
    published: str | None = None


class TimePattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sequence of kinds, the rule of `reading.time` that gives it a value, and a guard on its surroundings."""

    id: str
    pattern: str
    rule: str
    guard: str = ""
    examples: tuple[TimeExample, ...] = ()


class Sense(NamedTuple):
    """What one form can mean. `capital`, `noun`: kinds it has only so written, or only when no verb."""

    kinds: dict[str, Value]
    capital: frozenset[str]
    noun: frozenset[str]


class Compiled(NamedTuple):
    """A pattern ready to match."""

    entry: TimePattern
    regex: re.Pattern[str]


class TimeLexicon:
    """Forms, codes and compiled patterns. `codes` maps a set of kinds to the character that stands for it."""

    __slots__ = ("codes", "core", "happenings", "patterns", "phrases", "senses")

    def __init__(self, words: Sequence[TimeWord], patterns: Sequence[TimePattern]) -> None:
        told = [word for word in words if word.kind != "HAPPENING"]
        self.senses, self.phrases = _senses(told)
        self.codes = _codes(self.senses.values())
        self.happenings = {
            form: str(value) for word in words if word.kind == "HAPPENING" for form, value in word.words.items()
        }
        self.patterns = tuple(Compiled(entry, self._compiled(entry)) for entry in patterns)
        self.core = re.compile(self._class(CORE_KINDS))

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "TimeLexicon":
        """Sayso's own words and patterns, then those of a user's files. Raises LexiconError."""
        return cls(entries("times", TimeWord, extra), entries("time_patterns", TimePattern, extra))

    def _class(self, names: Iterable[str]) -> str:
        wanted = set(names)
        found = [code for kinds, code in self.codes.items() if kinds & wanted]
        return f"[{''.join(found)}]"

    def _compiled(self, entry: TimePattern) -> re.Pattern[str]:
        known = set().union(*self.codes)

        def of(match: re.Match[str]) -> str:
            if match.group() not in known:
                raise LexiconError(f"time pattern {entry.id}: no word is a {match.group()}")
            return self._class((match.group(),))

        try:
            return re.compile(_NAME.sub(of, entry.pattern).replace(" ", ""))
        except re.error as error:
            raise LexiconError(f"time pattern {entry.id}: {entry.pattern!r} is no pattern ({error})") from error


# A stretch without one of these is never a time expression.
CORE_KINDS = (
    "MONTH", "WEEKDAY", "WEEKDAYS", "SEASON", "UNIT", "UNITS", "PART", "NOON", "DEICTIC", "TONIGHT", "REPEATED",
    "REF", "REF_ADJECTIVE", "PAST_NOUN", "HOLIDAY", "YEAR", "DECADE", "DECADE_WORD", "CLOCK", "ISO", "QUARTER",
    "TIME_NOUN", "OVERNIGHT", "YEARS",
)  # fmt: skip


def _senses(words: Sequence[TimeWord]) -> tuple[dict[str, Sense], dict[str, dict[tuple[str, ...], Sense]]]:
    """Single words, and phrases by their first word."""
    found: dict[str, Sense] = {}
    for word in words:
        for form, value in word.words.items():
            old = found.get(form, Sense({}, frozenset(), frozenset()))
            found[form] = Sense(
                {**old.kinds, word.kind: value},
                old.capital | ({word.kind} if word.capital else frozenset()),
                old.noun | ({word.kind} if word.noun else frozenset()),
            )
    phrases: dict[str, dict[tuple[str, ...], Sense]] = {}
    for form in [form for form in found if " " in form]:
        parts = tuple(form.split())
        phrases.setdefault(parts[0], {})[parts] = found.pop(form)
    for forms in phrases.values():
        found.update({" ".join(parts): sense for parts, sense in forms.items()})
    return found, phrases


def _codes(senses: Iterable[Sense]) -> dict[frozenset[str], str]:
    """A private-use character for every set of kinds that a word of a text can have."""
    sets: dict[frozenset[str], str] = {}
    for kinds in [*FIGURE_KINDS, *(kept for sense in senses for kept in _readings(sense))]:
        if kinds and kinds not in sets:
            sets[kinds] = chr(_FIRST_CODE + len(sets))
    return sets


def _readings(sense: Sense) -> Iterable[frozenset[str]]:
    every = frozenset(sense.kinds)
    return (every, every - sense.capital, every - sense.noun, every - sense.capital - sense.noun)
