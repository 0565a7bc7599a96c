"""Verbs hang on the verb they go on with; what cannot be told for sure stays as parsed."""

import pytest


def head_of(parse, text):
    """The word that `text` hangs on."""
    word = next(w for w in parse.words if w.text == text)
    return parse.words[word.head].text


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("Its envoy denied that the ban would harm anybody and accused Oslo of theft.", "accused", "denied"),
        ("She said that her office would pay the fine and denied that it owed more.", "denied", "said"),
        ("Papers in Ankara claim the coast guard shadowed and threatened a boat.", "threatened", "shadowed"),
        ("Officials say the rebels ambushed a convoy near Bunia and burned two lorries.", "burned", "ambushed"),
        ("Lima said it would open its archives and warned the miners against a strike.", "warned", "said"),
    ],
)
def test_a_past_form_goes_on_with_the_verb_in_its_tense(parsed, text, verb, wanted):
    assert head_of(parsed(text), verb) == wanted


def test_a_name_behind_a_date_is_the_subject(parsed):
    parse = parsed("In August Machado called on the armed forces to side with the people; not one commander did so.")
    name = next(w for w in parse.words if w.text == "Machado")
    assert (name.dep, parse.words[name.head].text) == ("nsubj", "called")


def test_an_infinitive_goes_on_with_an_infinitive(parsed):
    assert head_of(parsed("Chile threatened to sue the firm, or anyway to arrest its staff."), "arrest") == "sue"


def test_what_stands_before_a_passive_with_an_infinitive_is_not_what_is_said(parsed):
    parse = parsed("Peru promised peace, Chile threatened war over it, Bolivia is said to have fled.")
    assert next(w.dep for w in parse.words if w.text == "threatened") != "ccomp"


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("Brazil, which Paraguay accuses of spying on its officials, denied it.", "Paraguay", "accuses"),
        ('"The junta," said the envoy, "has jailed three editors."', "junta", "jailed"),
    ],
)
def test_a_subject_hangs_on_its_verb(parsed, text, name, verb):
    parse = parsed(text)
    word = next(w for w in parse.words if w.text == name)
    assert (word.dep, parse.words[word.head].text) == ("nsubj", verb)


def test_a_comma_joins_names_in_a_headline(parsed):
    parse = parsed("EU, Moldova sign security pact")
    assert {w.text: w.dep for w in parse.words if w.text in ("EU", "Moldova")} == {"EU": "conj", "Moldova": "nsubj"}


@pytest.mark.parametrize(
    "text",
    [
        "He came and left.",
        "She said that he had lied and that she knew it.",
        "They plan to meet and talk.",
        "The minister wants to sign and publish the pact.",
    ],
)
def test_sound_joints_stay(parsed, nlp, text):
    parse = parsed(text)
    doc = nlp(text)
    assert [(w.head, w.dep) for w in parse.words] == [(token.head.i, token.dep_) for token in doc]
