"""Who takes part: from a fulfilled rule to the head words of its actors and recipients."""

from sayso.lexicon.events import ROLES
from sayso.reading.events.lemmas import CONDUCT, HANDED, NOMINAL, VERBAL
from sayso.reading.events.match import Match
from sayso.reading.events.nearby import addressee
from sayso.reading.events.tree import Tree

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
PASSES_ON = frozenset({"06", "07", "03"})
TO_PLACES = frozenset({"02", "03", "06", "07", "08", "10", "13", "14", "15"})
BODILY = frozenset({"08", "17", "18", "19", "20"})
AHEAD = 30
CIRCUMSTANCE = frozenset({"in", "for", "at", "over", "among", "through", "across"})
ANSWERED = frozenset({"03", "12"})
ASKING = frozenset({"02", "10"})
ADDRESSED = ASKING | {"13"}
ASKED = frozenset(
    {"plea", "request", "appeal", "demand", "offer", "proposal", "invitation", "call", "bid", "overture", "ultimatum"}
    | {"application", "entreaty", "petition", "terms", "condition", "candidacy", "protest", "complaint", "credentials"}
)
"""What one side puts to another, whose answer goes to whose it is."""
FAULTS = frozenset(
    {"weakness", "cowardice", "silence", "inaction", "greed", "arrogance", "incompetence", "failure", "paralysis"}
    | {"indecision", "meddling", "interference", "hypocrisy", "complicity", "appeasement", "corruption", "dithering"}
    | {"mismanagement", "leadership", "policy", "leader", "hardliner", "hawk", "elite", "hand", "intransigence"}
    | {"obstinacy", "stubbornness", "recklessness", "negligence", "indifference", "neglect", "naivety", "treachery"}
)
"""Whoever blames these in a place blames who rules there: "weakness in Lima"."""
JUDGING = frozenset({"05", "11", "12"})
"""Words about what somebody did are about who did it."""
HARMFUL = frozenset({"16", "17", "18", "19", "20"})
EXPELLING = frozenset({"expel", "deport", "suspend", "ban", "bar", "exclude", "banish", "disqualify", "evict"})
SENT_HOME = ("161", "166")
AIMING = frozenset({"at", "on", "against", "upon", "into"})
FREED = "084"
ASKED_OR_REFUSED = frozenset({"03", "12", "13"})
HELPING = frozenset({"help", "assist", "aid"})
WHERE = frozenset({"in", "at", "near", "outside"})
SIGNED = "057"
WITHIN = frozenset({"compound", "nmod", "amod"})
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
        actors = tuple(j for i in _things(tree, match) for j in tree.owner(i)) or _under_it(tree, v)
    recipients = _slots(tree, match, rule.to or _default(match), actors)
    if (len(recipients) == 1 and tree.mutual(recipients[0])) or (rule.cameo == SIGNED and not recipients):
        return actors, actors if len(actors) > 1 or recipients else ()
    harmful = rule.cameo[:2] in HARMFUL or rule.cameo.startswith(FREED)
    if not recipients and match.things and harmful and "none" not in rule.to:
        recipients = tuple(i for i in match.things if tree.words[i].pos == "NOUN" and tree.actorish(i))
    if not recipients and "none" not in rule.to and not rule.strict:
        recipients = _left_over(tree, match, actors)
    if rule.cameo[:2] in ANSWERED:
        recipients = _askers(tree, match) or recipients or _put_down(tree, match)
    elif rule.cameo[:2] in ADDRESSED and not any(tree.actorish(i) for i in recipients):
        asked = (_asked_of(tree, recipients) or _wanted_of(tree, match)) if rule.cameo[:2] in ASKING else ()
        recipients = asked or addressee(tree, match, actors) or recipients
    if tree.words[v].lemma in EXPELLING:
        actors, recipients = _expelled(tree, match, actors, recipients)
    return apart(tree, actors, recipients, rule.reciprocal)


def _under_it(tree: Tree, v: int) -> Parties:
    """ "Under a pact reached in Oslo, both sides will leave": whose main clause says what they do under it."""
    word = tree.words[v]
    pact = tree.words[word.head] if word.dep == "acl" else word
    preposition = tree.words[pact.head]
    if pact.dep != "pobj" or preposition.lower != "under" or tree.words[preposition.head].pos not in VERBAL:
        return ()
    return tuple(i for i in tree.surface(preposition.head) if tree.actorish(i))


def _askers(tree: Tree, match: Match) -> Parties:
    """ "Rebuffed his pleas for oil", "accepted their invitation": whose request or offer is answered."""
    asked = [i for i in dict.fromkeys((*tree.patients(match.head), *match.used)) if tree.words[i].lemma in ASKED]
    return tuple(p for i in asked for p in tree.kids(i, "poss") if tree.actorish(p) and not temporal(tree, p))


def _put_down(tree: Tree, match: Match) -> Parties:
    """ "The plan was rejected by Peru": the plan, where nobody says whose it is."""
    refused = match.rule.cameo.startswith("12") and tree.passive(match.head)
    return tuple(i for i in tree.patients(match.head) if i in match.things) if refused else ()


def _asked_of(tree: Tree, things: Parties) -> Parties:
    """ "Requested accession to the union", "demanded a halt by Togo": with whom it lies."""
    for wanted in ("by", "with", "to"):
        for i in things:
            for preposition, noun in tree.phrases(i):
                if preposition == wanted and tree.words[noun].ent in ("GPE", "NORP", "ORG"):
                    return tree.expand(noun)
    return ()


def _wanted_of(tree: Tree, match: Match) -> Parties:
    """ "Renewed his call for Togo to lift the siege", "made a plea for the army to leave": who is to do it."""
    nouns = (i for i in (*match.used, *match.things) if i != match.head)
    for clause in (c for i in nouns for c in tree.kids(i, "acl")):
        if any(tree.words[m].lower == "for" for m in tree.kids(clause, "mark")):
            return tuple(j for i in tree.kids(clause, "nsubj") if tree.actorish(i) for j in tree.expand(i))
    return ()


def _expelled(tree: Tree, match: Match, actors: Parties, recipients: Parties) -> tuple[Parties, Parties]:
    """ "Two envoys were expelled from Quito", "suspended Chad from the league": whom, and by whom if nobody else.

    A place is behind it only where envoys or agencies are sent home: not where people are deported or driven out
    of a place, which others than its rulers may have done."""
    v = match.head
    behind = ("GPE", "ORG") if match.rule.cameo.startswith(SENT_HOME) else ("ORG",)
    place = tuple(i for p, i in tree.phrases(v) if p == "from" and tree.words[i].ent in behind)
    if not place and not any(p == "from" for p, _ in tree.phrases(v)):
        return actors, recipients
    whom = tuple(i for i in tree.patients(v) if tree.actorish(i))
    if not whom:
        return actors, recipients
    return actors or (place if tree.passive(v) else ()), whom


def _left_over(tree: Tree, match: Match, actors: Parties) -> Parties:
    """A party that no slot of the rule names: "sent Peru troops", "asked Peru to help", "messages between A and B"."""
    v = match.head
    objects = () if tree.passive(v) or tree.kids(v, "ccomp") else tree.kids(v, "dobj")
    for i in (*_slot(tree, match, "iobj"), *objects):
        if i not in match.used and i not in match.things and i not in actors and tree.actorish(i):
            return tuple(j for j in tree.expand(i) if j not in match.used and j not in match.things)
    # "Declared Ambassador Lee persona non grata": a name taken for a part of what somebody is declared.
    within = (
        c for i in match.used if i > v for c in tree.kids(i, "compound", "nsubj") if c > v and c not in match.used
    )
    named = tuple(c for c in within if tree.words[c].ent == "PERSON")
    return named[:1] or _phrase(tree, match, "between") or _of_free_clause(tree, v)


def _of_free_clause(tree: Tree, v: int) -> Parties:
    """ "Will comply with whatever the court decides": whose word it is."""
    for preposition in tree.kids(v, "prep"):
        for clause in tree.kids(preposition, "pcomp"):
            if any(tree.words[o].lower in ("what", "whatever") for o in tree.kids(clause, "dobj")):
                return tuple(i for i in tree.surface(clause) if tree.actorish(i))
    return ()


def _participants(tree: Tree, doers: Parties, violent: bool, coercive: bool) -> Parties:
    """Who is behind an event that is a subject: A and B in "the summit of A and B failed"."""
    for doer in doers:
        if not tree.actorish(doer):
            between = tuple(o for p, o in tree.phrases(doer) if p == "between")
            if between:
                return tree.expand(between[0])
            if violent and (behind := tree.owner(doer) or tree.sender(doer) or _people_above(tree, doer)):
                return behind
            if not violent and (behind := tree.issuer(doer)):
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
    last = tree.words[match.used[-1]].lower if len(match.used) > 1 else ""
    if last in slots[1:] and last in AIMING:
        slots = (last, *(slot for slot in slots if slot != last))  # "shot at a convoy on the road"
    for slot in slots:
        own = (
            () if slot in ("obj", "iobj") or not match.things else tree.handed(match.head) or tree.patients(match.head)
        )
        found = tuple(i for i in _slot(tree, match, slot) if i not in taken and i not in match.used and i not in own)
        if found and (
            not match.things or slots[0] == slot == "obj" or any(tree.actorish(i) or tree.placeish(i) for i in found)
        ):
            return _object_first(tree, match, slot, slots, taken) or found
        if slot != "obj" or slots[0] == "obj":
            spare = spare or found
    return spare or _of_the_phrase(tree, match, slots, taken)


def _object_first(tree: Tree, match: Match, slot: str, slots: tuple[str, ...], taken: Parties) -> Parties:
    """ "Shot dead a colonel on the road": somebody who is the object comes before a place behind "on" or "at"."""
    entered = slot in ("into", "toward", "towards", "through") and match.rule.cameo[:2] in HARMFUL
    if not (slot in ("on", "at") and "obj" in slots) and not entered:
        return ()
    if match.things:
        return ()
    if any(tree.actorish(i) for i in _slot(tree, match, slot)):
        return ()
    found = tuple(i for i in _slot(tree, match, "obj") if i not in taken and i not in match.used)
    return found if any(tree.actorish(i) for i in found) else ()


def _of_the_phrase(tree: Tree, match: Match, slots: tuple[str, ...], taken: Parties) -> Parties:
    """A party that is a word of the rule's own phrase: the newspaper of "lifted the ban on the newspaper"."""
    within = set(match.used) - set(taken)
    if len(within) < 2:
        return ()
    behind = (i for slot in slots if slot not in ROLES for i in _phrase(tree, match, slot))
    return tuple(dict.fromkeys(i for i in behind if i in within and tree.actorish(i)))


def _slot(tree: Tree, match: Match, slot: str) -> Parties:
    v = match.head
    if slot == "obj":
        return dug(tree, tuple(i for i in tree.patients(v) if i not in match.used), match)
    if slot == "iobj":
        if tree.handed(v):
            return tree.surface(v)
        handed = (i for i in tree.kids(v, "dative", "iobj") if tree.words[i].pos in NOMINAL)
        return tuple(j for i in handed for j in tree.expand(i)) or _swallowed(tree, v)
    if slot == "subj":
        return tree.surface(v)
    if slot == "in-obj":
        return tuple(j for i in _things(tree, match) if (j := tree.dig(i, True)) != i)
    if slot == "poss":
        return tuple(j for i in _things(tree, match) for j in tree.owner(i))
    if slot == "clause":
        return tree.surface(match.clause) if match.clause is not None else ()
    if slot == "clause-obj":
        return dug(tree, tree.patients(match.clause), match) if match.clause is not None else ()
    return _phrase(tree, match, slot)


def _swallowed(tree: Tree, v: int) -> Parties:
    """Whom a thing is handed to where the parser makes one object of two: "gave the rebels weapons"."""
    objects = tree.kids(v, "dobj") if tree.words[v].lemma in HANDED else []
    if len(objects) > 1:
        return tree.expand(objects[0])
    places = (v, *objects)
    if not objects or any(preposition in ("to", "for") for place in places for preposition, _ in tree.phrases(place)):
        return ()
    words = tree.words
    determined = words[v + 1].pos == "DET"
    first = v + 2 if determined else v + 1
    while determined and first < objects[0] and words[first].dep == "amod":
        first += 1  # "offered the deposed president asylum"
    if first >= objects[0] or words[first].pos not in NOMINAL or words[first].dep not in WITHIN:
        return ()  # "gave police protection" protects nobody that it names
    return (first,) if tree.actorish(first) and (determined or words[first].pos == "PROPN") else ()


def _things(tree: Tree, match: Match) -> Parties:
    heads = [tree.real(i) for i in tree.patients(match.head)]
    return tuple(heads) or match.things


def _phrase(tree: Tree, match: Match, name: str) -> Parties:
    things = (*_things(tree, match), *match.things)
    places = (*things, match.head, *match.used) if match.things else (match.head, *match.used, *things)
    seen: list[int] = []
    for place in dict.fromkeys(places):
        for preposition, noun in tree.phrases(place):
            if preposition == name and not temporal(tree, tree.real(noun)):
                found = dug(tree, tree.expand(noun), match, match.rule.cameo[:2] in TO_PLACES)
                seen.extend(i for i in found if name not in CIRCUMSTANCE or _somebody(tree, i))
        if seen:
            break
    return tuple(dict.fromkeys(seen))


def _somebody(tree: Tree, i: int) -> bool:
    """Whether word `i` can be a party or place: "for a Ukrainian diver" too, whatever a diver is."""
    if tree.actorish(i) or tree.placeish(i):
        return True
    return any(tree.words[c].ent == "NORP" and tree.words[c].dep == "amod" for c in tree.children[i])


def temporal(tree: Tree, i: int) -> bool:
    measure = tree.words[i].ent in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL")
    return measure and not tree.actorish(i)


def dug(tree: Tree, found: Parties, match: Match, deep: bool = False) -> Parties:
    """The parties behind noun phrases; what is done to somebody's body or goods is done to what is named."""
    root = match.rule.cameo[:2]
    if root in BODILY and not deep:
        return tuple(dict.fromkeys(_owner_of_hostility(tree, tree.real(i)) for i in found))
    dug = dict.fromkeys(tree.dig(i, deep or root in PASSES_ON) for i in found)
    return tuple(i if tree.actorish(i) else _at_fault(tree, i) for i in dug) if root in JUDGING else tuple(dug)


def _at_fault(tree: Tree, i: int) -> int:
    """Who is judged in what is: "cowardice in Lima", "the efforts of Oslo", "the way in which Peru treated them"."""
    if tree.words[i].lemma in CONDUCT:
        return next((o for p, o in tree.phrases(i) if p == "of" and tree.actorish(o)), tree.author(i))
    if tree.words[i].lemma not in FAULTS:
        return tree.author(i)
    behind = ((w.lower, o) for w in tree.words[i + 1 : i + 2] for o in tree.kids(w.i, "pobj"))
    placed = ("in", "at", "from", "by")
    places = (o for p, o in (*tree.phrases(i), *behind) if p in placed and tree.words[o].ent in ("GPE", "ORG"))
    return next(places, i)


def _owner_of_hostility(tree: Tree, i: int) -> int:
    owners = tree.owner(i) if tree.words[i].lemma in tree.hostility else ()
    return owners[0] if owners and tree.actorish(owners[0]) else i


def around(tree: Tree, match: Match, actors: Parties) -> Parties:
    """Where syntax gives no recipient: a preposition of the rule's further on, else a name in a phrase of the verb."""
    rule = match.rule
    if rule.strict or "none" in rule.to:
        return ()
    wanted = [slot for slot in (rule.to or ()) if slot not in ROLES][:3]
    last = min(tree.parse.sentence(match.head).last, match.head + AHEAD)
    for slot in wanted:
        for k in range(match.head + 1, last):
            if tree.words[k].lower == slot and k not in match.used and tree.words[k - 1].lower != "according":
                for o in tree.kids(k, "pobj"):
                    if o not in actors and o not in match.used and tree.actorish(o):
                        return tree.expand(o)
    return in_clause(tree, match, actors) or _named_place(tree, match, actors)


def in_clause(tree: Tree, match: Match, actors: Parties) -> Parties:
    """ "Refused to renew the pact with Peru", "helped defend Peru": who is named in an infinitive that is no event."""
    clause = match.clause
    if match.rule.kind == "noun":
        clause = next((c for c in tree.kids(match.head, "acl") if tree.words[c].tag == "VB"), None)
    helping = match.rule.kind == "verb" and tree.words[match.head].lemma in HELPING
    if helping and clause is None:
        clause = next((c for c in tree.kids(match.head, "xcomp", "ccomp") if tree.words[c].tag == "VB"), None)
    if clause is None or tree.words[clause].tag != "VB" or not (helping or match.rule.cameo[:2] in ASKED_OR_REFUSED):
        return ()
    things = tree.kids(clause, "dobj", "dative")
    if match.rule.cameo[:2] == "12" or helping:
        found = next((i for i in things if tree.actorish(i) and i not in actors), None)
        if found is not None:
            return tree.expand(found)
    for place in (clause, *things):
        for preposition, noun in tree.phrases(place):
            if preposition in ("with", "to", "against", "from", "on") and noun not in actors and tree.actorish(noun):
                return tree.expand(noun)
    return ()


def _named_place(tree: Tree, match: Match, actors: Parties) -> Parties:
    rule = match.rule
    for place in dict.fromkeys((match.head, *match.used, *match.things)):
        for preposition, noun in tree.phrases(place):
            if rule.reciprocal and preposition in WHERE:
                continue  # who meets in Lima does not meet Lima
            found = tree.dig(noun, True)
            if tree.words[found].ent in ("GPE", "NORP", "ORG", "PERSON", "LOC", "FAC") and found not in actors:
                return tree.expand(found)
    return ()


def apart(tree: Tree, actors: Parties, recipients: Parties, reciprocal: bool) -> tuple[Parties, Parties]:
    if not reciprocal:
        return actors, tuple(i for i in recipients if i not in actors)
    if len(actors) > 1 or not any(tree.actorish(i) for i in recipients):
        # "Oslo and Lima hold talks on airspace", "the president discussed the plates"
        recipients = tuple(i for i in recipients if tree.actorish(i) or tree.words[i].pos != "NOUN")
    everyone = tuple(dict.fromkeys((*actors, *recipients)))
    return (everyone, everyone) if len(everyone) > 1 else (actors, recipients)
