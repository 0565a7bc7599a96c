"""The sides of relations: a state with all who act for it, or a group; what to call each, and how much it weighs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.comparing.party import Key
from sayso.comparing.view import Told
from sayso.lexicon.codes import Sector
from sayso.lexicon.files import entries

POWER: Final = 2
"""Standing of a state, an organisation of states, an armed group and all who hold office or command in them."""
NAMED: Final = 1
"""Standing of people of a country: its protesters, its newspapers."""


class Sides:
    """The sides that the claims name. Unnamed, generic and unresolved parties ("thousands", "it") are no side."""

    __slots__ = ("_keys", "_names", "_sectors", "_standing")

    def __init__(self, told: Sequence[Told]) -> None:
        self._sectors = sectors()
        names: dict[str, Counter[str]] = defaultdict(Counter)
        keys: dict[str, list[Key]] = defaultdict(list)
        self._standing: dict[str, int] = {}
        for one in told:
            for party, key in zip(
                (*one.claim.actors, *one.claim.recipients), (*one.actors, *one.recipients), strict=True
            ):
                standing = standing_of(key, self._sectors)
                if standing:
                    # The state's own name before those of its offices and people.
                    names[key.side][party.name] += 1 if key.code != key.side else 1000
                    keys[key.side].append(key)
                    self._standing[key.side] = max(standing, self._standing.get(key.side, 0))
        self._names = {side: max(count, key=lambda name: (count[name], name)) for side, count in names.items()}
        self._keys = {side: tuple(dict.fromkeys(of)) for side, of in keys.items()}

    def of(self, key: Key) -> str | None:
        """The side a party stands on, None when it has no code of its own."""
        return key.side if standing_of(key, self._sectors) else None

    def name(self, side: str) -> str:
        """What to call a side."""
        return self._names[side]

    def standing(self, side: str) -> int:
        """How much a side weighs: POWER or NAMED."""
        return self._standing[side]

    def keys(self, side: str) -> Iterable[Key]:
        """Every party on the side."""
        return self._keys[side]


def sectors() -> frozenset[str]:
    """The letters that stand for a role in actor codes."""
    return frozenset(sector.code for sector in entries("sectors", Sector))


def standing_of(key: Key, roles: frozenset[str]) -> int:
    """POWER or NAMED; 0 for whoever is known by no more than a role ("police") or not known at all."""
    if not key.code:
        return 0
    country = bool(key.country) and key.code.startswith(key.country or "")
    if country and key.side == key.country:
        return POWER
    rest = key.code[3:] if country else key.code
    group = any(part not in roles for part in (rest[k : k + 3] for k in range(0, len(rest), 3)))
    return POWER if group else NAMED if country else 0
