"""Describes the publication and one issue of it for feed, pages and tags, from the settings."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from audio_edition.build.issue import Issue
from audio_edition.config import Config
from audio_edition.languages import format_date
from audio_edition.model import Edition, Publication, Speaker
from audio_edition.podcast.feed import page_name

_PODCAST_GUID_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcast:guid; names in it are addresses of feeds without scheme and final slashes."""


def describe_edition(issue: Issue, speakers: Iterable[Speaker]) -> Edition:
    """Return the edition that an issue becomes, without its episodes."""
    return Edition(
        title=issue.config.title,
        issue_date=issue.day,
        day=format_date(issue.day, issue.config.language),
        number=issue.config.issue or int(f"{issue.day:%Y%m%d}"),
        articles=tuple(each.script.id for each in issue.readings),
        narrators=tuple(speaker.credit for speaker in speakers),
    )


def describe_publication(config: Config, guid: str) -> Publication:
    """Return the publication; `guid` is its present one, "" if it has none yet."""
    return Publication(
        title=config.title,
        language=config.language,
        description=config.description or f"{config.title}, read aloud.",
        author=config.author or config.title,
        guid=guid or _make_guid(config),
        category=config.category,
        link=config.link,
        private=not config.base_url if config.private is None else config.private,
    )


def _make_guid(config: Config) -> str:
    _, _, address = config.base_url.rstrip("/").partition("://")
    return str(uuid.uuid5(_PODCAST_GUID_NAMESPACE, f"{address}/{page_name(1)}" if address else config.title))
