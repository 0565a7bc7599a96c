"""Who the accounts of an event have it from: a cited source, common copy, or the account itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from sayso.comparing.accounts import by_document
from sayso.comparing.cited import cited, credited, headline_voice, named_of, voice_in
from sayso.comparing.copies import RUN, Print, common_copy, print_of
from sayso.comparing.party import Key, key_of, same_side
from sayso.comparing.view import Told, sentence
from sayso.lexicon.voices import VoiceEntry, VoiceLexicon
from sayso.model.comparison import Origin
from sayso.model.document import Document
from sayso.model.record import Record, Speaker
from sayso.model.span import Span

_COPY: Final = 0.5  # share of common runs of four words from which two passages are one copy
_MIN_WORDS: Final = 8
_GENERIC: Final = frozenset({"monitor", "state media", "civil defence"})
"""Kinds that an account may cite without the name that another account gives: there is one for each conflict."""
_BODIES: Final = frozenset({"military", "police"})
"""Kinds of which a place has one: "the army said" in two accounts of one incident is one source."""
_OFFICES: Final = frozenset({"military", "officials"})
_MOUTHS: Final = frozenset({"state media"})
_BEHIND: Final = 2  # sentences behind the one with the toll
_OWN: Final = ("cites nobody", "tells it in the same words as another account")


class _Source(msgspec.Struct, frozen=True):
    """Who one account has it from. `voice`: an entry of the vocabulary. `key` and `voice` None: the account itself,
    or nobody with a name. `copy_of`: the first document with the same words.
    """

    name: str
    document: str
    how: str
    copy_of: str
    key: Key | None = None
    voice: VoiceEntry | None = None


class Sources:
    """Finds origins, given the vocabulary of voices and the records."""

    __slots__ = ("_copied", "_lexicon", "_records", "_resolved")

    def __init__(self, records: Sequence[Record], lexicon: VoiceLexicon) -> None:
        self._records = records
        self._lexicon = lexicon
        self._copied = common_copy({one.document.id: one.document.text or "" for one in records})
        self._resolved: dict[tuple[int, str], VoiceEntry | None] = {}

    def origins(self, members: Sequence[Told]) -> tuple[Origin, ...]:
        """The independent origins behind the accounts of one event; every account has at least one."""
        told_by = by_document(members)
        copies = _copies(told_by, self._copied)
        groups: list[list[_Source]] = []
        for document, of in told_by.items():
            for source in self._of(document, of) or [self._itself(document, told_by, copies)]:
                group = next((found for found in groups if any(_same(one, source) for one in found)), None)
                if group is None:
                    groups.append([source])
                else:
                    group.append(source)
        order = {document: k for k, document in enumerate(told_by)}
        return tuple(_origin(group, order) for group in _generic_to_named(groups))

    def _of(self, document: str, of: Sequence[Told]) -> list[_Source]:
        """Whom the sentences with the toll cite; else those around; else unnamed ones, or the agency credited."""
        leading = _leading(of)
        if not leading:
            return _once(self._holders(document, of, named=True) or self._holders(document, of, named=False))
        for some in (leading, of):
            found = [*self._voices(document, some), *self._holders(document, some, named=True)]
            if found:
                return _once(found)
        found = self._behind(document, leading) or self._holders(document, of, named=False)
        return _once(found or self._credit(document, of))

    def _voices(self, document: str, of: Sequence[Told]) -> list[_Source]:
        """Sources that the sentences with a toll cite by words that the vocabulary knows."""
        return self._cited(document, of[0].record, dict.fromkeys(one.around for one in of if one.tolls))

    def _behind(self, document: str, of: Sequence[Told]) -> list[_Source]:
        """Sources that the two sentences behind the one with the toll cite."""
        record = self._records[of[0].record]
        last = max((one.around for one in of if one.around.where is None), key=lambda span: span.end, default=None)
        if last is None or record.document.text is None:
            return []
        text = Document(record.document.text, id=document)
        spans: list[Span] = []
        at = last.end
        while len(spans) < _BEHIND and at < len(text.text) - 1:
            spans.append(sentence(text, text.span(at + 1, at + 2)))
            at = max(spans[-1].end, at + 1)
        return self._cited(document, of[0].record, spans)

    def _cited(self, document: str, record: int, sentences: Iterable[Span]) -> list[_Source]:
        found: dict[str, tuple[VoiceEntry, str]] = {}
        for span in sentences:
            voices = list(cited(span.text, self._lexicon))
            if span.where == "title" and (last := headline_voice(span.text, self._lexicon)):
                voices.append(last)
            for one in voices:
                whole = self._resolve(record, one.voice)
                found.setdefault(whole.id, (whole, whole.id if whole.kind == "name" else one.words))
        outlet = self._outlet(record)
        kept = [pair for pair in found.values() if pair[0].of in _MOUTHS or not _is_outlet(pair[0], outlet)]
        firm = [pair for pair in kept if pair[0].of != "agency"] or kept
        return [_Source(name, document, f"cites {name}", document, voice=voice) for voice, name in firm]

    def _outlet(self, record: int) -> str:
        return _squeezed(self._records[record].document.source or "")

    def _resolve(self, record: int, voice: VoiceEntry) -> VoiceEntry:
        """ "A monitoring group" is the monitor that the same text names."""
        if voice.kind != "class" or voice.id not in _GENERIC:
            return voice
        place = (record, voice.id)
        if place not in self._resolved:
            info = self._records[record].document
            texts = (info.title or "", info.text or "")
            self._resolved[place] = named_of(voice.id, texts, self._lexicon)
        return self._resolved[place] or voice

    def _holders(self, document: str, of: Sequence[Told], *, named: bool) -> list[_Source]:
        """Those whom the claims themselves name as saying so: with a name, or without."""
        found: list[_Source] = []
        for one in of:
            speaker = one.holder
            if speaker is None or speaker.kind == "narrator" or self._outlet(one.record) == _squeezed(speaker.text):
                continue
            how = "cites " + " citing ".join(dict.fromkeys(link.name for link in one.chain))
            source = self._speaker(one, speaker, document, how)
            if named == (source.key is not None or source.voice is not None):
                found.append(source)
        return found

    def _speaker(self, one: Told, speaker: Speaker, document: str, how: str) -> _Source:
        voice = voice_in(f"{speaker.name} {speaker.text}", self._lexicon)
        if voice is not None and (voice.kind == "name" or voice.id in _GENERIC):
            whole = self._resolve(one.record, voice)
            return _Source(whole.id if whole.kind == "name" else speaker.name, document, how, document, voice=whole)
        named = bool(speaker.code) or _is_name(speaker.name)
        key = key_of(speaker.name, speaker.code, speaker.country) if named else None
        return _Source(speaker.name, document, how, document, key=key)

    def _credit(self, document: str, of: Sequence[Told]) -> list[_Source]:
        info = self._records[of[0].record].document
        voice = credited(info.text or "", self._lexicon)
        if voice is None or _is_outlet(voice, self._outlet(of[0].record)):
            return []
        return [_Source(voice.id, document, f"credits {voice.id}", document, voice=voice)]

    def _itself(self, document: str, told_by: Mapping[str, Sequence[Told]], copies: Mapping[str, str]) -> _Source:
        """The account itself. Two accounts of one outlet that cite nobody are one origin, and so are copies."""
        info = self._records[told_by[document][0].record].document
        first = self._records[told_by[copies.get(document, document)][0].record].document
        name = info.source or info.author or info.title or info.id
        voice = voice_in(name, self._lexicon)
        voice = voice if voice and _is_outlet(voice, _squeezed(name)) else None
        return _Source(name, document, _OWN[document in copies], first.source or first.id, voice=voice)


def _once(found: Sequence[_Source]) -> list[_Source]:
    """Each voice once, and each other name once."""
    return list({one.voice.id if one.voice else one.name.lower(): one for one in reversed(found)}.values())[::-1]


def _is_outlet(voice: VoiceEntry, outlet: str) -> bool:
    """Whether a voice is the outlet itself."""
    return voice.kind == "name" and outlet in map(_squeezed, (voice.id, *voice.words))


def _is_name(name: str) -> bool:
    """Whether words are a name: every word of more than three letters with a capital ("Idlib Media Center")."""
    return all(word[:1].isupper() for word in name.split() if len(word) > 3) and name[:1].isupper()


def _squeezed(name: str) -> str:
    """A name without blanks and capitals: `Daily Sabah` and `dailysabah` are one."""
    return "".join(name.lower().split())


def _leading(of: Sequence[Told]) -> list[Told]:
    """The claims in sentences that give the account's leading toll: the first count of its dead, else of others."""
    tolls = sorted({toll for one in of for toll in one.tolls}, key=lambda t: (t.span.where is None, t.span.start))
    exact = [toll for toll in tolls if toll.what == "killed" and toll.low in (toll.high, None)]
    exact += [toll for toll in tolls if toll.what == "killed" and toll.high is None]
    exact.sort(key=tolls.index)
    first = next(iter(exact or tolls), None)
    if first is None:
        return []
    value = first.what, first.low or first.high
    return [one for one in of if any((toll.what, toll.low or toll.high) == value for toll in one.tolls)]


def _same(a: _Source, b: _Source) -> bool:
    if a.voice is not None and b.voice is not None:
        return _one_voice_of(a.voice, b.voice)
    if a.voice is not None or b.voice is not None:
        return a.name.lower() == b.name.lower() or _speaks_for(a, b) or _speaks_for(b, a)
    if a.key is None or b.key is None:
        return a.key is b.key and a.copy_of == b.copy_of
    return a.key.name == b.key.name or (same_side(a.key, b.key) and _one_voice(a.key, b.key))


def _speaks_for(a: _Source, b: _Source) -> bool:
    """Whether a voice is that of the state, or of its forces, which the other names: `Russia`, its defence ministry."""
    voice, key = a.voice, b.key
    return bool(voice and key and voice.country and voice.of in _OFFICES and key.side == voice.country)


def _one_voice_of(a: VoiceEntry, b: VoiceEntry) -> bool:
    """The same, a kind that both leave unnamed, or two mouthpieces of one state."""
    if a.id == b.id:
        return a.kind == "name" or a.id in _GENERIC or a.id in _BODIES
    return bool(a.country) and a.country == b.country and a.of == b.of


def _one_voice(a: Key, b: Key) -> bool:
    """One office or agency under two names; two people of one state are two sources."""
    return bool(a.words & b.words) or a.side == b.name or b.side == a.name


def _generic_to_named(groups: Sequence[list[_Source]]) -> list[list[_Source]]:
    """A kind cited without a name joins the one source of that kind that the other accounts name."""
    kept = [list(group) for group in groups]
    for group in list(kept):
        voice = group[0].voice
        if voice is None or voice.kind != "class" or voice.id not in _GENERIC:
            continue
        named = [other for other in kept if other[0].voice is not None and other[0].voice.of == voice.id]
        if len(named) == 1:
            named[0].extend(group)
            kept.remove(group)
    return kept


def _origin(sources: Sequence[_Source], order: Mapping[str, int]) -> Origin:
    documents = tuple(sorted({source.document for source in sources}, key=order.__getitem__))
    named = next((one for one in sources if one.voice and one.voice.kind == "name"), sources[0])
    return Origin(name=named.name, documents=documents, why="; ".join(dict.fromkeys(s.how for s in sources)))


def cited_by(origins: Iterable[Origin]) -> dict[str, frozenset[str]]:
    """For each document the names of the origins it cites; none for what it has from itself."""
    found: dict[str, set[str]] = {}
    for origin in origins:
        if not any(how in origin.why for how in _OWN):
            for document in origin.documents:
                found.setdefault(document, set()).add(origin.name)
    return {document: frozenset(names) for document, names in found.items()}


def _copies(told_by: Mapping[str, Sequence[Told]], common: Mapping[str, str]) -> dict[str, str]:
    """For each document that tells the event in another's words: the first document that has them.

    `common`: what is known to be a copy as a whole, and of what.
    """
    roots: dict[str, str] = {}
    for document in told_by:
        roots.setdefault(common.get(document, document), document)
    wholly = ((document, roots[common.get(document, document)]) for document in told_by)
    copied = {document: first for document, first in wholly if first != document}
    firsts: list[tuple[str, Print]] = []
    for document, of in told_by.items():
        made = None if document in copied else _print(of)
        if made is None:
            continue
        for first, other in firsts:
            if made.signature.jaccard(other.signature) >= _COPY:
                copied[document] = first
                break
        else:
            firsts.append((document, made))
    return copied


def _print(members: Sequence[Told]) -> Print | None:
    texts = dict.fromkeys(span.text for one in members for span in one.claim.evidence)
    return print_of(" ".join(texts).lower().split(), least=_MIN_WORDS - RUN + 1)
