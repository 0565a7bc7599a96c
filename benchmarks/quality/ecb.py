"""ECB+ as gold mentions: documents, the spans of event mentions, and the chain each belongs to."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sayso.model.document import Document
from sayso.model.span import Span


class Row(NamedTuple):
    """One gold mention."""

    topic: str
    document: Document
    span: Span
    chain: str


def gold(shared: Path, split: str) -> list[Row]:
    """The event mentions of the validated sentences of a split ("train", "dev"). Raises OSError where it is not."""
    folder = shared / "data" / "crossdoc"
    places: dict[tuple[str, int, int], tuple[int, int]] = {}
    documents: dict[str, Document] = {}
    for row in _lines(folder / "ecb_docs.jsonl"):
        documents[row["doc_id"]] = Document(row["text"], id=row["doc_id"])
        start = 0
        for number, tokens in row["sentences"].items():
            for k, token in enumerate(tokens):
                places[row["doc_id"], int(number), k] = (start, start + len(token))
                start += len(token) + 1
    found = []
    for row in _lines(folder / "ecb_mentions.jsonl"):
        if row["kind"] == "event" and row["validated"] and row["split"] == split:
            at = [places[row["doc_id"], row["sent_id"], k] for k in row["tokens"]]
            document = documents[row["doc_id"]]
            span = document.span(min(a for a, _ in at), max(b for _, b in at))
            found.append(Row(row["topic"], document, span, row["chain"]))
    return found


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
