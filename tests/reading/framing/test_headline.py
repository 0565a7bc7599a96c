"""Headline against body: the pairs of the benchmark, and what each outcome rests on."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.model.record import HeadlineCheck, HeadlineOutcome
from sayso.reading import actors, attribution
from sayso.reading.framing.headline import check

PAIRS = Path(__file__).resolve().parents[3] / "benchmarks" / "quality" / "headlines.yaml"
LEXICON = HeadlineLexicon.load()
ACTORS = ActorLexicon.load()
REPORTING = ReportingLexicon.load()
MIDDLE = frozenset({"attributed", "weaker"})
Check = Callable[[str | None, str], HeadlineCheck | None]


class Pair(msgspec.Struct, frozen=True):
    half: str
    outcome: HeadlineOutcome
    headline: str
    body: str


@pytest.fixture(scope="module")
def checked(parsed: Callable[..., Parse]) -> Check:
    def run(headline: str | None, body: str) -> HeadlineCheck | None:
        parse = parsed(body, title=headline)
        return check(parse, actors.find(parse, ACTORS), attribution.find(parse, REPORTING), LEXICON)

    return run


def third(outcome: str) -> str:
    return "middle" if outcome in MIDDLE else "supported" if outcome == "supported" else "not supported"


def test_pairs_stay_above_their_floor(checked: Check) -> None:
    pairs = msgspec.convert(msgspec.yaml.decode(PAIRS.read_bytes())["pairs"], list[Pair])
    found = [(pair.outcome, result.outcome) for pair in pairs if (result := checked(pair.headline, pair.body))]
    assert len(found) == len(pairs) >= 120
    assert sum(third(want) == third(got) for want, got in found) / len(found) >= 0.85


def test_more_than_the_speaker_s_words_say(checked: Check) -> None:
    found = checked(
        "Orban claims that Hungary arms Serbia in dispute with Kosovo",
        "Prime Minister Orban spoke in Belgrade. “Hungary keeps the lines to Serbia open, as we know the risks around "
        "Kosovo,” Orban said. He left in the evening.",
    )
    assert found is not None
    assert found.outcome == "stronger"
    assert "arms" in found.why
    assert "keeps the lines" in found.evidence[0].text


def test_attributed_names_the_source(checked: Check) -> None:
    found = checked("Rebels shot down helicopter", "The defence ministry said that rebels had shot down a helicopter.")
    assert found is not None
    assert found.outcome == "attributed"
    assert "defence ministry" in found.why


def test_a_headline_that_names_its_speaker_is_supported_by_that_speaker(checked: Check) -> None:
    body = "Iran attacked two tankers, Blinken said on Monday. He showed a photo."
    found = checked("Blinken says Iran attacked tankers", body)
    assert found is not None
    assert found.outcome == "supported"


def test_no_headline_or_no_body_gives_no_check(checked: Check) -> None:
    assert checked(None, "Iran attacked two tankers.") is None
    assert checked("Iran attacked two tankers", "") is None
    assert checked("...", "Iran attacked two tankers.") is None


def test_a_headline_in_the_text_is_checked_too(nlp: object) -> None:
    from sayso.reading.parse import parse

    text = "Iran attacks two tankers\n\nIran attacked two tankers in the gulf on Monday."
    sections = (Section("headline", 0, 24), Section("body", 26, len(text)))
    made = parse(Document(text), sections, nlp)  # type: ignore[arg-type]
    found = check(made, actors.find(made, ACTORS), attribution.find(made, REPORTING), LEXICON)
    assert found is not None
    assert found.outcome == "supported"
    assert all(text[span.start : span.end] == span.text for span in found.evidence)


@pytest.mark.parametrize(
    ("headline", "body", "outcome"),
    [
        # A denial of something else, by somebody else, gainsays nothing.
        (
            "Chadian soldiers storm Abeche while N'Djamena sleeps",
            "Chad has sent a column towards the east. Bloggers in Chad deny that a school was burnt while the town "
            "rested. Traders wait in Abeche for news of the soldiers.",
            "stronger",
        ),
        (
            "Rome talks bring no deal",
            "Italy failed to bring Libya to a deal in the talks at Rome on Monday.",
            "supported",
        ),
        ("Not our quarrel, Prime Minister", "No soldier of ours ought to die for the quarrel of another.", "absent"),
        ("Norway should leave the bazaar", "Norway denies that it haggles. It sits in the bazaar all day.", "absent"),
    ],
)
def test_only_the_headlines_own_act_is_gainsaid(checked: Check, headline: str, body: str, outcome: str) -> None:
    found = checked(headline, body)
    assert found is not None
    assert found.outcome == outcome
