"""Participles taken for the verb of a clause: "A statement issued in Tunis said that they had left".

The parser reads "a statement issued" as what is said, and leaves "said" without anybody to say it. A verb of saying
without a subject, right behind such a clause with no comma between, has the noun for its subject.
"""

import msgspec

from sayso.model.flow import Word
from sayso.reading.links import FINITE, PHRASE, Words, below, has_subject

NOUN_OR_VERB = frozenset({"report", "claim", "suspect", "reckon", "say", "estimate"})


def reduced(words: list[Word], first: int) -> list[Word]:
    """The words of one sentence, the first of which is word `first` of the parse, with such a participle set right."""
    for word in words:
        if word.dep == "ROOT" and word.tag == "NN" and word.lemma in NOUN_OR_VERB:
            _verb_at_end(words, first, word)
        if word.dep == "ccomp" and word.tag == "VBD" and word.head > word.i:
            subject = _subject(words, first, word)
            if subject is not None:
                words[word.i - first] = msgspec.structs.replace(word, tag="VBN", dep="acl", head=subject.i)
                words[subject.i - first] = msgspec.structs.replace(subject, dep="nsubj", head=word.head)
    return words


def _verb_at_end(words: list[Word], first: int, word: Word) -> None:
    """ "They have met, the local papers report": the last word is the verb, the plural before it its subject."""
    k = word.i - first
    last = k + 1 >= len(words) or words[k + 1].text == "."
    source = words[k - 1] if k else word
    told = any(w.dep == "ccomp" and w.i < source.i for w in below(words, word.i))
    if not (last and told and source.dep == "compound" and source.tag in ("NNS", "NNPS")):
        return
    words[k] = msgspec.structs.replace(word, tag="VBP", pos="VERB")
    words[k - 1] = msgspec.structs.replace(source, dep="nsubj", head=word.i)
    for w in below(words, word.i, "det", "compound", "amod", "poss"):
        words[w.i - first] = msgspec.structs.replace(w, head=source.i)


def _subject(words: Words, first: int, word: Word) -> Word | None:
    """The noun before the participle, if nothing but it can be the subject of the verb behind."""
    said = words[word.head - first]
    under = below(words, word.i)
    subject = next((w for w in under if w.dep == "nsubj"), None)
    if subject is None or subject.i > word.i or said.tag not in FINITE or has_subject(words, said.i):
        return None
    if any(w.dep in ("dobj", "aux", "neg", "mark", "ccomp", "xcomp") for w in under):
        return None
    between = words[word.i + 1 - first : said.i - first]
    plain = bool(between) and between[0].pos == "ADP" and all(w.pos in PHRASE for w in between)
    return subject if plain and any(w.i > said.i for w in below(words, said.i) if w.dep == "ccomp") else None
