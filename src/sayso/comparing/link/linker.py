"""Mentions of events in, clusters of mentions of the same event out, each link with the evidence for it.

Documents are grouped into topics by what they are about; mentions are compared with the others of their topic and
joined by average linkage. Bounded: a topic with more than `MAX_BLOCK` mentions is split into finer ones.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
import numpy as np

from sayso.comparing.link import documents
from sayso.comparing.link.evidence import Block, Resources
from sayso.comparing.link.gathering import Gatherer
from sayso.comparing.link.linkage import average_linkage
from sayso.comparing.link.mention import Mention
from sayso.comparing.link.shared import Matrix
from sayso.comparing.link.weights import PairModel
from sayso.lexicon.commonness import Commonness
from sayso.model.document import Document
from sayso.model.span import Span
from sayso.reading.reader import Reader

MAX_BLOCK: Final = 1000
MAX_DOCUMENTS: Final = 3000  # documents whose likeness is worked out all at once
ROWS: Final = 64
MAX_SHOWN: Final = 8


class MentionLink(msgspec.Struct, frozen=True):
    """Two mentions, by their places in the list given, taken for one event.

    `score`: the probability. `features`: what weighed most, with what each added to the log odds.
    """

    mentions: tuple[int, int]
    score: float
    features: dict[str, float]


class Linking(msgspec.Struct, frozen=True):
    """A cluster number for each mention given, and for each mention but the first of a cluster its best link."""

    clusters: tuple[int, ...]
    links: tuple[MentionLink, ...]


class Setting(msgspec.Struct, frozen=True):
    """How documents stand to each other: `alike` and `relative` as square matrices, and each one's topic."""

    alike: Matrix
    relative: Matrix
    topics: tuple[int, ...]


class Linker:
    """Links mentions. Make one and use it for many: it holds the vocabulary, the weights and what is known of words."""

    def __init__(self, reader: Reader, model: PairModel, known: Resources) -> None:
        self._gatherer = Gatherer(reader)
        self._model = model
        self._known = known

    def link(self, mentions: Sequence[tuple[Document, Span]]) -> Linking:
        """Clusters over all mentions at once. Raises ValueError for a span that is not of its document."""
        found, bags = self._gatherer.read(mentions)
        return linked(found, setting(bags, self._model.topic, self._known.common), self._model, self._known)


def setting(bags: Sequence[dict[str, float]], threshold: float, common: Commonness) -> Setting:
    """How the documents with these words stand to each other. More than `MAX_DOCUMENTS` are taken by the batch."""
    alike = documents.likeness(bags, common)
    topics: list[int] = []
    for first in range(0, len(bags), MAX_DOCUMENTS):
        part = slice(first, first + MAX_DOCUMENTS)
        start = max(topics, default=-1) + 1
        topics += [start + topic for topic in documents.topics(alike[part, part], threshold)]
    return Setting(alike, documents.relative(alike), tuple(topics))


def linked(found: Sequence[Mention], around: Setting, model: PairModel, known: Resources) -> Linking:
    """Clusters and links of mentions whose documents stand to each other as `around` says."""
    clusters = [0] * len(found)
    links: list[MentionLink] = []
    number = 0
    for members in blocks(found, around):
        block = Block(members, around, known)
        likely = probabilities(block, model)
        groups = average_linkage(likely, model.threshold)
        links.extend(_links(block, likely, groups, model))
        for one, group in zip(members, groups, strict=True):
            clusters[one.order] = number + group
        number += max(groups) + 1
    return Linking(_renumbered(clusters), tuple(sorted(links, key=lambda link: link.mentions[::-1])))


def probabilities(block: Block, model: PairModel) -> Matrix:
    """For every two mentions of a block, the probability that they tell one event; symmetric."""
    n = len(block.mentions)
    likely = np.empty((n, n), np.float32)
    for first in range(0, n, ROWS):
        likely[first : first + ROWS] = model.probability(block.rows(first, first + ROWS))
    return np.asarray((likely + likely.T) / 2, np.float32)


def blocks(found: Sequence[Mention], around: Setting) -> Iterator[list[Mention]]:
    """Mentions that are compared with each other: those of a topic, at most `MAX_BLOCK`."""
    topics: dict[int, list[Mention]] = {}
    for one in found:
        topics.setdefault(around.topics[one.document], []).append(one)
    for topic in sorted(topics):
        yield from _bounded(topics[topic], around)


def _bounded(members: list[Mention], around: Setting) -> Iterator[list[Mention]]:
    """A topic that is too large, by documents that are nearest to each other; a document that is, in text order."""
    if len(members) <= MAX_BLOCK:
        yield members
        return
    by_document: dict[int, list[Mention]] = {}
    for one in members:
        by_document.setdefault(one.document, []).append(one)
    waiting = sorted(by_document)
    while waiting:
        first = waiting[0]
        near = sorted(waiting, key=lambda other: (other != first, -around.alike[first, other], other))
        taken, room = [], MAX_BLOCK
        for document in near:
            if len(by_document[document]) <= room:
                taken.append(document)
                room -= len(by_document[document])
        if not taken:
            taken = [first]
        together = [one for document in sorted(taken) for one in by_document[document]]
        yield from (together[k : k + MAX_BLOCK] for k in range(0, len(together), MAX_BLOCK))
        waiting = [document for document in waiting if document not in taken]


def _links(block: Block, likely: Matrix, groups: Sequence[int], model: PairModel) -> Iterator[MentionLink]:
    earlier: dict[int, list[int]] = {}
    for k, group in enumerate(groups):
        if before := earlier.get(group):
            best = max(before, key=lambda other: (float(likely[k, other]), -other))
            yield _link(block, best, k, float(likely[k, best]), model)
        earlier.setdefault(group, []).append(k)


def _link(block: Block, a: int, b: int, score: float, model: PairModel) -> MentionLink:
    added = model.added(block.rows(b, b + 1)[0, a])
    shown = sorted(added, key=lambda name: (-abs(added[name]), name))[:MAX_SHOWN]
    pair = block.mentions[a].order, block.mentions[b].order
    return MentionLink((min(pair), max(pair)), round(score, 3), {name: added[name] for name in shown if added[name]})


def _renumbered(clusters: Sequence[int]) -> tuple[int, ...]:
    number: dict[int, int] = {}
    return tuple(number.setdefault(cluster, len(number)) for cluster in clusters)
