"""Words that the parser hung on the wrong verb, or on no verb at all, beside the one that they belong to.

A day taken for who did it, the object of a relative clause for the subject of the verb behind it, a verb after "or"
for a part of the noun behind it, a relative clause that tells of the hired and not of who hired them.
"""

import msgspec

from sayso.model.flow import Word
from sayso.reading.links import DOERS, NOMINAL, PARTIES, PAST, SAYING, TIMES, WITHIN, Changes, Words, below, has_subject

FEARING = SAYING | {"fear", "hope"}
"""What somebody does who is named in the middle of what he says or thinks."""
HANDING = frozenset({"send", "give", "sell", "lend", "offer", "hand", "grant", "pay", "ship", "promise", "loan"})
CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march"}
    | {"april", "may", "june", "july", "august", "september", "october", "november", "december", "ramadan", "christmas"}
)
"""A name taken for a part of the date before it ("April 7 - Peru ...") is none of these."""
LINKS = 8
TO_IT = frozenset({"it", "you", "them", "him", "her", "us"})


def subject_of_auxiliary(words: Words, first: int, name: Word) -> Changes:
    """ "Togo may, envoys fear, one day send them": the subject hung on the auxiliary alone."""
    aux = words[name.head - first]
    if aux.dep not in ("aux", "auxpass") or aux.head <= aux.i or name.i > aux.i:
        return ()
    verb = words[aux.head - first]
    if verb.pos != "VERB":
        return ()
    others = [w for w in below(words, verb.i, *DOERS) if w.i > aux.i]
    if all(w.ent in TIMES for w in others):
        days = (msgspec.structs.replace(w, dep="npadvmod") for w in others)
        return (msgspec.structs.replace(name, head=verb.i), *days)
    if verb.lemma not in FEARING or words[aux.i + 1 - first].text != ",":
        return ()
    done = next((w for w in below(words, verb.i, "conj", "ccomp") if w.tag in PAST and w.i > verb.i), None)
    if done is None or words[done.i - 1 - first].text != "," or has_subject(words, done.i):
        return ()
    return (
        msgspec.structs.replace(name, head=done.i),
        msgspec.structs.replace(aux, head=done.i),
        msgspec.structs.replace(done, tag="VBN", dep=verb.dep, head=done.i if verb.head == verb.i else verb.head),
        msgspec.structs.replace(verb, dep="parataxis", head=done.i),
    )


def behind_relative(words: Words, first: int, preposition: Word) -> Changes:
    """ "Sanctions that bite, on traders and banks": the phrase after the comma is of the noun, not of the biting."""
    verb = words[preposition.head - first]
    if verb.dep != "relcl" or verb.i != preposition.i - 2 or words[preposition.i - 1 - first].text != ",":
        return ()
    return (msgspec.structs.replace(preposition, head=verb.head),)


def by_of_noun(words: Words, first: int, by: Word) -> Changes:
    """ "Denounced the treatment of monks by Peru": who does it belongs to the noun."""
    verb = words[by.head - first]
    if by.lower != "by" or verb.pos != "VERB" or verb.i > by.i or below(words, verb.i, "auxpass", "agent"):
        return ()
    if not below(words, verb.i, *DOERS) or not any(_names(words, w) for w in below(words, by.i, "pobj")):
        return ()
    above, links = words[by.i - 1 - first], 0
    noun = None
    while above.i not in (above.head, verb.i) and links < LINKS:
        noun = above if above.dep in ("dobj", "pobj") else noun
        above, links = words[above.head - first], links + 1
    if noun is None or above.i != verb.i or noun.ent or not any(w.i > noun.i for w in below(words, noun.i, "prep")):
        return ()
    return (msgspec.structs.replace(by, head=noun.i),)


def _names(words: Words, noun: Word) -> bool:
    """Whether a noun is a name, or one that a name stands before: "the Chinese coast guard"."""
    return noun.ent in PARTIES or any(w.ent in PARTIES for w in below(words, noun.i, *WITHIN))


def for_of_noun(words: Words, first: int, verb: Word) -> Changes:
    """ "Renewed his call for Peru to free them": what is called for, no purpose of the renewing."""
    mark = next((w for w in below(words, verb.i, "mark") if w.lower == "for"), None)
    if mark is None or mark.i == first or not any(w.tag == "TO" for w in below(words, verb.i)):
        return ()
    noun = words[mark.i - 1 - first]
    if noun.dep != "dobj" or noun.head != verb.head or noun.pos != "NOUN" or not has_subject(words, verb.i):
        return ()
    return (msgspec.structs.replace(verb, dep="acl", head=noun.i),)


def this_time(words: Words, first: int, preposition: Word) -> Changes:
    """ "Imposed new sanctions last week, this time on banks": the phrase is the verb's, not one of the time."""
    time = words[preposition.head - first]
    if time.lower != "time" or time.i != preposition.i - 1 or time.dep != "npadvmod":
        return ()
    return (msgspec.structs.replace(preposition, head=time.head),)


def dated_subject(words: Words, first: int, day: Word) -> Changes:
    """ "The junta has since March jailed dozens": March jails nobody where somebody else is named."""
    if day.ent not in TIMES or (day.pos != "NOUN" and day.lower not in CALENDAR):
        return ()
    others = [w for w in below(words, day.head, *DOERS) if w.i != day.i and w.ent not in TIMES]
    if not others:
        return ()
    before = words[day.i - 1 - first] if day.i > first else day
    if before.tag == "IN" and before.dep == "mark" and before.head == day.head:
        preposition = msgspec.structs.replace(before, dep="prep")
        return (preposition, msgspec.structs.replace(day, dep="pobj", head=before.i))
    return (msgspec.structs.replace(day, dep="npadvmod"),)


def swallowed_object(words: Words, first: int, it: Word) -> Changes:
    """ "Togo and the states that had shunned it signed a pact": "it" is what they shunned, and signs nothing."""
    if it.lower not in TO_IT or it.i == first or it.head < it.i:
        return ()
    verb = words[it.i - 1 - first]
    if verb.dep != "relcl" or verb.tag not in PAST or below(words, verb.i, "dobj", "ccomp", "agent", "auxpass"):
        return ()
    if not any(w.i < verb.i for w in below(words, it.head, *DOERS)):
        return ()
    return (msgspec.structs.replace(it, dep="dobj", head=verb.i),)


def behind_who_hired(words: Words, first: int, verb: Word) -> Changes:
    """ "It was gunmen hired by a trader who killed him": the cleft tells of the gunmen, not of the trader."""
    noun = words[verb.head - first]
    by = words[noun.head - first]
    if noun.dep != "pobj" or by.lower != "by" or by.head > by.i:
        return ()
    hired = words[by.head - first]
    several = words[hired.head - first]
    be = words[several.head - first]
    if hired.dep != "acl" or several.dep != "attr" or be.lemma != "be":
        return ()
    who = next((w for w in below(words, verb.i, *DOERS) if w.lower in ("who", "that", "which")), None)
    if who is None or words[who.i - 1 - first].text == ",":
        return ()
    if not any(w.lower == "it" for w in below(words, be.i, "nsubj")):
        return ()
    return (msgspec.structs.replace(verb, head=several.i),)


def verb_behind_and(words: Words, first: int, verb: Word) -> Changes:
    """ "May withdraw its money from banks or urge partners to leave": a verb taken for a part of the next noun."""
    thing = words[verb.head - first]
    if verb.tag != "VB" or thing.dep != "conj" or verb.i == first or words[verb.i - 1 - first].dep != "cc":
        return ()
    above = words[thing.head - first]
    for _ in range(4):
        if above.pos in ("VERB", "AUX") or above.head == above.i:
            break
        above = words[above.head - first]
    if above.tag != "VB" or above.i > verb.i:
        return ()
    behind = words[thing.i + 1 - first] if thing.i + 1 - first < len(words) else thing
    to_do = [w for w in below(words, above.i, "advcl", "xcomp") if behind.tag == "TO" and behind.head == w.i]
    return (
        msgspec.structs.replace(verb, pos="VERB", dep="conj", head=above.i),
        msgspec.structs.replace(thing, dep="dobj", head=verb.i),
        *(msgspec.structs.replace(w, dep="xcomp", head=verb.i) for w in to_do),
    )


def noun_behind_and(words: Words, first: int, noun: Word) -> Changes:
    """ "May close its border or sanction the generals": a verb taken for another thing that is closed."""
    thing = words[noun.head - first]
    if noun.tag != "NN" or thing.dep != "dobj" or noun.i == first or words[noun.i - 1 - first].dep != "cc":
        return ()
    verb = words[thing.head - first]
    second = next((w for w in below(words, verb.i, "dobj") if w.i > noun.i), None)
    if second is None or verb.tag != "VB" or below(words, noun.i):
        return ()
    begins = min((w.i for w in below(words, second.i) if w.dep in ("det", "poss", "amod", "nummod")), default=second.i)
    if begins != noun.i + 1:
        return ()
    return (
        msgspec.structs.replace(noun, pos="VERB", tag="VB", dep="conj", head=verb.i),
        msgspec.structs.replace(second, head=noun.i),
    )


def object_behind_day(words: Words, first: int, noun: Word) -> Changes:
    """ "Met rebels in Doha on Tuesday and, a day later, the army chief": he was met too."""
    verb = words[noun.head - first]
    if noun.ent in TIMES or noun.pos not in NOMINAL or verb.pos != "VERB" or noun.i < verb.i:
        return ()
    things = [w for w in below(words, verb.i, "dobj") if w.i < noun.i]
    joined = any(things and things[-1].i < w.i < noun.i for w in below(words, verb.i, "cc"))
    parts = [w for w in below(words, noun.i) if w.i < noun.i and w.dep != "punct"]
    if not joined or not any(w.dep in ("det", "poss") for w in parts):
        return ()
    if any(w.ent in TIMES for w in below(words, noun.i, "nummod", "amod")):
        return ()
    return (msgspec.structs.replace(noun, dep="conj", head=things[-1].i),)


def whose_thing(words: Words, first: int, name: Word) -> Changes:
    """ "An editor, whose release Peru has demanded": Peru is no other name of the release."""
    thing = words[name.head - first]
    verb = words[thing.head - first]
    if name.i != thing.i + 1 or thing.dep != "nsubj" or verb.dep != "relcl" or name.ent not in PARTIES:
        return ()
    if not any(w.lower == "whose" for w in below(words, thing.i, "poss")) or below(words, verb.i, "dobj", "auxpass"):
        return ()
    return (
        msgspec.structs.replace(name, dep="nsubj", head=verb.i),
        msgspec.structs.replace(thing, dep="dobj", head=verb.i),
    )


def handed_to(words: Words, first: int, name: Word) -> Changes:
    """ "Will send Kyiv older missiles": whom they are sent to, taken for how."""
    verb = words[name.head - first]
    if name.ent not in PARTIES or name.i != verb.i + 1 or verb.lemma not in HANDING or below(words, verb.i, "dative"):
        return ()
    if not any(w.i > name.i for w in below(words, verb.i, "dobj")):
        return ()
    return (msgspec.structs.replace(name, pos="PROPN", tag="NNP", dep="dative"),)


def behind_recipient(words: Words, first: int, name: Word) -> Changes:
    """ "To its neighbours Kenya has lent money": Kenya is not one of them."""
    noun = words[name.head - first]
    preposition = words[noun.head - first]
    verb = words[preposition.head - first]
    k = name.i + 1 - first
    if noun.dep != "pobj" or name.ent not in PARTIES or preposition.head <= name.i or k >= len(words):
        return ()
    if words[name.i - 1 - first].dep == "punct" or has_subject(words, verb.i):
        return ()
    behind = words[k]
    if behind.i != verb.i and not (behind.head == verb.i and behind.dep in ("aux", "auxpass", "advmod", "neg")):
        return ()
    passive = any(w.dep == "auxpass" for w in below(words, verb.i))
    return (msgspec.structs.replace(name, dep="nsubjpass" if passive else "nsubj", head=verb.i),)


def before_absolute(words: Words, first: int, name: Word) -> Changes:
    """ "Oslo, its stocks running low, will send less": it is Oslo that will send, not its stocks."""
    verb = words[name.head - first]
    if name.ent not in PARTIES or name.i - first > 3 or verb.i < name.i or name.i + 1 - first >= len(words):
        return ()
    if words[name.i + 1 - first].text != ",":
        return ()
    own = [w for w in below(words, verb.i, *DOERS) if w.i > name.i]
    if len(own) != 1 or not any(w.tag == "PRP$" for w in below(words, own[0].i, "poss")):
        return ()
    if not any(w.i > own[0].i for w in below(words, own[0].i, "acl", "prep", "amod")):
        return ()
    if not any(w.text == "," for w in words[own[0].i - first : verb.i - first]):
        return ()
    return (
        msgspec.structs.replace(name, dep=own[0].dep, head=verb.i),
        msgspec.structs.replace(own[0], dep="npadvmod"),
    )
