"""A small trained model: how much a block looks like part of the story, judged by its words, place and company.

A linear model of words and word pairs gives each block a score; gradient-boosted trees (Friedman 2001) weigh that
score with the features of the block and its neighbours. The weights are data, made by
tests/eval/train_segmenter.py from labelled pages; the same page gives the same numbers on every machine.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from audio_edition.text.segmenter.features import Rows, features
from audio_edition.text.segmenter.page import Page

_WORDS = 60
"""Words of a block that are read: what it is shows at its beginning."""

_DIGITS = re.compile(r"\d+")
_NEAR = (-2, -1, 1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Decision trees as arrays of shape (trees, nodes); a leaf points to itself."""

    feature: npt.NDArray[np.int64]
    threshold: npt.NDArray[np.float64]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    depth: int

    def scores(self, rows: Rows) -> npt.NDArray[np.float64]:
        """The sum of the leaves each row falls into, as log odds."""
        count, size = self.feature.shape
        feature, threshold, left, right, value = (
            table.ravel() for table in (self.feature, self.threshold, self.left, self.right, self.value)
        )
        root = np.arange(count) * size
        node = np.broadcast_to(root, (len(rows), count))
        width = rows.shape[1]
        row = np.arange(len(rows))[:, None] * width
        flat = rows.ravel()
        for _ in range(self.depth):
            goes_left = flat.take(row + feature.take(node)) <= threshold.take(node)
            node = root + np.where(goes_left, left.take(node), right.take(node))
        return np.asarray(value.take(node).sum(axis=1), np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights of words, and trees, for pages of one kind."""

    words: dict[str, float]
    trees: Trees

    def likeness(self, page: Page) -> npt.NDArray[np.float64]:
        """How much each open block looks like story, 0 to 1; 0 for the others."""
        likeness = np.zeros(len(page.blocks))
        open_blocks = [index for index, _ in page.open_blocks()]
        if open_blocks:
            rows = inputs(page, self.words)[open_blocks]
            likeness[open_blocks] = 1 / (1 + np.exp(-self.trees.scores(rows)))
        return likeness


def story_likeness(page: Page) -> npt.NDArray[np.float64]:
    """How much each block looks like story, 0 to 1, by the model for marked-up or for plain pages."""
    return _model("html" if page.has_elements else "text").likeness(page)


def inputs(page: Page, words: dict[str, float]) -> Rows:
    """What the trees look at: the features, and the word scores of a block and its neighbours."""
    scores = np.array([_word_score(page, index, words) for index in range(len(page.blocks))])
    near = [_shifted(scores, step) for step in _NEAR]
    return np.column_stack([features(page), scores, *near])


def grams(text: str, tokens: list[str]) -> set[str]:
    """The words and word pairs of a block, figures as 0, with how it begins and ends."""
    words = ["^", *(_DIGITS.sub("0", token) for token in tokens[:_WORDS]), "$." if text[-1:] in '.!?”"' else "$"]
    return {*words, *map(" ".join, itertools.pairwise(words))}


def _word_score(page: Page, index: int, words: dict[str, float]) -> float:
    found = grams(page.blocks[index].text, page.tokens[index])
    return sum(words[gram] for gram in sorted(found) if gram in words)


def _shifted(scores: npt.NDArray[np.float64], step: int) -> npt.NDArray[np.float64]:
    """The scores of the neighbours `step` blocks on, 0 beyond the page."""
    shifted = np.zeros_like(scores)
    if step > 0:
        shifted[: max(0, len(scores) - step)] = scores[step:]
    else:
        shifted[-step:] = scores[: max(0, len(scores) + step)]
    return shifted


@cache
def _model(kind: str) -> Model:
    with resources.as_file(resources.files(__package__) / "weights" / f"{kind}.npz") as file:
        data = np.load(file, allow_pickle=False)
        return Model(
            words=dict(zip(data["words"].tolist(), data["weights"].astype(float).tolist(), strict=True)),
            trees=Trees(
                feature=data["feature"].astype(np.int64),
                threshold=data["threshold"].astype(np.float64),
                left=data["left"].astype(np.int64),
                right=data["right"].astype(np.int64),
                value=data["value"].astype(np.float64),
                depth=int(data["depth"]),
            ),
        )
