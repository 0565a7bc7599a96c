"""What comparing needs of each claim, worked out once: its document, keys of its parties, dates, words, tolls."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sayso.comparing.dates import moved, own_date
from sayso.comparing.party import Key, key_of
from sayso.comparing.tolls import Toll, find
from sayso.comparing.when import Interval, interval, last_day
from sayso.lexicon.numbers import NumberLexicon
from sayso.lexicon.stems import stem
from sayso.model.document import Document
from sayso.model.record import Claim, Record, Speaker
from sayso.model.span import Span

_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d,.]*\d|\d")
# Words of triggers ("took control of", "be in talks with") that two acts may share without being one.
_LITTLE = frozenset((
    "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "into", "over", "out", "up", "down", "off",
    "the", "an", "be", "is", "are", "was", "were", "been", "being", "has", "have", "had", "will", "would", "not",
    "its", "his", "her", "their",
))  # fmt: skip
STOP = re.compile(r"[.!?][\"'”’)]*\s(?![\da-z])|\n")  # not behind "Nov." of "Nov. 11"
MAX_SENTENCE = 2400
MAX_EVIDENCE = 600  # code points of evidence that are compared; longer evidence adds noise, not proof


class Told(msgspec.Struct, frozen=True, gc=False):
    """One claim as comparing sees it. `order`: position among all claims, which settles every tie.

    `holder`: the innermost speaker, None for the narrator. `words`: stems of the evidence, `trigger`: of the trigger.
    `around`: the sentence of the trigger, of a record without its text the evidence.
    """

    order: int
    record: int
    document: str
    claim: Claim
    actors: tuple[Key, ...]
    recipients: tuple[Key, ...]
    when: Interval
    trigger: frozenset[str]
    words: frozenset[str]
    tolls: tuple[Toll, ...]
    holder: Speaker | None
    chain: tuple[Speaker, ...]
    around: Span


def view(records: Sequence[Record], numbers: NumberLexicon) -> tuple[Told, ...]:
    """All claims of the records, in order."""
    found: list[Told] = []
    for index, record in enumerate(records):
        speakers = {one.id: one.speaker for one in record.attributions}
        counts = _Counts(record, numbers)
        own, given = own_date(record), last_day(record.document.published)
        for claim in record.claims:
            one = _told(len(found), index, record.document.id, claim, speakers, counts)
            if own and given:
                one = msgspec.structs.replace(one, when=moved(one.when, claim.time, given, own))
            found.append(one)
    return tuple(found)


class _Counts:
    """Tolls in the sentences of a record's evidence, each sentence read once."""

    def __init__(self, record: Record, numbers: NumberLexicon) -> None:
        info = record.document
        self._document = Document(info.text, id=info.id, title=info.title) if info.text is not None else None
        self._numbers = numbers
        self._seen: dict[tuple[int, int, str | None], tuple[Toll, ...]] = {}

    def near(self, span: Span) -> tuple[Toll, ...]:
        """Tolls in the whole sentence of a span; in the span alone for a record without its text."""
        whole = sentence(self._document, span) if self._document else span
        place = (whole.start, whole.end, whole.where)
        if place not in self._seen:
            self._seen[place] = find(whole, self._numbers) if len(whole.text) < MAX_SENTENCE else ()
        return self._seen[place]

    def around(self, claim: Claim) -> Span:
        """The sentence of a claim's trigger; without the record's text the evidence that has it."""
        if self._document:
            return sentence(self._document, claim.event.trigger)
        trigger = claim.event.trigger
        having = (span for span in claim.evidence if span.start <= trigger.start and trigger.end <= span.end)
        return next(having, trigger)


def sentence(document: Document, span: Span) -> Span:
    """The sentence, or sentences, a span lies in, as far as full stops and line breaks tell."""
    text = (document.title or "") if span.where == "title" else document.text
    low, high = max(span.start - MAX_EVIDENCE, 0), min(span.end + MAX_EVIDENCE, len(text))
    before = [match.end() for match in STOP.finditer(text, low, span.start)]
    after = STOP.search(text, span.end, high)
    return document.span(before[-1] if before else low, after.start() + 1 if after else high, span.where)


def _told(
    order: int, index: int, document: str, claim: Claim, speakers: Mapping[str, Speaker], counts: _Counts
) -> Told:
    tolls = dict.fromkeys(toll for span in claim.evidence for toll in counts.near(span))
    chain = tuple(speakers[one] for one in claim.attribution if one in speakers)
    return Told(
        order=order,
        record=index,
        document=document,
        claim=claim,
        actors=tuple(key_of(party.name, party.code, party.country) for party in claim.actors),
        recipients=tuple(key_of(party.name, party.code, party.country) for party in claim.recipients),
        when=interval(claim.time),
        trigger=stems(claim.event.trigger.text) - _LITTLE,
        words=stems(" ".join(span.text[:MAX_EVIDENCE] for span in claim.evidence)),
        tolls=tuple(tolls),
        holder=chain[-1] if chain else None,
        chain=chain,
        around=counts.around(claim),
    )


def stems(text: str) -> frozenset[str]:
    """Rough stems of the words of a text: enough to see that "recognised" and "recognition" are kin."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()))


def weights(told: Sequence[Told]) -> dict[str, float]:
    """How telling each stem is: the fewer evidence sentences hold it, the more (logarithmic, at least 0)."""
    counts = Counter(word for one in told for word in one.words)
    return {word: math.log(1 + len(told) / count) - math.log(2) + 0.05 for word, count in counts.items()}
