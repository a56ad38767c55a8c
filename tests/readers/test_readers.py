"""Reading of files: one article from each format of a single article."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

import pytest

from audio_edition.errors import ArticleError, NoStoryError, UnreadableArticleError
from audio_edition.model import Article, BlockKind
from audio_edition.readers import read


def save(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def read_one(path: Path) -> Article:
    """Return the only article of a file."""
    (article,) = read(path)
    return article


def texts(path: Path) -> list[str]:
    return [block.text for block in read_one(path).blocks]


def test_plain_text_with_blank_lines_joins_wrapped_lines(tmp_path: Path) -> None:
    long = "The harbour has been dredged twice since the war, and each time the silt came back. " * 5
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in ("A headline", long, long))
    assert texts(save(tmp_path, "a.txt", wrapped)) == ["A headline", long.strip(), long.strip()]


def test_each_line_of_copied_plain_text_is_a_block(tmp_path: Path) -> None:
    lines = ["A headline of a page", "Nov 16th 2026", "x" * 90 + ".", "y" * 300 + ".", "Share"]
    assert texts(save(tmp_path, "a.txt", "\n".join(lines))) == lines


def test_windows_line_ends_and_byte_order_marks_are_removed(tmp_path: Path) -> None:
    file = save(tmp_path, "a.txt", "\ufeffOne.\r\n\r\nTwo.".encode("utf-16"))
    assert texts(file) == ["One.", "Two."]


def test_an_old_encoding_is_read_with_a_warning(tmp_path: Path) -> None:
    file = save(tmp_path, "a.txt", "Café prices rose by £3 – “a scandal”, said one.\n".encode("cp1252") * 5)
    article = read_one(file)
    assert article.blocks[0].text.startswith("Café prices rose by £3 – “a scandal”")
    assert article.warnings == ("is not UTF-8; read as windows-1252",)


def test_old_encodings_of_different_languages_are_distinguished(tmp_path: Path) -> None:
    polish = "Zażółć gęślą jaźń. Pchnąć w tę łódź jeża lub ośm skrzyń fig. Wszystko było już powiedziane.\n" * 3
    assert texts(save(tmp_path, "a.txt", polish.encode("cp1250")))[0] == polish.strip().splitlines()[0]
    assert texts(save(tmp_path, "b.txt", "It’s £5 a head.\n".encode("cp1252"))) == ["It’s £5 a head."]


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, b"\xff\xfe\x00"])
def test_a_file_that_is_not_text_is_an_error_with_its_name(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableArticleError, match="picture.txt"):
        read(save(tmp_path, "picture.txt", content))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_file_without_text_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoStoryError, match="there is no text in it"):
        read(save(tmp_path, name, " \n"))


def test_the_error_for_an_unknown_format_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        read(save(tmp_path, "a.doc", "x"))
    assert ".md" in caught.value.hint


def test_markdown_is_read_with_kinds_and_front_matter(tmp_path: Path) -> None:
    article = read_one(
        save(
            tmp_path,
            "a.md",
            "---\ntitle: On mud\nauthor: Ada Marsh\ndate: 2026-11-20\n---\n\nThe *first* [paragraph](x).\n\n"
            "## A crosshead\n\n- one\n- two\n\n> Quoted.\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        )
    )
    assert (article.headline, article.byline, article.published) == ("On mud", "Ada Marsh", date(2026, 11, 20))
    assert [(block.kind, block.text) for block in article.blocks][:6] == [
        (BlockKind.PARAGRAPH, "The first paragraph."),
        (BlockKind.HEADING, "A crosshead"),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.LIST_ITEM, "two"),
        (BlockKind.QUOTATION, "Quoted."),
        (BlockKind.CODE, "code"),
    ]
    assert {block.kind for block in article.blocks[6:]} == {BlockKind.TABLE}


def test_html_keeps_order_kinds_and_landmarks(tmp_path: Path) -> None:
    article = read_one(
        save(
            tmp_path,
            "a.html",
            "<html lang=en-GB><title>T</title><nav><a href=/>Home</a></nav><article><h1>On mud</h1>"
            "<p>One <b>two</b>.<p>Three<br>lines.<ul><li>item</ul><figure><figcaption>A bank</figcaption></figure>"
            "<script>var x</script><style>p{}</style><p hidden>no</p></article><footer>©</footer>",
        )
    )
    assert [(block.text, block.kind.value, block.container) for block in article.blocks] == [
        ("Home", "paragraph", "nav"),
        ("On mud", "heading", "article"),
        ("One two.", "paragraph", "article"),
        ("Three lines.", "paragraph", "article"),
        ("item", "list item", "article"),
        ("A bank", "caption", "figure"),
        ("©", "paragraph", "footer"),
    ]
    assert article.language == "en-GB"


def test_html_is_read_with_its_declared_metadata(tmp_path: Path) -> None:
    article = read_one(
        save(
            tmp_path,
            "a.html",
            """<link rel=canonical href="https://example.org/mud"><script type="application/ld+json">{"@graph":
            [{"@type":"NewsArticle","headline":"On &amp; mud","articleSection":"Science","datePublished":
            "2026-11-20T06:00:00Z","author":[{"name":"Ada Marsh"},{"name":"Ben Reed"}]}]}</script><p>Text.""",
        )
    )
    assert article.headline == "On & mud"
    assert (article.section, article.url) == ("Science", "https://example.org/mud")
    assert article.published == date(2026, 11, 20)
    assert article.byline is not None
    assert "Ada Marsh" in article.byline
    assert "Ben Reed" in article.byline


def test_html_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = "<meta charset=iso-8859-1><p>£3 – “a scandal”".encode("cp1252")
    assert texts(save(tmp_path, "a.html", page)) == ["£3 – “a scandal”"]


def test_the_folders_section_overrides_the_pages(tmp_path: Path) -> None:
    file = save(tmp_path, "a.html", '<meta property="article:section" content="World"><p>Text.')
    assert read_one(file).section == "World"
    assert read(file, section="Asia")[0].section == "Asia"


def test_very_deep_nesting_is_read_or_an_error_but_no_crash(tmp_path: Path) -> None:
    assert texts(save(tmp_path, "a.html", "<div>" * 200 + "<p>Deep.")) == ["Deep."]
    with pytest.raises(ArticleError):
        read(save(tmp_path, "b.html", "<div>" * 100_000 + "<p>Deeper."))


def test_what_jinas_reader_answers_is_markdown_in_a_text_file_too(tmp_path: Path) -> None:
    answer = "Title: The mill\n\nURL Source: https://example.org/\n\nMarkdown Content:\nIt has *bees*.\n"
    article = read_one(save(tmp_path, "a.txt", answer))
    assert (article.headline, [block.text for block in article.blocks]) == ("The mill", ["It has bees."])


def test_the_properties_above_a_plain_text_are_metadata(tmp_path: Path) -> None:
    text = "The mill\n\nAuthor: Ada Marsh\nDate: 20 November 2026\nURL: https://example.org/\n\nIt has bees.\n"
    article = read_one(save(tmp_path, "a.txt", text.replace("\n", "\r\n")))
    assert (article.byline, article.published) == ("Ada Marsh", date(2026, 11, 20))
    assert [block.text for block in article.blocks] == ["The mill", "It has bees."]
