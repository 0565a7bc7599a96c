"""Which sources sentences cite by a name or kind that the vocabulary knows, whether or not a parser saw who speaks."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from sayso.lexicon.voices import VoiceEntry, VoiceLexicon

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*|\d+|[^\w\s]")
_NEAR: Final = 6  # words between a source and the word that reports
_ENDS: Final = frozenset('.;!?"“”')
_CREDIT: Final = 320  # code points of the head of a text in which an agency may be credited
_TAIL: Final = 60


class Cited(msgspec.Struct, frozen=True):
    """A voice, and the words for it."""

    voice: VoiceEntry
    words: str


def cited(text: str, lexicon: VoiceLexicon) -> tuple[Cited, ...]:
    """The voices that a sentence cites: names and kinds of source near a word that reports; each once, in order."""
    words = [match.group() for match in _WORD.finditer(text)]
    lower = [word.lower() for word in words]
    cues = [i for i in range(len(words)) if lexicon.cues.at(lower, i)]
    found: dict[str, Cited] = {}
    for first, last, entry in _sources(words, lower, lexicon):
        if any(_reports(lower, first, last, cue) for cue in cues):
            found.setdefault(entry.id, Cited(entry, " ".join(words[first:last])))
    return tuple(found.values())


def headline_voice(title: str, lexicon: VoiceLexicon) -> Cited | None:
    """Who a headline has it from: the source it ends with, "12 dead in raid: monitor"."""
    words = [match.group() for match in _WORD.finditer(title)]
    lower = [word.lower() for word in words]
    ends = ((first, entry) for first, last, entry in _sources(words, lower, lexicon) if last == len(words))
    return next((Cited(entry, " ".join(words[first:])) for first, entry in ends), None)


def credited(text: str, lexicon: VoiceLexicon) -> VoiceEntry | None:
    """The agency that a text credits at its head or at its end."""
    for part in (text[:_CREDIT], text[-_TAIL:]):
        words = [match.group() for match in _WORD.finditer(part)]
        lower = [word.lower() for word in words]
        for first, _, entry in _sources(words, lower, lexicon):
            if entry.of == "agency" and (words[first].isupper() or words[first][0].isupper()):
                return entry
    return None


def named_of(kind: str, texts: Iterable[str], lexicon: VoiceLexicon) -> VoiceEntry | None:
    """The one source of a kind that a text names; None when it names none."""
    for text in texts:
        words = [match.group() for match in _WORD.finditer(text)]
        lower = [word.lower() for word in words]
        for _, _, entry in _sources(words, lower, lexicon):
            if entry.kind == "name" and entry.of == kind:
                return entry
    return None


def voice_in(text: str, lexicon: VoiceLexicon) -> VoiceEntry | None:
    """The voice that the words for a speaker name: a name before a kind."""
    words = [match.group() for match in _WORD.finditer(text)]
    found = [entry for _, _, entry in _sources(words, [word.lower() for word in words], lexicon)]
    return next((entry for entry in found if entry.kind == "name"), found[0] if found else None)


def _sources(words: Sequence[str], lower: Sequence[str], lexicon: VoiceLexicon) -> list[tuple[int, int, VoiceEntry]]:
    found = []
    i = 0
    while i < len(words):
        hit = lexicon.sources.at(lower, i)
        # Short names are names only in capitals: "AP", "SANA", "UN".
        if hit and not (hit[0].kind == "name" and words[i].islower()):
            found.append((i, hit[1], hit[0]))
        i = hit[1] if hit else i + 1
    return found


def _reports(lower: Sequence[str], first: int, last: int, cue: int) -> bool:
    """Whether a cue stands close before or behind the source, in one stretch of words."""
    if cue < first:
        between = lower[cue + 1 : first]
        return len(between) <= _NEAR - 2 and not _ENDS & set(between)
    between = lower[last:cue]
    return cue >= last and len(between) <= _NEAR and not _ENDS & set(between)
