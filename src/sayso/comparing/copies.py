"""Near-copies: texts that are one text with small changes, told by MinHash of their runs of four words."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from rensa import RMinHash, RMinHashLSH

PERMUTATIONS = 64
BANDS = 32  # of two permutations each: a pair that shares a quarter of its runs is looked at nine times in ten
RUN = 4
SEED = 7
COPY = 0.6  # share of the shorter text's runs that must stand in the longer one
LEAST = 0.2  # share of all runs of both: a long digest that quotes a short text is not its copy
MIN_RUNS = 16
MAX_WORDS = 200
_WORD = re.compile(r"\w+")
_LETTERS = 8  # code points a word may take on average before the rest of a text is left unread


class Print(msgspec.Struct, frozen=True, gc=False):
    """A text's signature, and how many runs of words it was made of."""

    signature: RMinHash
    runs: int


def words_of(text: str, count: int = MAX_WORDS) -> list[str]:
    """The first `count` words and numbers of a text, in lower case; fewer of one with long words."""
    return _WORD.findall(text[: count * _LETTERS].lower())[:count]


def print_of(words: Sequence[str], least: int = MIN_RUNS) -> Print | None:
    """The print of a text's first words; None for one of fewer runs than tell a copy from a coincidence."""
    read = words[:MAX_WORDS]
    runs = set(map(" ".join, zip(*(read[k:] for k in range(RUN)), strict=False)))
    if len(runs) < max(least, 1):
        return None
    signature = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    signature.update(runs)
    return Print(signature, len(runs))


def are_copies(a: Print, b: Print) -> bool:
    """Whether one text has most of the words of the other, in their order; they may differ in length, fivefold."""
    alike: float = a.signature.jaccard(b.signature)
    common = alike / (1 + alike) * (a.runs + b.runs)
    return alike >= LEAST and common >= COPY * min(a.runs, b.runs)


def common_copy(texts: Mapping[str, str]) -> dict[str, str]:
    """Of the texts by id, for each that is a copy of an earlier one the id of the first."""
    found: dict[str, str] = {}
    keys, index = list(texts), Copies()
    for number, key in enumerate(keys):
        made = print_of(words_of(texts[key]))
        original = next(index.originals(made), None) if made else None
        if original is not None:
            found[key] = keys[original]
        elif made:
            index.add(number, made)
    return found


class Copies:
    """Prints to look copies up among: added under a number, looked up, taken out again."""

    def __init__(self) -> None:
        self._index = RMinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS, num_bands=BANDS)
        self._prints: dict[int, Print] = {}

    def __len__(self) -> int:
        return len(self._prints)

    def originals(self, of: Print) -> Iterator[int]:
        """The numbers of the texts that `of` is a copy of, lowest first."""
        found = sorted(set(self._index.query(of.signature)))
        return (key for key in found if are_copies(of, self._prints[key]))

    def add(self, key: int, of: Print) -> None:
        """Keep a print under a number that is not in use."""
        self._index.insert(key, of.signature)
        self._prints[key] = of

    def drop(self, key: int) -> None:
        """Forget a number, if it is there."""
        if self._prints.pop(key, None) is not None:
            self._index.remove(key)
