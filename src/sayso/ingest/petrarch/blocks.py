"""Actor files as blocks: a name, its `+SYNONYMS`, and the codes of both, with or without dates."""

from collections.abc import Iterator

import msgspec

from sayso.ingest.petrarch.codes import Dated, codes
from sayso.ingest.petrarch.lines import Left, Line, lines


class Block(msgspec.Struct, frozen=True):
    """One actor of a file: its names as written (`KOFI_ANNAN_`), the first its own, and its codes."""

    line: Line
    names: tuple[str, ...]
    codes: tuple[Dated, ...]


def blocks(text: str, left: Left) -> Iterator[Block]:
    """The blocks of an actors file, in order; one without a code is left out."""
    group: list[Line] = []
    for line in lines(text, left):
        if group and not line.text.startswith(("+", "[")):
            yield from _block(group, left)
            group = []
        group.append(line)
    if group:
        yield from _block(group, left)


def _block(group: list[Line], left: Left) -> Iterator[Block]:
    names = tuple(name for line in group if (name := line.text.partition("[")[0].strip().lstrip("+").strip()))
    found = tuple(code for line in group for code in codes(line, left))
    if not names:
        left.add(group[0], "a code without a name")
    elif not found:
        if not any("[" in line.text for line in group):
            left.add(group[0], "a name without a code")
    else:
        yield Block(group[0], names, found)
