"""Agglomerative clustering with average linkage: the two likeliest groups join first, and a chain does not."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def average_linkage(likeness: npt.NDArray[np.float32], threshold: float) -> list[int]:
    """A group number for each row of a symmetric matrix; groups numbered by their first row.

    Groups join while the mean likeness between two of them reaches `threshold`; of equals the first. O(n²) memory,
    O(n²) time for each row of nearest others that a join makes stale, which is near O(n²) in all.
    """
    n = len(likeness)
    if n < 2:
        return [0] * n
    mean = likeness.astype(np.float64)
    np.fill_diagonal(mean, -np.inf)
    size = np.ones(n)
    group: list[list[int]] = [[k] for k in range(n)]
    nearest = mean.argmax(axis=1)
    best = mean[np.arange(n), nearest]
    while True:
        i = int(best.argmax())
        if best[i] < threshold:
            return _numbered(group, n)
        i, j = sorted((i, int(nearest[i])))
        row = (mean[i] * size[i] + mean[j] * size[j]) / (size[i] + size[j])
        row[[i, j]] = -np.inf
        mean[i], mean[:, i] = row, row
        mean[j], mean[:, j] = -np.inf, -np.inf
        size[i] += size[j]
        group[i] += group[j]
        group[j] = []
        best[j] = -np.inf
        _refresh(mean, nearest, best, i, j)


def _refresh(
    mean: npt.NDArray[np.float64],
    nearest: npt.NDArray[np.intp],
    best: npt.NDArray[np.float64],
    i: int,
    j: int,
) -> None:
    """Nearest others anew: of the joined group, of those that had `i` or `j` as nearest, of those `i` is nearer to."""
    stale = np.flatnonzero((nearest == i) | (nearest == j))
    for k in {i, *stale.tolist()}:
        if best[k] > -np.inf or k == i:
            nearest[k] = mean[k].argmax()
            best[k] = mean[k, nearest[k]]
    nearer = mean[:, i] > best
    nearest[nearer] = i
    best[nearer] = mean[nearer, i]


def _numbered(group: Sequence[Sequence[int]], n: int) -> list[int]:
    number = [0] * n
    kept = sorted((members for members in group if members), key=min)
    for k, members in enumerate(kept):
        for member in members:
            number[member] = k
    return number
