"""The headline against its body: supported, only attributed, weaker in the body, or more than the body says.

`supported`: the body's narrator (or the headline's own speaker) says it. `attributed`: the headline states flatly
what in the body only a source says. `weaker`: the body says it less surely (may, plans to, reportedly).
`stronger`: the body speaks of the same parties, but none of its words bear out what the headline has them do.
`contradicted`: the body denies it or says the opposite. `absent`: not in the body. `unrelated`: another subject.
"""

from collections.abc import Sequence

import msgspec

from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.stems import stem
from sayso.model.flow import ActorTable, AttributionMention, Parse, Word
from sayso.model.record import HeadlineCheck, HeadlineOutcome
from sayso.model.span import Span
from sayso.reading import near
from sayso.reading.framing.wording import Side, Term, coverage, keys_of, terms, words_of

UNRELATED = 0.42  # share of the headline's terms found anywhere in the body, below which it is another subject
BEARS = 0.5  # share of them in one place of the body from which it can bear the headline out
NEAR = 0.3  # share from which a sentence can deny it
DENIES = 0.75  # a denial counts if it has at least this much of what the fullest other sentence has
_BODY = frozenset({"deck", "body", "background"})
_EVIDENCE = 2
SAME_THINGS = 0.5  # share of who and what the headline names that a sentence must name to gainsay it
_BORNE = frozenset({"supported", "attributed"})
_NOT = frozenset({"no", "not", "never", "n't", "n’t", "nor", "neither", "without"})


class _Claim(msgspec.Struct, frozen=True):
    """What the headline says: its terms, its actions, its speaker's terms, and whether it denies or hedges."""

    terms: tuple[Term, ...]
    actions: tuple[Term, ...]
    speaker: frozenset[str]
    negated: bool
    hedged: bool
    refutes: bool


class _Passage(msgspec.Struct, frozen=True):
    """A sentence of the body with its terms, and how much of the headline is in it and right around it."""

    sentence: int
    terms: tuple[Term, ...]
    keys: frozenset[str]
    score: float


class _Verdict(msgspec.Struct, frozen=True):
    outcome: HeadlineOutcome
    passage: _Passage
    why: str


def check(
    parse: Parse, table: ActorTable, said: Sequence[AttributionMention], lexicon: HeadlineLexicon
) -> HeadlineCheck | None:
    """The check of a document's own headline (a section or its title); None without a headline or a body."""
    head = tuple(sentence.index for sentence in parse.sentences if sentence.section == "headline")
    body = tuple(sentence.index for sentence in parse.sentences if sentence.section in _BODY)
    mentions, around = tuple(said), near.contents(parse, said)
    side = Side(parse, head, table, mentions, around)
    found = compare_texts(side, Side(parse, body, table, mentions, around), lexicon)
    if found is None or found.outcome in _BORNE or not (why := _no_claim(side, lexicon)):
        return found
    return HeadlineCheck(outcome="absent", why=why, evidence=found.evidence)


def _no_claim(head: Side, lexicon: HeadlineLexicon) -> str:
    """Why a headline states nothing that a body could bear out or gainsay: a title, a call; empty if it does."""
    words = words_of(head, head.sentences)
    if any(stem(word.lemma) in lexicon.ought for word in words if word.pos in ("AUX", "VERB")):
        return "The headline says what ought to be, which the body argues for and cannot confirm."
    tells = any(word.dep in ("nsubj", "nsubjpass") and _heads_clause(head.parse, word.head) for word in words)
    named = any(head.table.at(word.i) is not None and word.pos == "PROPN" for word in words)
    return "" if tells or named else "The headline is a title, not a statement."


def _heads_clause(parse: Parse, i: int) -> bool:
    """Whether a word is the verb of a main clause, and not of one that only describes ("the threat nobody wants")."""
    return parse.words[i].pos in ("VERB", "AUX") and parse.words[i].dep in ("ROOT", "ccomp", "conj", "parataxis")


def compare_texts(head: Side, body: Side, lexicon: HeadlineLexicon) -> HeadlineCheck | None:
    """The same for any two texts. None when either has no words to compare."""
    claim = _claim(head, lexicon)
    if not claim.terms or not body.sentences:
        return None
    passages = _passages(claim, body, lexicon)
    everything = frozenset().union(*(passage.keys for passage in passages))
    if coverage(claim.terms, everything) < UNRELATED:
        return HeadlineCheck(outcome="unrelated", why="The body hardly has any of the headline's words.")
    verdicts = [found for passage in passages if (found := _verdict(claim, passage, body, lexicon))]
    chosen = _unrefuted(claim, body, lexicon, verdicts) or _choose(verdicts)
    if chosen is None:
        return _unborne(claim, passages, body, lexicon)
    return HeadlineCheck(outcome=chosen.outcome, why=chosen.why, evidence=(_span(body, chosen.passage),))


def _claim(head: Side, lexicon: HeadlineLexicon) -> _Claim:
    words = words_of(head, head.sentences)
    said = [one for one in head.said if one.source and _within(one, words) and _reports(head.parse, one, lexicon)]
    content = {i for one in said for first, last in one.content for i in range(first, last)}
    source = {i for one in said for first, last in one.source for i in range(first, last)} - content
    kept = [word for word in words if word.i in content] or [word for word in words if word.i not in source]
    found = terms(head, kept, lexicon)
    roots = {stem(word.lemma) for word in words}
    return _Claim(
        terms=found,
        actions=_main_actions(head.parse, found),
        speaker=keys_of(terms(head, (word for word in words if word.i in source), lexicon)),
        negated=any(word.lower in _NOT for word in kept),
        hedged=bool(roots & lexicon.hedge) or any(word.text == "?" for word in words),
        refutes=bool(roots & lexicon.refute),
    )


def _main_actions(parse: Parse, found: Sequence[Term]) -> tuple[Term, ...]:
    """The act nearest to the root of its sentence: that is what the headline claims; else every action noun."""
    actions = [term for term in found if term.action]
    verbs = [term for term in actions if parse.words[term.i].pos == "VERB"]
    if not verbs:
        return tuple(actions)
    top = min(verbs, key=lambda term: (_depth(parse, term.i), term.i))
    return (top,)


def _depth(parse: Parse, i: int) -> int:
    steps = 0
    while parse.words[i].head != i and steps < 50:
        i, steps = parse.words[i].head, steps + 1
    return steps


def _reports(parse: Parse, one: AttributionMention, lexicon: HeadlineLexicon) -> bool:
    """Whether the cue only reports ("says"), so that the headline's claim is what is said; "backs" is an act."""
    cues = [parse.words[i] for first, last in one.cue for i in range(first, last)]
    return one.kind != "narrator" and all(stem(cue.lemma) in lexicon.light or cue.pos != "VERB" for cue in cues)


def _within(one: AttributionMention, words: Sequence[Word]) -> bool:
    return bool(words) and all(words[0].i <= first <= words[-1].i for first, _ in one.source)


def _passages(claim: _Claim, body: Side, lexicon: HeadlineLexicon) -> list[_Passage]:
    """Every sentence of the body; words of the headline in the sentences next to it count half."""
    found = [terms(body, words_of(body, (k,)), lexicon) for k in body.sentences]
    keys = [keys_of(one) for one in found]
    passages = []
    for k, sentence in enumerate(body.sentences):
        around = keys[k].union(*keys[max(k - 1, 0) : k], *keys[k + 1 : k + 2])
        score = (coverage(claim.terms, keys[k]) + coverage(claim.terms, around)) / 2
        passages.append(_Passage(sentence, found[k], keys[k], score))
    return passages


def _verdict(claim: _Claim, passage: _Passage, body: Side, lexicon: HeadlineLexicon) -> _Verdict | None:
    """What one sentence of the body says of the headline; None when it does not speak of the same thing."""
    if passage.score < NEAR:
        return None
    against = _against(claim, passage, body, lexicon)
    if against:
        return _Verdict("contradicted", passage, against)
    acts = [term for term in passage.terms if any(term.keys & action.keys for action in claim.actions)]
    if passage.score < BEARS or (claim.actions and not acts):
        return None
    if other := _other_number(claim, passage):
        return _Verdict("stronger" if other[0] > other[1] else "contradicted", passage, _number_why(*other))
    places = [term.i for term in acts] or [term.i for term in passage.terms if term.keys & keys_of(claim.terms)]
    if not claim.hedged and (hedge := _hedge(body, places, lexicon)):
        return _Verdict("weaker", passage, f"The body says it less surely (“{hedge}”).")
    speaker = _speaker(claim, body, places, lexicon)
    if speaker:
        return _Verdict("attributed", passage, f"In the body only {speaker} says so; the headline states it flatly.")
    return _Verdict("supported", passage, "The body says the same.")


def _choose(verdicts: Sequence[_Verdict]) -> _Verdict | None:
    """What is plainly said somewhere counts, unless the body denies it at least as fully."""
    order = ("supported", "attributed", "weaker", "stronger")
    denied = max((one for one in verdicts if one.outcome == "contradicted"), key=_fullness, default=None)
    for outcome in order:
        found = max((one for one in verdicts if one.outcome == outcome), key=_fullness, default=None)
        if found is not None:
            return denied if denied and denied.passage.score >= DENIES * found.passage.score else found
    return denied


def _unrefuted(claim: _Claim, body: Side, lexicon: HeadlineLexicon, verdicts: Sequence[_Verdict]) -> _Verdict | None:
    """A headline that calls something untrue over a body that tells it and nowhere doubts it."""
    told = [one for one in verdicts if one.outcome in ("supported", "attributed")]
    if not claim.refutes or not told:
        return None
    doubted = any(stem(word.lemma) in lexicon.refute for word in words_of(body, body.sentences))
    fullest = max(told, key=_fullness)
    return None if doubted else _Verdict("contradicted", fullest.passage, "The body tells it and nowhere doubts it.")


def _fullness(verdict: _Verdict) -> tuple[float, int]:
    return verdict.passage.score, -verdict.passage.sentence


def _against(claim: _Claim, passage: _Passage, body: Side, lexicon: HeadlineLexicon) -> str:
    """Why the sentence gainsays the headline, in words; empty when it does not."""
    if not _same_matter(claim, passage):
        return ""
    words = words_of(body, (passage.sentence,))
    refuting = next((word.text for word in words if stem(word.lemma) in lexicon.refute), None)
    if refuting and not claim.refutes and not claim.negated and _same_act(claim, passage):
        return f"The body calls it untrue (“{refuting}”)."
    for action in claim.actions:
        opposite = lexicon.opposites.get(action.stem, frozenset())
        found = next((term for term in passage.terms if term.stem in opposite), None)
        if found and not action.keys & passage.keys:
            return f"The body says the opposite (“{body.parse.words[found.i].text}”)."
        matched = [term for term in passage.terms if term.action and term.keys & action.keys]
        undone = [_negated(body.parse, term.i, lexicon) != claim.negated for term in matched]
        if matched and not claim.refutes and all(undone):
            return "The body says that it is not so." if not claim.negated else "The body says that it is so."
    return ""


def _same_matter(claim: _Claim, passage: _Passage) -> bool:
    """Whether a sentence speaks of the headline's own parties."""
    things = [term for term in claim.terms if not term.action]
    return not things or coverage(things, passage.keys) >= SAME_THINGS


def _same_act(claim: _Claim, passage: _Passage) -> bool:
    """Whether what a sentence calls untrue is the headline's own act, or it has nearly all of the headline."""
    return any(act.keys & passage.keys for act in claim.actions) or coverage(claim.terms, passage.keys) >= BEARS


def _negated(parse: Parse, i: int, lexicon: HeadlineLexicon) -> bool:
    """Whether a negation stands at the word or at the verbs it is a complement of, or one of these is "failed"."""
    for k in _spine(parse, i):
        if k != i and stem(parse.words[k].lemma) in lexicon.negate:
            return True
        if any(parse.words[child].dep == "neg" or parse.words[child].lower in _NOT for child in parse.children[k]):
            return True
    return False


def _spine(parse: Parse, i: int) -> list[int]:
    """The word and the verbs that it is a complement of (`refused` to `help`)."""
    found = [i]
    while parse.words[i].dep in ("xcomp", "ccomp", "pcomp", "dobj", "acl") and len(found) < 6:
        i = parse.words[i].head
        found.append(i)
    return found


def _hedge(body: Side, places: Sequence[int], lexicon: HeadlineLexicon) -> str:
    """The word that makes every mention of the act less than certain; empty when one is plain."""
    hedges = [_hedge_at(body.parse, i, lexicon) for i in places]
    return hedges[0] if hedges and all(hedges) else ""


def _hedge_at(parse: Parse, i: int, lexicon: HeadlineLexicon) -> str:
    for k in _spine(parse, i):
        near = [child for child in parse.children[k] if parse.words[child].dep in ("aux", "advmod", "mark", "amod")]
        for word in (parse.words[j] for j in (k, *near)):
            if stem(word.lemma) in lexicon.hedge and word.i != i:
                return word.text
    return ""


def _speaker(claim: _Claim, body: Side, places: Sequence[int], lexicon: HeadlineLexicon) -> str:
    """Who says so in the body, when nobody else does and the headline does not name them; else empty."""
    names = []
    for i in places:
        holding = [one for one in (body.said[k] for k in body.near.at(i)) if one.kind != "narrator" and _holds(one, i)]
        if not holding:
            return ""
        inner = min(holding, key=lambda one: sum(last - first for first, last in one.content))
        source = [word for first, last in inner.source for word in body.parse.words[first:last]]
        if claim.speaker & keys_of(terms(body, source, lexicon)):
            return ""
        names.append(" ".join(word.text for word in source) or "an unnamed source")
    return names[0] if names else ""


def _holds(one: AttributionMention, i: int) -> bool:
    return any(first <= i < last for first, last in one.content)


def _other_number(claim: _Claim, passage: _Passage) -> tuple[int, int] | None:
    """The headline's number and the sentence's, when each has but one and they differ."""
    wanted = {term.number for term in claim.terms if term.number is not None}
    there = {term.number for term in passage.terms if term.number is not None}
    if len(wanted) == 1 and len(there) == 1 and not wanted & there:
        return wanted.pop(), there.pop()
    return None


def _number_why(headline: int, body: int) -> str:
    return f"The headline says {headline}, the body {body}."


def _unborne(claim: _Claim, passages: Sequence[_Passage], body: Side, lexicon: HeadlineLexicon) -> HeadlineCheck:
    """No sentence bears it out: more than the body says, where it speaks of the same parties; else absent."""
    things = [term for term in claim.terms if not term.action]
    spoken = {one.sentence for one in passages if claim.speaker and _spoken(claim, one, body, lexicon)}

    def nearness(one: _Passage) -> tuple[bool, float, float, int]:
        return one.sentence not in spoken, -coverage(things, one.keys), -one.score, one.sentence

    nearest = sorted((one for one in passages if one.score > 0), key=nearness)[:_EVIDENCE]
    evidence = tuple(_span(body, one) for one in nearest)
    fullest = max((sum(bool(term.keys & one.keys) for term in things) for one in passages), default=0)
    if fullest >= 2 or (things and fullest == len(things)):
        words = ", ".join(f"“{word}”" for word in _missing(claim, nearest)[:4])
        who = "The speaker's words in the body" if spoken else "The body's words about them"
        return HeadlineCheck(outcome="stronger", why=f"{who} do not bear out {words}.", evidence=evidence)
    return HeadlineCheck(outcome="absent", why="No sentence of the body says this.", evidence=evidence)


def _spoken(claim: _Claim, passage: _Passage, body: Side, lexicon: HeadlineLexicon) -> bool:
    """Whether the headline's own speaker says something in the sentence."""
    sentence = body.parse.sentences[passage.sentence]
    for one in (body.said[k] for k in body.near.of(passage.sentence)):
        if any(first < sentence.last and sentence.first < last for first, last in one.content):
            source = (word for first, last in one.source for word in body.parse.words[first:last])
            if claim.speaker & keys_of(terms(body, source, lexicon)):
                return True
    return False


def _missing(claim: _Claim, nearest: Sequence[_Passage]) -> list[str]:
    there = frozenset().union(*(one.keys for one in nearest))
    missing = [term for term in claim.terms if not term.keys & there]
    return [term.text for term in sorted(missing, key=lambda term: (term not in claim.actions, term.i))]


def _span(body: Side, passage: _Passage) -> Span:
    sentence = body.parse.sentences[passage.sentence]
    return body.parse.span(sentence.first, sentence.last)
