"""What a reporting verb reports: the content of each construction it may stand in."""

from collections.abc import Iterator

import msgspec

from sayso.lexicon.reporting import Cue, Frame, ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.reading.attribution import grammar

OBJECTS = ("dobj", "obj", "oprd", "attr")
# What may follow an object and still belong to what is said: "described it as", "accused them of", "likened it to".
AFTER_OBJECT = frozenset(("as", "of", "for", "to", "with", "about", "over", "against", "on"))
ADJECTIVE_NEAR = 3
MOVED = (*grammar.SUBJECTS, "advcl")
# How far back a semicolon is looked for.
MAX_BACK = 200


class Match(msgspec.Struct, frozen=True):
    """A cue at verb `v`: `last` is the end of its own words, particles included; `tail` the last particle."""

    v: int
    cue: Cue
    tail: int


def content(parse: Parse, lexicon: ReportingLexicon, match: Match, frame: Frame) -> tuple[TokenRange, ...]:
    """What the verb of `match` reports in construction `frame`; empty when it does not stand in it."""
    if frame == "clause":
        return _clause(parse, match)
    if frame == "infinitive":
        return _infinitive(parse, match)
    if frame == "gerund":
        return _gerund(parse, match)
    if frame == "object":
        return _object(parse, match, None)
    if frame == "message":
        return _object(parse, match, lexicon)
    return ()


def _clause(parse: Parse, match: Match) -> tuple[TokenRange, ...]:
    if match.cue.rest and parse.words[match.tail].pos == "ADP":
        after = _after_preposition(parse, match, ("pcomp",))
        if after or parse.words[match.tail].dep != "prt":
            return after
    for c in grammar.children(parse, match.v, ("ccomp", "parataxis", "acl")):
        if c > match.tail and not to_infinitive(parse, c) and _finite(parse, c):
            return _bounded(parse, match, c)
    for c in grammar.children(parse, match.v, ("ccomp",)):
        if c < match.v:
            return () if _apart(parse, match, c) else _left_clause(parse, c, match.v)
    return _said_of(parse, match.v) or _around(parse, match)


def _said_of(parse: Parse, v: int) -> tuple[TokenRange, ...]:
    """ "The guards are said by villagers to have beaten him": the guards, and what they are said to have done."""
    agent = grammar.agent(parse, v) if grammar.is_passive(parse, v) else None
    subject = grammar.child(parse, v, "nsubjpass")
    if agent is None or subject is None or subject > v:
        return ()
    for c in grammar.children(parse, v, ("xcomp", "ccomp")):
        if c > agent and to_infinitive(parse, c):
            first, last = parse.subtree(c)
            return (grammar.noun_phrase(parse, subject, v), grammar.tidy(parse, first, last))
    return ()


def _bounded(parse: Parse, match: Match, c: int) -> tuple[TokenRange, ...]:
    first, last = parse.subtree(c)
    first = max(first, match.tail + 1)
    that = next((k for k in range(first, c) if parse.words[k].lower == "that" and parse.words[k].dep == "mark"), None)
    if that is not None and parse.words[that].head == c:
        first = that
    # What stands before the verb: the subject in "the law, which critics say is harsh", a condition.
    moved = (parse.subtree(k) for k in grammar.children(parse, c, MOVED) if k < match.v)
    before = [part for part in moved if part[1] <= match.v]
    if any(parse.words[k].dep == "advcl" and k < match.v for k in parse.children[c]):
        rest = (parse.subtree(k)[0] for k in parse.children[c] if parse.words[k].dep != "punct")
        first = min([c, *(a for a in rest if a > match.tail)])
    if match.cue.stance == "promises":
        last = min(last, _come_true(parse, c))
    said = grammar.tidy(parse, first, min(last, parse.sentence(c).last))
    return (*before, said) if last > first else ()


def _come_true(parse: Parse, c: int) -> int:
    """Where what came of a promise begins, told beside it: "vowed that they would stay, and two weeks later they left".

    The end of the parse where nothing is told: the same promise goes on after "that", in a modal or without a subject.
    """
    words = parse.words
    for k in grammar.children(parse, c, ("conj",)):
        below = [words[d] for d in parse.children[k]]
        subject = next((w.i for w in below if w.dep in ("nsubj", "nsubjpass")), None)
        if subject is None or words[k].tag != "VBD" or any(w.tag == "MD" or w.dep == "mark" for w in below):
            continue
        first = parse.subtree(k)[0]
        joined = next((d for d in range(first - 1, c, -1) if words[d].dep == "cc"), first)
        if words[joined - 1].text in grammar.COMMAS:
            return joined
    return len(words)


def _left_clause(parse: Parse, c: int, v: int) -> tuple[TokenRange, ...]:
    """What comes before "..., he said": the clause, and its other half when the verb interrupts it."""
    first, last = parse.subtree(c)
    subject = grammar.child(parse, v, "nsubj")
    stop = min(v, grammar.noun_phrase(parse, subject, v)[0] if subject is not None and subject < v else v)
    first = _after_semicolon(parse, first, min(last, stop))
    left = grammar.tidy(parse, first, min(last, stop)) if first < min(last, stop) else None
    outcomes = (parse.subtree(k) for k in grammar.children(parse, c, ("advcl",)) if k > v)
    return (left, *outcomes) if left else ()


def _apart(parse: Parse, match: Match, c: int) -> bool:
    """Whether clause `c` before the verb is a statement of its own: "A left; B denied the charge", "B rejected it"."""
    if grammar.detached(parse, c):
        return True
    if "object" not in match.cue.frames:
        return False
    things = (o for o in grammar.children(parse, match.v, OBJECTS) if o > match.v)
    return any(parse.words[o].pos in ("NOUN", "PRON") and parse.words[o].ent != "PERSON" for o in things)


def _after_semicolon(parse: Parse, first: int, last: int) -> int:
    """Where the last part of a sentence with semicolons begins, between `first` and `last`."""
    low = max(first, last - MAX_BACK)
    return next((k + 1 for k in range(last - 1, low - 1, -1) if parse.words[k].text == ";"), first)


def _around(parse: Parse, match: Match) -> tuple[TokenRange, ...]:
    """The clause that "he said", set between commas, or "as he said", stands in."""
    word = parse.words[match.v]
    beside = word.dep in ("parataxis", "ccomp", "advcl") or _inverted(parse, word) or _spliced(parse, match)
    if word.head == word.i or not beside:
        return ()
    first, last = parse.subtree(word.i)
    subject = grammar.child(parse, word.i, "nsubj")
    speaker = parse.subtree(subject)[0] if subject is not None and subject < word.i else first
    dated = speaker > first and parse.words[speaker - 1].text == "," and parse.words[first].pos == "ADP"
    first = speaker if dated else first  # "Over the years, he said, they armed them"
    sentence = parse.sentence(word.i)
    if match.tail + 1 < last and parse.words[match.tail + 1].text in grammar.COMMAS:
        last = match.tail + 1
    mark = parse.words[first].lower == "as"
    opens = mark or any(parse.words[k].text in grammar.COMMAS for k in range(max(first - 1, sentence.first), first + 1))
    closes = last >= sentence.last or parse.words[last].text in grammar.CLOSERS or parse.words[last - 1].text == ","
    if not (opens and closes) or last - first > 25 or (word.dep == "advcl" and not mark and not _plain(parse, word)):
        return ()
    if grammar.child(parse, word.i, "mark") is not None and not mark:
        return ()
    if mark and match.cue.rest and last < sentence.last and parse.words[last].text == ",":
        return _worded(parse, first, last, sentence.last)
    outer = parse.subtree(word.head)
    start = first if dated else _after_semicolon(parse, max(outer[0], sentence.first), first)
    parts = [(start, first), (last, min(outer[1], sentence.last))]
    return tuple(grammar.tidy(parse, a, b) for a, b in parts if _has_words(parse, a, b))


def _worded(parse: Parse, first: int, last: int, end: int) -> tuple[TokenRange, ...]:
    """ "It left, preferring, as he put it, to wait": the words that are his, not the whole of what is told."""
    before = parse.words[max(first - 2, 0)]
    parts = [(last, next((k for k in range(last + 1, end) if parse.words[k].text in (",", ";")), end))]
    if before.tag == "VBG" and first >= 2:
        parts.insert(0, (before.i, first))
    return tuple(grammar.tidy(parse, a, b) for a, b in parts if _has_words(parse, a, b))


def _spliced(parse: Parse, match: Match) -> bool:
    """Two clauses joined by a bare comma, the second saying who told whom the first.

    "Oman could send rockets, an official posted in Rome told the agency", taken for one of two things that were done.
    """
    word, words = parse.words[match.v], parse.words
    if word.dep != "conj" or word.tag not in ("VBD", "VBZ") or match.cue.stance != "asserts":
        return False
    below = {words[c].dep for c in parse.children[word.i]}
    subject = grammar.child(parse, word.i, "nsubj")
    if subject is None or subject > word.i or not below & {"dobj", "dative"} or below & {"ccomp", "xcomp", "cc"}:
        return False
    first = parse.subtree(word.i)[0]
    if first <= parse.sentence(word.i).first or words[first - 1].text not in grammar.COMMAS:
        return False
    beside = [words[k] for k in parse.children[word.head]]
    return not any((w.dep == "conj" and w.i != word.i) or (w.dep == "cc" and w.i > word.head) for w in beside)


def _inverted(parse: Parse, word: Word) -> bool:
    """A verb after a comma with its subject behind it, taken for one of two: "Oman sent rockets, said an official"."""
    if word.dep != "conj" or word.tag not in ("VBD", "VBZ") or parse.words[word.i - 1].text not in grammar.COMMAS:
        return False
    subject = grammar.child(parse, word.i, "nsubj")
    return subject is not None and subject > word.i


def _plain(parse: Parse, word: Word) -> bool:
    """Whether a verb taken for an adverbial clause is a clause by itself: a subject, a tense, nothing that opens it."""
    opened = any(parse.words[c].dep in ("mark", "advmod") for c in parse.children[word.i] if c < word.i)
    return word.tag in ("VBD", "VBZ", "VBP") and not opened and grammar.child(parse, word.i, "nsubj") is not None


def _has_words(parse: Parse, first: int, last: int) -> bool:
    return any(parse.words[i].pos not in ("PUNCT", "SPACE") for i in range(first, last))


def to_infinitive(parse: Parse, c: int) -> bool:
    if parse.words[c].tag != "VB" and parse.words[c].pos not in ("AUX", "VERB", "ADJ", "NOUN"):
        return False
    return any(parse.words[k].lower == "to" and parse.words[k].tag == "TO" for k in parse.children[c])


def _finite(parse: Parse, c: int) -> bool:
    """A clause with a subject or a finite verb; a bare participle is none."""
    word = parse.words[c]
    if word.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(
        parse.words[k].dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass", "cop", "mark", "csubj")
        for k in parse.children[c]
    )


def _infinitive(parse: Parse, match: Match) -> tuple[TokenRange, ...]:
    for c in _complements(parse, match):
        if c > match.v and to_infinitive(parse, c):
            first, last = parse.subtree(c)
            first = min(first, *(parse.subtree(o)[0] for o in _addressees(parse, match) if o < c), first)
            return (grammar.tidy(parse, max(first, match.tail + 1), last),)
    return ()


def _addressees(parse: Parse, match: Match) -> Iterator[int]:
    """Those who are to do it, after a preposition of the cue: "called on Minsk to leave"."""
    if match.cue.rest:
        yield from grammar.children(parse, match.tail, ("pobj",))


def _complements(parse: Parse, match: Match) -> Iterator[int]:
    yield from grammar.children(parse, match.v, ("xcomp", "ccomp", "advcl"))
    if match.cue.rest:
        yield from grammar.children(parse, match.tail, ("pcomp", "xcomp"))
    for noun in grammar.children(parse, match.v, ("dobj", "prep", "dative")):
        yield from grammar.children(parse, noun, ("acl", "relcl"))
        for inner in grammar.children(parse, noun, ("pobj",)):
            yield from grammar.children(parse, inner, ("acl",))


def _gerund(parse: Parse, match: Match) -> tuple[TokenRange, ...]:
    for c in grammar.children(parse, match.v, ("xcomp", "ccomp")):
        if c > match.tail and participle(parse, c):
            first, last = parse.subtree(c)
            return (grammar.tidy(parse, max(first, match.tail + 1), last),)
    if match.cue.rest:
        return _after_preposition(parse, match, ("pcomp",))
    return ()


def participle(parse: Parse, c: int) -> bool:
    """ "Denied taking it", "denied having taken it"."""
    if parse.words[c].tag == "VBG":
        return True
    return any(parse.words[k].tag == "VBG" for k in grammar.children(parse, c, ("aux", "auxpass")))


def _after_preposition(parse: Parse, match: Match, deps: tuple[str, ...]) -> tuple[TokenRange, ...]:
    for c in grammar.children(parse, match.tail, deps):
        first, last = parse.subtree(c)
        return (grammar.tidy(parse, max(first, match.tail + 1), last),)
    return ()


WHEN = ("DATE", "TIME")


def _object(parse: Parse, match: Match, messages: ReportingLexicon | None) -> tuple[TokenRange, ...]:
    if grammar.is_passive(parse, match.v) or _reduced_passive(parse, match.v):
        return _passive(parse, match)
    for c in _objects(parse, match):
        if messages is not None and parse.words[c].lemma not in messages.nouns:
            continue
        first, last = parse.subtree(c)
        first = max(first, match.tail + 1)
        last = _object_end(parse, match.v, c, _restrictive(parse, c, last))
        return (grammar.tidy(parse, first, last),) if last > first else ()
    return _antecedent(parse, match) if messages is None else ()


def _antecedent(parse: Parse, match: Match) -> tuple[TokenRange, ...]:
    """ "The raise that it demanded": the object stands before its relative clause."""
    head = parse.words[match.v].head
    if parse.words[match.v].dep != "relcl" or head >= match.v or match.cue.rest:
        return ()
    for c in grammar.children(parse, match.v, ("dobj",)):
        if parse.words[c].lower == "which" and c > 0 and parse.words[c - 1].text in grammar.COMMAS:
            return ((c, c + 1),)
    doer = grammar.child(parse, match.v, "nsubj")
    if doer is None or parse.words[doer].lower in grammar.RELATIVE:
        return ()
    return (grammar.noun_phrase(parse, head, parse.subtree(match.v)[0]), *_charge(parse, match.v))


def _charge(parse: Parse, v: int) -> Iterator[TokenRange]:
    """What an object that stands before the verb is said to have done or to be: "whom allies accuse of theft"."""
    agent = grammar.agent(parse, v)
    for c in (*parse.children[v], *(grammar.gerunds(parse, agent) if agent is not None else ())):
        if c > v and parse.words[c].dep in ("prep", "oprd") and parse.words[c].lower in AFTER_OBJECT:
            yield grammar.tidy(parse, *parse.subtree(c))
            return


def _objects(parse: Parse, match: Match) -> Iterator[int]:
    """The object's head words. A day is never one: "agreed on Sunday" says when."""
    if match.cue.rest:
        inside = grammar.children(parse, match.tail, ("pobj", "pcomp"))
        yield from (c for c in inside if parse.words[c].ent not in WHEN)
    for c in grammar.children(parse, match.v, ("advcl", "oprd", "acomp")):
        # "Dismissed as baseless the charge that ...": the parser hangs the charge on the adjective.
        if parse.words[c].pos in ("ADJ", "NOUN") and c - match.v <= ADJECTIVE_NEAR:
            yield from (o for o in grammar.children(parse, c, ("dobj",)) if parse.words[o].pos == "NOUN")
    yield from _behind_as(parse, match)
    if grammar.fronted(parse, match.v):
        for p in grammar.children(parse, match.v, ("prep",)):
            if parse.words[p].lower == "as":
                yield from grammar.children(parse, p, ("pobj",))
    for c in grammar.children(parse, match.v, (*OBJECTS, "ccomp")):
        small = parse.words[c].dep == "ccomp"
        if c > match.tail and not (
            small and (to_infinitive(parse, c) or parse.words[c].pos not in ("NOUN", "ADJ", "PROPN"))
        ):
            yield c


def _behind_as(parse: Parse, match: Match) -> Iterator[int]:
    """ "Dismissed as 'lies' a report that ...": the report, taken for an apposition to what it is called."""
    for p in grammar.children(parse, match.v, ("prep",)):
        if parse.words[p].lower == "as" and p == match.tail + 1:
            for called in grammar.children(parse, p, ("pobj",)):
                yield from (
                    o for o in grammar.children(parse, called, ("appos", "dobj")) if parse.words[o].pos == "NOUN"
                )


def _restrictive(parse: Parse, head: int, last: int) -> int:
    """Where the object ends without a relative clause after a comma ("..., who has not replied")."""
    for c in grammar.children(parse, head, ("relcl",)):
        first = parse.subtree(c)[0]
        if first > head + 1 and parse.words[first - 1].text in grammar.COMMAS:
            return min(last, first - 1)
    return last


def _object_end(parse: Parse, v: int, obj: int, last: int) -> int:
    """The end of what follows an object and belongs to it: "as a fraud", "of cheating", "to a tank"."""
    for c in parse.children[v]:
        word = parse.words[c]
        if c < obj or c < last - 1:
            continue
        first, end = parse.subtree(c)
        if first > last:
            break
        if _completes(word) or (first == last and _follows(parse, word, first)):
            last = max(last, end)
    return last


def _completes(word: Word) -> bool:
    return word.dep in ("oprd", "xcomp", "dative") or (word.dep == "prep" and word.lower in AFTER_OBJECT)


def _follows(parse: Parse, word: Word, first: int) -> bool:
    """Right after the object: "remarks he had made", "as serious"."""
    return word.dep == "ccomp" or (word.dep == "advcl" and parse.words[first].lower == "as")


def _reduced_passive(parse: Parse, v: int) -> bool:
    word = parse.words[v]
    return word.tag == "VBN" and word.dep == "acl" and grammar.agent(parse, v) is not None


def _passive(parse: Parse, match: Match) -> tuple[TokenRange, ...]:
    """What is said of the subject of a passive: the subject, and "as ...", "of ..." after the verb."""
    v = match.v
    if _reduced_passive(parse, v):
        head = parse.words[v].head
        named = grammar.tidy(parse, *grammar.noun_phrase(parse, head, parse.subtree(v)[0]))
        return (named, *_charge(parse, v))
    subject = grammar.child(parse, v, "nsubjpass", "nsubj")
    if subject is None or subject > v or grammar.agent(parse, v) is None:
        return ()
    return (grammar.noun_phrase(parse, subject, v), *_charge(parse, v))
