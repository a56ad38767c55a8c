"""Read the export of a Ghost blog: its published posts, without pages and drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from audio_edition.readers.days import first_date
from audio_edition.readers.entries import FeedEntry, filter_dicts, strip_markup, text_to_html

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"(?:db\"\s*:\s*\[|meta\"\s*:\s*\{\s*\"exported_on\")")


def is_export(head: bytes) -> bool:
    """Return True if a file begins like the export of a Ghost blog."""
    return _START.match(head) is not None


def parse_entries(export: Mapping[str, Any]) -> Iterator[FeedEntry]:
    """Yield the published posts of a decoded export."""
    databases = filter_dicts(export.get("db")) or [dict(export)]
    for tables in (database.get("data") for database in databases):
        if not isinstance(tables, dict):
            continue
        names = _find_authors(tables)
        publication = _find_setting(tables, "title")
        for post in filter(_is_published_post, filter_dicts(tables.get("posts"))):
            yield _make_entry(post, names.get(str(post.get("id"))), publication)


def _is_published_post(post: Mapping[str, Any]) -> bool:
    """Return False for a draft, a planned post and a page; old exports mark a page by a number."""
    is_page = post.get("type") == "page" or bool(post.get("page"))
    return post.get("status", "published") in {"published", "sent"} and not is_page


def _make_entry(post: Mapping[str, Any], byline: str | None, publication: str | None) -> FeedEntry:
    return FeedEntry(
        id=str(post.get("uuid") or post.get("id") or post.get("slug") or post.get("title") or ""),
        link=str(post.get("canonical_url") or ""),
        headline=strip_markup(str(post.get("title") or "")),
        text=str(post.get("html") or "") or text_to_html(str(post.get("plaintext") or "")),
        byline=byline,
        published=first_date(str(post.get("published_at") or "")),
        language=str(post.get("locale") or "") or None,
        publication=publication,
    )


def _find_authors(tables: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of each post's authors by the id of the post."""
    users = {str(user.get("id")): str(user.get("name") or "") for user in filter_dicts(tables.get("users"))}
    pairs = [
        (str(link.get("post_id")), users.get(str(link.get("author_id")), ""))
        for link in filter_dicts(tables.get("posts_authors"))
    ] or [
        (str(post.get("id")), users.get(str(post.get("author_id")), ""))
        for post in filter_dicts(tables.get("posts"))
    ]
    names: dict[str, list[str]] = {}
    for post, name in pairs:
        if name:
            names.setdefault(post, []).append(name)
    return {post: ", ".join(each) for post, each in names.items()}


def _find_setting(tables: Mapping[str, Any], key: str) -> str | None:
    settings = filter_dicts(tables.get("settings"))
    return next((str(each["value"]) for each in settings if each.get("key") == key and each.get("value")), None)
