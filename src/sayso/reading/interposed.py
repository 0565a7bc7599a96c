"""Who speaks, between what opens a sentence and its main clause: "Unless they pay, he warned, boats will sail".

The parser makes the verb of saying the main one, hangs one half of what was said on it and the other on who speaks, or
takes who speaks for the doer. Three shapes leave no doubt: a clause or a phrase that opens the sentence and, behind
the aside, a clause with a subject and a tense; a subject that waits for its verb; an auxiliary that waits for its
participle. The aside is a comma, who speaks and a verb of saying in either order, with all that says more of the
speaker, a comma.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from sayso.model.flow import Word
from sayso.reading.inserted import PHRASAL, QUOTES, RELATIVE, TENSED, WHO, waiting
from sayso.reading.links import FINITE, PHRASE, SAYING, SUBJECTS, TIMES, below, looped

SPEAKING = SAYING | PHRASAL.keys() | {
    "threaten", "caution", "recount", "confide", "pledge", "vow", "promise", "protest", "fret", "counter", "retort",
    "reply", "relate", "joke", "muse", "marvel", "boast", "emphasise", "emphasize", "reveal", "disclose", "fear",
}  # fmt: skip
TOLD = frozenset({"tell", "warn", "remind", "assure", "inform", "caution"})
OPENS = frozenset({"SCONJ", "ADP", "ADV"})
OPENING = frozenset({
    "if", "unless", "when", "while", "once", "until", "after", "before", "since", "because", "although", "though",
    "had", "should", "were", "whatever", "whoever", "whether", "let", "without", "as", "wherever", "to", "no",
})  # fmt: skip
PASSED = PHRASE | {"CCONJ"}
OBJECTS = frozenset({"me", "him", "her", "us", "them"})
UNTENSED = frozenset({"VB", "VBN", "VBG", "VBD"})
LONGEST = 22
"""How many words who speaks may have before or behind the verb, with all that is said of him."""
NEAR = 9


class Aside(NamedTuple):
    """Places in the sentence: its commas, the verb of saying, the speaker, the verb that goes on and whose it is."""

    opening: int
    closing: int
    said: int
    speaker: int
    main: int
    doer: int | None


def interposed(words: list[Word], first: int) -> list[Word]:
    """The words of one sentence, the first of which is word `first` of the parse, with such a tree set right."""
    if sum(word.text == "," for word in words) < 2:
        return words
    for v, word in enumerate(words):
        if v > 1 and word.lemma in SPEAKING and _may_speak(words, v):
            aside = next(_asides(words, v, first), None)
            if aside is not None:
                return _set_right(words, first, aside) or words
    return words


def _may_speak(words: Sequence[Word], v: int) -> bool:
    """Whether a word may be a verb of saying with a tense, if it was taken for a participle or an infinitive."""
    if words[v].tag in FINITE:
        return True
    if words[v].tag == "VB":
        return words[v - 1].tag in ("NNS", "NNPS", "PRP", "JJ") and [w.text for w in words[v + 1 : v + 2]] == [","]
    return words[v].tag == "VBN" and not below(words, words[v].i, "aux", "auxpass", "agent")


def _asides(words: Sequence[Word], v: int, first: int) -> Iterator[Aside]:
    """The ways in which verb `v` and who does it stand alone between two commas, the shortest first."""
    inverted = words[v - 1].text == ","
    if inverted and (words[v].tag not in FINITE or words[v].lemma == "tell" or words[v + 1].lower in OBJECTS):
        return
    for opening in [v - 1] if inverted else _commas(words, range(v - 2, max(0, v - LONGEST), -1)):
        if not inverted and not _source(words[opening + 1 : v]):
            continue
        for closing in _commas(words, range(v + 1, min(len(words) - 1, v + LONGEST))):
            behind = words[v + 1 : closing]
            if not (_source(behind) if inverted else _to_whom(words[v], behind)):
                continue
            speaker = _head(words, v + 1, closing) if inverted else _head(words, opening + 1, v)
            found = _goes_on(words, opening, closing, first)
            if found is not None and speaker is not None:
                yield Aside(opening, closing, v, speaker, *found)


def _auxiliary(word: Word) -> bool:
    return word.tag == "MD" or (word.lemma in ("have", "be") and word.tag in FINITE)


def _commas(words: Sequence[Word], places: range) -> Iterator[int]:
    return (k for k in places if words[k].text == ",")


def _source(inside: Sequence[Word]) -> bool:
    """Whether the words name somebody, with nothing told but what "who" or a participle says of him."""
    if not inside or inside[0].pos not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM") or inside[0].lower in RELATIVE:
        return False
    relative = next((k for k, w in enumerate(inside) if w.lower in RELATIVE and k), len(inside))
    return any(w.pos in WHO for w in inside) and not any(w.tag in TENSED or w.pos == "SCONJ" for w in inside[:relative])


def _to_whom(said: Word, behind: Sequence[Word]) -> bool:
    """Whether nothing but to whom, when, where and how it was said stands behind the verb."""
    if not behind:
        return True
    if any(w.tag in TENSED or w.pos == "SCONJ" or w.lower in RELATIVE or w.text in QUOTES for w in behind):
        return False
    if behind[0].pos in ("ADP", "ADV") or behind[0].ent in TIMES:
        return True
    return said.lemma in TOLD and behind[0].pos in PHRASE


def _head(words: Sequence[Word], start: int, stop: int) -> int | None:
    """The noun that the words are about: the last one before a preposition, a comma or a verb."""
    ends = (
        k
        for k in range(start + 1, stop)
        if words[k].pos not in PHRASE - {"ADP"} or words[k].ent in TIMES or words[k].lower in RELATIVE
    )
    end = next(ends, stop)
    return next((k for k in range(end - 1, start - 1, -1) if words[k].pos in WHO or words[k].pos == "NUM"), None)


def _goes_on(words: Sequence[Word], opening: int, closing: int, first: int) -> tuple[int, int | None] | None:
    """The verb behind the aside and its subject, as the front asks for one: the three shapes of the module."""
    if _auxiliary(words[opening - 1]) and opening > 1:
        subject = waiting(words, opening - 1)
        joins = words[closing + 1].tag in UNTENSED and words[closing + 1].pos == "VERB"
        return (closing + 1, subject) if subject is not None and joins else None
    subject = waiting(words, opening)
    if subject is not None:
        if words[opening + 1].tag in FINITE and any(w.text == "," for w in words[:opening]):
            return None  # "Jabber, a general, said the army, ..., had fired" is in its plain order.
        main = _tensed(words, closing + 1, first)
        return None if main is None else (main, subject)
    if not (words[0].lower in OPENING or words[0].pos in OPENS) or words[0].lower in RELATIVE:
        return None
    if words[closing + 1].text in QUOTES and words[opening - 1].text not in QUOTES:
        return None
    start = k = closing + 1 + (words[closing + 1].lower in ("and", "then"))
    if words[start].lower in RELATIVE:
        return None
    while k < min(len(words), start + NEAR) and words[k].pos in PASSED and words[k].tag not in TENSED:
        k += 1
    main = _tensed(words, k, first) if k > start and words[start].pos not in ("ADP", "CCONJ") else None
    if main is None or words[main].lemma in SPEAKING:
        return None
    return main, _head(words, start, k)


def _tensed(words: Sequence[Word], k: int, first: int) -> int | None:
    """The place of the verb of the tensed group that begins at `k`, adverbs and quotation marks passed over."""
    while k < len(words) and (words[k].text in QUOTES or words[k].pos == "ADV"):
        k += 1
    if k >= len(words) or words[k].tag not in TENSED or words[k].pos not in ("VERB", "AUX"):
        return None
    if words[k].dep in ("aux", "auxpass"):
        at = words[k].head - first
        return at if k < at < k + 6 else None
    return k


def _set_right(words: list[Word], first: int, aside: Aside) -> list[Word] | None:
    """The words with the verb behind the aside on top, and what opens the sentence and the aside each under it."""
    low, high = words[aside.opening].i, words[aside.closing].i
    said, done, who = words[aside.said], words[aside.main], words[aside.speaker]
    root = next((w for w in words if w.head == w.i), None)
    if root is None or not (root.i <= high or root.i == done.i):
        return None
    out = list(words)
    split = low - 1 if _auxiliary(words[aside.opening - 1]) else -1
    for k, w in enumerate(words):
        above = w.head
        if w.i in (said.i, done.i, who.i):
            continue
        if w.i == split:
            out[k] = msgspec.structs.replace(w, head=done.i, dep="aux")
            continue
        if low < w.i < high:
            if not low < above < high or (above == said.i and w.dep in SUBJECTS):
                out[k] = msgspec.structs.replace(w, head=said.i, dep="dep" if w.dep in SUBJECTS else w.dep)
        elif above != done.i and (
            above == split or low <= above <= high or (w.i < low) != (above < low) or above == w.i
        ):
            out[k] = msgspec.structs.replace(w, head=done.i, dep=_below_main(w))
    out[aside.main] = msgspec.structs.replace(done, head=done.i, dep="ROOT")
    tag = "VBD" if said.tag == "VBN" else said.tag
    out[aside.said] = msgspec.structs.replace(said, head=done.i, dep="parataxis", tag=tag, pos="VERB")
    out[aside.speaker] = msgspec.structs.replace(who, head=said.i, dep="nsubj")
    if aside.doer is not None and not any(w.head == done.i and w.dep in SUBJECTS for w in out):
        passive = any(w.dep == "auxpass" for w in below(words, done.i))
        out[aside.doer] = msgspec.structs.replace(
            words[aside.doer], head=done.i, dep="nsubjpass" if passive else "nsubj"
        )
    moved = any(a != b for a, b in zip(words, out, strict=True) if a.pos != "PUNCT")
    return out if moved and not looped(out, first) else None


def _below_main(word: Word) -> str:
    """The role under the main verb of a word that hung elsewhere: a clause that opens the sentence is an adverbial."""
    if word.dep in ("ROOT", "ccomp", "conj", "parataxis"):
        return "advcl" if word.pos in ("VERB", "AUX") else "dep"
    return "dep" if word.dep in SUBJECTS else word.dep
