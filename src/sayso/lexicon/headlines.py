"""Vocabulary of headlines: words that say the same, opposites, words that refute, deny or hedge; how rare words are."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.commonness import Commonness
from sayso.lexicon.files import entries
from sayso.lexicon.stems import stem

Kind = Literal[
    "same", "alike", "opposite", "refute", "deny", "hold", "negate", "hedge", "report", "accuse", "perform", "call",
    "ought", "light",
]  # fmt: skip


class HeadlineEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that do one thing. `against`: for opposites, the other side."""

    id: str
    kind: Kind
    words: tuple[str, ...]
    against: tuple[str, ...] = ()


class HeadlineLexicon:
    """Sets of stems. `same` maps an act's stem to its groups, `alike` a thing's; `opposites` to stems that gainsay it.

    `refute`: calls something untrue; `deny`: as a party to it does; `hold`: does so when negated ("not true"), and
    holds words as given, not their stems.
    """

    __slots__ = (
        "accuse", "alike", "call", "commonness", "deny", "entries", "hedge", "hold", "light", "negate", "opposites",
        "ought", "perform", "refute", "report", "same",
    )  # fmt: skip

    def __init__(self, found: Sequence[HeadlineEntry], commonness: Commonness) -> None:
        self.entries = tuple(found)
        self.commonness = commonness
        self.accuse = _stems(found, "accuse")
        self.call = _stems(found, "call")
        self.deny = _stems(found, "deny")
        self.hold = frozenset(word for entry in found if entry.kind == "hold" for word in entry.words)
        self.perform = _stems(found, "perform")
        self.report = _stems(found, "report")
        self.refute = _stems(found, "refute")
        self.negate = _stems(found, "negate")
        self.hedge = _stems(found, "hedge")
        self.ought = _stems(found, "ought")
        self.light = _stems(found, "light")
        self.alike = _groups(found, "alike")
        self.same = _groups(found, "same")
        opposites: dict[str, set[str]] = {}
        for entry in found:
            words, against = {stem(word) for word in entry.words}, {stem(word) for word in entry.against}
            for one, other in ((words, against), (against, words)) if entry.kind == "opposite" else ():
                for word in one:
                    opposites.setdefault(word, set()).update(other)
        self.opposites: Mapping[str, frozenset[str]] = {word: frozenset(of) for word, of in opposites.items()}

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "HeadlineLexicon":
        """Sayso's own entries and those of `extra` files. Raises LexiconError."""
        return cls(entries("headlines", HeadlineEntry, extra), Commonness.load())


def _stems(found: Sequence[HeadlineEntry], kind: Kind) -> frozenset[str]:
    return frozenset(stem(word) for entry in found if entry.kind == kind for word in entry.words)


def _groups(found: Sequence[HeadlineEntry], kind: Kind) -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for entry in found:
        for word in entry.words if entry.kind == kind else ():
            groups.setdefault(stem(word), set()).add(f"={kind} {entry.id}")
    return {word: frozenset(names) for word, names in groups.items()}
