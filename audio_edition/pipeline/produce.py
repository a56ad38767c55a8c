"""Programmes → episodes: lay the takes out, tag them, write the MP3s, not yet published."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from audio_edition.audio.joiner import lay_out, write_mp3
from audio_edition.audio.tagger import Tags, render_tag
from audio_edition.config import Config
from audio_edition.model import Edition, Episode, Track
from audio_edition.pipeline.plan import Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Producer:
    """Makes the `total` episodes of an edition in `folder`; their takes are made for `config`."""

    edition: Edition
    cover: bytes
    config: Config
    total: int
    folder: Path

    def produce(self, programme: Programme, number: int) -> Episode:
        """The episode of a programme, its MP3 written as <slug>.mp3. Raises AudioError."""
        layout = lay_out(programme.takes, self.config.pauses.edition)
        tag = render_tag(self._tags(programme, number, layout.track))
        size = write_mp3(layout, tag, self.config.bit_rate, self.folder / f"{programme.slug}.mp3")
        script = programme.script
        return Episode(
            kind=programme.kind,
            slug=programme.slug,
            guid=_guid(self.edition, programme),
            number=number,
            title=programme.title,
            summary=programme.summary,
            published=datetime.combine(self.edition.issue_date, time(), UTC),
            language=self._language(programme),
            track=layout.track,
            size=size,
            section=programme.section,
            byline=script.byline if script else None,
            url=script.url if script else None,
        )

    def _tags(self, programme: Programme, number: int, track: Track) -> Tags:
        return Tags(
            title=programme.title,
            artist=(programme.script and programme.script.byline) or self.edition.author,
            album=self.edition.title,
            issue_date=self.edition.issue_date,
            track=(number, self.total),
            language=self._language(programme),
            cover=self.cover,
            chapters=track.chapters,
        )

    def _language(self, programme: Programme) -> str:
        return (programme.script and programme.script.language) or self.edition.language


def _guid(edition: Edition, programme: Programme) -> str:
    """An article is the same by its id, a section or issue by its name and date."""
    return str(uuid.uuid5(uuid.UUID(edition.guid), f"{programme.kind}:{programme.slug}"))
