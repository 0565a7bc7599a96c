"""Incident vocabulary: every entry's own examples."""

import pytest

from sayso.comparing.incidents.names import WORD
from sayso.lexicon.incidents import IncidentEntry, IncidentLexicon

LEXICON = IncidentLexicon.load()
YES = [(entry, text) for entry in LEXICON.entries for text in entry.yes]
NO = [(entry, text) for entry in LEXICON.entries for text in entry.no]


def means(text: str) -> set[str]:
    return {entry.id for entry in LEXICON.means.all([word.lower() for word in WORD.findall(text)])}


@pytest.mark.parametrize(("entry", "text"), YES, ids=[text for _, text in YES])
def test_yes_examples(entry: IncidentEntry, text: str) -> None:
    assert entry.id in means(text)


@pytest.mark.parametrize(("entry", "text"), NO, ids=[text for _, text in NO])
def test_no_examples(entry: IncidentEntry, text: str) -> None:
    assert entry.id not in means(text)


def test_vague_words_stand_for_known_means() -> None:
    known = {entry.id for entry in LEXICON.entries if entry.kind == "means" and not entry.also}
    assert {kind for entry in LEXICON.entries for kind in entry.also} <= known
