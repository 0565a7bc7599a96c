"""What acts say of those who have a part in them, and the weights of a small model of how targets are written about."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from sayso.lexicon.files import DATA, entries

WEIGHTS = DATA / "polarity" / "weights.txt"
"""A feature and its weights for negative, neutral and positive, a line each. Made by training/polarity.py."""
Weights = tuple[float, float, float]


class PolarityEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs, by lemma, that put their doer or who they are done to in a bad (-1) or a good (1) light; 0: in neither.

    `told`: words of any kind that judge whom they are said of, instead.

    `yes`/`no`: sentences with a target in brackets that gets, or does not get, the entry's sign.
    """

    id: str
    words: tuple[str, ...]
    doer: int = 0
    done_to: int = 0
    told: int = 0
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class PolarityLexicon:
    """`doer` and `done_to` map a lemma to its sign; `acts` holds all of these, and acts without a sign.

    `told` maps a judging word to its sign.
    """

    __slots__ = ("acts", "doer", "done_to", "entries", "told", "weights")

    def __init__(self, found: Sequence[PolarityEntry], weights: Mapping[str, Weights]) -> None:
        self.entries = tuple(found)
        self.acts = frozenset(word for entry in found if not entry.told for word in entry.words)
        self.told: Mapping[str, int] = {word: entry.told for entry in found for word in entry.words if entry.told}
        self.doer: Mapping[str, int] = {word: entry.doer for entry in found for word in entry.words if entry.doer}
        self.done_to: Mapping[str, int] = {
            word: entry.done_to for entry in found for word in entry.words if entry.done_to
        }
        self.weights = weights

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "PolarityLexicon":
        """Sayso's own entries and those of `extra` files, with the packaged weights. Raises LexiconError."""
        return cls(entries("polarity", PolarityEntry, extra), load_weights())


def load_weights(path: Path = WEIGHTS) -> Mapping[str, Weights]:
    """The weights of a file. Raises ValueError for a line that is not a feature and three numbers."""
    found: dict[str, Weights] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        feature, negative, neutral, positive = line.split(" ")
        found[feature] = (float(negative), float(neutral), float(positive))
    return found
