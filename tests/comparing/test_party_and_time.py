"""When two names are one party, and when two times are apart."""

import datetime as dt

import pytest

from sayso.comparing.about import Question, matches
from sayso.comparing.party import agreement, key_of, likeness
from sayso.comparing.when import apart, bound_in_words, first_day, interval, last_day, overlap
from sayso.model.document import Document
from sayso.model.record import EventTime

RUSSIA = key_of("Russia", "RUS", "RUS")
PUTIN = key_of("Vladimir Putin", "RUSGOV", "RUS")
LAVROV = key_of("Sergey Lavrov", "RUSGOV", "RUS")
TALIBAN = key_of("Taliban", "TAL", "AFG")
AFGHANISTAN = key_of("Afghanistan", "AFG", "AFG")
PEOPLE = key_of("four people", None, None)


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        (RUSSIA, RUSSIA, 1.0, 1.0),
        (RUSSIA, PUTIN, 0.8, 0.9),
        (PUTIN, LAVROV, 0.8, 0.9),
        (TALIBAN, AFGHANISTAN, 0.0, 0.2),
        (RUSSIA, AFGHANISTAN, 0.0, 0.0),
        (PEOPLE, key_of("residents", None, None), 0.3, 0.3),
        (key_of("Syrian Observatory for Human Rights", None, None), key_of("SOHR", None, None), 0.9, 0.9),
        (key_of("Shoigu", None, "RUS"), key_of("Sergei Shoigu", None, "RUS"), 0.9, 0.9),
    ],
)
def test_likeness(a: object, b: object, least: float, most: float) -> None:
    assert least <= likeness(a, b) <= most  # type: ignore[arg-type]
    assert likeness(a, b) == likeness(b, a)  # type: ignore[arg-type]


def test_nobody_named_agrees_with_nobody() -> None:
    assert agreement((), (RUSSIA,)) is None
    assert agreement((RUSSIA,), (PUTIN, TALIBAN)) == 0.8


def test_days_of_dates_of_any_precision() -> None:
    assert first_day("2022") == dt.date(2022, 1, 1)
    assert last_day("2024-02") == dt.date(2024, 2, 29)
    assert last_day("2022-08-15T10:00") == dt.date(2022, 8, 15)
    assert first_day(None) is None
    assert first_day("XXXX-03") is None
    assert first_day("2022-13") is None


def stated(start: str | None, end: str | None, precision: str = "day", basis: str = "stated") -> EventTime:
    return EventTime(start=start, end=end, precision=precision, basis=basis)  # type: ignore[arg-type]


def test_apart_only_when_the_words_say_so() -> None:
    may = stated("2020-05", "2020-05", "month")
    day = stated("2020-05-09", "2020-05-09")
    assert not apart(interval(may), interval(day))
    assert apart(interval(stated("2020-04-01", "2020-04-01")), interval(day))
    assert not apart(interval(stated("2020-05-08", "2020-05-08")), interval(day))
    assert not apart(interval(stated("2020-04-01", "2020-04-01", basis="publication")), interval(day))
    assert not apart(interval(stated("2017", None, "range")), interval(day))
    assert overlap(interval(day), interval(day)) == 1.0
    assert overlap(interval(stated(None, None)), interval(day)) == 0.0


@pytest.mark.parametrize(
    ("time", "published", "basis", "words"),
    [
        (stated("2022-08-15", "2022-08-15"), None, "unknown", "2022-08-15"),
        (stated("1996", "2001", "range"), None, "unknown", "1996 to 2001"),
        (stated("2017", None, "range"), None, "unknown", "since 2017"),
        (stated("2021", None, "unknown", "relative"), None, "unknown", "2021 or later"),
        (stated(None, "2020"), None, "unknown", "2020 or earlier"),
        (EventTime(), "2022", "text", "by 2022"),
        (EventTime(), "2022-03-01", "given", "by 2022-03-01"),
        (EventTime(), None, "unknown", "not dated"),
    ],
)
def test_bound_in_words(time: EventTime, published: str | None, basis: str, words: str) -> None:
    assert bound_in_words(time, published, basis, real=True) == words


def test_asked_for_by_name_or_code() -> None:
    assert matches("Russia", RUSSIA)
    assert matches("RUS", PUTIN)
    assert matches("Putin", PUTIN)
    assert not matches("RUS", TALIBAN)
    assert not matches("AFG", TALIBAN)


def test_a_question_with_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="not a date"):
        Question(since="yesterday")


def test_an_undated_act_of_an_undated_account_is_bound_by_the_account() -> None:
    document = Document("Earlier this year Ruritania met the rebels.", id="d")
    words = EventTime(span=document.span(0, 17))
    assert bound_in_words(words, None, "unknown", real=True, account_after="2021") == (
        "“Earlier this year”; account from 2021 or later"
    )
    assert bound_in_words(EventTime(), None, "unknown", real=True, account_after="2021") == (
        "not dated; account from 2021 or later"
    )
    assert bound_in_words(stated(None, "2022", "year", "publication"), None, "text", real=True) == "by 2022"
