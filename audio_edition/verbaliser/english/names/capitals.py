"""Small-caps openers, headlines and shouts in capitals: ordinary words in large letters."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.english.data import words
from audio_edition.verbaliser.english.names.acronyms import LETTERS, WORDS, said
from audio_edition.verbaliser.english.numbers.roman import behind
from audio_edition.verbaliser.rule import Lazy, Rule

_WORD = r"[A-ZÀ-ÖØ-Þ]+(?:['’][A-ZÀ-ÖØ-Þ]+)*"
_ROW = Lazy(rf"(?<![\w.’'-]){_WORD}(?:(?:, | |-| - ){_WORD}){{1,40}}(?!['’]?[\w-]|\.\w)")
_TOKEN = re.compile(_WORD)
_IN_A_ROW = words("acronyms", "words_in_a_row")
_PLAIN = words("acronyms", "plain")
_LONG_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ'’]{4}")
_SHORTEST = 4
"""Letters of a word that is hardly an acronym when it stands in a row of capitals."""


def _in_words(match: re.Match[str], _: Locale) -> str | None:
    """Lower case but for the first letter and the acronyms among them; None if all may be acronyms."""
    starts = match.string[: match.start()].strip("\"'“‘(") == ""
    if not starts and not _LONG_WORD.search(match[0]):
        return None  # at once: each word of a long row of letters is tried as the first of a row
    ordinary = [word[0] for word in _TOKEN.finditer(match[0]) if not _is_acronym(word)]
    if not _are_words(ordinary, starts=starts):
        return None
    spoken = _TOKEN.sub(_one, match[0])
    return re.sub(r"\bi\b", "I", spoken[:1].upper() + spoken[1:] if starts else spoken)


def _are_words(row: list[str], *, starts: bool) -> bool:
    """One long enough for a word; in mid-line two, or a common one; at the start two common ones will do."""
    common = [word for word in row if word in _PLAIN or word in _IN_A_ROW]
    if starts and len(common) > 1 and max(map(len, common)) > 1:
        return True
    return any(len(word) >= _SHORTEST for word in row) and (starts or len(row) > 1 or bool(common))


def _one(match: re.Match[str]) -> str:
    """One word of the row: a numeral behind what it counts, an acronym, or an ordinary word."""
    before = match.string[: match.start()].split()
    if before and (numeral := behind(before[-1].title(), match[0])):
        return numeral
    return said(match[0]) if _is_acronym(match) else match[0].lower()


def _is_acronym(match: re.Match[str]) -> bool:
    """Known as one, and not a plain word where it stands: "IT WAS", "LET US", "WHO WOULD"."""
    word = match[0]
    if word == "US":
        return not _BEFORE_US.search(match.string, max(0, match.start() - 9), match.start())
    if word == "WHO":
        return bool(_BEHIND_WHO.match(match.string, match.end()))
    return (word in LETTERS or word in WORDS) and word not in _IN_A_ROW


_BEFORE_US = re.compile(
    r"\b(?:LET|TELL|TELLS|TOLD|GIVE|GIVES|SHOW|SHOWS|JOIN|TEACH|TEACHES|MAKE|MAKES|HELP|AMONG|BETWEEN)\s$"
)
_BEHIND_WHO = re.compile(
    r"\s(?:SAYS|WARNS|CHIEF|DECLARES|OFFICIALS?|CALLS|URGES|TEAM|REPORT|HEAD|APPROVES|BACKS)\b"
)
RULES = (
    Rule(
        name="capitals",
        at=frozenset({Kind.CAPITALS, Kind.LETTER}),
        pattern=_ROW,
        say=_in_words,
    ),
)
