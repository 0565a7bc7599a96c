"""Trees set right where the parser is wrong in a way that can be told for sure.

Clefts: "it was at X's request that Y left" is "Y left at X's request". The parser hangs the clause on the noun; every
stage after it would take the clause for what the request says, and lose the time and the means.
"""

from collections.abc import Sequence

import msgspec

from sayso.model.flow import Word

CLAUSES = frozenset({"acl", "relcl", "ccomp", "advcl"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def may_be_cleft(words: Sequence[Word]) -> bool:
    """Whether a sentence has the words of a cleft at all: nearly none has, and looking is cheap."""
    lower = {word.lower for word in words}
    return "it" in lower and "that" in lower


def repaired(words: Sequence[Word], first: int) -> list[Word]:
    """The words of one sentence, the first of which is word `first` of the parse, with clefts undone."""
    out = list(words)
    for word in words:
        if word.lemma == "be" and word.pos in ("AUX", "VERB"):
            clause = _cleft_clause(out, first, word)
            if clause is not None:
                _undo(out, first, word.i, clause)
    return out


def _cleft_clause(words: Sequence[Word], first: int, be: Word) -> int | None:
    """The verb of the that-clause of a cleft around `be`, when there is one."""
    below = _children(words, be.i)
    if not any(w.lower == "it" and w.dep in SUBJECTS for w in below):
        return None
    phrase = next((w for w in below if w.dep == "prep" and w.i > be.i), None)
    if phrase is None:
        return None
    for word in words[phrase.i - first :]:
        if word.dep in CLAUSES and word.pos in ("VERB", "AUX") and _hangs_below(words, first, word, be.i):
            inside = _children(words, word.i)
            that = any(w.lower == "that" and w.i < word.i for w in inside)
            subject = any(w.dep in SUBJECTS and w.lower != "that" for w in inside)
            return word.i if that and subject else None
    return None


def _undo(words: list[Word], first: int, be: int, clause: int) -> None:
    """Put the clause in the place of `be`, and all that stood by `be` under the clause."""
    old = words[be - first]
    root = old.head == old.i
    for word in list(words):
        if word.head == be and word.i not in (be, clause) and not (word.lower == "it" and word.dep in SUBJECTS):
            words[word.i - first] = msgspec.structs.replace(word, head=clause)
        elif word.head == clause and word.lower == "that":
            words[word.i - first] = msgspec.structs.replace(word, dep="mark")
    verb = words[clause - first]
    words[clause - first] = msgspec.structs.replace(verb, head=clause if root else old.head, dep=old.dep)
    words[be - first] = msgspec.structs.replace(old, head=clause, dep="dep")


def _children(words: Sequence[Word], i: int) -> list[Word]:
    return [word for word in words if word.head == i and word.i != i]


def _hangs_below(words: Sequence[Word], first: int, word: Word, top: int) -> bool:
    seen = 0
    while word.head != word.i and seen < len(words):
        if word.head == top:
            return True
        word = words[word.head - first]
        seen += 1
    return False
