"""Conditions: if-clauses, "in the event of ...", those that no word opens, and what they are conditions of."""

from sayso.model.flow import Parse, Sentence
from sayso.reading.certainty.clauses import Condition, cut_at, main_verb, modal, verb_above, verb_behind
from sayso.reading.certainty.cues import Found, Match, here
from sayso.reading.certainty.slots import kids, to_infinitive
from sayso.reading.certainty.unmarked import commanded, inverted, one_more

BELIEVED = "if-believed"


def conditions(parse: Parse, found: Found, sentence: Sentence) -> tuple[Condition, ...]:
    """The conditions of one sentence, in order."""
    out: list[Condition] = []
    reached = sentence.first
    asked = commanded(parse, sentence) or one_more(parse, sentence)
    if asked is not None:
        out.append(asked)
        reached = asked.last
    for i in range(sentence.first, sentence.last):
        match = next(here(found, i, "condition"), None)
        if match is not None and match.first == i:
            condition = _marked(parse, found, sentence, match)
        else:
            condition = inverted(parse, sentence, i)
        if condition is not None and condition.first >= reached:
            out.append(condition)
            reached = condition.last
    return tuple(out)


def _marked(parse: Parse, found: Found, sentence: Sentence, match: Match) -> Condition | None:
    word = parse.words[match.first]
    if match.cue.gives == "same" or _is_verb(parse, match):
        return None
    clause = _clause(parse, match)
    head = parse.words[clause]
    if match.cue.lacking:
        return _lacking(parse, sentence, match, clause)
    if match.last < sentence.last and parse.words[match.last].lower == ",":
        interrupted = _interrupted(parse, sentence, match)
        if interrupted is not None:
            return interrupted
    if (
        word.lower == "if"
        and head.head < clause
        and (head.dep == "ccomp" or _asked(parse, found, head.head, match.first))
    ):
        return None
    if word.lower == "if" and (not _verbal(parse, clause) or _as_if(parse, match) or _believed(parse, found, clause)):
        return None
    hung = head.dep == "advcl" or (head.dep == "ccomp" and clause < head.head)
    if match.cue.future and not (hung and clause > match.first and _to_come(parse, main_verb(parse, clause))):
        return None
    if clause < match.first and head.dep == "ROOT":
        return _linear(parse, sentence, match)
    first, last = parse.subtree(clause)
    last = cut_at(parse, clause, match.last, min(last, sentence.last))
    if not _verbal(parse, clause):
        last = next((k for k in range(match.last + 1, last) if parse.words[k].lower == ","), last)
    return _condition(parse, max(first, match.first), last, clause, match)


def _believed(parse: Parse, found: Found, clause: int) -> bool:
    """Whether a clause leaves the rest to somebody's word, and is no condition: "if the gossip is to be trusted"."""
    return any(m.cue.id == BELIEVED for k in (clause, *kids(parse, clause)) for m in here(found, k, "governor"))


def _as_if(parse: Parse, match: Match) -> bool:
    return match.first > 0 and match.last - match.first == 1 and parse.words[match.first - 1].lower == "as"


def _is_verb(parse: Parse, match: Match) -> bool:
    """Whether the marker is a verb of its own: "Doha provided the rebels with arms"."""
    word = parse.words[match.first]
    if word.pos != "VERB":
        return False
    if match.last - match.first == 1:
        return word.dep in ("ROOT", "conj", "ccomp", "relcl", "xcomp")
    return any(parse.words[c].dep in ("nsubj", "aux", "auxpass") for c in kids(parse, match.first))


def _lacking(parse: Parse, sentence: Sentence, match: Match, clause: int) -> Condition | None:
    """ "Without a deal, miners will strike": a condition of what is to come, or would; not "left without firing"."""
    words = parse.words
    owner = words[clause].head
    owner = main_verb(parse, clause) if words[owner].tag[:2] == "VB" else owner
    phrase = words[clause].dep in ("prep", "advmod", "amod", "dep") or words[clause].pos == "ADJ"
    phrase = phrase or (words[clause].dep == "advcl" and clause == match.first)
    if not phrase or not modal(parse, owner):
        return None
    fronted = match.first == sentence.first or words[match.first - 1].pos in ("PUNCT", "CCONJ", "SCONJ")
    if not (fronted and match.first < owner) and (words[match.last].tag == "VBG" or not _hypothetical(parse, owner)):
        return None
    first, last = parse.subtree(clause)
    last = next((k for k in range(match.last, min(last, sentence.last)) if words[k].lower == ","), last)
    return _condition(parse, max(first, match.first), min(last, sentence.last), clause, match)


def _hypothetical(parse: Parse, i: int) -> bool:
    """Whether a phrase behind verb `i` may be its condition: "would fall without aid", "cannot win without it"; not
    "will leave without a deal", "should sign without delay"."""
    below = [parse.words[c] for c in kids(parse, i)]
    return any(w.dep == "neg" or w.lower in ("would", "could", "might", "'d", "’d") for w in below)


def _interrupted(parse: Parse, sentence: Sentence, match: Match) -> Condition | None:
    """ "If, as many fear, the dam is filled, ...": what stands between two commas is no part of it."""
    words = parse.words
    commas = [k for k in range(match.last, sentence.last) if words[k].lower == ","]
    if len(commas) < 3:
        return None
    last = commas[2]
    span = range(commas[1] + 1, last)
    clause = next((k for k in span if words[k].head not in span or words[k].head == k), None)
    if clause is None:
        return None
    owner = verb_behind(parse, last, verb_above(parse, words[clause].head))
    return Condition(match.first, last, owner, clause, match.cue.id, (match.first, match.last), False)


def _to_come(parse: Parse, i: int) -> bool:
    """Whether verb `i` tells what is to come: "will talk", "is willing to talk"."""
    return modal(parse, i) or (to_infinitive(parse, i) and parse.words[parse.words[i].head].pos == "ADJ")


def _verbal(parse: Parse, i: int) -> bool:
    """Whether a clause hangs there: "if not hundreds", "if any" open none."""
    word = parse.words[i]
    return word.pos in ("VERB", "AUX") or any(parse.words[c].dep in ("nsubj", "nsubjpass") for c in kids(parse, i))


def _asked(parse: Parse, found: Found, i: int, marker: int) -> bool:
    """Whether word `i`, or the adjective it carries, takes "if" for "whether": "not clear if", "asked if".

    Not over a comma: "would agree, he said, if it was dropped".
    """
    if parse.words[marker - 1].text == ",":
        return False
    near = [i, *(c for c in kids(parse, i) if parse.words[c].dep in ("acomp", "attr", "oprd"))]
    return any("whether" in match.cue.takes for k in near for match in here(found, k, "governor"))


def _clause(parse: Parse, match: Match) -> int:
    """The head of the clause or phrase that the marker opens."""
    inside = range(match.first, match.last)
    tops = [i for i in inside if parse.words[i].head not in inside or parse.words[i].head == i]
    head = tops[0]
    opens = parse.words[match.first].lower == "in" and parse.words[head].dep == "prep"
    if opens or parse.words[match.last - 1].lower == "as":
        # "In the event that the rebels broke it", "as soon as they sign": the clause may hang beside what opens it.
        head = next((i for i in tops if parse.words[i].dep == "mark"), head)
    word = parse.words[head]
    if word.dep in ("mark", "advmod", "det", "cc", "aux", "dep") and word.head > head:
        return word.head
    return head


def _linear(parse: Parse, sentence: Sentence, match: Match) -> Condition:
    """No clause found: up to the next comma or the end of the sentence."""
    ends = (k for k in range(match.last, sentence.last) if parse.words[k].lower in (",", ";", "."))
    last = next(ends, sentence.last)
    return Condition(
        match.first, last, parse.words[match.first].head, match.first, match.cue.id, (match.first, match.last), False
    )


def _condition(parse: Parse, first: int, last: int, clause: int, match: Match) -> Condition | None:
    if last <= match.last:
        return None
    while last > match.last + 1 and parse.words[last - 1].pos == "PUNCT":
        last -= 1
    owner = main_verb(parse, clause)
    if first <= owner < last:
        owner = verb_behind(parse, last, owner)
    perfect = any(parse.words[c].lower == "had" and parse.words[c].dep == "aux" for c in kids(parse, clause))
    return Condition(first, last, owner, clause, match.cue.id, (match.first, match.last), perfect)
