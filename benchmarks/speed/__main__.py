"""`python -m benchmarks.speed`: the whole of `read` against the bare parse of the same documents, CPU seconds.

The two take turns, so that a machine that slows down slows both; the median of the ratios is what counts.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from sayso.model.document import Document
from sayso.reading.parse import load_pipeline
from sayso.reading.reader import Options, Reader

CEILING = Path(__file__).with_name("ceiling.json")
FACTS = Path(__file__).parents[1] / "quality" / "facts" / "jsonl"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/load/international_news.jsonl"))
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    texts = _texts(arguments.data, arguments.documents)
    nlp, reader = load_pipeline(), Reader.load(Options())

    def parse_alone() -> None:
        for _ in nlp.pipe(texts, batch_size=16):
            pass

    def read_whole() -> None:
        for _ in reader.read_all(Document(text) for text in texts):
            pass

    parse_alone()
    read_whole()
    pairs = [(_seconds(parse_alone), _seconds(read_whole)) for _ in range(arguments.rounds)]
    ratios = [both / alone for alone, both in pairs]
    sentences = sum(len(list(doc.sents)) for doc in nlp.pipe(texts, batch_size=16))
    words = sum(len(text.split()) for text in texts)
    ceiling: float = json.loads(CEILING.read_text())["read over parse"]
    print(
        f"data: {(arguments.data if arguments.data.is_file() else FACTS).name}, "
        f"{len(texts)} documents, {sentences} sentences, {words} words"
    )
    whole = statistics.median(seconds for _, seconds in pairs)
    rates = f"{len(texts) / whole:.1f} documents, {sentences / whole:.0f} sentences, {words / whole:.0f} words"
    print(f"per CPU-second: {rates}")
    print(
        f"read over parse: median {statistics.median(ratios):.2f} of {len(ratios)} rounds "
        f"({min(ratios):.2f} to {max(ratios):.2f}), at most {ceiling}"
    )
    return int(statistics.median(ratios) > ceiling)


def _texts(path: Path, count: int) -> list[str]:
    files = [path] if path.is_file() else sorted(FACTS.glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [row["text"] for row in rows[:count]]


def _seconds(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    sys.exit(main())
