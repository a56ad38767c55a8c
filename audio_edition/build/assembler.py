"""Episodes are made as soon as their last passage is recorded, and published then if somebody follows the build."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from audio_edition.build.episodes import EpisodeProducer
from audio_edition.build.issue import Programme
from audio_edition.model import Episode, Passage, Take

_FREE_PUBLISH_SECONDS = 2.0
_PUBLISH_TIME_SHARE = 0.05
"""Announcing may take so many seconds, then this share of the time: a feed is written whole, however long it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _FinishedEpisode:
    programme: Programme
    number: int
    episode: Episode


class Assembler:
    """Hears of takes as they are recorded, and has the episodes made that they complete.

    `follow` announces those that are made while the rest is recorded, if somebody wants them then.
    Episodes are numbered as they are if nothing fails, so that at the end few have to be made again.
    """

    def __init__(
        self,
        programmes: Sequence[Programme],
        producer: EpisodeProducer,
        follow: Callable[[Sequence[Episode]], None] | None = None,
    ) -> None:
        self._producer = producer
        self._on_finished = follow
        self._programmes = dict(enumerate(programmes, 1))
        self._missing = {number: set(programme.passages) for number, programme in self._programmes.items()}
        self._programmes_by_passage: dict[Passage, list[int]] = defaultdict(list)
        for number, passages in self._missing.items():
            for passage in passages:
                self._programmes_by_passage[passage].append(number)
        self._takes: dict[Passage, Take] = {}
        self._finished: dict[str, _FinishedEpisode] = {}
        self._published: set[str] = set()
        self._started = time.monotonic()
        self._publish_seconds = 0.0

    def add_take(self, passage: Passage, take: Take) -> None:
        """A passage has been recorded, for the first time or again. Raises AudioError, PublishError."""
        again = passage in self._takes
        self._takes[passage] = take
        for number in self._programmes_by_passage[passage]:
            programme = self._programmes[number]
            self._missing[number].discard(passage)
            if again:
                self._finished.pop(programme.slug, None)
                self._published.discard(programme.slug)
            elif not self._missing[number]:
                self._make_episode(programme, number)
        if self._on_finished and self._finished.keys() - self._published and self._may_publish_now():
            self._publish_finished(self._on_finished)

    def finish(self, programmes: Sequence[Programme], advance: Callable[[int], None]) -> tuple[Episode, ...]:
        """The episodes of what has become of the issue, made and published. Raises AudioError, PublishError."""
        total = len(programmes)
        for number, programme in enumerate(programmes, 1):
            advance(number - 1)
            made = self._finished.get(programme.slug)
            if not made or made.programme != programme:
                self._make_episode(programme, number)
        made_of = {number: self._finished[programme.slug].episode for number, programme in enumerate(programmes, 1)}
        self._publish_files(made_of.values())
        advance(total)
        return self._producer.number_episodes(made_of, total)

    def _make_episode(self, programme: Programme, number: int) -> None:
        episode = self._producer.produce(programme, self._takes)
        self._finished[programme.slug] = _FinishedEpisode(programme=programme, number=number, episode=episode)
        self._published.discard(programme.slug)

    def _may_publish_now(self) -> bool:
        return self._publish_seconds < max(
            _FREE_PUBLISH_SECONDS, _PUBLISH_TIME_SHARE * (time.monotonic() - self._started)
        )

    def _publish_finished(self, announce: Callable[[Sequence[Episode]], None]) -> None:
        begun = time.monotonic()
        episodes = {made.number: made.episode for made in self._finished.values()}
        self._publish_files(episodes.values())
        announce(self._producer.number_episodes(episodes, len(self._programmes)))
        self._publish_seconds += time.monotonic() - begun

    def _publish_files(self, episodes: Collection[Episode]) -> None:
        self._producer.publish(episode for episode in episodes if episode.slug not in self._published)
        self._published.update(episode.slug for episode in episodes)
