"""Alternatives that an author sets out."""

from collections.abc import Callable

import pytest

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.model.flow import Parse
from sayso.reading import scenarios

LEXICON = CertaintyLexicon.load()
Parser = Callable[[str], Parse]


def found(parsed: Parser, text: str) -> list[tuple[str, list[str]]]:
    parse = parsed(text)
    return [
        (
            parse.text(*one.statement),
            [parse.text(parse.sentences[k].first, parse.sentences[k].last) for k in range(*one.sentences)],
        )
        for one in scenarios.find(parse, LEXICON)
    ]


def test_counted_alternatives(parsed: Parser) -> None:
    text = (
        "The election can end in three ways. There are three scenarios. The first one is a clear win for the bloc. "
        "It would form a cabinet. The second scenario is a hung parliament. And the third is a recount."
    )
    assert [statement for statement, _ in found(parsed, text)] == [
        "The first one is a clear win for the bloc",
        "The second scenario is a hung parliament",
        "And the third is a recount",
    ]
    assert found(parsed, text)[0][1] == ["The first one is a clear win for the bloc.", "It would form a cabinet."]


def test_alternatives_share_a_set(parsed: Parser) -> None:
    parse = parsed("One possibility is that the fleet sails south. Another possibility is that it stays in port.")
    assert [one.set for one in scenarios.find(parse, LEXICON)] == [0, 0]


def test_best_and_worst_case(parsed: Parser) -> None:
    text = "In the best case the truce holds. In the worst case the army storms the town."
    assert len(found(parsed, text)) == 2


def test_labels(parsed: Parser) -> None:
    text = "Option A: Madrid sends mediators.\n\nOption B: Madrid closes the border."
    assert [sentences[-1].split(": ")[-1] for _, sentences in found(parsed, text)] == [
        "Madrid sends mediators.",
        "Madrid closes the border.",
    ]


def test_paragraph_ends_a_scenario(parsed: Parser) -> None:
    text = (
        "There are two options. The first option is a blockade. Ships would turn back.\n\n"
        "The minister arrived in Lagos on Friday. He met the governor."
    )
    assert found(parsed, text)[-1][1] == ["The first option is a blockade.", "Ships would turn back."]


def test_line_break_ends_a_scenario(parsed: Parser) -> None:
    text = "One scenario is that the bloc splits. Rome leaves.\nThe fair opened on Friday."
    assert found(parsed, text)[-1][1] == ["One scenario is that the bloc splits.", "Rome leaves."]


def test_announced_alternative_goes_on_in_the_next_paragraph(parsed: Parser) -> None:
    text = (
        "There are two perspectives. The first one is a blockade of the strait by the navy.\n\n"
        "The second perspective is the most interesting.\n\nTraders now leave the port. Prices rise.\n\n"
        "But the navy waits.\n\nLisbon hosted a fair in May."
    )
    statement, sentences = found(parsed, text)[1]
    assert statement == "Traders now leave the port"
    assert sentences[-1] == "But the navy waits."


def test_condition_of_a_scenario(parsed: Parser) -> None:
    parse = parsed("One scenario is that the union will split if the premier resigns.")
    (one,) = scenarios.find(parse, LEXICON)
    assert [parse.text(*condition) for condition in one.conditions] == ["if the premier resigns"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The first minister met the second secretary.",
        "Another attack hit the town. One person died.",
        "The first version of the app came out in May.",
        "In one case the police fired. The three men fled.",
    ],
)
def test_no_scenario(parsed: Parser, text: str) -> None:
    assert found(parsed, text) == []
