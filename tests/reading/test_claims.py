"""Events meet chains of sources: holders, statuses, sides, ids."""

import pytest

from sayso import api
from sayso.model.document import Document
from sayso.model.record import Claim, Record


def read(text: str, **meta: str) -> Record:
    return api.read(Document(text, **meta))  # type: ignore[arg-type]


def claim(record: Record, plover: str, **wanted: str) -> Claim:
    found = [c for c in record.claims if c.event.plover == plover]
    found = [c for c in found if all(getattr(c, name) == value for name, value in wanted.items())]
    assert found, [(c.event.plover, c.status, c.event.trigger.text) for c in record.claims]
    return found[0]


def holders(record: Record, found: Claim) -> list[str]:
    names = {said.id: said.speaker.name for said in record.attributions}
    return [names[one] for one in found.attribution]


def test_a_charge_is_an_act_of_the_speaker_and_a_claim_of_theirs() -> None:
    record = read("Ukraine said that Russian forces shelled Kharkiv.")
    outer, inner = claim(record, "ACCUSE"), claim(record, "ASSAULT")
    assert (outer.status, outer.attribution) == ("happened", ())
    assert (inner.status, holders(record, inner)) == ("claimed", ["Ukraine"])
    assert [party.country for party in outer.recipients] == ["RUS"]


def test_the_narrator_has_an_empty_chain() -> None:
    found = claim(read("Russian forces shelled Kharkiv."), "ASSAULT")
    assert (found.attribution, found.status, found.certainty) == ((), "happened", "CT+")


def test_nested_sources_are_outermost_first() -> None:
    record = read("Reuters reported that Kyiv said Russian forces had shelled Kharkiv.")
    found = claim(record, "ASSAULT", status="claimed")
    assert holders(record, found) == ["Reuters", "Ukraine"]


def test_a_source_does_not_turn_planned_into_claimed() -> None:
    assert claim(read("France said that it will withdraw its troops from Mali."), "RETREAT").status == "planned"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran denied that its forces attacked the tanker.", "denied"),
        ("If Iran attacks the tanker, Oman will protest.", "conditional"),
        ("Iran may attack the tanker.", "possible"),
        ("Iran allegedly attacked the tanker.", "claimed"),
        ("Iran will attack the tanker.", "planned"),
        ("Iran attacked the tanker.", "happened"),
        ("Iran failed to attack the tanker.", "denied"),
    ],
)
def test_status_follows_the_words_around_the_event(text: str, status: str) -> None:
    assert claim(read(text), "ASSAULT").status == status


def test_we_in_a_quotation_is_the_speakers_side() -> None:
    record = read("“We shelled the port at dawn”, Israeli Defence Minister Yoav Gallant said.", published="2023-10-20")
    assert [party.country for party in claim(record, "ASSAULT").actors] == ["ISR"]


def test_who_rejects_what_another_claims_differs_from_him() -> None:
    record = read("Peru rejected Chile's claim that Peruvian troops had shelled Arica.")
    theirs, denial = claim(record, "ASSAULT", status="claimed"), claim(record, "ASSAULT", status="denied")
    assert (holders(record, theirs), holders(record, denial)) == (["Chile"], ["Peru"])
    assert (theirs.certainty, denial.certainty) == ("CT+", "CT-")


def test_we_in_reported_words_is_the_author() -> None:
    found = claim(read("The minister told the paper that we would attack Chile."), "ASSAULT")
    assert [party.name for party in found.actors] == ["author"]


def test_what_has_been_is_no_part_of_a_scenario() -> None:
    record = read(
        "Three paths lead there. In the first, Peru invades Chile. Chile, which recalled its envoy from Lima in May, "
        "protests. In the second, Peru attacks Bolivia. In the third, Peru releases the prisoners."
    )
    assert claim(record, "SANCTION").status == "happened"
    assert {c.status for c in record.claims if c.event.plover == "ASSAULT"} <= {"possible", "conditional"}


def test_the_us_is_not_us() -> None:
    found = claim(read("Cuba is working with the US on a truce."), "COOPERATE")
    assert "United States" in [party.name for party in found.recipients]


def test_a_town_is_its_countrys_where_the_text_speaks_of_that() -> None:
    found = claim(read("The rebels attacked Bologna. Italy asked for help."), "ASSAULT")
    assert [(party.name, party.country) for party in found.recipients] == [("Bologna", "ITA")]


def test_a_town_of_a_country_that_is_not_named_keeps_only_its_words() -> None:
    found = claim(read("The rebels attacked Bologna."), "ASSAULT")
    assert [party.country for party in found.recipients] == [None]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("There is no sign that Peru was behind the attack on Lima.", "possible"),
        ("Peru was not behind the attack on Lima.", "denied"),
        ("Peru was behind the attack on Lima.", "happened"),
        ("Peru said that any attack on its troops would be a crime.", "conditional"),
    ],
)
def test_who_did_it_is_as_sure_as_the_words_that_say_so(text: str, status: str) -> None:
    assert claim(read(text), "ASSAULT").status == status


def test_what_a_quotation_says_is_the_speakers_and_not_the_narrators() -> None:
    record = read("“The rebels burned the village”, a Sudanese general said. The rebels left on Monday.")
    assert all(c.attribution for c in record.claims if c.event.trigger.text == "burned")


def test_an_agentless_passive_has_no_actor() -> None:
    assert claim(read("Two villages were shelled overnight."), "ASSAULT").actors == ()


def test_conditions_are_kept_with_what_they_are_a_condition_for() -> None:
    found = claim(read("If Chad is attacked, France will send troops to N'Djamena."), "MOBILIZE")
    assert found.status == "conditional"
    assert any("Chad is attacked" in span.text for span in found.conditions)


def test_ids_do_not_change_with_what_stands_in_front_or_with_scores() -> None:
    one, two = (read("Iran seized the tanker.", id="a"), read("Iran seized the tanker.", id="a"))
    assert [c.id for c in one.claims] == [c.id for c in two.claims]
    assert [c.id for c in one.claims] != [c.id for c in read("Iran seized the tanker.", id="b").claims]


def test_a_claim_says_why() -> None:
    record = read("Kyiv said that Russian forces allegedly shelled Kharkiv in May 2022.", published="2022-06-01")
    why = {reason.stage for reason in claim(record, "ASSAULT").why}
    assert {"events", "attribution", "certainty", "time"} <= why


def test_a_bound_behind_since_ends_at_the_account() -> None:
    text = "Mali has become the first country to recognize the rebels since their 2021 takeover of Timbuktu."
    found = claim(read(text, published="2023-05-04"), "SUPPORT")
    assert (found.time.start, found.time.end, found.time.precision) == ("2021", "2023-05-04", "unknown")
