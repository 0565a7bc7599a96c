"""The examples are read as they were when somebody last looked: the golden records of tests/golden."""

from typing import Any

import pytest

from golden import write

NAMES = [*(path.stem for path in write.examples()), write.COMPARISON]


@pytest.fixture(scope="module")
def fresh() -> dict[str, Any]:
    return write.fresh()


@pytest.mark.parametrize("name", NAMES)
def test_reading_gives_the_golden_record(name: str, fresh: dict[str, Any]) -> None:
    now = write.written(fresh[name]).splitlines()
    before = write.kept(name).read_text(encoding="utf-8").splitlines()
    assert now == before, "reading changed: run `make golden`, look at the diff, and commit it if it is for the better"


def test_every_golden_record_is_of_an_example() -> None:
    assert {path.stem for path in write.HERE.glob("*.json")} == set(NAMES)
