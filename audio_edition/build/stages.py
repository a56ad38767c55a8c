"""Builds an edition, stage by stage."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from audio_edition.build.archiving import Archiver, digest_text
from audio_edition.build.assembler import Assembler
from audio_edition.build.casting import Cast, cast_issue
from audio_edition.build.episodes import EpisodeProducer
from audio_edition.build.issue import Issue, plan_openings, plan_reading
from audio_edition.build.lexicon import load_lexicon
from audio_edition.build.metadata import describe_edition, describe_publication
from audio_edition.build.release import IssueRelease
from audio_edition.build.result import BuildResult
from audio_edition.build.schedule import EpisodeSchedule
from audio_edition.build.scripts import Scripts, read_scripts
from audio_edition.build.voice_selection import VoiceSelector
from audio_edition.config import FILE_NAME, Config
from audio_edition.errors import ConfigError, Failure
from audio_edition.model import Episode, Passage, Speaker
from audio_edition.podcast.archive import read_archive
from audio_edition.podcast.cover import render_cover
from audio_edition.podcast.publisher import Publisher
from audio_edition.progress import Progress, Stage, StageProgress, ignore_progress
from audio_edition.recording.dispatch import spool_ident
from audio_edition.recording.job import JobResult
from audio_edition.recording.session import record_edition

DEFAULT_TITLE = "Audio Edition"
"""The title of an edition if the settings give none and the articles come from several publications."""


def build(paths: Sequence[Path], output: Path, config: Config, progress: Progress = ignore_progress) -> BuildResult:
    """Build and publish an edition as `build_edition` does, even if nothing has changed."""
    _require_separate_folders(paths, output)
    with VoiceSelector(config) as selector:
        selector.preload_engine()
        scripts = read_scripts(paths, config, progress)
        _raise_if_failed(scripts.scripts, scripts.failures, strict=config.strict)
        issue = _plan_issue(scripts, config)
        cast = _cast_voices(issue, selector, progress)
    with Publisher(output) as publisher:
        archiver = _make_archiver(issue, output)
        issue = _assign_slugs(issue, archiver)
        producer = _make_producer(issue, cast, archiver, publisher)
        warnings = (*_collect_warnings(scripts), *cast.warnings)
        release = _make_release(issue, producer, archiver, cast.speakers, warnings)
        assembler = _make_assembler(issue, producer, release)
        _record_passages(cast, release, assembler, progress)
        failures = (*scripts.failures, *cast.failures, *_collect_failures(issue, release.results))
        issue = issue.without_articles({failure.id for failure in failures})
        _raise_if_failed(issue.readings, failures, strict=config.strict)
        return release.publish_final(_finish_episodes(issue, assembler, progress), issue, failures)


def _require_separate_folders(paths: Sequence[Path], output: Path) -> None:
    """Raise ConfigError if the output folder holds the articles: its pages would be articles of the next build."""
    if output.resolve() in {path.resolve() for path in paths}:
        raise ConfigError(f"{output}: holds the articles", hint="choose another folder for the edition with -o")


def _plan_issue(scripts: Scripts, config: Config) -> Issue:
    config = replace(config, title=config.title or scripts.publication or DEFAULT_TITLE)
    lexicon = load_lexicon(config)
    day = _choose_issue_date(scripts, config)
    readings = tuple(plan_reading(script, config.spoken_language, lexicon) for script in scripts.scripts)
    return Issue(config=config, day=day, readings=readings, openings=plan_openings(config, day, readings, lexicon))


def _make_archiver(issue: Issue, output: Path) -> Archiver:
    articles = {each.script.id: digest_text(each.script) for each in issue.readings}
    return Archiver(archive=read_archive(output), day=issue.day, articles=articles)


def _assign_slugs(issue: Issue, archiver: Archiver) -> Issue:
    reserved = {programme.slug for programme in issue.programmes() if not programme.script}
    return replace(issue, slugs=archiver.assign_slugs(reserved))


def _cast_voices(issue: Issue, selector: VoiceSelector, progress: Progress) -> Cast:
    progress(StageProgress(stage=Stage.VOICE_SELECTION, done=0, total=1))
    cast = cast_issue(issue, selector)
    progress(StageProgress(stage=Stage.VOICE_SELECTION, done=1, total=1))
    return cast


def _make_producer(issue: Issue, cast: Cast, archiver: Archiver, publisher: Publisher) -> EpisodeProducer:
    edition = describe_edition(issue, cast.speakers)
    return EpisodeProducer(
        publication=describe_publication(issue.config, archiver.archive.guid),
        edition=edition,
        cover=render_cover(issue.config.title, edition.day),
        config=issue.config,
        ident=spool_ident(issue.config.bit_rate, publisher.staging) if issue.config.idents else None,
        publisher=publisher,
    )


def _make_release(
    issue: Issue,
    producer: EpisodeProducer,
    archiver: Archiver,
    speakers: tuple[Speaker, ...],
    warnings: tuple[str, ...],
) -> IssueRelease:
    return IssueRelease(
        issue=issue,
        publication=producer.publication,
        edition=producer.edition,
        archiver=archiver,
        cover=producer.cover,
        speakers=speakers,
        warnings=warnings,
        publisher=producer.publisher,
    )


def _make_assembler(issue: Issue, producer: EpisodeProducer, release: IssueRelease) -> Assembler:
    schedule = EpisodeSchedule(archive=release.archiver.archive, day=issue.day)
    follow = release.publish_finished if issue.config.follow else None
    return Assembler(tuple(issue.programmes()), producer, schedule, follow)


def _record_passages(cast: Cast, release: IssueRelease, assembler: Assembler, progress: Progress) -> None:
    """Record all passages and make the episodes that they complete."""
    config, folder = release.issue.config, release.publisher.staging
    with closing(record_edition(cast.lines, config, folder, progress)) as session:
        for result in session:
            release.results[result.job.passage] = result
            if result.take:
                assembler.add_take(result.job.passage, result.take)


def _finish_episodes(issue: Issue, assembler: Assembler, progress: Progress) -> tuple[Episode, ...]:
    planned = tuple(issue.programmes())
    return assembler.finish(
        planned, lambda done: progress(StageProgress(stage=Stage.WRITING, done=done, total=len(planned)))
    )


def _raise_if_failed(good: Sequence[object], failures: Sequence[Failure], *, strict: bool) -> None:
    """Raise the first failure, with the reasons of all, if the build is strict or no article is left."""
    if not failures or (good and not strict):
        return
    first = failures[0].error
    reasons = "\n  ".join(failure.reason for failure in failures)
    raise type(first)(reasons, hint=first.hint) from first


def _choose_issue_date(scripts: Scripts, config: Config) -> date:
    """Return the date asked for, else that of the issue or of the newest article, else that of the newest file."""
    dates = (*(script.published for script in scripts.scripts), scripts.issued)
    known = config.date or max(filter(None, dates), default=None)
    if known:
        return known
    newest = max((file.stat().st_mtime for file in scripts.files if file.exists()), default=time.time())
    return datetime.fromtimestamp(newest, UTC).date()


def _collect_warnings(scripts: Scripts) -> tuple[str, ...]:
    warnings = [f"{script.source}: {text}" for script in scripts.scripts for text in script.warnings]
    warnings += [f"{path}: is no article, left out" for path in scripts.ignored]
    warnings += [
        f"{FILE_NAME}: [articles.{name}] fits no article of this edition" for name in scripts.unmatched_ids
    ]
    return tuple(warnings)


def _collect_failures(issue: Issue, results: Mapping[Passage, JobResult]) -> Iterator[Failure]:
    """Yield the articles with a passage that could not be recorded. Raises the error of an opening."""
    errors = {passage: each.error for passage, each in results.items() if each.error}
    for opening in issue.openings.values():
        if opening in errors:
            raise errors[opening]
    for each in issue.readings:
        if failed := next((errors[passage] for passage in each.passages if passage in errors), None):
            yield Failure(id=each.script.id, source=each.script.source, error=failed)
