"""Who takes part: from a fulfilled rule to the head words of its actors and recipients."""

from sayso.read.events.match import Match
from sayso.read.events.tree import NOMINAL, VERBAL, Tree

OBJECT_PHRASES = ("on", "against", "with", "to", "upon", "at", "toward", "towards", "from", "over", "into", "of", "between", "for", "in", "inside")
VERB_PHRASES = ("on", "against", "with", "at", "to", "from", "into", "in", "over", "for", "of")
NOUN_PHRASES = ("on", "against", "with", "between", "of", "to", "into", "toward", "at", "in")
PASSES_ON = frozenset({"06", "07", "03"})
Parties = tuple[int, ...]


def of_verb(tree: Tree, match: Match) -> tuple[Parties, Parties]:
    """Actors and recipients of a verb's event."""
    rule, v = match.rule, match.head
    actors = _slot_all(tree, match, rule.by, ()) if rule.by else tree.doers(v)
    recipients = _slot_all(tree, match, rule.to or _default(match), actors)
    if not recipients and not rule.strict:
        recipients = _around(tree, match, actors)
    return _apart(tree, actors, recipients, rule.reciprocal)


def _default(match: Match) -> tuple[str, ...]:
    if match.things or match.rule.objects:
        return ("iobj", *OBJECT_PHRASES, "in-obj")
    return ("obj", *VERB_PHRASES)


def _slot_all(tree: Tree, match: Match, slots: tuple[str, ...], taken: Parties) -> Parties:
    for slot in slots:
        found = tuple(i for i in _slot(tree, match, slot) if i not in taken)
        if found:
            return found
    return ()


def _slot(tree: Tree, match: Match, slot: str) -> Parties:
    v = match.head
    if slot == "obj":
        return _dug(tree, tree.patients(v) or _shared(tree, v), match)
    if slot == "iobj":
        return tuple(j for i in tree.kids(v, "dative", "iobj") if tree.words[i].pos in NOMINAL for j in tree.expand(i))
    if slot == "subj":
        return tree.surface(v)
    if slot == "in-obj":
        return tuple(j for i in _things(tree, match) if (j := tree.dig(i, True)) != i)
    if slot == "poss":
        return tuple(j for i in _things(tree, match) for j in tree.owner(i))
    if slot == "clause":
        return tree.surface(match.clause) if match.clause is not None else ()
    return _phrase(tree, match, slot)


def _shared(tree: Tree, v: int) -> Parties:
    """The object a verb has in common with the verb it is coordinated with."""
    return ()


def _things(tree: Tree, match: Match) -> Parties:
    heads = [tree.real(i) for i in tree.patients(match.head)]
    return tuple(heads) or match.things


def _phrase(tree: Tree, match: Match, name: str) -> Parties:
    places = [match.head, *match.used, *_things(tree, match)]
    seen: list[int] = []
    for place in dict.fromkeys(places):
        for preposition, noun in tree.phrases(place):
            if preposition == name and not _temporal(tree, noun):
                seen.extend(_dug(tree, tree.expand(noun), match))
        if seen:
            break
    return tuple(dict.fromkeys(seen))


def _temporal(tree: Tree, i: int) -> bool:
    return tree.words[i].ent in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL")


def _dug(tree: Tree, found: Parties, match: Match) -> Parties:
    deep = match.rule.cameo[:2] in PASSES_ON
    return tuple(dict.fromkeys(tree.dig(i, deep) for i in found))


def _around(tree: Tree, match: Match, actors: Parties) -> Parties:
    """Where syntax gives no recipient: a name in a phrase of the verb, else the next party after the words used."""
    for place in (match.head, *match.things):
        for _, noun in tree.phrases(place):
            if tree.words[noun].ent in ("GPE", "NORP", "ORG", "PERSON", "LOC", "FAC") and noun not in actors:
                return tree.expand(noun)
    return ()


def _apart(tree: Tree, actors: Parties, recipients: Parties, reciprocal: bool) -> tuple[Parties, Parties]:
    if not reciprocal:
        return actors, tuple(i for i in recipients if i not in actors)
    everyone = tuple(dict.fromkeys((*actors, *recipients)))
    return (everyone, everyone) if len(everyone) > 1 else (actors, recipients)


def of_noun(tree: Tree, match: Match) -> tuple[Parties, Parties]:
    """Actors and recipients of an event noun, from its own phrases and owners."""
    rule, n = match.rule, match.head
    recipients = _noun_slots(tree, match, rule.to or (*NOUN_PHRASES, "after-dash"), ())
    actors = _noun_slots(tree, match, rule.by or ("by", "owner", "from"), recipients)
    if match.doer is not None:
        doers = tree.doers(match.doer)
        actors = doers or actors
        if not recipients:
            recipients = _noun_slots(tree, _at(match, match.doer), rule.to or VERB_PHRASES, actors)
    return _apart(tree, actors, recipients, rule.reciprocal)


def _at(match: Match, head: int) -> Match:
    return Match(match.rule, head, (), (), match.score)


def _noun_slots(tree: Tree, match: Match, slots: tuple[str, ...], taken: Parties) -> Parties:
    for slot in slots:
        found = tuple(i for i in _noun_slot(tree, match, slot) if i not in taken)
        if found:
            return found
    return ()


def _noun_slot(tree: Tree, match: Match, slot: str) -> Parties:
    n = match.head
    if slot == "owner":
        return tree.owner(n)
    if slot == "poss":
        return tuple(j for i in tree.kids(n, "poss") for j in tree.expand(i))
    if slot == "mod":
        return tree.modifier(n)
    if slot == "obj":
        return ()
    seen: list[int] = []
    for place in dict.fromkeys((n, *match.used)):
        for preposition, noun in tree.phrases(place):
            if preposition == slot and not _temporal(tree, noun):
                seen.extend(_dug(tree, tree.expand(noun), match))
    return tuple(dict.fromkeys(seen))


def light_verb(tree: Tree, match: Match) -> int | None:
    """The verb that only carries the noun's event: "launched an attack", "a series of attacks was carried out"."""
    words = tree.words
    n = match.head
    for _ in range(3):
        word = words[n]
        if word.dep in ("dobj", "nsubjpass", "attr", "obj"):
            verb = word.head
        elif word.dep == "pobj" and words[word.head].dep == "prep":
            n = words[word.head].head
            if words[n].pos in VERBAL:
                verb = n
            else:
                continue
        elif word.dep == "conj" and words[word.head].pos in NOMINAL:
            n = word.head
            continue
        else:
            return None
        return verb if words[verb].lemma in match.rule.light else None
    return None
