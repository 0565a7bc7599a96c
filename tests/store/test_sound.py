"""Records that somebody brings: what does not hold together is refused before anything is built on it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso import api
from sayso.model.document import Document
from sayso.store import saved

Plain = dict[str, Any]


@pytest.fixture(scope="module")
def plain() -> str:
    text = "Kenya said that Somali gunmen had attacked the village of Lamu on Monday. Mogadishu denied it."
    return json.dumps(api.read(Document(text, id="lamu", title="Gunmen attack a village")).to_dict())


def _past_the_end(record: Plain) -> None:
    record["attributions"][0]["content"] = [[0, 10_000]]


def _other_words(record: Plain) -> None:
    record["claims"][0]["evidence"][0]["text"] = "Peace was signed"


def _backwards(record: Plain) -> None:
    record["claims"][0]["event"]["trigger"].update(start=9, end=3, text="")


def _of_nobody(record: Plain) -> None:
    record["claims"][0]["attribution"] = ["att-nowhere"]


def _within_nothing(record: Plain) -> None:
    record["attributions"][0]["within"] = "att-nowhere"


def _within_itself(record: Plain) -> None:
    record["attributions"][0]["within"] = record["attributions"][0]["id"]


def _of_no_title(record: Plain) -> None:
    record["document"]["title"] = None
    record["claims"][0]["evidence"][0].update({"in": "title", "start": 0, "end": 6, "text": "Gunmen"})


FAULTS = [_of_no_title, _past_the_end, _other_words, _backwards, _of_nobody, _within_nothing, _within_itself]


def test_a_record_as_read_is_sound(plain: str, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(plain + "\n", encoding="utf-8")
    assert [record.document.id for record in saved.load(path)] == ["lamu"]


@pytest.mark.parametrize("spoil", FAULTS)
def test_what_does_not_hold_together_is_refused(plain: str, tmp_path: Path, spoil: Callable[[Plain], None]) -> None:
    record = json.loads(plain)
    spoil(record)
    path = tmp_path / "records.jsonl"
    path.write_text(f"{plain}\n{json.dumps(record)}\n", encoding="utf-8")
    with pytest.raises(saved.SavedError, match="line 2: this record does not hold together"):
        list(saved.load(path))


def test_without_the_text_spans_need_only_be_in_order(plain: str, tmp_path: Path) -> None:
    record = json.loads(plain)
    del record["document"]["text"]
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    assert len(list(saved.load(path))) == 1
