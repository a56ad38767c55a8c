"""A small trained model: how much a block looks like part of the story, judged by its words, place and company.

A linear model of words and word pairs gives each block a first guess; boosted oblivious trees (Prokhorenkova et al.
2018) weigh it with the features of the block and its neighbours, a second time with their own judgement as the
guess. The weights are data, made by tests/eval/train_segmenter.py from labelled pages; the same page gives the same
numbers on every machine.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from audio_edition.languages import DEFAULT_LANGUAGE
from audio_edition.segmenter.classifier.features import fixed_features, guess_features, select_candidates
from audio_edition.segmenter.classifier.windows import FeatureMatrix, FloatArray
from audio_edition.segmenter.page import Page

_MAX_WORDS = 60
"""Words of a block that are read: what it is shows at its beginning."""

_BATCH_ROWS = 2048
"""Rows that trees are asked about at once: a row takes five kilobytes meanwhile."""

_DIGITS = re.compile(r"\d+")
_ZEROS = itertools.repeat(0.0)


@dataclass(frozen=True, kw_only=True)
class ObliviousTrees:
    """Oblivious decision trees: all nodes of a level ask the same, so that a leaf's number is the answers' bits.

    `feature` and `border` have shape (levels, trees), `leaves` (trees, 2 ** levels); there are 8 levels at most.
    """

    feature: npt.NDArray[np.intp]
    border: npt.NDArray[np.float32]
    leaves: npt.NDArray[np.float64]

    def score(self, rows: FeatureMatrix) -> FloatArray:
        """The sum of the leaves each row falls into, as log odds."""
        return np.concatenate(
            [self._score_batch(rows[at : at + _BATCH_ROWS]) for at in range(0, len(rows), _BATCH_ROWS)]
        )

    def _score_batch(self, rows: FeatureMatrix) -> FloatArray:
        feature, border, question = self._unique_questions
        answers = (rows.T.take(feature, axis=0) > border).view(np.uint8)
        leaf = answers.take(question[0], axis=0)
        for level in range(1, len(question)):
            leaf |= answers.take(question[level], axis=0) << level
        scores: FloatArray = self.leaves.take(leaf + self._first_leaf).sum(axis=0)
        return scores

    @cached_property
    def _unique_questions(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float32], npt.NDArray[np.intp]]:
        """Feature and border of every question, each asked once though many trees ask it; which each node asks."""
        pairs = np.stack([self.feature.ravel(), self.border.ravel()]).astype(np.float64)
        distinct, question = np.unique(pairs, axis=1, return_inverse=True)
        feature, border = distinct[0].astype(np.intp), distinct[1].astype(np.float32)[:, None]
        return feature, border, question.reshape(self.feature.shape)

    @cached_property
    def _first_leaf(self) -> npt.NDArray[np.intp]:
        """Where the leaves of each tree begin among all leaves."""
        count, leaves = self.leaves.shape
        return np.arange(0, count * leaves, leaves)[:, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeights:
    """Weights of words and of word pairs, and the log odds of a block that has none of them."""

    bias: float
    single: dict[str, float]
    pair: dict[tuple[str, str], float]

    def score(self, words: list[str]) -> float:
        """The log odds that words (as `marked_words` gives them) are story, by themselves."""
        single, pair = self.single, self.pair
        return (
            self.bias + sum(map(single.get, words, _ZEROS)) + sum(map(pair.get, itertools.pairwise(words), _ZEROS))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryClassifier:
    """Weights of words, and trees, for pages of one kind."""

    words: WordWeights
    trees: tuple[ObliviousTrees, ...]
    in_english: bool

    def predict(self, page: Page) -> FloatArray:
        """How much each block looks like story, 0 to 1; 0 for those that need no judgement."""
        rows = select_candidates(page)
        likeness = guess_from_words(page, rows, self.words)
        if rows:
            fixed = fixed_features(page, rows, in_english=self.in_english)
            for trees in self.trees:
                table = np.column_stack([fixed, guess_features(page, rows, likeness)])
                likeness[rows] = _sigmoid(trees.score(table))
        return likeness


def predict_likeness(page: Page) -> FloatArray:
    """How much each block looks like story, 0 to 1, by the model for pages of its kind."""
    thin, places = page.collapse_unspoken_runs()
    likeness = np.zeros(len(page.blocks))
    likeness[places] = _load_classifier(weights_name(page)).predict(thin)
    return likeness


def weights_name(page: Page) -> str:
    """Which weights fit a page: those for marked-up or for plain pages, in English or in another language."""
    return (
        f"{'html' if page.has_elements else 'text'}-{'english' if page.language == DEFAULT_LANGUAGE else 'other'}"
    )


def guess_from_words(page: Page, rows: Sequence[int], words: WordWeights) -> FloatArray:
    """How much the words of the blocks `rows` are those of stories; 0 for all others."""
    likeness = np.zeros(len(page.blocks))
    if rows:
        scores = [words.score(_add_boundary_tokens(page.blocks[i].text, page.raw_tokens[i])) for i in rows]
        likeness[rows] = _sigmoid(np.array(scores))
    return likeness


def prepare_tokens(text: str, same: str) -> list[str]:
    """The first words of a block, figures as 0, with how it begins and ends."""
    return _add_boundary_tokens(text, same.split())


def _add_boundary_tokens(text: str, words: list[str]) -> list[str]:
    known = [word if word.isalpha() else _DIGITS.sub("0", word) for word in words[:_MAX_WORDS]]
    return ["^", *known, "$." if text[-1:] in '.!?”"' else "$"]


def _sigmoid(scores: FloatArray) -> FloatArray:
    return 1 / (1 + np.exp(-scores))


@cache
def _load_classifier(kind: str) -> StoryClassifier:
    with resources.as_file(resources.files(__package__) / "weights" / f"{kind}.npz") as file:
        data = np.load(file, allow_pickle=False)
        weights = dict(zip(data["words"].tolist(), data["weights"].astype(float).tolist(), strict=True))
        stages = range(len([name for name in data.files if name.startswith("feature")]))
        return StoryClassifier(
            words=parse_word_weights(weights),
            trees=tuple(_load_trees(data, stage) for stage in stages),
            in_english=kind.endswith("english"),
        )


def parse_word_weights(weights: Mapping[str, float]) -> WordWeights:
    """Words from weights whose keys are a word, two words with a blank between, or nothing for the bias."""
    return WordWeights(
        bias=weights.get("", 0.0),
        single={word: weight for word, weight in weights.items() if word and " " not in word},
        pair={
            (first, second): weight
            for word, weight in weights.items()
            for first, _, second in [word.partition(" ")]
            if second
        },
    )


def _load_trees(data: Mapping[str, npt.NDArray[Any]], stage: int) -> ObliviousTrees:
    return ObliviousTrees(
        feature=data[f"feature{stage}"].astype(np.intp),
        border=data[f"border{stage}"].astype(np.float32),
        leaves=data[f"leaves{stage}"].astype(np.float64),
    )
