"""Makes each episode as soon as its last passage is recorded; with `follow`, it is published at once."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from audio_edition.build.episodes import EpisodeProducer
from audio_edition.build.issue import Programme
from audio_edition.build.schedule import EpisodeSchedule
from audio_edition.model import Episode, Passage, Take

_FREE_PUBLISH_SECONDS = 2.0
_PUBLISH_TIME_SHARE = 0.05
"""Limits of publishing during a build, which writes the whole feed: so many seconds, then a share of the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _FinishedEpisode:
    programme: Programme
    episode: Episode


class Assembler:
    """Collects takes as they are recorded and makes the episodes that they complete.

    Episodes are numbered and dated as if nothing will fail, so that few have to be made again at the end. `follow`
    publishes the episodes that are finished while the rest is recorded; None if they are only published at the end.
    """

    def __init__(
        self,
        programmes: Sequence[Programme],
        producer: EpisodeProducer,
        schedule: EpisodeSchedule,
        follow: Callable[[Sequence[Episode]], None] | None = None,
    ) -> None:
        self._producer = producer
        self._schedule = schedule
        self._follow = follow
        self._dates = schedule.dates(len(programmes))
        self._programmes = dict(enumerate(programmes, 1))
        self._missing = {number: set(programme.passages) for number, programme in self._programmes.items()}
        self._numbers_by_passage: dict[Passage, list[int]] = defaultdict(list)
        for number, passages in self._missing.items():
            for passage in passages:
                self._numbers_by_passage[passage].append(number)
        self._takes: dict[Passage, Take] = {}
        self._finished: dict[str, _FinishedEpisode] = {}
        self._published: set[str] = set()
        self._started = time.monotonic()
        self._publish_seconds = 0.0

    def add_take(self, passage: Passage, take: Take) -> None:
        """Add a take of a passage, its first or a better one. Raises AudioError, PublishError."""
        is_replaced = passage in self._takes
        self._takes[passage] = take
        for number in self._numbers_by_passage[passage]:
            programme = self._programmes[number]
            self._missing[number].discard(passage)
            if is_replaced:
                self._finished.pop(programme.slug, None)
                self._published.discard(programme.slug)
            elif not self._missing[number]:
                self._make_episode(programme, number)
        if self._follow and self._finished.keys() - self._published and self._may_publish_now():
            self._publish_finished(self._follow)

    def finish(self, programmes: Sequence[Programme], advance: Callable[[int], None]) -> tuple[Episode, ...]:
        """Return the episodes of these programmes, those without failed articles; their files are staged.

        `advance` is called with the number of episodes done. Raises AudioError, PublishError.
        """
        for number, programme in enumerate(programmes, 1):
            advance(number - 1)
            finished = self._finished.get(programme.slug)
            if not finished or finished.programme != programme:
                self._make_episode(programme, number)
        numbered = enumerate(zip(programmes, self._schedule.dates(len(programmes)), strict=True), 1)
        episodes = tuple(
            replace(self._finished[programme.slug].episode, number=number, published=published)
            for number, (programme, published) in numbered
        )
        self._stage_files(episodes)
        advance(len(programmes))
        return episodes

    def _make_episode(self, programme: Programme, number: int) -> None:
        episode = self._producer.produce(programme, self._takes, number, self._dates[number - 1])
        self._finished[programme.slug] = _FinishedEpisode(programme=programme, episode=episode)
        self._published.discard(programme.slug)

    def _may_publish_now(self) -> bool:
        return self._publish_seconds < max(
            _FREE_PUBLISH_SECONDS, _PUBLISH_TIME_SHARE * (time.monotonic() - self._started)
        )

    def _publish_finished(self, publish: Callable[[Sequence[Episode]], None]) -> None:
        begun = time.monotonic()
        episodes = sorted((each.episode for each in self._finished.values()), key=lambda each: each.number)
        self._stage_files(episodes)
        publish(episodes)
        self._publish_seconds += time.monotonic() - begun

    def _stage_files(self, episodes: Iterable[Episode]) -> None:
        new = [episode for episode in episodes if episode.slug not in self._published]
        self._producer.stage_files(new)
        self._published.update(episode.slug for episode in new)
