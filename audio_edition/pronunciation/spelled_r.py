"""Find the vowels after which a word is spelled with an r that British voices do not say.

The letters are aligned with the sounds: each letter is paired with a sound or is silent, and of all alignments in
order the one with the lowest cost is taken. A silent r directly after a vowel ("Wagner": v A: g n @) belongs to
that vowel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

_SOUNDS = """
b b p | c k s tS S T | d d dZ t D | f f v | g g dZ Z k x h | h h x | j dZ Z j h | k k x | l l @L l# j | m m m- n
n n N n- m | p p f | q k tS S | r r | s s z S Z | t t T D tS S | v v f w | w w v | x k s z S h x | y j | z z s dZ Z
i j | u w | o w | ł w l
"""
_SPELLED_BY = {letter: frozenset(sounds) for letter, *sounds in map(str.split, re.split(r"\||\n", _SOUNDS.strip()))}
_VOWEL_LETTERS = frozenset("aeiouyœæøı")

_SILENT_VOWEL_COST, _SILENT_CONSONANT_COST = 4, 6
_UNWRITTEN_COST, _RARE_SOUND_COST, _IMPOSSIBLE_SOUND_COST = 10, 10, 30
"""Costs of a silent vowel letter, a silent consonant letter, a sound without a letter, a sound that a letter seldom
has, and one that it never has.
"""


def find_vowels_with_r(spelling: str, sounds: Sequence[str], vowels: Collection[str]) -> set[int]:
    """Return the indexes of the vowels that a silent r of the spelling follows.

    `sounds` are mnemonics of espeak-ng, and `vowels` are those of them that are vowels.
    """
    letters = _plain_letters(spelling)
    costs = _pairing_costs(letters, sounds, vowels)
    found = set()
    row, column = len(letters), len(sounds)
    while row or column:
        after_vowel = column > 0 and sounds[column - 1] in vowels
        step = _last_step(letters[:row], sounds[:column], costs, vowels)
        if step == (1, 0) and letters[row - 1] == "r" and after_vowel:
            found.add(column - 1)
        row, column = row - step[0], column - step[1]
    return found


def _last_step(
    letters: str, sounds: Sequence[str], costs: list[list[int]], vowels: Collection[str]
) -> tuple[int, int]:
    """Return the number of letters and of sounds, 0 or 1 each, in the last step of the cheapest alignment.

    If several steps are equally cheap, a silent letter after a vowel comes first: it may be an r.
    """
    row, column = len(letters), len(sounds)
    here = costs[row][column]
    silent = row > 0 and here == costs[row - 1][column] + _silence_cost(letters[-1])
    if silent and column and sounds[-1] in vowels:
        return 1, 0
    if row and column and here == costs[row - 1][column - 1] + _pairing_cost(letters[-1], sounds[-1], vowels):
        return 1, 1
    return (0, 1) if column and here == costs[row][column - 1] + _UNWRITTEN_COST else (1, 0)


def _plain_letters(spelling: str) -> str:
    """Return the letters in lower case, without accents and signs; a letter that does not decompose is kept."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFD", spelling.casefold())))


def _pairing_costs(letters: str, sounds: Sequence[str], vowels: Collection[str]) -> list[list[int]]:
    """Return costs[i][j], the lowest cost of an alignment of the first i letters with the first j sounds."""
    costs = [[column * _UNWRITTEN_COST for column in range(len(sounds) + 1)]]
    for letter in letters:
        above = costs[-1]
        row = [above[0] + _silence_cost(letter)]
        for column, sound in enumerate(sounds, 1):
            paired = above[column - 1] + _pairing_cost(letter, sound, vowels)
            row.append(min(paired, above[column] + _silence_cost(letter), row[-1] + _UNWRITTEN_COST))
        costs.append(row)
    return costs


def _silence_cost(letter: str) -> int:
    return _SILENT_VOWEL_COST if letter in _VOWEL_LETTERS else _SILENT_CONSONANT_COST


def _pairing_cost(letter: str, sound: str, vowels: Collection[str]) -> int:
    """Return the cost of pairing the letter with the sound."""
    if sound in _SPELLED_BY.get(letter, ()) or (letter in _VOWEL_LETTERS and sound in vowels):
        return 0
    impossible = letter == "r" or sound == "r" or (letter in _VOWEL_LETTERS) != (sound in vowels)
    return _IMPOSSIBLE_SOUND_COST if impossible else _RARE_SOUND_COST
