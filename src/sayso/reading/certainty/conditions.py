"""Conditions: if-clauses, inverted clauses ("had he known"), "in the event of ..." and what they are conditions of."""

import msgspec

from sayso.model.flow import Parse, Sentence, TokenRange
from sayso.reading.certainty.cues import Found, Match, here
from sayso.reading.certainty.slots import kids

SUBJECTS = frozenset({"nsubj", "nsubjpass", "attr", "expl", "acomp"})
INVERTED = frozenset({"should", "had", "were"})


class Condition(msgspec.Struct, frozen=True, gc=False):
    """The words `[first, last)` of a condition. `clause` is its own head, `owner` the word it hangs on:
    what it is a condition of."""

    first: int
    last: int
    owner: int
    clause: int
    cue: str
    marker: TokenRange
    unreal: bool


def conditions(parse: Parse, found: Found, sentence: Sentence) -> tuple[Condition, ...]:
    """The conditions of one sentence, in order."""
    out: list[Condition] = []
    reached = sentence.first
    for i in range(sentence.first, sentence.last):
        match = next(here(found, i, "condition"), None)
        if match is not None and match.first == i:
            condition = _marked(parse, found, sentence, match)
        else:
            condition = _inverted(parse, sentence, i)
        if condition is not None and condition.first >= reached:
            out.append(condition)
            reached = condition.last
    return tuple(out)


def _marked(parse: Parse, found: Found, sentence: Sentence, match: Match) -> Condition | None:
    word = parse.words[match.first]
    if match.last - match.first == 1 and word.pos == "VERB" and word.dep in ("ROOT", "conj", "ccomp", "relcl", "xcomp"):
        return None
    clause = _clause(parse, match)
    head = parse.words[clause]
    if word.lower == "if" and head.head < clause and (head.dep == "ccomp" or _asked(parse, found, head.head)):
        return None
    if word.lower == "if" and not _verbal(parse, clause):
        return None
    if match.cue.future and not (head.dep == "advcl" and clause > match.first and _to_come(parse, head.head)):
        return None
    if clause < match.first and head.dep == "ROOT":
        return _linear(parse, sentence, match)
    first, last = parse.subtree(clause)
    last = _cut(parse, clause, match.last, min(last, sentence.last))
    if not _verbal(parse, clause):
        last = next((k for k in range(match.last + 1, last) if parse.words[k].lower == ","), last)
    return _condition(parse, max(first, match.first), last, clause, match)


def _to_come(parse: Parse, i: int) -> bool:
    """Whether verb `i` has a modal: "will return", "could leave"."""
    return any(parse.words[c].tag == "MD" for c in kids(parse, i))


def _verbal(parse: Parse, i: int) -> bool:
    """Whether a clause hangs there: "if not hundreds", "if any" open none."""
    word = parse.words[i]
    return word.pos in ("VERB", "AUX") or any(parse.words[c].dep in ("nsubj", "nsubjpass") for c in kids(parse, i))


def _asked(parse: Parse, found: Found, i: int) -> bool:
    """Whether word `i`, or the adjective it carries, takes "if" for "whether": "not clear if", "asked if"."""
    near = [i, *(c for c in kids(parse, i) if parse.words[c].dep in ("acomp", "attr", "oprd"))]
    return any("whether" in match.cue.takes for k in near for match in here(found, k, "governor"))


def _clause(parse: Parse, match: Match) -> int:
    """The head of the clause or phrase that the marker opens."""
    inside = range(match.first, match.last)
    head = next(i for i in inside if parse.words[i].head not in inside or parse.words[i].head == i)
    word = parse.words[head]
    if word.dep in ("mark", "advmod", "det", "cc", "aux", "dep") and word.head > head:
        return word.head
    return head


def _cut(parse: Parse, clause: int, after: int, last: int) -> int:
    """Where the condition ends: the parser sometimes puts the main clause below it, after a comma."""
    if parse.words[clause].dep != "ROOT":
        return last
    commas = (k for k in range(after, last) if parse.words[k].lower == "," and k > clause)
    return next(commas, last)


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
    owner = _verb(parse, parse.words[clause].head)
    if first <= owner < last:
        owner = _after(parse, last, owner)
    perfect = any(parse.words[c].lower == "had" and parse.words[c].dep == "aux" for c in kids(parse, clause))
    return Condition(first, last, owner, clause, match.cue.id, (match.first, match.last), perfect)


def _after(parse: Parse, last: int, otherwise: int) -> int:
    """The first verb after the condition, when the tree does not say what it belongs to."""
    words = parse.words
    for k in range(last, min(last + 15, len(words))):
        if words[k].sentence != words[last - 1].sentence:
            break
        if words[k].tag[:2] == "VB" and words[k].dep not in ("aux", "auxpass"):
            return k
    return otherwise


def _verb(parse: Parse, i: int) -> int:
    """`i`, or the nearest verb above when `i` is a noun or preposition."""
    for _ in range(8):
        word = parse.words[i]
        if word.pos in ("VERB", "AUX") or word.head == i:
            return i
        i = word.head
    return i


def _inverted(parse: Parse, sentence: Sentence, i: int) -> Condition | None:
    """ "Should X attack, ...", "had X known, ...", "were X to attack, ..."."""
    words = parse.words
    word = words[i]
    if word.lower not in INVERTED or words[sentence.last - 1].lower == "?" or i + 2 >= sentence.last:
        return None
    clause = word.head if word.dep in ("aux", "auxpass") else i
    opens = i == sentence.first or words[i - 1].pos in ("PUNCT", "CCONJ", "SCONJ")
    if not opens and words[clause].dep != "advcl":
        return None
    if words[clause].dep == "ROOT" and not _comma_after(parse, clause, sentence):
        return None
    subject = [c for c in kids(parse, clause) if words[c].dep in SUBJECTS]
    if clause < i or not any(c > i for c in subject) or any(c < i for c in subject):
        return None
    _, last = parse.subtree(clause)
    last = _cut(parse, clause, i + 1, min(last, sentence.last))
    owner = _verb(parse, words[clause].head)
    if i <= owner < last:
        owner = _after(parse, last, owner)
    return Condition(i, last, owner, clause, "inversion", (i, i + 1), word.lower == "had")


def _comma_after(parse: Parse, clause: int, sentence: Sentence) -> bool:
    return any(parse.words[k].lower == "," for k in range(clause, sentence.last - 1))
