"""Rules for titles before a name, Saint, and counties."""

from __future__ import annotations

import re

from audio_edition.languages.en.spoken import load_table, load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.patterns import alternation
from audio_edition.verbaliser.rule import LazyPattern, Rule

_TITLES: dict[str, str] = load_table("words")["titles"]
_NAME = r"(?=(?:\s|(?<=\.))[\"'“‘(]?(?:[A-ZÀ-Þ]|(?:de|van|von|der|al|el|bin|ibn|la|le|du)\b))"
_TITLE = LazyPattern(
    rf"(?<![\w-])(?P<title>{alternation(_TITLES)})(?:\.|(?![\w.]))(?!\s[XYZ](?:ers?)?\b(?!\.)){_NAME}"
)
_SAINT = LazyPattern(r"(?<!\w)(?P<plural>[Ss]ts?)(?:\.|(?![\w.]))(?=[\s-][A-ZÀ-Þ]|\.[A-Z])(?P<hyphen>-?)")

_HOUSE_BEFORE = re.compile(r"\b\d+\w*\s(?:[A-Z]\w+\s){1,2}$")
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+\s$")
_NEW_SENTENCE = re.compile(r"\.?\s(?:It|He|She|The|They|A|In|But|And|We)\s")


def _say_title(match: re.Match[str], _: Locale) -> str:
    return _TITLES[match["title"]]


def _say_saint(match: re.Match[str], _: Locale) -> str | None:
    """Say "Saint" or "Saints".

    Return None for a street: after a house number, or between a name and a new sentence ("Elm St. It was late").
    """
    before = text_before(match, 40)
    is_street = _HOUSE_BEFORE.search(before) or (
        _NAME_BEFORE.search(before) and _NEW_SENTENCE.match(match.string, match.end())
    )
    if is_street:
        return None
    return ("Saints" if match["plural"].endswith("s") else "Saint") + (" " if match["hyphen"] else "")


_COUNTY = LazyPattern(rf"(?<!\w)(?<!& )Co\.?(?= {alternation(load_word_set('names', 'counties'))}\b)")
_SHIRES: dict[str, str] = load_table("words")["counties"]
_SHIRE = LazyPattern(rf"(?:(?<=, )|(?<=\())(?P<county>{alternation(_SHIRES)})\b(?=[,;.)]|\s|$)")

RULES = (
    Rule(name="county", at=frozenset(_SHIRES), pattern=_SHIRE, say=lambda m, _: _SHIRES[m["county"]]),
    Rule(name="county", at=frozenset({"Co"}), pattern=_COUNTY, say=lambda *_: "County"),
    Rule(name="saint", at=frozenset({"St", "Sts", "st"}), pattern=_SAINT, say=_say_saint),
    Rule(name="title", at=frozenset(TOKEN.findall(t)[0] for t in _TITLES), pattern=_TITLE, say=_say_title),
)
