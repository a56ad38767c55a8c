"""A feed file (RSS, Atom): each entry with its full text is an article."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from audio_edition.errors import NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.text.readers import html
from audio_edition.text.readers.tidy import one_line

_SUMMARY_WORDS = 100
"""A description with fewer words is a teaser; the elements for full text are believed at any length."""


def parse(data: bytes) -> tuple[Article, ...]:
    """The entries in the feed's order. Raises ArticleError; messages lack the file's name."""
    feed = parsed(data)
    language = feed.feed.get("language") or None
    articles = tuple(
        Article(
            id="",
            source=entry.get("id") or entry.get("link") or headline(entry),
            blocks=html.parse(text).blocks,
            headline=headline(entry) or None,
            byline=entry.get("author") or None,
            published=published(entry),
            language=(entry.get("content") or [{}])[0].get("language") or language,
            url=entry.get("link") or None,
            publication=plain(feed.feed.get("title", "")) or None,
        )
        for entry in feed.entries
        if (text := full_text(entry))
    )
    if not articles:
        raise NoStoryError(
            "the feed gives summaries only", hint="`audio-edition add` with the feed's address saves its pages"
        )
    return articles


def parsed(data: bytes) -> Any:
    """The feed as feedparser sees it. Raises UnreadableArticleError for what is no feed."""
    import feedparser  # here: slow to import, rarely needed

    feed = feedparser.parse(data)
    if not feed.version:
        raise UnreadableArticleError("is no feed", hint="RSS and Atom are read; other XML is not")
    return feed


def full_text(entry: Any) -> str:
    """An entry's whole story as HTML; '' where the feed has but a summary."""
    content = max((part.get("value", "") for part in entry.get("content", ())), key=len, default="")
    if content:
        return str(content)
    summary = str(entry.get("summary", ""))
    return summary if len(plain(summary).split()) >= _SUMMARY_WORDS else ""


def headline(entry: Any) -> str:
    """An entry's title without markup."""
    return plain(entry.get("title", ""))


def published(entry: Any) -> date | None:
    """The day an entry appeared, else was changed, in UTC."""
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return datetime.fromtimestamp(calendar.timegm(moment), UTC).date() if moment else None


def plain(markup: str) -> str:
    """Text without the markup that feeds allow in titles."""
    if "<" not in markup:
        return one_line(markup)
    try:
        return one_line("".join(map(str, lxml_html.fromstring(markup).itertext())))
    except etree.ParserError:
        return ""
