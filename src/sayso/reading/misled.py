"""Main verbs that the parser took for participles, and participles that it took for main verbs.

"Prosecutors charged on Tuesday two men" and "sanctions announced in London will bite" have the same forms in the same
order; an object, or a second verb that waits for its subject, tells which is which.
"""

import msgspec

from sayso.model.flow import Word
from sayso.reading.links import (
    FINITE,
    NOMINAL,
    PAST,
    SUBJECTS,
    TIMES,
    Changes,
    Words,
    below,
    has_subject,
    main_word,
)

OF_TWO = frozenset(
    {"give", "grant", "award", "hand", "offer", "deny", "pay", "show", "send", "refuse", "sell", "promise", "teach"}
    | {"call", "name", "elect", "make", "dub", "appoint", "declare", "ask", "tell", "lend", "allow", "assign", "spare"}
)
"""Verbs whose passive may have an object: "a man given asylum", "a ship named Hope"."""
THINKING = frozenset({"say", "think", "believe", "know", "hope", "fear", "tell", "insist"})
ENDING = frozenset({".", "!", "?", '"', "\u201d"})


def main_with_object(words: Words, first: int, verb: Word) -> Changes:
    """ "Prosecutors in Oslo charged on Tuesday two men with spying": what has an object is no passive participle."""
    noun = words[verb.head - first]
    if verb.tag not in PAST or verb.lemma in OF_TWO or noun.dep != "ROOT" or noun.pos not in NOMINAL:
        return ()
    under = below(words, verb.i)
    if noun.i > verb.i or any(w.dep in ("agent", "auxpass", "aux", *SUBJECTS) for w in under):
        return ()
    if not any(w.dep == "dobj" and w.ent not in TIMES and w.i > verb.i for w in under):
        return ()
    if words[-1].text not in ENDING or any(w.tag in FINITE and w.dep in ("ROOT", "conj") for w in words):
        return ()
    return (
        msgspec.structs.replace(verb, dep="ROOT", head=verb.i, tag="VBD"),
        msgspec.structs.replace(noun, dep="nsubj", head=verb.i),
    )


def participle(words: Words, first: int, verb: Word) -> Changes:
    """ "Sanctions announced in London will bite": a second verb without a subject of its own has the first one's."""
    before = words[verb.head - first]
    if before.tag not in PAST or before.i > verb.i or before.lemma in THINKING or has_subject(words, verb.i):
        return ()
    under = below(words, verb.i)
    tensed = verb.tag in FINITE or any(w.tag == "MD" or w.tag in FINITE for w in under if w.dep in ("aux", "auxpass"))
    if not tensed or any(w.dep in ("mark", "expl", "advmod") and w.i < verb.i and w.tag != "RB" for w in under):
        return ()
    helpers = {w.i for w in under if w.dep in ("aux", "auxpass")}
    if any(w.head in helpers and w.dep in ("mark", *SUBJECTS) for w in words[before.i + 1 - first : verb.i - first]):
        return ()
    begins = min((w.i for w in under), default=verb.i)
    if begins < verb.i and words[begins - 1 - first].dep == "punct":
        return ()
    own = [w for w in below(words, before.i, *SUBJECTS) if w.i < before.i]
    if len(own) != 1 or own[0].i != before.i - 1 or own[0].pos not in NOMINAL:
        return ()
    if below(words, before.i, "aux", "auxpass", "dobj"):
        return ()
    up = before.head if before.head != before.i else verb.i
    return (
        msgspec.structs.replace(verb, dep=before.dep, head=up),
        msgspec.structs.replace(before, dep="acl", head=own[0].i, tag="VBN"),
        msgspec.structs.replace(own[0], head=verb.i),
    )


def main_as_quality(words: Words, first: int, verb: Word) -> Changes:
    """ "Police who had been told to hold back fired rubber bullets": the main verb taken for a quality of bullets."""
    thing = words[verb.head - first]
    if verb.tag not in PAST or thing.dep != "dobj" or not verb.i < thing.i or words[-1].text not in ENDING:
        return ()
    if min((w.i for w in below(words, thing.i)), default=verb.i) < verb.i:
        return ()
    inner = words[thing.head - first]
    root = main_word(words)
    if root is None or root.pos not in NOMINAL or not root.i < inner.i < verb.i - 1:
        return ()
    if not any(w.i < inner.i for w in below(words, root.i, "relcl")):
        return ()
    behind = (w for w in below(words, inner.i) if w.i > thing.i)
    return (
        msgspec.structs.replace(verb, pos="VERB", tag="VBD", dep="ROOT", head=verb.i),
        msgspec.structs.replace(thing, head=verb.i),
        msgspec.structs.replace(root, dep="nsubj", head=verb.i),
        *(msgspec.structs.replace(w, head=verb.i) for w in behind),
    )
