"""What the user names is found in a stable order, each file once."""

from pathlib import Path

import pytest

from sayso.ingest import Failure, Item, expand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.MD", "sub/d.jsonl.gz", "sub/e.png", ".hidden/f.txt", ".g.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words", encoding="utf-8")
    return tmp_path


def names(sources: list[str], folder: Path) -> list[str]:
    return [str(Path(i.name).relative_to(folder)) for i in expand(sources) if isinstance(i, Item)]


def test_a_folder_by_name_with_a_note_of_what_was_left_out(folder: Path) -> None:
    assert names([str(folder)], folder) == ["a.txt", "b.txt", "sub/c.MD", "sub/d.jsonl.gz"]
    notes = [found for found in expand([str(folder)]) if isinstance(found, Failure)]
    assert [(note.note, "1 x .png" in note.problem) for note in notes] == [(True, True)]


def test_globs_go_down_and_files_come_once(folder: Path) -> None:
    assert names([f"{folder}/**/*.MD"], folder) == ["sub/c.MD"]
    assert names([f"{folder}/b.txt", f"{folder}/*.txt", str(folder)], folder) == [
        "b.txt",
        "a.txt",
        "sub/c.MD",
        "sub/d.jsonl.gz",
    ]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a[1].txt"
    path.write_text("words", encoding="utf-8")
    assert names([str(path)], tmp_path) == ["a[1].txt"]


def test_the_order_is_the_users(folder: Path) -> None:
    found = [
        item.name for item in expand(["-", "https://example.org/", str(folder / "b.txt")]) if isinstance(item, Item)
    ]
    assert found == ["-", "https://example.org/", str(folder / "b.txt")]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("nowhere.txt", "no such file"),
        ("*.nothing", "fits no file"),
        ("ftp://example.org/a.txt", "ftp addresses"),
        ("file:///etc/passwd", "file addresses"),
        ("", "not a file name"),
        ("a\0b", "not a file name"),
    ],
)
def test_what_is_not_there_is_said(source: str, words: str) -> None:
    (found,) = expand([source])
    assert isinstance(found, Failure)
    assert words in found.problem
    assert not found.note


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (found,) = expand([str(tmp_path)])
    assert isinstance(found, Failure)
    assert not found.note
