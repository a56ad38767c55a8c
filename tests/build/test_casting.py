"""Casting: voices by language, role and section, with the real espeak-ng."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from audio_edition import config
from audio_edition.audio.loudness import TARGET_LUFS, integrated_loudness
from audio_edition.audio.stitcher import stitch
from audio_edition.build.casting import Casting
from audio_edition.build.voice_selection import VoiceSelector
from audio_edition.config import Pauses
from audio_edition.errors import VoiceNotFoundError
from audio_edition.model import Line, Passage, Role
from audio_edition.speech.synthesizer import Synthesizer
from tests.conftest import Built, story, utterance
from tests.segmenter.test_identified import STORIES
from tests.segmenter.test_languages import DATA

SENTENCES = (
    "The committee met for nine hours, and settled nothing but the date of its next meeting.",
    "Fishermen who had waited since dawn outside the hall went home without an answer.",
    "Some of them say that they will not wait again, whatever is put to them in the spring.",
    "Prices have doubled since the bridge was closed.",
    "It may be opened next year.",
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")


@contextmanager
def open_casting(**options: object) -> Iterator[Casting]:
    settings = config.load(None, {"engine": "pyttsx3", **options})
    with VoiceSelector(settings) as selector:
        yield Casting(settings, selector)


@pytest.fixture(scope="module")
def casting() -> Iterator[Casting]:
    with open_casting() as casting:
        yield casting


def choose_voices(casting: Casting, *languages: str) -> list[str]:
    return [casting.choose_speaker(language).voice.id for language in languages]


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en-GB", "gmw/en"),
        ("de", "gmw/de"),
        ("de-AT", "gmw/de"),
        ("fr-FR", "roa/fr"),
        ("es", "roa/es"),
        ("es-MX", "roa/es"),
        ("it", "roa/it"),
        ("pt", "roa/pt"),
        ("pt-BR", "roa/pt-BR"),
        ("nl", "gmw/nl"),
        ("pl", "zlw/pl"),
        ("sv", "gmq/sv"),
        ("ru", "zle/ru"),
        ("ar", "sem/ar"),
        ("zh", "sit/cmn"),
        ("zh-CN", "sit/cmn"),
        ("no", "gmq/nb"),
    ],
)
def test_a_language_has_a_voice_of_its_own(casting: Casting, language: str, voice: str) -> None:
    assert choose_voices(casting, language) == [voice]


def test_a_language_without_a_voice_is_an_error(casting: Casting) -> None:
    with pytest.raises(VoiceNotFoundError):
        casting.choose_speaker("tlh-x-none")


def test_the_requested_voice_speaks_only_the_language_of_the_edition() -> None:
    with open_casting(voice="gmw/en-GB-scotland") as scottish:
        assert choose_voices(scottish, "en-GB", "en", "de") == [
            "gmw/en-GB-scotland",
            "gmw/en-GB-scotland",
            "gmw/de",
        ]


VOICES = {
    "headline": "gmw/en-US",
    "quotation": "tone:high",
    "sections": {"asia": "gmw/en-GB-scotland"},
    "languages": {"fr": "roa/fr-BE"},
}


@pytest.mark.parametrize(
    ("language", "role", "section", "voice"),
    [
        ("en-GB", Role.BODY, None, "gmw/en"),
        ("en-GB", Role.BODY, "Asia", "gmw/en-GB-scotland"),
        ("en-GB", Role.HEADLINE, "Asia", "gmw/en-US"),
        ("en-GB", Role.QUOTATION, "Europe", "high"),
        ("fr-FR", Role.HEADLINE, "Asia", "roa/fr-BE"),
        ("de", Role.BODY, "Asia", "gmw/de"),
    ],
)
def test_a_voice_is_chosen_by_language_then_role_then_section(
    language: str, role: Role, section: str | None, voice: str
) -> None:
    with open_casting(voices=VOICES) as casting:
        assert casting.choose_speaker(language, role, section).voice.id == voice


def test_a_foreign_passage_has_a_voice_of_its_language_or_that_of_its_article(casting: Casting) -> None:
    utterances = [replace(utterance("Bonjour."), language=language) for language in ("en-GB", "fr", "tlh")]
    lines = casting.cast_passage(Passage(utterances=tuple(utterances)), "en-GB")
    assert [line.narrator.voice for line in lines] == ["gmw/en", "roa/fr", "gmw/en"]
    assert casting.warnings == (
        "no voice for the language 'tlh': passages in it are left to the voice of their article",
    )


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("raise RuntimeError('made for another machine')", "made for another machine"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGILL)", "its process ended with status"),
    ],
)
def test_broken_engines_are_replaced_with_a_warning_if_the_engine_is_auto(
    source: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for engine in ("hibari", "piper"):
        (tmp_path / f"{engine}.py").write_text(source)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    settings = config.load(None, {"engine": "auto"})
    with VoiceSelector(settings) as selector:
        speaker = Casting(settings, selector).choose_speaker("en-GB")
    assert speaker.narrator.engine == "pyttsx3"
    assert len(selector.warnings) == 2
    for engine, warning in zip(("hibari", "piper"), selector.warnings, strict=True):
        assert f"engine {engine}" in warning
        assert fault in warning
        assert "another engine speaks instead" in warning


def measure_loudness(lines: Sequence[Line]) -> float:
    with Synthesizer() as synthesizer:
        clips = [spoken.clip for spoken in synthesizer.speak(lines)]
    return integrated_loudness(stitch(lines, clips, Pauses())[0])


def test_the_gain_of_every_voice_brings_it_to_the_same_loudness() -> None:
    with open_casting(voices=VOICES) as casting:
        narrators = [
            casting.choose_speaker("en-GB", role).narrator for role in (Role.BODY, Role.HEADLINE, Role.QUOTATION)
        ]
    texts = ([Line(utterance=utterance(text), narrator=each) for text in SENTENCES] for each in narrators)
    loudness = [measure_loudness(lines) for lines in texts]
    assert loudness == pytest.approx([TARGET_LUFS] * 3, abs=0.6)
    assert len({narrator.gain for narrator in narrators}) == 3


def test_foreign_articles_of_an_english_edition_have_voices_of_their_languages(
    make_edition: Callable[..., Built], tmp_path: Path
) -> None:
    folder = tmp_path / "issue"
    folder.mkdir()
    shutil.copy(DATA / "de" / "glocken.txt", folder)
    (folder / "podatki.txt").write_text("\n\n".join(STORIES["pl"]), encoding="utf-8")
    (folder / "wall.txt").write_text(story("The wall is too low", "wall"), encoding="utf-8")
    report = make_edition(folder, engine="pyttsx3").result
    assert {article.id: article.language for article in report.report.articles} == {
        "glocken": "de",
        "podatki": "pl",
        "wall": None,
    }
    assert {speaker.voice for speaker in report.report.speakers} == {"gmw/en", "gmw/de", "zlw/pl"}
