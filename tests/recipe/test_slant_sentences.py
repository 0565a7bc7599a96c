"""Our own sentences on slant: the training set is what its sources give, and teaches what it means to."""

import json
from pathlib import Path

import pytest
from training import slant

ROWS = slant.everything()


def test_the_set_is_what_its_sources_give() -> None:
    kept = [json.loads(line) for line in (slant.DATA / "slant.jsonl").read_text(encoding="utf-8").splitlines()]
    assert kept == [row._asdict() for row in ROWS]


def test_no_sentence_stands_twice_and_all_are_labelled() -> None:
    assert len({row.text for row in ROWS}) == len(ROWS)
    assert {row.subjective for row in ROWS} == {row.slanted for row in ROWS} == {0, 1}
    assert all(row.text == row.text.strip() and row.text[-1] in ".?!\"'”" for row in ROWS)


@pytest.mark.parametrize("label", ["subjective", "slanted"])
def test_neither_answer_is_rare(label: str) -> None:
    assert 0.25 < sum(getattr(row, label) for row in ROWS) / len(ROWS) < 0.75


def test_neither_length_nor_topic_tells() -> None:
    lengths = {side: [len(row.text.split()) for row in ROWS if row.slanted == side] for side in (0, 1)}
    means = [sum(those) / len(those) for those in lengths.values()]
    assert abs(means[0] - means[1]) < 4
    for topic in ("abortion", "police", "president", "Republican", "Democrat", "vaccine", "war"):
        assert {row.slanted for row in ROWS if topic in row.text} == {0, 1}


def test_a_line_without_a_heading_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("Rain fell.\n")
    with pytest.raises(ValueError, match="Rain fell"):
        list(slant.written(path))
