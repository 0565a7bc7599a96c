"""Attributions that the encoder is sure of and no rule found: a cue, whoever stands nearest as source, and a content.

The encoder says which words; the tree says where a phrase or a clause begins and ends.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import AttributionMention, Parse, Sentence, TokenRange
from sayso.model.record import Mode
from sayso.reading.attribution import grammar, quotes
from sayso.reading.attribution.quotes import Quotations
from sayso.reading.learned.tagger import Reading

ADDED = "encoder"
"""How the rule of an attribution begins that the encoder added; its score follows."""
SURE_CUE = 0.68
SURE_SOURCE = 0.5
SURE_CONTENT = 0.6
GROWS = 0.4
"""A word beside a sure one belongs with it when it looks at least this likely."""
CONTENT_GROWS = 0.5
NEAR, AFTER = 12, 4
"""How many words may stand between a cue and what belongs to it; fewer between it and a content that follows."""
SHORTEST = 3
LONGEST_SOURCE = 25
ALIKE = 0.5
"""Two contents that share this part of the shorter are one."""
SPEAKERS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
OWN = frozenset(("i", "we", "me", "us"))


def missed(
    reading: Reading, said: Sequence[AttributionMention], lexicon: ReportingLexicon
) -> tuple[AttributionMention, ...]:
    """The attributions to add to `said`, each with `within` as an index of `said`."""
    parse = reading.parse
    cued = {i for one in said for part in one.cue for i in range(*part)}
    held: dict[int, list[TokenRange]] = {}
    for one in said:
        for part in one.content:
            for k in range(parse.words[part[0]].sentence, parse.words[part[1] - 1].sentence + 1):
                held.setdefault(k, []).append(part)
    found = [
        one
        for sentence in parse.sentences
        for one in _of_sentence(reading, sentence, cued, held.get(sentence.index, []))
    ]
    if not found:
        return ()
    quotations = quotes.find(parse)
    return tuple(_placed(_mention(parse, one, quotations, lexicon), said) for one in found)


class _Found(NamedTuple):
    """The words of an attribution, and how sure the encoder is of its cue."""

    source: TokenRange
    cue: TokenRange
    content: TokenRange
    score: float


def _of_sentence(reading: Reading, sentence: Sentence, cued: set[int], held: Sequence[TokenRange]) -> Iterator[_Found]:
    tags = reading.sentences[sentence.index]
    if max(tags.cue, default=0.0) < SURE_CUE or max(tags.source, default=0.0) < SURE_SOURCE:
        return
    parse = reading.parse
    sources = [_phrase(parse, run) for run in _runs(tags.source, tags.first, SURE_SOURCE, GROWS)]
    contents = _runs(tags.content, tags.first, SURE_CONTENT, CONTENT_GROWS)
    for cue in _runs(tags.cue, tags.first, SURE_CUE, GROWS):
        if cued & set(range(*cue)):
            continue
        source = _nearest(cue, sources)
        content = _nearest(cue, [part for part in contents if not _parted(parse, cue, part)])
        if source is None or content is None or content[0] - cue[1] > AFTER:
            continue
        content = _clause(parse, content, (cue, source))
        if content[1] - content[0] < SHORTEST or any(_alike(content, other) for other in held):
            continue
        head = parse.words[_head(parse, source)]
        if head.pos in SPEAKERS and head.lower not in OWN:
            yield _Found(source, cue, content, max(tags.cue[i - tags.first] for i in range(*cue)))


def _runs(scores: Sequence[float], start: int, sure: float, grows: float) -> list[TokenRange]:
    """Runs of words that all look likely enough, one of them sure."""
    found: list[TokenRange] = []
    k = 0
    while k < len(scores):
        first = k
        while k < len(scores) and scores[k] >= grows:
            k += 1
        if k > first and max(scores[first:k]) >= sure:
            found.append((start + first, start + k))
        k += 1
    return found


def _nearest(cue: TokenRange, ranges: Sequence[TokenRange]) -> TokenRange | None:
    """The range nearest to the cue, if it is near and clear of it."""
    gaps = [(max(part[0] - cue[1], cue[0] - part[1]), part) for part in ranges]
    apart = [(gap, part) for gap, part in gaps if 0 <= gap <= NEAR]
    return min(apart)[1] if apart else None


def _parted(parse: Parse, cue: TokenRange, content: TokenRange) -> bool:
    """Whether a comma parts the cue from what follows: "an aide said, five days after ..." says what stands before."""
    return any(parse.words[i].text in grammar.COMMAS for i in range(cue[1], content[0]))


def _head(parse: Parse, part: TokenRange) -> int:
    """The word whose head lies outside the range."""
    return next((i for i in range(*part) if not part[0] <= parse.words[i].head < part[1]), part[0])


def _phrase(parse: Parse, run: TokenRange) -> TokenRange:
    """The noun phrase that the run is of, if that is not much more."""
    first, last = grammar.noun_phrase(parse, _head(parse, run))
    return (first, last) if last - first <= LONGEST_SOURCE and first <= run[0] and run[1] <= last else run


def _clause(parse: Parse, run: TokenRange, others: Sequence[TokenRange]) -> TokenRange:
    """The clause or phrase that the run is of, clear of cue and source."""
    first, last = parse.subtree(_head(parse, run))
    if any(first < b and a < last for a, b in others):
        first, last = run
    return grammar.tidy(parse, first, last)


def _alike(a: TokenRange, b: TokenRange) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > ALIKE * min(a[1] - a[0], b[1] - b[0])


def _mention(parse: Parse, found: _Found, quotations: Quotations, lexicon: ReportingLexicon) -> AttributionMention:
    head = grammar.antecedent(parse, _head(parse, found.source))
    nameless = parse.words[head].lemma in lexicon.anonymous and parse.words[head].pos != "PROPN"
    quoted, plain = quotations.counts(*found.content)
    mode: Mode = "indirect" if not quoted else "direct" if quoted >= 9 * plain else "mixed"
    return AttributionMention(
        source=(found.source,), cue=(found.cue,), content=(found.content,), source_head=head,
        kind="anonymous" if nameless else "named", mode=mode, stance="asserts",
        rule=f"{ADDED}:{found.score:.2f}", cue_head=_head(parse, found.cue),
    )  # fmt: skip


def _placed(found: AttributionMention, said: Sequence[AttributionMention]) -> AttributionMention:
    """The mention within the smallest content around its cue."""
    cue = found.cue[0][0]
    around = [
        (sum(b - a for a, b in one.content), k)
        for k, one in enumerate(said)
        if any(a <= cue < b for a, b in one.content)
    ]
    return msgspec.structs.replace(found, within=min(around)[1]) if around else found
