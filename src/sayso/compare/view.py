"""What comparing needs of each claim, worked out once: its document, keys of its parties, dates, words, tolls."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sayso.compare.party import Key, key_of
from sayso.compare.tolls import Toll, find
from sayso.compare.when import Interval, interval
from sayso.lexicon.numbers import NumberLexicon
from sayso.lexicon.stems import stem
from sayso.model.record import Claim, Record, Speaker

_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d,.]*\d|\d")
# Words of triggers ("took control of", "be in talks with") that two acts may share without being one.
_LITTLE = frozenset((
    "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "into", "over", "out", "up", "down", "off",
    "the", "an", "be", "is", "are", "was", "were", "been", "being", "has", "have", "had", "will", "would", "not",
    "its", "his", "her", "their",
))  # fmt: skip
MAX_EVIDENCE = 600  # code points of evidence that are compared; longer evidence adds noise, not proof


class Told(msgspec.Struct, frozen=True, gc=False):
    """One claim as comparing sees it. `order`: position among all claims, which settles every tie.

    `holder`: the innermost speaker, None for the narrator. `words`: stems of the evidence, `trigger`: of the trigger.
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


def view(records: Sequence[Record], numbers: NumberLexicon) -> tuple[Told, ...]:
    """All claims of the records, in order."""
    found: list[Told] = []
    for index, record in enumerate(records):
        speakers = {one.id: one.speaker for one in record.attributions}
        seen: dict[tuple[int, int, str | None], tuple[Toll, ...]] = {}
        for claim in record.claims:
            found.append(_told(len(found), index, record, claim, speakers, seen, numbers))
    return tuple(found)


def _told(
    order: int,
    index: int,
    record: Record,
    claim: Claim,
    speakers: Mapping[str, Speaker],
    seen: dict[tuple[int, int, str | None], tuple[Toll, ...]],
    numbers: NumberLexicon,
) -> Told:
    tolls: list[Toll] = []
    for span in claim.evidence:
        place = (span.start, span.end, span.where)
        if place not in seen:
            seen[place] = find(span, numbers) if span.end - span.start < 4 * MAX_EVIDENCE else ()
        tolls.extend(seen[place])
    chain = tuple(speakers[one] for one in claim.attribution if one in speakers)
    return Told(
        order=order,
        record=index,
        document=record.document.id,
        claim=claim,
        actors=tuple(key_of(party.name, party.code, party.country) for party in claim.actors),
        recipients=tuple(key_of(party.name, party.code, party.country) for party in claim.recipients),
        when=interval(claim.time),
        trigger=stems(claim.event.trigger.text) - _LITTLE,
        words=stems(" ".join(span.text[:MAX_EVIDENCE] for span in claim.evidence)),
        tolls=tuple(tolls),
        holder=chain[-1] if chain else None,
        chain=chain,
    )


def stems(text: str) -> frozenset[str]:
    """Rough stems of the words of a text: enough to see that "recognised" and "recognition" are kin."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()))


def weights(told: Sequence[Told]) -> dict[str, float]:
    """How telling each stem is: the fewer evidence sentences hold it, the more (logarithmic, at least 0)."""
    counts = Counter(word for one in told for word in one.words)
    return {word: math.log(1 + len(told) / count) - math.log(2) + 0.05 for word, count in counts.items()}
