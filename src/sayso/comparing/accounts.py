"""How each document tells an event: its claims, the strongest status among them, and who is said to hold it."""

from collections.abc import Sequence
from typing import Final

from sayso.comparing.view import Told
from sayso.model.comparison import Account
from sayso.model.record import Status

NARRATOR: Final = "narrator"
# From what is told as done to what is only thought of.
STRENGTH: Final[tuple[Status, ...]] = (
    "happened", "claimed", "denied", "planned", "conditional", "possible", "judged",
)  # fmt: skip


def accounts(members: Sequence[Told]) -> tuple[Account, ...]:
    """One account for each document among the claims, in order."""
    return tuple(_account(document, of) for document, of in by_document(members).items())


def by_document(members: Sequence[Told]) -> dict[str, list[Told]]:
    """The claims of each document, in order."""
    found: dict[str, list[Told]] = {}
    for one in members:
        found.setdefault(one.document, []).append(one)
    return found


def _account(document: str, members: Sequence[Told]) -> Account:
    spans = dict.fromkeys(span for one in members for span in one.claim.evidence)
    return Account(
        document=document,
        claims=tuple(one.claim.id for one in members),
        status=strongest(members),
        holders=holders(members),
        spans=tuple(spans),
    )


def strongest(members: Sequence[Told]) -> Status:
    """The strongest status among claims."""
    return min((one.claim.status for one in members), key=STRENGTH.index)


def holders(members: Sequence[Told]) -> tuple[str, ...]:
    """Names of those who say so, `narrator` for the narrator, each once."""
    return tuple(dict.fromkeys(holder_name(one) for one in members))


def holder_name(one: Told) -> str:
    """The innermost speaker's name, or `narrator`."""
    return one.holder.name if one.holder and one.holder.kind != "narrator" else NARRATOR
