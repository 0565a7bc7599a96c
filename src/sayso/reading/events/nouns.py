"""Who takes part in the event of a noun: its owners and phrases, and the verbs that carry it or hold it."""

from sayso.reading.events.lemmas import NOMINAL, SAYING, VERBAL
from sayso.reading.events.match import Match
from sayso.reading.events.parties import BODILY, VERB_PHRASES, Parties, apart, dug, temporal
from sayso.reading.events.tree import Tree

DENYING = frozenset({"deny", "insist", "maintain", "stress", "confirm", "repeat", "reiterate", "assure"})
NOUN_PHRASES = ("on", "against", "with", "between", "of", "to", "into", "toward", "at", "in")
CARRYING = frozenset({"in", "into", "on", "of"})
ASCRIBED = frozenset({"of", "for", "over", "with", "behind"})
ASKED = frozenset({"02", "10"})
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
    | {"reopen", "restore", "restart", "relaunch", "revive", "propose", "offer", "schedule", "arrange", "finish"}
)
AIMED = frozenset({"aim", "direct", "target"})
STRIFE = frozenset({"war", "conflict", "fighting", "violence", "hostility", "clash", "crisis"})
TROOPS = frozenset(
    {"rebel", "army", "police", "militia", "government", "insurgent", "militant", "jihadist", "navy", "guerrilla"}
    | {"separatist", "gang", "junta", "regime", "paramilitary", "coalition", "pirate", "settler"}
)
GOING = frozenset(
    {"be", "arrive", "fly", "travel", "come", "go", "return", "head", "land", "stay", "gather", "leave", "depart"}
    | {"participate", "engage", "assist", "remain", "convene", "assemble", "send", "visit", "tour"}
)
FACING = frozenset(
    {"face", "suffer", "endure", "undergo", "sustain", "withstand", "survive", "risk", "incur", "escape"}
)
CHANGING = frozenset(
    {"step", "increase", "reduce", "cut", "speed", "accelerate", "expedite", "delay", "boost", "stop", "ramp", "scale"}
    | {"slow", "double", "halve", "triple", "limit", "restrict", "permit", "allow", "block", "halt"}
)
COMING = frozenset({"come", "arrive", "emanate", "flow", "pour", "flood", "issue", "follow"})
OPEN = frozenset({"open", "ready", "prepared", "willing", "set", "due"})
SHARES = frozenset({"part", "role", "hand", "involvement", "participation"})
ASKS = frozenset({"02", "10"})
ANSWERING = frozenset(
    {"refuse", "reject", "deny", "decline", "accept", "approve", "grant", "heed", "meet", "fulfil", "fulfill", "rebuff"}
    | {"turn", "dismiss", "ignore", "receive", "get", "consider", "discuss", "back", "honour", "honor", "answer"}
)
"""What somebody does with a request that was put to him."""
FIRST = frozenset({"by", "of", "from", "in"})
NESTED = frozenset({"by", "on", "against", "with", "into", "to", "of", "for"})
WHOLES = frozenset(
    {"army", "government", "group", "party", "movement", "militia", "force", "regime", "ministry", "state", "country"}
    | {"side", "faction", "police", "navy", "junta", "republic", "company", "court", "coalition", "service", "agency"}
)
"""What people are of: "killings by members of the army" are done to nobody that the phrase names."""


def of_noun(tree: Tree, match: Match) -> tuple[Parties, Parties]:
    """Actors and recipients of an event noun, from its own phrases and owners."""
    rule = match.rule
    recipients = _noun_slots(tree, match, _whom(match), ())
    actors = _noun_slots(tree, match, rule.by or ("by", "owner", "from"), recipients)
    actors = actors or _instigators(tree, match.head) or _ascribed(tree, match.head, rule.cameo[:2])
    if rule.cameo[:2] in ASKS and match.doer is None and (asker := _phrase_from(tree, match.head)):
        actors, recipients = asker, _answering(tree, match.head, asker)
    if match.doer is not None:
        doers = tree.doers(match.doer)
        actors = doers or actors
        if not recipients:
            recipients = _noun_slots(tree, _at(match, match.doer), rule.to or VERB_PHRASES, actors)
    actors = actors or _coming_from(tree, match.head)
    if rule.compose and (called := _called_on(tree, match.head, actors)):
        if not actors:
            actors = _noun_slots(tree, match, ("from",), called)
        recipients = called
    recipients = (
        recipients
        or _beside(tree, match, actors)
        or _aimed_at(tree, match.head, actors)
        or _undergone(tree, match.head, actors)
    )
    if not actors:
        both = _between(tree, match.head) if rule.cameo[:2] in MUTUAL or match.used or match.things else ()
        if both:
            return both, both
        actors = _carried_out(tree, match) or _taking_part(tree, match) or _enacting(tree, match)
        actors = actors or _troops(tree, match.head)
        if not actors and recipients and rule.reciprocal:
            actors = tuple(i for i in _denying(tree, match.head) if i not in recipients)
    return apart(tree, actors, recipients, rule.reciprocal)


def _beside(tree: Tree, match: Match, actors: Parties) -> Parties:
    """ "Stepped up its deliveries to Sudan": the parser hangs "to Sudan" on the verb that only changes the event."""
    word = tree.words[match.head]
    verb = tree.words[word.head]
    if word.dep not in ("dobj", "nsubjpass") or verb.lemma not in ENACTING | CHANGING:
        return ()
    slots = [slot for slot in match.rule.to if slot in ("to", "against", "with", "on")]
    found = (j for p, noun in tree.phrases(verb.i) if p in slots for j in tree.expand(noun))
    return tuple(j for j in found if tree.actorish(j) and not temporal(tree, j) and j not in actors)


def _coming_from(tree: Tree, n: int) -> Parties:
    """ "Praise came from Ankara", "threats have poured in from rivals": whose it is."""
    verb = tree.words[n].head
    if tree.words[n].dep != "nsubj" or tree.words[verb].lemma not in COMING:
        return ()
    found = (j for p, noun in tree.phrases(verb) if p == "from" for j in tree.expand(noun))
    return tuple(j for j in found if tree.actorish(j) and not temporal(tree, j))


def _denying(tree: Tree, n: int) -> Parties:
    """ "Denies any deal with Peru", "there is no truce with Peru, the rebels say": the other side of it."""
    word = tree.words[n]
    verb = tree.words[word.head]
    if word.dep == "dobj" and verb.lemma == "deny":
        return tree.surface(verb.i)
    if word.dep != "attr" or not tree.kids(verb.i, "expl") or verb.dep != "ccomp":
        return ()
    says = tree.words[verb.head]
    none = any(tree.words[c].lower in ("no", "any") for c in tree.kids(n, "det"))
    return tree.surface(says.i) if none and says.lemma in SAYING | DENYING else ()


def _whom(match: Match) -> tuple[str, ...]:
    """The slots of the recipient; a request from somebody is his, though something may be asked from him."""
    slots = match.rule.to or NOUN_PHRASES
    if match.doer is None and match.rule.cameo[:2] in ASKED:
        return tuple(slot for slot in slots if slot != "from")
    return slots


def _aimed_at(tree: Tree, n: int, actors: Parties) -> Parties:
    """ "Killings and extortion aimed at exiles", "raids targeting exiles"."""
    for another in tree.kids(n, "appos"):
        if tree.words[another].ent == "ORDINAL" or tree.words[another].lemma in ("such", "one"):
            # "the raid, the third on the port this year"
            found = tuple(i for p, noun in tree.phrases(another) if p in ("on", "against") for i in tree.expand(noun))
            if found := tuple(i for i in found if not temporal(tree, i)):
                return found
    beside = tree.kids(n, "conj")
    for v in (c for place in (n, *beside) for c in tree.kids(place, "acl", "relcl")):
        if tree.words[v].lemma not in AIMED | CARRIED_OUT:
            continue
        wanted = ("at", "against") if tree.words[v].lemma in AIMED else ("on", "against")
        found = tuple(
            i for p, noun in tree.phrases(v) if p in wanted for i in tree.expand(noun) if not temporal(tree, i)
        )
        found = found or (tree.patients(v) if tree.words[v].tag == "VBG" and tree.words[v].lemma in AIMED else ())
        if found:
            return tuple(i for i in found if i not in actors)
    return ()


def _undergone(tree: Tree, n: int, actors: Parties) -> Parties:
    """ "Lima came under pressure from Quito", "the firm faces sanctions": whom the subject's verb says it befalls."""
    word = tree.words[n]
    above = tree.words[word.head]
    if word.dep == "pobj" and above.lower == "under" and tree.words[above.head].pos in VERBAL:
        verb = above.head
    elif word.dep == "dobj" and above.lemma in FACING and not tree.passive(above.i):
        verb = above.i
    else:
        return ()
    return tuple(i for i in tree.surface(verb) if tree.actorish(i) and i not in actors)


def _phrase_from(tree: Tree, n: int) -> Parties:
    """Who asks in "a request from the minister"."""
    return tuple(
        j for preposition, o in tree.phrases(n) if preposition == "from" and tree.actorish(o) for j in tree.expand(o)
    )


def _answering(tree: Tree, n: int, askers: Parties) -> Parties:
    """Who was asked: who refuses or grants it."""
    verb = tree.words[n].head
    answers = tree.words[n].dep in ("dobj", "nsubjpass") and tree.words[verb].lemma in ANSWERING
    return tuple(i for i in tree.doers(verb) if tree.actorish(i) and i not in askers) if answers else ()


def _called_on(tree: Tree, n: int, actors: Parties) -> Parties:
    """ "A call for Peru to leave": who is to do it."""
    for v in tree.kids(n, "acl", "advcl", "relcl"):
        if tree.words[v].tag == "VB" or tree.kids(v, "mark") or tree.mandative(v):
            own = tree.kids(v, "nsubj", "nsubjpass")
            found = tree.expand(own[-1]) if own else tree.called(v)
            if found and any(tree.actorish(i) for i in found if i not in actors):
                return tuple(i for i in found if i not in actors)
    return ()


def _between(tree: Tree, n: int) -> Parties:
    """ "Fighting between A and B", "clashes broke out between A and B": both do it, and to both it is done."""
    of = [noun for preposition, noun in tree.phrases(n) if preposition == "of"]  # "a swap of prisoners between ..."
    places = (n, tree.words[n].head, *of) if tree.words[n].dep == "nsubj" else (n, *of)
    for place in places:
        for preposition, noun in tree.phrases(place):
            if preposition == "between" and not temporal(tree, noun):
                return tree.expand(tree.real(noun))
    return ()


def _carried_out(tree: Tree, match: Match) -> Parties:
    """ "The strikes on Goma carried out by the army", "a blockade that Egypt imposed"."""
    n = match.head
    below = [noun for _, noun in tree.phrases(n)]
    for place in (n, *below):
        for v in tree.kids(place, "acl") if place != n else tree.kids(n, "acl", "relcl"):
            lemma = tree.words[v].lemma
            # "A battle where they may end up", "concerns that Chad plans raids": no clause of what is done with it.
            there = tree.words[v].dep == "acl" and bool(tree.kids(v, "mark"))
            there = there or any(tree.words[c].tag == "WRB" for c in tree.children[v])
            if (
                not there
                and (lemma in match.rule.light or lemma in CARRIED_OUT | ENACTING)
                and (found := tree.doers(v))
            ):
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
        return tuple(j for i in tree.kids(n, "poss") if not temporal(tree, i) for j in tree.expand(i))
    if slot == "mod":
        return tree.modifier(n)
    if slot == "obj":
        return ()
    seen: list[int] = []
    for place in dict.fromkeys((n, *match.used)):
        for preposition, noun in tree.phrases(place):
            if preposition == slot and not temporal(tree, noun):
                seen.extend(i for i in dug(tree, tree.expand(noun), match) if i not in match.things)
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
            if slot == "of" and not _of_deed(tree, preposition, noun, party):
                continue
            if inner == slot and not temporal(tree, party) and (preposition in FIRST or slot == "by"):
                return dug(tree, tree.expand(party), match)
    return ()


def _of_deed(tree: Tree, preposition: str, noun: int, party: int) -> bool:
    """Whether "of" tells to whom: "the arrest by police of a boy", not "the arrest by men of the army"."""
    if preposition not in ("by", "in") or not (tree.actorish(party) or tree.placeish(party)):
        return False
    if tree.words[noun].ent in ("GPE", "PERSON") and tree.words[noun].pos == "PROPN":
        return True
    return tree.words[party].lemma not in WHOLES and tree.words[party].ent in ("", "PERSON")


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
        if words[verb].lemma not in match.rule.light and n in tree.called_what(words[verb].head):
            verb = words[verb].head  # "launched what it called a raid"
        elif words[words[verb].head].dep == "ccomp" and n in tree.called_what(words[words[verb].head].head):
            verb = words[words[verb].head].head  # "launched what it said was a raid"
        return verb if words[verb].lemma in match.rule.light else None
    return None
