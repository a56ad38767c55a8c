"""A small trained classifier that estimates the probability that a block is part of the story.

A linear model of words and word pairs gives a first guess for each block. Boosted oblivious trees combine it with
the features of the block and its neighbours and the verdicts of the rules (Prokhorenkova et al., "CatBoost:
unbiased boosting with categorical features", 2018). The weights are data files, made by
tests/eval/train_segmenter.py from labelled pages; the same page gives the same numbers on every machine.
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
from audio_edition.segmenter.classifier.embeddings import load_vectors
from audio_edition.segmenter.classifier.features import (
    extract_fixed_features,
    extract_guess_features,
    select_candidates,
)
from audio_edition.segmenter.classifier.network import Network, load_networks
from audio_edition.segmenter.classifier.windows import FeatureMatrix, FloatArray
from audio_edition.segmenter.page import Page

MAX_LOG_ODDS = 10.0
"""Log odds of the networks beyond which a network is not surer."""

_MAX_WORDS = 60
"""Words of a block that are scored; its beginning shows what it is."""

_BATCH_ROWS = 2048
"""Rows that are scored at once; each needs five kilobytes of memory meanwhile."""

_DIGITS = re.compile(r"\d+")
_ZEROS = itertools.repeat(0.0)


@dataclass(frozen=True, kw_only=True)
class ObliviousTrees:
    """Oblivious decision trees: all nodes of a level compare the same feature with the same border.

    The answers of the levels are the bits of the leaf's number. `feature` and `border` have shape (levels, trees),
    `leaves` (trees, 2 ** levels); there are 8 levels at most.
    """

    feature: npt.NDArray[np.intp]
    border: npt.NDArray[np.float32]
    leaves: npt.NDArray[np.float64]

    def score(self, rows: FeatureMatrix) -> FloatArray:
        """Return for each row the sum of its leaves as log odds, shape (rows,)."""
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
        """Feature and border of each distinct question, and the number of the question that each node asks.

        Many trees ask the same questions, which are answered once.
        """
        pairs = np.stack([self.feature.ravel(), self.border.ravel()]).astype(np.float64)
        distinct, question = np.unique(pairs, axis=1, return_inverse=True)
        feature, border = distinct[0].astype(np.intp), distinct[1].astype(np.float32)[:, None]
        return feature, border, question.reshape(self.feature.shape)

    @cached_property
    def _first_leaf(self) -> npt.NDArray[np.intp]:
        """The position of each tree's first leaf among all leaves."""
        count, leaves = self.leaves.shape
        return np.arange(0, count * leaves, leaves)[:, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeights:
    """Weights of words and of word pairs as log odds; `bias` is the score of a block that has none of them."""

    bias: float
    single: dict[str, float]
    pair: dict[tuple[str, str], float]

    def score(self, words: list[str]) -> float:
        """Return the log odds that a block with these tokens, as `prepare_tokens` returns them, is story."""
        single, pair = self.single, self.pair
        return (
            self.bias + sum(map(single.get, words, _ZEROS)) + sum(map(pair.get, itertools.pairwise(words), _ZEROS))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryClassifier:
    """The classifier for pages of one kind: weights of words, trees, and in English networks."""

    words: WordWeights
    trees: ObliviousTrees
    networks: tuple[Network, ...]
    in_english: bool

    def predict(self, page: Page) -> FloatArray:
        """Return the probability that each block is story, shape (blocks,); 0 for blocks that are not judged."""
        rows = select_candidates(page)
        probabilities = guess_from_words(page, rows, self.words)
        if rows:
            fixed = extract_fixed_features(page, rows, in_english=self.in_english)
            table = np.column_stack([fixed, extract_guess_features(page, rows, probabilities)])
            texts = [page.raw_tokens[index] for index in rows]
            scores = combine_scores(self.trees.score(table), score_with_networks(self.networks, fixed, texts))
            probabilities[rows] = _sigmoid(scores)
        return probabilities


def score_with_networks(
    networks: Sequence[Network], fixed: FeatureMatrix, texts: Sequence[Sequence[str]]
) -> list[FloatArray]:
    """Return the log odds of each network for the rows, whose normalized words are given."""
    if not networks:
        return []
    vectors = load_vectors().embed(texts)
    return [network.score(fixed, vectors) for network in networks]


def combine_scores(trees: FloatArray, networks: Sequence[FloatArray]) -> FloatArray:
    """Return the mean of the log odds of the trees and of the mean of the networks, if there are any."""
    if not networks:
        return trees
    mean: FloatArray = np.mean(networks, axis=0)
    return (trees + np.clip(mean, -MAX_LOG_ODDS, MAX_LOG_ODDS)) / 2


def predict_probabilities(page: Page) -> FloatArray:
    """Return the probability that each block is story, shape (blocks,).

    The classifier for pages of this kind is loaded at the first call.
    """
    collapsed, indexes = page.collapse_unspoken_runs()
    probabilities = np.zeros(len(page.blocks))
    probabilities[indexes] = _load_classifier(weights_name(page)).predict(collapsed)
    return probabilities


def weights_name(page: Page) -> str:
    """Return the name of the weights for a page: from HTML or plain text, in English or in another language."""
    is_english = page.language == DEFAULT_LANGUAGE and page.is_language_known
    return f"{'html' if page.has_elements else 'text'}-{'english' if is_english else 'other'}"


def guess_from_words(page: Page, rows: Sequence[int], words: WordWeights) -> FloatArray:
    """Return the probability that each of the blocks `rows` is story by its words alone, and 0 for other blocks.

    The result has shape (blocks,).
    """
    probabilities = np.zeros(len(page.blocks))
    if rows:
        scores = [words.score(_add_boundary_tokens(page.blocks[i].text, page.raw_tokens[i])) for i in rows]
        probabilities[rows] = _sigmoid(np.array(scores))
    return probabilities


def prepare_tokens(text: str, normalized_text: str) -> list[str]:
    """Return the first words of a block, numbers replaced by 0, between a start token and an end token.

    The end token tells whether the text ends a sentence.
    """
    return _add_boundary_tokens(text, normalized_text.split())


def _add_boundary_tokens(text: str, words: list[str]) -> list[str]:
    tokens = [word if word.isalpha() else _DIGITS.sub("0", word) for word in words[:_MAX_WORDS]]
    return ["^", *tokens, "$." if text[-1:] in '.!?”"' else "$"]


def _sigmoid(scores: FloatArray) -> FloatArray:
    return 1 / (1 + np.exp(-scores))


@cache
def _load_classifier(kind: str) -> StoryClassifier:
    with resources.as_file(resources.files(__package__) / "weights" / f"{kind}.npz") as file:
        data = np.load(file, allow_pickle=False)
        weights = dict(zip(data["words"].tolist(), data["weights"].astype(float).tolist(), strict=True))
        return StoryClassifier(
            words=parse_word_weights(weights),
            trees=_load_trees(data),
            networks=load_networks(data),
            in_english=kind.endswith("english"),
        )


def parse_word_weights(weights: Mapping[str, float]) -> WordWeights:
    """Return the weights by kind of key: a word, two words separated by a space, or "" for the bias."""
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


def _load_trees(data: Mapping[str, npt.NDArray[Any]]) -> ObliviousTrees:
    return ObliviousTrees(
        feature=data["feature"].astype(np.intp),
        border=data["border"].astype(np.float32),
        leaves=data["leaves"].astype(np.float64),
    )
