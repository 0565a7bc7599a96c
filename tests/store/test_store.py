"""The store keeps records exactly, replaces them on reading again, and answers questions without being changed."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sayso.model.comparison import Comparison
from sayso.model.record import Claim, Record
from sayso.store import Store, StoreError, open_store
from sayso.store.schema import TABLES


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.db") as opened:
        yield opened


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    try:
        return {t.name: connection.execute(f'SELECT * FROM "{t.name}"').fetchall() for t in TABLES}
    finally:
        connection.close()


def test_records_come_back_as_they_went_in_and_in_order(store: Store, first: Record, second: Record) -> None:
    store.add(second)
    store.add(first)
    assert list(store.records()) == [second, first]
    assert store.record("doc-a") == first
    assert store.record("doc-none") is None


def test_every_table_of_records_gets_rows_from_a_full_record(store: Store, first: Record) -> None:
    store.add(first)
    empty = {name for name, rows in contents(store.path).items() if not rows}
    assert empty == {"comparisons", "events", "event_claims", "stories", "story_members", "story_decisions"}


def test_adding_again_changes_nothing(store: Store, first: Record, comparison: Comparison, second: Record) -> None:
    assert store.add(first) and store.add(second) and store.add_comparison(comparison)
    before = contents(store.path)
    assert not store.add(first)
    assert not store.add_comparison(comparison)
    assert contents(store.path) == before
    assert list(store.comparisons()) == [comparison]


def test_reading_again_replaces_all_rows_of_the_document_and_no_others(
    store: Store, first: Record, second: Record, comparison: Comparison
) -> None:
    store.add(first)
    store.add(second)
    store.add_comparison(comparison)
    store.add(msgspec.structs.replace(first, claims=(), actors=()))
    after = contents(store.path)
    for table in ("claims", "claim_parties", "evidence", "event_claims"):
        column = [c.name for t in TABLES if t.name == table for c in t.columns].index("document")
        assert {row[column] for row in after[table]} == {"doc-b"}, table
    assert store.ids() == ("doc-a", "doc-b")
    assert sorted(store.search("troops")) == ["doc-a", "doc-b"]


def test_a_row_that_cannot_be_kept_leaves_the_store_as_it_was(store: Store, first: Record) -> None:
    store.add(first)
    before = contents(store.path)
    twice = msgspec.structs.replace(first, claims=(first.claims[0], first.claims[0]))
    with pytest.raises(StoreError, match="repeats an id"):
        store.add(twice)
    assert contents(store.path) == before


def test_a_comparison_of_unknown_documents_is_refused(store: Store, comparison: Comparison) -> None:
    with pytest.raises(StoreError, match="doc-a, doc-b"):
        store.add_comparison(comparison)


@pytest.mark.parametrize(
    ("wanted", "documents"),
    [
        ({}, ["doc-a", "doc-b"]),
        ({"actor": "SUD"}, ["doc-a", "doc-b"]),
        ({"actor": "MIL"}, ["doc-a", "doc-b"]),
        ({"actor": "NOR"}, []),
        ({"actor": "UDM"}, []),
        ({"actor": "sudmark"}, ["doc-a", "doc-b"]),
        ({"recipient": "town"}, ["doc-a", "doc-b"]),
        ({"recipient": "%"}, []),
        ({"since": "2021-06"}, ["doc-a", "doc-b"]),
        ({"until": "2022"}, ["doc-a"]),
        ({"until": "2021-04-30"}, []),
        ({"status": "claimed", "plover": ["assault", "AID"]}, ["doc-a", "doc-b"]),
        ({"status": "happened"}, []),
        ({"document": "doc-b"}, ["doc-b"]),
    ],
)
def test_claims_by_party_date_and_kind(
    store: Store, first: Record, second: Record, wanted: dict[str, str], documents: list[str]
) -> None:
    store.add(first)
    store.add(second)
    found = store.claims(**wanted)  # type: ignore[arg-type]
    assert [claim.document for claim in found] == documents
    assert all(isinstance(claim, Claim) and claim.event.plover == "ASSAULT" for claim in found)


def test_a_closed_interval_is_over_before_since(store: Store, first: Record) -> None:
    claim = first.claims[0]
    closed = msgspec.structs.replace(claim, time=msgspec.structs.replace(claim.time, end="2021"))
    store.add(msgspec.structs.replace(first, claims=(closed,)))
    assert store.claims(since="2022") == ()
    assert len(store.claims(since="2021-12-31")) == 1


def test_undated_claims_are_left_out_when_dates_are_asked_for(store: Store, first: Record) -> None:
    claim = first.claims[0]
    undated = msgspec.structs.replace(claim, time=msgspec.structs.replace(claim.time, start=None))
    store.add(msgspec.structs.replace(first, claims=(undated,)))
    assert store.claims(since="1900") == store.claims(until="2100") == ()
    assert len(store.claims()) == 1
    with pytest.raises(StoreError, match="not a date"):
        store.claims(since="yesterdayish")


def test_any_id_is_found_with_its_record(store: Store, first: Record, second: Record, comparison: Comparison) -> None:
    store.add(first)
    store.add(second)
    store.add_comparison(comparison)
    wanted = {
        "doc-a": first, "claim-doc-a": first.claims[0], "att-1": first.attributions[0], "scen-1": first.scenarios[0],
        "SUDMIL": first.actors[0], "event-1": comparison.events[0],
    }  # fmt: skip
    for key, piece in wanted.items():
        found = store.find(key)
        assert found is not None and found.piece == piece
        assert found.record == (None if key == "event-1" else first)
    assert store.find("nothing") is None
    assert [found.record for found in store.find_all("SUDMIL")] == [first, second]


def test_sql_answers_with_columns_and_rows(store: Store, first: Record) -> None:
    store.add(first)
    result = store.sql("select id, holder, actors from claims")
    assert result.columns == ("id", "holder", "actors")
    assert result.rows == (("claim-doc-a", "Norland", "Sudmark"),)
    assert not result.more
    words = store.sql(
        "select e.text, substr(d.text, char_start + 1, char_end - char_start) "
        "from evidence e join documents d on d.id = e.document"
    )
    assert all(kept == cut for kept, cut in words.rows)


def test_sql_stops_at_the_limit_and_says_so(store: Store) -> None:
    result = store.sql("with recursive n(i) as (select 1 union all select i + 1 from n) select i from n", limit=3)
    assert (result.rows, result.more) == (((1,), (2,), (3,)), True)


@pytest.mark.parametrize(
    "query",
    [
        "delete from documents", "insert into documents_fts values ('a', 'b', 'c')", "drop table claims",
        "attach database 'other.db' as other", "pragma query_only = off", "pragma journal_mode = delete",
        "create temp table t (x)", "select 1; delete from documents",
        "vacuum into 'copy.db'", "select load_extension('x')",
        "select zeroblob(900000000)", "", "selct 1",
    ],
)  # fmt: skip
def test_sql_can_change_nothing(store: Store, first: Record, query: str) -> None:
    store.add(first)
    before = contents(store.path)
    with pytest.raises(StoreError):
        store.sql(query) if query else store.sql("select")
    assert contents(store.path) == before
    assert [path.name for path in store.path.parent.iterdir() if path.suffix == ".db"] == ["news.db"]


def test_sql_is_bounded_in_time(store: Store) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    with pytest.raises(StoreError, match="longer than"):
        store.sql(endless, seconds=0.2)


def test_search_takes_any_words(store: Store, first: Record) -> None:
    store.add(first)
    assert store.search("harbour troops") == ("doc-a",)
    assert store.search('a "broken* NEAR(query') == ()
    assert store.search(" ") == ()


def test_files_that_are_no_stores_are_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        open_store(tmp_path / "none.db", create=False)
    with pytest.raises(StoreError, match="folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "nowhere" / "news.db")
    text = tmp_path / "text.db"
    text.write_text("just words, " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="not a Sayso store"):
        open_store(text)
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(StoreError, match="not a Sayso store"):
        open_store(other)


def test_a_store_of_another_version_is_refused(store: Store) -> None:
    connection = sqlite3.connect(store.path)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="version 99"):
        open_store(store.path)


def test_a_locked_store_says_so(store: Store, first: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.connection.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(store.path) as impatient, pytest.raises(StoreError, match="another program"):
        impatient.add(first)
    other.execute("ROLLBACK")
    other.close()


def test_a_record_without_text_can_be_kept(store: Store, first: Record) -> None:
    bare = msgspec.structs.replace(first, document=msgspec.structs.replace(first.document, text=None))
    store.add(bare)
    assert store.record("doc-a") == bare
    assert store.sql("select content from attributions").rows == ((None,),)


def test_the_file_is_wal_with_foreign_keys_that_hold(store: Store, first: Record) -> None:
    store.add(first)
    connection = sqlite3.connect(store.path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
