"""The work of a worker process, here or on another machine of a cluster: passage → MP3 frames."""

from __future__ import annotations

import platform
import threading
from collections.abc import Iterator, Mapping
from multiprocessing.util import Finalize

from audio_edition.audio.encoder import encode, peak_overshoot_db
from audio_edition.audio.limiter import limit_peaks
from audio_edition.audio.loudness import CEILING_DBTP
from audio_edition.audio.stitcher import stitch
from audio_edition.errors import ClusterError, EngineNotFoundError
from audio_edition.model import Clip, Flaw, Narrator
from audio_edition.recording import versions
from audio_edition.recording.caches import Caches
from audio_edition.recording.job import Job, Recording
from audio_edition.speech.clip_cache import SpokenClip
from audio_edition.speech.synthesizer import Synthesizer


def record_passage(job: Job) -> Recording:
    """Speak, stitch, limit and encode a passage. Raises EngineError, AudioError.

    Raises ClusterError if versions, engines or voices differ from those of the build: the bytes would differ too.
    """
    engines = _get_thread_engines(job.cache_size)
    engines.require_same_setup(job)
    flaws: list[Flaw] = []
    sizes: list[int] = []

    def note_clip(spoken: SpokenClip) -> Clip:
        flaws.extend(filter(None, [spoken.flaw]))
        sizes.append(len(spoken.clip.pcm))
        return spoken.clip

    clips = map(note_clip, engines.synthesizer.speak(job.lines, job.doubts))
    samples, cues = stitch(job.lines, clips, job.pauses)
    limit = CEILING_DBTP - peak_overshoot_db(job.bit_rate)
    frames = encode(limit_peaks(samples, limit), job.bit_rate)
    return Recording(frames=frames, cues=cues, flaws=tuple(flaws), clip_bytes=sum(sizes))


class _ThreadEngines:
    """The engines of one thread: they take one request at a time and live until the worker ends."""

    def __init__(self, cache_size: int) -> None:
        self._checked_narrators: set[Narrator] = set()
        self.synthesizer = Synthesizer(Caches.with_limit(cache_size).clips)
        Finalize(None, self.synthesizer.close, exitpriority=0)  # a forked process does not run `atexit`
        _all_thread_engines.append(self)

    def require_same_setup(self, job: Job) -> None:
        """Raise ClusterError if a version, an engine or a voice that the job needs is not the same here."""
        _require_no_differences(_find_version_differences(job.versions))
        for narrator in {line.narrator for line in job.lines} - self._checked_narrators:
            _require_no_differences(self._find_voice_differences(narrator))
            self._checked_narrators.add(narrator)

    def _find_voice_differences(self, narrator: Narrator) -> Iterator[str]:
        process = self.synthesizer.process(narrator.engine)
        try:
            fingerprint, _ = process.identity()
        except EngineNotFoundError as error:
            yield str(error)
            return
        if fingerprint != narrator.fingerprint:
            yield f"engine {narrator.engine} is {fingerprint!r} instead of {narrator.fingerprint!r}"
        elif narrator.voice not in {voice.id for voice in process.voices()}:
            yield f"engine {narrator.engine} has no voice {narrator.voice!r}"


def _find_version_differences(required: Mapping[str, str]) -> Iterator[str]:
    here = versions.collect_for_sound()
    for name in here.keys() | required.keys():
        if here.get(name) != required.get(name):
            yield f"{name} is {here.get(name)} instead of {required.get(name)}"


def _require_no_differences(differences: Iterator[str]) -> None:
    if found := sorted(differences):
        raise ClusterError(
            f"worker {platform.node()}: {'; '.join(found)}",
            hint="install the same versions and voices on all machines, for an edition must have one sound",
        )


_thread_state = threading.local()
_all_thread_engines: list[_ThreadEngines] = []


def kill_engines() -> None:
    """Kill the engines of this process, even while they speak. Nothing can be recorded here afterwards."""
    for engines in _all_thread_engines:
        engines.synthesizer.kill()


def _get_thread_engines(cache_size: int) -> _ThreadEngines:
    """Return the engines of the calling thread that use a cache of that size, in bytes."""
    by_size: dict[int, _ThreadEngines] = _thread_state.__dict__.setdefault("by_size", {})
    if cache_size not in by_size:
        by_size[cache_size] = _ThreadEngines(cache_size)
    return by_size[cache_size]
