"""Train the segmenter's classifier on labelled pages: `python -m tests.eval.train_segmenter [--cross-validate]`.

Needs `pip install 'audio-edition[train]'`. The pages of a publisher are never on both sides of a split, so the
figures of the cross-validation hold for publishers that the classifier has not seen.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt
from catboost import CatBoostClassifier
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from audio_edition import segmenter
from audio_edition.model import OPENING_ROLES, Role
from audio_edition.segmenter import classifier
from audio_edition.segmenter.classifier import postprocess
from audio_edition.segmenter.classifier.features import (
    FeatureMatrix,
    FloatArray,
    extract_fixed_features,
    extract_guess_features,
    select_candidates,
)
from audio_edition.segmenter.classifier.trees import (
    ObliviousTrees,
    guess_from_words,
    parse_word_weights,
    prepare_tokens,
)
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules import captions, roles, teasers
from tests.eval.pages import (
    LabelledPage,
    Scorer,
    copy_with_less_chrome,
    copy_without_chrome,
    load_labelled_pages,
    short_copy,
)

WEIGHTS = Path(classifier.__file__).parent / "weights"
KINDS = {
    "html-english": ("html",),
    "text-english": ("crop", "txt"),
    "html-other": ("html",),
    "text-other": ("crop", "txt"),
}
"""The tracks of each kind of page. All pages are in English; the classifiers for other languages use no word."""

FOLDS, INNER_FOLDS = 7, 5
STAGES = 2
MIN_PUBLISHERS = 5
"""Publishers that must use a word before it gets a weight; rarer words are peculiar to a publisher."""

DEPTH = 4
"""Levels of the trees; deeper trees overfit to publishers."""

TREES: dict[str, Any] = {
    "iterations": 300,
    "depth": DEPTH,
    "learning_rate": 0.12,
    "l2_leaf_reg": 5,
    "rsm": 0.3,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.8,
    "border_count": 64,
    "random_seed": 1,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}


CAPTION_AND_TEASER_RULES = (captions.drop_captions, teasers.drop_teasers)
"""Rules that leave few captions and teasers for the classifier to learn from. They are not applied to the copies of
pages, nor for other languages, in which they recognize fewer.
"""


class Sample:
    """A page after the named rules: the blocks for the classifier with their features, labels and word n-grams."""

    def __init__(
        self, page: LabelledPage, shared: segmenter.SharedLines, *, in_english: bool, with_all_rules: bool
    ) -> None:
        self.full_page = Page(page.article, shared)
        for rule in segmenter.NAMED_RULES:
            if with_all_rules or rule not in CAPTION_AND_TEASER_RULES:
                rule(self.full_page)
        self.page, self.indexes = self.full_page.collapse_unspoken_runs()
        self.publisher = page.publisher
        self.rows = select_candidates(self.page)
        self.fixed = (
            extract_fixed_features(self.page, self.rows, in_english=in_english)
            if self.rows
            else np.zeros((0, 1), np.float32)
        )
        self.labels = np.array(list(page.labels))[self.indexes][self.rows]
        self.is_decided = np.isin(self.labels, ["K", "D"])
        self.is_story = self.labels == "K"
        rows = self.rows if in_english else ()
        tokens = [prepare_tokens(self.page.blocks[i].text, self.page.normalized_texts[i]) for i in rows]
        self.grams = [{*words, *map(" ".join, pairwise(words))} for words in tokens]

    def guess(self, words: Mapping[str, float]) -> FloatArray:
        """Return the first guess for each block of the page, by its words."""
        return guess_from_words(self.page, self.rows, parse_word_weights(words))

    def extract_features(self, probabilities: FloatArray) -> FeatureMatrix:
        """Return the feature matrix of the page, given a guess for each block."""
        return np.column_stack([self.fixed, extract_guess_features(self.page, self.rows, probabilities)])

    def predict(self, table: FeatureMatrix, trees: ObliviousTrees) -> FloatArray:
        """Return the probability of each block of the page by one stage of trees."""
        probabilities = np.zeros(len(self.page.blocks))
        if self.rows:
            probabilities[self.rows] = 1 / (1 + np.exp(-trees.score(table)))
        return probabilities


def load_samples(kind: str) -> tuple[dict[str, list[Sample]], list[Sample]]:
    """Return the samples of each track, and copies of the pages as further training data.

    The copies are without chrome, with less of it, or short.
    """
    chance = random.Random(1)
    by_track, copies = {}, []
    in_english = kind.endswith("english")
    for track in KINDS[kind]:
        pages = load_labelled_pages(track)
        shared = segmenter.find_shared_lines([page.article for page in pages])
        by_track[track] = [
            Sample(page, lines, in_english=in_english, with_all_rules=in_english)
            for page, lines in zip(pages, shared, strict=True)
        ]
        for page, lines in zip(pages, shared, strict=True):
            copied = [
                copy_without_chrome(page),
                copy_with_less_chrome(page, chance),
                copy_with_less_chrome(page, chance),
            ]
            if kind.startswith("html"):  # short plain texts never reach the classifier
                copied.append(short_copy(page, chance))
            copies += [
                Sample(copy, lines, in_english=in_english, with_all_rules=False)
                for copy in copied
                if "K" in copy.labels
            ]
    return by_track, copies


def train_words(pages: Sequence[Sample]) -> dict[str, float]:
    """Return the weights of the words and word pairs that several publishers use; the key of the bias is ''."""
    if not any(sample.grams for sample in pages):
        return {"": 0.0}
    publishers_by_gram = defaultdict(set)
    for sample in pages:
        for at in np.flatnonzero(sample.is_decided):
            for gram in sample.grams[at]:
                publishers_by_gram[gram].add(sample.publisher)
    common = sorted(g for g, publishers in publishers_by_gram.items() if len(publishers) >= MIN_PUBLISHERS)
    columns_by_gram = {gram: column for column, gram in enumerate(common)}
    rows = [
        [columns_by_gram[gram] for gram in s.grams[at] if gram in columns_by_gram]
        for s in pages
        for at in np.flatnonzero(s.is_decided)
    ]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column in row])
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(common)))
    is_story = np.concatenate([s.is_story[s.is_decided] for s in pages])
    fitted = LogisticRegression(C=0.05, max_iter=400).fit(matrix, is_story)
    weights = {gram: float(weight) for gram, weight in zip(common, fitted.coef_[0].round(4), strict=True) if weight}
    return weights | {"": float(fitted.intercept_[0])}


def train_trees(tables: Sequence[FeatureMatrix], pages: Sequence[Sample]) -> ObliviousTrees:
    """Train one stage of trees on feature matrices whose guesses were learned from other pages."""
    table = np.vstack([rows[sample.is_decided] for rows, sample in zip(tables, pages, strict=True) if sample.rows])
    is_story = np.concatenate([sample.is_story[sample.is_decided] for sample in pages])
    return convert_trees(CatBoostClassifier(**TREES).fit(table, is_story))


def train(pages: Sequence[Sample]) -> tuple[dict[str, float], list[ObliviousTrees]]:
    """Return the weights of words and the trees of each stage.

    The guesses that a stage is trained on were learned from other publishers.
    """
    publishers = np.array([sample.publisher for sample in pages])
    inner = list(GroupKFold(INNER_FOLDS).split(publishers, groups=publishers))
    guesses: list[FloatArray] = [np.zeros(0)] * len(pages)
    for inside, outside in inner:
        words = train_words([pages[at] for at in inside])
        for at in outside:
            guesses[at] = pages[at].guess(words)
    stages = []
    for stage in range(STAGES):
        tables = [sample.extract_features(guess) for sample, guess in zip(pages, guesses, strict=True)]
        stages.append(train_trees(tables, pages))
        for inside, outside in inner if stage + 1 < STAGES else []:
            trees = train_trees([tables[at] for at in inside], [pages[at] for at in inside])
            for at in outside:
                guesses[at] = pages[at].predict(tables[at], trees)
    return train_words(pages), stages


def cross_validate(by_track: dict[str, list[Sample]], copies: list[Sample]) -> None:
    """Print the scores of each track and threshold for publishers that were left out of the training."""
    pages = [sample for track in by_track.values() for sample in track]
    publishers = sorted({sample.publisher for sample in pages})
    random.Random(2).shuffle(publishers)
    probabilities: dict[Sample, FloatArray] = {}
    for out in (publishers[fold::FOLDS] for fold in range(FOLDS)):
        words, stages = train([s for s in [*pages, *copies] if s.publisher not in out])
        for sample in (sample for sample in pages if sample.publisher in out):
            probabilities[sample] = sample.guess(words)
            for trees in stages:
                probabilities[sample] = sample.predict(sample.extract_features(probabilities[sample]), trees)
    for track, samples in by_track.items():
        scorer = Scorer(track)
        for threshold in (0.4, 0.5, 0.6, 0.7):
            story = {s.full_page.article.id: select_story(s, probabilities[s], threshold) for s in samples}
            print(track, threshold, scorer.summarize(story))  # noqa: T201


def select_story(sample: Sample, probabilities: FloatArray, threshold: float) -> list[str]:
    """Return the paragraphs of the story if blocks with a probability below the threshold are dropped."""
    page = sample.full_page
    verdicts = list(page.verdicts)
    on_page = np.zeros(len(page.blocks))
    shipped_threshold = postprocess.MIN_PROBABILITY if page.has_elements else postprocess.MIN_PLAIN_TEXT_PROBABILITY
    on_page[sample.indexes] = probabilities + (shipped_threshold - threshold)
    postprocess.drop_below_threshold(page, on_page)
    roles.assign_roles(page)
    paragraphs = [
        block.text
        for block, verdict in zip(page.blocks, page.verdicts, strict=True)
        if isinstance(verdict, Role) and verdict not in OPENING_ROLES
    ]
    page.verdicts[:] = verdicts
    return paragraphs


def convert_trees(fitted: CatBoostClassifier) -> ObliviousTrees:
    """Return the trees of a fitted CatBoost model; its bias is added to the leaves of the first tree."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        fitted.save_model(str(file), format="json")
        dumped = json.loads(file.read_text("utf-8"))
    trees, levels = dumped["oblivious_trees"], DEPTH
    feature = np.zeros((levels, len(trees)), np.int16)
    border = np.full((levels, len(trees)), np.inf, np.float32)
    leaves = np.zeros((len(trees), 2**levels))
    for number, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"]):
            feature[level, number], border[level, number] = split["float_feature_index"], split["border"]
        leaves[number, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, (bias,) = dumped["scale_and_bias"]
    leaves *= scale
    leaves[0] += bias
    return ObliviousTrees(feature=feature.astype(np.intp), border=border, leaves=leaves)


def save(kind: str, words: dict[str, float], stages: list[ObliviousTrees]) -> None:
    """Write the weights of a kind of page."""
    WEIGHTS.mkdir(exist_ok=True)
    trees: dict[str, npt.NDArray[Any]] = {}
    for stage, stage_trees in enumerate(stages):
        trees[f"feature{stage}"] = stage_trees.feature.astype(np.int16)
        trees[f"border{stage}"] = stage_trees.border
        trees[f"leaves{stage}"] = stage_trees.leaves.astype(np.float32)
    trees["words"] = np.array(sorted(words))
    trees["weights"] = np.array([words[word] for word in sorted(words)], np.float32)
    np.savez_compressed(WEIGHTS / f"{kind}.npz", allow_pickle=False, **trees)


def main() -> None:
    """Train the classifier of each kind of page, or cross-validate it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--kind", choices=KINDS, action="append")
    options = parser.parse_args()
    for kind in options.kind or KINDS:
        by_track, copies = load_samples(kind)
        if options.cross_validate:
            cross_validate(by_track, copies)
        else:
            save(kind, *train([*(sample for pages in by_track.values() for sample in pages), *copies]))


if __name__ == "__main__":
    main()
