"""What the field's tables have no column for and Sayso adds at their end: whether it happened, and who says so."""

import msgspec

from sayso.show.export.dyads import Dyad


class Own(msgspec.Struct, frozen=True):
    """The last columns of every table. Dates are ISO, of the precision known; spans count code points of the text."""

    sayso_claim: str
    sayso_status: str
    sayso_certainty: str
    sayso_value: float
    sayso_holder: str
    sayso_chain: str
    sayso_time_start: str
    sayso_time_end: str
    sayso_time_basis: str
    sayso_confidence: float
    sayso_start: int
    sayso_end: int
    sayso_text: str


def own(dyad: Dyad) -> Own:
    """Sayso's columns of a row."""
    claim = dyad.claim
    evidence = claim.evidence[0]
    return Own(
        claim.id, claim.status, claim.certainty, claim.value, dyad.holder, " > ".join(dyad.chain),
        claim.time.start or "", claim.time.end or "", claim.time.basis, claim.confidence,
        evidence.start, evidence.end, evidence.text,
    )  # fmt: skip
