"""Who the accounts of an event have it from: a cited source, common copy, or the account itself."""

from collections.abc import Mapping, Sequence

import msgspec
from rensa import RMinHash

from sayso.comparing.accounts import by_document
from sayso.comparing.party import Key, key_of, same_side
from sayso.comparing.view import Told
from sayso.model.comparison import Origin
from sayso.model.record import Record

_PERMUTATIONS = 64
_SHINGLE = 4
_COPY = 0.5  # share of common runs of four words from which two passages are one copy
_MIN_WORDS = 8


class _Source(msgspec.Struct, frozen=True):
    """`key` None: the account itself, or nobody with a name. `copy_of`: the first document with the same words."""

    name: str
    document: str
    key: Key | None
    how: str
    copy_of: str


def origins(members: Sequence[Told], records: Sequence[Record]) -> tuple[Origin, ...]:
    """The independent origins behind the accounts of one event; every account has at least one."""
    told_by = by_document(members)
    copies = _copies(told_by)
    groups: list[list[_Source]] = []
    for document, of in told_by.items():
        for source in _cited(document, of) or [_uncited(document, told_by, records, copies)]:
            group = next((found for found in groups if _same(found[0], source)), None)
            if group is None:
                groups.append([source])
            else:
                group.append(source)
    return tuple(_origin(group) for group in groups)


def _uncited(
    document: str, told_by: Mapping[str, Sequence[Told]], records: Sequence[Record], copies: Mapping[str, str]
) -> _Source:
    """The account itself. Two accounts of one outlet that cite nobody are one origin, and so are copies."""
    info = records[told_by[document][0].record].document
    first = records[told_by[copies.get(document, document)][0].record].document
    how = "tells it in the same words as another account" if document in copies else "cites nobody"
    return _Source(info.source or info.author or info.title or info.id, document, None, how, first.source or first.id)


def _cited(document: str, members: Sequence[Told]) -> list[_Source]:
    found: dict[str, _Source] = {}
    for one in members:
        speaker = one.holder
        if speaker is None or speaker.kind == "narrator":
            continue
        named = speaker.kind == "named"
        key = key_of(speaker.name, speaker.code, speaker.country) if named else None
        how = "cites " + " citing ".join(dict.fromkeys(link.name for link in one.chain))
        found.setdefault(speaker.name.lower(), _Source(speaker.name, document, key, how, document))
    return list(found.values())


def _same(a: _Source, b: _Source) -> bool:
    if a.key is None or b.key is None:
        return a.key is b.key and a.copy_of == b.copy_of
    return a.key.name == b.key.name or (same_side(a.key, b.key) and _one_voice(a.key, b.key))


def _one_voice(a: Key, b: Key) -> bool:
    """One office or agency under two names; two people of one state are two sources."""
    return bool(a.words & b.words) or a.side == b.name or b.side == a.name


def _origin(sources: Sequence[_Source]) -> Origin:
    documents = tuple(dict.fromkeys(source.document for source in sources))
    return Origin(name=sources[0].name, documents=documents, why="; ".join(dict.fromkeys(s.how for s in sources)))


def _copies(told_by: Mapping[str, Sequence[Told]]) -> dict[str, str]:
    """For each document that tells the event in another's words: the first document that has them."""
    firsts: list[tuple[str, RMinHash]] = []
    copied: dict[str, str] = {}
    for document, of in told_by.items():
        signature = _signature(of)
        if signature is None:
            continue
        for first, other in firsts:
            if signature.jaccard(other) >= _COPY:
                copied[document] = first
                break
        else:
            firsts.append((document, signature))
    return copied


def _signature(members: Sequence[Told]) -> RMinHash | None:
    texts = dict.fromkeys(span.text for one in members for span in one.claim.evidence)
    words = " ".join(texts).lower().split()
    if len(words) < _MIN_WORDS:
        return None
    signature = RMinHash(num_perm=_PERMUTATIONS, seed=7)
    signature.update([" ".join(words[k : k + _SHINGLE]) for k in range(len(words) - _SHINGLE + 1)])
    return signature
