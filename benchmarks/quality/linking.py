"""Mentions of the same event in ECB+: the clusters of `sayso.link` against the gold chains."""

import importlib.util
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path

from benchmarks.quality.ecb import gold
from sayso import api

NEEDED = ("data/crossdoc/ecb_docs.jsonl", "data/crossdoc/ecb_mentions.jsonl", "score/score_coreference.py")


def missing(shared: Path) -> list[str]:
    """The files this measure needs that are not there."""
    return [name for name in NEEDED if not (shared / name).is_file()]


def figures(shared: Path) -> dict[str, float]:
    """CoNLL F1 on the development topics, which nothing was learned from, with and without singletons."""
    rows = gold(shared, "dev")
    clusters = api.link([(row.document, row.span) for row in rows])
    key, response = groups([row.chain for row in rows]), groups(clusters)
    scorer = _scorer(shared / NEEDED[-1])
    return {
        "CoNLL": scorer.score(key, response)["conll"],
        "without-singletons": scorer.score(key, response, drop_singletons=True)["conll"],
    }


def groups(labels: Sequence[Hashable]) -> list[set[int]]:
    """The places of each label, as sets."""
    found: dict[Hashable, set[int]] = defaultdict(set)
    for place, label in enumerate(labels):
        found[label].add(place)
    return list(found.values())


def _scorer(path: Path):  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
