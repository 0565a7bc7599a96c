"""What the words at a word itself make of it: its verb group or noun phrase, the marker that opens it, its mood."""

from sayso.model.flow import Parse, Word
from sayso.reading.certainty.cues import Found, here
from sayso.reading.certainty.local import none_object, noun_phrase, verb_group
from sayso.reading.certainty.slots import NOUNS, kids
from sayso.reading.certainty.state import State, limit

ORDERED = frozenset({"let", "prevent", "end", "avoid"})
"""Cues whose own imperative says what ought (not) to be: "stop arming them"."""
SINGULAR = frozenset({"NN", "NNP", "PRP"})


def own(parse: Parse, found: Found, i: int, state: State, event: bool) -> State:
    """`state` seen through the words at `i` itself."""
    word = parse.words[i]
    if word.pos in NOUNS:
        state = noun_phrase(parse, found, i, state)
        return verb_group(parse, found, i, state) if word.dep in ("ROOT", "ccomp") else state
    if word.pos in ("VERB", "AUX", "ADJ") or word.tag[:2] == "VB":
        state = verb_group(parse, found, i, state)
        if event and any(parse.words[c].dep in ("det", "amod", "poss") for c in kids(parse, i)):
            state = noun_phrase(parse, found, i, state)
        none = none_object(parse, i) if event and not state.negative else None
        if none is not None:
            state = limit(state, "denied", 3.0, "no-object", (none, none + 1))
        state = _let_alone(found, i, state) if event else state
        state = _subjunctive(parse, found, i, _marked(parse, found, i, state))
        return _bare(parse, found, i, state, event)
    return state


def _let_alone(found: Found, i: int, state: State) -> State:
    """ "They have not met, let alone signed a truce"."""
    match = next((m for m in here(found, i - 1, "adverb") if m.cue.id == "let-alone"), None) if i else None
    if match is None or state.negative:
        return state
    return limit(state, "denied", match.cue.strength(), match.cue.id, (match.first, match.last))


def _marked(parse: Parse, found: Found, i: int, state: State) -> State:
    """Markers that open the clause without making it a condition: "whether", "as if"."""
    for c in kids(parse, i):
        if c < i and parse.words[c].dep in ("mark", "advmod", "preconj", "dep", "prep"):
            match = next(here(found, c, "marker"), None)
            if match is not None and match.cue.gives != "same":
                sure = match.cue.strength()
                state = limit(state, match.cue.gives, sure, match.cue.id, (match.first, match.last))
    return state


def _subjunctive(parse: Parse, found: Found, i: int, state: State) -> State:
    """ "Insisted that the army leave": a bare verb under "that" says what ought to be."""
    words = parse.words
    below = kids(parse, i)
    if words[i].dep != "ccomp" or not (words[i].tag == "VB" or any(_bare_be(words[c]) for c in below)):
        return state
    if any(words[c].dep == "aux" for c in below) or not any(words[c].lower == "that" for c in below):
        return state
    if words[i].tag != "VB":
        return limit(state, "judged", 0.49, "subjunctive", None)
    subject = next((c for c in below if words[c].dep in ("nsubj", "nsubjpass")), None)
    return (
        state
        if subject is None or words[subject].tag not in SINGULAR
        else limit(state, "judged", 0.49, "subjunctive", None)
    )


def _bare_be(word: Word) -> bool:
    """ "Asked that they *be* freed"."""
    return word.dep == "auxpass" and word.tag == "VB" and word.lower == "be"


def _bare(parse: Parse, found: Found, i: int, state: State, event: bool) -> State:
    """Infinitives and imperatives without a governor: "Minister to visit Rome" (a headline), "Release him!"."""
    word = parse.words[i]
    opens = i == 0 or parse.words[i - 1].pos == "PUNCT"
    below = [parse.words[c] for c in kids(parse, i)]
    if word.tag == "VB" and word.dep == "ccomp" and not opens and word.head > i:
        # "Iran to resume inspections, agency says".
        opens = any(w.dep == "nsubj" for w in below) and any(w.lower == "to" and w.dep == "aux" for w in below)
    if word.tag != "VB" or not (word.dep == "ROOT" or (word.dep in ("ccomp", "parataxis") and opens)):
        return state
    if any(w.dep == "aux" and w.lower == "to" for w in below):
        return limit(state, "planned", 2.0, "headline-infinitive", None)
    over = next(here(found, i, "governor"), None)
    ordered = over is None or event or over.cue.id in ORDERED
    if any(w.lower == "do" and w.i < i for w in below) and any(w.dep == "neg" for w in below):
        below = [w for w in below if w.lower != "do"]
    if not any(w.dep in ("nsubj", "nsubjpass", "aux", "expl") for w in below) and ordered:
        return limit(state, "judged", 0.5, "imperative", None)
    return state
