"""Clauses joined to the wrong verb, where the forms of the verbs tell for sure which one is meant.

"He denied that it would harm anybody and accused Cairo": the parser joins "accused" to "harm", and every stage after
it would take the accusation for a part of what is denied, and the harm's doer for the accuser. A form in the past
cannot go on with an infinitive; it goes on with the nearest verb above that stands in its own tense.
"""

import msgspec

from sayso.model.flow import Word
from sayso.reading.links import FINITE, PARTIES, PRESENT, TIMES, Words, below, has_subject
from sayso.reading.lost import REPAIRS, regained

DATING = frozenset({"in", "on", "since", "by", "until", "during"})
HEADLINE = FINITE | {"VB"}
CLAUSES = frozenset({"ROOT", "relcl", "acl", "ccomp", "advcl", "conj"})
BEFORE_VERB = frozenset({"nsubj", "npadvmod"})
MOST_LINKS = 6
CLOSE = 3


def joined(words: Words, first: int) -> Words:
    """The words of one sentence, the first of which is word `first` of the parse, with wrong joints set right."""
    out: list[Word] | None = None
    for word in words:
        dep = word.dep
        if dep == "conj":
            change = _conjunct(words, first, word) if word.tag in FINITE else _infinitive(words, first, word)
        elif dep == "ccomp":
            change = _beside_passive(words, first, word) if word.head > word.i else None
        elif dep == "acl":
            change = _relative(words, first, word) if word.tag in FINITE else None
        elif dep == "compound":
            change = _name_in_compound(words, first, word) if word.tag == "NNP" else None
        elif word.ent in PARTIES and dep in BEFORE_VERB:
            change = _listed(words, first, word)
        else:
            change = None
        if change is not None:
            out = list(words) if out is None else out
            out[word.i - first] = change
        elif dep in REPAIRS:
            for found in regained(words, first, word):
                out = list(words) if out is None else out
                out[found.i - first] = found
        if dep == "parataxis" and word.head > word.i and (moved := _said_in_the_middle(words, first, word)) is not None:
            out = list(words) if out is None else out
            out[moved.i - first] = moved
    dated = next((w for w in words if w.dep == "pobj" and w.tag == "NNP" and w.ent not in TIMES), None)
    changes = _subject_behind_date(words, first, dated) if dated is not None else ()
    for change in changes:
        out = list(words) if out is None else out
        out[change.i - first] = change
    return words if out is None else out


def _name_in_compound(words: Words, first: int, word: Word) -> Word | None:
    """ "Which Peru accuses of spying": a name taken for a part of the verb that it is the subject of."""
    above = words[word.head - first]
    if above.tag not in FINITE or above.i != word.i + 1 or above.dep not in CLAUSES:
        return None
    subject = has_subject(words, above.i)
    return None if subject else msgspec.structs.replace(word, dep="nsubj")


def _listed(words: Words, first: int, word: Word) -> Word | None:
    """ "Peru, Chile sign pact": in a headline a comma stands for "and"."""
    k = word.i - first
    if k + 3 >= len(words) or words[k + 1].text != ",":
        return None
    fellow = next((w for w in words[k + 2 : k + 6] if w.head == word.head and w.dep == "nsubj"), None)
    if fellow is None or fellow.ent not in PARTIES or words[word.head - first].tag not in HEADLINE:
        return None
    if any(w.text == "," for w in words[k + 2 : fellow.i - first + 2]):
        return None
    return msgspec.structs.replace(word, head=fellow.i, dep="conj")


def _said_in_the_middle(words: Words, first: int, says: Word) -> Word | None:
    """ "The junta", said the envoy, "has left": the first of two subjects is that of what is said."""
    own = below(words, says.i, "nsubj")
    if len(own) != 2 or not own[0].i < says.i < own[1].i:
        return None
    if has_subject(words, says.head):
        return None
    return msgspec.structs.replace(own[0], head=says.head)


def _subject_behind_date(words: Words, first: int, name: Word) -> tuple[Word, ...]:
    """ "In August Lee called on them": a name taken for a part of the date, though the verb has no other subject."""
    preposition = words[name.head - first]
    verb = words[preposition.head - first]
    dates = [w for w in words if w.head == name.i and w.ent in TIMES and preposition.i < w.i < name.i]
    if preposition.lower not in DATING or not dates or verb.tag not in FINITE or verb.i != name.i + 1:
        return ()
    if has_subject(words, verb.i):
        return ()
    moved = msgspec.structs.replace(dates[-1], head=preposition.i, dep="pobj")
    return moved, msgspec.structs.replace(name, head=verb.i, dep="nsubj")


def _conjunct(words: Words, first: int, word: Word) -> Word | None:
    """A finite verb joined to one that cannot be its fellow, moved to the verb above that can."""
    above = words[word.head - first]
    own = has_subject(words, word.i)
    if word.tag == "VBP" and not own:
        return None  # the same form as the infinitive, and often taken for it
    if not own and word.tag == "VBD" and above.tag in PRESENT:
        return _of_what_is_told(words, word, above)
    if not _unlike(words, word, above, own):
        return None
    for _ in range(MOST_LINKS):
        if above.head == above.i:
            return None
        above = words[above.head - first]
        if above.i < word.i and _like(word, above):
            return msgspec.structs.replace(word, head=above.i)
    return None


def _of_what_is_told(words: Words, word: Word, above: Word) -> Word | None:
    """ "Papers claim that they chased and rammed it": the past goes on with the past, not with who tells it now."""
    told = [w for w in below(words, above.i, "ccomp") if above.i < w.i < word.i and w.tag == "VBD"]
    if not told or not has_subject(words, told[-1].i):
        return None
    return msgspec.structs.replace(word, head=told[-1].i)


def _unlike(words: Words, word: Word, above: Word, own: bool) -> bool:
    """Whether `word` cannot go on with `above`: an infinitive; with no subject of its own, a participle after "had"."""
    if above.tag == "VB":
        return not own or _to(words, above.i)
    if above.tag != "VBN" or own or word.tag != "VBD" or above.dep != "ccomp":
        return False
    if word.i - above.i <= CLOSE and word.lower.endswith("ed"):
        return False  # "had stripped and robbed them": a participle taken for the past
    return bool(below(words, above.i, "aux", "auxpass"))


def _like(word: Word, above: Word) -> bool:
    """Whether `above` is a verb of the same tense as `word`, and no relative clause that ends before it."""
    if above.dep == "relcl" and word.head != above.i:
        return False
    return above.tag == word.tag or (above.tag in PRESENT and word.tag in PRESENT)


def _infinitive(words: Words, first: int, word: Word) -> Word | None:
    """ "Threatened to shoot, or anyway to arrest": an infinitive goes on with one before it."""
    above = words[word.head - first]
    if word.tag != "VB" or above.tag not in FINITE or not _to(words, word.i):
        return None
    fellows = (w.i for w in below(words, above.i, "xcomp") if above.i < w.i < word.i)
    other = next((i for i in fellows if _to(words, i)), None)
    return None if other is None else msgspec.structs.replace(word, head=other)


def _to(words: Words, verb: int) -> bool:
    return any(w.head == verb and w.tag == "TO" for w in words)


def _beside_passive(words: Words, first: int, word: Word) -> Word | None:
    """ "A fought, B is said to have fled": what stands before a passive that has an infinitive is not what is said."""
    above = words[word.head - first]
    if above.tag != "VBN":
        return None
    subject = any(w.i > word.i for w in below(words, above.i, "nsubjpass"))
    infinitive = any(w.i > above.i for w in below(words, above.i, "xcomp"))
    return msgspec.structs.replace(word, dep="dep") if subject and infinitive else None


def _relative(words: Words, first: int, word: Word) -> Word | None:
    """ "A proposal that both sides rejected": a clause whose object is "that" tells of the noun."""
    noun = words[word.head - first]
    if noun.i > word.i:
        return None
    objects = [w.lower for w in below(words, word.i, "dobj")]
    return msgspec.structs.replace(word, dep="relcl") if objects in (["that"], ["which"]) else None
