"""Selects voices among the installed engines; each engine is asked for its voices once, when it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from audio_edition.build.levelling import level_narrator
from audio_edition.config import AUTO_ENGINE, Config
from audio_edition.errors import EngineError, VoiceNotFoundError
from audio_edition.model import Narrator, Speaker, Voice
from audio_edition.recording.caches import Caches
from audio_edition.speech import engines
from audio_edition.speech.engine_process.client import EngineProcess
from audio_edition.speech.synthesizer import Synthesizer
from audio_edition.speech.voices import choose_voice


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineInfo:
    """A working engine: its fingerprint, licence, greatest text length in characters, and voices."""

    fingerprint: str
    licence: str
    longest: int
    voices: tuple[Voice, ...]


class VoiceSelector:
    """Selects voices of the engine asked for, or with "auto" of the best engine that has one.

    A context manager, which ends the processes of the engines. `warnings` name the engines that failed.
    """

    def __init__(self, config: Config) -> None:
        self.warnings: list[str] = []
        self._config = config
        self._engine = config.engine
        self._engine_infos: dict[str, EngineInfo | None] = {}
        self._speakers: dict[tuple[str, str], Speaker] = {}
        self._choices: dict[tuple[str | None, str], Speaker] = {}
        self._synthesizer = Synthesizer(Caches.with_limit(config.cache_size).clips)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._synthesizer.__exit__(*error)

    def preload_engine(self) -> None:
        """Start to load the engine that is most likely to be used, if it is installed."""
        for name in self._candidate_engines(None)[:1]:
            if name in engines.list_installed():
                self._synthesizer.process(name).start()

    def choose(self, requested: str | None, language: str) -> Speaker:
        """Return the speaker for a request ("voice", "engine:voice" or None) and a language. Raises EngineError."""
        if (requested, language) not in self._choices:
            self._choices[requested, language] = self._find_speaker(*_split_voice_request(requested), language)
        return self._choices[requested, language]

    def process(self, engine: str) -> EngineProcess:
        """Return the process of an engine."""
        return self._synthesizer.process(engine)

    def _find_speaker(self, engine: str | None, name: str | None, language: str) -> Speaker:
        names = self._candidate_engines(engine)
        for each in names:
            try:
                return self._get_speaker(each, name, language)
            except VoiceNotFoundError:
                if len(names) == 1:
                    raise
            except EngineError as error:
                if len(names) == 1:
                    raise
                self._exclude_engine(each, error)
        what = f"voice {name!r}" if name else f"voice for the language {language!r}"
        raise VoiceNotFoundError(
            f"no {what} in any engine here ({', '.join(names)})",
            hint="`audio-edition voices` lists those usable here",
        )

    def _candidate_engines(self, engine: str | None) -> tuple[str, ...]:
        """Return the engines to ask, the best first, without those that failed."""
        if engine or self._engine != AUTO_ENGINE:
            return (engine or self._engine,)
        return tuple(name for name in engines.list_preferred() if self._engine_infos.get(name, ...) is not None)

    def _exclude_engine(self, name: str, error: EngineError) -> None:
        self._engine_infos[name] = None
        self.warnings.append(f"{error}: another engine speaks instead")

    def _get_speaker(self, engine: str, name: str | None, language: str) -> Speaker:
        info = self._engine_infos.get(engine) or self._load_engine_info(engine)
        voice = choose_voice(info.voices, name, language)
        if (engine, voice.id) not in self._speakers:
            narrator = Narrator(
                engine=engine,
                voice=voice.id,
                rate=self._config.rate,
                fingerprint=info.fingerprint,
                longest=info.longest,
            )
            self._speakers[engine, voice.id] = Speaker(
                narrator=level_narrator(narrator, voice.language, self._synthesizer, self._config),
                voice=voice,
                licence=info.licence,
            )
        return self._speakers[engine, voice.id]

    def _load_engine_info(self, name: str) -> EngineInfo:
        process = self._synthesizer.process(name)
        fingerprint, licence = process.identity()
        info = EngineInfo(
            fingerprint=fingerprint,
            licence=licence,
            longest=process.max_characters(),
            voices=process.voices(),
        )
        self._engine_infos[name] = info
        return info


def _split_voice_request(requested: str | None) -> tuple[str | None, str | None]:
    """Split "piper:en_US-joe-medium" into engine and voice; the name of a voice may have colons itself."""
    engine, colon, name = (requested or "").partition(":")
    return (engine, name) if colon and engine in engines.list_installed() else (None, requested)
