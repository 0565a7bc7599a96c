"""Dealings between parties in the turns of reports: calls, settlements, links, licences, blame, warnings, pledges."""

from collections.abc import Callable

import pytest
from tests.reading.events.told import Told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Saudi crown prince took a call from the French president on Sunday evening.",
            ("CONSULT", "prince president", "prince president"),
        ),
        (
            "The bank's lawyers entered into a settlement with the Justice Department in Washington.",
            ("SUPPORT", "lawyers Department", "lawyers Department"),
        ),
        ("Turkey offered its condolences to the Iranian people.", ("SUPPORT", "Turkey", "people")),
        ("Libya resumed direct flights to Malta in January.", ("COOPERATE", "Libya", "Malta")),
        ("The Treasury gave Chevron a licence in November to pump again.", ("CONCEDE", "Treasury", "Chevron")),
        ("A judge in Tunis threw out the charges against the editor.", ("CONCEDE", "judge", "editor")),
        ("The premier invited the rebels to a dialogue in May.", ("REQUEST", "premier", "rebels")),
        ("Canada should have told Washington no.", ("REJECT", "Canada", "Washington")),
        ("The junta has given the monks until Friday to leave.", ("THREATEN", "junta", "monks")),
        ("Fingers were pointed at Iran within the hour.", ("ACCUSE", "", "Iran")),
        ("Qatar should throw out the Hamas men.", ("COERCE", "Qatar", "men")),
        ("Chad and Libya held a further round in Doha.", ("CONSULT", "Chad Libya", "Chad Libya")),
    ],
)
def test_turns_of_relations(text: str, told: Told, told_in: Callable[[str], list[Told]]) -> None:
    assert told in told_in(text)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The minister warned that the air force would shoot down any Syrian jets.", "jets"),
        ("Israel warned that it would strike Beirut.", "Beirut"),
        ("The United Nations warned that the Rwandan army would attack Goma.", ""),
        ("The general warned that his men would not attack the town.", ""),
    ],
)
def test_a_warning_of_what_ones_own_men_will_do_threatens_whom_they_would_hit(
    text: str, recipient: str, told_in: Callable[[str], list[Told]]
) -> None:
    assert [whom for kind, _, whom in told_in(text) if kind == "THREATEN"] == [recipient]


def test_a_pledge_not_to_use_force_is_no_threat(told_in: Callable[[str], list[Told]]) -> None:
    told = told_in("France undertook not to use force against Chad.")
    assert ("AGREE", "France", "Chad") in told
    assert not [kind for kind, _, _ in told if kind == "THREATEN"]


def test_a_promise_of_force_is_a_threat(told_in: Callable[[str], list[Told]]) -> None:
    assert ("THREATEN", "general", "rebels") in told_in("The general promised to attack the rebels.")
