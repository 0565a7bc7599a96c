"""Weights of a sentence's features, learned from our own sentences → `slant_weights/weights.yaml` of the lexicon.

    python -m training.slant_weights

Two logistic regressions, subjective and slanted, over the features of `reading/framing/telling.py`, with a ridge.
`SHIFT` moves where a half lies, chosen on half of the dev sets: the sentences an analyst asks about are more often
slanted than our own, and less often subjective.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from sayso.lexicon.loaded import LoadedLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.document import Document, Section
from sayso.reading import attribution
from sayso.reading.framing.sentences import BIAS, SHARES, together
from sayso.reading.framing.telling import listen
from sayso.reading.parse import load_pipeline, parse_many

Floats = NDArray[np.float64]
HERE = Path(__file__).parent
OUT = HERE.parent / "src/sayso/lexicon/data/slant_weights/weights.yaml"
RIDGE = 10.0
SHIFT = {"subjective": -0.25, "slanted": 0.4}
MOST = {"strong": 3.0, "middle": 3.0, "weak": 3.0, "evaluation": 3.0, "number": 3.0, "name-calling": 2.0, "held": 2.0,
        "stance": 2.0, "intensifier": 2.0, "appeal": 2.0, "argument": 2.0, "modal": 2.0, "first-person": 2.0,
        "scare": 2.0}  # fmt: skip


def most(feature: str) -> float:
    """Up to how many of a feature count: a share is at most one."""
    return MOST.get(feature, 1.0)


def features(texts: Sequence[str]) -> list[dict[str, float]]:
    """The features of each text, read as a document of its own."""
    lexicon, reporting = LoadedLexicon.load(), ReportingLexicon.load()
    documents = ((Document(text), (Section("body", 0, len(text)),)) for text in texts)
    return [
        together(listen(parse, attribution.find(parse, reporting), lexicon).sentences)
        for parse in parse_many(documents, load_pipeline())
    ]


def table(found: Sequence[dict[str, float]], names: Sequence[str]) -> Floats:
    """A row of capped features for each text."""
    return np.array([[min(one.get(name, 0.0), most(name)) for name in names] for one in found])


def fit(x: Floats, y: Floats, ridge: float = RIDGE) -> Floats:
    """Bias, then weights, of a logistic regression."""

    def loss(b: Floats) -> tuple[float, Floats]:
        z = x @ b[1:] + b[0]
        miss = 1.0 / (1.0 + np.exp(-z)) - y
        total = np.logaddexp(0.0, z).sum() - (y * z).sum() + ridge * (b[1:] ** 2).sum()
        return float(total), np.concatenate([[miss.sum()], x.T @ miss + 2.0 * ridge * b[1:]])

    found: Floats = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return found


def written(names: Sequence[str], weights: dict[str, Floats]) -> str:
    """The vocabulary file."""
    head = "# What each feature of a sentence adds (log odds). Written by training/slant_weights.py; see there.\n"
    rows = [(BIAS, *(weights[task][0] + SHIFT[task] for task in SHIFT), 1.0)]
    rows += [(name, *(weights[task][k + 1] for task in SHIFT), most(name)) for k, name in enumerate(names)]
    lines = (
        f"  - {{feature: {name}, subjective: {subjective:.3f}, slanted: {slanted:.3f}, most: {top}}}\n"
        for name, subjective, slanted, top in rows
    )
    return f"{head}slant_weights:\n{''.join(lines)}"


def main() -> None:
    """Learn the weights and write them."""
    rows = [json.loads(line) for line in (HERE / "data/slant.jsonl").read_text(encoding="utf-8").splitlines()]
    found = features([row["text"] for row in rows])
    names = sorted({name for one in found for name in one} | SHARES)
    x = table(found, names)
    weights = {task: fit(x, np.array([float(row[task]) for row in rows])) for task in SHIFT}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(written(names, weights), encoding="utf-8")


if __name__ == "__main__":
    main()
