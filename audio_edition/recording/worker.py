"""What a worker does, in a process beside the build or on another machine: passages → MP3 frames."""

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
    """Speak, stitch, master and encode a passage. Raises EngineError, AudioError.

    Raises ClusterError if the same job would not give the same bytes here as where it comes from.
    """
    place = _get_thread_engines(job.cache_size)
    place.require_same_setup(job)
    flaws: list[Flaw] = []
    sizes: list[int] = []

    def noted(spoken: SpokenClip) -> Clip:
        flaws.extend(filter(None, [spoken.flaw]))
        sizes.append(len(spoken.clip.pcm))
        return spoken.clip

    clips = map(noted, place.synthesizer.speak(job.lines, job.doubts))
    samples, cues = stitch(job.lines, clips, job.pauses)
    limit = CEILING_DBTP - peak_overshoot_db(job.bit_rate)
    frames = encode(limit_peaks(samples, limit), job.bit_rate)
    return Recording(frames=frames, cues=cues, flaws=tuple(flaws), clip_bytes=sum(sizes))


class _ThreadEngines:
    """A thread's engines, which take one request at a time, go on from job to job, and end with the worker."""

    def __init__(self, cache_size: int) -> None:
        self._checked_narrators: set[Narrator] = set()
        self.synthesizer = Synthesizer(Caches.with_limit(cache_size).clips)
        Finalize(None, self.synthesizer.close, exitpriority=0)  # `atexit` is not heard of in a fork
        _all_thread_engines.append(self)

    def require_same_setup(self, job: Job) -> None:
        """Raise ClusterError if what the job is made with, or somebody who speaks in it, is not the same here."""
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


def _find_version_differences(wanted: Mapping[str, str]) -> Iterator[str]:
    here = versions.collect_for_sound()
    for name in here.keys() | wanted.keys():
        if here.get(name) != wanted.get(name):
            yield f"{name} is {here.get(name)} instead of {wanted.get(name)}"


def _require_no_differences(differences: Iterator[str]) -> None:
    if found := sorted(differences):
        raise ClusterError(
            f"worker {platform.node()}: {'; '.join(found)}",
            hint="install the same versions and voices on all machines, for an edition must have one sound",
        )


_thread_state = threading.local()
_all_thread_engines: list[_ThreadEngines] = []


def kill_engines() -> None:
    """End the engines of this process, in the middle of whatever they do; nothing can be recorded here any more."""
    for place in _all_thread_engines:
        place.synthesizer.kill()


def _get_thread_engines(cache_size: int) -> _ThreadEngines:
    """The one of the thread that calls, with stores of that size."""
    places: dict[int, _ThreadEngines] = _thread_state.__dict__.setdefault("places", {})
    if cache_size not in places:
        places[cache_size] = _ThreadEngines(cache_size)
    return places[cache_size]
