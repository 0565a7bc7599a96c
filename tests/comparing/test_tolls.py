"""Tolls: every lexicon entry's own examples, and the traps of counting."""

import pytest

from sayso.comparing.tolls import Toll, find
from sayso.comparing.view import sentence
from sayso.lexicon.numbers import NumberEntry, NumberLexicon
from sayso.model.document import Document

LEXICON = NumberLexicon.load()
YES = [(entry, text, want) for entry in LEXICON.entries for text, want in entry.yes.items()]
NO = [(entry, text) for entry in LEXICON.entries for text in entry.no]


def tolls(text: str) -> tuple[Toll, ...]:
    return find(Document(text).span(0, len(text)), LEXICON)


def words(toll: Toll) -> str:
    low, high = ("?" if value is None else str(value) for value in (toll.low, toll.high))
    return f"{toll.what} {toll.bound} {low}-{high}"


@pytest.mark.parametrize(("entry", "text", "want"), YES, ids=[text for _, text, _ in YES])
def test_yes_examples(entry: NumberEntry, text: str, want: str) -> None:
    assert want in [words(toll) for toll in tolls(text)]


@pytest.mark.parametrize(("entry", "text"), NO, ids=[text for _, text in NO])
def test_no_examples(entry: NumberEntry, text: str) -> None:
    assert entry.id not in [toll.what for toll in tolls(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Five people were killed and 30 wounded.", ["killed = 5-5", "wounded = 30-30"]),
        ("The raid killed four civilians, including two children, and wounded six.", ["killed = 4-4", "wounded = 6-6"]),
        ("Two dozen soldiers were killed.", ["killed = 24-24"]),
        ("At least twenty-five people died in the fire.", ["killed >= 25-?"]),
        ("One hundred and five people were killed.", ["killed = 105-105"]),
        ("The toll of 20-30 dead could not be checked.", ["killed = 20-30"]),
        ("Nobody was killed and the road reopened after 3 hours.", []),
    ],
)
def test_whole_sentences(text: str, want: list[str]) -> None:
    assert [words(toll) for toll in tolls(text)] == want


def test_scope_and_group_are_told_apart() -> None:
    assert [t.scope for t in tolls("In the past 24 hours, 60 people were killed.")] == ["24 hours"]
    assert [t.scope for t in tolls("Shells killed 15 civilians.")] == ["civilians"]
    assert [t.scope for t in tolls("Shells killed 15 people.")] == ["event"]


def test_rising_count_is_marked() -> None:
    assert [t.rising for t in tolls("The death toll has risen to 70.")] == [True]


def test_spans_are_the_document_s_own_words() -> None:
    text = "Ministers met.  The blast killed at least 19 people."
    span = Document(text).span(16, len(text))
    (toll,) = find(span, LEXICON)
    assert toll.span.text == "at least 19"
    assert text[toll.span.start : toll.span.end] == toll.span.text


def test_the_whole_sentence_is_looked_at() -> None:
    text = "Talks failed. In the past 24 hours a bomb killed 60 people in the town. Talks went on."
    document = Document(text)
    at = text.index("killed")
    assert (
        sentence(document, document.span(at, at + 6)).text
        == "In the past 24 hours a bomb killed 60 people in the town."
    )


def test_title_and_unbroken_text_have_sentences_too() -> None:
    document = Document("x" * 3000, title="Bomb kills 7 in town")
    assert sentence(document, document.span(5, 10, "title")).text == "Bomb kills 7 in town"
    assert len(sentence(document, document.span(1500, 1501)).text) <= 1300
