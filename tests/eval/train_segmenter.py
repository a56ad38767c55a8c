"""Train the segmenter's model on the bench: `python -m tests.eval.train_segmenter [--cross-validate]`.

Needs `pip install 'audio-edition[train]'`. Publishers never stand on both sides of a split, so the figures of the
cross-validation are those of publishers nobody has seen.
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
from tests.eval.pages import Labelled, Scorer, labelled, short, sparse, tidy

WEIGHTS = Path(segmenter.__file__).parent / "weights"
KINDS = {
    "html-english": ("html",),
    "text-english": ("crop", "txt"),
    "html-other": ("html",),
    "text-other": ("crop", "txt"),
}
"""Tracks of each kind of page. All are English; the models for other languages learn nothing from words."""

FOLDS, INNER_FOLDS = 7, 5
STAGES = 2
PUBLISHERS = 5
"""A word is learned when so many publishers use it; what fewer use is their own."""

DEPTH = 4
"""Deeper trees learn publishers by heart."""

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


HELPERS = (captions.drop_captions, teasers.drop_teasers)
"""Rules that leave the model little to learn captions and teasers from: the copies of the pages do without them,
and so do other languages, of which they know less.
"""


class Sample:
    """A page after the rules: which blocks need a judgement, their labels and words."""

    def __init__(self, page: Labelled, shared: segmenter.SharedLines, *, in_english: bool, aided: bool) -> None:
        self.whole = Page(page.article, shared)
        for rule in segmenter.NAMED_RULES:
            if aided or rule not in HELPERS:
                rule(self.whole)
        self.page, self.places = self.whole.collapse_unspoken_runs()
        self.publisher = page.publisher
        self.rows = select_candidates(self.page)
        self.fixed = (
            extract_fixed_features(self.page, self.rows, in_english=in_english)
            if self.rows
            else np.zeros((0, 1), np.float32)
        )
        self.labels = np.array(list(page.labels))[self.places][self.rows]
        self.known = np.isin(self.labels, ["K", "D"])
        self.is_story = self.labels == "K"
        known = self.rows if in_english else ()
        words = [prepare_tokens(self.page.blocks[i].text, self.page.normalized_texts[i]) for i in known]
        self.grams = [{*found, *map(" ".join, pairwise(found))} for found in words]

    def guess(self, words: Mapping[str, float]) -> FloatArray:
        """The first guess for every block, by its words."""
        return guess_from_words(self.page, self.rows, parse_word_weights(words))

    def table(self, likeness: FloatArray) -> FeatureMatrix:
        """The features of the blocks to be judged."""
        return np.column_stack([self.fixed, extract_guess_features(self.page, self.rows, likeness)])

    def judgement(self, table: FeatureMatrix, trees: ObliviousTrees) -> FloatArray:
        """The likeness of every block of the page by the trees."""
        likeness = np.zeros(len(self.page.blocks))
        if self.rows:
            likeness[self.rows] = 1 / (1 + np.exp(-trees.score(table)))
        return likeness


def samples(kind: str) -> tuple[dict[str, list[Sample]], list[Sample]]:
    """Samples by track, and more to learn from: tidy and short copies, and copies with less of the chrome."""
    chance = random.Random(1)
    found, more = {}, []
    in_english = kind.endswith("english")
    for track in KINDS[kind]:
        pages = labelled(track)
        shared = segmenter.find_shared_lines([page.article for page in pages])
        found[track] = [
            Sample(page, share, in_english=in_english, aided=in_english)
            for page, share in zip(pages, shared, strict=True)
        ]
        for page, share in zip(pages, shared, strict=True):
            copies = [tidy(page), sparse(page, chance), sparse(page, chance)]
            if kind.startswith("html"):  # of plain text a rule knows the short ones
                copies.append(short(page, chance))
            told = [copy for copy in copies if "K" in copy.labels]
            more += [Sample(copy, share, in_english=in_english, aided=False) for copy in told]
    return found, more


def train_words(pages: Sequence[Sample]) -> dict[str, float]:
    """Weights of the words and pairs that several publishers use; the bias is that of ''."""
    if not any(sample.grams for sample in pages):
        return {"": 0.0}
    users = defaultdict(set)
    for sample in pages:
        for at in np.flatnonzero(sample.known):
            for gram in sample.grams[at]:
                users[gram].add(sample.publisher)
    known = {gram: n for n, gram in enumerate(sorted(g for g, who in users.items() if len(who) >= PUBLISHERS))}
    rows = [[known[g] for g in s.grams[at] if g in known] for s in pages for at in np.flatnonzero(s.known)]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column in row])
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(known)))
    is_story = np.concatenate([s.is_story[s.known] for s in pages])
    fitted = LogisticRegression(C=0.05, max_iter=400).fit(matrix, is_story)
    weights = {gram: float(weight) for gram, weight in zip(known, fitted.coef_[0].round(4), strict=True) if weight}
    return weights | {"": float(fitted.intercept_[0])}


def train_trees(tables: Sequence[FeatureMatrix], pages: Sequence[Sample]) -> ObliviousTrees:
    """Trees on tables whose guesses come from pages that the guess was not learned from."""
    table = np.vstack([rows[sample.known] for rows, sample in zip(tables, pages, strict=True) if sample.rows])
    is_story = np.concatenate([sample.is_story[sample.known] for sample in pages])
    return as_trees(CatBoostClassifier(**TREES).fit(table, is_story))


def train(pages: Sequence[Sample]) -> tuple[dict[str, float], list[ObliviousTrees]]:
    """Words, and the trees of each stage; what a stage takes for a guess was learned from other publishers."""
    publishers = np.array([sample.publisher for sample in pages])
    inner = list(GroupKFold(INNER_FOLDS).split(publishers, groups=publishers))
    guesses: list[FloatArray] = [np.zeros(0)] * len(pages)
    for inside, outside in inner:
        words = train_words([pages[at] for at in inside])
        for at in outside:
            guesses[at] = pages[at].guess(words)
    stages = []
    for stage in range(STAGES):
        tables = [sample.table(guess) for sample, guess in zip(pages, guesses, strict=True)]
        stages.append(train_trees(tables, pages))
        for inside, outside in inner if stage + 1 < STAGES else []:
            trees = train_trees([tables[at] for at in inside], [pages[at] for at in inside])
            for at in outside:
                guesses[at] = pages[at].judgement(tables[at], trees)
    return train_words(pages), stages


def cross_validate(by_track: dict[str, list[Sample]], more: list[Sample]) -> None:
    """Print what the scorer says of each track and threshold, for publishers left out of the training."""
    pages = [sample for track in by_track.values() for sample in track]
    publishers = sorted({sample.publisher for sample in pages})
    random.Random(2).shuffle(publishers)
    likeness: dict[Sample, FloatArray] = {}
    for out in (publishers[fold::FOLDS] for fold in range(FOLDS)):
        words, stages = train([s for s in [*pages, *more] if s.publisher not in out])
        for sample in (sample for sample in pages if sample.publisher in out):
            likeness[sample] = sample.guess(words)
            for trees in stages:
                likeness[sample] = sample.judgement(sample.table(likeness[sample]), trees)
    for track, found in by_track.items():
        scorer = Scorer(track)
        for threshold in (0.4, 0.5, 0.6, 0.7):
            said = {s.whole.article.id: spoken(s, likeness[s], threshold) for s in found}
            print(track, threshold, scorer.summary(said))  # noqa: T201


def spoken(sample: Sample, likeness: FloatArray, threshold: float) -> list[str]:
    """The paragraphs of the story when what is less like it than the threshold is dropped."""
    page = sample.whole
    verdicts = list(page.verdicts)
    on_page = np.zeros(len(page.blocks))
    least = postprocess.MIN_LIKENESS if page.has_elements else postprocess.MIN_PLAIN_LIKENESS
    on_page[sample.places] = likeness + (least - threshold)
    postprocess.drop_below_threshold(page, on_page)
    roles.assign_roles(page)
    found = [
        block.text
        for block, verdict in zip(page.blocks, page.verdicts, strict=True)
        if isinstance(verdict, Role) and verdict not in OPENING_ROLES
    ]
    page.verdicts[:] = verdicts
    return found


def as_trees(fitted: CatBoostClassifier) -> ObliviousTrees:
    """The trees of a fitted model in our own form, the bias in the leaves of the first."""
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
    for stage, each in enumerate(stages):
        trees[f"feature{stage}"] = each.feature.astype(np.int16)
        trees[f"border{stage}"] = each.border
        trees[f"leaves{stage}"] = each.leaves.astype(np.float32)
    trees["words"] = np.array(sorted(words))
    trees["weights"] = np.array([words[word] for word in sorted(words)], np.float32)
    np.savez_compressed(WEIGHTS / f"{kind}.npz", allow_pickle=False, **trees)


def main() -> None:
    """Train both kinds, or only measure them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--kind", choices=KINDS, action="append")
    options = parser.parse_args()
    for kind in options.kind or KINDS:
        by_track, more = samples(kind)
        if options.cross_validate:
            cross_validate(by_track, more)
        else:
            save(kind, *train([*(sample for pages in by_track.values() for sample in pages), *more]))


if __name__ == "__main__":
    main()
