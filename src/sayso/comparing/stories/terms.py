"""A document → its words, and how much it uses which terms: those of its title and first words counted more."""

import re
from collections import Counter

from sayso.comparing.stories.settings import Settings
from sayso.lexicon.stems import stem

Terms = dict[str, int]
_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+")
_LETTERS = 12  # code points a word may take on average before the rest of a text is left unread
MAX_TITLE = 400
MAX_WORD = 40


def words(text: str, count: int) -> list[str]:
    """The first `count` words and numbers of a text, in lower case; fewer of one with overlong words."""
    return _WORD.findall(text[: count * _LETTERS].lower())[:count]


def terms(title: list[str], text: list[str], settings: Settings) -> Terms:
    """Weighted counts of stems and numbers; nothing of a document without words."""
    counted = Counter([*text, *text[: settings.lead_words], *title * settings.title])
    found: Terms = {}
    for word, count in counted.items():
        if 1 < len(word) <= MAX_WORD:
            root = stem(word)
            found[root] = found.get(root, 0) + count
    return found
