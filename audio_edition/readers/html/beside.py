"""Find what stands beside the story though no landmark says so: other articles and live feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from audio_edition.readers.html import names

_Element = lxml_html.HtmlElement


def find_side_elements(page: _Element) -> frozenset[_Element]:
    """Return the elements that stand beside the story: teasers in an article, further articles, live feeds."""
    return frozenset((*_side_articles(page),))


def _side_articles(page: _Element) -> Iterator[_Element]:
    """Yield the articles inside another that are teasers or comments, not parts of the outer story.

    All such articles together have less text than the rest of the outer article.
    """
    inner_articles: dict[_Element, list[_Element]] = {}
    for article in page.iter("article"):
        outer = next(article.iterancestors("article"), None)
        if outer is not None:
            inner_articles.setdefault(outer, []).append(article)
    for outer, inner in inner_articles.items():
        inner_length = sum(len(article.text_content()) for article in inner)
        if inner_length * 2 < len(outer.text_content()):
            yield from inner
