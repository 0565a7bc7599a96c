"""Evidence that two mentions tell one event, as numbers: words, parties, time, place, wording, documents.

The mentions of a block are compared by matrices, some rows at a time, so that memory stays bounded.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from sayso.comparing.link.mention import LIGHT, Mention
from sayso.comparing.link.shared import Matrix, Shared, apart, cosine
from sayso.lexicon.commonness import Commonness
from sayso.lexicon.stems import stem

FAR: Final = 30.0  # sentences beyond which two places in a document are equally far apart
UNSEEN: Final = (2.0, 6.0)  # documents imagined to have a word again, of so many imagined: a few prove little
FAR_APART: Final = 0.25  # likeness of documents below which they are hardly on one happening
_DEMONSTRATIVE: Final = frozenset({"it", "this", "that", "which"})
_OWN: Final = ("named_doer", "named_done_to", "named", "sites", "amounts")
_TIMES: Final = ("weekdays", "dates", "years")
_SETS: Final = (*_OWN, *_TIMES, "words", "types", "around", "close", "names", "times", "places", "numbers")

FEATURES: Final = (
    "same word", "same stem", "alike words", "alike phrases", "shared words", "same type", "other type",
    "two verbs", "two nouns", "verb and noun", "pronoun", "two reporting", "one reporting", "light word",
    "word recurs", "either word recurs", "habit",
    "doer", "other doer", "done to", "other done to", "anybody", "nobody shared", "roles swapped", "nobody named",
    "sentence", "close words", "sentence sense", "names", "other names",
    "times", "other times", "places", "other places", "numbers", "other numbers",
    "word in the other's sentence", "sense in the other's sentence",
    "named doer", "other named doer", "named done to", "other named done to", "anybody named", "others named",
    "own place", "other own place", "own time", "other own time", "own numbers", "other own numbers",
    "several contradictions",
    "documents", "documents apart", "nearest documents", "same document", "same sentence", "distance",
    "both early", "one early",
)  # fmt: skip
"""Names of the evidence, in the order of the last axis of `Block.rows`; each lies about between 0 and 1.

`word recurs`: the lesser share of the other documents in which the two words are mentions again, `either word recurs`
the greater, `habit` the mean over the block. Where words do not recur, accounts choose their own, and two words tell
less of two events. `nearest documents`: likeness as a share of each document's likeness to its nearest.
"""


class Vectors(Protocol):
    """Words as unit vectors whose products say how alike the words' senses are."""

    def of(self, words: Sequence[str]) -> Matrix:
        """One row a word, float32; a word that is not known has a zero row."""
        ...


class Resources(NamedTuple):
    """What is known of words before any text: their senses, and how common they are."""

    vectors: Vectors
    common: Commonness


class Setting(Protocol):
    """How the documents stand to each other: square matrices by the documents' numbers."""

    @property
    def alike(self) -> Matrix:
        """Cosine of the documents' words."""
        ...

    @property
    def relative(self) -> Matrix:
        """The same as a share of each one's likeness to its nearest."""
        ...


class Block:
    """Mentions to be compared with each other: O(n · keys) memory."""

    def __init__(self, mentions: Sequence[Mention], setting: Setting, known: Resources) -> None:
        common = known.common
        self.mentions = tuple(mentions)
        self._setting = setting
        self._document = np.array([one.document for one in mentions], np.intp)
        self._sentence = np.array([one.sentence for one in mentions], np.float32)
        self._word = _codes([one.word for one in mentions])
        self._stem = _codes([one.stem for one in mentions])
        self._sets = {name: Shared([getattr(one, name) for one in mentions], common) for name in _SETS}
        self._parties = Shared([one.doer | one.done_to | one.others for one in mentions], common)
        # Doers and done-to in one table, so that one may be found as the other.
        self._roles = Shared([*(one.doer for one in mentions), *(one.done_to for one in mentions)], common)
        self._recurs = _recurrence(self.mentions)
        self._inside = _inside(self.mentions)
        self._senses = _Senses(self.mentions, known.vectors, self._sets["around"].weight)

    def rows(self, first: int, last: int) -> Matrix:
        """Features of mentions `[first, last)` with all: shape (last - first, mentions, features)."""
        r = slice(first, last)
        found = [
            *self._of_words(r), *self._of_kinds(r), *self._of_recurrence(r), *self._of_parties(r),
            *self._of_sentences(r), *self._of_clauses(r), *self._of_documents(r),
        ]  # fmt: skip
        return np.stack([np.asarray(one, np.float32) for one in found], axis=-1)

    def _of_words(self, r: slice) -> Iterator[Matrix]:
        yield _equal(self._word, r)
        yield _equal(self._stem, r)
        yield self._senses.word[r] @ self._senses.word.T
        yield self._senses.phrase[r] @ self._senses.phrase.T
        yield cosine(self._sets["words"], r)
        types = cosine(self._sets["types"], r)
        yield np.asarray(types > 0, np.float32)
        yield apart(self._sets["types"], r, types)

    def _of_kinds(self, r: slice) -> Iterator[Matrix]:
        verb, noun, pronoun = (_flags(one.kind == kind for one in self.mentions) for kind in "VNP")
        said = _flags(one.reporting for one in self.mentions)
        light = _flags(one.word in LIGHT or one.word in _DEMONSTRATIVE for one in self.mentions)
        yield _and(verb, verb, r)
        yield _and(noun, noun, r)
        yield _and(verb, noun, r) + _and(noun, verb, r)
        yield _or(pronoun, r)
        yield _and(said, said, r)
        yield _or(said, r) - _and(said, said, r)
        yield _or(light, r)

    def _of_recurrence(self, r: slice) -> Iterator[Matrix]:
        yield np.minimum(self._recurs[r, None], self._recurs[None, :])
        most = np.maximum(self._recurs[r, None], self._recurs[None, :])
        yield most
        yield np.full_like(most, self._recurs.mean())

    def _of_parties(self, r: slice) -> Iterator[Matrix]:
        n, table, has = len(self.mentions), self._roles.scaled, self._roles.has
        doer, done_to = table[:n], table[n:]
        for role, there in ((doer, has[:n]), (done_to, has[n:])):
            alike = role[r] @ role.T
            yield alike
            yield _and(there, there, r) * (alike <= 0)
        anybody = cosine(self._parties, r)
        yield anybody
        yield apart(self._parties, r, anybody)
        yield np.maximum(doer[r] @ done_to.T, done_to[r] @ doer.T)
        yield 1.0 - _and(self._parties.has, self._parties.has, r)

    def _of_sentences(self, r: slice) -> Iterator[Matrix]:
        yield cosine(self._sets["around"], r)
        yield cosine(self._sets["close"], r)
        yield self._senses.sentence[r] @ self._senses.sentence.T
        for name in ("names", "times", "places", "numbers"):
            alike = cosine(self._sets[name], r)
            yield alike
            yield apart(self._sets[name], r, alike)
        yield np.maximum(self._inside[r], self._inside[:, r].T)
        yield np.maximum(self._senses.reach[r], self._senses.reach[:, r].T)

    def _of_clauses(self, r: slice) -> Iterator[Matrix]:
        found = list(self._agreements(r))
        yield from found
        against = np.add.reduce(found[1::2])
        yield np.maximum(0.0, against - 1.0) / 3.0

    def _agreements(self, r: slice) -> Iterator[Matrix]:
        """By turns how far two clauses agree in a thing, and whether they contradict each other in it."""
        for name in ("named_doer", "named_done_to", "named", "sites"):
            alike = cosine(self._sets[name], r)
            yield alike
            yield apart(self._sets[name], r, alike)
        times = [cosine(self._sets[name], r) for name in _TIMES]
        yield np.maximum.reduce(times)
        yield np.maximum.reduce([apart(self._sets[name], r, one) for name, one in zip(_TIMES, times, strict=True)])
        amounts = cosine(self._sets["amounts"], r)
        yield amounts
        yield apart(self._sets["amounts"], r, amounts)

    def _of_documents(self, r: slice) -> Iterator[Matrix]:
        of, early = self._document, _flags(one.sentence <= 1 for one in self.mentions)
        same = np.asarray(of[r, None] == of[None, :], np.float32)
        gap = np.abs(self._sentence[r, None] - self._sentence[None, :])
        alike = self._setting.alike[np.ix_(of[r], of)]
        yield alike
        yield np.maximum(0.0, 1.0 - alike / FAR_APART)
        yield self._setting.relative[np.ix_(of[r], of)]
        yield same
        yield same * (gap == 0)
        yield same * np.minimum(gap, FAR) / FAR
        yield _and(early, early, r)
        yield _or(early, r) - _and(early, early, r)


class _Senses:
    """Meanings by vectors: of the word, of the whole mention, of its sentence; and how near a word comes to any word
    of another mention's sentence."""

    def __init__(self, mentions: Sequence[Mention], vectors: Vectors, weight: dict[str, float]) -> None:
        lemmas = sorted({word for one in mentions for word in (one.word, *one.around, *one.words)})
        place = {word: k for k, word in enumerate(lemmas)}
        known = vectors.of(lemmas)
        rows = np.array([place[one.word] for one in mentions], np.intp)
        around = [np.array([place[word] for word in sorted(one.around)], np.intp) for one in mentions]
        counts = np.array([weight.get(word, 0.0) for word in lemmas], np.float32)
        self.word = known[rows]
        self.phrase = _unit([known[[place[word] for word in sorted(one.words)]].sum(axis=0) for one in mentions])
        self.sentence = _unit([counts[found] @ known[found] for found in around])
        unique, back = np.unique(rows, return_inverse=True)
        nearest = np.zeros((len(unique), len(mentions)), np.float32)
        for column, found in enumerate(around):
            if len(found):
                nearest[:, column] = (known[unique] @ known[found].T).max(axis=1)
        self.reach = nearest[back]


def _recurrence(mentions: Sequence[Mention]) -> Matrix:
    """For each mention, the share of the other documents in which its stem is a mention too; of few, a guess."""
    spread: dict[str, set[int]] = {}
    for one in mentions:
        spread.setdefault(one.stem, set()).add(one.document)
    others = len({one.document for one in mentions}) - 1
    seen, of = UNSEEN
    return np.array([(len(spread[one.stem]) - 1 + seen) / (others + of) for one in mentions], np.float32)


def _inside(mentions: Sequence[Mention]) -> Matrix:
    """1 where the stem of the row's word stands in the sentence of the column's mention."""
    holding: dict[str, list[int]] = {}
    for column, one in enumerate(mentions):
        for found in {stem(word) for word in one.around}:
            holding.setdefault(found, []).append(column)
    table = np.zeros((len(mentions), len(mentions)), np.float32)
    for row, one in enumerate(mentions):
        table[row, holding.get(one.stem, [])] = 1.0
    return table


def _codes(values: Sequence[str]) -> npt.NDArray[np.intp]:
    return np.unique(np.array(values, np.str_), return_inverse=True)[1]


def _flags(values: Iterator[bool]) -> Matrix:
    return np.array(list(values), np.float32)


def _equal(codes: npt.NDArray[np.intp], r: slice) -> Matrix:
    return np.asarray(codes[r, None] == codes[None, :], np.float32)


def _and(a: Matrix, b: Matrix, r: slice) -> Matrix:
    return np.asarray(a[r, None] * b[None, :], np.float32)


def _or(a: Matrix, r: slice) -> Matrix:
    return np.asarray(np.maximum(a[r, None], a[None, :]), np.float32)


def _unit(rows: Sequence[Matrix]) -> Matrix:
    table = np.stack(rows)
    return np.asarray(table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9), np.float32)
