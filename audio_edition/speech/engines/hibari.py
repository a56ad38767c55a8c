"""hibari-tts: small neural English voices, one of them in its wheel, some hundred times faster than speech."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

from hibari import SAMPLE_RATE, Hibari
from hibari.voices import BASE_URL, DEFAULT, VOICES, voice_path

from audio_edition.errors import VoiceNotFoundError
from audio_edition.model import Clip, Download, Pronunciation, RemoteFile, Transcription, Voice
from audio_edition.speech.engines import neural, voice_files
from audio_edition.speech.engines.misaki import MisakiPhonemizer, has_sound, split_clauses

_MAX_PHONEMES = 400
"""Phonemes that the model says in one breath; it was trained on sentences."""

_LICENCE = "Apache-2.0"


class HibariEngine:
    """One model a voice, loaded when it first speaks."""

    name: ClassVar[str] = "hibari"
    licence: ClassVar[str] = _LICENCE
    max_characters: ClassVar[int] = 1500
    source: ClassVar[str] = BASE_URL
    catalogue: ClassVar[str] = ""

    @cached_property
    def fingerprint(self) -> str:
        """Versions of all that makes a sample; the voices' files are those of the version."""
        fft = ("scipy",) if find_spec("scipy") else ()
        return neural.package_versions("hibari-tts", "onnxruntime", "numpy", *fft)

    def voices(self) -> tuple[Voice, ...]:
        """The voice in the wheel, then those whose files are here."""
        return tuple(
            Voice(id=name, name=name, language=about["language"], licence=_LICENCE)
            for name, about in sorted(VOICES.items(), key=lambda item: item[0] != DEFAULT)
            if _find_model(name)
        )

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Sound of a spoken form, with the same noise every time."""
        return self.pronounce(text, voice, rate, ())

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """The same with IPA for some of its words."""
        model = _load_model(voice)
        phonemes = _load_phonemizer(british=_is_british(voice)).phonemize(text, pronunciations)
        parts = (
            model.from_phonemes(part, speed=neural.speed_factor(rate), seed=0)
            for part in split_clauses(phonemes, _MAX_PHONEMES)
            if has_sound(part)
        )
        return neural.make_clip(parts, SAMPLE_RATE, text)

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """The reading of each word."""
        return _load_phonemizer(british=_is_british(voice)).transcribe(words)

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:  # noqa: ARG002 - the protocol's
        """The voices of hibari's registry; for the one in the wheel there is nothing to fetch."""
        return tuple(
            Download(voice=name, files=() if about["bundled"] else (_remote_file(about),))
            for name, about in VOICES.items()
        )


def _remote_file(about: dict[str, Any]) -> RemoteFile:
    file = about["file"]
    return RemoteFile(source=file, target=file, size=about["bytes"], digest=f"sha256:{about['sha256']}")


def _find_model(voice: str) -> Path | None:
    """The voice's model: in the wheel, fetched by us, or by hibari itself; never fetched here."""
    ours = voice_files.engine_folder("hibari") / VOICES[voice]["file"]
    if ours.is_file():
        return Path(ours)
    try:
        return Path(voice_path(voice, download_missing=False))
    except FileNotFoundError:
        return None


def _is_british(voice: str) -> bool:
    return bool(VOICES[voice]["british"])


@cache
def _load_model(voice: str) -> Hibari:
    file = _find_model(voice) if voice in VOICES else None
    if file is None:
        raise VoiceNotFoundError(
            f"hibari has no voice {voice!r} here", hint=f"audio-edition voices --fetch {voice} brings it"
        )
    return Hibari(voice=voice, model=str(file), threads=1)


@cache
def _load_phonemizer(*, british: bool) -> MisakiPhonemizer:
    return MisakiPhonemizer(british=british)
