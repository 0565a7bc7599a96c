"""Records made by hand for the store's tests: two small accounts and their comparison."""

import pytest

from sayso.model.comparison import Account, ComparedDocument, ComparedEvent, Comparison, Origin
from sayso.model.document import Document, Note, Section
from sayso.model.record import (
    Actor,
    Attribution,
    BySource,
    Claim,
    DocumentInfo,
    Event,
    EventTime,
    Framing,
    HeadlineCheck,
    Loaded,
    Made,
    NameUse,
    Party,
    Place,
    Record,
    Scenario,
    SentenceFraming,
    Share,
    Speaker,
    TimeExpression,
    Towards,
)  # fmt: skip
from sayso.model.span import Span

TEXT = "Norland said on 4 May 2021 that Sudmark shelled Harbour Town. If Sudmark attacks again, troops may follow."


class Writer:
    """Spans of a document by their words, for tests only."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return self.document.span(start, start + len(words))

    def party(self, words: str, code: str) -> Party:
        return Party(name=words, span=self.span(words), code=code, country=code[:3], actor_id=code)


def shelling(writer: Writer, document: str, start: str | None = "2021-05") -> Claim:
    return Claim(
        id=f"claim-{document}", time=EventTime(start=start, end=None, precision="month", basis="stated"),
        event=Event(plover="ASSAULT", mode="artillery", cameo="194", quad=4, goldstein=-10.0,
                    trigger=writer.span("shelled")),
        actors=(writer.party("Sudmark", "SUDMIL"),), recipients=(writer.party("Harbour Town", "NOR"),),
        place=Place(name="Harbour Town", country="NOR", lat=1.5, lon=2.5, span=writer.span("Harbour Town")),
        attribution=("att-1",), certainty="CT+", value=3.0,
        by_source=(BySource(attribution="att-1", certainty="CT+", value=3.0),),
        status="claimed", conditions=(writer.span("If Sudmark attacks again"),), scenario=None,
        evidence=(writer.span("Sudmark shelled Harbour Town"),), confidence=0.8,
        made=Made(by="events", rule="shell", version="1"),
    )  # fmt: skip


def record(document: str, start: str | None = "2021-05") -> Record:
    found = Document(TEXT, id=document, title="Shelling in the north", published="2021-05-05")
    writer = Writer(found)
    said = (writer.document.text.index("Sudmark"), writer.document.text.index("."))
    return Record(
        document=DocumentInfo(
            id=document, text=TEXT, title=found.title, published="2021-05-05", published_basis="given", language="en",
            sections=(Section("body", 0, len(TEXT)),), genre="report", genre_score=0.7,
        ),
        actors=(Actor(id="SUDMIL", name="Sudmark", code="SUDMIL", country="SUD", mentions=(writer.span("Sudmark"),)),),
        attributions=(Attribution(
            id="att-1", source=((0, 7),), cue=((8, 12),), content=(said,), mode="indirect", stance="asserts",
            speaker=Speaker(name="Norland", text="Norland", code="NOR"),
        ),),
        claims=(shelling(writer, document, start),),
        times=(TimeExpression(start=16, end=26, text="4 May 2021", type="DATE", value="2021-05-04",
                              from_="2021-05-04"),),
        scenarios=(Scenario(
            id="scen-1", statement=writer.span("troops may follow"), holder="narrator",
            conditions=(writer.span("If Sudmark attacks again"),), set="set-1",
        ),),
        framing=Framing(
            names=(NameUse(actor_id="SUDMIL", label="Sudmark", span=writer.span("Sudmark"), by="att-1"),),
            headline=HeadlineCheck(outcome="attributed", why="only Norland says so"),
            sentences=(SentenceFraming(start=0, end=27, subjective=0.2, slanted=0.1),),
            loaded=(Loaded(start=28, end=30, text=TEXT[28:30], technique="fear", score=0.7, by="narrator"),),
            towards=(Towards(actor_id="SUDMIL", span=writer.span("Sudmark"), polarity=-1, score=0.9, by="att-1"),),
            shares=(Share(by="Norland", actor_id=None, words=9, quoted=0, of_words=0.5, of_quoted=0.0),),
        ),
        notes=(Note("encoding", "some bytes did not fit", writer.span("troops")),),
    )  # fmt: skip


@pytest.fixture
def first() -> Record:
    return record("doc-a")


@pytest.fixture
def second() -> Record:
    return record("doc-b", start="2023")


@pytest.fixture
def comparison(first: Record, second: Record) -> Comparison:
    accounts = tuple(
        Account(document=r.document.id, claims=(r.claims[0].id,), status="claimed") for r in (first, second)
    )
    event = ComparedEvent(
        id="event-1", plover="ASSAULT", cameo="194", actors=("Sudmark",), recipients=("Harbour Town",),
        time=EventTime(start="2021-05"), place=None, accounts=accounts, numbers=(), relation="agree",
        divergences=(),
        origins=(Origin(name="Norland", documents=("doc-a", "doc-b"), why="both cite it"),), omitted_by=(),
        linked_by=(),
    )  # fmt: skip
    documents = tuple(ComparedDocument(id=r.document.id) for r in (first, second))
    return Comparison(documents=documents, events=(event,))
