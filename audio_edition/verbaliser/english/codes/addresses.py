"""Rules for web addresses, e-mail addresses and file names."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import digits, year
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.addresses import split_address
from audio_edition.verbaliser.english.names.acronyms import spoken_acronym
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SIGNS = {
    ".": "dot",
    "/": "slash",
    "@": "at",
    "-": "dash",
    "_": "underscore",
    ":": "colon",
    "~": "tilde",
    "+": "plus",
    "&": "and",
    "=": "equals",
    "?": "question mark",
    "#": "hash",
    "%": "per cent",
}
_TOP_LEVEL = (
    "com|org|net|gov|edu|info|io|eu|uk|de|fr|co|news|ai|tv|ly|me|ch|es|it|ca|au|ie|nl|jp|in|us|ru|cn|biz|app|dev|fm"
)
_FILE_TYPES = "pdf|docx?|xlsx?|pptx?|csv|txt|html?|xml|json|jpe?g|png|gif|mp3|mp4|zip|exe|py|js|epub"
_YEAR = re.compile(r"(?:19|20)\d\d")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)


def _spoken_address(text: str) -> str:
    """Return the spoken form of an address.

    Labels with a vowel are words, others are spelled; digits are read one by one, except years; signs have names.
    """
    return " ".join(map(_spoken_part, split_address(text)))


def _spoken_part(part: str) -> str:
    if part.isdecimal():
        return year(int(part)) if _YEAR.fullmatch(part) else digits(part)
    if part in _SIGNS:
        return _SIGNS[part]
    if len(part) > 1 and part.isalpha() and (not _VOWEL.search(part) or part in {"uk", "eu", "io", "ai", "pdf"}):
        return spoken_acronym(part.upper())
    return part if part.isalpha() else ""


def _say_address(match: re.Match[str], _: Locale) -> str:
    return _spoken_address(match[0])


_HOST_OR_FILE = LazyPattern(
    r"(?<![\w.@/-])[\w-]{1,63}+\.(?:[\w-]{1,63}\.){0,3}"
    rf"(?:(?:{_TOP_LEVEL})\b(?!\.\w)(?:/[\w./~-]*\w)?|(?:{_FILE_TYPES})(?![\w.]))"
)
"""A host name with or without a path, or a file name."""

_START_TOKENS = frozenset(
    {TokenKind.WORD, TokenKind.NAME, TokenKind.CAPITALS, TokenKind.CODE, TokenKind.LETTER, TokenKind.FIGURE}
)
RULES = (
    Rule(
        name="web address",
        at=frozenset({"http", "https", "www", "HTTP", "HTTPS", "WWW", "Http", "Https", "Www", "ftp", "file"}),
        pattern=re.compile(r"(?:(?:https?|ftp|file)://|www\.)[^\s<>\"'”’)\]]{1,500}[\w/]", re.IGNORECASE),
        say=_say_address,
    ),
    Rule(
        name="e-mail address",
        at=_START_TOKENS,
        pattern=re.compile(r"(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?:/[\w./-]*\w)?"),
        say=_say_address,
        needs=frozenset("@"),
        follows=frozenset("@.+-_"),
    ),
    Rule(
        name="web address",
        at=_START_TOKENS,
        pattern=_HOST_OR_FILE,
        say=_say_address,
        needs=frozenset("."),
        follows=frozenset(".-_"),
    ),
)
