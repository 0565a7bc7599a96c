"""Turns that say whose account it is, read word by word: the parser knows none of them for what they are.

"As the envoy puts it", "as her critics never tire of telling us", "or so they say", "would have us believe", "to hear
the colonel tell it", "if the mayor is to be believed".
"""

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.reading.attribution import grammar
from sayso.reading.attribution.draft import Draft

OPENERS = frozenset({"as", "to", "if"})
NAMING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART", "ADP"})
WHO = frozenset({"NOUN", "PROPN", "PRON"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
HAVING = frozenset({"put", "puts", "tell", "tells", "told", "has", "have", "had", "see", "sees", "saw", "telling"})
TIRELESS = frozenset(
    {"tire", "tires", "tired", "cease", "ceases", "ceased", "stop", "stops", "weary", "wearies", "fail", "fails"}
)
FOND = frozenset({"like", "likes", "love", "loves", "keep", "keeps", "kept", "liked", "loved"})
EAGER = tuple([be, how] for be in ("is", "are", "was", "were") for how in ("fond", "quick", "keen", "eager"))
SPEECH = frozenset(
    {"tell", "remind", "say", "repeat", "point", "insist", "claim", "recall", "complain", "inform", "stress", "note"}
)
AUDIENCE = frozenset({"us", "you", "people", "everyone", "everybody", "them", "readers", "voters"})
MAKING = frozenset({"have", "want", "ask", "expect", "like"})
OR_SO = frozenset({"say", "claim", "insist", "tell", "maintain", "believe", "argue", "think", "swear", "go", "run"})
BODIES = frozenset({"regime", "junta", "palace", "militia", "movement", "coalition", "alliance", "embassy", "faction"})
LONGEST = 12
PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def told(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """The attribution that such a turn makes, if `word` opens one."""
    if word.lower == "believe":
        return _made_believe(parse, lexicon, word)
    if word.lower == "so":
        return _or_so(parse, lexicon, word)
    if word.lower not in OPENERS:
        return None
    sentence = parse.sentence(word.i)
    first = word.i + 1 + (word.lower == "to")
    if word.lower == "to" and (first >= sentence.last or parse.words[first - 1].lower != "hear"):
        return None
    verb = next((k for k in range(first, min(sentence.last, first + LONGEST)) if _ends_source(parse.words[k])), None)
    if verb is None or verb == first:
        return None
    end = _end(parse, word, verb, sentence.last)
    if end is None or end >= sentence.last or parse.words[end].text not in (",", "—", "–"):
        return None
    source = grammar.tidy(parse, first, verb)
    head = _head(parse, *source)
    if head is None or not _speaks(parse.words[head], lexicon):
        return None
    content = _around(parse, word.i, end, sentence.first, sentence.last)
    return Draft(((verb, end),), verb, source, head, content, "asserts", "telling:clause", 1.3) if content else None


def _made_believe(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """ "The generals would have us believe that they fired at nobody": it is the generals who say so."""
    i, words = word.i, parse.words
    before = i - 1 - (words[i - 1].lower == "to") if i > parse.sentence(i).first else i
    whom, verb = words[before], words[before - 1] if before else word
    if whom.lower not in AUDIENCE or verb.lemma not in MAKING:
        return None
    source = grammar.child(parse, verb.i, "nsubj")
    clause = next((c for c in grammar.children(parse, i, ("ccomp",)) if c > i), None)
    if source is None or clause is None or not _speaks(words[source], lexicon) or words[source].lower in ("i", "we"):
        return None
    content = grammar.tidy(parse, max(i + 1, parse.subtree(clause)[0]), parse.subtree(clause)[1])
    span = grammar.noun_phrase(parse, source, verb.i)
    return Draft(((verb.i, i + 1),), i, span, source, (content,), "asserts", "telling:clause", 1.3)


def _or_so(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Draft | None:
    """ "They bombed a wedding, or so the villagers say": what stands before is what they say."""
    sentence, words = parse.sentence(word.i), parse.words
    opens = word.i - 2 > sentence.first and words[word.i - 1].lower in ("or", "at", "least")
    verb = next((k for k in range(word.i + 1, min(sentence.last, word.i + LONGEST)) if grammar.is_verb(words[k])), None)
    if not opens or verb is None or words[verb].lemma not in OR_SO:
        return None
    head = _head(parse, word.i + 1, verb)
    if head is None or not _speaks(words[head], lexicon) or words[head].lower in ("i", "we"):
        return None
    start = next((k + 1 for k in range(word.i - 2, sentence.first, -1) if words[k].text in (";", ":")), sentence.first)
    content = grammar.tidy(parse, start, word.i - 1)
    source = grammar.tidy(parse, word.i + 1, verb)
    return Draft(((verb, verb + 1),), verb, source, head, (content,), "asserts", "say:clause", 1.3)


def _ends_source(word: Word) -> bool:
    return word.pos not in NAMING or word.lower in HAVING or word.lower in TIRELESS or word.lower in FOND


def _end(parse: Parse, opener: Word, verb: int, last: int) -> int | None:
    """Where the turn ends whose source stands before word `verb`; None when it is none."""
    words = parse.words
    lower = [words[k].lower if k < last else "" for k in range(verb, verb + LONGEST)]
    if opener.lower == "if":
        found = lower[0] in ("is", "are", "was", "were") and lower[1:4] == ["to", "be", "believed"]
        return verb + 4 if found else None
    if lower[0] in HAVING and lower[1] == "it":
        return verb + 2
    if lower[:3] == ["would", "have", "it"]:
        return verb + 3
    if opener.lower == "to":
        return None
    skip = _skipped(lower)
    if lower[skip] not in TIRELESS and lower[skip] not in FOND and lower[:2] not in EAGER:
        return None
    if lower[skip] in TIRELESS and skip == 0:
        return None
    stop = next((k for k in range(verb, min(last, verb + LONGEST)) if words[k].text == ","), None)
    speech = stop is not None and any(words[k].lemma in SPEECH for k in range(verb + skip, stop))
    return stop if speech else None


def _skipped(lower: list[str]) -> int:
    """How many words of a negation stand first: "never", "do not"."""
    if lower[0] == "never":
        return 1
    return 2 if lower[0] in ("do", "does", "did") and lower[1] in ("not", "n't", "n’t", "never") else 0


def _head(parse: Parse, first: int, last: int) -> int | None:
    stop = next((k for k in range(first + 1, last) if parse.words[k].pos == "ADP"), last)
    return next((k for k in range(stop - 1, first - 1, -1) if parse.words[k].pos in WHO), None)


def _speaks(word: Word, lexicon: ReportingLexicon) -> bool:
    if word.lower in ("it", "this", "that", "one", "luck", "fate"):
        return False
    known = word.lemma in lexicon.speakers or word.lemma in BODIES
    return known or word.ent in PEOPLE or word.pos == "PRON" or word.tag in ("NNS", "NNPS")


def _around(parse: Parse, opener: int, end: int, first: int, last: int) -> tuple[TokenRange, ...]:
    """What is told: the clause around the turn, or, where it stands behind a whole clause, what follows it."""
    words = parse.words
    start = next((k + 1 for k in range(opener - 1, first - 1, -1) if words[k].text in (";", ":")), first)
    stop = next((k for k in range(end, last) if words[k].text == ";"), last)
    parts = [(end + 1, stop)]
    finite = [k for k in range(start, opener) if words[k].tag in TENSED]
    # "They have, as he puts it, ..." is one clause; "They left, preferring, as he put it, to wait" is another's.
    if opener > start and (not finite or finite[-1] >= opener - 3):
        parts.insert(0, (start, opener))
    elif finite:
        before = words[opener - 2] if opener - 2 >= start else words[opener]
        parts = [(end + 1, next((k for k in range(end + 1, stop) if words[k].text == ","), stop))]
        if before.tag == "VBG":
            parts.insert(0, (before.i, opener))
    tidy = [grammar.tidy(parse, a, b) for a, b in parts if b > a]
    return tuple((a, b) for a, b in tidy if any(words[k].pos not in ("PUNCT", "CCONJ") for k in range(a, b)))
