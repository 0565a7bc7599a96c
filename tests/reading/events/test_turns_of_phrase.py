"""Acts told in idioms, light verbs and event nouns, in sentences of the length that news has."""

from collections.abc import Callable

import pytest
from tests.reading.events.told import Told


@pytest.mark.parametrize(
    ("text", "plover", "actors", "recipients"),
    [
        (
            "Border guards herded the families back across the wire at gunpoint, according to two aid groups.",
            "COERCE", "guards", "families",
        ),
        (
            "The navy chased a survey ship out of the disputed waters, the company that chartered it said.",
            "COERCE", "navy", "ship",
        ),
        (
            "Brazil is bringing back visas for Americans from April, the tourism ministry said.",
            "SANCTION", "Brazil", "Americans",
        ),
        (
            "The Union may impose measures on Georgia once the monitors have reported, two diplomats said.",
            "SANCTION", "Union", "Georgia",
        ),
        (
            "Ethiopia moved tanks and rocket launchers towards Somalia in the last week of August.",
            "MOBILIZE", "Ethiopia", "Somalia",
        ),
        (
            "Manila shared the details of the voyage with Beijing two days before the boat put to sea.",
            "COOPERATE", "Manila", "Beijing",
        ),
        ("Fishermen ferried the refugees to safety as the town burned behind them.", "AID", "Fishermen", "refugees"),
        ("The paper labelled the minister a puppet of the oil companies.", "ACCUSE", "paper", "minister"),
        ("Tehran levelled fresh accusations at Baku after the shooting at the embassy.", "ACCUSE", "Tehran", "Baku"),
        ("Baku told Yerevan that it would pay a heavy price for the drones.", "THREATEN", "Baku", "Yerevan"),
        ("Tokyo came under pressure from Seoul to apologise.", "REQUEST", "Seoul", "Tokyo"),
        (
            "The army suffered a bloody defeat at the hands of the militia in the gorge.",
            "ASSAULT", "militia", "army",
        ),
        (
            "Concessions by Spain to the separatists divided the coalition that had promised none.",
            "CONCEDE", "Spain", "separatists",
        ),
        ("Kyiv said on Thursday that Moscow is to blame for the deaths in the dormitory.", "ACCUSE", "Kyiv", "Moscow"),
        ("Chad is to blame for the raid.", "ACCUSE", "", "Chad"),
        ("Lula rang Petro before he had so much as taken off his coat.", "CONSULT", "Lula Petro", "Lula Petro"),
    ],
)  # fmt: skip
def test_acts_in_turns_of_phrase(
    text: str, plover: str, actors: str, recipients: str, told_in: Callable[[str], list[Told]]
) -> None:
    assert (plover, actors, recipients) in told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Korea has tested what it calls a new engine for its tractors.",
        "Ireland repaired what it called a stain on its flag.",
        "The premier called the plan a recipe for ruin.",
    ],
)
def test_what_is_called_something_is_not_called_for(text: str, told_in: Callable[[str], list[Told]]) -> None:
    assert "REQUEST" not in [plover for plover, _, _ in told_in(text)]
