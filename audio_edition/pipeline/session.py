"""A recording session: every passage once, then again those with lines that took a doubtful time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from audio_edition.config import Config
from audio_edition.model import SAMPLE_RATE, Line, Narrator, Passage, TakeCue
from audio_edition.pipeline.job import Job
from audio_edition.pipeline.record import Recorded, record_all, workers
from audio_edition.pipeline.stores import Stores
from audio_edition.speech.pace import Pace
from audio_edition.speech.synthesizer import Doubt

Progress = Callable[[int, int], None]
"""Called with how many passages are recorded and how many there are."""


def record_edition(
    lines: Mapping[Passage, tuple[Line, ...]], config: Config, folder: Path, progress: Progress
) -> dict[Passage, Recorded]:
    """What became of every passage, takes spooled into `folder`. Raises EngineError if an engine only hangs."""
    stores = Stores.of(config)
    jobs = [
        Job(passage=passage, lines=said, pauses=config.pauses, bit_rate=config.bit_rate, clips=stores.clip_folder)
        for passage, said in lines.items()
    ]
    recorded: dict[Passage, Recorded] = {}
    with workers(config.jobs, len(jobs)) as pool:
        for number, done in enumerate(record_all(jobs, pool, folder, stores.takes), 1):
            recorded[done.job.passage] = done
            progress(number, len(jobs))
        again = list(_doubtful([recorded[passage] for passage in lines]))
        for number, done in enumerate(record_all(again, pool, folder / "again"), 1):
            if done.take:
                recorded[done.job.passage] = done
            progress(len(jobs) + number, len(jobs) + len(again))
    stores.trim(config.cache)
    return recorded


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


def _doubt(pace: Pace | None, text: str, seconds: float) -> Doubt | None:
    if pace is None:
        return None
    shortest, longest = pace.bounds(text)
    return None if shortest <= seconds <= longest else Doubt(seconds=seconds, shortest=shortest, longest=longest)


def _paces(recorded: Iterable[Recorded]) -> dict[Narrator, Pace]:
    said: dict[Narrator, list[tuple[str, float]]] = defaultdict(list)
    for each in recorded:
        for line, cue in _said(each):
            said[line.narrator].append((line.utterance.spoken, _seconds(cue)))
    learned = {narrator: Pace.learned(texts) for narrator, texts in said.items()}
    return {narrator: pace for narrator, pace in learned.items() if pace}


def _said(each: Recorded) -> Iterator[tuple[Line, TakeCue]]:
    return zip(each.job.lines, each.take.cues if each.take else (), strict=True)


def _seconds(cue: TakeCue) -> float:
    return (cue.end - cue.start) / SAMPLE_RATE
