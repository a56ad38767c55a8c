"""Pages are read as a browser shows them, and their markup is interpreted."""

from __future__ import annotations

import textwrap

import pytest

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import BlockKind
from audio_edition.readers import html

MUD = (
    "The harbour was dredged twice, and each time the silt came back before the bill for it was paid.",
    "Nobody in the town expects the third attempt to end better, though there is money for it this year.",
    "Fishermen, who have seen the charts change more often than the government, wait for a spring tide.",
    "So the boat lies where it was launched, a little lower every winter, with a heron on its mast.",
)


def texts(page: str) -> list[str]:
    return [block.text for block in html.parse(page).blocks]


def kinds(page: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in html.parse(page).blocks]


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span class=dropcap>T</span>he ferry", "The ferry"),
        ("<span style='float:left'>“T</span>he ferry", "“The ferry"),
        ("<img src=t.png alt=T>he ferry", "The ferry"),
        ("<img src=a.png alt=A> picture <img src=b.png alt='A bank'>of it", "picture of it"),
        ("<span aria-hidden=true>T</span><span class=sr-only>The</span> ferry", "The ferry"),
        ("The F<span style='font-variant: small-caps'>erry</span>", "The Ferry"),
        ("on the 13<sup>th</sup>, in the XX<sup>e</sup>", "on the 13th, in the XXe"),
        ("10<sup>6</sup> drops, 5 m<sup>2</sup>, 10<sup>-3</sup>", "10⁶ drops, 5 m², 10⁻³"),
        ("H<sub>2</sub>O", "H2O"),
        ("2<sup>1</sup>/<sub>2</sub> and <sup>3</sup>⁄<sub>4</sub>", "2 1/2 and 3⁄4"),
        ("He said <q>she said <q>no</q> twice</q>.", "He said “she said ‘no’ twice”."),
        ("<abbr title=Doctor>Dr</abbr> <dfn>Sand</dfn>", "Dr Sand"),
        ("Donau&shy;dampf<wbr>schiff&#8203;fahrt", "Donaudampfschifffahrt"),
        ("\u200eHaifa\u200f, \u202bעכו\u202c", "Haifa, עכו"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>です", "漢字です"),
        ("the <x-link href=a>council</x-link> met (<x-n>1</x-n>).", "the council met (1)."),
        ("an <input type=checkbox id=n class=margin-toggle><span class=sidenote>Aside.</span>end", "an end"),
        ("one<!-- no -->two<?php no ?>", "onetwo"),
        ("a &lt;b&gt; &amp;amp; &#8212; &euro;3", "a <b> &amp; — €3"),
        ("stray &#xD800;half and &#0;null", "stray \ufffdhalf and \ufffdnull"),
    ],
)
def test_a_line_is_read_as_a_browser_shows_it(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}</p>")[0] == text


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>4</mn></math>", "x² = 4"),
        ("<math><msqrt><mi>x</mi></msqrt></math>", "√x"),
        ("<math alttext='x squared'><mi>x</mi></math>", "x squared"),
        (
            r"<math alttext='{\rm x}'><semantics><mi>x</mi><annotation>{\rm x}</annotation></semantics></math>",
            "x",
        ),
        ("<span style='display: none'><math><mi>E</mi></math></span><img alt='{E}'>", "E"),
    ],
)
def test_a_formula_in_a_sentence_is_read_as_text(formula: str, text: str) -> None:
    assert texts(f"<p>Let {formula} be so.</p>") == [f"Let {text} be so."]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>no</p>",
        "<div style='display:none'><p>no</p></div>",
        "<div aria-hidden=true>no</div>",
        "<template><p>no</p></template>",
        "<noscript><p>no</p></noscript>",
        "<dialog><p>no</p></dialog>",
        "<textarea>no</textarea>",
        "<select><option>no</select>",
        "<svg><title>no</title><text>no</text></svg>",
        "<iframe>no</iframe>",
    ],
)
def test_hidden_elements_are_not_read(hidden: str) -> None:
    assert texts(f"<p>yes</p>{hidden}<p>yes</p>") == ["yes", "yes"]


@pytest.mark.parametrize(
    "shown",
    ["<p hidden=until-found>yes</p>", "<dialog open>yes</dialog>", "<details><summary>yes</summary></details>"],
)
def test_elements_that_a_user_can_open_are_read(shown: str) -> None:
    assert texts(shown) == ["yes"]


def test_the_page_behind_an_open_dialog_is_read() -> None:
    page = f"<main aria-hidden=true>{paragraphs(*MUD)}</main><div role=dialog><p>Cookies?</p></div>"
    assert texts(page) == [*MUD, "Cookies?"]


@pytest.mark.parametrize(
    "page",
    [
        "<div>{0}<br><br>{1}<br>\n<br>{2}</div>",
        "<div>{0}<br />&nbsp;<br />{1}<br><!-- --><br>{2}",
        "<div><font>{0}<br></font><br><i>{1}</i><br> <br>{2}</div>",
        "<div>{0}<br>&nbsp;&nbsp;&nbsp;{1}<br>&nbsp; &nbsp; {2}</div>",
        "<table><tr><td><a href=/>Home</a></td><td><p>{0}</p><p>{1}</p><p>{2}</p></td></tr></table>",
        "<table><tr><td>{0}<br><br>{1}<br><br>{2}</td></tr></table>",
        "<table role=presentation><tr><td>{0}</td><td>{1}</td></tr><tr><td colspan=2>{2}</td></tr></table>",
        "<table><tr><td><table><tr><td>x</td></tr></table></td><td><p>{0}<p>{1}<p>{2}</table>",
        "<center><table><tbody><tr><td>{0}</td></tr><tr><td>{1}</td></tr><tr><td>{2}</td></tr></tbody></table>",
        "<pre>\n{0}\n\n{1}\n\n{2}\n</pre>",
        "<a href=x><div>{0}</div><p>{1}</p></a><span><div>{2}</div></span>",
        "<my-story><my-part><p>{0}</p></my-part><p>{1}</p></my-story><p>{2}</p>",
    ],
)
def test_paragraphs_of_old_and_unusual_pages_are_separate_blocks(page: str) -> None:
    found = kinds(page.format(*MUD))
    assert [text for kind, text in found if kind is BlockKind.PARAGRAPH and len(text) > 20] == [*MUD[:3]]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1987</td><td>12</td></tr></table>",
        "<table><tr><td>1987</td><td>12</td></tr><tr><td>1988</td><td>14</td></tr></table>",
        "<table><caption>Boats</caption><tr><td>" + "word " * 50 + "</td></tr></table>",
    ],
)
def test_a_table_of_data_is_a_table(table: str) -> None:
    inside = {kind for kind, _ in kinds(table)}
    assert inside == {BlockKind.TABLE}


def test_a_table_of_data_inside_a_layout_table_is_a_table() -> None:
    data = "<table><tr><th>Year</th></tr><tr><td>1987</td></tr></table>"
    found = kinds(f"<table><tr><td>Menu</td><td><p>{MUD[0]}</p>{data}<p>{MUD[1]}</p></td></tr></table>")
    assert [kind for kind, _ in found] == [
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.TABLE,
        BlockKind.TABLE,
        BlockKind.PARAGRAPH,
    ]


def test_a_poem_and_a_letter_in_preformatted_text_are_not_code() -> None:
    found = kinds(
        "<pre>The tide comes in,\n   the tide goes out.\n\nSo.</pre><pre><code>if (x) { y(); }</code></pre>"
    )
    assert found == [
        (BlockKind.VERSE, "The tide comes in,"),
        (BlockKind.VERSE, "the tide goes out."),
        (BlockKind.VERSE, "So."),
        (BlockKind.CODE, "if (x) { y(); }"),
    ]
    wrapped = "\n\n".join(["Sir,", textwrap.fill(" ".join(MUD), 60)])
    assert texts(f"<pre>{wrapped}</pre>") == ["Sir,", " ".join(MUD)]


@pytest.mark.parametrize(
    "code",
    [
        "<pre class=highlight>for x in y</pre>",
        "<div class=codehilite><pre>for x in y</pre></div>",
        "<pre><samp>ok</samp></pre>",
        "<pre>a = {b: [c, d]}; e(f);</pre>",
    ],
)
def test_preformatted_code_is_code(code: str) -> None:
    assert [kind for kind, _ in kinds(code)] == [BlockKind.CODE]


def test_deeply_nested_fonts_are_ignored_and_other_deep_nesting_is_an_error() -> None:
    assert texts("<p>one<font size=2><b>" * 300 + "<p>end") == ["one"] * 300 + ["end"]
    with pytest.raises(UnreadableArticleError, match="nested too deep"):
        html.parse("<div>" * 300 + "lost")
