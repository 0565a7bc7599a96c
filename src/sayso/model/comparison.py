"""The comparison: what several records, side by side, agree on, differ on and leave out."""

from typing import Literal

from sayso.model.document import DateBasis
from sayso.model.record import Connotation, EventTime, Piece, Place, Precision, Status
from sayso.model.span import Span

Relation = Literal["agree", "conflict", "update", "single", "other"]
Bound = Literal["=", ">=", "<=", "~"]
DivergenceField = Literal["actor", "action", "number", "time", "place", "certainty", "responsibility", "denial"]
DivergenceKind = Literal["bound", "scope", "update", "range", "value", "denial"]


class ComparedDocument(Piece, frozen=True, kw_only=True):
    id: str
    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: DateBasis = "unknown"
    genre: str = "unknown"


class Account(Piece, frozen=True, kw_only=True):
    """How one document tells an event: its claims, and the strongest status among them."""

    document: str
    claims: tuple[str, ...]
    status: Status
    holders: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Origin(Piece, frozen=True, kw_only=True):
    """Who the accounts have it from: a cited source, common copy, or the account itself."""

    name: str
    documents: tuple[str, ...]
    why: str


class Number(Piece, frozen=True, kw_only=True):
    """How many, as one account has it. `scope` says of whom or over what: `event`, `civilians`, `24 hours` ..."""

    document: str
    what: str
    low: int | None
    high: int | None
    bound: Bound
    span: Span
    scope: str = "event"


class Position(Piece, frozen=True, kw_only=True):
    documents: tuple[str, ...]
    value: str
    spans: tuple[Span, ...]


class Divergence(Piece, frozen=True, kw_only=True):
    field: DivergenceField
    kind: DivergenceKind
    positions: tuple[Position, ...]


class Link(Piece, frozen=True, kw_only=True):
    """Why two claims were taken for one event: the features that fired, each with its weight."""

    claims: tuple[str, str]
    score: float
    features: dict[str, float]


class ComparedEvent(Piece, frozen=True, kw_only=True):
    """One event and its accounts. Parties are canonical names."""

    id: str
    plover: str | None
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: EventTime
    place: Place | None
    accounts: tuple[Account, ...]
    origins: tuple[Origin, ...]
    numbers: tuple[Number, ...]
    relation: Relation
    divergences: tuple[Divergence, ...]
    omitted_by: tuple[str, ...]
    linked_by: tuple[Link, ...]
    label: str = ""
    trigger: str = ""
    goldstein: float | None = None


class TimelineEntry(Piece, frozen=True, kw_only=True):
    """One event on a relation's timeline. `bound` says in words how far the texts date it."""

    event: str
    start: str | None
    end: str | None
    precision: Precision
    status: Status
    goldstein: float | None
    bound: str = ""
    background: bool = False
    holders: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class Commitment(Piece, frozen=True, kw_only=True):
    """What somebody undertook or threatened to do; `open` while no account says that it was done."""

    claim: str
    holder: str
    act: str
    conditions: tuple[Span, ...]
    open: bool
    document: str = ""


class RelationOverTime(Piece, frozen=True, kw_only=True):
    actor: str
    recipient: str
    timeline: tuple[TimelineEntry, ...]
    commitments: tuple[Commitment, ...]


class NameCount(Piece, frozen=True, kw_only=True):
    """What a document calls an actor; `by` is the speaker's name, or `narrator`."""

    actor: str
    document: str
    label: str
    by: str
    count: int
    spans: tuple[Span, ...] = ()
    connotation: Connotation = "neutral"


class EventName(Piece, frozen=True, kw_only=True):
    """In which words a document names an event that several tell; `by` is the speaker's name, or `narrator`."""

    event: str
    document: str
    label: str
    by: str
    count: int
    spans: tuple[Span, ...] = ()


class Voice(Piece, frozen=True, kw_only=True):
    """Who speaks in an account: how many attributions and quoted words they get, and where heard alone.

    `only_source_for`: claims that nobody else tells. `only_here`: a named source that no other account hears.
    """

    document: str
    speaker: str
    kind: str
    attributions: int
    quoted_words: int
    claims: tuple[str, ...] = ()
    only_source_for: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    only_here: bool = False


class ComparedHeadline(Piece, frozen=True, kw_only=True):
    document: str
    outcome: str
    why: str
    headline: Span | None = None
    evidence: tuple[Span, ...] = ()


class ComparedScenario(Piece, frozen=True, kw_only=True):
    document: str
    statement: str
    conditions: tuple[Span, ...]
    holder: str
    span: Span
    events: tuple[str, ...] = ()


class Comparison(Piece, frozen=True, kw_only=True):
    documents: tuple[ComparedDocument, ...] = ()
    events: tuple[ComparedEvent, ...] = ()
    relations: tuple[RelationOverTime, ...] = ()
    names: tuple[NameCount, ...] = ()
    voices: tuple[Voice, ...] = ()
    headlines: tuple[ComparedHeadline, ...] = ()
    scenarios: tuple[ComparedScenario, ...] = ()
    event_names: tuple[EventName, ...] = ()
