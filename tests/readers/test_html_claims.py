"""What an element is called decides nothing that its content denies."""

from __future__ import annotations

import pytest

from audio_edition.model import Block, BlockKind
from audio_edition.readers import html
from tests.readers.test_html import MUD, kinds, paragraphs

NOTES = paragraphs(
    "1. Minutes of the harbour board, volume nine, which the town clerk keeps in a tin box under his desk at home.",
    "2. The heron was counted twice, once by the town and once by the club that looks after the birds of the bay.",
)
MARK = "<sup><a href='#n1' class=noteref>1</a></sup>"
REPLIES = (
    "<div><b>Per</b> <i>3 days ago</i><p>I rowed over there last week, and it took me four hours in all.</p>"
    "<a href=x>Reply</a></div>"
    "<div><b>Ola</b> <i>4 days ago</i><p>Nobody will ever dredge that harbour again, mark my words.</p>"
    "<a href=x>Reply</a></div>"
)


def blocks(page: str) -> tuple[Block, ...]:
    return html.parse(page).blocks


@pytest.mark.parametrize(
    "name", ["instagram-media", "fb-post", "footnotes", "endnotes", "formula", "mathjax", "caption"]
)
@pytest.mark.parametrize("tag", ["div", "article", "blockquote"])
def test_an_element_around_a_whole_story_is_none_of_what_its_class_says(tag: str, name: str) -> None:
    page = f"<{tag} class='{name} post-content'><h1>On mud</h1>{paragraphs(*MUD)}</{tag}>"
    assert not {kind for kind, _ in kinds(page)} & {
        BlockKind.EMBED,
        BlockKind.FOOTNOTE,
        BlockKind.FORMULA,
        BlockKind.CAPTION,
    }


@pytest.mark.parametrize("name", ["instagram-media", "footnotes", "equation"])
def test_paragraphs_between_others_are_none_of_what_a_class_says(name: str) -> None:
    page = f"<article>{paragraphs(*MUD[:2])}<div class={name}>{paragraphs(*MUD[2:])}</div></article>"
    assert kinds(page) == [(BlockKind.PARAGRAPH, line) for line in MUD]


def test_a_post_of_a_network_inside_a_story_is_an_embed() -> None:
    words = "<p>The boat is lost, long live the boat, and the heron on it.</p>— Per"
    post = f"<blockquote class=twitter-tweet>{words}</blockquote>"
    found = kinds(f"<article>{paragraphs(*MUD[:2])}{post}{paragraphs(*MUD[2:])}</article>")
    assert [kind for kind, _ in found] == [BlockKind.PARAGRAPH] * 2 + [BlockKind.EMBED] * 2 + [
        BlockKind.PARAGRAPH
    ] * 2


def test_notes_to_which_marks_refer_are_footnotes() -> None:
    page = f"<article><p>{MUD[0]}{MARK}</p>{paragraphs(*MUD[1:])}<div class=endnotes>{NOTES}</div></article>"
    assert [kind for kind, _ in kinds(page)] == [BlockKind.PARAGRAPH] * 4 + [BlockKind.FOOTNOTE] * 2


def test_a_note_inside_a_line_has_many_names() -> None:
    for name in ("footnote", "footnote__content", "sidenote", "margin-note", "endnote-text"):
        found = kinds(f"<p>It sank<span class={name}>See the minutes.</span>.</p>")
        assert found == [(BlockKind.PARAGRAPH, "It sank."), (BlockKind.FOOTNOTE, "See the minutes.")], name


def test_the_cards_of_an_editor_are_no_teasers() -> None:
    page = (
        f"<div class='kg-card kg-callout-card'>{MUD[0]}</div><div class='kg-card kg-bookmark-card'>{MUD[1]}</div>"
    )
    assert ["related" in block.hints for block in blocks(page)] == [False, True]


def test_a_formula_is_a_formula_but_a_sentence_with_one_is_not() -> None:
    page = f"<p class=mathjax>{MUD[0]}</p><div class=equation>E = mc²</div>"
    assert [kind for kind, _ in kinds(page)] == [BlockKind.PARAGRAPH, BlockKind.FORMULA]


@pytest.mark.parametrize(
    "caption",
    [
        "<p class=wp-caption-text>{}</p>",
        "<div class=image-caption>{}</div>",
        "<span class=gallery__caption-text style='display:block'>{}</span>",
        "<div class=caption><p>{}</p><p>Photo: J. Roe</p></div>",
    ],
)
def test_an_element_that_is_called_a_caption_and_holds_one_is_a_caption(caption: str) -> None:
    text = "The boat in the harbour at low tide, seen from the church."
    found = kinds(f"<article>{paragraphs(*MUD[:3])}{caption.format(text)}{paragraphs(MUD[3])}</article>")
    assert (BlockKind.CAPTION, text) in found
    assert [kind for kind, words in found if words in MUD] == [BlockKind.PARAGRAPH] * 4


def test_an_element_with_or_without_captions_is_no_caption() -> None:
    page = f"<p class=no-caption>{MUD[0]}</p><p class=has-caption>{MUD[1]}</p>{paragraphs(*MUD[2:])}"
    assert kinds(page) == [(BlockKind.PARAGRAPH, line) for line in MUD]


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src=a><figcaption>{}</figcaption></figure>",
        "<div class=wp-caption><img src=a><p class=wp-caption-text>{}</p></div>",
    ],
)
def test_captions_that_are_the_whole_story_are_paragraphs(picture: str) -> None:
    page = f"<article><h1>On mud</h1>{''.join(map(picture.format, MUD))}</article>"
    assert [(b.kind, b.container) for b in blocks(page)[1:]] == [(BlockKind.PARAGRAPH, "article")] * 4


def test_captions_beside_a_story_are_captions() -> None:
    pictures = "".join(f"<figure><img src=a><figcaption>{line}</figcaption></figure>" for line in MUD[:2])
    found = kinds(f"<article>{paragraphs(*MUD)}{pictures}</article>")
    assert [kind for kind, _ in found] == [BlockKind.PARAGRAPH] * 4 + [BlockKind.CAPTION] * 2


def test_a_figure_of_a_quotation_is_no_picture() -> None:
    quotation = f"<figure><blockquote><p>{MUD[0]}</p></blockquote><figcaption>Jane Roe</figcaption></figure>"
    with_picture = quotation.replace("<figcaption>", "<img src=a><figcaption>")
    assert [b.container for b in blocks(quotation + paragraphs(*MUD))][:2] == ["", ""]
    assert [b.container for b in blocks(with_picture + paragraphs(*MUD))][:2] == ["figure", "figure"]


@pytest.mark.parametrize(
    "section",
    [
        "<section id=responses-from-the-town><h2>Responses from the town</h2>{}</section>",
        "<section id=discussion><h2>Discussion</h2>{}</section>",
        "<div aria-label='Comments of the mayor'><h2>The mayor</h2>{}</div>",
    ],
)
def test_a_headed_section_of_the_story_is_no_comment(section: str) -> None:
    found = blocks(f"<article>{paragraphs(*MUD[:2])}{section.format(paragraphs(*MUD[2:]))}</article>")
    assert not any("comments" in block.hints for block in found)


@pytest.mark.parametrize(
    "thread",
    [
        "<section id=responses><h2>2 responses</h2>{}</section>",
        "<div id=discussion>{}</div>",
        "<ol class=comment-list><li>{}</li></ol>",
    ],
)
def test_a_thread_of_comments_has_the_hint(thread: str) -> None:
    found = blocks(f"<article>{paragraphs(*MUD)}</article>{thread.format(REPLIES)}")
    assert all("comments" in block.hints for block in found if block.text not in MUD)


def test_comments_without_names_between_them_are_known_by_their_class() -> None:
    comments = f"<div class=comments-body>{paragraphs(*MUD[2:])}</div>"
    found = blocks(f"<article>{paragraphs(*MUD[:2])}</article>{comments}")
    assert ["comments" in block.hints for block in found] == [False, False, True, True]


def test_a_pull_quote_is_a_quotation() -> None:
    page = f"<div class=article__pullquote>the silt came back</div><p class=has-pullquote>{MUD[0]}</p>"
    assert [kind for kind, _ in kinds(page)] == [BlockKind.QUOTATION, BlockKind.PARAGRAPH]
