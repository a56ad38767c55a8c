"""Rules for abbreviations of ordinary words: e.g., etc, vs, Ltd, p.a., w/o."""

from __future__ import annotations

import re

from audio_edition.languages.en.spoken import load_table
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN
from audio_edition.verbaliser.english.patterns import alternation, ends_sentence
from audio_edition.verbaliser.rule import LazyPattern, Rule

_WORDS: dict[str, str] = load_table("words")["words"]
_ABBREVIATION = LazyPattern(rf"(?<![\w.’'-])(?P<word>{alternation(_WORDS)})(?P<stop>\.?)(?![\w-])(?!\.\w)")
_FOLLOWED_BY_COMMA = {"for example", "that is", "namely"}
_NEEDS_MORE = {"eg", "ie", "incl", "excl"}


def _say_abbreviation(match: re.Match[str], _: Locale) -> str | None:
    """Say the abbreviation in full; a full stop that also ends the sentence is kept."""
    word = match["word"]
    if word in _NEEDS_MORE and not match.string[match.end() :].strip():
        return None
    spoken = _WORDS[word]
    stopped = match["stop"] or word.endswith(".")
    ends = stopped and ends_sentence(match) and (word not in {"v.", "Co."} or match.end() == len(match.string))
    if spoken in _FOLLOWED_BY_COMMA:
        return f"{spoken},"
    return spoken + ("." if ends else "")


_RATES = {"pa": "per annum", "pcm": "per calendar month", "pw": "per week"}
_RATE = LazyPattern(r"(?:(?<=[\dmnk] )|(?<=\d))(?P<rate>pa|pcm|pw)\b")

RULES = (
    Rule(
        name="rate",
        at=frozenset({"pa", "pcm", "pw"}),
        pattern=_RATE,
        say=lambda m, _: f" {_RATES[m['rate']]}",
    ),
    Rule(
        name="abbreviation",
        at=frozenset(TOKEN.findall(word)[0] for word in _WORDS),
        pattern=_ABBREVIATION,
        say=_say_abbreviation,
    ),
)
