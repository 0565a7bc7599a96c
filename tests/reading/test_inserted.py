"""Who speaks in the middle of what is said: subject and speaker each under the verb that is theirs."""

import pytest


def subjects(parse):
    """Verb → the words that hang on it as its subject."""
    return {parse.words[w.head].text: w.text for w in parse.words if w.dep in ("nsubj", "nsubjpass")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chinese vessels, Manila's coast guard spokesman said on Monday, fired water cannon at a supply boat.",
            {"fired": "vessels", "said": "spokesman"},
        ),
        (
            "Guatemala, three officials with knowledge of the plan said, has agreed to take in the migrants.",
            {"agreed": "Guatemala", "said": "officials"},
        ),
        (
            "Nigerian soldiers, as survivors later told a commission of inquiry, shot the protesters at the gate.",
            {"shot": "soldiers", "told": "survivors"},
        ),
        (
            "Israeli jets, Lebanon's health ministry reported at midnight, struck an ambulance.",
            {"struck": "jets", "reported": "ministry"},
        ),
        ("Moscow, officials in Vilnius suspect, has paid the men.", {"paid": "Moscow", "suspect": "officials"}),
        (
            "Two of the pirates, the navy's spokesman in Pune said late on Tuesday, were arrested as they swam.",
            {"arrested": "Two", "said": "spokesman"},
        ),
    ],
)
def test_subject_and_speaker_are_told_apart(parsed, text, found):
    assert found.items() <= subjects(parsed(text)).items()


@pytest.mark.parametrize(
    "text",
    [
        "The minister, who said that the talks had failed, left the hall.",
        "The envoy, the son of a general, said on Monday, after the talks, that he was ready.",
        "Oman, Qatar and Kuwait said on Monday that they would stay, and left.",
    ],
)
def test_other_commas_move_nothing(parsed, text):
    parse = parsed(text)
    assert all(w.head == w.i or parse.words[w.head].head != w.i for w in parse.words)
    assert sum(w.head == w.i for w in parse.words) == 1
    assert subjects(parse).get("said") in {"who", "envoy", "Oman"}


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Turkey is, as one diplomat in Brussels puts it, arming both sides of the war.", "arming", "Turkey"),
        ("They have also, as the Emiratis never tire of telling us, bankrolled the rebels.", "bankrolled", "They"),
    ],
)
def test_a_verb_is_joined_to_its_auxiliary_over_an_aside(parsed, text, verb, subject):
    parse = parsed(text)
    assert subjects(parse)[verb] == subject
    assert next(w for w in parse.words if w.text == verb).dep == "ROOT"


def test_a_participle_before_said_leaves_the_noun_to_it(parsed):
    assert (
        subjects(parsed("A leaflet dropped over Bajaur said the army would attack the hideouts."))["said"] == "leaflet"
    )
