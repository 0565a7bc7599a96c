"""Measures of how an account tells it: whole documents of one sentence in, as an analyst's would come, figures out.

Both take the half of a set that was kept unread while the stages were written (by a hash of the text).
"""

import csv
import json
from collections.abc import Sequence
from hashlib import md5
from pathlib import Path

from sayso import api
from sayso.model.document import Document
from sayso.model.record import SentenceFraming

SURE = 0.8
HALF = 0.5
ENOUGH = 100 / 1700
"""The part of all sentences that must be scored so high for their share of right ones to say anything."""
Figures = dict[str, float]


def slant(path: Path) -> Figures:
    """Macro-F1 at 0.5, and how many of the sentences scored 0.8 or more are biased (0: they are too few)."""
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if _unread(row["text"])]
    scores = [max((one.slanted for one in found), default=0.0) for found in _read([row["text"] for row in rows])]
    gold = [bool(row["biased"]) for row in rows]
    sure = [want for want, score in zip(gold, scores, strict=True) if score >= SURE]
    return {
        "macroF1": macro_f1(gold, [score >= HALF for score in scores]),
        "right-of-sure": sum(sure) / len(sure) if len(sure) >= ENOUGH * len(rows) else 0.0,
    }


def subjectivity(paths: Sequence[Path]) -> Figures:
    """Macro-F1 at 0.5."""
    rows = [row for path in paths for row in _table(path) if _unread(row["sentence"])]
    scores = [max((one.subjective for one in found), default=0.0) for found in _read([row["sentence"] for row in rows])]
    return {"macroF1": macro_f1([row["label"] == "SUBJ" for row in rows], [score >= HALF for score in scores])}


def macro_f1(gold: Sequence[bool], found: Sequence[bool]) -> float:
    """The mean of the F1 of yes and of no."""
    pairs = list(zip(gold, found, strict=True))
    return sum(_f1(pairs, side) for side in (True, False)) / 2.0


def _f1(pairs: Sequence[tuple[bool, bool]], side: bool) -> float:
    right = sum(want == got == side for want, got in pairs)
    wrong = sum(want != got for want, got in pairs)
    return 2 * right / (2 * right + wrong) if right else 0.0


def _read(texts: Sequence[str]) -> list[tuple[SentenceFraming, ...]]:
    return [record.framing.sentences for record in api.read_many(Document(text) for text in texts)]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _unread(text: str) -> bool:
    return int(md5(text.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 1
