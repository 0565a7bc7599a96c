"""The views: what the template prints. Text is raw here; the template escapes it."""

import msgspec


class Ref(msgspec.Struct, frozen=True):
    """A link inside the page. `title` says where it goes."""

    href: str
    text: str
    title: str = ""


class Telling(msgspec.Struct, frozen=True):
    """How some accounts tell an event: the status, on whose say-so (`itself`: only its own), and where."""

    status: str
    chip: str
    says: str
    refs: tuple[Ref, ...]
    itself: bool = False


class Quote(msgspec.Struct, frozen=True):
    """Words of an account, with the link to them there (None: that account's text is not in the page)."""

    text: str
    ref: Ref | None


class Part(msgspec.Struct, frozen=True):
    """A run of a sentence, which may be a party's name."""

    text: str
    party: bool = False


class EventLine(msgspec.Struct, frozen=True):
    """One event as a line. `anchor` is "" where the event has its home elsewhere in the page."""

    number: int
    anchor: str
    parts: tuple[Part, ...]
    kind: str
    when: str
    tellings: tuple[Telling, ...]
    quote: Quote | None
    background: bool = False

    @property
    def what(self) -> str:
        """The event in words."""
        return "".join(part.text for part in self.parts)


class SummaryLine(msgspec.Struct, frozen=True):
    """A sentence of the summary and the events that it names."""

    text: str
    events: tuple[EventLine, ...] = ()


class Glance(msgspec.Struct, frozen=True):
    """An account in the table of accounts."""

    ref: Ref
    title: str
    by: str
    date: str
    words: int
    character: str
    notes: tuple[str, ...]


class Symbol(msgspec.Struct, frozen=True):
    """One event in the picture: from `x0` to `x1` in row `y`, its sign at `x`. Open ends carry an arrow."""

    number: int
    href: str
    title: str
    status: str
    x: float
    x0: float
    x1: float
    y: float
    number_x: float
    open_start: bool
    open_end: bool


class Tick(msgspec.Struct, frozen=True):
    """A date on the axis; `side` is where its text begins or ends."""

    x: float
    text: str
    side: str


class Picture(msgspec.Struct, frozen=True):
    """The timeline as a drawing, in its own units. `undated_x` is where the column of undated events begins."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    symbols: tuple[Symbol, ...]
    undated_x: float | None
    label: str


class RelationView(msgspec.Struct, frozen=True):
    anchor: str
    title: str
    lines: tuple[EventLine, ...]
    more: tuple[EventLine, ...]
    picture: Picture | None


class PositionView(msgspec.Struct, frozen=True):
    value: str
    refs: tuple[Ref, ...]


class DifferenceView(msgspec.Struct, frozen=True):
    """Where accounts of one event part: `field` in words, and what each says."""

    field: str
    kind: str
    positions: tuple[PositionView, ...]


class SharedView(msgspec.Struct, frozen=True):
    """An event that several accounts tell."""

    line: EventLine
    relation: str
    differences: tuple[DifferenceView, ...]
    origins: tuple[str, ...]
    omitted_by: str


class OnlyView(msgspec.Struct, frozen=True):
    """What one account alone tells."""

    ref: Ref
    title: str
    lines: tuple[EventLine, ...]
    more: tuple[EventLine, ...]


class VoiceView(msgspec.Struct, frozen=True):
    speaker: str
    kind: str
    statements: int
    quoted_words: int
    alone: tuple[Ref, ...]
    refs: tuple[Ref, ...]


class VoicesView(msgspec.Struct, frozen=True):
    """The speakers of an account: those with something of their own to say, and in passing the others."""

    ref: Ref
    title: str
    voices: tuple[VoiceView, ...]
    passing: tuple[VoiceView, ...]


class LabelView(msgspec.Struct, frozen=True):
    label: str
    count: int
    ref: Ref | None


class SpeakerLabels(msgspec.Struct, frozen=True):
    """What one speaker of one account calls an actor."""

    by: str
    labels: tuple[LabelView, ...]


class NamesView(msgspec.Struct, frozen=True):
    """What the accounts call one actor: a cell for each account, in their order."""

    actor: str
    cells: tuple[tuple[SpeakerLabels, ...], ...]


class HeadlineView(msgspec.Struct, frozen=True):
    ref: Ref
    headline: Quote
    outcome: str
    sign: str
    why: str
    evidence: tuple[Quote, ...]


class ScenarioView(msgspec.Struct, frozen=True):
    anchor: str
    number: str
    account: Ref
    holder: str
    quote: Quote
    conditions: tuple[Quote, ...]
    events: tuple[Ref, ...]


class CommitmentView(msgspec.Struct, frozen=True):
    anchor: str
    account: Ref
    holder: str
    act: str
    open: bool
    conditions: tuple[Quote, ...]
    quote: Quote | None


class Back(msgspec.Struct, frozen=True):
    """A link from highlighted words back to what rests on them."""

    href: str
    text: str


class WhyView(msgspec.Struct, frozen=True):
    """Why a layer marks the words that begin here."""

    layer: str
    text: str


class Piece(msgspec.Struct, frozen=True):
    """A run of an account's text. `marks` are the ids of the evidence it belongs to, `starts` those that begin here.

    `layers` are the classes of the layers that shade it; `whys` belong to the shades that begin here.
    """

    text: str
    marks: str
    starts: tuple[str, ...]
    backs: tuple[Back, ...]
    layers: str = ""
    whys: tuple[WhyView, ...] = ()

    @property
    def stops(self) -> str:
        """The layers for which the keyboard stops here."""
        return " ".join(dict.fromkeys(why.layer for why in self.whys))


class Paragraph(msgspec.Struct, frozen=True):
    kind: str
    pieces: tuple[Piece, ...]


class AccountView(msgspec.Struct, frozen=True):
    """An account in full. `paragraphs` is empty where the record came without its text; then `quotes` stand in."""

    letter: str
    title: str
    by: str
    date: str
    url: str
    link: str
    headline: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Paragraph, ...]
    quotes: tuple[Paragraph, ...]


class LayerView(msgspec.Struct, frozen=True):
    """A layer that can be switched; `shown` from the start or not."""

    key: str
    name: str
    long: str
    shades: int
    shown: bool


class MannerWords(msgspec.Struct, frozen=True):
    """Words with how often they stand there."""

    text: str
    count: int
    ref: Ref | None
    sign: str = ""


class MannerRow(msgspec.Struct, frozen=True):
    """A row of the table of tellings: a cell for each account, of plain words and of an account's own."""

    head: str
    cells: tuple[tuple[MannerWords, ...], ...]


class NoteView(msgspec.Struct, frozen=True):
    account: Ref
    message: str
    quote: Quote | None


class LegendEntry(msgspec.Struct, frozen=True):
    status: str
    short: str
    long: str


class Page(msgspec.Struct, frozen=True):
    """Everything the template prints."""

    title: str
    subtitle: str
    summary: tuple[SummaryLine, ...]
    glances: tuple[Glance, ...]
    relations: tuple[RelationView, ...]
    more_relations: tuple[RelationView, ...]
    differing: tuple[SharedView, ...]
    agreeing: tuple[SharedView, ...]
    omissions: tuple[SharedView, ...]
    only: tuple[OnlyView, ...]
    voices: tuple[VoicesView, ...]
    letters: tuple[Ref, ...]
    names: tuple[NamesView, ...]
    more_names: tuple[NamesView, ...]
    event_names: tuple[NamesView, ...]
    manner: tuple[MannerRow, ...]
    layers: tuple[LayerView, ...]
    headlines: tuple[HeadlineView, ...]
    scenarios: tuple[ScenarioView, ...]
    commitments: tuple[CommitmentView, ...]
    accounts: tuple[AccountView, ...]
    notes: tuple[NoteView, ...]
    legend: tuple[LegendEntry, ...]
