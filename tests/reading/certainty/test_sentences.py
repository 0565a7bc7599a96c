"""Sentences as news writes them, each with the status that the words around its event give it."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.model.flow import Parse
from sayso.reading.certainty import judge

LEXICON = CertaintyLexicon.load()
FILE = Path(__file__).with_name("sentences.yaml")
CASES = [
    (status, text)
    for status, texts in msgspec.yaml.decode(FILE.read_bytes(), type=dict[str, list[str]]).items()
    for text in texts
]


@pytest.mark.parametrize(("status", "text"), CASES)
def test_status_in_context(parsed: Callable[[str], Parse], status: str, text: str) -> None:
    before, word, _ = text.split("*")
    parse = parsed(text.replace("*", ""))
    head = next(w.i for w in parse.words if w.start == len(before))
    assert parse.words[head].text == word
    judgement = judge(parse, LEXICON, (), [head])[0]
    assert judgement.status == status, judgement
