"""Whom an act concerns where its own phrases do not say: the only other side that its sentence names.

"Riyadh cut ties after a crowd stormed its embassy in Tehran": with whom the ties were stands in another clause. Only
where the sentence names exactly one side beside the doer's own, and not as the one who tells of it.
"""

from sayso.reading.events.lemmas import NAMED, SUBJECT
from sayso.reading.events.match import Match
from sayso.reading.events.tree import Tree

RELATING = ("081", "085", "0872", "122", "123", "124", "125", "126", "127", "128", "16", "191")
"""CAMEO codes of acts that one side does to another, so that a sentence about them is likely to name both."""
SIDES = frozenset({"igo", "armed-group", "insurgents", "rebels"})
LONGEST = 60
HOPS = 8


def other_side(tree: Tree, match: Match, actors: tuple[int, ...], say: frozenset[str]) -> tuple[int, ...]:
    """The head of the only other side in the sentence of `match`, if there is just one; `say`: verbs of saying."""
    rule = match.rule
    if not rule.cameo.startswith(RELATING) or rule.strict or rule.reciprocal or "none" in rule.to or not actors:
        return ()
    verb = tree.words[match.head]
    gerund = verb.tag == "VBG" and verb.dep in ("xcomp", "pcomp")
    if gerund or any(tree.words[c].dep == "neg" for c in tree.children[match.head]):
        return ()  # what is not done, or only talked of, tells of its sides less
    own = {side for i in actors if (side := _side(tree, i, pronoun=True))}
    sentence = tree.parse.sentence(match.head)
    if not own or sentence.last - sentence.first > LONGEST:
        return ()
    others: dict[str, int] = {}
    for i in range(sentence.first, sentence.last):
        side = _side(tree, i)
        if side and side not in own and not _tells(tree, i, say):
            others[side] = min(others.get(side, i), i, key=lambda k: (tree.words[k].pos != "PROPN", k))
    return tuple(others.values()) if len(others) == 1 else ()


def _side(tree: Tree, i: int, *, pronoun: bool = False) -> str:
    """The state, body of states or armed group that word `i` is the head of a name for; empty for anything else."""
    word = tree.words[i]
    actor = tree.actor(i) if pronoun or word.ent in NAMED or word.pos == "NOUN" else None
    if actor is None:
        return ""
    return actor.country or (actor.code or "" if actor.kind in SIDES else "")


def _tells(tree: Tree, i: int, say: frozenset[str]) -> bool:
    """Whether word `i` only says who tells of it: "Peru said", "according to Peru", "a Peruvian spokesman said"."""
    for _ in range(HOPS):
        word = tree.words[i]
        above = tree.words[word.head]
        if word.dep in SUBJECT and above.lemma in say:
            return True
        if word.dep == "pobj" and above.lower == "to" and tree.words[above.head].lower == "according":
            return True
        if word.head == i:
            return False
        i = word.head
    return False
