"""Rules for what an item says of itself."""

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
    FieldRule("guid", r"(?!\w+://)[!-~]+", "a name of ASCII letters without a host"),
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
    """What is wrong with an item, but for the files it names."""
    for field in _FIELDS:
        yield from field.find_problems(item.element)
    for name in ("season", "episode"):
        ours, theirs = (child_text(item.element, f"{space}:{name}") for space in ("podcast", "itunes"))
        if ours != theirs:
            yield f"podcast:{name} is {ours}, itunes:{name} is {theirs}"
    moment = read_date(item)
    if moment is None:
        yield "pubDate is missing or is no date of RFC 2822"
    elif moment > datetime.now(UTC):
        yield f"pubDate is in the future: {moment:%d %B %Y, %H:%M}"


def read_date(item: FeedItem) -> datetime | None:
    """The date of an item, if it has one."""
    try:
        moment = parsedate_to_datetime(child_text(item.element, "pubDate") or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
