"""Plans that came to nothing: "was to have signed", "was meant to fly in but called it off", "They didn't."."""

from sayso.model.flow import Parse
from sayso.reading.certainty.cues import Found, here
from sayso.reading.certainty.slots import kids, to_infinitive
from sayso.reading.certainty.state import State, limit

PAST = frozenset({"was", "were", "had", "did"})
ELLIPTIC = frozenset({"did", "has", "have", "had", "was", "were"})
NEGATIVE = frozenset({"not", "n't", "n’t", "never"})
AFTER = frozenset({"because", "since", "as", "for", "yet"})
CONTRAST = frozenset({"but", "however", "instead", ";"})
FIXED = frozenset({"be-to", "supposed-to", "going-to"})
DROPPED = "dropped"
REACH = 24
NEXT = 12


def unmet(parse: Parse, found: Found, steps: list[int], state: State) -> State:
    """`state`, or denied for a plan told as past that the rest of the sentence or the next one says was not kept."""
    if state.cues == ("could",) and _forestalled(parse, steps[0]):
        return limit(State(), "denied", 2.2, "before-could", None)
    if state.lights != {"planned"} or state.negative or state.supposed:
        return state
    top = _past_plan(parse, found, steps)
    if top is None:
        return state
    fixed = not FIXED.isdisjoint(state.cues)
    if fixed and any(parse.words[c].lower == "have" and c < steps[0] for c in kids(parse, steps[0])):
        return limit(state, "denied", 2.2, "was-to-have", None)
    rule = _not_kept(parse, found, steps[0])
    return state if rule is None else limit(state, "denied", 2.2, rule, None)


def _past_plan(parse: Parse, found: Found, steps: list[int]) -> int | None:
    """The word above the event that tells the plan, in the past tense, where the event is but its infinitive."""
    words = parse.words
    if not to_infinitive(parse, steps[0]):
        return None
    for k in steps[1:3]:
        past = words[k].tag == "VBD" or any(words[c].lower in PAST for c in kids(parse, k))
        past = past or (words[k].pos == "ADJ" and words[words[k].head].tag == "VBD")
        if past and any(m.cue.gives == "planned" for c in (k, k + 1) for m in here(found, c, "governor")):
            return k
    return None


def _forestalled(parse: Parse, i: int) -> bool:
    """ "The cabinet fell before it could send them"."""
    return any(parse.words[c].lower == "before" and parse.words[c].dep == "mark" for c in kids(parse, i))


def _not_kept(parse: Parse, found: Found, i: int) -> str | None:
    """The rule by which what follows word `i` says that it was not done, if it does."""
    words, sentence = parse.words, parse.sentence(i)
    contrast = False
    for k in range(i + 1, min(sentence.last, i + 1 + REACH * 2)):
        contrast = contrast or words[k].lower in CONTRAST
        if _elliptic(parse, k, sentence.last):
            return "did-not"
        if contrast and any(DROPPED in m.cue.takes for m in here(found, k, "governor")):
            return DROPPED
    following = words[i].sentence + 1
    if following >= len(parse.sentences):
        return None
    after = parse.sentences[following]
    if after.section != sentence.section:
        return None
    near = range(after.first, min(after.last, after.first + 4))
    return "did-not" if any(_elliptic(parse, k, after.last) for k in near) else None


def _elliptic(parse: Parse, k: int, last: int) -> bool:
    """Whether words `k` and `k + 1` by themselves deny what was told before: "They didn't.", "they never did"."""
    words = parse.words
    if k + 1 >= last:
        return False
    pair = (words[k].lower, words[k + 1].lower)
    if not ((pair[0] in ELLIPTIC and pair[1] in NEGATIVE) or (pair[0] == "never" and pair[1] in ELLIPTIC)):
        return False
    ended = k + 2 >= last or words[k + 2].pos == "PUNCT" or words[k + 2].lower in AFTER
    return ended and words[k - 1].lower not in ("why", "if")
