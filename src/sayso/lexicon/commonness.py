"""How common a word is in news: a rare word that two texts share tells more than a common one."""

from collections.abc import Mapping
from pathlib import Path

from sayso.lexicon.files import DATA

FILE = DATA / "commonness" / "words.txt"
"""A rarity, 0 to 1, and the stems that have it, a line each. Made by training/commonness.py."""
RAREST = 1.2
"""The rarity of a stem that is not listed."""


class Commonness:
    """The rarity of stems."""

    __slots__ = ("_rarity",)

    def __init__(self, rarity: Mapping[str, float]) -> None:
        self._rarity = rarity

    @classmethod
    def load(cls, path: Path = FILE) -> "Commonness":
        """The packaged table, or another file of its form. Raises ValueError for a line without a number."""
        found: dict[str, float] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            rarity, *stems = line.split()
            found.update(dict.fromkeys(stems, float(rarity)))
        return cls(found)

    def rarity(self, stem: str) -> float:
        """0 for the commonest words, 1.2 for those that news rarely has."""
        return self._rarity.get(stem.replace(".", ""), RAREST)
