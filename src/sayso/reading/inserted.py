"""Who speaks, in the middle of what is said: trees in which the parser mixed the two clauses, set right.

"Chinese boats, a spokesman said on Monday, rammed the ship": the parser takes the speaker for who did it, or the doer
for the one who speaks. The words leave no doubt: a subject without its verb, a comma, who speaks and a verb of saying
(to whom and when), a comma, and a verb with a tense that the subject has been waiting for.
"""

from collections.abc import Sequence

import msgspec

from sayso.model.flow import Word
from sayso.reading.links import FINITE, PHRASE, SAYING, SUBJECTS, below, looped

TENSED = FINITE | {"MD"}
AFTER = PHRASE | {"SCONJ"}
WHO = frozenset({"NOUN", "PROPN", "PRON"})
WAITING = PHRASE | {"CCONJ", "PUNCT"}
NO_SUBJECT = frozenset({"and", "but", "or", "if", "when", "while", "after", "before", "because", "although", "that"})
RELATIVE = frozenset({"who", "which", "whom", "whose", "that", "where"})
QUOTES = frozenset({'"', "“", "”", "''", "``"})
ASIDE_OPENS = frozenset({"as", "according", "in", "by", "so"})
LONGEST_SOURCE = 14
LONGEST_AFTER = 12
LONGEST_SUBJECT = 24
PHRASAL = {"put": frozenset({"it"}), "point": frozenset({"out"}), "go": frozenset({"on"})}


def inserted(words: list[Word], first: int) -> list[Word]:
    """The words of one sentence, the first of which is word `first` of the parse, with such a tree set right."""
    if sum(word.text == "," for word in words) < 2:
        return words
    words = _rejoined(words, first)
    for word in words:
        if (word.lemma in SAYING or word.lemma in PHRASAL) and _may_say(words, word, first):
            found = _aside(words, word.i - first)
            if found is not None:
                return _set_right(words, first, word.i - first, *found) or words
    return words


def _rejoined(words: list[Word], first: int) -> list[Word]:
    """The words with an auxiliary and its participle joined over an aside: "they have, as he puts it, armed them"."""
    for word in words:
        if word.lemma in ("have", "be") and word.tag in FINITE and word.dep in ("ROOT", "conj", "ccomp"):
            k = word.i - first + 1
            while k < len(words) and words[k].pos == "ADV":
                k += 1
            if k + 2 < len(words) and words[k].text == "," and words[k + 1].lower in ASIDE_OPENS:
                closing = next(
                    (j for j in range(k + 2, min(len(words), k + LONGEST_SUBJECT)) if words[j].text == ","), -1
                )
                if closing > 0 and closing + 1 < len(words):
                    words = _join(words, first, word, words[closing + 1]) or words
    return words


def _join(words: list[Word], first: int, aux: Word, verb: Word) -> list[Word] | None:
    """The words with `verb` in the place of its auxiliary `aux`; None where the two do not go together."""
    if verb.tag not in (("VBG", "VBN") if aux.lemma == "be" else ("VBN", "VBD")):
        return None
    if any(w.dep in ("aux", "auxpass") for w in below(words, verb.i)) or verb.head < first:
        return None
    out = list(words)
    noun = words[verb.head - first] if verb.dep in ("amod", "compound") and verb.head > verb.i else None
    for w in words:
        if w.head == aux.i and w.i not in (aux.i, verb.i):
            out[w.i - first] = msgspec.structs.replace(w, head=verb.i)
        elif w.head == verb.i and w.dep in SUBJECTS and w.i > aux.i:
            out[w.i - first] = msgspec.structs.replace(w, dep="dep")
    if noun is not None:
        out[noun.i - first] = msgspec.structs.replace(noun, head=verb.i, dep="dobj")
    root = aux.head == aux.i
    passive = aux.lemma == "be" and verb.tag == "VBN"
    head = verb.i if root else aux.head
    tag = "VBN" if verb.tag == "VBD" else verb.tag
    out[verb.i - first] = msgspec.structs.replace(verb, head=head, dep=aux.dep, pos="VERB", tag=tag)
    out[aux.i - first] = msgspec.structs.replace(aux, head=verb.i, dep="auxpass" if passive else "aux")
    return None if looped(out, first) else out


def _may_say(words: Sequence[Word], word: Word, first: int) -> bool:
    """Whether a word may be a verb of saying with a tense, if it was taken for a participle or a noun."""
    if word.tag in FINITE:
        return True
    if word.tag == "VBN":
        return not any(w.dep in ("aux", "auxpass") for w in below(words, word.i))
    k = word.i - first
    alone = word.tag in ("NN", "VB") and k + 1 < len(words) and words[k + 1].text == ","
    return alone and any(w.tag in ("NNS", "NNPS") for w in words[max(0, k - 4) : k])


def _aside(words: Sequence[Word], v: int) -> tuple[int, int, int, int] | None:
    """Places of the comma before the aside around verb `v`, the comma after it, the subject and the verb after it."""
    opening = next(
        (k for k in range(v - 1, max(-1, v - LONGEST_SOURCE), -1) if words[k].pos not in PHRASE | {"SCONJ"}), -1
    )
    closing = next((k for k in range(v + 1, min(len(words), v + LONGEST_AFTER)) if words[k].pos not in AFTER), -1)
    if opening < 1 or closing < 0 or words[opening].text != "," or words[closing].text != ",":
        return None
    inside = words[opening + 1 : v]
    if any(w.lower in RELATIVE or (w.pos == "SCONJ" and w.lower != "as") for w in inside[:1]) or any(
        w.pos == "SCONJ" for w in inside[1:]
    ):
        return None
    if not any(w.pos in WHO for w in inside) or any(w.lower == "that" for w in words[v + 1 : closing]):
        return None
    particle = PHRASAL.get(words[v].lemma)
    if particle is not None and words[v + 1].lower not in particle:
        return None
    main = _main(words, closing + 1)
    subject = waiting(words, opening)
    return (opening, closing, subject, main) if main is not None and subject is not None else None


def _main(words: Sequence[Word], k: int) -> int | None:
    """The verb of the clause that goes on at place `k` with a tense, auxiliaries and adverbs passed over."""
    while k < len(words) and (words[k].text in QUOTES or words[k].pos == "ADV"):
        k += 1
    if k >= len(words) or words[k].tag not in TENSED or words[k].pos not in ("VERB", "AUX"):
        return None
    if words[k].dep in ("aux", "auxpass"):
        return next((j for j in range(k + 1, min(len(words), k + 6)) if words[j].i == words[k].head), None)
    return k


def waiting(words: Sequence[Word], opening: int) -> int | None:
    """The head of the noun phrase that stands alone before the aside, if that is all that stands there."""
    stand = [k for k in range(opening) if words[k].text not in QUOTES]
    if not stand or opening > LONGEST_SUBJECT or words[stand[0]].lower in NO_SUBJECT:
        return None
    if any(words[k].pos not in WAITING or words[k].text in (";", ":") for k in stand):
        return None
    if words[stand[0]].pos == "ADP":
        return None
    stop = next((k for k in stand[1:] if words[k].pos in ("ADP", "CCONJ") or words[k].text == ","), opening)
    return next((k for k in range(stop - 1, -1, -1) if words[k].pos in WHO or words[k].pos == "NUM"), None)


def _set_right(
    words: list[Word], first: int, v: int, opening: int, closing: int, subject: int, main: int
) -> list[Word] | None:
    """The words with the subject under the main verb and who speaks under the verb of saying; None: they are, or it
    cannot be done by moving those four alone."""
    speaker = _speaker(words, opening, v)
    said, done, who, doer = words[v], words[main], words[speaker], words[subject]
    own = any(w.i == doer.i for w in below(words, done.i) if w.dep in SUBJECTS)
    if own and any(w.i == who.i for w in below(words, said.i) if w.dep in SUBJECTS):
        return None
    four = {said.i, done.i, who.i, doer.i}
    low, high = words[opening].i, words[closing].i
    tops = [w for w in (said, done, who, doer) if w.head == w.i or (w.head not in four and not low < w.head < high)]
    if len(tops) != 1 or (tops[0].head != tops[0].i and tops[0].dep not in ("ccomp", "conj")):
        return None
    top, out = tops[0], list(words)
    if said.tag in ("NN", "VB") and words[v - 1].dep == "compound" and said.head not in four:
        out[v - 1] = msgspec.structs.replace(words[v - 1], head=said.head, dep=said.dep)
    for w in words:
        if w.i in four or w.head not in (said.i, who.i, doer.i):
            continue
        within = low < w.i < high
        if w.head == doer.i and (w.i < low or within):
            continue
        if w.head != doer.i and within:
            continue
        if w.head == who.i and w.i < low:
            out[w.i - first] = msgspec.structs.replace(w, head=doer.i if w.i < doer.i else done.i)
        else:
            out[w.i - first] = msgspec.structs.replace(w, head=done.i)
    root = top.head == top.i
    passive = any(w.dep == "auxpass" for w in below(words, done.i))
    out[main] = msgspec.structs.replace(done, head=done.i if root else top.head, dep="ROOT" if root else top.dep)
    tag = {"VBN": "VBD", "NN": "VBP", "VB": "VBP"}.get(said.tag, said.tag)
    dep = "advcl" if words[opening + 1].lower == "as" else "parataxis"
    out[v] = msgspec.structs.replace(said, head=done.i, dep=dep, tag=tag, pos="VERB")
    out[subject] = msgspec.structs.replace(doer, head=done.i, dep="nsubjpass" if passive else "nsubj")
    out[speaker] = msgspec.structs.replace(who, head=said.i, dep="nsubj")
    return out


def _speaker(words: Sequence[Word], opening: int, v: int) -> int:
    """The noun that the words between the comma and the verb are about: the last before a preposition."""
    start = opening + 1 + (words[opening + 1].lower == "as")
    stop = next((k for k in range(start + 1, v) if words[k].pos == "ADP"), v)
    return next((k for k in range(stop - 1, opening, -1) if words[k].pos in WHO or words[k].pos == "NUM"), v - 1)
