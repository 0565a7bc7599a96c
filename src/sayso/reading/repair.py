"""Trees set right where the parser is wrong in a way that can be told for sure.

Clefts: "it was at X's request that Y left" is "Y left at X's request". The parser hangs the clause on the noun; every
stage after it would take the clause for what the request says, and lose the time and the means.

Conditions before an aside: in "if the town falls, an aide said, they will flee" the parser hangs the clause on "said".
"""

import msgspec

from sayso.model.flow import Word
from sayso.reading.links import DOERS, Words, below

CLAUSES = frozenset({"acl", "relcl", "ccomp", "advcl"})
SAYING = frozenset({"parataxis", "advcl", "ROOT"})
OPENERS = frozenset({"if", "unless", "should", "once", "when", "provided"})
LONGEST_ASIDE = 16


def may_be_cleft(words: Words) -> bool:
    """Whether a sentence has the words of a cleft at all: nearly none has, and looking is cheap."""
    lower = {word.lower for word in words}
    return "it" in lower and "that" in lower


def repaired(words: Words, first: int) -> list[Word]:
    """The words of one sentence, the first of which is word `first` of the parse, with clefts undone."""
    out = list(words)
    for word in words:
        if word.lemma == "be" and word.pos in ("AUX", "VERB"):
            clause = _cleft_clause(out, first, word)
            if clause is not None:
                _undo(out, first, word.i, clause)
    return out


def before_aside(words: list[Word], first: int) -> list[Word]:
    """The words of one sentence with a clause that stands before an aside hung on the main clause after it."""
    for word in [w for w in words if w.dep == "advcl" and w.i < w.head]:
        aside = words[word.head - first]
        main = _main_after(words, first, word, aside) if aside.dep in SAYING and aside.tag in ("VBD", "VBZ") else None
        if main is not None:
            words[word.i - first] = msgspec.structs.replace(word, head=main)
            if aside.dep == "advcl":
                words[aside.i - first] = msgspec.structs.replace(aside, dep="parataxis")
    return words


def _main_after(words: Words, first: int, clause: Word, aside: Word) -> int | None:
    """The main verb that goes on after the aside, if `aside` is one: who speaks and a verb alone between two commas."""
    under = below(words, aside.i)
    subject = next((w for w in under if w.dep in DOERS and clause.i < w.i < aside.i), None)
    if subject is None or any(w.dep in ("mark", "aux", "neg", "xcomp") for w in under):
        return None
    opens = next((w.i for w in reversed(words[clause.i - first : subject.i - first]) if w.text == ","), None)
    after = words[aside.i + 1 - first : aside.i + LONGEST_ASIDE - first]
    closes = next((w.i for w in after if w.text == ","), None)
    if opens is None or closes is None or any(w.pos in ("VERB", "AUX") for w in after[: closes - aside.i - 1]):
        return None
    if aside.dep != "ROOT":
        return aside.head if aside.head > closes else None
    if not any(w.lower in OPENERS and w.i < clause.i for w in below(words, clause.i)):
        return None
    return next((w.i for w in under if w.dep == "ccomp" and w.i > closes), None)


def _cleft_clause(words: Words, first: int, be: Word) -> int | None:
    """The verb of the that-clause of a cleft around `be`, when there is one."""
    under = below(words, be.i)
    if not any(w.lower == "it" and w.dep in DOERS for w in under):
        return None
    phrase = next((w for w in under if w.dep == "prep" and w.i > be.i), None)
    if phrase is None:
        return None
    for word in words[phrase.i - first :]:
        if word.dep in CLAUSES and word.pos in ("VERB", "AUX") and _hangs_below(words, first, word, be.i):
            inside = below(words, word.i)
            that = any(w.lower == "that" and w.i < word.i for w in inside)
            subject = any(w.dep in DOERS and w.lower != "that" for w in inside)
            return word.i if that and subject else None
    return None


def _undo(words: list[Word], first: int, be: int, clause: int) -> None:
    """Put the clause in the place of `be`, and all that stood by `be` under the clause."""
    old = words[be - first]
    root = old.head == old.i
    for word in list(words):
        if word.head == be and word.i not in (be, clause) and not (word.lower == "it" and word.dep in DOERS):
            words[word.i - first] = msgspec.structs.replace(word, head=clause)
        elif word.head == clause and word.lower == "that":
            words[word.i - first] = msgspec.structs.replace(word, dep="mark")
    verb = words[clause - first]
    words[clause - first] = msgspec.structs.replace(verb, head=clause if root else old.head, dep=old.dep)
    words[be - first] = msgspec.structs.replace(old, head=clause, dep="dep")


def _hangs_below(words: Words, first: int, word: Word, top: int) -> bool:
    seen = 0
    while word.head != word.i and seen < len(words):
        if word.head == top:
            return True
        word = words[word.head - first]
        seen += 1
    return False
