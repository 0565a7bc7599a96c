"""Whom an act concerns, and who does it, where that stands in another phrase than the act's own."""

from collections.abc import Callable

import pytest
from tests.reading.events.told import Told, as_told

from sayso.lexicon.bundle import Lexicon
from sayso.model.flow import Parse
from sayso.reading import actors
from sayso.reading.events import find


@pytest.fixture(scope="module")
def told_with_actors(parsed: Callable[..., Parse]) -> Callable[[str], list[Told]]:
    """What the events of a text are, where it is known who is who."""
    lexicon = Lexicon.load()

    def told(text: str) -> list[Told]:
        parse = parsed(text)
        return [as_told(parse, event) for event in find(parse, lexicon.events, actors.find(parse, lexicon.actors))]

    return told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Rabat severed ties in 2018 after an arms delivery arrived at an embassy of Iran.",
            ("SANCTION", "Rabat", "Iran"),
        ),
        (
            "The premier spoke by telephone with his Danish counterpart.",
            ("CONSULT", "premier counterpart", "premier counterpart"),
        ),
        ("Delhi has twice rejected her offer to mediate.", ("REJECT", "Delhi", "her")),
        ("The plan was rejected by Kigali within hours.", ("REJECT", "Kigali", "plan")),
        (
            "A letter from the governor in March accusing Ankara of theft is unanswered.",
            ("ACCUSE", "governor", "Ankara"),
        ),
        ("A deputy blamed the breakthrough on weakness in Oslo.", ("ACCUSE", "deputy", "Oslo")),
        (
            "The general warned that his men would shoot down Sudanese drones over the town.",
            ("THREATEN", "general", "drones"),
        ),
        ("Peru has become the first country to recognise the junta.", ("SUPPORT", "Peru", "junta")),
        ("Peru, the only neighbour to send troops to Chad, kept quiet.", ("MOBILIZE", "Peru", "Chad")),
        ("The banker, the first foreigner to be jailed by Togo, wept.", ("ACCUSE", "Togo", "banker")),
        (
            "There is no deal with Ankara, the commander insisted.",
            ("SUPPORT", "commander Ankara", "commander Ankara"),
        ),
        ("What struck the market in Bol was a bomb dropped by rebels.", ("ASSAULT", "rebels", "market")),
        (
            "The attack, the third on the pipeline this year, was claimed by a separatist group.",
            ("ASSAULT", "group", "pipeline"),
        ),
        (
            "Lammy, during a call with Araghchi on Sunday, urged restraint.",
            ("REQUEST", "Lammy", "Araghchi"),
        ),
        (
            "Unless the port reopens by Friday, two ministers warned, Eritrea would lose its seat at the bloc.",
            ("THREATEN", "ministers", "Eritrea"),
        ),
        (
            "And then there is Viktor Orban, who flew to Moscow, shook hands and threatened Ukraine with a veto.",
            ("THREATEN", "Orban", "Ukraine"),
        ),
        (
            "The parliament passed a resolution that called on retailers to cut waste.",
            ("REQUEST", "parliament", "retailers"),
        ),
        ("The bishop thanked the guards in a letter that condemned the junta.", ("ACCUSE", "bishop", "junta")),
        (
            "A shell fired from Sudan killed two nurses in the border town of Adre.",
            ("ASSAULT", "Sudan", "nurses"),
        ),
        (
            "The premier praised the response of the coastguard to the wreck.",
            ("SUPPORT", "premier", "coastguard"),
        ),
        ("Rwanda will help defend Mozambique against the insurgents.", ("AID", "Rwanda", "Mozambique")),
    ],
)
def test_whom(text: str, told: Told, told_with_actors: Callable[[str], list[Told]]) -> None:
    assert told in told_with_actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rabat severed ties in 2018, the embassy of Iran and a Swede living in Oslo said.",
        "Rabat severed ties in 2018, according to Iran.",
    ],
)
def test_who_only_tells_of_it_is_no_side(text: str, told_with_actors: Callable[[str], list[Told]]) -> None:
    assert ("SANCTION", "Rabat", "") in told_with_actors(text)
