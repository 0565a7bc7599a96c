"""The sides of relations: a state with all who act for it, or a group; and what to call each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.comparing.party import Key
from sayso.comparing.view import Told


class Sides:
    """The sides that the claims name. Unnamed and generic parties ("thousands", "residents") are no side."""

    __slots__ = ("_keys", "_names")

    def __init__(self, told: Sequence[Told]) -> None:
        names: dict[str, Counter[str]] = defaultdict(Counter)
        keys: dict[str, list[Key]] = defaultdict(list)
        for one in told:
            for party, key in zip(
                (*one.claim.actors, *one.claim.recipients), (*one.actors, *one.recipients), strict=True
            ):
                if self.of(key) is not None:
                    # The state's own name before those of its offices and people.
                    names[key.side][party.name] += 1 if key.code != key.side else 1000
                    keys[key.side].append(key)
        self._names = {side: max(count, key=lambda name: (count[name], name)) for side, count in names.items()}
        self._keys = {side: tuple(dict.fromkeys(of)) for side, of in keys.items()}

    @staticmethod
    def of(key: Key) -> str | None:
        """The side a party stands on, None when it has no name or code of its own."""
        return key.side if key.code or key.proper else None

    def name(self, side: str) -> str:
        """What to call a side."""
        return self._names[side]

    def keys(self, side: str) -> Iterable[Key]:
        """Every party on the side."""
        return self._keys[side]
