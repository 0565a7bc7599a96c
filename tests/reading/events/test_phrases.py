"""How a rule's words are found whatever stands between them, and nouns that tell by what hangs on them."""

from collections.abc import Callable

import pytest
from tests.reading.events.told import Told, as_told

from sayso.lexicon.events import EventLexicon
from sayso.model.flow import Parse
from sayso.reading.events import find

LEXICON = EventLexicon.load()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The call-up of 30,000 reservists by Serbia alarmed its neighbours.", ("MOBILIZE", "Serbia", "")),
        ("A sit-in by students at the university entered its fifth day.", ("PROTEST", "students", "")),
        ("The pull-out of French soldiers from Niger ended in December.", ("RETREAT", "soldiers", "Niger")),
        (
            "The junta tore up, without so much as a letter, its defence accords with Paris.",
            ("REJECT", "junta", "Paris"),
        ),
        ("Talks between Chad and Sudan over the border stalled again.", ("CONSULT", "Chad Sudan", "Chad Sudan")),
        (
            "Turkey's demand that Stockholm extradite the exiles has not been met.",
            ("REQUEST", "Turkey", "Stockholm"),
        ),
        ("Ethiopia's insistence that Egypt withdraw its troops surprised nobody.", ("REQUEST", "Ethiopia", "Egypt")),
        (
            "Pakistan's air force carried out what Kabul called cowardly strikes on homes in Khost.",
            ("ASSAULT", "force", "homes"),
        ),
        (
            "The army launched what witnesses said was an attack on a convoy of herders.",
            ("ASSAULT", "army", "convoy"),
        ),
        ("Tehran has stepped up its deliveries of drones to Khartoum.", ("AID", "its", "Khartoum")),
        ("The delivery of forty Leopard tanks to Kyiv by Berlin will begin in May.", ("AID", "Berlin", "Kyiv")),
        ("Condemnation of the coup poured in from Abuja.", ("ACCUSE", "Abuja", "coup")),
        (
            "An exchange of prisoners between Yerevan and Baku took place at the border.",
            ("RETREAT", "Yerevan Baku", "Yerevan Baku"),
        ),
    ],
)
def test_an_event_is_found(text: str, told: Told, parsed: Callable[..., Parse]) -> None:
    parse = parsed(text)
    assert told in [as_told(parse, event) for event in find(parse, LEXICON)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pakistan carried out what Kabul called cowardly strikes on homes in Khost.", "REQUEST"),
        ("Talks between Chad and Sudan over the border stalled again last week.", "SANCTION"),
        ("Tehran has stepped up its deliveries of drones to Khartoum.", "RETREAT"),
    ],
)
def test_no_event_is_made_of_it(text: str, kind: str, parsed: Callable[..., Parse]) -> None:
    assert kind not in {event.plover for event in find(parsed(text), LEXICON)}
