"""Text from PDFs and from OCR: running heads, page numbers, notes at the foot of a page, divided words."""

from __future__ import annotations

import textwrap

import pytest

from audio_edition.model import BlockKind
from audio_edition.readers import plain
from audio_edition.readers.notes import remove_note_marks
from tests.readers.test_plain import LONG, MINISTRY, wrap, wrap_and_divide

STORY = " ".join(LONG * 3)
LINES = textwrap.wrap(STORY, 60)
PAGES = ["\n".join(LINES[first : first + 9]) for first in range(0, len(LINES), 9)]
"""Pages of a story of one paragraph, which ends inside a page."""


def spoken(text: str) -> list[str]:
    return [block.text for block in plain.parse(text).blocks if block.kind is BlockKind.PARAGRAPH]


def of_kind(text: str, kind: BlockKind) -> list[str]:
    return [block.text for block in plain.parse(text).blocks if block.kind is kind]


@pytest.mark.parametrize(
    ("page", "end"),
    [
        ("The Estuary Review\n\n{text}\n\n{number}\n", "\f"),
        ("{number}   THE LEANING MILL\n{text}\n", "\f"),
        ("{text}\n\nAda Marsh | {number}", "\f"),
        ("{text}\n\nPage {number} of 40\n", "\f"),
        ("{text}\n\n– {number} –\n", "\f"),
        ("The Estuary Review\n{text}\nwww.example.org {number}\n", "\f"),
        ("{text}\n\n{number}\n", "\n"),
        ("{text}\n{number}\nThe Estuary Review\n", "\n"),
        ("THE LEANING MILL {number}\n{text}\n", ""),
    ],
)
def test_running_heads_and_page_numbers_do_not_break_a_paragraph(page: str, end: str) -> None:
    text = end.join(page.format(text=lines, number=number) for number, lines in enumerate(PAGES, 12))
    assert spoken(text) == [STORY]
    heads = of_kind(text, BlockKind.RUNNING_HEAD)
    assert sum("13" in head for head in heads) == 1


def test_running_heads_of_left_and_right_pages_differ() -> None:
    text = "\f".join(
        (f"{number}  ADA MARSH\n" if number % 2 else f"THE LEANING MILL  {number}\n") + lines
        for number, lines in enumerate(PAGES, 101)
    )
    assert spoken(text) == [STORY]


def test_a_running_head_without_a_number_is_known_by_its_distance() -> None:
    chapters = ["The bees" if number % 2 else "The flour" for number in range(len(PAGES))]
    text = "\f".join(f"{head}\n{lines}\n" for head, lines in zip(chapters, PAGES, strict=True))
    assert spoken(text)[-1] == STORY


def test_the_title_of_a_text_that_its_running_heads_repeat_is_spoken_once() -> None:
    text = "\f".join(f"The leaning mill\n\n{lines}\n\n{number}" for number, lines in enumerate(PAGES, 1))
    assert spoken(text) == ["The leaning mill", STORY]
    below_paper = text.replace("The leaning mill\n\n", "The leaning mill\n\nOn bees\n\n", 1)
    assert spoken(below_paper) == ["On bees", STORY]


@pytest.mark.parametrize(
    "text",
    [
        "\f".join(f"Chapter {number}\n\n{wrap(LONG[number])}\n" for number in range(4)),
        "\n\n".join(f"{number}\n\n{wrap(LONG[number])}" for number in range(4)),
        f"{wrap(*LONG)}\n\n1987\n\n{wrap(*LONG)}\n\n1988\n\n{wrap(*LONG)}",
        f"{wrap(LONG[0])}\f{wrap(LONG[1])}\n\nWait.\f{wrap(LONG[2])}\n\nWait.\f{wrap(LONG[3])}",
        "\n".join(f"{number} boats were sold" for number in range(3, 9)),
    ],
)
def test_numbers_and_lines_of_the_story_are_no_running_heads(text: str) -> None:
    assert not of_kind(text, BlockKind.RUNNING_HEAD)


def test_notes_at_the_foot_of_a_page_are_footnotes_and_their_marks_are_removed() -> None:
    first = f"{wrap(LONG[0])} The bill was never paid.1 It rained2 again.\n\n{wrap(LONG[1])}\n\n"
    first += "1 Parish book, vol. 2.\n2 See also the letters of the board, which\nfill three boxes.\n\n7\n"
    second = f"{wrap(LONG[2])} It was paid.*\n\n* Receipt in the museum.\n\n8\n"
    text = f"{first}\f{second}\f{wrap(LONG[3])}"
    assert of_kind(text, BlockKind.FOOTNOTE) == [
        "1 Parish book, vol. 2.",
        "2 See also the letters of the board, which fill three boxes.",
        "* Receipt in the museum.",
    ]
    assert spoken(text)[0].endswith("The bill was never paid. It rained again.")
    assert spoken(text)[2].endswith("It was paid.")


def test_a_paragraph_goes_on_behind_a_footnote() -> None:
    lines = [*textwrap.wrap(LONG[0], 60)]
    text = (
        "\n".join(lines[:3]).replace("twice,", "twice,1", 1) + "\n\n1 Parish book.\n\n4\n\f" + "\n".join(lines[3:])
    )
    assert spoken(text) == [LONG[0]]


@pytest.mark.parametrize(
    "text",
    [
        f"{wrap(*LONG)}\n\nThere are two rules.\n\n1 Do not run.\n\n2 Do not swim.",
        f"{wrap(*LONG)}\n\nSee fig.1 of the report.\n\n1. Buy milk.",
        f"{wrap(*LONG)}\n\nIt has 12 rooms.\n\n12 Angry Men was played there.",
    ],
)
def test_a_numbered_list_is_not_a_list_of_notes(text: str) -> None:
    assert not of_kind(text, BlockKind.FOOTNOTE)


@pytest.mark.parametrize("sign", ["\u00ac", "\u00ad"])
def test_the_division_signs_of_ocr_join_words_whatever_the_length_of_the_line(sign: str) -> None:
    assert spoken(f"The light{sign}\nhouse at Orr is dark.") == ["The lighthouse at Orr is dark."]
    divided = "\n\n".join(wrap_and_divide(line, 44, sign) for line in MINISTRY)
    assert spoken(divided) == [*MINISTRY]
    across = f"{wrap(LONG[0])} A light{sign}\n\n12\n\fhouse burns."
    assert spoken(across)[-1].endswith("A lighthouse burns.")


def test_the_sign_of_negation_stays() -> None:
    assert spoken("He wrote ¬p on the wall,\nand q ¬\nr below it.")[0] == "He wrote ¬p on the wall,"


def test_the_lines_under_and_over_headings_are_left_out() -> None:
    text = f"The mill\n========\n\n{wrap(LONG[0])}\n\nThe bees\n--------\n\n{wrap(LONG[1])}"
    assert spoken(text) == ["The mill", LONG[0], "The bees", LONG[1]]


def test_lists_of_link_addresses_are_notes() -> None:
    text = f"The mill[1] at Orr\n\n{wrap(LONG[0])} See the map [2] and [9].\n\nReferences:\n\n"
    text += (
        "[1] https://example.org/\n[2]: https://example.org/a/long/address/that/goes/on/and/on/and/on/for/ever\n"
    )
    blocks = remove_note_marks(plain.parse(text).blocks)
    assert [block.text for block in blocks[:2]] == ["The mill at Orr", f"{LONG[0]} See the map and [9]."]
    assert [block.kind for block in blocks[-2:]] == [BlockKind.FOOTNOTE] * 2
