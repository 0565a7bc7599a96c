"""The encoder's two halves as ONNX graphs, on one CPU thread.

LOWER reads word pieces: hidden states, and what its heads make of them. UPPER reads the hidden states once more with a
target marked: how the target is written about.
"""

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.reading.learned.pieces import Chunk, tokenizer

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = npt.NDArray[np.float32]
PIECES_A_BATCH = 256
"""Word pieces in one run, padding included: more gains no speed, and memory stays small."""


class States(NamedTuple):
    """What LOWER gives for a chunk: by piece `hidden` (n, width), `tags` (n, 3), `certainty` (n,); `sentence` (2,)."""

    hidden: Floats
    tags: Floats
    certainty: Floats
    sentence: Floats


class Encoder:
    """The graphs and the word pieces they were trained with. It keeps nothing between calls."""

    def __init__(self, lower: Path, upper: Path, vocabulary: Path) -> None:
        self.tokenizer = tokenizer(vocabulary)
        self._lower = _session(lower)
        self._upper = _session(upper)

    @classmethod
    def load(cls, folder: Path | None = None) -> "Encoder":
        """The encoder of the package, or of another folder. Raises FileNotFoundError for a folder without one."""
        place = folder or Path(str(resources.files("sayso.reading.learned"))) / "weights"
        files = [place / name for name in ("lower.onnx", "upper.onnx", "vocabulary.txt")]
        for file in files:
            if not file.is_file():
                raise FileNotFoundError(f"the encoder's {file.name} is not in {place}")
        return cls(*files)

    def lower(self, chunks: list[Chunk]) -> list[States]:
        """The states of each chunk, in order. Chunks of like length run together, so that little is padding."""
        found: list[States | None] = [None] * len(chunks)
        for batch in _batches([len(chunk.ids) for chunk in chunks]):
            ids = np.zeros((len(batch), max(len(chunks[k].ids) for k in batch)), dtype=np.int64)
            mask = np.zeros(ids.shape, dtype=np.float32)
            for row, k in enumerate(batch):
                ids[row, : len(chunks[k].ids)] = chunks[k].ids
                mask[row, : len(chunks[k].ids)] = 1.0
            hidden, tags, certainty, sentence = self._lower.run(None, {"ids": ids, "mask": mask})
            for row, k in enumerate(batch):
                n = len(chunks[k].ids)
                found[k] = States(hidden[row, :n], tags[row, :n], certainty[row, :n], sentence[row])
        return [states for states in found if states is not None]

    def upper(self, states: list[Floats], targets: list[Floats]) -> list[Floats]:
        """The probabilities (3,) of negative, neutral, positive for each pair of hidden states and target mask (n,)."""
        found: list[Floats] = [np.zeros(3, dtype=np.float32)] * len(states)
        for batch in _batches([len(hidden) for hidden in states]):
            longest = max(len(states[k]) for k in batch)
            hidden = np.zeros((len(batch), longest, states[batch[0]].shape[1]), dtype=np.float32)
            mask, target = np.zeros((2, len(batch), longest), dtype=np.float32)
            for row, k in enumerate(batch):
                hidden[row, : len(states[k])] = states[k]
                mask[row, : len(states[k])] = 1.0
                target[row, : len(states[k])] = targets[k]
            (scores,) = self._upper.run(None, {"hidden": hidden, "mask": mask, "target": target})
            for row, k in enumerate(batch):
                found[k] = scores[row]
        return found


def _batches(lengths: list[int]) -> list[list[int]]:
    """Indexes of items of like length, at most PIECES_A_BATCH a batch once padded to its longest."""
    batches: list[list[int]] = []
    longest = 0
    for k in sorted(range(len(lengths)), key=lambda k: (-lengths[k], k)):
        if not batches or (len(batches[-1]) + 1) * longest > PIECES_A_BATCH:
            batches.append([])
            longest = lengths[k]
        batches[-1].append(k)
    return batches


def _session(path: Path) -> "InferenceSession":
    import onnxruntime  # here: commands that read nothing start without it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
