"""Sets of keys compared in bulk: which two share what, each key counted by how few hold it.

How few is told by the collection and by news in general, so that two texts are compared as well as two thousand.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.lexicon.commonness import Commonness
from sayso.lexicon.stems import stem

Matrix = npt.NDArray[np.float32]
SENTENCES: Final = 50.0  # sentences of other news that count with those of the collection
MAX_KEYS: Final = 6_000  # keys that two or more hold; beyond that the rarest are left out


class Shared:
    """One set of keys a row. `scaled @ scaled.T` is the cosine of every two rows, keys weighted by rarity."""

    def __init__(self, sets: Sequence[frozenset[str]], common: Commonness) -> None:
        counts = Counter(key for one in sets for key in one)
        every = len(sets) + SENTENCES
        self.weight = {
            key: math.log(1.0 + every / (count + SENTENCES * frequency(key, common))) for key, count in counts.items()
        }
        held = sorted((key for key, count in counts.items() if count > 1), key=lambda key: (-counts[key], key))
        place = {key: k for k, key in enumerate(held[:MAX_KEYS])}
        self.scaled = np.zeros((len(sets), max(len(place), 1)), np.float32)
        for row, one in enumerate(sets):
            norm = sum(self.weight[key] ** 2 for key in sorted(one)) ** 0.5 + 1e-9
            for key in one:
                if key in place:
                    self.scaled[row, place[key]] = self.weight[key] / norm
        self.has = np.array([bool(one) for one in sets], np.float32)


def frequency(word: str, common: Commonness) -> float:
    """The share of the sentences of news that have a word."""
    return math.exp(-2.0 - 6.0 * common.rarity(stem(word)))


def cosine(one: Shared, rows: slice) -> Matrix:
    """Likeness of `rows` to all."""
    return np.asarray(one.scaled[rows] @ one.scaled.T, np.float32)


def apart(one: Shared, rows: slice, alike: Matrix) -> Matrix:
    """1 where both have keys and share none."""
    return np.asarray(one.has[rows, None] * one.has[None, :] * (alike <= 0), np.float32)
