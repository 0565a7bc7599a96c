"""Linking as a whole: what holds whatever the mentions are."""

import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import sayso
from sayso import api
from sayso.comparing.link.evidence import FEATURES, Block, Resources
from sayso.comparing.link.gathering import Gatherer, sections
from sayso.comparing.link.linker import MAX_BLOCK, Setting, blocks, setting
from sayso.comparing.link.mention import Mention
from sayso.comparing.link.vectors import WordVectors
from sayso.comparing.link.weights import PairModel
from sayso.lexicon.commonness import Commonness
from sayso.lexicon.files import LexiconError

Given = list[tuple[sayso.Document, sayso.Span]]

TEXTS = (
    "Gunmen killed judge Omar Rashidi outside his house in Mosul on Tuesday night. Police said they were looking for "
    "a white car. The killing was condemned by the government.",
    "Judge Omar Rashidi was murdered in Mosul on Tuesday. The attack was the third on judges this year, police said.",
    "Storms flooded the port of Beira on Sunday. Officials said the flooding cut off three villages.",
)
WORDS = (
    ("killed", "said", "looking", "killing", "condemned"),
    ("murdered", "attack", "said"),
    ("flooded", "said", "flooding", "cut off"),
)


def given() -> Given:
    found = []
    for text, words in zip(TEXTS, WORDS, strict=True):
        document = sayso.Document(text)
        found += [(document, document.span(text.index(word), text.index(word) + len(word))) for word in words]
    return found


def resources() -> Resources:
    return Resources(WordVectors(), Commonness.load())


def made(count: int, documents: int) -> list[Mention]:
    words = ("say", "kill", "attack", "flood", "arrest")
    return [
        Mention(
            order=k, document=k % documents, sentence=k // documents, word=words[k % 5], stem=words[k % 5], kind="V",
            words=frozenset((words[k % 5],)),
        )
        for k in range(count)
    ]  # fmt: skip


def test_nothing_gives_nothing() -> None:
    assert sayso.link([]) == []


def test_one_number_a_mention_and_the_same_again() -> None:
    clusters = sayso.link(given())
    assert len(clusters) == sum(map(len, WORDS))
    assert clusters == sayso.link(given())


def test_the_order_of_mentions_does_not_matter() -> None:
    mentions = given()
    shuffled = random.Random(3).sample(range(len(mentions)), len(mentions))
    straight, other = sayso.link(mentions), sayso.link([mentions[k] for k in shuffled])
    pairs = {(straight[a], other[k]) for k, a in enumerate(shuffled)}
    assert len(pairs) == len(set(straight)) == len(set(other))


def test_a_link_says_what_spoke_for_it() -> None:
    linking = sayso.linking(given())
    assert linking.links
    for link in linking.links:
        a, b = link.mentions
        assert a < b and linking.clusters[a] == linking.clusters[b]
        assert 0 < link.score <= 1
        assert link.features and set(link.features) <= set(FEATURES)
    joined = len(linking.clusters) - len(set(linking.clusters))
    assert len(linking.links) == joined


def test_a_span_of_another_document_is_refused() -> None:
    document, other = sayso.Document("Troops left Beira on Sunday."), sayso.Document("Storms flooded the port.")
    with pytest.raises(ValueError, match="not of document"):
        sayso.link([(document, other.span(0, 6))])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "!!!", "💥💥", "a" * 3000, "\ud800x"])
def test_any_text_and_any_span(text: str) -> None:
    document = sayso.Document(text)
    end = len(document.text)
    spans = [document.span(a, b) for a, b in ((0, end), (0, 0), (end // 2, end))]
    assert len(sayso.link([(document, span) for span in spans])) == 3


def test_a_mention_in_a_title() -> None:
    document = sayso.Document("The port was flooded by a storm on Sunday.", title="Storm floods port of Beira")
    mentions = [(document, document.span(6, 12, "title")), (document, document.span(13, 20))]
    assert len(sayso.link(mentions)) == 2


def test_evidence_is_symmetric_and_finite() -> None:
    known = resources()
    found, bags = Gatherer(api.default_reader()).read(given())
    block = Block(found, setting(bags, 0.0, known.common), known)
    evidence = block.rows(0, len(found))
    assert evidence.shape == (len(found), len(found), len(FEATURES))
    assert np.isfinite(evidence).all()
    assert np.allclose(evidence, evidence.transpose(1, 0, 2), atol=1e-5)
    assert np.allclose(evidence[2:5], block.rows(2, 5), atol=1e-5)


@pytest.mark.parametrize(("count", "documents"), [(5000, 1), (5000, 40), (2500, 2500)])
def test_no_more_than_a_block_is_compared(count: int, documents: int) -> None:
    alike = np.ones((documents, documents), np.float32)
    around = Setting(alike, alike, (0,) * documents)
    found = list(blocks(made(count, documents), around))
    assert max(map(len, found)) <= MAX_BLOCK
    assert sorted(one.order for block in found for one in block) == list(range(count))


def test_a_long_document_is_parsed_around_its_mentions() -> None:
    filler = "Nothing much happened in the village that year. " * 2000
    text = filler + "Troops left Beira on Sunday. " + filler
    document = sayso.Document(text)
    start = text.index("left")
    parts = sections(document, [document.span(start, start + 4)])
    assert sum(part.end - part.start for part in parts) < 8000
    assert any(part.start <= start < part.end for part in parts)


def test_lines_that_end_as_sentences_stand_alone_and_wrapped_lines_do_not() -> None:
    alone = sayso.Document("Storm floods port.\nThe port of Beira was flooded.\nNobody died.")
    wrapped = sayso.Document("The port of Beira was\nflooded by a storm that\ncame from the sea on Sunday.")
    assert len(sections(alone, [])) == 3
    assert len(sections(wrapped, [])) == 1


def test_weights_of_another_version_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.json"
    path.write_text('{"made_from": "", "bias": 0, "threshold": 0.3, "topic": 0.1, "weights": []}')
    with pytest.raises(LexiconError, match="training/link"):
        PairModel.load(path)
    path.write_text("{")
    with pytest.raises(LexiconError, match="no weights"):
        PairModel.load(path)


def test_vectors_leave_logging_to_the_application() -> None:
    code = (
        "import logging; from sayso.comparing.link.vectors import WordVectors; before = list(logging.root.handlers); "
        "rows = WordVectors().of(['kill', 'murder', '']); assert rows.shape == (3, 256); "
        "assert logging.root.handlers == before and logging.root.level == logging.WARNING"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
