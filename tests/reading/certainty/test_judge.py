"""Certainty, value and status of single events, with and without attributions."""

from collections.abc import Callable

import pytest

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.model.flow import AttributionMention, Judgement, Parse
from sayso.model.record import Stance
from sayso.reading.certainty import by_source, in_scenario, judge, values

LEXICON = CertaintyLexicon.load()
Parser = Callable[[str], Parse]


def judged(parsed: Parser, text: str) -> tuple[Parse, Judgement]:
    before, word, _ = text.split("*")
    parse = parsed(text.replace("*", ""))
    head = next(w.i for w in parse.words if w.start == len(before))
    assert parse.words[head].text == word
    return parse, judge(parse, LEXICON, (), [head])[0]


def said(parse: Parse, first: str, last: str, cue: str, stance: Stance = "asserts") -> AttributionMention:
    """An attribution whose content runs from word `first` to word `last`."""
    at = {word.text: word.i for word in reversed(parse.words)}
    content = ((at[first], at[last] + 1),)
    return AttributionMention(
        ((0, 1),), ((at[cue], at[cue] + 1),), content, 0, "named", "indirect", stance, "test", None, at[cue]
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The junta *freed* the bishop.", "happened"),
        ("The junta did not *free* the bishop.", "denied"),
        ("The junta may not *free* the bishop.", "possible"),
        ("The junta should not *free* the bishop.", "judged"),
        ("The junta will not *free* the bishop.", "denied"),
        ("The junta cannot *free* the bishop.", "denied"),
        ("The junta did not fail to *free* the bishop.", "happened"),
        ("The junta may have failed to *free* the bishop.", "possible"),
        ("If the junta does not *free* the bishop, the clergy will march.", "conditional"),
        ("The clergy will *march* if the junta does not free the bishop.", "conditional"),
        ("Had the junta freed him, the clergy would not have *marched*.", "conditional"),
        ("The junta denied that it planned to *arrest* the bishop.", "denied"),
        ("The junta is not likely to *free* the bishop.", "possible"),
        ("It has not decided whether to *free* the bishop.", "possible"),
        ("Reports that the junta *freed* the bishop were false.", "denied"),
        ("Did the junta *free* the bishop?", "possible"),
        ("Why did the junta *free* the bishop?", "happened"),
        ("Premier to *visit* Ankara", "planned"),
        ("Clergy condemned the *arrest* of the bishop.", "happened"),
        ("The bloc threatened to *march* unless the bishop was freed.", "conditional"),
        ("Clerics who *marched* on Sunday may march again.", "happened"),
        ("The colonel would go on to *overthrow* the king.", "happened"),
    ],
)
def test_status(parsed: Parser, text: str, status: str) -> None:
    assert judged(parsed, text)[1].status == status


def test_conditions_are_kept_with_what_they_are_a_condition_of(parsed: Parser) -> None:
    parse, judgement = judged(parsed, "If Chad is attacked, France will *send* troops.")
    assert [parse.text(*condition) for condition in judgement.conditions] == ["If Chad is attacked"]


def test_condition_of_a_noun(parsed: Parser) -> None:
    parse, judgement = judged(parsed, "In the event of an attack on Chad, France will *send* troops.")
    assert [parse.text(*condition) for condition in judgement.conditions] == ["In the event of an attack on Chad"]


def test_value_and_class_agree(parsed: Parser) -> None:
    near = {"CT": 3, "PR": 2, "PS": 1}
    for text in ("Guards *fired*.", "Guards will *fire*.", "Guards may *fire*.", "Guards did not *fire*."):
        judgement = judged(parsed, text)[1]
        assert abs(abs(judgement.value) - near[judgement.certainty[:2]]) <= 0.5


def test_holder_is_where_the_climb_ends(parsed: Parser) -> None:
    parse = parsed("Oslo doubts that Riga said Tartu closed the port.")
    head = next(word.i for word in parse.words if word.text == "closed")
    inner = said(parse, "Tartu", "port", "said")
    assert judge(parse, LEXICON, [inner], [head])[0].certainty == "CT+"


@pytest.mark.parametrize(
    ("stance", "status"),
    [
        ("denies", "denied"),
        ("demands", "judged"),
        ("promises", "planned"),
        ("asks", "possible"),
        ("doubts", "possible"),
    ],
)
def test_stance_counts(parsed: Parser, stance: Stance, status: str) -> None:
    parse = parsed("Riga spoke of the closure of the port.")
    head = next(word.i for word in parse.words if word.text == "closure")
    found = said(parse, "the", "port", "spoke", stance)
    assert judge(parse, LEXICON, [found], [head])[0].status == status


def test_outer_sources(parsed: Parser) -> None:
    parse = parsed("Oslo denies that Riga said Tartu closed the port.")
    outer, inner = said(parse, "Riga", "port", "denies", "denies"), said(parse, "Tartu", "port", "said")
    head = next(word.i for word in parse.words if word.text == "closed")
    judgement = judge(parse, LEXICON, [outer, inner], [head])[0]
    assert by_source(judgement, [outer, inner]) == (("CT-", -3.0), ("CT+", 3.0))
    assert by_source(judgement, ()) == ()


def test_granted_by_the_holders_cue(parsed: Parser) -> None:
    parse = parsed("Accra condemned the coup in Niger.")
    head = next(word.i for word in parse.words if word.text == "coup")
    judgement = judge(parse, LEXICON, [said(parse, "the", "Niger", "condemned")], [head])[0]
    assert judgement.granted
    assert judgement.status == "happened"


def test_scenario_leaves_nothing_told_as_happened(parsed: Parser) -> None:
    happened = judged(parsed, "The bloc *splits*.")[1]
    supposed = judged(parsed, "If the bloc *splits*, Rome leaves.")[1]
    assert in_scenario(happened).status == "possible"
    assert in_scenario(supposed) == supposed


def test_values_are_the_judgements_values(parsed: Parser) -> None:
    parse = parsed("Guards fired. Guards did not flee.")
    heads = [word.i for word in parse.words if word.text in ("fired", "flee")]
    assert values(parse, LEXICON, (), heads) == [j.value for j in judge(parse, LEXICON, (), heads)]


@pytest.mark.parametrize("text", ["", "if", "if if if unless should had were", "? not not not", "will " * 300])
def test_odd_input(parsed: Parser, text: str) -> None:
    parse = parsed(text)
    for judgement in judge(parse, LEXICON, (), range(len(parse.words))):
        assert -3 <= judgement.value <= 3
        assert all(0 <= first < last <= len(parse.words) for first, last in judgement.conditions)


def test_a_sentence_in_front_changes_nothing(parsed: Parser) -> None:
    text = "If Chad is attacked, France will *send* troops."
    alone, behind = judged(parsed, text)[1], judged(parsed, "The sky is blue.\n\n" + text)[1]
    assert (alone.status, alone.value, alone.rule) == (behind.status, behind.value, behind.rule)
    shift = behind.conditions[0][0] - alone.conditions[0][0]
    assert behind.conditions[0][1] - alone.conditions[0][1] == shift > 0


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya *plans* to free the pilots before the summit in Nairobi.", "planned"),
        ("The envoy, who *intends* to meet the king, left Madrid on Sunday.", "planned"),
        ("Sweden, whose premier spoke in Oslo, is *ready* to send aid to Sudan.", "planned"),
        ("Brazil is *set* to sign a trade agreement with Vietnam on Monday.", "planned"),
        ("Peru is *willing* to negotiate with Chile.", "planned"),
        ("Poland was *due* to resume talks with Belarus in March.", "planned"),
        ("Mali does not *intend* to cooperate with France.", "denied"),
        ("Spain may be *planning* to receive the delegates.", "possible"),
        ("Canada *pledged* to send aid to Haiti.", "happened"),
        ("Jordan *agreed* to free the pilots.", "happened"),
        ("Greece *vowed* to support Cyprus.", "happened"),
        ("Egypt *offered* to mediate between Libya and Tunisia.", "happened"),
        ("Oman *announced* that it will host talks.", "happened"),
        ("Russia is *committed* to cooperating with Cuba.", "happened"),
    ],
)
def test_an_intention_is_no_promise(parsed: Parser, text: str, status: str) -> None:
    """An agreement told by a mere intention is planned; one that was spoken or signed has happened."""
    parse = parsed(text.replace("*", ""))
    head = next(word.i for word in parse.words if word.start == text.index("*"))
    assert judge(parse, LEXICON, (), [head], agreed={head})[0].status == status
    assert judge(parse, LEXICON, (), [head])[0].status == ("happened" if status == "planned" else status)
