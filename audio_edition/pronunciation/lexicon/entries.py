"""Lexemes at work on a line: looked up by their first token, the longest first, whole words only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

from audio_edition.languages.rewrite import Said
from audio_edition.languages.tokens import TOKEN
from audio_edition.pronunciation.lexicon.lexeme import Lexeme
from audio_edition.pronunciation.lexicon.pls import parse_pls

RULE = "lexicon"

Entries = Mapping[str, tuple[Lexeme, ...]]
"""Lexemes by their first token."""

_SHORTEST_PLURAL = 4
"""Letters a word has at least before its s is taken for a plural's: Thi, Ha and Wa make no This, Has and Was."""

_SAME = {" ": r"\s+", "-": "[-‐‑]", **dict.fromkeys("'’ʼ", "['’ʼ]")}
_END = r"(?![^\W_]|['’ʼ][^\W_])"
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
        self._entries: dict[str, Entries] = {}

    def entries(self, language: str) -> Entries:
        """What holds for texts of a language, a BCP 47 tag."""
        if language not in self._entries:
            tag = language.lower().replace("_", "-")
            own = _built_in(tag.partition("-")[0]) if self._built_in else ()
            held = [lexeme for lexeme in (*self._lexemes, *own) if _holds(lexeme.language.lower(), tag)]
            self._entries[language] = _by_first_token(held)
        return self._entries[language]


BUILT_IN = Lexicon()
EMPTY = Lexicon(built_in=False)


@cache
def _built_in(language: str) -> tuple[Lexeme, ...]:
    """The entries of `<language>.pls` and of its regions, `<language>-<REGION>.pls`."""
    files = sorted(resources.files(__package__).iterdir(), key=lambda file: file.name)
    ours = [file for file in files if re.fullmatch(rf"{re.escape(language)}(-\w+)?\.pls", file.name)]
    return tuple(lexeme for file in ours for lexeme in parse_pls(file.read_bytes(), file.name))


def _holds(own: str, tag: str) -> bool:
    """Whether one language is the other or a kind of it: en holds for en-GB, and en-GB for a text that says en."""
    return f"{tag}-".startswith(f"{own}-") or f"{own}-".startswith(f"{tag}-")


def _by_first_token(lexemes: Sequence[Lexeme]) -> Entries:
    found: dict[str, list[Lexeme]] = defaultdict(list)
    for lexeme in {lexeme.grapheme: lexeme for lexeme in reversed(lexemes)}.values():
        token = TOKEN.match(lexeme.grapheme)
        first = token[0] if token else lexeme.grapheme
        found[first].append(lexeme)
        if first == lexeme.grapheme and _inflects(lexeme):
            found[f"{first}s"].append(lexeme)
    return {token: _longest_first(held) for token, held in found.items()}


def _longest_first(lexemes: list[Lexeme]) -> tuple[Lexeme, ...]:
    if len(lexemes) > 1:
        lexemes.sort(key=lambda lexeme: len(lexeme.grapheme), reverse=True)
    return tuple(lexemes)


def _inflects(lexeme: Lexeme) -> bool:
    return lexeme.language.lower().startswith("en") and lexeme.grapheme[-1:].isalpha()


@cache
def _pattern(lexeme: Lexeme) -> re.Pattern[str]:
    """Its grapheme, in English with an s behind it or 's, up to the end of the word."""
    written = "".join(_SAME.get(c) or re.escape(c) for c in lexeme.grapheme)
    if not _inflects(lexeme):
        begins = _NUMBER_BEGINS if lexeme.grapheme[0].isdecimal() else ""
        ends = _NUMBER_ENDS if lexeme.grapheme[-1].isdecimal() else ""
        return re.compile(f"{begins}{written}(?P<ending>){ends}{_END}")
    last = lexeme.grapheme.split(" ")[-1]
    return re.compile(f"{written}(?P<ending>['’ʼ]s{'|s' if len(last) >= _SHORTEST_PLURAL else ''})?{_END}")


def replacement(lexemes: Iterable[Lexeme], written: str, start: int) -> Said | None:
    """What the first lexeme that stands at `start` makes of it."""
    for lexeme in lexemes:
        if match := _pattern(lexeme).match(written, start):
            return _said(lexeme, match)
    return None


def _said(lexeme: Lexeme, match: re.Match[str]) -> Said:
    """The alias with the ending as written; with phonemes the text as it was, and the sound of the ending."""
    ending = _APOSTROPHES.sub("'", match["ending"] or "")
    if lexeme.alias is not None:
        spoken, phonemes = f"{lexeme.alias}{ending}", None
    else:
        spoken = _APOSTROPHES.sub("'", _SPACES.sub(" ", match[0]))
        phonemes = f"{lexeme.phonemes}{_sound_of_s(lexeme.phonemes or '') if ending else ''}"
    return Said(start=match.start(), end=match.end(), spoken=spoken, rule=RULE, phonemes=phonemes)


def _sound_of_s(phonemes: str) -> str:
    """How English says -s behind these sounds."""
    last = phonemes.rstrip("ː.")[-1:]
    if last in "szʃʒ":
        return "ɪz"
    return "s" if last in "ptkfθx" else "z"
