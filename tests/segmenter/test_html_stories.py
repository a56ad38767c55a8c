"""Pages in unusual markup are spoken whole, and what stands beside their story is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audio_edition.model import Script
from audio_edition.readers import html
from audio_edition.segmenter import segment
from tests.segmenter.test_traps import FERRY, HEADLINE, ONE

MENU = "<header><a href=/>The Orr Weekly</a><nav><ul><li><a href=/a>News</a></li></ul></nav></header>"
FOOTER = "<footer><p>© 2026 The Orr Weekly. All rights reserved.</p></footer>"
H1 = f"<h1>{HEADLINE}</h1>"
STORY = "".join(f"<p>{line}</p>" for line in FERRY)
NEWS = (
    "Goats have been seen on the roof of the town hall, and nobody knows how they got there.",
    "The mail boat has left the mainland with nine sacks of letters and a piano for the school.",
)
TEASER = "The bell is old. The hull is older."


def read(body: str) -> Script:
    page = f"<title>{HEADLINE} | The Orr Weekly</title>{MENU}{body}{FOOTER}"
    return segment(replace(html.parse(page), id="a", source="a.html"))


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=instagram-media>{H1}{STORY}</div>",
        f"<article class=footnotes>{H1}{STORY}</article>",
        f"<article>{H1}<section id=discussion aria-label=Responses><h2>Discussion</h2>{STORY}</section></article>",
        f"<article>{H1}<p>{ONE}</p><div hidden>{STORY[len(ONE) + 7 :]}</div></article>",
        f"<div>{H1}{''.join(f'<span>{line}</span>' for line in FERRY)}</div>",
        f"<div>{H1}<div>{'<br>'.join(FERRY)}</div></div>",
        f"<div>{H1}{''.join(f'<figure><img><figcaption>{line}</figcaption></figure>' for line in FERRY)}</div>",
    ],
    ids=["embed", "notes", "comments", "hidden", "spans", "breaks", "captions"],
)
def test_a_story_in_unusual_markup_is_spoken_whole(body: str) -> None:
    script = read(body)
    assert [p.text for p in script.paragraphs if p.text in FERRY] == [*FERRY]
    assert script.headline == HEADLINE


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (f"<header>{H1}<p class=article-teaser>{TEASER}</p></header><main>{STORY}</main>", TEASER),
        (f"<article>{H1}{STORY}<p><a href=x>{NEWS[0]}</a></p><p>{ONE} So be it.</p></article>", NEWS[0]),
        (
            f"<article>{H1}{STORY}<div class='kg-card kg-callout-card'>{NEWS[0]}</div><p>{ONE} So.</p></article>",
            NEWS[0],
        ),
    ],
    ids=["lead", "link", "callout"],
)
def test_a_line_of_the_story_with_the_markup_of_another_is_spoken(body: str, line: str) -> None:
    assert line in [paragraph.text for paragraph in read(body).paragraphs]


@pytest.mark.parametrize(
    "other",
    [
        f"<div class='article next'><h1>Goats</h1><p>{NEWS[0]}</p><p>{NEWS[1]}</p></div>",
        f"<div class=live><b>9:05</b><p>{NEWS[0]}</p><b>8:40</b><p>{NEWS[1]}</p><b>8:00</b><p>{ONE} So.</p></div>",
    ],
)
def test_another_article_of_the_page_is_dropped_by_name(other: str) -> None:
    script = read(f"<div class=article>{H1}{STORY}</div>{other}")
    assert {drop.rule for drop in script.dropped if drop.text in NEWS} == {"another article of the page"}
    assert [p.text for p in script.paragraphs if p.text in FERRY] == [*FERRY]


def test_a_pull_quote_without_quotation_marks_is_dropped() -> None:
    quote = "it is thinner every spring than the bell is loud"
    script = read(f"<article>{H1}<p>{ONE} Indeed {quote}.</p><div class=pull-quote>{quote}</div>{STORY}</article>")
    assert quote not in [paragraph.text for paragraph in script.paragraphs]
