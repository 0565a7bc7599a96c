"""Nouns and adjectives that report."""

from collections.abc import Iterator

from sayso.lexicon.reporting import Cue, ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.reading.attribution import grammar
from sayso.reading.attribution.draft import Draft
from sayso.reading.attribution.verbs import source_of

ABOUT = frozenset(
    ("of", "about", "on", "for", "against", "to", "over", "with", "at", "regarding", "concerning", "toward", "towards")
)
WITH = frozenset(("call", "word", "plan", "agreement"))
FROM = frozenset(("by", "from"))
BEING = frozenset(("be", "remain", "feel", "seem", "become", "grow", "get", "appear", "sound", "stay", "make"))
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
# A noun with its owner outweighs the verb it is the object of; one without does not.
OWNED, UNOWNED = 1.1, 0.8
MISREAD = 1.2
SUBJECT_WORDS = frozenset(("NOUN", "PROPN", "DET", "ADJ", "ADP", "NUM", "PRON"))


def noun(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """ "X's claim that", "a warning by X that", "X made a promise to", "a rumour that"."""
    misread = _misread_verb(parse, lexicon, word)
    if misread is not None:
        return misread
    cue = next((c for c in lexicon.nouns.get(word.lemma, ()) if not c.rest), None)
    if cue is None:
        return None
    for frame, content, tail in _noun_contents(parse, cue, word):
        draft = _noun_draft(parse, lexicon, word, cue, content, tail, frame)
        if draft is not None:
            return draft
    return None


def _misread_verb(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """ "Some media claim that it fired": the verb of a sentence that has no other, taken for a noun."""
    i, sentence = word.i, parse.sentence(word.i)
    if word.tag != "NN" or i + 2 >= sentence.last or parse.words[i + 1].lower != "that" or i == sentence.first:
        return None
    cue = next((c for c in lexicon.verbs.get(word.lemma, ()) if not c.rest and "clause" in c.frames), None)
    before = parse.words[sentence.first : i]
    if cue is None or not all(w.pos in SUBJECT_WORDS for w in before):
        return None
    people = [w for w in before if w.tag in ("NNS", "NNPS") or w.lemma in lexicon.anonymous]
    if not people:
        return None
    content = grammar.tidy(parse, i + 1, sentence.last)
    source = (sentence.first, i)
    return Draft(((i, i + 1),), i, source, people[0].i, (content,), cue.stance, f"{cue.entry}:clause", MISREAD)


def _noun_contents(parse: Parse, cue: Cue, word: Word) -> Iterator[tuple[str, TokenRange, int]]:
    for c in parse.children[word.i]:
        below = parse.words[c]
        first, last = parse.subtree(c)
        if below.dep in ("acl", "ccomp", "relcl") and c > word.i:
            marks = [parse.words[k] for k in parse.children[c]]
            # "A warning that the dam could burst" is often parsed as a relative clause; the modal tells.
            that = parse.words[first].lower == "that" and (below.dep != "relcl" or any(m.tag == "MD" for m in marks))
            whether = any(m.dep == "mark" and m.lower in ("that", "whether") for m in marks)
            if "clause" in cue.frames and (that or whether):
                yield "clause", grammar.tidy(parse, first, last), word.i
            elif "infinitive" in cue.frames and any(m.tag == "TO" for m in marks):
                yield "infinitive", grammar.tidy(parse, first, last), word.i
        elif "object" in cue.frames and below.dep == "prep" and _about(word, below) and last > c + 1:
            yield "object", grammar.tidy(parse, c + 1, last), c
    if "clause" in cue.frames and word.dep == "nsubj" and parse.words[word.head].lemma == "be":
        # "The prosecutors' theory is that they did".
        for c in grammar.children(parse, word.head, ("ccomp",)):
            first, last = parse.subtree(c)
            if first > word.head and parse.words[first].lower == "that":
                yield "clause", grammar.tidy(parse, first, last), word.i


def _about(word: Word, below: Word) -> bool:
    """Whether a preposition opens what is said; "a call with Paris" is one on the telephone."""
    return below.lower in ABOUT and not (word.lemma in WITH and below.lower == "with")


def _noun_draft(
    parse: Parse, lexicon: ReportingLexicon, word: Word, cue: Cue, content: TokenRange, tail: int, frame: str
) -> Draft | None:
    first = _modified(parse, word)
    source, owner, weight = None, _owner(parse, word), OWNED
    if owner is not None:
        source = _owner_words(parse, owner, word.i)
    elif parse.words[word.head].lemma in lexicon.light and word.dep in ("dobj", "obj"):
        source, owner = source_of(parse, word.head)
        first = grammar.verb_group(parse, word.head)[0] if source else first
    if source is None and frame != "clause":
        return None
    if source is None:
        weight = UNOWNED
    words = ((first, tail + 1),) if tail <= word.i + 1 else ((first, word.i + 1), (tail, tail + 1))
    return Draft(words, word.i, source, owner, (content,), cue.stance, f"{cue.entry}:{frame}", weight)


def _modified(parse: Parse, word: Word) -> int:
    """Where the noun begins with its adjectives: "persistent calls"."""
    first = word.i
    while first > 0 and parse.words[first - 1].head == word.i and parse.words[first - 1].dep in ("amod", "compound"):
        if parse.words[first - 1].pos == "PROPN":
            break
        first -= 1
    return first


def _owner_words(parse: Parse, owner: int, noun: int) -> TokenRange:
    """The owner's noun phrase without the "'s"."""
    first, last = grammar.noun_phrase(parse, owner, noun)
    return (first, max(last - 1, owner + 1)) if parse.words[last - 1].text in POSSESSIVES else (first, last)


def _owner(parse: Parse, word: Word) -> int | None:
    """Whose claim it is: "X's claim", "a claim by X", "a Times report"."""
    owner = grammar.child(parse, word.i, "poss")
    if owner is not None:
        return owner
    for by in grammar.children(parse, word.i, ("prep", "agent")):
        if parse.words[by].lower in FROM:
            return grammar.child(parse, by, "pobj")
    before = parse.words[word.i - 1] if word.i else None
    if (
        before is not None
        and before.head == word.i
        and before.dep == "compound"
        and before.ent in ("ORG", "PERSON", "GPE")
    ):
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
        tail = grammar.phrase_end(parse, word, cue)
        if tail is None:
            continue
        for frame, content in _adjective_contents(parse, word, cue, tail):
            source, head = source_of(parse, verb.i)
            if head is not None:
                group = (grammar.verb_group(parse, verb.i)[0] if verb.i < word.i else word.i, tail + 1)
                return Draft((group,), word.i, source, head, (content,), cue.stance, f"{cue.entry}:{frame}")
    return None


def _adjective_contents(parse: Parse, word: Word, cue: Cue, tail: int) -> Iterator[tuple[str, TokenRange]]:
    for c in parse.children[tail] if (cue.rest or word.pos == "ADP") else parse.children[word.i]:
        first, last = parse.subtree(c)
        below = parse.words[c]
        if c <= tail:
            continue
        if cue.rest or word.pos == "ADP":
            if below.dep in ("pobj", "pcomp") and "object" in cue.frames:
                yield "object", grammar.tidy(parse, max(first, tail + 1), last)
        elif below.dep in ("ccomp", "advcl") and "clause" in cue.frames and _says_something(parse, c):
            yield "clause", grammar.tidy(parse, max(first, tail + 1), last)
        elif below.dep == "xcomp" and "infinitive" in cue.frames:
            yield "infinitive", grammar.tidy(parse, max(first, tail + 1), last)


def _says_something(parse: Parse, c: int) -> bool:
    """A clause with a subject of its own, and no "to" or "-ing" form."""
    if parse.words[c].tag == "VBG" or any(parse.words[k].tag == "TO" for k in parse.children[c]):
        return False
    return grammar.child(parse, c, *grammar.SUBJECTS) is not None
