from __future__ import annotations

import numpy as np
import pytest

from audio_edition.model import Article, Block
from audio_edition.text.segmenter.model import _model, inputs, story_likeness
from audio_edition.text.segmenter.page import Page
from tests.text.test_segmenter import PROSE


def page(*texts: str) -> Page:
    return Page(Article(id="a", source="a", blocks=tuple(Block(text=text) for text in texts)))


@pytest.mark.parametrize("kind", ["html", "text"])
def test_the_weights_fit_the_features(kind: str) -> None:
    model = _model(kind)
    rows = inputs(page(*PROSE), model.words)
    assert model.trees.feature.max() < rows.shape[1]
    assert np.isfinite(rows).all()
    assert len(model.words) > 1000


def test_the_same_page_gives_the_same_numbers() -> None:
    first = story_likeness(page("A headline", *PROSE, "Subscribe to our newsletter today"))
    assert (first == story_likeness(page("A headline", *PROSE, "Subscribe to our newsletter today"))).all()


def test_paragraphs_look_like_a_story_and_promotion_does_not() -> None:
    teasers = ("A word for mud", "The wall is too low", "Why gulls can count", "Get the app", "Follow us")
    likeness = story_likeness(page("A headline", *PROSE, *teasers))
    assert likeness[1 : 1 + len(PROSE)].min() > 0.5
    assert likeness[1 + len(PROSE) :].max() < 0.5


def test_a_page_of_one_block_and_of_none() -> None:
    assert story_likeness(page(PROSE[0])).shape == (1,)
    assert story_likeness(page()).shape == (0,)
