"""Read feeds (RSS, Atom, JSON Feed) and exports of blogs: each entry with its full text is an article."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from audio_edition.errors import NoStoryError, UnreadableArticleError
from audio_edition.languages.words import count_words
from audio_edition.model import Article
from audio_edition.readers import ghost, html, wordpress
from audio_edition.readers.days import first_date
from audio_edition.readers.entries import FeedEntry, filter_dicts, strip_markup, text_to_html

SUFFIXES = frozenset({".xml", ".rss", ".atom", ".json"})
"""File name endings of feeds, in lower case."""

_ROOT_ELEMENT = re.compile(
    rb"(?:\s|<\?[^>]*>|<!--(?>.*?-->)|<!doctype[^>]*>|\xef\xbb\xbf)*+<([a-z][\w:]*)", re.IGNORECASE | re.DOTALL
)
_JSON_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_JSON_FEED_VERSION = re.compile(rb"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version", re.IGNORECASE)
HEAD_BYTES = 4096
"""Bytes at the beginning of a file that are enough to recognise a feed."""

_READABLE = "RSS, Atom, JSON Feed and the exports of WordPress and Ghost are read, no other XML or JSON"
_MIN_STORY_WORDS = 100
"""A description with fewer words is a teaser; elements for full text count as the story at any length."""


def parse(data: bytes) -> tuple[Article, ...]:
    """Return the entries that have their full text, in the feed's order.

    Raises ArticleError if there are none or it is not a feed; the message lacks the file's name.
    """
    entries = parse_entries(data)
    articles = tuple(_make_article(entry) for entry in entries if entry.text)
    if not articles:
        raise _no_story_error(entries)
    return articles


def _make_article(entry: FeedEntry) -> Article:
    page = html.parse(entry.text)
    return Article(
        id="",
        source=entry.id,
        blocks=page.blocks,
        headline=entry.headline or None,
        byline=entry.byline,
        published=entry.published,
        language=entry.language,
        url=entry.link if entry.link.startswith("http") else None,
        publication=entry.publication,
        warnings=page.warnings,
    )


def parse_entries(data: bytes, content_type: str = "") -> tuple[FeedEntry, ...]:
    """Return all entries in the feed's order; `content_type` is the server's header, if known.

    Raises UnreadableArticleError if `data` is not a feed.
    """
    html.check_attribute_count(data.replace(b"\0", b"").decode("latin-1"))
    if _JSON_OBJECT.match(data):
        return tuple(_parse_json_entries(data))
    import feedparser  # here: slow to import, rarely needed

    headers = {"content-type": content_type} if content_type else {}
    try:
        feed = feedparser.parse(  # a stream: feedparser would open a file named by bare bytes
            BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (
        ValueError,
        LookupError,
        AttributeError,
        TypeError,
        AssertionError,
    ) as error:  # feedparser raises these for malformed or hostile text
        raise UnreadableArticleError("is a broken feed", hint="save it again") from error
    if not feed.get("version"):
        raise UnreadableArticleError("is no feed", hint=_READABLE)
    names = wordpress.find_author_names(data)
    return tuple(
        _make_entry(feed.feed, entry, names) for entry in feed.entries if wordpress.is_published_post(entry)
    )


def is_feed(data: bytes, media_type: str) -> bool:
    """Return True for a feed or an export, by its beginning. XML (by `media_type`) of an unknown kind counts."""
    root = _ROOT_ELEMENT.match(data[:HEAD_BYTES])
    name = root[1].lower() if root else b""
    known = (
        name in {b"rss", b"feed", b"rdf:rdf"}
        or bool(_JSON_OBJECT.match(data) and _JSON_FEED_VERSION.search(data[:HEAD_BYTES]))
        or ghost.is_export(data[:HEAD_BYTES])
    )
    return known or (name != b"html" and media_type.endswith("xml"))


def _no_story_error(entries: Sequence[FeedEntry]) -> NoStoryError:
    if any(entry.has_sound for entry in entries):
        return NoStoryError("is a podcast: its entries are sound", hint="play it in a podcast app")
    if not entries:
        return NoStoryError("the feed has no entries", hint="save it again, or save the pages")
    hint = "`audio-edition add` with the feed's address saves its pages"
    return NoStoryError("the feed gives summaries only", hint=hint)


def _make_entry(feed: Any, entry: Any, author_names: Mapping[str, str]) -> FeedEntry:
    headline = strip_markup(entry.get("title", ""))
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    written = first_date(dict.get(entry, "published"), dict.get(entry, "updated"))
    names = [str(author.get("name") or "") for author in entry.get("authors", ())]
    byline = ", ".join(filter(None, names)) or entry.get("author") or None
    return FeedEntry(
        id=entry.get("id") or entry.get("link") or headline,
        link=entry.get("link") or "",
        headline=headline,
        text=_full_text(entry),
        byline=author_names.get(byline, byline) if byline else None,
        published=written or (datetime.fromtimestamp(calendar.timegm(moment), UTC).date() if moment else None),
        language=(entry.get("content") or [{}])[0].get("language") or feed.get("language") or None,
        publication=strip_markup(feed.get("title", "")) or None,
        has_sound=any(str(file.get("type", "")).startswith("audio/") for file in entry.get("enclosures", ())),
    )


def _full_text(entry: Any) -> str:
    """Return an entry's full story as HTML; '' if the feed has only a summary."""
    content = max(map(_to_html, entry.get("content", ())), key=len, default="")
    summary = _to_html(entry.get("summary_detail") or {"value": entry.get("summary", "")})
    content, summary = (wordpress.render_content(text, entry) for text in (content, summary))
    if count_words(strip_markup(summary)) >= max(_MIN_STORY_WORDS, count_words(strip_markup(content))):
        return summary
    return content if strip_markup(content) else ""


def _to_html(part: Any) -> str:
    """Return content as HTML; text/plain becomes paragraphs."""
    value = str(part.get("value", ""))
    return text_to_html(value) if part.get("type") == "text/plain" else value


def _parse_json_entries(data: bytes) -> Iterator[FeedEntry]:
    """Yield the entries of a JSON Feed (versions 1 and 1.1) or of a Ghost export. Raises UnreadableArticleError."""
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError):
        feed = {}
    if ghost.is_export(data[:HEAD_BYTES]):
        yield from ghost.parse_entries(feed)
        return
    if not _JSON_FEED_VERSION.match(str(feed.get("version", "")).encode("utf-8", "replace")):
        raise UnreadableArticleError("is no feed", hint=_READABLE)
    for item in filter_dicts(feed.get("items")):
        authors = [
            item.get("author"),
            *filter_dicts(item.get("authors")),
            feed.get("author"),
            *filter_dicts(feed.get("authors")),
        ]
        names = [str(author.get("name") or "") for author in authors if isinstance(author, dict)]
        link = str(item.get("url") or "")
        yield FeedEntry(
            id=str(item.get("id") or link),
            link=link,
            headline=strip_markup(str(item.get("title") or "")),
            text=str(item.get("content_html") or "") or text_to_html(str(item.get("content_text") or "")),
            byline=next(filter(None, names), None),
            published=first_date(str(item.get("date_published") or item.get("date_modified") or "")),
            language=str(item.get("language") or feed.get("language") or "") or None,
            publication=strip_markup(str(feed.get("title") or "")) or None,
            has_sound=any("audio/" in str(file.get("mime_type")) for file in filter_dicts(item.get("attachments"))),
        )
