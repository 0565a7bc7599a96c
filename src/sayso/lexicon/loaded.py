"""Words that take sides, and words in which a writer shows: each with its technique or cue, and how surely.

A `technique` is what the words do when a narrator uses them; they may be shown. A `cue` only counts towards how
subjective a sentence is told. `weight` is the chance, 0 to 1, that a narrator who uses the words takes sides (of a
technique) or speaks for himself (of a cue).
"""

import re
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self

import msgspec

from sayso.lexicon.files import LexiconError, entries
from sayso.model.flow import Word

KIND = "loaded"
WEIGHTS = "slant_weights"
Technique = Literal[
    "loaded-language", "name-calling", "exaggeration", "scare-quotes", "appeal-to-fear", "whataboutism", "insinuation"
]  # fmt: skip
Cue = Literal[
    "stance", "intensifier", "appeal", "first-person", "prescription", "argument", "evaluation"
]  # fmt: skip
_PIECES = re.compile(r"\s+|(?<=\w)(-)(?=\w)")


class LoadedEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one technique or one cue. `words`: lemmas or forms; `phrases`: several in a row, likewise.

    `pos`: the words (not the phrases) count only with one of these tags; empty: with any. `yes`: a sentence to the
    words found in it; `no`: sentences in which the entry finds nothing.
    """

    id: str
    weight: float
    technique: Technique | None = None
    cue: Cue | None = None
    pos: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    yes: dict[str, str] = {}
    no: tuple[str, ...] = ()


class SlantWeight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one feature of a sentence adds to how subjective and how slanted it is, for each unit up to `most`."""

    feature: str
    subjective: float
    slanted: float
    most: float


class _Slot(msgspec.Struct, frozen=True, gc=False):
    """What may begin at a word: entries of the word alone, and phrases by their second word, longest first."""

    alone: tuple[LoadedEntry, ...]
    phrases: dict[str, tuple[tuple[tuple[str, ...], LoadedEntry], ...]]


class LoadedLexicon:
    """All entries, found at a word by one look-up, and the weights of the features. Immutable after loading."""

    __slots__ = ("_slots", "entries", "weights")

    def __init__(self, found: Sequence[LoadedEntry], weights: Sequence[SlantWeight] = ()) -> None:
        self.entries = tuple(found)
        self.weights: Mapping[str, SlantWeight] = MappingProxyType({weight.feature: weight for weight in weights})
        self._slots = _slots(found)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Self:
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        found = entries(KIND, LoadedEntry, extra)
        for entry in found:
            if not 0.0 <= entry.weight <= 1.0 or (entry.technique is None) == (entry.cue is None):
                raise LexiconError(f"{KIND} entry {entry.id!r}: a weight of 0 to 1 and either a technique or a cue")
        return cls(found, entries(WEIGHTS, SlantWeight, extra))

    @property
    def starts(self) -> Container[str]:
        """The forms and lemmas that any entry begins with."""
        return self._slots

    def at(self, words: Sequence[Word], i: int) -> Sequence[tuple[LoadedEntry, int]]:
        """What begins at word `i`, with the index after it: the longest phrase, else the entries of the word."""
        word = words[i]
        slot = self._slots.get(word.lower)
        found = _of(slot, words, i) if slot is not None else ()
        if found or word.lemma == word.lower:
            return found
        slot = self._slots.get(word.lemma)
        return _of(slot, words, i) if slot is not None else ()


def _of(slot: _Slot, words: Sequence[Word], i: int) -> Sequence[tuple[LoadedEntry, int]]:
    if slot.phrases and i + 1 < len(words):
        following = words[i + 1]
        known = slot.phrases.get(following.lower) or slot.phrases.get(following.lemma)
        for rest, entry in known or ():
            end = i + 2 + len(rest)
            if end <= len(words) and all(
                part in (word.lower, word.lemma) for part, word in zip(rest, words[i + 2 : end], strict=True)
            ):
                return ((entry, end),)
    pos = words[i].pos
    return [(entry, i + 1) for entry in slot.alone if not entry.pos or pos in entry.pos]


def _slots(found: Sequence[LoadedEntry]) -> Mapping[str, _Slot]:
    alone: dict[str, dict[str, LoadedEntry]] = {}
    phrases: dict[str, dict[tuple[str, ...], LoadedEntry]] = {}
    for entry in found:
        for words in (*entry.words, *entry.phrases):
            first, *rest = _pieces(words)
            if rest:
                phrases.setdefault(first, {})[tuple(rest)] = entry
            else:
                _add(alone.setdefault(first, {}), entry)
    return {
        first: _Slot(tuple(alone.get(first, {}).values()), _by_second(phrases.get(first, {})))
        for first in {*alone, *phrases}
    }


def _by_second(
    phrases: Mapping[tuple[str, ...], LoadedEntry],
) -> dict[str, tuple[tuple[tuple[str, ...], LoadedEntry], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], LoadedEntry]]] = {}
    for (second, *rest), entry in sorted(phrases.items(), key=lambda pair: -len(pair[0])):
        found.setdefault(second, []).append((tuple(rest), entry))
    return {second: tuple(those) for second, those in found.items()}


def _add(known: dict[str, LoadedEntry], entry: LoadedEntry) -> None:
    """One technique and one cue for a word and its tags: the heavier of two, a later one (a user's) when alike."""
    kind = f"{'technique' if entry.technique else 'cue'} {' '.join(entry.pos)}"
    if kind not in known or known[kind].weight <= entry.weight:
        known[kind] = entry


def _pieces(words: str) -> list[str]:
    """The tokens of a word or phrase: blanks part them, and a hyphen is one of its own, as in a parse."""
    return [piece for piece in _PIECES.split(words.lower()) if piece]
