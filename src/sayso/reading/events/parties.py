"""Who takes part: from a fulfilled rule to the head words of its actors and recipients."""

from sayso.reading.events.match import Match
from sayso.reading.events.tree import NOMINAL, VERBAL, Tree

OBJECT_PHRASES = (
    "on",
    "against",
    "with",
    "to",
    "upon",
    "at",
    "toward",
    "towards",
    "from",
    "over",
    "into",
    "of",
    "between",
    "for",
    "in",
    "inside",
)
VERB_PHRASES = ("on", "against", "with", "at", "to", "from", "into", "in", "over", "for", "of")
NOUN_PHRASES = ("on", "against", "with", "between", "of", "to", "into", "toward", "at", "in")
SLOT_NAMES = frozenset(
    {"obj", "iobj", "subj", "in-obj", "poss", "clause", "clause-obj", "inner", "none", "mod", "owner"}
)
PASSES_ON = frozenset({"06", "07", "03"})
TO_PLACES = frozenset({"02", "03", "06", "07", "08", "10", "13", "14", "15"})
BODILY = frozenset({"08", "17", "18", "19", "20"})
AHEAD = 30
CARRYING = frozenset({"in", "into", "on", "of"})
ASCRIBED = frozenset({"of", "for", "over", "with", "behind"})
CIRCUMSTANCE = frozenset({"in", "for", "at", "over", "among", "through", "across"})
JUDGING = frozenset({"05", "11", "12"})
"""Words about what somebody did are about who did it."""
HARMFUL = frozenset({"16", "17", "18", "19", "20"})
FREED = "084"
SIGNED = "057"
MUTUAL = frozenset({"04", "05", "17", "18", "19"})
SHARED = frozenset({"04", "05", "06", "07", "08", "14", "15", "17", "18", "19", "20"})
INTO = frozenset({"for", "in", "at", "to", "into"})
CARRIED_OUT = frozenset(
    {"carry", "launch", "impose", "announce", "conduct", "order", "stage", "mount", "organise", "organize", "commit"}
    | {"perpetrate", "claim", "make", "hold", "issue", "begin", "lead", "execute", "open", "wage", "set", "declare"}
)
ENACTING = frozenset(
    {"agree", "start", "resume", "continue", "suspend", "end", "plan", "authorise", "authorize"}
    | {"approve", "prepare", "intensify", "escalate", "expand", "renew", "abandon", "pursue", "cease", "pause"}
)
STRIFE = frozenset({"war", "conflict", "fighting", "violence", "hostility", "clash", "crisis"})
TROOPS = frozenset(
    {"rebel", "army", "police", "militia", "government", "insurgent", "militant", "jihadist", "navy", "guerrilla"}
    | {"separatist", "gang", "junta", "regime", "paramilitary", "coalition", "pirate", "settler"}
)
GOING = frozenset(
    {"be", "arrive", "fly", "travel", "come", "go", "return", "head", "land", "stay", "gather", "leave", "depart"}
    | {"participate", "engage", "assist", "remain", "convene", "assemble", "send"}
)
OPEN = frozenset({"open", "ready", "prepared", "willing", "set", "due"})
SHARES = frozenset({"part", "role", "hand", "involvement", "participation"})
FIRST = frozenset({"by", "of", "from", "in"})
NESTED = frozenset({"by", "on", "against", "with", "into", "to"})
Parties = tuple[int, ...]


def of_verb(tree: Tree, match: Match) -> tuple[Parties, Parties]:
    """Actors and recipients of a verb's event."""
    rule, v = match.rule, match.head
    taken = tree.surface(v) if rule.by and "subj" in rule.to else ()
    actors = (
        _slots(tree, match, rule.by, taken)
        if rule.by
        else _participants(tree, tree.doers(v), rule.cameo[:2] in ("18", "19"), rule.cameo[:2] in ("16", "17"))
    )
    if not actors and rule.reciprocal:
        # "A Libyan-Maltese pact was signed": whose it is.
        actors = tuple(j for i in _things(tree, match) for j in tree.owner(i))
    recipients = _slots(tree, match, rule.to or _default(match), actors)
    if (len(recipients) == 1 and tree.mutual(recipients[0])) or (rule.cameo == SIGNED and not recipients):
        return actors, actors if len(actors) > 1 or recipients else ()
    harmful = rule.cameo[:2] in HARMFUL or rule.cameo.startswith(FREED)
    if not recipients and match.things and harmful and "none" not in rule.to:
        recipients = tuple(i for i in match.things if tree.words[i].pos == "NOUN" and tree.actorish(i))
    return _apart(actors, recipients, rule.reciprocal)


def _participants(tree: Tree, doers: Parties, violent: bool, coercive: bool) -> Parties:
    """Who is behind an event that is a subject: A and B in "the summit of A and B failed"."""
    for doer in doers:
        if not tree.actorish(doer):
            between = tuple(o for p, o in tree.phrases(doer) if p == "between")
            if between:
                return tree.expand(between[0])
            if violent and (behind := tree.owner(doer) or _people_above(tree, doer)):
                return behind
            word = tree.words[doer]
            if coercive and word.dep == "dobj" and tree.words[word.head].pos in VERBAL:
                # "It enforces rules that bar women": who makes the rule does what the rule does.
                behind = tree.doers(word.head)
                return behind if any(tree.actorish(i) for i in behind) else doers
    return doers


def _people_above(tree: Tree, doer: int) -> Parties:
    """Whose violence it is when the subject is of another verb, that the parser joined: "protesters stormed the
    parliament on the night the truce was announced and beat the speaker"."""
    verb = tree.words[doer].head
    if not tree.passive(verb):
        return ()
    for above in tree.verbs_above(verb):
        found = tuple(i for i in tree.doers(above) if tree.actorish(i))
        if found:
            return found
    return ()


def _default(match: Match) -> tuple[str, ...]:
    if match.things or match.rule.objects:
        return ("iobj", *OBJECT_PHRASES, "in-obj")
    return ("obj", *VERB_PHRASES)


def _slots(tree: Tree, match: Match, slots: tuple[str, ...], taken: Parties) -> Parties:
    """The first slot that is filled. Beside an object that decided the type, a party is taken before a thing."""
    spare: Parties = ()
    for slot in slots:
        own = () if slot == "obj" or not match.things else tree.handed(match.head) or tree.patients(match.head)
        found = tuple(i for i in _slot(tree, match, slot) if i not in taken and i not in match.used and i not in own)
        if found and (
            not match.things or slots[0] == slot == "obj" or any(tree.actorish(i) or tree.placeish(i) for i in found)
        ):
            return found
        if slot != "obj" or slots[0] == "obj":
            spare = spare or found
    return spare or _of_the_phrase(tree, match, slots, taken)


def _of_the_phrase(tree: Tree, match: Match, slots: tuple[str, ...], taken: Parties) -> Parties:
    """A party that is a word of the rule's own phrase: the newspaper of "lifted the ban on the newspaper"."""
    within = set(match.used) - set(taken)
    if len(within) < 2:
        return ()
    behind = (i for slot in slots if slot not in SLOT_NAMES for i in _phrase(tree, match, slot))
    return tuple(dict.fromkeys(i for i in behind if i in within and tree.actorish(i)))


def _slot(tree: Tree, match: Match, slot: str) -> Parties:
    v = match.head
    if slot == "obj":
        return _dug(tree, tuple(i for i in tree.patients(v) if i not in match.used), match)
    if slot == "iobj":
        if tree.handed(v):
            return tree.surface(v)
        return tuple(j for i in tree.kids(v, "dative", "iobj") if tree.words[i].pos in NOMINAL for j in tree.expand(i))
    if slot == "subj":
        return tree.surface(v)
    if slot == "in-obj":
        return tuple(j for i in _things(tree, match) if (j := tree.dig(i, True)) != i)
    if slot == "poss":
        return tuple(j for i in _things(tree, match) for j in tree.owner(i))
    if slot == "clause":
        return tree.surface(match.clause) if match.clause is not None else ()
    if slot == "clause-obj":
        return _dug(tree, tree.patients(match.clause), match) if match.clause is not None else ()
    return _phrase(tree, match, slot)


def _things(tree: Tree, match: Match) -> Parties:
    heads = [tree.real(i) for i in tree.patients(match.head)]
    return tuple(heads) or match.things


def _phrase(tree: Tree, match: Match, name: str) -> Parties:
    places = [match.head, *match.used, *_things(tree, match), *match.things]
    seen: list[int] = []
    for place in dict.fromkeys(places):
        for preposition, noun in tree.phrases(place):
            if preposition == name and not _temporal(tree, noun):
                found = _dug(tree, tree.expand(noun), match, match.rule.cameo[:2] in TO_PLACES)
                seen.extend(i for i in found if name not in CIRCUMSTANCE or tree.actorish(i) or tree.placeish(i))
        if seen:
            break
    return tuple(dict.fromkeys(seen))


def _temporal(tree: Tree, i: int) -> bool:
    measure = tree.words[i].ent in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL")
    return measure and not tree.actorish(i)


def _dug(tree: Tree, found: Parties, match: Match, deep: bool = False) -> Parties:
    """The parties behind noun phrases; what is done to somebody's body or goods is done to what is named."""
    root = match.rule.cameo[:2]
    if root in BODILY and not deep:
        return tuple(dict.fromkeys(_owner_of_hostility(tree, tree.real(i)) for i in found))
    dug = dict.fromkeys(tree.dig(i, deep or root in PASSES_ON) for i in found)
    return tuple(i if tree.actorish(i) else tree.author(i) for i in dug) if root in JUDGING else tuple(dug)


def _owner_of_hostility(tree: Tree, i: int) -> int:
    owners = tree.owner(i) if tree.words[i].lemma in tree.hostility else ()
    return owners[0] if owners and tree.actorish(owners[0]) else i


def around(tree: Tree, match: Match, actors: Parties) -> Parties:
    """Where syntax gives no recipient: a preposition of the rule's further on, else a name in a phrase of the verb."""
    rule = match.rule
    if rule.strict or "none" in rule.to:
        return ()
    wanted = [slot for slot in (rule.to or ()) if slot not in SLOT_NAMES][:3]
    last = min(tree.parse.sentence(match.head).last, match.head + AHEAD)
    for slot in wanted:
        for k in range(match.head + 1, last):
            if tree.words[k].lower == slot and k not in match.used:
                for o in tree.kids(k, "pobj"):
                    if o not in actors and o not in match.used and tree.actorish(o):
                        return tree.expand(o)
    return _named_place(tree, match, actors)


def _named_place(tree: Tree, match: Match, actors: Parties) -> Parties:
    for place in dict.fromkeys((match.head, *match.used, *match.things)):
        for _, noun in tree.phrases(place):
            found = tree.dig(noun, True)
            if tree.words[found].ent in ("GPE", "NORP", "ORG", "PERSON", "LOC", "FAC") and found not in actors:
                return tree.expand(found)
    return ()


def _apart(actors: Parties, recipients: Parties, reciprocal: bool) -> tuple[Parties, Parties]:
    if not reciprocal:
        return actors, tuple(i for i in recipients if i not in actors)
    everyone = tuple(dict.fromkeys((*actors, *recipients)))
    return (everyone, everyone) if len(everyone) > 1 else (actors, recipients)


def of_noun(tree: Tree, match: Match) -> tuple[Parties, Parties]:
    """Actors and recipients of an event noun, from its own phrases and owners."""
    rule = match.rule
    recipients = _noun_slots(tree, match, rule.to or NOUN_PHRASES, ())
    actors = _noun_slots(tree, match, rule.by or ("by", "owner", "from"), recipients)
    actors = actors or _instigators(tree, match.head) or _ascribed(tree, match.head, rule.cameo[:2])
    if match.doer is not None:
        doers = tree.doers(match.doer)
        actors = doers or actors
        if not recipients:
            recipients = _noun_slots(tree, _at(match, match.doer), rule.to or VERB_PHRASES, actors)
    if rule.compose and (called := _called_on(tree, match.head, actors)):
        if not actors:
            actors = _noun_slots(tree, match, ("from",), called)
        recipients = called
    if not actors:
        both = _between(tree, match.head) if rule.cameo[:2] in MUTUAL else ()
        if both:
            return both, both
        actors = _carried_out(tree, match) or _taking_part(tree, match) or _enacting(tree, match)
        actors = actors or _troops(tree, match.head)
    return _apart(actors, recipients, rule.reciprocal)


def _called_on(tree: Tree, n: int, actors: Parties) -> Parties:
    """ "A call for Peru to leave": who is to do it."""
    for v in tree.kids(n, "acl", "advcl", "relcl"):
        if tree.words[v].tag == "VB" or tree.kids(v, "mark"):
            own = tree.kids(v, "nsubj", "nsubjpass")
            found = tree.expand(own[-1]) if own else tree.called(v)
            if found and any(tree.actorish(i) for i in found if i not in actors):
                return tuple(i for i in found if i not in actors)
    return ()


def _between(tree: Tree, n: int) -> Parties:
    """ "Fighting between A and B", "clashes broke out between A and B": both do it, and to both it is done."""
    places = (n, tree.words[n].head) if tree.words[n].dep == "nsubj" else (n,)
    for place in places:
        for preposition, noun in tree.phrases(place):
            if preposition == "between" and not _temporal(tree, noun):
                return tree.expand(tree.real(noun))
    return ()


def _carried_out(tree: Tree, match: Match) -> Parties:
    """ "The strikes on Goma carried out by the army", "a blockade that Egypt imposed"."""
    n = match.head
    below = [noun for _, noun in tree.phrases(n)]
    for place in (n, *below):
        for v in tree.kids(place, "acl") if place != n else tree.kids(n, "acl", "relcl"):
            lemma = tree.words[v].lemma
            if (lemma in match.rule.light or lemma in CARRIED_OUT) and (found := tree.doers(v)):
                found = tuple(i for i in found if i not in (place, n) and tree.actorish(i))
                if found:
                    return found
    return ()


def _enacting(tree: Tree, match: Match) -> Parties:
    """Who begins, orders, plans or ends it: "Peru and Chile agree truce", "the general ordered an attack"."""
    word = tree.words[match.head]
    verb = tree.words[word.head]
    if verb.lemma == "end" and word.lemma in STRIFE:
        return ()  # who ends a war need not have fought it
    if word.dep not in ("dobj", "nsubjpass") or (verb.lemma not in CARRIED_OUT and verb.lemma not in ENACTING):
        return ()
    return tuple(i for i in tree.doers(verb.i) if tree.actorish(i))


def _troops(tree: Tree, n: int) -> Parties:
    """ "A rebel raid", "the army's shelling" as "army shelling"."""
    found = (c for c in tree.kids(n, "compound", "amod") if c < n and tree.words[c].lemma in TROOPS)
    return tuple(c for c in found if tree.words[c - 1].text != "-" and not tree.words[c].lower.startswith("anti"))[:1]


def _taking_part(tree: Tree, match: Match) -> Parties:
    """Who is, comes or takes part in it: "is in Oslo for talks with Peru", "a role in the attack"."""
    word = tree.words[match.head]
    preposition = tree.words[word.head]
    if word.dep != "pobj" or preposition.lower not in INTO or match.rule.cameo[:2] not in SHARED:
        return ()
    above = tree.words[preposition.head]
    verb = above
    if above.dep in ("acomp", "dobj") and (above.lower in OPEN or above.lemma in SHARES):
        verb = tree.words[above.head]
    elif preposition.lower == "in" and any(tree.words[o].lemma in SHARES for o in tree.kids(above.i, "dobj")):
        return tuple(i for i in tree.surface(above.i) if tree.actorish(i))
    elif above.dep == "pobj" and preposition.lower == "for":
        verb = tree.words[tree.words[above.head].head]  # "flew to Oslo for talks": hung on Oslo
    if verb is above and verb.lemma not in GOING:
        return ()
    if verb.pos not in VERBAL or (above.dep == "pobj" and verb.lemma not in GOING):
        return ()
    if preposition.lower in ("to", "into") and above.lower not in OPEN:
        return ()
    return tuple(i for i in tree.surface(verb.i) if tree.actorish(i))


def _instigators(tree: Tree, n: int) -> Parties:
    """Who is behind an event that only comes about: "at X's suggestion the release began"."""
    word = tree.words[n]
    if word.dep not in ("nsubj", "nsubjpass"):
        return ()
    behind = (noun for p, noun in tree.phrases(word.head) if p in ("at", "on", "under"))
    return tuple(j for i in behind if tree.words[i].lemma in tree.instigation for j in _owners(tree, i))


def _ascribed(tree: Tree, n: int, root: str) -> Parties:
    """Of whom an act is said: "blamed Peru for the raid", "Peru is suspected of the raid", "seeks war"."""
    words = tree.words
    preposition = words[words[n].head]
    if words[n].dep == "dobj" and preposition.lemma in tree.seeking and root in BODILY:
        return tuple(i for i in tree.surface(preposition.i) if tree.actorish(i))
    if words[n].dep != "pobj" or preposition.lower not in ASCRIBED:
        return ()
    above = preposition.head
    if preposition.lower in tree.answerable or words[above].lower in tree.answerable:
        verb = above if words[above].pos in VERBAL else words[above].head
        return tuple(i for i in tree.surface(verb) if tree.actorish(i)) if words[verb].lemma == "be" else ()
    if words[above].pos in NOMINAL and words[above].dep == "dobj":
        above = words[above].head  # the parser hangs "for the raid" on "Peru"
    if words[above].lemma not in tree.ascribing:
        return ()
    return tuple(i for i in tree.patients(above) if tree.actorish(i))


def _owners(tree: Tree, i: int) -> Parties:
    owned = tree.owner(i)
    return owned or tuple(j for p, noun in tree.phrases(i) if p == "of" for j in tree.expand(noun))


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
        return tuple(j for i in tree.kids(n, "poss") if not _temporal(tree, i) for j in tree.expand(i))
    if slot == "mod":
        return tree.modifier(n)
    if slot == "obj":
        return ()
    seen: list[int] = []
    for place in dict.fromkeys((n, *match.used)):
        for preposition, noun in tree.phrases(place):
            if preposition == slot and not _temporal(tree, noun):
                seen.extend(i for i in _dug(tree, tree.expand(noun), match) if i not in match.things)
        if seen:
            break
    return tuple(dict.fromkeys(seen)) or _right_behind(tree, n, slot) or _nested(tree, match, slot)


def _nested(tree: Tree, match: Match, slot: str) -> Parties:
    """ "Attacks by rebels on schools": the parser hangs the second phrase on the noun of the first."""
    if slot not in NESTED:
        return ()
    for preposition, noun in tree.phrases(match.head):
        if preposition == slot or not (tree.actorish(noun) or tree.placeish(noun)):
            continue
        for inner, party in tree.phrases(noun):
            if inner == slot and not _temporal(tree, party) and (preposition in FIRST or slot == "by"):
                return _dug(tree, tree.expand(party), match)
    return ()


def _right_behind(tree: Tree, n: int, slot: str) -> Parties:
    """Who stands right behind noun `n` with preposition `slot`, wherever the parser attached that."""
    p = n + 1
    if p >= len(tree.words) or tree.words[p].lower != slot or tree.words[p].tag != "IN":
        return ()
    found = (i for o in tree.kids(p, "pobj") for i in tree.expand(o))
    return tuple(i for i in found if tree.actorish(i) or tree.placeish(i))


def light_verb(tree: Tree, match: Match) -> int | None:
    """The verb that only carries the noun's event: "launched an attack", "a series of attacks was carried out"."""
    words = tree.words
    n = match.head
    for _ in range(3):
        word = words[n]
        if word.dep in ("dobj", "nsubjpass", "attr", "obj"):
            verb = word.head
        elif word.dep == "pobj" and words[word.head].lower in CARRYING and words[word.head].head < n:
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
