"""Lexemes at work on a line: looked up by their first token, the longest first, whole words only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from audio_edition import languages
from audio_edition.languages import tags
from audio_edition.languages.rewrite import Rewrite
from audio_edition.languages.tokens import TOKEN
from audio_edition.pronunciation.lexicon.lexeme import Lexeme
from audio_edition.pronunciation.lexicon.pls import parse_pls

RULE_NAME = "lexicon"

LexemeIndex = Mapping[str, tuple[Lexeme, ...]]
"""Lexemes by their first token."""

_SHORTEST_PLURAL = 4
"""Letters a word has at least before its s is taken for a plural's: Thi, Ha and Wa make no This, Has and Was."""

_EQUIVALENT_CHARACTERS = {" ": r"\s+", "-": "[-‐‑]", **dict.fromkeys("'’ʼ", "['’ʼ]")}
_WORD_END = r"(?![^\W_]|['’ʼ][^\W_])"
_NUMBER_BEGINS, _NUMBER_ENDS = r"(?<!\d[.,])", r"(?![.,]\d)"
"""The 3 of an entry is not the one of 3.5 or 2,300."""

_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile("[’ʼ]")


class Lexicon:
    """Lexemes, with the built-in ones behind them; of several for one grapheme the first holds."""

    def __init__(self, lexemes: Iterable[Lexeme] = (), *, built_in: bool = True, names_emoji: bool = False) -> None:
        """`names_emoji`: in English, emoji are said by their Unicode names; else they are silent."""
        self.names_emoji = names_emoji
        self._lexemes = tuple(lexemes)
        self._built_in = built_in
        self._indexes: dict[str, LexemeIndex] = {}

    def index_for(self, language: str) -> LexemeIndex:
        """What holds for texts of a language, a BCP 47 tag."""
        if language not in self._indexes:
            tag = tags.normalize(language)
            own = _load_built_in_lexemes(tags.primary(tag)) if self._built_in else ()
            held = [
                lexeme for lexeme in (*self._lexemes, *own) if tags.is_prefix_of_other(lexeme.language.lower(), tag)
            ]
            self._indexes[language] = _index_by_first_token(held)
        return self._indexes[language]


BUILT_IN = Lexicon()
EMPTY = Lexicon(built_in=False)


@cache
def _load_built_in_lexemes(language: str) -> tuple[Lexeme, ...]:
    """The entries of the lexicons in the folder of a language."""
    home = languages.find(language)
    files = home.lexicon_files() if home else ()
    return tuple(lexeme for file in files for lexeme in parse_pls(file.read_bytes(), file.name))


def _index_by_first_token(lexemes: Sequence[Lexeme]) -> LexemeIndex:
    found: dict[str, list[Lexeme]] = defaultdict(list)
    for lexeme in {lexeme.grapheme: lexeme for lexeme in reversed(lexemes)}.values():
        token = TOKEN.match(lexeme.grapheme)
        first = token[0] if token else lexeme.grapheme
        found[first].append(lexeme)
        if first == lexeme.grapheme and _can_inflect(lexeme):
            found[f"{first}s"].append(lexeme)
    return {token: _sort_longest_first(held) for token, held in found.items()}


def _sort_longest_first(lexemes: list[Lexeme]) -> tuple[Lexeme, ...]:
    if len(lexemes) > 1:
        lexemes.sort(key=lambda lexeme: len(lexeme.grapheme), reverse=True)
    return tuple(lexemes)


def _can_inflect(lexeme: Lexeme) -> bool:
    return tags.primary(lexeme.language) == "en" and lexeme.grapheme[-1:].isalpha()


@cache
def _compile_pattern(lexeme: Lexeme) -> re.Pattern[str]:
    """Its grapheme, in English with an s behind it or 's, up to the end of the word."""
    written = "".join(_EQUIVALENT_CHARACTERS.get(c) or re.escape(c) for c in lexeme.grapheme)
    if not _can_inflect(lexeme):
        begins = _NUMBER_BEGINS if lexeme.grapheme[0].isdecimal() else ""
        ends = _NUMBER_ENDS if lexeme.grapheme[-1].isdecimal() else ""
        return re.compile(f"{begins}{written}(?P<ending>){ends}{_WORD_END}")
    last = lexeme.grapheme.split(" ")[-1]
    return re.compile(f"{written}(?P<ending>['’ʼ]s{'|s' if len(last) >= _SHORTEST_PLURAL else ''})?{_WORD_END}")


def find_rewrite(lexemes: Iterable[Lexeme], written: str, start: int) -> Rewrite | None:
    """What the first lexeme that stands at `start` makes of it."""
    for lexeme in lexemes:
        if match := _compile_pattern(lexeme).match(written, start):
            return _make_rewrite(lexeme, match)
    return None


def _make_rewrite(lexeme: Lexeme, match: re.Match[str]) -> Rewrite:
    """The alias with the ending as written; with phonemes the text as it was, and the sound of the ending."""
    ending = _APOSTROPHES.sub("'", match["ending"] or "")
    if lexeme.alias is not None:
        spoken, phonemes = f"{lexeme.alias}{ending}", None
    else:
        spoken = _APOSTROPHES.sub("'", _SPACES.sub(" ", match[0]))
        phonemes = f"{lexeme.phonemes}{_phonemes_of_s(lexeme.phonemes or '') if ending else ''}"
    return Rewrite(start=match.start(), end=match.end(), spoken=spoken, rule=RULE_NAME, phonemes=phonemes)


def _phonemes_of_s(phonemes: str) -> str:
    """How English says -s behind these sounds."""
    last = phonemes.rstrip("ː.")[-1:]
    if last in "szʃʒ":
        return "ɪz"
    return "s" if last in "ptkfθx" else "z"
