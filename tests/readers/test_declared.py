"""The metadata that a page declares, and stories that it declares or holds but does not show."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

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


LONG = f"<p>{MUD[0]} {MUD[1]}</p>"
SITE = "<meta property=og:site_name content='Tidal Post'>"


def json_article(*others: Any, **properties: Any) -> str:
    graph = [{"@type": "NewsArticle", **properties}, *others]
    return f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'


@pytest.mark.parametrize(
    "page",
    [
        "<title>On mud and eels - The Estuary Weekly</title><div>On mud and eels</div>",
        "<title>The Estuary Weekly » On mud and eels</title><h1>The Estuary Weekly</h1><h2>On mud and eels</h2>",
        "<title>On mud and eels | Tidal Post</title><h1><a href='/'>Tidal Post</a></h1><h2>On mud and eels</h2>",
        f"{SITE}<meta property=og:title content='On mud and eels :: Tidal Post'><h1>On mud and eels</h1>",
        "<title>On mud and eels – tidalpost.example</title><h1>Menu</h1><h1>News</h1>",
        "<link rel=canonical href='https://www.tidal-post.example/mud'><title>On mud and eels - Tidal Post</title>",
        json_article(headline="On mud and eels - Tidal Post", publisher={"name": "Tidal Post"}),
    ],
)
def test_the_headline_has_no_name_of_the_site(page: str) -> None:
    assert html.parse(page + LONG).headline == "On mud and eels"


@pytest.mark.parametrize(
    ("page", "headline"),
    [
        (
            "<title>The mud is back – and nobody knows why it came</title>",
            "The mud is back – and nobody knows why it came",
        ),
        ("<title>Mud | Weekly</title><h1>The mud of the estuary</h1><h2>News</h2>", "The mud of the estuary"),
        ("<title>The mud - The sea</title><h1>The mud - The sea</h1>", "The mud - The sea"),
        ("<meta name=application-name content='On mud'><title>On mud</title><h1>On mud</h1>", "On mud"),
    ],
)
def test_a_headline_keeps_its_dashes_and_its_short_words(page: str, headline: str) -> None:
    assert html.parse(page + LONG).headline == headline


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ('"Ada Marsh"', "Ada Marsh"),
        ('{"@type": "Person", "name": "Ada Marsh"}', "Ada Marsh"),
        ('["Ada Marsh", {"name": ["Tom Ashby"]}]', "Ada Marsh, Tom Ashby"),
        ('{"@id": "#ada"}', "Ada Marsh"),
        ('[{"@type": "Organization", "name": "Tidal Post"}, {"name": "Ada Marsh"}]', "Ada Marsh"),
        ('{"@type": "Organization", "name": "Tidal Post"}', "Tidal Post"),
        ('"ada.marsh@tidalpost.example"', None),
        ('"admin"', None),
    ],
)
def test_authors_in_json_are_texts_objects_references_or_lists(author: str, byline: str | None) -> None:
    ada = {"@type": "Person", "@id": "#ada", "name": "Ada Marsh"}
    data = json_article(ada, headline="On mud", author=json.loads(author), publisher={"name": "Tidal Post"})
    assert html.parse(f"{data}<h1>On mud</h1>{LONG}").byline == byline


@pytest.mark.parametrize(
    "markup",
    [
        '<p>By <a rel="author" href="/ada">Ada Marsh</a> on Monday</p>',
        '<div class="post-author">by <span class="author-name">Ada Marsh</span></div>',
        '<aside><div class="contributor">Ada Marsh</div></aside>',
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Marsh">',
        '<meta name="author" content="tidalpost.example"><address class="byline">Von Ada Marsh</address>',
    ],
)
def test_an_author_that_the_markup_names_is_read(markup: str) -> None:
    assert html.parse(f"<h1>On mud</h1>{markup}{LONG}<p class=author>Otto Penn</p>").byline == "Ada Marsh"


def test_an_author_behind_the_story_counts_if_the_links_of_the_page_name_one() -> None:
    one = '<footer><p>By <a class="p-author h-card" href="/a">Ada Marsh</a></p></footer>'
    two = '<a rel="author" href="/o">Otto Penn</a>'
    assert html.parse(f"<h1>On mud</h1>{LONG}{one}").byline == "Ada Marsh"
    assert html.parse(f"<h1>On mud</h1>{LONG}{one}{two}").byline is None
