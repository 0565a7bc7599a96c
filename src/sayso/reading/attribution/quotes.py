"""Quotations: which words stand between quotation marks, over sentences and paragraphs."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from sayso.model.flow import Parse, Word

OPENING = frozenset(("“", "``", "«", "„"))
CLOSING = frozenset(("”", "»"))
# Marks that look the same on both sides.
STRAIGHT = frozenset(('"', "''"))
SINGLE_OPENING = frozenset(("‘", "'", "`"))
SINGLE_CLOSING = frozenset(("’", "'"))
MIN_SINGLE_WORDS = 3


class Quotation(msgspec.Struct, frozen=True):
    """Words `[first, last)`, marks included. `continues`: the quotation before it was never closed."""

    first: int
    last: int
    block: int
    continues: bool = False


class Quotations:
    """The quotations of a parse, in order; `at(i)` is the one that holds word `i`, marks included."""

    __slots__ = ("_at", "_quoted", "_spoken", "_starts", "all")

    def __init__(self, found: tuple[Quotation, ...], words: Sequence[Word]) -> None:
        self.all = found
        self._starts = [quotation.first for quotation in found]
        self._at: list[int] = [-1] * len(words)
        for k, quotation in enumerate(found):
            for i in range(quotation.first, quotation.last):
                self._at[i] = k
        letters = [word.text[:1].isalnum() for word in words]
        self._spoken = list(accumulate(letters, initial=0))
        self._quoted = list(
            accumulate((spoken and k >= 0 for spoken, k in zip(letters, self._at, strict=True)), initial=0)
        )

    def at(self, i: int) -> Quotation | None:
        """The quotation around word `i`, if any."""
        k = self._at[i] if 0 <= i < len(self._at) else -1
        return self.all[k] if k >= 0 else None

    def counts(self, first: int, last: int) -> tuple[int, int]:
        """How many of the words `[first, last)`, marks aside, stand inside and outside of quotations."""
        quoted = self._quoted[last] - self._quoted[first]
        return quoted, self._spoken[last] - self._spoken[first] - quoted

    def over(self, first: int, last: int) -> range:
        """Numbers, in `all`, of the quotations that share a word with `[first, last)`."""
        low = bisect_right(self._starts, first) - 1
        low += low < 0 or self.all[low].last <= first
        return range(low, bisect_left(self._starts, last))


def find(parse: Parse) -> Quotations:
    """Double quotations of every paragraph; single ones in paragraphs that have no double ones."""
    found: list[Quotation] = []
    for first, last in blocks(parse):
        number = parse.sentence(first).block
        here = list(_double(parse, first, last, number, found)) or _single(parse, first, last, number)
        found.extend(here)
    return Quotations(tuple(found), parse.words)


def blocks(parse: Parse) -> list[tuple[int, int]]:
    """Word ranges of the paragraphs."""
    edges: list[tuple[int, int]] = []
    block = -1
    for sentence in parse.sentences:
        if edges and sentence.block == block:
            edges[-1] = (edges[-1][0], sentence.last)
        else:
            edges.append((sentence.first, sentence.last))
            block = sentence.block
    return edges


def _double(parse: Parse, first: int, last: int, block: int, before: list[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    start = -1
    for i in range(first, last):
        side = _side(parse, i, start >= 0)
        if side == "open" and start < 0:
            start = i
        elif side == "close" and start >= 0:
            found.append(Quotation(start, i + 1, block, _continued(parse, start, first, before)))
            start = -1
    if 0 <= start < last - 1:
        found.append(Quotation(start, last, block, _continued(parse, start, first, before)))
    return found


def _continued(parse: Parse, start: int, first: int, before: list[Quotation]) -> bool:
    """A paragraph that opens with a mark while the last one never closed its own goes on with it."""
    if start != first or not before:
        return False
    last = before[-1].last - 1
    return last == first - 1 and not _is_mark(parse.words[last])


def _is_mark(word: Word) -> bool:
    return word.text in CLOSING or word.text in STRAIGHT or word.text in SINGLE_CLOSING


def _side(parse: Parse, i: int, inside: bool) -> str:
    text = parse.words[i].text
    if text in OPENING or (text == "`" and _glued_right(parse, i) and parse.words[i + 1].text == "`"):
        return "open"
    if text in CLOSING:
        return "close"
    if text not in STRAIGHT:
        return ""
    if inside:
        return "close"
    # An unpaired mark glued to the word before it closes something that was never opened.
    return "close" if _glued_left(parse, i) and not _glued_right(parse, i) else "open"


def _glued_left(parse: Parse, i: int) -> bool:
    return i > 0 and parse.words[i - 1].end == parse.words[i].start


def _glued_right(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse.words) and parse.words[i + 1].start == parse.words[i].end


def _single(parse: Parse, first: int, last: int, block: int) -> list[Quotation]:
    """Single quotations: an apostrophe opens none (glued left) and a possessive closes none."""
    found: list[Quotation] = []
    start = -1
    for i in range(first, last):
        word = parse.words[i]
        if start < 0 and word.text in SINGLE_OPENING and not _glued_left(parse, i) and _glued_right_letter(parse, i):
            start = i
        elif start >= 0 and word.text in SINGLE_CLOSING and word.tag != "POS" and not _glued_right_letter(parse, i):
            if i - start > MIN_SINGLE_WORDS:
                found.append(Quotation(start, i + 1, block))
            start = -1
    return found


def _glued_right_letter(parse: Parse, i: int) -> bool:
    return _glued_right(parse, i) and parse.words[i + 1].text[:1].isalpha()
