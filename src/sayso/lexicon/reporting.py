"""The vocabulary of reporting: what verbs, nouns, adjectives and phrases say that somebody says, thinks or wants.

Entries are data (`data/reporting/*.yaml`); a user's own files add to them in the same form.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import LexiconError, entries
from sayso.lexicon.slips import Slips
from sayso.model.record import Stance

CueKind = Literal[
    "verb", "light-verb", "noun", "adjective", "source-after", "relayed-from", "adverb", "own-view",
    "anonymous", "speaker", "anonymity", "mute", "paper", "crowd", "false", "true", "involvement",
]  # fmt: skip
MIN_PHRASE_START = 6
Frame = Literal["quote", "clause", "infinitive", "gerund", "object", "message"]


class ReportingEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept of reporting: the words that express it and the constructions they report in.

    `nested`: worth recording inside what somebody else says ("Kyiv says Moscow told Ankara that ...").
    `narrated`: frames in which what happens is the narrator's to tell: taken for granted ("condemned the shelling"), or
    planned, wished or refused without a word being said ("plans to close its border").
    """

    id: str
    kind: CueKind
    stance: Stance
    words: tuple[str, ...]
    frames: tuple[Frame, ...] = ()
    factive: bool = False
    nested: bool = False
    narrated: tuple[Frame, ...] = ()
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

    __slots__ = (
        "_phrase_slips",
        "_slips",
        "adjectives",
        "anonymity",
        "anonymous",
        "crowds",
        "entries",
        "false",
        "involvement",
        "light",
        "mute",
        "nouns",
        "papers",
        "phrases",
        "speakers",
        "true",
        "verbs",
    )

    def __init__(self, found: Sequence[ReportingEntry]) -> None:
        self.entries = {entry.id: entry for entry in found}
        self.verbs = _index(found, ("verb",))
        self.nouns = _index(found, ("noun",))
        self.adjectives = _index(found, ("adjective",))
        self.phrases = _index(found, ("source-after", "relayed-from", "adverb", "own-view"))
        self.light = _index(found, ("light-verb",))
        self._slips = Slips(_spoken_forms(self.verbs))
        starts = (word for word, cues in self.phrases.items() if any(cue.rest for cue in cues))
        self._phrase_slips = Slips({word: word for word in starts if len(word) > MIN_PHRASE_START})
        self.anonymous = _words(found, "anonymous")
        self.speakers = _words(found, "speaker") | self.anonymous
        self.anonymity = _words(found, "anonymity")
        self.mute = _words(found, "mute")
        self.papers = _words(found, "paper")
        self.crowds = _words(found, "crowd")
        self.false = _words(found, "false")
        self.true = _words(found, "true")
        self.involvement = _words(found, "involvement")

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

    def narrated(self, rule: str) -> bool:
        """Whether what happens in the mention's content is the narrator's to tell."""
        name, _, frame = rule.partition(":")
        entry = self.entries.get(name)
        return entry is not None and frame in entry.narrated

    def nested(self, rule: str) -> bool:
        """Whether the entry behind a mention's rule is recorded inside another's content."""
        entry = self.entries.get(rule.partition(":")[0])
        return entry is not None and entry.nested

    def speech_verb(self, form: str) -> str | None:
        """The verb of speech that `form` is one slip of the pen away from ("anounced": announce)."""
        return self._slips.near(form)

    def phrase_start(self, form: str) -> str | None:
        """The first word of a phrase that `form` is one slip away from ("acording": according)."""
        return self._phrase_slips.near(form)


def _words(found: Sequence[ReportingEntry], kind: CueKind) -> frozenset[str]:
    return frozenset(word for entry in found if entry.kind == kind for word in entry.words)


def _index(found: Sequence[ReportingEntry], kinds: Iterable[CueKind]) -> dict[str, tuple[Cue, ...]]:
    index: dict[str, list[Cue]] = {}
    for entry in found:
        if entry.kind in kinds:
            for phrase in entry.words:
                first, *rest = phrase.lower().split()
                cue = Cue(first, tuple(rest), entry.id, entry.kind, entry.stance, entry.frames)
                index.setdefault(first, []).append(cue)
    return {word: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for word, cues in index.items()}


def _spoken_forms(verbs: dict[str, tuple[Cue, ...]]) -> dict[str, str]:
    """Past and third-person forms of the verbs that take a clause or a quotation, each with its lemma."""
    forms = {"said": "say", "says": "say", "told": "tell", "wrote": "write"}
    for lemma, cues in verbs.items():
        if len(lemma) > 3 and any(not cue.rest and {"clause", "quote"} & set(cue.frames) for cue in cues):
            stem = lemma[:-1] if lemma.endswith("e") else lemma
            past = lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2] not in "aeo" else stem + "ed"
            forms |= {past: lemma, lemma + "s": lemma}
    return forms
