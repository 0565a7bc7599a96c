"""The vocabulary of reporting: its files, a user's additions, slips of spelling."""

from pathlib import Path

import pytest

from sayso.lexicon.files import LexiconError
from sayso.lexicon.reporting import ReportingLexicon
from sayso.lexicon.slips import Slips, one_slip


@pytest.fixture(scope="module")
def lexicon() -> ReportingLexicon:
    return ReportingLexicon.load()


def test_every_entry_has_examples_of_both_kinds(lexicon: ReportingLexicon) -> None:
    assert not [e.id for e in lexicon.entries.values() if not e.no or not e.yes]


def test_ids_are_unique_and_words_are_lower_case(lexicon: ReportingLexicon) -> None:
    words = [word for entry in lexicon.entries.values() for word in entry.words]
    assert words == [word.lower() for word in words]
    for entry in lexicon.entries.values():
        assert len(set(entry.words)) == len(entry.words), entry.id


def test_no_word_is_shadowed_in_all_its_frames(lexicon: ReportingLexicon) -> None:
    seen: set[tuple[str, str]] = set()
    for entry in lexicon.entries.values():
        if entry.kind != "verb":
            continue
        pairs = {word: {(word, frame) for frame in entry.frames} for word in entry.words}
        assert not [word for word, own in pairs.items() if own <= seen], entry.id
        seen |= set().union(*pairs.values())


def test_longest_cue_comes_first(lexicon: ReportingLexicon) -> None:
    lengths = [len(cue.rest) for cue in lexicon.verbs["speak"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] == 2


def test_stances_of_telling_verbs(lexicon: ReportingLexicon) -> None:
    def stance(verb: str, frame: str) -> str:
        return next(cue.stance for cue in lexicon.verbs[verb] if frame in cue.frames and not cue.rest)

    assert stance("say", "clause") == "asserts"
    assert stance("deny", "clause") == "denies"
    assert stance("vow", "infinitive") == "promises"
    assert stance("demand", "clause") == "demands"
    assert stance("ask", "quote") == "asks"
    assert stance("doubt", "clause") == "doubts"


def test_factive_is_asked_by_rule(lexicon: ReportingLexicon) -> None:
    assert lexicon.factive("know:clause")
    assert not lexicon.factive("say:clause")
    assert not lexicon.factive("no-such-entry:clause")


@pytest.mark.parametrize(
    ("form", "verb"),
    [("assered", "assert"), ("anounced", "announce"), ("climed", "claim"), ("sayd", "say")],
)
def test_slips_of_verbs_of_speech(lexicon: ReportingLexicon, form: str, verb: str) -> None:
    assert lexicon.speech_verb(form) == verb


@pytest.mark.parametrize("form", ["said", "walked", "x", "", "sa1d", "announced", "a" * 500])
def test_no_slip_is_seen_in_known_short_or_distant_words(lexicon: ReportingLexicon, form: str) -> None:
    assert lexicon.speech_verb(form) is None


def test_one_slip_is_one_edit_or_one_swap() -> None:
    assert one_slip("told", "tolld")
    assert one_slip("claimed", "clamied")
    assert not one_slip("told", "bold")
    assert not one_slip("told", "tollld")
    assert Slips({"according": "according"}).near("acording") == "according"


def test_a_users_file_adds_words(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("reporting:\n- {id: own, kind: verb, stance: asserts, words: [blare], frames: [clause]}\n")
    assert ReportingLexicon.load([own]).verbs["blare"][0].entry == "own"


@pytest.mark.parametrize(
    "line",
    ["{id: own, kind: verb, stance: maybe, words: [blare]}", "{id: own, kind: verb, stance: asserts, words: []}"],
)
def test_a_bad_entry_is_named(tmp_path: Path, line: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(f"reporting:\n- {line}\n")
    with pytest.raises(LexiconError, match="own"):
        ReportingLexicon.load([own])
