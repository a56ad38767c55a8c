"""piper-tts with any of its voices that is here: in the user's folder, or in a package that brings one.

piper-tts is GPL-3.0: it is imported here alone, and only in the process that this engine has for itself.
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
    """A voice's files and what its JSON says; one of several speakers has a number."""

    file: Path
    about: dict[str, Any]
    speaker: int | None = None


class PiperEngine:
    """One model a voice, loaded when it first speaks; without the chance that Piper else speaks with."""

    name: ClassVar[str] = "piper"
    licence: ClassVar[str] = "GPL-3.0-or-later"
    max_characters: ClassVar[int] = 1500
    source: ClassVar[str] = SOURCE_URL
    catalogue: ClassVar[str] = "voices.json"

    @cached_property
    def fingerprint(self) -> str:
        """Versions of all that makes a sample, and size and time of the voices' files."""
        files = sorted({model.file for model in _find_models().values()})
        stamps = ", ".join(f"{file.stem} {file.stat().st_size}" for file in files)
        return f"{neural.package_versions('piper-tts', 'onnxruntime', 'numpy')}, {stamps}"

    def voices(self) -> tuple[Voice, ...]:
        """Those of the user's folder first."""
        return tuple(
            Voice(id=name, name=name, language=_voice_language(model.about), licence=_read_licence(model.file))
            for name, model in _find_models().items()
        )

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Sound of a spoken form, the same every time."""
        return self.pronounce(text, voice, rate, ())

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """The same with IPA for some of its words, if the voice is English."""
        model = _find_model(voice)
        loaded = _load_voice(model.file)
        settings = SynthesisConfig(
            speaker_id=model.speaker,
            length_scale=loaded.config.length_scale / neural.speed_factor(rate),
            noise_scale=0.0,
            noise_w_scale=0.0,
            normalize_audio=False,  # it makes every sentence's peak, and so no two sentences, equally loud
        )
        chunks = loaded.synthesize(_mark_pronunciations(text, pronunciations, model.about), settings)
        return neural.make_clip((chunk.audio_float_array for chunk in chunks), loaded.config.sample_rate, text)

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:
        """The voices of a voices.json."""
        return parse_catalogue(catalogue)


def _find_models() -> dict[str, _Model]:
    """Voices by name: "en_GB-alba-medium", or "en_GB-vctk-medium#3" where there are several speakers in a file."""
    own = sorted(voice_files.engine_folder("piper").rglob("*.onnx"))
    found: dict[str, _Model] = {}
    for file in (*own, *sorted(voice_files.find_packaged("-piper-voice", ".onnx"))):
        about = _read_settings(file)
        speakers = range(about.get("num_speakers", 1)) if about else ()
        for number in speakers:
            alone = len(speakers) == 1
            name = file.stem if alone else f"{file.stem}#{number}"
            found.setdefault(name, _Model(file=file, about=about, speaker=None if alone else number))
    return found


def _read_settings(file: Path) -> dict[str, Any]:
    """The JSON beside a model; empty if there is none that can be read."""
    try:
        about = json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return about if isinstance(about, dict) else {}


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


def _voice_language(about: dict[str, Any]) -> str:
    code = about.get("language", {}).get("code") or about.get("espeak", {}).get("voice") or "und"
    return str(code).replace("_", "-")


def _read_licence(file: Path) -> str:
    """What the voice's model card says, in a few words."""
    try:
        found = _LICENCE_LINE.search((file.parent / CARD_NAME).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""
    return found[1].strip()[:60] if found else ""


def _mark_pronunciations(text: str, pronunciations: Sequence[Pronunciation], about: dict[str, Any]) -> str:
    """The text with phonemes between [[ and ]]; brackets of its own become others."""
    by_espeak = about.get("phoneme_type", PhonemeType.ESPEAK.value) == PhonemeType.ESPEAK.value
    language = _voice_language(about)
    if not by_espeak or tags.primary(language) != "en":
        return text.replace("[[", "((")
    accent = Accent.ESPEAK_AMERICAN if language == "en-US" else Accent.ESPEAK_BRITISH
    marked = ""
    end = 0
    for each in pronunciations:
        said = ipa_to_phonemes(each.ipa, text[each.start : each.end], accent)
        # A mark at the head of what follows would be no pause, and get lost.
        mark = _PUNCTUATION.match(text, each.end)
        marked += text[end : each.start].replace("[[", "((") + f"[[{said}{mark[0] if mark else ''}]]"
        end = mark.end() if mark else each.end
    return marked + text[end:].replace("[[", "((")
