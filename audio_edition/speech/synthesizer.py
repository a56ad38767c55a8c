"""Lines → clips: splits long texts, checks every clip, and speaks doubtful ones again."""

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
"""Shortest piece, in characters, that a doubtful text is split into."""

_LOOKAHEAD_LINES = 4
"""Number of lines that engines are asked for before their clips are needed."""

_JOINT_SECONDS = 0.12
"""Silence on either side of a joint between two pieces of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationDoubt:
    """Doubt about a clip that lasts `seconds` and should last from `shortest` to `longest` seconds."""

    seconds: float
    shortest: float
    longest: float

    @property
    def fault(self) -> str:
        """Description of the fault, for reports."""
        return f"takes {self.seconds:.1f} s instead of {self.shortest:.1f} to {self.longest:.1f}"


class Synthesizer:
    """Speaks lines with engines, each in its own process. Clips in the cache are not spoken again."""

    def __init__(self, cache: ClipCache | None = None) -> None:
        self._cache = cache
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
        """Kill the engines' processes without waiting for them; for use just before this process ends itself.

        It is safe while a request is in progress.
        """
        for process in list(self._processes.values()):
            process.kill()

    def speak(
        self, lines: Iterable[Line], doubts: Mapping[int, DurationDoubt] | None = None
    ) -> Iterator[SpokenClip]:
        """Yield one clip for each line, in order.

        A clip that has a gap or clipped peaks is spoken again, first whole and then in pieces. So is a line whose
        index is in `doubts`. The first clip without a fault is used, or else the first one. Raises EngineError for
        a line that failed twice.
        """
        lines = tuple(lines)
        requested = 0
        for index, line in enumerate(lines):
            doubt = (doubts or {}).get(index)
            cached = self._cache.get(line) if self._cache and not doubt else None
            if cached is None:
                self._request_ahead(lines[max(requested, index) : index + _LOOKAHEAD_LINES])
                requested = index + _LOOKAHEAD_LINES
            spoken = cached or self._speak_line(line, doubt)
            if self._cache and not cached and not doubt:  # a doubt depends on the durations of other lines
                self._cache.put(line, spoken)
            yield spoken

    def _request_ahead(self, lines: Iterable[Line]) -> None:
        """Ask engines for lines that are not in the cache, so that they work while earlier clips are checked."""
        for line in lines:
            if not (self._cache and self._cache.has(line)):
                narrator = line.narrator
                piece = _split_utterance(line.utterance, narrator.longest)[0]
                process = self.process(narrator.engine)
                process.request_ahead(piece.text, narrator.voice, narrator.rate, piece.pronunciations)

    def _speak_line(self, line: Line, doubt: DurationDoubt | None) -> SpokenClip:
        process = self.process(line.narrator.engine)
        retried: list[str] = []
        clip = _speak_in_pieces(line, process, line.narrator.longest, retried)
        if fault := doubt.fault if doubt else find_fault(clip):
            return _speak_again(line, process, clip, fault, doubt)
        if not retried:
            return SpokenClip(clip=clip)
        flaw = Flaw(text=line.utterance.written, fault=retried[0], mended=True, passing=True)
        return SpokenClip(clip=clip, flaw=flaw)

    def process(self, engine: str) -> EngineProcess:
        """Return the process of an engine, which lives until the synthesizer is closed."""
        if engine not in self._processes:
            self._processes[engine] = EngineProcess(engine)
        return self._processes[engine]


def _speak_again(
    line: Line, process: EngineProcess, first: Clip, fault: str, doubt: DurationDoubt | None
) -> SpokenClip:
    for clip in chain([first], _retry_clips(line, process)):
        if _is_acceptable(clip, doubt):
            return SpokenClip(clip=clip, flaw=Flaw(text=line.utterance.written, fault=fault, mended=True))
    return SpokenClip(clip=first, flaw=Flaw(text=line.utterance.written, fault=fault, mended=False))


def _retry_clips(line: Line, process: EngineProcess) -> Iterator[Clip]:
    """Yield the line spoken again: whole, then in about two pieces. Attempts that fail yield nothing."""
    limit = line.narrator.longest
    half = max(_MIN_PIECE_CHARACTERS, len(line.utterance.spoken) // 2)
    for longest in (limit, min(limit, half)):
        with suppress(EngineError):
            yield _speak_in_pieces(line, process, longest, [])


def _is_acceptable(clip: Clip, doubt: DurationDoubt | None) -> bool:
    return find_fault(clip) is None and (doubt is None or doubt.shortest <= spoken_seconds(clip) <= doubt.longest)


def _speak_in_pieces(line: Line, process: EngineProcess, longest: int, retried: list[str]) -> Clip:
    """Return one clip of the line, spoken in pieces of at most `longest` characters.

    The errors of attempts that succeeded when repeated are added to `retried`. Raises EngineError.
    """
    pieces = _split_utterance(line.utterance, longest)
    clips = [_synthesize_with_retry(piece, process, line.narrator, retried) for piece in pieces]
    return clips[0] if len(clips) == 1 else _join_clips([piece.start for piece in pieces], clips)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Part of an utterance, short enough for one request to an engine."""

    start: int
    text: str
    pronunciations: tuple[Pronunciation, ...]


def _split_utterance(utterance: Utterance, limit: int) -> list[_Piece]:
    pieces = []
    end = 0
    for text in split_text(utterance.spoken, limit):
        start = utterance.spoken.index(text, end)
        end = start + len(text)
        pronunciations = tuple(
            replace(item, start=item.start - start, end=item.end - start)
            for item in utterance.pronunciations
            if start <= item.start and item.end <= end
        )
        pieces.append(_Piece(start=start, text=text, pronunciations=pronunciations))
    return pieces


def _synthesize_with_retry(piece: _Piece, process: EngineProcess, narrator: Narrator, retried: list[str]) -> Clip:
    def synthesize() -> Clip:
        clip = process.synthesize(piece.text, narrator.voice, narrator.rate, piece.pronunciations)
        return _require_plausible(clip, piece.text, narrator)

    try:
        return synthesize()
    except _RETRIED_ERRORS as error:
        retried.append(str(error))
        return synthesize()


def _require_plausible(clip: Clip, text: str, narrator: Narrator) -> Clip:
    """Return the clip if it can be speech of the text. Raises BadClipError."""
    low, high = plausible_seconds(text, narrator.rate)
    seconds = spoken_seconds(clip)
    if is_silent(clip):
        fault = "silence"
    elif is_noise(samples_of(clip), clip.sample_rate):
        fault = "noise"
    elif not low <= seconds <= high:
        fault = f"{seconds:.1f} s of sound, which is too {'short' if seconds < low else 'long'},"
    else:
        return clip
    raise BadClipError(f"engine {narrator.engine}: {fault} for {len(text)} characters: {text[:40]!r}")


def _join_clips(starts: list[int], clips: list[Clip]) -> Clip:
    """Return one clip of the pieces that begin at `starts` in the text; word timings are shifted accordingly."""
    pcm = bytearray()
    words: list[WordTiming] = []
    for offset, clip in zip(starts, clips, strict=True):
        start, end = _speech_span_with_margin(clip)
        words.extend(
            WordTiming(start=w.start + offset, end=w.end + offset, sample=w.sample - start + len(pcm) // 2)
            for w in clip.words
        )
        pcm += clip.pcm[2 * start : 2 * end]
    return replace(clips[0], pcm=bytes(pcm), words=tuple(words))


def _speech_span_with_margin(clip: Clip) -> tuple[int, int]:
    start, end = speech_span(clip)
    margin = round(_JOINT_SECONDS * clip.sample_rate)
    return max(0, start - margin), min(len(clip.pcm) // 2, end + margin)


def split_text(text: str, limit: int) -> list[str]:
    """Split the text into pieces of at most `limit` characters: after a stop, else a comma, else between words."""
    pieces = []
    while len(text) > limit:
        cut = _find_last_cut(text[: limit + 1])
        pieces.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*pieces, text]


def _find_last_cut(window: str) -> int:
    for mark in (r"[.!?;:]\s", r",\s", r"\s"):
        if ends := [match.end() for match in re.finditer(mark, window)]:
            return ends[-1]
    return len(window) - 1
