"""Read JSON-LD: the page's own article, its authors, and the publisher's names."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml import html as lxml_html

from audio_edition.readers.tidy import one_line

_ARTICLE_TYPES = re.compile(r"Article$|^(BlogPosting|Report|Review)$|NewsArticle$")
_SITE_TYPES = frozenset({"WebSite", "Organization", "NewsMediaOrganization"})
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_MAX_DEPTH = 20
"""Levels of JSON-LD that are searched; deeper ones hold no article of the page's own."""


class LinkedData:
    """The JSON-LD of a page: every object, and those with an `@id` by it."""

    def __init__(self, page: lxml_html.HtmlElement) -> None:
        self._objects = [found for data in _read_scripts(page) for found in _walk_objects(data, _MAX_DEPTH)]
        self._objects_by_id: dict[str, dict[str, Any]] = {}
        for found in self._objects:
            if isinstance(name := found.get("@id"), str) and len(found) > 1:
                self._objects_by_id.setdefault(name, found)

    def own_article(self, address: str | None) -> dict[str, Any]:
        """Return the article with the page's own address, else the first one; {} if there is none.

        Pages declare the articles of their teasers, too.
        """
        articles = [found for found in self._objects if any(map(_ARTICLE_TYPES.search, _types(found)))]
        own = (article for article in articles if address and address in _addresses(article))
        return next(own, articles[0] if articles else {})

    def names_of(self, value: Any) -> list[str]:
        """Return the names in a property such as `author`: texts, objects, references, lists of them."""
        if isinstance(value, list):
            return [name for item in value for name in self.names_of(item)]
        if isinstance(value, dict):
            target = value if "name" in value else self._objects_by_id.get(str(value.get("@id")), {})
            return self.names_of(target.get("name")) if isinstance(target.get("name"), str | list) else []
        return [name] if (name := clean_text(value)) else []

    def site_names(self, article: Mapping[str, Any]) -> list[str]:
        """Return the names of the article's publisher and of the sites and organizations that the page declares."""
        sites = [found for found in self._objects if not _SITE_TYPES.isdisjoint(_types(found))]
        return [*self.names_of(article.get("publisher")), *(name for site in sites for name in self.names_of(site))]


def clean_text(value: Any) -> str:
    """Return a string, or the first of a list of strings, on one line without markup; '' for any other value."""
    if isinstance(value, list):
        value = next(iter(value), "")
    return one_line(_TAG.sub(" ", unescape(value))) if isinstance(value, str) else ""


def _read_scripts(page: lxml_html.HtmlElement) -> Iterator[Any]:
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            with contextlib.suppress(ValueError, RecursionError):  # broken JSON is ignored
                yield json.loads(script.text or "", strict=False)


def _walk_objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield every object, down to `depth` levels."""
    if depth and isinstance(value, list):
        for item in value:
            yield from _walk_objects(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _walk_objects(item, depth - 1)


def _types(found: Mapping[str, Any]) -> list[str]:
    kinds = found.get("@type")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _addresses(article: Mapping[str, Any]) -> set[str]:
    entity = article.get("mainEntityOfPage")
    places = (article.get("url"), article.get("@id"), entity.get("@id") if isinstance(entity, dict) else entity)
    return {place for place in places if isinstance(place, str)}
