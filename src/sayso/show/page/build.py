"""The page from its parts, in the order in which their events are numbered."""

from collections.abc import Sequence

from sayso.model.comparison import Comparison
from sayso.model.record import Record
from sayso.show import words
from sayso.show.book import Book
from sayso.show.page import accounts, manner, outlook, shared, summary, timeline, voices
from sayso.show.page.citations import Citations
from sayso.show.page.events import line
from sayso.show.page.layers import shades
from sayso.show.page.views import LegendEntry, Page, SummaryLine


def build(comparison: Comparison, records: Sequence[Record]) -> Page:
    """All that the page shows. The parts are made in reading order; the accounts last, with every mark."""
    book = Book(comparison, records)
    citations = Citations(book)
    main, rest = timeline.relations(book, citations)
    differing, agreeing = shared.shared(book, citations)
    omissions = shared.omissions(book, citations)
    disputed = shared.disputed(book, citations)
    only = shared.only(book, citations)
    shaded = {document: shades(book, record) for document, record in book.records.items()}
    named, more_names = voices.names(book, citations)
    return Page(
        title=summary.title(book),
        subtitle=summary.subtitle(book),
        summary=_summary(book, citations),
        glances=accounts.glances(book, citations),
        relations=main,
        more_relations=rest,
        differing=differing + disputed,
        agreeing=agreeing,
        omissions=omissions,
        only=only,
        voices=voices.voices(book, citations),
        letters=tuple(citations.account(document) for document in book.documents),
        names=named,
        more_names=more_names,
        event_names=voices.event_names(book, citations, len(named) + len(more_names)),
        manner=manner.manner(book, citations),
        layers=manner.layers(shaded),
        headlines=outlook.headlines(book, citations),
        scenarios=outlook.scenarios(book, citations),
        commitments=outlook.commitments(book, citations),
        notes=accounts.notes(book, citations),
        legend=tuple(LegendEntry(key, found.short, found.long) for key, found in words.STATUS.items()),
        accounts=accounts.accounts(book, citations, shaded),
    )


def _summary(book: Book, citations: Citations) -> tuple[SummaryLine, ...]:
    return tuple(
        SummaryLine(text, tuple(line(book, citations, event, home=False, quote=False) for event in events))
        for text, events in summary.findings(book)
    )
