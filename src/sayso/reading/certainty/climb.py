"""From an event up to the root of what its holder says, and back down, cue by cue."""

from collections.abc import Iterator
from itertools import pairwise

from sayso.model.flow import Parse, TokenRange
from sayso.reading.certainty.cues import Found, Match, here
from sayso.reading.certainty.governors import SUBJECTS, governor, is_saying
from sayso.reading.certainty.relations import WHOEVER, Step, by_relation, freed, too, would_follow
from sayso.reading.certainty.slots import NOUNS, head_of, kids, tag_start, to_infinitive
from sayso.reading.certainty.state import PLAIN, State, limit, through

MAX_PATH = 40
QUESTIONS = frozenset({"who", "what", "why", "how", "when", "where", "whom"})
RESUMING = frozenset({"that", "whether", "if"})
UNTIMELY = frozenset({"early", "soon", "risky", "dangerous", "premature"})
HAVE_BEEN = frozenset({"was", "were", "had", "has", "have"})


def path(parse: Parse, i: int, inside: tuple[TokenRange, ...]) -> list[int]:
    """Word `i` and the words above it, as long as they lie in `inside` (empty: anywhere in the sentence)."""
    out, tag = [i], tag_start(parse, i)
    while len(out) < MAX_PATH:
        head = head_of(parse, out[-1])
        if head == out[-1] or head in out or head >= tag or (inside and not any(a <= head < b for a, b in inside)):
            break
        out.append(head)
    return _resumed(parse, out, inside) if len(inside) > 1 else out


def _resumed(parse: Parse, steps: list[int], inside: tuple[TokenRange, ...]) -> list[int]:
    """`steps` led on over the words of who speaks: "there is no proof, he said, that it fired"."""
    opening = (c for c in kids(parse, steps[-1]) if parse.words[c].dep == "mark" and parse.words[c].lower in RESUMING)
    mark = next(opening, None)
    before = next((b for (_, b), (a, _) in pairwise(inside) if a == mark), None)
    if before is None:
        return steps
    last = before - 1
    while last > inside[0][0] and parse.words[last].pos == "PUNCT":
        last -= 1
    while last not in steps and len(steps) < MAX_PATH:
        steps.append(last)
        head = head_of(parse, last)
        if not any(a <= head < b for a, b in inside):
            break
        last = head
    return steps


def ancestors(steps: list[int]) -> Iterator[Step]:
    """The steps from the top of a path down to its first word."""
    for k in range(len(steps) - 1, 0, -1):
        yield Step(steps[k], steps[k - 1])


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
        return _recounted(parse, found, above), False
    if event and too(parse, step):
        return _by_excess(parse, step, here_), False
    match = governor(parse, found, above, below)
    if match is not None and "equal" in match.cue.takes and not event and parse.words[below].dep == "attr":
        match = None
    if (match is None or match.cue.gives == "same") and _act_of(parse, step, here_):
        return limit(freed(here_), "conditional", 0.9, "would-follow", None), False
    if match is not None and match.cue.speech and event and is_saying(parse, found, below):
        return freed(here_), False
    if match is not None and not {match.cue.id, f"not-{match.cue.id}"} & set(here_.cues):
        past = _past(parse, match.first)
        if match.first != above and any(parse.words[c].dep == "neg" for c in kids(parse, match.first)):
            # "Did not have the decency to": the verb of the phrase is negated, not its noun.
            here_ = here_._replace(negative=True)
        if match.cue.gives == "claimed" and inherited.negative and parse.words[above].pos in NOUNS:
            return limit(here_, "claimed", match.cue.strength(), match.cue.id, (match.first, match.last)), True
        return through(here_, match.cue, (match.first, match.last), past), parse.words[below].dep in ("prep", "agent")
    if here_.negative and (_cleft(parse, step) or _cut_passive(parse, step)):
        return here_, False
    return by_relation(parse, found, step, inherited, here_, directed)


def _by_excess(parse: Parse, step: Step, here_: State) -> State:
    """ "Too weak to hold it": they do not. "Not too proud to talk", "too early to act": open, or judged."""
    if parse.words[step.above].lemma in UNTIMELY:
        return limit(freed(here_), "judged", 0.3, "too", None)
    if here_.negative:
        return limit(freed(here_), "possible", 0.9, "not-too", None)
    return limit(here_, "denied", 2.2, "too", None)


def _cut_passive(parse: Parse, step: Step) -> bool:
    """ "He was not, as the daily has it, arrested": the participle that the parser hung on its auxiliary."""
    words = parse.words
    below = words[step.below]
    if below.dep != "advcl" or below.tag != "VBN" or words[step.above].lemma != "be" or words[below.i - 1].lower != ",":
        return False
    return not any(words[c].dep in ("acomp", "attr") for c in kids(parse, step.above))


def _cleft(parse: Parse, step: Step) -> bool:
    """ "It was not us who fired": what is denied is who did it. "It was not us but them who fired": somebody did."""
    words = parse.words
    if words[step.below].dep != "relcl" or words[step.above].dep != "attr":
        return False
    subject = any(words[c].lower == "it" for c in kids(parse, words[step.above].head) if c < step.above)
    return subject and not any(words[c].lower == "but" for c in range(step.above, step.below))


def _recounted(parse: Parse, found: Found, above: int) -> State:
    """ "A tale of how they boarded the boat": somebody's account, whoever's it is."""
    noun = parse.words[above].head if parse.words[above].dep == "prep" else above
    match = next((m for m in here(found, noun, "governor") if "told-as" in m.cue.takes), None)
    if match is None or parse.words[noun].pos not in NOUNS:
        return PLAIN
    return limit(PLAIN, "claimed", match.cue.strength(), match.cue.id, (match.first, match.last))


def asked_for(parse: Parse, i: int) -> bool:
    """ "Wants to know what happened", "it is unclear who fired": a question word takes the past for granted."""
    words = parse.words
    if words[i].dep not in ("ccomp", "pcomp", "csubj") or words[i].tag not in ("VBD", "VBN"):
        return False
    first = parse.subtree(i)[0]
    below = [words[c].lower for c in kids(parse, i)]
    past = words[i].tag == "VBD" or not HAVE_BEEN.isdisjoint(below)
    return first != i and words[first].lower in QUESTIONS and past and words[first - 1].lower != ","


def _act_of(parse: Parse, step: Step, here_: State) -> bool:
    """Whether a clause is the subject of what would follow: "bombing it would", "whoever attacks will"."""
    if parse.words[step.below].dep not in ("csubj", "csubjpass"):
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
    """Whether word `i`, or the copula or auxiliary that carries it, is in the past tense."""
    head = parse.words[i].head
    if parse.words[i].tag == "VBN" and any(parse.words[c].lower in ("was", "were") for c in kids(parse, i)):
        return True
    return parse.words[i].tag == "VBD" or (parse.words[i].pos == "ADJ" and parse.words[head].tag == "VBD")


def _phrase_above(parse: Parse, found: Found, above: int, below: int) -> Match | None:
    for match in here(found, above, "preposition"):
        if not match.first <= below < match.last and (not match.cue.takes or parse.words[below].tag == "VBG"):
            return match
    return None
