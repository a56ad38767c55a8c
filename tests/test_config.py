"""The configuration from edition.toml and options: precedence, errors, tables, the template."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from audio_edition.config import Config, Pauses, Voices, find_file, load, write_template
from audio_edition.errors import ConfigError
from audio_edition.model import EpisodeKind, Role


def write_config(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "edition.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_options_override_the_file_and_the_file_overrides_defaults(tmp_path: Path) -> None:
    file = write_config(tmp_path, 'title = "A"\nrate = 150\ndate = 2026-11-21\n')
    settings = load(file, {"title": "B", "voice": None})
    assert (settings.title, settings.rate, settings.date, settings.bit_rate) == ("B", 150, date(2026, 11, 21), 64)


def test_episodes_from_text_or_a_list_are_put_in_order() -> None:
    wanted = (EpisodeKind.ARTICLE, EpisodeKind.EDITION)
    assert load(None, {"episodes": "edition, article"}).episodes == wanted
    assert load(None, {"episodes": ["edition", "article"]}).episodes == wanted


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('titel = "x"', "did you mean 'title'?"),
        ("zzz = 1", "the keys are"),
        ("rate = 5000", "from 80 to 450"),
        ('rate = "fast"', "whole number"),
        ("rate = true", "whole number"),
        ("bit_rate = 65", "one of 32"),
        ('date = "soon"', "2026-11-21"),
        ('episodes = ["book"]', "article"),
        ("episodes = []", "at least one"),
        ('sections = "Asia"', "list of strings"),
        ('base_url = "example.org"', "https://"),
        ("title = 3", "takes a str"),
        ('strict = "yes"', "takes a bool"),
        ("title = ", "quotes"),
        ('voices = "heart"', "table of roles"),
        ('[voices]\nstandfist = "heart"', "not 'standfist'"),
        ("[voices]\nheadline = 1", "piper:en_GB-alba-medium"),
        ('[voices]\nsections = ["Asia"]', "voices.sections takes a table"),
        ("[pauses]\nsentense = 1", "not 'sentense'"),
        ("[pauses]\nsentence = 11", "seconds from 0 to 10"),
        ('[pauses]\nsentence = "long"', "pauses.sentence"),
        ("idents = 1", "takes a bool"),
    ],
)
def test_an_invalid_setting_names_the_file_and_gives_a_hint(tmp_path: Path, text: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(write_config(tmp_path, text))
    assert "edition.toml" in str(caught.value)
    assert hint in caught.value.hint


def test_a_file_that_is_missing_or_not_utf8_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        load(tmp_path / "nothing.toml")
    (tmp_path / "old.toml").write_bytes('title = "Café"'.encode("latin-1"))
    with pytest.raises(ConfigError, match="UTF-8"):
        load(tmp_path / "old.toml")


def test_the_file_beside_the_articles_takes_precedence_over_the_one_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_file((articles,)) is None
    outer = write_config(tmp_path, "")
    assert find_file((articles,)) == Path(outer.name)
    inner = write_config(articles, "")
    assert find_file((articles,)) == inner


def test_the_template_names_every_key_and_is_valid_with_every_key_enabled(tmp_path: Path) -> None:
    text = write_template(tmp_path).read_text(encoding="utf-8")
    with_all_keys = "\n".join(
        line.removeprefix("# ") if " = " in line.partition("#")[2] and line.startswith("# ") else line
        for line in text.splitlines()
    )
    assert set(tomllib.loads(with_all_keys)) == {field.name for field in fields(Config)}
    load(write_config(tmp_path, with_all_keys))


def test_the_locale_sets_the_spoken_language(tmp_path: Path) -> None:
    file = tmp_path / "edition.toml"
    file.write_text('language = "en"\nlocale = "en-US"\n', "utf-8")
    assert (load(file).language, load(file).spoken_language) == ("en", "en-US")
    assert load(None).spoken_language == "en-GB"
    file.write_text('locale = "American"\n', "utf-8")
    with pytest.raises(ConfigError, match="locale") as caught:
        load(file)
    assert "en-US" in (caught.value.hint or "")


def test_voices_and_pauses_are_read_from_their_tables(tmp_path: Path) -> None:
    file = write_config(
        tmp_path,
        """
        [voices]
        headline = "heart"
        list_item = "pyttsx3:en-gb"
        sections = { Asia = "emma" }
        [voices.languages]
        fr = "fr-fr"
        [pauses]
        sentence = 0.25
        section = 3
        """,
    )
    settings = load(file)
    assert settings.voices == Voices(
        roles={Role.HEADLINE: "heart", Role.LIST_ITEM: "pyttsx3:en-gb"},
        sections={"Asia": "emma"},
        languages={"fr": "fr-fr"},
    )
    assert settings.pauses == Pauses(sentence=250, section=3000)
