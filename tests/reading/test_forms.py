"""The table of word forms: the same words as the components it asks."""

from typing import Any

import pytest

from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.reading.forms import Forms
from sayso.reading.parse import parse

TEXTS = (
    "Turkey's troops left the city, and its mayor, who had been hiding, said that there were no others.",
    "I'm gonna go. Let's see what y'all got, c'mon.",
    "There   is \t a problem. 'Nuff said; somethin' must be done by those who wo n't.",
    "Ministers did not do what they have done before, but they do.",
    "",
)


def read(text: str, nlp: Any, forms: Forms | None) -> Parse:
    return parse(Document(text), (Section("body", 0, len(text)),), nlp, forms)


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_are_those_of_the_components(text: str, nlp: Any) -> None:
    forms = Forms.of(nlp)
    assert forms is not None
    plain = read(text, nlp, None)
    for _ in range(2):  # once while the table learns the words, once from the table
        assert read(text, nlp, forms).words == plain.words


def test_a_pair_of_words_has_a_rule_of_its_own(nlp: Any) -> None:
    words = read("They are gonna leave.", nlp, Forms.of(nlp)).words
    assert [word.lemma for word in words if word.text in ("gon", "na")] == ["go", "to"]


def test_rules_that_look_further_are_left_to_the_pipeline(nlp: Any) -> None:
    assert Forms.of(nlp) is not None
    with nlp.select_pipes(disable=["lemmatizer"]):
        assert Forms.of(nlp) is None
