"""Train the segmenter's model on the bench: `python -m tests.eval.train_segmenter [--cross-validate]`.

Needs `pip install 'audio-edition[train]'`. Publishers never stand on both sides of a split, so the figures of the
cross-validation are those of publishers nobody has seen.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from audio_edition.text import segmenter
from audio_edition.text.segmenter.model import grams, inputs
from audio_edition.text.segmenter.page import Page
from tests.eval.pages import Labelled, labelled, tidy, window

WEIGHTS = Path(segmenter.__file__).parent / "weights"
KINDS = {"html": ("html",), "text": ("crop", "txt")}
FOLDS, INNER_FOLDS = 7, 5
PUBLISHERS = 5
"""A word is learned when so many publishers use it; what fewer use is their own."""

ROUNDS = 300
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 15,
    "max_depth": 6,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "extra_trees": True,
    "verbose": -1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
}


class Sample:
    """A page after the rules: what is still open, its labels and words."""

    def __init__(self, page: Labelled, shared: segmenter.Shared) -> None:
        self.page = Page(page.article, shared)
        for rule in segmenter.NAMED_RULES:
            rule(self.page)
        self.publisher = page.publisher
        self.labels = np.array(list(page.labels))
        self.open = np.array([verdict is None for verdict in self.page.verdicts], bool)
        self.grams = [
            grams(block.text, words) for block, words in zip(self.page.blocks, self.page.tokens, strict=True)
        ]
        self.known = self.open & np.isin(self.labels, ["K", "D"])


def samples(tracks: tuple[str, ...], *, augmented: bool) -> dict[str, list[Sample]]:
    """Samples by track; augmented: also tidy copies and copies cut by chance."""
    chance = random.Random(1)
    found = {}
    for track in tracks:
        pages = labelled(track)
        shared = segmenter.shared_lines([page.article for page in pages])
        found[track] = [Sample(page, share) for page, share in zip(pages, shared, strict=True)]
        if augmented:
            for page, share in zip(pages, shared, strict=True):
                cut = window(page, chance.random(), chance.random())
                found.setdefault("more", []).extend([Sample(tidy(page), share), Sample(cut, share)])
    return found


def train_words(pages: list[Sample]) -> dict[str, float]:
    """Weights of the words and pairs that several publishers use."""
    users = defaultdict(set)
    for sample in pages:
        for index in np.flatnonzero(sample.known):
            for gram in sample.grams[index]:
                users[gram].add(sample.publisher)
    known = {gram: n for n, gram in enumerate(sorted(g for g, who in users.items() if len(who) >= PUBLISHERS))}
    rows = [[known[g] for g in s.grams[i] if g in known] for s in pages for i in np.flatnonzero(s.known)]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column in row])
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(known)))
    story = np.concatenate([s.labels[s.known] == "K" for s in pages])
    fitted = LogisticRegression(C=0.05, max_iter=400).fit(matrix, story)
    return {gram: float(weight) for gram, weight in zip(known, fitted.coef_[0].round(4), strict=True) if weight}


def train_trees(rows: list[npt.NDArray[Any]], pages: list[Sample], seed: int = 1) -> Any:
    """Trees on rows whose word scores come from pages the words were not learned from."""
    table = np.vstack([row[sample.known] for row, sample in zip(rows, pages, strict=True)])
    story = np.concatenate([s.labels[s.known] == "K" for s in pages])
    return lightgbm.train(PARAMETERS | {"seed": seed}, lightgbm.Dataset(table, story), ROUNDS)


def train(pages: list[Sample]) -> tuple[dict[str, float], Any]:
    """Words and trees."""
    publishers = np.array([sample.publisher for sample in pages])
    rows: list[npt.NDArray[Any]] = [np.zeros(0)] * len(pages)
    for inside, outside in GroupKFold(INNER_FOLDS).split(publishers, groups=publishers):
        words = train_words([pages[index] for index in inside])
        for index in outside:
            rows[index] = inputs(pages[index].page, words)
    return train_words(pages), train_trees(rows, pages)


def cross_validate(by_track: dict[str, list[Sample]]) -> None:
    """Print the share of clean pages for each track and threshold, of publishers left out of the training."""
    more = by_track.pop("more", [])
    pages = [sample for track in by_track.values() for sample in track]
    publishers = sorted({sample.publisher for sample in pages})
    random.Random(2).shuffle(publishers)
    for out in (publishers[fold::FOLDS] for fold in range(FOLDS)):
        words, trees = train([s for s in [*pages, *more] if s.publisher not in out])
        for sample in pages:
            if sample.publisher in out:
                sample.likeness = trees.predict(inputs(sample.page, words)) * sample.open  # type: ignore[attr-defined]
    for track, found in by_track.items():
        for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
            print(track, threshold, *(f"{figure:.3f}" for figure in clean(found, threshold)))  # noqa: T201


def clean(pages: list[Any], threshold: float) -> tuple[float, float, float]:
    """Shares of pages: clean, without chrome, complete."""
    chrome = [bool(((s.labels == "D") & (s.likeness >= threshold)).any()) for s in pages]
    lost = [bool(((s.labels == "K") & (s.likeness < threshold)).any()) for s in pages]
    return (
        float(np.mean([not c and not k for c, k in zip(chrome, lost, strict=True)])),
        1 - float(np.mean(chrome)),
        1 - float(np.mean(lost)),
    )


def save(kind: str, words: dict[str, float], trees: Any) -> None:
    """Write the weights of a kind of page."""
    dumped = [tree["tree_structure"] for tree in trees.dump_model()["tree_info"]]
    flat = [_flattened(tree) for tree in dumped]
    size = max(map(len, flat))
    table = np.zeros((5, len(flat), size))
    for number, nodes in enumerate(flat):
        nodes += [(0, np.inf, at, at, 0.0) for at in range(len(nodes), size)]
        table[:, number] = np.array(nodes).T
    WEIGHTS.mkdir(exist_ok=True)
    np.savez_compressed(
        WEIGHTS / f"{kind}.npz",
        words=np.array(sorted(words)),
        weights=np.array([words[word] for word in sorted(words)], np.float32),
        feature=table[0].astype(np.int16),
        threshold=table[1],
        left=table[2].astype(np.int8),
        right=table[3].astype(np.int8),
        value=table[4],
        depth=np.array(max(map(_depth, dumped))),
    )


def _flattened(tree: dict[str, Any]) -> list[tuple[float, ...]]:
    """Nodes as (feature, threshold, left, right, value), the root first."""
    nodes: list[tuple[float, ...]] = []

    def add(node: dict[str, Any]) -> int:
        at = len(nodes)
        nodes.append(())
        if "leaf_value" in node:
            nodes[at] = (0, np.inf, at, at, node["leaf_value"])
        else:
            left, right = add(node["left_child"]), add(node["right_child"])
            nodes[at] = (node["split_feature"], node["threshold"], left, right, 0.0)
        return at

    add(tree)
    return nodes


def _depth(node: dict[str, Any]) -> int:
    return 0 if "leaf_value" in node else 1 + max(_depth(node["left_child"]), _depth(node["right_child"]))


def main() -> None:
    """Train both kinds, or only measure them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    for kind, tracks in KINDS.items():
        by_track = samples(tracks, augmented=True)
        if options.cross_validate:
            cross_validate(by_track)
        else:
            save(kind, *train([sample for pages in by_track.values() for sample in pages]))


if __name__ == "__main__":
    main()
