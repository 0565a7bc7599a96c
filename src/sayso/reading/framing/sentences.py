"""Told sentences → how subjective and how slanted each is, 0 to 1 and decided at 0.5, with the words behind it.

A sentence's features are added up with weights learned from our own sentences (`training/slant_weights.py`), which
stand in a vocabulary file; where the learned tagger has read the document too, its log odds are added at a share. Each
sentence is judged by its own words, so that it sounds the same wherever it stands.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from sayso.lexicon.loaded import LoadedLexicon, SlantWeight
from sayso.model.flow import Parse, Sentence
from sayso.model.record import SentenceFraming
from sayso.reading.framing.telling import Hit, Telling, Told

if TYPE_CHECKING:
    from sayso.reading.learned import Reading

BIAS = "bias"
SHOWN_WORDS = 4
SURE = 6.0
"""The log odds beyond which the tagger is not taken to be surer."""
LITTLE = 0.3
_ENDS = frozenset((".", "!", "?", "…", "?!", "!?", "...", ":"))
_NAMES = {
    "strong": "loaded words", "middle": "loaded words", "weak": "loaded words", "name-calling": "name-calling",
    "scare": "words in scare quotes", "question": "a question", "exclamation": "an exclamation",
    "first-person": "first person", "appeal": "appeals to the reader", "prescription": "says what should be",
    "stance": "the writer's stance", "intensifier": "intensifiers", "evaluation": "evaluation", "argument": "argument",
    "superlative": "a superlative", "comparative": "a comparison", "modal": "what may or would be",
}  # fmt: skip


class Opinion(msgspec.Struct, frozen=True):
    """How subjective and how slanted a sentence is, as log odds, and the features that count most, strongest first."""

    subjective: float
    slanted: float
    because: tuple[str, ...]


class Learned(msgspec.Struct, frozen=True):
    """How much the tagger's log odds count beside those of the features, and what they are moved by.

    Chosen on half of the dev sets (`training/slant_share.py`): the tagger has learned from sentences more clearly told
    than those of the news.
    """

    share: float
    shift: float

    def of(self, chance: float) -> float:
        """What a chance of 0 to 1 adds to the log odds."""
        odds = math.log(max(chance, 1e-9) / max(1.0 - chance, 1e-9))
        return self.share * max(-SURE, min(SURE, odds)) + self.shift


LEARNED_SUBJECTIVE = Learned(0.5, -1.0)
LEARNED_SLANTED = Learned(0.3, 0.0)


def sentences(
    parse: Parse, telling: Telling, lexicon: LoadedLexicon, reading: "Reading | None" = None
) -> tuple[SentenceFraming, ...]:
    """Every sentence with a word in it, in order; what the parser cut apart within a sentence is one again."""
    return tuple(_framed(parse, run, lexicon.weights, reading) for run in _whole(parse, telling.sentences))


def opinion(features: Mapping[str, float], weights: Mapping[str, SlantWeight]) -> Opinion:
    """The features added up."""
    subjective = slanted = 0.0
    parts: list[tuple[float, str]] = []
    for name, value in (*features.items(), (BIAS, 1.0)):
        weight = weights.get(name)
        if weight is None:
            continue
        amount = min(value, weight.most)
        subjective += weight.subjective * amount
        slanted += weight.slanted * amount
        parts.append((max(weight.subjective, weight.slanted) * amount, name))
    because = tuple(name for part, name in sorted(parts, reverse=True) if part > LITTLE and name != BIAS)
    return Opinion(subjective, slanted, because)


def together(told: Sequence[Told]) -> dict[str, float]:
    """The features of several pieces of a sentence: counts are added, shares of words are averaged."""
    if len(told) == 1:
        return told[0].features
    total = max(sum(one.words for one in told), 1)
    found: dict[str, float] = {}
    for one in told:
        for name, value in one.features.items():
            found[name] = found.get(name, 0.0) + (value * one.words / total if name in SHARES else value)
    return found


SHARES = frozenset(("quoted", "attributed", "past", "present", "adjective", "adverb", "name"))
"""Features that are shares of a sentence's words; the others are counts."""


def _framed(
    parse: Parse, run: Sequence[Told], weights: Mapping[str, SlantWeight], reading: "Reading | None"
) -> SentenceFraming:
    found = opinion(together(run), weights)
    subjective, slanted = found.subjective, found.slanted
    if reading is not None:
        learned = [reading.sentences[one.index] for one in run]
        subjective += LEARNED_SUBJECTIVE.of(max(one.subjective for one in learned))
        slanted += LEARNED_SLANTED.of(max(one.slanted for one in learned))
    subjective, slanted = _chance(subjective), _chance(slanted)
    first, last = parse.sentences[run[0].index].first, parse.sentences[run[-1].index].last
    span = parse.span(first, last)
    why = _why(parse, found, [hit for one in run for hit in one.hits]) if max(subjective, slanted) >= 0.5 else ""
    return SentenceFraming(
        start=span.start, end=span.end, subjective=round(subjective, 3), slanted=round(slanted, 3), where=span.where,
        why=why,
    )  # fmt: skip


def _chance(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


def _why(parse: Parse, found: Opinion, hits: Sequence[Hit]) -> str:
    """The features that count most in plain words, then the words themselves."""
    features = dict.fromkeys(_NAMES[name] for name in found.because if name in _NAMES)
    words = dict.fromkeys(parse.text(hit.first, hit.last) for hit in hits if hit.entry.technique is not None)
    shown = ", ".join(f"“{word}”" for word in list(words)[:SHOWN_WORDS])
    because = ", ".join(list(features)[:3])
    return f"{because}: {shown}" if because and shown else because or shown


def _whole(parse: Parse, told: Sequence[Told]) -> Iterator[tuple[Told, ...]]:
    """Runs of told sentences up to a full stop or the end of their paragraph."""
    run: list[Told] = []
    for one in told:
        if run and (_closed(parse, run[-1]) or _apart(parse.sentences[run[-1].index], parse.sentences[one.index])):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def _apart(before: Sentence, after: Sentence) -> bool:
    return before.block != after.block or before.where != after.where or before.section != after.section


def _closed(parse: Parse, told: Told) -> bool:
    sentence = parse.sentences[told.index]
    return any(word.text in _ENDS for word in parse.words[max(sentence.first, sentence.last - 2) : sentence.last])
