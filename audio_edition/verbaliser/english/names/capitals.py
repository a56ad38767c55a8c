"""Rules for ordinary words in capitals: the small caps that open an article, headlines and shouts."""

from __future__ import annotations

import re

from audio_edition.languages.en.spoken import load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.english.names.acronyms import LETTER_ACRONYMS, WORD_ACRONYMS, spoken_acronym
from audio_edition.verbaliser.english.numbers.roman import spoken_numeral_after
from audio_edition.verbaliser.rule import LazyPattern, Rule

_WORD_SOURCE = r"[A-ZÀ-ÖØ-Þ]+(?:['’][A-ZÀ-ÖØ-Þ]+)*"
_CAPITALS_ROW = LazyPattern(
    rf"(?<![\w.’'-]){_WORD_SOURCE}(?:(?:, | |-| - ){_WORD_SOURCE}){{1,40}}(?!['’]?[\w-]|\.\w)"
)
_CAPITALS_WORD = re.compile(_WORD_SOURCE)
_WORDS_IN_A_ROW = load_word_set("acronyms", "words_in_a_row")
_PLAIN_WORDS = load_word_set("acronyms", "plain")
_LONG_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ'’]{4}")
_SHORTEST_PLAIN_WORD = 4
"""The fewest letters of a word that is hardly an acronym when it stands in a row of capitals."""


def _say_capitals(match: re.Match[str], _: Locale) -> str | None:
    """Say a row of words in capitals as lower-case words, except for the acronyms in it.

    At the start of the text the first letter stays a capital. Return None if all words may be acronyms.
    """
    at_start = match.string[: match.start()].strip("\"'“‘(") == ""
    if not at_start and not _LONG_WORD.search(match[0]):
        return None  # checked first for speed: in a long row of letters, each one is tried as the start of a row
    ordinary = [word[0] for word in _CAPITALS_WORD.finditer(match[0]) if not _is_acronym(word)]
    if not _are_ordinary_words(ordinary, at_start=at_start):
        return None
    spoken = _CAPITALS_WORD.sub(_spoken_word, match[0])
    return re.sub(r"\bi\b", "I", spoken[:1].upper() + spoken[1:] if at_start else spoken)


def _are_ordinary_words(row: list[str], *, at_start: bool) -> bool:
    """Return True if these words of a row, none of them a known acronym, show that it is ordinary text.

    A long word does; inside a line it needs a second word or has to be common. At the start two common words do.
    """
    common = [word for word in row if word in _PLAIN_WORDS or word in _WORDS_IN_A_ROW]
    if at_start and len(common) > 1 and max(map(len, common)) > 1:
        return True
    return any(len(word) >= _SHORTEST_PLAIN_WORD for word in row) and (at_start or len(row) > 1 or bool(common))


def _spoken_word(match: re.Match[str]) -> str:
    """Return one word of the row: a numeral after the word that takes it, an acronym, or a lower-case word."""
    before = match.string[: match.start()].split()
    if before and (numeral := spoken_numeral_after(before[-1].title(), match[0])):
        return numeral
    return spoken_acronym(match[0]) if _is_acronym(match) else match[0].lower()


def _is_acronym(match: re.Match[str]) -> bool:
    """Return True if a word is a known acronym and not a plain word, as in "IT WAS", "LET US", "WHO WOULD"."""
    word = match[0]
    if word == "US":
        return not _BEFORE_US.search(match.string, max(0, match.start() - 9), match.start())
    if word == "WHO":
        return bool(_AFTER_WHO.match(match.string, match.end()))
    return (word in LETTER_ACRONYMS or word in WORD_ACRONYMS) and word not in _WORDS_IN_A_ROW


_BEFORE_US = re.compile(
    r"\b(?:LET|TELL|TELLS|TOLD|GIVE|GIVES|SHOW|SHOWS|JOIN|TEACH|TEACHES|MAKE|MAKES|HELP|AMONG|BETWEEN)\s$"
)
_AFTER_WHO = re.compile(r"\s(?:SAYS|WARNS|CHIEF|DECLARES|OFFICIALS?|CALLS|URGES|TEAM|REPORT|HEAD|APPROVES|BACKS)\b")
RULES = (
    Rule(
        name="capitals",
        at=frozenset({TokenKind.CAPITALS, TokenKind.LETTER}),
        pattern=_CAPITALS_ROW,
        say=_say_capitals,
    ),
)
