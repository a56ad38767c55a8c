"""Reading a page takes time in proportion to its length, whatever element it repeats."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from audio_edition.errors import UnreadableArticleError
from audio_edition.readers import html

SHORT = 25_000
"""Characters of the shorter page; the other is four times as long."""

GROWTH = 8.0
"""Linear growth gives 4, quadratic growth 16."""

LINE = "<p>The harbour was dredged twice before anybody thought of asking the heron.</p>"
PAGES = {
    "articles inside an article": ("<article><h1>a</h1>" + LINE * 9, "<article><p>a</p></article>"),
    "articles side by side": ("<title>b</title><h1>b</h1>", "<article><h2>a</h2><p>x</p></article>"),
    "headings": ("<title>b</title>", f"<div class=post><h1>a</h1>{LINE}</div>"),
    "hidden paragraphs": ("<article>", f"<div hidden>{LINE}</div>"),
    "hidden inside hidden": ("", "<div hidden>" * 90 + LINE + "</div>" * 90),
    "named inside named": ("", "<div class=footnotes>" * 90 + LINE + "</div>" * 90),
    "figures inside figures": ("<figure>" * 90, "<figure><blockquote>a</blockquote></figure>"),
    "line breaks": ("<p>", "<a href=x>word</a><br>"),
    "clocks": ("<div class=live>", "<span>14:02</span>" + LINE),
    "speeches": ("<table>", "<tr><td>Q</td><td>Not in this long and windy life of mine.</td></tr>"),
    "tooltips": ("<p>", "<span class=tooltip>a<span class=tooltip-text>b</span></span>"),
    "spans": ("<div>", "<span>The harbour was dredged twice before anybody asked.</span>"),
    "marks": ("<p>", "word<sup>*</sup>"),
    "linked paragraphs": ("", LINE + "<p><a href=x>Nobody asked the heron.</a></p>"),
    "rules of a style sheet": ("<style>", ".a.b,p.c{display:none}"),
    "open rules of a style sheet": ("<style>", ".a{display:"),
}


def seconds(page: str) -> float:
    start = time.process_time()
    with suppress(UnreadableArticleError):
        html.parse(page)
    return time.process_time() - start


@pytest.mark.parametrize(("opening", "unit"), PAGES.values(), ids=PAGES.keys())
def test_a_page_takes_time_in_proportion_to_its_length(opening: str, unit: str) -> None:
    short, long = (opening + unit * (length // len(unit)) for length in (SHORT, 4 * SHORT))
    ratios = []
    for _ in range(3):
        ratios.append(seconds(long) / seconds(short))
        if ratios[-1] < GROWTH:
            return
    pytest.fail(f"four times the length takes {min(ratios):.1f} times as long")
