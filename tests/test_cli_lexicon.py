"""Lexicons on the command line: pronunciations in a build, and lists of names that a voice may not know."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest

from tests.test_cli import run_cli

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")

PLS = """<lexicon version="1.0" alphabet="ipa" xml:lang="en"
  xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">
  <lexeme><grapheme>Zhomart</grapheme><phoneme>ʒəʊˈmɑːt</phoneme></lexeme>
  <lexeme><grapheme>Kassenova</grapheme><alias>Kassa-NOH-va</alias></lexeme>
</lexicon>
"""


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """A folder with an article that contains many names."""
    folder = tmp_path / "names"
    folder.mkdir()
    body = (
        "As everybody in the capital knows, Mrs Kassenova of Bishkek has met Mr Zhomart and Mr Tokayev there. " * 3
    )
    (folder / "visit.txt").write_text(f"A visit to the neighbours\n\n{body}\n\n{body}\n", encoding="utf-8")
    return folder


def test_say_as_prefers_the_given_lexicon_to_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "a.pls").write_text(PLS, encoding="utf-8")
    done = run_cli("say-as", "--lexicon", tmp_path / "a.pls", text="Mr Kassenova’s 2 aides met Tokayev.\n")
    assert done.stdout == "Mister Kassa-NOH-va's two aides met Tokayev.\n"
    (tmp_path / "a.pls").write_text(PLS.replace('"ipa"', '"x-sampa"'), encoding="utf-8")
    bad = run_cli("say-as", "--lexicon", tmp_path / "a.pls", text="Hello.\n")
    assert (bad.returncode, len(bad.stderr.splitlines())) == (2, 2)
    assert "a.pls: line 3: the alphabet 'x-sampa' is unknown" in bad.stderr


def test_a_lexicon_beside_the_articles_changes_the_audio_and_is_shown_by_script(
    names: Path, tmp_path: Path
) -> None:
    options = ("--engine", "pyttsx3", "--date", "2026-11-21", "--episodes", "article")
    run_cli("build", names, "--output", tmp_path / "plain", *options)
    (names / "names.pls").write_text(PLS, encoding="utf-8")
    (names / "edition.toml").write_text(
        'lexicon = ["names.pls"]\n[pronounce]\nBishkek = "/bɪʃˈkɛk/"\n', encoding="utf-8"
    )
    run_cli("build", names, "--output", tmp_path / "changed", *options)
    (plain,), (changed,) = (
        list((tmp_path / folder).glob("episodes/visit.*.mp3")) for folder in ("plain", "changed")
    )
    assert plain.name != changed.name
    assert run_cli("check", tmp_path / "changed").returncode == 0
    first = [json.loads(line) for line in run_cli("script", names, "--json").stdout.splitlines()][1]
    assert [r for r in first["replacements"] if r["rule"] == "lexicon"] == [
        {"written": "Kassenova", "spoken": "Kassa-NOH-va", "rule": "lexicon"},
        {"written": "Bishkek", "spoken": "Bishkek", "rule": "lexicon", "phonemes": "bɪʃˈkɛk"},
        {"written": "Zhomart", "spoken": "Zhomart", "rule": "lexicon", "phonemes": "ʒəʊˈmɑːt"},
        {"written": "Tokayev", "spoken": "Tokayev", "rule": "lexicon", "phonemes": "təʊˈkɑːjɛf"},
    ]


def test_a_missing_lexicon_ends_the_build_with_2(names: Path, tmp_path: Path) -> None:
    (names / "edition.toml").write_text('lexicon = ["absent.pls"]\n', encoding="utf-8")
    done = run_cli("build", names, "--output", tmp_path / "out")
    assert done.returncode == 2
    assert f"{names / 'absent.pls'}: No such file" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("engine", "unknown"), [("pyttsx3", ["Kassenova"]), ("hibari", ["Kassenova", "Zhomart"])])
def test_script_prints_names_the_voice_may_not_know_as_lines_for_the_configuration(
    engine: str, unknown: list[str], names: Path
) -> None:
    settings = f'engine = "{engine}"\n'
    (names / "edition.toml").write_text(settings, encoding="utf-8")
    done = run_cli("script", "--unknown", names)
    table = tomllib.loads(done.stdout)["pronounce"]
    assert list(table) == unknown
    assert re.fullmatch(r"/\S+/", table["Kassenova"])
    assert "3 × in visit" in done.stdout
    (names / "edition.toml").write_text(settings + done.stdout, encoding="utf-8")
    assert run_cli("script", "--unknown", names).stdout == ""


def test_script_prints_unknown_names_as_json(names: Path) -> None:
    (names / "edition.toml").write_text('engine = "pyttsx3"\n', encoding="utf-8")
    first, *_ = map(json.loads, run_cli("script", "--unknown", "--json", names).stdout.splitlines())
    assert first.keys() == {"name", "count", "articles", "ipa"}
    assert (first["name"], first["count"], first["articles"]) == ("Kassenova", 3, ["visit"])


def test_an_engine_without_phonemes_lists_unknown_names_with_their_spelling(names: Path) -> None:
    (names / "edition.toml").write_text('engine = "tone"\n', encoding="utf-8")
    table = tomllib.loads(run_cli("script", "--unknown", names).stdout)["pronounce"]
    assert table == {"Bishkek": "Bishkek", "Kassenova": "Kassenova", "Zhomart": "Zhomart"}
