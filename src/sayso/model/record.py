"""The record: what reading one document gives. Field names are fixed by the contract (docs/record.md)."""

from typing import Any, Literal

import msgspec

from sayso.model.document import DateBasis, Note, Section
from sayso.model.span import Span, Where

Genre = Literal["report", "opinion", "analysis", "statement", "unknown"]
Certainty = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Status = Literal["happened", "claimed", "planned", "possible", "conditional", "denied", "judged"]
Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "asks", "demands", "promises", "doubts"]
SpeakerKind = Literal["named", "anonymous", "narrator"]
Precision = Literal["day", "month", "year", "range", "unknown"]
TimeBasis = Literal["stated", "relative", "publication", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
HeadlineOutcome = Literal["supported", "attributed", "weaker", "stronger", "absent", "contradicted", "unrelated"]
Connotation = Literal["hostile", "neutral", "friendly"]
Polarity = Literal[-1, 0, 1]
Role = Literal["doer", "done-to"]
Range = tuple[int, int]


class Piece(msgspec.Struct, frozen=True):
    """Base of what a record is made of: every field is an attribute and `to_dict` gives plain data."""

    def to_dict(self) -> dict[str, Any]:
        """The same as plain dicts, lists, strings and numbers, as written to JSON."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))  # by way of JSON: tuples become lists
        return plain


class DocumentInfo(Piece, frozen=True, kw_only=True):
    """A document in its record. `published_why`: how an inferred date is known; `published_after`: a bound."""

    id: str
    text: str | None = None
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: DateBasis = "unknown"
    published_why: str | None = None
    published_after: str | None = None
    language: str | None = None
    sections: tuple[Section, ...] = ()
    genre: Genre = "unknown"
    genre_score: float = 0.0
    genre_why: tuple[str, ...] = ()


class Actor(Piece, frozen=True, kw_only=True):
    """Somebody a document speaks of. `code` is CAMEO style, `country` ISO 3166-1 alpha-3."""

    id: str
    name: str
    code: str | None = None
    country: str | None = None
    kind: str = "unknown"
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()


class Speaker(Piece, frozen=True, kw_only=True):
    """Who says it: `name` resolved, `text` the words used for them."""

    name: str
    text: str
    code: str | None = None
    country: str | None = None
    actor_id: str | None = None
    kind: SpeakerKind = "named"


class Attribution(Piece, frozen=True, kw_only=True):
    """Who said what: spans as `[start, end]` pairs of the text (of the title where `in` says so)."""

    id: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    speaker: Speaker
    mode: Mode
    stance: Stance
    within: str | None = None
    rule: str = ""
    where: Where | None = msgspec.field(name="in", default=None)


class Event(Piece, frozen=True, kw_only=True):
    plover: str | None
    mode: str | None
    cameo: str | None
    quad: int | None
    goldstein: float | None
    trigger: Span
    reciprocal: bool = False


class Party(Piece, frozen=True, kw_only=True):
    """Who takes part in an event: canonical name, and the words at the event."""

    name: str
    span: Span
    code: str | None = None
    country: str | None = None
    actor_id: str | None = None


class EventTime(Piece, frozen=True, kw_only=True):
    """ISO dates of the precision known, end inclusive, None when open: a bound, never a guess."""

    start: str | None = None
    end: str | None = None
    precision: Precision = "unknown"
    basis: TimeBasis = "unknown"
    span: Span | None = None


class Place(Piece, frozen=True, kw_only=True):
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    span: Span


class BySource(Piece, frozen=True, kw_only=True):
    attribution: str
    certainty: Certainty
    value: float


class Made(Piece, frozen=True, kw_only=True):
    """What made a fact: the stage, the rule or model, and its version."""

    by: str
    rule: str
    version: str


class Reason(Piece, frozen=True, kw_only=True):
    """One step of why a claim is coded as it is: the stage, the rule and the words that fired it."""

    stage: str
    rule: str
    gave: str
    span: Span | None = None


class Claim(Piece, frozen=True, kw_only=True):
    """One event as one chain of sources tells it. `attribution`: outermost first; empty is the narrator."""

    id: str
    event: Event
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    time: EventTime
    place: Place | None
    attribution: tuple[str, ...]
    certainty: Certainty
    value: float
    by_source: tuple[BySource, ...]
    status: Status
    conditions: tuple[Span, ...]
    scenario: str | None
    evidence: tuple[Span, ...]
    confidence: float
    made: Made
    why: tuple[Reason, ...] = ()
    section: str = "body"


class TimeExpression(Piece, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 value and, where it can be placed, the ISO interval it names."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None
    basis: TimeBasis = "unknown"
    precision: Precision = "unknown"
    where: Where | None = msgspec.field(name="in", default=None)


class Scenario(Piece, frozen=True, kw_only=True):
    """A possibility an author sets out. `set` groups the alternatives of one question."""

    id: str
    statement: Span
    conditions: tuple[Span, ...]
    holder: str
    set: str


class NameUse(Piece, frozen=True, kw_only=True):
    """What an account calls an actor, and who does the calling (`by`: narrator or an attribution id)."""

    actor_id: str
    label: str
    span: Span
    by: str
    connotation: Connotation = "neutral"


class HeadlineCheck(Piece, frozen=True, kw_only=True):
    outcome: HeadlineOutcome
    why: str
    evidence: tuple[Span, ...] = ()


class SentenceFraming(Piece, frozen=True, kw_only=True):
    """How a sentence is told: subjective and slanted, each 0 to 1 and decided at 0.5."""

    start: int
    end: int
    subjective: float
    slanted: float
    where: Where | None = msgspec.field(name="in", default=None)
    why: str = ""


class Loaded(Piece, frozen=True, kw_only=True):
    """Words that take sides, with the technique; `score` 0 to 1; `by`: narrator or an attribution id."""

    start: int
    end: int
    text: str
    technique: str
    score: float
    by: str
    where: Where | None = msgspec.field(name="in", default=None)
    why: str = ""

    @property
    def span(self) -> Span:
        """The words as a span."""
        return Span(self.start, self.end, self.text, self.where)


class Towards(Piece, frozen=True, kw_only=True):
    """How an actor is written about at `span`; `role`: what it does or what is done to it there, if either."""

    actor_id: str
    span: Span
    polarity: Polarity
    score: float
    by: str
    role: Role | None = None
    evidence: tuple[Span, ...] = ()


class Share(Piece, frozen=True, kw_only=True):
    """How much room a speaker has in a document: words in what is theirs, those of them quoted, and parts of all.

    `by`: narrator, or the name of the speaker; `of_words` and `of_quoted` are 0 to 1. `country`: the side for which
    the speaker stands, ISO 3166-1 alpha-3, where that is known.
    """

    by: str
    actor_id: str | None
    words: int
    quoted: int
    of_words: float
    of_quoted: float
    country: str | None = None


class Framing(Piece, frozen=True, kw_only=True):
    """How an account tells it: what it calls whom, in which words, towards whom, and whom it gives room."""

    names: tuple[NameUse, ...] = ()
    headline: HeadlineCheck | None = None
    sentences: tuple[SentenceFraming, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    towards: tuple[Towards, ...] = ()
    shares: tuple[Share, ...] = ()


class Record(Piece, frozen=True, kw_only=True):
    """All that Sayso read in one document."""

    document: DocumentInfo
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    framing: Framing = Framing()
    notes: tuple[Note, ...] = ()
