"""Rules for what an item says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from audio_edition.podcast.lint.document import Item, text_of
from audio_edition.podcast.lint.fields import BOOLEAN, COUNT, MOST_BYTES, Field

_FIELDS = (
    Field("title"),
    Field("link"),
    Field("description", most_bytes=MOST_BYTES),
    Field("content:encoded"),
    Field("guid", r"(?!\w+://)[!-~]+", "a name of ASCII letters without a host"),
    Field("guid[@isPermaLink='false']"),
    Field("itunes:duration", *COUNT),
    Field("itunes:season", *COUNT),
    Field("itunes:episode", *COUNT),
    Field("podcast:season", *COUNT),
    Field("podcast:episode", *COUNT),
    Field("itunes:episodeType", "full|trailer|bonus", "full, trailer or bonus"),
    Field("itunes:explicit", *BOOLEAN),
    Field("podcast:txt[@purpose='ai-content']", "true", "true"),
)


def problems(item: Item) -> Iterator[str]:
    """What is wrong with an item, but for the files it names."""
    for field in _FIELDS:
        yield from field.problems(item.element)
    for name in ("season", "episode"):
        ours, theirs = (text_of(item.element, f"{space}:{name}") for space in ("podcast", "itunes"))
        if ours != theirs:
            yield f"podcast:{name} is {ours}, itunes:{name} is {theirs}"
    moment = published(item)
    if moment is None:
        yield "pubDate is missing or is no date of RFC 2822"
    elif moment > datetime.now(UTC):
        yield f"pubDate is in the future: {moment:%d %B %Y, %H:%M}"


def published(item: Item) -> datetime | None:
    """The date of an item, if it has one."""
    try:
        moment = parsedate_to_datetime(text_of(item.element, "pubDate") or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
