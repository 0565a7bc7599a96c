"""A condition, and the clauses around it: what it hangs on, where it ends."""

import msgspec

from sayso.model.flow import Parse, TokenRange
from sayso.reading.certainty.slots import kids


class Condition(msgspec.Struct, frozen=True, gc=False):
    """The words `[first, last)` of a condition. `clause` is its own head, `owner` the word it hangs on:
    what it is a condition of. `unmet`: it is a condition that the clause does not come about ("leave or we fire")."""

    first: int
    last: int
    owner: int
    clause: int
    cue: str
    marker: TokenRange
    unreal: bool
    unmet: bool = False


def modal(parse: Parse, i: int) -> bool:
    """Whether verb `i` has a modal: "will return", "could leave"."""
    return any(parse.words[c].tag == "MD" for c in kids(parse, i))


def main_verb(parse: Parse, clause: int) -> int:
    """The verb that `clause` hangs on; what comes after a source put in between, where it hangs on that: "if they
    fire, he said, we will answer"."""
    words = parse.words
    owner = verb_above(parse, words[clause].head)
    head = words[owner].head
    if words[owner].dep == "parataxis" and head < owner < clause and modal(parse, head):
        # "The talks would resume, he said, as soon as ...".
        return head
    aside = words[owner].dep in ("ccomp", "parataxis", "advcl") and clause < owner < head
    aside = aside and not any(words[c].dep == "mark" for c in kids(parse, owner))
    return head if aside and words[owner].tag[:2] == "VB" and modal(parse, head) else owner


def verb_above(parse: Parse, i: int) -> int:
    """`i`, or the nearest verb above when `i` is a noun or preposition."""
    for _ in range(8):
        word = parse.words[i]
        if word.pos in ("VERB", "AUX") or word.head == i:
            return i
        i = word.head
    return i


def verb_behind(parse: Parse, last: int, otherwise: int) -> int:
    """The first verb after the condition, when the tree does not say what it belongs to."""
    words = parse.words
    for k in range(last, min(last + 15, len(words))):
        if words[k].sentence != words[last - 1].sentence:
            break
        if words[k].tag[:2] == "VB" and words[k].dep not in ("aux", "auxpass"):
            return k
    return otherwise


def cut_at(parse: Parse, clause: int, after: int, last: int) -> int:
    """Where the condition ends: the parser sometimes puts the main clause below it, after a comma."""
    if parse.words[clause].dep != "ROOT":
        return last
    commas = (k for k in range(after, last) if parse.words[k].lower == "," and k > clause)
    return next(commas, last)
