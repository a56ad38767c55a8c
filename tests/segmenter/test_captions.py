"""Captions in plain text, known by the credit beside them."""

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
from tests.segmenter.test_segmenter import PROSE, page

CAPTION = "A boat lies in the mud of the old harbour while children play on its deck."
NARRATED = "A boat was left in the mud of the old harbour and children came to play on it."


def verdicts(*texts: str) -> list[object]:
    """The verdict on each line."""
    sheet = Page(page(*texts))
    drop_chrome_phrases(sheet)
    drop_captions(sheet)
    return list(sheet.verdicts)


@pytest.mark.parametrize(
    "credit", ["Ada Marsh, AP", "Ada Marsh | Bloomberg", "Ada Marsh/Getty Images", "Courtesy of Ada Marsh"]
)
def test_the_sentence_over_a_credit_is_its_caption_when_it_narrates_nothing(credit: str) -> None:
    assert verdicts(PROSE[0], CAPTION, credit, PROSE[1])[1] == CREDIT_BELOW
    assert verdicts(PROSE[0], NARRATED, credit, PROSE[1])[1] is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (CAPTION, CREDIT_BELOW),
        (PROSE[1], None),
    ],
)
def test_a_labelled_credit_stands_alone_under_a_picture_too_and_takes_no_paragraph(
    line: str, rule: str | None
) -> None:
    assert verdicts(PROSE[0], line, "Photograph: Ada Marsh", PROSE[2])[1] == rule


@pytest.mark.parametrize(
    "after", ["A Job for the Marsh", "Notes for Sailors", "The mayor, Ada Marsh, AP or not, says no"]
)
def test_a_crosshead_or_sentence_is_no_credit(after: str) -> None:
    assert verdicts(PROSE[0], CAPTION, after, PROSE[1])[1] is None


@pytest.mark.parametrize("place", ["left", "second left", "far right", "centre"])
def test_a_sentence_that_says_who_stands_where_is_a_caption(place: str) -> None:
    caption = f"The engineer Otto Penn, {place}, shows the plan of the harbour to the ministry."
    assert verdicts(PROSE[0], caption, PROSE[1])[1] == NAMED_POSITIONS
    assert verdicts(PROSE[0], caption.replace("shows", "said he had"), PROSE[1])[1] is None
    assert verdicts(PROSE[0], "The parties of the left, right and centre want the harbour.", PROSE[1])[1] is None


def test_a_line_without_a_stop_under_a_credit_is_its_caption_and_a_crosshead_is_not() -> None:
    caption = "The harbour was first dredged in the year of the great flood"
    assert verdicts(PROSE[0], "Getty Images", caption, PROSE[1])[2] == CREDIT_ABOVE
    assert verdicts(PROSE[0], "Getty Images", f"{caption}.", PROSE[1])[2] is None
    assert verdicts(PROSE[0], "Getty Images", "What the Charts Say", PROSE[1])[2] is None


def test_lines_with_a_credit_in_brackets_are_captions_where_the_story_goes_on() -> None:
    first, second, third = "The boat is green. (AP)", "The mayor has denied that. (Nine)", "So has the cook. (AAP)"
    said = verdicts(PROSE[0], first, PROSE[1], second, PROSE[2], third, PROSE[3])
    assert said == [None, CREDIT_IN_BRACKETS, None, CREDIT_IN_BRACKETS, None, CREDIT_IN_BRACKETS, None]


def test_names_in_brackets_are_a_credit_under_a_caption_and_a_signature_under_a_review() -> None:
    assert verdicts(PROSE[0], f"{NARRATED} (Ada Marsh / Estuary Pictures)", PROSE[1])[1] == CREDIT_IN_BRACKETS
    assert verdicts(PROSE[0], f"{PROSE[1]} {PROSE[2]} (Ada Marsh)", PROSE[1])[1] is None


def test_laughter_is_no_agency() -> None:
    lines = (PROSE[0], "I have never been asked. (Laughs)", PROSE[1], "The mud was a friend. (Laughs)", PROSE[2])
    assert verdicts(*lines) == [None] * 5


def test_an_agency_in_brackets_signs_the_last_paragraph_of_each_report() -> None:
    signed = "The council meets on Monday. (AP)"
    assert verdicts(PROSE[0], PROSE[1], signed) == [None, None, None]
    assert verdicts(PROSE[0], signed, "Fire at the mill", PROSE[1], signed) == [None] * 5


def test_where_elements_are_known_they_tell() -> None:
    texts = (PROSE[0], CAPTION, "Ada Marsh, AP", PROSE[1])
    sheet = Page(Article(id="a", source="a", blocks=tuple(Block(text=text, parent=1) for text in texts)))
    drop_captions(sheet)
    assert sheet.verdicts == [None] * 4
