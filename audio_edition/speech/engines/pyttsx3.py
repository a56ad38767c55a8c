"""pyttsx3: the bundled espeak-ng on Linux, the system's own voices on macOS and Windows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from audio_edition.errors import EngineError
from audio_edition.model import Clip, Pronunciation, Transcription, Voice
from audio_edition.speech.engines import espeak, espeak_words


class Pyttsx3Engine:
    """pyttsx3's driver for this platform, one utterance at a time."""

    name: ClassVar[str] = "pyttsx3"
    licence: ClassVar[str] = "MPL-2.0 AND GPL-3.0-or-later" if sys.platform == "linux" else "MPL-2.0"
    # espeak-ng crashes near 11 KB of text, and its buffers grow with the square of the length.
    max_characters: ClassVar[int] = 2000

    @cached_property
    def fingerprint(self) -> str:
        """Versions of pyttsx3 and of the library or system that makes the sound."""
        synthesizer = espeak.version() if sys.platform == "linux" else f"{sys.platform} {_system_release()}"
        return f"pyttsx3 {version('pyttsx3')}, {synthesizer}"

    def voices(self) -> tuple[Voice, ...]:
        """Return the driver's voices, with BCP 47 language tags."""
        return espeak.voices() if sys.platform == "linux" else list_system_voices()

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Return the sound of a text: on Linux from espeak-ng's memory, elsewhere from a file of the system."""
        return self.pronounce(text, voice, rate, ())

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """Return the sound of a text; only espeak-ng pronounces parts of it as their IPA says."""
        if sys.platform == "linux":
            return espeak.synthesize(text, voice, rate, pronunciations)
        return synthesize_by_file(text, voice, rate)

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """Return the reading of each word on Linux; () on systems whose voices do not report it."""
        return espeak_words.transcribe(words, voice) if sys.platform == "linux" else ()


def list_system_voices(driver: str | None = None) -> tuple[Voice, ...]:
    """Return the voices of a pyttsx3 driver (None: the platform's own)."""
    import pyttsx3  # here, because it loads a sound library at import

    return tuple(
        Voice(id=voice.id, name=voice.name, language=_language_tag(voice.languages))
        for voice in pyttsx3.init(driver).getProperty("voices")
    )


def synthesize_by_file(text: str, voice: str, rate: int, driver: str | None = None) -> Clip:
    """Return the sound of a text, saved to a file through pyttsx3's public interface. Raises EngineError."""
    import pyttsx3  # here, because it loads a sound library at import

    failures: list[object] = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "utterance.wav"
        engine = pyttsx3.init(driver)
        engine.connect("error", _make_error_handler(failures))
        engine.setProperty("voice", voice)
        engine.setProperty("rate", rate)
        engine.save_to_file(text, str(file))
        engine.runAndWait()
        if failures or not file.exists() or not file.stat().st_size:
            reason = f": {failures[0]}" if failures else ""
            raise EngineError(f"pyttsx3 wrote no sound for {text[:40]!r}{reason}")
        return _decode_file(file)


def _make_error_handler(failures: list[object]) -> Callable[..., None]:
    def on_error(**event: Any) -> None:
        failures.append(event.get("exception"))

    return on_error


def _decode_file(file: Path) -> Clip:
    """Return the clip of a file, decoded by libsndfile because macOS writes AIFF under any file name."""
    import soundfile

    samples, rate = soundfile.read(file, dtype="int16", always_2d=True)
    return Clip(pcm=samples[:, 0].astype("<i2").tobytes(), sample_rate=rate)


def _language_tag(languages: object) -> str:
    """Return the first of a driver's languages as a BCP 47 tag ("en_GB" → "en-GB"); "und" if there is none."""
    first = next(iter(languages), "und") if isinstance(languages, (list, tuple)) else languages or "und"
    text = first.decode("ascii", "ignore") if isinstance(first, bytes) else str(first)
    return text.strip("\x00\x01\x02\x03\x04\x05\x06\x07\x08").replace("_", "-") or "und"


def _system_release() -> str:
    import platform

    return platform.version()
