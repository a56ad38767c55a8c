"""Programmes → episodes: lay their takes out, tag them, write and publish their files."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from audio_edition.audio.joiner import lay_out, write_mp3
from audio_edition.audio.tagger import Tags, render_tag
from audio_edition.config import Config
from audio_edition.model import Edition, Episode, Passage, Take, Track
from audio_edition.pipeline.plan import IDENT, Programme
from audio_edition.podcast.chapters import render_chapters
from audio_edition.podcast.feed import render_feed
from audio_edition.podcast.page import render_episode, render_index
from audio_edition.podcast.publisher import Publisher
from audio_edition.podcast.transcript import render_vtt


@dataclass(frozen=True, slots=True, kw_only=True)
class Producer:
    """Makes the episodes of an edition and publishes them; `edition` itself names none.

    `ident` is the take of the chime; the others come with each programme.
    """

    edition: Edition
    cover: bytes
    config: Config
    ident: Take | None
    publisher: Publisher

    def produce(self, programme: Programme, track: tuple[int, int], takes: Mapping[Passage, Take]) -> Episode:
        """The episode of a programme, its MP3 written but not yet published. Raises AudioError.

        `track` is its number and how many there are.
        """
        layout = lay_out(self._placed(programme, takes), self.config.pauses.edition)
        tag = render_tag(self._tags(programme, track, layout.track))
        size = write_mp3(layout, tag, self.config.bit_rate, self.publisher.staging / f"{programme.slug}.mp3")
        script = programme.script
        return Episode(
            kind=programme.kind,
            slug=programme.slug,
            guid=_guid(self.edition, programme),
            number=track[0],
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

    def publish(self, episodes: Iterable[Episode]) -> None:
        """Put the files of these episodes in their place."""
        for episode in episodes:
            stem = f"episodes/{episode.slug}"
            self.publisher.place(episode.media, self.publisher.staging / f"{episode.slug}.mp3")
            self.publisher.write(f"{stem}.vtt", render_vtt(episode.track).encode())
            self.publisher.write(f"{stem}.chapters.json", render_chapters(episode.track, episode.title).encode())
            self.publisher.write(f"{stem}.html", render_episode(self.edition, episode).encode())

    def announce(self, episodes: Iterable[Episode]) -> None:
        """Let listeners know of these episodes and no others: cover, page, and the feed last."""
        edition = replace(self.edition, episodes=tuple(episodes))
        self.publisher.write("cover.jpg", self.cover)
        self.publisher.write("index.html", render_index(edition).encode())
        self.publisher.write("feed.xml", render_feed(edition, self.config.base_url))

    def _placed(self, programme: Programme, takes: Mapping[Passage, Take]) -> Iterator[Take]:
        for slot in programme.slots:
            take = self.ident if slot.passage == IDENT else takes[slot.passage]
            if take:
                yield replace(take, chapter=slot.chapter, section=slot.section, rest_ms=slot.rest_ms)

    def _tags(self, programme: Programme, number: tuple[int, int], track: Track) -> Tags:
        return Tags(
            title=programme.title,
            artist=(programme.script and programme.script.byline) or self.edition.author,
            album=self.edition.title,
            issue_date=self.edition.issue_date,
            track=number,
            language=self._language(programme),
            cover=self.cover,
            chapters=track.chapters,
        )

    def _language(self, programme: Programme) -> str:
        return (programme.script and programme.script.language) or self.edition.language


def _guid(edition: Edition, programme: Programme) -> str:
    """An article is the same by its id, a section or issue by its name and date."""
    return str(uuid.uuid5(uuid.UUID(edition.guid), f"{programme.kind}:{programme.slug}"))
