"""Stories in a store: grouped by date, grouped again to the same, and as people decided."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model.document import Section
from sayso.model.record import DocumentInfo, Record
from sayso.store import Store, StoreError, open_store
from sayso.store.schema import TABLES, VERSION, statements

TEXTS = {
    "quake-1": (
        "2031-05-02", "North Post",
        "A tremor shook the town of Selby before sunrise. Chimneys fell; the seismic station measured magnitude five "
        "and warned of aftershocks along the fault.",
    ),
    "quake-2": (
        "2031-05-02", "Coast Radio",
        "Magnitude five: Selby was woken by a tremor. Fallen chimneys block two streets, and the seismic station "
        "expects aftershocks from the same fault.",
    ),
    "ferry-1": (
        "2031-05-02", "North Post",
        "The night ferry to Mull Island turned back when its ramp would not close. Passengers slept in the terminal, "
        "and the shipping line pays for their breakfast.",
    ),
    "ferry-2": (
        "2031-05-03", "Coast Radio",
        "A ramp that would not close sent the Mull Island ferry back to the terminal; its passengers spent the night "
        "there at the shipping line's expense.",
    ),
    "quake-3": (
        "2031-05-03", "Daily Coach",
        "A tremor shook the town of Selby before sunrise. Chimneys fell; the seismic station measured magnitude five "
        "and warned of aftershocks along the fault. (Agency)",
    ),
}  # fmt: skip


def record(key: str) -> Record:
    published, source, text = TEXTS[key]
    info = DocumentInfo(
        id=key, text=text, title=f"Title of {key}", source=source, published=published, published_basis="given",
        language="en", sections=(Section("body", 0, len(text)),), genre="report", genre_score=0.5,
    )  # fmt: skip
    return Record(document=info)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.db") as opened:
        for key in reversed(TEXTS):  # not in the order of dates
            opened.add(record(key))
        opened.group_stories()
        yield opened


def members(store: Store) -> list[set[str]]:
    return [{article.document for article in story.articles} for story in store.stories()]


def contents(path: Path) -> list[list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    found = [connection.execute(f'SELECT * FROM "{table.name}"').fetchall() for table in TABLES]
    connection.close()
    return found


def test_documents_are_grouped_by_date_and_copies_counted_once(store: Store) -> None:
    quake, ferry = sorted(store.stories(), key=lambda story: -len(story.articles))
    assert {article.document for article in quake.articles} == {"quake-1", "quake-2", "quake-3"}
    assert (quake.originals, len(quake.sources), quake.start, quake.end) == (2, 3, "2031-05-02", "2031-05-03")
    assert [article.copy_of for article in quake.articles if article.document == "quake-3"] == ["quake-1"]
    assert {article.document for article in ferry.articles} == {"ferry-1", "ferry-2"}
    assert store.stories(at_least=3) == ()


def test_grouping_again_changes_nothing(store: Store) -> None:
    before = contents(store.path)
    assert not store.group_stories()
    assert contents(store.path) == before


def test_a_document_read_again_stays_in_its_story(store: Store) -> None:
    before = members(store)
    replaced = record("ferry-1")
    store.add(Record(document=replaced.document, notes=()))
    assert members(store) == before


def test_a_merge_holds_when_grouped_again_and_with_new_documents(store: Store) -> None:
    first, second = (story.id for story in store.stories())
    assert store.merge_stories(first, second)
    assert members(store) == [set(TEXTS)]
    assert store.stories()[0].id == first
    before = contents(store.path)
    assert not store.merge_stories(first, second)
    assert not store.group_stories()
    assert contents(store.path) == before


def test_a_split_holds_when_grouped_again_and_draws_what_is_nearer(store: Store) -> None:
    quake = next(story.id for story in store.stories() if len(story.articles) == 3)
    key = store.split_story(quake, ["quake-2"])
    assert {"quake-2"} in members(store)
    assert {"quake-1", "quake-3"} in members(store)
    before = contents(store.path)
    assert store.split_story(quake, ["quake-2"]) == key
    assert not store.group_stories()
    assert contents(store.path) == before
    assert store.merge_stories(quake, key)
    assert {"quake-1", "quake-2", "quake-3"} in members(store)
    assert [one.kind for one in store.story_decisions() if one.document == "quake-2"] == ["split", "merge"]


def test_decisions_cannot_be_changed_or_taken_out(store: Store) -> None:
    first, second = (story.id for story in store.stories())
    store.merge_stories(first, second)
    store.close()
    connection = sqlite3.connect(store.path)
    for change in ("UPDATE story_decisions SET story = 'x'", "DELETE FROM story_decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            connection.execute(change)
    connection.close()


def test_what_cannot_be_decided_says_why_and_leaves_the_store_as_it_was(store: Store) -> None:
    quake, ferry = sorted(store.stories(), key=lambda story: -len(story.articles))
    before = contents(store.path)
    with pytest.raises(StoreError, match="has no story story-none"):
        store.merge_stories(quake.id, "story-none")
    with pytest.raises(StoreError, match="one story already"):
        store.merge_stories(quake.id, quake.id)
    with pytest.raises(StoreError, match="does not have ferry-1"):
        store.split_story(quake.id, ["ferry-1"])
    with pytest.raises(StoreError, match="the whole of"):
        store.split_story(ferry.id, ["ferry-1", "ferry-2"])
    with pytest.raises(StoreError, match="name the documents"):
        store.split_story(ferry.id, [])
    assert contents(store.path) == before


def test_a_store_of_the_version_before_stories_gets_their_tables(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with open_store(path) as new:
        new.add(record("quake-1"))
    connection = sqlite3.connect(path)
    for table in reversed([table.name for table in TABLES if table.since == 2]):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with open_store(path) as old:
        assert old.group_stories()
        assert members(old) == [{"quake-1"}]
        assert old.ids() == ("quake-1",)


def test_only_what_a_version_lacks_is_made() -> None:
    made = "\n".join(statements(1))
    assert not statements(VERSION)
    for table in TABLES:
        assert (f'CREATE TABLE "{table.name}"' in made) == (table.since > 1)
