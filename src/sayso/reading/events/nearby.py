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
DURING = frozenset({"in", "at", "during", "after"})
TALKS = frozenset(
    {"call", "conversation", "letter", "meeting", "message", "telegram", "cable", "note", "talk", "discussion", "email"}
    | {"phone", "videoconference", "exchange", "e-mail", "memo", "memorandum"}
)
"""Where two are together, or what one writes to the other."""
PARTNER = frozenset({"with", "to"})
UNLESS = frozenset({"if", "unless"})
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


def addressee(tree: Tree, match: Match, actors: tuple[int, ...]) -> tuple[int, ...]:
    """With whom or to whom it is said, "in a call with Togo", "in a letter to the bishop", where nobody else is asked.

    The phrase may stand before the subject, behind it, or behind the verb."""
    v = match.head
    subject = next((c for c in tree.children[v] if tree.words[c].dep in SUBJECT), v)
    first = tree.parse.sentence(v).first
    opening = tree.words[first].i if tree.words[first].tag == "IN" else v
    places = (*tree.children[v], *tree.children[subject], opening)
    for place in dict.fromkeys(places):
        if tree.words[place].lower not in DURING:
            continue
        for talk in tree.kids(place, "pobj"):
            if tree.words[talk].lemma in TALKS:
                return tuple(j for i in _partners(tree, talk) for j in tree.expand(i) if j not in actors)
    return ()


def _partners(tree: Tree, talk: int) -> list[int]:
    """With whom or to whom a talk or letter is, by its own phrase or by the one right behind it."""
    own = [o for p, o in tree.phrases(talk) if p in PARTNER]
    behind = tree.words[talk + 1 : talk + 2]
    own = own or [o for w in behind if w.lower in PARTNER for o in tree.kids(w.i, "pobj")]
    return [o for o in own if tree.actorish(o)]


def threatened(tree: Tree, v: int, actors: tuple[int, ...]) -> tuple[int, ...]:
    """ "Unless it paid, they warned, Togo would lose its seat": the state or group that is to suffer it."""
    word = tree.words[v]
    for clause in [word.head] if word.dep == "parataxis" else tree.kids(v, "ccomp"):
        conditions = (*tree.kids(clause, "advcl"), *tree.kids(v, "advcl"))
        conditional = any(tree.words[c].lower in UNLESS for k in conditions for c in tree.children[k])
        future = any(tree.words[c].tag == "MD" for c in tree.children[clause])
        if future and (conditional or word.lemma == "threaten"):
            return tuple(i for i in tree.surface(clause) if i not in actors and _side(tree, i))
    return ()


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
