"""Train the small model of how targets are written about: `src/sayso/lexicon/data/polarity/weights.txt`.

    python -m training.polarity --shared ../shared

Multinomial logistic regression over the features of `sayso.reading.framing.regard`, on the target-sentiment set (MIT)
but for the articles of `training.held`. Classes weigh by the root of their rarity; features of fewer than MIN targets
and with next to no weight are left out.
"""

import argparse
import collections
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

from sayso.lexicon.polarity import WEIGHTS, PolarityLexicon
from sayso.model.document import Document, Section
from sayso.reading.framing.regard import features
from sayso.reading.parse import load_pipeline, parse_many
from sayso.reading.reader import head_of, words_of
from training.held import is_held_back

MIN = 3
STRENGTH = 0.1
SLIGHT = 0.06
Floats = npt.NDArray[np.float64]


def examples(path: Path) -> tuple[list[list[str]], list[int]]:
    """The features and the class (0 negative, 1 neutral, 2 positive) of each target that may be trained on."""
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if not is_held_back(row["id"])]
    lexicon = PolarityLexicon.load()
    texts = list(dict.fromkeys(row["sentence"] for row in rows))
    pairs = ((Document(text), (Section("body", 0, len(text)),)) for text in texts)
    parses = dict(zip(texts, parse_many(pairs, load_pipeline()), strict=True))
    found = []
    for row in rows:
        parse = parses[row["sentence"]]
        span = parse.document.span(row["from"], row["to"])
        found.append(features(parse, words_of(parse, span), head_of(parse, span), lexicon))
    return found, [row["polarity"] + 1 for row in rows]


def train(found: list[list[str]], labels: list[int]) -> dict[str, list[float]]:
    """The weights of each feature that has any."""
    counts = collections.Counter(name for one in found for name in one)
    names = sorted(name for name, count in counts.items() if count >= MIN)
    place = {name: k for k, name in enumerate(names)}
    cells = [(row, place[name]) for row, one in enumerate(found) for name in one if name in place]
    rows, columns = zip(*cells, strict=True)
    shape = (len(found), len(names))
    table = sparse.csr_matrix((np.ones(len(cells)), (rows, columns)), shape=shape)
    weights = _fit(table, np.array(labels))
    kept = {name: weights[k] for name, k in place.items() if np.abs(weights[k]).max() >= SLIGHT}
    return {name: [round(float(one), 2) for one in value] for name, value in kept.items()}


def _fit(table: Any, labels: npt.NDArray[np.int64]) -> Floats:
    wanted = np.eye(3)[labels]
    weight = np.array([1 / np.sqrt(3 * (labels == k).mean()) for k in range(3)])[labels]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, 3)
        scores = table @ weights
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        sums = powers.sum(1)
        likely = scores[np.arange(len(labels)), labels] - np.log(sums)
        slope = table.T @ ((powers / sums[:, None] - wanted) * weight[:, None])
        value = -STRENGTH * float((weight * likely).sum()) + 0.5 * float((flat**2).sum())
        return value, (STRENGTH * slope + weights).ravel()

    start = np.zeros(table.shape[1] * 3)
    done = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return np.asarray(done.x).reshape(-1, 3)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    path = parser.parse_args().shared / "data/framing/target_sentiment_train.jsonl"
    weights = train(*examples(path))
    lines = [" ".join([name, *(f"{one:g}" for one in weights[name])]) for name in sorted(weights)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
