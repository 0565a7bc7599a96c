"""Metadata given by the user: found by any form of the name, and refused in words when it cannot be used."""

from pathlib import Path

import pytest

from sayso.ingest import Meta, MetaError, parse_meta


def test_a_value_may_hold_the_mark_again() -> None:
    table = parse_meta(title=["a.txt=Two = one"], url=["a.txt=https://example.org/?id=3"])
    assert table.given("a.txt").meta == Meta(title="Two = one", url="https://example.org/?id=3")
    table = parse_meta(source=["https://example.org/?id=3=Northern Wire"])
    assert table.given("https://example.org/?id=3").meta.source == "Northern Wire"


def test_names_match_as_paths_and_as_file_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse_meta(title=["./a.txt=T"]).given(str(tmp_path / "a.txt")).keys == {"./a.txt"}
    assert parse_meta(title=["a.txt=T"]).given("elsewhere/a.txt").keys == {"a.txt"}
    assert not parse_meta(title=["news/a.txt=T"]).given("elsewhere/a.txt").keys


@pytest.mark.parametrize("pair", ["a.txt", "=2020", "a.txt=", "a.txt= "])
def test_a_pair_that_is_none(pair: str) -> None:
    with pytest.raises(MetaError, match="write FILE=VALUE"):
        parse_meta(source=[pair])


def test_a_date_that_is_none() -> None:
    with pytest.raises(MetaError, match=r"--published 'a\.txt=whenever'.*YYYY"):
        parse_meta(published=["a.txt=whenever"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name,source\na.txt,X\n", "no column 'file'"),
        ("", "no column 'file'"),
        ("file,outlet\na.txt,X\n", "unknown columns 'outlet'"),
        ("file,source\n,X\n", "row 2 names no file"),
        ("file,source\na.txt,X,Y\n", "row 2 has more cells"),
        ("file,published\na.txt,2020\nb.txt,soon\n", "row 3"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "meta.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MetaError, match=words):
        parse_meta(tables=[path])


def test_a_table_from_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "meta.csv"
    path.write_bytes('\ufeffFile,Published ,Title\r\na.txt,4 May 2022,"One, two"\r\n'.encode())
    table = parse_meta(tables=[path])
    assert table.given("a.txt").meta == Meta(published="2022-05-04", title="One, two")


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MetaError, match="cannot be read"):
        parse_meta(tables=[tmp_path / "none.csv"])
