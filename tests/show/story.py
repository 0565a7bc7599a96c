"""A small story told by three accounts, with its records and comparison made by hand."""

from sayso.model.comparison import (
    Account,
    Commitment,
    ComparedDocument,
    ComparedEvent,
    ComparedHeadline,
    ComparedScenario,
    Comparison,
    Divergence,
    NameCount,
    Origin,
    Position,
    RelationOverTime,
    TimelineEntry,
    Voice,
)
from sayso.model.document import Document, Note, Section
from sayso.model.record import (
    Attribution,
    Claim,
    DocumentInfo,
    Event,
    EventTime,
    Made,
    Party,
    Reason,
    Record,
    Speaker,
    Status,
)
from sayso.model.span import Span

AGENCY = Document(
    "Freedonia and Sylvania sign pact\n\nFreedonia signed a border pact with Sylvania on 3 May 2021. "
    "President Firefly said that Sylvania shelled the village of Orne in 2020.",
    id="agency",
    title="Freedonia and Sylvania sign pact",
    source="Wire",
    published="2021-05-04",
    url="https://example.org/pact",
)
OPINION = Document(
    "The pact is a trap. Freedonia signed it under pressure. Sylvania denies that it shelled Orne. "
    "If Sylvania breaks its word, Freedonia will close the border.",
    id="opinion",
    author="T. Lehr",
)
BLOG = Document(
    "Pact or no pact\nThe usurper Firefly may fall. Sylvania could then march on Orne.\nTags: pact, orne",
    id="blog",
    title="Pact or no pact",
    published="2021",
    published_basis="text",
    url="javascript:alert(1)",
)
DOCUMENTS = (AGENCY, OPINION, BLOG)


def words(document: Document, text: str) -> Span:
    """The first place of `text` in the document."""
    start = document.text.index(text)
    return document.span(start, start + len(text))


def party(document: Document, name: str, text: str) -> Party:
    return Party(name=name, span=words(document, text), code=name[:3].upper())


def claim(document: Document, key: str, trigger: str, status: Status, evidence: str, **more: object) -> Claim:
    values: dict[str, object] = {
        "actors": (),
        "recipients": (),
        "time": EventTime(),
        "attribution": (),
        "conditions": (),
        "why": (Reason(stage="certainty", rule="plain", gave=status, span=words(document, trigger)),),
        **more,
    }
    return Claim(
        id=key,
        event=Event(plover="AGREE", mode=None, cameo="057", quad=1, goldstein=8.0, trigger=words(document, trigger)),
        place=None,
        certainty="CT+",
        value=3.0,
        by_source=(),
        status=status,
        scenario=None,
        evidence=(words(document, evidence),),
        confidence=0.9,
        made=Made(by="events", rule="sign.pact", version="1"),
        **values,  # type: ignore[arg-type]
    )


def record(document: Document, *claims: Claim, **more: object) -> Record:
    info = DocumentInfo(
        id=document.id,
        text=document.text,
        title=document.title,
        source=document.source,
        author=document.author,
        url=document.url,
        published=document.published,
        published_basis=document.published_basis,
        genre="report",
        sections=(Section("body", 0, len(document.text)),),
    )
    values = {"document": info, **more}
    return Record(claims=claims, **values)  # type: ignore[arg-type]


SIGNED = "Freedonia signed a border pact with Sylvania"
SHELLED = "Sylvania shelled the village of Orne in 2020"
SPEECH = Attribution(
    id="att-1",
    source=((words(AGENCY, "President Firefly").start, words(AGENCY, "President Firefly").end),),
    cue=((words(AGENCY, "said").start, words(AGENCY, "said").end),),
    content=((words(AGENCY, SHELLED).start, words(AGENCY, SHELLED).end),),
    speaker=Speaker(name="Rufus Firefly", text="President Firefly"),
    mode="indirect",
    stance="asserts",
    rule="says.that",
)
FREEDONIA, SYLVANIA = "Freedonia", "Sylvania"


def records() -> tuple[Record, ...]:
    """The records of the three accounts."""
    return (
        record(
            AGENCY,
            claim(
                AGENCY,
                "claim-signed",
                "signed",
                "happened",
                SIGNED,
                actors=(party(AGENCY, FREEDONIA, FREEDONIA),),
                recipients=(party(AGENCY, SYLVANIA, SYLVANIA),),
                time=EventTime(start="2021-05-03", end="2021-05-03", precision="day", basis="stated"),
            ),
            claim(AGENCY, "claim-shelled", "shelled", "claimed", SHELLED, attribution=("att-1",)),
            attributions=(SPEECH,),
            notes=(Note("spelling", "a misspelt cue was read", words(AGENCY, "said")),),
        ),
        record(
            OPINION,
            claim(OPINION, "claim-trap", "signed", "happened", "Freedonia signed it under pressure"),
            claim(OPINION, "claim-not", "shelled", "denied", "Sylvania denies that it shelled Orne"),
            claim(OPINION, "claim-close", "close", "conditional", "Freedonia will close the border"),
        ),
        record(BLOG, claim(BLOG, "claim-march", "march", "possible", "Sylvania could then march on Orne")),
    )


def _event(
    key: str, doer: str, verb: str, done_to: str, accounts: tuple[Account, ...], **more: object
) -> ComparedEvent:
    values: dict[str, object] = {
        "time": EventTime(),
        "origins": tuple(Origin(name=a.document, documents=(a.document,), why="cites nobody") for a in accounts),
        "relation": "single" if len(accounts) == 1 else "agree",
        "divergences": (),
        "omitted_by": (),
        **more,
    }
    return ComparedEvent(
        id=key,
        plover="AGREE",
        cameo="057",
        actors=(doer,) if doer else (),
        recipients=(done_to,) if done_to else (),
        place=None,
        accounts=accounts,
        numbers=(),
        linked_by=(),
        label=f"{doer} → {done_to}: {verb}",
        trigger=verb,
        goldstein=8.0,
        **values,  # type: ignore[arg-type]
    )


def _account(document: Document, claim_id: str, status: Status, holder: str, evidence: str) -> Account:
    return Account(
        document=document.id,
        claims=(claim_id,),
        status=status,
        holders=(holder,),
        spans=(words(document, evidence),),
    )


def comparison() -> Comparison:
    """The comparison of the three accounts."""
    return Comparison(
        documents=tuple(
            ComparedDocument(
                id=d.id,
                title=d.title,
                source=d.source,
                author=d.author,
                published=d.published,
                published_basis=d.published_basis,
                genre="opinion" if d is OPINION else "report",
            )
            for d in DOCUMENTS
        ),
        events=_events(),
        relations=(_relation(),),
        names=NAMES,
        voices=VOICES,
        headlines=HEADLINES,
        scenarios=SCENARIOS,
    )


def _events() -> tuple[ComparedEvent, ...]:
    said = _account(AGENCY, "claim-shelled", "claimed", "Rufus Firefly", SHELLED)
    not_so = _account(OPINION, "claim-not", "denied", "Sylvania", "Sylvania denies that it shelled Orne")
    return (
        _event(
            "event-signed",
            FREEDONIA,
            "signed",
            SYLVANIA,
            (
                _account(AGENCY, "claim-signed", "happened", "narrator", SIGNED),
                _account(OPINION, "claim-trap", "happened", "narrator", "Freedonia signed it under pressure"),
            ),
            time=EventTime(start="2021-05-03", end="2021-05-03", precision="day", basis="stated"),
            omitted_by=("blog",),
        ),
        _event(
            "event-shelled",
            SYLVANIA,
            "shelled",
            FREEDONIA,
            (said, not_so),
            relation="conflict",
            time=EventTime(start="2020", end="2020", precision="year", basis="stated"),
            divergences=(
                Divergence(
                    field="denial",
                    kind="denial",
                    positions=(
                        Position(documents=("agency",), value="claimed", spans=said.spans),
                        Position(documents=("opinion",), value="denied", spans=not_so.spans),
                    ),
                ),
            ),
        ),
        _event(
            "event-close",
            FREEDONIA,
            "close",
            "",
            (_account(OPINION, "claim-close", "conditional", "narrator", "Freedonia will close the border"),),
        ),
        _event(
            "event-march",
            SYLVANIA,
            "march",
            "Orne",
            (_account(BLOG, "claim-march", "possible", "narrator", "Sylvania could then march on Orne"),),
        ),
    )


NAMES = (
    NameCount(
        actor="Rufus Firefly",
        document="agency",
        label="President Firefly",
        by="narrator",
        count=1,
        spans=(words(AGENCY, "President Firefly"),),
    ),
    NameCount(
        actor="Rufus Firefly",
        document="blog",
        label="The usurper Firefly",
        by="narrator",
        count=2,
        spans=(words(BLOG, "The usurper Firefly"),),
    ),
)
VOICES = (
    Voice(
        document="agency",
        speaker="Rufus Firefly",
        kind="named",
        attributions=1,
        quoted_words=0,
        claims=("claim-shelled",),
        only_source_for=("event-shelled",),
        spans=(words(AGENCY, "President Firefly"),),
    ),
)
HEADLINES = (
    ComparedHeadline(
        document="agency",
        outcome="stronger",
        why="the body says only Freedonia signed",
        headline=words(AGENCY, "Freedonia and Sylvania sign pact"),
        evidence=(words(AGENCY, SIGNED),),
    ),
)
SCENARIOS = (
    ComparedScenario(
        document="blog",
        statement="The usurper Firefly may fall",
        conditions=(),
        holder="narrator",
        span=words(BLOG, "The usurper Firefly may fall"),
        events=("event-march",),
    ),
)


def _relation() -> RelationOverTime:
    return RelationOverTime(
        actor=FREEDONIA,
        recipient=SYLVANIA,
        timeline=(
            TimelineEntry(
                event="event-shelled",
                start="2020",
                end="2020",
                precision="year",
                status="claimed",
                goldstein=-10.0,
                bound="2020",
                holders=("Rufus Firefly",),
                documents=("agency", "opinion"),
            ),
            TimelineEntry(
                event="event-signed",
                start="2021-05-03",
                end="2021-05-03",
                precision="day",
                status="happened",
                goldstein=8.0,
                bound="2021-05-03",
                documents=("agency", "opinion"),
            ),
            TimelineEntry(
                event="event-close",
                start=None,
                end=None,
                precision="unknown",
                status="conditional",
                goldstein=-4.0,
                bound="not dated",
                documents=("opinion",),
            ),
        ),
        commitments=(
            Commitment(
                claim="claim-close",
                holder="T. Lehr",
                act="close the border",
                conditions=(words(OPINION, "Sylvania breaks its word"),),
                open=True,
                document="opinion",
            ),
        ),
    )
