"""Makes the episodes of an edition from recorded passages: joined, tagged, numbered, with their files."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from audio_edition import files
from audio_edition.audio.joiner import lay_out, write_mp3
from audio_edition.audio.tagger import EpisodeTags, render_tag
from audio_edition.build.issue import Ident, Programme
from audio_edition.config import Config
from audio_edition.model import Cue, Edition, Episode, Passage, Publication, Take, Track
from audio_edition.podcast.chapters import render_chapters
from audio_edition.podcast.page import render_episode
from audio_edition.podcast.publisher import Publisher
from audio_edition.podcast.transcript import render_vtt

_DIGEST_DIGITS = 12
"""Digits of the digest in an MP3's name. Clients resume downloads unasked, so other bytes need another address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeProducer:
    """Makes the episodes of an edition and gives their files to `publisher`.

    `edition` describes the issue and has no episodes. `ident` is the take of the chime, None if there is none.
    """

    publication: Publication
    edition: Edition
    cover: bytes
    config: Config
    ident: Take | None
    publisher: Publisher

    def produce(
        self, programme: Programme, takes: Mapping[Passage, Take], number: int, published: datetime
    ) -> Episode:
        """Write the MP3 of a programme into the staging folder and return the episode. Raises AudioError."""
        layout = lay_out(self._arrange_takes(programme, takes), self.config.pauses.edition)
        track = replace(layout.track, cues=tuple(_number_paragraphs(layout.track.cues, programme)))
        file = self._staged_mp3(programme.slug)
        size = write_mp3(layout, render_tag(self._make_tags(programme, track)), self.config.bit_rate, file)
        script = programme.script
        return Episode(
            kind=programme.kind,
            slug=programme.slug,
            guid=str(uuid.uuid5(uuid.UUID(self.publication.guid), f"{programme.kind}:{programme.slug}")),
            number=number,
            title=programme.title,
            summary=programme.summary,
            published=published,
            language=self._episode_language(programme),
            track=track,
            size=size,
            digest=files.sha256(file)[:_DIGEST_DIGITS],
            section=programme.section,
            byline=script.byline if script else None,
            url=script.url if script else None,
        )

    def stage_files(self, episodes: Iterable[Episode]) -> None:
        """Have the MP3, transcript, chapters and page of these episodes published with the next commit."""
        for episode in episodes:
            self.publisher.place(episode.media, self._staged_mp3(episode.slug))
            texts = {
                ".vtt": render_vtt(episode.track),
                ".chapters.json": render_chapters(episode.track, episode.title),
                ".html": render_episode(self.publication, self.edition, episode),
            }
            for suffix, text in texts.items():
                self.publisher.write(f"{episode.stem}{suffix}", text.encode())

    def _staged_mp3(self, slug: str) -> Path:
        return self.publisher.staging / f"{slug}.mp3"

    def _arrange_takes(self, programme: Programme, takes: Mapping[Passage, Take]) -> Iterator[Take]:
        for slot in programme.slots:
            take = self.ident if isinstance(slot.content, Ident) else takes[slot.content]
            if take:
                yield replace(take, chapter=slot.chapter, section=slot.section, rest_ms=slot.rest_ms)

    def _make_tags(self, programme: Programme, track: Track) -> EpisodeTags:
        return EpisodeTags(
            title=programme.title,
            artist=(programme.script and programme.script.byline) or self.publication.author,
            album=self.edition.title,
            issue_date=self.edition.issue_date,
            track=programme.place,
            language=self._episode_language(programme),
            cover=self.cover,
            chapters=track.chapters,
        )

    def _episode_language(self, programme: Programme) -> str:
        return (programme.script and programme.script.language) or self.publication.language


def _number_paragraphs(cues: Iterable[Cue], programme: Programme) -> Iterator[Cue]:
    """Yield the cues, one per utterance, with the number and the role of their paragraphs."""
    utterances = ((index, each) for index, slot in enumerate(programme.slots) for each in slot.utterances)
    number, previous = -1, None
    for cue, (index, utterance) in zip(cues, utterances, strict=True):
        paragraph = (index, utterance.paragraph, utterance.role)
        number, previous = number + (paragraph != previous), paragraph
        yield replace(cue, role=utterance.role, paragraph=number)
