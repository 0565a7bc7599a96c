"""Acts that reports tell in turns of their own, and who is behind an expulsion."""

from collections.abc import Callable

import pytest
from tests.reading.events.told import Told

from sayso.lexicon.events import EventLexicon
from sayso.model.flow import Parse
from sayso.reading.events import find


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The European Union stripped Cambodia of duty-free access to its market over what it called abuses.",
            ("SANCTION", "Union", "Cambodia"),
        ),
        (
            "Within hours their customs office had banned Lithuanian beef, butter and biscuits.",
            ("SANCTION", "office", "Lithuanian"),
        ),
        (
            "The junta has kept fuel and medicine from the Rohingya since the spring, two doctors said.",
            ("COERCE", "junta", "Rohingya"),
        ),
        (
            "The rebels handed over tanks and howitzers to the federal army, under the eyes of monitors.",
            ("RETREAT", "rebels", "army"),
        ),
        ("Uganda sent its sons to Somalia when others would not.", ("MOBILIZE", "Uganda", "Somalia")),
        ("Iran must cease all official contact with the Taliban.", ("SANCTION", "Iran", "Taliban")),
    ],
)
def test_turns_of_news(text: str, told: Told, told_in: Callable[[str], list[Told]]) -> None:
    assert told in told_in(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("British diplomats were expelled from Moscow on Friday.", ("SANCTION", "Moscow", "diplomats")),
        ("The Belgian envoy was expelled from Quito by Ecuador.", ("SANCTION", "Ecuador", "envoy")),
        ("Islamic State was expelled from Mosul in 2017.", ("SANCTION", "", "State")),
        ("Crimean Tatars were deported from Crimea in 1944.", ("COERCE", "", "Tatars")),
    ],
)
def test_a_place_expels_envoys_and_nobody_else(text: str, told: Told, told_in: Callable[[str], list[Told]]) -> None:
    assert told in told_in(text)


@pytest.mark.parametrize("text", ["The doctor banned coffee.", "The pan kept the food warm.", "He rang the bell."])
def test_household_uses_are_no_acts(text: str, parsed: Callable[..., Parse], events: EventLexicon) -> None:
    parse = parsed(text)
    assert not [e for e in find(parse, events) if e.rule in ("163-ban-goods", "191-keep-food-from")]
