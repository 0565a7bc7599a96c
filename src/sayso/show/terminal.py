"""What a terminal shows: the digest of a comparison, a record as a table, any id, and why a claim is coded as it is.

Text from accounts goes through `plain`, so that no control sequence of a hostile page reaches the terminal, and is
never read as markup.
"""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.model.comparison import ComparedEvent
from sayso.model.record import Actor, Attribution, Claim, Party, Piece, Record, Scenario
from sayso.show import words
from sayso.show.digest import digest
from sayso.show.plain import chip, parties, plain

__all__ = ["digest", "explain", "show", "table"]
_ROW_WORDS = 60


def table(record: Record, console: Console) -> None:
    """One record: a line for each claim, with its id first, then what could not be read."""
    info = record.document
    head = Text(plain(info.title or info.source or info.id), style="bold")
    dated = words.dates(info.published) + f" ({words.basis(info.published_basis)})" if info.published else "no date"
    console.print(head)
    console.print(Text(plain(f"{info.id}   {dated}   {info.genre}"), style="dim"))
    if record.claims:
        console.print(_claims(record))
    else:
        console.print(Text("no claims found", style="dim"))
    for note in record.notes:
        console.print(Text(plain(f"note: {note.message}"), style="yellow"))


def _claims(record: Record) -> Table:
    found = Table(box=None, pad_edge=False, header_style="dim", expand=False)
    for name, ratio in (("id", None), ("who", 2), ("what", 3), ("whom", 2), ("when", None), ("status", None)):
        found.add_column(name, ratio=ratio, overflow="fold", no_wrap=name == "id")
    found.add_column("says who", ratio=2, overflow="fold")
    for claim in record.claims:
        found.add_row(
            Text(claim.id, style="dim"),
            Text(parties(party.name for party in claim.actors)),
            Text(plain(claim.event.trigger.text)) + Text(f" {claim.event.plover or ''}", style="dim"),
            Text(parties(party.name for party in claim.recipients)),
            Text(_when(claim)),
            chip(claim.status),
            Text(plain(_chain(claim, record))),
        )
    return found


def _when(claim: Claim) -> str:
    start, end = claim.time.start, claim.time.end
    if start == end:
        return start or ""
    return f"{start or ''}..{end or ''}"


def _chain(claim: Claim, record: Record) -> str:
    """Who says so, outermost first: `BBC > Putin`; "" for the narrator."""
    by_id = {found.id: found for found in record.attributions}
    return " > ".join(by_id[key].speaker.name for key in claim.attribution if key in by_id)


def show(piece: Piece, record: Record | None, console: Console) -> None:
    """What an id stands for: a document, claim, attribution, actor, scenario or compared event, with its words."""
    if isinstance(piece, Record):
        table(piece, console)
    elif isinstance(piece, Claim):
        _show_claim(piece, record, console)
    elif isinstance(piece, Attribution):
        _show_attribution(piece, record, console)
    elif isinstance(piece, Actor):
        _fields(console, piece.name, (("code", piece.code), ("country", piece.country), ("kind", piece.kind)))
        _words(console, (span.text for span in piece.mentions), "mentioned as")
    elif isinstance(piece, Scenario):
        _fields(console, "Scenario", (("id", piece.id), ("held by", piece.holder), ("set", piece.set)))
        _words(console, (span.text for span in (piece.statement, *piece.conditions)), "words")
    elif isinstance(piece, ComparedEvent):
        _show_event(piece, console)
    else:
        console.print_json(data=piece.to_dict())


def _show_claim(claim: Claim, record: Record | None, console: Console) -> None:
    place = claim.place.name if claim.place else None
    rows = (
        ("id", claim.id),
        ("type", " ".join(part for part in (claim.event.plover, claim.event.mode, claim.event.cameo) if part)),
        ("who", _named(claim.actors)),
        ("whom", _named(claim.recipients)),
        ("when", _when(claim) or "not dated"),
        ("where", place),
        ("status", f"{claim.status} ({words.status(claim.status).long})"),
        ("certainty", f"{claim.certainty} ({claim.value:+.1f} on a scale of -3 to 3)"),
        ("says who", _chain(claim, record) if record and claim.attribution else words.ITSELF),
        ("scenario", claim.scenario),
        ("confidence", f"{claim.confidence:.2f}"),
    )
    _fields(console, claim.event.trigger.text, rows)
    _words(console, (span.text for span in claim.evidence), "words")
    _words(console, (span.text for span in claim.conditions), "only if")


def _named(found: Sequence[Party]) -> str:
    names = (f"{party.name} [{party.code}]" if party.code else party.name for party in found)
    return ", ".join(names) or "nobody named"


def _show_attribution(found: Attribution, record: Record | None, console: Console) -> None:
    speaker = found.speaker
    rows = (
        ("id", found.id),
        ("speaker", f"{speaker.name} ({speaker.kind})"),
        ("stance", found.stance),
        ("speech", found.mode),
        ("within", found.within),
        ("rule", found.rule),
    )
    _fields(console, speaker.name, rows)
    text = _text_of(found, record)
    for name, ranges in (("source", found.source), ("cue", found.cue), ("content", found.content)):
        _words(console, (text[start:end] for start, end in ranges), name)


def _text_of(found: Attribution, record: Record | None) -> str:
    if record is None:
        return ""
    return (record.document.title if found.where == "title" else record.document.text) or ""


def _show_event(event: ComparedEvent, console: Console) -> None:
    time = event.time
    rows = (
        ("id", event.id),
        ("type", " ".join(part for part in (event.plover, event.cameo) if part)),
        ("when", f"{time.start or ''}..{time.end or ''}" if time.start or time.end else "not dated"),
        ("accounts", words.relation(event.relation)),
    )
    _fields(console, event.label or event.trigger, rows)
    for account in event.accounts:
        line = Text("  ") + chip(account.status) + Text(f" {plain(account.document)} {' '.join(account.claims)}")
        console.print(line)
        _words(console, (span.text for span in account.spans), "words")


def explain(claim: Claim, record: Record, console: Console) -> None:
    """Why a claim is coded as it is: its words, who says so, each cue, and the rule behind each decision."""
    _show_claim(claim, record, console)
    by_id = {found.id: found for found in record.attributions}
    for depth, key in enumerate(key for key in claim.attribution if key in by_id):
        console.print(Text(f"\nsource {depth + 1}, {'outermost' if depth == 0 else 'inside the one before'}", "bold"))
        _show_attribution(by_id[key], record, console)
    for found in claim.by_source:
        speaker = by_id[found.attribution].speaker.name if found.attribution in by_id else found.attribution
        console.print(Text(plain(f"  as {speaker} sees it: {found.certainty} ({found.value:+.1f})")))
    console.print(Text("\nwhy", "bold"))
    console.print(_reasons(claim))


def _reasons(claim: Claim) -> Table:
    found = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("stage", "gave", "rule", "words"):
        found.add_column(name, overflow="fold")
    for step in claim.why:
        said = plain(words.clip(step.span.text, _ROW_WORDS)) if step.span else ""
        found.add_row(*(Text(plain(part)) for part in (step.stage, step.gave, step.rule, said)))
    made = claim.made
    found.add_row(*(Text(plain(part)) for part in (made.by, claim.event.plover or "no type", made.rule, made.version)))
    return found


def _fields(console: Console, title: str, rows: Iterable[tuple[str, str | None]]) -> None:
    console.print(Text(plain(title), style="bold"))
    for name, value in rows:
        if value:
            console.print(Text(f"  {name:<11}", style="dim") + Text(plain(value)))


def _words(console: Console, found: Iterable[str], name: str) -> None:
    for k, text in enumerate(found):
        head = Text(f"{name if k == 0 else '':<11}", style="dim")
        console.print(Padding(head + Text(f"“{plain(words.clip(text, 400))}”"), (0, 0, 0, 2)))
