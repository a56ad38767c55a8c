"""hibari-tts: small neural English voices, about a hundred times faster than speech. Its wheel contains one."""

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
"""Most phonemes that the model is given at once; it was trained on sentences."""

_LICENCE = "Apache-2.0"


class HibariEngine:
    """hibari's voices; each is a model of its own, loaded when it first speaks."""

    name: ClassVar[str] = "hibari"
    licence: ClassVar[str] = _LICENCE
    max_characters: ClassVar[int] = 1500
    source: ClassVar[str] = BASE_URL
    catalogue: ClassVar[str] = ""

    @cached_property
    def fingerprint(self) -> str:
        """Versions of the packages that compute the sound; hibari's version determines its voices' files."""
        fft = ("scipy",) if find_spec("scipy") else ()
        return neural.package_versions("hibari-tts", "onnxruntime", "numpy", *fft)

    def voices(self) -> tuple[Voice, ...]:
        """Return the voice in the wheel, then the others whose files are here."""
        return tuple(
            Voice(id=name, name=name, language=entry["language"], licence=_LICENCE)
            for name, entry in sorted(VOICES.items(), key=lambda item: item[0] != DEFAULT)
            if _find_model(name)
        )

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Return the sound of a text; the model's noise has a fixed seed, so it is always the same."""
        return self.pronounce(text, voice, rate, ())

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """Return the sound of a text with parts of it pronounced as their IPA says."""
        model = _load_model(voice)
        phonemes = _load_phonemizer(british=_is_british(voice)).phonemize(text, pronunciations)
        parts = (
            model.from_phonemes(part, speed=neural.speed_factor(rate), seed=0)
            for part in split_clauses(phonemes, _MAX_PHONEMES)
            if has_sound(part)
        )
        return neural.make_clip(parts, SAMPLE_RATE, text)

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """Return the reading of each word."""
        return _load_phonemizer(british=_is_british(voice)).transcribe(words)

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:  # noqa: ARG002 - the protocol's
        """Return the voices in hibari's registry; the one in the wheel has no files to fetch."""
        return tuple(
            Download(voice=name, files=() if entry["bundled"] else (_remote_file(entry),))
            for name, entry in VOICES.items()
        )


def _remote_file(entry: dict[str, Any]) -> RemoteFile:
    file = entry["file"]
    return RemoteFile(source=file, target=file, size=entry["bytes"], digest=f"sha256:{entry['sha256']}")


def _find_model(voice: str) -> Path | None:
    """Return the voice's model: fetched by us, in the wheel, or fetched by hibari; nothing is fetched here."""
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
