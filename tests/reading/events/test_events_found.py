"""Who did what to whom, over the constructions of English news."""

from collections.abc import Callable

import pytest
from tests.reading.events.told import Told, as_told

from sayso.lexicon.events import EventLexicon
from sayso.model.flow import Parse
from sayso.reading.events import find


@pytest.mark.parametrize(
    ("text", "plover", "actors", "recipients"),
    [
        ("Rebels shelled the town.", "ASSAULT", "Rebels", "town"),
        ("The town was shelled by rebels.", "ASSAULT", "rebels", "town"),
        ("The town was shelled overnight.", "ASSAULT", "", "town"),
        ("The militia, which attacked Goma in 2012, agreed to disarm.", "ASSAULT", "militia", "Goma"),
        ("The group, led by a former colonel, attacked a convoy.", "ASSAULT", "group", "convoy"),
        ("Italy condemned and sanctioned Syria.", "ACCUSE", "Italy", "Syria"),
        ("Italy condemned and sanctioned Syria.", "SANCTION", "Italy", "Syria"),
        ("Soldiers were accused of torturing prisoners.", "ASSAULT", "Soldiers", "prisoners"),
        ("Kenya carried out an attack on Somalia.", "ASSAULT", "Kenya", "Somalia"),
        ("Ethiopia's withdrawal from Somalia began in January.", "RETREAT", "Ethiopia", "Somalia"),
        ("Peru blamed Chile for drone attacks on its ports.", "ASSAULT", "Chile", "ports"),
        ("Chilean hackers are suspected of attacks on Peruvian ports.", "ASSAULT", "hackers", "ports"),
        ("Ethiopia does not seek war with Sudan.", "ASSAULT", "Ethiopia", "Sudan"),
        ("Rebels who Kenya says are backed by Rwanda left.", "SUPPORT", "Rwanda", "Rebels"),
        ("Kenya was behind the attack on Goma.", "ASSAULT", "Kenya", "Goma"),
        ("Israel has threatened to strike Iranian plants.", "THREATEN", "Israel", "plants"),
        ("Sudan has threatened to sue the builder.", "THREATEN", "Sudan", "builder"),
        ("Australia cut aid to Fiji.", "SANCTION", "Australia", "Fiji"),
        ("Australia cut ties with Fiji.", "SANCTION", "Australia", "Fiji"),
        ("Australia lifted sanctions on Fiji.", "CONCEDE", "Australia", "Fiji"),
        ("Austria vowed to send and equip peacekeepers for Mali.", "AGREE", "Austria", "Mali"),
        ("Belgium said Rwanda shelled Goma.", "ACCUSE", "Belgium", "Rwanda"),
        ("Belgium said Rwanda shelled Goma.", "ASSAULT", "Rwanda", "Goma"),
        ("Spain said Morocco must release the fishermen.", "REQUEST", "Spain", "Morocco"),
        ("Spain will not release the fishermen.", "REJECT", "Spain", "fishermen"),
        ("Ecuador recognized the new government of Bolivia.", "SUPPORT", "Ecuador", "government"),
        ("Nigeria received weapons from Turkey.", "AID", "Turkey", "Nigeria"),
        ("There was no evacuation of the embassy.", "AID", "", "embassy"),
        ("The alleged sanctioning of three banks angered Minsk.", "SANCTION", "", "banks"),
        ("An attempted coup shook the capital.", "ASSAULT", "", ""),
        ("Chad lifted the embargo on arms that it had imposed on Libya.", "SANCTION", "it", "Libya"),
        ("Chad used the corridor to attack Libya.", "ASSAULT", "Chad", "Libya"),
        ("The governor had three reporters arrested.", "COERCE", "governor", "reporters"),
        ("Chad got its allies to shell the port.", "ASSAULT", "allies", "port"),
        ("Kenya called for Sudan to release the pilot.", "REQUEST", "Kenya", "Sudan"),
        ("A request from Kenya for Sudan to free the pilot is pending.", "REQUEST", "Kenya", "Sudan"),
        ("The general is in Nairobi for talks with Odinga.", "CONSULT", "general Odinga", "general Odinga"),
        ("Togo was in talks with the rebels.", "CONSULT", "Togo rebels", "Togo rebels"),
        ("The strikes on Goma carried out by the army killed traders.", "ASSAULT", "army", "Goma"),
        ("Attacks by separatists on schools went on.", "ASSAULT", "separatists", "schools"),
        ("The expulsion of two reporters by Belarus was criticised.", "COERCE", "Belarus", "reporters"),
        ("Peru and Chile blamed each other for the riot.", "ACCUSE", "Peru Chile", "Peru Chile"),
        ("Clashes broke out on Monday between the army and the militia.", "ASSAULT", "army militia", "army militia"),
        ("Cuba was granted a loan by Russia.", "AID", "Russia", "Cuba"),
        ("London condemned the way in which Beijing treated him.", "ACCUSE", "London", "Beijing"),
        ('"Stop bombing Aden," the king told Yemen.', "REQUEST", "king", "Yemen"),
        ("The king left after reports of soldiers killing pilgrims.", "ASSAULT", "soldiers", "pilgrims"),
        ("Kenya's premier warned Chad that arming the rebels would be folly.", "AID", "Chad", "rebels"),
        ("Austria announced a suspension of aid to Fiji.", "SANCTION", "Austria", "Fiji"),
        ("The US-led strikes on rebel positions went on.", "ASSAULT", "US", "positions"),
        ("The regime enforces draconian restrictions that bar women from most jobs.", "COERCE", "regime", "women"),
    ],
)
def test_constructions(
    text: str, plover: str, actors: str, recipients: str, told_in: Callable[[str], list[Told]]
) -> None:
    assert (plover, actors, recipients) in told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister attacked the problem of debt.",
        "The storm hit the coast on Monday.",
        "A virus killed hundreds of cattle.",
        "The committee will meet the deadline.",
        "The senate killed the bill.",
        "He said the weather was fine.",
        "Engineers launched the satellite in May.",
    ],
)
def test_what_is_no_event(text: str, told_in: Callable[[str], list[Told]]) -> None:
    assert told_in(text) == []


def test_a_meeting_is_one_event_with_everybody_on_both_sides(
    parsed: Callable[..., Parse], events: EventLexicon
) -> None:
    parse = parsed("Sweden and Chile held talks in Oslo.")
    (event,) = find(parse, events)
    assert event.reciprocal
    assert as_told(parse, event) == ("CONSULT", "Sweden Chile", "Sweden Chile")


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Spain will release the fishermen.", True),
        ("Spain said it will release the fishermen.", True),
        ("Spain did not say whether it would release the fishermen.", False),
        ("If talks fail, Spain will release the fishermen.", False),
        ("Experts expect that Spain will release the fishermen.", False),
    ],
)
def test_a_future_is_an_act_only_where_somebody_announces_it(
    text: str, announced: bool, told_in: Callable[[str], list[Told]]
) -> None:
    assert ("AGREE" in {plover for plover, _, _ in told_in(text)}) == announced


def test_statements_only_when_asked_for(parsed: Callable[..., Parse], events: EventLexicon) -> None:
    parse = parsed("The minister said that the harvest was good.")
    assert find(parse, events) == ()
    (event,) = find(parse, events, statements=True)
    assert (event.plover, event.cameo) == (None, "010")


def test_what_may_or_did_not_happen_is_found_too(told_in: Callable[[str], list[Told]]) -> None:
    for text in ("Serbia may invade Kosovo.", "Serbia did not invade Kosovo.", "If Serbia invades Kosovo, it loses."):
        assert ("ASSAULT", "Serbia", "Kosovo") in told_in(text)


def test_triggers_lie_in_their_sentence(parsed: Callable[..., Parse], events: EventLexicon) -> None:
    parse = parsed("Police arrested two men. They had attacked a bank. Sanctions were imposed on Iran.")
    found = find(parse, events)
    assert len(found) >= 3
    for event in found:
        first, last = event.trigger
        sentence = parse.sentence(event.head)
        assert sentence.first <= first < last <= sentence.last


@pytest.mark.parametrize("text", ["", "Attack", "attacked", "; : ,", "said said said said", "A" * 5000])
def test_odd_input(text: str, told_in: Callable[[str], list[Told]]) -> None:
    assert all(len(told) == 3 for told in told_in(text))


def test_sentences_without_end_are_read(told_in: Callable[[str], list[Told]]) -> None:
    assert len(told_in("Rebels attacked Goma and " * 800)) >= 100
    assert all(plover in (None, "ASSAULT", "ACCUSE") for plover, _, _ in told_in("attacked, " * 2000))
