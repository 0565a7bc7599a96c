"""What is said about an act told elsewhere or by a noun: that it is not so, and whose act it is.

"Called the claim that Peru fired a lie" denies that Peru fired. "Denied any role in the raid" and "an attack blamed on
the rebels" say of whom the raid and the attack are said to be.
"""

from collections.abc import Iterator, Mapping

import msgspec

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.reading.attribution import grammar

CALLING = frozenset({
    "call", "describe", "dismiss", "brand", "label", "denounce", "reject", "condemn", "term", "deem", "slam", "decry",
    "ridicule", "deride", "dub", "declare", "consider", "characterize", "characterise", "denigrate", "blast",
})  # fmt: skip
TRUTH = frozenset({"true", "truth", "correct", "accurate"})
NEGATIVE = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nothing", "hardly", "little"})
TOLD = frozenset({"acl", "ccomp", "relcl", "csubj", "advcl"})
PARTS = frozenset({"part", "share"})
"""Besides the words for one's involvement, where a phrase behind them says in what."""
TAKING = frozenset({"have", "play", "take", "bear"})
OWNING = frozenset({"claim", "admit", "accept", "acknowledge", "assume", "confess", "take"})
LAYING = frozenset({"blame", "pin", "attribute", "ascribe", "impute"})
"""Whose object is the act, and who did it stands behind "on" or "to"."""
PLACING = frozenset({"put", "lay", "place", "cast", "shift"})
INVOLVED = frozenset({"involved", "complicit", "implicated"})
NOBODY = frozenset({"nobody", "none", "neither"})
OF_PART = frozenset({"in", "for", "of", "to", "with"})
MAX_UP = 4
NEAR = 8


class Culprit(msgspec.Struct, frozen=True):
    """Of whom an act told by a noun is said to be.

    `who`: the head word of whoever it is, None for nobody ("no group has claimed it"). `verb`: the verb that says so;
    `said`: a word of what it says. `denied`: it is said not to be so. `ascribed`: only somebody's word makes it his
    ("blamed on", not "played a part in").
    """

    who: int | None
    verb: int
    said: int
    denied: bool
    ascribed: bool


def untrue(parse: Parse, lexicon: ReportingLexicon) -> tuple[TokenRange, ...]:
    """The words that are called false, each from the noun for something said on: "the claim that ... is baseless"."""
    found: list[TokenRange] = []
    for word in parse.words:
        if word.lemma in lexicon.false or word.lower in lexicon.false:
            found.extend(_called_false(parse, lexicon, word))
        elif word.lower in TRUTH:
            found.extend(_not_true(parse, lexicon, word))
    return tuple(found)


def _called_false(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Iterator[TokenRange]:
    be = _copula(parse, word.i)
    if be is not None:
        if not _negated(parse, be):
            yield from _of_subject(parse, lexicon, be)
        return
    first = parse.sentence(word.i).first
    for i in range(word.i - 1, max(first, word.i - 30) - 1, -1):
        if parse.words[i].lemma in CALLING and grammar.is_verb(parse.words[i]):
            noun = _said_after(parse, lexicon, i)
            if noun is not None and not _negated(parse, i):
                yield from _told_by(parse, noun, (*parse.children[noun], *parse.children[i]), i)
            return


def _not_true(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Iterator[TokenRange]:
    """ "It is not true that ...", "there is no truth in the claim that ..."."""
    be = _copula(parse, word.i)
    if be is None or not (_negated(parse, be) or _negated(parse, word.i)):
        return
    yield from _of_subject(parse, lexicon, be)
    for p in grammar.children(parse, word.i, ("prep",)):
        for noun in grammar.children(parse, p, ("pobj",)):
            if _something_said(parse.words[noun], lexicon):
                yield from _told_by(parse, noun, parse.children[noun], word.i)


def _copula(parse: Parse, i: int) -> int | None:
    """The "be" that word `i` is said by: "is false", "are lies"."""
    word = parse.words[i]
    above = parse.words[word.head]
    return above.i if word.dep in ("acomp", "attr", "oprd") and above.lemma == "be" else None


def _negated(parse: Parse, i: int) -> bool:
    return any(parse.words[c].lower in NEGATIVE for c in parse.children[i])


def _of_subject(parse: Parse, lexicon: ReportingLexicon, be: int) -> Iterator[TokenRange]:
    subject = grammar.child(parse, be, "nsubj", "csubj")
    if subject is None:
        # "Said reports that Peru fired were false": the parser takes the reports for a verb.
        above = parse.words[parse.words[be].head]
        if above.tag == "VBZ" and above.i < be and above.lemma in lexicon.nouns:
            yield above.i, be
        return
    if parse.words[subject].lower == "it":
        for c in grammar.children(parse, be, ("ccomp", "advcl")):
            if any(parse.words[k].lower == "that" for k in parse.children[c]):
                yield c, parse.subtree(c)[1]
    elif _something_said(parse.words[subject], lexicon):
        yield from _told_by(parse, subject, parse.children[subject], be)


def _told_by(parse: Parse, noun: int, below: tuple[int, ...], verb: int) -> Iterator[TokenRange]:
    """From the noun to the end of each clause or gerund that says what is said."""
    for c in below:
        word = parse.words[c]
        gerund = word.dep == "prep" and any(True for _ in grammar.children(parse, c, ("pcomp",)))
        if c > noun and c != verb and (word.dep in TOLD or gerund):
            yield noun, parse.subtree(c)[1]


def _said_after(parse: Parse, lexicon: ReportingLexicon, verb: int) -> int | None:
    last = min(parse.sentence(verb).last, verb + NEAR)
    return next((k for k in range(verb + 1, last) if _something_said(parse.words[k], lexicon)), None)


def _something_said(word: Word, lexicon: ReportingLexicon) -> bool:
    # "Claims" and "reports" are often taken for verbs.
    noun = word.pos in ("NOUN", "PROPN") or word.tag == "VBZ"
    return noun and any(cue.stance == "asserts" for cue in lexicon.nouns.get(word.lemma, ()))


def culprits(parse: Parse, lexicon: ReportingLexicon) -> Mapping[int, Culprit]:
    """By the head word of an act told by a noun: whose it is said to be, by some phrase around it."""
    found: dict[int, Culprit] = {}
    for word in parse.words:
        if word.lemma in LAYING and grammar.is_verb(word):
            pairs = _laid_on(parse, word)
        elif word.lemma in lexicon.involvement or word.lemma in PARTS:
            pairs = _own_part(parse, lexicon, word)
        elif word.lower == "nothing":
            pairs = _nothing_to_do(parse, word)
        elif word.lower in INVOLVED:
            pairs = _in_it(parse, word)
        elif word.lower == "responsible":
            pairs = _held(parse, word)
        else:
            continue
        for act, culprit in pairs:
            found.setdefault(act, culprit)
    return found


Pair = tuple[int, Culprit]


def _own_part(parse: Parse, lexicon: ReportingLexicon, word: Word) -> Iterator[Pair]:
    """ "Denied any role in the raid", "had no part in it", "put the blame for it on them"."""
    verb = parse.words[word.head]
    if word.dep == "pobj":
        yield from _accused(parse, word)
        return
    if word.dep not in ("dobj", "nsubjpass", "conj") or not grammar.is_verb(verb):
        return
    if verb.lemma in PLACING:
        yield from _placed(parse, word, verb)
        return
    denies = any(cue.stance == "denies" and "object" in cue.frames for cue in lexicon.verbs.get(verb.lemma, ()))
    negated = _negated(parse, verb.i) or _negated(parse, word.i)
    if (denies or verb.lemma in OWNING) and _negated(parse, verb.i):
        return
    if not denies and verb.lemma not in OWNING and verb.lemma not in TAKING:
        return
    owner = next((c for c in grammar.children(parse, word.i, ("poss",)) if parse.words[c].pos != "PRON"), None)
    passive = grammar.is_passive(parse, verb.i)
    who = owner or (grammar.agent(parse, verb.i) if passive else grammar.subject(parse, verb.i))
    if who is None or who == word.i:
        return
    nobody = _negated(parse, who) or parse.words[who].lower in NOBODY
    for act in _acts(parse, word.i, verb.i):
        yield (
            act,
            Culprit(
                None if nobody else grammar.antecedent(parse, who),
                verb.i,
                word.i,
                denies or negated,
                verb.lemma not in TAKING,
            ),
        )


def _accused(parse: Parse, word: Word) -> Iterator[Pair]:
    """ "Accused Peru of a hand in the raid", "are suspected of involvement in the raid"."""
    preposition = parse.words[word.head]
    verb = parse.words[preposition.head]
    if verb.pos in grammar.NOMINAL and verb.dep in ("dobj", "pobj"):
        verb = parse.words[verb.head] if verb.dep == "dobj" else parse.words[parse.words[verb.head].head]
    if preposition.lower not in ("of", "with") or verb.lemma not in grammar.ACCUSING:
        return
    who = grammar.child(parse, verb.i, "nsubjpass" if grammar.is_passive(parse, verb.i) else "dobj")
    if who is None and verb.dep in ("acl", "relcl"):
        who = verb.head
    for act in _acts(parse, word.i, verb.i) if who is not None else ():
        yield act, Culprit(who, verb.i, word.i, False, True)


def _in_it(parse: Parse, word: Word) -> Iterator[Pair]:
    """ "Was not involved in the raid", "was complicit in it"."""
    passive = grammar.is_passive(parse, word.i)
    be = word.i if passive else _copula(parse, word.i)
    if be is None or grammar.agent(parse, word.i) is not None:
        return
    who = grammar.child(parse, be, "nsubj", "nsubjpass")
    if who is None:
        return
    denied = _negated(parse, be) or _negated(parse, word.i)
    for p in grammar.children(parse, word.i, ("prep",)):
        if parse.words[p].lower == "in":
            for act in _all(parse, p):
                yield act, Culprit(grammar.antecedent(parse, who), be, act, denied, word.lower == "implicated")


def _acts(parse: Parse, noun: int, verb: int) -> Iterator[int]:
    """In what: the nouns behind "in", "for" right after the word, wherever the parser hung them."""
    for place in (noun, verb):
        for p in grammar.children(parse, place, ("prep",)):
            if p > noun and p - noun <= MAX_UP and parse.words[p].lower in OF_PART:
                yield from _all(parse, p)
                return


def _all(parse: Parse, preposition: int) -> Iterator[int]:
    for act in grammar.children(parse, preposition, ("pobj",)):
        yield act
        yield from grammar.children(parse, act, ("conj",))


def _nothing_to_do(parse: Parse, word: Word) -> Iterator[Pair]:
    verb = parse.words[word.head]
    who = grammar.subject(parse, verb.i) if verb.lemma == "have" else None
    for do in grammar.children(parse, word.i, ("relcl", "acl")):
        for p in grammar.children(parse, do, ("prep",)):
            if who is not None and parse.words[p].lower == "with":
                for act in _all(parse, p):
                    yield act, Culprit(grammar.antecedent(parse, who), verb.i, word.i, True, False)


def _laid_on(parse: Parse, word: Word) -> Iterator[Pair]:
    """ "Pinned the raid on the rebels", "a raid blamed on the rebels", "the raid was attributed to them"."""
    wanted = "to" if word.lemma in ("attribute", "ascribe", "impute") else "on"
    verb = word.i
    reduced = word.dep in ("acl", "relcl") and not any(True for _ in grammar.children(parse, verb, ("dobj", "nsubj")))
    act = grammar.child(parse, verb, "dobj", "nsubjpass")
    relative = act is not None and act < verb and word.dep == "relcl" and parse.words[act].lower in grammar.RELATIVE
    said = act
    if relative or (act is None and reduced):
        act = word.head
    if act is None:
        return
    who = _behind(parse, (verb, act), wanted)
    if who is not None and not _negated(parse, verb):
        for one in (
            act,
            *grammar.children(parse, act, ("conj",)),
            *(_above(parse, act) if reduced or relative else ()),
        ):
            yield one, Culprit(who, verb, said if said is not None else who, False, True)


def _behind(parse: Parse, places: tuple[int, ...], wanted: str) -> int | None:
    """The noun behind the last such preposition below one of the places."""
    for place in places:
        found = [p for p in grammar.children(parse, place, ("prep",)) if parse.words[p].lower == wanted]
        if found:
            return grammar.child(parse, found[-1], "pobj")
    return None


def _above(parse: Parse, i: int) -> Iterator[int]:
    """The nouns that the phrase of `i` is a part of: "attack" for "post" in "an attack on a post blamed on ..."."""
    for _ in range(MAX_UP):
        word = parse.words[i]
        above = parse.words[word.head]
        if word.dep != "pobj" or above.dep != "prep":
            return
        i = above.head
        yield i


def _held(parse: Parse, word: Word) -> Iterator[Pair]:
    """ "Holds Peru responsible for the raid"."""
    verb = parse.words[word.head]
    if verb.lemma not in ("hold", "consider", "deem", "find"):
        return
    who = grammar.child(parse, word.i, "nsubj") or grammar.child(parse, verb.i, "dobj", "nsubjpass")
    for p in (*grammar.children(parse, word.i, ("prep",)), *grammar.children(parse, verb.i, ("prep",))):
        if who is not None and parse.words[p].lower == "for":
            yield from ((act, Culprit(who, verb.i, act, False, True)) for act in _all(parse, p))


def _placed(parse: Parse, blame: Word, verb: Word) -> Iterator[Pair]:
    """ "Put the blame for the raid on the rebels"."""
    acts = list(_acts(parse, blame.i, verb.i))
    if blame.lemma != "blame" or not acts:
        return
    end = parse.subtree(verb.i)[1]
    on = [k for k in range(acts[-1] + 1, end) if parse.words[k].lower == "on" and parse.words[k].dep == "prep"]
    who = grammar.child(parse, on[-1], "pobj") if on else None
    if who is not None:
        yield from ((act, Culprit(who, verb.i, act, False, True)) for act in acts)
