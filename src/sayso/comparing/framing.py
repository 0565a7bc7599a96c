"""What each account calls whom, its headline against its body, and its scenarios, gathered from the records."""

from collections.abc import Mapping, Sequence

from sayso.comparing.accounts import NARRATOR
from sayso.lexicon.stems import stem
from sayso.model.comparison import Account, ComparedEvent, ComparedHeadline, ComparedScenario, EventName, NameCount
from sayso.model.document import Document
from sayso.model.record import Claim, NameUse, Record
from sayso.model.span import Span


def names(records: Sequence[Record]) -> tuple[NameCount, ...]:
    """Names by actor, document, label and caller, the actor most variously named first."""
    counts = [count for record in records for count in _of_record(record)]
    labels: dict[str, set[str]] = {}
    for count in counts:
        labels.setdefault(count.actor, set()).add(count.label)
    order = {record.document.id: k for k, record in enumerate(records)}
    return tuple(
        sorted(counts, key=lambda c: (-len(labels[c.actor]), c.actor, order[c.document], -c.count, c.label, c.by))
    )


def _of_record(record: Record) -> list[NameCount]:
    actors = {actor.id: actor.name for actor in record.actors}
    speakers = {one.id: one.speaker.name for one in record.attributions}
    grouped: dict[tuple[str, str, str], list[NameUse]] = {}
    for use in record.framing.names:
        by = NARRATOR if use.by == NARRATOR else speakers.get(use.by, use.by)
        name = actors.get(use.actor_id)
        # Of somebody known by no other name than this it would say nothing.
        if name is None or name.lower() != use.label.lower():
            grouped.setdefault((name or use.label, use.label.lower(), by), []).append(use)
    return [
        NameCount(
            actor=actor, document=record.document.id, label=uses[0].label, by=by, count=len(uses),
            spans=tuple(use.span for use in uses),
            connotation=uses[0].connotation,
        )
        for (actor, _, by), uses in grouped.items()
    ]  # fmt: skip


def event_names(records: Sequence[Record], events: Sequence[ComparedEvent]) -> tuple[EventName, ...]:
    """The words for each event that several accounts tell in different words: "invasion" here, "operation" there."""
    claims = {claim.id: claim for record in records for claim in record.claims}
    speakers = {one.id: one.speaker.name for record in records for one in record.attributions}
    found = []
    for event in events:
        used = [name for account in event.accounts for name in _of_account(event.id, account, claims, speakers)]
        words = {(name.document, stem(name.label.casefold())) for name in used}
        if len({document for document, _ in words}) > 1 and len({label for _, label in words}) > 1:
            found += used
    return tuple(found)


def _of_account(
    event: str, account: Account, claims: Mapping[str, Claim], speakers: Mapping[str, str]
) -> list[EventName]:
    grouped: dict[tuple[str, str], list[Span]] = {}
    for claim in (claims[wanted] for wanted in account.claims if wanted in claims):
        by = speakers.get(claim.attribution[-1], NARRATOR) if claim.attribution else NARRATOR
        grouped.setdefault((claim.event.trigger.text.casefold(), by), []).append(claim.event.trigger)
    return [
        EventName(
            event=event, document=account.document, label=spans[0].text, by=by, count=len(spans), spans=tuple(spans)
        )
        for (_, by), spans in grouped.items()
    ]


def headlines(records: Sequence[Record]) -> tuple[ComparedHeadline, ...]:
    """Every headline that could be set against its body."""
    return tuple(
        ComparedHeadline(
            document=record.document.id, outcome=check.outcome, why=check.why, headline=headline_span(record),
            evidence=check.evidence,
        )
        for record in records
        if (check := record.framing.headline)
    )  # fmt: skip


def headline_span(record: Record) -> Span | None:
    """The headline in the text, or the title given apart from it; None without a text or a headline."""
    info = record.document
    if info.text is None:
        return None
    document = Document(info.text, id=info.id, title=info.title)
    for section in info.sections:
        if section.kind == "headline":
            return document.span(section.start, section.end)
    return document.span(0, len(info.title), "title") if info.title else None


def scenarios(records: Sequence[Record], events: Sequence[ComparedEvent]) -> tuple[ComparedScenario, ...]:
    """Every scenario, with the events that are told only inside it."""
    event_of = {claim: event.id for event in events for account in event.accounts for claim in account.claims}
    return tuple(
        ComparedScenario(
            document=record.document.id,
            statement=one.statement.text,
            conditions=one.conditions,
            holder=one.holder,
            span=one.statement,
            events=tuple(
                dict.fromkeys(
                    event_of[claim.id] for claim in record.claims if claim.scenario == one.id and claim.id in event_of
                )
            ),
        )
        for record in records
        for one in record.scenarios
    )
