"""The gazetteer's own sentences, and which of several places a name stands for."""

from typing import Any

import pytest

from sayso.lexicon.files import entries
from sayso.lexicon.gazetteer import Gazetteer, PlaceEntry
from sayso.reading.place import find

OWN = [entry for entry in entries("places", PlaceEntry) if entry.name]
YES = [pytest.param(entry, text, id=entry.name) for entry in OWN for text in entry.yes]
NO = [pytest.param(entry, text, id=entry.name) for entry in OWN for text in entry.no]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(("entry", "text"), YES)
def test_found(entry: PlaceEntry, text: str, parsed: Any, gazetteer: Gazetteer) -> None:
    assert (entry.name, entry.country) in [(p.name, p.country) for p in find(parsed(text), gazetteer)]


@pytest.mark.parametrize(("entry", "text"), NO)
def test_not_found(entry: PlaceEntry, text: str, parsed: Any, gazetteer: Gazetteer) -> None:
    assert entry.name not in [p.name for p in find(parsed(text), gazetteer)]


def test_every_place_lies_on_earth() -> None:
    assert all(-90 <= (entry.lat or 0) <= 90 and -180 <= (entry.lon or 0) <= 180 for entry in OWN)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kabul", "AFG"),
        ("Britain", "GBR"),
        ("Bombay", "IND"),
        ("Paris", "FRA"),
        ("Sao Paulo", "BRA"),
        ("Kosovo", "XKX"),
    ],
)
def test_the_weightiest_comes_first(name: str, country: str, gazetteer: Gazetteer) -> None:
    site = gazetteer.sites(name)[0]
    assert site.country == country
    assert site.lat is not None


def test_an_unknown_name_has_no_site(gazetteer: Gazetteer) -> None:
    assert gazetteer.sites("Qwertyville") == ()
    assert gazetteer.longest("Qwertyville") == 0
