"""The words of a document → how much it uses which terms: those of its title and first words counted more."""

from collections import Counter

from sayso.comparing.stories.settings import Settings
from sayso.lexicon.stems import stem

Terms = dict[str, int]
MAX_WORD = 40


def terms(title: list[str], text: list[str], settings: Settings) -> Terms:
    """Weighted counts of stems and numbers; nothing of a document without words."""
    counted = Counter([*text, *text[: settings.lead_words], *title * settings.title])
    found: Terms = {}
    for word, count in counted.items():
        if 1 < len(word) <= MAX_WORD:
            root = stem(word)
            found[root] = found.get(root, 0) + count
    return found
