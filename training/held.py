"""Which examples of the sentiment set are held back from training: whole articles, by a hash of their names."""

import zlib

ONE_IN = 10


def article(row_id: str) -> str:
    """The article that a row's id names: its collection and its number there."""
    return "_".join(row_id.split("_")[:2])


def is_held_back(row_id: str) -> bool:
    """Whether the row is watched, and never trained on."""
    return zlib.crc32(article(row_id).encode()) % ONE_IN == 0
