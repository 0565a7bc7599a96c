"""The encoder's say where the rules end: on attributions that it sees no sign of, and on events without a cue.

The rules decide; the encoder only takes back what it finds most unlikely, and makes less certain what reads as less
certain than the words the rules know would have it. Whatever it changes says so: `+encoder` in the name of the rule,
with its score.
"""

from collections.abc import Sequence

import msgspec

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.document import Note
from sayso.model.flow import AttributionMention, Judgement
from sayso.reading.certainty.state import certainty
from sayso.reading.learned.missed import ADDED, missed
from sayso.reading.learned.tagger import Reading

UNSEEN = 0.1
"""An attribution whose likeliest cue word and likeliest source word come to less together is taken back."""
EITHER = 0.5
"""What counts for a cue or a source that is not there."""
SHARE = 0.5
"""How much the encoder's value counts beside that of the rules."""


def attributions(
    reading: Reading, said: Sequence[AttributionMention], lexicon: ReportingLexicon
) -> tuple[AttributionMention, ...]:
    """The attributions less those that the encoder sees no sign of, and with those that it is sure of."""
    kept = [k for k, mention in enumerate(said) if _seen(reading, mention)]
    place = {k: n for n, k in enumerate(kept)}
    left = [msgspec.structs.replace(said[k], within=_above(said, k, place)) for k in kept]
    return (*left, *missed(reading, left, lexicon))


def left_out(before: Sequence[AttributionMention], after: Sequence[AttributionMention]) -> tuple[Note, ...]:
    """A note on how many of the rules' attributions were taken back, if any."""
    count = len(before) - sum(not one.rule.startswith(ADDED) for one in after)
    if not count:
        return ()
    what, they = ("1 attribution", "it") if count == 1 else (f"{count} attributions", "them")
    said = f"{what} drawn by rule left out as unlikely: read again by the encoder, the words do not bear {they} out"
    return (Note("unlikely", f"{said} (--fast keeps {they})"),)


def certainties(reading: Reading, heads: Sequence[int], judged: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements of the events at `heads`, their values drawn towards what the encoder makes of them."""
    return tuple(_drawn(reading.certainty(i), found) for i, found in zip(heads, judged, strict=True))


def _drawn(learned: float, found: Judgement) -> Judgement:
    value = round((1 - SHARE) * found.value + SHARE * learned, 3)
    rule = f"{found.rule}+encoder {learned:.2f}"
    return msgspec.structs.replace(found, value=value, certainty=certainty(value), rule=rule)


def _seen(reading: Reading, mention: AttributionMention) -> bool:
    cue = [i for part in mention.cue for i in range(*part)]
    source = [i for part in mention.source for i in range(*part)]
    likely = max((reading.cue(i) for i in cue), default=EITHER) + max(
        (reading.source(i) for i in source), default=EITHER
    )
    return likely >= UNSEEN


def _above(said: Sequence[AttributionMention], k: int, place: dict[int, int]) -> int | None:
    above = said[k].within
    while above is not None and above not in place:
        above = said[above].within
    return None if above is None else place[above]
