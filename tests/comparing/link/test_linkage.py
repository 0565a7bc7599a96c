"""Average linkage: groups join by their mean likeness, whatever the order, and a chain of likenesses is no group."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.comparing.link.linkage import average_linkage

Square = np.ndarray[tuple[int, int], np.dtype[np.float32]]


def table(n: int, pairs: dict[tuple[int, int], float]) -> Square:
    found = np.zeros((n, n), np.float32)
    for (a, b), value in pairs.items():
        found[a, b] = found[b, a] = value
    return found


@pytest.mark.parametrize("n", [0, 1])
def test_nothing_to_join(n: int) -> None:
    assert average_linkage(table(n, {}), 0.5) == [0] * n


def test_likely_pairs_join_and_others_do_not() -> None:
    assert average_linkage(table(4, {(0, 2): 0.9, (1, 3): 0.4}), 0.5) == [0, 1, 0, 2]


def test_a_chain_is_no_group() -> None:
    chain = table(3, {(0, 1): 0.9, (1, 2): 0.8})
    assert average_linkage(chain, 0.5) == [0, 0, 1]


def test_a_group_takes_in_what_is_like_most_of_it() -> None:
    found = table(4, {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (0, 3): 0.7, (1, 3): 0.7, (2, 3): 0.2})
    assert average_linkage(found, 0.5) == [0, 0, 0, 0]


def test_of_equals_the_first_join() -> None:
    assert average_linkage(table(3, {(0, 1): 0.6, (1, 2): 0.6}), 0.5) == [0, 0, 1]


@given(arrays(np.float32, (7, 7), elements=st.floats(0, 1, width=32)), st.floats(0.1, 0.9))
def test_groups_that_stay_apart_are_below_the_threshold(raw: Square, threshold: float) -> None:
    likely = (raw + raw.T) / 2
    groups = np.array(average_linkage(likely, threshold))
    for one in set(groups.tolist()):
        for other in set(groups.tolist()) - {one}:
            between = likely[np.ix_(groups == one, groups == other)]
            assert between.mean() < threshold + 1e-4


def test_numbers_follow_the_first_of_each_group() -> None:
    assert average_linkage(table(5, {(3, 4): 0.9, (0, 2): 0.95}), 0.5) == [0, 1, 0, 2, 2]
