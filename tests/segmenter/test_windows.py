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
PAGES = st.lists(st.integers(0, 1), min_size=1, max_size=30)


@given(PAGES)
def test_windows_are_sums(page: list[int]) -> None:
    spans = [(-3, 0), (1, 4), (-2, 3)]
    found = window_sums(np.array(page, float), np.arange(len(page)), spans)
    wanted = [[sum(page[max(0, at + start) : max(0, at + end)]) for start, end in spans] for at in range(len(page))]
    assert found.tolist() == wanted


@given(PAGES)
def test_distances_are_to_the_nearest_marked_block(page: list[int]) -> None:
    back, on = distances_to_marked(np.array(page, float), np.arange(len(page)), FAR)
    for at in range(len(page)):
        before = [at - other for other in range(at) if page[other]]
        behind = [other - at for other in range(at + 1, len(page)) if page[other]]
        assert (back[at], on[at]) == (min([*before, FAR + 1]), min([*behind, FAR + 1]))


@given(PAGES)
def test_runs_are_equals_in_a_row(page: list[int]) -> None:
    lengths, back, on = run_positions(np.array(page, float), np.arange(len(page)), len(page))
    for at, value in enumerate(page):
        first = next((i + 1 for i in range(at - 1, -1, -1) if page[i] != value), 0)
        end = next((i for i in range(at + 1, len(page)) if page[i] != value), len(page))
        assert (lengths[at], back[at], on[at]) == (end - first, at - first, end - 1 - at)


@given(PAGES)
def test_around_are_the_neighbours(page: list[int]) -> None:
    steps = np.array([-2, -1, 1, 3])
    found = neighbour_values(np.array(page, float)[:, None], np.arange(len(page)), steps)
    wanted = [[page[at + s] if 0 <= at + s < len(page) else -1 for s in steps] for at in range(len(page))]
    assert found.tolist() == wanted


def test_a_page_without_a_judged_block_has_no_neighbours() -> None:
    nowhere = np.array([], dtype=np.intp)
    assert neighbour_values(np.ones((3, 2)), nowhere, np.array([-1, 1])).shape == (0, 4)
