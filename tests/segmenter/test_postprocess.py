"""Blocks whose context decides: lists, enumerations, introductions, crossheads and very short paragraphs."""

from __future__ import annotations

import numpy as np
import pytest

from audio_edition.model import Article, Block, BlockKind, Role
from audio_edition.segmenter import segment
from audio_edition.segmenter.classifier import postprocess
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules import article_head, roles
from tests.segmenter.test_segmenter import PROSE, dropping_rule, make_article, spoken_texts


def keep(blocks: list[Block], probabilities: list[float]) -> list[str]:
    """Return the texts that are spoken if the classifier predicts these probabilities."""
    page = Page(Article(id="a", source="a", blocks=tuple(blocks)))
    postprocess.drop_below_threshold(page, np.array(probabilities))
    roles.assign_roles(page)
    return [block.text for block, verdict in zip(blocks, page.verdicts, strict=True) if isinstance(verdict, Role)]


def make_paragraphs(*texts: str) -> list[Block]:
    return [Block(text=text) for text in texts]


def test_points_that_end_with_a_semicolon_are_kept_with_the_paragraph_above() -> None:
    points = ("Dredge the channel;", "Mend the sluice; and", "Ask the fishermen.")
    lines = (PROSE[0], "The plan has three parts, all of them old:", *points, PROSE[1])
    assert keep(make_paragraphs(*lines), [1, 0.1, 0, 0, 0, 1]) == list(lines)


def test_points_far_from_the_story_are_dropped() -> None:
    lines = (PROSE[0], PROSE[1], "Menu", "Terms", "First;", "Second;", "Third", "More")
    assert keep(make_paragraphs(*lines), [1, 1, *[0.0] * 6]) == list(PROSE[:2])


def test_a_line_that_ends_with_a_colon_is_kept_between_two_paragraphs() -> None:
    lines = (PROSE[0], "The engineer put it to the council like this:", PROSE[1])
    assert keep(make_paragraphs(*lines), [1, 0, 1]) == list(lines)
    assert keep(make_paragraphs(*lines), [0, 0, 1]) == [PROSE[1]]


@pytest.mark.parametrize("line", ["Never.", "Not yet!", "Why?"])
def test_a_sentence_of_a_word_or_two_is_kept_between_paragraphs(line: str) -> None:
    assert keep(make_paragraphs(PROSE[0], line, PROSE[1]), [1, 0, 1]) == [PROSE[0], line, PROSE[1]]
    assert keep(make_paragraphs(PROSE[0], line, PROSE[1]), [1, 0, 0]) == [PROSE[0]]


SHORT_SENTENCE = "The fishermen in the harbour were not asked."


def test_a_short_sentence_right_between_two_kept_paragraphs_is_kept() -> None:
    assert keep(make_paragraphs(PROSE[0], SHORT_SENTENCE, PROSE[1]), [1, 0.1, 1]) == [
        PROSE[0],
        SHORT_SENTENCE,
        PROSE[1],
    ]
    assert keep(make_paragraphs(PROSE[0], SHORT_SENTENCE, PROSE[1]), [1, 0.1, 0]) == [PROSE[0]]
    assert keep(make_paragraphs(PROSE[0], SHORT_SENTENCE, PROSE[1]), [1, 0.01, 1]) == list(PROSE[:2])
    assert SHORT_SENTENCE[:-1] not in keep(
        make_paragraphs(PROSE[0], f"See {SHORT_SENTENCE[:-1]} | More", PROSE[1]), [1, 0.1, 1]
    )


def test_a_short_sentence_between_a_crosshead_and_a_paragraph_is_kept() -> None:
    lines = make_paragraphs(PROSE[0], "What the charts say", SHORT_SENTENCE, PROSE[1])
    assert keep(lines, [1, 0, 0.1, 1]) == [PROSE[0], SHORT_SENTENCE, PROSE[1]]
    assert keep(lines, [0, 0, 0.1, 1]) == [PROSE[1]]


def test_a_sentence_that_a_link_splits_into_two_blocks_is_kept_whole() -> None:
    lines = [PROSE[0], "The council turned to the engineer Otto Penn", ", who had seen it coming.", PROSE[1]]
    assert keep(make_paragraphs(*lines), [1, 0, 0.9, 1]) == lines


def test_all_labelled_answers_are_kept_if_a_third_of_them_look_like_a_story() -> None:
    answers = [f"A: {text}" for text in ("Yes and no.", "Mud, mostly, and eels.", "Never in my life.")]
    lines = [PROSE[0], *answers, PROSE[1]]
    assert keep(make_paragraphs(*lines), [1, 0.9, 0, 0, 1]) == lines


def test_the_first_sentence_below_the_byline_is_kept_with_the_paragraph_below_it() -> None:
    page = Page(make_article("The harbour is full again", "By Ada Marsh", SHORT_SENTENCE, *PROSE))
    article_head.find_bylines_and_dates(page)
    postprocess.drop_below_threshold(page, np.array([0, 0, 0.1, 1, 1, 1, 1, 1]))
    assert page.is_open(2)


def test_a_list_is_kept_or_dropped_whole_and_its_short_items_are_not_rated() -> None:
    items = [
        Block(text=text, kind=BlockKind.LIST_ITEM, link_density=1)
        for text in ("Flour", "A pinch of salt", "Two cups of water")
    ]
    lines = [Block(text=PROSE[0]), *items, Block(text=PROSE[1])]
    assert keep(lines, [1, 0, 0.9, 0.8, 1]) == [block.text for block in lines]
    assert keep(lines, [1, 0, 0.1, 0.4, 1]) == list(PROSE[:2])


def test_signatures_in_capitals_are_kept_also_as_the_last_line_of_the_page() -> None:
    lines = (f"Sir, {PROSE[0]}", "ADA MARSH", "Port Cullen", f"Sir, {PROSE[1]}", "OTTO PENN")
    assert keep(make_paragraphs(*lines), [1, 0, 0, 1, 0]) == list(lines)


@pytest.mark.parametrize(
    ("line", "is_crosshead"),
    [
        ("What the charts say", True),
        ("WHAT THE CHARTS SAY", True),
        ("What the Charts Really Say About Mud", False),
        ("The boat at low tide (Picture: Estuary)", False),
        ("The boat at low tide. Estuary", False),
        ("Photograph courtesy the author", False),
        ("Explore charts >>", False),
    ],
)
def test_a_short_line_between_long_paragraphs_is_a_crosshead_unless_it_is_a_caption_or_a_title(
    line: str, *, is_crosshead: bool
) -> None:
    lines = [PROSE[0], line, PROSE[1]]
    assert keep(make_paragraphs(*lines), [1, 0, 1]) == (lines if is_crosshead else list(PROSE[:2]))


def test_a_heading_is_kept_if_an_advertisement_stands_below_it() -> None:
    heading = Block(text="The third attempt", kind=BlockKind.HEADING, level=2)
    blocks = (*make_paragraphs(*PROSE[:2]), heading, *make_paragraphs("Advertisement", *PROSE[2:]))
    script = segment(Article(id="a", source="a", blocks=blocks))
    assert spoken_texts(script) == [*PROSE[:2], "The third attempt", *PROSE[2:]]
    assert dropping_rule(script, "Advertisement") == "advertising notice"


def test_long_comments_of_readers_are_dropped() -> None:
    story_blocks = [Block(text=text, container="article", parent=1) for text in PROSE]
    comments = [
        Block(text=f"{text} That is all I have to say.", hints=frozenset({"comments"}), parent=2) for text in PROSE
    ]
    script = segment(Article(id="a", source="a", blocks=(*story_blocks, *comments)))
    assert spoken_texts(script) == list(PROSE)
    assert {drop.rule for drop in script.dropped} == {"reader comments"}


def test_a_story_in_an_element_named_after_comments_is_kept() -> None:
    blocks = tuple(Block(text=text, hints=frozenset({"comments"}), parent=1) for text in PROSE)
    assert spoken_texts(segment(Article(id="a", source="a", blocks=blocks))) == list(PROSE)


def test_the_first_paragraph_is_kept_if_a_picture_credit_stands_below_it() -> None:
    lines = (PROSE[0], "Photograph: Estuary Picture Library", *PROSE[1:])
    assert spoken_texts(segment(make_article("The harbour is full again", *lines))) == list(PROSE)


def test_a_table_of_many_rows_does_not_separate_the_parts_of_a_story() -> None:
    rows = [Block(text=f"{n} metres of mud in the year", kind=BlockKind.TABLE) for n in range(30)]
    blocks = (*make_paragraphs(*PROSE[:3]), *rows, *make_paragraphs(*PROSE[3:]))
    assert spoken_texts(segment(Article(id="a", source="a", blocks=blocks))) == list(PROSE)
