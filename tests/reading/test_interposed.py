"""Who speaks between what opens a sentence and what it opens: who does what in either clause."""

import pytest


def subjects(parse):
    """Verb → the words that hang on it as its subject."""
    return {parse.words[w.head].text: w.text for w in parse.words if w.dep in ("nsubj", "nsubjpass") and w.head != w.i}


@pytest.mark.parametrize(
    ("text", "said", "speaker", "main", "doer"),
    [
        ("Unless Lima pays soon, they threatened, Peru could be expelled from the pact.",
         "threatened", "they", "expelled", "Peru"),
        ("If Chad had not closed the border, says Amina Diallo, a lawyer in Niamey, rebels would have attacked.",
         "says", "Diallo", "attacked", "rebels"),
        ("Without a truce, the minister cautioned in a Spanish paper, Madrid would recall its envoy.",
         "cautioned", "minister", "recall", "Madrid"),
        ("The truce, complained the head of the mission in a letter, had been broken by both armies within an hour.",
         "complained", "head", "broken", "truce"),
        ("Soldiers from Eritrea, refugees who reached Sudan this week recounted, burned the church and shot a priest.",
         "recounted", "refugees", "burned", "Soldiers"),
        ("The police had, the widow alleged, beaten her husband.", "alleged", "widow", "beaten", "police"),
        ("Should Ankara send its ships again, the premier warned them on Tuesday, Athens would act.",
         "warned", "premier", "act", "Athens"),
    ],
)  # fmt: skip
def test_speaker_and_doer_are_told_apart(parsed, text, said, speaker, main, doer):
    parse = parsed(text)
    found = subjects(parse)
    assert (found[said], found[main]) == (speaker, doer)
    assert next(w.text for w in parse.words if w.head == w.i) == main


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("When the talks failed, he testified before the council, which examined the papers.", "testified"),
        ("In a country with few guards, there will be risk, says Omar Khan, who studies the border.", "says"),
        ("The report, disclosed on Thursday at a hearing, says the army has fled.", "says"),
        ("Omar Khan, a general, said the army, worried about the port, had fired.", "said"),
        ('In one of the sessions, Rosa Diaz told her, "Madam, you let them go."', "told"),
    ],
)  # fmt: skip
def test_other_commas_move_nothing(parsed, text, root):
    assert next(w.text for w in parsed(text).words if w.head == w.i) == root
