"""What each piece of evidence weighs: a data file that `training/link.py` writes and anyone can read."""

from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from sayso.comparing.link.evidence import FEATURES
from sayso.comparing.link.shared import Matrix
from sayso.lexicon.files import DATA, LexiconError

FILE: Final = DATA / "link" / "pairs.json"
_STEM: Final = FEATURES.index("same stem")
_RECURS: Final = FEATURES.index("either word recurs")


class Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one piece of evidence adds to the log odds that two mentions tell one event.

    `kin`: where their words are kin; `differ`: where they are not; `lone`: besides, as far as neither word recurs in
    other documents, so that the accounts seem to choose their own words.
    """

    name: str
    differ: float
    kin: float
    lone: float


class Trained(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file. `threshold`: mean probability from which groups join; `topic`: likeness from which documents do."""

    made_from: str
    bias: float
    threshold: float
    topic: float
    weights: tuple[Weight, ...]


class PairModel:
    """Evidence → the probability that two mentions tell one event, and what each piece of evidence added."""

    def __init__(self, trained: Trained) -> None:
        if tuple(one.name for one in trained.weights) != FEATURES:
            raise LexiconError("the weights for linking are of another version: run training/link.py again")
        self.threshold = trained.threshold
        self.topic = trained.topic
        self._bias = trained.bias
        self._weights = np.array([(one.differ, one.kin, one.lone) for one in trained.weights], np.float32)

    @classmethod
    def load(cls, path: Path = FILE) -> "PairModel":
        """The packaged weights. Raises LexiconError for a file that cannot be used."""
        try:
            return cls(msgspec.json.decode(path.read_bytes(), type=Trained))
        except (OSError, msgspec.DecodeError) as error:
            raise LexiconError(f"{path}: no weights for linking can be read ({error})") from error

    def probability(self, evidence: Matrix) -> Matrix:
        """Features on the last axis → probabilities on the others."""
        parts = evidence @ self._weights
        kin, lone = conditions(evidence)
        odds = (1 - kin) * parts[..., 0] + kin * parts[..., 1] + lone * parts[..., 2] + self._bias
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0))), np.float32)

    def added(self, evidence: Matrix) -> dict[str, float]:
        """For one pair (features on the only axis): what each piece that is there adds to the log odds."""
        kin, lone = (float(one) for one in conditions(evidence))
        weight = (1 - kin) * self._weights[:, 0] + kin * self._weights[:, 1] + lone * self._weights[:, 2]
        return {name: round(float(value), 3) for name, value in zip(FEATURES, evidence * weight, strict=True)}


def conditions(evidence: Matrix) -> tuple[Matrix, Matrix]:
    """Where the words are kin, and how far they are words of their account's own choice, each 0 to 1."""
    kin = evidence[..., _STEM]
    lone = (1.0 - kin) * (1.0 - np.minimum(1.0, 3.0 * evidence[..., _RECURS]))
    return kin, np.asarray(lone, np.float32)


def crossed(evidence: Matrix) -> Matrix:
    """Evidence three times over, as the weights take it: where words differ, are kin, are lone. For training."""
    kin, lone = conditions(evidence)
    shares = (1.0 - kin, kin, lone)
    return np.concatenate([evidence * share[..., None] for share in shares], axis=-1)
