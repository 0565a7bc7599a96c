"""The examples of every certainty cue, run through the judge; and what a broken file says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.lexicon.certainty import KIND, CertaintyLexicon, Cue
from sayso.lexicon.files import LexiconError, entries
from sayso.model.flow import Judgement, Parse
from sayso.reading.certainty import judge

LEXICON = CertaintyLexicon.load()
YES = [(cue, text) for cue in LEXICON.cues for text in cue.yes]
NO = [(cue, text) for cue in LEXICON.cues for text in cue.no]


def judged(parsed: Callable[[str], Parse], text: str) -> Judgement:
    before, word, _ = text.split("*")
    parse = parsed(text.replace("*", ""))
    head = next(w.i for w in parse.words if w.start == len(before))
    assert parse.words[head].text == word
    return judge(parse, LEXICON, (), [head])[0]


def fired(cue: Cue, judgement: Judgement) -> bool:
    names = {cue.id, f"not-{cue.id}", f"{cue.id}-not"}
    return bool(names & set(judgement.rule.split("+")))


@pytest.mark.parametrize(("cue", "text"), YES, ids=[f"{c.id}-{k}" for k, (c, _) in enumerate(YES)])
def test_cue_decides(parsed: Callable[[str], Parse], cue: Cue, text: str) -> None:
    judgement = judged(parsed, text)
    assert fired(cue, judgement), judgement


@pytest.mark.parametrize(("cue", "text"), NO, ids=[f"{c.id}-{k}" for k, (c, _) in enumerate(NO)])
def test_cue_keeps_out(parsed: Callable[[str], Parse], cue: Cue, text: str) -> None:
    judgement = judged(parsed, text)
    assert not fired(cue, judgement), judgement


def test_ids_are_unique() -> None:
    ids = [cue.id for cue in entries(KIND, Cue)]
    assert len(ids) == len(set(ids))


def test_user_file_replaces_a_cue(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("certainty:\n- {id: may, kind: modal, words: [may], gives: planned}\n", encoding="utf8")
    lexicon = CertaintyLexicon.load([own])
    assert [phrase.cue.gives for phrase in lexicon.phrases["may"] if len(phrase.words) == 1] == ["planned"]


@pytest.mark.parametrize(
    "entry",
    [
        "{id: x, kind: governor, words: [y]}",
        "{id: x, kind: modal, words: []}",
        "{id: x, kind: modal, words: [y], value: 9}",
    ],
)
def test_bad_entry_is_named(tmp_path: Path, entry: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(f"certainty:\n- {entry}\n", encoding="utf8")
    with pytest.raises(LexiconError, match="'x'"):
        CertaintyLexicon.load([own])
