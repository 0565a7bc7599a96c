"""`python -m benchmarks.speed.stories`: articles grouped per CPU-second, what that costs beside a parse, and memory.

The same dated articles pass three times, years apart, so that nothing is a copy: peak memory after the first pass and
at the end tells whether it grows with the stream.
"""

import argparse
import datetime as dt
import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from sayso.comparing.stories import Grouper
from sayso.lexicon.commonness import Commonness
from sayso.model.document import Document
from sayso.reading.parse import load_pipeline

SHARE_OF_PARSE = 0.05
"""What grouping an article may cost at most of what parsing it costs."""
GROWTH = 1.15
YEARS = 20
PARSED = 30


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.stories", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/load/international_news.jsonl"))
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        print(f"skipped: {arguments.data.name} is not on this machine")
        return 0
    grouper = Grouper(Commonness.load())
    seconds, peaks, count, live = 0.0, list[int](), 0, 0
    for turn in range(3):
        for document in _stream(arguments.data, turn):
            before = time.process_time()
            grouper.place(document)
            seconds += time.process_time() - before
            count, live = count + 1, max(live, len(grouper))
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    share = seconds / count / _parse_seconds(arguments.data)
    print(f"data: {arguments.data.name}, three times {count // 3} articles, at most {live} stories live")
    print(f"grouped per CPU-second: {count / seconds:.0f} articles; {share:.3f} of a parse, at most {SHARE_OF_PARSE}")
    print(f"peak memory: {peaks[0]} MB after the first pass, {peaks[-1]} MB after the third, at most {GROWTH} times")
    return int(share > SHARE_OF_PARSE or peaks[-1] > GROWTH * peaks[0])


def _stream(path: Path, turn: int) -> Iterator[Document]:
    for k, row in enumerate(sorted(_rows(path), key=lambda row: str(row["date"]))):
        day = dt.date.fromisoformat(row["date"][:10]) + dt.timedelta(days=365 * YEARS * turn)
        yield Document(row["text"], id=f"{turn}-{k}", title=row["title"], source=row["source"], published=day)


def _parse_seconds(path: Path) -> float:
    """CPU seconds that parsing one article takes."""
    nlp, texts = load_pipeline(), [row["text"] for row in _rows(path)[:PARSED]]
    list(nlp.pipe(texts[:5]))
    before = time.process_time()
    for _ in nlp.pipe(texts, batch_size=16):
        pass
    return (time.process_time() - before) / len(texts)


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    sys.exit(main())
