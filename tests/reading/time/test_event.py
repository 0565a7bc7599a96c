"""The time of an event: what hangs on it, not what hangs on those who report it."""

from typing import Any

import pytest

from sayso.lexicon.times import TimeLexicon
from sayso.model.record import EventTime
from sayso.reading.time import event_time, find

LEXICON = TimeLexicon.load()
PUBLISHED = "2023-06-08"


def timed(parse: Any, word: str, published: str | None, status: Any) -> EventTime:
    head = next(w.i for w in parse.words if w.text == word)
    return event_time(parse, find(parse, LEXICON, published), head, published, status=status)


@pytest.mark.parametrize(
    ("text", "word", "start", "end", "basis"),
    [
        ("In 2021, the rebels seized the capital, ending a long war.", "ending", "2021", "2021", "stated"),
        ("Kyiv said on Tuesday that the army shelled the port in May.", "shelled", "2023-05", "2023-05", "relative"),
        ("The ministry said on Tuesday that the army shelled the port.", "shelled", None, PUBLISHED, "publication"),
        ("Since 2017, Moscow has armed the militia.", "armed", "2017", None, "stated"),
        ("The junta ruled the country from 1996 to 2001.", "ruled", "1996", "2001", "stated"),
        ("France condemned the 2019 attack.", "condemned", None, PUBLISHED, "publication"),
        ("France condemned the 2019 attack.", "attack", "2019", "2019", "stated"),
        ("Turkey launched an attack on Friday.", "attack", "2023-06-02", "2023-06-02", "relative"),
        ("The militia took the city in 2021, 20 years after being ousted.", "ousted", "2001", "2001", "relative"),
    ],
)  # fmt: skip
def test_happened(parsed: Any, text: str, word: str, start: str | None, end: str | None, basis: str) -> None:
    found = timed(parsed(text), word, PUBLISHED, "happened")
    assert (found.start, found.end, found.basis) == (start, end, basis)


def test_what_is_planned_comes_after_publication(parsed: Any) -> None:
    found = timed(parsed("The troops will leave."), "leave", PUBLISHED, "planned")
    assert (found.start, found.end, found.precision) == (PUBLISHED, None, "unknown")


def test_without_any_date_nothing_is_known(parsed: Any) -> None:
    assert timed(parsed("The troops left."), "left", None, "happened") == EventTime()


def test_a_date_that_cannot_be_placed_is_still_shown(parsed: Any) -> None:
    found = timed(parsed("The troops left on Friday."), "left", None, "happened")
    assert (found.start, found.end) == (None, None)
    assert found.span is not None
    assert found.span.text == "Friday"
