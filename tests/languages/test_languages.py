"""The folders of the languages: each is complete, and nothing else lists them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from audio_edition import languages
from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.tables import load_table

CODES = languages.available()


def test_the_languages_are_those_with_a_folder() -> None:
    assert CODES == ("de", "en", "es", "fr", "it", "nl", "pt")
    assert {code: languages.load(code).code for code in CODES} == {code: code for code in CODES}


@pytest.mark.parametrize(("tag", "code"), [("de-AT", "de"), ("EN", "en"), ("pt-BR", "pt")])
def test_a_language_is_found_by_any_of_its_tags(tag: str, code: str) -> None:
    assert languages.find(tag) is languages.load(code)


@pytest.mark.parametrize("tag", ["pl", "", "../de", "de.language", "tags"])
def test_a_tag_without_a_folder_finds_nothing(tag: str) -> None:
    assert languages.find(tag) is None


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_all_its_data(code: str) -> None:
    language = languages.load(code)
    assert len(language.months) == len(set(language.months)) == 12
    assert len(language.function_words) > 40
    assert len(language.levelling_sentences) > 5
    assert (
        {"ordinal", "months", "ago", "words"}
        <= language.dates.keys()
        <= {"ordinal", "of", "months", "ago", "words"}
    )
    assert {"lead_in", "chrome", "end", "byline"} <= language.phrases.keys()


@pytest.mark.parametrize("code", CODES)
def test_number_words_take_a_gender_in_every_language(code: str) -> None:
    numbers, locale = languages.load(code).numbers, Locale.from_tag(code)
    for gender in ("", "m", "f", "n"):
        assert numbers.cardinal(3, locale, gender)
        assert numbers.ordinal(3, locale, gender)
    assert numbers.year(1984, locale)


def test_all_spoken_forms_have_the_same_required_tables() -> None:
    tables = {
        code: load_table(code, "spoken_form") for code in CODES if isinstance(languages.load(code), GrammarLanguage)
    }
    required = set.intersection(*({*table} for table in tables.values()))
    assert required >= {
        "words",
        "clock",
        "units",
        "currencies",
        "titles",
        "abbreviations",
        "fractions",
        "signs",
        "lists",
    }
    assert {code: table["words"].keys() for code, table in tables.items()} == dict.fromkeys(
        tables, tables["de"]["words"].keys()
    )


def test_a_date_in_a_language_without_a_folder_is_in_iso_8601() -> None:
    assert languages.format_date(date(2026, 5, 1), "de-AT") == "1. Mai 2026"
    assert languages.format_date(date(2026, 5, 1), "pl") == "2026-05-01"


def test_only_languages_that_a_lexicon_is_written_for_have_one() -> None:
    found = {code: [file.name for file in languages.load(code).lexicon_files()] for code in CODES}
    assert {code: names for code, names in found.items() if names} == {"en": ["lexicon-en-GB.pls", "lexicon.pls"]}


def test_a_new_folder_is_all_that_a_new_language_needs(tmp_path: Path) -> None:
    package = Path(languages.__file__).parent.parent
    shutil.copytree(package, tmp_path / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    folder = tmp_path / package.name / "languages" / "xx"
    shutil.copytree(folder.with_name("nl"), folder)
    (folder / "__init__.py").write_text(
        "from audio_edition.languages.grammar_language import GrammarLanguage\nLANGUAGE = GrammarLanguage('xx')\n"
    )
    work = (
        "from audio_edition import languages, segmenter\n"
        "from audio_edition.segmenter.dates import find_date\n"
        "from audio_edition.segmenter.phrases import load_phrases\n"
        "from audio_edition.verbaliser import say_as\n"
        "print(say_as('5 km', 'xx-YY'), find_date('3 mei 2024', 'xx'), languages.find('xx').numbers.__name__)\n"
        "print(load_phrases('xx').chrome.rule_names == load_phrases('nl').chrome.rule_names)"
    )
    done = subprocess.run([sys.executable, "-c", work], check=False, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout == "vijf kilometer 2024-05-03 audio_edition.languages.xx.number_words\nTrue\n", done.stderr
