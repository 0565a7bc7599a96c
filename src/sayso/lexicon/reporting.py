"""The vocabulary of reporting: what verbs, nouns, adjectives and phrases say that somebody says, thinks or wants.

Entries are data (`data/reporting/*.yaml`); a user's own files add to them in the same form.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import LexiconError, entries
from sayso.model.record import Stance

CueKind = Literal["verb", "light-verb", "noun", "adjective", "source-after", "adverb", "own-view", "anonymous"]
Frame = Literal["quote", "clause", "infinitive", "gerund", "object", "message"]


class ReportingEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept of reporting: the words that express it and the constructions they report in.

    `nested`: worth recording inside what somebody else says ("Kyiv says Moscow told Ankara that ...").
    """

    id: str
    kind: CueKind
    stance: Stance
    words: tuple[str, ...]
    frames: tuple[Frame, ...] = ()
    factive: bool = False
    nested: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Cue(msgspec.Struct, frozen=True):
    """One word of an entry: `rest` are the words that must follow it ("call" + ("for",))."""

    word: str
    rest: tuple[str, ...]
    entry: str
    kind: CueKind
    stance: Stance
    frames: tuple[Frame, ...]


class ReportingLexicon:
    """Cues by the lemma (phrases: by the lower-case form) of their first word, longest first."""

    __slots__ = ("adjectives", "anonymous", "entries", "light", "nouns", "phrases", "verbs")

    def __init__(self, found: Sequence[ReportingEntry]) -> None:
        self.entries = {entry.id: entry for entry in found}
        self.verbs = _index(found, ("verb",))
        self.nouns = _index(found, ("noun",))
        self.adjectives = _index(found, ("adjective",))
        self.phrases = _index(found, ("source-after", "adverb", "own-view"))
        self.light = _index(found, ("light-verb",))
        self.anonymous = frozenset(word for e in found if e.kind == "anonymous" for word in e.words)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "ReportingLexicon":
        """Sayso's own entries and those of a user's files. Raises LexiconError."""
        found = entries("reporting", ReportingEntry, extra)
        for entry in found:
            if not entry.words:
                raise LexiconError(f"reporting entry {entry.id!r} has no words")
        return cls(found)

    def factive(self, rule: str) -> bool:
        """Whether the entry behind a mention's rule (`ENTRY:FRAME`) takes its content for granted."""
        entry = self.entries.get(rule.partition(":")[0])
        return entry is not None and entry.factive

    def nested(self, rule: str) -> bool:
        """Whether the entry behind a mention's rule is recorded inside another's content."""
        entry = self.entries.get(rule.partition(":")[0])
        return entry is not None and entry.nested

    def speech_verb(self, form: str) -> str | None:
        """The verb of speech that `form` is one slip of the pen away from ("assered": assert), if just one is."""
        if len(form) < 4 or not form.isalpha():
            return None
        found = {self._spoken(guess) for guess in _one_slip(form)} - {None}
        return found.pop() if len(found) == 1 else None

    def _spoken(self, form: str) -> str | None:
        for lemma in _lemmas(form):
            if any("clause" in cue.frames and not cue.rest for cue in self.verbs.get(lemma, ())):
                return lemma
        return None


def _index(found: Sequence[ReportingEntry], kinds: Iterable[CueKind]) -> dict[str, tuple[Cue, ...]]:
    index: dict[str, list[Cue]] = {}
    for entry in found:
        if entry.kind in kinds:
            for phrase in entry.words:
                first, *rest = phrase.lower().split()
                cue = Cue(first, tuple(rest), entry.id, entry.kind, entry.stance, entry.frames)
                index.setdefault(first, []).append(cue)
    return {word: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for word, cues in index.items()}


def _one_slip(form: str) -> set[str]:
    """The forms one letter away: one dropped, one added, one changed, or two neighbours swapped."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    halves = [(form[:k], form[k:]) for k in range(1, len(form) + 1)]
    dropped = {a + b[1:] for a, b in halves if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    changed = {a + c + b[1:] for a, b in halves if b for c in letters}
    added = {a + c + b for a, b in halves for c in letters}
    return dropped | swapped | changed | added


def _lemmas(form: str) -> tuple[str, ...]:
    """Past and third-person forms of a regular verb, undone; "said" for the one irregular verb that matters."""
    if form in ("said", "says"):
        return ("say",)
    if form == "told":
        return ("tell",)
    if form.endswith("ied") or form.endswith("ies"):
        return (form[:-3] + "y",)
    if form.endswith("ed"):
        return (form[:-2], form[:-1])
    return (form[:-1],) if form.endswith("s") else ()
