"""Words that say how surely an event is told: modals, negation, hedges, plans, demands, conditions, denials.

An entry is a cue: which words, how they stand to the event (`kind`, `takes`) and what they make of it (`gives`,
and `negated` when the cue is itself negated). Direction and scope follow from the kind:

- `modal`: an auxiliary of the event verb; `adverb`: modifies it or a verb that carries it;
- `modifier`: an adjective, participle or determiner of the event noun;
- `governor`: a verb, adjective or noun over the event, in one of the slots named in `takes`: `clause`, `object`,
  `subject`, `compound`, `whether` (a clause that opens so, or with "if"), `infinitive` or `finite` (a clause of that
  kind), `other` (an infinitive with its own subject), `plan` (a subject that is a plan), `equal` (what the noun is
  said to be: "the answer is to leave"), or a preposition ("from");
- `preposition`: stands over the event noun and cuts it off from the main clause;
- `condition`: opens a clause or phrase that is a condition of its main clause; `marker`: opens one that is none;
- `counter`: a noun that authors count when they set out alternatives; `ordinal`: what opens an alternative;
  `continuer`: what opens a paragraph that goes on with it.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import LexiconError, entries

KIND = "certainty"

CueKind = Literal[
    "modal", "adverb", "modifier", "governor", "preposition", "condition", "marker", "counter", "ordinal", "continuer"
]
Effect = Literal["same", "happened", "denied", "conditional", "judged", "possible", "planned", "claimed", "presupposed"]
DEFAULT_VALUE: dict[Effect, float] = {
    "same": 3.0, "happened": 3.0, "denied": 3.0, "conditional": 0.4, "judged": 0.2, "possible": 1.0, "planned": 1.8,
    "claimed": 2.0, "presupposed": 3.0,
}  # fmt: skip


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept. `words` are lemmas or lower-case forms, phrases separated by blanks.

    `value`: how certain at most the cue lets the event be, 0 to 3; `negated_value`: when the cue is negated;
    `perfect`, `perfect_value`: with "have"; `past`: what it gives in the past tense ("had to leave": happened).
    `voice`: only as a passive, or only as an active verb. `part`: preferred where the parser sees a verb, or a
    noun. `definite`: only over a noun with "the", "its" or the like.
    `future`: a condition only of what is to come ("will return once it rains"). `lacking`: a preposition that opens
    such a condition ("without a deal"). `present`: only of a verb in the present tense ("meets tomorrow").
    `progressive`: only of these verbs, and of them in the present progressive ("are meeting on Monday").
    `speech`: it denies what is said, not the saying (a rejected claim was made). `mental`: an intention that need not
    have been spoken ("plans to", not "promised to"): an agreement that it tells of by itself is itself but planned.
    `yes` and `no`: sentences with the event word between asterisks, for which the cue must and must not decide.
    """

    id: str
    kind: CueKind
    words: tuple[str, ...]
    gives: Effect = "same"
    value: float | None = None
    takes: tuple[str, ...] = ()
    negated: Effect | None = None
    negated_value: float | None = None
    perfect: Effect | None = None
    perfect_value: float | None = None
    past: Effect | None = None
    voice: Literal["passive", "active"] | None = None
    definite: bool = False
    future: bool = False
    lacking: bool = False
    present: bool = False
    progressive: tuple[str, ...] = ()
    speech: bool = False
    mental: bool = False
    part: Literal["verb", "noun"] | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    def strength(self) -> float:
        """How certain at most, 0 to 3."""
        return DEFAULT_VALUE[self.gives] if self.value is None else self.value


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """The words of one phrasing of a cue."""

    words: tuple[str, ...]
    cue: Cue


class CertaintyLexicon:
    """Cues indexed by the first word of each phrasing, longest phrasing first."""

    __slots__ = ("cues", "phrases")

    def __init__(self, cues: Sequence[Cue]) -> None:
        by_id = {cue.id: cue for cue in cues}
        self.cues: tuple[Cue, ...] = tuple(by_id.values())
        self.phrases: dict[str, tuple[Phrase, ...]] = _index(self.cues)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "CertaintyLexicon":
        """Sayso's cues, then those of a user's files, which replace cues of the same id. Raises LexiconError."""
        found = entries(KIND, Cue, extra)
        for cue in found:
            _check(cue)
        return cls(found)


def _index(cues: Iterable[Cue]) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = {}
    for cue in cues:
        for text in cue.words:
            words = tuple(text.lower().split())
            index.setdefault(words[0], []).append(Phrase(words, cue))
    return {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in index.items()}


def _check(cue: Cue) -> None:
    if not cue.words or any(not text.strip() for text in cue.words):
        raise LexiconError(f"certainty cue {cue.id!r}: needs words")
    if cue.kind == "governor" and not cue.takes:
        raise LexiconError(f"certainty cue {cue.id!r}: a governor needs `takes` (clause, object, of ...)")
    if not 0 <= cue.strength() <= 3:
        raise LexiconError(f"certainty cue {cue.id!r}: value must be from 0 to 3")
