"""Who is behind the accounts: names, kinds without a name, outlets that are sources, credits."""

import pytest

from comparing.making import Account, day
from sayso.comparing import compare
from sayso.model.comparison import ComparedEvent, Origin
from sayso.model.record import Record


def told(name: str, text: str, *, title: str | None = None) -> Record:
    account = Account(name, text, published="2024-05-02", title=title)
    place = ("Kassala", "SDN", 15.45, 36.4)
    account.claim("killed", "ASSAULT", "190", (), ("Sudan",), time=day("2024-05-01"), place=place)
    return account.record()


def event(*records: Record) -> ComparedEvent:
    (found,) = (one for one in compare(records).events if len(one.accounts) == len(records))
    return found


def origins(*texts: str) -> list[Origin]:
    return list(event(*(told(name, text) for name, text in zip("abcd", texts, strict=False))).origins)


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("A bomb killed nine people, Human Rights Watch said.", "HRW said a bomb killed nine.", "Human Rights Watch"),
        ("A bomb killed nine, the watchdog Airwars said.", "A bomb killed nine people, a monitor said.", "Airwars"),
        ("A bomb killed nine people, state media said.", "Xinhua reported that a bomb killed nine people.", "Xinhua"),
        ("A bomb killed nine people, the army said.", "The army said that a bomb killed nine people.", "army"),
        ("A bomb killed nine people, AFP reported.", "A bomb killed nine people, AFP said.", "Agence France-Presse"),
    ],
)
def test_two_accounts_one_origin(one: str, other: str, name: str) -> None:
    (origin,) = origins(one, other)
    assert (origin.name, origin.documents) == (name, ("a", "b"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A bomb killed nine people, Airwars said.", "A bomb killed nine people, HRW said."),
        ("A bomb killed nine people, officials said.", "Officials said a bomb killed nine people."),
        ("A bomb killed nine people, witnesses said.", "A bomb killed nine people, the governor said."),
    ],
)
def test_two_accounts_two_origins(one: str, other: str) -> None:
    assert [origin.documents for origin in origins(one, other)] == [("a",), ("b",)]


def test_an_outlet_that_others_cite_is_its_own_source() -> None:
    records = [told("reuters", "A bomb killed nine people."), told("b", "A bomb killed nine people, Reuters reported.")]
    assert [origin.documents for origin in event(*records).origins] == [("reuters", "b")]


def test_the_sentences_behind_the_toll_may_name_the_source() -> None:
    texts = "A bomb killed nine people. Buses burnt. Airwars said so.", "Airwars reported that a bomb killed nine."
    assert [origin.documents for origin in origins(*texts)] == [("a", "b")]


def test_every_account_has_an_origin_that_says_why() -> None:
    found = origins("A bomb killed nine.", "A bomb killed nine people, Airwars said.", "Nine were killed by the bomb.")
    assert {document for origin in found for document in origin.documents} == {"a", "b", "c"}
    assert all(origin.why for origin in found)


def test_a_named_source_that_one_account_alone_hears() -> None:
    records = []
    for name, speakers in (("a", ("Airwars", "Anna Berg")), ("b", ("Airwars",))):
        text = " ".join(f"{speaker} said a bomb killed nine people." for speaker in speakers)
        account = Account(name, text)
        for speaker in speakers:
            account.says(speaker, "a bomb killed nine people")
        records.append(account.record())
    heard = {(voice.document, voice.speaker): voice.only_here for voice in compare(records).voices}
    assert heard == {("a", "Airwars"): False, ("a", "Anna Berg"): True, ("b", "Airwars"): False}
    assert not any(voice.only_here for voice in compare(records[:1]).voices)
