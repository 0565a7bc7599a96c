"""A mention of an event as linking sees it: its word, who takes part, when and where, and the words around it."""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from sayso.lexicon.events import EventLexicon
from sayso.model.flow import ActorTable, FoundPlace, FoundTime, Parse

CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
LIGHT: Final = frozenset(
    {"be", "have", "do", "make", "take", "get", "give", "go", "come", "put", "hold", "keep", "set"}
)
Keys = frozenset[str]


class Mention(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One mention. Sets hold keys that two mentions may share: lemmas, names, dates, numbers.

    `order`: place among the mentions given; `document`: number of its document; `sentence`: of its sentence there.
    `word`: lemma of its telling word (of "took control" the noun), `kind`: V, N, P (a pronoun) or A (anything else).
    `types`: PLOVER types its word may have. `doer`, `done_to`, `others`: who and what takes part; the same with
    `named_`: those of them that have a name. `sites`, `weekdays`, `dates`, `years`, `amounts`: places below countries,
    times and numbers of its own clause. `around`: content words of its sentence without its own; `close`: those within
    five words; `names`, `times`, `places`, `numbers`: of the sentence.
    """

    order: int
    document: int
    sentence: int
    word: str
    stem: str
    kind: str
    words: Keys
    types: Keys = frozenset()
    reporting: bool = False
    doer: Keys = frozenset()
    done_to: Keys = frozenset()
    others: Keys = frozenset()
    named_doer: Keys = frozenset()
    named_done_to: Keys = frozenset()
    named: Keys = frozenset()
    sites: Keys = frozenset()
    weekdays: Keys = frozenset()
    dates: Keys = frozenset()
    years: Keys = frozenset()
    amounts: Keys = frozenset()
    around: Keys = frozenset()
    close: Keys = frozenset()
    names: Keys = frozenset()
    times: Keys = frozenset()
    places: Keys = frozenset()
    numbers: Keys = frozenset()


class Known(msgspec.Struct, frozen=True):
    """What reading found in one document: its parse, actors, times and places."""

    parse: Parse
    actors: ActorTable
    times: tuple[FoundTime, ...]
    places: tuple[FoundPlace, ...]


class Words(msgspec.Struct, frozen=True):
    """What is known about words before any text: types of event words, nouns that tell what a verb tells, cues."""

    types: Mapping[str, frozenset[str]]
    nominals: Mapping[str, str]
    reporting: frozenset[str]


def words_known(events: EventLexicon, reporting: Iterable[str]) -> Words:
    """The vocabulary of events and of reporting, by single words."""
    types: dict[str, set[str]] = {}
    bound: dict[str, set[str]] = {}
    for rules in (events.verbs, events.nouns):
        for first, found in rules.items():
            for rule in found:
                plover = rule.plover or events.ontology.plover(rule.cameo)
                # A phrase ("take control") tells little about its first word.
                if plover and not rule.rest:
                    (bound if rule.objects else types).setdefault(first, set()).add(plover)
    # What a word means with some objects tells of it alone only where it never means anything else.
    types.update((word, found) for word, found in bound.items() if word not in types and len(found) == 1)
    frozen = {word: frozenset(found) for word, found in types.items()}
    return Words(frozen, dict(events.nominals), frozenset(reporting))
