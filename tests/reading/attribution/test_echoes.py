"""Denials that point back, and statements that a semicolon keeps apart."""

from collections.abc import Callable

import pytest

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse
from sayso.reading import attribution

LEXICON = ReportingLexicon.load()

DENIED = [
    ("Kenya accused Somalia of shelling the market, a charge Mogadishu denied.", "shelling"),
    ("Kenya accused Somalia of shelling the market, which Mogadishu denied.", "shelling"),
    ("Kenya said that Somali guns had shelled the market. Mogadishu dismissed it as propaganda.", "shelled"),
    ("Kenya accused Somalia of shelling the market; Somalia denied the allegations.", "shelling"),
    ("Somalia shelled the market. Mogadishu denies this.", "shelled"),
]


@pytest.mark.parametrize(("text", "event"), DENIED)
def test_a_denial_holds_what_it_points_at(parsed: Callable[..., Parse], text: str, event: str) -> None:
    parse = parsed(text)
    found = attribution.echoes(parse, attribution.find(parse, LEXICON), LEXICON)
    words = {parse.words[i].text for ranges in found.values() for first, last in ranges for i in range(first, last)}
    assert event in words
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kenya urged Somalia to open the border; Somalia rejected the advice.",
        "Kenya said that the border was open. Somalia rejected the treaty.",
    ],
)
def test_a_refusal_is_no_denial_of_what_was_said(parsed: Callable[..., Parse], text: str) -> None:
    parse = parsed(text)
    assert attribution.echoes(parse, attribution.find(parse, LEXICON), LEXICON) == {}


def test_a_statement_before_a_semicolon_is_not_the_content_of_the_next(parsed: Callable[..., Parse]) -> None:
    parse = parsed("Kenya accused Somalia of shelling the market; Somalia denied the allegations.")
    contents = {parse.text(*m.content[0]) for m in attribution.find(parse, LEXICON) if m.stance == "denies"}
    assert contents == {"the allegations"}
