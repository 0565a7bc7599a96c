"""Documents by what they are about: likeness of their words and names, and topics of documents that are alike."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from sayso.comparing.link.linkage import average_linkage
from sayso.comparing.link.mention import CONTENT
from sayso.comparing.link.shared import Matrix, frequency
from sayso.lexicon.commonness import Commonness
from sayso.model.flow import Parse

OTHERS: Final = 100.0  # articles of other news that count with those of the collection
SENTENCES: Final = 20  # of an article
NEAR: Final = 0.35  # likeness of two articles on one happening
MAX_WORDS: Final = 20_000  # words of a document that count
MAX_VOCABULARY: Final = 30_000


def bag(parse: Parse) -> dict[str, float]:
    """How often each content lemma stands in a document, names counted double."""
    counts: Counter[str] = Counter()
    for word in parse.words[:MAX_WORDS]:
        if word.pos in CONTENT and len(word.lemma) > 1 and word.lemma.isalnum():
            counts[word.lemma] += 2 if word.pos == "PROPN" else 1
    return {word: 1.0 + math.log(count) for word, count in counts.items()}


def likeness(bags: Sequence[dict[str, float]], common: Commonness) -> Matrix:
    """Cosine of every two documents, each word counted by how few of them hold it."""
    spread = Counter(word for one in bags for word in one)
    shared = [word for word, count in spread.most_common(MAX_VOCABULARY) if count > 1]
    place = {word: k for k, word in enumerate(shared)}
    weight = {word: _weight(word, count, len(bags), common) for word, count in spread.items()}
    found = np.zeros((len(bags), max(len(shared), 1)), np.float32)
    for row, one in enumerate(bags):
        norm = math.sqrt(sum((value * weight[word]) ** 2 for word, value in one.items())) + 1e-9
        for word, value in one.items():
            if word in place:
                found[row, place[word]] = value * weight[word] / norm
    alike = np.asarray(found @ found.T, np.float32)
    np.fill_diagonal(alike, 1.0)
    return alike


def _weight(word: str, count: int, documents: int, common: Commonness) -> float:
    expected = OTHERS * (1.0 - (1.0 - frequency(word, common)) ** SENTENCES)
    return math.log(1.0 + (OTHERS + documents) / (expected + count))


def relative(alike: Matrix) -> Matrix:
    """Likeness as a share of how like each of the two is to its nearest other, or would be if that were near."""
    others = alike.copy()
    np.fill_diagonal(others, 0.0)
    best = np.sqrt(np.maximum(others.max(axis=1, initial=0.0), NEAR))
    found = alike / np.outer(best, best)
    np.fill_diagonal(found, 1.0)
    return np.asarray(np.minimum(found, 1.5), np.float32)


def topics(alike: Matrix, threshold: float) -> list[int]:
    """A topic number for each document: average linkage down to `threshold`."""
    return average_linkage(alike, threshold)
