"""Kokoro-82M on onnxruntime, with a model and voices that the user has put into a folder.

<voices>/kokoro/*.onnx          the model, whole or int8 (hexgrad/Kokoro-82M, Apache-2.0)
<voices>/kokoro/voices/*.bin    one voice each: 510 style vectors of 256 floats, one for each number of phonemes
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
from hibari.tts import ASSETS

from audio_edition.errors import EngineError, VoiceNotFoundError
from audio_edition.model import Clip, Pronunciation, Transcription, Voice
from audio_edition.speech.engines import neural, voice_files
from audio_edition.speech.engines.misaki import MisakiPhonemizer, has_sound, split_clauses

_SAMPLE_RATE = 24_000
_MAX_PHONEMES = 508
"""Most phonemes at once: the model takes 512 tokens, two of them padding, and there are 510 styles."""

_LANGUAGES = {
    "a": "en-US",
    "b": "en-GB",
    "e": "es-ES",
    "f": "fr-FR",
    "h": "hi",
    "i": "it-IT",
    "p": "pt-BR",
}
"""Language by the first letter of a voice's name. Japanese and Chinese need phonemizers that we do not have."""

_BEST_VOICES = ("af_heart", "bf_emma")
"""The voices with the most and best training data of their accents (the model's VOICES.md)."""

_ESPEAK_VOICES = {"e": "roa/es", "f": "roa/fr", "h": "inc/hi", "i": "roa/it", "p": "roa/pt-BR"}

_TIED_SOUNDS = {
    "a^ɪ": "I",
    "a^ʊ": "W",
    "d^z": "ʣ",
    "d^ʒ": "ʤ",
    "e^ɪ": "A",
    "o^ʊ": "O",
    "t^s": "ʦ",
    "t^ʃ": "ʧ",
    "ɔ^ɪ": "Y",
}
"""Sounds that espeak-ng writes with two letters and Kokoro's alphabet with one (misaki's EspeakG2P)."""


class KokoroEngine:
    """Kokoro's voices; one model for all, loaded when the first one speaks."""

    name: ClassVar[str] = "kokoro"
    licence: ClassVar[str] = "Apache-2.0"
    max_characters: ClassVar[int] = 1500

    @cached_property
    def fingerprint(self) -> str:
        """Versions of the packages that compute the sound, and the model's name and size."""
        model = _find_model()
        stamp = f"{model.name} {model.stat().st_size}" if model else "no model"
        return f"Kokoro-82M, {neural.package_versions('onnxruntime', 'hibari-tts', 'numpy')}, {stamp}"

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices in the folder whose languages we can phonemize, the best first."""
        all_files = (voice_files.engine_folder("kokoro") / "voices").glob("*.bin") if _find_model() else ()
        files = sorted(all_files, key=lambda file: (file.stem not in _BEST_VOICES, file.stem))
        return tuple(
            Voice(id=file.stem, name=file.stem, language=_LANGUAGES[file.stem[0]], licence=self.licence)
            for file in files
            if file.stem[0] in _LANGUAGES
        )

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Return the sound of a text; always the same for the same text."""
        return self.pronounce(text, voice, rate, ())

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """Return the sound of a text; English voices pronounce parts of it as their IPA says."""
        styles = _load_styles(voice)
        phonemes = _phonemize(text, voice, pronunciations)
        parts = (
            _run_model(part, styles, neural.speed_factor(rate))
            for part in split_clauses(phonemes, _MAX_PHONEMES)
            if has_sound(part)
        )
        return neural.make_clip(parts, _SAMPLE_RATE, text)

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """Return the reading of each word; () for a voice that is not English."""
        return _load_phonemizer(british=voice.startswith("b")).transcribe(words) if voice[0] in "ab" else ()


def _find_model() -> Path | None:
    return next(iter(sorted(voice_files.engine_folder("kokoro").glob("*.onnx"))), None)


@cache
def _load_styles(voice: str) -> npt.NDArray[np.float32]:
    """Return a style for each number of phonemes, as an array (510, 1, 256). Raises EngineError."""
    file = voice_files.engine_folder("kokoro") / "voices" / f"{voice}.bin"
    if voice[:1] not in _LANGUAGES or not file.is_file():
        raise VoiceNotFoundError(f"kokoro has no voice {voice!r} here", hint=f"its file would be {file}")
    styles = np.fromfile(file, "<f4")
    if not len(styles) or len(styles) % 256:
        raise EngineError(f"{file} is no Kokoro voice", hint="fetch it again: 510 vectors of 256 floats")
    return styles.reshape(-1, 1, 256)


def _run_model(phonemes: str, styles: npt.NDArray[np.float32], speed: float) -> npt.NDArray[np.float32]:
    vocabulary = _load_vocabulary()
    ids = [vocabulary[phoneme] for phoneme in phonemes if phoneme in vocabulary]
    session = _load_model()
    tokens, *_ = (model_input.name for model_input in session.get_inputs())
    feeds: dict[str, Any] = {
        tokens: np.array([[0, *ids, 0]], np.int64),
        "style": styles[min(len(ids), len(styles) - 1)],
        "speed": np.array([speed], np.float32),
    }
    return np.asarray(session.run(None, feeds)[0], np.float32).reshape(-1)


@cache
def _load_model() -> Any:
    model = _find_model()
    if model is None:
        raise EngineError("kokoro has no model here", hint=f"put it into {voice_files.engine_folder('kokoro')}")
    return neural.load_session(str(model))


@cache
def _load_vocabulary() -> dict[str, int]:
    """Return the ids of Kokoro's phonemes; hibari, which uses the same ones, contains the file."""
    vocabulary: dict[str, int] = json.loads((Path(ASSETS) / "vocab.json").read_text(encoding="utf-8"))
    return vocabulary


@cache
def _load_phonemizer(*, british: bool) -> MisakiPhonemizer:
    return MisakiPhonemizer(british=british)


def _phonemize(text: str, voice: str, pronunciations: Sequence[Pronunciation]) -> str:
    if voice[0] in "ab":
        return _load_phonemizer(british=voice[0] == "b").phonemize(text, pronunciations)
    from audio_edition.speech.engines.espeak_words import phonemize

    phonemes = phonemize(text, _ESPEAK_VOICES[voice[0]])
    for tied, symbol in _TIED_SOUNDS.items():
        phonemes = phonemes.replace(tied, symbol)
    return phonemes.replace("^", "")
