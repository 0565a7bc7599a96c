"""Who acts and who is acted upon."""

from collections.abc import Callable

import pytest

from sayso.model.flow import Parse
from sayso.reading.framing.roles import act_of


def at(parse: Parse, word: str) -> int:
    return next(one.i for one in parse.words if one.text == word)


@pytest.mark.parametrize(
    ("text", "word", "act", "role"),
    [
        ("Police killed two protesters in Bishkek.", "Police", "killed", "doer"),
        ("Police killed two protesters in Bishkek.", "protesters", "killed", "done-to"),
        ("Two protesters were killed in Bishkek.", "protesters", "killed", "done-to"),
        ("Two protesters were killed by soldiers.", "soldiers", "killed", "doer"),
        ("Soldiers and police beat the students.", "police", "beat", "doer"),
        ("Nurses sat with students who were beaten.", "students", "beaten", "done-to"),
        ("Nurses sat with students beaten on Monday.", "students", "beaten", "done-to"),
    ],
)
def test_parts_in_an_act(parsed: Callable[..., Parse], text: str, word: str, act: str, role: str) -> None:
    parse = parsed(text)
    found = act_of(parse, at(parse, word))
    assert found is not None
    assert (parse.words[found[0]].text, found[1]) == (act, role)


@pytest.mark.parametrize(("text", "word"), [("Kenya is a republic.", "Kenya"), ("In Oslo it rained.", "Oslo")])
def test_no_part(parsed: Callable[..., Parse], text: str, word: str) -> None:
    parse = parsed(text)
    assert act_of(parse, at(parse, word)) is None
