"""The date a text gives itself: stamped, inferred from two dates of one happening, or not at all."""

from typing import Any

import pytest

from sayso.lexicon.gazetteer import Gazetteer
from sayso.lexicon.times import TimeLexicon
from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.reading import place
from sayso.reading.time import Dating, find, publication

LEXICON, GAZETTEER = TimeLexicon.load(), Gazetteer.load()


def dated(parse: Parse, sections: tuple[Section, ...] = ()) -> Dating:
    return publication(parse, find(parse, LEXICON, None), LEXICON, sections, place.find(parse, GAZETTEER))


@pytest.mark.parametrize(
    ("text", "published", "basis"),
    [
        ("RIGA, May 3, 2019 (Baltic Wire) — Ministers met on Friday.", "2019-05-03", "byline"),
        ("Published 4 May 2024\n\nThe army left the valley.", "2024-05-04", "byline"),
        ("The vote was held last year, in 2021, after long talks.", "2022", "text"),
        ("In 1975 the rebels seized control of Cambodia. They took Phnom Penh in April of last year.", "1976", "text"),
        ("Russia invaded Ukraine in 2014. Last year it invaded Ukraine again.", None, "unknown"),
        ("The king was crowned in 1953. Floods hit the coast last year.", None, "unknown"),
        ("He was born on 5 June 1990. His party won.", None, "unknown"),
        ("Protests filled the square.", None, "unknown"),
    ],
)
def test_publication(parsed: Any, text: str, published: str | None, basis: str) -> None:
    found = dated(parsed(text))
    assert (found.published, found.basis) == (published, basis)


def test_a_byline_that_is_not_parsed(parsed: Any, nlp: Any) -> None:
    text = "By Ann Roe | 3 July 2025\nThe envoy left."
    cut = text.index("\n") + 1
    sections = (Section("byline", 0, cut), Section("body", cut, len(text)))
    from sayso.reading.parse import parse

    assert dated(parse(Document(text), sections, nlp), sections).published == "2025-07-03"


def test_the_latest_past_date_is_a_bound(parsed: Any) -> None:
    found = dated(parsed("The coup came in 2014. The general fell in 2019. He says he will return in 2031."))
    assert (found.published, found.after) == (None, "2019")
