"""Events in plain words: the account's own, with names for pronouns and no arrows."""

import msgspec
import pytest

from comparing.making import Account
from sayso.comparing.view import view
from sayso.comparing.wording import sentence
from sayso.lexicon.numbers import NumberLexicon
from sayso.model.record import Party


def worded(account: Account) -> list[str]:
    return [sentence(told) for told in view([account.record()], NumberLexicon.load())]


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "done_to", "status", "line"),
    [
        ("Iran chose to formally recognize the Taliban.", "recognize", "Iran", "Taliban", "happened",
         "Iran recognizes the Taliban"),
        ("Iran has a wish to recognize the Taliban.", "recognize", "Iran", "Taliban", "possible",
         "Iran to recognize the Taliban"),
        ("At night rockets were passed to the Taliban.", "rockets were passed", "", "Taliban", "happened",
         "Rockets were passed to the Taliban"),
        ("Israel never shelled it, Iran will shell Israel if it must.", "shell I", "Iran", "Israel", "conditional",
         "Iran will shell Israel"),
        ("The withdrawal of the United States from Syria went on.", "withdrawal", "United States", "Syria", "happened",
         "Withdrawal of the United States from Syria"),
        ("Israel demanded that Iran free the crew.", "free", "Iran", "crew", "judged", "Iran to free the crew"),
        ("Fighters whom Iran had armed fled.", "Fighters whom Iran had armed", "Iran", "", "happened",
         "Fighters whom Iran had armed"),
        ("The crew, kept in Oslo and suspected of theft, wept.", "suspected of theft", "", "crew", "happened",
         "Crew suspected of theft"),
        ("Israel agreed to lend Iran the six planes and left.", "agreed to lend", "Israel", "Iran", "happened",
         "Israel agreed to lend Iran the six planes and left"),
        ("In May, Israel apologised at once.", "apologised", "Israel", "", "happened", "Israel apologised at once"),
        ("On the way, Syria was bombed by Israel again.", "bombed", "Israel", "Syria", "happened",
         "Syria was bombed by Israel"),
    ],
)  # fmt: skip
def test_a_line_for_people(text: str, trigger: str, doers: str, done_to: str, status: str, line: str) -> None:
    account = Account("a", text)
    word = trigger.removesuffix(" I")
    start = text.index(trigger)
    account.claim(word, "AID", "070", (doers,) if doers else (), (done_to,) if done_to else (), status=status)  # type: ignore[arg-type]
    claim = account.claims[0]
    span = account.document.span(start, start + len(word))
    fields = {side: tuple(at_name(account, p) for p in getattr(claim, side)) for side in ("actors", "recipients")}
    account.claims[0] = msgspec.structs.replace(
        claim, event=msgspec.structs.replace(claim.event, trigger=span), **fields
    )
    assert worded(account) == [line]


def test_names_stand_for_pronouns_and_for_words_that_do_not_say_who() -> None:
    account = Account("a", "We maintain good ties with them. Its army struck the group.")
    account.claim("maintain", "SUPPORT", "050", ("Russia",), ("Taliban",))
    account.claim("struck", "ASSAULT", "190", ("Iran",), ("Taliban",))
    one, other = account.claims
    account.claims[0] = msgspec.structs.replace(one, actors=(spoken(account, one.actors[0], "We"),),
                                 recipients=(spoken(account, one.recipients[0], "them"),))  # fmt: skip
    account.claims[1] = msgspec.structs.replace(other, actors=(spoken(account, other.actors[0], "Its army"),),
                                 recipients=(spoken(account, other.recipients[0], "the group"),))  # fmt: skip
    assert worded(account) == ["Russia maintains good ties with Taliban", "Iran struck the group (Taliban)"]


def test_nobody_named_leaves_no_mark() -> None:
    account = Account("a", "Yesterday they killed two.")
    account.claim("killed", "ASSAULT", "190", (), ())
    assert worded(account) == ["Killed two"]


def at_name(account: Account, party: Party) -> Party:
    return spoken(account, party, party.name)


def spoken(account: Account, party: Party, words: str) -> Party:
    text = account.document.text
    start = text.rindex(words)
    return msgspec.structs.replace(party, span=account.document.span(start, start + len(words)))
