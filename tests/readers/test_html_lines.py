"""Line breaks, tables of speeches, links that are sentences, leads, notes and the signs beside headings."""

from __future__ import annotations

import pytest

from audio_edition.model import Block, BlockKind
from audio_edition.readers import html
from tests.readers.test_html import MUD, kinds, paragraphs, texts

SPEECHES = (
    ("Brekke", "Who took the last of the matches?"),
    ("Dahl", "You did, on Monday, and you said that you would bring them back before the tide turned."),
    ("Brekke", "Did I?"),
    ("Dahl", "You did."),
)


def table(rows: tuple[tuple[str, ...], ...], cell: str = "<td>{}</td>") -> str:
    return "<table>" + "".join("<tr>" + "".join(map(cell.format, row)) + "</tr>" for row in rows) + "</table>"


def block_of(page: str, text: str) -> Block:
    return next(block for block in html.parse(page).blocks if block.text == text)


@pytest.mark.parametrize(
    "lines",
    [
        [*MUD],
        ["Open on Mondays.", "Closed when the tide is out."],
        ["The board still has:", "Two dredgers", "One diver", "No money"],
        ["Kiel", "Rostock", "Wismar"],
        ["Die Flut kommt um sechs.", "Niemand weiß, warum."],
        ["港は閉まっている。", "船は来ない。"],
    ],
)
def test_a_line_break_ends_a_line(lines: list[str]) -> None:
    assert texts(f"<p>{'<br>'.join(lines)}</p>") == lines
    assert texts(f"<div><b>{'</b><br/> <b>'.join(lines)}</b></div>") == lines


def test_the_lines_of_a_list_are_list_items() -> None:
    assert [kind for kind, _ in kinds("<p>Bring:<br>two ropes<br>One lamp<br>A boat</p>")] == [
        BlockKind.PARAGRAPH,
        *[BlockKind.LIST_ITEM] * 3,
    ]
    assert all("line" in block.hints for block in html.parse("<p>One lamp.<br>Two boats.</p>").blocks)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>The harbour was dredged twice, and each<br>time the silt came back before<br>the bill was paid.</p>",
        "<p>The harbour was dredged twice, by a firm from Kiel,<br>Rostock and Wismar.</p>",
        "<p>The harbour was dredged twice in ten years by the firm of<br>Brekke and Dahl.</p>",
        "<h1>The harbour<br>No dredger reaches</h1>",
        "<figcaption>The harbour<br>Photo: J. Roe</figcaption>",
    ],
)
def test_a_line_break_inside_a_sentence_a_heading_or_a_caption_ends_none(markup: str) -> None:
    assert len(texts(markup)) == 1


def test_each_line_of_a_paragraph_has_the_links_and_the_language_of_its_own() -> None:
    page = "<p><a href=x>One lamp.</a><br><i lang=de>Zwei Boote.</i><br>Three herons.</p>"
    found = html.parse(page).blocks
    assert [(block.link_density, block.language) for block in found] == [(1.0, None), (0.0, "de"), (0.0, None)]


@pytest.mark.parametrize("cell", ["<td>{}</td>", "<td><p>{}</p></td>", "<td><b>{}</b></td>"])
def test_a_table_of_speeches_is_read_row_by_row(cell: str) -> None:
    found = kinds(paragraphs(*MUD[:2]) + table(SPEECHES, cell))[2:]
    assert found == [(BlockKind.PARAGRAPH, f"{speaker}: {speech}") for speaker, speech in SPEECHES]


def test_the_speakers_may_be_heads_of_rows_and_have_colons() -> None:
    page = table(SPEECHES).replace("<td>Brekke</td>", "<th>Brekke:</th>").replace("<td>Dahl</td>", "<th>Dahl:</th>")
    assert texts(page) == [f"{speaker}: {speech}" for speaker, speech in SPEECHES]


def test_a_table_of_words_and_explanations_is_read() -> None:
    rows = (("Silt", f"{MUD[0]}"), ("Spring tide", MUD[2]))
    assert kinds(table(rows)) == [(BlockKind.PARAGRAPH, f"{word}: {text}") for word, text in rows]


@pytest.mark.parametrize(
    "rows",
    [
        (("January", "4 days"), ("February", "6 days"), ("March", "No flights.")),
        (("Dredger", "$900", "It leaves on Monday and comes back on Friday if the sea allows."),) * 3,
        (("1987", MUD[0]), ("1988", MUD[1])),
        (("Length", "12 m"), ("Built", "In Kiel"), ("Length", "13 m")),
        (("Boat", "Harbour"), ("Heron", "Mast"), ("Boat", "Mud")),
    ],
)
def test_a_table_of_facts_is_a_table(rows: tuple[tuple[str, ...], ...]) -> None:
    assert {kind for kind, _ in kinds(table(rows))} == {BlockKind.TABLE}


def test_a_table_with_a_head_is_a_table() -> None:
    page = table(SPEECHES).replace("<table>", "<table><thead><tr><th>Who</th><th>What</th></tr></thead>")
    assert {kind for kind, _ in kinds(page)} == {BlockKind.TABLE}


def test_a_sentence_that_is_a_link_counts_as_text_among_the_paragraphs_of_a_story() -> None:
    page = f"<div>{paragraphs(MUD[0])}<p><a href=x><b>{MUD[1]}</b></a></p>{paragraphs(MUD[2])}</div>"
    assert block_of(page, MUD[1]).link_density == 0


def test_items_that_are_links_count_as_text_between_paragraphs_of_a_story() -> None:
    items = "".join(f"<li><a href=x>{line}</a></li>" for line in MUD[1:3])
    page = f"<div>{paragraphs(MUD[0])}<ul>{items}</ul>{paragraphs(MUD[3])}</div>"
    assert [block.link_density for block in html.parse(page).blocks] == [0] * 4


@pytest.mark.parametrize(
    "link",
    [
        "<p><a href=x>More: the heron that would not leave</a></p>",
        f"<div class=card><p><a href=x>{MUD[1]}</a></p></div>",
        "<ul><li><a href=x>Home</a></li><li><a href=x>Tides.</a></li></ul>",
        f"<nav><p><a href=x>{MUD[1]}</a></p></nav>",
    ],
)
def test_other_links_stay_links(link: str) -> None:
    page = f"<div>{paragraphs(MUD[0])}{link}{paragraphs(MUD[2])}</div>"
    assert any(block.link_density == 1 for block in html.parse(page).blocks)


@pytest.mark.parametrize("name", ["article-teaser", "headline-text", "promo"])
def test_a_lead_under_the_headline_has_no_misleading_hint(name: str) -> None:
    lead = "The mail boat comes twice a week, and the ferry does not come at all."
    page = (
        f"<header><h1>On mud</h1><b>By Jane Roe</b><p class={name}>{lead}</p></header><div>{paragraphs(*MUD)}</div>"
    )
    assert not block_of(page, lead).hints & {"related", "headline"}
    below = f"<h1>On mud</h1><div>{paragraphs(*MUD)}</div><p class={name}>{lead}</p>"
    assert block_of(below, lead).hints & {"related", "headline"}


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup>*</sup>", "<p><sup>*</sup> See the minutes.</p>"),
        ("<sup>††</sup>", "<p><sup>††</sup> See the minutes.</p>"),
        ("<span class=tooltip><sup>1</sup><span class=tooltip-text>See the minutes.</span></span>", ""),
        ("<sup>1</sup><span role=tooltip>See the minutes.</span>", ""),
        ("<span class=tip><span class='Term_tooltip__8V'>See the minutes of the board.</span></span>", ""),
    ],
)
def test_a_raised_sign_is_a_mark_and_a_tooltip_is_a_note(mark: str, note: str) -> None:
    found = kinds(f"<p>It sank{mark}.</p>{note}")
    assert found[0] == (BlockKind.PARAGRAPH, "It sank.")
    assert [kind for kind, _ in found[1:]] == [BlockKind.FOOTNOTE]


def test_a_word_with_a_tooltip_and_a_line_after_a_sign_are_text() -> None:
    page = "<p>The <span class=tooltip>keel<span class=tooltiptext>the lowest beam of all</span></span> broke.</p>"
    assert texts(page)[0] == "The keel broke."
    assert kinds("<p><sup>*</sup> A star opens this line.</p>") == [
        (BlockKind.PARAGRAPH, "A star opens this line.")
    ]


@pytest.mark.parametrize(
    "sign",
    [
        "<a class=headerlink href='#x'>¶</a>",
        " <a class=anchor href='#x' aria-label=Permalink>#</a>",
        "<a href='#x'>🔗</a>",
        "<a class=header-anchor href='#x'>Permalink</a>",
        "<span class=mw-editsection>[<a href=e>Bearbeiten</a> | <a href=q>Quelltext</a>]</span>",
    ],
)
def test_signs_beside_a_heading_are_not_read(sign: str) -> None:
    assert texts(f"<h2>On mud{sign}</h2>") == ["On mud"]


def test_a_heading_in_a_link_is_read() -> None:
    assert texts("<h2><a class=anchor href='#x'>On mud</a></h2><p>Hymn <a href=x>#</a> 9</p>") == [
        "On mud",
        "Hymn # 9",
    ]


def test_what_mediawiki_puts_around_an_article_has_a_landmark() -> None:
    page = (
        "<h1>Mud</h1><div id=siteSub>From a wiki</div><div class='hatnote x'>For the band, see there.</div>"
        f"<div id=toc>Contents</div>{paragraphs(MUD[0])}<div class=navbox>Seas</div><div id=catlinks>Silt</div>"
    )
    containers = [block.container for block in html.parse(page).blocks]
    assert containers == ["", "aside", "aside", "nav", "", "nav", "nav"]
