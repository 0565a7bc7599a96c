"""The encoder's say: what it takes back, what it adds, how it draws a value, and that it says so."""

import msgspec
import pytest

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.reading import attribution, certainty
from sayso.reading.learned import opinion


@pytest.fixture(scope="module")
def reporting() -> ReportingLexicon:
    return ReportingLexicon.load()


def test_an_attribution_without_a_sign_of_one_is_left_out_and_noted(parsed, reading_of, reporting):
    parse = parsed("The miller said that the barn had burned.")
    said = attribution.find(parse, reporting)
    assert len(said) == 1
    left = opinion.attributions(reading_of(parse), said, reporting)
    assert left == ()
    (note,) = opinion.left_out(said, left)
    assert (note.code, note.message.split()[0]) == ("unlikely", "1")


@pytest.mark.parametrize("roles", [{"cue": "said"}, {"source": "miller"}])
def test_an_attribution_stays_where_its_cue_or_its_source_looks_like_one(parsed, reading_of, reporting, roles):
    parse = parsed("The miller said that the barn had burned.")
    said = attribution.find(parse, reporting)
    left = opinion.attributions(reading_of(parse, **roles), said, reporting)
    assert left == said
    assert opinion.left_out(said, left) == ()


def test_what_stood_within_one_that_is_left_out_stands_within_the_next(parsed, reading_of, reporting):
    parse = parsed("Kyiv said that Minsk claimed that Baku reported that the bridge had fallen.")
    said = attribution.find(parse, reporting)
    cues = [parse.text(*one.cue[0]) for one in said]
    assert cues == ["said", "claimed", "reported"]
    left = opinion.attributions(reading_of(parse, cue="said reported"), said, reporting)
    assert [parse.text(*one.cue[0]) for one in left] == ["said", "reported"]
    assert left[1].within == 0


def test_what_no_rule_found_is_added_with_its_score(parsed, reading_of, reporting):
    parse = parsed("The miller semaphored that the barn had burned.")
    assert attribution.find(parse, reporting) == ()
    reading = reading_of(parse, source="The miller", cue="semaphored", content="that the barn had burned")
    (found,) = opinion.attributions(reading, (), reporting)
    assert parse.text(*found.source[0]) == "The miller"
    assert parse.text(*found.cue[0]) == "semaphored"
    assert parse.text(*found.content[0]) == "that the barn had burned"
    assert (found.rule, found.mode, found.kind) == ("encoder:0.90", "indirect", "named")


def test_what_a_rule_found_is_not_added_again(parsed, reading_of, reporting):
    parse = parsed("The miller said that the barn had burned.")
    said = attribution.find(parse, reporting)
    reading = reading_of(parse, source="The miller", cue="said", content="that the barn had burned")
    assert opinion.attributions(reading, said, reporting) == said


def test_one_who_speaks_of_himself_is_nobody_else(parsed, reading_of, reporting):
    parse = parsed("I semaphored that the barn had burned.")
    reading = reading_of(parse, source="I", cue="semaphored", content="that the barn had burned")
    assert opinion.attributions(reading, (), reporting) == ()


def test_an_article_is_no_source(parsed, reading_of, reporting):
    parse = parsed("The alleged sanctioning of three banks angered the commissioner.")
    reading = reading_of(parse, source="The", cue="alleged", content="sanctioning of three banks")
    assert opinion.attributions(reading, (), reporting) == ()


def test_a_value_is_the_mean_of_both_and_says_so(parsed, reading_of):
    parse = parsed("The miller burned the barn.")
    burned = next(word.i for word in parse.words if word.text == "burned")
    (ruled,) = certainty.judge(parse, CertaintyLexicon.load(), (), [burned])
    (drawn,) = opinion.certainties(reading_of(parse, certainty={"burned": 1.0}), [burned], [ruled])
    assert (ruled.value, drawn.value) == (3.0, 2.0)
    assert (ruled.certainty, drawn.certainty) == ("CT+", "PR+")
    assert drawn.rule == f"{ruled.rule}+encoder 1.00"
    changed = {"value", "certainty", "rule"}
    for field in set(ruled.__struct_fields__) - changed:
        assert getattr(drawn, field) == getattr(ruled, field)
    assert isinstance(drawn, msgspec.Struct)
