"""The clause of an event word: who and what hangs on it, and which words are its own."""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.model.flow import Parse, Word

MAX_ARGUMENTS: Final = 12
MAX_CLAUSE: Final = 40
_DOERS: Final = frozenset({"nsubj", "csubj", "agent", "poss"})
_DONE_TO: Final = frozenset({"dobj", "obj", "nsubjpass", "dative", "attr"})
_NOT_ARGUMENTS: Final = frozenset({"punct", "det", "aux", "auxpass", "cc", "mark", "neg", "conj", "advcl", "ccomp"})
_OTHER_CLAUSES: Final = frozenset({"advcl", "ccomp", "conj", "relcl", "parataxis", "acl", "csubj", "dep"})
_UP: Final = 4


def roles(parse: Parse, head: Word, there: Sequence[int]) -> Iterator[tuple[str, Word]]:
    """Who and what takes part in the event of words `there`, as (doer, done_to or others, head word)."""
    words, children = parse.words, parse.children
    below = [words[i] for k in there for i in children[k] if i not in there][:MAX_ARGUMENTS]
    passive = any(one.dep in ("auxpass", "nsubjpass") for one in below)
    for one in below:
        if one.dep in ("prep", "agent"):
            role = _behind(one, head, passive)
            yield from ((role, words[i]) for i in children[one.i] if words[i].dep == "pobj")
        elif one.dep not in _NOT_ARGUMENTS and one.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            yield _role(one), one
    yield from _above(parse, head, below)


def _behind(preposition: Word, head: Word, passive: bool) -> str:
    if preposition.lower == "by" and (passive or head.pos == "NOUN"):
        return "doer"
    return "done_to" if preposition.lower == "of" and head.pos == "NOUN" else "others"


def _role(word: Word) -> str:
    if word.dep in _DOERS:
        return "doer"
    return "done_to" if word.dep in _DONE_TO else "others"


def _above(parse: Parse, head: Word, below: Sequence[Word]) -> Iterator[tuple[str, Word]]:
    """Who takes part by what stands above: the noun it modifies, the subject of the verb it hangs on."""
    words, children = parse.words, parse.children
    top = words[head.head]
    if top.i == head.i:
        return
    if head.dep in ("acl", "relcl", "amod"):
        yield "done_to" if head.tag == "VBN" else "doer", top
    if head.pos == "VERB" and any(one.dep in ("nsubj", "nsubjpass") for one in below):
        return
    if head.dep in ("xcomp", "conj", "advcl", "dobj", "pobj", "pcomp", "ccomp"):
        climbed = words[top.head] if top.dep in ("prep", "xcomp", "conj") else top
        for verb in dict.fromkeys((top.i, climbed.i)):
            for i in children[verb][:MAX_ARGUMENTS]:
                if words[i].dep in ("nsubj", "nsubjpass") and i != head.i:
                    yield "doer", words[i]


def own_words(parse: Parse, head: Word) -> list[int]:
    """The words of the event's own clause: of a noun, those of the clause it stands in; no clause below it."""
    top = head
    for _ in range(_UP):
        above = parse.words[top.head]
        if top.pos in ("VERB", "AUX") or above.i == top.i:
            break
        top = above
    found: list[int] = []
    waiting = [top.i]
    while waiting and len(found) < MAX_CLAUSE:
        i = waiting.pop(0)
        found.append(i)
        waiting.extend(k for k in parse.children[i] if parse.words[k].dep not in _OTHER_CLAUSES or k == head.i)
    return found
