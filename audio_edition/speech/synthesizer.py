"""Lines → clips, in order: long texts in pieces, every clip examined, what is doubtful spoken again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from typing import Self

from audio_edition.errors import BadClipError, EngineCrashError, EngineError, EngineTimeoutError
from audio_edition.model import Clip, Flaw, Line, Narrator, Pronunciation, Utterance, WordTiming
from audio_edition.speech.clip_cache import ClipStore, Spoken
from audio_edition.speech.engine_process.client import EngineProcess
from audio_edition.speech.noise import is_noise
from audio_edition.speech.soundness import (
    fault,
    is_silent,
    plausible_seconds,
    samples_of,
    spoken_part,
    spoken_seconds,
)

_TRANSIENT = (EngineCrashError, EngineTimeoutError, BadClipError)

_SHORTEST_PIECE = 40
"""Characters below which a doubtful text is not spoken in pieces."""

_AHEAD = 4
"""Lines that an engine is told of at a time."""

_JOINT_SECONDS = 0.12
"""Silence that is left at either side of a joint between two pieces of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A line took `seconds` when it was first spoken, and should take from `shortest` to `longest`."""

    seconds: float
    shortest: float
    longest: float

    @property
    def fault(self) -> str:
        """What was wrong, in words."""
        return f"takes {self.seconds:.1f} s instead of {self.shortest:.1f} to {self.longest:.1f}"


class Synthesizer:
    """Speaks lines with engines in processes of their own; what a store has of them is not spoken again."""

    def __init__(self, store: ClipStore | None = None) -> None:
        self._store = store
        self._processes: dict[str, EngineProcess] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the engines' processes."""
        for process in self._processes.values():
            process.close()

    def abandon(self) -> None:
        """The same for a process that will end itself at once, and may be in the middle of asking an engine."""
        for process in list(self._processes.values()):
            process.abandon()

    def speak(self, lines: Iterable[Line], doubts: Mapping[int, Doubt] | None = None) -> Iterator[Spoken]:
        """One clip a line, in order.

        A clip with a hole or cut peaks is spoken again, whole and then in pieces, and so is a line whose index is
        in `doubts`; the first sound clip is kept, else the first of all. Raises EngineError for a line that failed
        twice.
        """
        lines = tuple(lines)
        told = 0
        for index, line in enumerate(lines):
            doubt = (doubts or {}).get(index)
            kept = self._store.get(line) if self._store and not doubt else None
            if kept is None:
                self._announce(lines[max(told, index) : index + _AHEAD])
                told = index + _AHEAD
            spoken = kept or self._spoken(line, doubt)
            if self._store and not kept and not doubt:  # what is doubtful, other lines decide
                self._store.put(line, spoken)
            yield spoken

    def _announce(self, lines: Iterable[Line]) -> None:
        """Let engines begin with these lines, if they are not kept: so they work while a clip is looked at."""
        for line in lines:
            if not (self._store and self._store.has(line)):
                who = line.narrator
                part = _parts(line.utterance, who.longest)[0]
                self.process(who.engine).announce(part.text, who.voice, who.rate, part.pronunciations)

    def _spoken(self, line: Line, doubt: Doubt | None) -> Spoken:
        process = self.process(line.narrator.engine)
        slips: list[str] = []
        clip = _said(line, process, line.narrator.longest, slips)
        if wrong := doubt.fault if doubt else fault(clip):
            return _mended(line, process, clip, wrong, doubt)
        text = line.utterance.written
        return Spoken(clip=clip, flaw=Flaw(text=text, fault=slips[0], mended=True, passing=True) if slips else None)

    def process(self, engine: str) -> EngineProcess:
        """The process of an engine, kept until the synthesizer ends."""
        if engine not in self._processes:
            self._processes[engine] = EngineProcess(engine)
        return self._processes[engine]


def _mended(line: Line, process: EngineProcess, first: Clip, wrong: str, doubt: Doubt | None) -> Spoken:
    for clip in chain([first], _again(line, process)):
        if _is_sound(clip, doubt):
            return Spoken(clip=clip, flaw=Flaw(text=line.utterance.written, fault=wrong, mended=True))
    return Spoken(clip=first, flaw=Flaw(text=line.utterance.written, fault=wrong, mended=False))


def _again(line: Line, process: EngineProcess) -> Iterator[Clip]:
    """The line spoken once more, and in two pieces or so, as far as the engine can."""
    limit = line.narrator.longest
    half = max(_SHORTEST_PIECE, len(line.utterance.spoken) // 2)
    for longest in (limit, min(limit, half)):
        with suppress(EngineError):
            yield _said(line, process, longest, [])


def _is_sound(clip: Clip, doubt: Doubt | None) -> bool:
    return fault(clip) is None and (doubt is None or doubt.shortest <= spoken_seconds(clip) <= doubt.longest)


def _said(line: Line, process: EngineProcess, longest: int, slips: list[str]) -> Clip:
    """The line in pieces of at most so many characters, as one clip; what went wrong once is added to `slips`.

    Raises EngineError.
    """
    parts = _parts(line.utterance, longest)
    clips = [_attempt(part, process, line.narrator, slips) for part in parts]
    return clips[0] if len(clips) == 1 else _joined([part.start for part in parts], clips)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """As much of an utterance as an engine takes in one go."""

    start: int
    text: str
    pronunciations: tuple[Pronunciation, ...]


def _parts(utterance: Utterance, limit: int) -> list[_Part]:
    found = []
    end = 0
    for text in pieces(utterance.spoken, limit):
        start = utterance.spoken.index(text, end)
        end = start + len(text)
        said = tuple(
            replace(each, start=each.start - start, end=each.end - start)
            for each in utterance.pronunciations
            if start <= each.start and each.end <= end
        )
        found.append(_Part(start=start, text=text, pronunciations=said))
    return found


def _attempt(part: _Part, engine: EngineProcess, who: Narrator, slips: list[str]) -> Clip:
    def synthesize() -> Clip:
        clip = engine.synthesize(part.text, who.voice, who.rate, part.pronunciations)
        return _checked(clip, part.text, who)

    try:
        return synthesize()
    except _TRANSIENT as error:
        slips.append(str(error))
        return synthesize()


def _checked(clip: Clip, text: str, who: Narrator) -> Clip:
    """The clip, if it can be speech of the text. Raises BadClipError."""
    low, high = plausible_seconds(text, who.rate)
    seconds = spoken_seconds(clip)
    if is_silent(clip):
        heard = "silence"
    elif is_noise(samples_of(clip), clip.sample_rate):
        heard = "noise"
    elif not low <= seconds <= high:
        heard = f"{seconds:.1f} s of sound, which is too {'short' if seconds < low else 'long'},"
    else:
        return clip
    raise BadClipError(f"engine {who.engine}: {heard} for {len(text)} characters: {text[:40]!r}")


def _joined(starts: list[int], clips: list[Clip]) -> Clip:
    """The clips of the parts that begin at `starts` as one; words keep their places in text and sound."""
    pcm = bytearray()
    words: list[WordTiming] = []
    for place, clip in zip(starts, clips, strict=True):
        begin, end = _around_speech(clip)
        words.extend(
            WordTiming(start=w.start + place, end=w.end + place, sample=w.sample - begin + len(pcm) // 2)
            for w in clip.words
        )
        pcm += clip.pcm[2 * begin : 2 * end]
    return replace(clips[0], pcm=bytes(pcm), words=tuple(words))


def _around_speech(clip: Clip) -> tuple[int, int]:
    start, end = spoken_part(clip)
    margin = round(_JOINT_SECONDS * clip.sample_rate)
    return max(0, start - margin), min(len(clip.pcm) // 2, end + margin)


def pieces(text: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` characters: cut after a stop, else a comma, else between words."""
    found = []
    while len(text) > limit:
        cut = _last_cut(text[: limit + 1])
        found.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*found, text]


def _last_cut(window: str) -> int:
    for mark in (r"[.!?;:]\s", r",\s", r"\s"):
        if ends := [match.end() for match in re.finditer(mark, window)]:
            return ends[-1]
    return len(window) - 1
