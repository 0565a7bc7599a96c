"""Senses of words as vectors: wordllama's, which come inside its package."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.comparing.link.shared import Matrix

if TYPE_CHECKING:
    from wordllama.inference import WordLlamaInference

MAX_LETTERS: Final = 40
_BATCH: Final = 2048


class WordVectors:
    """Unit vectors of 256 numbers. Loading takes a quarter of a second, so it waits until a word is asked for."""

    def __init__(self) -> None:
        self._model: WordLlamaInference | None = None

    def of(self, words: Sequence[str]) -> Matrix:
        """One row a word; a word without letters that are known has a zero row."""
        if self._model is None:
            self._model = _loaded()
        cut = [word[:MAX_LETTERS] or " " for word in words]
        rows = [self._model.embed(cut[k : k + _BATCH], norm=True) for k in range(0, len(cut), _BATCH)]
        return np.nan_to_num(np.concatenate(rows).astype(np.float32)) if rows else np.zeros((0, 256), np.float32)


def _loaded() -> "WordLlamaInference":
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    import wordllama

    # Importing it sets up logging for the whole process, which is the application's to do.
    root.setLevel(level)
    root.handlers[:] = handlers
    # Its own folder as the cache, so that nothing is looked for elsewhere or fetched.
    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
