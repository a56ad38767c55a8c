"""Releases an issue: pages, feed, archive and report are written and published together, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from audio_edition.build.archiving import Archiver
from audio_edition.build.issue import Issue
from audio_edition.build.report import list_flaws, make_article_entry, make_report
from audio_edition.build.result import BuildResult
from audio_edition.errors import Failure
from audio_edition.model import Archive, Edition, Episode, EpisodeKind, Passage, Publication, Speaker
from audio_edition.podcast import archive, build_report, qr_code
from audio_edition.podcast.cover import render_cover
from audio_edition.podcast.feed import page_name, render_feed
from audio_edition.podcast.page import render_index, render_issue
from audio_edition.podcast.publisher import Publisher
from audio_edition.recording.job import JobResult


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRelease:
    """Publishes the finished episodes of an issue, as often as asked.

    `edition` describes the issue and has no episodes. The build adds the results of passages to `results` as they
    are recorded, and gives the files of episodes to `publisher` before it publishes them here.
    """

    issue: Issue
    publication: Publication
    edition: Edition
    archiver: Archiver
    cover: bytes
    speakers: tuple[Speaker, ...]
    warnings: tuple[str, ...]
    publisher: Publisher
    results: dict[Passage, JobResult] = field(default_factory=dict)

    def publish_finished(self, episodes: Sequence[Episode]) -> None:
        """Publish these episodes while the rest is being recorded; the report has the complete articles only."""
        self._publish(self._make_result(episodes, self.issue.without_articles(self._unfinished_ids()), ()))

    def publish_final(
        self, episodes: Sequence[Episode], issue: Issue, failures: tuple[Failure, ...]
    ) -> BuildResult:
        """Publish these episodes and remove all others; `issue` is without the failures. Raises PublishError."""
        result = self._make_result(episodes, issue, failures)
        self.publisher.prune(self._publish(result))
        return result

    def _publish(self, result: BuildResult) -> frozenset[str]:
        """Publish a state of the issue and return the paths of all files that belong to the output folder now."""
        edition = result.edition
        new_archive = self.archiver.add_edition(
            edition, self.publication.guid, self.issue.slugs, self.issue.config.keep_issues
        )
        report = build_report.render_report(result.report)
        rendered = self._render_pages(edition, new_archive) | {
            f"{edition.stem}.json": report,
            build_report.FILE_NAME: report,
        }
        for path, data in rendered.items():
            self.publisher.write(path, data)
        self.publisher.commit()
        return frozenset({*rendered, *archive.list_files(new_archive)})

    def _render_pages(self, edition: Edition, new_archive: Archive) -> dict[str, bytes]:
        """Return covers, pages, archive and feed by their paths."""
        return {
            f"{edition.stem}.jpg": self.cover,
            "cover.jpg": render_cover(self.publication.title),
            f"{edition.stem}.html": render_issue(self.publication, edition).encode(),
            "index.html": render_index(self.publication, new_archive.editions).encode(),
            archive.FILE_NAME: archive.render_archive(new_archive),
            **self._render_feed_code(),
            **render_feed(self.publication, new_archive.editions, self.issue.config.base_url),
        }

    def _render_feed_code(self) -> dict[str, bytes]:
        """Return the QR code of the feed's address; nothing without `base_url`, for the server makes its own."""
        base = self.issue.config.base_url.rstrip("/")
        return {qr_code.FILE_NAME: qr_code.render_qr_code(f"{base}/{page_name(1)}")} if base else {}

    def _make_result(self, episodes: Sequence[Episode], issue: Issue, failures: tuple[Failure, ...]) -> BuildResult:
        edition = replace(self.edition, episodes=tuple(episodes))
        openings = {
            episode.slug: self.results[issue.openings[episode.section or ""]]
            for episode in episodes
            if episode.kind is not EpisodeKind.ARTICLE
        }
        durations = {episode.slug: episode.track.duration_ms for episode in episodes}
        spoken = [
            (each.script, tuple(self.results[passage] for passage in each.passages)) for each in issue.readings
        ]
        articles = []
        for script, results in spoken:
            slug = issue.slugs[script.id]
            articles.append(make_article_entry(script, slug, durations.get(slug), results))
        return BuildResult(
            edition=edition,
            report=make_report(edition, self.speakers, openings, articles, failures, self.warnings),
            failures=failures,
            flaws=list_flaws((*openings.values(), *chain.from_iterable(results for _, results in spoken))),
        )

    def _unfinished_ids(self) -> frozenset[str]:
        """Return the ids of articles with a passage that is not recorded yet, or could not be recorded."""
        return frozenset(
            each.script.id
            for each in self.issue.readings
            if any(passage not in self.results or self.results[passage].error for passage in each.passages)
        )
