"""Comparing whole records: what is one event, whose word it is, and how accounts stand to each other."""

import msgspec

from comparing.making import Account, day
from sayso.comparing import compare
from sayso.model.comparison import ComparedEvent, Comparison
from sayso.model.record import EventTime, HeadlineCheck, NameUse, Record


def strike(name: str, text: str, published: str | None = "2020-05-02", *, place: str = "Idlib") -> Record:
    account = Account(name, text, published=published)
    spots = {"Idlib": ("Idlib", "SYR", 35.93, 36.63), "Homs": ("Homs", "SYR", 34.73, 36.71)}
    account.claim("killed", "ASSAULT", "190", (), ("Syria",), time=day("2020-05-01"), place=spots[place])
    return account.record()


def only(comparison: Comparison) -> ComparedEvent:
    (event,) = comparison.events
    return event


def test_one_event_in_two_accounts() -> None:
    a = Account("a", "Russia formally recognised the Taliban government.", published="2025-07-04")
    a.claim("recognised", "COOPERATE", "054", ("Russia",), ("Taliban",))
    b = Account("b", "The Taliban welcomed it when Vladimir Putin recognised their government.", published="2025-07-05")
    b.claim("recognised", "COOPERATE", "054", ("Vladimir Putin",), ("Taliban",))
    event = only(compare([a.record(), b.record()]))
    assert [account.document for account in event.accounts] == ["a", "b"]
    assert (event.cameo, event.recipients, event.relation) == ("054", ("Taliban",), "agree")
    (link,) = event.linked_by
    assert {"type", "parties", "trigger"} <= set(link.features)
    assert link.score == round(sum(link.features.values()), 3)


def test_other_parties_are_other_events() -> None:
    a = Account("a", "Russia shelled the city with rockets.")
    a.claim("shelled", "ASSAULT", "190", ("Russia",), ("Ukraine",))
    b = Account("b", "Israel shelled the city with rockets.")
    b.claim("shelled", "ASSAULT", "190", ("Israel",), ("Syria",))
    assert len(compare([a.record(), b.record()]).events) == 2


def test_same_words_on_other_days_are_other_events() -> None:
    text = "Israel struck a depot in Syria and killed four people."
    records = []
    for name, date in (("a", "2020-05-01"), ("b", "2020-05-09")):
        account = Account(name, text)
        account.claim("struck", "ASSAULT", "195", ("Israel",), ("Syria",), time=day(date))
        records.append(account.record())
    assert len(compare(records).events) == 2


def test_same_day_and_toll_in_two_towns_are_two_incidents() -> None:
    records = [
        strike("a", "A car bomb killed seven people."),
        strike("b", "A car bomb killed seven people.", place="Homs"),
    ]
    assert len(compare(records).events) == 2


def test_links_do_not_chain() -> None:
    """A vague account links to one of two dated incidents, never glues both together."""
    records = []
    for name, date in (("a", day("2020-05-01")), ("b", None), ("c", day("2020-05-20"))):
        account = Account(name, "Israel struck a depot near the airport in Syria.")
        account.claim("struck", "ASSAULT", "195", ("Israel",), ("Syria",), time=date)
        records.append(account.record())
    together = [{account.document for account in event.accounts} for event in compare(records).events]
    assert all(not {"a", "c"} <= documents for documents in together)
    assert len(together) == 2


def test_tolls_agree_within_a_bound() -> None:
    records = [strike("a", "A car bomb killed at least 19 people."), strike("b", "A car bomb killed 20 people.")]
    event = only(compare(records))
    assert event.relation == "agree"
    assert [(n.document, n.low, n.high, n.bound) for n in event.numbers] == [("a", 19, None, ">="), ("b", 20, 20, "=")]
    assert [(d.field, d.kind) for d in event.divergences] == [("number", "bound")]


def test_tolls_conflict_at_the_same_time_though_both_are_lower_bounds() -> None:
    records = [
        strike("a", "A car bomb killed at least 19 people."),
        strike("b", "A car bomb killed at least 40 people."),
    ]
    event = only(compare(records))
    assert event.relation == "conflict"
    (divergence,) = event.divergences
    assert [position.value for position in divergence.positions] == ["at least 19 killed", "at least 40 killed"]


def test_a_later_higher_toll_is_an_update() -> None:
    records = [
        strike("a", "A car bomb killed 19 people.", "2020-05-01"),
        strike("b", "A car bomb killed 26 people.", "2020-05-03"),
    ]
    assert only(compare(records)).relation == "update"


def test_tolls_of_other_scope_are_not_compared() -> None:
    records = [
        strike("a", "A car bomb killed 19 people."),
        strike("b", "A car bomb killed 7 civilians."),
    ]
    event = only(compare(records))
    assert event.relation == "other"
    assert [d.kind for d in event.divergences] == ["scope"]


def test_five_accounts_one_origin() -> None:
    records = []
    for name in "abcde":
        account = Account(name, f"In {name}: the Observatory said a car bomb killed seven people.")
        by = account.says("the Observatory", "a car bomb killed seven people")
        account.claim("killed", "ASSAULT", "190", (), ("Syria",), time=day("2020-05-01"), by=(by,), status="claimed")
        records.append(account.record())
    event = only(compare(records))
    assert len(event.accounts) == 5
    assert [(origin.name, len(origin.documents)) for origin in event.origins] == [("Observatory", 5)]


def test_common_copy_is_one_origin() -> None:
    text = "A car bomb killed seven people in the old market of the town on Friday morning, witnesses nearby."
    event = only(compare([strike("a", text), strike("b", text)]))
    assert [(origin.name, origin.documents) for origin in event.origins] == [("A", ("a", "b"))]


def test_an_account_that_cites_nobody_is_its_own_origin() -> None:
    records = [strike("a", "A bomb killed seven."), strike("b", "Seven were killed in the blast there.")]
    assert [origin.name for origin in only(compare(records)).origins] == ["A", "B"]


def test_denial_is_a_conflict_with_the_words_of_both_sides() -> None:
    a = Account("a", "Israel shelled the port.")
    a.claim("shelled", "ASSAULT", "190", ("Israel",), ("Syria",))
    b = Account("b", "Israel has not shelled the port.")
    b.claim("shelled", "ASSAULT", "190", ("Israel",), ("Syria",), status="denied")
    event = only(compare([a.record(), b.record()]))
    assert event.relation == "conflict"
    (divergence,) = event.divergences
    assert (divergence.field, divergence.kind) == ("denial", "denial")
    assert [position.documents for position in divergence.positions] == [("a",), ("b",)]
    assert all(position.spans for position in divergence.positions)


def test_who_did_it_is_a_divergence_not_another_event() -> None:
    words = "rockets that hit the crowded Damascus bakery on Friday morning"
    records = []
    for name, doer in (("a", "Israel"), ("b", "Russia")):
        account = Account(name, f"{doer} fired the {words}.")
        account.claim(
            "fired", "ASSAULT", "190", (doer,), ("Syria",), time=day("2020-05-01"),
            place=("Damascus", "SYR", 33.5, 36.3),
        )  # fmt: skip
        records.append(account.record())
    event = only(compare(records))
    assert event.relation == "conflict"
    assert [d.field for d in event.divergences] == ["responsibility"]


def test_omission_needs_two_independent_accounts_and_a_later_document() -> None:
    silent = Account("c", "Talks went on in Geneva.", published="2020-05-03").record()
    earlier = Account("d", "Talks went on in Geneva.", published="2020-04-01").record()
    two = [strike("a", "A bomb killed seven."), strike("b", "Seven were killed in the blast there.")]
    assert only(compare([*two, silent, earlier])).omitted_by == ("c",)
    assert only(compare([two[0], silent])).omitted_by == ()


def relation_accounts() -> list[Record]:
    old = Account("old", "Since 2017 Russia met the Taliban. Russia will fight the Taliban if Tajikistan is attacked.")
    old.claim(
        "met", "CONSULT", "040", ("Russia",), ("Taliban",), goldstein=1.0,
        time=EventTime(start="2017", end=None, precision="range", basis="stated"), reciprocal=True,
    )  # fmt: skip
    by = old.says("Russia", "Russia will fight the Taliban if Tajikistan is attacked")
    old.claim(
        "fight", "ASSAULT", "190", ("Russia",), ("Taliban",), by=(by,), status="conditional",
        conditions=("if Tajikistan is attacked",),
    )  # fmt: skip
    new = Account("new", "Russia recognised the Taliban government.", published="2025")
    new.claim("recognised", "COOPERATE", "054", ("Russia",), ("Taliban",), goldstein=6.0)
    return [old.record(), new.record()]


def test_relation_over_time_puts_what_is_dated_first_and_says_how_far_it_is_dated() -> None:
    (relation,) = compare(relation_accounts()).relations
    assert (relation.actor, relation.recipient) == ("Russia", "Taliban")
    assert [entry.bound for entry in relation.timeline] == ["since 2017", "by 2025", "not dated"]
    assert [entry.status for entry in relation.timeline] == ["happened", "happened", "conditional"]


def test_commitment_is_open_until_it_is_done() -> None:
    (relation,) = compare(relation_accounts()).relations
    (commitment,) = relation.commitments
    assert (commitment.holder, commitment.open) == ("Russia", True)
    assert [span.text for span in commitment.conditions] == ["if Tajikistan is attacked"]


def test_question_keeps_only_the_pair_and_the_years() -> None:
    records = relation_accounts()
    assert compare(records, about=("RUS", "TAL")).events == compare(records).events
    assert compare(records, about=("Russia", "Iran")).events == ()
    assert compare(records, about=("Iran",)).relations == ()
    kept = compare(records, about=("Russia", "Taliban"), until="2016").events
    assert "met" not in [event.trigger for event in kept]


def test_names_headlines_and_scenarios_come_from_the_records() -> None:
    a = Account("a", "The Taliban regime rejoiced. The regime may feign a war.", title="Regime rejoices")
    span = a.words("The Taliban regime")
    a.names.extend([NameUse(actor_id="taliban", label="regime", span=span, by="narrator")] * 2)
    a.headline = HeadlineCheck(outcome="supported", why="The body says so.", evidence=(span,))
    inside = a.scenario("The regime may feign a war")
    a.claim("feign", "ASSAULT", "190", ("Taliban",), ("Russia",), status="possible", scenario=inside)
    result = compare([a.record()])
    assert [(name.label, name.by, name.count) for name in result.names] == [("regime", "narrator", 2)]
    assert result.headlines[0].headline is not None
    assert result.headlines[0].headline.text == "Regime rejoices"
    assert result.scenarios[0].events == (result.events[0].id,)


def test_voices_count_words_and_find_the_only_source() -> None:
    a = Account("a", "Vladimir Putin said “services shell our borders”. Russia met the Taliban.")
    by = a.says("Vladimir Putin", "services shell our borders", mode="direct")
    shelled = a.claim("shell", "ASSAULT", "190", ("United States",), ("Tajikistan",), by=(by,), status="claimed")
    a.claim("met", "CONSULT", "040", ("Russia",), ("Taliban",))
    narrator, putin = compare([a.record()]).voices
    assert (narrator.speaker, putin.speaker) == ("narrator", "Vladimir Putin")
    assert (putin.attributions, putin.quoted_words, putin.only_source_for) == (1, 4, (shelled,))
    assert [span.text for span in putin.spans] == ["Vladimir Putin"]


def test_nothing_in_nothing_out() -> None:
    assert compare([]) == Comparison()
    assert compare([Account("a", "").record()]).events == ()


def test_order_and_repetition_change_nothing() -> None:
    records = relation_accounts()
    assert compare(records).to_dict() == compare(records).to_dict()
    assert {event.id for event in compare(records).events} == {event.id for event in compare(records[::-1]).events}
    assert compare([records[0], *records]).to_dict() == compare(records).to_dict()


def test_people_killed_somewhere_are_not_people_killed_elsewhere() -> None:
    records = []
    for name, text in (("a", "In the north four people were killed."), ("b", "Six people were killed on a train.")):
        account = Account(name, text)
        account.claim("killed", "ASSAULT", "190", (), ("people",))
        records.append(account.record())
    assert len(compare(records).events) == 2


def test_two_accounts_of_one_outlet_are_one_origin() -> None:
    records = []
    for name, text in (("a", "Israel struck a depot in Syria."), ("b", "A depot in Syria was what Israel struck.")):
        account = Account(name, text)
        account.claim("struck", "ASSAULT", "195", ("Israel",), ("Syria",), time=day("2020-05-01"))
        info = account.record().document
        records.append(msgspec.structs.replace(account.record(), document=msgspec.structs.replace(info, source="X")))
    event = only(compare(records))
    assert [(origin.name, origin.documents) for origin in event.origins] == [("X", ("a", "b"))]
    assert event.omitted_by == ()


def test_a_relation_is_of_powers_and_never_of_somebody_with_themselves_or_with_nobody_known() -> None:
    text = "Russia struck Ukraine twice, Vladimir Putin praised Russia, protesters struck Russia, it struck a truce."
    a = Account("a", text)
    a.claim("struck Ukraine", "ASSAULT", "190", ("Russia",), ("Ukraine",))
    a.claim("twice", "ASSAULT", "190", ("Vladimir Putin",), ("Ukraine",), time=day("2020-05-01"))
    for trigger in ("praised", "praised Russia"):
        a.claim(trigger, "SUPPORT", "051", ("Vladimir Putin",), ("Russia",))
    for trigger in ("struck Russia", "struck"):
        a.claim(trigger, "PROTEST", "145", ("protesters",), ("Russia",))
    for trigger in ("struck a truce", "truce"):
        a.claim(trigger, "ASSAULT", "190", ("Russian-brokered truce",), ("Russia",))
    assert [(one.actor, one.recipient) for one in compare([a.record()]).relations] == [("Russia", "Ukraine")]


def test_one_undertaking_in_one_sentence_is_one_commitment_with_its_condition() -> None:
    text = "Russia said that if Tajikistan is attacked it will send troops to fight the Taliban."
    a = Account("a", text)
    by = a.says("Russia", "it will send troops to fight the Taliban")
    for trigger, cameo in (("will", "138"), ("send troops", "154"), ("fight", "190")):
        a.claim(
            trigger, "MOBILIZE", cameo, ("Russia",), ("Taliban",), by=(by,), status="conditional",
            conditions=("if Tajikistan is attacked",) * (cameo == "154"),
        )  # fmt: skip
    (relation,) = compare([a.record()]).relations
    (commitment,) = relation.commitments
    assert [span.text for span in commitment.conditions] == ["if Tajikistan is attacked"]
    assert "send troops" in commitment.act


def test_an_event_told_in_other_words_is_named_by_each() -> None:
    a = Account("a", "Russia attacked Ukraine at dawn with its whole army.")
    a.claim("attacked", "ASSAULT", "190", ("Russia",), ("Ukraine",), time=day("2022-02-24"))
    b = Account("b", "Russia invaded Ukraine at dawn with its whole army, Iran said.")
    said = b.says("Iran", "Russia invaded Ukraine at dawn with its whole army")
    b.claim("invaded", "ASSAULT", "190", ("Russia",), ("Ukraine",), time=day("2022-02-24"), by=(said,))
    found = compare([a.record(), b.record()]).event_names
    assert [(name.document, name.label, name.by, name.count) for name in found] == [
        ("a", "attacked", "narrator", 1),
        ("b", "invaded", "Iran", 1),
    ]


def test_an_event_told_in_the_same_words_has_no_names_to_compare() -> None:
    records = []
    for name in ("a", "b"):
        account = Account(name, "Russia attacked Ukraine at dawn.")
        account.claim("attacked", "ASSAULT", "190", ("Russia",), ("Ukraine",), time=day("2022-02-24"))
        records.append(account.record())
    (event,) = (comparison := compare(records)).events
    assert len(event.accounts) == 2
    assert comparison.event_names == ()
