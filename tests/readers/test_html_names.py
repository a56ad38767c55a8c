"""Elements recognised by the names in a page's markup: footnotes, page numbers, lists, boxes, navigation bars."""

from __future__ import annotations

import pytest

from audio_edition.model import BlockKind
from audio_edition.readers import html
from tests.readers.test_html import MUD, kinds, paragraphs, texts

FOOTNOTES = {
    "wikipedia": (
        '<p>Sunk.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>'
        '<sup class="noprint">[<i>citation needed</i>]</sup></p><ol class="references"><li id="cite_note-1">'
        '<b><a href="#cite_ref-1">^</a></b> See the minutes.</li></ol>'
    ),
    "pandoc": (
        '<p>Sunk.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
        '<section role="doc-endnotes"><ol><li id="fn1"><p>See the minutes.<a href="#fnref1" role="doc-backlink">'
        "↩︎</a></p></li></ol></section>"
    ),
    "word": (
        '<p class=MsoNormal>Sunk.<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span>[1]</span>'
        '</span></a></p><div><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> See the minutes.'
        "</p></div></div>"
    ),
    "google docs": (
        '<p><span>Sunk.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p>'
        '<a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;See the minutes.</span></p></div>'
    ),
    "libreoffice": (
        '<p>Sunk.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>'
        '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"'
        ' href="#sdfootnote1anc">1</a>See the minutes.</p></div>'
    ),
    "gutenberg": (
        '<p>Sunk.<a id="FNanchor_1"></a><a href="#Footnote_1" class="fnanchor">[1]</a></p><div class="footnote"><p>'
        '<a id="Footnote_1"></a><a href="#FNanchor_1"><span class="label">[1]</span></a> See the minutes.</p></div>'
    ),
    "unknown names": (
        '<p>Sunk.<sup><a id="x7" href="#y7">a</a></sup></p><p id="y7"><a href="#x7">a</a> See the minutes.</p>'
    ),
    "beside": '<p>Sunk.<span class="footnote">See the minutes.</span></p>',
}


@pytest.mark.parametrize("markup", FOOTNOTES.values(), ids=FOOTNOTES.keys())
def test_footnotes_are_recognised_and_their_marks_removed(markup: str) -> None:
    assert kinds(markup) == [(BlockKind.PARAGRAPH, "Sunk."), (BlockKind.FOOTNOTE, "See the minutes.")]


def test_a_section_that_a_raised_number_links_to_is_not_a_footnote() -> None:
    page = f'<p>See<sup><a href="#part2">2</a></sup>.</p><div id="part2"><h2>Part two</h2>{paragraphs(*MUD)}</div>'
    assert BlockKind.FOOTNOTE not in {kind for kind, _ in kinds(page)}


@pytest.mark.parametrize("mark", ['<span class="pagenum">[Pg 12]</span>', '<span epub:type="pagebreak">xii</span>'])
def test_page_numbers_of_a_print_edition_are_not_read(mark: str) -> None:
    assert texts(f"<p>The man{mark} went out.</p>") == ["The man went out."]


def test_list_paragraphs_of_word_are_list_items_without_bullets() -> None:
    bullet = (
        "<span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>"
    )
    page = (
        f"<p class=MsoListParagraphCxSpFirst>{bullet}An item</p><p class=MsoListParagraph><span>2.</span> Two</p>"
    )
    assert kinds(page) == [(BlockKind.LIST_ITEM, "An item"), (BlockKind.LIST_ITEM, "2. Two")]


def test_text_in_the_box_of_a_picture_has_the_hint_picture() -> None:
    page = f"<div><p>{MUD[0]}</p><div><img src=a><div>A bank</div></div><p>{MUD[1]}</p></div>"
    assert ["picture" in block.hints for block in html.parse(page).blocks] == [False, True, False]


def test_navigation_bars_and_licences_that_programs_add_are_known() -> None:
    page = (
        '<div class="calibre_navbar1">| <a href=x>Next</a> |</div><amp-sidebar><p>Home</p></amp-sidebar>'
        '<section class="pg-boilerplate pgheader"><p>For anyone, anywhere.</p></section>'
        '<p>This was downloaded by <b>calibre</b> from <a href=x rel="calibre-downloaded-from">x</a></p><p>So.'
    )
    blocks = html.parse(page).blocks
    assert [block.container for block in blocks] == ["nav", "nav", "", "footer", ""]
    assert [block.kind is BlockKind.IMPRINT for block in blocks] == [False, False, True, False, False]


def test_a_teaser_inside_an_article_is_an_aside_but_the_posts_of_a_live_page_are_not() -> None:
    teaser = f"<article><h3>Bread</h3><p>{MUD[0]}</p></article>"
    page = f"<article><h1>On mud</h1>{paragraphs(*MUD[1:])}{teaser}</article>"
    assert [block.container for block in html.parse(page).blocks] == ["article"] * 4 + ["aside"] * 2
    posts = "".join(f"<article><p>{line}</p></article>" for line in MUD)
    live = f"<article><h1>Live: on mud</h1>{posts}</article>"
    assert {block.container for block in html.parse(live).blocks} == {"article"}
