"""The headline against its body: supported, only attributed, weaker in the body, or more than the body says.

`supported`: the body's narrator (or the headline's own speaker) says it. `attributed`: the headline states flatly
what in the body only a source says. `weaker`: the body says it less surely (may, plans to, reportedly).
`stronger`: the body speaks of the same parties, but none of its words bear out what the headline has them do.
`contradicted`: the body denies it or says the opposite. `absent`: not in the body. `unrelated`: another subject.
"""

from collections.abc import Sequence

from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.stems import stem
from sayso.model.flow import ActorTable, AttributionMention, Parse
from sayso.model.record import HeadlineCheck
from sayso.model.span import Span
from sayso.reading import near
from sayso.reading.framing.doubt import DOUBTED, NOT, cues, doubt
from sayso.reading.framing.related import RELATED, relatedness
from sayso.reading.framing.verdict import NEAR, Claim, Passage, Verdict, claim_of, passages_of, verdict_of
from sayso.reading.framing.wording import Side, Text, coverage, keys_of, terms, text_of, words_of

DENIES = 0.75  # a denial counts if it has at least this much of what the fullest other sentence has
_BODY = frozenset({"deck", "body", "background"})
_BORNE = frozenset({"supported", "attributed"})
_EVIDENCE = 2


def check(
    parse: Parse, table: ActorTable, said: Sequence[AttributionMention], lexicon: HeadlineLexicon
) -> HeadlineCheck | None:
    """The check of a document's own headline (a section or its title); None without a headline or a body."""
    head = tuple(sentence.index for sentence in parse.sentences if sentence.section == "headline")
    body = tuple(sentence.index for sentence in parse.sentences if sentence.section in _BODY)
    if not head or not body:
        return None
    mentions, around = tuple(said), near.contents(parse, said)
    side = Side(parse, head, table, mentions, around)
    found = compare_texts(side, text_of(Side(parse, body, table, mentions, around), lexicon), lexicon)
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


def compare_texts(head: Side, body: Text, lexicon: HeadlineLexicon) -> HeadlineCheck | None:
    """The same for any two texts. None when either has no words to compare."""
    claim = claim_of(head, lexicon)
    if not claim.terms or not body.side.sentences:
        return None
    if relatedness(claim.everything, body) < RELATED:
        return HeadlineCheck(outcome="unrelated", why="The body hardly has any of the headline's telling words.")
    passages = passages_of(claim, body)
    verdicts = [found for passage in passages if (found := verdict_of(claim, passage, body.side, lexicon))]
    debunked = _debunked(claim, passages, body, lexicon) or _unrefuted(claim, passages, body, lexicon)
    chosen = debunked or _choose(claim, body, verdicts, lexicon)
    if chosen is None:
        return _unborne(claim, passages, body.side, lexicon)
    return HeadlineCheck(outcome=chosen.outcome, why=chosen.why, evidence=(_span(body.side, chosen.passage),))


def _debunked(claim: Claim, passages: Sequence[Passage], body: Text, lexicon: HeadlineLexicon) -> Verdict | None:
    """A plain headline over a body that is about its being untrue."""
    found = doubt(claim.terms, body, lexicon) if claim.plain else None
    if found is None or found.strength < DOUBTED:
        return None
    return Verdict("contradicted", passages[found.cue.place], f"The body calls it untrue (“{found.cue.text}”).")


def _choose(claim: Claim, body: Text, verdicts: Sequence[Verdict], lexicon: HeadlineLexicon) -> Verdict | None:
    """What is plainly said somewhere counts, unless the body denies it before that, and as fully."""
    order = ("supported", "attributed", "weaker", "stronger")
    denied = max((one for one in verdicts if one.outcome == "contradicted"), key=_fullness, default=None)
    if denied and claim.negated and (cues(body, lexicon) or _negations(body)):
        denied = None
    for outcome in order:
        found = max((one for one in verdicts if one.outcome == outcome), key=_fullness, default=None)
        if found is not None:
            return denied if denied and _outweighs(denied.passage, found.passage) else found
    return denied


def _negations(body: Text) -> bool:
    return any(word.lower in NOT for word in words_of(body.side, body.side.sentences))


def _outweighs(denied: Passage, told: Passage) -> bool:
    return denied.score >= DENIES * told.score and denied.sentence <= told.sentence


def _unrefuted(claim: Claim, passages: Sequence[Passage], body: Text, lexicon: HeadlineLexicon) -> Verdict | None:
    """A headline that calls something untrue over a body that tells it and nowhere doubts it."""
    if not claim.refutes or cues(body, lexicon):
        return None
    fullest = max(passages, key=lambda one: (one.score, -one.sentence))
    if fullest.score < NEAR:
        return None
    return Verdict("contradicted", fullest, "The body tells it and nowhere doubts it.")


def _fullness(verdict: Verdict) -> tuple[float, int]:
    return verdict.passage.score, -verdict.passage.sentence


def _unborne(claim: Claim, passages: Sequence[Passage], body: Side, lexicon: HeadlineLexicon) -> HeadlineCheck:
    """No sentence bears it out: more than the body says, where it speaks of the same parties; else absent."""
    things = [term for term in claim.terms if not term.action]
    spoken = {one.sentence for one in passages if claim.speaker and _spoken(claim, one, body, lexicon)}

    def nearness(one: Passage) -> tuple[bool, float, float, int]:
        return one.sentence not in spoken, -coverage(things, one.keys), -one.score, one.sentence

    nearest = sorted((one for one in passages if one.score > 0), key=nearness)[:_EVIDENCE]
    evidence = tuple(_span(body, one) for one in nearest)
    fullest = max((sum(bool(term.keys & one.keys) for term in things) for one in passages), default=0)
    if fullest >= 2 or (things and fullest == len(things)):
        words = ", ".join(f"“{word}”" for word in _missing(claim, nearest)[:4])
        who = "The speaker's words in the body" if spoken else "The body's words about them"
        return HeadlineCheck(outcome="stronger", why=f"{who} do not bear out {words}.", evidence=evidence)
    return HeadlineCheck(outcome="absent", why="No sentence of the body says this.", evidence=evidence)


def _spoken(claim: Claim, passage: Passage, body: Side, lexicon: HeadlineLexicon) -> bool:
    """Whether the headline's own speaker says something in the sentence."""
    sentence = body.parse.sentences[passage.sentence]
    for one in (body.said[k] for k in body.near.of(passage.sentence)):
        if any(first < sentence.last and sentence.first < last for first, last in one.content):
            source = (word for first, last in one.source for word in body.parse.words[first:last])
            if claim.speaker & keys_of(terms(body, source, lexicon)):
                return True
    return False


def _missing(claim: Claim, nearest: Sequence[Passage]) -> list[str]:
    there = frozenset().union(*(one.keys for one in nearest))
    missing = [term for term in claim.terms if not term.keys & there]
    return [term.text for term in sorted(missing, key=lambda term: (term not in claim.actions, term.i))]


def _span(body: Side, passage: Passage) -> Span:
    sentence = body.parse.sentences[passage.sentence]
    return body.parse.span(sentence.first, sentence.last)
