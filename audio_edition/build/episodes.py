"""Programmes → episodes: lay their takes out, tag them, write and publish their files."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from audio_edition import files
from audio_edition.audio.joiner import lay_out, write_mp3
from audio_edition.audio.tagger import EpisodeTags, render_tag
from audio_edition.build.archiving import Archiver
from audio_edition.build.issue import IDENT, Programme
from audio_edition.config import Config
from audio_edition.model import Cue, Edition, Episode, Passage, Publication, Take, Track
from audio_edition.podcast import archive, qr_code
from audio_edition.podcast.chapters import render_chapters
from audio_edition.podcast.cover import render_cover
from audio_edition.podcast.feed import page_name, render_feed
from audio_edition.podcast.page import render_episode, render_index, render_issue
from audio_edition.podcast.publisher import Publisher
from audio_edition.podcast.transcript import render_vtt

_DIGEST_DIGITS = 12
"""Of what names an MP3, so that no address ever has other bytes: clients resume downloads without asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeProducer:
    """Makes the episodes of an edition and publishes them; `edition` itself names none.

    `slugs` are those of its articles, as `filing` gave them. `ident` is the take of the chime; the others come with
    each programme.
    """

    publication: Publication
    edition: Edition
    filing: Archiver
    slugs: Mapping[str, str]
    cover: bytes
    config: Config
    ident: Take | None
    publisher: Publisher

    def produce(self, programme: Programme, takes: Mapping[Passage, Take]) -> Episode:
        """The episode of a programme, not yet numbered and dated, its MP3 written but not published.

        Raises AudioError.
        """
        layout = lay_out(self._arrange_takes(programme, takes), self.config.pauses.edition)
        track = replace(layout.track, cues=tuple(_number_paragraphs(layout.track.cues, programme)))
        tag = render_tag(self._make_tags(programme, track))
        file = self._staged_mp3(programme.slug)
        size = write_mp3(layout, tag, self.config.bit_rate, file)
        script = programme.script
        return Episode(
            kind=programme.kind,
            slug=programme.slug,
            guid=str(uuid.uuid5(uuid.UUID(self.publication.guid), f"{programme.kind}:{programme.slug}")),
            number=0,
            title=programme.title,
            summary=programme.summary,
            published=self._issue_midnight,
            language=self._episode_language(programme),
            track=track,
            size=size,
            digest=files.sha256(file)[:_DIGEST_DIGITS],
            section=programme.section,
            byline=script.byline if script else None,
            url=script.url if script else None,
        )

    def number_episodes(self, episodes: Mapping[int, Episode], total: int) -> tuple[Episode, ...]:
        """The episodes of an edition of `total`, by their numbers, with their dates.

        Clients sort by date alone, so each is a second older than the one before it.
        """
        latest = self._latest_date(total)
        return tuple(
            replace(each, number=number, published=latest - timedelta(seconds=number))
            for number, each in sorted(episodes.items())
        )

    def publish(self, episodes: Iterable[Episode]) -> None:
        """Put the files of these episodes in their place."""
        for episode in episodes:
            self.publisher.place(episode.media, self._staged_mp3(episode.slug))
            texts = {
                ".vtt": render_vtt(episode.track),
                ".chapters.json": render_chapters(episode.track, episode.title),
                ".html": render_episode(self.publication, self.edition, episode),
            }
            for suffix, text in texts.items():
                self.publisher.write(f"{episode.stem}{suffix}", text.encode())

    def write_feed_and_pages(self, episodes: Iterable[Episode]) -> frozenset[str]:
        """Let listeners know of these episodes and no others of this issue: covers, pages, and the feed last.

        The paths of all files that belong to the output folder now.
        """
        edition = replace(self.edition, episodes=tuple(episodes))
        shelved = self.filing.add_edition(edition, self.publication.guid, self.slugs, self.config.keep_issues)
        written = {
            f"{edition.stem}.jpg": self.cover,
            "cover.jpg": render_cover(self.publication.title),
            f"{edition.stem}.html": render_issue(self.publication, edition).encode(),
            "index.html": render_index(self.publication, shelved.editions).encode(),
            archive.FILE_NAME: archive.render_archive(shelved),
            **self._render_feed_code(),
            **render_feed(self.publication, shelved.editions, self.config.base_url),
        }
        for path, data in written.items():
            self.publisher.write(path, data)
        return frozenset({*written, *archive.list_files(shelved)})

    def _render_feed_code(self) -> dict[str, bytes]:
        """The code of the feed's address, if it has one; the server makes its own."""
        base = self.config.base_url.rstrip("/")
        return {qr_code.FILE_NAME: qr_code.render_qr_code(f"{base}/{page_name(1)}")} if base else {}

    @property
    def _issue_midnight(self) -> datetime:
        return datetime.combine(self.edition.issue_date, time(), UTC)

    def _latest_date(self, total: int) -> datetime:
        """Behind the first date: just after the issue's day has begun, not in the future, where clients hide it.

        An issue that was out before its day stays so.
        """
        same_day = (each for each in self.filing.archive.editions if each.issue_date == self.edition.issue_date)
        before = [e.published + timedelta(seconds=e.number) for edition in same_day for e in edition.episodes]
        early = [moment for moment in before if moment < self._issue_midnight]
        now = datetime.now(UTC).replace(microsecond=0)
        return max(early, default=min(self._issue_midnight + timedelta(seconds=total), now))

    def _staged_mp3(self, slug: str) -> Path:
        return self.publisher.staging / f"{slug}.mp3"

    def _arrange_takes(self, programme: Programme, takes: Mapping[Passage, Take]) -> Iterator[Take]:
        for slot in programme.slots:
            take = self.ident if slot.passage == IDENT else takes[slot.passage]
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
    """The cues, of which there is one an utterance, with what paragraph they are of."""
    said = ((slot, each) for slot, place in enumerate(programme.slots) for each in place.passage.utterances)
    paragraph, last = -1, None
    for cue, (slot, utterance) in zip(cues, said, strict=True):
        here = (slot, utterance.paragraph, utterance.role)
        paragraph, last = paragraph + (here != last), here
        yield replace(cue, role=utterance.role, paragraph=paragraph)
