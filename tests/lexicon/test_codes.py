"""Actor codes are taken apart as the field reads them."""

from pathlib import Path

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.codes import CodeBook
from sayso.lexicon.files import LexiconError


@pytest.fixture(scope="module")
def book() -> CodeBook:
    return CodeBook.load()


@pytest.mark.parametrize(
    ("code", "country", "group", "sectors"),
    [
        ("RUS", "RUS", "", []),
        ("RUSGOVMIL", "RUS", "", ["GOV", "MIL"]),
        ("IGOCSTO", None, "CSTO", ["IGO"]),
        ("IGOUNO", None, "UNO", ["IGO"]),
        ("AFGREBTAL", "AFG", "TAL", ["REB"]),
        ("", None, "", []),
        ("X", None, "X", []),
    ],
)
def test_parts(book: CodeBook, code: str, country: str | None, group: str, sectors: list[str]) -> None:
    parts = book.parts(code)
    assert (parts.country, parts.group, [sector.code for sector in parts.sectors]) == (country, group, sectors)


def test_countries_by_name_and_fips(book: CodeBook) -> None:
    assert (book.name("DEU"), book.fips("DEU")) == ("Germany", "GM")
    assert (book.name("ZZZ"), book.name(None), book.fips("ZZZ")) == ("ZZZ", "", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [("actor: []", "no entries of kind 'actor'"), ("actors: [{kind: armedgroup, name: Foo}]", "no kind 'armedgroup'")],
)
def test_a_slip_in_a_users_file_is_not_passed_over(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=said):
        ActorLexicon.load([path])
