"""`sayso stories`, as a user meets it: over files and over a store, with decisions that last."""

import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from sayso.cli.common import Trouble
from sayso.cli.main import app
from sayso.model.document import Section
from sayso.model.record import DocumentInfo, Record
from sayso.store import StoreError, open_store

ROWS = [
    {"id": "dam-1", "source": "Valley News", "published": "2031-06-04", "title": "Dam at Orrin holds",
     "text": "Engineers opened the gates of the Orrin dam after three days of rain, and the reservoir began to fall."},
    {"id": "dam-2", "source": "River Post", "published": "2031-06-05", "title": "Orrin reservoir falls",
     "text": "The reservoir behind the Orrin dam is falling: engineers have opened its gates, and the rain is over."},
    {"id": "choir-1", "source": "Valley News", "published": "2031-06-04", "title": "Choir wins in Tallow",
     "text": "A choir of retired miners took first prize at the Tallow singing contest with a lullaby in dialect."},
]  # fmt: skip
COPY = {**ROWS[0], "id": "dam-3", "source": "Hill Herald", "title": "Gates open",
        "text": ROWS[0]["text"] + " More rain is not expected before the weekend."}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in [*reversed(ROWS), COPY]), encoding="utf-8")
    return path


@pytest.fixture
def records() -> list[Record]:
    return [
        Record(document=DocumentInfo(
            **row, published_basis="given", language="en", sections=(Section("body", 0, len(row["text"])),),
            genre="report", genre_score=0.5,
        )) for row in [*reversed(ROWS), COPY]
    ]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path, records: list[Record]) -> Path:
    path = tmp_path / "news.db"
    with open_store(path) as opened:
        for record in records:
            opened.add(record)
    return path


def sayso(*arguments: str, code: int = 0) -> tuple[str, str]:
    """What the command says on stdout and on stderr, after checking its exit code."""
    result = CliRunner(env={"COLUMNS": "200"}).invoke(app, list(arguments))
    if isinstance(result.exception, Trouble | StoreError):
        assert code == getattr(result.exception, "code", 1)
        return result.stdout, str(result.exception)
    assert result.exit_code == code, result.output
    return result.stdout, result.stderr


def found(out: str) -> list[set[str]]:
    stories = [json.loads(line) for line in out.splitlines()]
    return [{article["document"] for article in story["articles"]} for story in stories]


def test_files_are_grouped_by_date_with_copies_counted_once(file: Path) -> None:
    out, _ = sayso("stories", str(file))
    assert sorted(found(out), key=len) == [{"choir-1"}, {"dam-1", "dam-2", "dam-3"}]
    dam = next(story for story in map(json.loads, out.splitlines()) if len(story["articles"]) == 3)
    assert (dam["originals"], dam["start"], dam["end"]) == (2, "2031-06-04", "2031-06-05")
    assert dam["sources"] == ["Valley News", "Hill Herald", "River Post"]


def test_at_least_leaves_small_stories_out(file: Path) -> None:
    assert found(sayso("stories", str(file), "--at-least", "2")[0]) == [{"dam-1", "dam-2", "dam-3"}]


def test_the_table_says_which_documents_and_which_are_copies(file: Path) -> None:
    out, _ = sayso("stories", str(file), "--format", "table", "--articles")
    assert "2031-06-04 to 2031-06-05" in out
    assert "(copy of dam-1)" in out
    assert "Choir wins in Tallow" in out


def test_saved_records_are_grouped_too(file: Path, records: list[Record], tmp_path: Path) -> None:
    saved = tmp_path / "records.jsonl"
    saved.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
    assert found(sayso("stories", str(saved))[0]) == found(sayso("stories", str(file))[0])


def test_decisions_about_a_store_last(store: Path) -> None:
    first, _ = sayso("stories", "--store", str(store))
    assert sayso("stories", "--store", str(store))[0] == first
    ids = {len(story["articles"]): story["id"] for story in map(json.loads, first.splitlines())}
    merge = ("stories", "--store", str(store), "--merge", ids[3], ids[1])
    merged, _ = sayso(*merge)
    assert found(merged) == [{"dam-1", "dam-2", "dam-3", "choir-1"}]
    again, said = sayso(*merge)
    assert again == merged
    assert "before" in said
    split, said = sayso("stories", "--store", str(store), "--split", ids[3], "choir-1")
    assert "the new story is story-" in said
    assert sorted(found(split), key=len) == [{"choir-1"}, {"dam-1", "dam-2", "dam-3"}]
    assert sayso("stories", "--store", str(store))[0] == split


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "nothing to group"),
        (("--merge", "a", "b"), 2, "--store"),
        (("--store", "none.db"), 1, "no such store"),
        (("nothing-here.txt",), 1, "nothing-here.txt"),
    ],
)
def test_what_cannot_be_done_says_why(
    arguments: tuple[str, ...], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert words in sayso("stories", *arguments, code=code)[1]


def test_undated_documents_are_said(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("A choir of retired miners took first prize at the singing contest.", encoding="utf-8")
    assert "without a date, so grouped by words alone: 1" in sayso("stories", str(path))[1]


def test_a_store_among_the_sources_is_told_its_place(store: Path) -> None:
    assert f"--store {store}" in sayso("stories", str(store), code=2)[1]
    assert "no story story-x" in sayso("stories", "--store", str(store), "--merge", "story-x", "story-y", code=1)[1]


def test_one_story_of_a_store_is_compared(store: Path) -> None:
    listed = [json.loads(line) for line in sayso("stories", "--store", str(store))[0].splitlines()]
    dam = next(story for story in listed if story["title"] == "Dam at Orrin holds")
    compared = json.loads(sayso("compare", str(store), "--story", dam["id"], "--format", "json")[0])
    assert {one["id"] for one in compared["documents"]} == {"dam-1", "dam-2", "dam-3"}


def test_a_story_that_the_store_does_not_hold(store: Path) -> None:
    said = sayso("compare", str(store), "--story", "story-of-nothing", code=1)[1]
    assert "no story story-of-nothing" in said
    assert f"sayso stories --store {store}" in said


def test_a_story_is_of_a_store(file: Path) -> None:
    assert "--story takes the documents of a store" in sayso("compare", str(file), "--story", "story-1", code=2)[1]
