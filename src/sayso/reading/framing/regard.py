"""How a target is written about, by the words around it and its part in them: a small linear model, no encoder.

No name counts, so that nobody is well or ill spoken of for who they are.
"""

import math
from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.polarity import PolarityLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.model.record import Polarity
from sayso.reading.framing.roles import act_of

LONGEST = 80
"""Words of a sentence that are looked at around a target."""
OWN = 0.4
"""What the small model counts beside the encoder."""
LEANING = (-0.3, 0.0, 0.3)
_LEAST = 1e-4
_NEAR = 4
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "ADV", "INTJ"})
_BELOW = frozenset(
    {"acomp", "attr", "dobj", "xcomp", "ccomp", "advmod", "prep", "neg", "oprd", "nsubj", "nsubjpass", "agent", "aux"}
)
_POLARITIES: tuple[Polarity, ...] = (-1, 0, 1)


class Regard(msgspec.Struct, frozen=True, gc=False):
    """Probabilities that the target is written about negatively, neutrally, positively."""

    negative: float
    neutral: float
    positive: float

    @property
    def polarity(self) -> Polarity:
        """The likeliest."""
        return max(zip(self.probabilities, _POLARITIES, strict=True))[1]

    @property
    def score(self) -> float:
        """The probability of `polarity`."""
        return max(self.probabilities)

    @property
    def probabilities(self) -> tuple[float, float, float]:
        """Of negative, neutral and positive, in this order."""
        return self.negative, self.neutral, self.positive


def regard(
    parse: Parse, target: TokenRange, head: int, lexicon: PolarityLexicon, holders: Sequence[int] | None = None
) -> Regard:
    """How the words `target`, headed by word `head`, are written about in their sentence.

    `holders`: whose each word of the parse is, to go by the words alone of whoever speaks of the target.
    """
    negative = neutral = positive = 0.0
    for feature in features(parse, target, head, lexicon, holders):
        if (weights := lexicon.weights.get(feature)) is not None:
            negative, neutral, positive = negative + weights[0], neutral + weights[1], positive + weights[2]
    return _regard(negative, neutral, positive)


def combined(own: Regard, learned: Sequence[float]) -> Regard:
    """The model's probabilities and the encoder's (negative, neutral, positive): a weighted mean of their logarithms.

    The encoder sees slights where there are none more often than praise, which LEANING sets right.
    """
    sums = (
        OWN * math.log(one + _LEAST) + (1 - OWN) * math.log(other + _LEAST) + leaning
        for one, other, leaning in zip(own.probabilities, learned, LEANING, strict=True)
    )
    return _regard(*sums)


def _regard(*sums: float) -> Regard:
    highest = max(sums)
    powers = [math.exp(one - highest) for one in sums]
    whole = sum(powers)
    return Regard(powers[0] / whole, powers[1] / whole, powers[2] / whole)


def features(
    parse: Parse, target: TokenRange, head: int, lexicon: PolarityLexicon, holders: Sequence[int] | None = None
) -> list[str]:
    """What the model looks at: the act and the target's part in it, what is said beside it, the words around."""
    sentence = parse.sentence(head)
    first, last = max(sentence.first, target[0] - LONGEST // 2), min(sentence.last, target[1] + LONGEST // 2)
    found = ["bias", *_parts(parse, head, lexicon), *_above(parse, head, lexicon)]
    for i in range(first, last):
        word = parse.words[i]
        if target[0] <= i < target[1] or (holders is not None and holders[i] != holders[head]):
            continue
        told = word.pos in _TELLING and not word.ent
        if told:
            found.append(f"in:{_name(word)}")
        away = target[0] - i if i < target[0] else i - target[1] + 1
        if away <= _NEAR and word.pos != "PROPN":
            found.append(f"{'left' if i < target[0] else 'right'}:{_name(word)}")
            if away == 1:
                found.append(f"{'before' if i < target[0] else 'after'}:{_name(word)}")
        if told and (sign := _sign(word, lexicon)):
            found.append(f"sign:{'near' if away <= _NEAR else 'far'}:{sign}")
    return list(dict.fromkeys(found))


def _parts(parse: Parse, head: int, lexicon: PolarityLexicon) -> Iterator[str]:
    """The target's part in an act, the act, and what stands beside it there."""
    part = act_of(parse, head)
    if part is None:
        return
    act, role = part
    lemma = parse.words[act].lemma
    denied = _not(parse, act)
    yield f"{role}:{denied}{_name(parse.words[act])}"
    yield f"role:{role}"
    sign = (lexicon.doer if role == "doer" else lexicon.done_to).get(lemma, 0)
    if sign:
        yield f"{role}-sign:{denied}{sign}"
    for k in parse.children[act]:
        word = parse.words[k]
        if word.dep == "conj" and role == "doer" and (sign := lexicon.doer.get(word.lemma, 0)):
            yield f"doer-sign:{_not(parse, k)}{sign}"
        if word.dep in _BELOW and k != head and not word.ent:
            yield f"{role}:{word.dep}:{_name(word)}"
            other = lexicon.done_to if word.dep in ("dobj", "nsubjpass") else lexicon.doer
            if word.dep in ("xcomp", "ccomp", "dobj") and (beside := other.get(word.lemma, 0)):
                yield f"{role}:{word.dep}-sign:{beside}"


def _not(parse: Parse, i: int) -> str:
    return "not-" if any(parse.words[k].dep == "neg" for k in parse.children[i]) else ""


def _sign(word: Word, lexicon: PolarityLexicon) -> int:
    return lexicon.told.get(word.lemma, 0) or lexicon.done_to.get(word.lemma, 0) + lexicon.doer.get(word.lemma, 0)


def _above(parse: Parse, head: int, lexicon: PolarityLexicon) -> Iterator[str]:
    """What the target hangs on, two steps up, and what hangs on it."""
    word, up = parse.words[head], parse.words[parse.words[head].head]
    if up.i != head:
        yield f"up:{word.dep}:{_name(up)}"
        over = parse.words[up.head]
        if over.i != up.i:
            yield f"up2:{word.dep}:{up.dep}:{_name(over)}"
        for k in parse.children[up.i]:
            if parse.words[k].dep in ("acomp", "attr", "oprd", "amod") and k != head:
                yield f"beside:{word.dep}:{_name(parse.words[k])}"
                if sign := lexicon.told.get(parse.words[k].lemma, 0):
                    yield f"told-sign:{_not(parse, up.i)}{sign}"
    for k in parse.children[head]:
        if parse.words[k].pos != "PROPN":
            yield f"on:{parse.words[k].dep}:{_name(parse.words[k])}"
            if sign := lexicon.told.get(parse.words[k].lemma, 0):
                yield f"on-sign:{sign}"


def _name(word: Word) -> str:
    """The word as features have it: its lemma, without spaces; a name only as a name."""
    return word.pos if word.pos in ("PROPN", "NUM", "PUNCT", "SPACE") else word.lemma.lower().replace(" ", "_")
