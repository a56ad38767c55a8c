"""Train the segmenter's classifier on labelled pages, or measure it on publishers that it has not seen.

    python -m tests.eval.train_segmenter [--cross-validate | --held-out] [--kind KIND]

Needs `pip install 'audio-edition[train]'`. The pages of a publisher are never on both sides of a split.
`--cross-validate` prints figures for the publishers that rules are written against, each left out once, with their
spread over three seeds; `--held-out` those for the publishers that nobody looks at while writing rules.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from audio_edition.segmenter.classifier.embeddings import load_vectors
from audio_edition.segmenter.classifier.features import (
    FeatureMatrix,
    FloatArray,
    extract_fixed_features,
    extract_guess_features,
    select_candidates,
)
from audio_edition.segmenter.classifier.network import Network
from audio_edition.segmenter.classifier.trees import (
    ObliviousTrees,
    combine_scores,
    guess_from_words,
    parse_word_weights,
    prepare_tokens,
)
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules import roles
from tests.eval.pages import (
    KINDS,
    LabelledPage,
    Scorer,
    copy_with_less_chrome,
    copy_without_chrome,
    is_held_out,
    load_labelled_pages,
    short_copy,
)
from tests.eval.train_network import LabelledRows, train_network

WEIGHTS = Path(classifier.__file__).parent / "weights"
TRACKS_BY_CLASSIFIER = {
    "html-english": ("html",),
    "text-english": ("crop", "txt"),
    "html-other": ("html",),
    "text-other": ("crop", "txt"),
}
"""The tracks that each classifier is trained on. Those for other languages use no word."""

PAGE_WEIGHTS = {"news": 3.0, "wide": 1.0, "other": 1.5}
"""The weight of a page by its kind. There are five times as many wide pages as news pages, with noisier labels."""

FOLDS, INNER_FOLDS = 4, 3
SEEDS = (1, 2, 3)
NETWORKS = 2
"""Networks that are averaged; each is 0.6 MB."""

MIN_PUBLISHERS = 6
"""Publishers that must use a word before it gets a weight; rarer words are peculiar to a publisher."""

DEPTH = 5
TREES: dict[str, Any] = {
    "iterations": 700,
    "depth": DEPTH,
    "learning_rate": 0.06,
    "l2_leaf_reg": 5,
    "rsm": 0.3,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.8,
    "border_count": 64,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}


@dataclass(frozen=True, kw_only=True)
class Model:
    """A trained classifier."""

    words: dict[str, float]
    trees: ObliviousTrees
    networks: tuple[Network, ...]


class Sample:
    """A page after the named rules: the blocks for the classifier with their features, labels and word n-grams."""

    def __init__(
        self, page: LabelledPage, shared: segmenter.SharedLines, *, in_english: bool, is_copy: bool = False
    ) -> None:
        self.full_page = Page(page.article, shared)
        for rule in segmenter.NAMED_RULES:
            rule(self.full_page)
        self.page, self.indexes = self.full_page.collapse_unspoken_runs()
        self.publisher, self.kind, self.is_copy = page.publisher, page.kind, is_copy
        self.is_held_out = is_held_out(page.publisher)
        self.rows = select_candidates(self.page)
        self.fixed = (
            extract_fixed_features(self.page, self.rows, in_english=in_english)
            if self.rows
            else np.zeros((0, 1), np.float32)
        )
        self.labels = np.array(list(page.labels))[self.indexes][self.rows]
        self.is_decided = np.isin(self.labels, ["K", "D"])
        self.is_story = self.labels == "K"
        self.weight = PAGE_WEIGHTS[page.kind] / (self.is_decided.sum() + 20) ** 0.5
        rows = self.rows if in_english else ()
        self.vectors = load_vectors().embed([self.page.raw_tokens[i] for i in rows])
        tokens = [prepare_tokens(self.page.blocks[i].text, self.page.normalized_texts[i]) for i in rows]
        self.grams = [{*words, *map(" ".join, pairwise(words))} for words in tokens]

    def guess(self, words: Mapping[str, float]) -> FloatArray:
        """Return the first guess for each block of the page, by its words."""
        return guess_from_words(self.page, self.rows, parse_word_weights(words))

    def labelled_rows(self) -> LabelledRows:
        """Return the rows of the page for the training of a network."""
        return LabelledRows(
            features=self.fixed,
            vectors=self.vectors,
            labels=self.is_story.astype(np.float32),
            weights=(self.is_decided * self.weight).astype(np.float32),
        )

    def extract_features(self, probabilities: FloatArray) -> FeatureMatrix:
        """Return the feature matrix of the page, given a guess for each block."""
        return np.column_stack([self.fixed, extract_guess_features(self.page, self.rows, probabilities)])

    def predict(self, model: Model) -> FloatArray:
        """Return the probability of each block of the page."""
        probabilities = np.zeros(len(self.page.blocks))
        if self.rows:
            trees = model.trees.score(self.extract_features(self.guess(model.words)))
            scores = combine_scores(trees, [each.score(self.fixed, self.vectors) for each in model.networks])
            probabilities[self.rows] = 1 / (1 + np.exp(-scores))
        return probabilities


def load_samples(name: str) -> tuple[dict[str, list[Sample]], list[Sample]]:
    """Return the samples of each track, and copies of the pages as further training data.

    The copies are without chrome, with less of it, or short.
    """
    chance = random.Random(1)
    by_track, copies = {}, []
    in_english = name.endswith("english")
    for track in TRACKS_BY_CLASSIFIER[name]:
        pages = [page for page in load_labelled_pages(track) if not in_english or page.kind != "other"]
        pages = [page for page in pages if _is_for(name, page)]
        shared = segmenter.find_shared_lines([page.article for page in pages])
        by_track[track] = [
            Sample(page, lines, in_english=in_english) for page, lines in zip(pages, shared, strict=True)
        ]
        for page, lines in zip(pages, shared, strict=True):
            copied = [chance.choice((copy_without_chrome(page), copy_with_less_chrome(page, chance)))]
            if name.startswith("html"):  # short plain texts never reach the classifier
                copied.append(short_copy(page, chance))
            copies += [
                Sample(copy, lines, in_english=in_english, is_copy=True)
                for copy in copied
                if "K" in copy.labels and _is_for(name, copy)
            ]
    return by_track, copies


def _is_for(name: str, page: LabelledPage) -> bool:
    """Return True if a page has the features of a classifier: a text saved as HTML has no elements."""
    return any(block.parent for block in page.article.blocks) == name.startswith("html")


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
    is_story, weights = _decided_labels(pages)
    fitted = LogisticRegression(C=0.05, max_iter=200).fit(matrix, is_story, sample_weight=weights)
    coefficients = zip(common, fitted.coef_[0].round(4), strict=True)
    return {gram: float(weight) for gram, weight in coefficients if weight} | {"": float(fitted.intercept_[0])}


def _decided_labels(pages: Sequence[Sample]) -> tuple[npt.NDArray[np.bool_], FloatArray]:
    """Return for each block with a decided label whether it is story, and its weight, 1 on average."""
    is_story = np.concatenate([sample.is_story[sample.is_decided] for sample in pages])
    weights = np.concatenate([np.full(sample.is_decided.sum(), sample.weight) for sample in pages])
    return is_story, weights / weights.mean()


def train_trees(tables: Sequence[FeatureMatrix], pages: Sequence[Sample], seed: int) -> ObliviousTrees:
    """Train the trees on feature matrices whose guesses were learned from other pages."""
    table = np.vstack([rows[sample.is_decided] for rows, sample in zip(tables, pages, strict=True) if sample.rows])
    is_story, weights = _decided_labels(pages)
    fitted = CatBoostClassifier(**TREES, random_seed=seed).fit(table, is_story, sample_weight=weights)
    return convert_trees(fitted)


def train(pages: Sequence[Sample], seed: int = 1) -> Model:
    """Return a classifier. The guesses for its trees were learned from other publishers."""
    publishers = np.array([sample.publisher for sample in pages])
    guesses: list[FloatArray] = [np.zeros(0)] * len(pages)
    for inside, outside in GroupKFold(INNER_FOLDS).split(publishers, groups=publishers):
        words = train_words([pages[at] for at in inside if not pages[at].is_copy])
        for at in outside:
            guesses[at] = pages[at].guess(words)
    tables = [sample.extract_features(guess) for sample, guess in zip(pages, guesses, strict=True)]
    rows = [sample.labelled_rows() for sample in pages if sample.is_decided.any()]
    in_english = any(sample.grams for sample in pages)
    return Model(
        words=train_words([sample for sample in pages if not sample.is_copy]),
        trees=train_trees(tables, pages, seed),
        networks=tuple(train_network(rows, seed + at) for at in range(NETWORKS)) if in_english else (),
    )


def split_by_publisher(pages: Sequence[Sample], seed: int) -> Iterator[set[str]]:
    """Yield the publishers of each fold."""
    publishers = sorted({sample.publisher for sample in pages if not sample.is_held_out})
    random.Random(seed).shuffle(publishers)
    yield from (set(publishers[fold::FOLDS]) for fold in range(FOLDS))


def measure(name: str, *, held_out: bool, seeds: Sequence[int]) -> None:
    """Print the figures of one classifier on publishers left out of its training, with their spread."""
    by_track, copies = load_samples(name)
    pages = [sample for track in by_track.values() for sample in track]
    held = {sample.publisher for sample in pages if sample.is_held_out}
    figures = defaultdict(list)
    for seed in seeds:
        probabilities: dict[Sample, FloatArray] = {}
        for left_out in [held] if held_out else split_by_publisher(pages, seed):
            model = train([s for s in [*pages, *copies] if s.publisher not in left_out | held], seed)
            judged = [sample for sample in pages if sample.publisher in left_out]
            probabilities |= {sample: sample.predict(model) for sample in judged}
        for track, samples in by_track.items():
            scorer = Scorer(track)
            for kind in KINDS:
                story = {
                    sample.full_page.article.id: select_story(sample, probabilities[sample])
                    for sample in samples
                    if sample in probabilities and sample.kind == kind
                }
                if story:
                    figures[track, kind, len(story)].append(scorer.measure(story))
    for (track, kind, count), runs in figures.items():
        means = {key: np.array([run[key] for run in runs]) for key in runs[0]}
        text = "  ".join(f"{key} {values.mean():.3f} ±{values.std():.3f}" for key, values in means.items())
        print(f"{name:13} {track:5} {kind:6} {count:4} pages  {text}", flush=True)  # noqa: T201


def select_story(sample: Sample, probabilities: FloatArray) -> list[str]:
    """Return the paragraphs of the story that follow from the probabilities."""
    page = sample.full_page
    verdicts = list(page.verdicts)
    on_page = np.zeros(len(page.blocks))
    on_page[sample.indexes] = probabilities
    postprocess.decide(page, on_page)
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


def save(name: str, model: Model) -> None:
    """Write the weights of a classifier."""
    WEIGHTS.mkdir(exist_ok=True)
    networks = {
        f"{number}/{key}": values.astype(np.float16 if values.ndim > 1 else np.float32)
        for number, network in enumerate(model.networks)
        for key, values in network.weights.items()
    }
    np.savez_compressed(
        WEIGHTS / f"{name}.npz",
        allow_pickle=False,
        feature=model.trees.feature.astype(np.int16),
        border=model.trees.border,
        leaves=model.trees.leaves.astype(np.float32),
        words=np.array(sorted(model.words)),
        weights=np.array([model.words[word] for word in sorted(model.words)], np.float32),
        **networks,
    )


def main() -> None:
    """Train each classifier on all pages, or measure it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--kind", choices=TRACKS_BY_CLASSIFIER, action="append")
    parser.add_argument("--seeds", type=int, default=len(SEEDS), help="Number of seeds, 1 to 3.")
    options = parser.parse_args()
    for name in options.kind or TRACKS_BY_CLASSIFIER:
        if options.cross_validate or options.held_out:
            measure(name, held_out=options.held_out, seeds=SEEDS[: options.seeds])
        else:
            by_track, copies = load_samples(name)
            save(name, train([*(sample for pages in by_track.values() for sample in pages), *copies]))


if __name__ == "__main__":
    main()
