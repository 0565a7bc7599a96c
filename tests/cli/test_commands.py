"""The command line, as a user meets it: what goes where, exit codes, and messages that help."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.common import Trouble
from sayso.cli.main import app

AGENCY = (
    "Sudan Denies Raid\n\nSudan denied on Friday that its troops had attacked a village in Chad. "
    "Chad accused Sudan of lying."
)
BLOG = "Sudan attacked a village in Chad on Friday. If Sudan attacks again, Chad will recall its ambassador."


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("agency.txt", AGENCY), ("blog.md", BLOG)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "agency.txt"), str(tmp_path / "blog.md")]


def run(*arguments: str, code: int = 0) -> str:
    """What a command prints to stdout, after checking its exit code."""
    result = CliRunner().invoke(app, list(arguments))
    if isinstance(result.exception, Trouble):
        assert code == result.exception.code
        return str(result.exception)
    assert result.exit_code == code, result.output
    return result.stdout


def whole(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """The command as its own process."""
    command = [sys.executable, "-m", "sayso", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, check=False, env=dict(os.environ))


def test_read_writes_one_record_a_line_into_a_pipe(files: list[str]) -> None:
    records = [json.loads(line) for line in run("read", *files, "--format", "jsonl").splitlines()]
    assert [record["document"]["text"] for record in records] == [AGENCY, BLOG]
    assert all(record["claims"] for record in records)


def test_read_as_a_table_names_who_did_what(files: list[str]) -> None:
    out = run("read", files[1], "--format", "table")
    assert "Sudan" in out
    assert "attacked" in out


def test_without_text_the_record_has_none(files: list[str]) -> None:
    assert json.loads(run("read", files[0], "--format", "jsonl", "--no-text"))["document"]["text"] is None


def test_a_given_date_shows_with_its_basis(files: list[str]) -> None:
    out = run("read", files[0], "--format", "jsonl", "--published", f"{files[0]}=2023-05-06")
    document = json.loads(out)["document"]
    assert (document["published"], document["published_basis"]) == ("2023-05-06", "given")


def test_what_cannot_be_read_costs_only_itself(files: list[str], tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.touch()
    binary.write_bytes(bytes(range(256)) * 20)
    done = whole("read", str(empty), files[0], str(binary), str(tmp_path / "none.txt"), files[1])
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    said = done.stderr.decode()
    assert "empty" in said
    assert "binary" in said
    assert "no such file" in said
    assert "Traceback" not in said


def test_usage_errors_have_exit_code_two(files: list[str]) -> None:
    assert whole("read").returncode == 2
    assert whole("read", files[0], "--published", "nonsense").returncode == 2
    assert whole("nonsense").returncode == 2


def test_standard_input_is_a_source() -> None:
    done = whole("read", "-", "--format", "jsonl", stdin=BLOG.encode())
    assert json.loads(done.stdout)["document"]["text"] == BLOG


def test_compare_prints_a_digest_and_writes_a_report(files: list[str], tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    out = run("compare", *files, "-o", str(report))
    assert "Sudan" in out
    page = report.read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "Sudan" in page


def test_compare_as_json_has_the_events_and_who_tells_them(files: list[str]) -> None:
    comparison = json.loads(run("compare", *files, "--format", "json"))
    assert len(comparison["documents"]) == 2
    assert any(len(event["accounts"]) == 2 for event in comparison["events"])


def test_compare_takes_saved_records_and_stores(files: list[str], tmp_path: Path) -> None:
    store, saved = tmp_path / "news.db", tmp_path / "records.jsonl"
    saved.write_text(run("read", *files, "--format", "jsonl", "--store", str(store)), encoding="utf-8")
    of_files = json.loads(run("compare", *files, "--format", "json"))
    assert json.loads(run("compare", str(saved), "--format", "json")) == of_files
    assert {d["id"] for d in json.loads(run("compare", str(store), "--format", "json"))["documents"]} == {
        d["id"] for d in of_files["documents"]
    }


def test_show_and_explain_take_any_id(files: list[str], tmp_path: Path) -> None:
    store, saved = str(tmp_path / "news.db"), tmp_path / "records.jsonl"
    saved.write_text(run("read", *files, "--format", "jsonl", "--store", store), encoding="utf-8")
    record = json.loads(saved.read_text(encoding="utf-8").splitlines()[0])
    denied = next(claim for claim in record["claims"] if claim["status"] == "denied")
    for where in (("--store", store), ("--in", str(saved))):
        for one in (record["document"], denied, record["attributions"][0], record["actors"][0]):
            assert run("show", one["id"], *where)
        assert "denied" in run("explain", denied["id"], *where)
    assert "nothing in" in run("show", "claim-none", "--store", store, code=1)


def test_sql_answers_and_changes_nothing(files: list[str], tmp_path: Path) -> None:
    store = str(tmp_path / "news.db")
    run("read", *files, "--format", "jsonl", "--store", store)
    assert run("sql", "select count(*) as n from documents", "--store", store, "--format", "csv").split() == ["n", "2"]
    changing = whole("sql", "delete from documents", "--store", store)
    assert changing.returncode == 1
    assert "Traceback" not in changing.stderr.decode()
    assert run("sql", "select count(*) as n from documents", "--store", store, "--format", "csv").split() == ["n", "2"]


def test_reading_twice_changes_nothing_in_the_store(files: list[str], tmp_path: Path) -> None:
    store = str(tmp_path / "news.db")
    dumps = []
    for _ in range(2):
        run("read", *files, "--format", "jsonl", "--store", store)
        dumps.append(run("sql", "select * from claims order by id", "--store", store, "--format", "jsonl"))
    assert dumps[0] == dumps[1]
    assert dumps[0]


def test_a_users_own_actor_is_found(files: list[str], tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text("actors:\n  - {name: Blue Lantern Front, kind: armed-group, code: BLF, aka: the Lanterns}\n")
    text = tmp_path / "text.txt"
    text.write_text("The Lanterns attacked a convoy near the border.")
    record = json.loads(run("read", str(text), "--format", "jsonl", "--lexicon", str(own)))
    assert [party["code"] for party in record["claims"][0]["actors"]] == ["BLF"]


def test_a_users_broken_file_says_what_is_wrong(files: list[str], tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text("actors: [{nme: x}]")
    done = whole("read", files[0], "--lexicon", str(own))
    assert done.returncode == 1
    assert "mine.yaml" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_version_and_help_with_examples() -> None:
    assert run("--version").startswith("sayso 0.")
    for command in ("read", "compare", "show", "explain", "sql"):
        assert "Examples" in run(command, "--help")


def test_a_file_that_is_no_store_is_said_so(files: list[str]) -> None:
    done = whole("sql", "select 1", "--store", files[0])
    assert done.returncode == 1
    assert "Traceback" not in done.stderr.decode()
