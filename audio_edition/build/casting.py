"""Who speaks which line: by its language, its role and its section, as edition.toml says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audio_edition.build.issue import Issue
from audio_edition.build.voice_selection import VoiceSelector
from audio_edition.config import Config
from audio_edition.errors import EngineError, Failure, VoiceNotFoundError
from audio_edition.model import Line, Narrator, Passage, Role, Speaker, Utterance
from audio_edition.speech.voices import is_same_language, speaks_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The lines of every passage, everybody who has one, and the articles that nobody here can speak."""

    lines: Mapping[Passage, tuple[Line, ...]]
    speakers: tuple[Speaker, ...]
    failures: tuple[Failure, ...]
    warnings: tuple[str, ...]


def cast_issue(issue: Issue, auditions: VoiceSelector) -> Cast:
    """A narrator for every line of an issue. Raises EngineError if nobody can speak its own language."""
    casting = Casting(issue.config, auditions)
    lines = {each: casting.cast_passage(each, issue.config.spoken_language) for each in issue.openings.values()}
    failures = []
    for each in issue.readings:
        try:
            lines |= {passage: casting.cast_passage(passage, each.language) for passage in each.passages}
        except EngineError as error:
            failures.append(Failure(id=each.script.id, source=each.script.source, error=error))
    return Cast(
        lines=lines,
        speakers=casting.speakers,
        failures=tuple(failures),
        warnings=(*auditions.warnings, *casting.warnings),
    )


class Casting:
    """The parts of an edition, given to the voices of `auditions`."""

    def __init__(self, config: Config, auditions: VoiceSelector) -> None:
        self._config = config
        self._auditions = auditions
        self._section_voices = {name.casefold(): voice for name, voice in config.voices.sections.items()}
        self._speakers: dict[Narrator, Speaker] = {}
        self._unsupported_languages: set[str] = set()
        self.choose_speaker(config.spoken_language)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a listener would wonder about."""
        return tuple(
            f"no voice for the language {language!r}: passages in it are left to the voice of their article"
            for language in sorted(self._unsupported_languages)
        )

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who has a line, in the order of their first."""
        return tuple(self._speakers.values())

    def cast_passage(self, passage: Passage, language: str) -> tuple[Line, ...]:
        """The lines of a passage of an article in `language`. Raises EngineError."""
        return tuple(self._cast_utterance(each, language, passage.section) for each in passage.utterances)

    def choose_speaker(self, language: str, role: Role = Role.BODY, section: str | None = None) -> Speaker:
        """Who speaks a part. Raises EngineError."""
        return self._auditions.choose(self._requested_voice(language, role, section), language)

    def _cast_utterance(self, utterance: Utterance, language: str, section: str | None) -> Line:
        speaker = self._choose_with_fallback(utterance, language, section)
        self._speakers.setdefault(speaker.narrator, speaker)
        return Line(utterance=utterance, narrator=speaker.narrator)

    def _choose_with_fallback(self, utterance: Utterance, language: str, section: str | None) -> Speaker:
        """A passage in a language that nobody here speaks is left to the voice of its article."""
        try:
            return self.choose_speaker(utterance.language, utterance.role, section)
        except VoiceNotFoundError:
            if is_same_language(utterance.language, language):
                raise
            self._unsupported_languages.add(utterance.language)
            return self.choose_speaker(language, utterance.role, section)

    def _requested_voice(self, language: str, role: Role, section: str | None) -> str | None:
        """The wish for a part: by its language if that is not the edition's, else by role, section, or for all."""
        voices = self._config.voices
        if not is_same_language(language, self._config.spoken_language):
            asked = (said for tag, said in voices.languages.items() if is_same_language(tag, language))
            return next(asked, None) or self._multilingual_voice(language)
        in_section = self._section_voices.get((section or "").casefold(), self._config.voice)
        return voices.roles.get(role, in_section)

    def _multilingual_voice(self, language: str) -> str | None:
        """The edition's own voice, if it happens to speak that language."""
        wanted = self._config.voice
        if wanted and speaks_language(self._auditions.choose(wanted, self._config.spoken_language).voice, language):
            return wanted
        return None
