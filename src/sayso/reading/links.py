"""What hangs on what in the words of one sentence, while its links are being set right."""

from collections.abc import Sequence

from sayso.model.flow import Word

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
TIMES = frozenset({"DATE", "TIME"})


def below(words: Sequence[Word], i: int, *deps: str) -> list[Word]:
    """The words that hang on word `i`, in order; only those in the roles `deps`, where any are named."""
    return [w for w in words if w.head == i and w.i != i and (not deps or w.dep in deps)]


def has_subject(words: Sequence[Word], i: int) -> bool:
    """Whether anything hangs on word `i` as its subject."""
    return any(w.head == i and w.dep in SUBJECTS for w in words)
