"""Our own passages on who tells of an act: whether it is found, with its parties, its status and its holder.

The passages are in told.yaml, by the way in which somebody tells, denies, blames or quotes. A line of `facts` is
`ACTOR > RECIPIENT ; TYPES ; STATUS ; HOLDER`: words or codes of a party (any of those between bars; none: not asked),
the PLOVER types and the statuses accepted, and whose word it is (`author`: an empty chain; none: not asked).
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import yaml

from sayso import api
from sayso.model.document import Document
from sayso.model.record import Claim, Party, Record, Speaker

FILE = Path(__file__).with_name("told.yaml")
STAGES = ("type", "parties", "status", "holder")


class Fact(msgspec.Struct, frozen=True):
    """One act of a passage, as marked."""

    actor: frozenset[str]
    recipient: frozenset[str]
    types: frozenset[str]
    statuses: frozenset[str]
    holder: frozenset[str]


def passages(path: Path = FILE) -> Iterator[tuple[str, str, tuple[Fact, ...]]]:
    """Class, text and facts of each passage, in order. Raises ValueError for a fact that does not have four parts."""
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["told"]:
        yield entry["class"], entry["text"], tuple(_fact(line) for line in entry["facts"])


def _fact(line: str) -> Fact:
    parties, types, statuses, holder = (part.strip() for part in line.split(";"))
    actor, _, recipient = parties.partition(">")
    return Fact(_any(actor), _any(recipient), frozenset(types.split()), _any(statuses), _any(holder))


def _any(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split("|")) - {""}


def figures() -> dict[str, float]:
    """The share of facts found with their type; with their parties too; with the status; and with the holder."""
    marked = list(passages())
    records = api.read_many(Document(text, id=f"told-{k}") for k, (_, text, _) in enumerate(marked))
    reached = [judge(fact, one) for (_, _, facts), one in zip(marked, records, strict=True) for fact in facts]
    return {name: sum(stage > k for stage in reached) / len(reached) for k, name in enumerate(STAGES)}


def judge(fact: Fact, record: Record) -> int:
    """How many of the stages, in order, some claim of the record reaches."""
    return max((_reached(fact, claim, record) for claim in record.claims), default=0)


def _reached(fact: Fact, claim: Claim, record: Record) -> int:
    steps = (
        claim.event.plover in fact.types,
        _fits(fact.actor, claim.actors) and _fits(fact.recipient, claim.recipients),
        claim.status in fact.statuses,
        _holds(fact.holder, claim, record),
    )
    return next((k for k, step in enumerate(steps) if not step), len(steps))


def _fits(wanted: frozenset[str], parties: Iterable[Party]) -> bool:
    labels = (label for one in parties for label in (one.name, one.code, one.country, one.span.text) if label)
    return not wanted or any(_same(want, label) for label in labels for want in wanted)


def _holds(wanted: frozenset[str], claim: Claim, record: Record) -> bool:
    if wanted == {"author"}:
        return not claim.attribution
    speakers: list[Speaker] = [said.speaker for said in record.attributions if said.id in claim.attribution]
    labels = (label for one in speakers for label in (one.name, one.code, one.country, one.text) if label)
    return not wanted or any(_same(want, label) for label in labels for want in wanted)


def _same(want: str, label: str) -> bool:
    """Whether a code begins the label, or the words begin at one of its words."""
    if want.isupper() and label.startswith(want):
        return True
    flags = 0 if want.isupper() else re.IGNORECASE
    return re.search(rf"\b{re.escape(want)}", label, flags) is not None
