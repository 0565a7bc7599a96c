"""A text as a page shows it: units (lines, or paragraphs of wrapped lines) and the features that tell their use."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_BLANK = re.compile(r"(?:\r\n|[\r\n\u2028\u2029\x0b\x0c])[^\S\r\n]*(?:\r\n|[\r\n\u2028\u2029\x0b\x0c])")
_NOT_LATIN = re.compile(r"[\u0370-\u1cff\u2c00-\ua6ff\ua800-\uabff\ufb1d-\uffdc]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_ASKS = re.compile(
    r"(?:so|and|but)?,? ?(?:what|who|whom|whose|why|how|when|where|which|is|are|can|could|will|does|do|did|should)\b",
    re.IGNORECASE,
)
_CLOSING = "\"'”’»)] \u00a0*_"
_SAME = str.maketrans("’‘“”\u00a0\n–—\u2011", "''\"\"  ---")
_AFTER_TITLE = re.compile(r"\s*(?:[\r\n\u2028\u2029]|[.!?:|–—-]+\s|$)")
_DATED = re.compile(
    r"\s+(?:[A-Z]{2,6} )?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?"
    r"\d{1,2}[ ./-](?:[A-Z][a-z]{2,8}|\d{1,2})[ ./-]\d{4}\s"
)
FEATURE_WORDS = 400
MAX_TITLE_OFFSET = 120
WRAP_WIDTH = (36, 132)
WRAP_LINES = 8


class Unit(NamedTuple):
    """`text[start:end]`, trimmed. `gap`: a blank line stands before it. `glued`: markup, not words.

    `heading`: marked as one (Markdown); `wrapped`: several lines of one paragraph; `is_title`: the given title.
    """

    text: str
    start: int
    end: int
    gap: bool
    glued: bool = False
    heading: bool = False
    wrapped: bool = False
    is_title: bool = False

    @property
    def words(self) -> int:
        """How many words, counted to `FEATURE_WORDS` times six characters at most."""
        return len(_WORD.findall(self.text, 0, FEATURE_WORDS * 6))

    @property
    def mark(self) -> str:
        """The last character that is no closing quotation mark or bracket."""
        bare = self.text[-12:].rstrip(_CLOSING)
        return bare[-1] if bare else self.text[-1]

    @property
    def ends(self) -> bool:
        """Whether it closes like a sentence."""
        return self.mark in ".!?…;:。" or self.text.endswith("...")

    @property
    def is_prose(self) -> bool:
        """A sentence at least: it closes like one, or is longer than any heading."""
        count = self.words
        return (self.ends and count >= 8) or count > 30

    @property
    def lower_start(self) -> bool:
        """Whether the first letter is small."""
        match = _LETTER.search(self.text, 0, 12)
        return match is not None and match.group().islower()

    @property
    def asks(self) -> bool:
        """Whether it opens as questions do."""
        return _ASKS.match(self.text) is not None

    @property
    def foreign(self) -> int:
        """Letters (of the first two thousand characters) in scripts other than the Latin."""
        return len(_NOT_LATIN.findall(self.text, 0, 2000))

    @property
    def latin(self) -> int:
        """Letters (of the first two thousand characters) in the Latin script."""
        return len(_LETTER.findall(self.text, 0, 2000)) - self.foreign


def units(text: str, title: tuple[int, int] | None = None) -> Iterator[Unit]:
    """The units of a text in order; `title` is where the given title stands at its head."""
    start = 0
    if title is not None:
        before = text[: title[0]].strip()
        if before:
            yield Unit(before, text.index(before), text.index(before) + len(before), True)
        yield Unit(text[title[0] : title[1]], *title, True, is_title=True)
        start = title[1]
    blocks = list(_blocks(text, start))
    wrapped = _wraps(text, blocks)
    for number, block in enumerate(blocks):
        yield from _block_units(text, block, wrapped and number > 0)


def _blocks(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines with no blank line between them."""
    block: list[tuple[int, int]] = []
    last = start
    for match in _LINE.finditer(text, start):
        line = match.group()
        if not line.strip():
            continue
        left = match.start() + len(line) - len(line.lstrip())
        if block and _BLANK.search(text, last, left):
            yield block
            block = []
        last = match.start() + len(line.rstrip())
        block.append((left, last))
    if block:
        yield block


def _wraps(text: str, blocks: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether a text is broken at a column: lines inside blocks are about as long, and few end a sentence."""
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < WRAP_LINES:
        return False
    lengths = sorted(end - start for start, end in inner)
    longest = lengths[int(0.95 * (len(lengths) - 1))]
    full = sum(length >= 0.75 * longest for length in lengths)
    open_ended = sum(text[end - 1] not in '.!?:"”' for _, end in inner)
    return longest <= WRAP_WIDTH[1] and full >= 0.7 * len(inner) and open_ended >= 0.6 * len(inner)


def _block_units(text: str, block: Sequence[tuple[int, int]], wrapped: bool) -> Iterator[Unit]:
    if _is_wrapped(text, block) or (wrapped and len(block) > 1):
        start, end = block[0][0], block[-1][1]
        yield Unit(text[start:end], start, end, True, wrapped=True)
        return
    for k, (start, end) in enumerate(block):
        yield Unit(text[start:end], start, end, k == 0)


def _is_wrapped(text: str, block: Sequence[tuple[int, int]]) -> bool:
    """Whether the lines are one paragraph broken at a column: even lengths, many going on with a small letter."""
    if len(block) < 2:
        return False
    inner = block[:-1]
    if not all(WRAP_WIDTH[0] <= end - start <= WRAP_WIDTH[1] for start, end in inner):
        return False
    small = sum(text[start].islower() for start, _ in block[1:])
    return small >= max(1, 0.3 * len(inner)) or (len(inner) >= 3 and _wraps(text, (block, block, block)))


def title_at_head(text: str, title: str | None) -> tuple[int, int] | None:
    """Where a given title is repeated at the head of the text (quotes and spaces aside), as a range, or None."""
    wanted = (title or "").strip().translate(_SAME).casefold()
    if len(_WORD.findall(wanted)) < 3 or len(wanted) != len((title or "").strip()):
        return None
    head = text[: MAX_TITLE_OFFSET + len(wanted)].translate(_SAME)
    at = head.casefold().find(wanted) if len(head.casefold()) == len(head) else -1
    if at < 0 or (_WORD.search(text, 0, at) and not _is_preface(text[:at])):
        return None
    end = at + len(wanted)
    if _AFTER_TITLE.match(text, end):
        while end < len(text) and text[end] in ".!?\"'”’":
            end += 1
        return at, end
    return (at, end) if _DATED.match(text, end) else None


def _is_preface(before: str) -> bool:
    """A date, or whole lines, may stand before the repeated title; the beginning of a sentence may not."""
    return before.rstrip(" \t").endswith(("\n", "\r")) or any(c.isdigit() for c in before)


def same_words(line: str, title: str) -> bool:
    """Whether a line repeats the title but for a few words (a site's name, a rubric)."""
    ours, theirs = (set(_WORD.findall(piece[:600].casefold())) for piece in (line, title))
    shared = len(ours & theirs)
    return shared >= 3 and shared >= 0.7 * max(len(ours), len(theirs))
