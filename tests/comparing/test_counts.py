"""How tolls stand to each other in whole comparisons: bounds, scopes, rounding, days, voices, replaced counts."""

import msgspec
import pytest

from comparing.making import Account, day
from sayso.comparing import compare
from sayso.model.comparison import ComparedEvent
from sayso.model.record import Record


def told(name: str, text: str, published: str | None = "2024-05-02", *, trigger: str = "killed") -> Record:
    account = Account(name, text, published=published)
    place = ("Kassala", "SDN", 15.45, 36.4)
    account.claim(trigger, "ASSAULT", "190", (), ("Sudan",), time=day("2024-05-01"), place=place)
    return account.record()


def event(*records: Record) -> ComparedEvent:
    found = [one for one in compare(records).events if len(one.accounts) == len(records)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("one", "other", "want"),
    [
        ("An air strike killed 20 people.", "Twenty people were killed in an air strike.", "agree"),
        ("An air strike killed nearly 30 people.", "An air strike killed 29 people.", "agree"),
        ("An air strike killed dozens of people.", "An air strike killed 31 people.", "agree"),
        ("An air strike killed between 20 and 30 people.", "An air strike killed 26 people.", "agree"),
        ("An air strike killed 20 people.", "An air strike killed 24 people.", "conflict"),
        ("An air strike killed 16 civilians.", "An air strike killed 16 people.", "agree"),
        ("An air strike killed 16 civilians.", "An air strike killed 11 people.", "conflict"),
        ("In 24 hours, air strikes killed 45 people.", "An air strike killed 12 people.", "other"),
        ("An air strike killed 12 people. It could rise: the toll may rise.", "An air strike killed 19.", "update"),
        ("An air strike killed 12 people.", "The number killed in an air strike has risen to 19.", "update"),
    ],
)
def test_relation_of_the_same_day(one: str, other: str, want: str) -> None:
    assert event(told("a", one), told("b", other)).relation == want


def test_a_later_account_with_fewer_dead_is_a_conflict() -> None:
    found = event(
        told("a", "An air strike killed 26 people.", "2024-05-02"),
        told("b", "An air strike killed 14 people.", "2024-05-04"),
    )
    assert found.relation == "conflict"


def test_three_accounts_of_a_rising_toll_are_an_update() -> None:
    records = [
        told(name, f"An air strike killed {toll} people.", f"2024-05-0{k}")
        for k, (name, toll) in enumerate((("a", 43), ("b", 70), ("c", 100)), 2)
    ]
    assert event(*records).relation == "update"


def test_one_voice_that_gives_more_brings_its_count_up_to_date() -> None:
    records = []
    for name, toll in (("a", 12), ("b", 19)):
        account = Account(name, f"The Red Cross said that an air strike killed {toll} people.", published="2024-05-02")
        by = account.says("Red Cross", f"an air strike killed {toll} people")
        place = ("Kassala", "SDN", 15.45, 36.4)
        account.claim("killed", "ASSAULT", "190", (), ("Sudan",), time=day("2024-05-01"), place=place, by=(by,))
        records.append(account.record())
    assert event(*records).relation == "update"


def test_the_same_scope_is_compared_where_both_accounts_give_it() -> None:
    both = "An air strike killed 12 people, bringing to 45 the number killed in 24 hours."
    found = event(told("a", both), told("b", "An air strike killed 12 people."))
    assert found.relation == "agree"


def test_dead_and_casualties_are_of_another_scope() -> None:
    one = told("a", "There were 60 casualties when an air strike struck the bus station.", trigger="struck")
    other = told("b", "An air strike on the bus station killed 14 people.")
    assert event(one, other).relation == "other"


def test_numbers_carry_the_words_of_each_account() -> None:
    records = (told("a", "An air strike killed at least 19 people."), told("b", "An air strike killed 20 people."))
    texts = {record.document.id: record.document.text or "" for record in records}
    for number in event(*records).numbers:
        assert texts[number.document][number.span.start : number.span.end] == number.span.text
    assert msgspec.json.encode(event(*records))
