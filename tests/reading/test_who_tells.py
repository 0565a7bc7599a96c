"""Whose word an act is: parts denied, blame laid, charges called false, sentences that go on, asides."""

import pytest

from sayso import api
from sayso.model.document import Document
from sayso.model.record import Record

Told = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def told(text: str, plover: str = "ASSAULT") -> list[Told]:
    """Trigger, status, actors and holders of each claim of the type."""
    record: Record = api.read(Document(text))
    names = {said.id: said.speaker.name for said in record.attributions}
    return [
        (
            claim.event.trigger.text,
            claim.status,
            tuple(party.name for party in claim.actors),
            tuple(names[one] for one in claim.attribution),
        )
        for claim in record.claims
        if claim.event.plover == plover
    ]


OWN_PART = [
    ("Eritrea denied any role in the attack on the port.", "denied", "Eritrea", ("Eritrea",)),
    ("Eritrea said it had nothing to do with the attack on the port.", "denied", "Eritrea", ("Eritrea",)),
    ("Kenya accused Eritrea of involvement in the attack on the port.", "claimed", "Eritrea", ("Kenya",)),
    ("Kenya attributed the attack on the port to Eritrea.", "claimed", "Eritrea", ("Kenya",)),
    ("Kenya said Eritrea was complicit in the attack on the port.", "claimed", "Eritrea", ("Kenya",)),
    ("Eritrea has disavowed any part in the attack on the port.", "denied", "Eritrea", ("Eritrea",)),
    (
        "The attack on the port, which Kenya attributes to Eritrea, killed nine. It rained.",
        "claimed",
        "Eritrea",
        ("Kenya",),
    ),
    ("An attack on a port blamed on Eritrea killed nine sailors.", "claimed", "Eritrea", ()),
]


@pytest.mark.parametrize(("text", "status", "actor", "holders"), OWN_PART)
def test_an_act_told_by_a_noun_is_whose_it_is_said_to_be(
    text: str, status: str, actor: str, holders: tuple[str, ...]
) -> None:
    assert ("attack", status, (actor,), holders) in told(text)


def test_that_a_denied_act_was_done_by_somebody_is_told_beside_the_denial() -> None:
    assert ("attack", "happened", (), ()) in told("Eritrea denied any role in the attack on the port.")


def test_nobody_is_no_doer() -> None:
    assert told("No group has claimed responsibility for the attack on the port.") == [("attack", "happened", (), ())]


FALSE = [
    "The Kremlin called the claim that Russia had bombed the clinic a lie.",
    "The Kremlin said claims that Russia had bombed the clinic were false.",
    "There is no truth in the claim that Russia bombed the clinic, the Kremlin said.",
    "The Kremlin dismissed as baseless the allegation that Russia had bombed the clinic.",
]


@pytest.mark.parametrize("text", FALSE)
def test_what_is_called_false_is_denied_by_who_calls_it_so(text: str) -> None:
    assert [(status, holders) for _, status, _, holders in told(text)] == [("denied", ("Russia",))]


def test_whose_claim_is_called_false_still_claims_it() -> None:
    found = told("Moscow says that Kyiv's claim that Russia bombed the clinic is baseless.")
    assert {(status, holders) for _, status, _, holders in found} == {
        ("claimed", ("Russia", "Ukraine")),
        ("denied", ("Russia",)),
    }


DENIALS = [
    "Kyiv says Russia struck the dam. Moscow denies that it did so.",
    "Kyiv says Russia struck the dam. Moscow says that it did not.",
    "Kyiv accuses Russia of striking the dam, a charge Moscow has always denied.",
]


@pytest.mark.parametrize("text", DENIALS)
def test_two_sources_on_one_act_are_a_claim_and_a_denial(text: str) -> None:
    found = {(status, holders) for _, status, _, holders in told(text)}
    assert found == {("claimed", ("Ukraine",)), ("denied", ("Russia",))}


HOLDERS = [
    ("Mercenaries are said by villagers to have killed nine captives.", "villagers"),
    ("The rebels, two officials told reporters, burned the mill.", "two officials"),
    ("The rebels burned the mill, a judge is convinced.", "judge"),
    ("The mayor was blunt: the rebels had burned the mill.", "mayor"),
    ("A report which found that rebels had burned the mill was leaked.", "A report"),
    ("The report says that rebels sacked the town. It also says that they burned the mill.", "The report"),
    ("The rebels came at night, the elder said. They had burned the mill first.", "elder"),
]


@pytest.mark.parametrize(("text", "holder"), HOLDERS)
def test_the_holder_is_found(text: str, holder: str) -> None:
    assert [(status, holders) for trigger, status, _, holders in told(text) if "killed" in trigger or "burn" in trigger]
    for trigger, status, _, holders in told(text):
        if "killed" in trigger or "burn" in trigger:
            assert (status, holders) == ("claimed", (holder,)), trigger


def test_the_narrator_goes_on_in_the_plain_past() -> None:
    found = told("The rebels came at night, the elder said. They burned the mill on Friday.")
    assert [(status, holders) for trigger, status, _, holders in found if "burn" in trigger] == [("happened", ())]


def test_a_town_in_capitals_is_no_speaker() -> None:
    text = "KAMPALA: Rebels shelled the town of Goma on Monday and killed nine people, and the army fled the town."
    assert all(holders == () for _, _, _, holders in told(text))
