"""Sums over windows, distances, runs and neighbours, compared with plain loops."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.segmenter.classifier.windows import (
    distances_to_marked,
    neighbour_values,
    run_positions,
    window_sums,
)

FAR = 6
MARKS = st.lists(st.integers(0, 1), min_size=1, max_size=30)


@given(MARKS)
def test_window_sums_equal_the_sums_of_slices(marks: list[int]) -> None:
    spans = [(-3, 0), (1, 4), (-2, 3)]
    found = window_sums(np.array(marks, float), np.arange(len(marks)), spans)
    wanted = [
        [sum(marks[max(0, at + start) : max(0, at + end)]) for start, end in spans] for at in range(len(marks))
    ]
    assert found.tolist() == wanted


@given(MARKS)
def test_distances_are_those_to_the_nearest_marked_blocks(marks: list[int]) -> None:
    backward, forward = distances_to_marked(np.array(marks, float), np.arange(len(marks)), FAR)
    for at in range(len(marks)):
        before = [at - other for other in range(at) if marks[other]]
        behind = [other - at for other in range(at + 1, len(marks)) if marks[other]]
        assert (backward[at], forward[at]) == (min([*before, FAR + 1]), min([*behind, FAR + 1]))


@given(MARKS)
def test_run_positions_describe_runs_of_equal_values(marks: list[int]) -> None:
    lengths, backward, forward = run_positions(np.array(marks, float), np.arange(len(marks)), len(marks))
    for at, value in enumerate(marks):
        first = next((i + 1 for i in range(at - 1, -1, -1) if marks[i] != value), 0)
        end = next((i for i in range(at + 1, len(marks)) if marks[i] != value), len(marks))
        assert (lengths[at], backward[at], forward[at]) == (end - first, at - first, end - 1 - at)


@given(MARKS)
def test_neighbour_values_are_those_at_the_offsets(marks: list[int]) -> None:
    offsets = np.array([-2, -1, 1, 3])
    found = neighbour_values(np.array(marks, float)[:, None], np.arange(len(marks)), offsets)
    wanted = [
        [marks[at + offset] if 0 <= at + offset < len(marks) else -1 for offset in offsets]
        for at in range(len(marks))
    ]
    assert found.tolist() == wanted


def test_a_page_without_a_judged_block_has_no_neighbours() -> None:
    nowhere = np.array([], dtype=np.intp)
    assert neighbour_values(np.ones((3, 2)), nowhere, np.array([-1, 1])).shape == (0, 4)
