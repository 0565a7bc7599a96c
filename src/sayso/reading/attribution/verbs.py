"""Verbs that report: which construction a verb stands in, and what its content is."""

from sayso.lexicon.reporting import Cue, Frame, ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.model.record import Stance
from sayso.reading.attribution import complements, grammar, tail
from sayso.reading.attribution.complements import Match
from sayso.reading.attribution.draft import Draft
from sayso.reading.attribution.quotes import CLOSING, OPENING, STRAIGHT

QUOTE_MARKS = OPENING | CLOSING | STRAIGHT


# Negation reaches the content of belief: "does not think that it will" is "thinks that it will not".
NEG_RAISING = frozenset(("believe", "view", "want"))
NEAR_SUBJECT = 5
ASIDE = 10
"""How far from its verb an aside between commas may begin and end."""
GOING_ON = frozenset({"VBD", "VBZ", "VBP", "MD", "RB"})
BOUNDS = frozenset({"PUNCT", "SCONJ", "CCONJ", "VERB", "AUX"})
CONVINCED = frozenset({"convinced", "persuaded", "satisfied"})
"""Passives that say what their subject holds: "the judge is convinced that they did"."""
WHEN = frozenset({"DATE", "TIME"})
NAMED = frozenset({"ORG", "GPE", "PERSON", "NORP"})
MINDS = frozenset({"believe", "view", "know", "sure", "want", "hope", "praise", "criticise", "promise"})
"""Entries that tell what somebody holds, fears or wishes, praises or blames: it takes a mind, or a word being said."""
NOBODY = frozenset(("nobody", "none"))
NEGATED: dict[Stance, Stance] = {"denies": "asserts", "promises": "denies", "doubts": "asserts"}


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
    if word.lower in CONVINCED and grammar.is_passive(parse, word.i) and grammar.agent(parse, word.i) is None:
        return tuple(cue for cue in lexicon.adjectives.get(word.lower, ()) if not cue.rest)
    known = lexicon.verbs.get(word.lemma)
    if known is None and word.tag == "VBZ":
        known = lexicon.verbs.get(word.lower[:-1])  # "hopes" may come with the lemma "hop"
    return known or lexicon.verbs.get(misspelt(parse, lexicon, word) or "", ())


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
    led = _led(parse, lexicon, word)
    for match in matches(parse, lexicon, word):
        for frame in match.cue.frames:
            if led and frame == "object":
                continue
            content = complements.content(parse, lexicon, match, frame)
            if content:
                draft = _draft(parse, match, frame, content)
                if draft is not None and frame == "object" and content[-1][1] <= word.i:
                    # What stands before the verb is all of what was said rather than a noun of it.
                    draft = (tail.said_last(parse, match) if "clause" in match.cue.frames else None) or draft
                if draft is not None:
                    return tail.said_last(parse, match) if _mute(parse, lexicon, draft) else draft
        if match.cue.stance == "denies" and (denial := _denied_charge(parse, lexicon, match)) is not None:
            return denial
        if "clause" in match.cue.frames and (word.tag in ("VBD", "VBZ", "VBP") or _mistaken(parse, word)):
            aside = _between_commas(parse, match) or tail.said_last(parse, match)
            if aside is not None and not _mute(parse, lexicon, aside):
                return aside
    return None


def _mistaken(parse: Parse, word: Word) -> bool:
    """A past form behind a comma taken for a participle: ", a group that watches them, reported on Friday"."""
    alone = word.tag == "VBN" and word.dep == "acl" and parse.words[word.i - 1].text == ","
    return alone and not any(parse.words[c].dep in ("auxpass", "aux", "agent") for c in parse.children[word.i])


def _denied_charge(parse: Parse, lexicon: ReportingLexicon, match: Match) -> Draft | None:
    """ "Accused Peru of theft, a charge Lima has always denied": the aside, whatever the parser hung it on."""
    words, first = parse.words, parse.sentence(match.v).first
    k = match.v - 1
    while k > first and words[k].pos in ("AUX", "ADV", "PART"):
        k -= 1
    last = k + 1
    while k > first and k > match.v - ASIDE and _nominal(parse, k) and not _charge(lexicon, words[k]):
        k -= 1
    start = k + 1 + (words[k + 1].lower in grammar.RELATIVE)
    opens = k - 2 >= first and words[k - 1].lower in ("a", "an") and words[k - 2].text in grammar.COMMAS
    if not opens or not _charge(lexicon, words[k]) or start >= last or words[last - 1].pos not in grammar.NOMINAL:
        return None
    group = (last, match.tail + 1)
    return Draft((group,), match.v, (start, last), last - 1, ((k - 1, k + 1),), "denies", f"{match.cue.entry}:object")


def _charge(lexicon: ReportingLexicon, word: Word) -> bool:
    return word.pos == "NOUN" and any(cue.stance == "asserts" for cue in lexicon.nouns.get(word.lemma, ()))


def _between_commas(parse: Parse, match: Match) -> Draft | None:
    """ "Its men, residents believe, took part in it": who says so and the verb stand alone between two commas, in a
    clause that goes on, whatever the parser made of them.
    """
    sentence, v = parse.sentence(match.v), match.v
    opening = next((k for k in range(v - 1, max(sentence.first, v - ASIDE), -1) if not _nominal(parse, k)), None)
    closing = next((k for k in range(match.tail + 1, min(sentence.last, v + ASIDE)) if not _nominal(parse, k)), None)
    if opening is None or closing is None or closing + 1 >= sentence.last or v - opening < 2:
        return None
    words = parse.words
    if {words[opening].text, words[closing].text} != {","} or words[closing + 1].tag not in GOING_ON:
        return None
    first = next((k + 1 for k in range(opening - 1, sentence.first, -1) if words[k].pos in BOUNDS), sentence.first)
    if not any(words[k].pos in ("NOUN", "PROPN", "PRON") for k in range(first, opening)):
        return None
    end = next((k for k in range(closing + 1, sentence.last) if words[k].text == ";"), sentence.last)
    head = next((k for k in range(v - 1, opening, -1) if words[k].pos in ("NOUN", "PROPN", "PRON")), None)
    if head is None or words[opening + 1].lower in grammar.RELATIVE:
        return None
    content = (grammar.tidy(parse, first, opening), grammar.tidy(parse, closing + 1, end))
    stance = stance_of(parse, v, match.cue)
    return Draft(((v, match.tail + 1),), v, (opening + 1, v), head, content, stance, f"{match.cue.entry}:clause", 0.8)


def _nominal(parse: Parse, i: int) -> bool:
    return parse.words[i].pos in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART")


def _led(parse: Parse, lexicon: ReportingLexicon, word: Word) -> bool:
    """Whether the verb is what another one reports: "denied having attacked them", "accused of
    attacking them".
    """
    if word.dep == "pcomp" and word.tag == "VBG":
        above = parse.words[parse.words[word.head].head]
        return any("object" in cue.frames for cue in lexicon.verbs.get(above.lemma, ()))
    if word.dep != "xcomp" or word.head > word.i or not complements.participle(parse, word.i):
        return False
    return any("gerund" in cue.frames for cue in lexicon.verbs.get(parse.words[word.head].lemma, ()))


def _mute(parse: Parse, lexicon: ReportingLexicon, draft: Draft) -> bool:
    """A source that cannot speak ("this moment calls for courage")."""
    if draft.source_head is None:
        return False
    word = parse.words[grammar.antecedent(parse, draft.source_head)]
    if word.lower == "it":
        word = _about_before(parse, word)
    named = word.pos == "PROPN" and word.ent in NAMED  # "The White House says"
    if (
        (word.lemma in lexicon.mute and not named)
        or word.ent in WHEN
        or (word.lower == "who" and word.i == draft.source_head)
    ):
        return True
    entry, _, frame = draft.rule.partition(":")
    if frame in ("clause", "quote"):
        return False
    return entry in MINDS and (word.lemma in lexicon.papers or word.lemma in lexicon.crowds)


def _about_before(parse: Parse, it: Word) -> Word:
    """What the sentence before is about, where "it" may go on with that; else the pronoun itself."""
    here = parse.sentence(it.i)
    if here.index == 0 or parse.sentences[here.index - 1].block != here.block:
        return it
    before = parse.sentences[here.index - 1]
    root = next((w.i for w in parse.words[before.first : before.last] if w.head == w.i), before.first)
    subject = grammar.child(parse, root, "nsubj", "nsubjpass")
    return it if subject is None else parse.words[subject]


def _draft(parse: Parse, match: Match, frame: Frame, content: tuple[TokenRange, ...]) -> Draft | None:
    v, cue = match.v, match.cue
    if frame == "object" and parse.words[v].dep in ("advcl", "acl") and complements.to_infinitive(parse, v):
        return None
    source, head = source_of(parse, v)
    if head is None and not _may_lack_source(parse, v, frame):
        return None
    group = (grammar.verb_group(parse, v)[0], match.tail + 1)
    stance = stance_of(parse, v, cue)
    if stance == "promises" and frame == "clause" and _of_the_past(parse, v):
        stance = "asserts"
    return Draft((group,), v, source, head, content, stance, f"{cue.entry}:{frame}")


def _of_the_past(parse: Parse, v: int) -> bool:
    """ "Swore that they had paid": of what has been, no promise can be made."""
    c = next((c for c in grammar.children(parse, v, ("ccomp",)) if c > v), None)
    if c is None:
        return False
    below = {parse.words[k].lower for k in grammar.children(parse, c, ("aux",))}
    return parse.words[c].tag == "VBD" or (parse.words[c].tag == "VBN" and not below.isdisjoint({"had", "have", "has"}))


def stance_of(parse: Parse, v: int, cue: Cue) -> Stance:
    """The cue's stance, turned by a "not": who does not believe it denies it, who has not said it leaves it open."""
    source = grammar.child(parse, v, "nsubj")
    nobody = source is not None and parse.words[source].lower in NOBODY
    if grammar.child(parse, v, "neg") is None and not nobody and not _yet_to(parse, v):
        return cue.stance
    if cue.stance == "asserts":
        return "denies" if cue.entry in NEG_RAISING else "doubts"
    return NEGATED.get(cue.stance, cue.stance)


def _yet_to(parse: Parse, v: int) -> bool:
    """ "Has yet to confirm": not confirmed so far."""
    return v >= 2 and (parse.words[v - 2].lower, parse.words[v - 1].lower) == ("yet", "to")


def source_of(parse: Parse, v: int) -> tuple[TokenRange | None, int | None]:
    """Words and head of the one who does verb `v`: its agent in a passive, else its subject."""
    head = grammar.agent(parse, v) if grammar.is_passive(parse, v) or _bare_participle(parse, v) else _doer(parse, v)
    if head is None and parse.words[v].lower in CONVINCED:
        head = grammar.child(parse, v, "nsubjpass")
    if head is None or _expletive(parse, head) or _dummy(parse, v, head):
        return None, None
    first, last = grammar.noun_phrase(parse, head, v)
    # "Accused by residents of razing their homes": what follows is the charge.
    charge = next(grammar.gerunds(parse, head), last) if head > v else last
    return (first, min(last, charge)), head


def _dummy(parse: Parse, v: int, head: int) -> bool:
    """ "It is vital to remember that ...": the "it" of an adjective that a "to" clause hangs on."""
    above = parse.words[v].head
    if parse.words[head].lower != "it" or parse.words[head].head == v:
        return False
    return parse.words[above].pos == "ADJ" or grammar.child(parse, above, "acomp") is not None


def _bare_participle(parse: Parse, v: int) -> bool:
    """ "Asked about the strike, he ...", "laws proposed by ...": done to somebody, with no auxiliary."""
    word = parse.words[v]
    if word.tag != "VBN" or word.dep not in ("acl", "relcl", "advcl"):
        return False
    return grammar.child(parse, v, "aux", "nsubj") is None


def _doer(parse: Parse, v: int) -> int | None:
    """The subject; a participle after a comma ("..., adding that") that hangs on a noun is the whole sentence's."""
    word = parse.words[v]
    if word.tag == "VBG" and word.dep == "acl" and v > 0 and parse.words[v - 1].text == ",":
        root = next((w.i for w in _sentence_words(parse, v) if w.head == w.i), v)
        if root != v:
            return grammar.subject(parse, root)
    return _after_quoted_clause(parse, v) or grammar.subject(parse, v)


def _after_quoted_clause(parse: Parse, v: int) -> int | None:
    """ "The port was shelled, wrote the mayor": the parser takes the subject behind the verb for its object."""
    if grammar.child(parse, v, *grammar.SUBJECTS) is not None:
        return None
    before = any(c < v for c in grammar.children(parse, v, ("ccomp",)))
    after = next((c for c in grammar.children(parse, v, ("dobj",)) if v < c <= v + NEAR_SUBJECT), None)
    return after if before else None


def _sentence_words(parse: Parse, i: int) -> tuple[Word, ...]:
    sentence = parse.sentence(i)
    return parse.words[sentence.first : sentence.last]


def _expletive(parse: Parse, head: int) -> bool:
    """No doer: "there", the "it" of "it is said", a "let's", a stray "that"."""
    word = parse.words[head]
    return (
        word.dep == "expl"
        or word.tag in ("EX", "POS")
        or (word.tag == "DT" and word.dep != "poss")
        or word.lower in ("'s", "’s", "you")
    )


def _may_lack_source(parse: Parse, v: int, frame: Frame) -> bool:
    """An agentless passive names nobody: "it is claimed that", "is expected to"."""
    return frame in ("clause", "infinitive") and grammar.is_passive(parse, v)
