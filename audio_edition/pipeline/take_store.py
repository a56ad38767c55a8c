"""Takes that were recorded before, by their lines, their pauses and all that becomes of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from audio_edition.model import Break, Flaw, Line, TakeCue
from audio_edition.pipeline.job import Job, Recording
from audio_edition.speech.clip_store import clip_key
from audio_edition.store import Store, key_of, revision


class TakeStore:
    """Recordings by what they are of."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)

    def get(self, job: Job) -> Recording | None:
        """The recording of such a job."""
        data = self._store.get(_key(job))
        return _read(data) if data is not None else None

    def put(self, job: Job, recording: Recording) -> None:
        """Keep it."""
        self._store.put(_key(job), _written(recording))


def _key(job: Job) -> str:
    said = [(clip_key(line), line.narrator.gain, *_shown(line)) for line in job.lines]
    return key_of(revision("audio_edition.audio"), said, job.pauses, job.bit_rate)


def _shown(line: Line) -> Iterable[object]:
    """What decides on pauses and cues: two lines may sound alike and be written otherwise."""
    what = line.utterance
    return what.written, what.role, what.paragraph, what.replacements


def _written(recording: Recording) -> bytes:
    """A line of JSON, then the frames."""
    about = {"cues": [asdict(cue) for cue in recording.cues], "flaws": [asdict(flaw) for flaw in recording.flaws]}
    return json.dumps(about).encode() + b"\n" + recording.frames


def _read(data: bytes) -> Recording:
    head, _, frames = data.partition(b"\n")
    about = json.loads(head)
    cues = (cue | {"breaks": tuple(Break(**each) for each in cue["breaks"])} for cue in about["cues"])
    return Recording(
        frames=frames,
        cues=tuple(TakeCue(**cue) for cue in cues),
        flaws=tuple(Flaw(**flaw) for flaw in about["flaws"]),
    )
