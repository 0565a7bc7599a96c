"""One incident in several accounts and verbs is one event; look-alikes are not."""

from comparing.making import Account, day
from sayso.comparing import compare
from sayso.model.comparison import Comparison
from sayso.model.record import EventTime, Record

Tolls = dict[str, set[int]]


def told(
    name: str,
    text: str,
    *triggers: str,
    published: str = "2024-05-02",
    time: EventTime | None = None,
    title: str | None = None,
) -> Record:
    account = Account(name, text, published=published, title=title)
    for trigger in triggers:
        account.claim(trigger, "ASSAULT", "190", (), (), time=time)
    return account.record()


def held(found: Comparison) -> list[Tolls]:
    """For each event with a toll of several accounts: the lower ends of their tolls."""
    tolls: list[Tolls] = []
    for event in found.events:
        mine: Tolls = {}
        for number in event.numbers:
            mine.setdefault(number.document, set()).add(number.low or number.high or 0)
        if len(mine) > 1:
            tolls.append(mine)
    return tolls


def test_whichever_verb_an_account_uses() -> None:
    records = [
        told("a", "An air strike killed 12 people in the village of Marhada on Monday.", "strike", "killed"),
        told("b", "Twelve people died in a raid by warplanes on the village of Marhada.", "died"),
        told("c", "Warplanes bombed the village of Marhada and left 12 dead.", "bombed"),
        told("d", "The air strike on the village of Marhada claimed the lives of 12 people.", "claimed the lives"),
    ]
    assert held(compare(records)) == [{"a": {12}, "b": {12}, "c": {12}, "d": {12}}]


def test_every_claim_stays_in_exactly_one_event() -> None:
    records = [
        told("a", "A bomb killed nine people in the town of Azaz. The bomb hit a bus in the town.", "killed", "hit"),
        told("b", "Nine people were killed in the town of Azaz when a bomb hit a bus.", "killed", "hit"),
    ]
    found = compare(records)
    claims = [claim for event in found.events for account in event.accounts for claim in account.claims]
    assert sorted(claims) == sorted(claim.id for record in records for claim in record.claims)


def test_links_between_accounts_say_what_fired() -> None:
    records = [
        told("a", "A car bomb killed nine people in the town of Azaz.", "killed"),
        told("b", "A car bomb left nine people dead in the town of Azaz.", "left"),
    ]
    (event,) = (one for one in compare(records).events if len(one.accounts) > 1)
    features = event.linked_by[0].features
    assert {"place", "means", "toll"} <= set(features)
    assert event.linked_by[0].score == round(sum(features.values()), 3)


def test_the_same_toll_in_two_towns_is_two_incidents() -> None:
    records = [
        told("a", "A car bomb killed seven people in the town of Azaz.", "killed"),
        told("b", "A car bomb killed seven people in the town of Qamishli.", "killed"),
    ]
    assert held(compare(records)) == []


def test_the_same_place_and_toll_on_two_days_is_two_incidents() -> None:
    records = [
        told("a", "A barrel bomb killed 15 people in the village of Marhada.", "killed", time=day("2024-05-01")),
        told("b", "A barrel bomb killed 15 people in the village of Marhada.", "killed", time=day("2024-05-03")),
    ]
    assert held(compare(records)) == []


def test_the_same_place_day_and_toll_by_other_means_is_two_incidents() -> None:
    records = [
        told("a", "Gunmen shot dead five traders in Marhada.", "shot", time=day("2024-05-01")),
        told("b", "A land mine killed five people outside Marhada.", "killed", time=day("2024-05-01")),
    ]
    assert held(compare(records)) == []


def test_a_sentence_without_a_claim_lends_its_toll() -> None:
    records = [
        told("a", "A car bomb killed 16 people in the town of Azaz.", "killed"),
        told("b", "The toll of the car bomb in the town of Azaz is 16 dead. The bomb hit a bakery in Azaz.", "hit"),
    ]
    assert held(compare(records)) == [{"a": {16}, "b": {16}}]


def test_accounts_without_tolls_are_left_as_they_are() -> None:
    records = [told("a", "Troops shelled the ridge.", "shelled"), told("b", "Police raided a shop.", "raided")]
    assert len(compare(records).events) == 2
