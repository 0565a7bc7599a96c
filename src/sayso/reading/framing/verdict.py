"""What one sentence of a body says of a headline's claim: the same, by whom, how surely, or the contrary."""

from collections.abc import Sequence

import msgspec

from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.stems import stem
from sayso.model.flow import AttributionMention, Parse, Word
from sayso.model.record import HeadlineOutcome
from sayso.reading.framing.doubt import NOT, refuting
from sayso.reading.framing.wording import Side, Term, Text, coverage, keys_of, terms, words_of

LONGEST = 100  # words of a headline that are looked at
BEARS = 0.5  # share of the headline's terms in one place of the body from which it can bear the headline out
WHOLE = 0.75  # share of them that a sentence needs to affirm what the headline negates
DENIED = 0.6  # share of them that a sentence needs in which the act is negated
NEAR = 0.3  # share from which a sentence can deny it
SAME_THINGS = 0.5  # share of who and what the headline names that a sentence must name to gainsay it


class Claim(msgspec.Struct, frozen=True):
    """What the headline says: its terms, its actions, its subject's and speaker's keys; whether it denies or hedges.

    `everything`: its terms with those of its speaker. `plain`: it states something in its own voice, without a speaker,
    a hedge, a negation or a colon.
    """

    terms: tuple[Term, ...]
    everything: tuple[Term, ...]
    actions: tuple[Term, ...]
    subject: frozenset[str]
    speaker: frozenset[str]
    negated: bool
    hedged: bool
    refutes: bool
    plain: bool


class Passage(msgspec.Struct, frozen=True):
    """A sentence of the body with its terms, and how much of the headline is in it and right around it."""

    sentence: int
    terms: tuple[Term, ...]
    keys: frozenset[str]
    score: float


class Verdict(msgspec.Struct, frozen=True):
    outcome: HeadlineOutcome
    passage: Passage
    why: str


def claim_of(head: Side, lexicon: HeadlineLexicon) -> Claim:
    """What a headline says."""
    words = words_of(head, head.sentences)[:LONGEST]
    said = [one for one in head.said if one.source and _within(one, words) and _reports(head.parse, one, lexicon)]
    content = {i for one in said for first, last in one.content for i in range(first, last)}
    source = {i for one in said for first, last in one.source for i in range(first, last)} - content
    kept = [word for word in words if word.i in content] or [word for word in words if word.i not in source]
    found = terms(head, kept, lexicon)
    actions = _main_actions(head.parse, found)
    roots = {stem(word.lemma) for word in words} | {stem(word.lower) for word in words}
    hedged = bool(roots & lexicon.hedge) or any(word.text == "?" for word in words)
    negated = any(word.lower in NOT for word in kept)
    refutes = any(refuting(words_of(head, (k,)), lexicon) for k in head.sentences)
    cited = bool(roots & lexicon.report) or any(word.text in (":", "?") for word in words)
    return Claim(
        terms=found,
        everything=terms(head, words, lexicon),
        actions=actions,
        subject=keys_of(term for term in found if not term.action and all(term.i < act.i for act in actions)),
        speaker=keys_of(terms(head, (word for word in words if word.i in source), lexicon)),
        negated=negated,
        hedged=hedged,
        refutes=refutes,
        plain=not (cited or negated or refutes or _credits(head, lexicon)),
    )


def _credits(head: Side, lexicon: HeadlineLexicon) -> bool:
    """Whether the headline credits what it says to somebody; a photo or a video that shows it is nobody."""
    heads = (one.source_head for one in head.said if one.kind != "narrator")
    return any(i is None or stem(head.parse.words[i].lemma) not in lexicon.light for i in heads)


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


def passages_of(claim: Claim, body: Text) -> list[Passage]:
    """Every sentence of the body; words of the headline in the sentences next to it count half."""
    keys = body.keys
    passages = []
    for k, sentence in enumerate(body.side.sentences):
        around = keys[k].union(*keys[max(k - 1, 0) : k], *keys[k + 1 : k + 2])
        score = (coverage(claim.terms, keys[k]) + coverage(claim.terms, around)) / 2
        passages.append(Passage(sentence, body.terms[k], keys[k], score))
    return passages


def verdict_of(claim: Claim, passage: Passage, body: Side, lexicon: HeadlineLexicon) -> Verdict | None:
    """What one sentence of the body says of the headline; None when it does not speak of the same thing."""
    if passage.score < NEAR:
        return None
    against = _against(claim, passage, body, lexicon)
    if against:
        return Verdict("contradicted", passage, against)
    acts = [term for term in passage.terms if any(term.keys & action.keys for action in claim.actions)]
    if passage.score < BEARS or (claim.actions and not acts):
        return None
    whole = coverage(claim.terms, passage.keys) >= WHOLE
    if claim.negated and whole and not _undone(body, passage, acts, lexicon):
        return Verdict("contradicted", passage, "The body says that it is so.")
    if other := _other_number(claim, passage):
        return Verdict("stronger" if other[0] > other[1] else "contradicted", passage, _number_why(*other))
    places = [term.i for term in acts] or [term.i for term in passage.terms if term.keys & keys_of(claim.terms)]
    if not claim.hedged and (hedge := _hedge(body, places, lexicon)):
        return Verdict("weaker", passage, f"The body says it less surely (“{hedge}”).")
    speaker = _speaker(claim, body, places, lexicon) or _accuser(claim, body.parse, places, lexicon)
    if speaker:
        return Verdict("attributed", passage, f"In the body only {speaker} says so; the headline states it flatly.")
    return Verdict("supported", passage, "The body says the same.")


def _against(claim: Claim, passage: Passage, body: Side, lexicon: HeadlineLexicon) -> str:
    """Why the sentence gainsays a headline that affirms something, in words; empty when it does not."""
    if not claim.plain or not _same_matter(claim, passage):
        return ""
    for action in claim.actions:
        opposite = lexicon.opposites.get(action.stem, frozenset())
        found = next((term for term in passage.terms if term.stem in opposite or term.phrase in opposite), None)
        if found and not action.keys & passage.keys:
            return f"The body says the opposite (“{body.parse.words[found.i].text}”)."
        matched = [term for term in passage.terms if term.action and term.keys & action.keys]
        if (
            matched
            and coverage(claim.terms, passage.keys) >= DENIED
            and all(_negated(body.parse, term.i, lexicon) for term in matched)
        ):
            return "The body says that it is not so."
    return ""


def _same_matter(claim: Claim, passage: Passage) -> bool:
    """Whether a sentence speaks of the headline's own parties."""
    things = [term for term in claim.terms if not term.action]
    return not things or coverage(things, passage.keys) >= SAME_THINGS


def _undone(body: Side, passage: Passage, acts: Sequence[Term], lexicon: HeadlineLexicon) -> bool:
    """Whether anything in the sentence is negated, or the acts have failed."""
    words = words_of(body, (passage.sentence,))
    return any(word.lower in NOT for word in words) or any(_negated(body.parse, term.i, lexicon) for term in acts)


def _negated(parse: Parse, i: int, lexicon: HeadlineLexicon) -> bool:
    """Whether a negation stands at the word or at the verbs it is a complement of, or one of these is "failed"."""
    for k in _spine(parse, i):
        if k != i and stem(parse.words[k].lemma) in lexicon.negate:
            return True
        if any(parse.words[child].dep == "neg" or parse.words[child].lower in NOT for child in parse.children[k]):
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


def _speaker(claim: Claim, body: Side, places: Sequence[int], lexicon: HeadlineLexicon) -> str:
    """Who says so in the body, when nobody else does and the headline does not name them; else empty."""
    names = []
    for i in places:
        holding = [one for one in (body.said[k] for k in body.near.at(i)) if one.kind != "narrator" and _holds(one, i)]
        if not holding:
            return ""
        inner = min(holding, key=lambda one: sum(last - first for first, last in one.content))
        source = [word for first, last in inner.source for word in body.parse.words[first:last]]
        keys = keys_of(terms(body, source, lexicon))
        if claim.speaker & keys or (claim.subject & keys and _performs(body.parse, inner, lexicon)):
            return ""
        names.append(" ".join(word.text for word in source) or "an unnamed source")
    return names[0] if names else ""


def _accuser(claim: Claim, parse: Parse, places: Sequence[int], lexicon: HeadlineLexicon) -> str:
    """Who ascribes the act to somebody, "accused them of burning", where nobody tells it otherwise; else empty."""
    if any(parse.words[act.i].dep == "ROOT" and act.keys & lexicon.accuse for act in claim.actions):
        return ""
    verbs = [verb for i in places if (verb := _accusing(parse, i, lexicon)) is not None]
    if not verbs or len(verbs) < len(places):
        return ""
    subject = next((i for i in parse.children[verbs[0]] if parse.words[i].dep == "nsubj"), None)
    return "somebody" if subject is None else parse.text(*parse.subtree(subject))


def _accusing(parse: Parse, i: int, lexicon: HeadlineLexicon) -> int | None:
    """The verb of accusation whose "of" or "for" the act is in."""
    up = parse.words[parse.words[i].head]
    if parse.words[i].dep not in ("pcomp", "pobj") or up.pos not in ("ADP", "SCONJ"):
        return None
    return up.head if stem(parse.words[up.head].lemma) in lexicon.accuse else None


def _performs(parse: Parse, one: AttributionMention, lexicon: HeadlineLexicon) -> bool:
    """Whether saying so makes it so, by those who can: "the council declared the emergency over"."""
    return any(stem(parse.words[i].lemma) in lexicon.perform for first, last in one.cue for i in range(first, last))


def _holds(one: AttributionMention, i: int) -> bool:
    return any(first <= i < last for first, last in one.content)


def _other_number(claim: Claim, passage: Passage) -> tuple[int, int] | None:
    """The headline's number and the sentence's, when each has but one and they differ."""
    wanted = {term.number for term in claim.terms if term.number is not None}
    there = {term.number for term in passage.terms if term.number is not None}
    if len(wanted) == 1 and len(there) == 1 and not wanted & there:
        return wanted.pop(), there.pop()
    return None


def _number_why(headline: int, body: int) -> str:
    return f"The headline says {headline}, the body {body}."
