"""Normalizes words for comparison: spelling variants, compounds and figures become equal, homophones do not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from audio_edition.languages import tags
from audio_edition.verbaliser import verbalise

_CLOCK_TIME = re.compile(r"\b(\d{1,2})[. ]?([0-5]\d)(?=\s?[ap]\.?m\b)", re.IGNORECASE)
"""Whisper writes "742 AM" for 7:42 AM; running text has no other figures of this form."""

_SPELLING_RULES = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(?<=\w{3})our", "or"),  # colour, harbour; not our, four, hour
        (r"(?<=\w\w)([iy])s(?=(?:e|ed|es|ing|er|ers|ation|ations)$)", r"\1z"),  # organise, analyse
        (r"(?<=[bt])re(?=[sd]?$)", "er"),  # centre, fibre
        (r"(?<=\w\w)ll(?=(?:ed|ing|er|ers)$)", "l"),  # travelled
        (r"(?<=\w\w)ence(?=s?$)", "ense"),  # defence
        (r"(?<=\w)ogue(?=s?$)", "og"),  # catalogue
        (r"(?<=\w\w)gement(?=s?$)", "gment"),  # judgement
        (r"(?<=\w{3})wards$", "ward"),  # towards
        (r"^sulph", "sulf"),
    )
)
"""British spelling → American. Rules may change other words too, which does no harm: both texts are normalized."""

_WORD_SPELLINGS = {
    "ageing": "aging",
    "aluminium": "aluminum",
    "cheque": "check",
    "cheques": "checks",
    "grey": "gray",
    "greys": "grays",
    "kerb": "curb",
    "mould": "mold",
    "mr": "mister",
    "odour": "odor",
    "ok": "okay",
    "plough": "plow",
    "programme": "program",
    "programmes": "programs",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "storey": "story",
    "storeys": "stories",
    "tonne": "ton",
    "tonnes": "tons",
    "tyre": "tire",
    "tyres": "tires",
}

_HUNDREDS = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_MAX_PARTS = 6
"""Greatest number of parts of a compound, or of letters of an abbreviation, that are joined to one word."""


def normalize_spoken(spoken: str, language: str) -> list[str]:
    """Return the normalized words of a spoken form."""
    return _normalize_words(spoken, language)


def normalize_recognized(written: str, language: str) -> list[str]:
    """Return the normalized words of a transcription; figures such as "$3.5bn" are verbalised first."""
    text = _CLOCK_TIME.sub(r"\1:\2", written) if tags.primary(language) == "en" else written
    return _normalize_words(verbalise(text, language)[0], language)


def collect_compounds(*texts: Iterable[str]) -> frozenset[str]:
    """Return the words of several texts that `join_compounds` may make from their parts."""
    return frozenset(word for text in texts for word in text if len(word) > 1)


def join_compounds(words: Sequence[str], known: frozenset[str]) -> list[str]:
    """Replace parts by the known word that they make up, such as "sea wall" if one text has "seawall"."""
    joined: list[str] = []
    position = 0
    while position < len(words):
        ends = range(min(len(words), position + _MAX_PARTS), position + 1, -1)
        end = next((end for end in ends if "".join(words[position:end]) in known), position + 1)
        joined.append("".join(words[position:end]))
        position = end
    return joined


def _normalize_words(text: str, language: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = re.findall(r"\w+", re.sub(r"['’‘ʼ]", "", plain))
    return _normalize_english(words) if tags.primary(language) == "en" else words


def _normalize_english(words: Sequence[str]) -> list[str]:
    text = " ".join(_normalize_spelling(word) for word in words).replace("per cent", "percent")
    return _normalize_numbers(text.split())


def _normalize_spelling(word: str) -> str:
    if word in _WORD_SPELLINGS:
        return _WORD_SPELLINGS[word]
    for pattern, spelling in _SPELLING_RULES:
        word = pattern.sub(spelling, word)
    return word


def _normalize_numbers(words: Sequence[str]) -> list[str]:
    """Write "a hundred" as "one hundred"; leave out "and" after it and "the" after a month, which are optional."""
    pairs = zip(["", *words], words, [*words[1:], ""], strict=False)
    return [
        "one" if word == "a" and after in _HUNDREDS else word
        for before, word, after in pairs
        if not ((word == "and" and before in _HUNDREDS) or (word == "the" and before in _MONTHS))
    ]
