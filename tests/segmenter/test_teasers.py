"""Teasers of other stories inside a story."""

from __future__ import annotations

from audio_edition.segmenter import segment
from audio_edition.segmenter.rules.teasers import (
    DATE_BELOW,
    LISTED_WITH_OTHERS,
    PRINTED_AGAIN,
    SECTION_AND_TIME_BELOW,
)
from tests.segmenter.test_segmenter import PROSE, dropping_rule, make_article, spoken_texts

TEASER = "Why does nobody ask what the mud itself would like to be?"


def test_a_line_that_is_repeated_among_the_teasers_behind_the_story_is_a_teaser() -> None:
    lines = (*PROSE[:3], TEASER, *PROSE[3:], "Most read", TEASER, "A word for mud")
    script = segment(make_article("The harbour is full again", *lines))
    assert spoken_texts(script) == list(PROSE)
    assert dropping_rule(script, TEASER) == PRINTED_AGAIN


def test_a_question_that_occurs_twice_in_the_story_is_spoken() -> None:
    lines = (*PROSE[:2], TEASER, *PROSE[2:4], TEASER, PROSE[4])
    assert spoken_texts(segment(make_article("The harbour is full again", *lines))).count(TEASER) == 2


def test_a_summary_above_a_section_and_an_age_is_a_teaser() -> None:
    summary = "The wall that is to keep the sea out of the lower town is a metre too low, an engineer has found."
    lines = (*PROSE[:2], summary, "Politics", "21 hours ago", *PROSE[2:])
    script = segment(make_article("The harbour is full again", *lines))
    assert spoken_texts(script) == list(PROSE)
    assert dropping_rule(script, summary) == SECTION_AND_TIME_BELOW


def test_headlines_below_read_more_are_teasers_up_to_the_next_sentence() -> None:
    listed = ("The wall is too low by a metre", "Who owns the mud of the old harbour?")
    script = segment(make_article("The harbour is full again", *PROSE[:2], "Read more", *listed, *PROSE[2:]))
    assert spoken_texts(script) == list(PROSE)
    assert {dropping_rule(script, line) for line in listed} == {LISTED_WITH_OTHERS}


def test_a_headline_above_a_date_is_a_teaser_and_a_sentence_is_not() -> None:
    headline = "The wall is too low by a metre"
    lines = (*PROSE[:2], headline, "Feb. 15, 2024", *PROSE[2:3], "Feb. 16, 2024", *PROSE[3:])
    script = segment(make_article("The harbour is full again", *lines))
    assert spoken_texts(script) == list(PROSE)
    assert dropping_rule(script, headline) == DATE_BELOW
