"""The warning for pages on which much of the prose was dropped."""

from __future__ import annotations

import pytest

from audio_edition.model import Role
from audio_edition.segmenter.dropped_prose import find_warnings
from audio_edition.segmenter.page import Page
from tests.segmenter.test_segmenter import PROSE, make_article


def make_page(dropped: int, rule: str) -> Page:
    """Return a page of five paragraphs of which the last ones are dropped."""
    page = Page(make_article(*PROSE))
    for index in range(len(PROSE)):
        if index >= len(PROSE) - dropped:
            page.drop(index, rule)
        else:
            page.assign_role(index, Role.BODY)
    return page


def test_a_page_that_lost_a_third_of_its_prose_is_reported_with_the_rule() -> None:
    (warning,) = find_warnings(make_page(2, "after the story: Related"))
    assert "39% of the page's prose was dropped, most of it by the rule “after the story: Related”" in warning
    assert "`audio-edition segment page.txt`" in warning


def test_a_page_that_lost_a_paragraph_is_not_reported() -> None:
    assert find_warnings(make_page(1, "after the story: Related")) == ()


@pytest.mark.parametrize("rule", ["reader comments", "navigation", "page footer", "you asked: drop mud"])
def test_comments_menus_footers_and_what_the_user_drops_are_not_reported(rule: str) -> None:
    assert find_warnings(make_page(4, rule)) == ()


def test_a_page_without_prose_is_not_reported() -> None:
    assert find_warnings(Page(make_article("Mud", "Silt"))) == ()
