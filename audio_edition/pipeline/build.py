"""articles/ → output/, one stage a line."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from audio_edition.config import FILE_NAME, Config
from audio_edition.model import Edition, Passage, Take
from audio_edition.pipeline.casting import cast
from audio_edition.pipeline.lexicon import lexicon_of
from audio_edition.pipeline.plan import IDENT, Reading, opening, programmes, reading
from audio_edition.pipeline.produce import Producer
from audio_edition.pipeline.record import Recorded, record_ident
from audio_edition.pipeline.report import Report, Speaker
from audio_edition.pipeline.scripts import Failure, Scripts, read_scripts
from audio_edition.pipeline.session import Progress, record_edition
from audio_edition.podcast.chapters import render_chapters
from audio_edition.podcast.cover import render_cover
from audio_edition.podcast.feed import render_feed
from audio_edition.podcast.page import render_episode, render_index
from audio_edition.podcast.publisher import Publisher
from audio_edition.podcast.transcript import render_vtt

UNTITLED = "Audio Edition"
"""The title of an edition that nobody has named and whose articles come from several papers."""


def build(paths: Sequence[Path], output: Path, config: Config, progress: Progress) -> Report:
    """Build the edition and publish it. Raises AudioEditionError; then nothing in `output` has changed.

    Articles that fail are left out and named in the report, unless config.strict or all of them fail.
    """
    lexicon = lexicon_of(config)
    found = read_scripts(paths, config)
    _require_some(found.scripts, found.failures, strict=config.strict)
    config = replace(config, title=config.title or found.publication or UNTITLED)
    issue_date = _issue_date(found, config)
    first = opening(config.title, issue_date, config.spoken_language, lexicon)
    readings = [reading(script, config.spoken_language, lexicon) for script in found.scripts]
    parts = cast(first, readings, config)
    with Publisher(output) as publisher:
        recorded = record_edition(parts.lines, config, publisher.staging, progress)
        failures = (*found.failures, *parts.failures, *_failures(first, readings, recorded))
        spoken = [each for each in readings if each.script.id not in {f.id for f in failures}]
        _require_some(spoken, failures, strict=config.strict)
        takes = _takes(recorded, config, publisher.staging)
        planned = tuple(programmes(config, issue_date, first, spoken, takes))
        producer = Producer(
            edition=_describe_edition(config, issue_date, parts.speakers),
            cover=render_cover(config.title, issue_date),
            config=config,
            total=len(planned),
            folder=publisher.staging,
        )
        episodes = tuple(producer.produce(programme, number) for number, programme in enumerate(planned, 1))
        report = Report(
            edition=replace(producer.edition, episodes=episodes),
            scripts=tuple(each.script for each in spoken),
            failures=failures,
            speakers=parts.speakers,
            recorded=_by_article(first, spoken, recorded),
            warnings=(*_warnings(found, issue_date), *parts.warnings),
        )
        _publish(report, producer.cover, config, publisher)
    return report


def _require_some(good: Sequence[object], failures: Sequence[Failure], *, strict: bool) -> None:
    """Raise the first failure if the build is strict or nothing is left; the others are named with it."""
    if not failures or (good and not strict):
        return
    first = failures[0].error
    others = "".join(f"\n  {failure.error}" for failure in failures[1:])
    raise type(first)(f"{first}{others}", hint=first.hint) from first


def _issue_date(found: Scripts, config: Config) -> date:
    """The date asked for, else that of the issue read or of the newest article, else that of the newest file."""
    dates = (*(script.published for script in found.scripts), found.issued)
    known = config.date or max(filter(None, dates), default=None)
    if known:
        return known
    newest = max(file.stat().st_mtime for file in found.files)
    return datetime.fromtimestamp(newest, UTC).date()


def _warnings(found: Scripts, issue_date: date) -> tuple[str, ...]:
    warnings = [f"{script.source}: {text}" for script in found.scripts for text in script.warnings]
    warnings += [f"{place}: is no article, left out" for place in found.ignored]
    warnings += [f"{FILE_NAME}: [articles.{name}] fits no article of this edition" for name in found.unmatched]
    if issue_date > datetime.now(UTC).date():
        warnings.append(f"the edition is dated {issue_date}, and some apps hide episodes of the future")
    return tuple(warnings)


def _failures(
    first: Passage, readings: Iterable[Reading], recorded: Mapping[Passage, Recorded]
) -> Iterator[Failure]:
    """The articles of which a passage could not be recorded. Raises that error if it is the edition's opening."""
    errors = {passage: each.error for passage, each in recorded.items() if each.error}
    if first in errors:
        raise errors[first]
    for each in readings:
        if failed := next((errors[passage] for passage in each.passages if passage in errors), None):
            yield Failure(id=each.script.id, source=each.script.source, error=failed)


def _takes(recorded: Mapping[Passage, Recorded], config: Config, folder: Path) -> dict[Passage, Take]:
    takes = {passage: each.take for passage, each in recorded.items() if each.take}
    return takes | ({IDENT: record_ident(config.bit_rate, folder)} if config.idents else {})


def _by_article(
    first: Passage, readings: Iterable[Reading], recorded: Mapping[Passage, Recorded]
) -> dict[str, tuple[Recorded, ...]]:
    by_id = {each.script.id: tuple(recorded[passage] for passage in each.passages) for each in readings}
    return {"": (recorded[first],)} | by_id


def _describe_edition(config: Config, issue_date: date, speakers: Iterable[Speaker]) -> Edition:
    guid = uuid.uuid5(uuid.NAMESPACE_URL, f"audio-edition:{config.base_url or config.title}")
    return Edition(
        title=config.title,
        issue_date=issue_date,
        language=config.language,
        description=config.description or f"{config.title}, read aloud.",
        author=config.author or config.title,
        guid=str(guid),
        category=config.category,
        link=config.link,
        narrators=tuple(speaker.credit for speaker in speakers),
    )


def _publish(report: Report, cover: bytes, config: Config, publisher: Publisher) -> None:
    """Put everything in its place, the feed last, then remove what no longer belongs."""
    edition = report.edition
    for episode in edition.episodes:
        stem = f"episodes/{episode.slug}"
        publisher.place(episode.media, publisher.staging / f"{episode.slug}.mp3")
        publisher.write(f"{stem}.vtt", render_vtt(episode.track).encode())
        publisher.write(f"{stem}.chapters.json", render_chapters(episode.track, episode.title).encode())
        publisher.write(f"{stem}.html", render_episode(edition, episode).encode())
    publisher.write("cover.jpg", cover)
    publisher.write("index.html", render_index(edition).encode())
    publisher.write("report.json", report.render().encode())
    publisher.write("feed.xml", render_feed(edition, config.base_url))
    publisher.prune({episode.slug for episode in edition.episodes})
