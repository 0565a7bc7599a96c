"""`sayso code` and `sayso import-petrarch`, as a user meets them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.common import Trouble
from sayso.cli.main import app

LINES = "Norway attacked Denmark on 3 May 2022.\n\nFrance and Germany met.\nPeru may sanction Chile.\n"


@pytest.fixture
def sentences(tmp_path: Path) -> str:
    path = tmp_path / "s.txt"
    path.write_text(LINES, encoding="utf-8")
    return str(path)


def run(*arguments: str, code: int = 0) -> str:
    """What a command prints to stdout, after checking its exit code."""
    result = CliRunner().invoke(app, list(arguments))
    if isinstance(result.exception, Trouble):
        assert code == result.exception.code
        return str(result.exception)
    assert result.exit_code == code, result.output
    return result.stdout


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_each_line_is_a_document(sentences: str) -> None:
    events = [json.loads(line) for line in run("code", sentences, "--sentences").splitlines()]
    assert [event["story_id"] for event in events] == [f"{sentences}:{number}" for number in (1, 3, 4)]
    assert events[0]["event_type"] == "ASSAULT"


def test_without_sentences_the_file_is_one_document(sentences: str) -> None:
    events = [json.loads(line) for line in run("code", sentences).splitlines()]
    assert len({event["story_id"] for event in events}) == 1


@pytest.mark.parametrize("name", ["cameo", "gdelt", "icews", "polecat"])
def test_tables_have_a_row_for_each_pair(sentences: str, name: str) -> None:
    found = rows(run("code", sentences, "--sentences", "--format", name))
    assert len(found) == 4
    assert [row["sayso_status"] for row in found] == ["happened", "happened", "happened", "possible"]


def test_given_dates_count_for_each_line(sentences: str) -> None:
    out = run("code", sentences, "--sentences", "--format", "cameo", "--published", "s.txt=2022-06-01")
    assert [row["date"] for row in rows(out)] == ["20220503", "20220601", "20220601", "20220601"]


def test_only_and_no_header(sentences: str) -> None:
    out = run("code", sentences, "--sentences", "--format", "cameo", "--only", "possible", "--no-header")
    (line,) = out.splitlines()
    assert "PER\tCHL" in line


def test_a_status_that_there_is_not(sentences: str) -> None:
    assert "there are: happened" in run("code", sentences, "--only", "occurred", code=2)


def test_into_a_file(sentences: str, tmp_path: Path) -> None:
    path = tmp_path / "out.tsv"
    assert run("code", sentences, "--sentences", "--format", "icews", "-o", str(path)) == ""
    assert rows(path.read_text(encoding="utf-8"))[0]["Source Name"] == "Norway"
    assert "cannot be written" in run("code", sentences, "-o", str(tmp_path / "none" / "x"), code=1)


def test_what_cannot_be_read_costs_only_itself(sentences: str, tmp_path: Path) -> None:
    binary, long = tmp_path / "b.txt", tmp_path / "l.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    long.write_text("word " * 50_000 + "\nPeru attacked Chile.\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "sayso",
        "code",
        str(binary),
        str(tmp_path / "no.txt"),
        str(long),
        "-",
        "--sentences",
    ]
    done = subprocess.run(command, input=b"\xff\xfePeru\n", capture_output=True, check=False)
    said = done.stderr.decode()
    assert done.returncode == 1
    assert "not text" in said
    assert "no such file" in said
    assert "longer than" in said
    assert "Traceback" not in said
    assert [json.loads(line)["event_type"] for line in done.stdout.splitlines()] == ["ASSAULT"]


def test_other_sources_are_read_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps({"id": "x", "text": "Peru attacked Chile.\nPeru met Chile."}) + "\n", encoding="utf-8")
    events = [json.loads(line) for line in run("code", str(path), "--sentences").splitlines()]
    assert [event["story_id"] for event in events] == ["x", "x"]


def test_mappings_are_switched(tmp_path: Path) -> None:
    path = tmp_path / "m.txt"
    path.write_text("Peru imposed an embargo on Chile.", encoding="utf-8")
    kinds = [json.loads(run("code", str(path), "--mapping", name))["event_type"] for name in ("coders", "by-root")]
    assert kinds[0] != kinds[1] == "SANCTION"


def test_a_dictionary_goes_in_and_codes(tmp_path: Path) -> None:
    actors, verbs, mine, left = (tmp_path / name for name in ("a.txt", "v.txt", "mine.yaml", "left.txt"))
    actors.write_text("HARBOUR_FRONT_ [NORREB]\nGHOST_ [---]\n", encoding="utf-8")
    verbs.write_text("--- FROB [171] ---\nFROB\n", encoding="utf-8")
    run("import-petrarch", str(actors), "--verbs", str(verbs), "-o", str(mine), "--left-out", str(left))
    assert left.read_text(encoding="utf-8").startswith(f"{actors}:2: GHOST_ [---]: ")
    text = tmp_path / "t.txt"
    text.write_text("The Harbour Front frobbed Denmark.", encoding="utf-8")
    (row,) = rows(run("code", str(text), "--lexicon", str(mine), "--format", "cameo"))
    assert (row["source"], row["target"], row["code"]) == ("NORREB", "DNK", "171")


def test_nothing_to_import_is_a_usage_error() -> None:
    assert "nothing to import" in run("import-petrarch", code=2)
