"""Titles before a name, and Saint."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.data import table
from audio_edition.text.verbaliser.english.patterns import one_of
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import TOKEN

_TITLES: dict[str, str] = table("words")["titles"]
_NAME = r"(?=(?:\s|(?<=\.))[\"'“‘(]?(?:[A-ZÀ-Þ]|(?:de|van|von|der|al|el|bin|ibn|la|le|du)\b))"
_TITLE = re.compile(rf"(?<![\w-])(?P<title>{one_of(_TITLES)})(?:\.|(?![\w.]))(?!\s[XYZ]\b(?!\.)){_NAME}")
_SAINT = re.compile(r"(?<!\w)(?P<many>Sts?)(?:\.|(?![\w.]))(?=[\s-][A-ZÀ-Þ]|\.[A-Z])(?P<hyphen>-?)")


def _title(match: re.Match[str], _: Locale) -> str:
    return _TITLES[match["title"]]


def _saint(match: re.Match[str], _: Locale) -> str | None:
    """Not the street of "Fleet St Bridge", "Elm St. It was late": a name stands before it, a new sentence behind."""
    before = match.string[: match.start()]
    after = match.string[match.end() : match.end() + 24]
    if re.search(r"(?:\d\w*|\b[A-Z][a-z]+)\s$", before) and (
        re.search(r"\b\d+\w*\s(?:[A-Z]\w+\s){0,2}$", before)
        or re.match(r"\s(?:It|He|She|The|They|A|In|But|And|We)\s", after)
    ):
        return None
    return ("Saints" if match["many"] == "Sts" else "Saint") + (" " if match["hyphen"] else "")


RULES = (
    Rule(name="saint", at=frozenset({"St", "Sts"}), pattern=_SAINT, say=_saint),
    Rule(name="title", at=frozenset(TOKEN.findall(t)[0] for t in _TITLES), pattern=_TITLE, say=_title),
)
