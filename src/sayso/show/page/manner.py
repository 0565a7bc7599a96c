"""How each account tells it, side by side: whose words fill it, how much is view, which words take sides, for whom."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sayso.model.record import Framing, Loaded, Record, Towards
from sayso.show import words
from sayso.show.book import Book
from sayso.show.page.citations import Citations
from sayso.show.page.layers import DECIDED, LAYERS, Shade
from sayso.show.page.views import LayerView, MannerRow, MannerWords

SHOWN_FIRST: Final = "loaded"
SPEAKERS: Final = 4
LOADED: Final = 6
TOWARDS: Final = 4
BRIEFLY: Final = 2
SMALL_SHARE: Final = 0.005
Cell = tuple[MannerWords, ...]


def manner(book: Book, citations: Citations) -> tuple[MannerRow, ...]:
    """The rows of the table, each with a cell for every account; rows in which no account has anything are left out."""
    rows: tuple[tuple[str, Callable[[Book, Citations, Record], Cell]], ...] = (
        ("What it is", _kind),
        ("Whose words fill it", _room),
        ("Sentences that give a view", _views),
        ("Sentences that take a side", _slanted),
        ("Loaded words of its own", _own),
        ("Loaded words it quotes", _quoted),
        ("For and against, in its own voice", _towards),
        ("Acts, and is acted upon", _roles),
    )
    made = (MannerRow(head, tuple(_cell(book, citations, d, fill) for d in book.documents)) for head, fill in rows)
    return tuple(row for row in made if any(row.cells))


def _cell(book: Book, citations: Citations, document: str, fill: Callable[[Book, Citations, Record], Cell]) -> Cell:
    record = book.records.get(document)
    return fill(book, citations, record) if record is not None else ()


def in_brief(record: Record) -> str:
    """The same in a line: `gives a view in 14 of 40 sentences; loaded words of its own: “puppet”; against Sylvania`."""
    told, names = record.framing, {actor.id: actor.name for actor in record.actors}
    own = sorted((one for one in told.loaded if one.by == words.NARRATOR), key=lambda one: (-one.score, one.start))
    loaded = list(dict.fromkeys(f"“{words.clip(one.text, 40)}”" for one in own))[:LOADED]
    sides = [
        f"{sign} {words.listed(names.get(actor, '') for actor, _ in found.most_common(BRIEFLY))}"
        for sign, polarity in (("for", 1), ("against", -1))
        if (found := Counter(t.actor_id for t in told.towards if t.polarity == polarity and _leans(t)))
    ]
    views = sum(one.subjective >= DECIDED for one in told.sentences)
    counted = f"gives a view in {views} of {len(told.sentences)} sentences" if told.sentences else ""
    chosen = f"loaded words of its own: {', '.join(loaded)}" if loaded else ""
    return "; ".join(part for part in (counted, chosen, *sides) if part)


def layers(shaded: Mapping[str, Sequence[Shade]]) -> tuple[LayerView, ...]:
    """The layers that shade anything in some account, in their order. `shaded`: document id → its shades."""
    count = Counter(shade.layer for found in shaded.values() for shade in found)
    return tuple(
        LayerView(key, name, long, count[key], key == SHOWN_FIRST) for key, (name, long) in LAYERS.items() if count[key]
    )


def _plain(text: str) -> MannerWords:
    return MannerWords(text, 1, None)


def _kind(book: Book, citations: Citations, record: Record) -> Cell:
    info = record.document
    if info.genre == "unknown":
        return ()
    why = f" ({'; '.join(info.genre_why[:3])})" if info.genre_why else ""
    return (_plain(f"{info.genre}{why}"),)


def _room(book: Book, citations: Citations, record: Record) -> Cell:
    shares = [one for one in record.framing.shares if one.of_words >= SMALL_SHARE]
    shares.sort(key=lambda one: (one.by != words.NARRATOR, -one.of_words, one.by))
    return tuple(
        _plain(f"{book.speaker(one.by, record.document.id)} {one.of_words:.0%}") for one in shares[: SPEAKERS + 1]
    )


def _views(book: Book, citations: Citations, record: Record) -> Cell:
    return _of_sentences(record.framing, [one.subjective for one in record.framing.sentences])


def _slanted(book: Book, citations: Citations, record: Record) -> Cell:
    return _of_sentences(record.framing, [one.slanted for one in record.framing.sentences])


def _of_sentences(told: Framing, scores: Sequence[float]) -> Cell:
    if not scores:
        return ()
    number = sum(score >= DECIDED for score in scores)
    return (_plain(f"{number} of {len(scores)} ({number / len(scores):.0%})"),)


def _own(book: Book, citations: Citations, record: Record) -> Cell:
    return _words(citations, record, [one for one in record.framing.loaded if one.by == words.NARRATOR])


def _quoted(book: Book, citations: Citations, record: Record) -> Cell:
    return _words(citations, record, [one for one in record.framing.loaded if one.by != words.NARRATOR])


def _words(citations: Citations, record: Record, found: Sequence[Loaded]) -> Cell:
    """The words, the surest first, each once, with a link to where they first stand."""
    count = Counter(one.text.casefold() for one in found)
    first = {one.text.casefold(): one for one in reversed(found)}
    ordered = sorted(first, key=lambda text: (-count[text], -first[text].score, first[text].start))
    shown = tuple(_quote(citations, record, first[text], count[text]) for text in ordered[:LOADED])
    more = len(ordered) - LOADED
    return (*shown, _plain(f"and {more} more")) if more > 0 else shown


def _quote(citations: Citations, record: Record, one: Loaded, count: int) -> MannerWords:
    span = one.span
    return MannerWords(words.clip(one.text, 60), count, citations.cite(record.document.id, span, None))


def _towards(book: Book, citations: Citations, record: Record) -> Cell:
    """The actors written about with a side taken, those with most of it first: how often for, how often against."""
    own = [one for one in record.framing.towards if _leans(one)]
    names = {actor.id: actor.name for actor in record.actors}
    count = Counter(one.actor_id for one in own)
    return tuple(
        made
        for actor, _ in count.most_common(TOWARDS)
        for made in _leaning(citations, record, names.get(actor, ""), [one for one in own if one.actor_id == actor])
    )


def _leans(one: Towards) -> bool:
    """Whether the account takes a side in its own voice; harm done to somebody is no word against them."""
    return one.polarity != 0 and one.by == words.NARRATOR and one.role != "done-to"


def _leaning(citations: Citations, record: Record, name: str, found: Sequence[Towards]) -> Cell:
    made = []
    for polarity, sign in ((1, "+"), (-1, "−")):
        of = [one for one in found if one.polarity == polarity]
        if of:
            best = max(of, key=lambda one: one.score)
            ref = citations.cite(record.document.id, best.span, None)
            made.append(MannerWords(name or best.span.text, len(of), ref, sign))
    return tuple(made)


def _roles(book: Book, citations: Citations, record: Record) -> Cell:
    """Who acts and who is acted upon, by the claims: `Russia acts 12 times, is acted upon 3 times`."""
    does = Counter(party.name for claim in record.claims for party in claim.actors)
    done = Counter(party.name for claim in record.claims for party in claim.recipients if not claim.event.reciprocal)
    both = does + done
    return tuple(_plain(_role(name, does[name], done[name])) for name, _ in both.most_common(TOWARDS))


def _role(name: str, does: int, done: int) -> str:
    parts = [f"acts {_times(does)}" if does else "", f"is acted upon {_times(done)}" if done else ""]
    return f"{name} {', '.join(part for part in parts if part)}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
