"""Lines that several articles of an issue have: chrome is dropped, what the story shares stays in each article."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.model import Article, Block, BlockKind
from audio_edition.segmenter import find_shared_lines, segment
from tests.segmenter.test_segmenter import PROSE, make_article, spoken_texts

QUOTATION = "“We were never told what the mud would cost,” the mayor said on Friday."
STEP = "Heat the oven to 200C."


def speak_together(*articles: Article) -> list[list[str]]:
    shared = find_shared_lines(articles)
    return [spoken_texts(segment(article, shared=lines)) for article, lines in zip(articles, shared, strict=True)]


def make_html(*texts: str, parent: int = 1, links: float = 0.0) -> list[Block]:
    return [
        Block(text=text, container="article", parent=parent, link_density=links, kind=BlockKind.PARAGRAPH)
        for text in texts
    ]


def test_a_quotation_in_two_texts_stays_in_both() -> None:
    one = make_article("The inquiry into mud", PROSE[0], QUOTATION, PROSE[1])
    other = make_article("A mayor and her river", PROSE[2], PROSE[3], QUOTATION, PROSE[4])
    assert all(QUOTATION in spoken for spoken in speak_together(one, other))


def test_paragraphs_of_an_agency_stay_in_both_reports() -> None:
    one = make_article(
        "The inquiry into mud", PROSE[0], *PROSE[2:5], "The mayor of the town has left for the hills."
    )
    other = make_article("A mayor and her river", PROSE[1], *PROSE[2:5])
    assert all(set(PROSE[2:5]) <= set(spoken) for spoken in speak_together(one, other))


@pytest.mark.parametrize("count", [1, 2])
def test_a_step_of_a_recipe_stays_beside_its_siblings(count: int) -> None:
    own = ("Rub the butter into the flour until it is sand.", "Beat the eggs until they are pale and foam.")
    articles = [
        Article(
            id=f"{n}", source="a", blocks=(*make_html(PROSE[n], PROSE[n + 2], STEP, own[n % 2], "Bake for long."),)
        )
        for n in range(count + 1)
    ]
    assert all({STEP, "Bake for long."} <= set(spoken) for spoken in speak_together(*articles))


def test_repeated_lines_apart_from_the_story_fall() -> None:
    note = "The Courier is printed by hand on paper made of rain."
    articles = [
        Article(id=f"{n}", source="a", blocks=(*make_html(PROSE[n], PROSE[n + 2]), *make_html(note, parent=9)))
        for n in range(2)
    ]
    assert not any(note in spoken for spoken in speak_together(*articles))


def test_repeated_links_among_the_paragraphs_fall() -> None:
    note = "Read what the mayor said of the mud on Friday."
    articles = [
        Article(
            id=f"{n}",
            source="a",
            blocks=(*make_html(PROSE[n]), *make_html(note, links=1), *make_html(PROSE[n + 2])),
        )
        for n in range(2)
    ]
    assert not any(note in spoken for spoken in speak_together(*articles))


def test_a_line_that_more_than_two_other_pages_have_falls() -> None:
    articles = [
        make_article(f"Mud report {n} of the year", PROSE[n], QUOTATION, PROSE[4] + f" {n}.") for n in range(4)
    ]
    assert not any(QUOTATION in spoken for spoken in speak_together(*articles))


def test_files_of_one_folder_keep_their_common_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(("The inquiry into mud", PROSE[0], QUOTATION, PROSE[1])), "utf-8")
    (tmp_path / "b.txt").write_text("\n\n".join(("A mayor and her river", PROSE[2], QUOTATION, PROSE[3])), "utf-8")
    assert all(QUOTATION in spoken_texts(script) for script in read_scripts([tmp_path]).scripts)
