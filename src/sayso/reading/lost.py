"""Subjects that the parser lost, found again where the words leave no doubt who is meant.

An inverted clause ("should Chad attack Zinder"), a time between subject and verb ("Peru on Friday barred them"), a
list of names right behind a place ("after talks in Oslo, Chad and Togo agreed"), what somebody says in the middle of
what is said: the parser takes the verb for a noun or the subject for a part of the phrase before it, and whoever does
the thing is lost to every stage after it.
"""

from collections.abc import Callable
from types import MappingProxyType

import msgspec

from sayso.model.flow import Word
from sayso.reading.hidden import (
    CLAUSES,
    after_auxiliary,
    had_done,
    inverted,
    let_go,
    noun_with_auxiliary,
    noun_with_object,
    subject_before,
)
from sayso.reading.links import (
    FINITE,
    NOMINAL,
    OF_NOUN,
    PARTIES,
    PAST,
    SAYING,
    SUBJECTS,
    TIMES,
    Changes,
    Words,
    below,
    has_subject,
    main_word,
)
from sayso.reading.misled import main_as_quality, main_with_object, participle
from sayso.reading.strayed import (
    before_absolute,
    behind_recipient,
    behind_relative,
    behind_who_hired,
    by_of_noun,
    dated_subject,
    for_of_noun,
    handed_to,
    noun_behind_and,
    object_behind_day,
    subject_of_auxiliary,
    swallowed_object,
    this_time,
    verb_behind_and,
    whose_thing,
)

OF_OBJECT = OF_NOUN | {"predet", "preconj", "quantmod"}
BEHIND = frozenset({"after", "before", "since", "despite", "amid", "at", "in"})
TELLING = SAYING | {
    "demand", "urge", "request", "propose", "promise", "pledge", "threaten", "deny", "vow", "reiterate", "suggest",
    "recommend", "ask", "reveal", "indicate",
}  # fmt: skip
LINKS = 12


def regained(words: Words, first: int, word: Word) -> Changes:
    """What must change around `word`, of the sentence whose first word is word `first`, for a subject to be found."""
    for repair in REPAIRS.get(word.dep, ()):
        if changes := repair(words, first, word):
            return changes
    return ()


def _names_behind_phrase(words: Words, first: int, name: Word) -> Changes:
    """ "After talks in Oslo, Chad and Togo agreed": names joined to the place before them, not to the verb."""
    k = name.i - first
    place = words[name.head - first]
    if name.pos == "VERB":
        return _around_who_says_so(words, first, name)
    if place.ent in TIMES:
        return _behind_time(words, first, name, place)
    if name.ent not in PARTIES or place.dep != "pobj" or k < 2:
        return ()
    comma = next((w for w in reversed(words[:k]) if w.dep not in OF_NOUN), None)
    if comma is None or comma.text != "," or comma.i != place.i + 1:
        return ()
    verb = _verb_behind(words, first, name)
    if verb is None:
        return ()
    moved = msgspec.structs.replace(name, head=verb.i, dep=_subject_of(words, verb))
    own = [w for w in words if w.head == verb.i and w.dep in SUBJECTS]
    if not own:
        return (moved,)
    marks = [w for w in below(words, verb.i, "mark") if w.lower in BEHIND]
    if len(own) != 1 or len(marks) != 1 or not marks[0].i < own[0].i < place.i:
        return ()
    preposition = msgspec.structs.replace(marks[0], dep="prep")
    return (moved, preposition, msgspec.structs.replace(own[0], head=preposition.i, dep="pobj"))


def _around_who_says_so(words: Words, first: int, verb: Word) -> Changes:
    """ "The general, two colonels told us, had his rivals shot": the first of two subjects is that of the last verb."""
    says = words[verb.head - first]
    if (
        verb.tag not in FINITE
        or says.tag not in FINITE
        or says.lemma not in SAYING
        or words[verb.i - 1 - first].text != ","
    ):
        return ()
    own = [w for w in words if w.head == says.i and w.dep == "nsubj" and w.i < says.i]
    if len(own) != 2 or has_subject(words, verb.i) or below(words, says.i, "cc"):
        return ()
    return (msgspec.structs.replace(own[0], head=verb.i),)


def _behind_time(words: Words, first: int, noun: Word, time: Word) -> Changes:
    """ "Met the king on Monday and the emir on Friday": the emir goes with the king."""
    verb = words[words[time.head - first].head - first]
    if noun.ent in TIMES or noun.pos not in NOMINAL or time.dep != "pobj" or verb.pos != "VERB":
        return ()
    things = [w for w in below(words, verb.i, "dobj") if verb.i < w.i < time.i]
    return (msgspec.structs.replace(noun, head=things[-1].i),) if things else ()


def _verb_behind(words: Words, first: int, name: Word) -> Word | None:
    """The finite verb right behind the names coordinated with `name`, of which there must be two or more."""
    last, links = name, 0
    while links < LINKS and (fellow := next(iter(below(words, last.i, "conj")), None)) is not None:
        last, links = fellow, links + 1
    if not links or last.i + 1 - first >= len(words):
        return None
    behind = words[last.i + 1 - first]
    if behind.dep in ("aux", "auxpass", "advmod") and behind.head > behind.i:
        behind = words[behind.head - first]
    finite = behind.tag in FINITE or any(w.tag == "MD" or w.tag in FINITE for w in below(words, behind.i, "aux"))
    return behind if finite and behind.pos in ("VERB", "AUX") and behind.dep in CLAUSES else None


def _subject_of(words: Words, verb: Word) -> str:
    return "nsubjpass" if below(words, verb.i, "auxpass") else "nsubj"


def _clause_of_noun(words: Words, first: int, verb: Word) -> Changes:
    """A clause that hangs on a noun: what is said "in an interview that ...", or the main verb of a long sentence."""
    noun = words[verb.head - first]
    if noun.i > verb.i:
        return ()
    told = _told_in(words, first, verb, noun)
    if told or verb.dep != "acl":
        return told
    if noun.dep == "pobj" and verb.tag in PAST and below(words, verb.i, "xcomp", "ccomp", "dobj"):
        noun = main_word(words) or noun  # the noun that the whole sentence hangs on
    if noun.dep != "ROOT" or noun.pos not in NOMINAL or noun.i > verb.i:
        return ()
    if verb.tag not in FINITE and not below(words, verb.i, "xcomp", "ccomp", "dobj"):
        return ()
    between = [w for w in below(words, noun.i, "relcl", "appos") if noun.i < w.i < verb.i]
    comma = words[verb.i - 1 - first]
    if not between or comma.text not in (",", ")", "—", "–", "-") or has_subject(words, verb.i):
        return ()
    # "Pretoria, which had not said who fired, asked for a meeting"
    main = msgspec.structs.replace(verb, dep="ROOT", head=verb.i, tag="VBD" if verb.tag == "VBN" else verb.tag)
    return (main, msgspec.structs.replace(noun, dep="nsubj", head=verb.i))


def _main_verb_below(words: Words, first: int, verb: Word) -> Changes:
    """ "Soldiers from the unit that was sent to guard the dam fired": the main verb taken for what is guarded."""
    inner = words[verb.head - first]
    root = main_word(words)
    if root is None or root.pos not in NOMINAL or verb.tag not in FINITE or not root.i < inner.i < verb.i:
        return ()
    own = [w for w in below(words, verb.i, "nsubj") if w.i == verb.i - 1 and w.pos in NOMINAL]
    if inner.tag != "VB" or inner.lemma in TELLING or len(own) != 1 or below(words, inner.i, "dobj"):
        return ()
    return (
        msgspec.structs.replace(verb, dep="ROOT", head=verb.i),
        msgspec.structs.replace(root, dep="nsubj", head=verb.i),
        msgspec.structs.replace(own[0], dep="dobj", head=inner.i),
    )


def _told_in(words: Words, first: int, verb: Word, noun: Word) -> Changes:
    """ "Demanded in an interview with a paper that Peru pay": the clause is what is demanded, no part of the paper."""
    if noun.dep != "pobj" or not any(w.lower == "that" for w in below(words, verb.i, "mark")):
        return ()
    if not has_subject(words, verb.i):
        return ()
    above = noun
    for _ in range(3):
        preposition = words[above.head - first]
        above = words[preposition.head - first]
        if above.pos == "VERB":
            break
        if above.dep != "pobj":
            return ()
    if above.lemma not in TELLING or above.i > noun.i or below(words, above.i, "ccomp", "dobj"):
        return ()
    return (msgspec.structs.replace(verb, dep="ccomp", head=above.i),)


def _apposed(words: Words, first: int, noun: Word) -> Changes:
    """What only seems to be named again beside another noun."""
    above = words[noun.head - first]
    begins = min((w.i for w in below(words, noun.i, "compound", "amod")), default=noun.i)
    if above.tag == "NNS" and above.dep == "ROOT" and above.i == begins - 1:
        return _verb_of_headline(words, first, noun, above)
    if above.ent in TIMES:
        return _object_behind_time(words, first, noun, above)
    return (
        _behind_fronted(words, first, noun, above)
        or _object_behind_aside(words, first, noun)
        or _listed_in_headline(words, first, noun, above)
    )


def _behind_fronted(words: Words, first: int, noun: Word, above: Word) -> Changes:
    """ "Having lost the tribes, the general, who ..., bombed them": no other name of the tribes, but who bombed."""
    clause = words[above.head - first]
    for _ in range(LINKS):
        if clause.dep == "advcl" or clause.head == clause.i:
            break
        clause = words[clause.head - first]
    verb = words[clause.head - first]
    if clause.dep != "advcl" or verb.i < noun.i or verb.tag not in FINITE or has_subject(words, verb.i):
        return ()
    start = min((w.i for w in below(words, noun.i) if w.dep in OF_NOUN), default=noun.i)
    if words[start - 1 - first].text != "," or words[verb.i - 1 - first].text != ",":
        return ()
    return (msgspec.structs.replace(noun, dep=_subject_of(words, verb), head=verb.i),)


def _verb_of_headline(words: Words, first: int, name: Word, verb: Word) -> Changes:
    """ "EU court orders Hungary to pay": a verb in the present taken for a plural."""
    if verb.i == first or not (name.ent in PARTIES or any(w.ent in PARTIES for w in below(words, name.i, "compound"))):
        return ()
    subject = subject_before(words, first, verb)
    if not subject:
        return ()
    infinitive = [w for w in below(words, verb.i, "relcl", "acl") if w.tag == "VB" and w.i > name.i]
    return (
        msgspec.structs.replace(verb, pos="VERB", tag="VBZ"),
        *subject,
        msgspec.structs.replace(name, dep="dobj"),
        *(msgspec.structs.replace(w, dep="xcomp") for w in infinitive[:1]),
    )


def _object_behind_time(words: Words, first: int, noun: Word, time: Word) -> Changes:
    """ "Freed on Friday the father of a boxer": no other name of the day, but who was freed."""
    preposition = words[time.head - first]
    verb = words[preposition.head - first]
    if time.dep != "pobj" or noun.ent in TIMES or verb.pos != "VERB" or verb.tag not in ("VBD", "VBN", "VBZ"):
        return ()
    between = words[time.i + 1 - first : noun.i - first]
    if any(w.dep == "punct" for w in between) or below(words, verb.i, "dobj", "ccomp", "xcomp", "auxpass"):
        return ()
    moved = msgspec.structs.replace(noun, dep="dobj", head=verb.i)
    named = words[verb.head - first]
    if verb.dep != "acl" or words[verb.i - 1 - first].text != "," or named.dep not in ("appos", "ROOT"):
        return (moved,)
    root = words[named.head - first] if named.dep == "appos" else named
    if root.dep != "ROOT" or root.pos not in NOMINAL:
        return (moved,)
    main = msgspec.structs.replace(verb, dep="ROOT", head=verb.i, tag="VBD")
    return (moved, main, msgspec.structs.replace(root, dep="nsubj", head=verb.i))


def _object_behind_aside(words: Words, first: int, noun: Word) -> Changes:
    """ "Detained, according to the mayor, all ten sailors": the object that a long aside parts from its verb."""
    if noun.pos not in NOMINAL:
        return ()
    begins = min((w.i for w in words if w.head == noun.i and w.dep in OF_OBJECT), default=noun.i)
    k = min(begins, noun.i) - 1 - first
    if k < 3 or words[k].text != ",":
        return ()
    comma = next((j for j in range(k - 1, 0, -1) if words[j].text == ","), 0)
    verb, opens = words[comma - 1], words[comma + 1]
    tensed = verb.tag in FINITE or (verb.tag == "VBN" and verb.dep == "ROOT")
    if not comma or verb.pos != "VERB" or not tensed or opens.dep != "prep" or opens.head != verb.i:
        return ()
    if below(words, verb.i, "dobj", "ccomp", "xcomp", "auxpass", "prt") or not has_subject(words, verb.i):
        return ()
    return (msgspec.structs.replace(noun, dep="dobj", head=verb.i),)


def _behind_conjunction(words: Words, first: int, name: Word) -> Changes:
    """ "As Peru retook the valley": the conjunction taken for a preposition, and who did it for its object."""
    mark = words[name.head - first]
    if mark.dep != "mark" or not mark.i < name.i < mark.head:
        return ()
    verb = words[mark.head - first]
    if verb.pos != "VERB" or has_subject(words, verb.i):
        return ()
    return (msgspec.structs.replace(name, head=verb.i, dep=_subject_of(words, verb)),)


def _listed_in_headline(words: Words, first: int, name: Word, fellow: Word) -> Changes:
    """ "Peru, Chile to hold talks": a comma for "and" before an infinitive."""
    k = name.i - first
    if name.ent not in PARTIES or fellow.ent not in PARTIES or fellow.dep != "ROOT" or k + 2 >= len(words):
        return ()
    if words[k + 1].tag != "TO" or words[words[k + 1].head - first].head != fellow.i:
        return ()
    return (msgspec.structs.replace(name, dep="conj"),)


def _before_who_says_so(words: Words, first: int, name: Word) -> Changes:
    """ "Peru, the envoy told reporters, has broken the pact": what is told is told of Peru."""
    if name.ent not in PARTIES or name.i - first > 3 or name.i + 1 - first >= len(words):
        return ()
    says = words[name.head - first]
    if words[name.i + 1 - first].text != "," or says.tag not in FINITE or not has_subject(words, says.i):
        return ()
    told = next((w for w in below(words, says.i, "ccomp") if w.i > says.i), None)
    if told is None or has_subject(words, told.i) or below(words, told.i, "mark"):
        return ()
    begins = min((w for w in words if w.head == told.i), key=lambda w: w.i, default=told)
    start = min(begins.i, told.i)
    finite = words[start - first].tag in FINITE or words[start - first].tag == "MD"
    if not finite or words[start - 1 - first].text != ",":
        return ()
    return (msgspec.structs.replace(name, head=told.i, dep=_subject_of(words, told)),)


def _verb_behind_time(words: Words, first: int, verb: Word) -> Changes:
    """ "Under pressure from Oslo, Peru on Friday barred miners": a verb taken for a quality of its object."""
    thing = words[verb.head - first]
    if verb.tag not in PAST or thing.i < verb.i or verb.i - first < 3:
        return ()
    time = words[verb.i - 1 - first]
    preposition = words[time.i - 1 - first]
    if time.ent not in TIMES or preposition.tag != "IN" or preposition.lower not in ("on", "in"):
        return ()
    root = main_word(words)
    if root is None or not verb.lower.endswith("ed"):
        return ()
    before = words[preposition.i - 1 - first]
    if root.pos in ("VERB", "AUX"):
        return _beside_infinitive(words, first, verb, thing, root) if before.dep == "aux" else ()
    if before.pos not in NOMINAL or before.ent not in PARTIES:
        return ()
    return (
        msgspec.structs.replace(verb, pos="VERB", tag="VBD", dep="ROOT", head=verb.i),
        msgspec.structs.replace(before, dep="nsubj", head=verb.i),
        msgspec.structs.replace(preposition, dep="prep", head=verb.i),
        msgspec.structs.replace(time, dep="pobj", head=preposition.i),
        msgspec.structs.replace(thing, dep="dobj", head=verb.i),
        msgspec.structs.replace(root, dep="prep" if root.tag == "IN" else "dep", head=verb.i),
    )


def _beside_infinitive(words: Words, first: int, verb: Word, thing: Word, root: Word) -> Changes:
    """ "The court had on Friday ordered Peru to pay": the infinitive taken for the main verb."""
    below = [w for w in words if w.head == root.i and w.i < verb.i]
    infinitive = any(w.tag == "TO" and w.head == root.i and w.i > thing.i for w in words)
    if root.tag != "VB" or root.i < thing.i or not infinitive or not any(w.dep in SUBJECTS for w in below):
        return ()
    moved = (msgspec.structs.replace(w, head=verb.i) for w in below)
    return (
        msgspec.structs.replace(verb, pos="VERB", dep="ROOT", head=verb.i),
        msgspec.structs.replace(root, dep="xcomp", head=verb.i),
        msgspec.structs.replace(thing, dep="dobj", head=verb.i),
        *moved,
    )


Repair = Callable[[Words, int, Word], Changes]
REPAIRS: MappingProxyType[str, tuple[Repair, ...]] = MappingProxyType(
    {
        "aux": (noun_with_auxiliary,),
        "dobj": (noun_with_object, inverted),
        "conj": (_names_behind_phrase, noun_behind_and),
        "acl": (_clause_of_noun, main_with_object),
        "advcl": (let_go, for_of_noun),
        "advmod": (handed_to,),
        "ccomp": (_main_verb_below, after_auxiliary, participle),
        "relcl": (_clause_of_noun, behind_who_hired),
        "appos": (_apposed, whose_thing, behind_recipient),
        "npadvmod": (_before_who_says_so, object_behind_day, before_absolute),
        "amod": (_verb_behind_time, had_done, verb_behind_and, main_as_quality),
        "compound": (verb_behind_and,),
        "nsubj": (subject_of_auxiliary, dated_subject, swallowed_object),
        "nsubjpass": (subject_of_auxiliary, dated_subject),
        "pobj": (_behind_conjunction,),
        "dep": (_object_behind_aside,),
        "prep": (behind_relative, this_time, by_of_noun),
    }
)
