"""Questions about the parse that the finders of attributions share: who is the subject, where a phrase ends."""

from collections.abc import Iterable, Iterator

from sayso.lexicon.reporting import Cue
from sayso.model.flow import Parse, TokenRange, Word

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
BEFORE_VERB = frozenset(("aux", "auxpass", "neg", "advmod"))
RELATIVE = frozenset(("who", "which", "that", "whom"))
# Links over which a verb shares the subject of what it hangs on; by way of a noun too ("had no time for saying").
CLIMBED = frozenset(("conj", "xcomp", "advcl", "pcomp", "dep", "prep", "acl", "dobj", "pobj", "attr", "ccomp", "acomp"))
QUOTING = frozenset(("quote", "cite"))
ACCUSING = frozenset(("accuse", "suspect", "charge", "convict"))
MAX_SOURCE = 40
MAX_CLIMB = 12
COMMAS = frozenset((",", "—", "–", "--", "―", "-", ";", "("))
CLOSERS = frozenset((".", "!", "?", ",", ";", ":", "-", "–", "—", "--", "―", "..."))


def is_verb(word: Word) -> bool:
    return word.tag.startswith("VB") or word.pos == "VERB"


def children(parse: Parse, i: int, deps: Iterable[str]) -> Iterator[int]:
    """Children of `i` with one of the dependencies `deps`."""
    for child in parse.children[i]:
        if parse.words[child].dep in deps:
            yield child


def child(parse: Parse, i: int, *deps: str) -> int | None:
    """The first such child, if any."""
    return next(children(parse, i, deps), None)


def is_passive(parse: Parse, i: int) -> bool:
    return child(parse, i, "auxpass", "nsubjpass") is not None


def agent(parse: Parse, i: int) -> int | None:
    """The noun after "by" of a passive."""
    for by in children(parse, i, ("agent", "prep")):
        if parse.words[by].lower == "by":
            return child(parse, by, "pobj")
    return None


def fronted(parse: Parse, v: int) -> bool:
    """Whether the object of verb `v` is a "what" before it: "what they describe as a raid"."""
    return any(c < v and parse.words[c].lower == "what" for c in children(parse, v, ("dobj",)))


def gerunds(parse: Parse, i: int) -> Iterator[int]:
    """The prepositions below noun `i` that carry a gerund: "of" in "by residents of razing their homes"."""
    for p in children(parse, i, ("prep",)):
        if p > i and child(parse, p, "pcomp") is not None:
            yield p


def subject(parse: Parse, i: int) -> int | None:
    """Head word of the one who does verb `i`: its own subject, else that of the verb it depends on."""
    for _ in range(MAX_CLIMB):
        own = next((c for c in children(parse, i, SUBJECTS) if _nominal(parse, c)), None)
        if own is not None:
            return own
        word = parse.words[i]
        above = word.head
        if above == i:
            return None
        if word.dep == "pcomp" and (accused := _accused(parse, parse.words[above])) is not None:
            return accused
        noun = parse.words[above].pos in NOMINAL
        if word.dep == "relcl" or (word.dep == "acl" and not _purpose(parse, i)):
            return above if noun and word.tag != "VBN" else None
        finite = word.tag in ("VBD", "VBZ", "VBP", "MD")
        if word.dep not in CLIMBED or (word.dep == "ccomp" and finite) or (word.dep == "advcl" and finite):
            return None
        i = above
    return None


def _accused(parse: Parse, preposition: Word) -> int | None:
    """Who is said to do what stands behind "of" in "suspect the group of plotting", or who is "quoted as saying" it."""
    above = parse.words[preposition.head]
    verb = parse.words[above.head] if above.dep == "dobj" else above
    quoted = preposition.lower == "as" and verb.lemma in QUOTING
    if not quoted and (preposition.lower not in ("of", "with") or verb.lemma not in ACCUSING):
        return None
    return child(parse, verb.i, "nsubjpass" if is_passive(parse, verb.i) else "dobj")


def _nominal(parse: Parse, i: int) -> bool:
    """Whether word `i` stands for somebody; with an article in front even an adjective does: "the general"."""
    if parse.words[i].pos in NOMINAL:
        return True
    return parse.words[i].pos == "ADJ" and i > 0 and parse.words[i - 1].lower == "the"


def _purpose(parse: Parse, i: int) -> bool:
    """A "to" clause of a noun: "had the guts to say"."""
    return any(parse.words[c].tag == "TO" for c in parse.children[i])


def antecedent(parse: Parse, i: int) -> int:
    """The noun that a relative pronoun stands for (the word itself when it is none)."""
    word = parse.words[i]
    if word.lower in RELATIVE:
        verb = parse.words[word.head]
        for _ in range(MAX_CLIMB):
            if verb.dep == "relcl":
                return verb.head
            if verb.dep not in ("conj", "xcomp") or verb.head == verb.i:
                break
            verb = parse.words[verb.head]
        if i > 0 and word.lower in ("who", "which") and word.sentence == parse.words[i - 1].sentence:
            return _noun_before(parse, i)
    return i


def _noun_before(parse: Parse, i: int) -> int:
    first = parse.sentence(i).first
    for k in range(i - 1, max(first, i - 6) - 1, -1):
        if parse.words[k].pos in ("NOUN", "PROPN"):
            return k
    return i


def noun_phrase(parse: Parse, head: int, avoid: int | None = None) -> TokenRange:
    """The noun phrase of `head` with its appositions, without non-restrictive clauses, never over word `avoid`."""
    first, last = parse.subtree(head)
    if avoid is not None:
        if head < avoid < last:
            last = avoid
        if first <= avoid < head:
            first = avoid + 1
    sentence = parse.sentence(head)
    first, last = max(first, sentence.first, head - MAX_SOURCE), min(last, sentence.last, head + MAX_SOURCE)
    for c in parse.children[head]:
        word = parse.words[c]
        if word.dep in ("relcl", "acl", "advcl", "ccomp", "parataxis") and head < c < last:
            edge = parse.subtree(c)[0]
            if edge > head + 1 and parse.words[edge - 1].text in COMMAS:
                last = min(last, edge - 1)
            elif head < edge and parse.words[edge].text in COMMAS:
                last = min(last, edge)
    return tidy(parse, first, max(last, head + 1))


def detached(parse: Parse, c: int) -> bool:
    """Whether clause `c` ends at a semicolon, so that the verb after it, which it hangs on, opens a new statement."""
    last = parse.subtree(c)[1]
    if parse.words[c].dep != "ccomp" or parse.words[c].head < last or last >= len(parse.words):
        return False
    return ";" in (parse.words[last].text, parse.words[last - 1].text)


def tidy(parse: Parse, first: int, last: int) -> TokenRange:
    """The range without punctuation at its edges; quotation marks and brackets stay."""
    while last > first + 1 and parse.words[last - 1].text in CLOSERS:
        last -= 1
    while first + 1 < last and parse.words[first].text in CLOSERS:
        first += 1
    return first, last


def verb_group(parse: Parse, v: int, rest: int = 0) -> TokenRange:
    """Verb `v` with the auxiliaries and adverbs right before it, and the verbs that lead into it ("refused to say").

    `rest`: how many words after `v` belong to the cue.
    """
    words, sentence = parse.words, parse.sentence(v).first
    first, top, heads = v, v, {v}
    while first > sentence:
        before = words[first - 1]
        if before.head in heads and before.dep in BEFORE_VERB and before.tag != "WRB":
            first -= 1
        elif before.i == words[top].head and _leads(parse, before, words[top]):
            first, top = first - 1, before.i
            heads.add(top)
        else:
            break
    return first, v + 1 + rest


def _leads(parse: Parse, before: Word, top: Word) -> bool:
    """Whether the word before `top` is the verb it completes, or the preposition between ("quoted as saying")."""
    if top.dep == "prep":
        return is_verb(before)
    if top.dep not in ("xcomp", "pcomp"):
        return False
    between = before.pos == "ADP" and before.head == before.i - 1 and is_verb(parse.words[before.head])
    return is_verb(before) or between


def phrase_end(parse: Parse, word: Word, cue: Cue) -> int | None:
    """The last word of the cue that starts at `word`, if all of its words are there."""
    for k, wanted in enumerate(cue.rest, word.i + 1):
        if k >= len(parse.words) or parse.words[k].lower != wanted:
            return None
    return word.i + len(cue.rest)
