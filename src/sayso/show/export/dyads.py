"""A record as event data: one row for each claim and each pair of source and target, as the field has it."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.model.record import Attribution, Claim, DocumentInfo, Party, Record, Status

NARRATOR = "narrator"


class Dyad(msgspec.Struct, frozen=True):
    """One claim between one source and one target (None: nobody named).

    `id` is the claim's, with a number from the second pair on. `holder`: who says so, innermost; `chain`: all who do.
    """

    id: str
    document: DocumentInfo
    claim: Claim
    source: Party | None
    target: Party | None
    holder: str
    chain: tuple[str, ...]

    @property
    def day(self) -> str:
        """The day of the event as YYYY-MM-DD; the day of publication where the text gives none; else ""."""
        return event_day(self.claim, self.document)

    @property
    def published(self) -> str:
        """The day of publication, or "" where it is not known to the day."""
        return _full(self.document.published)


def dyads(record: Record, only: frozenset[Status] = frozenset()) -> Iterator[Dyad]:
    """The rows of a record, in the order of its claims; with `only`, of those claims that have such a status."""
    speakers = {attribution.id: attribution for attribution in record.attributions}
    for claim in chosen(record, only):
        names = chain(claim, speakers)
        for number, (source, target) in enumerate(_pairs(claim), 1):
            own = claim.id if number == 1 else f"{claim.id}-{number}"
            yield Dyad(own, record.document, claim, source, target, names[-1] if names else NARRATOR, names)


def chosen(record: Record, only: frozenset[Status]) -> Iterator[Claim]:
    """The claims with a status in `only`; all when it is empty."""
    return (claim for claim in record.claims if not only or claim.status in only)


def chain(claim: Claim, speakers: dict[str, Attribution]) -> tuple[str, ...]:
    """The names of those who say so, outermost first; empty for the narrator."""
    found = (speakers[name].speaker for name in claim.attribution if name in speakers)
    return tuple(speaker.name or speaker.text or speaker.kind for speaker in found)


def event_day(claim: Claim, document: DocumentInfo) -> str:
    """See `Dyad.day`."""
    return (_full(claim.time.start) if claim.time.precision == "day" else "") or _full(document.published)


def _full(date: str | None) -> str:
    return date[:10] if date and len(date) >= 10 else ""


def _pairs(claim: Claim) -> Iterator[tuple[Party | None, Party | None]]:
    """Every actor with every recipient; of a reciprocal event every two parties, both ways."""
    if claim.event.reciprocal:
        both = _distinct((*claim.actors, *claim.recipients))
        if len(both) > 1:
            yield from ((a, b) for a in both for b in both if a is not b)
            return
        yield (both[0] if both else None), None
        return
    sources: Sequence[Party | None] = _distinct(claim.actors) or (None,)
    targets: Sequence[Party | None] = _distinct(claim.recipients) or (None,)
    yield from ((a, b) for a in sources for b in targets)


def _distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Parties named twice, once."""
    return tuple({(party.actor_id or party.name): party for party in reversed(parties)}.values())[::-1]
