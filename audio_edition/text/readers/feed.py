"""A feed file (RSS, Atom): each entry with its full text is an article."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from audio_edition.errors import NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.text.readers import html
from audio_edition.text.readers.tidy import one_line

SUFFIXES = frozenset({".xml", ".rss", ".atom"})
"""File name endings of feeds, in lower case."""

_ROOT = re.compile(
    rb"(?:\s|<\?[^>]*>|<!--.*?-->|<!doctype[^>]*>|\xef\xbb\xbf)*<([a-z][\w:]*)", re.IGNORECASE | re.DOTALL
)
_HEAD = 4096
_SUMMARY_WORDS = 100
"""A description with fewer words is a teaser; the elements for full text are believed at any length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a feed: `id` tells it from the others, `text` is its whole story as HTML, '' if it has none."""

    id: str
    link: str
    headline: str
    text: str
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    publication: str | None = None


def parse(data: bytes) -> tuple[Article, ...]:
    """The entries with their full text, in the feed's order. Raises ArticleError; messages lack the file's name."""
    articles = tuple(
        Article(
            id="",
            source=entry.id,
            blocks=html.parse(entry.text).blocks,
            headline=entry.headline or None,
            byline=entry.byline,
            published=entry.published,
            language=entry.language,
            url=entry.link or None,
            publication=entry.publication,
        )
        for entry in entries(data)
        if entry.text
    )
    if not articles:
        raise NoStoryError(
            "the feed gives summaries only", hint="`audio-edition add` with the feed's address saves its pages"
        )
    return articles


def entries(data: bytes, content_type: str = "") -> tuple[Entry, ...]:
    """All entries in the feed's order; `content_type` is the server's word. Raises UnreadableArticleError."""
    import feedparser  # here: slow to import, rarely needed

    headers = {"content-type": content_type} if content_type else {}
    feed = feedparser.parse(BytesIO(data), response_headers=headers)  # bare bytes might name a file to open
    if not feed.version:
        raise UnreadableArticleError("is no feed", hint="RSS and Atom are read; other XML is not")
    return tuple(_entry(feed.feed, entry) for entry in feed.entries)


def is_feed(data: bytes, media_type: str) -> bool:
    """Whether it is a feed by its first element; XML of no known kind is tried as one, HTML never."""
    root = _ROOT.match(data[:_HEAD])
    name = root[1].lower() if root else b""
    return name in {b"rss", b"feed", b"rdf:rdf"} or (name != b"html" and media_type.endswith("xml"))


def _entry(feed: Any, entry: Any) -> Entry:
    headline = _plain(entry.get("title", ""))
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return Entry(
        id=entry.get("id") or entry.get("link") or headline,
        link=entry.get("link", ""),
        headline=headline,
        text=_full_text(entry),
        byline=entry.get("author") or None,
        published=datetime.fromtimestamp(calendar.timegm(moment), UTC).date() if moment else None,
        language=(entry.get("content") or [{}])[0].get("language") or feed.get("language") or None,
        publication=_plain(feed.get("title", "")) or None,
    )


def _full_text(entry: Any) -> str:
    """An entry's whole story as HTML; '' where the feed has but a summary."""
    content = max((part.get("value", "") for part in entry.get("content", ())), key=len, default="")
    if _plain(content):
        return str(content)
    summary = str(entry.get("summary", ""))
    return summary if len(_plain(summary).split()) >= _SUMMARY_WORDS else ""


def _plain(markup: str) -> str:
    """Text without the markup that feeds allow in titles."""
    if "<" not in markup:
        return one_line(markup)
    try:
        return one_line("".join(map(str, lxml_html.fromstring(markup).itertext())))
    except etree.ParserError:
        return ""
