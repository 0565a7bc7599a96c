"""What one training sentence is: word pieces, and whichever labels its source gives."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from tokenizers import Tokenizer

LONGEST = 96
"""Word pieces of a training sentence; what is longer is cut."""
UNKNOWN = -1


class Example(msgspec.Struct, frozen=True, gc=False):
    """A sentence with labels by piece (on the first piece of each word) and for the whole.

    `tags`: places of words, and for each of source, cue, content 1, 0 or UNKNOWN. `certainty`: (place, value in
    [-3, 3]). `subjective`, `slanted`: 1, 0 or UNKNOWN. `targets`: (pieces of the target, class 0 to 2).
    `weight`: how much its tags and certainty count, under 1 where our own rules gave them.
    """

    ids: tuple[int, ...]
    tags: tuple[tuple[int, tuple[int, int, int]], ...] = ()
    certainty: tuple[tuple[int, float], ...] = ()
    subjective: int = UNKNOWN
    slanted: int = UNKNOWN
    targets: tuple[tuple[tuple[int, ...], int], ...] = ()
    weight: float = 1.0
    source: str = ""


class Labels(msgspec.Struct):
    """A text with labels as ranges of characters, before it is cut into pieces."""

    text: str
    words: list[tuple[int, int]]
    source: list[tuple[int, int]] | None = None
    cue: list[tuple[int, int]] | None = None
    content: list[tuple[int, int]] | None = None
    certainty: list[tuple[int, int, float]] = []
    subjective: int = UNKNOWN
    slanted: int = UNKNOWN
    targets: list[tuple[int, int, int]] = []
    weight: float = 1.0
    origin: str = ""


def example(labels: Labels, tokenizer: Tokenizer) -> Example:
    """The labels moved from characters to pieces. Words and targets beyond the longest sentence are lost."""
    encoding = tokenizer.encode([labels.text[a:b] for a, b in labels.words], is_pretokenized=True)
    ids = (*encoding.ids[: LONGEST - 1], encoding.ids[-1]) if len(encoding.ids) > LONGEST else tuple(encoding.ids)
    place: dict[int, int] = {}
    for k, owner in enumerate(encoding.word_ids[: len(ids) - 1]):
        if owner is not None:
            place.setdefault(owner, k)
    known = list(place.items())
    roles = (labels.source, labels.cue, labels.content)
    tags = tuple((p, tuple(_inside(role, labels.words[w]) for role in roles)) for w, p in known)
    certainty = tuple(
        (p, value) for a, b, value in labels.certainty for w, p in known if _meet((a, b), labels.words[w])
    )
    targets = []
    for a, b, polarity in labels.targets:
        inside = {w for w, _ in known if _meet((a, b), labels.words[w])}
        pieces = tuple(k for k, owner in enumerate(encoding.word_ids[: len(ids) - 1]) if owner in inside)
        if pieces:
            targets.append((pieces, polarity + 1))
    return Example(
        ids, tags if any(role is not None for role in roles) else (), certainty, labels.subjective,  # type: ignore[arg-type]
        labels.slanted, tuple(targets), labels.weight, labels.origin,
    )  # fmt: skip


def _inside(spans: Sequence[tuple[int, int]] | None, word: tuple[int, int]) -> int:
    return UNKNOWN if spans is None else int(any(_meet(span, word) for span in spans))


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def read(path: Path) -> list[Example]:
    """The examples of a file that `write` made."""
    decoder = msgspec.msgpack.Decoder(list[Example])
    return decoder.decode(path.read_bytes())


def write(path: Path, examples: list[Example]) -> None:
    """Keep examples in one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.msgpack.encode(examples))


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON lines of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
