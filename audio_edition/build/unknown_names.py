"""Finds the names of an edition that its voice may mispronounce, for an editor to check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audio_edition.build.voice_selection import VoiceSelector
from audio_edition.config import Config
from audio_edition.languages import tags
from audio_edition.model import Script, Transcription
from audio_edition.pronunciation.lexicon import Lexicon
from audio_edition.pronunciation.names import FoundName, NameFinder
from audio_edition.verbaliser.utterances import utterances


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownName:
    """A name and the reading of the voice in IPA, None if the engine cannot transcribe."""

    name: FoundName
    ipa: str | None


def find_unknown_names(scripts: Iterable[Script], config: Config, lexicon: Lexicon) -> tuple[UnknownName, ...]:
    """Return names that neither lexicon nor dictionary has, most frequent first. Raises EngineError."""
    finder = NameFinder()
    for script in scripts:
        finder.add(script.id, utterances(script, config.spoken_language, lexicon))
    names = finder.names()
    readings = _transcribe_names(names, config) if names else {}
    return tuple(
        UnknownName(name=name, ipa=reading.ipa if reading else None)
        for name in names
        if not ((reading := readings.get(name.word)) and reading.known)
    )


def _transcribe_names(names: Iterable[FoundName], config: Config) -> dict[str, Transcription]:
    """Return the readings of the edition's English voice by name."""
    english = config.spoken_language if tags.primary(config.spoken_language) == "en" else "en-GB"
    with VoiceSelector(config) as selector:
        speaker = selector.choose(config.voice, english)
        process = selector.process(speaker.narrator.engine)
        return {each.word: each for each in process.transcribe([name.word for name in names], speaker.voice.id)}
