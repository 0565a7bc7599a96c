"""Pairs of accounts that tell one event, and traps that must stay apart."""

from collections.abc import Callable

import pytest

from comparing.making import Account, day
from sayso.comparing import compare
from sayso.model.record import EventTime, Record

Two = tuple[Record, Record]


def treaty() -> Two:
    a = Account("a", "Russia and Iran signed a memorandum on gas on 3 May.")
    a.claim("signed", "SUPPORT", "057", ("Russia", "Iran"), ("Russia", "Iran"), time=day("2020-05-03"), reciprocal=True)
    b = Account("b", "On that Sunday the Iranian side and Vladimir Putin signed a paper.")
    b.claim(
        "signed", "SUPPORT", "057", ("Vladimir Putin", "Iran"), ("Vladimir Putin", "Iran"), time=day("2020-05-03"),
        reciprocal=True,
    )  # fmt: skip
    return a.record(), b.record()


def recognition() -> Two:
    a = Account("a", "Russia became the first to recognise the Taliban government.")
    a.claim("recognise", "SUPPORT", "054", ("Russia",), ("Taliban",))
    b = Account("b", "Vladimir Putin signed the recognition of the Taliban.")
    b.claim("recognition", "SUPPORT", "054", ("Vladimir Putin",), ("Taliban",))
    return a.record(), b.record()


def a_day_and_a_bound() -> Two:
    a = Account("a", "Israel shelled the port of Tartus in Syria on 4 May.")
    a.claim("shelled", "ASSAULT", "194", ("Israel",), ("Syria",), time=day("2020-05-04"))
    b = Account("b", "Israel has shelled the Syrian port of Tartus.")
    b.claim(
        "shelled", "ASSAULT", "194", ("Israel",), ("Syria",),
        time=EventTime(end="2020-05-06", precision="day", basis="publication"),
    )  # fmt: skip
    return a.record(), b.record()


def other_words_for_one_attack() -> Two:
    place = ("Tartus", "SYR", 34.9, 35.9)
    a = Account("a", "Israel bombed the harbour of Tartus and killed nine dockers.")
    a.claim("bombed", "ASSAULT", "195", ("Israel",), ("Syria",), time=day("2020-05-04"), place=place)
    b = Account("b", "Nine dockers were killed when Israel attacked the harbour of Tartus.")
    b.claim("attacked", "ASSAULT", "190", ("Israel",), ("Syria",), time=day("2020-05-04"), place=place)
    return a.record(), b.record()


def nobody_known_by_name() -> Two:
    a = Account(
        "a", "A driver struck a grandmother on a crossing in Elmhurst on Friday night and fled, witnesses said."
    )
    a.claim("struck", "ASSAULT", "180", ("driver",), ("grandmother",))
    b = Account(
        "b", "A grandmother was struck on a crossing in Elmhurst on Friday night by a driver who fled the scene."
    )
    b.claim("struck", "ASSAULT", "180", ("driver",), ("grandmother",))
    return a.record(), b.record()


def other_words_for_the_victim() -> Two:
    a = Account(
        "a", "The driver of a stolen van killed a pedestrian in Elmhurst on Friday night and fled, police said."
    )
    a.claim("killed", "ASSAULT", "180", ("driver",), ("pedestrian",))
    b = Account(
        "b", "A woman was killed in Elmhurst on Friday night by the driver of a stolen van who fled, police said."
    )
    b.claim("killed", "ASSAULT", "180", ("driver",), ("woman",))
    return a.record(), b.record()


@pytest.mark.parametrize(
    "two",
    [
        treaty, recognition, a_day_and_a_bound, other_words_for_one_attack, nobody_known_by_name,
        other_words_for_the_victim,
    ],
)  # fmt: skip
def test_one_event(two: Callable[[], Two]) -> None:
    (event,) = compare(two()).events
    assert [account.document for account in event.accounts] == ["a", "b"]


def recognised_and_in_touch() -> Two:
    a = Account("a", "Russia recognised the Taliban government.")
    a.claim("recognised", "SUPPORT", "054", ("Russia",), ("Taliban",))
    b = Account("b", "Russia maintains a level of connection with the Taliban.")
    b.claim("maintains", "SUPPORT", "050", ("Russia",), ("Taliban",), time=EventTime(end="2022", precision="year"))
    return a.record(), b.record()


def other_signatories() -> Two:
    a = Account("a", "Russia, Iran and Syria signed a statement.")
    of = ("Russia", "Iran", "Syria")
    a.claim("signed", "SUPPORT", "057", of, of, time=day("2020-05-03"), reciprocal=True)
    b = Account("b", "Russia and Israel signed a statement.")
    b.claim(
        "signed", "SUPPORT", "057", ("Russia", "Israel"), ("Russia", "Israel"), time=day("2020-05-04"), reciprocal=True
    )
    return a.record(), b.record()


def same_place_day_and_toll() -> Two:
    place, text = ("Tartus", "SYR", 34.9, 35.9), "{} fired on the market of Tartus and killed nine."
    found = []
    for name, doer in (("a", "Israel"), ("b", "Russia")):
        account = Account(name, "At dawn " * (name == "a") + text.format(doer) + " The harbour burnt." * (name == "b"))
        trigger, target = ("fired", "Syria") if name == "a" else ("burnt", "Iran")
        account.claim(trigger, "ASSAULT", "190", (doer,), (target,), time=day("2020-05-04"), place=place)
        found.append(account.record())
    return found[0], found[1]


def threat_and_deed() -> Two:
    a = Account("a", "Iran threatened to strike Israel.")
    a.claim("threatened", "THREATEN", "138", ("Iran",), ("Israel",))
    b = Account("b", "Iran struck Israel.")
    b.claim("struck", "ASSAULT", "190", ("Iran",), ("Israel",))
    return a.record(), b.record()


def a_name_within_two_acts() -> Two:
    a = Account("a", "Israel violated Syria's airspace, the army said.")
    a.claim("violated Syria's airspace", "ASSAULT", "190", ("Israel",), ("Syria",))
    b = Account("b", "Israel has plundered the water of Syria, wrote the paper.")
    b.claim("plundered the water of Syria", "ASSAULT", "190", ("Israel",), ("Syria",))
    return a.record(), b.record()


def nobody_known_in_two_towns() -> Two:
    a = Account("a", "A driver struck a cyclist on a crossing in Elmhurst on Friday night and fled, witnesses said.")
    a.claim("struck", "ASSAULT", "180", ("driver",), ("cyclist",))
    b = Account("b", "A grandfather was struck by a driver on Monday in Dover, who gave himself up to the police.")
    b.claim("struck", "ASSAULT", "180", ("driver",), ("grandfather",))
    return a.record(), b.record()


@pytest.mark.parametrize(
    "two",
    [
        recognised_and_in_touch, other_signatories, same_place_day_and_toll, threat_and_deed, a_name_within_two_acts,
        nobody_known_in_two_towns,
    ],
)  # fmt: skip
def test_two_events(two: Callable[[], Two]) -> None:
    assert len(compare(two()).events) == 2


def test_two_signings_of_one_account_on_two_days_are_two() -> None:
    a = Account("a", "Russia and Iran signed one paper on 3 May and initialled another on 4 May.")
    both = ("Russia", "Iran")
    a.claim("signed one", "SUPPORT", "057", both, both, time=day("2020-05-03"), reciprocal=True)
    a.claim("initialled", "SUPPORT", "057", both, both, time=day("2020-05-04"), reciprocal=True)
    assert len(compare([a.record()]).events) == 2
