"""Groups of blocks that are judged as groups: lists, verse, numbered heads, interviews, letters, sign-ups."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.errors import NoStoryError
from audio_edition.model import Article, Block, BlockKind, Role, Script
from audio_edition.segmenter import segment
from audio_edition.segmenter.groups import find_sign_up_lines, keep_groups
from audio_edition.segmenter.page import Page
from tests.segmenter.test_segmenter import PROSE, make_article, spoken_texts

POEM = (
    "the water goes,",
    "and no one asks",
    "where it has been",
    "or what it carries,",
    "the wheel is still,",
    "and on the roof",
    "the moss grows old",
)
SONG = ("[Verse 1]", "I sold the mill to a paper man", "I sold him all the rain", "[Chorus]", "Roll on, roll on")
CAPITAL_POEM = (
    "I turned the wheel for forty years",
    "And never asked it why",
    "The river took the flour and tears",
    "And left the sluices dry",
    "And no one asks me how",
)
GERMAN_POEM = ("Das Wasser geht,", "und keiner fragt,", "wohin es will,", "wenn es so tagt,", "der Stein ist kalt.")
CHINESE_POEM = ("河水从门前流过，", "没有人问它，", "从哪里来，", "水车已经停了，", "慢慢变老。")


def segment_lines(*texts: str) -> Script:
    return segment(make_article(*texts))


def make_page(*blocks: Block | str) -> Page:
    """Return a page of these blocks; a text stands for a paragraph in the element of the story."""
    made = [
        Block(text=block, container="article", parent=1) if isinstance(block, str) else block for block in blocks
    ]
    return Page(Article(id="a", source="a", blocks=tuple(made)))


def find_kept_texts(page: Page, *kept: str) -> list[str]:
    """Return the texts that groups add if the classifier keeps only these."""
    indexes = {index for index, block in enumerate(page.blocks) if block.text in kept}
    return [page.blocks[index].text for index in sorted(keep_groups(page, indexes))]


def make_items(*texts: str, container: str = "article", hints: str = "", links: float = 0) -> list[Block]:
    return [
        Block(
            text=text,
            kind=BlockKind.LIST_ITEM,
            container=container,
            hints=frozenset(hints.split()),
            link_density=links,
            parent=2,
        )
        for text in texts
    ]


@pytest.mark.parametrize("lines", [POEM, SONG, CAPITAL_POEM, GERMAN_POEM, CHINESE_POEM])
def test_a_text_of_verse_is_a_story(lines: tuple[str, ...]) -> None:
    script = segment_lines("The mill at night", *lines)
    assert script.headline == "The mill at night"
    assert [paragraph.text for paragraph in script.paragraphs] == ["The mill at night", *lines]
    assert {paragraph.role for paragraph in script.narrative} == {Role.VERSE}


def test_a_song_repeats_its_title() -> None:
    script = segment_lines("Roll on, roll on", *SONG, "Roll on, roll on", "He made a sheet as grey as me")
    assert spoken_texts(script).count("Roll on, roll on") == 2


def test_verse_between_paragraphs_is_read_as_verse() -> None:
    script = segment_lines("A mill in song", PROSE[0], PROSE[1], *POEM, PROSE[2], PROSE[3])
    assert [paragraph.text for paragraph in script.paragraphs if paragraph.role is Role.VERSE] == list(POEM)


@pytest.mark.parametrize(
    "lines",
    [
        ("Home", "News", "Sport", "Weather", "Contact us", "Privacy policy"),
        ("Mill sold to a paper man", "Why the river rose in May", "Baker tells everybody", "How to fold rain"),
        ("Oster Lund,", "Paper Makers,", "Mill Streams,", "Anna Holm,", "Baker Jens"),
    ],
    ids=["menu", "headlines", "tags"],
)
def test_menus_headlines_and_tags_are_no_verse(lines: tuple[str, ...]) -> None:
    with pytest.raises(NoStoryError):
        segment_lines(*lines)


def test_a_text_of_ingredients_and_steps_is_a_story() -> None:
    lines = ("Ingredients", "200g rye flour", "1 litre milk", "Warm the milk.", "Stir in the flour.")
    assert spoken_texts(segment_lines("Porridge of rye", *lines)) == list(lines)


def test_a_list_alone_is_a_story_but_a_list_of_links_is_none() -> None:
    title = Block(
        text="Things that the miller left", kind=BlockKind.HEADING, level=1, container="article", parent=1
    )
    items = ("one coat", "a ladder without rungs", "the smell of rain")
    article = Article(id="a", source="a", blocks=(title, *make_items(*items)))
    assert spoken_texts(segment(article)) == list(items)
    with pytest.raises(NoStoryError):
        segment(Article(id="a", source="a", blocks=(title, *make_items(*items, links=1))))
    with pytest.raises(NoStoryError):
        segment(Article(id="a", source="a", blocks=(title, *make_items(*items, hints="menu"))))


def test_lists_in_the_story_are_kept_with_headings_between_them() -> None:
    pros, cons = make_items("Quiet", "Fits in a barn"), make_items("Smells of rain", "No manual at all")
    heads = [Block(text=text, kind=BlockKind.HEADING, level=3, container="article") for text in ("Pros", "Cons")]
    page = make_page(PROSE[0], heads[0], *pros, heads[1], *cons, PROSE[1])
    assert find_kept_texts(page, *PROSE) == ["Quiet", "Fits in a barn", "Smells of rain", "No manual at all"]


@pytest.mark.parametrize(
    "items",
    [
        make_items("Why the river rose", "Baker tells everybody", links=1),
        make_items("Mills", "Paper", "Rivers", hints="topics"),
        make_items("Home", "Village", "Letters", container="nav"),
        make_items("Why the river rose", "Baker tells everybody", hints="related"),
    ],
    ids=["links", "tags", "navigation", "related"],
)
def test_lists_that_are_links_or_named_as_chrome_are_not_kept(items: list[Block]) -> None:
    assert find_kept_texts(make_page(PROSE[0], *items, PROSE[1]), *PROSE) == []


def test_a_list_in_a_box_must_stand_between_two_paragraphs() -> None:
    items = make_items("Quiet", "Fits in a barn", hints="embed")
    assert find_kept_texts(make_page(PROSE[0], *items, PROSE[1]), *PROSE) == ["Quiet", "Fits in a barn"]
    assert find_kept_texts(make_page(PROSE[0], *items), *PROSE) == []


def test_a_list_behind_chrome_is_not_kept() -> None:
    page = make_page(PROSE[0], "Read also", "Most shared", *make_items("Mud pays", "Silt wins"), "Imprint")
    assert find_kept_texts(page, PROSE[0]) == []


def test_lines_announced_by_a_colon_are_kept_up_to_the_next_paragraph() -> None:
    items = ("rye flour", "salt", "milk")
    page = make_page("He counted what was left on the shelf of the mill:", *items, PROSE[0])
    assert find_kept_texts(page, page.blocks[0].text, PROSE[0]) == list(items)
    assert find_kept_texts(page, page.blocks[0].text) == []
    page = make_page(PROSE[1], "You need:", *items, PROSE[0])
    assert find_kept_texts(page, *PROSE) == ["You need:", *items]


HEADS = ("1. Never whistle", "2. Keep the cat", "3. Lend no key")


def test_numbered_heads_with_prose_under_each_are_kept() -> None:
    lines = [line for pair in zip(HEADS, PROSE, strict=False) for line in pair]
    assert find_kept_texts(make_page(*lines), *PROSE) == list(HEADS)
    countdown = [line for pair in zip(reversed(HEADS), PROSE, strict=False) for line in pair]
    assert find_kept_texts(make_page(*countdown), *PROSE) == [*reversed(HEADS)]


def test_numbered_lines_without_text_under_them_are_not_kept() -> None:
    assert find_kept_texts(make_page(PROSE[0], "Most read", *HEADS, PROSE[1]), *PROSE[:2]) == []
    mixed = [line for pair in zip(("4 dead", "2027 in mud", "17 eels"), PROSE, strict=False) for line in pair]
    assert find_kept_texts(make_page(*mixed), *PROSE) == []


def test_lines_with_the_same_label_beside_the_story_are_kept() -> None:
    lines = [line for text in PROSE[:3] for line in (text, "Light: half shade", "Water")]
    assert find_kept_texts(make_page(*lines), *PROSE) == ["Light: half shade"] * 3
    replies = [line for text in PROSE[:3] for line in (text, "Re: half shade")]
    assert find_kept_texts(make_page(*replies), *PROSE) == []


def test_salutation_closing_signature_and_postscript_of_a_letter_are_kept() -> None:
    frame = ("Dear Jens,", "Your loving sister,", "Anna Holm", "Oster Lund", "P.S. Bring bread.")
    page = make_page("A letter", frame[0], PROSE[0], PROSE[1], *frame[1:], "Read more letters here.")
    assert find_kept_texts(page, *PROSE) == list(frame)
    assert find_kept_texts(make_page(PROSE[0], "Anna Holm", "P.S. Bring bread."), PROSE[0]) == []


def test_a_single_line_inside_a_sign_up_falls_with_it() -> None:
    page = make_page(PROSE[0], "Sign up", "Good news at breakfast.", "Your e-mail", PROSE[1], PROSE[2], "Sign up")
    for index in (1, 3, 6):
        page.drop(index, "newsletter sign-up")
    assert find_sign_up_lines(page, {0, 2, 4, 5}) == {2: "newsletter sign-up"}


def test_a_recipe_in_plain_text_is_read_whole(tmp_path: Path) -> None:
    lines = ("Ingredients:", "200g rye flour", "a pinch of salt", "Method:", "Warm the milk.", "Serve.")
    file = tmp_path / "porridge.txt"
    file.write_text("\n\n".join(("Porridge of rye and rain", PROSE[0], *lines, PROSE[1])), "utf-8")
    (script,) = read_scripts([file]).scripts
    assert spoken_texts(script) == [PROSE[0], *lines, PROSE[1]]
