"""archive.json: all issues in an output folder, so that feed and pages can list the earlier ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from audio_edition.errors import PublishError
from audio_edition.model import Archive

FILE_NAME = "archive.json"


def read_archive(output: Path) -> Archive:
    """Read the archive of an output folder; empty if there is none yet. Raises PublishError if it is damaged."""
    file = output / FILE_NAME
    try:
        return msgspec.json.decode(file.read_bytes(), type=Archive)
    except FileNotFoundError:
        return Archive()
    except (OSError, ValueError) as error:
        raise PublishError(
            f"{file}: {error}", hint="restore it, or move it away: the feed then forgets all earlier issues"
        ) from error


def render_archive(archive: Archive) -> bytes:
    """Return the archive as a file, without the cues, which transcripts have in files of their own."""
    return msgspec.json.format(msgspec.json.encode(_remove_cues(archive)), indent=1) + b"\n"


def list_files(archive: Archive) -> Iterator[str]:
    """Yield the paths of all files of issues and episodes in the output folder."""
    for edition in archive.editions:
        yield from (f"{edition.stem}{suffix}" for suffix in (".html", ".jpg", ".json"))
        for each in edition.episodes:
            yield each.media
            yield from (f"{each.stem}{suffix}" for suffix in (".vtt", ".chapters.json", ".html"))


def _remove_cues(archive: Archive) -> Archive:
    editions = (
        replace(edition, episodes=tuple(replace(e, track=replace(e.track, cues=())) for e in edition.episodes))
        for edition in archive.editions
    )
    return replace(archive, editions=tuple(editions))
