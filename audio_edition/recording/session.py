"""A recording session: every passage once, then again those with lines that took a doubtful time."""

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
from audio_edition.recording.dispatch import JobResult, Recorder
from audio_edition.recording.executors import open_executor
from audio_edition.recording.job import Job
from audio_edition.speech.pace import Pace
from audio_edition.speech.synthesizer import DurationDoubt


def record_edition(
    lines: Mapping[Passage, tuple[Line, ...]], config: Config, folder: Path, progress: Progress
) -> Generator[JobResult]:
    """What becomes of every passage, as it does, and once more where a doubtful line was spoken again.

    Takes are spooled into `folder`. Raises EngineError if an engine only hangs, or a cluster is none.
    """
    stores = Caches.with_limit(config.cache_size)
    recorder = Recorder(folder, stores)
    jobs = list(_make_jobs(lines, config))
    recorded: dict[Passage, JobResult] = {}
    for each in recorder.load_cached(jobs):
        recorded[each.job.passage] = each
        yield each
    count = _ProgressCounter(progress)
    stores.trim()
    fresh = [job for job in jobs if job.passage not in recorded]
    with open_executor(config, len(fresh)) as workers:
        for each in count.track(fresh, recorder.record(fresh, workers)):
            recorded[each.job.passage] = each
            yield each
        again = list(_find_doubtful_jobs([recorded[passage] for passage in lines]))
        for each in count.track(again, recorder.record(again, workers)):
            if each.take:
                yield each
    stores.trim()


def _make_jobs(lines: Mapping[Passage, tuple[Line, ...]], config: Config) -> Iterator[Job]:
    for passage, said in lines.items():
        yield Job(
            passage=passage,
            lines=said,
            pauses=config.pauses,
            bit_rate=config.bit_rate,
            versions=versions.collect_for_sound(),
            cache_size=config.cache_size,
        )


class _ProgressCounter:
    """Tells how much has been spoken, of how much, and how much sound that is."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0
        self._total = 0
        self._seconds = 0.0

    def track(self, jobs: Sequence[Job], recorded: Iterable[JobResult]) -> Iterator[JobResult]:
        """What is recorded of these jobs, which are more work than was known of before."""
        self._total += sum(map(_count_characters, jobs))
        self._report_progress()
        for each in recorded:
            self._done += _count_characters(each.job)
            self._seconds += each.seconds
            self._report_progress()
            yield each

    def _report_progress(self) -> None:
        self._progress(
            StageProgress(stage=Stage.SPEAKING, done=self._done, total=self._total, seconds=self._seconds)
        )


def _count_characters(job: Job) -> int:
    return sum(len(line.utterance.spoken) for line in job.lines)


def _find_doubtful_jobs(recorded: Iterable[JobResult]) -> Iterator[Job]:
    """The jobs in which a line's time is not what the voice's pace over all of them predicts."""
    done = [each for each in recorded if each.take is not None]
    paces = _learn_paces(done)
    for each in done:
        doubts = {
            index: doubt
            for index, (line, cue) in enumerate(_pair_lines_with_cues(each))
            if (doubt := _check_duration(paces.get(line.narrator), line.utterance.spoken, _cue_seconds(cue)))
        }
        if doubts:
            yield replace(each.job, doubts=doubts)


def _check_duration(pace: Pace | None, text: str, seconds: float) -> DurationDoubt | None:
    if pace is None:
        return None
    shortest, longest = pace.bounds(text)
    return (
        None
        if shortest <= seconds <= longest
        else DurationDoubt(seconds=seconds, shortest=shortest, longest=longest)
    )


def _learn_paces(recorded: Iterable[JobResult]) -> dict[Narrator, Pace]:
    said: dict[Narrator, list[tuple[str, float]]] = defaultdict(list)
    for each in recorded:
        for line, cue in _pair_lines_with_cues(each):
            said[line.narrator].append((line.utterance.spoken, _cue_seconds(cue)))
    learned = {narrator: Pace.fit(texts) for narrator, texts in said.items()}
    return {narrator: pace for narrator, pace in learned.items() if pace}


def _pair_lines_with_cues(each: JobResult) -> Iterator[tuple[Line, TakeCue]]:
    return zip(each.job.lines, each.take.cues if each.take else (), strict=True)


def _cue_seconds(cue: TakeCue) -> float:
    return (cue.end - cue.start) / SAMPLE_RATE
