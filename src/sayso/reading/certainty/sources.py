"""What the sources around the holder make of an event, and a scenario it is told in."""

from collections.abc import Sequence

import msgspec

from sayso.model.flow import AttributionMention, Judgement
from sayso.model.record import Certainty, Stance
from sayso.reading.certainty.state import certainty


def by_source(judgement: Judgement, chain: Sequence[AttributionMention]) -> tuple[tuple[Certainty, float], ...]:
    """For each source of a chain (outermost first), how sure of the event that source is.

    The innermost is the holder. A source further out who only passes it on commits to nothing (Uu); one who
    denies what the inner source says has it the other way round, one who doubts it holds it for possibly not so.
    """
    if not chain:
        return ()
    outer = tuple(_outer(judgement, found.stance) for found in chain[:-1])
    return (*outer, (judgement.certainty, judgement.value))


def _outer(judgement: Judgement, stance: Stance) -> tuple[Certainty, float]:
    if stance == "denies":
        value = -judgement.value
    elif stance == "doubts":
        value = -1.0 if judgement.value > 0 else 1.0
    else:
        value = 0.0
    return certainty(value), value


def rejects(found: AttributionMention) -> bool:
    """Whether a source denies something said, by a noun for it: "rejected Baku's claim that ...", "denied a report"."""
    return found.stance == "denies" and found.rule.endswith((":object", ":message"))


def in_scenario(judgement: Judgement) -> Judgement:
    """The same inside a scenario: at most possible, whoever tells it."""
    if judgement.status not in ("happened", "claimed", "planned"):
        return judgement
    value = max(-1.0, min(1.0, judgement.value))
    return msgspec.structs.replace(
        judgement, status="possible", value=value, certainty=certainty(value), rule=f"{judgement.rule}+scenario"
    )
