"""Nouns, adjectives, fixed phrases and colons that report."""

from collections.abc import Iterator

from sayso.lexicon.reporting import Cue, ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.read.attribution import grammar
from sayso.read.attribution.draft import Draft
from sayso.read.attribution.verbs import source_of

ABOUT = frozenset(("of", "about", "on", "for", "against", "to", "over", "with", "at", "regarding", "concerning", "toward", "towards"))
FROM = frozenset(("by", "from"))
BEING = frozenset(("be", "remain", "feel", "seem", "become", "grow", "get", "appear", "sound", "stay", "make"))
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
MAX_NAME = 9


def noun(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """ "X's claim that", "a warning by X that", "X made a promise to", "a rumour that"."""
    cue = next((c for c in lexicon.nouns.get(word.lemma, ()) if not c.rest), None)
    if cue is None:
        return None
    for frame, content, tail in _noun_contents(parse, cue, word):
        draft = _noun_draft(parse, lexicon, word, cue, content, tail, frame)
        if draft is not None:
            return draft
    return None


def _noun_contents(parse: Parse, cue: Cue, word: Word) -> Iterator[tuple[str, TokenRange, int]]:
    for c in parse.children[word.i]:
        below = parse.words[c]
        first, last = parse.subtree(c)
        if below.dep in ("acl", "ccomp", "relcl") and c > word.i:
            marks = [parse.words[k] for k in parse.children[c]]
            that = parse.words[first].lower == "that" and below.dep != "relcl"
            whether = any(m.dep == "mark" and m.lower in ("that", "whether") for m in marks)
            if "clause" in cue.frames and (that or whether):
                yield "clause", grammar.tidy(parse, first, last), word.i
            elif "infinitive" in cue.frames and any(m.tag == "TO" for m in marks):
                yield "infinitive", grammar.tidy(parse, first, last), word.i
        elif "object" in cue.frames and below.dep == "prep" and below.lower in ABOUT and last > c + 1:
            yield "object", grammar.tidy(parse, c + 1, last), c


def _noun_draft(
    parse: Parse, lexicon: ReportingLexicon, word: Word, cue: Cue, content: TokenRange, tail: int, frame: str
) -> Draft | None:
    first = word.i
    while first > 0 and parse.words[first - 1].head == word.i and parse.words[first - 1].dep in ("amod", "compound"):
        if parse.words[first - 1].pos == "PROPN":
            break
        first -= 1
    owner = _owner(parse, word)
    if owner is not None:
        source = grammar.noun_phrase(parse, owner, word.i)
        if parse.words[source[1] - 1].text in POSSESSIVES:
            source = (source[0], max(source[1] - 1, owner + 1))
    else:
        verb = parse.words[word.head]
        light = verb.lemma in lexicon.light and word.dep in ("dobj", "obj")
        source_, owner = source_of(parse, verb.i) if light else (None, None)
        if source_ is not None:
            source, first = source_, grammar.verb_group(parse, verb.i)[0]
        elif frame != "clause":
            return None
        else:
            return Draft(((first, tail + 1),), word.i, None, None, (content,), cue.stance, f"{cue.entry}:{frame}", 0.8)
    return Draft(((first, tail + 1),), word.i, source, owner, (content,), cue.stance, f"{cue.entry}:{frame}", 1.1)


def _owner(parse: Parse, word: Word) -> int | None:
    """Whose claim it is: "X's claim", "a claim by X", "a Times report"."""
    owner = grammar.child(parse, word.i, "poss")
    if owner is not None:
        return owner
    for by in grammar.children(parse, word.i, ("prep", "agent")):
        if parse.words[by].lower in FROM:
            return grammar.child(parse, by, "pobj")
    before = parse.words[word.i - 1] if word.i else None
    if before is not None and before.head == word.i and before.dep == "compound" and before.ent in ("ORG", "PERSON", "GPE"):
        return before.i
    return None


def adjective(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """ "X is sure that", "X was critical of", "X remains willing to"."""
    cues = lexicon.adjectives.get(word.lower, ())
    if not cues:
        return None
    verb = parse.words[word.head]
    if verb.lemma not in BEING:
        return None
    for cue in cues:
        tail = _tail(parse, word, cue)
        if tail is None:
            continue
        for frame, content in _adjective_contents(parse, word, cue, tail):
            source, head = source_of(parse, verb.i)
            if head is not None:
                group = (grammar.verb_group(parse, verb.i)[0] if verb.i < word.i else word.i, tail + 1)
                return Draft((group,), word.i, source, head, (content,), cue.stance, f"{cue.entry}:{frame}")
    return None


def _tail(parse: Parse, word: Word, cue: Cue) -> int | None:
    for k, wanted in enumerate(cue.rest, word.i + 1):
        if k >= len(parse.words) or parse.words[k].lower != wanted:
            return None
    return word.i + len(cue.rest)


def _adjective_contents(parse: Parse, word: Word, cue: Cue, tail: int) -> Iterator[tuple[str, TokenRange]]:
    for c in parse.children[tail] if (cue.rest or word.pos == "ADP") else parse.children[word.i]:
        first, last = parse.subtree(c)
        below = parse.words[c]
        if c <= tail:
            continue
        if cue.rest or word.pos == "ADP":
            if below.dep in ("pobj", "pcomp") and "object" in cue.frames:
                yield "object", grammar.tidy(parse, max(first, tail + 1), last)
        elif below.dep in ("ccomp", "advcl") and "clause" in cue.frames and below.tag not in ("VBG", "VB"):
            yield "clause", grammar.tidy(parse, max(first, tail + 1), last)
        elif below.dep == "xcomp" and "infinitive" in cue.frames:
            yield "infinitive", grammar.tidy(parse, max(first, tail + 1), last)


def phrase(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """ "according to X", "in the words of X", "reportedly", "in my view"."""
    cues = lexicon.phrases.get(word.lower, ())
    if not cues and (word.tag == "VBG" or word.ent_start or word.pos in ("NOUN", "PROPN", "ADP")):
        cues = _misspelt(parse, lexicon, word)
    for cue in cues:
        tail = _tail(parse, word, cue)
        if tail is None:
            continue
        if cue.kind == "source-after":
            if not cue.rest and word.tag == "VBG" and not _names_someone(parse, lexicon, tail):
                continue
            return _source_after(parse, word, cue, tail)
        content = _clause_without(parse, word.i, (word.i, tail + 1))
        if not content:
            return None
        own = next((k for k in range(word.i, tail + 1) if parse.words[k].tag == "PRP$"), None)
        source = (own, own + 1) if own is not None else None
        return Draft(((word.i, tail + 1),), word.i, source, own, content, cue.stance, f"{cue.entry}:clause")
    return None


def _names_someone(parse: Parse, lexicon: ReportingLexicon, tail: int) -> bool:
    """ "citing two officials" names a source; "citing its high cost" gives a reason."""
    head = grammar.child(parse, tail, "dobj", "pobj")
    if head is None or grammar.child(parse, head, "poss") is not None:
        return False
    word = parse.words[head]
    return word.lemma in lexicon.anonymous or word.ent in ("PERSON", "ORG", "GPE", "NORP")


def _misspelt(parse: Parse, lexicon: ReportingLexicon, word: Word) -> tuple[Cue, ...]:
    """Phrases that start with a misspelt word, where one may stand: at the head of a clause, before its next word."""
    if word.i + 1 >= len(parse.words) or len(parse.words[word.i + 1].text) > 3:
        return ()
    first = word.i == parse.sentence(word.i).first or parse.words[word.i - 1].text in grammar.COMMAS
    meant = lexicon.phrase_start(word.lower) if first else None
    return tuple(cue for cue in lexicon.phrases.get(meant or "", ()) if cue.rest)


def _source_after(parse: Parse, word: Word, cue: Cue, tail: int) -> Draft | None:
    head = grammar.child(parse, tail, "pobj", "dobj", "nsubj") or _next_noun(parse, tail + 1)
    if head is None or head <= tail:
        return None
    source = grammar.noun_phrase(parse, head, tail)
    content = _clause_without(parse, word.i, (word.i, source[1]))
    if not content:
        return None
    return Draft(((word.i, tail + 1),), word.i, source, head, content, cue.stance, f"{cue.entry}:clause")


def _next_noun(parse: Parse, start: int) -> int | None:
    last = parse.sentence(start - 1).last
    for i in range(start, min(last, start + 8)):
        word = parse.words[i]
        if word.pos in ("NOUN", "PROPN", "PRON") and (i + 1 >= last or parse.words[i + 1].pos not in ("NOUN", "PROPN")):
            return i
    return None


def _clause_without(parse: Parse, i: int, hole: TokenRange) -> tuple[TokenRange, ...]:
    """The clause that word `i` hangs on, less the words of `hole`."""
    sentence = parse.sentence(i)
    top = _clause_head(parse, i)
    first, last = parse.subtree(top) if top is not None else (sentence.first, sentence.last)
    first, last = max(first, sentence.first), min(last, sentence.last)
    if hole[0] <= first + 1:
        last = _before_contrast(parse, top, hole[1], last)
    parts = [(first, hole[0]), (hole[1], last)]
    return tuple(
        grammar.tidy(parse, a, b) for a, b in parts if any(parse.words[k].pos != "PUNCT" for k in range(a, b))
    )


def _clause_head(parse: Parse, i: int) -> int | None:
    word = parse.words[i]
    for _ in range(grammar.MAX_CLIMB):
        above = parse.words[word.head]
        if above.i == word.i:
            return None
        if grammar.is_verb(above) or above.pos == "AUX":
            if above.dep in ("ROOT", "relcl", "conj", "advcl", "ccomp") and above.tag not in ("VBG", "VB"):
                return above.i if above.dep != "ROOT" else None
        word = above
    return None


def _before_contrast(parse: Parse, top: int | None, start: int, last: int) -> int:
    """A phrase in front covers its clause up to ", but ..."."""
    for k in range(start, last - 1):
        if parse.words[k].text == "," and parse.words[k + 1].dep == "cc" and parse.words[k + 1].lower == "but":
            return k
    return last


def colon(parse: Parse, lexicon: ReportingLexicon, first: int, last: int) -> Draft | None:
    """ "X: the talks have failed" at the head of a paragraph; in a headline also "Talks have failed: X"."""
    mark = next((i for i in range(first, min(last, first + MAX_NAME)) if parse.words[i].text == ":"), None)
    if mark is not None and last - mark > 3:
        start = first + (parse.words[first].text in ('"', "“"))
        if start < mark and _names_speaker(parse, lexicon, start, mark):
            content = grammar.tidy(parse, mark + 1, last)
            return Draft(((mark, mark + 1),), mark, (start, mark), _head(parse, start, mark), (content,), "asserts", "colon:quote")
    return None


def _names_speaker(parse: Parse, lexicon: ReportingLexicon, first: int, last: int) -> bool:
    words = parse.words[first:last]
    if any(grammar.is_verb(w) and not w.text.isupper() for w in words) or any(w.text in grammar.CLOSERS for w in words[:-1]):
        return False
    head = parse.words[_head(parse, first, last)]
    if head.lemma in lexicon.anonymous:
        return True
    return all(w.text[:1].isupper() for w in words) and (head.ent in ("PERSON", "ORG", "GPE", "NORP") or head.text.isupper())


def _head(parse: Parse, first: int, last: int) -> int:
    inside = [i for i in range(first, last) if not first <= parse.words[i].head < last or parse.words[i].head == i]
    nominal = [i for i in inside if parse.words[i].pos in grammar.NOMINAL]
    return (nominal or [last - 1])[-1]
