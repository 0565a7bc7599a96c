"""How subjective and how slanted each sentence is told."""

from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.lexicon.loaded import LoadedLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse
from sayso.model.record import SentenceFraming
from sayso.reading import attribution
from sayso.reading.framing.sentences import sentences, together
from sayso.reading.framing.telling import Told, listen

LEXICON, REPORTING = LoadedLexicon.load(), ReportingLexicon.load()
Make = Callable[..., Parse]


def scored(parse: Parse, reading: Any = None) -> tuple[SentenceFraming, ...]:
    return sentences(parse, listen(parse, attribution.find(parse, REPORTING), LEXICON), LEXICON, reading)


@pytest.mark.parametrize(
    "text",
    [
        "The crooked clique that runs the ministry has shamelessly lined its pockets again.",
        "It is nothing but a cowardly surrender to the bullies of the gun lobby.",
        "The bumbling governor ranted about the press while the city burned.",
    ],
)
def test_slanted_sentences(parsed: Make, text: str) -> None:
    (one,) = scored(parsed(text))
    assert one.slanted >= 0.8
    assert one.subjective >= 0.5
    assert one.why


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people were killed when a suicide bomber attacked a wedding hall on Saturday, officials said.",
        "The tribunal charged the former commander with genocide and four counts of torture.",
        "“This is a shameful farce run by crooked cowards,” the opposition leader said on Monday.",
        "The parliament adopted the budget on Wednesday by a vote of 164 to 131.",
    ],
)
def test_plain_telling_of_hard_matters(parsed: Make, text: str) -> None:
    (one,) = scored(parsed(text))
    assert one.slanted < 0.5
    assert one.subjective < 0.5
    assert one.why == ""


@pytest.mark.parametrize(
    "text",
    [
        "In my view Parliament ought to decide, and it should decide soon.",
        "The real trouble with the plan is that it makes sense only on paper.",
        "Why should we trust them?",
    ],
)
def test_an_opinion_without_loaded_words_is_subjective_and_not_slanted(parsed: Make, text: str) -> None:
    (one,) = scored(parsed(text))
    assert one.subjective >= 0.5
    assert one.slanted < 0.5


def test_the_end_of_a_longer_quotation_is_quoted_too(parsed: Make) -> None:
    (open_,) = scored(parsed("It is a shameful farce that we all pay for."))
    (closed,) = scored(parsed("It is a shameful farce that we all pay for.”"))
    assert open_.subjective >= 0.5 > closed.subjective
    assert open_.slanted >= 0.5 > closed.slanted


def test_each_sentence_is_judged_by_its_own_words(parsed: Make) -> None:
    heated, plain = "The spineless hacks caved in.", "The ministers met in Oslo on Friday."
    together_ = scored(parsed(f"{plain} {heated} {plain}"))
    alone = [*scored(parsed(plain)), *scored(parsed(heated)), *scored(parsed(plain))]
    assert [one.slanted for one in together_] == [one.slanted for one in alone]


def test_sentences_cover_the_text_in_order_and_agree_with_it(parsed: Make) -> None:
    text = "First it rained.\r\n\r\nThen “nobody”… came! Why?\n\nA fool said: so be it"
    found = scored(parsed(text))
    assert [one.start for one in found] == sorted(one.start for one in found)
    for before, after in pairwise(found):
        assert before.end <= after.start
    for one in found:
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""
        assert 0.0 <= one.subjective <= 1.0
        assert 0.0 <= one.slanted <= 1.0


def test_what_the_tagger_says_counts_too(parsed: Make) -> None:
    parse = parsed("The ministers met in Oslo on Friday.")
    rules = scored(parse)[0]
    sure = SimpleNamespace(sentences=[SimpleNamespace(subjective=1.0, slanted=1.0) for _ in parse.sentences])
    both = scored(parse, sure)[0]
    assert both.slanted > rules.slanted
    assert both.subjective > rules.subjective


def test_pieces_of_a_sentence_add_counts_and_average_shares() -> None:
    pieces = [Told(0, 3, {"strong": 1.0, "quoted": 1.0}, ()), Told(1, 1, {"strong": 1.0}, ())]
    assert together(pieces) == {"strong": 2.0, "quoted": 0.75}


def test_empty(parsed: Make) -> None:
    assert scored(parsed("")) == ()
