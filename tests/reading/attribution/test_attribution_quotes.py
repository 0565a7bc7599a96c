"""Which words stand between quotation marks."""

from collections.abc import Callable

import pytest

from sayso.model.flow import Parse
from sayso.reading.attribution import quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no more" twice.', ['"no more"']),
        ("He said “no more” twice.", ["“no more”"]),
        ("He said ``no more'' twice.", ["``no more''"]),
        ("He said ''no more'' twice.", ["''no more''"]),
        ("He said 'we want no more' twice.", ["'we want no more'"]),
        ("It's the dogs' bone and the cat's.", []),
        ("The '90s were 'fine'.", []),
        ('A "b" and "c d".', ['"b"', '"c d"']),
        ('An open "mark goes to the end', ['"mark goes to the end']),
        ("", []),
    ],
)
def test_find(parsed: Callable[..., Parse], text: str, expected: list[str]) -> None:
    parse = parsed(text)
    assert [parse.text(q.first, q.last) for q in quotes.find(parse).all] == expected


def test_an_open_quotation_goes_on_in_the_next_paragraph(parsed: Callable[..., Parse]) -> None:
    open_, closed = "“One is here.\n\n“Two is here.”", "“One is here.”\n\n“Two is here.”"
    assert [q.continues for q in quotes.find(parsed(open_)).all] == [False, True]
    assert [q.continues for q in quotes.find(parsed(closed)).all] == [False, False]


def test_counts_and_overlaps(parsed: Callable[..., Parse]) -> None:
    found = quotes.find(parsed('He said "no" here, and "yes" there.'))
    assert found.counts(0, 2) == (0, 2)
    assert found.counts(0, 6) == (1, 3)
    assert list(found.over(0, 2)) == []
    assert list(found.over(3, 4)) == [0]
    assert list(found.over(0, 20)) == [0, 1]
