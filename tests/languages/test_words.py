"""Words and their number in every script."""

from __future__ import annotations

import time
import tomllib
import unicodedata
from pathlib import Path

import pytest

from audio_edition.languages.words import count_words, is_longer, split_words

STORIES = tomllib.loads((Path(__file__).parents[1] / "segmenter" / "stories.toml").read_text("utf-8"))
NO_BLANKS = ("zh-CN", "zh-Hant", "ja", "th", "lo", "km", "my")


@pytest.mark.parametrize("language", STORIES)
def test_a_story_has_about_as_many_words_in_every_script(language: str) -> None:
    english, own = (sum(map(count_words, STORIES[code]["paragraphs"])) for code in ("en", language))
    assert 0.64 * english < own < 1.2 * english


@pytest.mark.parametrize("language", NO_BLANKS)
def test_each_paragraph_without_blanks_is_about_as_long_as_in_english(language: str) -> None:
    for english, own in zip(STORIES["en"]["paragraphs"], STORIES[language]["paragraphs"], strict=True):
        assert 0.7 * count_words(english) <= count_words(own) <= 1.4 * count_words(english)


@pytest.mark.parametrize("language", STORIES)
def test_no_letter_is_lost(language: str) -> None:
    for paragraph in STORIES[language]["paragraphs"]:
        assert [c for c in "".join(split_words(paragraph)) if c.isalnum()] == [c for c in paragraph if c.isalnum()]


@pytest.mark.parametrize("language", NO_BLANKS)
def test_a_quotation_has_most_of_the_pieces_of_its_paragraph(language: str) -> None:
    found, same = 0, 0
    for paragraph in STORIES[language]["paragraphs"]:
        for start in (3, 8, 15):
            quoted = set(split_words(paragraph[start : start + 60]))
            found, same = found + len(quoted), same + len(quoted & set(split_words(paragraph)))
    assert same > 0.75 * found


def test_a_vowel_sign_stays_with_its_letter() -> None:
    assert split_words("हिन्दी में") == ["हिन्दी", "में"]
    assert split_words("שָׁלוֹם") == ["שָׁלוֹם"]
    pieces = [piece for code in NO_BLANKS for text in STORIES[code]["paragraphs"] for piece in split_words(text)]
    assert not any(unicodedata.category(piece[0]).startswith("M") for piece in pieces)


def test_figures_and_latin_letters_are_words_of_their_own() -> None:
    assert split_words("2026年のAI政策")[0] == "2026"
    assert "AI" in split_words("2026年のAI政策")


@pytest.mark.parametrize(
    ("text", "words"), [("the dog's tail", 3), ("état-major", 1), ("기다려 준 배", 3), ("", 0), ("— and — so", 4)]
)
def test_other_scripts_are_counted_at_blanks(text: str, words: int) -> None:
    assert count_words(text) == words


def test_long_words_and_pieces_have_content() -> None:
    assert is_longer("harbour", 3)
    assert is_longer("灯台", 3)
    assert not is_longer("the", 3)
    assert not is_longer("灯", 3)


@pytest.mark.parametrize("unit", ["中", "ไ", "ー", "中文。", "ไทย ", "あ1", "\u0e31", "ကျ", "e\u0301"])
def test_words_are_found_in_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        split_words((unit * length)[:length])
        return time.process_time() - start

    assert min(seconds(120_000) for _ in range(3)) < 8 * min(seconds(30_000) for _ in range(3)) + 0.02
