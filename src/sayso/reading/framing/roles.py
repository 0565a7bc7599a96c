"""Who acts and who is acted upon, by the tree: also where the passive leaves out who did it."""

from sayso.model.flow import Parse
from sayso.model.record import Role

_DONE_TO = frozenset({"nsubjpass", "dobj", "obj", "dative", "iobj"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_AGAINST = frozenset({"against", "at", "on", "upon", "of"})
_STATES = frozenset({"be", "have", "seem", "remain", "become", "appear", "look", "feel", "know", "think", "believe"})
_WHO = frozenset({"who", "whom", "which", "that"})
_STEPS = 4


def act_of(parse: Parse, i: int) -> tuple[int, Role] | None:
    """The word of the act in which word `i` has a part, and which; None where it has none.

    A name joined to another by "and" has the part of the first; one described by a clause ("the men who were shot")
    that of its "who", unless it has a part of its own.
    """
    for _ in range(_STEPS):
        word = parse.words[i]
        found = _part(parse, i)
        if found is not None or word.dep not in ("conj", "appos", "compound", "poss") or word.head == i:
            break
        if word.dep == "poss" and parse.words[word.head].pos != "NOUN":
            break
        if word.dep == "poss":
            return None
        i = word.head
    return found or _described(parse, i)


def _part(parse: Parse, i: int) -> tuple[int, Role] | None:
    word = parse.words[i]
    head = parse.words[word.head]
    if word.dep in _DONE_TO and head.pos == "VERB":
        return head.i, "done-to"
    if word.dep in _SUBJECTS and head.pos == "VERB" and head.lemma not in _STATES:
        return head.i, "doer"
    if word.dep != "pobj":
        return None
    over = parse.words[head.head]
    if head.dep == "agent" or (head.lower == "by" and over.pos in ("VERB", "NOUN")):
        return over.i, "doer"
    if head.lower in _AGAINST and over.pos in ("VERB", "NOUN"):
        return over.i, "done-to"
    return None


def _described(parse: Parse, i: int) -> tuple[int, Role] | None:
    for child in parse.children[i]:
        clause = parse.words[child]
        if clause.dep == "acl" and clause.tag == "VBN":
            return child, "done-to"
        if clause.dep == "relcl":
            who = (k for k in parse.children[child] if parse.words[k].lower in _WHO)
            return next((found for k in who if (found := _part(parse, k))), None)
    return None
