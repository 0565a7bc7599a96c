"""Conditions that no word opens: "had he known, ...", "touch it and we will fire", "one more raid and we will"."""

from sayso.model.flow import Parse, Sentence
from sayso.reading.certainty.clauses import Condition, cut_at, main_verb, modal, verb_behind
from sayso.reading.certainty.slots import NOUNS, kids, to_infinitive

SUBJECTS = frozenset({"nsubj", "nsubjpass", "attr", "expl", "acomp"})
OPENERS = frozenset({"DET", "PRON", "PROPN", "ADJ"})
MORE = frozenset({"another", "more", "single", "further"})
INVERTED = frozenset({"should", "had", "were"})


def commanded(parse: Parse, sentence: Sentence) -> Condition | None:
    """ "Attack one of us and all of us will respond", "Leave or we will fire": a command before what would follow."""
    words = parse.words
    joined = next((k for k in range(sentence.first, sentence.last) if words[k].dep == "cc"), None)
    if joined is None:
        return None
    clause = _command_of(parse, sentence, words[joined].head)
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


def one_more(parse: Parse, sentence: Sentence) -> Condition | None:
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


def _command_of(parse: Parse, sentence: Sentence, i: int) -> int:
    """`i`, or the command that opens the sentence where `i` is what follows it, or who says it: "Let them pass, he
    said, and we will fire"."""
    first = parse.words[sentence.first]
    return first.i if first.tag == "VB" and first.head == i and first.dep in ("ccomp", "advcl") else i


def inverted(parse: Parse, sentence: Sentence, i: int) -> Condition | None:
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
    last = cut_at(parse, clause, i + 1, min(last, sentence.last))
    if trailing:
        return Condition(i, last, _modal_before(parse, sentence, i), clause, "inversion", (i, i + 1), False)
    owner = main_verb(parse, clause)
    if i <= owner < last:
        owner = verb_behind(parse, last, owner)
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
