"""The metadata that a page declares, and stories that it declares or holds but does not show."""

from __future__ import annotations

import json
from datetime import date

import pytest

from audio_edition.model import BlockKind
from audio_edition.readers import html
from tests.readers.test_html import MUD, paragraphs

STORY_IN_JSON = json.dumps({"@type": "NewsArticle", "headline": "On mud", "articleBody": "\n\n".join(MUD)})
STORY_AS_HTML = json.dumps({"@type": "NewsArticle", "headline": "On mud", "articleBody": paragraphs(*MUD)})
NEXT = json.dumps(
    {
        "props": {
            "article": {
                "body": [{"type": "p", "children": [{"text": line[:9]}, {"text": line[9:]}]} for line in MUD],
                "related": [{"title": "A"}, {"title": "B"}],
            }
        }
    }
)
NEXT_HTML = json.dumps({"props": {"related": [], "content": {"html": paragraphs(*MUD)}}})


@pytest.mark.parametrize(
    ("page", "where"),
    [
        (f"<script type='application/ld+json'>{STORY_IN_JSON}</script><div id=root></div>", "declares"),
        (f"<script type='application/ld+json'>{STORY_AS_HTML}</script><p>Turn JavaScript on.</p>", "declares"),
        (f"<script type='application/ld+json'>{STORY_IN_JSON}</script><h1>On mud</h1><p>{MUD[0]}</p>", "declares"),
        (f"<div id=__next></div><script type='application/json'>{NEXT}</script>", "data"),
        (f"<div id=__next></div><script type='application/json'>{NEXT_HTML}</script>", "data"),
        (f"<h1>On mud</h1><div class=paywall style='display:none'>{paragraphs(*MUD * 2)}</div>", "hides"),
        (f"<div id=app></div><noscript>{paragraphs(*MUD * 2)}</noscript>", "hides"),
    ],
)
def test_a_story_that_is_not_shown_is_found_with_a_warning(page: str, where: str) -> None:
    article = html.parse(f"<title>On mud</title>{page}")
    found = [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    assert found == [*MUD] * (len(found) // len(MUD))
    assert [where in warning for warning in article.warnings] == [True]


def test_a_short_hidden_text_is_not_the_story() -> None:
    page = f"<h1>On mud</h1><p>{MUD[0]}</p><p>{MUD[1]}</p><div hidden>{paragraphs(*MUD)}</div>"
    assert [block.text for block in html.parse(page).blocks] == ["On mud", *MUD[:2]]


def test_a_story_that_is_shown_is_read_from_the_page_not_from_the_declaration() -> None:
    page = (
        f"<script type='application/ld+json'>{STORY_IN_JSON}</script><article>{paragraphs(*MUD)}<p>End.</article>"
    )
    article = html.parse(page)
    assert article.warnings == ()
    assert article.blocks[-1].text == "End."


DECLARED = {
    "microdata": (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop=headline>On mud</h1>'
        "<span itemprop=author itemscope><a itemprop=name>Ada Marsh</a></span>"
        '<time itemprop=datePublished datetime="2026-11-18T06:00">'
    ),
    "rdfa": (
        '<div vocab="https://schema.org/" typeof=NewsArticle><h1 property="schema:headline">On mud</h1>'
        '<i property=author>Ada Marsh</i><meta property="datePublished" content="2026-11-18">'
    ),
    "dublin core": (
        '<meta name="DC.title" content="On mud"><meta name="DC.creator" content="Ada Marsh">'
        '<meta name="dc.date" content="2026-11-18">'
    ),
    "libraries": (
        '<meta name="citation_title" content="On mud"><meta name="citation_author" content="Ada Marsh">'
        '<meta name="citation_publication_date" content="2026/11/18">'
    ),
    "opengraph": (
        '<meta property="og:title" content="On mud"><meta name="author" content="By Ada Marsh">'
        '<meta name="pubdate" content="Wed, 18 Nov 2026 23:30:00 -0500">'
    ),
    "title and reader view": (
        '<title>On mud | The Estuary Weekly</title><div class="credits reader-credits">Ada Marsh</div>'
        '<time datetime="2026-11-18">'
    ),
}


@pytest.mark.parametrize("page", DECLARED.values(), ids=DECLARED.keys())
def test_headline_author_and_date_are_read_from_every_kind_of_declaration(page: str) -> None:
    article = html.parse(f"{page}<p>Text.</p>")
    assert (article.headline, article.byline) == ("On mud", "Ada Marsh")
    assert article.published == date(2026, 11, 18)


def test_the_headline_of_a_teaser_in_json_is_not_the_articles() -> None:
    data = [
        {"@type": "NewsArticle", "headline": "A teaser", "url": "https://example.org/other"},
        {"@type": "NewsArticle", "headline": "On mud", "mainEntityOfPage": {"@id": "https://example.org/mud"}},
    ]
    page = f"<script type=application/ld+json>{json.dumps(data)}</script><p>Text."
    assert html.parse(f"<link rel=canonical href=https://example.org/mud>{page}").headline == "On mud"


def test_the_language_is_that_of_most_of_the_text() -> None:
    page = f'<html lang="en"><body><p>Menu</p><div lang="de_AT">{paragraphs(*MUD)}</div>'
    assert html.parse(page).language == "de-AT"
    assert html.parse("<html xml:lang='fr'><p>Bonjour.").language == "fr"
