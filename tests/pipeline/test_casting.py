"""Every article in a voice of its own language, through the real espeak-ng."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audio_edition import config
from audio_edition.errors import VoiceNotFoundError
from audio_edition.pipeline.casting import Casting
from tests.conftest import Built, story
from tests.text.test_identified import STORIES
from tests.text.test_languages import DATA

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")


def cast(**options: object) -> Casting:
    return Casting(config.load(None, {"engine": "pyttsx3", **options}))


@pytest.fixture(scope="module")
def casting() -> Casting:
    return cast()


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
def test_a_voice_of_the_language(casting: Casting, language: str, voice: str) -> None:
    assert casting.voice(language) == voice


def test_a_language_nobody_speaks_is_said_so(casting: Casting) -> None:
    with pytest.raises(VoiceNotFoundError):
        casting.voice("tlh-x-none")


def test_the_voice_asked_for_speaks_the_language_of_the_edition_only() -> None:
    scottish = cast(voice="gmw/en-GB-scotland")
    assert [scottish.voice(language) for language in ("en-GB", "en", "de")] == [
        "gmw/en-GB-scotland",
        "gmw/en-GB-scotland",
        "gmw/de",
    ]


def test_articles_of_an_english_edition_are_spoken_in_their_own_languages(
    hum: Callable[..., Built], tmp_path: Path
) -> None:
    folder = tmp_path / "issue"
    folder.mkdir()
    shutil.copy(DATA / "de" / "glocken.txt", folder)
    (folder / "podatki.txt").write_text("\n\n".join(STORIES["pl"]), encoding="utf-8")
    (folder / "wall.txt").write_text(story("The wall is too low", "wall"), encoding="utf-8")
    report = hum(folder, engine="pyttsx3").report
    assert {script.id: script.language for script in report.scripts} == {
        "glocken": "de",
        "podatki": "pl",
        "wall": None,
    }
    assert set(report.speaker.voices) == {"gmw/en", "gmw/de", "zlw/pl"}
