"""Words that take sides: every entry's own examples, longest phrases first, and a user's file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.lexicon.files import LexiconError
from sayso.lexicon.loaded import LoadedEntry, LoadedLexicon
from sayso.model.flow import Parse

LEXICON = LoadedLexicon.load()
Make = Callable[..., Parse]
YES = [(entry, text, want) for entry in LEXICON.entries for text, want in entry.yes.items()]
NO = [(entry, text) for entry in LEXICON.entries for text in entry.no]


def found(parse: Parse, lexicon: LoadedLexicon = LEXICON) -> list[tuple[LoadedEntry, str]]:
    return [(entry, parse.text(i, last)) for i in range(len(parse.words)) for entry, last in lexicon.at(parse.words, i)]


@pytest.mark.parametrize(("entry", "text", "want"), YES, ids=[f"{e.id}:{text}" for e, text, _ in YES])
def test_yes_examples(parsed: Make, entry: LoadedEntry, text: str, want: str) -> None:
    assert (entry, want) in found(parsed(text))


@pytest.mark.parametrize(("entry", "text"), NO, ids=[f"{e.id}:{text}" for e, text in NO])
def test_no_examples(parsed: Make, entry: LoadedEntry, text: str) -> None:
    assert [words for known, words in found(parsed(text)) if known == entry] == []


def test_every_entry_has_an_example_and_shown_ones_a_counterexample() -> None:
    assert [entry.id for entry in LEXICON.entries if not entry.yes] == []
    shown = [entry for entry in LEXICON.entries if entry.technique and entry.weight >= 0.5]
    assert [entry.id for entry in shown if not entry.no] == []


def test_the_vocabulary_is_broad() -> None:
    words = {word for entry in LEXICON.entries if entry.technique for word in (*entry.words, *entry.phrases)}
    assert len(words) > 1500


def test_the_longest_phrase_wins(parsed: Make) -> None:
    entries = (
        LoadedEntry(id="short", weight=0.9, technique="name-calling", phrases=("fat cat",)),
        LoadedEntry(id="long", weight=0.9, technique="name-calling", phrases=("fat cat banker",)),
        LoadedEntry(id="word", weight=0.9, technique="name-calling", words=("banker",)),
    )
    parse = parsed("The fat cat bankers met.")
    hits = found(parse, LoadedLexicon(entries))
    assert ("long", "fat cat bankers") in [(entry.id, text) for entry, text in hits]
    assert "short" not in [entry.id for entry, _ in hits]


def test_hyphens_are_words_of_their_own_as_in_a_parse(parsed: Make) -> None:
    lexicon = LoadedLexicon((LoadedEntry(id="half", weight=0.9, technique="loaded-language", words=("half-baked",)),))
    assert [text for _, text in found(parsed("A half-baked plan."), lexicon)] == ["half-baked"]


def test_a_users_file_adds_words_and_weights(parsed: Make, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "loaded:\n- {id: mine, technique: name-calling, weight: 0.9, words: [quockerwodger]}\n"
        "slant_weights:\n- {feature: question, subjective: 0.0, slanted: 0.0, most: 1.0}\n"
    )
    lexicon = LoadedLexicon.load((mine,))
    assert [text for _, text in found(parsed("That quockerwodger spoke."), lexicon)] == ["quockerwodger"]
    assert lexicon.weights["question"].subjective == 0.0


@pytest.mark.parametrize(
    "entry",
    ["{id: x, weight: 0.5, words: [a]}", "{id: x, weight: 2, technique: name-calling, words: [a]}",
     "{id: x, weight: 0.5, technique: name-calling, cue: stance, words: [a]}"],
)  # fmt: skip
def test_an_entry_that_says_too_little_or_too_much_is_told(tmp_path: Path, entry: str) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"loaded:\n- {entry}\n")
    with pytest.raises(LexiconError, match="'x'"):
        LoadedLexicon.load((mine,))
