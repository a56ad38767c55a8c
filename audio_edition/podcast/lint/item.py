"""Checks the elements of an item, except those that refer to files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from audio_edition.podcast.lint.document import FeedItem, child_text
from audio_edition.podcast.lint.fields import BOOLEAN, COUNT, MAX_DESCRIPTION_BYTES, FieldRule

_FIELDS = (
    FieldRule("title"),
    FieldRule("link"),
    FieldRule("description", most_bytes=MAX_DESCRIPTION_BYTES),
    FieldRule("content:encoded"),
    FieldRule("guid", r"(?!\w+://)[!-~]+", "an identifier of printable ASCII characters that is not an address"),
    FieldRule("guid[@isPermaLink='false']"),
    FieldRule("itunes:duration", *COUNT),
    FieldRule("itunes:season", *COUNT),
    FieldRule("itunes:episode", *COUNT),
    FieldRule("podcast:season", *COUNT),
    FieldRule("podcast:episode", *COUNT),
    FieldRule("itunes:episodeType", "full|trailer|bonus", "full, trailer or bonus"),
    FieldRule("itunes:explicit", *BOOLEAN),
    FieldRule("podcast:txt[@purpose='ai-content']", "true", "true"),
)


def find_problems(item: FeedItem) -> Iterator[str]:
    """Yield the problems of an item, except those of its files."""
    for field in _FIELDS:
        yield from field.find_problems(item.element)
    for name in ("season", "episode"):
        podcast, itunes = (child_text(item.element, f"{prefix}:{name}") for prefix in ("podcast", "itunes"))
        if podcast != itunes:
            yield f"podcast:{name} is {podcast}, itunes:{name} is {itunes}"
    moment = read_date(item)
    if moment is None:
        yield "pubDate is missing or is not a date of RFC 2822"
    elif moment > datetime.now(UTC):
        yield f"pubDate is in the future: {moment:%d %B %Y, %H:%M}"


def read_date(item: FeedItem) -> datetime | None:
    """Return the pubDate of an item, in UTC if it names no zone; None if it is missing or malformed."""
    try:
        moment = parsedate_to_datetime(child_text(item.element, "pubDate") or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
