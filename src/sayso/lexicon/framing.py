"""Vocabulary of naming: nouns and modifiers that tell what an account calls somebody, with their connotation."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import entries
from sayso.model.record import Connotation

Kind = Literal["noun", "modifier", "naming"]
Beside = Literal["any", "adjective", "group", "none"]
Telling = Literal["always", "coloured", "group"]


class LabelEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way of naming. `words`: lemmas, or phrases of lemmas. `yes`: sentence to the label it must give.

    `beside`: whose name standing with the noun makes it that actor's label. `any`: also an owner's ("Iran's
    government"); `adjective`: any but an owner's ("Russian occupiers"); `group`: only a group's own name ("Taliban
    fighters", for "Syrian rebels" says nothing of Syria); `none`: a name beside it never does.
    `telling`: when the noun says how an account sees somebody. `always`; `coloured`: only with a modifier that is
    not neutral ("the president" is an office); `group`: also of a group that is no state ("the Taliban government").
    """

    id: str
    kind: Kind
    words: tuple[str, ...]
    connotation: Connotation = "neutral"
    beside: Beside = "any"
    telling: Telling = "always"
    yes: dict[str, str] = {}
    no: tuple[str, ...] = ()


class FramingLexicon:
    """Label nouns and modifiers by lemma, and the verbs that name."""

    __slots__ = ("beside", "entries", "modifiers", "naming", "nouns", "telling")

    def __init__(self, found: Sequence[LabelEntry]) -> None:
        self.entries = tuple(found)
        self.nouns: Mapping[str, Connotation] = _by_word(found, "noun")
        self.modifiers: Mapping[str, Connotation] = _by_word(found, "modifier")
        self.beside: Mapping[str, Beside] = {
            word.lower(): entry.beside for entry in found if entry.kind == "noun" for word in entry.words
        }
        self.telling: Mapping[str, Telling] = {
            word.lower(): entry.telling for entry in found if entry.kind == "noun" for word in entry.words
        }
        self.naming = frozenset(_by_word(found, "naming"))

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "FramingLexicon":
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        return cls(entries("framing", LabelEntry, extra))

    def connotation(self, noun: str, before: Sequence[str]) -> Connotation:
        """How a noun lemma with the modifier lemmas before it sounds: the first that is not neutral decides."""
        whole = self.nouns.get(" ".join([*before[-1:], noun]), "neutral")
        found = [whole, self.nouns.get(noun, "neutral"), *(self.modifiers.get(word, "neutral") for word in before)]
        return next((one for one in found if one != "neutral"), "neutral")


def _by_word(found: Sequence[LabelEntry], kind: Kind) -> dict[str, Connotation]:
    return {word.lower(): entry.connotation for entry in found if entry.kind == kind for word in entry.words}
