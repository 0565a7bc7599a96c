"""docs/store.md says what the tables are: all of them, as they are."""

import sqlite3
from pathlib import Path

from sayso.store.schema import TABLES, document_schema, statements

DOCS = Path(__file__).resolve().parents[2] / "docs" / "store.md"


def test_the_page_describes_the_tables_as_they_are() -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert page.endswith("## Tables\n\n" + document_schema()), (
        "docs/store.md is behind src/sayso/store/schema.py: run `make docs`"
    )


def test_the_real_tables_have_just_the_columns_described() -> None:
    connection = sqlite3.connect(":memory:")
    for statement in statements():
        connection.execute(statement)
    for table in TABLES:
        found = [row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")')]
        assert found == [column.name for column in table.columns]
    connection.close()


def test_the_questions_on_the_page_can_be_asked() -> None:
    connection = sqlite3.connect(":memory:")
    for statement in statements():
        connection.execute(statement)
    blocks = DOCS.read_text(encoding="utf-8").split("## Questions")[1].split("## Tables")[0].split("\n\n")
    queries = [block for block in blocks if block.startswith("    select")]
    assert len(queries) >= 5
    for query in queries:
        connection.execute(query)
    connection.close()
