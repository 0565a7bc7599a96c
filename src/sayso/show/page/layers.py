"""How an account tells it, as layers over its text that a reader switches on: each shade with its why."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal

import msgspec

from sayso.model.record import Attribution, Loaded, Record, SentenceFraming, Towards
from sayso.show import words
from sayso.show.book import Book, called

Layer = Literal["loaded", "towards", "slanted", "subjective", "voice"]
DECIDED: Final = 0.5
POLARITY: Final[Mapping[int, str]] = MappingProxyType(
    {1: "Favourable to", 0: "Neither for nor against", -1: "Unfavourable to"}
)
HARM: Final[Mapping[int, str]] = MappingProxyType({1: ", to its good", 0: "", -1: ", to its harm"})
SIDES: Final[Mapping[int, str]] = MappingProxyType({1: "for", 0: "", -1: "against"})
LAYERS: Final[Mapping[Layer, tuple[str, str]]] = MappingProxyType(
    {
        "loaded": ("Loaded words", "words that take sides, with the technique"),
        "towards": ("For and against", "where an actor is written about favourably (+) or unfavourably (−)"),
        "slanted": ("Slanted sentences", "sentences whose wording takes a side"),
        "subjective": ("Subjective sentences", "sentences that give a view rather than report"),
        "voice": ("Somebody else’s words", "what is said on a speaker’s say-so, quoted or not"),
    }
)


class Shade(msgspec.Struct, frozen=True):
    """Text `[start, end)` that a layer marks (of the title where `in_title`); `kind` refines the layer's look."""

    start: int
    end: int
    in_title: bool
    layer: Layer
    why: str
    kind: str = ""


def shades(book: Book, record: Record) -> tuple[Shade, ...]:
    """Every shade of a record, in the order of its text."""
    told = record.framing
    by = {found.id: book.speaker(called(found.speaker), record.document.id) for found in record.attributions}
    names = {actor.id: actor.name for actor in record.actors}
    found: list[Shade] = [_loaded(one, by) for one in told.loaded]
    found += [_towards(one, by, names) for one in told.towards]
    for sentence in told.sentences:
        found += _sentence(sentence)
    for said in record.attributions:
        found += _voice(said, by[said.id])
    return tuple(sorted(found, key=lambda shade: (shade.start, shade.end)))


def _loaded(one: Loaded, by: Mapping[str, str]) -> Shade:
    whose = by.get(one.by)
    why = f"Loaded: {one.technique}{f', in the words of {whose}' if whose else ''}"
    return Shade(one.start, one.end, one.where == "title", "loaded", _full(why, one.why), "theirs" if whose else "")


def _towards(one: Towards, by: Mapping[str, str], names: Mapping[str, str]) -> Shade:
    """For and against; what is done to somebody is no word against them: it is marked without a sign."""
    name, whose = names.get(one.actor_id, one.span.text), by.get(one.by)
    says = f", says {whose}" if whose else ""
    at = one.span.start, one.span.end, one.span.where == "title"
    if one.role == "done-to":
        return Shade(*at, "towards", f"{name}: acted upon here{HARM[one.polarity]}{says}")
    role = "; acts here" if one.role else ""
    return Shade(*at, "towards", f"{POLARITY[one.polarity]} {name}{says}{role}", SIDES[one.polarity])


def _sentence(one: SentenceFraming) -> Iterator[Shade]:
    in_title = one.where == "title"
    if one.slanted >= DECIDED:
        yield Shade(one.start, one.end, in_title, "slanted", _full(f"Slanted ({one.slanted:.2f})", one.why))
    if one.subjective >= DECIDED:
        yield Shade(one.start, one.end, in_title, "subjective", _full(f"Subjective ({one.subjective:.2f})", one.why))


def _voice(said: Attribution, whose: str) -> Iterator[Shade]:
    how = {"direct": "quoted", "mixed": "partly quoted"}.get(said.mode, "reported")
    for start, end in said.content:
        yield Shade(start, end, said.where == "title", "voice", f"{whose}, {how}")


def _full(head: str, why: str) -> str:
    return words.clip(f"{head}: {why}" if why else head, 240)


def by_stretch(found: Sequence[Shade], starts: Sequence[int], ends: Sequence[int]) -> dict[int, list[Shade]]:
    """The shades of the text that each stretch `[starts[k], ends[k])` holds some of. Stretches are in order."""
    placed: dict[int, list[Shade]] = defaultdict(list)
    for shade in found:
        k = max(0, bisect_right(starts, shade.start) - 1)
        while k < len(starts) and starts[k] < shade.end:
            if ends[k] > shade.start:
                placed[k].append(shade)
            k += 1
    return placed
