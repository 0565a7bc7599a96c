"""Nouns and adjectives that report."""

from collections.abc import Iterator

from sayso.lexicon.reporting import Cue, ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.read.attribution import grammar
from sayso.read.attribution.draft import Draft
from sayso.read.attribution.verbs import source_of

ABOUT = frozenset(
    ("of", "about", "on", "for", "against", "to", "over", "with", "at", "regarding", "concerning", "toward", "towards")
)
FROM = frozenset(("by", "from"))
BEING = frozenset(("be", "remain", "feel", "seem", "become", "grow", "get", "appear", "sound", "stay", "make"))
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


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
            # "A warning that the dam could burst" is often parsed as a relative clause; the modal tells.
            that = parse.words[first].lower == "that" and (below.dep != "relcl" or any(m.tag == "MD" for m in marks))
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
