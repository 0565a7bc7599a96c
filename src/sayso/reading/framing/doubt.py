"""Whether a text debunks a matter: words that call it untrue, near where it tells of it, early, before anybody tells it
as so."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.stems import stem
from sayso.model.flow import Word
from sayso.reading.framing.wording import Side, Term, Text, words_of

DOUBTED = 0.12
"""Doubt from which a text debunks a plain headline."""
_NEAR = 0.2  # share of the headline's terms, by rarity, that a sentence or those around it need
_TOLD = 0.5  # share of them from which an earlier sentence tells it
_EARLY, _MIDDLE = 3, 8  # sentences
_REACTION, _PARTY_REACTION = 0.6, 0.1
_REACH = 4  # words between a negation and what it denies
NOT = frozenset({"no", "not", "never", "n't", "n’t", "nor", "neither", "without", "cannot"})


class Cue(msgspec.Struct, frozen=True):
    """Words that gainsay, `text`, in the sentence that is the `place`-th of its text; `party`: as one side's denial."""

    place: int
    text: str
    party: bool


class Doubt(msgspec.Struct, frozen=True):
    """How much a text doubts a matter, and the cue that does so most."""

    strength: float
    cue: Cue


def doubt(wanted: Sequence[Term], text: Text, lexicon: HeadlineLexicon) -> Doubt | None:
    """How strongly the text debunks what has these terms; None where no cue stands near them.

    A cue weighs what the sentences around it have of the matter. It weighs less late in the text, and less after a
    sentence that tells the matter: there it is a reaction, and a party's reaction weighs little.
    """
    found = cues(text, lexicon)
    if not found:
        return None
    shares = _shares(wanted, text)
    told = [max(shares[:k], default=0.0) >= _TOLD for k in range(len(shares))]
    weighed = [
        (_weight(cue, told[cue.place]) * near, cue)
        for cue in found
        if (near := max(shares[max(cue.place - 1, 0) : cue.place + 2])) >= _NEAR
    ]
    if not weighed:
        return None
    _, most = max(weighed, key=lambda one: (one[0], -one[1].place))
    return Doubt(sum(weight for weight, _ in weighed), most)


def _weight(cue: Cue, told: bool) -> float:
    place = 1.0 if cue.place < _EARLY else 0.6 if cue.place < _MIDDLE else 0.3
    if told:
        return place * (_PARTY_REACTION if cue.party else _REACTION)
    return place


def _shares(wanted: Sequence[Term], text: Text) -> list[float]:
    rare = {term.stem: term for term in wanted if term.rarity}
    total = sum(term.rarity for term in rare.values()) or 1.0
    return [sum(term.rarity for term in rare.values() if term.keys & keys) / total for keys in text.keys]


def cues(text: Text, lexicon: HeadlineLexicon) -> list[Cue]:
    """The first cue of each sentence that has one."""
    found: list[Cue] = []
    for place, k in enumerate(text.side.sentences):
        first = next(_cues(words_of(text.side, (k,)), lexicon), None)
        if first is not None:
            i, words, denies = first
            found.append(Cue(place, words, denies or _called(text.side, i, lexicon)))
    return found


def _called(side: Side, i: int, lexicon: HeadlineLexicon) -> bool:
    """Whether it is what somebody calls it ("called the charge groundless")."""
    head = side.parse.words[side.parse.words[i].head]
    return head.i != i and stem(head.lemma) in lexicon.call


def refuting(words: Sequence[Word], lexicon: HeadlineLexicon) -> str:
    """The word that calls something untrue among some words of a sentence; empty when none does."""
    return next((text for _, text, _ in _cues(words, lexicon)), "")


def _cues(words: Sequence[Word], lexicon: HeadlineLexicon) -> Iterator[tuple[int, str, bool]]:
    for k, word in enumerate(words):
        roots = {stem(word.lemma), stem(word.lower)}
        before = words[max(0, k - _REACH) : k]
        negation = next((one for one in before if one.lower in NOT and one.lower != "without"), None)
        if word.lower in lexicon.hold and negation is not None:
            yield word.i, f"{negation.text} {word.text}", False
        elif negation is None and roots & lexicon.refute:
            yield word.i, word.text, False
        elif negation is None and roots & lexicon.deny:
            yield word.i, word.text, True
