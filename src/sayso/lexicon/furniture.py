"""Site furniture and the parts of a page that are not its story: words and shapes as data, one concept an entry."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Self

import msgspec

from sayso.lexicon.files import LexiconError, entries
from sayso.lexicon.genre import GenreLexicon

Role = Literal["tail", "aside", "label", "byline", "agency", "dateline", "opening", "background"]

KIND = "furniture"
MAX_SHAPE = 200
_EDGES = " \t\u00a0\u200b-–—*•·|:>»›#_[](){}.,!…⦁\"'“”‘’"
_SPACES = re.compile(r"\s+")


class FurnitureEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept of page furniture. A line is one when any of these fits:

    `lines`: the whole line, case and outer punctuation aside; `starts` / `contains`: its first words / any words,
    if the line has at most `most_words`; `shapes`: a regular expression for the whole line as it stands.
    For the roles `byline` and `opening` the groups `author`, `source` and `date` of a shape are kept;
    an `opening` fits the beginning of a paragraph (`KABUL (Reuters) -`), not a whole line.
    """

    id: str
    role: Role
    lines: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    most_words: int = 12
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Fit(msgspec.Struct, frozen=True):
    """What a line was recognised as, by which entry; `end` is where an opening stops within the line."""

    entry: str
    role: Role
    end: int
    author: str | None = None
    source: str | None = None


class FurnitureLexicon:
    """All entries, indexed so that a line costs a few look-ups. Immutable after loading."""

    def __init__(self, found: Sequence[FurnitureEntry], genre: GenreLexicon) -> None:
        self.entries = tuple(found)
        self.genre = genre
        self._lines: dict[str, FurnitureEntry] = {}
        self._starts: dict[str, list[tuple[str, FurnitureEntry]]] = {}
        self._contains: dict[str, FurnitureEntry] = {}
        self._shapes: list[tuple[re.Pattern[str], FurnitureEntry]] = []
        self._openings: list[tuple[re.Pattern[str], FurnitureEntry]] = []
        for entry in self.entries:
            self._index(entry)
        words = sorted(map(re.escape, self._contains), key=len, reverse=True)
        self._any = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Self:
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        return cls(entries(KIND, FurnitureEntry, extra), GenreLexicon.load(extra))

    def _index(self, entry: FurnitureEntry) -> None:
        for line in entry.lines:
            self._lines[_plain(line)] = entry
        for phrase in entry.starts:
            start = _start(phrase)
            self._starts.setdefault(_first(start), []).append((start, entry))
        for phrase in entry.contains:
            self._contains[_plain(phrase)] = entry
        target = self._openings if entry.role == "opening" else self._shapes
        for shape in entry.shapes:
            target.append((_compiled(shape, entry.id), entry))

    def fit(self, line: str) -> Fit | None:
        """What this line of a page is, or None when it is nobody's furniture."""
        if len(line) > 4 * MAX_SHAPE:
            return None
        plain = _plain(line)
        entry = self._lines.get(plain) or self._by_words(plain, _start(line))
        if entry is not None:
            return Fit(entry.id, entry.role, len(line))
        return self._by_shape(line.strip()) if len(line) <= MAX_SHAPE else None

    def opening(self, paragraph: str) -> Fit | None:
        """The dateline that a paragraph opens with (`KABUL, Aug 15 (Reuters) - `), or None."""
        head = paragraph[:MAX_SHAPE]
        for pattern, entry in self._openings:
            match = pattern.match(head)
            if match and match.end() < len(paragraph):
                return _fit(match, entry)
        return None

    def _by_words(self, plain: str, start: str) -> FurnitureEntry | None:
        count = plain.count(" ") + 1
        for phrase, entry in self._starts.get(_first(start), ()):
            if count <= entry.most_words and start.startswith(phrase) and not start[len(phrase) :][:1].isalnum():
                return entry
        match = self._any.search(plain) if self._any else None
        entry_in = self._contains[match.group()] if match else None
        return entry_in if entry_in and count <= entry_in.most_words else None

    def _by_shape(self, line: str) -> Fit | None:
        for pattern, entry in self._shapes:
            match = pattern.fullmatch(line)
            if match:
                return _fit(match, entry)
        return None


def _start(line: str) -> str:
    return _SPACES.sub(" ", line.casefold().replace("’", "'")).lstrip(_EDGES)


def _plain(line: str) -> str:
    return _start(line).rstrip(_EDGES)


def _first(start: str) -> str:
    return start.split(" ", 1)[0].rstrip(":,.!;")


def _compiled(shape: str, entry: str) -> re.Pattern[str]:
    try:
        return re.compile(shape)
    except re.error as error:
        raise LexiconError(f"furniture entry {entry!r}: bad shape {shape!r} ({error})") from error


def _fit(match: re.Match[str], entry: FurnitureEntry) -> Fit:
    groups = match.groupdict()
    return Fit(entry.id, entry.role, match.end(), groups.get("author"), groups.get("source"))
