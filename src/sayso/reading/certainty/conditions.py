"""Conditions: if-clauses, inverted clauses ("had he known"), "in the event of ..." and what they are conditions of."""

import msgspec

from sayso.model.flow import Parse, Sentence, TokenRange
from sayso.reading.certainty.cues import Found, Match, here
from sayso.reading.certainty.slots import NOUNS, kids, to_infinitive

SUBJECTS = frozenset({"nsubj", "nsubjpass", "attr", "expl", "acomp"})
OPENERS = frozenset({"DET", "PRON", "PROPN", "ADJ"})
MORE = frozenset({"another", "more", "single", "further"})
BELIEVED = "if-believed"
INVERTED = frozenset({"should", "had", "were"})


class Condition(msgspec.Struct, frozen=True, gc=False):
    """The words `[first, last)` of a condition. `clause` is its own head, `owner` the word it hangs on:
    what it is a condition of. `unmet`: it is a condition that the clause does not come about ("leave or we fire")."""

    first: int
    last: int
    owner: int
    clause: int
    cue: str
    marker: TokenRange
    unreal: bool
    unmet: bool = False


def conditions(parse: Parse, found: Found, sentence: Sentence) -> tuple[Condition, ...]:
    """The conditions of one sentence, in order."""
    out: list[Condition] = []
    reached = sentence.first
    asked = _imperative(parse, sentence) or _one_more(parse, sentence)
    if asked is not None:
        out.append(asked)
        reached = asked.last
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
    if match.cue.future and not (hung and clause > match.first and _to_come(parse, _main(parse, clause))):
        return None
    if clause < match.first and head.dep == "ROOT":
        return _linear(parse, sentence, match)
    first, last = parse.subtree(clause)
    last = _cut(parse, clause, match.last, min(last, sentence.last))
    if not _verbal(parse, clause):
        last = next((k for k in range(match.last + 1, last) if parse.words[k].lower == ","), last)
    return _condition(parse, max(first, match.first), last, clause, match)


def _believed(parse: Parse, found: Found, clause: int) -> bool:
    """Whether a clause leaves the rest to somebody's word, and is no condition: "if the gossip is to be trusted"."""
    return any(m.cue.id == BELIEVED for k in (clause, *kids(parse, clause)) for m in here(found, k, "governor"))


def _as_if(parse: Parse, match: Match) -> bool:
    return match.first > 0 and match.last - match.first == 1 and parse.words[match.first - 1].lower == "as"


def _main(parse: Parse, clause: int) -> int:
    """The verb that `clause` hangs on; what comes after a source put in between, where it hangs on that: "if they
    fire, he said, we will answer"."""
    words = parse.words
    owner = _verb(parse, words[clause].head)
    head = words[owner].head
    if words[owner].dep == "parataxis" and head < owner < clause and modal(parse, head):
        # "The talks would resume, he said, as soon as ...".
        return head
    aside = words[owner].dep in ("ccomp", "parataxis", "advcl") and clause < owner < head
    aside = aside and not any(words[c].dep == "mark" for c in kids(parse, owner))
    return head if aside and words[owner].tag[:2] == "VB" and modal(parse, head) else owner


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
    owner = _main(parse, clause) if words[owner].tag[:2] == "VB" else owner
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
    owner = _after(parse, last, _verb(parse, words[clause].head))
    return Condition(match.first, last, owner, clause, match.cue.id, (match.first, match.last), False)


def _imperative(parse: Parse, sentence: Sentence) -> Condition | None:
    """ "Attack one of us and all of us will respond", "Leave or we will fire": a command before what would follow."""
    words = parse.words
    joined = next((k for k in range(sentence.first, sentence.last) if words[k].dep == "cc"), None)
    if joined is None:
        return None
    clause = _commanded(parse, sentence, words[joined].head)
    below = kids(parse, clause)
    if clause > joined or words[clause].tag != "VB" or any(words[c].dep in (*SUBJECTS, "aux") for c in below):
        return None
    if words[clause].dep not in ("ROOT", "ccomp", "advcl"):
        return None
    for c in (words[joined].head, *kids(parse, words[joined].head)):
        own = any(words[d].dep in ("nsubj", "nsubjpass") for d in kids(parse, c))
        if c > joined and (words[c].dep == "conj" or c == words[joined].head) and own and modal(parse, c):
            unmet = words[joined].lower == "or"
            return Condition(clause, joined, c, clause, "imperative", (joined, joined + 1), False, unmet)
    return None


def _to_come(parse: Parse, i: int) -> bool:
    """Whether verb `i` tells what is to come: "will talk", "is willing to talk"."""
    return modal(parse, i) or (to_infinitive(parse, i) and parse.words[parse.words[i].head].pos == "ADJ")


def _one_more(parse: Parse, sentence: Sentence) -> Condition | None:
    """ "Another test and the council will act", "One more raid, he said, and we will leave": a bare noun before what
    would follow."""
    words, first = parse.words, sentence.first
    while first < sentence.last and words[first].pos == "PUNCT":
        first += 1
    opening = {words[k].lower for k in range(first, min(first + 2, sentence.last))}
    if opening.isdisjoint(MORE) or first + 3 >= sentence.last:
        return None
    joined = next((k for k in range(first, sentence.last) if words[k].lower == "and"), None)
    then = next((k for k in range(joined or sentence.last, sentence.last) if words[k].tag == "MD"), None)
    if joined is None or then is None or words[then].head < joined:
        return None
    stop = next((k for k in range(first, joined) if words[k].text == ","), joined)
    if any(words[k].tag in ("VBD", "VBZ", "VBP", "MD", "VBN") for k in range(first, stop)):
        return None
    if stop < joined and words[joined - 1].text != ",":
        return None
    subject = any(words[c].dep in ("nsubj", "nsubjpass") and c > joined for c in kids(parse, words[then].head))
    head = next((k for k in range(stop - 1, first, -1) if words[k].pos in NOUNS), first)
    marker = (joined, joined + 1)
    return Condition(first, stop, words[then].head, head, "one-more", marker, False) if subject else None


def _commanded(parse: Parse, sentence: Sentence, i: int) -> int:
    """`i`, or the command that opens the sentence where `i` is what follows it, or who says it: "Let them pass, he
    said, and we will fire"."""
    first = parse.words[sentence.first]
    return first.i if first.tag == "VB" and first.head == i and first.dep in ("ccomp", "advcl") else i


def modal(parse: Parse, i: int) -> bool:
    """Whether verb `i` has a modal: "will return", "could leave"."""
    return any(parse.words[c].tag == "MD" for c in kids(parse, i))


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
    owner = _main(parse, clause)
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
    if word.lower not in INVERTED or i + 2 >= sentence.last:
        return None
    if words[sentence.last - 1].lower == "?" and not _then_asked(parse, sentence, i):
        return None
    clause = word.head if word.dep in ("aux", "auxpass") else i
    opens = i == sentence.first or words[i - 1].pos in ("PUNCT", "CCONJ", "SCONJ")
    if i == sentence.first and word.lower == "should" and _verb_after(parse, i, sentence) == clause:
        return _fronted(parse, sentence, i)
    trailing = _trailing(parse, sentence, i)
    if not opens and words[clause].dep != "advcl" and not trailing:
        return None
    if words[clause].dep == "ROOT" and not trailing and not _comma_after(parse, clause, sentence):
        return None
    subject = [c for c in kids(parse, clause) if words[c].dep in SUBJECTS or _were_to(parse, i, c)]
    if not trailing and (clause < i or not any(c > i for c in subject) or any(c < i for c in subject)):
        return None
    _, last = parse.subtree(clause)
    last = _cut(parse, clause, i + 1, min(last, sentence.last))
    if trailing:
        return Condition(i, last, _modal_before(parse, sentence, i), clause, "inversion", (i, i + 1), False)
    owner = _main(parse, clause)
    if i <= owner < last:
        owner = _after(parse, last, owner)
    return Condition(i, last, owner, clause, "inversion", (i, i + 1), word.lower == "had")


def _were_to(parse: Parse, i: int, c: int) -> bool:
    """ "Were any of them to be harmed": the parser hangs the subject on what would be; not "were to be harmed"."""
    words, below = parse.words, kids(parse, c)
    if words[i].lower != "were" or words[c].dep not in ("ccomp", "xcomp") or not to_infinitive(parse, c):
        return False
    return any(words[k].dep in SUBJECTS and k > i for k in below)


def _then_asked(parse: Parse, sentence: Sentence, i: int) -> bool:
    """ "Had they let her fly, would Rome have jailed them?"."""
    words = parse.words
    return i == sentence.first and any(
        words[k].text == "," and words[k + 1].tag == "MD" for k in range(i, sentence.last - 1)
    )


def _trailing(parse: Parse, sentence: Sentence, i: int) -> bool:
    """ "... would close the strait were its exports blocked": right after a noun, with a modal before it; or after the
    comma of an aside: "would close it, he said, should the talks fail"."""
    words = parse.words
    should = words[i].lower == "should" and _turned(parse, i)
    if i == sentence.first or not (should or words[i + 1].pos in OPENERS) or _predicated(parse, i):
        return False
    close = should and words[i - 1].pos in ("VERB", "ADV")
    if words[i - 1].text != "," and not close and (words[i].lower == "had" or words[i - 1].pos not in NOUNS):
        return False
    return _modal_before(parse, sentence, i) >= 0


def _predicated(parse: Parse, i: int) -> bool:
    """Whether copula `i` stands between its subject and what it says of it: "the scholars were sceptical"."""
    deps = [(c < i, parse.words[c].dep) for c in kids(parse, i)]
    turned = any(not before and dep in ("nsubj", "nsubjpass") for before, dep in deps)
    return not turned and any(not before and dep in ("acomp", "attr") for before, dep in deps)


def _turned(parse: Parse, i: int) -> bool:
    """Whether the subject of the verb with auxiliary `i` stands behind the auxiliary, and none before it."""
    below = kids(parse, parse.words[i].head)
    subjects = [c for c in below if parse.words[c].dep in SUBJECTS]
    return bool(subjects) and all(c > i for c in subjects)


def _modal_before(parse: Parse, sentence: Sentence, i: int) -> int:
    """The last verb with a modal before word `i`, or the infinitive near before it ("ready to act should"), or -1."""
    words = parse.words
    if words[i - 1].tag == "VB":
        return i - 1
    before = range(i - 1, sentence.first - 1, -1)
    found = next((words[k].head for k in before if words[k].tag == "MD"), -1)
    return found if found >= 0 else next((k for k in before if words[k].tag == "VB" and to_infinitive(parse, k)), -1)


def _verb_after(parse: Parse, i: int, sentence: Sentence) -> int | None:
    """The verb with another modal that comes after the first comma: the main clause of a fronted condition."""
    words = parse.words
    comma = next((k for k in range(i, sentence.last) if words[k].lower == ","), sentence.last)
    return next((words[k].head for k in range(comma, sentence.last) if words[k].tag == "MD"), None)


def _fronted(parse: Parse, sentence: Sentence, i: int) -> Condition:
    """ "Should the talks founder, ...", where the tree has no clause for it."""
    words = parse.words
    comma = next(k for k in range(i, sentence.last) if words[k].lower == ",")
    owner = next(words[k].head for k in range(comma, sentence.last) if words[k].tag == "MD")
    return Condition(i, comma, owner, i, "inversion", (i, i + 1), False)


def _comma_after(parse: Parse, clause: int, sentence: Sentence) -> bool:
    return any(parse.words[k].lower == "," for k in range(clause, sentence.last - 1))
