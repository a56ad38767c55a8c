"""A recording session: every passage once, then again those with lines that took a doubtful time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from audio_edition.config import Config
from audio_edition.model import SAMPLE_RATE, Line, Narrator, Passage, TakeCue
from audio_edition.progress import Progress, Stage, Step
from audio_edition.recording import versions
from audio_edition.recording.caches import Stores
from audio_edition.recording.dispatch import Recorded, Recorder
from audio_edition.recording.executors import crew
from audio_edition.recording.job import Job
from audio_edition.speech.pace import Pace
from audio_edition.speech.synthesizer import DurationDoubt


def record_edition(
    lines: Mapping[Passage, tuple[Line, ...]], config: Config, folder: Path, progress: Progress
) -> Generator[Recorded]:
    """What becomes of every passage, as it does, and once more where a doubtful line was spoken again.

    Takes are spooled into `folder`. Raises EngineError if an engine only hangs, or a cluster is none.
    """
    stores = Stores.of(config.cache_size)
    recorder = Recorder(folder, stores)
    jobs = list(_jobs(lines, config))
    recorded: dict[Passage, Recorded] = {}
    for each in recorder.recall(jobs):
        recorded[each.job.passage] = each
        yield each
    count = _Count(progress)
    stores.trim()
    fresh = [job for job in jobs if job.passage not in recorded]
    with crew(config, len(fresh)) as workers:
        for each in count.counted(fresh, recorder.record(fresh, workers)):
            recorded[each.job.passage] = each
            yield each
        again = list(_doubtful([recorded[passage] for passage in lines]))
        for each in count.counted(again, recorder.record(again, workers)):
            if each.take:
                yield each
    stores.trim()


def _jobs(lines: Mapping[Passage, tuple[Line, ...]], config: Config) -> Iterator[Job]:
    for passage, said in lines.items():
        yield Job(
            passage=passage,
            lines=said,
            pauses=config.pauses,
            bit_rate=config.bit_rate,
            versions=versions.of_sound(),
            cache_size=config.cache_size,
        )


class _Count:
    """Tells how much has been spoken, of how much, and how much sound that is."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0
        self._total = 0
        self._seconds = 0.0

    def counted(self, jobs: Sequence[Job], recorded: Iterable[Recorded]) -> Iterator[Recorded]:
        """What is recorded of these jobs, which are more work than was known of before."""
        self._total += sum(map(_characters, jobs))
        self._tell()
        for each in recorded:
            self._done += _characters(each.job)
            self._seconds += each.seconds
            self._tell()
            yield each

    def _tell(self) -> None:
        self._progress(Step(stage=Stage.SPEAKING, done=self._done, total=self._total, seconds=self._seconds))


def _characters(job: Job) -> int:
    return sum(len(line.utterance.spoken) for line in job.lines)


def _doubtful(recorded: Iterable[Recorded]) -> Iterator[Job]:
    """The jobs in which a line's time is not what the voice's pace over all of them predicts."""
    done = [each for each in recorded if each.take is not None]
    paces = _paces(done)
    for each in done:
        doubts = {
            index: doubt
            for index, (line, cue) in enumerate(_said(each))
            if (doubt := _doubt(paces.get(line.narrator), line.utterance.spoken, _seconds(cue)))
        }
        if doubts:
            yield replace(each.job, doubts=doubts)


def _doubt(pace: Pace | None, text: str, seconds: float) -> DurationDoubt | None:
    if pace is None:
        return None
    shortest, longest = pace.bounds(text)
    return (
        None
        if shortest <= seconds <= longest
        else DurationDoubt(seconds=seconds, shortest=shortest, longest=longest)
    )


def _paces(recorded: Iterable[Recorded]) -> dict[Narrator, Pace]:
    said: dict[Narrator, list[tuple[str, float]]] = defaultdict(list)
    for each in recorded:
        for line, cue in _said(each):
            said[line.narrator].append((line.utterance.spoken, _seconds(cue)))
    learned = {narrator: Pace.fit(texts) for narrator, texts in said.items()}
    return {narrator: pace for narrator, pace in learned.items() if pace}


def _said(each: Recorded) -> Iterator[tuple[Line, TakeCue]]:
    return zip(each.job.lines, each.take.cues if each.take else (), strict=True)


def _seconds(cue: TakeCue) -> float:
    return (cue.end - cue.start) / SAMPLE_RATE
