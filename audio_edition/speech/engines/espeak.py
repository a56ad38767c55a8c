"""pyttsx3's espeak driver, used with the espeak-ng library of the espeakng-loader wheel.

The sound is taken from the driver's callback in memory, because files get lost under load. The library is
initialized once, and each call runs in a child that is forked afterwards: espeak-ng's state drifts by a few samples
from one utterance to the next, so only a library that has not spoken yet gives the same bytes for the same text.
(In its synchronous mode it has no threads that a fork would lose.) A crash of the library then ends only the child.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib import metadata
from types import ModuleType
from typing import Any, TypeVar

from audio_edition.errors import EngineCrashError, EngineError, VoiceNotFoundError
from audio_edition.languages import tags
from audio_edition.model import Clip, Pronunciation, Voice, WordTiming
from audio_edition.pronunciation.espeak_mnemonics import MarkedText

SYSTEM_VARIABLE = "AUDIO_EDITION_SYSTEM_ESPEAK"
"""Environment variable: set to 1 to use the system's espeak-ng instead of the bundled one."""

T = TypeVar("T")


def version() -> str:
    """Return the version and origin of espeak-ng: "espeak-ng 1.52 (espeakng-loader 0.2.4)"."""
    origin = "system" if _uses_system_library() else f"espeakng-loader {metadata.version('espeakng-loader')}"
    return f"espeak-ng {run_in_child(_library_version)} ({origin})"


def voices() -> tuple[Voice, ...]:
    """Return the voices of espeak-ng in its own order."""
    return run_in_child(_list_voices)


def synthesize(text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation] = ()) -> Clip:
    """Return the sound of `text` with word timings. Raises VoiceNotFoundError, EngineCrashError.

    Only English voices take the pronunciations; others would read them with the sounds of their own language.
    """
    if pronunciations and tags.primary(voice_language(voice)) == "en":
        marked = MarkedText.of(text, pronunciations)
        clip = run_in_child(lambda: _synthesize_in_child(marked.text, voice, rate, phonemes=True))
        return replace(clip, words=marked.restore_timings(clip.words))
    return run_in_child(lambda: _synthesize_in_child(text, voice, rate))


def voice_language(voice: str) -> str:
    """Return the language in a voice's id: "gmw/en-GB-x-rp" → "en-GB-x-rp"."""
    return voice.rpartition("/")[2]


def run_in_child(work: Callable[[], T]) -> T:
    """Return the result of `work` in a forked child, whose library has not spoken yet; raise the error of `work`.

    Raises EngineCrashError if the child ends without a result.
    """
    start_library()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _send_result(work, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    if not data or status:
        raise EngineCrashError(f"espeak-ng's process ended with status {os.waitstatus_to_exitcode(status)}")
    result = pickle.loads(data)  # noqa: S301 - written by our own child
    if isinstance(result, Exception):
        raise result
    return result  # type: ignore[no-any-return]


def _send_result(work: Callable[[], Any], writer: int) -> None:
    """Write the pickled result or error, and exit without the parent's clean-up; runs in the child."""
    try:
        result = work()
    except EngineError as error:
        result = error
    except Exception as error:  # noqa: BLE001 - the parent must get every error
        result = EngineError(f"espeak-ng: {type(error).__name__}: {error}")
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(pickle.dumps(result))
    os._exit(0)


def _uses_system_library() -> bool:
    return os.environ.get(SYSTEM_VARIABLE, "") not in {"", "0"}


def _load_driver() -> ModuleType:
    """Import pyttsx3's binding of the library. It looks for fixed file names only, so its look-up is replaced."""
    find = ctypes.cdll.LoadLibrary
    if not _uses_system_library():
        import espeakng_loader

        os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
        bundled = espeakng_loader.get_library_path()
        ctypes.cdll.LoadLibrary = lambda name: find(bundled)  # type: ignore[method-assign]  # noqa: ARG005 - its signature
    try:
        from pyttsx3.drivers import _espeak
    except RuntimeError as error:
        raise EngineError(
            "no espeak-ng library on this system", hint=f"install espeak-ng, or unset {SYSTEM_VARIABLE}"
        ) from error
    finally:
        ctypes.cdll.LoadLibrary = find  # type: ignore[method-assign]
    return _espeak  # type: ignore[no-any-return]


@cache
def start_library() -> tuple[ModuleType, int]:
    """Return the binding, initialized for output in memory, and its sample rate in Hz. Raises EngineError."""
    driver = _load_driver()
    sample_rate = driver.Initialize(driver.AUDIO_OUTPUT_SYNCHRONOUS, 1000)
    if sample_rate < 0:
        raise EngineError("espeak-ng cannot start: its data is missing", hint="pip install espeakng-loader")
    return driver, sample_rate


def _library_version() -> str:
    # "1.52.0  Data at: …": only the number matters for the sound; the path differs from machine to machine.
    return str(start_library()[0].Info().decode().split()[0])


def _list_voices() -> tuple[Voice, ...]:
    return tuple(
        Voice(
            id=voice.identifier.decode(),
            name=voice.name.decode(),
            language=tags.capitalize_region(re.split(rb"[\x00-\x1f]", voice.languages[1:])[0].decode()),
        )
        for voice in start_library()[0].ListVoices(None)
        if voice.languages
    )


def _synthesize_in_child(text: str, voice: str, rate: int, *, phonemes: bool = False) -> Clip:
    driver, sample_rate = start_library()
    pcm = bytearray()
    words: list[WordTiming] = []

    def receive(samples: Any, count: int, events: Any) -> int:
        if count > 0:
            pcm.extend(ctypes.string_at(samples, count * 2))
        words.extend(_word_timings(driver, events))
        return 0

    driver.SetSynthCallback(receive)
    if driver.SetVoiceByName(voice.encode()) != driver.EE_OK:
        raise VoiceNotFoundError(f"espeak-ng has no voice {voice!r}")
    driver.SetParameter(driver.RATE, rate, 0)
    driver.Synth(text, flags=driver.CHARS_UTF8 | (driver.PHONEMES if phonemes else 0))
    driver.Synchronize()
    return Clip(pcm=bytes(pcm), sample_rate=sample_rate, words=tuple(words))


def _word_timings(driver: ModuleType, events: Any) -> list[WordTiming]:
    """Return the word events of one callback; espeak-ng counts characters from 1."""
    timings = []
    index = 0
    while (event := events[index]).type != driver.EVENT_LIST_TERMINATED:
        if event.type == driver.EVENT_WORD:
            start = event.text_position - 1
            timings.append(WordTiming(start=start, end=start + event.length, sample=event.sample))
        index += 1
    return timings
