"""Files with many articles: an EPUB as a weekly issue and as a book, and a feed with full text."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.errors import ArticleError, NoStoryError, UnreadableArticleError
from audio_edition.model import Article, BlockKind
from audio_edition.readers import read
from tests.conftest import story

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def page(headline: str, noun: str, extra: str = "") -> str:
    """Return the body of a document with a headline and two paragraphs between calibre's navigation bars."""
    bar = '<div class="calibre_navbar">| <a href="../index.html">Next</a> | <a href="#x">Main menu</a> |</div>'
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in story("", noun).split("\n") if line)
    return f"{bar}<h2>{escape(headline)}</h2>{paragraphs}{extra}{bar}"


def write_epub2(
    folder: Path, documents: Mapping[str, str], *, contents: str = "", more: str = "", spine: str = ""
) -> Path:
    """Write an EPUB 2 of these documents; `contents` is the content of its navMap, `more` goes into the package."""
    manifest = "".join(
        f'<item id="d{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(documents)
    )
    order = spine or "".join(f'<itemref idref="d{n}"/>' for n in range(len(documents)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The Estuary Weekly [Sat, 21 Nov 2026]</dc:title><dc:creator>Ada Marsh</dc:creator>"
        "<dc:language>en-GB</dc:language><dc:date>2026-11-21T06:00:00+00:00</dc:date></metadata>"
        f'<manifest>{manifest}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f'<spine toc="ncx">{order}</spine>{more}</package>'
    )
    file = folder / "issue.epub"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/package.opf", package)
        ncx = f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{contents}</navMap></ncx>'
        archive.writestr("OPS/toc.ncx", ncx)
        for name, body in documents.items():
            archive.writestr(
                f"OPS/{name}", f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{body}</body></html>"
            )
    return file


def nav_point(title: str, target: str, *under: str) -> str:
    return (
        f"<navPoint><navLabel><text>{escape(title)}</text></navLabel>"
        f'<content src="{target}"/>{"".join(under)}</navPoint>'
    )


def sections_and_headlines(articles: tuple[Article, ...]) -> list[tuple[str | None, str | None]]:
    return [(article.section, article.headline) for article in articles]


@pytest.fixture
def weekly_issue(tmp_path: Path) -> Path:
    """A weekly issue in the shape of calibre's news recipes: sections, each with an index of its articles."""
    index = '<h2>Asia</h2><ul><li><a href="article_0/index.html">The wall</a> Too low.</li></ul>'
    return write_epub2(
        tmp_path,
        {
            "titlepage.xhtml": "<p>The Estuary Weekly</p>",
            "index.html": '<ul><li><a href="feed_0/index.html">Leaders</a></li></ul>',
            "feed_0/index.html": index,
            "feed_0/article_0/index.html": page("The wall is too low", "wall"),
            "feed_0/article_0/index_split_001.html": "<p>Nothing more was heard of it until the spring.</p>",
            "feed_1/index.html": index,
            "feed_1/article_0/index.html": page("A good word for mud", "mud"),
            "feed_1/article_1/index.html": page("Why gulls can count", "gull"),
        },
        contents=nav_point(
            "Leaders",
            "feed_0/index.html",
            nav_point("The wall is too low", "feed_0/article_0/index.html"),
        )
        + nav_point(
            "Science &amp; technology".replace("&amp;", "&"),
            "feed_1/index.html",
            nav_point("A good word for mud", "feed_1/article_0/index.html"),
            nav_point("Why gulls can count", "feed_1/article_1/index.html"),
        ),
    )


def test_a_weekly_issue_is_read_as_its_articles_with_the_sections_of_the_contents(weekly_issue: Path) -> None:
    articles = read(weekly_issue)
    assert sections_and_headlines(articles) == [
        ("Leaders", "The wall is too low"),
        ("Science & technology", "A good word for mud"),
        ("Science & technology", "Why gulls can count"),
    ]
    assert {article.publication for article in articles} == {"The Estuary Weekly"}
    assert {str(article.issued) for article in articles} == {"2026-11-21"}
    assert {article.language for article in articles} == {"en-GB"}


def test_the_stories_of_a_weekly_issue_are_complete_and_without_navigation_bars(weekly_issue: Path) -> None:
    found = read_scripts([weekly_issue])
    assert [(script.id, len(script.narrative)) for script in found.scripts] == [
        ("the-wall-is-too-low", 3),
        ("a-good-word-for-mud", 2),
        ("why-gulls-can-count", 2),
    ]
    assert not found.failures
    assert found.publication == "The Estuary Weekly"
    assert all("Main menu" not in p.text for script in found.scripts for p in script.paragraphs)


def test_a_file_that_calibre_has_split_stays_one_article(weekly_issue: Path) -> None:
    assert read(weekly_issue)[0].blocks[-1].text == "Nothing more was heard of it until the spring."


def test_a_book_is_read_as_its_chapters_without_cover_contents_and_notes(tmp_path: Path) -> None:
    note = '<p>It sank<a epub:type="noteref" href="notes.xhtml#n1">1</a> in 1066<sup>2</sup>, they say.</p>'
    file = write_epub2(
        tmp_path,
        {
            "cover.xhtml": "<img src='cover.jpg'/>",
            "toc.xhtml": "<nav><ol><li><a href='one.xhtml'>One</a></li></ol></nav>" + "<p>word </p>" * 40,
            "one.xhtml": page("One", "wall", note),
            "two.xhtml": page("Two", "mud"),
            "extra.xhtml": page("Not in the spine", "gull"),
            "notes.xhtml": "<p id='n1'>The boat, that is, and not for the first time in that decade of storms.</p>"
            * 3,
        },
        contents=nav_point("One", "one.xhtml", nav_point("A part of it", "one.xhtml#part"))
        + nav_point("Two", "two.xhtml"),
        more='<guide><reference type="toc" href="toc.xhtml"/><reference type="notes" href="notes.xhtml"/></guide>',
        spine="".join(f'<itemref idref="d{n}"/>' for n in (0, 1, 2, 3, 5)),
    )
    articles = read(file)
    assert sections_and_headlines(articles) == [(None, "One"), (None, "Two")]
    assert {article.byline for article in articles} == {"Ada Marsh"}
    assert any(block.text == "It sank in 1066², they say." for block in articles[0].blocks)


def test_chapters_inside_one_document_are_divided_at_their_ids(tmp_path: Path) -> None:
    body = f"<div id='a'>{page('One', 'wall')}</div><a id='b'></a>{page('Two', 'mud')}"
    contents = nav_point("One", "all.xhtml#a") + nav_point("Two", "all.xhtml#b")
    articles = read(write_epub2(tmp_path, {"all.xhtml": body}, contents=contents))
    assert sections_and_headlines(articles) == [(None, "One"), (None, "Two")]
    assert "wall" in articles[0].blocks[2].text
    assert all("wall" not in block.text for block in articles[1].blocks)


def test_without_a_table_of_contents_each_document_is_an_article(tmp_path: Path) -> None:
    file = write_epub2(tmp_path, {"b.xhtml": page("Beta", "wall"), "a.xhtml": page("Alpha", "mud")})
    assert [article.source for article in read(file)] == [f"{file}: OPS/b.xhtml", f"{file}: OPS/a.xhtml"]


def test_the_navigation_document_of_epub_3_is_preferred_to_the_ncx(tmp_path: Path) -> None:
    nav = (
        '<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol><li><span>Part one</span><ol>'
        '<li><a href="one.xhtml">The first</a></li></ol></li></ol></nav>'
    )
    file = write_epub2(
        tmp_path, {"nav.xhtml": nav, "one.xhtml": page("The first", "wall")}, contents=nav_point("Old", "one.xhtml")
    )
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["OPS/package.opf"] = parts["OPS/package.opf"].replace(
        b'href="nav.xhtml"', b'href="nav.xhtml" properties="nav"'
    )
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert sections_and_headlines(read(file)) == [("Part one", "The first")]


def test_an_encrypted_book_a_broken_one_and_a_zip_bomb_are_errors(tmp_path: Path) -> None:
    file = write_epub2(tmp_path, {"one.xhtml": page("One", "wall")})
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(
            "META-INF/encryption.xml",
            '<encryption><CipherReference URI="OPS/one.xhtml"/></encryption>',
        )
    with pytest.raises(UnreadableArticleError, match=r"issue.epub: is locked \(DRM\)"):
        read(file)
    file.write_bytes(b"PK not a book")
    with pytest.raises(UnreadableArticleError, match="issue.epub: is no EPUB"):
        read(file)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", b" " * (40 * 2**20))
    with pytest.raises(UnreadableArticleError, match="larger than 32 MB"):
        read(file)


def test_a_part_of_a_book_without_a_story_is_reported_as_ignored(tmp_path: Path) -> None:
    legal = "<h1>Copyright</h1>" + "<p>Copyright © 2026 by the author. All rights reserved.</p>" * 4
    file = write_epub2(
        tmp_path,
        {"legal.xhtml": legal, "one.xhtml": page("One", "wall")},
        contents=nav_point("Copyright", "legal.xhtml") + nav_point("One", "one.xhtml"),
    )
    found = read_scripts([file])
    assert [script.headline for script in found.scripts] == ["One"]
    assert not found.failures
    assert found.ignored == (f"{file}: OPS/legal.xhtml",)


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Estuary Weekly</title><language>en-gb</language>
<item><title>A good word for &lt;i&gt;mud&lt;/i&gt;</title><link>https://example.org/mud</link><dc:creator>Ada Marsh
</dc:creator><pubDate>Fri, 20 Nov 2026 06:00:00 GMT</pubDate><description>Short.</description>
<content:encoded>{full}</content:encoded></item><item><title>Only a teaser</title><description>Come and see.
</description></item></channel></rss>"""


def test_a_feed_file_is_read_as_its_entries_with_full_text(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(RSS.format(full=escape(page("", "mud"))), encoding="utf-8")
    (article,) = read(file, section="Science")
    assert (article.headline, article.byline, article.section) == ("A good word for mud", "Ada Marsh", "Science")
    assert (str(article.published), article.url) == ("2026-11-20", "https://example.org/mud")
    assert article.publication == "The Estuary Weekly"
    (script,) = read_scripts([file]).scripts
    assert (script.id, len(script.narrative)) == ("a-good-word-for-mud", 2)


def test_an_atom_feed_is_read(tmp_path: Path) -> None:
    file = tmp_path / "feed.atom"
    file.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Mud</title><entry><title>Silt</title><id>urn:1</id>'
        "<updated>2026-11-20T06:00:00Z</updated>"
        f'<content type="html">{escape(page("", "silt"))}</content></entry></feed>'
    )
    assert [(a.headline, str(a.published)) for a in read(file)] == [("Silt", "2026-11-20")]


def test_a_feed_of_summaries_and_xml_that_is_no_feed_are_errors(tmp_path: Path) -> None:
    teasers = tmp_path / "feed.rss"
    teasers.write_text(RSS.format(full=""))
    with pytest.raises(NoStoryError, match="summaries only") as caught:
        read(teasers)
    assert "add" in caught.value.hint
    other = tmp_path / "map.xml"
    other.write_text("<urlset/>")
    with pytest.raises(ArticleError, match="map.xml: is no feed"):
        read(other)


def test_a_feed_file_whose_content_is_a_path_does_not_open_that_file(tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_text(RSS.format(full=escape(page("", "mud"))), encoding="utf-8")
    file = tmp_path / "feed.xml"
    file.write_text(str(other))
    with pytest.raises(UnreadableArticleError, match="feed.xml: is no feed"):
        read(file)


def test_poems_letters_formulas_posts_and_notes_keep_their_kind(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(
        '<article><div class="poem">The tide<br>comes in</div><div class="letter"><p>Sir, no.</p></div>'
        '<math display="block" alttext="x + y"><mi>x</mi></math><p>Where <math><mi>x</mi></math> is.</p>'
        '<blockquote class="twitter-tweet"><p>Look!</p></blockquote>'
        '<p>So.<sup><a href="#n1">1</a></sup></p><section role="doc-endnotes"><p id="n1">See?</p></section>'
    )
    (article,) = read(file)
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.VERSE, "The tide"),
        (BlockKind.VERSE, "comes in"),
        (BlockKind.LETTER, "Sir, no."),
        (BlockKind.FORMULA, "x + y"),
        (BlockKind.PARAGRAPH, "Where x is."),
        (BlockKind.EMBED, "Look!"),
        (BlockKind.PARAGRAPH, "So."),
        (BlockKind.FOOTNOTE, "See?"),
    ]


@pytest.mark.parametrize(
    "mark", ["10<sup>2</sup>", '<a href="#top">12</a>', "12.5 percent", '<sup class="x">3</sup>']
)
def test_numbers_that_are_no_footnote_marks_stay(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "a.html"
    file.write_text(f"<p>It grew by {mark} in a year.</p>")
    (article,) = read(file)
    assert any(character.isdigit() for character in article.blocks[0].text)
