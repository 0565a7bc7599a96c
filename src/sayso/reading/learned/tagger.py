"""The tagger: a parse in, what the encoder makes of each of its sentences out."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from sayso.model.flow import Parse, TokenRange
from sayso.reading.learned.encoder import Encoder, Floats, States
from sayso.reading.learned.pieces import Chunk, chunks

SOURCE, CUE, CONTENT = range(3)


class SentenceReading(msgspec.Struct, frozen=True, gc=False):
    """What the encoder says of words `[first, last)`, a sentence of the parse.

    `subjective`, `slanted`: probabilities of the sentence. `source`, `cue`, `content`: for each word, the probability
    that it names who says something, is part of the words that say so, or of what is said. `certainty`: for each
    word, in [-3, 3], how surely its holder would tell it, were it an event.
    """

    first: int
    last: int
    subjective: float
    slanted: float
    source: tuple[float, ...]
    cue: tuple[float, ...]
    content: tuple[float, ...]
    certainty: tuple[float, ...]


class Towards(msgspec.Struct, frozen=True, gc=False):
    """How a target is written about: `label` -1, 0 or 1, and `score`, the probability of that label.

    `probabilities`: of negative, neutral and positive.
    """

    label: int
    score: float
    probabilities: tuple[float, float, float] = (0.0, 1.0, 0.0)


class Reading:
    """What the encoder says of a parse, and the states it was read with: more can be asked of them."""

    __slots__ = ("_chunks", "_encoder", "_states", "parse", "sentences")

    def __init__(self, parse: Parse, encoder: Encoder, found: list[Chunk], states: list[States]) -> None:
        self.parse = parse
        self.sentences = _sentences(parse, found, states)
        self._encoder = encoder
        self._chunks = found
        self._states = states

    def of(self, i: int) -> SentenceReading:
        """What it says of the sentence of word `i`."""
        return self.sentences[self.parse.words[i].sentence]

    def source(self, i: int) -> float:
        """How likely it is that word `i` names who says something."""
        sentence = self.of(i)
        return sentence.source[i - sentence.first]

    def cue(self, i: int) -> float:
        """How likely it is that word `i` is among the words that say so."""
        sentence = self.of(i)
        return sentence.cue[i - sentence.first]

    def certainty(self, i: int) -> float:
        """How surely word `i` would be told, were it an event: a value in [-3, 3]."""
        sentence = self.of(i)
        return sentence.certainty[i - sentence.first]

    def sentiment(self, targets: Sequence[TokenRange]) -> tuple[Towards, ...]:
        """How each target is written about in the sentence of its first word. A sentence not read gives 0, 0."""
        at = {i: k for k, chunk in enumerate(self._chunks) for i in range(chunk.first, chunk.last)}
        known = [n for n, (first, _) in enumerate(targets) if first in at]
        hidden = [self._states[at[targets[n][0]]].hidden for n in known]
        marks = [_marks(self._chunks[at[targets[n][0]]], targets[n]) for n in known]
        found = [Towards(0, 0.0)] * len(targets)
        for n, scores in zip(known, self._encoder.upper(hidden, marks), strict=True):
            best = int(np.argmax(scores))
            negative, neutral, positive = (round(float(score), 4) for score in scores)
            found[n] = Towards(best - 1, round(float(scores[best]), 4), (negative, neutral, positive))
        return tuple(found)


class Tagger:
    """The encoder as the stages of `read` use it. Make one a process."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    @classmethod
    def load(cls, folder: Path | None = None) -> "Tagger":
        """The tagger with the packaged weights, or those of a folder. Raises FileNotFoundError."""
        return cls(Encoder.load(folder))

    def read(self, parse: Parse, sentences: Iterable[int] | None = None) -> Reading:
        """What the encoder says of a parse; of `sentences` alone when given (the others read as nothing found)."""
        wanted = range(len(parse.sentences)) if sentences is None else sorted(set(sentences))
        found = chunks(parse, wanted, self._encoder.tokenizer)
        return Reading(parse, self._encoder, found, self._encoder.lower(found))

    def sentiment(self, parse: Parse, targets: Sequence[TokenRange]) -> tuple[Towards, ...]:
        """How each target is written about, reading no other sentences than theirs."""
        reading = self.read(parse, (parse.words[first].sentence for first, _ in targets))
        return reading.sentiment(targets)


def _marks(chunk: Chunk, target: TokenRange) -> Floats:
    marks = np.zeros(len(chunk.ids), dtype=np.float32)
    places = (*chunk.places, len(chunk.ids) - 1)
    for i in range(max(target[0], chunk.first), min(target[1], chunk.last)):
        k = i - chunk.first
        marks[places[k] : max(places[k + 1], places[k] + 1)] = 1.0
    return marks


def _sentences(parse: Parse, found: list[Chunk], states: list[States]) -> tuple[SentenceReading, ...]:
    by_sentence: dict[int, list[tuple[Chunk, States]]] = {}
    for chunk, state in zip(found, states, strict=True):
        by_sentence.setdefault(chunk.sentence, []).append((chunk, state))
    return tuple(
        _sentence(sentence.first, sentence.last, by_sentence.get(sentence.index, [])) for sentence in parse.sentences
    )


def _sentence(first: int, last: int, parts: list[tuple[Chunk, States]]) -> SentenceReading:
    if not parts:
        nothing = (0.0,) * (last - first)
        return SentenceReading(first, last, 0.0, 0.0, nothing, nothing, nothing, nothing)
    tags = np.concatenate([state.tags[list(chunk.places)] for chunk, state in parts])
    certainty = np.concatenate([state.certainty[list(chunk.places)] for chunk, state in parts])
    whole = np.max([state.sentence for _, state in parts], axis=0)
    return SentenceReading(
        first,
        last,
        float(whole[0]),
        float(whole[1]),
        tuple(tags[:, SOURCE].tolist()),
        tuple(tags[:, CUE].tolist()),
        tuple(tags[:, CONTENT].tolist()),
        tuple(certainty.tolist()),
    )
