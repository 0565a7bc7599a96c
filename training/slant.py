"""Our own sentences with their labels, and those of a grammar → `data/slant.jsonl`, the training set of slant.

    python -m training.slant

Each line: `{"text", "subjective": 0|1, "slanted": 0|1, "kind"}`. The written sentences (`data/slant/*.txt`) stand
under headings `@ KIND SUBJECTIVE SLANTED`; under `@ pair KIND` a line holds two, told plainly and with a slant,
with ` ||| ` between them. The grammar (`data/slant/grammar.yaml`) fills frames at random, always the same way.
"""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

DATA = Path(__file__).parent / "data"
SEED = 20240229
BETWEEN = " ||| "
_SLOT = re.compile(r"\{(\w+)(!?)\}")


class Told(NamedTuple):
    """A sentence and how it is told."""

    text: str
    subjective: int
    slanted: int
    kind: str


def written(path: Path) -> Iterator[Told]:
    """The sentences of one file. Raises ValueError for a line before the first heading or a broken heading."""
    heading: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            heading = line.split()[1:]
        elif line and not line.startswith("#"):
            yield from _of_line(line, heading)


def _of_line(line: str, heading: list[str]) -> Iterator[Told]:
    match heading:
        case ["pair", kind]:
            plain, slanted = line.split(BETWEEN)
            yield Told(plain, 0, 0, kind)
            yield Told(slanted, 1, 1, kind)
        case [kind, subjective, slanted]:
            yield Told(line, int(subjective), int(slanted), kind)
        case _:
            raise ValueError(f"no heading above {line!r}")


def grown(path: Path, seed: int = SEED) -> Iterator[Told]:
    """Sentences of the grammar: each frame as often as it says, without repeats."""
    grammar = yaml.safe_load(path.read_text(encoding="utf-8"))
    dice, seen = random.Random(seed), set[str]()
    for frame in grammar["frames"]:
        for _ in range(frame["times"]):
            text = _filled(frame["text"], grammar["slots"], dice)
            if text not in seen:
                seen.add(text)
                yield Told(text, frame["subjective"], frame["slanted"], frame["kind"])


def _filled(frame: str, slots: dict[str, list[str]], dice: random.Random) -> str:
    """The frame with its slots filled; `{slot!}` leaves out the article."""

    def fill(match: re.Match[str]) -> str:
        choice = dice.choice(slots[match[1]])
        return re.sub(r"^[Tt]he ", "", choice) if match[2] else choice

    text = _SLOT.sub(fill, frame)
    text = re.sub(r"\ba (?=[aeio])", "an ", text)
    return text[0].upper() + text[1:]


def everything() -> list[Told]:
    """All sentences, in the order of the files, each once."""
    found: dict[str, Told] = {}
    for path in sorted((DATA / "slant").glob("*.txt")):
        for told in written(path):
            found.setdefault(told.text, told)
    for told in grown(DATA / "slant" / "grammar.yaml"):
        found.setdefault(told.text, told)
    return list(found.values())


def main() -> None:
    """Write the training set."""
    lines = (json.dumps(told._asdict(), ensure_ascii=False) for told in everything())
    (DATA / "slant.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
