"""A recording session: every passage once, then again the passages with a line of doubtful duration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from audio_edition.config import Config
from audio_edition.model import SAMPLE_RATE, Line, Narrator, Passage, TakeCue
from audio_edition.progress import Progress, Stage, StageProgress
from audio_edition.recording import versions
from audio_edition.recording.caches import Caches
from audio_edition.recording.dispatch import Recorder
from audio_edition.recording.executors import open_executor
from audio_edition.recording.job import Job, JobResult
from audio_edition.speech.pace import Pace
from audio_edition.speech.synthesizer import DurationDoubt


def record_edition(
    lines: Mapping[Passage, tuple[Line, ...]], config: Config, folder: Path, progress: Progress
) -> Generator[JobResult]:
    """Yield the result of every passage as it is done, and again where a doubtful line was spoken again.

    Takes are written into `folder`. Raises EngineTimeoutError if an engine only times out, ClusterError if the
    cluster cannot do the work.
    """
    caches = Caches.with_limit(config.cache_size)
    recorder = Recorder(folder, caches)
    jobs = list(_make_jobs(lines, config))
    results: dict[Passage, JobResult] = {}
    for result in recorder.load_cached(jobs):
        results[result.job.passage] = result
        yield result
    count = _ProgressCounter(progress)
    caches.trim()
    fresh = [job for job in jobs if job.passage not in results]
    with open_executor(config, len(fresh)) as executor:
        for result in count.track(fresh, recorder.record(fresh, executor)):
            results[result.job.passage] = result
            yield result
        again = list(_find_doubtful_jobs([results[passage] for passage in lines]))
        for result in count.track(again, recorder.record(again, executor)):
            if result.take:
                yield result
    caches.trim()


def _make_jobs(lines: Mapping[Passage, tuple[Line, ...]], config: Config) -> Iterator[Job]:
    for passage, passage_lines in lines.items():
        yield Job(
            passage=passage,
            lines=passage_lines,
            pauses=config.pauses,
            bit_rate=config.bit_rate,
            versions=versions.collect_for_sound(),
            cache_size=config.cache_size,
        )


class _ProgressCounter:
    """Reports the characters spoken, the characters to speak and the seconds of sound."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0
        self._total = 0
        self._seconds = 0.0

    def track(self, jobs: Sequence[Job], results: Iterable[JobResult]) -> Iterator[JobResult]:
        """Add `jobs` to the total, then pass their results on and report progress after each."""
        self._total += sum(map(_count_characters, jobs))
        self._report_progress()
        for result in results:
            self._done += _count_characters(result.job)
            self._seconds += result.seconds
            self._report_progress()
            yield result

    def _report_progress(self) -> None:
        self._progress(
            StageProgress(stage=Stage.SPEAKING, done=self._done, total=self._total, seconds=self._seconds)
        )


def _count_characters(job: Job) -> int:
    return sum(len(line.utterance.spoken) for line in job.lines)


def _find_doubtful_jobs(results: Iterable[JobResult]) -> Iterator[Job]:
    """Yield the jobs with a line whose duration does not fit the pace of its voice over all jobs."""
    done = [result for result in results if result.take is not None]
    paces = _learn_paces(done)
    for result in done:
        doubts = {
            index: doubt
            for index, (line, cue) in enumerate(_pair_lines_with_cues(result))
            if (doubt := _check_duration(paces.get(line.narrator), line.utterance.spoken, _cue_seconds(cue)))
        }
        if doubts:
            yield replace(result.job, doubts=doubts)


def _check_duration(pace: Pace | None, text: str, seconds: float) -> DurationDoubt | None:
    if pace is None:
        return None
    shortest, longest = pace.bounds(text)
    if shortest <= seconds <= longest:
        return None
    return DurationDoubt(seconds=seconds, shortest=shortest, longest=longest)


def _learn_paces(results: Iterable[JobResult]) -> dict[Narrator, Pace]:
    durations: dict[Narrator, list[tuple[str, float]]] = defaultdict(list)
    for result in results:
        for line, cue in _pair_lines_with_cues(result):
            durations[line.narrator].append((line.utterance.spoken, _cue_seconds(cue)))
    paces = {narrator: Pace.fit(texts) for narrator, texts in durations.items()}
    return {narrator: pace for narrator, pace in paces.items() if pace}


def _pair_lines_with_cues(result: JobResult) -> Iterator[tuple[Line, TakeCue]]:
    return zip(result.job.lines, result.take.cues if result.take else (), strict=True)


def _cue_seconds(cue: TakeCue) -> float:
    return (cue.end - cue.start) / SAMPLE_RATE
