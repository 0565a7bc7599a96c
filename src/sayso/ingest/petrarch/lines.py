"""The lines of a PETRARCH dictionary without their comments, and what of it could not be carried over."""

import re
from collections.abc import Iterator

import msgspec

MAX_LINE = 2_000
_COMMENT = re.compile(r"[#;].*")


class Line(msgspec.Struct, frozen=True):
    """A line with something in it. `number` counts from 1."""

    number: int
    text: str


class LeftOut(msgspec.Struct, frozen=True):
    """Something in a dictionary that Sayso has no place for: where, what, and why."""

    file: str
    line: int
    text: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}: {self.reason}"


class Left:
    """A list of what was left out of one file, to be added to while the file is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[LeftOut] = []

    def add(self, line: Line, reason: str) -> None:
        """Note that `line`, or a part of it, could not be carried over."""
        self.found.append(LeftOut(self.file, line.number, line.text[:200], reason))


def lines(text: str, left: Left) -> Iterator[Line]:
    """Lines that hold more than a comment (`#`, `;` or `<...>`), stripped. One that is too long is left out."""
    for number, raw in enumerate(text.splitlines(), 1):
        bare = "" if raw.lstrip().startswith("<") else _COMMENT.sub("", raw).strip()
        if len(bare) > MAX_LINE:
            left.add(Line(number, bare[:MAX_LINE]), f"a line longer than {MAX_LINE} characters")
        elif bare:
            yield Line(number, bare)
