"""Headlines against bodies: pairs of our own in three classes, and real pairs of rumours and reports."""

import json
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import yaml

from sayso import api

SEED = 6
ONE_IN = 8
CLASSES = ("supported", "attributed or weaker", "not supported")
Figures = dict[str, float]


def own_pairs(path: Path) -> Figures:
    """The test half of our own pairs: the outcome, and the outcome in three classes (share right and macro-F1)."""
    pairs = [pair for pair in yaml.safe_load(path.read_text(encoding="utf-8"))["pairs"] if pair["half"] == "test"]
    found = [(pair["outcome"], api.headline(pair["headline"], pair["body"])) for pair in pairs]
    three = [(_class(want), _class(got)) for want, got in found]
    return {
        "exact": sum(want == got for want, got in found) / len(found),
        "three": sum(want == got for want, got in three) / len(three),
        "macroF1": sum(f1(three, one) for one in CLASSES) / len(CLASSES),
    }


def real_pairs(bodies: Path, stances: Path) -> Figures:
    """All pairs of one in eight bodies: related or not, and F1 on bodies that disagree with the headline."""
    texts = {row["body_id"]: row["text"] for row in _rows(bodies)}
    chosen = set(random.Random(SEED).sample(sorted(texts), len(texts) // ONE_IN))
    by_body: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in _rows(stances):
        if row["body_id"] in chosen:
            by_body[row["body_id"]].append((row["stance"], row["headline"]))
    found = [
        (stance, api.headline(headline, texts[body])) for body, pairs in by_body.items() for stance, headline in pairs
    ]
    related = [(want == "unrelated") == (got == "unrelated") for want, got in found]
    against = [(str(want == "disagree"), str(got == "contradicted")) for want, got in found]
    return {"related": sum(related) / len(related), "disagreeF1": f1(against, "True")}


def f1(pairs: Sequence[tuple[str, str]], label: str) -> float:
    """F1 of a label over pairs of what is wanted and what was found."""
    right = sum(want == got == label for want, got in pairs)
    either = sum(want == label for want, _ in pairs) + sum(got == label for _, got in pairs)
    return 2 * right / either if either else 0.0


def _class(outcome: str) -> str:
    if outcome in ("attributed", "weaker"):
        return CLASSES[1]
    return outcome if outcome == "supported" else CLASSES[2]


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
