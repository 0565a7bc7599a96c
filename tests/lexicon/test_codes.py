"""Actor codes are taken apart as the field reads them."""

import pytest

from sayso.lexicon.codes import CodeBook


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
