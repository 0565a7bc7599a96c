"""Every sign of genre shows in its own examples and not in the others."""

import re

import pytest

from sayso.lexicon.genre import GenreEntry, GenreLexicon

LEXICON = GenreLexicon.load()
EXAMPLES = [(entry, text, wanted) for entry in LEXICON.entries
            for wanted, texts in ((True, entry.yes), (False, entry.no)) for text in texts]  # fmt: skip


def shows(entry: GenreEntry, text: str) -> bool:
    """Whether a text has a label, word or phrase of the entry (words by form: these examples need no parse)."""
    low = text.casefold().strip(" :")
    words = re.findall(r"[\w'-]+", low)
    forms = {
        form for word in words for form in (word, word.rstrip("s"), word.removesuffix("ed"), word.removesuffix("en"))
    }
    forms |= {"say"} if "said" in words else set()
    return low in entry.labels or bool(forms & set(entry.words)) or any(phrase in low for phrase in entry.phrases)


@pytest.mark.parametrize(("entry", "text", "wanted"), EXAMPLES, ids=[f"{e.id}:{t[:30]}" for e, t, _ in EXAMPLES])
def test_an_entry_shows_in_its_examples_only(entry: GenreEntry, text: str, wanted: bool) -> None:
    assert shows(entry, text) is wanted


def test_every_entry_has_examples_of_both_kinds() -> None:
    assert [entry.id for entry in LEXICON.entries if not entry.yes or not entry.no] == []


def test_phrases_are_found_by_their_first_word() -> None:
    assert LEXICON.phrase("make", ["no", "mistake", "about"]) == "appeal"
    assert LEXICON.phrase("make", ["no", "sense"]) is None
    assert LEXICON.phrase("unheard", ["of"]) is None
