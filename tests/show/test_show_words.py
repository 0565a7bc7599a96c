"""The reader's words."""

from typing import get_args

import pytest

from sayso.model.record import Status
from sayso.show import words
from sayso.show.book import letter


def test_every_status_has_words_of_its_own() -> None:
    assert set(words.STATUS) == set(words.STATUS_ORDER) == set(get_args(Status))
    assert len({found.short for found in words.STATUS.values()}) == len(words.STATUS)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("2022-08-15", "15 August 2022"),
        ("2022-08", "August 2022"),
        ("after 2021-08", "after August 2021"),
        ("2022, inferred", "2022, inferred"),
        ("2022-13-01", "2022-13-01"),
        ("2020-01-02 to 2020-03-04", "2 January 2020 to 4 March 2020"),
    ],
)
def test_dates_are_written_out(given: str, written: str) -> None:
    assert words.dates(given) == written


def test_long_text_is_cut_at_a_word() -> None:
    assert words.clip("one two\nthree four", 30) == "one two three four"
    assert words.clip("one two three four", 14) == "one two three…"
    assert len(words.clip("x" * 500, 100)) == 100


def test_lists_and_counts_read_like_english() -> None:
    assert words.listed(["A"]) == "A"
    assert words.listed(["A", "B", "C"]) == "A, B and C"
    assert words.count(1, "account") == "one account"
    assert words.count(14, "account") == "14 accounts"


def test_letters_go_on_after_z() -> None:
    assert [letter(k) for k in (0, 25, 26, 27, 702)] == ["A", "Z", "AA", "AB", "AAA"]
