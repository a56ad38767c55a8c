"""The trained classifier: its weights fit the features, and it tells stories from promotion."""

from __future__ import annotations

import numpy as np
import pytest

from audio_edition.model import Article, Block
from audio_edition.segmenter.classifier.features import (
    extract_fixed_features,
    extract_guess_features,
    select_candidates,
)
from audio_edition.segmenter.classifier.trees import _load_classifier, guess_from_words, predict_probabilities
from audio_edition.segmenter.page import Page
from tests.segmenter.test_segmenter import PROSE


def make_page(*texts: str) -> Page:
    return Page(Article(id="a", source="a", blocks=tuple(Block(text=text) for text in texts)))


@pytest.mark.parametrize("kind", ["html-english", "text-english", "html-other", "text-other"])
def test_the_weights_of_each_kind_fit_the_features(kind: str) -> None:
    model = _load_classifier(kind)
    article = Article(
        id="a", source="a", blocks=tuple(Block(text=text, parent=kind.startswith("html")) for text in PROSE)
    )
    page = Page(article)
    rows = select_candidates(page)
    guess = guess_from_words(page, rows, model.words)
    table = np.column_stack(
        [
            extract_fixed_features(page, rows, in_english=model.in_english),
            extract_guess_features(page, rows, guess),
        ]
    )
    assert rows == list(range(len(PROSE)))
    assert model.trees.feature.max() < table.shape[1]
    assert np.isfinite(table).all()
    assert (len(model.words.single) > 1000) == model.in_english


def test_the_same_page_gets_the_same_probabilities() -> None:
    first = predict_probabilities(make_page("A headline", *PROSE, "Subscribe to our newsletter today"))
    assert (
        first == predict_probabilities(make_page("A headline", *PROSE, "Subscribe to our newsletter today"))
    ).all()


def test_paragraphs_are_probably_story_and_promotion_is_not() -> None:
    teasers = ("A word for mud", "The wall is too low", "Why gulls can count", "Get the app", "Follow us")
    probabilities = predict_probabilities(make_page("A headline", *PROSE, *teasers))
    assert probabilities[1 : 1 + len(PROSE)].min() > 0.5
    assert probabilities[1 + len(PROSE) :].max() < 0.5


def test_a_page_of_one_block_or_none_gets_one_probability_per_block() -> None:
    assert predict_probabilities(make_page(PROSE[0])).shape == (1,)
    assert predict_probabilities(make_page()).shape == (0,)
