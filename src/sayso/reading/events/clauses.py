"""Who the subject of a clause is where its construction decides it: clefts, lists, asides, control, headlines."""

from typing import TYPE_CHECKING

from sayso.reading.events.lemmas import (
    CALLED_IN,
    HAVING_WHAT_IT_TAKES,
    NAMED,
    RELATIVE,
    SAYING,
    SPEECH,
    TO_BE_TOLD,
    WARNING,
)

if TYPE_CHECKING:
    from sayso.reading.events.tree import Tree

NEAR = 14


def of_several(tree: "Tree", own: list[int], v: int) -> tuple[int, ...]:
    """The subjects of a verb that the parser gave two: parts of one list, or a noun and an aside about it."""
    first, last = own[0], own[-1]
    found = tree.antecedent(last, v)
    above = tree.words[tree.words[v].head]
    if first == last:
        # "Police in Suva, backed by troops, and gunmen clashed": the parser joins the verb to the first noun.
        joined = above.pos in ("NOUN", "PROPN") and above.dep == "ROOT" and above.i < last
        return (above.i, *found) if joined and tree.actorish(above.i) and tree.kids(above.i, "cc") else found
    if any(tree.words[i].lower in RELATIVE for i in own):
        return found
    if tree.kids(last, "nsubj"):
        return tree.antecedent(first, v)  # "miners, many of them strangers to the valley, attacked"
    and_ = [c for c in tree.kids(first, "cc") if c < last and not any(k > c for k in tree.kids(first, "conj"))]
    listed = (c for c in tree.kids(first, "appos") if tree.words[c].ent in NAMED)
    return (*tree.expand(first), *listed, *found) if and_ else found


def cleft(tree: "Tree", be: int, relative: int) -> tuple[int, ...]:
    """ "It was Togo, the panel found, that armed them"."""
    if not any(tree.words[c].lower == "it" for c in tree.kids(be, "nsubj")):
        return ()
    return tuple(j for i in tree.kids(be, "attr") if i < relative for j in tree.expand(i) if j < relative)


def pseudo_cleft(tree: "Tree", v: int) -> tuple[int, ...]:
    """ "What struck the market was a bomb dropped by rebels": the bomb, or whose it was."""
    be = tree.words[v].head
    if tree.words[v].dep != "csubj" or tree.words[be].lemma != "be":
        return ()
    for thing in tree.kids(be, "attr"):
        whose = () if tree.actorish(thing) else tree.owner(thing)
        dropped = (j for c in tree.kids(thing, "acl") for j in tree.agents(c))
        return whose or tuple(j for j in dropped if tree.actorish(j)) or tree.expand(thing)
    return ()


def own_doing(tree: "Tree", head: int, v: int, thing: int) -> bool:
    """Whether who does `head` to `thing` does `v` too: uses it, has the courage, calls an envoy in to protest."""
    lemma = tree.words[head].lemma
    if lemma == "take" and any(tree.words[c].lower == "it" for c in tree.kids(head, "nsubj")):
        return False  # "it took Oslo years to apologise"
    if lemma in CALLED_IN:
        return tree.words[v].lemma in TO_BE_TOLD
    return lemma in tree.own_ends or (lemma in HAVING_WHAT_IT_TAKES and not tree.actorish(thing))


def said_before(tree: "Tree", v: int, head: int) -> int | None:
    """ "Oslo will close it, Berg said, accusing Lima", "said rebels took it, demanding aid": the verb of saying."""
    if tree.words[v - 1].text != ",":
        return None
    for k in range(v - 1, max(head, v - NEAR), -1):
        if tree.words[k].lemma in SAYING and tree.words[k].dep == "parataxis" and tree.kids(k, "nsubj"):
            return k
    above = tree.words[tree.words[head].head]
    told = tree.words[head].dep == "ccomp" and above.lemma in SAYING and above.i < head
    return above.i if told and tree.words[head].lemma not in SPEECH | SAYING else None


def headline_passive(tree: "Tree", v: int) -> bool:
    """ "Opposition leader freed on bail": a headline leaves out the auxiliary, and the verb must have an object."""
    if tree.words[tree.parse.sentence(v).last - 1].lower in (".", "!", "?", '"', "\u201d"):
        return False
    return not tree.kids(v, "aux", "dobj", "ccomp", "xcomp", "oprd")


def addressed(tree: "Tree", v: int) -> tuple[int, ...]:
    """ "Warned Seoul that arming them would be a mistake": who is warned might do it; else nobody says."""
    above = tree.words[tree.words[v].head]
    if tree.words[v].dep != "ccomp" or above.lemma not in WARNING:
        return ()
    return tuple(j for o in tree.kids(above.i, "dobj") for j in tree.expand(o))
