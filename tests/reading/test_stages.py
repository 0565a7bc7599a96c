"""One contract for every stage of reading: the same in gives the same out, ranges stay inside the parse, any size of
text will do, and words in front of a story only move what is found in it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import msgspec
import pytest

from sayso.lexicon.bundle import Lexicon
from sayso.model.document import Document, Section
from sayso.model.flow import ActorTable, AttributionMention, EventMention, Parse
from sayso.model.record import Attribution
from sayso.reading import actors, attribution, certainty, events, genre, place, scenarios, sections, time
from sayso.reading.assemble import assemble
from sayso.reading.framing import headline, loaded, names, sentences, shares, telling
from sayso.reading.parse import parse

TITLE = "Sudan rejects charge of border raid"
STORY = (
    "Sudan on Friday denied that its troops had crossed into Chad, a day after N'Djamena accused its "
    "neighbour of killing at least 12 herders. “We did not attack anyone”, Foreign Minister Ali Youssef told reporters "
    "in Cairo. The Sudanese regime may have armed the herders, according to a United Nations report of March "
    "2024.\n\n"
    "Chad accused Sudan of closing the border. Sudan denied it. If the raids go on, Chad will recall its ambassador, a "
    "government spokesman warned.\n\n"
    "Two scenarios are possible. The first is that Sudan withdraws its troops. The second is that Chad, backed by "
    "France, attacks Sudan.\n\n"
    "Subscribe to our newsletter"
)
ODD = (
    "\ufeffKy\u00adiv said\r\nMoscow shelled\u200b Kharkiv.\r\n\r\nA\u0301lvaro met “Erdo\u011fan” in I\u0307zmir. 🙂 ("
)
LONG = "On Monday Iran said that Oman had met Qatar in Doha, if talks resume. " * 360
RUN_ON = "and Iran attacked Iraq " * 1250
TEXTS = {"story": STORY, "odd": ODD, "one word": "Word", "one sign": "”", "empty": "", "blank": " \n\n\t "}
HUGE = {"long": LONG, "run-on": RUN_ON}
FRONTS = {"paragraph": "The weather was mild.\n\n", "sentence": "The weather was mild. "}


class Given:
    """A document and what a stage may need of the stages before it, each found when asked for."""

    def __init__(self, document: Document, lexicon: Lexicon, nlp: Any) -> None:
        self.document = document
        self.lexicon = lexicon
        self.nlp = nlp

    @cached_property
    def parts(self) -> tuple[Section, ...]:
        return sections.find(self.document, self.lexicon.furniture)

    @cached_property
    def parse(self) -> Parse:
        return parse(self.document, self.parts, self.nlp)

    @cached_property
    def table(self) -> ActorTable:
        return actors.find(self.parse, self.lexicon.actors, self.document.published)

    @cached_property
    def said(self) -> tuple[AttributionMention, ...]:
        return attribution.find(self.parse, self.lexicon.reporting)

    @cached_property
    def records(self) -> tuple[Attribution, ...]:
        return attribution.to_record(self.parse, self.said, self.table, self.lexicon.reporting)

    @cached_property
    def events(self) -> tuple[EventMention, ...]:
        return events.find(self.parse, self.lexicon.events, self.table)


def words_of(given: Given) -> list[Any]:
    """The parse as plain data; a title's words say so, as their offsets count in it."""
    found = parse(given.document, given.parts, given.nlp)
    words = [{**msgspec.to_builtins(w), "in": found.sentences[w.sentence].where} for w in found.words]
    return [words, *found.sentences]


def table_of(given: Given) -> Sequence[Any]:
    found = actors.find(given.parse, given.lexicon.actors, given.document.published)
    return (*found.actors, *found.mentions)


def echoes_of(given: Given) -> Sequence[Any]:
    found = attribution.echoes(given.parse, given.said, given.lexicon.reporting)
    return [{"denial": k, "content": ranges} for k, ranges in found.items()]


def judged(given: Given) -> Sequence[Any]:
    heads = [event.head for event in given.events]
    return certainty.judge(given.parse, given.lexicon.certainty, given.said, heads)


def genre_of(given: Given) -> Sequence[Any]:
    """The genre alone: how sure it is depends on how many sentences there are."""
    found = genre.judge(given.document, given.parts, given.parse, given.lexicon.furniture)
    assert 0 <= found.score <= 1
    return [] if found.genre == "unknown" else [found.genre]


def headline_of(given: Given) -> Sequence[Any]:
    found = headline.check(given.parse, given.table, given.said, given.lexicon.headlines)
    return [found] if found else []


def told_of(given: Given) -> telling.Telling:
    return telling.listen(given.parse, given.said, given.lexicon.loaded)


def sentences_of(given: Given) -> Sequence[Any]:
    """Every sentence but those put in front, which are sentences too."""
    found = sentences.sentences(given.parse, told_of(given), given.lexicon.loaded)
    fronts = {front.strip() for front in FRONTS.values()}
    return [one for one in found if one.where or given.document.text[one.start : one.end] not in fronts]


def loaded_of(given: Given) -> Sequence[Any]:
    heard = told_of(given)
    scored = sentences.sentences(given.parse, heard, given.lexicon.loaded)
    return loaded.loaded(given.parse, heard, given.records, scored)


def shares_of(given: Given) -> Sequence[Any]:
    """Who has how many words: parts of the whole, and the narrator's, depend on what else there is."""
    found = shares.shares(given.parse, told_of(given).holders, given.records)
    return [(one.by, one.words, one.quoted) for one in found if one.by != "narrator"]


def record_of(given: Given) -> Sequence[Any]:
    record = assemble(given.parse, given.parts, given.lexicon)
    return [*record.claims, *record.attributions, *record.times, *record.scenarios, *record.framing.names]


TOKENS = dict.fromkeys(
    (
        "i", "first", "last", "head", "trigger", "actors", "recipients", "arguments", "source", "cue", "content",
        "source_head", "cue_head", "conditions", "cues", "statement",
    ),
    "words",
)  # fmt: skip
CHARACTERS = dict.fromkeys(("start", "end"), "characters")
FLOW = {**TOKENS, **CHARACTERS, "sentence": "sentences", "sentences": "sentences", "block": "blocks"}
WORDS = {**FLOW, "index": "sentences"}
RECORD = {**CHARACTERS, "source": "characters", "cue": "characters", "content": "characters"}
PAIRS = frozenset({"trigger", "source", "cue", "content", "conditions", "cues", "statement"})


class Stage(NamedTuple):
    """A stage as a function of what is given; `units`: what the numbers under each key of its output count."""

    run: Callable[[Given], Sequence[Any]]
    units: Mapping[str, str]


STAGES = {
    "sections.find": Stage(lambda g: sections.find(g.document, g.lexicon.furniture), CHARACTERS),
    "parse": Stage(words_of, WORDS),
    "time.find": Stage(lambda g: time.find(g.parse, g.lexicon.times, g.document.published), FLOW),
    "place.find": Stage(lambda g: place.find(g.parse, g.lexicon.gazetteer), FLOW),
    "actors.find": Stage(table_of, FLOW),
    "attribution.find": Stage(lambda g: attribution.find(g.parse, g.lexicon.reporting), FLOW),
    "attribution.repeats": Stage(lambda g: attribution.repeats(g.parse, g.said), FLOW),
    "attribution.echoes": Stage(echoes_of, FLOW),
    "attribution.to_record": Stage(
        lambda g: attribution.to_record(g.parse, g.said, g.table, g.lexicon.reporting), RECORD
    ),
    "events.find": Stage(lambda g: events.find(g.parse, g.lexicon.events, g.table), FLOW),
    "certainty.judge": Stage(judged, FLOW),
    "scenarios.find": Stage(lambda g: scenarios.find(g.parse, g.lexicon.certainty), FLOW),
    "framing.names": Stage(lambda g: names.names(g.parse, g.table, g.records, g.lexicon.framing), RECORD),
    "framing.headline": Stage(headline_of, RECORD),
    "framing.sentences": Stage(sentences_of, RECORD),
    "framing.loaded": Stage(loaded_of, RECORD),
    "framing.shares": Stage(shares_of, {}),
    "genre.judge": Stage(genre_of, {}),
    "assemble": Stage(record_of, RECORD),
}
SILENT = frozenset({"attribution.repeats", "genre.judge"})
"""Stages that rightly find nothing in the story: nobody repeats what another said, and it is too short to judge."""

every_stage = pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES.keys())


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="session")
def give(lexicon: Lexicon, nlp: Any) -> Callable[..., Given]:
    """What is given for a text, found once for each text and title; `fresh` finds it again."""
    kept: dict[tuple[str, str | None], Given] = {}

    def make(text: str, title: str | None = None, fresh: bool = False) -> Given:
        document = Document(text, id="one", title=title, published="2024-05-10")
        if fresh:
            return Given(document, lexicon, nlp)
        return kept.setdefault((text, title), Given(document, lexicon, nlp))

    return make


def plain(found: Sequence[Any]) -> list[Any]:
    built: list[Any] = msgspec.to_builtins(list(found))
    return built


def dicts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from dicts(inner)


def numbers(value: Any) -> list[int]:
    if isinstance(value, list | tuple):
        return [number for inner in value for number in numbers(inner)]
    return [value] if isinstance(value, int) else []


def assert_ranges_are_inside(found: list[Any], stage: Stage, given: Given) -> None:
    for piece in dicts(found):
        if {"start", "end", "text"} <= piece.keys() and isinstance(piece["start"], int) and "pos" not in piece:
            text = given.document.title if piece.get("in") == "title" else given.document.text
            assert text is not None
            assert text[piece["start"] : piece["end"]] == piece["text"]
        for key, value in piece.items():
            if stage.units.get(key) == "words":
                assert_tokens(key, numbers(value), given.parse)
        if {"first", "last"} <= piece.keys():
            assert_pair(piece["first"], piece["last"], given.parse)


def assert_tokens(key: str, found: list[int], tokens: Parse) -> None:
    if key in PAIRS:
        for first, last in zip(found[::2], found[1::2], strict=True):
            assert_pair(first, last, tokens)
    elif key not in ("first", "last"):
        assert all(0 <= i < len(tokens.words) for i in found)


def assert_pair(first: int, last: int, tokens: Parse) -> None:
    assert 0 <= first < last <= len(tokens.words)
    assert tokens.sentence(first).where == tokens.sentence(last - 1).where


@every_stage
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_the_same_document_gives_the_same(stage: Stage, text: str, give: Callable[..., Given]) -> None:
    given = give(text)
    once = plain(stage.run(given))
    assert plain(stage.run(given)) == once
    assert plain(stage.run(give(text, fresh=True))) == once


@every_stage
@pytest.mark.parametrize("title", [None, TITLE], ids=["untitled", "titled"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_ranges_are_inside_the_parse(stage: Stage, text: str, title: str | None, give: Callable[..., Given]) -> None:
    given = give(text, title)
    assert_ranges_are_inside(plain(stage.run(given)), stage, given)


@every_stage
@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_a_text_of_five_thousand_words_is_read(stage: Stage, text: str, give: Callable[..., Given]) -> None:
    given = give(text)
    assert len(given.parse.words) >= 5000
    assert_ranges_are_inside(plain(stage.run(given)), stage, given)


@every_stage
@pytest.mark.parametrize("text", ["", " \n\n\t "], ids=["empty", "blank"])
def test_nothing_is_found_in_no_words(stage: Stage, text: str, give: Callable[..., Given]) -> None:
    assert not [found for found in dicts(plain(stage.run(give(text)))) if "kind" not in found]


@pytest.mark.parametrize("name", [name for name in STAGES if name not in SILENT])
def test_each_stage_finds_something_in_the_story(name: str, give: Callable[..., Given]) -> None:
    assert plain(STAGES[name].run(give(STORY, TITLE)))


@every_stage
@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS.keys())
def test_words_in_front_only_move_what_is_found(stage: Stage, front: str, give: Callable[..., Given]) -> None:
    given, moved = give(STORY, TITLE), give(front + STORY, TITLE)
    added = Added(given.parse, moved.parse, len(front))
    again = added.back(plain(stage.run(moved)), "", stage.units)
    assert told(again) == told(plain(stage.run(given)))


class Added:
    """How much stands in front of a story, in each unit; what stands in the title does not move."""

    def __init__(self, before: Parse, after: Parse, characters: int) -> None:
        titled = [sentence for sentence in before.sentences if sentence.where == "title"]
        blocks = (after.sentences[-1].block - before.sentences[-1].block, len({one.block for one in titled}))
        self.by = {
            "words": (len(after.words) - len(before.words), max((one.last for one in titled), default=0)),
            "sentences": (len(after.sentences) - len(before.sentences), len(titled)),
            "blocks": blocks,
            "characters": (characters, 0),
        }

    def back(self, value: Any, key: str, units: Mapping[str, str]) -> Any:
        """The value with its numbers as they would be without what was added."""
        if isinstance(value, dict):
            fixed = value.get("in") == "title"
            units = {k: unit for k, unit in units.items() if not fixed or unit != "characters"}
            return {k: self.back(inner, k, units) for k, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.back(inner, key, units) for inner in value if not self.new(inner)]
        if isinstance(value, int) and key in units:
            by, start = self.by[units[key]]
            return value - by if value >= start + by else value
        return value

    def new(self, piece: Any) -> bool:
        """Whether a piece is a word or a sentence of what was added."""
        if not isinstance(piece, dict):
            return False
        for key, unit in (("i", "words"), ("index", "sentences")):
            by, start = self.by[unit]
            if key in piece and start <= piece[key] < start + by:
                return True
        return False


def told(found: list[Any]) -> Any:
    """The findings with the ids that are made of offsets numbered in order."""
    text = json.dumps(found)
    order = dict.fromkeys(re.findall(r"\b(?:att|scenario|claim)-[0-9a-f]{12}\b", text))
    for number, name in enumerate(order):
        text = text.replace(name, f"#{number}")
    return json.loads(text)
