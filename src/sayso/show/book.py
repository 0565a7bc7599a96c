"""A comparison and its records, indexed for looking things up while a page or a digest is written."""

from collections.abc import Sequence

import msgspec

from sayso.comparing.party import key_of
from sayso.comparing.sides import sectors, standing_of
from sayso.comparing.when import bound_in_words
from sayso.model.comparison import (
    Account,
    ComparedDocument,
    ComparedEvent,
    Comparison,
    RelationOverTime,
    TimelineEntry,
)
from sayso.model.record import Claim, Party, Record, Speaker, Status
from sayso.model.span import Span
from sayso.show import words

STANDS_OUT = 4
"""A relation with fewer events does not carry the story alone."""


class Telling(msgspec.Struct, frozen=True):
    """How one account tells an event in one voice: how surely, on whose say-so, in which words.

    `headline`: only in the headline, and nowhere in the body.
    """

    document: str
    status: Status
    says: str
    spans: tuple[Span, ...]
    headline: bool = False

    @property
    def whose(self) -> str:
        """On whose say-so, with the headline where it alone says so."""
        return f"{self.says} (headline only)" if self.headline else self.says


class Book:
    """Letters for accounts (A, B ... AA), claims and events by id, and names in the reader's words."""

    def __init__(self, comparison: Comparison, records: Sequence[Record]) -> None:
        self.comparison = comparison
        self.records = {record.document.id: record for record in records}
        self.documents = {document.id: document for document in comparison.documents}
        self._roles = sectors()
        self._letters = {document.id: letter(k) for k, document in enumerate(comparison.documents)}
        self._claims = {claim.id: claim for record in records for claim in record.claims}
        self.events = {event.id: event for event in comparison.events}
        self._event_of = {
            claim: event.id for event in comparison.events for account in event.accounts for claim in account.claims
        }
        self._entries = {
            entry.event: entry for relation in reversed(comparison.relations) for entry in relation.timeline
        }
        self._main = {entry.event for relation in comparison.relations[:1] for entry in relation.timeline}
        self._speakers = {found.id: found.speaker for record in records for found in record.attributions}

    def letter(self, document: str) -> str:
        """The letter of an account; `?` for one that is not compared."""
        return self._letters.get(document, "?")

    def letters(self, documents: Sequence[str]) -> str:
        """`A`, `A and C`."""
        return words.listed(self.letter(document) for document in dict.fromkeys(documents))

    def title(self, document: str) -> str:
        """What the account is called: its title, else what it is and whose ("untitled opinion by X")."""
        info = self.documents.get(document)
        if info and info.title:
            return info.title
        return _untitled(info) if info else document

    def claim(self, wanted: str) -> Claim | None:
        """The claim of that id."""
        return self._claims.get(wanted)

    def event_of(self, wanted: str) -> ComparedEvent | None:
        """The event of that id, or the event of the claim of that id."""
        return self.events.get(self._event_of.get(wanted, wanted))

    def main(self) -> RelationOverTime | None:
        """The relation that the story is about; None where none stands out."""
        first = self.comparison.relations[:1]
        return next((relation for relation in first if len(relation.timeline) >= STANDS_OUT), None)

    def leading(self) -> tuple[str, ...]:
        """The two sides of the first relation; without one, the two parties that most accounts tell most about."""
        for relation in self.comparison.relations[:1]:
            return relation.actor, relation.recipient
        seen: dict[str, list[str]] = {}
        for event in self.comparison.events:
            for name in dict.fromkeys((*event.actors, *event.recipients)):
                seen.setdefault(name, []).extend(account.document for account in event.accounts)
        return tuple(sorted(seen, key=lambda name: (-len(set(seen[name])), -len(seen[name]), name))[:2])

    def when(self, event: ComparedEvent) -> str:
        """When it was, in words, as far as the texts date it."""
        entry = self._entries.get(event.id)
        if entry is not None and entry.bound:
            return words.dates(entry.bound)
        infos = [self.documents[one.document] for one in event.accounts if one.document in self.documents]
        dated = min((info for info in infos if info.published), key=lambda info: info.published or "", default=None)
        published, basis = (dated.published, dated.published_basis) if dated else (None, "unknown")
        real = any(account.status in ("happened", "claimed") for account in event.accounts)
        after = min((found for info in infos if (found := self._after(info.id))), default=None)
        return words.dates(bound_in_words(event.time, published, basis, real=real, account_after=after))

    def _after(self, document: str) -> str | None:
        record = self.records.get(document)
        return record.document.published_after if record and not record.document.published else None

    def background(self, event: ComparedEvent) -> bool:
        """Told only as background."""
        entry = self._entries.get(event.id)
        return entry.background if entry is not None else self.in_background(event)

    def in_background(self, event: ComparedEvent) -> bool:
        """Whether every claim of the event stands in a background section."""
        found = [self._claims.get(wanted) for account in event.accounts for wanted in account.claims]
        return bool(found) and all(claim is not None and claim.section == "background" for claim in found)

    def entry(self, event: ComparedEvent) -> TimelineEntry | None:
        """The event's entry on the first timeline that has it."""
        return self._entries.get(event.id)

    def tellings(self, event: ComparedEvent) -> tuple[Telling, ...]:
        """How the accounts tell an event: one for each status and speaker of each account, the surest first."""
        found = [telling for account in event.accounts for telling in self._of_account(account)]
        return tuple(sorted(found, key=lambda telling: words.STATUS_ORDER.index(telling.status)))

    def _of_account(self, account: Account) -> list[Telling]:
        claims = [claim for claim in map(self._claims.get, account.claims) if claim is not None]
        if not claims:
            says = words.listed(self.speaker(name, account) for name in account.holders or (words.NARRATOR,))
            return [Telling(account.document, account.status, says, account.spans)]
        spans: dict[tuple[Status, str], list[Span]] = {}
        for claim in claims:
            key = claim.status, self.speaker(self._holder(claim), account, claim.status)
            spans.setdefault(key, []).extend(span for span in claim.evidence if span not in spans.get(key, ()))
        headline = all(claim.section == "headline" for claim in claims)
        return [
            Telling(account.document, status, says, tuple(found), headline) for (status, says), found in spans.items()
        ]

    def _holder(self, claim: Claim) -> str:
        """The innermost speaker of a claim; the narrator where nobody is."""
        innermost = self._speakers.get(claim.attribution[-1]) if claim.attribution else None
        return words.NARRATOR if innermost is None else called(innermost)

    def speaker(self, name: str, where: Account | str, status: Status = "happened") -> str:
        """A holder's name; for the narrator, whose voice it is; for hearsay, that nobody is named."""
        if name and name != words.NARRATOR:
            return words.UNNAMED if name == "anonymous" else name
        if status == "claimed":
            return words.UNNAMED
        info = self.documents.get(where if isinstance(where, str) else where.document)
        return f"{info.author} (author)" if info and info.author else words.ITSELF

    def weight(self, event: ComparedEvent) -> tuple[float, ...]:
        """How near the top an event belongs: told by many, of the main relation, no background, of powers, sure."""
        surest = min((words.STATUS_ORDER.index(account.status) for account in event.accounts), default=9)
        force = abs(event.goldstein or 0.0)
        aside = event.id not in self._main
        rests = not self.in_body(event)
        return (-len(event.accounts), aside, self.background(event), rests, -self.standing(event), surest, -force)

    def in_body(self, event: ComparedEvent) -> bool:
        """Whether some account tells it outside its headline."""
        return not all(telling.headline for telling in self.tellings(event))

    def standing(self, event: ComparedEvent) -> int:
        """How much its two sides weigh: powers above people, people above whoever is not known."""
        found = [self._claims.get(wanted) for account in event.accounts for wanted in account.claims]
        sums = [self._standings(claim.actors) + self._standings(claim.recipients) for claim in found if claim]
        return max(sums, default=0)

    def _standings(self, parties: Sequence[Party]) -> int:
        return max((standing_of(key_of(p.name, p.code, p.country), self._roles) for p in parties), default=0)


def called(speaker: Speaker) -> str:
    """A speaker's name; of one without, the words used."""
    return speaker.name if speaker.kind == "named" else speaker.text or speaker.kind


def told_line(event: ComparedEvent) -> str:
    """The event in a line of plain words, on one line."""
    return " ".join(event.label.split()) or " ".join(event.trigger.split()) or words.kind(event.plover)


def _untitled(info: ComparedDocument) -> str:
    kind = "account" if info.genre == "unknown" else info.genre
    whose = f" by {info.author}" if info.author else f" from {info.source}" if info.source else ""
    return f"untitled {kind}{whose}" + ("" if whose else f" ({info.id})")


def letter(index: int) -> str:
    """`A` to `Z`, then `AA` and so on."""
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def told(document: ComparedDocument) -> str:
    """The account's own date with how it is known: `2022 (inferred from the text)`."""
    if not document.published:
        return "date not known"
    how = words.basis(document.published_basis)
    return words.dates(document.published) + (f" ({how})" if how else "")
