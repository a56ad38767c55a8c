"""Sums over windows, distances, runs and neighbours of some blocks of a page, computed with arrays.

`values` and `marked` have one row per block of the page; `rows` are the indexes of the blocks asked about.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

FeatureMatrix = npt.NDArray[np.float32]
FloatArray = npt.NDArray[np.float64]
IndexArray = npt.NDArray[np.intp]
"""Indexes of blocks of a page, shape (rows,)."""

_OFF_PAGE = 10_000
"""Distance, in blocks, of imaginary marks outside the page: more than any distance that counts."""


def window_sums(values: FloatArray, rows: IndexArray, spans: Sequence[tuple[int, int]]) -> FloatArray:
    """Return the sums of the values over spans relative to each row, shape (rows, spans).

    A span (start, end) covers the blocks from row + start up to, but not including, row + end; blocks outside the
    page count as 0. `values` has shape (blocks,).
    """
    sums = np.concatenate([[0], np.cumsum(values)])
    edges = np.minimum(np.maximum(rows[:, None, None] + np.array(spans), 0), len(values))
    window: FloatArray = sums[edges[..., 1]] - sums[edges[..., 0]]
    return window


def distances_to_marked(marked: FloatArray, rows: IndexArray, far: int) -> tuple[IndexArray, IndexArray]:
    """Return the distances from each row to the previous and to the next marked block, shape (rows,) each.

    The row itself does not count. Distances greater than `far` are given as far + 1. `marked` has shape (blocks,),
    with a value other than 0 for each marked block.
    """
    positions = np.concatenate([[-_OFF_PAGE], np.flatnonzero(marked), [len(marked) + _OFF_PAGE]])
    previous = positions[np.searchsorted(positions, rows) - 1]
    following = positions[np.searchsorted(positions, rows, "right")]
    return np.minimum(rows - previous, far + 1), np.minimum(following - rows, far + 1)


def run_positions(marked: FloatArray, rows: IndexArray, far: int) -> tuple[IndexArray, IndexArray, IndexArray]:
    """Return the length of the run of equal values around each row, and the row's distance from its two ends.

    Each has shape (rows,) and is at most `far`. `marked` has shape (blocks,).
    """
    starts = np.flatnonzero(np.diff(marked, prepend=-1, append=-1))
    run = np.searchsorted(starts, rows, "right")
    first, end = starts[run - 1], starts[run]
    return np.minimum(end - first, far), np.minimum(rows - first, far), np.minimum(end - 1 - rows, far)


def neighbour_values(values: FloatArray, rows: IndexArray, offsets: IndexArray) -> FloatArray:
    """Return the values of the blocks at some offsets from each row, side by side, −1 for blocks outside the page.

    `values` has shape (blocks, columns); the result has shape (rows, offsets × columns).
    """
    reach = int(np.abs(offsets).max())
    padded = np.full((len(values) + 2 * reach, values.shape[1]), -1.0)
    padded[reach:-reach] = values
    neighbours: FloatArray = padded[rows[:, None] + (offsets + reach)].reshape(
        len(rows), len(offsets) * values.shape[1]
    )
    return neighbours
