"""What is part of what somebody says who is named behind it."""

import pytest

from sayso.lexicon.reporting import ReportingLexicon
from sayso.reading.attribution import find

LEXICON = ReportingLexicon.load()


def contents(parse):
    """What each attribution of the text holds, its parts joined by a slash."""
    return [" / ".join(" ".join(w.text for w in parse.words[a:b]) for a, b in m.content) for m in find(parse, LEXICON)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The army shelled the village twice, the mayor said by telephone, killing nine people.",
            "The army shelled the village twice / killing nine people",
        ),
        (
            "Two bombs hit the market, police in Kano said, leaving at least 20 people dead.",
            "Two bombs hit the market / leaving at least 20 people dead",
        ),
        ("Turkey will close the straits, its minister warned, leaving the talks.", "Turkey will close the straits"),
        (
            "An election will be held in March, and the prisoners will be released, it pledged.",
            "An election will be held in March , and the prisoners will be released",
        ),
        ("The White House says that the convoy left.", "that the convoy left"),
    ],
)
def test_what_is_theirs(parsed, text, content):
    assert contents(parsed(text)) == [content]


def test_what_came_of_an_act_is_done_by_who_did_it(parsed):
    parse = parsed("Drones struck a depot near Basra overnight, a spokesman said, wounding two guards.")
    wounding = next(w for w in parse.words if w.text == "wounding")
    assert parse.words[wounding.head].text == "struck"
