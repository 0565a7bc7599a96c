"""Every entry of the furniture vocabulary proves itself on its own examples."""

from pathlib import Path

import pytest

from sayso.lexicon.files import LexiconError
from sayso.lexicon.furniture import FurnitureEntry, FurnitureLexicon

LEXICON = FurnitureLexicon.load()
EXAMPLES = [(entry, line, wanted) for entry in LEXICON.entries
            for wanted, lines in ((True, entry.yes), (False, entry.no)) for line in lines]  # fmt: skip


@pytest.mark.parametrize(("entry", "line", "wanted"), EXAMPLES, ids=[f"{e.id}:{line[:30]}" for e, line, _ in EXAMPLES])
def test_an_entry_fits_its_examples_and_not_the_others(entry: FurnitureEntry, line: str, wanted: bool) -> None:
    fit = LEXICON.opening(line) if entry.role == "opening" else LEXICON.fit(line)
    assert (fit is not None and fit.role == entry.role) is wanted
    if not wanted:
        assert fit is None


def test_every_entry_has_examples_of_both_kinds() -> None:
    assert [entry.id for entry in LEXICON.entries if not entry.yes or not entry.no] == []


def test_a_byline_gives_author_and_source() -> None:
    fit = LEXICON.fit("By Lena Ortiz, Northern Wire")
    assert fit is not None
    assert (fit.author, fit.source) == ("Lena Ortiz", "Northern Wire")


def test_a_users_file_is_read_as_well(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("furniture:\n  - {id: bell, role: aside, lines: [ring the bell]}\n", encoding="utf-8")
    fit = FurnitureLexicon.load([own]).fit("Ring the Bell!")
    assert fit is not None
    assert fit.entry == "bell"
    assert LEXICON.fit("Ring the Bell!") is None


def test_a_bad_shape_names_its_entry(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("furniture:\n  - {id: broken, role: aside, shapes: ['(']}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="broken"):
        FurnitureLexicon.load([own])
