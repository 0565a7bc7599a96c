"""Who speaks in each account, with how many quoted words, and for which claims there is no other source."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from sayso.comparing.accounts import NARRATOR, holder_name
from sayso.comparing.linking import Cluster
from sayso.comparing.party import key_of
from sayso.comparing.view import Told
from sayso.model.comparison import Voice
from sayso.model.document import Document
from sayso.model.record import Attribution, Range, Record
from sayso.model.span import Span

_QUOTED = re.compile(r"[“\"«„‘']([^“”\"«»„]*)(?:[”\"»“’']|$)")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def voices(records: Sequence[Record], clusters: Sequence[Cluster]) -> tuple[Voice, ...]:
    """For each document, each speaker (the narrator first), in order of first appearance."""
    alone = _only_sources(clusters)
    by_record: dict[int, dict[str, list[Told]]] = {}
    for one in sorted((one for cluster in clusters for one in cluster.members), key=lambda one: one.order):
        by_record.setdefault(one.record, {}).setdefault(holder_name(one), []).append(one)
    found = tuple(
        voice for index, record in enumerate(records) for voice in _of_record(record, by_record.get(index, {}), alone)
    )
    return _heard_once(found, records)


def _heard_once(voices: Sequence[Voice], records: Sequence[Record]) -> tuple[Voice, ...]:
    """The voices, those marked that are named and heard in one account of several alone."""
    keys = {
        (record.document.id, one.speaker.name): key_of(one.speaker.name, one.speaker.code, one.speaker.country)
        for record in records
        for one in record.attributions
        if one.speaker.kind == "named"
    }
    hearing: dict[str, set[str]] = {}
    for (document, _), key in keys.items():
        hearing.setdefault(key.name, set()).add(document)
    return tuple(
        msgspec.structs.replace(one, only_here=True)
        if len(records) > 1 and key is not None and len(hearing[key.name]) == 1
        else one
        for one, key in ((one, keys.get((one.document, one.speaker))) for one in voices)
    )


def _only_sources(clusters: Sequence[Cluster]) -> Mapping[str, bool]:
    """For each claim id: whether nobody but its holder tells the event, in any account."""
    alone: dict[str, bool] = {}
    for cluster in clusters:
        holders = {_identity(one) for one in cluster.members}
        alone.update((one.claim.id, len(holders) == 1) for one in cluster.members)
    return alone


def _identity(one: Told) -> tuple[str, str]:
    """A named speaker is the same in every account; a narrator or an unnamed source only in its own."""
    if one.holder is None or one.holder.kind != "named":
        return holder_name(one), one.document
    return key_of(one.holder.name, one.holder.code, one.holder.country).name, ""


class _Heard(msgspec.Struct, frozen=True):
    name: str
    kind: str
    said: tuple[Attribution, ...]


def _of_record(record: Record, claims: Mapping[str, Sequence[Told]], alone: Mapping[str, bool]) -> list[Voice]:
    heard: dict[str, list[Attribution]] = {}
    for one in record.attributions:
        if one.speaker.kind != NARRATOR:
            heard.setdefault(one.speaker.name, []).append(one)
    speakers = [_Heard(NARRATOR, NARRATOR, ())] if claims.get(NARRATOR) else []
    speakers += [_Heard(name, said[0].speaker.kind, tuple(said)) for name, said in heard.items()]
    text = _document(record)
    return [_voice(record, speaker, claims.get(speaker.name, ()), alone, text) for speaker in speakers]


def _voice(
    record: Record, heard: _Heard, claims: Sequence[Told], alone: Mapping[str, bool], text: Document | None
) -> Voice:
    return Voice(
        document=record.document.id,
        speaker=heard.name,
        kind=heard.kind,
        attributions=len(heard.said),
        quoted_words=sum(_quoted_words(one, text) for one in heard.said) if text else 0,
        claims=tuple(one.claim.id for one in claims),
        only_source_for=tuple(one.claim.id for one in claims if alone[one.claim.id]),
        spans=tuple(span for one in heard.said for span in _spans(one, text)),
    )


def _document(record: Record) -> Document | None:
    """The document of a record that carries its text, to cut spans from."""
    info = record.document
    return Document(info.text, id=info.id, title=info.title) if info.text is not None else None


def _spans(one: Attribution, text: Document | None) -> list[Span]:
    return [text.span(start, end, one.where) for start, end in one.source] if text else []


def _quoted_words(one: Attribution, text: Document) -> int:
    """Words between quotation marks; nested attributions are counted with their own speaker too."""
    if one.mode == "indirect":
        return 0
    return sum(_words(one, piece, text) for piece in one.content)


def _words(one: Attribution, piece: Range, text: Document) -> int:
    content = text.span(*piece, one.where).text
    if one.mode == "direct":
        return len(_WORD.findall(content))
    return sum(len(_WORD.findall(match.group(1))) for match in _QUOTED.finditer(content))
