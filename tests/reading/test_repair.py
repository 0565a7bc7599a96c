"""Clefts are undone, the clause in the place of "it was"; conditions before an aside hang on the main clause."""

import pytest


def heads(parse, text):
    """For each word that `text` names: the word it hangs on."""
    return {w.text: parse.words[w.head].text for w in parse.words if w.text in text.split()}


def test_a_cleft_clause_is_the_main_clause(parsed):
    parse = parsed(
        "Since 2019 it was at the request of the Chadian government that French troops have guarded the road."
    )
    assert heads(parse, "guarded at Since") == {"guarded": "guarded", "at": "guarded", "Since": "guarded"}


def test_a_cleft_inside_a_report_hangs_where_it_hung(parsed):
    parse = parsed("Analysts said that it was at the suggestion of Oman that the talks have begun.")
    assert heads(parse, "begun at")["begun"] == "said"
    assert heads(parse, "begun at")["at"] == "begun"


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("If the town falls, a senior aid official said, the militia will flee the valley.", "flee"),
        ("Unless the ships return, the colonel added, Chad will close the port.", "close"),
        ("If Egypt falls, a farmer from Gondar told me, Ethiopia will attack Cairo.", "attack"),
    ],
)
def test_a_condition_before_an_aside_hangs_on_the_main_clause(parsed, text, main):
    condition = {"falls", "return"} & set(text.replace(",", "").split())
    assert heads(parsed(text), " ".join(condition)) == dict.fromkeys(condition, main)


def test_a_condition_of_the_saying_itself_stays(parsed, nlp):
    text = "When the vote was over, the envoy said that the talks had failed."
    assert [w.head for w in parsed(text).words] == [token.head.i for token in nlp(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It was a decision that the minister regretted.",
        "He said that it was raining in the valley.",
        "It is clear that the army attacked the town.",
    ],
)
def test_what_is_no_cleft_stays(parsed, nlp, text):
    parse = parsed(text)
    doc = nlp(text)
    assert [w.head for w in parse.words] == [token.head.i for token in doc]


def test_trees_stay_trees(parsed):
    parse = parsed("It was in May that it was at the urging of Qatar that it was agreed that they would meet again.")
    for word in parse.words:
        seen = set()
        while word.head != word.i:
            assert word.i not in seen
            seen.add(word.i)
            word = parse.words[word.head]  # noqa: PLW2901
