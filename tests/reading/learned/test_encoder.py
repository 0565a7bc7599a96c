"""The encoder's runs: what a sentence gives does not hang on what else is read, but for rounding."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.learned.encoder import PIECES_A_BATCH, Encoder, _batches
from sayso.reading.learned.pieces import chunks


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


@given(st.lists(st.integers(2, 130), max_size=60))
def test_batches_hold_every_item_once_and_keep_to_their_size(lengths):
    batches = _batches(lengths)
    assert sorted(k for batch in batches for k in batch) == list(range(len(lengths)))
    for batch in batches:
        longest = max(lengths[k] for k in batch)
        assert len(batch) == 1 or longest * len(batch) <= PIECES_A_BATCH


def test_a_sentence_reads_alike_alone_and_among_others(parsed, encoder):
    parse = parsed("Minsk denied the claim. The general, who had resigned in May, said that he would run. It rained.")
    found = chunks(parse, range(len(parse.sentences)), encoder.tokenizer)
    together = encoder.lower(found)
    for chunk, states in zip(found, together, strict=True):
        (alone,) = encoder.lower([chunk])
        assert np.abs(alone.tags - states.tags).max() < 0.15
        assert alone.hidden.shape == (len(chunk.ids), states.hidden.shape[1])


def test_a_folder_without_weights_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match="lower"):
        Encoder.load(tmp_path)
