"""What hangs on what in the words of one sentence, while its links are being set right; `mending` tells the order."""

from collections.abc import Sequence

from sayso.model.flow import Word

FINITE = frozenset({"VBD", "VBZ", "VBP"})
PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"VBN", "VBD"})
"""The forms of a verb that look alike: "charged" is what they did, or what was done to them."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
DOERS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN"})
WITHIN = frozenset({"compound", "nmod", "amod"})
OF_NOUN = WITHIN | {"det", "poss", "nummod"}
"""What stands before a noun and belongs to it."""
PHRASE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART", "ADV"})
"""What a phrase without a verb is made of."""
PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
TIMES = frozenset({"DATE", "TIME"})
SAYING = frozenset({
    "say", "tell", "report", "claim", "allege", "argue", "insist", "note", "add", "warn", "contend", "maintain",
    "believe", "think", "suspect", "recall", "announce", "charge", "assert", "stress", "complain", "write", "explain",
    "declare", "confirm", "acknowledge", "admit", "concede", "reckon", "testify", "estimate", "state", "observe",
    "remember", "remind", "swear", "lament", "assure", "affirm", "predict", "speculate", "conclude",
})  # fmt: skip
"""What who is named in the middle of a sentence does with what the rest of it says."""
Words = Sequence[Word]
Changes = tuple[Word, ...]


def below(words: Words, i: int, *deps: str) -> list[Word]:
    """The words that hang on word `i`, in order; only those in the roles `deps`, where any are named."""
    return [w for w in words if w.head == i and w.i != i and (not deps or w.dep in deps)]


def has_subject(words: Words, i: int) -> bool:
    """Whether anything hangs on word `i` as its subject."""
    return any(w.head == i and w.dep in SUBJECTS for w in words)


def main_word(words: Words) -> Word | None:
    """The word that the whole sentence hangs on."""
    return next((w for w in words if w.head == w.i), None)


def looped(words: Words, first: int) -> bool:
    """Whether some word hangs, over others, on itself."""
    for word in words:
        above, steps = word, 0
        while above.head != above.i and steps <= len(words):
            above, steps = words[above.head - first], steps + 1
        if steps > len(words):
            return True
    return False
