"""Apply lexemes to a line: look them up by their first token, the longest first, and match whole words only."""

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
"""The fewest letters of a name that may have a plural s: Thi, Ha and Wa do not match This, Has and Was."""

_EQUIVALENT_CHARACTERS = {" ": r"\s+", "-": "[-‐‑]", **dict.fromkeys("'’ʼ", "['’ʼ]")}
_WORD_END = r"(?![^\W_]|['’ʼ][^\W_])"
_NUMBER_BEGINS, _NUMBER_ENDS = r"(?<!\d[.,])", r"(?![.,]\d)"
"""An entry for 3 does not match in 3.5 or 2,300."""

_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile("[’ʼ]")


class Lexicon:
    """Lexemes, followed by the built-in ones; of several lexemes with one grapheme the first counts."""

    def __init__(self, lexemes: Iterable[Lexeme] = (), *, built_in: bool = True, names_emoji: bool = False) -> None:
        """Store the lexemes.

        If `names_emoji` is True, English texts say emoji by their Unicode names; otherwise emoji are silent.
        """
        self.names_emoji = names_emoji
        self._lexemes = tuple(lexemes)
        self._built_in = built_in
        self._indexes: dict[str, LexemeIndex] = {}

    def index_for(self, language: str) -> LexemeIndex:
        """Return the lexemes that apply to texts in a language, a BCP 47 tag, by their first token."""
        if language not in self._indexes:
            tag = tags.normalize(language)
            own = _load_built_in_lexemes(tags.primary(tag)) if self._built_in else ()
            applicable = [
                lexeme for lexeme in (*self._lexemes, *own) if tags.is_prefix_of_other(lexeme.language.lower(), tag)
            ]
            self._indexes[language] = _index_by_first_token(applicable)
        return self._indexes[language]


BUILT_IN = Lexicon()
EMPTY = Lexicon(built_in=False)


@cache
def _load_built_in_lexemes(language: str) -> tuple[Lexeme, ...]:
    """Return the entries of the lexicons in the folder of a language."""
    home = languages.find(language)
    files = home.lexicon_files() if home else ()
    return tuple(lexeme for file in files for lexeme in parse_pls(file.read_bytes(), file.name))


def _index_by_first_token(lexemes: Sequence[Lexeme]) -> LexemeIndex:
    index: dict[str, list[Lexeme]] = defaultdict(list)
    for lexeme in {lexeme.grapheme: lexeme for lexeme in reversed(lexemes)}.values():
        token = TOKEN.match(lexeme.grapheme)
        first = token[0] if token else lexeme.grapheme
        index[first].append(lexeme)
        if first == lexeme.grapheme and _can_inflect(lexeme):
            index[f"{first}s"].append(lexeme)
    return {token: _sort_longest_first(entries) for token, entries in index.items()}


def _sort_longest_first(lexemes: list[Lexeme]) -> tuple[Lexeme, ...]:
    if len(lexemes) > 1:
        lexemes.sort(key=lambda lexeme: len(lexeme.grapheme), reverse=True)
    return tuple(lexemes)


def _can_inflect(lexeme: Lexeme) -> bool:
    return tags.primary(lexeme.language) == "en" and lexeme.grapheme[-1:].isalpha()


@cache
def _compile_pattern(lexeme: Lexeme) -> re.Pattern[str]:
    """Return the pattern of the grapheme up to the end of the word; in English it may have the ending s or 's."""
    written = "".join(_EQUIVALENT_CHARACTERS.get(c) or re.escape(c) for c in lexeme.grapheme)
    if not _can_inflect(lexeme):
        begins = _NUMBER_BEGINS if lexeme.grapheme[0].isdecimal() else ""
        ends = _NUMBER_ENDS if lexeme.grapheme[-1].isdecimal() else ""
        return re.compile(f"{begins}{written}(?P<ending>){ends}{_WORD_END}")
    last = lexeme.grapheme.split(" ")[-1]
    return re.compile(f"{written}(?P<ending>['’ʼ]s{'|s' if len(last) >= _SHORTEST_PLURAL else ''})?{_WORD_END}")


def find_rewrite(lexemes: Iterable[Lexeme], written: str, start: int) -> Rewrite | None:
    """Return the rewrite by the first lexeme that matches at `start`, or None."""
    for lexeme in lexemes:
        if match := _compile_pattern(lexeme).match(written, start):
            return _make_rewrite(lexeme, match)
    return None


def _make_rewrite(lexeme: Lexeme, match: re.Match[str]) -> Rewrite:
    """Return the alias with the written ending, or the text as written with phonemes and those of the ending."""
    ending = _APOSTROPHES.sub("'", match["ending"] or "")
    if lexeme.alias is not None:
        spoken, phonemes = f"{lexeme.alias}{ending}", None
    else:
        spoken = _APOSTROPHES.sub("'", _SPACES.sub(" ", match[0]))
        phonemes = f"{lexeme.phonemes}{_phonemes_of_s(lexeme.phonemes or '') if ending else ''}"
    return Rewrite(start=match.start(), end=match.end(), spoken=spoken, rule=RULE_NAME, phonemes=phonemes)


def _phonemes_of_s(phonemes: str) -> str:
    """Return the sound of the English ending -s after these phonemes."""
    last = phonemes.rstrip("ː.")[-1:]
    if last in "szʃʒ":
        return "ɪz"
    return "s" if last in "ptkfθx" else "z"
