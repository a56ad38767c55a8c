"""Books and issues by calibre, pandoc and others: which parts are articles and which are not read."""

from __future__ import annotations

import re
import textwrap
import zipfile
from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.errors import UnreadableArticleError
from audio_edition.model import BlockKind
from audio_edition.readers import read
from tests.readers.test_collections import CONTAINER, nav_point, page, sections_and_headlines, write_epub2
from tests.readers.test_html import MUD, paragraphs

SAVED = Path(__file__).parent / "saved"


def article_documents(file: Path) -> list[str]:
    """Return the documents at which the articles begin."""
    return [article.source.rpartition("/")[2] for article in read(file)]


def write_epub3(folder: Path, documents: dict[str, str], *, nav: str, spine: str = "", metadata: str = "") -> Path:
    """Write an EPUB 3 of these documents; `nav` is the content of its navigation document."""
    items = "".join(
        f'<item id="d{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(documents)
    )
    order = spine or "".join(f'<itemref idref="d{n}"/>' for n in range(len(documents)))
    file = folder / "book.epub"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr(
            "OPS/package.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>On mud</dc:title>{metadata}</metadata><manifest>"
            f'<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>{items}'
            f"</manifest><spine>{order}</spine></package>",
        )
        html = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{}</body></html>'
        archive.writestr("OPS/nav.xhtml", html.format(nav))
        for name, body in documents.items():
            archive.writestr(f"OPS/{name}", html.format(body))
    return file


def toc(*entries: str) -> str:
    return f'<nav epub:type="toc"><ol>{"".join(entries)}</ol></nav>'


def entry(title: str, target: str, *under: str) -> str:
    inner = f"<ol>{''.join(under)}</ol>" if under else ""
    return f'<li><a href="{target}">{title}</a>{inner}</li>'


def test_an_issue_by_calibre_has_sections_dates_and_addresses() -> None:
    articles = read(SAVED / "calibre-issue.epub")
    assert sections_and_headlines(articles) == [
        ("Britain", "The ferry that would not sink"),
        ("Britain", "Bakers against the clock"),
        ("Science and technology", "The wells that breathe"),
        ("Science and technology", "How to draw a coast that moves"),
        ("Letters", "Letters to the editor"),
        ("Letters", "In brief"),
        ("Books", "A short history of the wall"),
    ]
    assert articles[0].url == "https://example.org/ferry.html"
    assert [str(article.published) for article in articles[:3]] == ["2026-11-18", "2026-11-19", "2026-11-20"]
    assert {str(article.issued) for article in articles} == {"2026-11-25"}
    assert {article.byline for article in articles} == {None}
    assert {article.publication for article in articles} == {"The Estuary Weekly"}


def test_the_stories_of_an_issue_by_calibre_are_complete_and_without_its_menus() -> None:
    found = read_scripts([SAVED / "calibre-issue.epub"])
    first = found.scripts[0]
    assert (first.standfirst, first.byline) == ("A boat bought for scrap has outlived three bridges", "Ada Marsh")
    assert str(first.published) == "2026-11-18"
    assert str(found.issued) == "2026-11-25"
    story = [line.split("\t")[1] for line in (SAVED / "story.txt").read_text("utf-8").splitlines()[1:]]
    assert [line for line in story if line not in {p.text for p in first.narrative}] in ([], [story[2]])
    spoken = " ".join(p.text for script in found.scripts for p in script.paragraphs)
    assert not any(word in spoken for word in ("calibre", "Main menu", "Section menu", "Next |", "Previous"))


def test_an_article_that_calibre_has_split_at_its_crossheads_is_one_article() -> None:
    history = read(SAVED / "calibre-issue.epub")[-1]
    crossheads = [block.text for block in history.blocks if block.kind is BlockKind.HEADING and block.level == 2]
    assert crossheads[0] == "The second survey"
    assert crossheads[-1] == "The last survey"
    assert len(crossheads) == 11


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        (
            "pandoc-book.epub",
            [("Part One: Silt", "The lamp"), ("Part One: Silt", "The boat"), ("Part Two: Salt", "The wall")],
        ),
        ("calibre-book.epub", [(None, "Part One: Silt"), (None, "Part Two: Salt")]),
        (
            "calibre-pandoc.epub",
            [("Part One: Silt", "The lamp"), ("Part One: Silt", "The boat"), (None, "Part Two: Salt")],
        ),
    ],
)
def test_a_book_with_footnotes_tables_and_code_is_divided_into_chapters(
    name: str, titles: list[tuple[str | None, str]]
) -> None:
    articles = read(SAVED / name)
    assert sections_and_headlines(articles) == titles
    texts = {block.text: block.kind for article in articles for block in article.blocks}
    lamp = next(text for text in texts if text.startswith("The lamp at Orr was lit"))
    assert "on 3 March 1821, and went out" in lamp
    assert any("at 10⁶ drops an hour" in text and "$4.2bn" in text for text in texts)
    assert all(
        kind is not BlockKind.PARAGRAPH for text, kind in texts.items() if text.startswith("The minutes say")
    )


def test_the_byline_names_the_authors_of_a_book_but_not_its_illustrator(tmp_path: Path) -> None:
    creators = (
        '<dc:creator id="a">Ada Marsh</dc:creator><dc:creator id="b">Tom Ashby</dc:creator><dc:creator id="c">Jo'
        '</dc:creator><meta refines="#c" property="role">ill</meta><meta refines="#a" property="role">aut</meta>'
    )
    file = write_epub3(
        tmp_path, {"one.xhtml": page("One", "wall")}, nav=toc(entry("One", "one.xhtml")), metadata=creators
    )
    assert [article.byline for article in read(file)] == ["Ada Marsh, Tom Ashby"]


def test_front_matter_and_back_matter_of_a_book_are_not_read(tmp_path: Path) -> None:
    typed = '<section epub:type="{}"><h1>{}</h1>' + paragraphs(*MUD) + "</section>"
    listed = ("Cover", "Dedication", "Also by Ada Marsh", "One", "Notes", "Advertisements", "Index")
    documents = {
        "cover.xhtml": "<img src='x.jpg'/>",
        "title.xhtml": typed.format("titlepage", "On mud"),
        "copyright.xhtml": typed.format("copyright-page", "Legal"),
        "landmark.xhtml": page("Called loi by its landmark", "mud"),
        **{f"{n}.xhtml": page(title, "wall") for n, title in enumerate(listed)},
        "unlisted.xhtml": f"<h2>Bibliography</h2>{paragraphs(*MUD)}",
        "ends.xhtml": typed.format("rearnotes", "Notes, all of them"),
    }
    landmarks = '<nav epub:type="landmarks"><ol><li><a epub:type="loi" href="landmark.xhtml">x</a></li></ol></nav>'
    nav = toc(*(entry(title, f"{n}.xhtml") for n, title in enumerate(listed))) + landmarks
    file = write_epub3(tmp_path, documents, nav=nav)
    found = read_scripts([file])
    assert [script.headline for script in found.scripts] == ["One"]
    assert len(found.scripts[0].narrative) == 2
    assert [name.rpartition("/")[2] for name in found.ignored] == [
        *(f"{n}.xhtml" for n in (0, 1, 2, 4, 5, 6)),
        "unlisted.xhtml",
    ]


def test_an_article_in_a_section_is_read_even_if_it_is_called_notes(tmp_path: Path) -> None:
    child = entry("Notes", "one.xhtml")
    file = write_epub3(
        tmp_path,
        {
            "talk.xhtml": f"<h1>Talk</h1><a href='one.xhtml'>Notes</a>{paragraphs(*MUD)}",
            "one.xhtml": page("Notes", "mud"),
        },
        nav=toc(entry("Talk", "talk.xhtml", child)),
    )
    assert sections_and_headlines(read(file)) == [("Talk", "Notes")]


def test_a_contents_page_is_recognised_by_its_links(tmp_path: Path) -> None:
    chapters = {f"{n}.xhtml": page(f"Chapter {n}", "wall") for n in range(4)}
    contents = "<h1>In this book</h1>" + "".join(f"<p><a href='{n}.xhtml'>{n}</a> {MUD[n]}</p>" for n in range(4))
    file = write_epub2(
        tmp_path,
        {"start.xhtml": contents, **chapters},
        contents="".join(nav_point(f"Chapter {n}", f"{n}.xhtml") for n in range(4)),
    )
    assert article_documents(file) == [f"{n}.xhtml" for n in range(4)]


def test_a_part_with_an_introduction_is_an_article_and_one_without_is_a_section(tmp_path: Path) -> None:
    documents = {
        "p1.xhtml": f"<h1>Part one</h1>{paragraphs(*MUD)}",
        "1.xhtml": page("Silt", "wall"),
        "p2.xhtml": "<h1>Part two</h1>",
        "2.xhtml": page("Salt", "mud"),
    }
    nested = toc(
        entry("Part one", "p1.xhtml", entry("Silt", "1.xhtml")),
        entry("Part two", "p2.xhtml", entry("Salt", "2.xhtml")),
    )
    wanted = [(None, "Part one"), ("Part one", "Silt"), ("Part two", "Salt")]
    assert sections_and_headlines(read(write_epub3(tmp_path, documents, nav=nested))) == wanted
    flat = toc(*(entry(*pair) for pair in (("Silt", "1.xhtml"), ("Part two", "p2.xhtml"), ("Salt", "2.xhtml"))))
    del documents["p1.xhtml"]
    assert sections_and_headlines(read(write_epub3(tmp_path, documents, nav=flat))) == [
        (None, "Silt"),
        ("Part two", "Salt"),
    ]


def test_crossheads_in_the_contents_are_not_articles_but_long_chapters_in_one_file_are(tmp_path: Path) -> None:
    def part(n: int, repeat: int) -> str:
        return f"<h2 id='c{n}'>Chapter {n}</h2>{paragraphs(*MUD * repeat)}"

    entries = entry("Part", "all.xhtml", entry("Chapter 1", "all.xhtml#c1"), entry("Chapter 2", "all.xhtml#c2"))
    short = write_epub3(tmp_path, {"all.xhtml": f"<h1>Part</h1>{part(1, 1)}{part(2, 1)}"}, nav=toc(entries))
    assert sections_and_headlines(read(short)) == [(None, "Part")]
    long = write_epub3(tmp_path, {"all.xhtml": f"<h1>Part</h1>{part(1, 20)}{part(2, 20)}"}, nav=toc(entries))
    assert sections_and_headlines(read(long)) == [("Part", "Chapter 1"), ("Part", "Chapter 2")]


@pytest.mark.parametrize(
    "anchor",
    [
        "<h2 id='two'>Two</h2>",
        "<h2><a id='two'></a>Two</h2>",
        "<a id='two'></a><h2>Two</h2>",
        "<h2>Chapter <a name='two'></a>Two</h2>",
        "<div id='two'><h2>Two</h2></div>",
        "<p>The end of one.<a id='two'></a></p><h2>Two</h2>",
    ],
)
def test_a_chapter_begins_with_the_block_that_its_entry_links_to(tmp_path: Path, anchor: str) -> None:
    body = f"<h2>One</h2>{paragraphs(*MUD)}{anchor}{paragraphs(*MUD)}"
    one, two = read(
        write_epub2(
            tmp_path, {"a.xhtml": body}, contents=nav_point("One", "a.xhtml") + nav_point("Two", "a.xhtml#two")
        )
    )
    assert two.blocks[0].text.endswith("Two")
    assert [block.text for block in two.blocks[1:]] == [*MUD]
    assert one.blocks[0].text == "One"


def test_notes_in_a_document_of_their_own_are_recognised_by_the_links_of_their_marks(tmp_path: Path) -> None:
    chapter = page("One", "wall", "<p>It sank.<sup><a id='m1' href='more.xhtml#x1'>1</a></sup></p>")
    more = f"<p id='x1'><a href='one.xhtml#m1'>1</a> {MUD[0]}</p>"
    file = write_epub2(tmp_path, {"one.xhtml": chapter, "more.xhtml": more}, contents=nav_point("One", "one.xhtml"))
    (article,) = read(file)
    assert article.blocks[-1].kind is BlockKind.FOOTNOTE
    assert [block.text for block in article.blocks if block.text.startswith("It sank")] == ["It sank."]


def test_project_gutenbergs_licence_and_page_numbers_are_not_read(tmp_path: Path) -> None:
    legal = '<section class="pg-boilerplate {}"><h2>{}</h2>' + paragraphs(*MUD) + "</section>"
    number = "<span class='pagenum'>[Pg 4]</span>"
    chapter = f"{number}<p>The man{number} went out, and did not say when.</p>"
    documents = {
        "0.xhtml": legal.format("pgheader", "The Project Gutenberg eBook of On Mud")
        + page("CHAPTER I", "wall", chapter),
        "1.xhtml": page("CHAPTER II", "mud"),
        "2.xhtml": legal.format("pgfooter", "THE FULL PROJECT GUTENBERG LICENSE"),
    }
    contents = nav_point(
        "On Mud", "0.xhtml", nav_point("CHAPTER I", "0.xhtml#none"), nav_point("CHAPTER II", "1.xhtml")
    ) + nav_point("THE FULL PROJECT GUTENBERG™ LICENSE", "2.xhtml")
    found = read_scripts([write_epub2(tmp_path, documents, contents=contents)])
    spoken = [p.text for script in found.scripts for p in script.paragraphs]
    assert "The man went out, and did not say when." in spoken
    assert not any("Gutenberg" in text or text in MUD for text in spoken)


def test_a_damaged_document_is_a_warning_and_the_others_are_read(tmp_path: Path) -> None:
    documents = {"one.xhtml": page("One", "wall"), "two.xhtml": page("Two", "mud")}
    file = write_epub2(tmp_path, documents, contents=nav_point("One", "one.xhtml") + nav_point("Two", "two.xhtml"))
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "OPS/two.xhtml"}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (article,) = read(file)
    assert article.warnings == ("OPS/two.xhtml is missing in it",)
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("META-INF/container.xml", "OPS/package.opf"):
            archive.writestr(name, parts[name])
    with pytest.raises(UnreadableArticleError, match="issue.epub: OPS/toc.ncx is missing in it"):
        read(file)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("OPS/one.xhtml", parts["OPS/one.xhtml"])
    assert [len(a.warnings) for a in read(file)] == [2]


def spoken_lines(file: Path) -> list[str]:
    return [line.text for script in read_scripts([file]).scripts for line in script.narrative]


def test_the_initial_of_a_chapter_in_an_element_of_its_own_joins_its_word(tmp_path: Path) -> None:
    body = f"<h2>One</h2><div class='drop'>T</div><p>he boat at Orr went down before noon.</p>{paragraphs(*MUD)}"
    file = write_epub3(tmp_path, {"one.xhtml": body}, nav=toc(entry("One", "one.xhtml")))
    assert spoken_lines(file) == ["The boat at Orr went down before noon.", *MUD]


def test_the_words_of_a_fixed_layout_are_joined_to_sentences(tmp_path: Path) -> None:
    word = "<p><span style='position:absolute;left:{}px'>{}</span></p>"
    placed = "".join(word.format(40 * n, text) for n, text in enumerate(" ".join(MUD).split()))
    file = write_epub3(tmp_path, {"one.xhtml": f"<div>{placed}</div>"}, nav=toc(entry("One", "one.xhtml")))
    assert spoken_lines(file) == [*MUD]


def test_the_lines_of_a_converted_pdf_are_joined_and_chapters_still_begin_at_their_anchors(tmp_path: Path) -> None:
    lines = paragraphs(*(line for text in MUD for line in textwrap.wrap(text, 45)))
    body = f"<h2 id='a'>One</h2>{lines}<h2 id='b'>Two</h2>{lines}"
    nav = toc(entry("One", "all.xhtml#a"), entry("Two", "all.xhtml#b"))
    articles = read(write_epub3(tmp_path, {"all.xhtml": body}, nav=nav))
    assert [" ".join(block.text for block in article.blocks) for article in articles] == [
        f"{title} {' '.join(MUD)}" for title in ("One", "Two")
    ]
    assert all(block.text[-1] == "." for article in articles for block in article.blocks[1:])


TEASER = "Read more about mud"


@pytest.mark.parametrize(
    ("metadata", "body", "is_book"),
    [
        ("", "", True),
        ("<meta name='calibre:publication_type' content='periodical:unknown:On mud'/>", "", False),
        ("<meta property='calibre:publication_type'>periodical:unknown:On mud</meta>", "", False),
        ("<dc:type>Magazine</dc:type>", "", False),
        ("<dc:publisher>calibre</dc:publisher>", "", False),
        ("", "<nav><a href='x'>Home</a></nav>", False),
        ("", "<p><a href='x'>Share</a></p>" * 2, False),
    ],
)
def test_only_books_are_read_without_the_rules_for_pages(
    metadata: str, body: str, is_book: bool, tmp_path: Path
) -> None:
    documents = {"one.xhtml": f"<h2>One</h2>{paragraphs(*MUD)}<p>{TEASER}</p><p>“Sign up.”</p>{body}"}
    file = write_epub3(tmp_path, documents, nav=toc(entry("One", "one.xhtml")), metadata=metadata)
    assert {article.is_book for article in read(file)} == {is_book}
    assert (spoken_lines(file)[-2:] == [TEASER, "“Sign up.”"]) is is_book


@pytest.mark.parametrize("title", ["The Weekly, No. 3", "Mud Magazine", "Mud, 3 May 2026", "Mud 2026-05-03"])
def test_an_issue_of_a_paper_is_known_by_its_title(title: str, tmp_path: Path) -> None:
    file = write_epub2(tmp_path, {"one.xhtml": f"<h2>One</h2>{paragraphs(*MUD)}"})
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for wanted, is_book in ((title, False), ("Anno 2049", True), ("The daily mud", True)):
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in parts.items():
                archive.writestr(
                    name, re.sub("<dc:title>.*?</dc:title>", f"<dc:title>{wanted}</dc:title>", content)
                )
        assert {article.is_book for article in read(file)} == {is_book}


def test_a_chapter_without_a_part_stays_in_its_place_in_the_book(tmp_path: Path) -> None:
    titles = ["Before", "One", "Between", "Two", "After"]
    documents = {f"{title}.xhtml": f"<h2>{title}</h2>{paragraphs(*MUD)}" for title in titles}
    nav = toc(
        entry("Before", "Before.xhtml"),
        f"<li><span>First</span><ol>{entry('One', 'One.xhtml')}</ol></li>",
        entry("Between", "Between.xhtml"),
        f"<li><span>Second</span><ol>{entry('Two', 'Two.xhtml')}</ol></li>",
        entry("After", "After.xhtml"),
    )
    scripts = read_scripts([write_epub3(tmp_path, documents, nav=nav)]).scripts
    assert [(script.section, script.headline) for script in scripts] == [
        (None, "Before"),
        ("First", "One"),
        (None, "Between"),
        ("Second", "Two"),
        (None, "After"),
    ]
