"""Genre by rubric where there is one, else by voice outside of quotations."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.lexicon.furniture import FurnitureLexicon
from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.reading.genre import GenreVerdict, judge, why
from sayso.reading.sections import find

LEXICON = FurnitureLexicon.load()

REPORT = (
    "Two posts on the border were hit on Friday, the ministry said. Nobody was hurt, an officer told reporters. "
    "The rebels denied that they had fired. The road was closed, according to residents. Talks will resume on Monday, "
    "a spokesman said."
)
OPINION = (
    "How long must we watch this shameful farce? Our leaders have squandered ten years, and they know it. "
    "We should stop pretending. A cynical and reckless pact will not save us. It is time to say so."
)
ANALYSIS = (
    "The pact changes the strategic context in the north. In the long term it gives the coast leverage over the hills. "
    "Two scenarios follow from this assessment. In the first, the trajectory of trade bends south. "
    "In the second, deterrence holds, with implications for the salt road."
)
STATEMENT = (
    "The Government of Norland strongly condemns the raid on Harbour Town. Norland reaffirms its part in the truce. "
    "Norland calls on all parties to return to talks. Norland stands ready to help. The truce dates from 1996."
)


@pytest.fixture
def judged(parsed: Callable[..., Parse]) -> Callable[..., GenreVerdict]:
    def make(text: str, **meta: Any) -> GenreVerdict:
        document = Document(text, **meta)
        return judge(document, find(document, LEXICON), parsed(text, **meta), LEXICON)

    return make


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (REPORT, "report"),
        (OPINION, "opinion"),
        (ANALYSIS, "analysis"),
        (STATEMENT, "statement"),
        ("It rained.", "unknown"),
    ],
)
def test_genre_by_voice(judged: Callable[..., GenreVerdict], text: str, genre: str) -> None:
    verdict = judged(text)
    assert verdict.genre == genre
    assert verdict.reasons
    assert 0 <= verdict.score <= 1


def test_the_us_is_not_us(judged: Callable[..., GenreVerdict]) -> None:
    forces = "US forces left the base at noon. US ships followed them. The US army stayed. The US pays. " * 2
    assert judged(forces).genre == "report"


def test_a_quotation_does_not_make_a_report_an_opinion(judged: Callable[..., GenreVerdict]) -> None:
    quoted = f'{REPORT} "{OPINION}" the opposition leader said on Friday.'
    assert judged(quoted).genre == "report"


@pytest.mark.parametrize(
    ("meta", "genre"),
    [
        ({"url": "https://example.org/opinion/2022/05/04/posts"}, "opinion"),
        ({"title": "Analysis: What the posts were for"}, "analysis"),
        ({"url": "https://example.org/world/opinionated-man-arrested"}, "report"),
    ],
)
def test_a_rubric_decides(judged: Callable[..., GenreVerdict], meta: dict[str, str], genre: str) -> None:
    assert judged(REPORT, **meta).genre == genre


@pytest.mark.parametrize("author", ["Ann Moor, opinion columnist", "The Editorial Board", "By Ann Moor | Columnist"])
def test_an_office_in_the_byline_decides(judged: Callable[..., GenreVerdict], author: str) -> None:
    assert judged(REPORT, author=author).genre == "opinion"
    assert judged(REPORT, author="Ann Moor, Moscow correspondent").genre == "report"


def test_the_reasons_are_in_plain_words(judged: Callable[..., GenreVerdict]) -> None:
    assert why(judged(REPORT, author="The Editorial Board")) == ("its rubric, address or byline: Editorial Board",)
    assert any(reason.startswith("sources named: ") for reason in why(judged(REPORT)))
    assert why(judged("Rain.")) == ("its length: too short to tell",)


def test_a_rubric_on_a_line_above_the_story(judged: Callable[..., GenreVerdict]) -> None:
    assert judged(f"FOR IMMEDIATE RELEASE\n\n{REPORT}\n\n{REPORT}").genre == "statement"


def test_nothing_to_read_is_unknown() -> None:
    empty = Document("")
    assert judge(empty, (), Parse(empty, (), ()), LEXICON).genre == "unknown"


def test_background_is_not_the_authors_voice(parsed: Callable[..., Parse], nlp: Any) -> None:
    from sayso.reading.parse import parse

    document = Document(f"{REPORT}\n\n{OPINION}")
    cut = len(REPORT)
    sections = (Section("body", 0, cut), Section("background", cut + 2, len(document.text)))
    assert judge(document, sections, parse(document, sections, nlp), LEXICON).genre == "report"
