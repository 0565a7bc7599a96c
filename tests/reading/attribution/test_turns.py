"""Whose account it is where an announcement or a turn of phrase says so, and what the narrator tells beside it."""

import pytest

from sayso.lexicon.reporting import ReportingLexicon
from sayso.reading.attribution import beside, find


@pytest.fixture(scope="module")
def reporting():
    return ReportingLexicon.load()


def told(parsed, reporting, text):
    """The words of each source → of its content."""
    parse = parsed(text)
    return {
        parse.text(*found.source[0]): " / ".join(parse.text(*part) for part in found.content)
        for found in find(parse, reporting)
        if found.source
    }


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mayor gave another version. Soldiers had fired first.", "The mayor", "Soldiers had fired first"),
        ("Villagers told the mission what had happened. Rebels burned it.", "Villagers", "Rebels burned it"),
        ("Kagame did not mince his words: Burundi had sent soldiers.", "Kagame", "Burundi had sent soldiers"),
        ("To hear Orban tell it, Brussels armed them.", "Orban", "Brussels armed them"),
        ("If the governor is to be believed, rebels killed them.", "the governor", "rebels killed them"),
        ("Eritrea had armed them, or so the minister claimed.", "the minister", "Eritrea had armed them"),
        ("The generals would have us believe that they fired at nobody.", "The generals", "that they fired at nobody"),
        ("They shot first, according to Lima; Quito denies it.", "Lima", "They shot first"),
    ],
)
def test_the_account_is_theirs(parsed, reporting, text, source, content):
    assert told(parsed, reporting, text)[source] == content


@pytest.mark.parametrize(
    "text",
    [
        "The story has no happy end. Soldiers shot the keeper.",
        "As luck would have it, rebels attacked the convoy that night.",
        "I want you to believe that the army left.",
    ],
)
def test_nobody_else_tells_it(parsed, reporting, text):
    assert not told(parsed, reporting, text).keys() - {"I"}


@pytest.mark.parametrize(
    ("text", "word", "background"),
    [
        ("Algeria, which recalled its envoy in July, would not attend, two diplomats said.", "recalled", True),
        ("Algeria, which recalled its envoy in July, would not attend, two diplomats said.", "attend", False),
        ("Villagers said the soldiers, who surrounded the market before noon, shot every man.", "surrounded", False),
        ("Tunis said that Algeria, which closed the pass in 2019, had broken the pact.", "closed", False),
        ("Tunis said that Algeria, which closed the pass in 2019, will not attend.", "closed", True),
    ],
)
def test_what_is_told_beside_it(parsed, reporting, text, word, background):
    parse = parsed(text)
    i = next(w.i for w in parse.words if w.text == word)
    assert any(beside(parse, found, i) for found in find(parse, reporting)) == background


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Over the past years, he recalled, the Qatari authorities had armed factions in Syria.",
            "he",
            "Over the past years / the Qatari authorities had armed factions in Syria",
        ),
        (
            "The envoy has been meeting the rebels on the sly, the Lagos papers report.",
            "the Lagos papers",
            "The envoy has been meeting the rebels on the sly",
        ),
    ],
)
def test_who_says_it_behind_a_time_and_at_the_end(parsed, reporting, text, source, content):
    assert told(parsed, reporting, text)[source] == content
