"""Exports of blogs: posts are articles; pages, drafts, menus and shortcodes are not read."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audio_edition.errors import NoStoryError
from audio_edition.model import BlockKind
from audio_edition.readers import feed, read
from audio_edition.readers.sources import find_sources
from audio_edition.segmenter import segment
from tests.readers.test_html import MUD, paragraphs

FULL = paragraphs(*MUD)
CLASSIC = "\n\n".join(MUD)
WXR = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    "<title>Silt</title><wp:wxr_version>1.2</wp:wxr_version>"
    "<wp:author><wp:author_login>amarsh</wp:author_login>"
    "<wp:author_display_name><![CDATA[Ada Marsh]]></wp:author_display_name></wp:author>"
    "<wp:author><wp:author_login>treed</wp:author_login></wp:author>{}</channel></rss>"
)


def item(content: str, title: str = "On mud", kind: str = "post", status: str = "publish", more: str = "") -> str:
    """Return an item of WordPress's export."""
    return (
        f"<item><title>{title}</title><dc:creator>amarsh</dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_type>{kind}</wp:post_type>"
        f"<wp:status>{status}</wp:status>{more}</item>"
    )


def read_wxr(*items: str) -> list[tuple[str | None, list[tuple[BlockKind, str]]]]:
    """Return the headline and the blocks of each article of an export."""
    articles = feed.parse(WXR.format("".join(items)).encode())
    return [(each.headline, [(block.kind, block.text) for block in each.blocks]) for each in articles]


PARAGRAPHS = [(BlockKind.PARAGRAPH, line) for line in MUD]


@pytest.mark.parametrize("content", [FULL, CLASSIC, f"<!-- wp:paragraph -->{FULL}<!-- /wp:paragraph -->"])
def test_a_post_of_either_editor_is_an_article(content: str) -> None:
    assert read_wxr(item(content)) == [("On mud", PARAGRAPHS)]


def test_the_login_of_an_author_stands_for_the_name() -> None:
    (article,) = feed.parse(WXR.format(item(FULL)).encode())
    assert (article.byline, article.publication) == ("Ada Marsh", "Silt")


def test_what_is_no_published_post_is_left_out() -> None:
    others = [
        item(FULL, "Privacy", kind="page"),
        item(FULL, "Unfinished", status="draft"),
        item(FULL, "Next week", status="future"),
        item(FULL, "Among us", status="private"),
        item(FULL, "Thrown away", status="trash"),
        item(FULL, "A picture", kind="attachment", status="inherit"),
        item(FULL, "Menu", kind="nav_menu_item"),
        item(FULL, "Footer", kind="wp_block"),
        item(FULL, "Secret", more="<wp:post_password>x</wp:post_password>"),
    ]
    assert [headline for headline, _ in read_wxr(*others, item(FULL), item(FULL, "A review", kind="review"))] == [
        "On mud",
        "A review",
    ]
    with pytest.raises(NoStoryError, match="no entries"):
        read_wxr(*others)


def test_a_caption_in_a_shortcode_is_a_caption_and_not_spoken() -> None:
    content = f"{MUD[0]}\n\n[caption id='a' width='3']<img src=a.png /> The bank at low tide[/caption]\n\n{MUD[1]}"
    ((_, blocks),) = read_wxr(item(content))
    assert blocks == [PARAGRAPHS[0], (BlockKind.CAPTION, "The bank at low tide"), PARAGRAPHS[1]]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("A [gallery ids='1,2'] bank.", "A bank."),
        ("[vc_row][vc_column width='1/2']A bank.[/vc_column][/vc_row]", "A bank."),
        ("[dropcap]A[/dropcap] bank. [embed]https://example.org/film[/embed]", "A bank."),
        ("[su_note note_color='#fff']A bank.[/su_note][audio src='a.mp3']", "A bank."),
        (
            "He wrote “a bank [sic]”, [laughs] and left it [there].",
            "He wrote “a bank [sic]”, [laughs] and left it [there].",
        ),
        ("An array is written as [a] or [b, c].", "An array is written as [a] or [b, c]."),
        ("[caption]A bank that nobody closed.", "A bank that nobody closed."),
    ],
)
def test_shortcodes_are_removed_and_words_in_brackets_are_not(content: str, text: str) -> None:
    assert read_wxr(item(content)) == [("On mud", [(BlockKind.PARAGRAPH, text)])]


def test_text_between_blank_lines_is_a_paragraph_and_elements_stay() -> None:
    elements = (
        "<h2>Tides</h2>\n\n<ul>\n<li>high</li>\n\n<li>low</li>\n</ul>\n\n<pre>x = f(mud);\n\n  sink(x);</pre>"
    )
    content = f"{MUD[0]}\n\n{elements}\n\n{MUD[1]}"
    ((_, blocks),) = read_wxr(item(content))
    assert [kind for kind, _ in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
        BlockKind.CODE,
        BlockKind.PARAGRAPH,
    ]


def test_an_ordinary_feed_loses_its_shortcodes_but_no_entry() -> None:
    rss = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><item>'
        f"<title>On mud</title><content:encoded><![CDATA[[vc_row css='x']{FULL}[/vc_row]]]></content:encoded>"
        "</item></channel></rss>"
    )
    (article,) = feed.parse(rss.encode())
    assert [block.text for block in article.blocks] == list(MUD)


@pytest.mark.parametrize(
    "content", ["[caption " * 100_000, "[caption]" * 50_000 + "x[/caption]", "<pre" * 100_000, "\n \n" * 100_000]
)
def test_hostile_posts_cost_time_in_proportion_to_their_length(content: str) -> None:
    start = time.process_time()
    read_wxr(item(content + FULL))
    assert time.process_time() - start < 5


def test_posts_of_a_blogger_export_are_read_and_its_comments_and_templates_are_not() -> None:
    kinds = "http://schemas.google.com/blogger/2008/kind#"
    entry = (
        "<entry><title>{}</title><category scheme='http://schemas.google.com/g/2005#kind' term='{}{}'/>"
        "<content type='html'>{}</content></entry>"
    )
    escaped = FULL.replace("<", "&lt;")
    entries = "".join(
        entry.format(kind, kinds, kind, escaped) for kind in ("post", "comment", "settings", "template")
    )
    articles = feed.parse(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{entries}</feed>'.encode())
    assert [article.headline for article in articles] == ["post"]


def ghost(*posts: dict[str, Any], **tables: list[dict[str, Any]]) -> bytes:
    """Return the export of a Ghost blog with these posts."""
    return json.dumps({"db": [{"meta": {"version": "5"}, "data": {"posts": posts, **tables}}]}).encode()


def ghost_post(**fields: Any) -> dict[str, Any]:
    return {"id": "1", "title": "On mud", "html": FULL, "status": "published", "type": "post", **fields}


def test_published_posts_of_a_ghost_export_are_articles() -> None:
    data = ghost(
        ghost_post(published_at="2026-11-20T10:00:00.000Z"),
        ghost_post(id="2", title="Unfinished", status="draft"),
        ghost_post(id="3", title="About us", type="page"),
        ghost_post(id="4", title="About us, in an old export", page=1),
        users=[{"id": "u", "name": "Ada Marsh"}, {"id": "v", "name": "Tom Reed"}],
        posts_authors=[{"post_id": "1", "author_id": "u"}, {"post_id": "1", "author_id": "v"}],
        settings=[{"key": "title", "value": "Silt"}],
    )
    (article,) = feed.parse(data)
    assert [block.text for block in article.blocks] == list(MUD)
    assert (article.headline, article.byline, article.publication) == ("On mud", "Ada Marsh, Tom Reed", "Silt")
    assert article.published == date(2026, 11, 20)
    assert [paragraph.text for paragraph in segment(article).narrative] == list(MUD)


@pytest.mark.parametrize("data", [b'{"db": [7]}', b'{"db": [{"data": {"posts": 3}}]}', b'{"db": [{"data": []}]}'])
def test_an_odd_ghost_export_has_no_story(data: bytes) -> None:
    with pytest.raises(NoStoryError):
        feed.parse(data)


def test_exports_in_a_folder_are_found_and_other_json_is_not(tmp_path: Path) -> None:
    (tmp_path / "ghost.json").write_bytes(ghost(ghost_post()))
    (tmp_path / "silt.xml").write_text(WXR.format(item(FULL)), "utf-8")
    (tmp_path / "package.json").write_text('{"name": "silt", "db": "postgres"}', "utf-8")
    found, others = find_sources([tmp_path])
    assert [source.path.name for source in found] == ["ghost.json", "silt.xml"]
    assert [path.name for path in others] == ["package.json"]
    assert read(tmp_path / "ghost.json")[0].headline == "On mud"
