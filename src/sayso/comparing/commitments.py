"""What somebody undertook or threatened to do themselves, under which conditions, and whether it was done since."""

from collections.abc import Sequence

import msgspec

from sayso.comparing.accounts import NARRATOR
from sayso.comparing.party import Key, key_of, same_side
from sayso.comparing.view import Told
from sayso.model.comparison import Commitment, ComparedEvent
from sayso.model.record import Claim

_AHEAD = frozenset({"planned", "conditional"})
_DONE = frozenset({"happened"})


def commitments(events: Sequence[tuple[ComparedEvent, Sequence[Told]]]) -> tuple[Commitment, ...]:
    """The commitments among a relation's events, in the order of its timeline, each undertaking of a holder once."""
    found: list[tuple[Told, Commitment]] = []
    for event, members in events:
        for one in members:
            holder = _holder(one)
            if holder is not None:
                done = _is_done(one, members) or any(_does(later, one) for _, of in events for later in of)
                found.append((one, _commitment(event, one, holder, open_=not done)))
    return tuple(_merged(group) for group in _groups(found))


def _commitment(event: ComparedEvent, one: Told, holder: str, *, open_: bool) -> Commitment:
    return Commitment(
        claim=one.claim.id, holder=holder, act=event.label, conditions=one.claim.conditions, open=open_,
        document=one.document,
    )  # fmt: skip


def _groups(found: Sequence[tuple[Told, Commitment]]) -> list[list[tuple[Told, Commitment]]]:
    """What one holder undertakes in one sentence ("will send its troops to repel ...") is one undertaking."""
    groups: list[list[tuple[Told, Commitment]]] = []
    for one in found:
        group = next((of for of in groups if _one_undertaking(of[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _one_undertaking(a: tuple[Told, Commitment], b: tuple[Told, Commitment]) -> bool:
    if a[1].holder != b[1].holder or a[0].document != b[0].document:
        return False
    return a[1].act == b[1].act or a[0].around == b[0].around


def _merged(group: Sequence[tuple[Told, Commitment]]) -> Commitment:
    """The fullest wording, behind the helping verb alone ("will"), with every condition of the sentence."""
    conditions = dict.fromkeys(span for one, _ in group for span in one.claim.conditions)
    open_ = any(found.open for _, found in group)
    _, lead = max(group, key=lambda pair: (bool(pair[0].trigger), len(pair[1].conditions), len(pair[1].act)))
    return msgspec.structs.replace(lead, conditions=tuple(conditions), open=open_)


def _holder(one: Told) -> str | None:
    """Who commits: a speaker about their own side's act, or the one who threatens; None for no commitment."""
    if one.claim.event.plover == "THREATEN" and one.claim.status in ("happened", "claimed") and one.claim.actors:
        return one.claim.actors[0].name
    if one.claim.status not in _AHEAD or one.holder is None or one.holder.kind == NARRATOR:
        return None
    speaker = key_of(one.holder.name, one.holder.code, one.holder.country)
    return one.holder.name if any(same_side(speaker, key) for key in one.actors) else None


def _is_done(one: Told, members: Sequence[Told]) -> bool:
    return any(
        other.claim.status in _DONE and other.claim.event.plover != "THREATEN" for other in members if other is not one
    )


def _does(later: Told, promised: Told) -> bool:
    """A later act of the same kind, told as done, by the same side to the same side."""
    if later.claim.status not in _DONE or later.claim.event.plover != promised.claim.event.plover:
        return False
    if promised.claim.event.plover == "THREATEN" or not _after(later.claim, promised):
        return False
    return _meet(later.actors, promised.actors) and _meet(later.recipients, promised.recipients)


def _meet(a: Sequence[Key], b: Sequence[Key]) -> bool:
    return any(one.side == other.side for one in a for other in b)


def _after(claim: Claim, promised: Told) -> bool:
    start = promised.claim.time.start or promised.claim.time.end
    return bool(claim.time.start and start and claim.time.start > start)
