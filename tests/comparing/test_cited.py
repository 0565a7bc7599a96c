"""Whom sentences cite: the vocabulary's own examples, headlines, credits, and words that only look like a source."""

import pytest

from sayso.comparing.cited import cited, credited, headline_voice, named_of
from sayso.lexicon.voices import VoiceEntry, VoiceLexicon

LEXICON = VoiceLexicon.load()
YES = [(text, want) for entry in LEXICON.entries for text, want in entry.yes.items()]
NO = [(entry, text) for entry in LEXICON.entries for text in entry.no]


def voices(text: str) -> list[str]:
    return [one.voice.id for one in cited(text, LEXICON)]


@pytest.mark.parametrize(("text", "want"), YES, ids=[text for text, _ in YES])
def test_yes_examples(text: str, want: str) -> None:
    assert want in voices(text)


@pytest.mark.parametrize(("entry", "text"), NO, ids=[text for _, text in NO])
def test_no_examples(entry: VoiceEntry, text: str) -> None:
    assert voices(text) == []


def test_a_source_without_commas_is_seen() -> None:
    text = "Twelve people were killed in raids on the town on Friday a monitoring group said."
    assert voices(text) == ["monitor"]


def test_the_longest_name_wins() -> None:
    assert voices("The Syrian Observatory for Human Rights said so.") == ["Syrian Observatory for Human Rights"]


def test_a_headline_may_end_with_its_source() -> None:
    found = headline_voice("Nine dead in raid on camp: state media", LEXICON)
    assert found is not None
    assert found.voice.id == "state media"
    assert headline_voice("State media shows nine dead in camp", LEXICON) is None


def test_an_agency_is_credited_at_the_head_or_the_end() -> None:
    head = credited("BAMAKO, AFP - Gunmen attacked a village on Monday.", LEXICON)
    end = credited("Gunmen attacked a village on Monday and left at night. --Reuters", LEXICON)
    assert head is not None
    assert head.id == "Agence France-Presse"
    assert end is not None
    assert end.id == "Reuters"
    assert credited("Gunmen attacked a village on Monday.", LEXICON) is None


def test_the_one_name_of_a_kind_in_a_text() -> None:
    found = named_of("state media", ["A blast was heard.", "Xinhua reported two dead."], LEXICON)
    assert found is not None
    assert found.id == "Xinhua"
