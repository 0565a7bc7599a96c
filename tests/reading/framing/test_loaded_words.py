"""Loaded words: which are shown, with which technique, and whose they are."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.loaded import LoadedLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.model.record import Attribution, Loaded
from sayso.reading import actors, attribution
from sayso.reading.framing.loaded import loaded
from sayso.reading.framing.sentences import sentences
from sayso.reading.framing.telling import listen
from sayso.reading.parse import parse

LEXICON, REPORTING, ACTORS = LoadedLexicon.load(), ReportingLexicon.load(), ActorLexicon.load()
Make = Callable[..., Parse]


def read(parse: Parse) -> tuple[tuple[Loaded, ...], tuple[Attribution, ...]]:
    said = attribution.find(parse, REPORTING)
    records = attribution.to_record(parse, said, actors.find(parse, ACTORS), REPORTING)
    told = listen(parse, said, LEXICON)
    return loaded(parse, told, records, sentences(parse, told, LEXICON)), records


def told(parse: Parse) -> list[tuple[str, str]]:
    return [(one.text, one.technique) for one in read(parse)[0]]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The spineless minister ranted about the press again.", ("ranted", "loaded-language")),
        ("The liars in the cabinet have sold the port.", ("liars", "name-calling")),
        ("The deal is nothing short of a shameful betrayal.", ("nothing short of", "exaggeration")),
        (
            "They are coming for your pensions, and the shameless cowards know it.",
            ("coming for your", "appeal-to-fear"),
        ),
        ("But what about the shameful war that they started?", ("But what about", "whataboutism")),
        ("The shambolic “investigation” lasted one afternoon.", ("“investigation”", "scare-quotes")),
    ],
)
def test_techniques(parsed: Make, text: str, want: tuple[str, str]) -> None:
    assert want in told(parsed(text))


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people were killed when a bomb exploded near the mosque, officials said.",
        "The court sentenced the former commander to life in prison for genocide.",
        "The bill passed by a vote of 218 to 207 on Thursday.",
        "The novel, called “The Bridge,” came out in May.",
        "The word “regime” does not occur in the treaty.",
        "Dr. Savage spoke to the US committee.",
    ],
)
def test_hard_matters_told_plainly_show_nothing(parsed: Make, text: str) -> None:
    assert told(parsed(text)) == []


def test_what_stands_in_a_quotation_is_its_speakers(parsed: Make) -> None:
    text = (
        "The shambolic vote was held on Sunday. “This is a disgraceful farce,” Petrov told reporters. "
        "Maria Lopez said that the cowardly thugs of the ministry had lied."
    )
    found, records = read(parsed(text))
    speakers = {one.id: one.speaker.name for one in records}
    whose = {one.text: speakers.get(one.by, one.by) for one in found}
    assert whose["shambolic"] == "narrator"
    assert whose["disgraceful"] == whose["farce"] == "Petrov"
    assert whose["cowardly"] == whose["thugs"] == "Maria Lopez"


def test_nothing_in_quotation_marks_is_ever_the_narrators(parsed: Make) -> None:
    text = "“What a shameful, idiotic farce.” Nobody answered. He spoke of “spineless cowards and crooked hacks” there."
    inside = [(text.index("“"), text.index("”")), (text.rindex("“"), text.rindex("”"))]
    for one in read(parsed(text))[0]:
        assert one.by != "narrator" or not any(start <= one.start < end for start, end in inside)


def test_spans_are_the_text_and_say_why(parsed: Make) -> None:
    text = "Shameless!\r\n\r\nThe “so-called” experts, those clueless hacks, blundered; a travesty 🙈 of justice."
    found = read(parsed(text))[0]
    assert found
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.why
        assert 0.5 <= one.score <= 1.0


def test_a_plain_sentence_makes_a_word_less_sure(parsed: Make) -> None:
    plain = read(parsed("The controversial law, adopted on May 3, 2019, takes effect in 14 of 22 districts on Monday."))
    heated = read(parsed("The controversial law is a shameful, idiotic farce."))
    surest = max(one.score for one in heated[0] if one.text == "controversial")
    assert all(one.score < surest for one in plain[0])


def test_the_title_comes_first_and_says_so(nlp: Any) -> None:
    document = Document("The spineless hacks caved in.", title="Shameless cowards caved in")
    found = read(parse(document, (Section("body", 0, len(document.text)),), nlp))[0]
    assert [(one.text, one.where) for one in found if one.text != "caved in"] == [
        ("Shameless", "title"), ("cowards", "title"), ("spineless", None), ("hacks", None),
    ]  # fmt: skip


def test_empty(parsed: Make) -> None:
    assert told(parsed("")) == []
