"""What lies before and behind some rows of a page: sums over windows, distances, runs, the rows around."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

FeatureMatrix = npt.NDArray[np.float32]
FloatArray = npt.NDArray[np.float64]
IndexArray = npt.NDArray[np.intp]
"""Which blocks of a page are looked at."""

_OFF_PAGE = 10_000
"""Blocks off the page: farther than any distance that is told apart."""


def window_sums(values: FloatArray, rows: IndexArray, spans: Sequence[tuple[int, int]]) -> FloatArray:
    """The sums of the values from `start` to before `end` blocks on, shape (rows, spans).

    Of the two one is negative or 0, the other positive or 0.
    """
    sums = np.concatenate([[0], np.cumsum(values)])
    edges = np.minimum(np.maximum(rows[:, None, None] + np.array(spans), 0), len(values))
    window: FloatArray = sums[edges[..., 1]] - sums[edges[..., 0]]
    return window


def distances_to_marked(marked: FloatArray, rows: IndexArray, far: int) -> tuple[IndexArray, IndexArray]:
    """Blocks back to the last marked one (itself not counted), and on to the next; far + 1 beyond that."""
    places = np.concatenate([[-_OFF_PAGE], np.flatnonzero(marked), [len(marked) + _OFF_PAGE]])
    last = places[np.searchsorted(places, rows) - 1]
    following = places[np.searchsorted(places, rows, "right")]
    return np.minimum(rows - last, far + 1), np.minimum(following - rows, far + 1)


def run_positions(marked: FloatArray, rows: IndexArray, far: int) -> tuple[IndexArray, IndexArray, IndexArray]:
    """Length of the run of equals that a block stands in, and its place from either end; `far` at most."""
    starts = np.flatnonzero(np.diff(marked, prepend=-1, append=-1))
    run = np.searchsorted(starts, rows, "right")
    first, end = starts[run - 1], starts[run]
    return np.minimum(end - first, far), np.minimum(rows - first, far), np.minimum(end - 1 - rows, far)


def neighbour_values(values: FloatArray, rows: IndexArray, steps: IndexArray) -> FloatArray:
    """The values of the blocks so many steps on, side by side, −1 beyond the page; shape (rows, steps × values)."""
    reach = int(np.abs(steps).max())
    padded = np.full((len(values) + 2 * reach, values.shape[1]), -1.0)
    padded[reach:-reach] = values
    beside: FloatArray = padded[rows[:, None] + (steps + reach)].reshape(len(rows), len(steps) * values.shape[1])
    return beside
