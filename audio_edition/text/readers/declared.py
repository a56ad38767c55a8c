"""What an HTML page declares about its article: JSON-LD (schema.org), OpenGraph, meta elements, markup."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from typing import Any

from lxml import html as lxml_html

from audio_edition.model import Article
from audio_edition.text.readers.tidy import one_line

_ARTICLE_TYPES = re.compile(r"Article$|^(BlogPosting|Report|Review)$|NewsArticle$")
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_CANONICAL = frozenset({"canonical", "calibre-downloaded-from"})
_DEEPEST = 20
"""Levels of JSON-LD looked into; a page that nests deeper hides nothing we want."""


def declarations(page: lxml_html.HtmlElement) -> Article:
    """An Article without blocks: every field the page fills, the most specific source first."""
    data = next(_articles(page), {})
    meta = _meta(page)
    language = (
        page.get("lang") or page.get("xml:lang") or _text(data.get("inLanguage")) or meta.get("og:locale", "")
    )
    return Article(
        id="",
        source="",
        blocks=(),
        section=_first(_text(data.get("articleSection")), meta.get("article:section")),
        headline=_first(_text(data.get("headline")), meta.get("og:title"), _title(page)),
        standfirst=_first(_text(data.get("description")), meta.get("og:description"), meta.get("description")),
        byline=_first(_names(data.get("author")), meta.get("author"), _name_only(meta.get("article:author"))),
        published=_day(_text(data.get("datePublished")), meta.get("article:published_time"), meta.get("date"))
        or _time_element(page),
        language=language.replace("_", "-") or None,
        url=_first(_canonical(page), meta.get("og:url")),
        publication=meta.get("og:site_name"),
    )


def _articles(page: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        with contextlib.suppress(ValueError, RecursionError):  # broken JSON declares nothing
            yield from _objects(json.loads(script.text or "", strict=False), _DEEPEST)


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object of an article type, at any depth."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(_ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for item in value.values():
            yield from _objects(item, depth - 1)


def _meta(page: lxml_html.HtmlElement) -> dict[str, str]:
    """Property or name of each meta element, in lower case → its first content."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = (element.get("property") or element.get("name") or "").lower()
        content = one_line(element.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _title(page: lxml_html.HtmlElement) -> str:
    """The only h1's words, else the title element's without the publisher's name behind a bar or dash."""
    headings = [one_line("".join(h.itertext())) for h in page.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = one_line(next(("".join(t.itertext()) for t in page.iter("title")), ""))
    return re.split(r" [|–—] ", title)[0]


def _canonical(page: lxml_html.HtmlElement) -> str | None:
    """The page's own address; calibre leaves it in a link at the foot of what it downloads."""
    return next((e.get("href") for e in page.iter("link", "a") if e.get("rel") in _CANONICAL), None)


def _time_element(page: lxml_html.HtmlElement) -> date | None:
    return _day(*(element.get("datetime") for element in page.iter("time")))


def _text(value: Any) -> str:
    """A string, or the first of a list of them, on one line; what is neither is nothing."""
    if isinstance(value, list):
        value = next(iter(value), "")
    return one_line(_TAG.sub(" ", unescape(value))) if isinstance(value, str) else ""


def _names(value: Any) -> str:
    authors = value if isinstance(value, list) else [value]
    names = (_text(author.get("name") if isinstance(author, dict) else author) for author in authors)
    return ", ".join(dict.fromkeys(name for name in names if _name_only(name)))


def _name_only(name: str | None) -> str | None:
    """Some pages declare the address of the author's page as the author."""
    return name if name and "://" not in name else None


def _first(*values: str | None) -> str | None:
    return next(filter(None, values), None)


def _day(*values: str | None) -> date | None:
    """The first value that begins as an ISO 8601 date."""
    for value in filter(None, values):
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(value.strip()[:10]).date()
    return None
