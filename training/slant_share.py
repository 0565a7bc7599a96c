"""How much the tagger's opinion of a sentence should count: measures shares and shifts on half of the dev sets.

    python -m training.slant_share --shared ../shared

Prints, for each share and shift, macro-F1 at 0.5 and how many of the sentences scored 0.8 or more are right, for
`LEARNED_SUBJECTIVE` and `LEARNED_SLANTED` of `reading/framing/sentences.py`. To be run after the tagger is trained
anew. It looks at the half of each set that the measures of `benchmarks/quality` leave alone.
"""

import argparse
import csv
import json
import math
import sys
from collections.abc import Iterator, Sequence
from hashlib import md5
from itertools import product
from pathlib import Path

import msgspec

from sayso.lexicon.loaded import LoadedLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.document import Document, Section
from sayso.reading import attribution
from sayso.reading.framing.sentences import Learned, opinion, together
from sayso.reading.framing.telling import listen
from sayso.reading.learned import Tagger
from sayso.reading.parse import load_pipeline, parse_many

SHARES = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8)
SHIFTS = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5)
SURE = math.log(0.8 / 0.2)


class Scored(msgspec.Struct, frozen=True):
    """A sentence of a dev set: what the rules say in log odds, the tagger's chance, and the label."""

    rules: float
    learned: float
    label: bool


def biased(folder: Path) -> Iterator[tuple[str, bool]]:
    """Sentences and whether they were judged biased."""
    for line in (folder / "loaded_words_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], bool(row["biased"])


def subjective(folder: Path) -> Iterator[tuple[str, bool]]:
    """Sentences and whether they were judged subjective."""
    for part in ("train", "dev"):
        with (folder / f"subjectivity_{part}.tsv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row["sentence"], row["label"] == "SUBJ"


def scored(rows: Sequence[tuple[str, bool]], task: str, tagger: Tagger) -> list[Scored]:
    """Each sentence read as a document of its own, by rules and by the tagger."""
    lexicon, reporting = LoadedLexicon.load(), ReportingLexicon.load()
    documents = ((Document(text), (Section("body", 0, len(text)),)) for text, _ in rows)
    found = []
    for parse, (_, label) in zip(parse_many(documents, load_pipeline()), rows, strict=True):
        told = listen(parse, attribution.find(parse, reporting), lexicon).sentences
        rules = float(getattr(opinion(together(told), lexicon.weights), task))
        learned = max(float(getattr(one, task)) for one in tagger.read(parse).sentences)
        found.append(Scored(rules, learned, label))
    return found


def figures(found: Sequence[Scored], learned: Learned) -> tuple[float, float, int]:
    """Macro-F1 at 0.5; of the sentences scored 0.8 or more, how many are right, and how many there are."""
    odds = [one.rules + learned.of(one.learned) for one in found]
    pairs = [(one.label, z >= 0.0) for one, z in zip(found, odds, strict=True)]
    sure = [one.label for one, z in zip(found, odds, strict=True) if z >= SURE]
    f1 = [_f1(pairs, side) for side in (True, False)]
    return sum(f1) / 2.0, sum(sure) / max(len(sure), 1), len(sure)


def _f1(pairs: Sequence[tuple[bool, bool]], side: bool) -> float:
    right = sum(want == got == side for want, got in pairs)
    wrong = sum(want != got for want, got in pairs)
    return 2 * right / (2 * right + wrong) if right else 0.0


def main() -> None:
    """Measure both tasks and print a line for each share and shift, best last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    folder = parser.parse_args().shared / "data/framing"
    tagger = Tagger.load()
    for task, source in (("slanted", biased), ("subjective", subjective)):
        rows = [
            row for row in source(folder) if int(md5(row[0].encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0
        ]
        found = scored(rows, task, tagger)
        lines = [(figures(found, Learned(*pair)), pair) for pair in product(SHARES, SHIFTS)]
        for (macro, right, sure), (share, shift) in sorted(lines):
            sys.stdout.write(f"{task:10} share {share} shift {shift:+} F1 {macro:.3f} sure {right:.2f} of {sure}\n")


if __name__ == "__main__":
    main()
