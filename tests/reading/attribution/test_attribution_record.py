"""Attributions of the record: spans, ids, speakers."""

from collections.abc import Callable

import pytest

from sayso import api
from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.document import Document
from sayso.model.flow import Parse
from sayso.model.record import Attribution
from sayso.reading import actors, attribution

LEXICON = ReportingLexicon.load()
ACTORS = ActorLexicon.load()


@pytest.fixture
def record(parsed: Callable[..., Parse]) -> Callable[..., tuple[Attribution, ...]]:
    def make(text: str, **meta: str) -> tuple[Attribution, ...]:
        parse = parsed(text, **meta)
        return attribution.to_record(parse, attribution.find(parse, LEXICON), actors.find(parse, ACTORS), LEXICON)

    return make


def test_spans_are_of_the_text(record: Callable[..., tuple[Attribution, ...]]) -> None:
    text = "Rain fell. Moscow says that the road is open."
    (made,) = record(text)
    assert [text[a:b] for a, b in made.source] == ["Moscow"]
    assert [text[a:b] for a, b in made.cue] == ["says"]
    assert [text[a:b] for a, b in made.content] == ["that the road is open"]


def test_a_seat_of_government_speaks_for_its_state(record: Callable[..., tuple[Attribution, ...]]) -> None:
    (made,) = record("Moscow says that the road is open.")
    assert made.speaker.text == "Moscow"
    assert made.speaker.country == "RUS"
    assert made.speaker.kind == "named"


def test_a_nameless_source_keeps_its_words(record: Callable[..., tuple[Attribution, ...]]) -> None:
    (made,) = record("A senior official said that the road is open.")
    assert (made.speaker.name, made.speaker.kind) == ("A senior official", "anonymous")


def test_nobody_named(record: Callable[..., tuple[Attribution, ...]]) -> None:
    (made,) = record("It is claimed that the road is open.")
    assert (made.speaker.name, made.speaker.text, made.speaker.kind) == ("anonymous", "", "anonymous")


def test_the_narrator(record: Callable[..., tuple[Attribution, ...]]) -> None:
    (made,) = record("I think that the road is open.")
    assert (made.speaker.name, made.speaker.text, made.speaker.kind) == ("narrator", "I", "narrator")


def test_within_is_an_id(record: Callable[..., tuple[Attribution, ...]]) -> None:
    outer, inner = record("Kyiv says Moscow told Ankara that the road would close.")
    assert outer.within is None
    assert inner.within == outer.id


def test_ids_are_stable_and_differ_by_document(record: Callable[..., tuple[Attribution, ...]]) -> None:
    text = "Moscow says that the road is open."
    assert record(text, id="a")[0].id == record(text, id="a")[0].id != record(text, id="b")[0].id


def test_a_quotation_in_the_title_is_of_the_title_alone() -> None:
    text = '"The harbour will never be sold to anyone," said Amina Diallo. The strike went on.'
    title = 'A warning over the port: "The harbour will never be sold to anyone"'
    made = api.read(Document(text, title=title)).attributions
    of_title = [one for one in made if one.where == "title"]
    assert [one.speaker.name for one in of_title] == ["Amina Diallo"]
    assert of_title[0].source == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council of elders met. Rwanda, it said, had sent troops.", "council of elders"),
        ("The European Union condemned the coup. Niger, it said, would get no more aid.", "European Union"),
        ("Rain fell. Rwanda, it said, had sent troops.", "it"),
    ],
)
def test_it_is_nobody_named_in_what_it_says(
    record: Callable[..., tuple[Attribution, ...]], text: str, who: str
) -> None:
    made = next(one for one in record(text) if one.speaker.text == "it")
    assert made.speaker.name == who


def test_what_it_says_is_not_told_by_the_narrator() -> None:
    found = api.read(Document("Rain fell over the harbour. It said that Chad had armed the rebels."))
    armed = next(one for one in found.claims if one.event.trigger.text == "armed")
    assert armed.status == "claimed"
