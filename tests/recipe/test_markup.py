"""Sentences with their labels written into them: what people and the grammar write can be read back."""

from pathlib import Path

import pytest
from training.frames import sentences
from training.markup import labelled

COMPOSED = Path(__file__).parents[2] / "training" / "data" / "composed.txt"


def parts(labels, spans):
    return [labels.text[a:b] for a, b in spans]


def test_marks_become_spans_of_the_bare_text():
    labels = labelled("<Kyiv> [said] {the port had been shelled^3, not stormed^-2.9}.", "here")
    assert labels.text == "Kyiv said the port had been shelled, not stormed."
    assert parts(labels, labels.source) == ["Kyiv"]
    assert parts(labels, labels.cue) == ["said"]
    assert parts(labels, labels.content) == ["the port had been shelled, not stormed"]
    assert [(labels.text[a:b], value) for a, b, value in labels.certainty] == [("shelled", 3.0), ("stormed", -2.9)]


def test_what_is_said_may_hold_what_another_says():
    labels = labelled("<Kyiv> [says] {<Minsk> [denies] {it}}.", "here")
    assert sorted(parts(labels, labels.content)) == ["Minsk denies it", "it"]


@pytest.mark.parametrize("marked", ["<Kyiv [said] {it}.", "Kyiv> [said] {it}.", "<Kyiv> [said] {it."])
def test_marks_that_do_not_pair_are_refused(marked):
    with pytest.raises(ValueError, match="clos"):
        labelled(marked, "here")


def test_every_composed_sentence_can_be_read():
    written = [line for line in COMPOSED.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    assert len(written) > 400
    for line in written:
        labels = labelled(line, "composed")
        assert not set("<>[]{}^") & set(labels.text)


def test_the_grammar_writes_the_same_sentences_for_the_same_seed_and_each_can_be_read():
    found = list(sentences(5, 300))
    assert found == list(sentences(5, 300))
    assert found != list(sentences(6, 300))
    labels = [labelled(marked, "grammar") for marked in found]
    assert sum(bool(one.content) for one in labels) > 150
    assert sum(not one.cue for one in labels) > 30
