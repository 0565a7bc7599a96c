"""From an event up to the root of what its holder says, and back down, cue by cue."""

from collections.abc import Iterator

import msgspec

from sayso.model.flow import Parse, TokenRange
from sayso.reading.certainty.cues import Found, Match, here
from sayso.reading.certainty.slots import NOUNS, OBJECTS, definite, head_of, kids, slot_of, slots, to_infinitive
from sayso.reading.certainty.state import PLAIN, State, limit, through

MAX_PATH = 40
PASSING = frozenset({"xcomp", "pcomp", "acomp", "attr", "oprd", "aux", "auxpass", "acl"})
ARGUMENTS = OBJECTS | {"pobj", "nsubj", "csubj"}
SURE_VERBS = frozenset({"VBD", "VBN", "VBG"})
COPULAS = frozenset({"be", "seem", "remain", "become", "appear", "look", "stay", "prove"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WOULD = frozenset({"would", "'d", "’d"})
QUESTIONS = frozenset({"who", "what", "why", "how", "when", "where", "whom"})
HAVE_BEEN = frozenset({"was", "were", "had", "has", "have"})
WHOEVER = frozenset({"anyone", "anybody", "whoever", "whatever", "those", "everyone", "everybody"})
ANSWERABLE = frozenset({"responsible", "guilty", "innocent", "answerable"})
SETTING = frozenset({
    "during", "after", "before", "since", "despite", "following", "amid", "because", "over", "against", "by", "until",
    "throughout", "between", "under", "through", "about", "from", "given", "like", "unlike", "as", "on", "at", "due",
})  # fmt: skip


class Step(msgspec.Struct, frozen=True, gc=False):
    """One step down: from `above` to its child `below`."""

    above: int
    below: int


def path(parse: Parse, i: int, inside: tuple[TokenRange, ...]) -> list[int]:
    """Word `i` and the words above it, as long as they lie in `inside` (empty: anywhere in the sentence)."""
    out = [i]
    while len(out) < MAX_PATH:
        head = head_of(parse, out[-1])
        if head == out[-1] or head in out or (inside and not any(a <= head < b for a, b in inside)):
            break
        out.append(head)
    return out


def governor(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """The cue at `above` (or at the adjective a copula carries, or its subject) that governs `below`."""
    if parse.words[above].lemma in COPULAS:
        same = _equal(parse, found, above, below)
        if same is not None:
            return same
        carried = _of_copula(parse, found, above, below)
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
        or words[below].dep not in ("attr", "xcomp", "ccomp", "acomp")
    ):
        return None
    for c in kids(parse, above):
        if c == below or words[c].dep not in ("nsubj", "csubj"):
            continue
        for match in here(found, c, "governor"):
            if "equal" in match.cue.takes or (words[c].dep == "csubj" and match.cue.gives == "judged"):
                return match
    return None


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
    if words[below].dep == "prep":
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
    second: Match | None = None
    for match in here(found, above, "governor"):
        if _governs(parse, found, match, above, below):
            if match.cue.part is None or (match.cue.part == "noun") == noun:
                return match
            if parse.words[above].tag not in SURE_VERBS:
                second = second or match
    return second


def _of_copula(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    """ "is likely to", "it is possible that", "a strike is possible", "is on the table"."""
    if slot_of(parse, below) not in ("clause", "subject", "whether"):
        return None
    fills = slots(parse, found, below)
    for c in kids(parse, above):
        if c == below or parse.words[c].dep not in ("acomp", "attr", "prep", "advmod", "oprd"):
            continue
        for match in here(found, c, "governor"):
            if not fills.isdisjoint(match.cue.takes) and _voice_fits(parse, match, above):
                return match
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
        if parse.words[last].lower == "to" and "clause" in fills:
            return any(c == last for c in kids(parse, below)) or below > last
    if fills.isdisjoint(match.cue.takes) or not _voice_fits(parse, match, above):
        return False
    if "from" in match.cue.takes and "object" in fills and _kept_from(parse, above):
        return False
    if match.cue.definite and not definite(parse, _noun_of(parse, below)):
        return False
    if match.cue.gives == "planned" and parse.words[below].dep == "relcl" and parse.words[below].tag == "VBD":
        return False
    return not ("clause" in fills and below < above and parse.words[below].dep == "acl")


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


def down(
    parse: Parse, found: Found, step: Step, inherited: State, here_: State, directed: bool, event: bool
) -> tuple[State, bool]:
    """The state of `step.below`, before its own words count, and whether a cue aims at it through a preposition.

    `inherited` is what came down to `step.above`, `here_` the same with that word's own cues.
    `event`: `step.below` is the event itself.
    """
    above, below = step.above, step.below
    phrase = _phrase_above(parse, found, above, below)
    if phrase is not None:
        return _by_phrase(phrase, here_), True
    if event and parse.words[below].dep in SUBJECTS:
        raised = _raised(parse, found, above, here_)
        if raised is not None:
            return raised, False
    if asked_for(parse, below):
        return PLAIN, False
    match = governor(parse, found, above, below)
    if match is not None and "equal" in match.cue.takes and not event and parse.words[below].dep == "attr":
        match = None
    if (match is None or match.cue.gives == "same") and _act_of(parse, step, here_):
        return limit(_freed(here_), "conditional", 0.9, "would-follow", None), False
    if match is not None and match.cue.speech and event and is_saying(parse, found, below):
        return _freed(here_), False
    if match is not None and not {match.cue.id, f"not-{match.cue.id}"} & set(here_.cues):
        past = _past(parse, match.first)
        if match.cue.gives == "claimed" and inherited.negative and parse.words[above].pos in NOUNS:
            return limit(here_, "claimed", match.cue.strength(), match.cue.id, (match.first, match.last)), True
        return through(here_, match.cue, (match.first, match.last), past), parse.words[below].dep in ("prep", "agent")
    return _by_relation(parse, found, step, inherited, here_, directed)


def asked_for(parse: Parse, i: int) -> bool:
    """ "Wants to know what happened", "it is unclear who fired": a question word takes the past for granted."""
    words = parse.words
    if words[i].dep not in ("ccomp", "pcomp", "csubj") or words[i].tag not in ("VBD", "VBN"):
        return False
    first = parse.subtree(i)[0]
    below = [words[c].lower for c in kids(parse, i)]
    past = words[i].tag == "VBD" or not HAVE_BEEN.isdisjoint(below)
    return first != i and words[first].lower in QUESTIONS and past


def _act_of(parse: Parse, step: Step, here_: State) -> bool:
    """Whether a clause is the subject of what would follow: "bombing it would", "whoever attacks will"."""
    if parse.words[step.below].dep != "csubj":
        return False
    return would_follow(parse, step.above) or ("planned" in here_.lights and _whoever(parse, step.below))


def _whoever(parse: Parse, i: int) -> bool:
    return any(parse.words[c].lower in WHOEVER and parse.words[c].dep == "nsubj" for c in kids(parse, i))


def _by_phrase(phrase: Match, here_: State) -> State:
    """What a preposition makes of what it carries: "without signing". As a condition it is but supposed."""
    tokens = (phrase.first, phrase.last)
    if here_.supposed and phrase.cue.gives == "denied":
        return here_
    if phrase.cue.gives == "denied" and here_.negative:
        return limit(PLAIN, "possible", 0.5, f"not-{phrase.cue.id}", tokens)
    return limit(PLAIN, phrase.cue.gives, phrase.cue.strength(), phrase.cue.id, tokens)


def _raised(parse: Parse, found: Found, above: int, here_: State) -> State | None:
    """The subject of a verb that carries an infinitive which says but that it comes about: "is to take place"."""
    for c in kids(parse, above):
        if parse.words[c].dep != "xcomp" or not to_infinitive(parse, c):
            continue
        passive = any(parse.words[k].dep == "auxpass" for k in kids(parse, c))
        slot = "object" if passive else "subject"
        if any(m.cue.gives == "same" and slot in m.cue.takes for m in here(found, c, "governor")):
            match = governor(parse, found, above, c)
            if match is not None:
                return through(here_, match.cue, (match.first, match.last), _past(parse, match.first))
    return None


def _past(parse: Parse, i: int) -> bool:
    """Whether word `i`, or the copula that carries it, is in the past tense."""
    head = parse.words[i].head
    return parse.words[i].tag == "VBD" or (parse.words[i].pos == "ADJ" and parse.words[head].tag == "VBD")


def is_saying(parse: Parse, found: Found, i: int) -> bool:
    """Whether noun `i` is itself something said or meant: a claim, a demand, a plan."""
    return parse.words[i].pos in NOUNS and any(
        m.cue.gives in ("claimed", "judged", "planned") and m.cue.part == "noun" for m in here(found, i, "governor")
    )


def _phrase_above(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    for match in here(found, above, "preposition"):
        if not match.first <= below < match.last and (not match.cue.takes or parse.words[below].tag == "VBG"):
            return match
    return None


def _by_relation(
    parse: Parse, found: Found, step: Step, inherited: State, here_: State, directed: bool
) -> tuple[State, bool]:
    """No cue governs the step: how far the light of a word falls on what hangs on it, by the relation."""
    dep = parse.words[step.below].dep
    if dep == "conj":
        return _coordinate(parse, found, step, inherited, here_), directed
    if dep == "relcl":
        to = to_infinitive(parse, step.below) and parse.words[step.above].dep != "attr"
        return (_adnominal if to else _relative)(parse, step, here_), False
    if dep == "advcl":
        return _adverbial(parse, step, here_), False
    if dep == "acl" and not directed:
        return _adnominal(parse, step, here_), False
    if dep in PASSING:
        return here_, directed
    if dep == "ccomp":
        return (_doubted(here_) if here_.negative else here_), False
    if dep == "prep" and not directed:
        return (_freed(here_) if parse.words[step.below].lower in SETTING else here_), False
    if dep in ("prep", "pobj") and directed:
        return here_, dep == "prep"
    return _nominal(parse, step, here_), False


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
        return _freed(here_)
    if below.dep not in ARGUMENTS or definite(parse, step.below):
        return PLAIN
    if below.dep in ("nsubj", "csubj") and would_follow(parse, step.above):
        return limit(_freed(here_), "conditional", 0.9, "would-follow", None)
    if below.dep == "pobj" and above.lower in SETTING:
        return PLAIN
    return here_ if below.dep in OBJECTS else _freed(here_)


def _relative(parse: Parse, step: Step, here_: State) -> State:
    """ "the men who fired" did; "a state that attacks" may share the light of its clause."""
    if parse.words[step.above].lower in WHOEVER and "planned" in here_.lights and parse.words[step.below].tag != "VBD":
        return limit(_freed(here_), "conditional", 0.5, "whoever", None)
    told = parse.words[step.below].tag == "VBD" or definite(parse, step.above)
    told = told or here_.lights.isdisjoint({"conditional", "possible"})
    told = told or any(parse.words[c].lower in ("had", "has", "have", "was", "were") for c in kids(parse, step.below))
    return PLAIN if told else _freed(here_)


def _freed(state: State) -> State:
    """Modality reaches further down than negation: "the plan would not end a war"."""
    return state._replace(negative=False) if state.negative else state


def _doubted(state: State) -> State:
    return limit(_freed(state), "possible", 1.0, "not-that", None)


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
    if verbs and (own or above.tag != below.tag):
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
    if "to" in marks and below.tag == "VB":
        return limit(_freed(here_) if here_.lights else PLAIN, "planned", 1.3, "purpose", None)
    if marks and below.tag in ("VBZ", "VBP") and "planned" in here_.lights:
        return limit(PLAIN, "planned", 1.8, "future-clause", None)
    if below.tag == "VBG" and not marks:
        return _freed(here_)
    return PLAIN


def _any_subject(parse: Parse, i: int) -> bool:
    return any(
        parse.words[d].lower == "any"
        for c in kids(parse, i) if parse.words[c].dep in SUBJECTS for d in kids(parse, c)
    )  # fmt: skip


def _adnominal(parse: Parse, step: Step, here_: State) -> State:
    """A clause of a noun without an entry: "the first state to recognise" happened, "troops to guard" are to."""
    words = parse.words
    if not to_infinitive(parse, step.below):
        return PLAIN if words[step.below].tag in ("VBN", "VBG", "VBD") else _freed(here_)
    ranked = words[step.above].lower in ("first", "last", "only", "latest") or any(
        words[c].lower in ("only", "last", "latest", "next") or words[c].tag in ("JJS", "RBS")
        or words[c].ent == "ORDINAL" for c in kids(parse, step.above)
    )  # fmt: skip
    return here_ if ranked else limit(_freed(here_), "planned", 1.2, "to-do", None)


def ancestors(steps: list[int]) -> Iterator[Step]:
    """The steps from the top of a path down to its first word."""
    for k in range(len(steps) - 1, 0, -1):
        yield Step(steps[k], steps[k - 1])
