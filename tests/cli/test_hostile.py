"""Input and surroundings that go wrong: a message on stderr, an exit code, no traceback, and the others still done."""

import gzip
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

GOOD = "Sudan attacked a village in Chad on Friday. Chad denied that its troops had crossed the border."
Done = subprocess.CompletedProcess[bytes]


@pytest.fixture
def good(tmp_path: Path) -> str:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return str(path)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sayso", *arguments]


def sayso(*arguments: str) -> Done:
    done = subprocess.run(command(*arguments), capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def failed(done: Done, *words: str, code: int = 1) -> None:
    said = done.stderr.decode()
    assert done.returncode == code, said
    assert said.startswith(("sayso: ", "Usage: ", "╭─ Error")), said
    for word in words:
        assert word in said


def lines(done: Done) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_many_bad_inputs_cost_only_themselves(good: str, tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "page.html": b"%PDF-1.4 and so on",
        "word.docx": b"PK\x03\x04 and so on",
        "mail.eml": b"\x00\x01\x02" * 90,
        "rows.jsonl": b'{"text": 5}\n[]\n{"text": "' + b"\xff" * 9 + b'"}\nNaN\n' + b"[" * 99_999,
        "bomb.jsonl.gz": gzip.compress(b"a" * 300_000_000, 1),
        "what.xyz": b"words",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    named = [str(tmp_path / "gone.txt"), "ftp://a.b/c", "~nobody-of-that-name/a.txt", "a" * 5000 + ".txt", "x\ty.txt"]
    done = sayso("read", *(str(tmp_path / name) for name in bad), good, *named)
    failed(done, *bad, "gone.txt", "ftp", "~nobody", "aaaa", "x\\ty.txt")
    (record,) = lines(done)
    assert record["claims"]


def test_a_line_of_two_hundred_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    with path.open("wb") as out:
        out.write(b'{"text": "')
        for _ in range(200):
            out.write(b"word " * 209_715)
        out.write(b'"}\n{"text": "' + GOOD.encode() + b'"}\n')
    done = sayso("read", str(path))
    failed(done, "rows.jsonl:1", "longer than")
    assert len(lines(done)) == 1


def test_odd_characters_and_half_pairs(tmp_path: Path) -> None:
    odd = "\ufeff\u202bSudan\u202c at\u00adtacked a vil\u200blage\u2028in Chad.\r\n\x00 E\u0301mile \U0001f468\u200d"
    path = tmp_path / "rows.jsonl"
    rows = [json.dumps({"text": odd + " \ud83d", "title": "\udc00 Talks", "id": "a\ud800"}), json.dumps({"text": odd})]
    path.write_text("\n".join(rows), encoding="utf-8")
    done = sayso("read", str(path))
    assert done.returncode == 0, done.stderr
    assert [str(record["document"]["text"])[: len(odd)] for record in lines(done)] == [odd, odd]  # type: ignore[index]


def test_links_that_go_round_and_folders_that_are_shut(good: str, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    shutil.copy(good, folder / "deep" / "a.txt")
    (folder / "deep" / "up").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    done = sayso("read", str(folder))
    failed(done, "self.txt", "nowhere.txt")
    assert len(lines(done)) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_what_may_not_be_read(good: str, tmp_path: Path) -> None:
    shut, folder = tmp_path / "shut.txt", tmp_path / "shut"
    shut.write_text(GOOD, encoding="utf-8")
    folder.mkdir()
    shut.chmod(0)
    folder.chmod(0)
    try:
        done = sayso("read", str(shut), str(folder), good)
    finally:
        folder.chmod(0o700)
    failed(done, "shut.txt", "ermission")
    assert len(lines(done)) == 1


def test_pipes_and_devices_are_no_documents(good: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = sayso("read", str(tmp_path / "pipe.txt"), good)
    failed(done, "pipe.txt", "not a regular file")
    assert len(lines(done)) == 1


@pytest.mark.parametrize("place", ["", "none/report.html", "/dev/full"])
def test_a_report_that_cannot_be_written(good: str, tmp_path: Path, place: str) -> None:
    failed(sayso("compare", good, "-o", str(tmp_path / place)), "cannot be written")


@pytest.mark.parametrize("arguments", [("read", "--format", "jsonl"), ("compare", "--format", "json"), ("compare",)])
def test_a_full_disk_behind_stdout(good: str, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command(*arguments, good), stdout=full, stderr=subprocess.PIPE, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert (done.returncode, b"No space left" in done.stderr) == (1, True)


def test_a_reader_that_goes_away_ends_the_command(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps({"id": k, "text": GOOD * 9}) + "\n" for k in range(200)), encoding="utf-8")
    with subprocess.Popen(command("read", str(path)), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(60) == 0
    assert said == b""


@pytest.fixture
def heeding() -> Iterator[None]:
    """Who runs the tests in the background may have made them deaf to interrupts, and a command would inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeding")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_ends_the_command(tmp_path: Path, workers: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps({"id": k, "text": GOOD * 40}) + "\n" for k in range(3000)), encoding="utf-8")
    reading = command("read", str(path), "--workers", workers)
    with subprocess.Popen(reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"stopped" in said
    assert b"Traceback" not in said


def unusable(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Places where no store can be, with what is said of each."""
    newer, other, words = tmp_path / "newer.db", tmp_path / "other.db", tmp_path / "words.db"
    assert sayso("read", str(tmp_path / "good.txt"), "--store", str(newer)).returncode == 0
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("PRAGMA user_version = 999")
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE mine (x)")
    words.write_text("These are only words, and not a store at all.")
    yield newer, "version 999"
    yield other, "not a Sayso store"
    yield words, "not a Sayso store"
    yield tmp_path, "is a folder"
    yield tmp_path / "none" / "a.db", "does not exist"
    yield Path("/dev/full"), "/dev/full"


def test_stores_that_cannot_be_used(good: str, tmp_path: Path) -> None:
    for path, words in unusable(tmp_path):
        failed(sayso("read", good, "--store", str(path)), str(path), words)


def test_two_commands_write_one_store(tmp_path: Path) -> None:
    store = tmp_path / "news.db"
    running = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.jsonl"
        rows = [json.dumps({"id": f"{name}{k}", "text": f"{GOOD} It was day {k}."}) for k in range(25)]
        path.write_text("\n".join(rows), encoding="utf-8")
        reading = command("read", str(path), "--store", str(store))
        running.append(subprocess.Popen(reading, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
    for process in running:
        _, said = process.communicate(timeout=120)
        assert (process.returncode, said) == (0, b"")
    done = sayso("sql", "select count(*) from documents", "--store", str(store), "--format", "csv")
    assert done.stdout.split()[-1] == b"50"


@pytest.mark.parametrize("line", ["{", '{"document": 5, "claims": []}', '{"document":{"id":"a"},"claims":[{"id":5}]}'])
def test_saved_records_that_are_damaged(tmp_path: Path, line: str) -> None:
    path = tmp_path / "saved.jsonl"
    path.write_text('{"document":{"id":"a"},"claims":[]}\n' + line + "\n", encoding="utf-8")
    failed(sayso("compare", str(path)), "saved.jsonl", "line 2")
    failed(sayso("show", "claim-1", "--in", str(path)), "saved.jsonl", "line 2")


def test_usage_errors_say_what_to_do(good: str) -> None:
    for arguments in (
        ("read", good, "--published", f"{good}=someday"), ("read", good, "--workers", "0"),
        ("read", good, "--meta", "none.csv"), ("read", good, "--format", "xml"), ("read", "--nonsense"),
        ("compare", good, "--since", "someday"), ("compare", good, "--about", "Sudan"),
    ):  # fmt: skip
        failed(sayso(*arguments), code=2)
