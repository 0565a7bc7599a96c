"""What a sentence ends up saying of the report or claim it opens with: "reports that it fired were a lie"."""

from sayso.model.flow import Parse
from sayso.reading.certainty.conditions import BELIEVED
from sayso.reading.certainty.cues import Found, Match, here
from sayso.reading.certainty.slots import head_of, kids
from sayso.reading.certainty.state import State, limit

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
VERDICTS = frozenset({"untrue", "falsehood", "discredited"})
HEARSAY = frozenset({"allegation", "talk-of", "believe", "evidence"})
LINKS = frozenset({"be", "prove", "turn", "amount", "remain"})
REACH = 32
CALLING = "call-it"
BORNE_OUT = "borne-out"


def verdict(parse: Parse, found: Found, steps: list[int], state: State) -> State:
    """`state`, or denied where the sentence calls untrue what it opens with, though the tree has lost the thread."""
    if state.negative or "supposed" in state.cues:
        return state
    over = _link(parse, found, steps)
    if over is None:
        over = _fallback(parse, found, steps)
    if over is None:
        return state
    # A war may be called absurd; only what is said can be wrong.
    said = any(_hearsay(found, k) for k in steps) or parse.words[over].lemma in LINKS
    verdicts = VERDICTS if said else VERDICTS - {"discredited"}
    end = min(parse.sentence(over).last, over + REACH)
    for k in range(over, end):
        word = parse.words[k]
        if word.lower in ("not", "n't", "n’t", "but", ";", "because", "after"):
            break
        match = next(
            (m for m in here(found, k, "governor") if m.cue.id in verdicts and (k == over or k not in steps)), None
        )
        if match is not None:
            return limit(State(), "denied", match.cue.strength(), match.cue.id, (match.first, match.last))
    return state


def told_so(parse: Parse, found: Found, steps: list[int], state: State) -> State:
    """`state`, or claimed where the sentence leaves it to somebody's word: "if Riga is to be believed, ...", "if the
    reports are true"."""
    if state.lights or not state.sure:
        return state
    for c in kids(parse, steps[-1]):
        match = _leaving_it(parse, found, c) if parse.words[c].dep == "advcl" else None
        if match is not None:
            return limit(state, "claimed", match.cue.strength(), match.cue.id, (match.first, match.last))
    return state


def _leaving_it(parse: Parse, found: Found, clause: int) -> Match | None:
    """The words of a clause that leave the rest to somebody's word."""
    below = kids(parse, clause)
    hearsay = any(_hearsay(found, c) for c in below if parse.words[c].dep == "nsubj")
    for k in (clause, *below):
        for match in here(found, k, "governor"):
            if match.cue.id == BELIEVED or (match.cue.id == BORNE_OUT and hearsay):
                return match
    return None


def _link(parse: Parse, found: Found, steps: list[int]) -> int | None:
    """The verb that says what the report was: the copula over a noun for what is said, or over a fronted "that"."""
    words = parse.words
    for below in steps:
        above = head_of(parse, below)
        passive = words[below].dep == "nsubjpass" and words[above].tag == "VBN"
        if words[below].dep in SUBJECTS and (passive or words[above].lemma in LINKS) and above > steps[0]:
            return above if below != steps[0] and _hearsay(found, below) else None
        if words[below].dep == "dobj" and any(m.cue.id == CALLING for m in here(found, above, "governor")):
            return above
    return None


def _hearsay(found: Found, i: int) -> bool:
    return any(m.cue.id in HEARSAY for m in here(found, i, "governor"))


def _fallback(parse: Parse, found: Found, steps: list[int]) -> int | None:
    """The copula behind a fronted report or "that" which the parser took for something else."""
    words = parse.words
    first = parse.sentence(steps[0]).first
    if words[first].lower == "that" and words[first].dep == "mark" and steps[0] > first:
        return next((c for c in kids(parse, words[first].head) if words[c].lemma == "be" and c > steps[0]), None)
    opening = next((k for k in range(first, min(first + 3, steps[0])) if _hearsay(found, k)), None)
    if opening is None or not any(words[k].lower == "that" for k in range(opening + 1, min(opening + 8, steps[0]))):
        return None
    end = min(parse.sentence(first).last, steps[0] + REACH)
    tensed = (k for k in range(steps[0] + 1, end) if words[k].tag in ("VBD", "VBZ", "VBP"))
    link = next(tensed, None)
    return link if link is not None and words[link].lemma in LINKS and words[link].dep[:3] != "aux" else None
