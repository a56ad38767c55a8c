"""Checks the channel of each page of the feed."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from audio_edition.config.categories import is_category
from audio_edition.podcast.feed import MEDIA_TYPE, NAMESPACES
from audio_edition.podcast.lint.document import FeedPage, child_text
from audio_edition.podcast.lint.fields import BOOLEAN, MAX_DESCRIPTION_BYTES, YES_OR_NO, FieldRule

_FIELDS = (
    FieldRule("title"),
    FieldRule("description", most_bytes=MAX_DESCRIPTION_BYTES),
    FieldRule("link"),
    FieldRule("language", r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag such as en-GB"),
    FieldRule("itunes:author"),
    FieldRule("itunes:explicit", *BOOLEAN),
    FieldRule("itunes:type", "episodic|serial", "episodic or serial"),
    FieldRule("itunes:block", *YES_OR_NO),
    FieldRule("podcast:locked", *YES_OR_NO),
    FieldRule("podcast:medium", "podcast", "podcast"),
    FieldRule("podcast:txt[@purpose='ai-content']", "true", "true"),
)
_REQUIRED_NAMESPACES = ("atom", "content", "itunes", "podcast", "psc")


def find_problems(page: FeedPage) -> Iterator[str]:
    """Yield the problems of a page's channel."""
    if page.rss.tag != "rss" or page.rss.get("version") != "2.0" or len(page.rss.findall("channel")) != 1:
        yield "is not RSS 2.0 with exactly one channel"
    for prefix in _REQUIRED_NAMESPACES:
        if NAMESPACES[prefix] not in page.rss.nsmap.values():
            yield f"the namespace {prefix} is not {NAMESPACES[prefix]}"
    for field in _FIELDS:
        yield from field.find_problems(page.channel)
    yield from _check_guid(page)
    yield from _check_category(page)
    yield from _check_self_link(page)


def _check_guid(page: FeedPage) -> Iterator[str]:
    guid = child_text(page.channel, "podcast:guid")
    try:
        if UUID(guid or "").version != 5:
            yield f"podcast:guid is {guid}, not a UUID of version 5"
    except ValueError:
        yield f"podcast:guid is {guid!r}, not a UUID of version 5"


def _check_category(page: FeedPage) -> Iterator[str]:
    categories = page.channel.findall("itunes:category", NAMESPACES)
    if not categories:
        yield "itunes:category is missing"
    for category in categories:
        names = [element.get("text", "") for element in category.iter(category.tag)]
        if not is_category(names):
            yield f"itunes:category {' > '.join(names)!r} is not one of Apple's"


def _check_self_link(page: FeedPage) -> Iterator[str]:
    links = page.channel.findall("atom:link[@rel='self']", NAMESPACES)
    if len(links) != 1 or links[0].get("type") != MEDIA_TYPE:
        yield f"does not have exactly one atom:link to itself of the type {MEDIA_TYPE}"
    elif links[0].get("href", "").rpartition("/")[2] != page.name:
        yield f"its atom:link to itself leads to {links[0].get('href')!r}"
