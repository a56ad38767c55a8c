"""Captions in plain text, recognized by a picture credit or by the places of people in the picture."""

from __future__ import annotations

import pytest

from audio_edition.model import Article, Block
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules.captions import (
    CREDIT_ABOVE,
    CREDIT_BELOW,
    CREDIT_IN_BRACKETS,
    NAMED_POSITIONS,
    drop_captions,
)
from audio_edition.segmenter.rules.phrases import drop_chrome_phrases
from tests.segmenter.test_segmenter import PROSE, make_article

CAPTION = "A boat lies in the mud of the old harbour while children play on its deck."
NARRATIVE = "A boat was left in the mud of the old harbour and children came to play on it."


def judge(*texts: str) -> list[object]:
    """Return the verdict on each line after the rules for phrases and captions."""
    page = Page(make_article(*texts))
    drop_chrome_phrases(page)
    drop_captions(page)
    return list(page.verdicts)


@pytest.mark.parametrize(
    "credit", ["Ada Marsh, AP", "Ada Marsh | Bloomberg", "Ada Marsh/Getty Images", "Courtesy of Ada Marsh"]
)
def test_a_sentence_above_a_credit_is_a_caption_unless_it_has_a_narrative_verb(credit: str) -> None:
    assert judge(PROSE[0], CAPTION, credit, PROSE[1])[1] == CREDIT_BELOW
    assert judge(PROSE[0], NARRATIVE, credit, PROSE[1])[1] is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (CAPTION, CREDIT_BELOW),
        (PROSE[1], None),
    ],
)
def test_a_labelled_credit_makes_a_short_line_above_it_a_caption_but_no_long_paragraph(
    line: str, rule: str | None
) -> None:
    assert judge(PROSE[0], line, "Photograph: Ada Marsh", PROSE[2])[1] == rule


@pytest.mark.parametrize(
    "after", ["A Job for the Marsh", "Notes for Sailors", "The mayor, Ada Marsh, AP or not, says no"]
)
def test_a_crosshead_or_a_sentence_is_not_taken_for_a_credit(after: str) -> None:
    assert judge(PROSE[0], CAPTION, after, PROSE[1])[1] is None


@pytest.mark.parametrize("place", ["left", "second left", "far right", "centre"])
def test_a_sentence_with_the_places_of_people_in_the_picture_is_a_caption(place: str) -> None:
    caption = f"The engineer Otto Penn, {place}, shows the plan of the harbour to the ministry."
    assert judge(PROSE[0], caption, PROSE[1])[1] == NAMED_POSITIONS
    assert judge(PROSE[0], caption.replace("shows", "said he had"), PROSE[1])[1] is None
    assert judge(PROSE[0], "The parties of the left, right and centre want the harbour.", PROSE[1])[1] is None


def test_a_line_without_a_stop_below_a_credit_is_a_caption_and_a_crosshead_is_not() -> None:
    caption = "The harbour was first dredged in the year of the great flood"
    assert judge(PROSE[0], "Getty Images", caption, PROSE[1])[2] == CREDIT_ABOVE
    assert judge(PROSE[0], "Getty Images", f"{caption}.", PROSE[1])[2] is None
    assert judge(PROSE[0], "Getty Images", "What the Charts Say", PROSE[1])[2] is None


def test_lines_that_end_with_an_agency_in_brackets_are_captions_between_paragraphs() -> None:
    first, second, third = "The boat is green. (AP)", "The mayor has denied that. (Nine)", "So has the cook. (AAP)"
    found = judge(PROSE[0], first, PROSE[1], second, PROSE[2], third, PROSE[3])
    assert found == [None, CREDIT_IN_BRACKETS, None, CREDIT_IN_BRACKETS, None, CREDIT_IN_BRACKETS, None]


def test_names_in_brackets_are_a_credit_behind_a_short_text_and_a_signature_behind_a_long_one() -> None:
    assert judge(PROSE[0], f"{NARRATIVE} (Ada Marsh / Estuary Pictures)", PROSE[1])[1] == CREDIT_IN_BRACKETS
    assert judge(PROSE[0], f"{PROSE[1]} {PROSE[2]} (Ada Marsh)", PROSE[1])[1] is None


def test_laughter_in_brackets_is_not_taken_for_an_agency() -> None:
    lines = (PROSE[0], "I have never been asked. (Laughs)", PROSE[1], "The mud was a friend. (Laughs)", PROSE[2])
    assert judge(*lines) == [None] * 5


def test_the_last_paragraph_of_a_report_may_end_with_an_agency_in_brackets() -> None:
    signed = "The council meets on Monday. (AP)"
    assert judge(PROSE[0], PROSE[1], signed) == [None, None, None]
    assert judge(PROSE[0], signed, "Fire at the mill", PROSE[1], signed) == [None] * 5


def test_no_caption_is_dropped_by_its_text_if_elements_are_known() -> None:
    texts = (PROSE[0], CAPTION, "Ada Marsh, AP", PROSE[1])
    page = Page(Article(id="a", source="a", blocks=tuple(Block(text=text, parent=1) for text in texts)))
    drop_captions(page)
    assert page.verdicts == [None] * 4
