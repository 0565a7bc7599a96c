"""Our own sentences by their shape: whether the act is found, and with the parties that the sentence gives it.

The shapes and their sentences are in constructions.yaml, those in the length of real news in constructions-news.yaml;
the events stage is asked, with the actor table.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from sayso.lexicon.bundle import Lexicon
from sayso.model.document import Document, Section
from sayso.model.flow import EventMention, Parse
from sayso.reading import actors, events
from sayso.reading.reader import Options, Reader

Side = tuple[frozenset[str], ...] | None
"""The words by which each party of a side may be named; None for a side left open."""


class Wanted(msgspec.Struct, frozen=True):
    """What one sentence says: the types it may be given and who stands on each side."""

    shape: str
    text: str
    types: frozenset[str]
    actors: Side
    recipients: Side


def wanted(path: Path) -> Iterator[Wanted]:
    """The sentences of a file, in order. Raises ValueError for a line without an arrow or a ">"."""
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["constructions"]:
        for line in entry["say"]:
            text, arrow, told = line.rpartition(" => ")
            types, _, parties = told.partition(" ")
            first, between, second = parties.partition(">")
            if not arrow or not between:
                raise ValueError(f"no event in {line!r}")
            kinds = frozenset(types.split("|")) - {"?"}
            yield Wanted(entry["shape"], text, kinds, _side(first), _side(second))


def measure(path: Path) -> dict[str, float]:
    """Over the files that begin with the stem of `path`: the shares of sentences that give what they are marked with.

    `typed`: an event of the type; `parties`: one with both its sides too.
    """
    entries = [entry for part in sorted(path.parent.glob(f"{path.stem}*.yaml")) for entry in wanted(part)]
    reader = Reader.load(Options(fast=True))
    documents = [(Document(entry.text, language="en"), (Section("body", 0, len(entry.text)),)) for entry in entries]
    pairs = zip(entries, reader.parsed(documents), strict=True)
    judged = [_judged(entry, parse, reader.lexicon) for entry, parse in pairs]
    return {name: sum(one[k] for one in judged) / len(judged) for k, name in enumerate(("typed", "parties"))}


def _judged(entry: Wanted, parse: Parse, lexicon: Lexicon) -> tuple[bool, bool]:
    found = events.find(parse, lexicon.events, actors.find(parse, lexicon.actors, None))
    typed = [event for event in found if not entry.types or event.plover in entry.types]
    return bool(typed), any(_right(entry, event, parse) for event in typed)


def _right(entry: Wanted, event: EventMention, parse: Parse) -> bool:
    return _fits(entry.actors, event.actors, parse) and _fits(entry.recipients, event.recipients, parse)


def _fits(side: Side, heads: tuple[int, ...], parse: Parse) -> bool:
    if side is None:
        return True
    named = [parse.words[head].text for head in heads]
    all_told = all(any(name in party for name in named) for party in side)
    return all_told and len(named) == len(side) and all(any(name in party for party in side) for name in named)


def _side(words: str) -> Side:
    if words.strip() == "?":
        return None
    return tuple(frozenset(party.strip().split("/")) for party in words.split(",") if party.strip())
