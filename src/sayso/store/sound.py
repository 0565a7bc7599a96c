"""Whether a record that somebody brings holds together: spans that are of its text, ids that are of its pieces."""

from collections.abc import Iterator

import msgspec

from sayso.model.record import Attribution, Record
from sayso.model.span import Span


def fault(record: Record) -> str | None:
    """The first thing wrong with `record`, in words; None when it holds together.

    Without the document's text (`--no-text`, which leaves the title) spans cannot be held against it, only their order.
    """
    texts = {None: record.document.text, "title": record.document.title or ""}
    for span in _spans(record):
        if not _is_of(span.start, span.end, texts[span.where], span.text):
            return f"the span [{span.start}, {span.end}) is not {span.text!r:.60} in its {span.where or 'text'}"
    for one in record.attributions:
        for start, end in (*one.source, *one.cue, *one.content):
            if not _is_of(start, end, texts[one.where]):
                return f"the attribution {one.id} has [{start}, {end}], which is outside of its {one.where or 'text'}"
    return _stray(record)


def _is_of(start: int, end: int, text: str | None, words: str | None = None) -> bool:
    if text is None:
        return 0 <= start <= end
    return 0 <= start <= end <= len(text) and (words is None or text[start:end] == words)


def _spans(piece: object) -> Iterator[Span]:
    """Every span in `piece`, at any depth."""
    if isinstance(piece, Span):
        yield piece
    elif isinstance(piece, tuple):
        for one in piece:
            yield from _spans(one)
    elif isinstance(piece, msgspec.Struct):
        for name in piece.__struct_fields__:
            yield from _spans(getattr(piece, name))


def _stray(record: Record) -> str | None:
    """An attribution that is named and is not there, or that is within itself."""
    known = {one.id: one for one in record.attributions}
    for claim in record.claims:
        named = (*claim.attribution, *(one.attribution for one in claim.by_source))
        if missing := next((one for one in named if one not in known), None):
            return f"the claim {claim.id} names the attribution {missing}, which the record does not hold"
    for one in record.attributions:
        if one.within is not None and one.within not in known:
            return f"the attribution {one.id} is within {one.within}, which the record does not hold"
        if _circular(one, known):
            return f"the attribution {one.id} is within itself"
    return None


def _circular(one: Attribution, known: dict[str, Attribution]) -> bool:
    seen = {one.id}
    outer = one.within
    while outer is not None and outer in known:
        if outer in seen:
            return True
        seen.add(outer)
        outer = known[outer].within
    return False
