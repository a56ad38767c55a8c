"""Chooses the voice of every line by its language, role and section, as edition.toml asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audio_edition.build.issue import Issue
from audio_edition.build.voice_selection import VoiceSelector
from audio_edition.config import Config
from audio_edition.errors import EngineError, Failure, VoiceNotFoundError
from audio_edition.languages import tags
from audio_edition.model import Line, Narrator, Passage, Role, Speaker, Utterance
from audio_edition.speech.voices import speaks_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The lines of every passage, the speakers, and the articles whose language no voice speaks."""

    lines: Mapping[Passage, tuple[Line, ...]]
    speakers: tuple[Speaker, ...]
    failures: tuple[Failure, ...]
    warnings: tuple[str, ...]


def cast_issue(issue: Issue, selector: VoiceSelector) -> Cast:
    """Choose a narrator for every line. Raises EngineError if no voice speaks the edition's own language."""
    casting = Casting(issue.config, selector)
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
        warnings=(*selector.warnings, *casting.warnings),
    )


class Casting:
    """Assigns voices of `selector` to the utterances of an edition. Raises EngineError."""

    def __init__(self, config: Config, selector: VoiceSelector) -> None:
        self._config = config
        self._selector = selector
        self._section_voices = {name.casefold(): voice for name, voice in config.voices.sections.items()}
        self._speakers: dict[Narrator, Speaker] = {}
        self._unsupported_languages: set[str] = set()
        self.choose_speaker(config.spoken_language)

    @property
    def warnings(self) -> tuple[str, ...]:
        """A warning for each language without a voice of its own."""
        return tuple(
            f"no voice for the language {language!r}: passages in it are left to the voice of their article"
            for language in sorted(self._unsupported_languages)
        )

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The speakers who have a line, in the order of their first line."""
        return tuple(self._speakers.values())

    def cast_passage(self, passage: Passage, language: str) -> tuple[Line, ...]:
        """Return the lines of a passage of an article in `language`. Raises EngineError."""
        return tuple(self._cast_utterance(each, language, passage.section) for each in passage.utterances)

    def choose_speaker(self, language: str, role: Role = Role.BODY, section: str | None = None) -> Speaker:
        """Return the speaker for a language, role and section. Raises EngineError."""
        return self._selector.choose(self._requested_voice(language, role, section), language)

    def _cast_utterance(self, utterance: Utterance, language: str, section: str | None) -> Line:
        speaker = self._choose_with_fallback(utterance, language, section)
        self._speakers.setdefault(speaker.narrator, speaker)
        return Line(utterance=utterance, narrator=speaker.narrator)

    def _choose_with_fallback(self, utterance: Utterance, language: str, section: str | None) -> Speaker:
        """Return the speaker of an utterance: the article's, if no voice speaks the utterance's own language."""
        try:
            return self.choose_speaker(utterance.language, utterance.role, section)
        except VoiceNotFoundError:
            if tags.is_same_language(utterance.language, language):
                raise
            self._unsupported_languages.add(utterance.language)
            return self.choose_speaker(language, utterance.role, section)

    def _requested_voice(self, language: str, role: Role, section: str | None) -> str | None:
        """Return the voice that the settings ask for, None for any voice of the language.

        A language other than the edition's decides alone; else the role decides, then the section, then `voice`.
        """
        voices = self._config.voices
        if not tags.is_same_language(language, self._config.spoken_language):
            requested = (voice for tag, voice in voices.languages.items() if tags.is_same_language(tag, language))
            return next(requested, None) or self._multilingual_voice(language)
        in_section = self._section_voices.get((section or "").casefold(), self._config.voice)
        return voices.roles.get(role, in_section)

    def _multilingual_voice(self, language: str) -> str | None:
        """Return the edition's own voice if it speaks that language too."""
        requested = self._config.voice
        if requested and speaks_language(
            self._selector.choose(requested, self._config.spoken_language).voice, language
        ):
            return requested
        return None
