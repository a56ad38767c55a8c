"""Checks an output folder: feed, chapters, transcripts and sound must agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from audio_edition.audio.decoder import DecodedAudio, decode_mp3
from audio_edition.audio.loudness import CEILING_DBTP, TARGET_LUFS
from audio_edition.audio.tag_reader import read_chapters
from audio_edition.errors import AudioError, PublishError
from audio_edition.model import SAMPLE_RATE, Chapter, Cue, Edition, Episode, EpisodeKind
from audio_edition.podcast.build_report import BuildReport, read_report
from audio_edition.podcast.lint import Media, lint
from audio_edition.verification.transcripts import (
    SpokenSentence,
    find_unlikely_durations,
    load_editions,
    read_cues,
    read_sentences,
    to_alphanumeric,
)

_SILENCE_PEAK = 200 / 32768
"""Sound whose greatest sample is below this is silence."""

_LONGEST_PAUSE_MS = 1500
"""The longest pause of a voice inside a sentence; at least half of a shorter cue must be sound."""

_MAX_ATTEMPTS = 3
"""How often an edition is checked if builds replace it during each check."""

_EDITION_TOLERANCE_LU = 0.5
_EPISODE_TOLERANCE_LU = 1.0
_MIN_LOUDNESS_SECONDS = 15
"""The integrated loudness of shorter sound varies too much."""

_MAX_TAG_BYTES = 1 << 24


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The counts of a check, and each problem in one line."""

    episodes: int
    articles: int
    seconds: float
    problems: tuple[str, ...]


def check(output: Path, progress: Callable[[int, int], None] = lambda _done, _total: None) -> CheckResult:
    """Check everything in an output folder. If a build replaces the edition meanwhile, it is checked again.

    `progress` is called with the milliseconds of sound checked and in all. Raises PublishError if the folder has no
    edition.
    """
    for _ in range(_MAX_ATTEMPTS):
        editions = load_editions(output)
        result = _check_editions(output, editions, progress)
        if load_editions(output) == editions:
            return result
    raise PublishError(f"{output}: was replaced during every check", hint="check it when no build is running")


def _check_editions(output: Path, editions: Sequence[Edition], progress: Callable[[int, int], None]) -> CheckResult:
    total = sum(episode.track.duration_ms for edition in editions for episode in edition.episodes)
    problems: list[str] = []
    media: dict[str, Media] = {}
    slugs: set[str] = set()
    for edition in editions:
        report = read_report(output / f"{edition.stem}.json")
        slugs |= {article.slug for article in report.articles}
        sentences: dict[str, list[SpokenSentence]] = {}
        for episode in edition.episodes:
            progress(sum(each.duration_ms for each in media.values()), total)
            try:
                media[episode.media] = _check_episode(output, episode, problems)
                sentences[episode.slug] = read_sentences(output, report, episode.slug)
            except (OSError, ValueError, AudioError) as error:
                problems.append(f"{episode.slug}: {error}")
        problems += _find_missing_paragraphs(edition, report, sentences)
        problems += find_unlikely_durations(sentences)
    problems += lint(output, media)
    return CheckResult(
        episodes=sum(len(edition.episodes) for edition in editions),
        articles=len(slugs),
        seconds=sum(each.duration_ms for each in media.values()) / 1000,
        problems=tuple(problems),
    )


def _check_episode(output: Path, episode: Episode, problems: list[str]) -> Media:
    """Decode an episode's MP3, return its length and chapters, and add its problems to `problems`."""
    slug, file = episode.slug, output / episode.media
    with file.open("rb") as mp3:
        tagged = read_chapters(mp3.read(_MAX_TAG_BYTES))
    sound = decode_mp3(file)
    faults = [
        *_chapter_problems(tagged, sound.duration_ms),
        *_cue_problems(read_cues(output, slug), sound),
        *_level_problems(sound, episode.kind),
    ]
    problems += (f"{slug}: {problem}" for problem in faults)
    return Media(duration_ms=sound.duration_ms, chapters=tagged)


def _chapter_problems(chapters: tuple[Chapter, ...], milliseconds: int) -> Iterator[str]:
    if not chapters or chapters[0].start_ms != 0 or any(a.end_ms != b.start_ms for a, b in pairwise(chapters)):
        yield "chapters do not tile the track"
    elif chapters[-1].end_ms != milliseconds:
        yield f"chapters end at {chapters[-1].end_ms} ms, the sound at {milliseconds} ms"


def _cue_problems(cues: tuple[Cue, ...], sound: DecodedAudio) -> Iterator[str]:
    for cue in cues:
        longest = min(_LONGEST_PAUSE_MS, (cue.end_ms - cue.start_ms) // 2)
        if sound.longest_quiet_ms(cue.start_ms, cue.end_ms, _SILENCE_PEAK) > longest:
            yield f"silence where the transcript says {cue.text[:50]!r}"


def _level_problems(sound: DecodedAudio, kind: EpisodeKind) -> Iterator[str]:
    """Yield faults of loudness; an article may differ a little more from the target than the whole edition."""
    tolerance = _EDITION_TOLERANCE_LU if kind is EpisodeKind.EDITION else _EPISODE_TOLERANCE_LU
    if sound.samples > _MIN_LOUDNESS_SECONDS * SAMPLE_RATE and abs(sound.lufs - TARGET_LUFS) > tolerance:
        yield f"is at {sound.lufs:.1f} LUFS, not {TARGET_LUFS:.0f}"
    if sound.true_peak_db > CEILING_DBTP:
        yield f"has a true peak of {sound.true_peak_db:.1f} dBTP, above {CEILING_DBTP:.0f}"


def _find_missing_paragraphs(
    edition: Edition, report: BuildReport, sentences: dict[str, list[SpokenSentence]]
) -> Iterator[str]:
    """Yield paragraphs that are missing, or out of order, in the transcript of an episode that should have them."""
    spoken = {
        slug: to_alphanumeric(" ".join(each.cue.text for each in episode)) for slug, episode in sentences.items()
    }
    for article in report.articles:
        slugs = (e.slug for e in edition.episodes if e.kind is EpisodeKind.EDITION or e.slug == article.slug)
        for slug in (slug for slug in slugs if slug in spoken):
            position = 0
            for paragraph in article.transcript_paragraphs:
                expected = to_alphanumeric(paragraph)
                position = spoken[slug].find(expected, position)
                if position < 0:
                    yield f"{slug}: {article.id}: not in the transcript: {paragraph[:50]!r}"
                    break
                position += len(expected)
