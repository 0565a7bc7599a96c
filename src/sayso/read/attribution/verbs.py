"""Verbs that report: which construction a verb stands in, and what its content is."""

from collections.abc import Iterator

import msgspec

from sayso.lexicon.reporting import Cue, Frame, ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.read.attribution import grammar
from sayso.read.attribution.draft import Draft
from sayso.read.attribution.quotes import CLOSING, OPENING, STRAIGHT

QUOTE_MARKS = OPENING | CLOSING | STRAIGHT
OBJECTS = ("dobj", "obj", "oprd", "attr")
CLAUSES = ("ccomp", "xcomp", "advcl", "parataxis", "dep")
# What may follow an object and still belong to what is said: "described it as", "accused them of", "likened it to".
AFTER_OBJECT = frozenset(("as", "of", "for", "to", "with", "about", "over", "against", "on"))


class Match(msgspec.Struct, frozen=True):
    """A cue at verb `v`: `last` is the end of its own words, particles included; `tail` the last particle."""

    v: int
    cue: Cue
    tail: int


def matches(parse: Parse, lexicon: ReportingLexicon, word: Word) -> list[Match]:
    """The cues that verb `word` may be, those with the most words first."""
    found_cues = cues(parse, lexicon, word)
    found = [m for cue in found_cues if (m := _match(parse, word, cue)) is not None]
    if found and found[0].cue.rest:
        longest = len(found[0].cue.rest)
        return [m for m in found if len(m.cue.rest) == longest] + [m for m in found if len(m.cue.rest) < longest]
    return found


def _match(parse: Parse, word: Word, cue: Cue) -> Match | None:
    i, end = word.i + 1, parse.sentence(word.i).last
    for wanted in cue.rest:
        while i < end and parse.words[i].pos == "ADV" and parse.words[i].lower != wanted and i - word.i < 4:
            i += 1
        if i >= end or wanted not in (parse.words[i].lower, parse.words[i].lemma):
            return None
        i += 1
    return Match(word.i, cue, i - 1)


def cues(parse: Parse, lexicon: ReportingLexicon, word: Word) -> tuple[Cue, ...]:
    """The cues that start with `word`, or with the verb of speech it was meant to be."""
    return lexicon.verbs.get(word.lemma) or lexicon.verbs.get(misspelt(parse, lexicon, word) or "", ())


def misspelt(parse: Parse, lexicon: ReportingLexicon, word: Word) -> str | None:
    """The verb of speech that `word` was meant to be, where "that" follows it or a quotation stands beside it."""
    words, i = parse.words, word.i
    after = words[i + 1].lower if i + 1 < len(words) else ""
    before = {w.text for w in words[max(0, i - 4) : i]}
    if after != "that" and not QUOTE_MARKS & {*before, *(w.text for w in words[i + 1 : i + 4])}:
        return None
    return lexicon.speech_verb(word.lower) if word.lemma not in lexicon.verbs else None


def find(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """The attribution verb `word` makes with a complement of its own (quotations: see `direct`)."""
    for match in matches(parse, lexicon, word):
        for frame in match.cue.frames:
            content = _content(parse, lexicon, match, frame)
            if content:
                draft = _draft(parse, match, frame, content)
                if draft is not None:
                    return draft
    return None


def _draft(parse: Parse, match: Match, frame: Frame, content: tuple[TokenRange, ...]) -> Draft | None:
    v, cue = match.v, match.cue
    source, head = source_of(parse, v)
    if head is None and not _may_lack_source(parse, v, frame):
        return None
    group = (grammar.verb_group(parse, v)[0], match.tail + 1)
    return Draft((group,), v, source, head, content, cue.stance, f"{cue.entry}:{frame}")


def source_of(parse: Parse, v: int) -> tuple[TokenRange | None, int | None]:
    """Words and head of the one who does verb `v`: its agent in a passive, else its subject."""
    if grammar.is_passive(parse, v) or (parse.words[v].tag == "VBN" and parse.words[v].dep in ("acl", "relcl")):
        head = grammar.agent(parse, v)
    else:
        head = _doer(parse, v)
    if head is None or _expletive(parse, head):
        return None, None
    return grammar.noun_phrase(parse, head, v), head


def _doer(parse: Parse, v: int) -> int | None:
    """The subject; a participle after a comma ("..., adding that") that hangs on a noun is the whole sentence's."""
    word = parse.words[v]
    if word.tag == "VBG" and word.dep == "acl" and v > 0 and parse.words[v - 1].text == ",":
        root = next((w.i for w in _sentence_words(parse, v) if w.head == w.i), v)
        if root != v:
            return grammar.subject(parse, root)
    return grammar.subject(parse, v)


def _sentence_words(parse: Parse, i: int) -> tuple[Word, ...]:
    sentence = parse.sentence(i)
    return parse.words[sentence.first : sentence.last]


def _expletive(parse: Parse, head: int) -> bool:
    """No doer: "there", the "it" of "it is said", a "let's", a stray "that"."""
    word = parse.words[head]
    return word.dep == "expl" or word.tag in ("EX", "POS") or (word.tag == "DT" and word.dep != "poss") or word.text in ("'s", "’s")


def _may_lack_source(parse: Parse, v: int, frame: Frame) -> bool:
    """An agentless passive names nobody: "it is claimed that", "is expected to"."""
    return frame in ("clause", "infinitive") and grammar.is_passive(parse, v)


def _content(parse: Parse, lexicon: ReportingLexicon, match: Match, frame: Frame) -> tuple[TokenRange, ...]:
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
        return _after_preposition(parse, match, ("pcomp",))
    for c in grammar.children(parse, match.v, ("ccomp", "parataxis", "acl")):
        if c > match.tail and not _to_infinitive(parse, c) and _finite(parse, c):
            return _bounded(parse, match, c)
    before = parse.words[match.v]
    for c in grammar.children(parse, match.v, ("ccomp",)):
        if c < match.v:
            return _left_clause(parse, c, match.v)
    return _around(parse, before)


def _bounded(parse: Parse, match: Match, c: int) -> tuple[TokenRange, ...]:
    first, last = parse.subtree(c)
    first = max(first, match.tail + 1)
    that = next((k for k in range(first, c) if parse.words[k].lower == "that" and parse.words[k].dep == "mark"), None)
    if that is not None and parse.words[that].head == c:
        first = that
    return (grammar.tidy(parse, first, min(last, parse.sentence(c).last)),) if last > first else ()


def _left_clause(parse: Parse, c: int, v: int) -> tuple[TokenRange, ...]:
    """What comes before "..., he said": the clause, and its other half when the verb interrupts it."""
    first, last = parse.subtree(c)
    subject = grammar.child(parse, v, "nsubj")
    stop = min(v, grammar.noun_phrase(parse, subject, v)[0] if subject is not None and subject < v else v)
    left = grammar.tidy(parse, first, min(last, stop)) if first < min(last, stop) else None
    return (left,) if left else ()


def _around(parse: Parse, word: Word) -> tuple[TokenRange, ...]:
    """The clause that "he said", set between commas, or "as he said", stands in."""
    if word.dep not in ("parataxis", "ccomp", "advcl") or word.head == word.i:
        return ()
    first, last = parse.subtree(word.i)
    sentence = parse.sentence(word.i)
    mark = parse.words[first].lower == "as"
    opens = mark or (first > sentence.first and parse.words[first - 1].text in grammar.COMMAS)
    closes = last >= sentence.last or parse.words[last].text in grammar.CLOSERS or parse.words[last - 1].text == ","
    if not (opens and closes) or last - first > 25 or (word.dep == "advcl" and not mark):
        return ()
    if grammar.child(parse, word.i, "mark") is not None and not mark:
        return ()
    outer = parse.subtree(word.head)
    start = max(outer[0], sentence.first)
    parts = [(start, first), (last, min(outer[1], sentence.last))]
    return tuple(grammar.tidy(parse, a, b) for a, b in parts if _has_words(parse, a, b))


def _has_words(parse: Parse, first: int, last: int) -> bool:
    return any(parse.words[i].pos not in ("PUNCT", "SPACE") for i in range(first, last))


def _to_infinitive(parse: Parse, c: int) -> bool:
    if parse.words[c].tag != "VB" and parse.words[c].pos not in ("AUX", "VERB", "ADJ", "NOUN"):
        return False
    return any(parse.words[k].lower == "to" and parse.words[k].tag == "TO" for k in parse.children[c])


def _finite(parse: Parse, c: int) -> bool:
    """A clause with a subject or a finite verb; a bare participle is none."""
    word = parse.words[c]
    if word.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(parse.words[k].dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass", "cop", "mark", "csubj") for k in parse.children[c])


def _infinitive(parse: Parse, match: Match) -> tuple[TokenRange, ...]:
    for c in _complements(parse, match):
        if c > match.v and _to_infinitive(parse, c):
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
        if c > match.tail and parse.words[c].tag == "VBG":
            first, last = parse.subtree(c)
            return (grammar.tidy(parse, max(first, match.tail + 1), last),)
    if match.cue.rest:
        return _after_preposition(parse, match, ("pcomp",))
    return ()


def _after_preposition(parse: Parse, match: Match, deps: tuple[str, ...]) -> tuple[TokenRange, ...]:
    for c in grammar.children(parse, match.tail, deps):
        first, last = parse.subtree(c)
        return (grammar.tidy(parse, max(first, match.tail + 1), last),)
    return ()


def _object(parse: Parse, match: Match, messages: ReportingLexicon | None) -> tuple[TokenRange, ...]:
    if grammar.is_passive(parse, match.v) or _reduced_passive(parse, match.v):
        return _passive(parse, match)
    for c in _objects(parse, match):
        if messages is not None and parse.words[c].lemma not in messages.nouns:
            continue
        first, last = parse.subtree(c)
        first = max(first, match.tail + 1)
        last = max(last, _object_end(parse, match.v, c, last))
        return (grammar.tidy(parse, first, last),) if last > first else ()
    return ()


def _objects(parse: Parse, match: Match) -> Iterator[int]:
    if match.cue.rest:
        yield from grammar.children(parse, match.tail, ("pobj", "pcomp"))
    for c in grammar.children(parse, match.v, (*OBJECTS, "ccomp")):
        small = parse.words[c].dep == "ccomp"
        if c > match.tail and not (small and (_to_infinitive(parse, c) or parse.words[c].pos not in ("NOUN", "ADJ", "PROPN"))):
            yield c


def _object_end(parse: Parse, v: int, obj: int, last: int) -> int:
    """The end of what follows an object and belongs to it: "as a fraud", "of cheating", "to a tank"."""
    for c in parse.children[v]:
        word = parse.words[c]
        if c < obj or c < last - 1:
            continue
        first, end = parse.subtree(c)
        if first > last:
            break
        if word.dep in ("oprd", "xcomp", "dative") or (word.dep == "prep" and word.lower in AFTER_OBJECT):
            last = max(last, end)
        elif word.dep == "advcl" and parse.words[first].lower == "as":
            last = max(last, end)
    return last


def _reduced_passive(parse: Parse, v: int) -> bool:
    word = parse.words[v]
    return word.tag == "VBN" and word.dep == "acl" and grammar.agent(parse, v) is not None


def _passive(parse: Parse, match: Match) -> tuple[TokenRange, ...]:
    """What is said of the subject of a passive: the subject, and "as ...", "of ..." after the verb."""
    v = match.v
    if _reduced_passive(parse, v):
        head = parse.words[v].head
        return (grammar.tidy(parse, *grammar.noun_phrase(parse, head, parse.subtree(v)[0])),)
    subject = grammar.child(parse, v, "nsubjpass", "nsubj")
    if subject is None or subject > v or grammar.agent(parse, v) is None:
        return ()
    parts = [grammar.noun_phrase(parse, subject, v)]
    for c in parse.children[v]:
        if c > v and parse.words[c].dep in ("prep", "oprd") and parse.words[c].lower in AFTER_OBJECT:
            parts.append(grammar.tidy(parse, *parse.subtree(c)))
            break
    return tuple(parts)
