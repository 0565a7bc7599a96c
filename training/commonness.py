"""How common words are, counted in licensed text: `src/sayso/lexicon/data/commonness/words.txt`.

    python -m training.commonness --shared ../shared

Sentences of the target-sentiment set (MIT), of ECB+ (CC BY 3.0) and of GUM's CC BY texts, each counted once. A stem's
rarity is the logarithm of one in so many sentences, scaled so that words of every other sentence get 0 and words of one
sentence in a thousand 0.8; what is in fewer than MIN sentences is not listed, and counts as rare.
"""

import argparse
import collections
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path

from sayso.lexicon.commonness import FILE
from sayso.lexicon.stems import stem

MIN = 6
BANDS = 6
WORD = re.compile(r"[^\W_]+")
END = re.compile(r"(?<=[.!?])\s+")


def sentences(data: Path) -> Iterator[str]:
    """The sentences that are counted."""
    rows = (json.loads(line) for line in (data / "framing/target_sentiment_train.jsonl").open(encoding="utf-8"))
    yield from dict.fromkeys(row["sentence"] for row in rows)
    for line in (data / "crossdoc/ecb_docs.jsonl").open(encoding="utf-8"):
        yield from (" ".join(words) for words in json.loads(line)["sentences"].values())
    for line in (data / "attribution/gum_ccby.jsonl").open(encoding="utf-8"):
        yield from END.split(json.loads(line)["text"])


def bands(found: Iterator[str]) -> dict[float, list[str]]:
    """Stems by rarity, 0 to 1, in steps of one sixth."""
    seen: collections.Counter[str] = collections.Counter()
    total = 0
    for sentence in found:
        total += 1
        seen.update({stem(word) for word in WORD.findall(sentence.lower())})
    made: dict[float, list[str]] = collections.defaultdict(list)
    for root, count in seen.items():
        if count >= MIN:
            rarity = min(1.0, max(0.0, (math.log(total / count) - 2) / 6))
            made[round(rarity * BANDS) / BANDS].append(root)
    return made


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    made = bands(sentences(parser.parse_args().shared / "data"))
    lines = [f"{rarity:.2f} {' '.join(sorted(made[rarity]))}" for rarity in sorted(made)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
