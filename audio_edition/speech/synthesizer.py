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
from audio_edition.speech.clip_cache import ClipCache, SpokenClip
from audio_edition.speech.engine_process.client import EngineProcess
from audio_edition.speech.noise import is_noise
from audio_edition.speech.soundness import (
    find_fault,
    is_silent,
    plausible_seconds,
    samples_of,
    speech_span,
    spoken_seconds,
)

_RETRIED_ERRORS = (EngineCrashError, EngineTimeoutError, BadClipError)

_MIN_PIECE_CHARACTERS = 40
"""Characters below which a doubtful text is not spoken in pieces."""

_LOOKAHEAD_LINES = 4
"""Lines that an engine is told of at a time."""

_JOINT_SECONDS = 0.12
"""Silence that is left at either side of a joint between two pieces of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationDoubt:
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

    def __init__(self, store: ClipCache | None = None) -> None:
        self._cache = store
        self._processes: dict[str, EngineProcess] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the engines' processes."""
        for process in self._processes.values():
            process.close()

    def kill(self) -> None:
        """The same for a process that will end itself at once, and may be in the middle of asking an engine."""
        for process in list(self._processes.values()):
            process.kill()

    def speak(
        self, lines: Iterable[Line], doubts: Mapping[int, DurationDoubt] | None = None
    ) -> Iterator[SpokenClip]:
        """One clip a line, in order.

        A clip with a hole or cut peaks is spoken again, whole and then in pieces, and so is a line whose index is
        in `doubts`; the first sound clip is kept, else the first of all. Raises EngineError for a line that failed
        twice.
        """
        lines = tuple(lines)
        told = 0
        for index, line in enumerate(lines):
            doubt = (doubts or {}).get(index)
            kept = self._cache.get(line) if self._cache and not doubt else None
            if kept is None:
                self._request_ahead(lines[max(told, index) : index + _LOOKAHEAD_LINES])
                told = index + _LOOKAHEAD_LINES
            spoken = kept or self._speak_line(line, doubt)
            if self._cache and not kept and not doubt:  # what is doubtful, other lines decide
                self._cache.put(line, spoken)
            yield spoken

    def _request_ahead(self, lines: Iterable[Line]) -> None:
        """Let engines begin with these lines, if they are not kept: so they work while a clip is looked at."""
        for line in lines:
            if not (self._cache and self._cache.has(line)):
                who = line.narrator
                part = _split_utterance(line.utterance, who.longest)[0]
                self.process(who.engine).request_ahead(part.text, who.voice, who.rate, part.pronunciations)

    def _speak_line(self, line: Line, doubt: DurationDoubt | None) -> SpokenClip:
        process = self.process(line.narrator.engine)
        slips: list[str] = []
        clip = _speak_in_pieces(line, process, line.narrator.longest, slips)
        if wrong := doubt.fault if doubt else find_fault(clip):
            return _speak_again(line, process, clip, wrong, doubt)
        text = line.utterance.written
        return SpokenClip(
            clip=clip, flaw=Flaw(text=text, fault=slips[0], mended=True, passing=True) if slips else None
        )

    def process(self, engine: str) -> EngineProcess:
        """The process of an engine, kept until the synthesizer ends."""
        if engine not in self._processes:
            self._processes[engine] = EngineProcess(engine)
        return self._processes[engine]


def _speak_again(
    line: Line, process: EngineProcess, first: Clip, wrong: str, doubt: DurationDoubt | None
) -> SpokenClip:
    for clip in chain([first], _retry_clips(line, process)):
        if _is_acceptable(clip, doubt):
            return SpokenClip(clip=clip, flaw=Flaw(text=line.utterance.written, fault=wrong, mended=True))
    return SpokenClip(clip=first, flaw=Flaw(text=line.utterance.written, fault=wrong, mended=False))


def _retry_clips(line: Line, process: EngineProcess) -> Iterator[Clip]:
    """The line spoken once more, and in two pieces or so, as far as the engine can."""
    limit = line.narrator.longest
    half = max(_MIN_PIECE_CHARACTERS, len(line.utterance.spoken) // 2)
    for longest in (limit, min(limit, half)):
        with suppress(EngineError):
            yield _speak_in_pieces(line, process, longest, [])


def _is_acceptable(clip: Clip, doubt: DurationDoubt | None) -> bool:
    return find_fault(clip) is None and (doubt is None or doubt.shortest <= spoken_seconds(clip) <= doubt.longest)


def _speak_in_pieces(line: Line, process: EngineProcess, longest: int, slips: list[str]) -> Clip:
    """The line in pieces of at most so many characters, as one clip; what went wrong once is added to `slips`.

    Raises EngineError.
    """
    parts = _split_utterance(line.utterance, longest)
    clips = [_synthesize_with_retry(part, process, line.narrator, slips) for part in parts]
    return clips[0] if len(clips) == 1 else _join_clips([part.start for part in parts], clips)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """As much of an utterance as an engine takes in one go."""

    start: int
    text: str
    pronunciations: tuple[Pronunciation, ...]


def _split_utterance(utterance: Utterance, limit: int) -> list[_Piece]:
    found = []
    end = 0
    for text in split_text(utterance.spoken, limit):
        start = utterance.spoken.index(text, end)
        end = start + len(text)
        said = tuple(
            replace(each, start=each.start - start, end=each.end - start)
            for each in utterance.pronunciations
            if start <= each.start and each.end <= end
        )
        found.append(_Piece(start=start, text=text, pronunciations=said))
    return found


def _synthesize_with_retry(part: _Piece, engine: EngineProcess, who: Narrator, slips: list[str]) -> Clip:
    def synthesize() -> Clip:
        clip = engine.synthesize(part.text, who.voice, who.rate, part.pronunciations)
        return _require_plausible(clip, part.text, who)

    try:
        return synthesize()
    except _RETRIED_ERRORS as error:
        slips.append(str(error))
        return synthesize()


def _require_plausible(clip: Clip, text: str, who: Narrator) -> Clip:
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


def _join_clips(starts: list[int], clips: list[Clip]) -> Clip:
    """The clips of the parts that begin at `starts` as one; words keep their places in text and sound."""
    pcm = bytearray()
    words: list[WordTiming] = []
    for place, clip in zip(starts, clips, strict=True):
        begin, end = _speech_span_with_margin(clip)
        words.extend(
            WordTiming(start=w.start + place, end=w.end + place, sample=w.sample - begin + len(pcm) // 2)
            for w in clip.words
        )
        pcm += clip.pcm[2 * begin : 2 * end]
    return replace(clips[0], pcm=bytes(pcm), words=tuple(words))


def _speech_span_with_margin(clip: Clip) -> tuple[int, int]:
    start, end = speech_span(clip)
    margin = round(_JOINT_SECONDS * clip.sample_rate)
    return max(0, start - margin), min(len(clip.pcm) // 2, end + margin)


def split_text(text: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` characters: cut after a stop, else a comma, else between words."""
    found = []
    while len(text) > limit:
        cut = _find_last_cut(text[: limit + 1])
        found.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*found, text]


def _find_last_cut(window: str) -> int:
    for mark in (r"[.!?;:]\s", r",\s", r"\s"):
        if ends := [match.end() for match in re.finditer(mark, window)]:
            return ends[-1]
    return len(window) - 1
