"""Clauses that only announce that somebody gives an account, which the sentence after them, or a colon, brings.

"The mayor gave another version. Soldiers had fired first." "Villagers told the mission what happened: ...". "The
prosecutor did not mince her words: ...". The account is whose the announcement says.
"""

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.reading.attribution import grammar
from sayso.reading.attribution.draft import Draft
from sayso.reading.attribution.quotes import CLOSING, OPENING, STRAIGHT

ACCOUNTS = frozenset({"version", "account", "story", "explanation", "narrative", "testimony", "tale", "theory"})
HAVING = frozenset({"give", "offer", "tell", "have", "present", "provide", "put", "supply", "advance"})
OTHER = frozenset(
    {"another", "different", "own", "other", "simpler", "darker", "same", "similar", "rival", "competing"}
)
BEING = frozenset({"be", "differ", "run", "go"})
TELLING = frozenset({"tell", "describe", "recount", "relate", "explain", "recall"})
TRIGGERS = ACCOUNTS | {"happen", "mince", "doubt", "differently", "punch", "otherwise", "list", "enumerate"}
SPEAKING = frozenset({"say", "tell", "add", "insist", "claim", "report", "write"})
PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})
MARKS = OPENING | CLOSING | STRAIGHT
SHORT = 18
LEAST = 4
MAX_UP = 4


def heading(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """The attribution that `word` announces, with what follows for content."""
    content = _following(parse, word.i)
    if content is None:
        return None
    source = _source(parse, lexicon, word)
    if source is None or not _speaks(parse, lexicon, source):
        return None
    span = grammar.noun_phrase(parse, source, parse.words[source].head)
    return Draft(((word.i, word.i + 1),), word.i, span, source, (content,), "asserts", "heading:clause", 0.8)


def _following(parse: Parse, i: int) -> TokenRange | None:
    """What stands behind the colon of the announcement, else the sentence after it, if nobody else speaks there."""
    words, here = parse.words, parse.sentence(i)
    if i - here.first > SHORT or words[here.last - 1].text == "?":
        return None
    colon = next((k for k in range(i + 1, min(here.last, i + SHORT)) if words[k].text == ":"), None)
    if colon is not None:
        first, last = colon + 1, here.last
    elif here.last - here.first > SHORT or here.index + 1 >= len(parse.sentences):
        return None
    else:
        after = parse.sentences[here.index + 1]
        if (after.block, after.where) != (here.block, here.where):
            return None
        first, last = after.first, after.last
    if last - first < LEAST or words[last - 1].text == "?":
        return None
    inside = words[first:last]
    told = any(w.text in MARKS or (w.lemma in SPEAKING and grammar.is_verb(w)) for w in inside)
    tensed = any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in inside)
    return grammar.tidy(parse, first, last) if tensed and not told else None


def _source(parse: Parse, lexicon: ReportingLexicon, word: Word) -> int | None:
    """Who gives the account that `word` announces."""
    if word.lemma in ACCOUNTS and word.pos == "NOUN":
        return _of_account(parse, lexicon, word)
    verb = _verb(parse, word)
    if verb is None or grammar.child(parse, verb, "ccomp") not in (None, word.i):
        return None
    lemma = parse.words[verb].lemma
    if word.lemma in ("list", "enumerate"):
        if not any(w.text == ":" for w in parse.words[word.i : word.i + SHORT]):
            return None
        noun = grammar.subject(parse, word.i) if grammar.is_verb(word) else None
        owner = grammar.child(parse, noun, "poss") if noun is not None else None
        return owner if owner is not None else noun
    announces = (
        (word.lemma == "happen" and lemma in TELLING and _what(parse, word))
        or (word.lemma == "mince" and _negated(parse, word.i))
        or (word.lemma == "doubt" and word.pos == "NOUN" and parse.words[word.i - 1].lower == "no")
        or (word.lemma == "punch" and lemma == "pull")
        or (word.lower in ("differently", "otherwise") and lemma in ("see", "tell", "remember", "recall"))
    )
    return grammar.subject(parse, verb) if announces else None


def _of_account(parse: Parse, lexicon: ReportingLexicon, word: Word) -> int | None:
    """ "The mayor gave another version", "the mayor's version is another", "the account survivors give is the same"."""
    above = parse.words[word.head]
    if word.dep in ("dobj", "attr") and above.lemma in HAVING and above.dep in ("ROOT", "ccomp", "conj"):
        owned = any(parse.words[c].lower in OTHER or parse.words[c].dep == "poss" for c in parse.children[word.i])
        if not owned or _negated(parse, above.i) or grammar.child(parse, word.i, "acl", "relcl", "prep") is not None:
            return None
        return grammar.child(parse, above.i, "nsubj")
    if word.dep not in grammar.SUBJECTS or above.lemma not in BEING or _negated(parse, above.i):
        return None
    owner = grammar.child(parse, word.i, "poss")
    if owner is not None:
        return owner
    clause = grammar.child(parse, word.i, "relcl")
    if clause is not None:
        return grammar.child(parse, clause, "nsubj") if parse.words[clause].lemma in HAVING else None
    of = next((p for p in grammar.children(parse, word.i, ("prep",)) if parse.words[p].lower == "of"), None)
    return grammar.child(parse, of, "pobj") if of is not None else None


def _verb(parse: Parse, word: Word) -> int | None:
    """The main verb over `word`."""
    for _ in range(MAX_UP):
        if word.dep == "ROOT" or (word.dep == "ccomp" and word.head > word.i):
            return word.i if grammar.is_verb(word) or word.pos == "AUX" else None
        word = parse.words[word.head]
    return None


def _what(parse: Parse, word: Word) -> bool:
    return any(parse.words[c].lower in ("what", "how") for c in parse.children[word.i])


def _negated(parse: Parse, i: int) -> bool:
    return grammar.child(parse, i, "neg") is not None


def _speaks(parse: Parse, lexicon: ReportingLexicon, i: int) -> bool:
    """Whether it can speak, and is not the narrator."""
    word = parse.words[i]
    if word.lower in ("i", "we", "my", "our", "it", "its", "this", "that", "you"):
        return False
    return word.ent in PEOPLE or word.pos == "PRON" or word.lemma in lexicon.speakers or word.tag in ("NNS", "NNPS")
