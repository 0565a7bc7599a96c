"""How a word stands to the one above it."""

from bisect import bisect

from sayso.model.flow import Parse
from sayso.reading.certainty.cues import Found, here

MOST = 48
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLAUSAL = frozenset({"xcomp", "ccomp", "pcomp", "acl", "csubj", "csubjpass", "oprd", "dep", "acomp"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "attr", "oprd", "dative", "appos"})
TAGGED = frozenset({"do", "be", "have"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def kids(parse: Parse, i: int) -> tuple[int, ...]:
    """The words right below word `i`; of very many only the nearest, so that long lists stay cheap."""
    below = parse.children[i]
    if len(below) <= MOST:
        return below
    middle = bisect(below, i)
    return below[max(0, middle - MOST // 2) : middle + MOST // 2]


def head_of(parse: Parse, i: int) -> int:
    """The word above `i`, set right where the parser often errs: "refused to leave and shelled", "urges it to go"."""
    words = parse.words
    word = words[i]
    head = words[word.head]
    if word.dep == "conj" and word.tag in FINITE and head.tag == "VB" and words[head.head].tag in FINITE:
        # "Its job is to wait and keep arming them": no plural goes with "is".
        return word.head if word.tag == "VBP" and words[head.head].tag == "VBZ" else head.head
    if detached(parse, i):
        return i
    if word.dep == "conj" and word.tag in ("VBD", "VBN"):
        return _perfect_conjunct(parse, i) or word.head
    if (
        word.dep in ("acl", "relcl")
        and head.dep == "pobj"
        and words[head.head].dep == "agent"
        and to_infinitive(parse, i)
    ):
        # "Obliged by treaty to defend it", "asked by Oman to leave".
        return words[head.head].head
    loose = _loose(parse, i) if word.dep == "advcl" else None
    if loose is not None:
        return loose
    if stray(parse, i):
        first = max(parse.sentence(i).first, i - 8)
        return next((k for k in range(i - 2, first - 1, -1) if words[k].pos == "VERB"), word.head)
    return word.head


def _loose(parse: Parse, i: int) -> int | None:
    """What a clause hung on the verb belongs to: "left without the rebels signing", "refuted the claim, made in May,
    that it fired"."""
    words = parse.words
    below = kids(parse, i)
    if words[i].tag == "VBG":
        if parse.subtree(i)[0] != i or words[i - 1].pos not in NOUNS:
            return None
        beside = kids(parse, words[i].head)
        return next((c for c in beside if words[c].lower == "without" and parse.subtree(c)[1] == i), None)
    mark = next((c for c in below if words[c].dep == "mark" and words[c].lower == "that"), None)
    if mark is None or words[mark - 1].lower != ",":
        return None
    return next((c for c in kids(parse, words[i].head) if words[c].dep == "dobj" and c < mark), None)


def _perfect_conjunct(parse: Parse, i: int) -> int | None:
    """The infinitive that a second participle goes on with: "is believed to have ordered the raid and shot two"."""
    words = parse.words
    above = words[i].head
    auxiliaries = [words[c] for c in kids(parse, above) if words[c].dep in ("aux", "auxpass")]
    present = words[above].tag in ("VBZ", "VBP") or any(w.tag in ("VBZ", "VBP") for w in auxiliaries)
    if not present or any(words[c].dep in ("nsubj", "nsubjpass", "aux", "auxpass") for c in kids(parse, i)):
        return None
    for c in kids(parse, above):
        if words[c].dep == "xcomp" and above < c < i:
            return c if any(words[k].lower == "have" and words[k].dep == "aux" for k in kids(parse, c)) else None
    return None


def detached(parse: Parse, i: int) -> bool:
    """Whether clause `i` ends at a semicolon before the verb it was hung on: "one asked; the other refused".

    So does one in the past before a colon, and one that says whose words the sentence is: "if so, he said, it will".
    """
    word = parse.words[i]
    if word.dep not in ("ccomp", "parataxis") or word.head < i:
        return False
    last = parse.subtree(i)[1]
    if word.tag == "VBD" and _put_in(parse, i):
        return True
    if _joined(parse, i):
        return True
    if word.dep == "parataxis" or word.head < last or last >= len(parse.words):
        return False
    stops = (parse.words[last].text, parse.words[last - 1].text)
    return ";" in stops or (word.tag == "VBD" and ":" in stops)


def _joined(parse: Parse, i: int) -> bool:
    """ "They train police and, if all goes well, will appoint councils": the verb below is but the first of two."""
    words, head = parse.words, parse.words[i].head
    joined = any(words[c].dep == "cc" and i < c < head for c in kids(parse, i))
    return joined and not any(words[c].dep in ("nsubj", "nsubjpass", "expl") for c in kids(parse, head))


def _put_in(parse: Parse, i: int) -> bool:
    """Whether verb `i` with its subject stands between commas, before a verb with a modal."""
    words = parse.words
    if not any(words[c].tag == "MD" for c in kids(parse, words[i].head)):
        return False
    subject = next((c for c in kids(parse, i) if c < i and words[c].dep in ("nsubj", "nsubjpass")), None)
    first = parse.subtree(subject)[0] if subject is not None else 0
    return first > parse.sentence(i).first and words[first - 1].pos == "PUNCT"


def tag_start(parse: Parse, i: int) -> int:
    """Where the tag begins that turns the sentence of word `i` into a question (", didn't it?"), or its end."""
    words, sentence = parse.words, parse.sentence(i)
    if words[sentence.last - 1].lower == "?":
        for k in range(i + 1, sentence.last - 3):
            turned = words[k].text == "," and (words[k + 1].lemma in TAGGED or words[k + 1].tag == "MD")
            if turned and words[k + 2].lower in ("n't", "n’t", "not") and words[k + 3].tag == "PRP":
                return k
    return sentence.last


def stray(parse: Parse, i: int) -> bool:
    """Whether a verb after "to" was taken for part of a noun phrase."""
    word = parse.words[i]
    return word.tag == "VB" and word.dep in ("amod", "compound", "nmod", "pobj") and parse.words[i - 1].lower == "to"


def slots(parse: Parse, found: Found, i: int) -> frozenset[str]:
    """All the slots that word `i` fills, from the general to the particular."""
    slot = slot_of(parse, i)
    out = {slot}
    if slot == "whether" and parse.words[i].dep != "advcl":
        out.add("clause")
    if slot == "clause" and to_infinitive(parse, i):
        out.add("infinitive")
    elif slot == "clause" and parse.words[i].tag != "VBG":
        out.add("finite")
    if slot == "clause" and parse.words[i].tag in ("VB", "VBN", "VBG", "VBD") and _own_subject(parse, i):
        out.add("other")
    passive = parse.words[i].dep == "nsubjpass"
    if (passive or slot == "subject") and any(
        m.cue.part == "noun" and m.cue.gives == "planned" for m in here(found, i, "governor")
    ):
        out.add("plan")
    return frozenset(out)


def _own_subject(parse: Parse, i: int) -> bool:
    """Whether a verb without tense has a subject of its own: "wants sanctions lifted"."""
    deps = [(parse.words[c].dep, parse.words[c].lower) for c in kids(parse, i)]
    finite = any(dep in ("aux", "auxpass") and text not in ("to", "be") for dep, text in deps)
    return not finite and any(dep in ("nsubj", "nsubjpass") for dep, _ in deps)


def slot_of(parse: Parse, i: int) -> str:
    """In which slot of its head word `i` stands: clause, object, subject, compound, a preposition, or nothing."""
    word = parse.words[i]
    dep = word.dep
    if stray(parse, i):
        return "clause"
    if dep in ("prep", "agent") or word.pos == "ADP":
        return word.lower
    if dep == "acl" and not to_infinitive(parse, i) and not _has_verb(parse, i):
        return ""
    if word.pos in NOUNS and dep in ("ccomp", "oprd", "pcomp", "dep", "xcomp") and not _has_verb(parse, i):
        return "object"
    if dep in ("ccomp", "xcomp", "advcl", "acl", "csubj", "pcomp") and _opens_whether(parse, i):
        return "whether"
    if dep in CLAUSAL:
        return "clause"
    if dep in OBJECTS or dep == "pobj":
        return "object"
    if dep == "nsubj":
        return "subject"
    if dep in ("compound", "nmod", "amod", "poss"):
        return "compound"
    return "clause" if _clausal(parse, i) else ""


def _clausal(parse: Parse, i: int) -> bool:
    """Whether a clause that the parser hung on loosely fills the slot of a content clause."""
    dep = parse.words[i].dep
    if dep in ("advcl", "relcl") and (to_infinitive(parse, i) or _content_clause(parse, i)):
        return True
    if dep in ("ROOT", "parataxis"):
        # Only where it goes on after the words of who speaks: "there is no proof, he said, that it fired".
        return any(parse.words[c].lower == "that" for c in kids(parse, i) if c < i)
    if dep == "advcl":
        return (parse.words[i].tag == "VBG" and _close(parse, i)) or _ever_having(parse, i)
    return dep == "relcl" and _bare_content(parse, i)


def _ever_having(parse: Parse, i: int) -> bool:
    """ "Denied through his lawyer ever having met him"."""
    first = parse.subtree(i)[0]
    having = any(parse.words[c].lower == "having" for c in kids(parse, i) if c < i)
    return (
        having and first > 0 and parse.words[first].lower in ("ever", "having") and parse.words[first - 1].text != ","
    )


def _bare_content(parse: Parse, i: int) -> bool:
    """Whether a clause without "that" lacks nothing: "denied reports it sold shells"."""
    words = parse.words
    below = kids(parse, i)
    subject = next((c for c in below if words[c].dep in ("nsubj", "nsubjpass")), None)
    if subject is None or words[subject].tag[:1] == "W" or parse.subtree(i)[0] != parse.subtree(subject)[0]:
        return False
    return any(words[c].dep == "dobj" and c > i for c in below)


def _close(parse: Parse, i: int) -> bool:
    """Whether a participle follows its verb without a pause or a marker: "ruled out sending"."""
    first, _ = parse.subtree(i)
    return first == i and i > 0 and parse.words[i - 1].tag not in ("IN", "TO", ",", ":", "``", "''")


def _opens_whether(parse: Parse, i: int) -> bool:
    return any(parse.words[c].dep == "mark" and parse.words[c].lower in ("whether", "if") for c in kids(parse, i))


OPENING_NOUN = frozenset({"NOUN", "PROPN", "DET", "PRON", "NUM", "ADJ"})


def _content_clause(parse: Parse, i: int) -> bool:
    """Whether "that" opens a whole clause, though the parser took it for a relative: "the claim that it fired"."""
    words = parse.words
    first, _ = parse.subtree(i)
    below = [words[c] for c in kids(parse, i)]
    subject = any(word.dep in ("nsubj", "nsubjpass") and word.lower != "that" for word in below)
    # "The statement that they signed": the clause has a gap where its object should be, and tells of the statement.
    objects = [word.lower for word in below if word.dep == "dobj"]
    # With a modal it is the content all the same: "the danger that the two navies will clash".
    modal = any(word.tag == "MD" for word in below)
    gap = objects == ["that"] and not modal and (i + 1 >= len(words) or words[i + 1].pos not in OPENING_NOUN)
    return words[first].lower == "that" and subject and (not gap or _none_of(parse, words[i].head))


def _none_of(parse: Parse, i: int) -> bool:
    """ "No evidence that he plotted with them": of what there is none, nothing is told but what it would say."""
    return any(parse.words[c].lower in ("no", "any", "little", "scant") for c in kids(parse, i))


def _has_verb(parse: Parse, i: int) -> bool:
    return any(parse.words[c].dep in ("aux", "cop", "auxpass", "nsubj") for c in kids(parse, i))


def to_infinitive(parse: Parse, i: int) -> bool:
    """Whether verb `i` has a "to"."""
    return any(parse.words[c].lower == "to" and parse.words[c].dep == "aux" for c in kids(parse, i))


def definite(parse: Parse, i: int) -> bool:
    """Whether the noun phrase of `i` names something taken as known: "the attack", "its attack"."""
    if parse.words[i].pos == "PROPN":
        return True
    for c in kids(parse, i):
        if parse.words[c].dep == "poss" or (parse.words[c].dep == "det" and parse.words[c].lower in DEFINITE):
            return True
    return False
