"""Names of places in words: spellings, sizes, and capitals that name something else."""

import pytest

from sayso.comparing.incidents.names import named, skeleton
from sayso.lexicon.incidents import IncidentLexicon

LEXICON = IncidentLexicon.load()


@pytest.mark.parametrize(
    "spellings",
    [
        ("Raqqa", "Raqa", "al-Raqqah", "Raqqah"),
        ("Khan Sheikhun", "Khan Shaykhun"),
        ("Hasakeh", "al-Hassakeh", "Hasaka"),
        ("Kharkiv", "Kharkov"),
        ("Deir Ezzor", "Deir ez-Zor", "Deir al-Zor"),
        ("Médéa", "Medea"),
    ],
)
def test_spellings_of_one_name(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(name).replace("f", "v") for name in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Idlib", "Aleppo"), ("Goma", "Gao"), ("Bria", "Bor")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_sizes_of_places() -> None:
    found = named("Shells hit the village of Marhada near Salam in Idlib province.", LEXICON, frozenset())
    assert skeleton("Marhada") in found.small
    assert skeleton("Marhada") in found.towns
    assert skeleton("Salam") in found.middle
    assert skeleton("Idlib") in found.large


def test_names_of_other_things_are_no_places() -> None:
    found = named("Rebels of the Free Front in Ridge fired on Monday.", LEXICON, frozenset({"ridge"}))
    assert found.all == frozenset()


def test_a_headline_names_only_what_it_places() -> None:
    found = named("Suicide Bomber Kills Nine Guests At Wedding Party In Gwoza", LEXICON, frozenset())
    assert skeleton("Gwoza") in found.middle
    assert skeleton("Guests") not in found.all
