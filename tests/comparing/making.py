"""Records made by hand for the tests of comparing: a text, and claims at words of it."""

from sayso.model.document import Document, Section
from sayso.model.ids import stable_id
from sayso.model.record import (
    Attribution,
    Claim,
    DocumentInfo,
    Event,
    EventTime,
    Framing,
    HeadlineCheck,
    Made,
    NameUse,
    Party,
    Place,
    Record,
    Scenario,
    Speaker,
    Status,
)
from sayso.model.span import Span

CODES = {
    "Russia": ("RUS", "RUS"),
    "Vladimir Putin": ("RUSGOV", "RUS"),
    "Taliban": ("TAL", None),
    "Ukraine": ("UKR", "UKR"),
    "Syria": ("SYR", "SYR"),
    "United States": ("USA", "USA"),
    "Tajikistan": ("TJK", "TJK"),
    "Iran": ("IRN", "IRN"),
    "Israel": ("ISR", "ISR"),
}


class Account:
    """Builds one record; words are looked for in the text only here, where the test wrote both."""

    def __init__(self, name: str, text: str, *, published: str | None = None, title: str | None = None) -> None:
        self.document = Document(text, id=name, title=title, source=name.upper(), published=published)
        self.claims: list[Claim] = []
        self.attributions: list[Attribution] = []
        self.scenarios: list[Scenario] = []
        self.names: list[NameUse] = []
        self.headline: HeadlineCheck | None = None
        self.sections: tuple[Section, ...] = (Section("body", 0, len(text)),)

    def words(self, words: str) -> Span:
        start = self.document.text.index(words)
        return self.document.span(start, start + len(words))

    def sentence(self, words: str) -> Span:
        text, at = self.document.text, self.document.text.index(words)
        end = text.find(".", at)
        return self.document.span(text.rfind(".", 0, at) + 1, end + 1 if end >= 0 else len(text))

    def says(self, name: str, content: str, *, mode: str = "indirect", kind: str = "named") -> str:
        source, said = self.words(name), self.words(content)
        code, country = CODES.get(name, (None, None))
        speaker = Speaker(name=name, text=name, code=code, country=country, kind=kind)  # type: ignore[arg-type]
        found = Attribution(
            id=stable_id("attribution", self.document.id, source.start, said.start),
            source=((source.start, source.end),),
            cue=(),
            content=((said.start, said.end),),
            speaker=speaker,
            mode=mode,  # type: ignore[arg-type]
            stance="asserts",
        )
        self.attributions.append(found)
        return found.id

    def party(self, name: str, at: Span) -> Party:
        code, country = CODES.get(name, (None, None))
        return Party(name=name, span=at, code=code, country=country)

    def claim(
        self,
        trigger: str,
        plover: str | None,
        cameo: str | None,
        actors: tuple[str, ...],
        recipients: tuple[str, ...],
        *,
        status: Status = "happened",
        by: tuple[str, ...] = (),
        time: EventTime | None = None,
        place: tuple[str, str, float, float] | None = None,
        conditions: tuple[str, ...] = (),
        scenario: str | None = None,
        section: str = "body",
        goldstein: float | None = None,
        reciprocal: bool = False,
    ) -> str:
        span = self.words(trigger)
        event = Event(
            plover=plover, mode=None, cameo=cameo, quad=1, goldstein=goldstein, trigger=span, reciprocal=reciprocal
        )
        found = Claim(
            id=stable_id("claim", self.document.id, span.start, actors, recipients, by),
            event=event,
            actors=tuple(self.party(name, span) for name in actors),
            recipients=tuple(self.party(name, span) for name in recipients),
            time=time or EventTime(),
            place=Place(name=place[0], country=place[1], lat=place[2], lon=place[3], span=span) if place else None,
            attribution=by,
            certainty="CT+",
            value=3.0,
            by_source=(),
            status=status,
            conditions=tuple(self.words(words) for words in conditions),
            scenario=scenario,
            evidence=(self.sentence(trigger),),
            confidence=0.8,
            made=Made(by="test", rule="hand", version="1"),
            section=section,
        )
        self.claims.append(found)
        return found.id

    def scenario(self, statement: str) -> str:
        span = self.words(statement)
        found = Scenario(
            id=stable_id("scenario", span.start), statement=span, conditions=(), holder="narrator", set="1"
        )
        self.scenarios.append(found)
        return found.id

    def record(self) -> Record:
        document = self.document
        info = DocumentInfo(
            id=document.id, text=document.text, title=document.title, source=document.source,
            published=document.published, published_basis="given" if document.published else "unknown",
            sections=self.sections,
        )  # fmt: skip
        return Record(
            document=info,
            attributions=tuple(self.attributions),
            claims=tuple(self.claims),
            scenarios=tuple(self.scenarios),
            framing=Framing(names=tuple(self.names), headline=self.headline),
        )


def day(date: str) -> EventTime:
    """A day the words state."""
    return EventTime(start=date, end=date, precision="day", basis="stated")
