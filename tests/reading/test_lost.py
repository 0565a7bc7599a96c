"""Subjects that the parser lost are found again; where the words leave a doubt, the parse stays as it is."""

import pytest


def hangs(parse, text):
    """How the word `text` hangs on which other."""
    word = next(w for w in parse.words if w.text == text)
    return word.dep, parse.words[word.head].text


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Should Ethiopia attack Asmara, the Eritrean army would strike back.", "Ethiopia", ("nsubj", "attack")),
        ("Will Norway sanction the shipping companies that carry the oil?", "Norway", ("nsubj", "sanction")),
        (
            "Under pressure from the European Commission, Turkey on Friday barred citizens of Iraq from flights.",
            "Turkey",
            ("nsubj", "barred"),
        ),
        (
            "In a joint letter seen by this newspaper, Poland, Lithuania and Latvia asked the Commission for money.",
            "Poland",
            ("nsubj", "asked"),
        ),
        (
            "On Monday, after talks in a hotel near Geneva, Armenia and Azerbaijan agreed to exchange all prisoners.",
            "Armenia",
            ("nsubj", "agreed"),
        ),
        (
            "Pretoria, which did not say who had fired on its men, asked for a meeting of the Security Council.",
            "Pretoria",
            ("nsubj", "asked"),
        ),
        (
            "Kosovo, the spokesman told reporters in Brussels, has violated the agreement it signed in Ohrid.",
            "Kosovo",
            ("nsubj", "violated"),
        ),
        (
            "Soldiers from the brigade that had been sent to guard the dam fired on villagers.",
            "Soldiers",
            ("nsubj", "fired"),
        ),
    ],
)
def test_who_does_it_is_the_subject(parsed, text, name, wanted):
    assert hangs(parsed(text), name) == wanted


def test_what_is_said_in_an_interview_is_no_part_of_the_newspaper(parsed):
    parse = parsed("The premier demanded in an interview with a German newspaper that Berlin send more tanks.")
    assert hangs(parse, "send") == ("ccomp", "demanded")


def test_a_comma_joins_names_before_an_infinitive(parsed):
    assert hangs(parsed("Greece, Turkey to hold talks on airspace"), "Turkey") == ("conj", "Greece")


@pytest.mark.parametrize(
    "text",
    [
        "Prices in Poland, Lithuania and Latvia rose.",
        "The attack on Asmara should end, and the will of the people will decide.",
        "Clinging to the belief that Peru would pay, he waited.",
        "On Friday barred windows were fitted to the houses.",
    ],
)
def test_what_is_in_doubt_stays(parsed, text):
    parse = parsed(text)
    subjects = {w.text for w in parse.words if w.dep in ("nsubj", "nsubjpass")}
    assert not subjects & {"Poland", "Asmara", "Friday", "belief"}
