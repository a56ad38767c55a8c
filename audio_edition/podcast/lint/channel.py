"""Rules for the channel of each page."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from audio_edition.config.categories import is_category
from audio_edition.podcast.feed import MEDIA_TYPE, SPACES
from audio_edition.podcast.lint.document import Page, text_of
from audio_edition.podcast.lint.fields import BOOLEAN, MOST_BYTES, YES_OR_NO, Field

_FIELDS = (
    Field("title"),
    Field("description", most_bytes=MOST_BYTES),
    Field("link"),
    Field("language", r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag such as en-GB"),
    Field("itunes:author"),
    Field("itunes:explicit", *BOOLEAN),
    Field("itunes:type", "episodic|serial", "episodic or serial"),
    Field("itunes:block", *YES_OR_NO),
    Field("podcast:locked", *YES_OR_NO),
    Field("podcast:medium", "podcast", "podcast"),
    Field("podcast:txt[@purpose='ai-content']", "true", "true"),
)
_NEEDED = ("atom", "content", "itunes", "podcast", "psc")


def problems(page: Page) -> Iterator[str]:
    """What is wrong with a page's channel."""
    if page.rss.tag != "rss" or page.rss.get("version") != "2.0" or len(page.rss.findall("channel")) != 1:
        yield "is no RSS 2.0 with one channel"
    for prefix in _NEEDED:
        if SPACES[prefix] not in page.rss.nsmap.values():
            yield f"the namespace {prefix} is not {SPACES[prefix]}"
    for field in _FIELDS:
        yield from field.problems(page.channel)
    yield from _guid(page)
    yield from _category(page)
    yield from _self_link(page)


def _guid(page: Page) -> Iterator[str]:
    guid = text_of(page.channel, "podcast:guid")
    try:
        if UUID(guid or "").version != 5:
            yield f"podcast:guid is {guid}, not a UUID of version 5"
    except ValueError:
        yield f"podcast:guid is {guid!r}, not a UUID of version 5"


def _category(page: Page) -> Iterator[str]:
    found = page.channel.findall("itunes:category", SPACES)
    if not found:
        yield "itunes:category is missing"
    for category in found:
        names = [element.get("text", "") for element in category.iter(category.tag)]
        if not is_category(names):
            yield f"itunes:category {' > '.join(names)!r} is none of Apple's"


def _self_link(page: Page) -> Iterator[str]:
    found = page.channel.findall("atom:link[@rel='self']", SPACES)
    if len(found) != 1 or found[0].get("type") != MEDIA_TYPE:
        yield f"has not one atom:link to itself of the type {MEDIA_TYPE}"
    elif found[0].get("href", "").rpartition("/")[2] != page.name:
        yield f"its atom:link to itself leads to {found[0].get('href')!r}"
