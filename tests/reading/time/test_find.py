"""Time expressions as intervals: what no single expression says by itself."""

from typing import Any

import pytest

from sayso.lexicon.times import TimeLexicon
from sayso.reading.time import find

LEXICON = TimeLexicon.load()


@pytest.mark.parametrize(
    ("text", "published", "words", "start", "end"),
    [
        ("Since 2017 the two have met each spring.", None, "2017", "2017", None),
        ("The shah reigned from 1941 to 1979.", None, "1941", "1941", "1979"),
        ("The shah reigned from 1941 to 1979.", None, "1979", "1941", "1979"),
        ("They fought between May and July 2019.", None, "May", "2019-05", "2019-07"),
        ("He stayed until March 2011.", None, "March 2011", None, "2011-03"),
        ("The plant closes by 2030.", None, "2030", None, "2030"),
        ("It fell after August 2021.", None, "August 2021", "2021-08", None),
        ("They seized the port on June 9 of last year.", "2019", "June 9 of last year", "2018-06-09", "2018-06-09"),
        ("He was freed earlier this year.", "2025-07-03", "earlier this year", "2025-01-01", "2025-07-03"),
        ("She will be tried later this month.", "2025-07-03", "later this month", "2025-07-03", "2025-07-31"),
        ("They met last Friday.", "1998-08-12", "last Friday", "1998-08-07", "1998-08-07"),
        ("The mine opened in the 1960s.", None, "the 1960s", "1960", "1969"),
        ("He won in 1995. Two years later he lost.", None, "Two years later", "1997", "1997"),
    ],
)
def test_interval(
    parsed: Any, text: str, published: str | None, words: str, start: str | None, end: str | None
) -> None:
    parse = parsed(text)
    found = {parse.text(t.first, t.last): (t.from_, t.to) for t in find(parse, LEXICON, published)}
    assert found.get(words) == (start, end)


@pytest.mark.parametrize(
    ("words", "value"),
    [("yesterday", "XXXX-XX-XX"), ("last year", "XXXX"), ("on Friday", "XXXX-WXX-5"), ("in August", "XXXX-08")],
)
def test_without_a_date_nothing_is_guessed(parsed: Any, words: str, value: str) -> None:
    (found,) = find(parsed(f"The army left {words}."), LEXICON, None)
    assert (found.value, found.from_, found.to, found.basis) == (value, None, None, "unknown")


def test_a_year_alone_resolves_years_only(parsed: Any) -> None:
    parse = parsed("Last year he fled. He was caught on Friday.")
    assert [t.value for t in find(parse, LEXICON, "2022")] == ["2021", "XXXX-WXX-5"]


@pytest.mark.parametrize(
    "text",
    ["", "x", "the " * 3000, "Friday " * 3000, "2021 - " * 2000, "1 " * 4000, "in the early " * 1500,
     "February 31, 2021", "99:99 p.m.", "0000-00-00", "the 0th century", "99999999999999999999 years ago"],
)  # fmt: skip
def test_odd_input(parsed: Any, text: str) -> None:
    parse = parsed(text)
    for time in find(parse, LEXICON, "9999-12-31"):
        assert 0 <= time.first < time.last <= len(parse.words)
