"""The publication dates of an issue's episodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from audio_edition.model import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeSchedule:
    """Dates the episodes of the issue of `day`; `archive` has the earlier state of that issue, if there is one."""

    archive: Archive
    day: date

    def dates(self, total: int) -> tuple[datetime, ...]:
        """Return the dates of `total` episodes in listening order.

        Clients sort by date alone, so each episode is a second older than the one before it.
        """
        start = self._start_time(total)
        return tuple(start - timedelta(seconds=number) for number in range(1, total + 1))

    def _start_time(self, total: int) -> datetime:
        """Return the time one second after the first episode's.

        All dates are just after the beginning of the issue's day, but not in the future, because clients hide such
        episodes. An issue that was published before its day keeps its dates.
        """
        midnight = datetime.combine(self.day, time(), UTC)
        early = [moment for moment in self._earlier_start_times() if moment < midnight]
        now = datetime.now(UTC).replace(microsecond=0)
        return max(early, default=min(midnight + timedelta(seconds=total), now))

    def _earlier_start_times(self) -> Iterator[datetime]:
        for edition in self.archive.editions:
            if edition.issue_date == self.day:
                yield from (each.published + timedelta(seconds=each.number) for each in edition.episodes)
