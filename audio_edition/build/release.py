"""What has become of an issue, published as a whole: episodes, pages, feed and report, all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audio_edition.build.episodes import EpisodeProducer
from audio_edition.build.issue import Issue
from audio_edition.build.report import Report
from audio_edition.errors import Failure
from audio_edition.model import Episode, EpisodeKind, Passage, Speaker
from audio_edition.recording.job import JobResult


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRelease:
    """Publishes an issue, whatever of it is done by then. `recorded` grows as passages are."""

    issue: Issue
    producer: EpisodeProducer
    speakers: tuple[Speaker, ...]
    warnings: tuple[str, ...]
    recorded: Mapping[Passage, JobResult]

    def publish_finished(self, episodes: Sequence[Episode]) -> None:
        """Publish these episodes and the articles that are spoken, of an issue that is being recorded."""
        self._publish(self._make_report(episodes, self.issue.without_articles(self._unfinished_ids()), ()))

    def publish_final(self, episodes: Sequence[Episode], issue: Issue, failures: tuple[Failure, ...]) -> Report:
        """Publish these episodes and no others of `issue`, what became of the planned one. Raises PublishError."""
        report = self._make_report(episodes, issue, failures)
        self.producer.publisher.prune(self._publish(report))
        return report

    def _publish(self, report: Report) -> frozenset[str]:
        """The paths of all files that belong to the output folder now."""
        publisher = self.producer.publisher
        said = report.render().encode("utf-8", "backslashreplace")  # a file's name may be no text
        keep = self.producer.write_feed_and_pages(report.edition.episodes)
        for file in (f"{report.edition.stem}.json", "report.json"):
            publisher.write(file, said)
        publisher.commit()
        return keep

    def _make_report(self, episodes: Sequence[Episode], issue: Issue, failures: tuple[Failure, ...]) -> Report:
        return Report(
            publication=self.producer.publication,
            edition=replace(self.producer.edition, episodes=tuple(episodes)),
            scripts=tuple(each.script for each in issue.readings),
            failures=failures,
            speakers=self.speakers,
            recorded={
                each.script.id: tuple(self.recorded[passage] for passage in each.passages)
                for each in issue.readings
            },
            openings={
                each.slug: self.recorded[issue.openings[each.section or ""]]
                for each in episodes
                if each.kind is not EpisodeKind.ARTICLE
            },
            slugs=issue.slugs,
            warnings=self.warnings,
        )

    def _unfinished_ids(self) -> frozenset[str]:
        """The articles of which a passage is not recorded, or could not be."""
        return frozenset(
            each.script.id
            for each in self.issue.readings
            if any(passage not in self.recorded or self.recorded[passage].error for passage in each.passages)
        )
