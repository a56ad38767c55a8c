"""Utterances → clips, in order: long texts in pieces, every result checked, one retry, then the error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from audio_edition.errors import BadClipError, EngineCrashError, EngineTimeoutError, VoiceNotFoundError
from audio_edition.model import Clip, Pronunciation, Utterance, Voice, WordTiming
from audio_edition.speech.process import EngineProcess

SILENCE_PEAK = 200
"""A clip whose loudest of 32,768 steps is below this (−44 dBFS) has nobody speaking in it."""

_TRANSIENT = (EngineCrashError, EngineTimeoutError, BadClipError)


def choose_voice(voices: Iterable[Voice], wanted: str | None, language: str) -> Voice:
    """The voice with the wanted id, name or language; if none is wanted, one for `language` ("en-GB").

    Raises VoiceNotFoundError.
    """
    offered = tuple(voices)
    asked = (wanted or language).casefold()
    for matches in (
        lambda v: v.id.casefold() == asked,
        lambda v: v.name.casefold() == asked,
        lambda v: v.language.casefold() == asked,
        lambda v: not wanted and speaks(v, language),
    ):
        if found := next(filter(matches, offered), None):
            return found
    raise VoiceNotFoundError(
        f"no voice {wanted!r}" if wanted else f"no voice for the language {language!r}",
        hint="`audio-edition voices` lists those usable here",
    )


def speaks(voice: Voice, language: str) -> bool:
    """Whether a voice is one of a language, or of any ("und")."""
    return _primary(voice.language) in {_primary(language), "und"}


def is_same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, be it of two places."""
    return _primary(one) == _primary(other)


def _primary(tag: str) -> str:
    first = tag.split("-", maxsplit=1)[0].casefold()
    return _USUAL.get(first, first)


_USUAL = {"zh": "cmn", "no": "nb", "nn": "nb"}
"""The language that is meant by the name of a family (ISO 639-3), as engines name their voices."""


def speak(utterances: Iterable[Utterance], engine: EngineProcess, voice: str, rate: int) -> Iterator[Clip]:
    """One clip an utterance, in order. Raises EngineError for an utterance that failed twice."""
    limit = engine.max_characters()
    for utterance in utterances:
        parts = _parts(utterance, limit)
        clips = [_attempt(part, engine, voice, rate) for part in parts]
        yield _joined([part.start for part in parts], clips)


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


def _attempt(part: _Part, engine: EngineProcess, voice: str, rate: int) -> Clip:
    def synthesize() -> Clip:
        return _checked(engine.synthesize(part.text, voice, rate, part.pronunciations), part.text, rate)

    try:
        return synthesize()
    except _TRANSIENT:
        return synthesize()


def _checked(clip: Clip, text: str, rate: int) -> Clip:
    """The clip, if it can be speech of the text. Raises BadClipError."""
    low, high = plausible_seconds(text, rate)
    if not low <= clip.seconds <= high:
        raise BadClipError(f"{clip.seconds:.1f} s of sound for {len(text)} characters: {text[:40]!r}")
    if _peak(clip.pcm) < SILENCE_PEAK:
        raise BadClipError(f"silence for {text[:40]!r}")
    return clip


def plausible_seconds(text: str, rate: int) -> tuple[float, float]:
    """Bounds of how long a text can take to say at `rate` words a minute.

    A word is six characters with its space; engines differ by half either way, letters said one by one
    ("I M F") take five times as long as the same characters in words.
    """
    expected = len(text) / 6 * 60 / rate
    return 0.4 * expected - 0.3, 5 * expected + 3


def _peak(pcm: bytes) -> int:
    # Every machine that has wheels of our dependencies is little-endian, as the clip's samples are.
    samples = memoryview(pcm).cast("h")
    return max(abs(max(samples)), abs(min(samples))) if samples else 0


def _joined(starts: list[int], clips: list[Clip]) -> Clip:
    """The clips of the parts that begin at `starts` as one; words keep their places in text and sound."""
    pcm = bytearray()
    words: list[WordTiming] = []
    for place, clip in zip(starts, clips, strict=True):
        words.extend(
            WordTiming(start=w.start + place, end=w.end + place, sample=w.sample + len(pcm) // 2)
            for w in clip.words
        )
        pcm += clip.pcm
    return replace(clips[0], pcm=bytes(pcm), words=tuple(words))


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
