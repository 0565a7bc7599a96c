"""In one breath: the main relation first, what kind of telling each account is, and headlines that stand alone."""

from comparing.making import Account, day
from sayso.comparing import compare
from sayso.model.comparison import Comparison
from sayso.model.record import EventTime, Record
from sayso.show.book import Book
from sayso.show.page import summary
from sayso.show.page.character import character


def accounts() -> tuple[Record, ...]:
    a = Account("a", "Russia recognised the Taliban, met the Taliban and paid the Taliban.", published="2025-07-04")
    for trigger, cameo in (("recognised", "054"), ("met", "040"), ("paid", "071")):
        a.claim(trigger, "SUPPORT", cameo, ("Russia",), ("Taliban",), time=day("2025-07-03"))
    b = Account("b", "Vladimir Putin said that Russia arms the Taliban. Rifles were passed to the Taliban.")
    by = b.says("Vladimir Putin", "Russia arms the Taliban")
    b.claim("arms", "AID", "072", ("Russia",), ("Taliban",), status="claimed", by=(by,))
    b.claim("Rifles were passed", "AID", "072", (), ("Taliban",), status="claimed", by=(by,))
    return a.record(), b.record()


def book(records: tuple[Record, ...]) -> tuple[Book, Comparison]:
    comparison = compare(records)
    return Book(comparison, records), comparison


def test_the_main_relation_comes_first_and_says_whose_word_it_is() -> None:
    found, _ = book(accounts())
    texts = [text for text, _ in summary.findings(found)]
    assert texts[0].startswith("Between Russia and Taliban three things are told as having happened, in A")
    assert texts[1].startswith("Only on the word of Vladimir Putin")
    assert texts[2].startswith("Done to one of the two, with nobody named as the doer")
    assert texts[-1].startswith("In all, two accounts tell of five events")


def test_each_account_is_said_to_be_what_most_of_it_is() -> None:
    found, _ = book(accounts())
    assert character(found, "a") == "Mostly told as done, in its own voice (3 of 3 events); nobody is quoted by name."
    assert character(found, "b").startswith("Mostly somebody’s word (2 of 2 events), most of it Vladimir Putin’s")


def test_what_only_a_headline_says_is_marked_and_comes_later() -> None:
    a = Account("a", "Iran storms Israel. Iran met Israel.")
    a.claim("storms", "ASSAULT", "190", ("Iran",), ("Israel",), section="headline", goldstein=-9.0)
    a.claim("met", "CONSULT", "040", ("Iran",), ("Israel",), goldstein=1.0)
    found, comparison = book((a.record(),))
    storms, met = comparison.events
    assert found.tellings(storms)[0].whose == "the account itself (headline only)"
    assert found.weight(met) < found.weight(storms)


def test_events_of_several_accounts_that_differ_are_summed_up() -> None:
    records = []
    for name, status in (("a", "happened"), ("b", "denied")):
        account = Account(name, "Iran struck Israel at noon.")
        account.claim("struck", "ASSAULT", "190", ("Iran",), ("Israel",), status=status, time=EventTime())  # type: ignore[arg-type]
        records.append(account.record())
    found, _ = book(tuple(records))
    assert any("differ over whether it is so" in text for text, _ in summary.findings(found))
