"""The networks of the classifier and their word vectors: what they see, and what a rule's verdict weighs."""

from __future__ import annotations

import numpy as np
import pytest

from audio_edition.model import Article, Block, BlockKind, Role
from audio_edition.segmenter import segment
from audio_edition.segmenter.classifier.embeddings import load_vectors
from audio_edition.segmenter.classifier.evidence import may_overrule
from audio_edition.segmenter.classifier.network import DILATIONS
from audio_edition.segmenter.classifier.trees import _load_classifier
from audio_edition.segmenter.page import Page
from tests.segmenter.test_segmenter import PROSE

REACH = sum(DILATIONS)


def score_rows(features: np.ndarray) -> np.ndarray:
    (network, *_) = _load_classifier("text-english").networks
    vectors = np.zeros((len(features), len(network.weights["vectors.weight"][0])), np.float32)
    return network.score(features, vectors)


@pytest.fixture
def features() -> np.ndarray:
    (network, *_) = _load_classifier("text-english").networks
    size = len(network.weights["mean"])
    return np.random.default_rng(1).normal(size=(3 * REACH, size)).astype(np.float32) * network.weights["std"]


def test_a_network_sees_the_blocks_within_its_reach_only(features: np.ndarray) -> None:
    before = score_rows(features)
    features[REACH + 5] += 3
    changed = np.flatnonzero(np.abs(score_rows(features) - before) > 1e-4)
    assert changed.min() >= 5
    assert changed.max() <= 2 * REACH + 5
    assert len(changed) > REACH


def test_a_network_judges_a_page_of_one_block(features: np.ndarray) -> None:
    assert np.isfinite(score_rows(features[:1])).all()


def test_a_value_far_off_counts_as_a_large_one(features: np.ndarray) -> None:
    features[0] = 1e9
    assert np.isfinite(score_rows(features)).all()


def test_words_of_like_meaning_have_like_vectors() -> None:
    boat, ship, tax = load_vectors().embed([["boat"], ["ship"], ["tax"]])
    assert boat @ ship > boat @ tax


@pytest.mark.parametrize("text", ["", "灯台", "ααα"])
def test_a_text_without_a_known_piece_has_no_vector(text: str) -> None:
    assert not load_vectors().embed([text.split()]).any()


def test_the_vectors_of_an_unknown_word_are_those_of_its_pieces() -> None:
    assert load_vectors().embed([["lightkeepership"]]).any()


@pytest.mark.parametrize(
    ("verdict", "text", "is_evidence"),
    [
        ("links", "A list of links", True),
        ("beside the story", PROSE[0], True),
        ("page footer", PROSE[0], True),
        ("page footer", "© 2026 The Silt Review", False),
        ("story teaser: listed with others", PROSE[0], False),
        ("byline", PROSE[0], False),
        ("you asked: drop gulls", PROSE[0], False),
        (BlockKind.TABLE, PROSE[0], False),
        (Role.HEADLINE, PROSE[0], False),
        (None, PROSE[0], False),
    ],
)
def test_the_classifier_may_overrule_a_guess_but_no_fact(
    verdict: str | None, text: str, *, is_evidence: bool
) -> None:
    page = Page(Article(id="a", source="a", blocks=(Block(text=text, parent=1),)))
    page.verdicts[0] = verdict
    assert may_overrule(page, 0) is is_evidence


def test_a_paragraph_that_a_landmark_claims_is_read_where_it_stands_in_the_story() -> None:
    texts = [(text, "aside" if number == 2 else "article") for number, text in enumerate(PROSE)]
    blocks = tuple(Block(text=text, container=container, parent=1) for text, container in texts)
    script = segment(Article(id="a", source="a", blocks=(Block(text="A headline of five words", level=1), *blocks)))
    assert PROSE[2] in [paragraph.text for paragraph in script.narrative]
