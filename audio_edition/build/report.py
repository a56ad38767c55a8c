"""Makes the entries of a build's report from scripts and recorded passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from audio_edition.errors import Failure
from audio_edition.model import Edition, Episode, Flaw, Script, Speaker
from audio_edition.podcast.build_report import (
    ArticleEntry,
    BuildReport,
    DroppedEntry,
    EpisodeEntry,
    FailureEntry,
    FlawEntry,
    ScriptEntry,
    SpeakerEntry,
    UtteranceEntry,
)
from audio_edition.recording.job import JobResult


def describe_script(script: Script) -> dict[str, Any]:
    """Return a script as `segment --json` prints it."""
    entry = ScriptEntry(**_script_fields(script))
    fields: dict[str, Any] = msgspec.to_builtins(entry)
    return fields


def make_report(
    edition: Edition,
    speakers: Iterable[Speaker],
    openings: Mapping[str, JobResult],
    articles: Iterable[ArticleEntry],
    failures: Iterable[Failure],
    warnings: tuple[str, ...],
) -> BuildReport:
    """Return the report of an edition; `openings` are the results of first passages by the slug of the episode."""
    return BuildReport(
        title=edition.title,
        date=edition.issue_date,
        speakers=tuple(map(_make_speaker_entry, speakers)),
        episodes=tuple(map(_make_episode_entry, edition.episodes)),
        openings={slug: _list_utterances([result]) for slug, result in openings.items()},
        articles=tuple(articles),
        failures=tuple(FailureEntry(id=each.id, source=each.source, error=each.reason) for each in failures),
        warnings=warnings,
    )


def make_article_entry(
    script: Script, slug: str, duration_ms: int | None, results: Sequence[JobResult]
) -> ArticleEntry:
    """Return the entry of an article with the results of its passages; `duration_ms` is that of its own episode."""
    return ArticleEntry(
        **_script_fields(script),
        slug=slug,
        source=script.source,
        duration_ms=duration_ms,
        utterances=_list_utterances(results),
        flaws=tuple(
            FlawEntry(text=flaw.text, fault=flaw.fault, mended=flaw.mended)
            for result in results
            for flaw in result.flaws
        ),
        warnings=script.warnings,
    )


def _make_speaker_entry(speaker: Speaker) -> SpeakerEntry:
    return SpeakerEntry(
        engine=speaker.narrator.engine,
        fingerprint=speaker.narrator.fingerprint,
        licence=speaker.licence,
        voice=speaker.voice.id,
        name=speaker.voice.name,
        language=speaker.voice.language,
        voice_licence=speaker.voice.licence,
        gain_db=speaker.narrator.gain,
    )


def _make_episode_entry(episode: Episode) -> EpisodeEntry:
    return EpisodeEntry(
        slug=episode.slug,
        guid=episode.guid,
        kind=episode.kind,
        title=episode.title,
        file=episode.media,
        bytes=episode.size,
        duration_ms=episode.track.duration_ms,
    )


def _list_utterances(results: Iterable[JobResult]) -> tuple[UtteranceEntry, ...]:
    """Return the utterances of recorded passages in order, each with its voice."""
    return tuple(
        UtteranceEntry(
            written=line.utterance.written,
            spoken=line.utterance.spoken,
            voice=f"{line.narrator.engine}:{line.narrator.voice}",
        )
        for result in results
        for line in result.job.lines
    )


def list_flaws(results: Iterable[JobResult]) -> tuple[Flaw, ...]:
    """Return the flaws of recorded passages, each once, however many episodes the passage is in."""
    return tuple(dict.fromkeys(flaw for result in results for flaw in result.flaws))


def _script_fields(script: Script) -> dict[str, Any]:
    return {
        "id": script.id,
        "section": script.section,
        "kicker": script.kicker,
        "headline": script.headline,
        "standfirst": script.standfirst,
        "byline": script.byline,
        "published": script.published,
        "language": script.language,
        "paragraphs": tuple(paragraph.text for paragraph in script.narrative),
        "dropped": tuple(DroppedEntry(text=drop.text, rule=drop.rule) for drop in script.dropped),
    }
