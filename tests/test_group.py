"""`sayso.group`: one pair for each document of a stream, in order, before the next is asked for."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso

FLOOD = "The Orrin rose over its banks on Tuesday and flooded the market of Tallow; boats bring people to the school."
FLOOD_TOO = "Boats carry the people of Tallow to the school, for the Orrin has flooded the market and left its banks."
TRIAL = "Jurors acquitted a pharmacist of having sold cough syrup without a licence, after a trial of nine weeks."


def documents() -> Iterator[sayso.Document]:
    for key, text, day in (("a", FLOOD, "2031-04-01"), ("b", TRIAL, "2031-04-01"), ("c", FLOOD_TOO, "2031-04-02")):
        yield sayso.Document(text, id=key, published=day)


def test_a_pair_for_each_document_in_order() -> None:
    pairs = list(sayso.group(documents()))
    assert [key for key, _ in pairs] == ["a", "b", "c"]
    stories = dict(pairs)
    assert stories["a"] == stories["c"] != stories["b"]
    assert pairs == list(sayso.group(list(documents())))


def test_paths_are_documents_too(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [{"id": one.id, "text": one.text, "published": one.published} for one in documents()]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert list(sayso.group([path])) == list(sayso.group(documents()))
    with pytest.raises(sayso.ReadError):
        list(sayso.group([tmp_path / "none.jsonl"]))


def test_nothing_is_asked_for_before_it_is_needed() -> None:
    def endless() -> Iterator[sayso.Document]:
        while True:
            yield from documents()

    found = sayso.group(endless())
    assert [next(found)[0] for _ in range(7)] == ["a", "b", "c", "a", "b", "c", "a"]
