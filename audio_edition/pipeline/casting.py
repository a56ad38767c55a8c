"""Who speaks: a voice for every language of the edition."""

from __future__ import annotations

from audio_edition.config import Config
from audio_edition.model import Passage, Voice
from audio_edition.pipeline.record import Job
from audio_edition.pipeline.report import Speaker
from audio_edition.speech.process import EngineProcess
from audio_edition.speech.synthesizer import choose_voice, is_same_language, speaks


class Casting:
    """Which voice speaks which language, asked of the engine once."""

    def __init__(self, config: Config) -> None:
        self.config = config
        engine = EngineProcess(config.engine)
        try:
            self._identity = engine.identity()
            self._offered = engine.voices()
        finally:
            engine.close()
        self._chosen: dict[str, str] = {}
        self.voice(config.spoken_language)

    def voice(self, language: str) -> str:
        """The id of the voice for a language. Raises VoiceNotFoundError."""
        if language not in self._chosen:
            self._chosen[language] = self._cast(language).id
        return self._chosen[language]

    def _cast(self, language: str) -> Voice:
        """The voice asked for, unless the text is in another language than the edition and the voice."""
        edition, wanted = self.config.spoken_language, self.config.voice
        voice = choose_voice(self._offered, wanted, language)
        foreign = not is_same_language(language, edition)
        return choose_voice(self._offered, None, language) if foreign and not speaks(voice, language) else voice

    def job(self, passage: Passage) -> Job:
        """The work of recording a passage. Raises VoiceNotFoundError."""
        return Job(
            passage=passage,
            engine=self.config.engine,
            voice=self.voice(passage.utterances[0].language),
            rate=self.config.rate,
            bit_rate=self.config.bit_rate,
        )

    def speaker(self) -> Speaker:
        """Who spoke, for the report."""
        fingerprint, licence = self._identity
        voices = tuple(dict.fromkeys(self._chosen.values()))
        return Speaker(engine=self.config.engine, fingerprint=fingerprint, licence=licence, voices=voices)
