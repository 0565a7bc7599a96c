"""Fixed phrases and colons that report."""

from sayso.lexicon.reporting import Cue, ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.reading.attribution import grammar
from sayso.reading.attribution.draft import Draft

MAX_NAME = 9
MAX_LINE = 30
MIN_STATED = 4
VERSIONS = frozenset({
    "telling", "version", "account", "words", "view", "opinion", "eyes", "reading", "reckoning", "estimation",
    "narrative",
})  # fmt: skip
LISTED = frozenset(("|", "/", "•", "»", "·"))
"""Signs between the items of a menu, which is no speech."""
QUOTE_ENDS = frozenset(('"', "”", "''"))
PLAIN_SPOKEN = frozenset({
    "clear", "blunt", "adamant", "unequivocal", "firm", "categorical", "emphatic", "simple", "explicit", "frank",
    "direct", "straightforward", "plain", "unambiguous", "different", "stark",
})  # fmt: skip
RELAYED = "relayed"
TURN = "colon:quote"


def phrase(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """ "according to X", "in the words of X", "reportedly", "in my view"."""
    version = _version(parse, word) if word.lower in ("in", "by", "on") else None
    if version is not None:
        return version
    cues = lexicon.phrases.get(word.lower, ())
    if not cues and (word.tag == "VBG" or word.ent_start or word.pos in ("NOUN", "PROPN", "ADP")):
        cues = _misspelt(parse, lexicon, word)
    for cue in cues:
        tail = grammar.phrase_end(parse, word, cue)
        if tail is None:
            continue
        if cue.kind == "relayed-from" and not _names_someone(parse, lexicon, tail):
            continue
        if cue.rest == ("hear",) and not _tells(parse, tail):
            continue
        if cue.kind in ("source-after", "relayed-from"):
            return _source_after(parse, word, cue, tail)
        content = _clause_without(parse, word.i, (word.i, tail + 1))
        if not content:
            return None
        own = next((k for k in range(word.i, tail + 1) if parse.words[k].tag == "PRP$"), None)
        source = (own, own + 1) if own is not None else None
        return Draft(((word.i, tail + 1),), word.i, source, own, content, cue.stance, f"{cue.entry}:clause")
    return None


def _version(parse: Parse, word: Word) -> Draft | None:
    """ "In Moscow's telling", "in the lawmaker's words": whose account it is stands before the noun for it."""
    noun = grammar.child(parse, word.i, "pobj")
    if noun is None or parse.words[noun].lower not in VERSIONS:
        return None
    owner = grammar.child(parse, noun, "poss")
    if owner is None or parse.words[owner].pos == "PRON" or noun - word.i > MAX_NAME:
        return None
    content = _clause_without(parse, word.i, (word.i, noun + 1))
    if not content:
        return None
    first, last = grammar.noun_phrase(parse, owner, noun)
    marked = next((c for c in parse.children[owner] if parse.words[c].tag == "POS"), last)
    cue = ((word.i, word.i + 1), (noun, noun + 1))
    return Draft(cue, word.i, (first, min(last, marked)), owner, content, "asserts", "version:clause")


def _tells(parse: Parse, tail: int) -> bool:
    """ "To hear the mayor tell it", but not "surprised to hear the news"."""
    return any(word.lower in ("tell", "tells", "talk") for word in parse.words[tail + 1 : tail + MAX_NAME])


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
    frame = RELAYED if cue.kind == "relayed-from" else "clause"
    return Draft(((word.i, tail + 1),), word.i, source, head, content, cue.stance, f"{cue.entry}:{frame}")


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
    if top is not None and top > hole[1] and any(parse.words[k].text == ";" for k in range(hole[1], top)):
        # "They fired first, according to the army; Lima denies it": the phrase hung on the statement after it.
        first, last = sentence.first, hole[1]
    elif first < hole[0] and parse.words[hole[0] - 1].text == ";":
        first = hole[0]
    if hole[0] <= first + 1:
        last = _before_contrast(parse, hole[1], last)
    parts = [(first, hole[0]), (hole[1], last)]
    return tuple(grammar.tidy(parse, a, b) for a, b in parts if any(parse.words[k].pos != "PUNCT" for k in range(a, b)))


def _clause_head(parse: Parse, i: int) -> int | None:
    word = parse.words[i]
    for _ in range(grammar.MAX_CLIMB):
        above = parse.words[word.head]
        if above.i == word.i:
            return None
        clause = above.dep in ("ROOT", "relcl", "conj", "advcl", "ccomp") and above.tag not in ("VBG", "VB")
        if clause and (grammar.is_verb(above) or above.pos == "AUX"):
            return above.i if above.dep != "ROOT" else None
        word = above
    return None


def _before_contrast(parse: Parse, start: int, last: int) -> int:
    """A phrase in front covers its clause up to ", but ..."."""
    for k in range(start, last - 1):
        if parse.words[k].text == "," and parse.words[k + 1].dep == "cc" and parse.words[k + 1].lower == "but":
            return k
    return last


def colon(parse: Parse, lexicon: ReportingLexicon, first: int, last: int) -> Draft | None:
    """ "X: the talks have failed" at the head of a paragraph; in a line like a headline "Talks have failed: X"."""
    if any(word.text in LISTED for word in parse.words[first:last]):
        return None
    mark = next((i for i in range(first, min(last, first + MAX_NAME)) if parse.words[i].text == ":"), None)
    if mark is not None and last - mark > 3:
        start = first + (parse.words[first].text in ('"', "“"))
        if start < mark and _names_speaker(parse, lexicon, start, mark) and not _datelined(parse, start, mark, last):
            return _turn(parse, (mark, mark + 1), (start, mark), (mark + 1, last))
    if last - first > MAX_LINE or parse.words[last - 1].text in ".?!":
        return None
    for i in range(last - 2, max(first + 2, last - MAX_NAME), -1):
        if parse.words[i].text in (":", "-", "–", "—") and _names_speaker(parse, lexicon, i + 1, last):
            clause = any(grammar.is_verb(w) or w.pos == "AUX" for w in parse.words[first:i])
            return _turn(parse, (i, i + 1), (i + 1, last), (first, i)) if clause else None
    return None


def stated(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """A clause that only says that somebody speaks, and a colon: "The envoy was blunt: they had fired first"."""
    sentence = parse.sentence(word.i)
    first, last = sentence.first, sentence.last
    if not 1 < word.i - first <= MAX_NAME or last - word.i < MIN_STATED or not _finite(parse, word.i + 1, last):
        return None
    lead = parse.words[first : word.i]
    subject = next((w for w in lead if w.dep in grammar.SUBJECTS), None)
    if subject is None:
        return None
    said = any(cue.stance == "asserts" for cue in lexicon.nouns.get(subject.lemma, ()))
    if lead[-1].lower not in PLAIN_SPOKEN or not (said or subject.lemma in lexicon.speakers or subject.ent == "PERSON"):
        return None
    owner = grammar.child(parse, subject.i, "poss") if said else subject.i
    if owner is None:
        return None
    source = (owner, owner + 1) if said and parse.words[owner].pos == "PRON" else grammar.noun_phrase(parse, owner)
    content = grammar.tidy(parse, word.i + 1, last)
    return Draft(((lead[-1].i, word.i + 1),), lead[-1].i, source, owner, (content,), "asserts", "stated:clause", 0.9)


def _datelined(parse: Parse, first: int, mark: int, last: int) -> bool:
    """Whether a report begins with where it is from: "NEW DELHI: The minister said on Monday that ..."."""
    words = parse.words[first:mark]
    here = parse.sentence(first)
    opens = here.index == 0 or parse.sentences[here.index - 1].where != here.where
    town = all(w.text.isupper() for w in words) and (
        any(w.ent in ("GPE", "LOC") for w in words) or (opens and any(w.ent == "ORG" for w in words))
    )
    return town and last - first > MAX_LINE / 2 and parse.words[last - 1].text not in QUOTE_ENDS


def _finite(parse: Parse, first: int, last: int) -> bool:
    return any(parse.words[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in range(first, last))


def _turn(parse: Parse, cue: TokenRange, source: TokenRange, content: TokenRange) -> Draft:
    head = _head(parse, *source)
    return Draft((cue,), cue[0], source, head, (grammar.tidy(parse, *content),), "asserts", TURN)


def _names_speaker(parse: Parse, lexicon: ReportingLexicon, first: int, last: int) -> bool:
    words = parse.words[first:last]
    if any(grammar.is_verb(w) and not w.text.isupper() for w in words) or any(
        w.text in grammar.CLOSERS for w in words[:-1]
    ):
        return False
    head = parse.words[_head(parse, first, last)]
    if head.lemma in lexicon.speakers:
        return True
    return all(w.text[:1].isupper() for w in words) and (
        head.ent in ("PERSON", "ORG", "GPE", "NORP") or head.text.isupper()
    )


def _head(parse: Parse, first: int, last: int) -> int:
    inside = [i for i in range(first, last) if not first <= parse.words[i].head < last or parse.words[i].head == i]
    nominal = [i for i in inside if parse.words[i].pos in grammar.NOMINAL]
    return (nominal or [last - 1])[-1]
