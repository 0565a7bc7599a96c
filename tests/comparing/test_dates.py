"""An account's own dateline against the date it was given with."""

import datetime as dt

import pytest

from comparing.making import Account
from sayso.comparing.dates import moved, own_date
from sayso.comparing.when import interval
from sayso.model.record import EventTime

GIVEN = "2016-07-01"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Friday 22 Jul 2016 Strikes went on.", dt.date(2016, 7, 22)),
        ("Posted on July 22 2016 by the desk. Strikes went on.", dt.date(2016, 7, 22)),
        ("22-07-2016 Strikes went on.", dt.date(2016, 7, 22)),
        ("July 2, 2016. Strikes went on.", None),
        ("On Friday 22 July 2016 a bomb went off.", None),
        ("A bomb went off. It was like the attack of 22 July 2015.", None),
        ("Strikes went on.", None),
        ("99 July 2016 Strikes went on.", None),
    ],
)
def test_own_date(text: str, want: dt.date | None) -> None:
    assert own_date(Account("a", text, published=GIVEN).record()) == want


def test_an_account_without_a_given_date_has_none_to_gainsay() -> None:
    assert own_date(Account("a", "Friday 22 Jul 2016 Strikes went on.").record()) is None


def test_weekdays_are_reckoned_from_the_dateline() -> None:
    text = "Friday 22 Jul 2016 A bomb went off on Wednesday."
    account = Account("a", text, published=GIVEN)
    time = EventTime(
        start="2016-06-29", end="2016-06-29", precision="day", basis="relative", span=account.words("on Wednesday")
    )
    found = moved(interval(time), time, dt.date(2016, 7, 1), dt.date(2016, 7, 22))
    assert (found.first, found.last) == (dt.date(2016, 7, 20), dt.date(2016, 7, 20))


def test_a_date_with_its_year_stays() -> None:
    account = Account("a", "Friday 22 Jul 2016 A bomb went off on 3 May 2015.", published=GIVEN)
    time = EventTime(
        start="2015-05-03", end="2015-05-03", precision="day", basis="stated", span=account.words("3 May 2015")
    )
    assert moved(interval(time), time, dt.date(2016, 7, 1), dt.date(2016, 7, 22)) == interval(time)
