"""Which cue of the words above governs a word: the verb it is the object of, the noun it is the clause of."""

from sayso.model.flow import Parse
from sayso.reading.certainty.cues import Found, Match, here
from sayso.reading.certainty.slots import NOUNS, definite, kids, slot_of, slots, to_infinitive

SURE_VERBS = frozenset({"VBD", "VBN", "VBG"})
COPULAS = frozenset({"be", "seem", "remain", "become", "appear", "look", "stay", "prove"})
THINGS = frozenset({"something", "thing", "step", "move", "measure", "option", "idea", "possibility"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DATING = frozenset({"by", "from", "since", "until", "till", "at", "before", "during"})


def governor(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """The cue at `above` (or at the adjective a copula carries, or its subject) that governs `below`."""
    if parse.words[above].lemma in COPULAS:
        same = _equal(parse, found, above, below) or _told_as(parse, found, above, below)
        if same is not None:
            return same
        carried = _of_copula(parse, found, above, below) or _of_predicate(parse, found, above, below)
        if carried is not None:
            return carried
    match = _at(parse, found, above, below)
    if match is None and parse.words[above].dep in ("dobj", "nsubjpass", "pobj") and _misattached(parse, below):
        return _at(parse, found, _holder_of_object(parse, above), below)
    return match or _small_clause(parse, found, above, below) or _of_subject(parse, found, above, below)


def _equal(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """What something is said to be: "the right answer is to leave", "what we need is a truce", "one option is"."""
    words = parse.words
    if (
        words[above].lemma != "be"
        or words[above].tag == "VBD"
        or not (words[below].dep in ("attr", "xcomp", "ccomp", "acomp") or _for_to(parse, below))
    ):
        return None
    for c in kids(parse, above):
        if c == below or words[c].dep not in ("nsubj", "csubj"):
            continue
        for match in here(found, c, "governor"):
            if "equal" in match.cue.takes or (words[c].dep == "csubj" and match.cue.gives == "judged"):
                return match
        if words[c].dep == "csubj" and words[c].lemma == "do":
            # "What Rome must do is leave".
            return next((m for k in kids(parse, c) if words[k].tag == "MD" for m in here(found, k, "modal")), None)
    return _among(parse, found, above)


def _among(parse: Parse, found: Found, above: int) -> Match | None:
    """ "Among the demands is their release": what is one of several demanded, planned or feared."""
    words = parse.words
    nouns = (n for c in kids(parse, above) if c < above and words[c].lower == "among" for n in kids(parse, c))
    unreal = ("judged", "planned", "possible")
    return next(
        (m for n in nouns for m in here(found, n, "governor") if m.cue.part == "noun" and m.cue.gives in unreal), None
    )


def _told_as(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """What somebody's account is said to be: "Hanoi's version is that", "among the charges is that"."""
    words = parse.words
    if words[below].dep != "ccomp":
        return None
    for c in kids(parse, above):
        noun = next(iter(kids(parse, c)), c) if words[c].lower == "among" else c
        if c < below and words[c].dep in ("nsubj", "prep"):
            match = next((m for m in here(found, noun, "governor") if "told-as" in m.cue.takes), None)
            if match is not None:
                return match
    return None


def _for_to(parse: Parse, i: int) -> bool:
    """ "For Oslo to leave"."""
    opened = any(parse.words[c].lower == "for" and parse.words[c].dep == "mark" for c in kids(parse, i))
    return opened and parse.words[i].dep == "advcl" and to_infinitive(parse, i)


def _small_clause(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """A participle taken for part of the object: "wants sanctions imposed"."""
    words = parse.words
    if words[below].tag != "VBN" or words[below].dep != "acl" or words[above].dep != "dobj" or definite(parse, above):
        return None
    over = here(found, words[above].head, "governor")
    return next((m for m in over if "other" in m.cue.takes and m.cue.gives == "judged"), None)


def _of_subject(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """A clause or phrase put off to the end: "doubts remain that it fired", "pressure is mounting to", "no decision
    has been made on"."""
    words = parse.words
    if words[below].dep in ("prep", "prt"):
        return _put_off(parse, found, above, {words[below].lower})
    if words[below].dep not in ("ccomp", "advcl"):
        return None
    if words[below].dep == "advcl" and to_infinitive(parse, below):
        return _put_off(parse, found, above, {"clause"})
    if not any(words[c].lower == "that" for c in kids(parse, below)):
        return None
    for c in kids(parse, above):
        if words[c].dep in ("nsubj", "nsubjpass"):
            return next(
                (m for m in here(found, c, "governor") if "clause" in m.cue.takes and m.cue.part == "noun"), None
            )
    return None


def _put_off(parse: Parse, found: Found, above: int, slot: set[str]) -> Match | None:
    """The noun before verb `above` that takes `slot`, if the verb but says that there is such a thing."""
    words = parse.words
    below = kids(parse, above)
    if words[above].tag[:2] != "VB" or any(words[c].dep == "dobj" for c in below):
        return None
    for c in below:
        light = words[c].dep == "nsubj" or any(m.cue.gives == "same" for m in here(found, above, "governor"))
        if light and words[c].dep in SUBJECTS and words[c].pos == "NOUN":
            over = here(found, c, "governor")
            return next((m for m in over if m.cue.part == "noun" and not slot.isdisjoint(m.cue.takes)), None)
    return None


def _at(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """Words that can be verb or noun go by what the parser took them for, if there is an entry for it."""
    noun = parse.words[above].pos in NOUNS
    if _dates(parse, above, below):
        return None
    second: Match | None = None
    for match in here(found, above, "governor"):
        if _governs(parse, found, match, above, below):
            if match.cue.part is None or (match.cue.part == "noun") == noun:
                return match
            if parse.words[above].tag not in SURE_VERBS:
                second = second or match
    return second


def _dates(parse: Parse, above: int, below: int) -> bool:
    """ "By the time they fired": a time that only says when something else was."""
    word = parse.words[above]
    opened = word.dep == "pobj" and parse.words[word.head].lower in DATING
    return opened and word.lemma == "time" and not to_infinitive(parse, below)


def _of_copula(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """ "is likely to", "it is possible that", "a strike is possible", "is on the table"."""
    if slot_of(parse, below) not in ("clause", "subject", "whether"):
        return None
    fills = slots(parse, found, below)
    for c in kids(parse, above):
        if c == below or parse.words[c].dep not in ("acomp", "attr", "prep", "advmod", "oprd"):
            continue
        for match in here(found, c, "governor"):
            if match.cue.part == "noun" and parse.words[c].pos not in NOUNS and match.last - match.first == 1:
                continue
            if not fills.isdisjoint(match.cue.takes) and _voice_fits(parse, match, above):
                return match
    return None


def _of_predicate(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """ "Expelling him is something that might be considered": the modal of what the subject is said to be."""
    words = parse.words
    if words[below].dep not in ("csubj", "nsubj"):
        return None
    for c in kids(parse, above):
        for r in kids(parse, c) if words[c].dep == "attr" and words[c].lemma in THINGS else ():
            under = kids(parse, r) if words[r].dep == "relcl" else ()
            modal = next((m for k in under if words[k].tag == "MD" for m in here(found, k, "modal")), None)
            if modal is not None and modal.cue.gives == "possible" and not any(words[k].dep == "neg" for k in under):
                return modal
    return None


def _misattached(parse: Parse, below: int) -> bool:
    """Whether `below` hangs on an object though it may belong to the verb: "accused the army of", "urged Bonn to"."""
    return parse.words[below].dep == "prep" or (
        parse.words[below].dep in ("acl", "relcl") and to_infinitive(parse, below)
    )


def _holder_of_object(parse: Parse, i: int) -> int:
    head = parse.words[i].head
    return parse.words[head].head if parse.words[i].dep == "pobj" else head


def _governs(parse: Parse, found: Found, match: Match, above: int, below: int) -> bool:
    if match.first <= below < match.last:
        return False
    fills = slots(parse, found, below)
    if match.last - match.first > 1:
        last = match.last - 1
        if above == last and parse.words[last].dep in ("prep", "agent", "prt", "aux"):
            return match.cue.takes != ("clause",) or parse.words[below].pos not in NOUNS
        if parse.words[last].lower == "to" and parse.words[last].dep == "prep" and match.cue.takes == ("clause",):
            return False
        if parse.words[last].lower == "to" and "clause" in fills:
            return any(c == last for c in kids(parse, below)) or below > last
    if "whether" in fills and match.cue.gives == "judged" and "whether" not in match.cue.takes:
        return False
    if fills.isdisjoint(match.cue.takes) or not _voice_fits(parse, match, above):
        return False
    if "as" in fills and match.cue.gives == "denied" and any(parse.words[c].dep == "dobj" for c in kids(parse, above)):
        # "Rejected as childish the claim that"; but not "rejected the plan as an attack".
        return False
    if "from" in match.cue.takes and "object" in fills and _kept_from(parse, above):
        return False
    if match.cue.definite and not definite(parse, _noun_of(parse, below)):
        return False
    if match.cue.gives == "planned" and _past_clause(parse, below, match.cue.mental):
        return False
    return not ("clause" in fills and below < above and parse.words[below].dep == "acl")


def _past_clause(parse: Parse, i: int, mental: bool) -> bool:
    """What no plan is about: "the offer they made", "swore that they fired", "promised that it had paid"."""
    word = parse.words[i]
    if word.dep == "relcl":
        return word.tag == "VBD"
    if word.dep != "ccomp" or mental:
        return False
    below = [parse.words[c] for c in kids(parse, i)]
    if not any(w.lower == "that" or w.dep in SUBJECTS for w in below) or any(w.tag == "MD" for w in below):
        return False
    return word.tag == "VBD" or (word.tag == "VBN" and any(w.lower in ("had", "has", "have") for w in below))


def _kept_from(parse: Parse, i: int) -> bool:
    """Whether "from" says what was prevented: "stopped the war from spreading" denies the spreading alone."""
    return any(parse.words[c].lower == "from" and parse.words[c].dep == "prep" for c in kids(parse, i))


def _noun_of(parse: Parse, i: int) -> int:
    """`i`, or the noun that preposition `i` carries."""
    if parse.words[i].dep not in ("prep", "agent"):
        return i
    return next((c for c in kids(parse, i) if parse.words[c].dep == "pobj"), i)


def _voice_fits(parse: Parse, match: Match, above: int) -> bool:
    if match.cue.voice is None:
        return True
    words = parse.words
    if words[above].pos in NOUNS:
        return match.cue.voice == "active"
    passive = any(words[c].dep in ("auxpass", "nsubjpass") for c in kids(parse, above))
    passive = passive or (words[above].tag == "VBN" and words[above].dep in ("acl", "amod", "advcl"))
    return passive == (match.cue.voice == "passive")


def is_saying(parse: Parse, found: Found, i: int) -> bool:
    """Whether noun `i` is itself something said or meant: a claim, a demand, a plan."""
    return parse.words[i].pos in NOUNS and any(
        m.cue.gives in ("claimed", "judged", "planned") and m.cue.part == "noun" for m in here(found, i, "governor")
    )
