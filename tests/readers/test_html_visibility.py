"""Parts of a story that a page hides until a click are read, with a warning; other hidden text is not."""

from __future__ import annotations

import pytest

from audio_edition.model import BlockKind
from audio_edition.readers import html
from audio_edition.readers.html.settle import HIDDEN_PART
from tests.readers.test_html import MUD, kinds, paragraphs, texts

MORE = (
    "In the spring a diver went down to look at the keel, and he came up with a boot, two bottles and a bell.",
    "The bell hangs in the town hall now, where it is rung once a year for those who still believe in dredging.",
)


@pytest.mark.parametrize(
    "hidden",
    [
        "<div class=more style='display:none'>{}</div>",
        "<div hidden>{}</div>",
        "<section style='visibility: hidden'>{}</section>",
        "<div aria-hidden=true>{}</div>",
        "<div class=rest>{}</div>",
        "<div id=rest>{}</div>",
    ],
)
def test_the_hidden_half_of_a_story_is_read_with_a_warning(hidden: str) -> None:
    sheet = "<style>.rest, #rest { display: none }</style>"
    page = (
        f"{sheet}<article>{paragraphs(*MUD[:2])}{hidden.format(paragraphs(*MORE))}<button>More</button></article>"
    )
    article = html.parse(page)
    assert [block.text for block in article.blocks] == [*MUD[:2], *MORE, "More"]
    assert article.warnings == (HIDDEN_PART,)


def test_paragraphs_that_are_hidden_one_by_one_are_read() -> None:
    hidden = "".join(f"<p style='display:none'>{line}</p>" for line in MORE)
    assert texts(f"<article>{paragraphs(*MUD)}{hidden}</article>") == [*MUD, *MORE]


def test_a_hidden_half_in_an_element_of_its_own_is_read() -> None:
    page = f"<article><div>{paragraphs(*MUD[:2])}</div><div hidden>{paragraphs(*MORE)}</div></article>"
    assert texts(page) == [*MUD[:2], *MORE]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Report a mistake in this text to the editors, who read every letter that they get.</p>",
        f"<div class=cookie-notice style='display:none'>{paragraphs(*MORE)}</div>",
        f"<div role=dialog style='display:none'>{paragraphs(*MORE)}</div>",
        f"<nav hidden>{paragraphs(*MORE)}</nav>",
        f"<div class=newsletter hidden>{paragraphs(*MORE)}</div>",
        f"<div hidden>{paragraphs(*MUD[:2])}</div>",
        "<div hidden><p>Home</p><p>News</p><p>Sport</p><p>Weather and tides for the whole coast</p></div>",
        f"<template>{paragraphs(*MORE)}</template>",
        f"<span style='display:none'>{MORE[0]} {MORE[1]}</span>",
    ],
    ids=["note", "cookies", "dialog", "menu", "newsletter", "printed already", "lines", "template", "tooltip"],
)
def test_other_hidden_text_of_an_article_is_not_read(hidden: str) -> None:
    article = html.parse(f"<article>{paragraphs(*MUD)}{hidden}</article>")
    assert [block.text for block in article.blocks] == [*MUD]
    assert not article.warnings


def test_a_hidden_dialog_without_a_name_beside_the_story_is_not_read() -> None:
    page = f"<body><div><article>{paragraphs(*MUD)}</article></div><div hidden>{paragraphs(*MORE)}</div></body>"
    assert texts(page) == [*MUD]


def test_anchors_count_the_blocks_that_are_read() -> None:
    page = f"<article><p hidden>{MORE[0]}</p><p>{MUD[0]}</p><p id=here>{MUD[1]}</p>{paragraphs(*MUD[2:])}</article>"
    article, anchors = html.parse_with_anchors(page, frozenset({"here"}))
    assert article.blocks[anchors["here"]].text == MUD[1]


@pytest.mark.parametrize(
    "sheet",
    [
        ".x { display: none }",
        "/* hidden */ p.x{color:red;display:none !important}",
        "#y, .x { display:none }",
        "@import url(a.css);\n.x{display:none}",
    ],
)
def test_a_note_that_a_style_sheet_hides_is_not_read(sheet: str) -> None:
    page = (
        f"<head><style>{sheet}</style></head><article>{paragraphs(*MUD)}<p class='x z'>One lamp free.</p></article>"
    )
    assert texts(page) == [*MUD]


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print { .x { display: none } }",
        ".x { display: none } .x.open { display: block }",
        ".x { display: none } @media (min-width: 600px) { .x { display: block } }",
        ".menu .x { display: none }",
        ".xx { display: none }",
        ".x:empty { display: none }",
    ],
)
def test_a_line_that_a_style_sheet_hides_under_conditions_is_read(sheet: str) -> None:
    page = f"<head><style>{sheet}</style></head><article>{paragraphs(*MUD)}<p class='x z'>One lamp.</p></article>"
    assert texts(page) == [*MUD, "One lamp."]


@pytest.mark.parametrize(
    "spans",
    [
        "<span style='display:block;margin:1em'>{}</span>",
        "<span class=para>{}</span>",
        "<span class=unknown>{}</span>",
        "<em style='DISPLAY : flex'>{}</em>",
    ],
)
def test_elements_that_a_style_makes_blocks_are_paragraphs(spans: str) -> None:
    page = f"<style>span.para{{display:block}}</style><div>{''.join(map(spans.format, MUD))}</div>"
    assert texts(page) == [*MUD]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h1><span style='display:block'>On</span> <span style='display:block'>mud</span></h1>", "On mud"),
        ("<p>The <span style='display:inline-block'>mud</span> rises.</p>", "The mud rises."),
        ("<div><span>The m</span><span>ud rises.</span></div>", "The mud rises."),
        (f"<p><span>{MUD[0]}</span> <span>{MUD[1]}</span></p>", f"{MUD[0]} {MUD[1]}"),
    ],
)
def test_other_spans_are_parts_of_their_line(markup: str, text: str) -> None:
    assert texts(markup) == [text]


def test_a_heading_that_a_style_makes_a_block_stands_apart_from_its_paragraph() -> None:
    page = f"<p><strong style='display:block'>Who pays?</strong>{MUD[0]}</p>"
    assert kinds(page) == [(BlockKind.PARAGRAPH, "Who pays?"), (BlockKind.PARAGRAPH, MUD[0])]
