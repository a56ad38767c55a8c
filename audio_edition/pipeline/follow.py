"""Episodes that are finished are published while the rest is still being spoken."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence

from audio_edition.model import Episode, Passage, Take
from audio_edition.pipeline.plan import IDENT, Programme
from audio_edition.pipeline.produce import Producer

_SHARE = 0.05
"""Of the time, publishing takes this much at most: a feed is written whole, however long it is."""


class Follower:
    """Hears of takes as they are recorded, and publishes the programmes they complete.

    Numbers and dates are those that the programmes have if nothing fails, so that at the end most files stay.
    """

    def __init__(self, programmes: Sequence[Programme], producer: Producer) -> None:
        self._producer = producer
        self._programmes = dict(enumerate(programmes, 1))
        self._missing = {
            number: {slot.passage for slot in programme.slots} - {IDENT}
            for number, programme in self._programmes.items()
        }
        self._wanted_by: dict[Passage, list[int]] = defaultdict(list)
        for number, passages in self._missing.items():
            for passage in passages:
                self._wanted_by[passage].append(number)
        self._takes: dict[Passage, Take] = {}
        self._ready: list[int] = []
        self._published: dict[int, Episode] = {}
        self._not_before = 0.0

    def hear(self, passage: Passage, take: Take) -> None:
        """A passage has been recorded. Raises AudioError, PublishError."""
        self._takes[passage] = take
        for number in self._wanted_by.pop(passage, ()):
            self._missing[number].discard(passage)
            if not self._missing[number]:
                self._ready.append(number)
        if self._ready and time.monotonic() >= self._not_before:
            self._publish()

    def _publish(self) -> None:
        begun = time.monotonic()
        total = len(self._programmes)
        episodes = {
            number: self._producer.produce(self._programmes[number], (number, total), self._takes)
            for number in self._ready
        }
        self._ready.clear()
        self._producer.publish(episodes.values())
        self._published |= episodes
        self._producer.announce(self._published[number] for number in sorted(self._published))
        now = time.monotonic()
        self._not_before = now + (now - begun) * (1 / _SHARE - 1)
