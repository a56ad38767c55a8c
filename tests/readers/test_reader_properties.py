"""Readers alter nothing: paragraphs written in any format are read with the same words, digits and signs."""

from __future__ import annotations

import textwrap
import zipfile
from html import escape
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from audio_edition.errors import ArticleError
from audio_edition.model import BlockKind
from audio_edition.readers import SUFFIXES, feed, html, markdown, plain, read
from audio_edition.readers.epub import parse as parse_epub
from audio_edition.readers.notes import remove_note_marks
from tests.readers.test_collections import CONTAINER

FACTS = (
    "12.5 percent|$4.2bn|2:30|3/4|1,555,200|£4,200|0.1mm|22nd|2024-25|7.42am|−19°C|(AP)|“a scandal”|don’t"
    "|well-known|9–5|A4|[sic]|CO2|50%|#1|Q&A|AT&T|a@b.org|x < y|1 > 0|…|—|'90s|No. 7|U.S.|3,4|M&Ms|1/2|±2"
    "|§ 3|“No,”|e.g.|№ 5"
    "|10⁶|naïve|Łódź|1+1"
).split("|")
WORDS = st.sampled_from(
    "the a harbour council boat silt winter nobody said that was is in of and heron Tamsin".split()
)
SENTENCE = st.builds(
    lambda words, facts, stop: " ".join([*words[:3], *facts, *words[3:]]).capitalize() + stop,
    st.lists(WORDS, min_size=6, max_size=14),
    st.lists(st.sampled_from(FACTS), max_size=3),
    st.sampled_from([".", "?", "!", ".”", ""]),
)
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)
STORY = st.lists(PARAGRAPH, min_size=1, max_size=6)
LONG_STORY = st.lists(st.lists(SENTENCE, min_size=3, max_size=6).map(" ".join), min_size=3, max_size=6)
ELEMENTS = st.sampled_from(
    ["<p>{}</p>", "<div>{}</div>", "<li>{}</li>", "<blockquote><p>{}</p></blockquote>", "<p>{}"]
)
INLINE = st.sampled_from(
    ["<b>{}</b>", "<a href=x>{}</a>", "<span class=x>{}</span>", "<x-y>{}</x-y>", "{}<wbr>", "{}<!-- x -->"]
)


def texts_of(page: str) -> list[str]:
    return [block.text for block in remove_note_marks(html.parse(page).blocks)]


@given(STORY, st.data())
def test_html_alters_no_paragraph(story: list[str], data: st.DataObject) -> None:
    page = ""
    for paragraph in story:
        words = [escape(word, quote=False) for word in paragraph.split()]
        place = data.draw(st.integers(0, len(words) - 1))
        words[place] = data.draw(INLINE).format(words[place])
        page += data.draw(ELEMENTS).format(data.draw(st.sampled_from([" ", "\n", "&nbsp;", "\t "])).join(words))
    assert texts_of(page) == story


@given(STORY)
def test_html_with_line_breaks_alters_no_paragraph(story: list[str]) -> None:
    assert texts_of(f"<td>{'<br><br>'.join(escape(line, quote=False) for line in story)}") == story


@given(STORY, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"]))
def test_plain_text_with_a_paragraph_per_line_alters_no_paragraph(story: list[str], end: str) -> None:
    assert [block.text for block in plain.parse(end.join(story)).blocks] == story


@given(LONG_STORY, st.integers(50, 90))
def test_hard_wrapped_text_loses_no_word(story: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in story)
    found = " ".join(block.text for block in plain.parse(text).blocks)
    assert found == " ".join(story)


MARKDOWN_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>()#+-.!|~^=&$:@"})


@given(STORY, st.sampled_from(["{}", "> {}", "- {}", "**{}**", "{}\n"]))
def test_markdown_alters_no_paragraph(story: list[str], form: str) -> None:
    text = "\n\n<!-- -->\n\n".join(form.format(line.translate(MARKDOWN_SIGNS)) for line in story)
    assert [block.text for block in markdown.parse(text).blocks] == story


@given(st.lists(st.sampled_from(FACTS), min_size=1, max_size=9))
@example(["~5", "and", "~6"])
@example(["2^n", "is", "2^m"])
@example(["[1]", "[^1]", "$4", "and", "$5"])
def test_figures_and_signs_need_no_escape_in_markdown(facts: list[str]) -> None:
    line = f"It was {' and '.join(facts)} then."
    assert [block.text for block in markdown.parse(line).blocks] == [line]


@given(STORY)
def test_a_feed_and_a_book_alter_no_paragraph(story: list[str]) -> None:
    page = "".join(f"<p>{escape(line, quote=False)}</p>" for line in story)
    rss = f"<item><encoded xmlns='http://purl.org/rss/1.0/modules/content/'>{escape(page)}</encoded></item>"
    (article,) = feed.parse(f"<rss version='2.0'><channel>{rss}</channel></rss>".encode())
    assert [block.text for block in article.blocks] == story
    filler = (
        "<p>And so it went, for twenty words and more, until nobody in the town could think of a word to add.</p>"
    )
    with zipfile.ZipFile(file := BytesIO(), "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        items = "<manifest><item id='a' href='a.html'/></manifest><spine><itemref idref='a'/></spine>"
        archive.writestr("OPS/package.opf", f"<package>{items}</package>")
        archive.writestr("OPS/a.html", f"<html><body>{page}{filler}</body></html>")
    (article,) = parse_epub(file.getvalue())
    assert [block.text for block in article.blocks][:-1] == story


@given(STORY, st.sampled_from(["[{}]", "<sup>{}</sup>", "<sup><a href='#n{}'>{}</a></sup>"]))
def test_footnote_marks_are_removed_only_if_there_is_a_note(story: list[str], form: str) -> None:
    marks = [form.format(n, n) for n in range(1, len(story) + 1)]
    page = "".join(f"<p>{escape(line)} It is done{mark} now.</p>" for line, mark in zip(story, marks, strict=True))
    notes = "".join(f"<p id='n{n}'>{mark} Note.</p>" for n, mark in enumerate(marks, 1))
    found = remove_note_marks(html.parse(page + notes).blocks)
    spoken = [block.text for block in found if block.kind is not BlockKind.FOOTNOTE]
    assert spoken == [f"{line} It is done now." for line in story]
    if "href" not in form:
        alone = [block.text for block in remove_note_marks(html.parse(page).blocks)]
        assert all("done now" not in line for line in alone)


PIECES = st.sampled_from(
    b"<p> </p> <div> <br> <table> <td> <pre> &#0; &lt; \xff\xfe \x00 PK\x03\x04 {} [ --- +++ \n \r > * | \xc3"
    b" \xa9 <!-- ]]> <rss> <html>".split(b" ")
)
JUNK = st.one_of(
    st.binary(max_size=300),
    st.lists(PIECES, max_size=60).map(b"".join),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=JUNK)
def test_any_bytes_give_blocks_or_an_article_error_with_a_hint(suffix: str, data: bytes, tmp_path: Path) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes(data)
    try:
        articles = read(file)
    except ArticleError as error:
        checks = (str(error).startswith(str(file)), bool(error.hint))
    else:
        texts = [block.text for article in articles for block in article.blocks]
        checks = (bool(texts), all(text == " ".join(text.split()) for text in texts))
    assert checks == (True, True)
