"""What follows its company: lists, points, introductions, crossheads and paragraphs of a word or two."""

from __future__ import annotations

import numpy as np
import pytest

from audio_edition.model import Article, Block, BlockKind, Role
from audio_edition.segmenter import segment
from audio_edition.segmenter.classifier import postprocess
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules import bylines, roles
from tests.segmenter.test_segmenter import PROSE, page, rule_of, spoken


def kept(blocks: list[Block], probabilities: list[float]) -> list[str]:
    """The texts that are spoken where the model says so much of each block."""
    sheet = Page(Article(id="a", source="a", blocks=tuple(blocks)))
    postprocess.drop_below_threshold(sheet, np.array(probabilities))
    roles.assign_roles(sheet)
    return [block.text for block, verdict in zip(blocks, sheet.verdicts, strict=True) if isinstance(verdict, Role)]


def paragraphs(*texts: str) -> list[Block]:
    return [Block(text=text) for text in texts]


def test_points_that_end_in_a_semicolon_are_one_sentence_with_what_they_follow() -> None:
    points = ("Dredge the channel;", "Mend the sluice; and", "Ask the fishermen.")
    lines = (PROSE[0], "The plan has three parts, all of them old:", *points, PROSE[1])
    assert kept(paragraphs(*lines), [1, 0.1, 0, 0, 0, 1]) == list(lines)


def test_points_far_from_the_story_are_not_brought_back() -> None:
    lines = (PROSE[0], PROSE[1], "Menu", "Terms", "First;", "Second;", "Third", "More")
    assert kept(paragraphs(*lines), [1, 1, *[0.0] * 6]) == list(PROSE[:2])


def test_a_line_with_a_colon_between_paragraphs_announces_the_next() -> None:
    lines = (PROSE[0], "The engineer put it to the council like this:", PROSE[1])
    assert kept(paragraphs(*lines), [1, 0, 1]) == list(lines)
    assert kept(paragraphs(*lines), [0, 0, 1]) == [PROSE[1]]


@pytest.mark.parametrize("line", ["Never.", "Not yet!", "Why?"])
def test_a_paragraph_of_a_word_or_two_is_kept_between_paragraphs(line: str) -> None:
    assert kept(paragraphs(PROSE[0], line, PROSE[1]), [1, 0, 1]) == [PROSE[0], line, PROSE[1]]
    assert kept(paragraphs(PROSE[0], line, PROSE[1]), [1, 0, 0]) == [PROSE[0]]


SHORT = "The fishermen in the harbour were not asked."


def test_a_short_sentence_right_between_two_paragraphs_of_the_story_is_kept() -> None:
    assert kept(paragraphs(PROSE[0], SHORT, PROSE[1]), [1, 0.1, 1]) == [PROSE[0], SHORT, PROSE[1]]
    assert kept(paragraphs(PROSE[0], SHORT, PROSE[1]), [1, 0.1, 0]) == [PROSE[0]]
    assert kept(paragraphs(PROSE[0], SHORT, PROSE[1]), [1, 0.01, 1]) == list(PROSE[:2])
    assert SHORT[:-1] not in kept(paragraphs(PROSE[0], f"See {SHORT[:-1]} | More", PROSE[1]), [1, 0.1, 1])


def test_a_short_sentence_between_a_crosshead_and_a_paragraph_is_kept() -> None:
    lines = paragraphs(PROSE[0], "What the charts say", SHORT, PROSE[1])
    assert kept(lines, [1, 0, 0.1, 1]) == [PROSE[0], SHORT, PROSE[1]]
    assert kept(lines, [0, 0, 0.1, 1]) == [PROSE[1]]


def test_a_sentence_that_a_link_parts_is_read_to_its_end() -> None:
    lines = [PROSE[0], "The council turned to the engineer Otto Penn", ", who had seen it coming.", PROSE[1]]
    assert kept(paragraphs(*lines), [1, 0, 0.9, 1]) == lines


def test_an_interview_is_read_whole_when_a_third_of_its_answers_look_like_a_story() -> None:
    answers = [f"A: {text}" for text in ("Yes and no.", "Mud, mostly, and eels.", "Never in my life.")]
    lines = [PROSE[0], *answers, PROSE[1]]
    assert kept(paragraphs(*lines), [1, 0.9, 0, 0, 1]) == lines


def test_the_first_sentence_under_the_byline_is_kept_with_the_paragraph_under_it() -> None:
    sheet = Page(page("The harbour is full again", "By Ada Marsh", SHORT, *PROSE))
    bylines.find_bylines_and_dates(sheet)
    postprocess.drop_below_threshold(sheet, np.array([0, 0, 0.1, 1, 1, 1, 1, 1]))
    assert sheet.is_open(2)


def test_a_list_is_read_whole_and_its_short_items_do_not_count_against_it() -> None:
    items = [
        Block(text=text, kind=BlockKind.LIST_ITEM) for text in ("Flour", "A pinch of salt", "Two cups of water")
    ]
    lines = [Block(text=PROSE[0]), *items, Block(text=PROSE[1])]
    assert kept(lines, [1, 0, 0.9, 0.8, 1]) == [block.text for block in lines]
    assert kept(lines, [1, 0, 0.1, 0.4, 1]) == list(PROSE[:2])


def test_a_letter_signed_in_capitals_may_be_the_last_line_of_the_page() -> None:
    lines = (f"Sir, {PROSE[0]}", "ADA MARSH", "Port Cullen", f"Sir, {PROSE[1]}", "OTTO PENN")
    assert kept(paragraphs(*lines), [1, 0, 0, 1, 0]) == list(lines)


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
    assert kept(paragraphs(*lines), [1, 0, 1]) == (lines if is_crosshead else list(PROSE[:2]))


def test_a_heading_keeps_its_place_when_an_advertisement_stands_under_it() -> None:
    heading = Block(text="The third attempt", kind=BlockKind.HEADING, level=2)
    blocks = (*paragraphs(*PROSE[:2]), heading, *paragraphs("Advertisement", *PROSE[2:]))
    script = segment(Article(id="a", source="a", blocks=blocks))
    assert spoken(script) == [*PROSE[:2], "The third attempt", *PROSE[2:]]
    assert rule_of(script, "Advertisement") == "advertising notice"


def test_readers_comments_are_no_story_however_long() -> None:
    story_blocks = [Block(text=text, container="article", parent=1) for text in PROSE]
    comments = [
        Block(text=f"{text} That is all I have to say.", hints=frozenset({"comments"}), parent=2) for text in PROSE
    ]
    script = segment(Article(id="a", source="a", blocks=(*story_blocks, *comments)))
    assert spoken(script) == list(PROSE)
    assert {drop.rule for drop in script.dropped} == {"reader comments"}


def test_a_story_whose_element_is_named_after_its_comments_is_read() -> None:
    blocks = tuple(Block(text=text, hints=frozenset({"comments"}), parent=1) for text in PROSE)
    assert spoken(segment(Article(id="a", source="a", blocks=blocks))) == list(PROSE)


def test_the_first_paragraph_stays_where_a_picture_stands_under_it() -> None:
    lines = (PROSE[0], "Photograph: Estuary Picture Library", *PROSE[1:])
    assert spoken(segment(page("The harbour is full again", *lines))) == list(PROSE)


def test_ten_rows_of_a_table_are_no_further_than_one() -> None:
    rows = [Block(text=f"{n} metres of mud in the year", kind=BlockKind.TABLE) for n in range(30)]
    blocks = (*paragraphs(*PROSE[:3]), *rows, *paragraphs(*PROSE[3:]))
    assert spoken(segment(Article(id="a", source="a", blocks=blocks))) == list(PROSE)
