"""`compare --about A B --since --until` gives the same over files, over saved records and over a store."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.main import app

TEXTS = {
    "a.txt": "Sudan signed a treaty with Chad on 3 May 2019. Sudan attacked Chad on 9 June 2021. Egypt praised Kenya.",
    "b.txt": "Sudanese troops attacked Chad on 9 June 2021. Chad thanked Sudan on 1 July 2023.",
}


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def sources(tmp_path: Path) -> dict[str, list[str]]:
    """The same accounts as files, as saved records and in a store."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in TEXTS]
    records, store = tmp_path / "records.jsonl", tmp_path / "news.db"
    records.write_text(run("read", *files, "--format", "jsonl", "--store", str(store)), encoding="utf-8")
    return {"files": files, "records": [str(records)], "store": [str(store)]}


@pytest.mark.parametrize("kind", ["files", "records", "store"])
def test_about_since_and_until(sources: dict[str, list[str]], kind: str) -> None:
    asked = ("--about", "Sudan", "TCD", "--since", "2020", "--until", "2022", "--format", "json")
    found = json.loads(run("compare", *sources[kind], *asked))
    assert {event["time"]["start"] for event in found["events"]} == {"2021-06-09"}
    assert [{one["actor"], one["recipient"]} for one in found["relations"]] == [{"Sudan", "Chad"}]
    (event,) = found["events"]
    assert len(event["accounts"]) == 2


@pytest.mark.parametrize("kind", ["files", "records", "store"])
def test_without_a_question_everything_is_kept(sources: dict[str, list[str]], kind: str) -> None:
    found = json.loads(run("compare", *sources[kind], "--format", "json"))
    assert {"2019-05-03", "2021-06-09", "2023-07-01"} <= {event["time"]["start"] for event in found["events"]}
