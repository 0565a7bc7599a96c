"""Verbs that the parser took for a noun, for a quality of their object, or for less than the verb beside them.

"Should Chad attack Zinder", "neither did police fire on them", "had for years armed rebels", "never had Togo expelled
envoys": whoever does the thing is lost to every stage after the parser, and what is done with it.
"""

import msgspec

from sayso.model.flow import Word
from sayso.reading.links import FINITE, NOMINAL, OF_NOUN, PAST, SUBJECTS, WITHIN, Changes, Words, below, has_subject

CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj", "relcl", "xcomp", "dep", "parataxis"})
TURNING = frozenset({"neither", "nor", "never", "once", "time", "then", "rarely", "seldom", "so", "hardly", "scarcely"})
"""What turns subject and auxiliary round where it opens a clause: "at no time did they fire"."""
LETTING = frozenset({"let", "make"})


def noun_with_auxiliary(words: Words, first: int, aux: Word) -> Changes:
    """ "Should Chad attack Zinder": what has an auxiliary is a verb, and who stands between is its subject."""
    verb = words[aux.head - first]
    if aux.i + 1 >= verb.i or (aux.tag != "MD" and aux.lemma not in ("do", "have")) or verb.dep not in CLAUSES:
        return ()
    if verb.pos in NOMINAL:
        return as_verb(words, first, verb, verb.dep, verb.head)
    if verb.tag != "VB" or has_subject(words, verb.i):
        return ()
    return subject_before(words, first, verb)


def as_verb(words: Words, first: int, noun: Word, dep: str, head: int) -> Changes:
    """A verb taken for a noun, with its subject and its object; nothing where no subject stands before it."""
    has = has_subject(words, noun.i)
    subject = () if has else subject_before(words, first, noun)
    if not has and not subject:
        return ()
    verb = msgspec.structs.replace(noun, pos="VERB", tag="VB", dep=dep, head=head)
    behind = [] if below(words, noun.i, "dobj") else [w for w in below(words, noun.i, "appos") if w.i > noun.i]
    return (verb, *subject, *(msgspec.structs.replace(w, dep="dobj") for w in behind[:1]))


def subject_before(words: Words, first: int, verb: Word) -> Changes:
    """The name or noun right before `verb` that was taken for a part of it, with the words that go with it."""
    if verb.i - 1 < first:
        return ()
    name = words[verb.i - 1 - first]
    if name.head != verb.i or name.dep not in WITHIN or name.pos not in NOMINAL:
        return ()
    rest = [w for w in words if w.head == verb.i and w.i < name.i and w.dep in OF_NOUN]
    moved = (msgspec.structs.replace(w, head=name.i) for w in rest)
    return (msgspec.structs.replace(name, dep="nsubj"), *moved)


def noun_with_object(words: Words, first: int, thing: Word) -> Changes:
    """ "At no time did police attack diplomats": a noun that has an object is the verb of the "did" before it."""
    if thing.text == "-":
        return _joined_by_dash(words, first, thing)
    noun = words[thing.head - first]
    do = words[noun.head - first]
    if noun.tag != "NN" or noun.i > thing.i or noun.dep not in SUBJECTS or do.lemma != "do" or do.i > noun.i:
        return ()
    changes = as_verb(words, first, noun, do.dep, noun.i if do.head == do.i else do.head)
    if not changes:
        return ()
    others = [w for w in words if w.head == do.i and w.i not in (do.i, noun.i)]
    moved = (msgspec.structs.replace(w, head=noun.i) for w in others)
    return (*changes, msgspec.structs.replace(do, pos="AUX", dep="aux", head=noun.i), *moved)


def _joined_by_dash(words: Words, first: int, dash: Word) -> Changes:
    """ "Jailed an ex-minister": three objects made of one word."""
    k = dash.i - first
    if not 0 < k < len(words) - 1:
        return ()
    before, noun = words[k - 1], words[k + 1]
    if before.head != dash.head or noun.head != dash.head or before.dep != "dobj" or noun.dep != "dobj":
        return ()
    parts = [w for w in words if w.head == before.i and w.dep in OF_NOUN]
    moved = (msgspec.structs.replace(w, head=noun.i) for w in parts)
    joined = (msgspec.structs.replace(w, head=noun.i, dep="compound") for w in (before, dash))
    return (*joined, *moved)


def inverted(words: Words, first: int, thing: Word) -> Changes:
    """ "Neither did the guards fire on them": the verb taken for what "did" does, its doer for a part of that."""
    do = words[thing.head - first]
    if do.lemma != "do" or do.tag not in FINITE or thing.tag != "NN" or thing.i < do.i or do.i == first:
        return ()
    opener = words[do.i - 1 - first]
    if opener.lower not in TURNING or any(w.lower not in TURNING for w in below(words, do.i, *SUBJECTS)):
        return ()
    changes = as_verb(words, first, thing, do.dep, thing.i if do.head == do.i else do.head)
    if not changes:
        return ()
    return (*changes, *_under(words, do, thing))


def had_done(words: Words, first: int, verb: Word) -> Changes:
    """ "Had for years armed rebels", "had armed many rebels and given them shelter": done, not had."""
    if verb.tag not in PAST and not verb.lower.endswith("ed"):
        return ()
    thing = words[verb.head - first]
    have = words[thing.head - first]
    if thing.dep != "dobj" or have.lemma != "have" or have.tag not in FINITE or not have.i < verb.i < thing.i:
        return ()
    own = [w for w in below(words, thing.i) if w.i < thing.i and w.dep != "punct"]
    if own[0].i != verb.i or not any(w.i < have.i for w in below(words, have.i, *SUBJECTS)):
        return ()
    parted = verb.i > have.i + 1
    goes_on = any(w.tag == "VBN" and not has_subject(words, w.i) for w in below(words, have.i, "conj"))
    told = len(own) > 1 and bool(below(words, have.i, "parataxis"))
    if not (parted or goes_on or told):
        return ()  # "Libya has armed groups" may be said of what Libya has
    done = msgspec.structs.replace(
        verb, pos="VERB", tag="VBN", dep=have.dep, head=verb.i if have.head == have.i else have.head
    )
    others = tuple(w for w in _under(words, have, verb) if w.i != thing.i)
    return (*others, done, msgspec.structs.replace(thing, dep="dobj", head=verb.i))


def after_auxiliary(words: Words, first: int, verb: Word) -> Changes:
    """ "Never before had Togo expelled envoys": the verb that "had" belongs to, taken for what somebody had."""
    have = words[verb.head - first]
    if have.lemma != "have" or have.tag not in FINITE or verb.tag not in PAST or verb.i < have.i:
        return ()
    if have.dep == "conj" and words[have.i - 1 - first].lower not in TURNING | {"before"}:
        return ()  # "dismissed him and had him tried"
    if has_subject(words, have.i) or not any(have.i < w.i < verb.i for w in below(words, verb.i, *SUBJECTS)):
        return ()
    done = msgspec.structs.replace(verb, tag="VBN", dep=have.dep, head=verb.i if have.head == have.i else have.head)
    return (*(w for w in _under(words, have, verb) if w.i != verb.i), done)


def _under(words: Words, aux: Word, verb: Word) -> Changes:
    """`aux` as the auxiliary of `verb`, and what hung on it, but for `verb`, on `verb`."""
    others = [w for w in below(words, aux.i) if w.i != verb.i]
    moved = (msgspec.structs.replace(w, head=verb.i, dep="neg" if w.lower in TURNING else w.dep) for w in others)
    return (msgspec.structs.replace(aux, pos="AUX", dep="aux", head=verb.i), *moved)


def let_go(words: Words, first: int, let: Word) -> Changes:
    """ "If Peru lets the miners go, they will talk": the miners' verb taken for the one that letting hangs on."""
    go = words[let.head - first]
    if let.lemma not in LETTING or go.tag != "VB" or go.i < let.i or not has_subject(words, let.i):
        return ()
    under = below(words, go.i)
    if any(w.tag in ("TO", "MD") for w in under) or not any(w.dep == "nsubj" and w.i > let.i for w in under):
        return ()
    if any(w.text == "," for w in words[let.i - first : go.i - first]):
        return ()
    return (
        msgspec.structs.replace(let, dep=go.dep, head=let.i if go.head == go.i else go.head),
        msgspec.structs.replace(go, dep="ccomp", head=let.i),
    )
