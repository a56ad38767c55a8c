"""Words cut short before a number: No 10, pp. 3-4, fig. 2, c. 1850, #1."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.data import table
from audio_edition.text.verbaliser.english.number_words import number
from audio_edition.text.verbaliser.english.patterns import one_of
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule

_COUNTED: dict[str, str] = table("words")["counted"]
_SHORT = re.compile(rf"(?<![\w.’'-])(?P<word>{one_of(_COUNTED)})(?P<stop>\.?)(?P<blank>\s?)(?=\d|[IVXL]+\b)")
_PAGES = re.compile(r"(?<![\w.])[Pp]{1,2}\.(?=\s?\d)")
_NUMERO = re.compile(r"(?<!\w)(?:№|N[º°])s?\s?(?=\d)")
_NUMBER_SIGN = re.compile(r"(?<![\w&])#(?P<number>\d{1,4})(?!\w)")
_CIRCA = re.compile(r"(?<!\w)(?:c|ca)\.?\s?(?=\d{2,4}\b)|(?<!\w)(?:c|ca)\.(?=\s[A-Z]?\w+)")
_BORN = re.compile(r"(?<=\()(?P<life>b|d|fl|r)\.?\s?(?=\d{3,4}\b|c)")
_LIVES = {"b": "born", "d": "died", "fl": "flourished", "r": "reigned"}
_ONLY_WITH_STOP = {
    "p",
    "P",
    "art",
    "Art",
    "ch",
    "sec",
    "Sec",
    "op",
    "Op",
    "ex",
    "Ex",
    "ep",
    "pt",
    "Pt",
    "fig",
    "chap",
    "eq",
    "para",
    "apt",
}


def _short(match: re.Match[str], _: Locale) -> str | None:
    """ "no" and "pt" are words or names of their own unless a stop or the number's place says otherwise."""
    word = match["word"]
    if word in _ONLY_WITH_STOP and not match["stop"]:
        return None
    if word.lower() == "no" and not match["stop"] and _is_the_word_no(match):
        return None
    return f"{_COUNTED[word]} "


def _is_the_word_no(match: re.Match[str]) -> bool:
    """ "There were no 19th-century roofs", "No 2 people agree": a noun or an ordinal follows."""
    return bool(
        re.match(
            r"\d+(?:st|nd|rd|th)|\d[\d,.]*[-%]|\d[\d,.]* (?:or|more|people|other)\b", match.string[match.end() :]
        )
    )


def _number_sign(match: re.Match[str], place: Locale) -> str:
    return f"number {number(match['number'], place)}"


RULES = (
    Rule(name="reference", at=frozenset(_COUNTED), pattern=_SHORT, say=_short),
    Rule(name="reference", at=frozenset({"№", "N", "Nº"}), pattern=_NUMERO, say=lambda *_: "number "),
    Rule(name="number sign", at=frozenset({"#"}), pattern=_NUMBER_SIGN, say=_number_sign),
    Rule(name="circa", at=frozenset({"c", "ca"}), pattern=_CIRCA, say=lambda *_: "circa "),
    Rule(name="life", at=frozenset(_LIVES), pattern=_BORN, say=lambda m, _: f"{_LIVES[m['life']]} "),
)
