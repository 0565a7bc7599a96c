"""`python -m benchmarks.speed`: the whole of `read` against the bare parse of the same documents, CPU seconds.

`read` by rules alone (`--fast`) is held against the parse; `read` with the trained encoder against documents of 600
words. They take turns, so that a machine that slows down slows all; medians are what counts.
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
WORDS = 600
FACTS = Path(__file__).parents[1] / "quality" / "facts" / "jsonl"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/load/international_news.jsonl"))
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    texts = _texts(arguments.data, arguments.documents)
    nlp, by_rules, reader = load_pipeline(), Reader.load(Options(fast=True)), Reader.load(Options())

    def parse_alone() -> None:
        for _ in nlp.pipe(texts, batch_size=16):
            pass

    def read_by_rules() -> None:
        for _ in by_rules.read_all(Document(text) for text in texts):
            pass

    def read_whole() -> None:
        for _ in reader.read_all(Document(text) for text in texts):
            pass

    turns = (parse_alone, read_by_rules, read_whole)
    for turn in turns:
        turn()
    rounds = [tuple(_seconds(turn) for turn in turns) for _ in range(arguments.rounds)]
    ratios = [ruled / alone for alone, ruled, _ in rounds]
    sentences = sum(len(list(doc.sents)) for doc in nlp.pipe(texts, batch_size=16))
    words = sum(len(text.split()) for text in texts)
    bounds: dict[str, float] = json.loads(CEILING.read_text())
    print(
        f"data: {(arguments.data if arguments.data.is_file() else FACTS).name}, "
        f"{len(texts)} documents, {sentences} sentences, {words} words"
    )
    ruled, whole = (statistics.median(one[k] for one in rounds) for k in (1, 2))
    for name, seconds in (("by rules", ruled), ("with the encoder", whole)):
        rates = (
            f"{len(texts) / seconds:.1f} documents, {sentences / seconds:.0f} sentences, {words / seconds:.0f} words"
        )
        print(f"{name}, per CPU-second: {rates}")
    ratio, ceiling = statistics.median(ratios), bounds["read over parse"]
    print(
        f"read by rules over parse: median {ratio:.2f} of {len(ratios)} rounds "
        f"({min(ratios):.2f} to {max(ratios):.2f}), at most {ceiling}"
    )
    like, floor = words / whole / WORDS, bounds["documents of 600 words with the encoder"]
    print(f"with the encoder: {like:.1f} documents of {WORDS} words a CPU-second, at least {floor}")
    return int(ratio > ceiling or like < floor)


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
