"""Records in, one comparison out. A pure function: the same records give the same comparison."""

from collections.abc import Sequence

from sayso.comparing import framing
from sayso.comparing.about import Question
from sayso.comparing.background import background
from sayso.comparing.events import compared
from sayso.comparing.incidents import joined
from sayso.comparing.link import PairModel, Resources, packaged
from sayso.comparing.link.claims import likely
from sayso.comparing.linking import cluster
from sayso.comparing.relations import Entry, relations
from sayso.comparing.sides import Sides
from sayso.comparing.view import view
from sayso.comparing.voices import voices
from sayso.comparing.when import interval
from sayso.lexicon.incidents import IncidentLexicon
from sayso.lexicon.numbers import NumberLexicon
from sayso.lexicon.voices import VoiceLexicon
from sayso.model.comparison import ComparedDocument, Comparison
from sayso.model.record import Record


def compare(
    records: Sequence[Record],
    *,
    about: tuple[str, ...] = (),
    since: str | None = None,
    until: str | None = None,
    numbers: NumberLexicon | None = None,
    incidents: IncidentLexicon | None = None,
    sources: VoiceLexicon | None = None,
    evidence: tuple[PairModel, Resources] | None = None,
) -> Comparison:
    """Set records side by side.

    `about`: names or codes of parties; only events with all of them are kept. `since`, `until`: ISO dates of any
    precision; events that certainly lie outside are left out. Two records of one document id: the last counts.
    Raises ValueError for a date that is none.
    """
    question = Question(about, since, until)
    kept = tuple({record.document.id: record for record in records}.values())
    counting = numbers or NumberLexicon.load()
    told = view(kept, counting)
    linked = cluster(told, likely(told, kept, *(evidence or packaged())))
    clusters = joined(linked, told, kept, incidents or IncidentLexicon.load(), counting)
    behind = background(kept, counting, sources or VoiceLexicon.load())
    entries = [Entry(compared(one, behind), one.members) for one in clusters]
    wanted = [entry for entry in entries if question.wants(entry.members, interval(entry.event.time))]
    events = tuple(entry.event for entry in wanted)
    return Comparison(
        documents=tuple(_document(record) for record in kept),
        events=events,
        relations=relations(wanted, kept, Sides(told), question),
        names=framing.names(kept),
        voices=voices(kept, clusters),
        headlines=framing.headlines(kept),
        scenarios=framing.scenarios(kept, events),
        event_names=framing.event_names(kept, events),
    )


def _document(record: Record) -> ComparedDocument:
    info = record.document
    return ComparedDocument(
        id=info.id, title=info.title, source=info.source, author=info.author, published=info.published,
        published_basis=info.published_basis, genre=info.genre,
    )  # fmt: skip
