"""Rough stems: enough to see that "recognised" and "recognition" are kin, without a parser."""

from functools import lru_cache

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ingly", "ings", "ing", "ies", "ied", "ions", "ion", "ers", "ed", "es", "er",
    "ly", "s", "e",
)  # fmt: skip
_SHORTEST = 4


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A lower-case word without its ending; an ending is only cut where four letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)].replace("z", "s")
    return word.replace("z", "s")
