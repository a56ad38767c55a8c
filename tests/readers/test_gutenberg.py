"""Plain text of Project Gutenberg: licence, credits and contents are not spoken, every line of the book is."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.model import BlockKind
from audio_edition.readers import plain
from audio_edition.readers.notes import remove_note_marks
from tests.readers.test_plain import LONG, wrap

NOTICE = (
    "The Project Gutenberg eBook of The Mill\n\nThis notice says what may be done with the book.\n\n"
    "Title: The Mill\n        And Its Bees\n\nAuthor: Ada Marsh\n\nLanguage: English\n\n"
)
LICENCE = wrap("The licence of the work is long and says the same again.", *LONG)
STARTS = (
    "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***",
    "*** START OF THIS PROJECT GUTENBERG EBOOK THE MILL\nAND ITS BEES ***",
    "***START OF THE PROJECT GUTENBERG EBOOK THE MILL***",
)
ENDS = (
    "*** END OF THE PROJECT GUTENBERG EBOOK THE MILL ***",
    "End of the Project Gutenberg EBook of The Mill, by Ada Marsh\n\n*** END OF THIS PROJECT GUTENBERG EBOOK ***",
    "End of Project Gutenberg's The Mill, by Ada Marsh",
)


def spoken(text: str) -> list[str]:
    return [b.text for b in plain.parse(text).blocks if b.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("end", ENDS)
def test_the_licence_around_a_book_is_its_imprint(start: str, end: str) -> None:
    article = plain.parse(f"{NOTICE}{start}\n\n{wrap(*LONG)}\n\n{end}\n\n{LICENCE}")
    assert (article.headline, article.byline) == ("The Mill And Its Bees", "Ada Marsh")
    assert [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH] == [*LONG]
    imprint = " ".join(block.text for block in article.blocks if block.kind is BlockKind.IMPRINT)
    assert "what may be done" in imprint
    assert "says the same again" in imprint


def test_credits_contents_pictures_and_marks_of_emphasis_are_not_spoken() -> None:
    book = (
        "Produced by Tom Ashby and others\n\n[Transcriber's note: The spelling is kept.]\n\nTHE MILL\n\n"
        "CONTENTS\n\nCHAPTER I. The Bees      1\nCHAPTER II. The Flour   22\nCHAPTER III. The River 107\n\n"
        f"CHAPTER I.\n\nThe Bees\n\n{wrap(LONG[0])} They were _never\nonce_ seen.[1] {{12}}\n\n"
        f"[Illustration: The mill\nat dusk]\n\nCHAPTER II.\n\nThe Flour\n\n{wrap(LONG[1])}\n\n"
        f"[Footnote 1: Parish book.]\n\nCHAPTER III.\n\nThe River\n\n{wrap(LONG[2])}\n\nTHE END"
    )
    article = plain.parse(f"{NOTICE}{STARTS[0]}\n\n{book}\n\n{ENDS[0]}\n\n{LICENCE}")
    blocks = remove_note_marks(article.blocks)
    assert [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH] == [
        "THE MILL",
        "CHAPTER I.",
        "The Bees",
        f"{LONG[0]} They were never once seen.",
        "CHAPTER II.",
        "The Flour",
        LONG[1],
        "CHAPTER III.",
        "The River",
        LONG[2],
        "THE END",
    ]
    assert sum(block.kind is BlockKind.CONTENTS for block in blocks) == 4
    assert [block.text for block in blocks if block.kind is BlockKind.CAPTION] == [
        "[Illustration: The mill at dusk]"
    ]
    assert [block.text for block in blocks if block.kind is BlockKind.FOOTNOTE] == ["[Footnote 1: Parish book.]"]


def test_lines_of_verse_in_a_book_are_not_joined() -> None:
    verse = "    The river ran, the river ran,\n      And nobody knew why;\n    The miller was a careful man\n"
    lines = spoken(f"{NOTICE}{STARTS[0]}\n\n{wrap(*LONG)}\n\n{verse}\n{wrap(LONG[0])}\n\n{ENDS[0]}\n")
    assert lines[4:7] == ["The river ran, the river ran,", "And nobody knew why;", "The miller was a careful man"]


def test_an_article_about_project_gutenberg_is_spoken_whole() -> None:
    lines = ["Project Gutenberg turns fifty", *LONG, "Title: of the first e-book, the Declaration"]
    assert spoken("\n\n".join(lines)) == lines


def test_a_word_called_contents_is_no_list_of_contents() -> None:
    lines = ["Contents", "The boat held nothing of value.", *LONG]
    assert spoken("\n\n".join(lines)) == lines


def test_underscores_inside_names_stay() -> None:
    lines = [
        "The file is called snake_case_name and nothing else.",
        "A _ between spaces _ is no mark.",
        "__init__ too.",
    ]
    assert spoken("\n\n".join(lines)) == lines


def test_every_line_of_a_book_is_heard(tmp_path: Path) -> None:
    talk = ["“No.”", "He wept.", "“Subscribe to nothing,” said Ada. “Share nothing.”", "Not yet."]
    book = "\n\n".join(
        ("THE MILL", "AND ITS BEES", "by Ada Marsh", wrap(LONG[0]), *talk, wrap(LONG[1]), "* * *", *talk)
    )
    file = tmp_path / "mill.txt"
    file.write_text(f"{NOTICE}{STARTS[0]}\n\n{book}\n\n{ENDS[0]}\n\n{LICENCE}", "utf-8")
    (script,) = read_scripts([file]).scripts
    assert (script.headline, script.byline) == ("The Mill And Its Bees", "Ada Marsh")
    assert [line.text for line in script.narrative] == ["by Ada Marsh", LONG[0], *talk, LONG[1], *talk]
    assert {drop.rule for drop in script.dropped} == {"imprint", "no words"}
