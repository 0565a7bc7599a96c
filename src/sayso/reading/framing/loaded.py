"""Told sentences → the words that take sides, with technique, how surely, and whose words they are.

Precision comes before recall: what is not sure enough is not shown, though it still counts towards its sentence.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.model.flow import Parse, TokenRange
from sayso.model.record import Attribution, Loaded, SentenceFraming
from sayso.reading.framing.telling import NARRATOR, Hit, Telling, technique_of

SCARE_QUOTES = 0.55
SHOWN = 0.5
_WHY = {
    "loaded-language": "a word that judges where a plainer one would tell the same",
    "name-calling": "a name that judges whom it names",
    "exaggeration": "says more than can be so",
    "scare-quotes": "marks that hold the words at arm's length; nobody is quoted",
    "appeal-to-fear": "argues by what is to be feared",
    "whataboutism": "answers with what others did",
    "insinuation": "casts doubt without saying so",
}


def loaded(
    parse: Parse, telling: Telling, attributions: Sequence[Attribution], sentences: Sequence[SentenceFraming]
) -> tuple[Loaded, ...]:
    """Words that take sides, those of the title first. `attributions`: the records of those of the telling.

    Words in quotation marks that no attribution holds are left out: the narrator does not say them, and who does is
    not known.
    """
    slant = _slants(parse, sentences)
    found = [*_words(parse, telling, attributions, slant), *_scares(parse, telling, slant)]
    return tuple(sorted(found, key=lambda one: (one.where is None, one.start)))


def _words(
    parse: Parse, telling: Telling, attributions: Sequence[Attribution], slant: Mapping[int, float]
) -> Iterator[Loaded]:
    for hit in telling.hits:
        technique = technique_of(hit)
        if technique is None or (hit.quoted and hit.holder == NARRATOR):
            continue
        by = "narrator" if hit.holder == NARRATOR else attributions[hit.holder].id
        score = _score(hit, slant.get(parse.words[hit.first].sentence, 0.0))
        if score >= SHOWN:
            yield _shown(parse, (hit.first, hit.last), technique, score, by)


def _score(hit: Hit, slant: float) -> float:
    """The entry's weight, less where the rest of the narrator's sentence is told plainly."""
    return hit.entry.weight if hit.holder != NARRATOR else hit.entry.weight * (0.7 + 0.3 * slant)


def _scares(parse: Parse, telling: Telling, slant: Mapping[int, float]) -> Iterator[Loaded]:
    for one in telling.scare:
        score = SCARE_QUOTES * (0.7 + 0.3 * slant.get(parse.words[one.first].sentence, 0.0))
        if score >= SHOWN:
            yield _shown(parse, (one.first, one.last), "scare-quotes", score, "narrator")


def _shown(parse: Parse, words: TokenRange, technique: str, score: float, by: str) -> Loaded:
    span = parse.span(*words)
    return Loaded(
        start=span.start, end=span.end, text=span.text, technique=technique, score=round(score, 3), by=by,
        where=span.where, why=_WHY[technique],
    )  # fmt: skip


def _slants(parse: Parse, sentences: Sequence[SentenceFraming]) -> dict[int, float]:
    """How slanted each sentence of the parse is: both lists are in text order."""
    found: dict[int, float] = {}
    k = 0
    for sentence in parse.sentences:
        if sentence.last <= sentence.first:
            continue
        first = parse.words[sentence.first]
        while k < len(sentences) and not (
            sentences[k].where == sentence.where and sentences[k].start <= first.start < sentences[k].end
        ):
            k += 1
        if k < len(sentences):
            found[sentence.index] = sentences[k].slanted
    return found
