"""Stories: dated articles grouped in one pass, against the stories that an editor put them in.

The settings were chosen on the earlier half of the stories; figures are of the later half alone. In the open stream
most articles are alone: those of one outlet only, and news of the same days that nobody put in a story. Each of the
latter counts as a story of its own, though some tell of one event; so figures of the open stream are low for anybody.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sayso import api
from sayso.model.document import Document

STORIES = "data/crossdoc/stories_dev.jsonl"
OTHERS = "data/load/international_news.jsonl"
Row = dict[str, Any]


def missing(shared: Path) -> list[str]:
    """The files this measure needs that are not there."""
    return [name for name in (STORIES, OTHERS) if not (shared / name).is_file()]


def figures(shared: Path) -> dict[str, float]:
    """B-cubed and pair F1 on stories of several outlets, and in the open stream."""
    rows = _rows(shared / STORIES)
    later = _later_half(rows)
    outlets: dict[str, set[str]] = defaultdict(set)
    for row in later:
        outlets[row["story"]].add(row["source"])
    several = [row for row in later if len(outlets[row["story"]]) > 1]
    known, days = {row["doc_id"] for row in rows}, [row["date"] for row in later]
    alone = [
        {**row, "story": f"alone-{row['doc_id']}"}
        for row in _rows(shared / OTHERS)
        if row["doc_id"] not in known and min(days) <= row["date"] <= max(days)
    ]
    together, stream = score(several), score([*later, *alone])
    return {"B3": together[0], "pairs": together[1], "open-B3": stream[0], "open-pairs": stream[1]}


def score(rows: Iterable[Row]) -> tuple[float, float]:
    """B-cubed F1 and pair F1 of `sayso.group` over the rows by date."""
    ordered = sorted(rows, key=lambda row: (row["date"], row["doc_id"]))
    found = dict(api.group(_document(row) for row in ordered))
    gold = {row["doc_id"]: row["story"] for row in ordered}
    return b_cubed(gold, found), pairs(gold, found)


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """The mean over documents of what their group and their story share, as F1 of precision and recall."""
    both, stories, groups = Counter((gold[k], found[k]) for k in gold), Counter(gold.values()), Counter(found.values())
    precision = sum(both[gold[k], found[k]] / groups[found[k]] for k in gold) / len(gold)
    recall = sum(both[gold[k], found[k]] / stories[gold[k]] for k in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)


def pairs(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """F1 over pairs of documents that are together."""
    right = _pairs(Counter((gold[k], found[k]) for k in gold))
    made, wanted = _pairs(Counter(found.values())), _pairs(Counter(gold.values()))
    return 2 * right / (made + wanted) if made + wanted else 1.0


def _pairs(sizes: Mapping[Any, int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _later_half(rows: list[Row]) -> list[Row]:
    first: dict[str, str] = {}
    for row in rows:
        first[row["story"]] = min(first.get(row["story"], row["date"]), row["date"])
    ranked = sorted(first, key=lambda story: (first[story], story))
    later = set(ranked[len(ranked) // 2 :])
    return [row for row in rows if row["story"] in later]


def _document(row: Row) -> Document:
    return Document(row["text"], id=row["doc_id"], title=row["title"], source=row["source"], published=row["date"])


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
