"""Document → genre: by rubric, address and byline where they say, else by voice, outside of quotations."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.furniture import FurnitureLexicon
from sayso.lexicon.genre import Cue, GenreLexicon
from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.model.record import Genre, Reason

MIN_SENTENCES = 4
LABEL_SCORE = 0.95
LABEL_LINE = 40
_RUBRIC = re.compile(r"\s*([A-Za-z][A-Za-z/ -]{2,24}?)\s*[:|]")
_OFFICES = re.compile(r"[,|•\n–—-]+|\bis an? |^\s*(?i:by\s+the|by|the)\s|\bfor\b")
_PARTS = re.compile(r"[/?#&=]+|(?<=\w)\.(?=(?:livejournal|substack|blogspot|medium)\.com)")


_PLAIN = {
    "label": "its rubric, address or byline", "length": "its length", "first-person": "first person",
    "appeal": "appeals to the reader", "prescription": "what ought to be", "evaluation": "words that judge",
    "question": "questions", "attribution": "sources named", "quotation": "quotation marks",
    "analysis": "words of analysis", "statement": "words of an official statement",
}  # fmt: skip


class GenreVerdict(msgspec.Struct, frozen=True):
    """The genre, how sure (0 to 1), and why."""

    genre: Genre
    score: float
    reasons: tuple[Reason, ...]


class Voice(msgspec.Struct, frozen=True):
    """How a document speaks outside of quotations: cues, questions and quotations per sentence."""

    sentences: int
    rates: dict[str, float]

    def rate(self, cue: str) -> float:
        """Occurrences per sentence."""
        return self.rates.get(cue, 0.0)


class Weight(msgspec.Struct, frozen=True):
    """What one cue adds for each occurrence per sentence, counted up to `most`."""

    cue: str
    weight: float
    most: float


OPINION = (
    Weight("first-person", 6.0, 0.4), Weight("appeal", 6.0, 0.3), Weight("prescription", 7.0, 0.3),
    Weight("evaluation", 5.0, 0.6), Weight("question", 5.0, 0.3), Weight("attribution", -5.0, 1.0),
    Weight("quotation", -0.6, 1.5),
)  # fmt: skip
OPINION_BIAS = 0.2
SOME_VOICE = 0.6
STATEMENT_RATE = 0.1
ANALYSIS_RATE = 0.25
LITTLE_ATTRIBUTION = 0.25
LITTLE_VOICE = 0.1
LITTLE_EVALUATION = 0.3


def judge(document: Document, sections: Sequence[Section], parse: Parse, lexicon: FurnitureLexicon) -> GenreVerdict:
    """The genre of a document. A short text without a rubric is `unknown`."""
    label = _label(document, sections, lexicon.genre)
    if label is not None:
        return GenreVerdict(label[0], LABEL_SCORE, (Reason(stage="genre", rule="label", gave=label[1]),))
    voice = listen(parse, lexicon.genre)
    if voice.sentences < MIN_SENTENCES:
        return GenreVerdict("unknown", 0.0, (Reason(stage="genre", rule="length", gave="too short to tell"),))
    return _by_voice(voice)


def why(verdict: GenreVerdict) -> tuple[str, ...]:
    """The reasons of a verdict in plain words, strongest first."""
    return tuple(f"{_PLAIN.get(reason.rule, reason.rule)}: {reason.gave}" for reason in verdict.reasons)


def _label(document: Document, sections: Sequence[Section], lexicon: GenreLexicon) -> tuple[Genre, str] | None:
    """A rubric in the address, before the title or on a line of its own above the story, or an office in a byline."""
    for name in _names(document, sections):
        genre = lexicon.labels.get(name.strip().casefold())
        if genre is not None:
            return genre, name.strip()
    return None


def _names(document: Document, sections: Sequence[Section]) -> Iterator[str]:
    if document.url:
        yield from _PARTS.split(document.url)[1:]
    for title in (document.title, _headline(document, sections)):
        match = _RUBRIC.match(title or "")
        if match:
            yield match.group(1)
    if document.author:
        yield from _OFFICES.split(document.author)
    for section in sections:
        if section.kind == "body":
            return
        if section.kind == "byline":
            yield from _OFFICES.split(document.text[section.start : section.end])
        elif section.kind == "boilerplate":
            for line in document.text[section.start : section.end].splitlines():
                if len(line) <= LABEL_LINE:
                    yield line.strip(" :|*#")


def _headline(document: Document, sections: Sequence[Section]) -> str | None:
    return next((document.text[s.start : s.end] for s in sections if s.kind == "headline"), None)


def listen(parse: Parse, lexicon: GenreLexicon) -> Voice:
    """Count the cues of a parse's sentences, leaving out background sections and what stands in quotation marks."""
    found: Counter[str] = Counter()
    heard: set[int] = set()
    for i in _narration(parse):
        word = parse.words[i]
        heard.add(word.sentence)
        cue = _cue(parse, i, lexicon)
        if cue is not None:
            found[cue] += 1
        if word.text == "?" and parse.sentences[word.sentence].section == "body":
            found["question"] += 1
    marks = sum(word.text in '"“' for word in parse.words)
    found["quotation"] = marks
    count = len(heard)
    return Voice(count, {cue: found[cue] / max(count, 1) for cue in found})


def _cue(parse: Parse, i: int, lexicon: GenreLexicon) -> Cue | None:
    word = parse.words[i]
    if word.text.isupper() and len(word.text) > 1:
        return None  # "US" is no "us"
    cue = lexicon.words.get(word.lemma) or lexicon.words.get(word.lower)
    if cue is None and lexicon.starts_phrase(word.lower):
        cue = lexicon.phrase(word.lower, [w.lower for w in parse.words[i + 1 : i + 6]])
    return cue


def _narration(parse: Parse) -> Iterator[int]:
    """Indexes of the words outside of quotation marks; an open mark ends with its paragraph."""
    block, quoted = -1, False
    for sentence in parse.sentences:
        if sentence.block != block:
            block, quoted = sentence.block, False
        if sentence.section == "background":
            continue
        for i in range(sentence.first, sentence.last):
            mark = parse.words[i].text
            if mark in ('"', "``", "''", "“", "”"):
                quoted = mark in ("“", "``") or (mark == '"' and not quoted)
            elif not quoted:
                yield i


def _by_voice(voice: Voice) -> GenreVerdict:
    parts = [(w.cue, w.weight * min(voice.rate(w.cue), w.most)) for w in OPINION]
    total = OPINION_BIAS + sum(part for _, part in parts)
    voiced = sum(part for _, part in parts if part > 0) >= SOME_VOICE
    genre: Genre = "opinion" if total > 0 and voiced else "report"
    personal = sum(voice.rate(cue) for cue in ("first-person", "appeal", "prescription"))
    unattributed = voice.rate("attribution") < LITTLE_ATTRIBUTION
    if voice.rate("statement") >= STATEMENT_RATE and unattributed:
        genre = "statement"
    elif voice.rate("analysis") >= ANALYSIS_RATE and unattributed and personal < LITTLE_VOICE:
        genre = "analysis" if voice.rate("evaluation") < LITTLE_EVALUATION else genre
    score = 1 / (1 + math.exp(-abs(total))) if genre in ("opinion", "report") else 0.6
    return GenreVerdict(genre, round(score, 3), tuple(_reasons(voice, parts, genre)))


def _reasons(voice: Voice, parts: Sequence[tuple[str, float]], genre: Genre) -> Iterator[Reason]:
    """The cues that count most for the verdict, strongest first."""
    sign = -1 if genre == "report" else 1
    for cue, part in sorted(parts, key=lambda pair: -sign * pair[1])[:3]:
        if sign * part > 0:
            yield Reason(stage="genre", rule=cue, gave=f"{voice.rate(cue):.2f} per sentence")
    if genre in ("analysis", "statement"):
        yield Reason(stage="genre", rule=genre, gave=f"{voice.rate(genre):.2f} per sentence")
