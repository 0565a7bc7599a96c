"""Sentiment towards targets: sentences of the articles that were held back from training, each with its targets."""

import json
from pathlib import Path

from training.held import is_held_back

from sayso import api
from sayso.model.document import Document

LABELS = (-1, 0, 1)
Figures = dict[str, float]


def sentiment(path: Path) -> Figures:
    """Macro-F1 over negative, neutral and positive."""
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if is_held_back(row["id"])]
    found = [_label(row["sentence"], row["from"], row["to"]) for row in rows]
    gold = [row["polarity"] for row in rows]
    return {"macroF1": sum(_f1(gold, found, label) for label in LABELS) / len(LABELS)}


def _label(text: str, start: int, end: int) -> int:
    document = Document(text)
    return api.sentiment(document, [document.span(start, end)])[0]


def _f1(gold: list[int], found: list[int], label: int) -> float:
    right = sum(want == got == label for want, got in zip(gold, found, strict=True))
    return 2 * right / max(gold.count(label) + found.count(label), 1)
