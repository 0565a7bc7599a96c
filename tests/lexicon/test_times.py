"""Every time pattern's own examples, read from a parse, and what the loader says about bad files."""

from pathlib import Path
from typing import Any

import pytest

from sayso.lexicon.files import LexiconError, entries
from sayso.lexicon.times import TimeExample, TimeLexicon, TimePattern, TimeWord
from sayso.model.flow import FoundTime
from sayso.reading.time import find

EXAMPLES = [
    pytest.param(example, id=f"{entry.id}-{k}")
    for entry in entries("time_patterns", TimePattern)
    for k, example in enumerate(entry.examples)
]


@pytest.fixture(scope="module")
def lexicon() -> TimeLexicon:
    return TimeLexicon.load()


def covering(parse: Any, times: tuple[FoundTime, ...], text: str, words: str) -> list[FoundTime]:
    start = text.index(words)
    end = start + len(words)
    return [t for t in times if parse.words[t.first].start < end and start < parse.words[t.last - 1].end]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: TimeExample, parsed: Any, lexicon: TimeLexicon) -> None:
    parse = parsed(example.text)
    found = covering(parse, find(parse, lexicon, example.published), example.text, example.find)
    if example.value is None:
        assert found == []
        return
    assert example.value in [time.value for time in found]
    if example.type:
        assert example.type in [time.type for time in found]


def test_ids_are_unique() -> None:
    ids = [entry.id for entry in entries("times", TimeWord)]
    assert len(ids) == len(set(ids))


def test_a_user_adds_a_holiday(parsed: Any, tmp_path: Path) -> None:
    extra = tmp_path / "mine.yaml"
    extra.write_text(
        'times:\n- {id: nowruz, kind: HOLIDAY, capital: true, words: {nowruz: "03-21"}}\n', encoding="utf-8"
    )
    parse = parsed("The talks ended before Nowruz 2015.")
    assert [t.value for t in find(parse, TimeLexicon.load([extra]), None)] == ["2015-03-21"]


@pytest.mark.parametrize("pattern", ["NOSUCHKIND", "(MONTH DAY"], ids=["unknown kind", "broken expression"])
def test_a_bad_pattern_says_which(pattern: str, tmp_path: Path) -> None:
    extra = tmp_path / "bad.yaml"
    extra.write_text(f'time_patterns:\n- {{id: odd-one, pattern: "{pattern}", rule: date}}\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="odd-one"):
        TimeLexicon.load([extra])
