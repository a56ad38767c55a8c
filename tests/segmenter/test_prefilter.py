from __future__ import annotations

import re
from pathlib import Path

import pytest

from audio_edition.languages import available, load
from audio_edition.segmenter.phrases import _expand_shorthands, load_phrases, normalize_line
from audio_edition.segmenter.phrases.prefilter import PrefilteredPattern, first_letters, required_strings

DATA = Path(__file__).parent / "data"
LANGUAGES = available()
LINES = sorted({line for file in DATA.glob("*/*.txt") for line in file.read_text("utf-8").splitlines() if line})
KINDS = ("chrome", "end", "byline", "correction", "thread", "reply")


@pytest.mark.parametrize(
    ("phrase", "letters", "strings"),
    [
        ("read (more|on)", "r", ("read ",)),
        ("(?i:by) [A-Z]", "b", ()),
        ("(?:share|tweet) this", "st", (" this",)),
        (r"\[?advert", "[a", ("advert",)),
        (r"[^)\]]{2,60}[)\]]\.?$", None, ()),
        (".{0,60} [»›]$", None, ("»", "›")),
        (r"\w+ ?/ ?(dpa|afp)", None, ("dpa", "afp")),
        (r".{0,9}\((photo|photographer):", None, ("photo",)),
        ("(?<=x)abc", None, ("abc",)),
    ],
)
def test_first_letters_and_required_strings_of_a_phrase(
    phrase: str, letters: str | None, strings: tuple[str, ...]
) -> None:
    assert first_letters(phrase) == (None if letters is None else frozenset(letters))
    assert required_strings(phrase) == strings


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_prefilter_changes_no_result(language: str, kind: str) -> None:
    entries = [entry for name in dict.fromkeys((language, "en")) for entry in load(name).phrases.get(kind, ())]
    flags = re.NOFLAG if kind == "byline" else re.IGNORECASE
    every = [
        (entry["rule"], re.compile(source, flags)) for entry in entries for source in _expand_shorthands(entry)
    ]
    known = getattr(load_phrases(language), kind)
    for line in map(normalize_line, LINES):
        assert known.find_rule(line) == next((rule for rule, phrase in every if phrase.match(line)), None), line


def test_a_prefiltered_pattern_is_tried_only_where_it_can_match() -> None:
    ago = PrefilteredPattern.from_source(r"\b(?:\d+ hours? ago)\b", re.IGNORECASE)
    assert ago.may_match("3 HOURS AGO")
    assert not ago.may_match("Three days later")
    assert PrefilteredPattern.from_source(r"\d+").may_match("anything")
