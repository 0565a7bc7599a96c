"""The digest: a comparison in about a page of a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.model.comparison import ComparedEvent, Comparison, NameCount
from sayso.model.record import Record
from sayso.show import words
from sayso.show.book import Book, Telling, told, told_line
from sayso.show.page import summary, timeline
from sayso.show.page.character import character
from sayso.show.page.manner import in_brief
from sayso.show.page.voices import telling
from sayso.show.plain import chip, plain

TIMELINE = 12
DIFFERENCES = 5
NAMES = 4
SCENARIOS = 4
COMMITMENTS = 4


def digest(comparison: Comparison, records: Sequence[Record], console: Console) -> None:
    """Print what the report says in full: in one breath, timeline, differences, names, headlines, what is open."""
    book = Book(comparison, records)
    console.print(Text(plain(summary.title(book)), style="bold underline"))
    console.print(Text(plain(summary.subtitle(book)), style="dim"))
    for document in comparison.documents:
        by = ", ".join(part for part in (document.author, document.source) if part)
        line = Text(f"{book.letter(document.id)}  ", style="bold")
        line.append(plain(words.clip(book.title(document.id), 90)), style="not bold")
        tail = ", ".join(part for part in (by, told(document)) if part)
        console.print(line.append(f"  {plain(tail)}", style="dim not bold"))
        console.print(Text(f"   {plain(character(book, document.id))}", style="not bold"))
    _breath(book, console)
    _timeline(book, console)
    _differences(book, console)
    _names(book, console)
    _manner(book, console)
    _headlines(book, console)
    _scenarios(book, console)
    _commitments(book, console)
    _notes(book, console)


def _heading(console: Console, text: str) -> None:
    console.print(Text(f"\n{text}", style="bold"))


def _breath(book: Book, console: Console) -> None:
    _heading(console, "In one breath")
    for text, events in summary.findings(book):
        line = Text(text)
        for k, event in enumerate(events):
            line.append("; " if k else " ").append(_label(event)).append(f" ({_letters(book, event)})", "dim")
        console.print(line)


def _label(event: ComparedEvent) -> str:
    return plain(told_line(event))


def _letters(book: Book, event: ComparedEvent) -> str:
    return book.letters([account.document for account in event.accounts])


def _timeline(book: Book, console: Console) -> None:
    relation = book.main()
    events = timeline.events(book, relation) if relation else timeline.story(book)
    if not events:
        return
    chosen = {event.id for event in sorted(events, key=book.weight)[:TIMELINE]}
    name = f"Timeline: {relation.actor} and {relation.recipient}" if relation else timeline.STORY
    _heading(console, plain(name))
    found = _table(("when", "what", "status", "on whose say-so", "in"))
    for event in (event for event in events if event.id in chosen):
        tellings = book.tellings(event)
        says = words.listed(dict.fromkeys(telling.whose for telling in tellings))
        note = " (background)" if book.background(event) else ""
        when = plain(book.when(event)) + note
        found.add_row(when, Text(_label(event)), _chips(tellings), Text(plain(says)), _letters(book, event))
    console.print(found)
    _left(console, len(events) - len(chosen))


def _chips(tellings: Sequence[Telling]) -> Text:
    return Text(", ").join(chip(status) for status in dict.fromkeys(telling.status for telling in tellings))


def _left(console: Console, number: int) -> None:
    if number > 0:
        console.print(Text(f"and {number} more in the report", style="dim"))


def _table(names: Iterable[str]) -> Table:
    found = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for name in names:
        found.add_column(name, overflow="fold")
    return found


def _differences(book: Book, console: Console) -> None:
    events = [event for event in book.comparison.events if event.divergences]
    if not events:
        return
    _heading(console, "Where they differ")
    for event in sorted(events, key=book.weight)[:DIFFERENCES]:
        for found in event.divergences:
            line = Text(f"{_label(event)}: {words.field(found.field)}: ")
            values = (f"{plain(p.value)} ({book.letters(p.documents)})" for p in found.positions)
            console.print(line.append(words.dates(" / ".join(values))))
    _left(console, len(events) - DIFFERENCES)


def _names(book: Book, console: Console) -> None:
    by_actor: dict[str, list[NameCount]] = {}
    for found in book.comparison.names:
        by_actor.setdefault(found.actor, []).append(found)
    various = [actor for actor, of in by_actor.items() if telling(of)]
    various.sort(key=lambda actor: (-len({f.document for f in by_actor[actor]}), -len(by_actor[actor])))
    if various:
        _heading(console, "What each calls the others")
    for actor in various[:NAMES]:
        line = Text(f"{plain(actor)}: ", style="bold")
        cells = (_cell(book, document, by_actor[actor]) for document in book.documents)
        console.print(line.append("; ".join(cell for cell in cells if cell), style="not bold"))


def _cell(book: Book, document: str, counts: Sequence[NameCount]) -> str:
    of = sorted((found for found in counts if found.document == document), key=lambda found: -found.count)
    labels = (
        f"“{plain(found.label)}”" + (f" ×{found.count}" if found.count > 1 else "") + _by(found) for found in of[:4]
    )
    return f"{book.letter(document)} {', '.join(labels)}" if of else ""


def _by(found: NameCount) -> str:
    return "" if found.by == words.NARRATOR else f" ({plain(found.by)})"


def _manner(book: Book, console: Console) -> None:
    lines = {d: in_brief(record) for d in book.documents if (record := book.records.get(d)) is not None}
    if not any(lines.values()):
        return
    _heading(console, "How each tells it")
    for document, line in lines.items():
        if line:
            console.print(Text(f"{book.letter(document)}  {plain(line)}"))


def _headlines(book: Book, console: Console) -> None:
    if not book.comparison.headlines:
        return
    _heading(console, "Headline against body")
    for found in book.comparison.headlines:
        line = Text(f"{book.letter(found.document)}  {words.outcome(found.outcome)}")
        why = "" if found.outcome == "supported" else plain(found.why)
        console.print(line.append(f": {why}" if why else "", "dim"))


def _scenarios(book: Book, console: Console) -> None:
    if not book.comparison.scenarios:
        return
    _heading(console, "Scenarios (none told as having happened)")
    for k, found in enumerate(book.comparison.scenarios[:SCENARIOS], start=1):
        console.print(Text(f"{k}. {book.letter(found.document)}  {plain(words.clip(found.statement, 140))}"))
    _left(console, len(book.comparison.scenarios) - SCENARIOS)


def _commitments(book: Book, console: Console) -> None:
    every = {found.claim: found for relation in book.comparison.relations for found in relation.commitments}
    open_ones = [found for found in every.values() if found.open]
    if not open_ones:
        return
    _heading(console, "Still open")
    for found in open_ones[:COMMITMENTS]:
        line = Text(f"{book.letter(found.document)}  {plain(book.speaker(found.holder, found.document))}: ")
        line.append(plain(found.act))
        if found.conditions:
            line.append(f", if: {plain(words.clip(found.conditions[0].text, 100))}", "dim")
        console.print(line)
    _left(console, len(open_ones) - COMMITMENTS)


def _notes(book: Book, console: Console) -> None:
    for document in book.documents:
        for note in book.records[document].notes if document in book.records else ():
            if note.code not in words.QUIET:
                console.print(Text(f"note on {book.letter(document)}: {plain(note.message)}", style="yellow"))
