"""When two names are one party: by code, by name, by the state a person or office speaks for."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

# CAMEO role codes of those who act for their state, so that RUSGOV, RUSMIL and RUS are one side.
_STATE_ROLES = frozenset({"", "GOV", "MIL", "LEG", "SPY", "COP", "JUD", "GOVMIL", "GOVLEG"})
GENERIC = 0.5  # "people" here and "people" there: a common noun does not say who
_SMALL = frozenset(["the", "of", "for", "and", "in", "on", "a", "an", "de", "al"])


class Key(msgspec.Struct, frozen=True, cache_hash=True):
    """What identifies a party. `side`: the state it acts for or its own code, else its name in lower case.

    `proper`: some word has a capital.
    """

    name: str
    code: str | None
    country: str | None
    side: str
    words: frozenset[str]
    proper: bool


@lru_cache(maxsize=65536)
def key_of(name: str, code: str | None, country: str | None) -> Key:
    """The key of a party or speaker."""
    words = frozenset(word for word in name.lower().replace("-", " ").split() if word not in _SMALL)
    return Key(name.lower(), code, country, side_of(name, code, country), words, any(c.isupper() for c in name))


def side_of(name: str, code: str | None, country: str | None) -> str:
    """The state a party acts for (`RUS` for RUSGOV), else its code, else its name in lower case."""
    if code and country and code.startswith(country) and code[3:6] in _STATE_ROLES:
        return country
    if code and not country and len(code) == 6 and code[3:] in _STATE_ROLES:
        return code[:3]
    return code or name.lower()


@lru_cache(maxsize=262144)
def likeness(a: Key, b: Key) -> float:
    """1 the same party, 0 different parties; between them what may be the same (a state and one of its own)."""
    if not (a.proper or b.proper) and (a.name == b.name or (a.code and a.code == b.code)):
        return GENERIC
    if a.name == b.name or (a.code and a.code == b.code and (a.code == a.side or not (a.proper and b.proper))):
        return 1.0
    if _kin_names(a, b):
        return 0.9
    if a.side == b.side:
        return 0.8
    if a.country and a.country == b.country:
        return 0.4 if None in (a.code, b.code) else 0.25 if _of_state(a, b) else 0.1
    if not (a.proper and b.proper) and (a.code is None or b.code is None):
        return 0.3
    return 0.0


def _of_state(a: Key, b: Key) -> bool:
    """A state and people who live under its code (RUS and RUSCVL); not a state and a group of its own (TAL)."""
    state, other = (a, b) if a.side == a.country else (b, a)
    return state.side == state.country and (other.code or "").startswith(state.side)


def _kin_names(a: Key, b: Key) -> bool:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if short.words and short.words <= long.words and short.proper:
        return not (a.code and b.code and a.code != b.code)
    initials = "".join(word[0] for word in long.name.split() if word not in _SMALL)
    return len(initials) > 2 and short.name.replace(".", "") == initials


def identified(a: Sequence[Key], b: Sequence[Key]) -> bool:
    """Whether two lists share a party that is known by name or code."""
    return any(likeness(one, other) >= 0.8 for one in a for other in b)


def agreement(a: Sequence[Key], b: Sequence[Key]) -> float | None:
    """How well two lists of parties agree, 0 to 1; None when one of them names nobody."""
    if not a or not b:
        return None
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return sum(max(likeness(one, other) for other in long) for one in short) / len(short)


def together(a: Sequence[Key], b: Sequence[Key]) -> float | None:
    """How well two whole parties of a mutual act agree: who signs with whom says which treaty it is.

    0 to 1, None when one of them names nobody; the smaller of how much of each is in the other.
    """
    if not a or not b:
        return None
    there = sum(max(likeness(one, other) for other in b) for one in a) / len(a)
    back = sum(max(likeness(one, other) for other in a) for one in b) / len(b)
    return min(there, back)


def same_side(a: Key, b: Key) -> bool:
    """Whether two parties stand for one side: the same, or acting for the same state."""
    return likeness(a, b) >= 0.8
