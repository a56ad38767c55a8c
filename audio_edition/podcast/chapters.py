"""Writes and reads chapters as JSON (Podcasting 2.0, "JSON Chapters Format 1.2.0")."""

from __future__ import annotations

import json

from audio_edition.model import Chapter, Track
from audio_edition.podcast.xml_text import clean_text

MEDIA_TYPE = "application/json+chapters"
VERSION = "1.2.0"


def render_chapters(track: Track, title: str) -> str:
    """Return the JSON document of a track's chapters; times are seconds, exact to the millisecond."""
    chapters = [
        {"startTime": _to_seconds(c.start_ms), "endTime": _to_seconds(c.end_ms), "title": clean_text(c.title)}
        for c in track.chapters
    ]
    document = {"version": VERSION, "title": clean_text(title), "chapters": chapters}
    return json.dumps(document, ensure_ascii=True, indent=1) + "\n"


def read_chapters(text: str) -> tuple[Chapter, ...]:
    """Return the chapters of a document that `render_chapters` wrote. Raises ValueError if it is malformed."""
    try:
        entries = json.loads(text)["chapters"]
        return tuple(
            Chapter(title=e["title"], start_ms=round(e["startTime"] * 1000), end_ms=round(e["endTime"] * 1000))
            for e in entries
        )
    except (KeyError, TypeError) as error:
        raise ValueError("is not a chapters document") from error


def _to_seconds(ms: int) -> int | float:
    return ms // 1000 if ms % 1000 == 0 else ms / 1000
