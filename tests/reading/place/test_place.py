"""Places in a text and where events happened."""

from typing import Any

import pytest

from sayso.lexicon.gazetteer import Gazetteer
from sayso.reading.place import event_place, find

GAZETTEER = Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Fighters withdrew from Bakhmut, in eastern Ukraine.", "Bakhmut", "UKR"),
        ("Floods hit Paris, Texas.", "Paris", "USA"),
        ("He flew to Paris on Monday.", "Paris", "FRA"),
        ("Warships crossed the Black Sea.", "Black Sea", None),
        ("The talks between the two sides took place in Nagorno-Karabakh.", "Nagorno-Karabakh", "AZE"),
    ],
)
def test_found(parsed: Any, text: str, name: str, country: str | None) -> None:
    assert (name, country) in [(p.name, p.country) for p in find(parsed(text), GAZETTEER)]


@pytest.mark.parametrize("text", ["Reading is fun.", "They said nice things.", "it was us.", "", "Police fired."])
def test_ordinary_words_are_no_places(parsed: Any, text: str) -> None:
    assert find(parsed(text), GAZETTEER) == ()


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("The agreement was signed in Doha in February.", "signed", "Doha"),
        ("Iran seized a tanker in the Red Sea, officials in Washington said.", "seized", "Red Sea"),
        ("Rebels launched an attack near Goma.", "attack", "Goma"),
        ("Russia attacked Ukraine.", "attacked", None),
    ],
)
def test_event_place(parsed: Any, text: str, word: str, place: str | None) -> None:
    parse = parsed(text)
    head = next(w.i for w in parse.words if w.text == word)
    found = event_place(parse, find(parse, GAZETTEER), head, ())
    assert (found.name if found else None) == place
    if found:
        assert parse.document.text[found.span.start : found.span.end] == found.span.text
