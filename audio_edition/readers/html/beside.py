"""Find what stands beside the story though no landmark says so: teasers, further articles, live feeds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from lxml import html as lxml_html

from audio_edition.languages.words import count_words
from audio_edition.readers.html.names import HEADING_LEVELS

_MIN_PARAGRAPH_WORDS = 12
_MIN_PARAGRAPHS, _MIN_STORY_PARAGRAPHS = 2, 3
_ARTICLE_NAME = re.compile(r"article|post|story|entry|news", re.IGNORECASE)
_WHOLE_ARTICLE_NAMES = frozenset({"article", "post", "story", "hentry"})
_FEED_NAME = re.compile(r"live|ticker|feed|stream|direct|minute", re.IGNORECASE)
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?| ?uhr)?"
    r"|(?:vor|il y a|hace|há) \d{1,2} ?\w{1,8}\.?|\d{1,2} ?\w{1,8}\.? (?:ago|fa|geleden)",
    re.IGNORECASE,
)
_CLOCK_TAGS = ("time", "span", "div", "p", "strong", "b", "h3", "h4", "h5", "dt", "td")
_MAX_CLOCK_LENGTH = 20
_MIN_CLOCKS = 3


ASIDE, OTHER_ARTICLE = "aside", "other article"


def find_side_elements(page: lxml_html.HtmlElement) -> dict[lxml_html.HtmlElement, str]:
    """Return the container of each element beside the story: a teaser, another article, a live feed."""
    others = dict.fromkeys(chain(_further_articles(page), _live_feeds(page)), OTHER_ARTICLE)
    return dict.fromkeys(_side_articles(page), ASIDE) | others


def _side_articles(page: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """Yield the articles inside another that are teasers or comments, not parts of the outer story.

    All such articles together have less text than the rest of the outer article.
    """
    inner_articles: dict[lxml_html.HtmlElement, list[lxml_html.HtmlElement]] = {}
    for article in page.iter("article"):
        outer = next(article.iterancestors("article"), None)
        if outer is not None:
            inner_articles.setdefault(outer, []).append(article)
    for outer, inner in inner_articles.items():
        inner_length = sum(len(article.text_content()) for article in inner)
        if inner_length * 2 < len(outer.text_content()):
            yield from inner


def _further_articles(page: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """Yield the articles that a page loads below its story, each with a main heading of its own.

    The title of the page names the heading of the story only, and the other articles are called articles.
    """
    headings = list(dict.fromkeys(_headings(page)))
    title = _page_title(page)
    if len(headings) < 2 or not title:
        return
    units = _enclosing_units(headings)
    titled = [unit for heading, unit in units.items() if _plain(heading) in title]
    if not titled or _count_paragraphs(titled[0]) < _MIN_PARAGRAPHS:
        return
    for heading, unit in units.items():
        if _plain(heading) not in title and _is_article(unit) and _count_paragraphs(unit) >= _MIN_PARAGRAPHS:
            yield unit


def _headings(page: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """Yield the main headings of a page, and those of the second level with which an article begins."""
    yield from (heading for heading in page.iter("h1") if heading.text_content().strip())
    for article in page.iter("article", "div"):
        if article.tag == "article" or not _WHOLE_ARTICLE_NAMES.isdisjoint(article.get("class", "").split()):
            yield from _first_heading(article)


def _first_heading(article: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """Yield the heading with which an article begins, if it is of the second level and in no other article."""
    first = next(article.iter(*HEADING_LEVELS), None)
    if first is not None and first.tag == "h2" and next(article.iterancestors("article"), None) is None:
        yield first


def _enclosing_units(headings: list[lxml_html.HtmlElement]) -> dict[lxml_html.HtmlElement, lxml_html.HtmlElement]:
    """Return for each heading the largest element around it that holds none of the others."""
    counts = Counter(chain.from_iterable(heading.iterancestors() for heading in headings))
    return {
        heading: next((a for a in reversed([heading, *heading.iterancestors()]) if counts[a] <= 1), heading)
        for heading in headings
    }


def _is_article(unit: lxml_html.HtmlElement) -> bool:
    """Return True if an element is called an article and stands in none."""
    if next(unit.iterancestors("article"), None) is not None:
        return False
    return unit.tag == "article" or _ARTICLE_NAME.search(unit.get("class", "")) is not None


def _live_feeds(page: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """Yield the element around the dated messages of a live feed that stands apart from the story."""
    clocks = [element for element in page.iter(*_CLOCK_TAGS) if _is_clock(element)]
    if len(clocks) < _MIN_CLOCKS:
        return
    counts = Counter(chain.from_iterable(clock.iterancestors() for clock in clocks))
    around = [element for element in clocks[0].iterancestors() if counts[element] == len(clocks)]
    inside = _count_paragraphs(around[0])
    outside = _count_paragraphs(page) - inside
    feed = [element for element in around if _count_paragraphs(element) == inside][-1]
    if inside < _MIN_PARAGRAPHS or outside < _MIN_STORY_PARAGRAPHS or next(feed.iter("h1"), None) is not None:
        return
    has_paragraphs_beside = any(map(_is_paragraph, chain(feed.itersiblings(), feed.itersiblings(preceding=True))))
    names = f"{feed.get('class', '')} {feed.get('id', '')} {around[0].get('class', '')}"
    if _FEED_NAME.search(names) and not has_paragraphs_beside:
        yield feed


def _is_clock(element: lxml_html.HtmlElement) -> bool:
    text = element.text or ""
    return not len(element) and len(text) <= _MAX_CLOCK_LENGTH and _CLOCK.fullmatch(text.strip()) is not None


def _count_paragraphs(element: lxml_html.HtmlElement) -> int:
    return sum(map(_is_paragraph, element.iter("p")))


def _is_paragraph(element: lxml_html.HtmlElement) -> bool:
    return element.tag == "p" and count_words(element.text_content()) >= _MIN_PARAGRAPH_WORDS


def _page_title(page: lxml_html.HtmlElement) -> str:
    """Return the words of the page's title, in its `title` or its metadata."""
    head = page.getroottree().getroot()
    titles = [title.text_content() for title in head.iter("title")][:1]
    titles += [meta.get("content", "") for meta in head.iter("meta") if meta.get("property") == "og:title"]
    return _words(" ".join(titles))


def _plain(heading: lxml_html.HtmlElement) -> str:
    return _words(heading.text_content())


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
