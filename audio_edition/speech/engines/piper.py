"""piper-tts, with the voices in the user's folder and in installed packages.

piper-tts is GPL-3.0. It is imported only here, and only in this engine's own process.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar

from piper import PiperConfig, PiperVoice, SynthesisConfig
from piper.config import PhonemeType

from audio_edition.errors import EngineError, VoiceNotFoundError
from audio_edition.languages import tags
from audio_edition.model import Clip, Download, Pronunciation, Voice
from audio_edition.pronunciation.phonemes import Accent, ipa_to_phonemes
from audio_edition.speech.engines import neural, voice_files
from audio_edition.speech.engines.piper_catalogue import CARD_NAME, SOURCE_URL, parse_catalogue

_PUNCTUATION = re.compile(r"[,;:.!?]")
_LICENCE_LINE = re.compile(r"^[* \t]*+licen[cs]e:?\s*(.+)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    """A voice: its model file and settings, and the speaker's number if the model has several."""

    file: Path
    settings: dict[str, Any]
    speaker: int | None = None


class PiperEngine:
    """Piper's voices, each loaded when it first speaks. Piper's random variation is switched off."""

    name: ClassVar[str] = "piper"
    licence: ClassVar[str] = "GPL-3.0-or-later"
    max_characters: ClassVar[int] = 1500
    source: ClassVar[str] = SOURCE_URL
    catalogue: ClassVar[str] = "voices.json"

    @cached_property
    def fingerprint(self) -> str:
        """Versions of the packages that compute the sound, and the names and sizes of the voices' files."""
        files = sorted({model.file for model in _find_models().values()})
        stamps = ", ".join(f"{file.stem} {file.stat().st_size}" for file in files)
        return f"{neural.package_versions('piper-tts', 'onnxruntime', 'numpy')}, {stamps}"

    def voices(self) -> tuple[Voice, ...]:
        """Return all voices that are here, those of the user's folder first."""
        return tuple(
            Voice(id=name, name=name, language=_voice_language(model.settings), licence=_read_licence(model.file))
            for name, model in _find_models().items()
        )

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Return the sound of a text; always the same for the same text."""
        return self.pronounce(text, voice, rate, ())

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """Return the sound of a text; English voices pronounce parts of it as their IPA says."""
        model = _find_model(voice)
        loaded = _load_voice(model.file)
        options = SynthesisConfig(
            speaker_id=model.speaker,
            length_scale=loaded.config.length_scale / neural.speed_factor(rate),
            noise_scale=0.0,
            noise_w_scale=0.0,
            normalize_audio=False,  # it equalises the peaks of sentences, which makes their loudness differ
        )
        chunks = loaded.synthesize(_mark_pronunciations(text, pronunciations, model.settings), options)
        return neural.make_clip((chunk.audio_float_array for chunk in chunks), loaded.config.sample_rate, text)

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:
        """Return the voices in Piper's voices.json. Raises EngineError."""
        return parse_catalogue(catalogue)


def _find_models() -> dict[str, _Model]:
    """Return the voices by name: "en_GB-alba-medium", or "en_GB-vctk-medium#3" in a file with several speakers."""
    own = sorted(voice_files.engine_folder("piper").rglob("*.onnx"))
    models: dict[str, _Model] = {}
    for file in (*own, *sorted(voice_files.find_packaged("-piper-voice", ".onnx"))):
        settings = _read_settings(file)
        speakers = range(settings.get("num_speakers", 1)) if settings else ()
        for number in speakers:
            single = len(speakers) == 1
            name = file.stem if single else f"{file.stem}#{number}"
            models.setdefault(name, _Model(file=file, settings=settings, speaker=None if single else number))
    return models


def _read_settings(file: Path) -> dict[str, Any]:
    """Return the JSON beside a model; empty if it is missing or invalid."""
    try:
        settings = json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return settings if isinstance(settings, dict) else {}


def _find_model(voice: str) -> _Model:
    models = _find_models()
    if voice not in models:
        raise VoiceNotFoundError(
            f"piper has no voice {voice!r} here",
            hint=f"audio-edition voices --fetch {voice.partition('#')[0]} brings it, if there is one of that name",
        )
    return models[voice]


@cache
def _load_voice(file: Path) -> PiperVoice:
    try:
        return PiperVoice(
            config=PiperConfig.from_dict(_read_settings(file)), session=neural.load_session(str(file))
        )
    except Exception as error:
        raise EngineError(f"piper cannot load {file.name}: {error}", hint="fetch the voice again") from error


def _voice_language(settings: dict[str, Any]) -> str:
    code = settings.get("language", {}).get("code") or settings.get("espeak", {}).get("voice") or "und"
    return str(code).replace("_", "-")


def _read_licence(file: Path) -> str:
    """Return the licence on the voice's model card, at most 60 characters; "" if there is none."""
    try:
        line = _LICENCE_LINE.search((file.parent / CARD_NAME).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""
    return line[1].strip()[:60] if line else ""


def _mark_pronunciations(text: str, pronunciations: Sequence[Pronunciation], settings: dict[str, Any]) -> str:
    """Return the text with phonemes between [[ and ]]; its own [[ become ((."""
    uses_espeak = settings.get("phoneme_type", PhonemeType.ESPEAK.value) == PhonemeType.ESPEAK.value
    language = _voice_language(settings)
    if not uses_espeak or tags.primary(language) != "en":
        return text.replace("[[", "((")
    accent = Accent.ESPEAK_AMERICAN if language == "en-US" else Accent.ESPEAK_BRITISH
    marked = ""
    end = 0
    for item in pronunciations:
        phonemes = ipa_to_phonemes(item.ipa, text[item.start : item.end], accent)
        # Piper would drop a punctuation mark right after ]], and with it the pause.
        mark = _PUNCTUATION.match(text, item.end)
        marked += text[end : item.start].replace("[[", "((") + f"[[{phonemes}{mark[0] if mark else ''}]]"
        end = mark.end() if mark else item.end
    return marked + text[end:].replace("[[", "((")
