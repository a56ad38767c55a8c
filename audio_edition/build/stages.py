"""articles/ → output/, one stage a line."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from audio_edition.build.archiving import Filing, words
from audio_edition.build.assembler import Assembler
from audio_edition.build.casting import Cast, cast
from audio_edition.build.episodes import Producer
from audio_edition.build.issue import Issue, openings, reading
from audio_edition.build.lexicon import lexicon_of
from audio_edition.build.metadata import describe_edition, describe_publication
from audio_edition.build.release import Announcer
from audio_edition.build.report import Report
from audio_edition.build.scripts import Failure, Scripts, read_scripts
from audio_edition.build.voice_selection import Auditions
from audio_edition.config import FILE_NAME, Config
from audio_edition.errors import ConfigError
from audio_edition.model import Episode, Passage
from audio_edition.podcast.archive import read_archive
from audio_edition.podcast.cover import render_cover
from audio_edition.podcast.publisher import Publisher
from audio_edition.progress import Progress, Stage, Step, unseen
from audio_edition.recording.dispatch import Recorded, record_ident
from audio_edition.recording.session import record_edition

UNTITLED = "Audio Edition"
"""The title of an edition that nobody has named and whose articles come from several papers."""


def build(paths: Sequence[Path], output: Path, config: Config, progress: Progress = unseen) -> Report:
    """Build the edition and publish it. Raises AudioEditionError; then nothing in `output` has changed.

    Articles that fail are left out and named in the report, unless config.strict or all of them fail. With
    config.follow, episodes are published as they are finished, and stay if the rest fails.
    """
    _require_apart(paths, output)
    with Auditions(config) as auditions:
        auditions.prepare()
        found = read_scripts(paths, config, progress)
        _require_some(found.scripts, found.failures, strict=config.strict)
        issue = _plan(found, config)
        parts = _cast(issue, auditions, progress)
    with Publisher(output) as publisher:
        filing = _filing(issue, output)
        issue = replace(issue, slugs=filing.slugs({each.slug for each in issue.programmes() if not each.script}))
        producer = _producer(issue, parts, filing, publisher)
        recorded: dict[Passage, Recorded] = {}
        announcer = Announcer(
            issue=issue,
            producer=producer,
            speakers=parts.speakers,
            warnings=(*_warnings(found), *parts.warnings),
            recorded=recorded,
        )
        follow = announcer.announce_finished if config.follow else None
        assembler = Assembler(tuple(issue.programmes()), producer, follow)
        with closing(record_edition(parts.lines, issue.config, publisher.staging, progress)) as session:
            for each in session:
                recorded[each.job.passage] = each
                if each.take:
                    assembler.hear(each.job.passage, each.take)
        failures = (*found.failures, *parts.failures, *_failures(issue, recorded))
        issue = issue.without({failure.id for failure in failures})
        _require_some(issue.readings, failures, strict=config.strict)
        return announcer.announce(_finish(issue, assembler, progress), issue, failures)


def _require_apart(paths: Sequence[Path], output: Path) -> None:
    """The pages of an edition among its articles would be articles of the next."""
    if output.resolve() in {path.resolve() for path in paths}:
        raise ConfigError(f"{output}: holds the articles", hint="choose another folder for the edition with -o")


def _plan(found: Scripts, config: Config) -> Issue:
    config = replace(config, title=config.title or found.publication or UNTITLED)
    lexicon = lexicon_of(config)
    day = _issue_date(found, config)
    readings = tuple(reading(script, config.spoken_language, lexicon) for script in found.scripts)
    return Issue(config=config, day=day, readings=readings, openings=openings(config, day, readings, lexicon))


def _filing(issue: Issue, output: Path) -> Filing:
    articles = {each.script.id: words(each.script) for each in issue.readings}
    return Filing(archive=read_archive(output), day=issue.day, articles=articles)


def _cast(issue: Issue, auditions: Auditions, progress: Progress) -> Cast:
    progress(Step(stage=Stage.AUDITIONS, done=0, total=1))
    parts = cast(issue, auditions)
    progress(Step(stage=Stage.AUDITIONS, done=1, total=1))
    return parts


def _producer(issue: Issue, parts: Cast, filing: Filing, publisher: Publisher) -> Producer:
    edition = describe_edition(issue, parts.speakers)
    return Producer(
        publication=describe_publication(issue.config, filing.archive.guid),
        edition=edition,
        filing=filing,
        slugs=issue.slugs,
        cover=render_cover(issue.config.title, edition.day),
        config=issue.config,
        ident=record_ident(issue.config.bit_rate, publisher.staging) if issue.config.idents else None,
        publisher=publisher,
    )


def _finish(issue: Issue, assembler: Assembler, progress: Progress) -> tuple[Episode, ...]:
    planned = tuple(issue.programmes())
    return assembler.finish(
        planned, lambda done: progress(Step(stage=Stage.WRITING, done=done, total=len(planned)))
    )


def _require_some(good: Sequence[object], failures: Sequence[Failure], *, strict: bool) -> None:
    """Raise the first failure if the build is strict or nothing is left; the others are named with it."""
    if not failures or (good and not strict):
        return
    first = failures[0].error
    reasons = "\n  ".join(failure.reason for failure in failures)
    raise type(first)(reasons, hint=first.hint) from first


def _issue_date(found: Scripts, config: Config) -> date:
    """The date asked for, else that of the issue read or of the newest article, else that of the newest file."""
    dates = (*(script.published for script in found.scripts), found.issued)
    known = config.date or max(filter(None, dates), default=None)
    if known:
        return known
    newest = max((file.stat().st_mtime for file in found.files if file.exists()), default=time.time())
    return datetime.fromtimestamp(newest, UTC).date()


def _warnings(found: Scripts) -> tuple[str, ...]:
    warnings = [f"{script.source}: {text}" for script in found.scripts for text in script.warnings]
    warnings += [f"{place}: is no article, left out" for place in found.ignored]
    warnings += [f"{FILE_NAME}: [articles.{name}] fits no article of this edition" for name in found.unmatched]
    return tuple(warnings)


def _failures(issue: Issue, recorded: Mapping[Passage, Recorded]) -> Iterator[Failure]:
    """The articles of which a passage could not be recorded. Raises that error if an episode opens with it."""
    errors = {passage: each.error for passage, each in recorded.items() if each.error}
    for opening in issue.openings.values():
        if opening in errors:
            raise errors[opening]
    for each in issue.readings:
        if failed := next((errors[passage] for passage in each.passages if passage in errors), None):
            yield Failure(id=each.script.id, source=each.script.source, error=failed)
