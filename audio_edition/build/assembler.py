"""Episodes are made as soon as their last passage is recorded, and published then if somebody follows the build."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from audio_edition.build.episodes import Producer
from audio_edition.build.issue import Programme
from audio_edition.model import Episode, Passage, Take

_FREE_SECONDS = 2.0
_SHARE = 0.05
"""Announcing may take so many seconds, then this share of the time: a feed is written whole, however long it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
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
        producer: Producer,
        follow: Callable[[Sequence[Episode]], None] | None = None,
    ) -> None:
        self._producer = producer
        self._follow = follow
        self._programmes = dict(enumerate(programmes, 1))
        self._missing = {number: set(programme.passages) for number, programme in self._programmes.items()}
        self._wanted_by: dict[Passage, list[int]] = defaultdict(list)
        for number, passages in self._missing.items():
            for passage in passages:
                self._wanted_by[passage].append(number)
        self._takes: dict[Passage, Take] = {}
        self._made: dict[str, _Made] = {}
        self._published: set[str] = set()
        self._begun = time.monotonic()
        self._spent = 0.0

    def hear(self, passage: Passage, take: Take) -> None:
        """A passage has been recorded, for the first time or again. Raises AudioError, PublishError."""
        again = passage in self._takes
        self._takes[passage] = take
        for number in self._wanted_by[passage]:
            programme = self._programmes[number]
            self._missing[number].discard(passage)
            if again:
                self._made.pop(programme.slug, None)
                self._published.discard(programme.slug)
            elif not self._missing[number]:
                self._make(programme, number)
        if self._follow and self._made.keys() - self._published and self._may_announce():
            self._follow_up(self._follow)

    def finish(self, programmes: Sequence[Programme], advance: Callable[[int], None]) -> tuple[Episode, ...]:
        """The episodes of what has become of the issue, made and published. Raises AudioError, PublishError."""
        total = len(programmes)
        for number, programme in enumerate(programmes, 1):
            advance(number - 1)
            made = self._made.get(programme.slug)
            if not made or made.programme != programme:
                self._make(programme, number)
        made_of = {number: self._made[programme.slug].episode for number, programme in enumerate(programmes, 1)}
        self._publish(made_of.values())
        advance(total)
        return self._producer.numbered(made_of, total)

    def _make(self, programme: Programme, number: int) -> None:
        episode = self._producer.produce(programme, self._takes)
        self._made[programme.slug] = _Made(programme=programme, number=number, episode=episode)
        self._published.discard(programme.slug)

    def _may_announce(self) -> bool:
        return self._spent < max(_FREE_SECONDS, _SHARE * (time.monotonic() - self._begun))

    def _follow_up(self, announce: Callable[[Sequence[Episode]], None]) -> None:
        begun = time.monotonic()
        episodes = {made.number: made.episode for made in self._made.values()}
        self._publish(episodes.values())
        announce(self._producer.numbered(episodes, len(self._programmes)))
        self._spent += time.monotonic() - begun

    def _publish(self, episodes: Collection[Episode]) -> None:
        self._producer.publish(episode for episode in episodes if episode.slug not in self._published)
        self._published.update(episode.slug for episode in episodes)
