"""How far the light of a word falls on what hangs on it, by the relation, where no cue governs the step."""

import msgspec

from sayso.model.flow import Parse
from sayso.reading.certainty.cues import Found, here
from sayso.reading.certainty.slots import OBJECTS, definite, kids, to_infinitive
from sayso.reading.certainty.state import PLAIN, State, limit

PASSING = frozenset({"xcomp", "pcomp", "acomp", "attr", "oprd", "aux", "auxpass", "acl", "prt"})
ARGUMENTS = OBJECTS | {"pobj", "nsubj", "csubj"}
WOULD = frozenset({"would", "'d", "’d"})
RESPONSES = frozenset({
    "meet", "answer", "treat", "regard", "punish", "greet", "repel", "deem", "consider", "see", "avenge", "counter",
    "take",
})  # fmt: skip
READY = frozenset({
    "ready", "quick", "eager", "happy", "willing", "keen", "glad", "prone", "inclined", "pleased", "like", "want",
})  # fmt: skip
HOLDING = frozenset({"have", "possess", "retain", "command"})
IMAGINED = frozenset({"scenario", "eventuality", "world", "future"})
WHOEVER = frozenset({"anyone", "anybody", "whoever", "whatever", "those", "everyone", "everybody"})
ANSWERABLE = frozenset({"responsible", "guilty", "innocent", "answerable"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SETTING = frozenset({
    "during", "after", "before", "since", "despite", "following", "amid", "because", "over", "against", "by", "until",
    "throughout", "between", "under", "through", "about", "from", "given", "like", "unlike", "as", "on", "at", "due",
})  # fmt: skip  # fmt: skip


class Step(msgspec.Struct, frozen=True, gc=False):
    """One step down: from `above` to its child `below`."""

    above: int
    below: int


def by_relation(
    parse: Parse, found: Found, step: Step, inherited: State, here_: State, directed: bool
) -> tuple[State, bool]:
    """No cue governs the step: how far the light of a word falls on what hangs on it, by the relation."""
    dep = parse.words[step.below].dep
    if dep == "conj":
        return _coordinate(parse, found, step, inherited, here_), directed
    if dep == "relcl":
        to = to_infinitive(parse, step.below) and parse.words[step.above].dep != "attr"
        return _adnominal(parse, step, here_) if to else _relative(parse, found, step, here_), False
    if dep == "advcl":
        return _adverbial(parse, step, here_), False
    if dep == "acl" and not directed:
        return _adnominal(parse, step, here_), False
    if dep == "xcomp" and _means(parse, step, here_):
        return _to_do_with(here_), False
    if dep in PASSING:
        return here_, directed
    if dep == "ccomp":
        return (_doubted(here_) if here_.negative else here_), False
    if dep == "prep" and _reason(parse, step, here_):
        return PLAIN, False
    if dep == "prep" and not directed:
        return (freed(here_) if parse.words[step.below].lower in SETTING else here_), False
    if dep in ("prep", "pobj") and directed:
        return here_, dep == "prep"
    return _nominal(parse, step, here_), False


def _reason(parse: Parse, step: Step, here_: State) -> bool:
    """ "Was to punish them for stealing it": the reason is told as done, whatever comes of the rest."""
    words = parse.words
    if words[step.below].lower != "for" or "conditional" in here_.lights or words[step.above].pos != "VERB":
        return False
    done = any(words[c].dep == "pcomp" and words[c].tag == "VBG" for c in kids(parse, step.below))
    return done and any(
        words[c].dep in ("dobj", "nsubjpass") and words[c].ent != "DATE" for c in kids(parse, step.above)
    )


def _nominal(parse: Parse, step: Step, here_: State) -> State:
    """What is named as known ("the raid") stands as told; "a raid" shares the light of its clause.

    Who did it is as sure as the words that say so: "there is no sign that Peru was behind the raid".
    """
    above, below = parse.words[step.above], parse.words[step.below]
    if below.dep == "pobj" and (above.lower == "behind" or parse.words[above.head].lower in ANSWERABLE):
        return here_
    if below.dep == "amod":
        return here_ if below.tag == "VBG" and above.dep == "pobj" else PLAIN
    if below.dep == "parataxis":
        return freed(here_)
    if below.dep == "nsubjpass" and above.lemma in RESPONSES and would_follow(parse, step.above):
        # "A second raid would be met with force".
        told = definite(parse, step.below)
        return PLAIN if told else limit(freed(here_), "conditional", 0.9, "would-follow", None)
    if below.dep not in ARGUMENTS or definite(parse, step.below):
        return PLAIN
    if below.dep in ("nsubj", "csubj") and would_follow(parse, step.above):
        return limit(freed(here_), "conditional", 0.9, "would-follow", None)
    if below.dep == "pobj" and above.lower in SETTING:
        return PLAIN
    return here_ if below.dep in OBJECTS else freed(here_)


def _relative(parse: Parse, found: Found, step: Step, here_: State) -> State:
    """ "the men who fired" did; "a state that attacks" may share the light of its clause."""
    if parse.words[step.above].lower in WHOEVER and "planned" in here_.lights and parse.words[step.below].tag != "VBD":
        return limit(freed(here_), "conditional", 0.5, "whoever", None)
    over = parse.words[step.above]
    if over.lemma == "time" and over.dep == "attr" and parse.words[over.head].tag == "VBZ":
        # "It is time they talked".
        return limit(freed(here_), "judged", 0.49, "time-that", None)
    if parse.words[step.below].tag != "VBD" and any(parse.words[c].lower == "any" for c in kids(parse, step.above)):
        return limit(freed(here_), "conditional", 0.5, "any-that", None)
    if over.dep in SUBJECTS and not definite(parse, step.above) and would_follow(parse, over.head):
        # "A government that recognised them would not last".
        return limit(freed(here_), "conditional", 0.5, "would-follow", None)
    if over.lemma in IMAGINED and not definite(parse, step.above) and _in_which(parse, step.below):
        return limit(freed(here_), "possible", 0.6, "scenario-in-which", None)
    if _provided_for(parse, found, step):
        return limit(PLAIN, "planned", 1.5, "under-which", None)
    told = parse.words[step.below].tag == "VBD" or definite(parse, step.above)
    told = told or here_.lights.isdisjoint({"conditional", "possible"})
    told = told or any(parse.words[c].lower in ("had", "has", "have", "was", "were") for c in kids(parse, step.below))
    return PLAIN if told else freed(here_)


def _provided_for(parse: Parse, found: Found, step: Step) -> bool:
    """ "A deal under which Oslo withdraws": what an agreement or plan provides for is to come."""
    below = step.below
    if not present(parse, below):
        return False
    plans = here(found, step.above, "governor") if _in_which(parse, below) else ()
    return any(m.cue.part == "noun" and m.cue.gives == "planned" for m in plans)


def _in_which(parse: Parse, i: int) -> bool:
    """Whether clause `i` opens with "in which", "under which", "where"."""
    return any(
        parse.words[c].lower == "where" or (parse.words[c].dep == "prep" and any(
            parse.words[d].lower == "which" for d in kids(parse, c)
        ))
        for c in kids(parse, i)
    )  # fmt: skip


def present(parse: Parse, i: int) -> bool:
    """Whether verb `i` is in the present, by itself or its auxiliaries: "leaves", "is lifted", "have left"."""
    words = parse.words
    if words[i].tag in ("VBZ", "VBP"):
        return True
    auxiliaries = [words[c].tag for c in kids(parse, i) if words[c].dep in ("aux", "auxpass")]
    return words[i].tag in ("VBN", "VBG") and auxiliaries[:1] in (["VBZ"], ["VBP"])


def freed(state: State) -> State:
    """Modality reaches further down than negation: "the plan would not end a war"."""
    return state._replace(negative=False) if state.negative else state


def _doubted(state: State) -> State:
    return limit(freed(state), "possible", 1.0, "not-that", None)


def too(parse: Parse, step: Step) -> bool:
    """ "Too weak to hold it", "too badly damaged for them to cross it"; not "too ready to blame them"."""
    words = parse.words
    if not to_infinitive(parse, step.below) or words[step.above].lemma in READY or step.below < step.above:
        return False
    before = [c for c in kids(parse, step.above) if c < step.above]
    return any(words[c].lower == "too" for b in before for c in (b, *kids(parse, b)))


def would_follow(parse: Parse, i: int) -> bool:
    """Whether verb `i` says what would follow: "would trigger", but not "would have", nor what would take place."""
    words = parse.words
    auxiliaries = [words[c].lower for c in kids(parse, i) if words[c].dep == "aux"]
    return bool(WOULD.intersection(auxiliaries)) and "have" not in auxiliaries


def _coordinate(parse: Parse, found: Found, step: Step, inherited: State, here_: State) -> State:
    """A conjunct shares the first one's auxiliaries when it has none and no subject of its own."""
    above, below = parse.words[step.above], parse.words[step.below]
    own = any(parse.words[c].dep in ("nsubj", "nsubjpass", "aux", "auxpass") for c in kids(parse, step.below))
    between = [k for k in kids(parse, step.above) if step.above < k < step.below and parse.words[k].dep == "cc"]
    if between and parse.words[between[-1]].lower == "nor":
        return limit(inherited._replace(negative=False), "denied", 3.0, "nor", None)
    instead = next((m for k in between for m in here(found, k, "preposition") if m.cue.gives == "denied"), None)
    if instead is not None:
        return limit(PLAIN, "denied", 2.4, instead.cue.id, (instead.first, instead.last))
    verbs = above.tag[:2] == "VB" and below.tag[:2] == "VB"
    if verbs and (own or (above.tag != below.tag and (above.tag, below.tag) != ("VB", "VBP"))):
        return inherited
    if here_.negative and not inherited.negative and _joined_by(parse, step, "but"):
        return inherited
    return here_


def _joined_by(parse: Parse, step: Step, word: str) -> bool:
    return any(parse.words[k].lower == word for k in range(step.above, step.below))


def _adverbial(parse: Parse, step: Step, here_: State) -> State:
    words = parse.words
    below = words[step.below]
    marks = [words[c].lower for c in kids(parse, step.below) if words[c].dep in ("mark", "advmod", "aux")]
    if "before" in marks and _any_subject(parse, step.below):
        return limit(PLAIN, "denied", 2.0, "before-any", None)
    if "than" in marks and any(words[c].lower == "rather" for c in kids(parse, step.below)):
        return limit(PLAIN, "denied", 2.4, "rather-than", None)
    if "until" in marks and present(parse, step.below):
        return limit(PLAIN, "conditional", 0.5, "until", None)
    if "to" in marks and below.tag == "VB":
        return limit(freed(here_) if here_.lights else PLAIN, "planned", 1.3, "purpose", None)
    if marks and below.tag in ("VBZ", "VBP") and "planned" in here_.lights:
        return limit(PLAIN, "planned", 1.8, "future-clause", None)
    if below.tag == "VBG" and not marks:
        return freed(here_)
    return PLAIN


def _any_subject(parse: Parse, i: int) -> bool:
    return any(
        parse.words[d].lower == "any"
        for c in kids(parse, i) if parse.words[c].dep in SUBJECTS for d in kids(parse, c)
    )  # fmt: skip


def _means(parse: Parse, step: Step, here_: State) -> bool:
    """ "Has the ships to blockade it": somebody has what it takes; not "has it to thank", "has to"."""
    words = parse.words
    if words[step.above].lemma not in HOLDING or here_.lights or not to_infinitive(parse, step.below):
        return False
    return any(words[c].dep == "dobj" and words[c].pos == "NOUN" and c < step.below for c in kids(parse, step.above))


def _to_do_with(here_: State) -> State:
    return limit(here_, "same" if here_.negative else "possible", 1.2, "means-to", None)


def _adnominal(parse: Parse, step: Step, here_: State) -> State:
    """A clause of a noun without an entry: "the first state to recognise" happened, "troops to guard" are to."""
    words = parse.words
    if not to_infinitive(parse, step.below):
        return PLAIN if words[step.below].tag in ("VBN", "VBG", "VBD") else freed(here_)
    ranked = words[step.above].lower in ("first", "last", "only", "latest") or any(
        words[c].lower in ("only", "last", "latest", "next") or words[c].tag in ("JJS", "RBS")
        or words[c].ent == "ORDINAL" for c in kids(parse, step.above)
    )  # fmt: skip
    if ranked:
        return here_
    if words[step.above].dep == "dobj" and words[words[step.above].head].lemma in HOLDING and not here_.lights:
        return _to_do_with(here_)
    return limit(freed(here_), "planned", 1.2, "to-do", None)
