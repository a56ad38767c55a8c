"""Feed files in every format: which entries are articles, and that their text is not altered."""

from __future__ import annotations

import json
from datetime import date
from html import escape
from pathlib import Path

import pytest

from audio_edition.errors import NoStoryError, UnreadableArticleError
from audio_edition.model import BlockKind
from audio_edition.readers import feed
from audio_edition.readers.sources import find_sources
from tests.readers.test_html import MUD, paragraphs

FULL = (
    f"{paragraphs(*MUD)}<figure><img src=/a.png><figcaption>A bank</figcaption></figure><p>$4.2bn &lt; 12.5%.</p>"
)
DESCRIPTION = escape(FULL * 3)
RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>{}'
    "</channel></rss>"
)
DATED = "<item><title>On mud</title><link>https://x.org/1</link><pubDate>Fri, 20 Nov 2026 23:30:00 -0500</pubDate>"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>On mud</title>{}</entry></feed>'
XHTML = FULL.replace("<img src=/a.png>", "")
FEEDS = {
    "rss 2.0, cdata": RSS.format(f"{DATED}<content:encoded><![CDATA[{FULL}]]></content:encoded></item>"),
    "rss 2.0, escaped": RSS.format(f"{DATED}<content:encoded>{escape(FULL)}</content:encoded></item>"),
    "rss 2.0, description": RSS.format(f"{DATED}<description>{DESCRIPTION}</description></item>"),
    "rss 0.91": (
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"'
        ' "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title><item>'
        f"<title>On mud</title><description>{DESCRIPTION}</description></item></channel></rss>"
    ),
    "rss 1.0": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        "<title>T</title></channel><item><title>On mud</title><dc:date>2026-11-20T23:30:00-05:00</dc:date>"
        f"<content:encoded><![CDATA[{FULL}]]></content:encoded></item></rdf:RDF>"
    ),
    "atom, html": ATOM.format(
        f'<updated>2026-11-20T23:30:00-05:00</updated><content type="html">{escape(FULL)}</content>'
    ),
    "atom, xhtml": ATOM.format(
        '<published>2026-11-20T23:30:00-05:00</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"{XHTML}</div></content>"
    ),
    "json": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "T",
            "items": [
                {"id": 1, "title": "On mud", "content_html": FULL, "date_published": "2026-11-20T23:30:00-05:00"}
            ],
        }
    ),
}


@pytest.mark.parametrize("text", FEEDS.values(), ids=FEEDS.keys())
def test_the_full_text_is_read_from_every_feed_format(text: str) -> None:
    (article,) = feed.parse(text.encode())
    kinds = [(block.kind, block.text) for block in article.blocks[:6]]
    assert kinds == [
        *((BlockKind.PARAGRAPH, line) for line in MUD),
        (BlockKind.CAPTION, "A bank"),
        (BlockKind.PARAGRAPH, "$4.2bn < 12.5%."),
    ]
    assert (article.headline, article.publication) == ("On mud", "T")
    assert article.published in {date(2026, 11, 20), None}


@pytest.mark.parametrize("text", [FEEDS["rss 2.0, cdata"], FEEDS["atom, html"], FEEDS["json"]])
def test_the_date_is_that_of_the_publishers_time_zone(text: str) -> None:
    assert feed.parse(text.encode())[0].published == date(2026, 11, 20)


def test_plain_text_content_is_not_taken_for_markup() -> None:
    content = "<content type='text'>If a &lt; b, then &lt;b&gt; is more.\n\nSo.</content>"
    (article,) = feed.parse(ATOM.format(content).encode())
    assert [block.text for block in article.blocks] == ["If a < b, then <b> is more.", "So."]
    item = {"id": "1", "content_text": "If a < b, then\n\nso."}
    (article,) = feed.parse(json.dumps({"version": "https://jsonfeed.org/version/1", "items": [item]}).encode())
    assert [block.text for block in article.blocks] == ["If a < b, then", "so."]


def test_titles_are_read_without_markup_and_double_escaping() -> None:
    items = "".join(
        f"<item><title>{title}</title><content:encoded>{escape(FULL)}</content:encoded></item>"
        for title in ("A &amp;amp; B", "On &lt;i&gt;mud&lt;/i&gt;", "AT&amp;T", "")
    )
    assert [article.headline for article in feed.parse(RSS.format(items).encode())] == [
        "A & B",
        "On mud",
        "AT&T",
        None,
    ]


def test_the_byline_names_all_authors_and_an_id_is_not_an_address() -> None:
    authors = "<author><name>Ada</name></author><author><name>Tom</name></author><id>urn:1</id>"
    (article,) = feed.parse(ATOM.format(f"{authors}<content type='html'>{escape(FULL)}</content>").encode())
    assert (article.byline, article.url) == ("Ada, Tom", None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            RSS.format("<item><title>A</title><enclosure url='x.mp3' type='audio/mpeg' length='1'/></item>"),
            "podcast",
        ),
        (RSS.format(""), "no entries"),
        (RSS.format("<item><title>A</title><description>Come and see.</description></item>"), "summaries only"),
    ],
)
def test_the_error_for_a_feed_without_stories_gives_the_reason(text: str, message: str) -> None:
    with pytest.raises(NoStoryError, match=message):
        feed.parse(text.encode())


@pytest.mark.parametrize(
    "data", [b"<urlset/>", b"{}", b"[1]", b'{"version": 2}', b"<html><p>x</p></html>", b"\0", b""]
)
def test_a_file_that_is_no_feed_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableArticleError, match="is no feed"):
        feed.parse(data)


def test_xml_and_json_files_that_are_no_feeds_are_not_articles_unless_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(FEEDS["json"])
    (tmp_path / "b.xml").write_text(FEEDS["rss 0.91"])
    (tmp_path / "package.json").write_text('{"name": "x"}')
    (tmp_path / "sitemap.xml").write_text("<urlset/>")
    found, others = find_sources([tmp_path])
    assert [source.path.name for source in found] == ["a.json", "b.xml"]
    assert [path.name for path in others] == ["package.json", "sitemap.xml"]
    assert [source.path.name for source in find_sources([tmp_path / "package.json"])[0]] == ["package.json"]
