"""Transcribe spelled letters by their English names in IPA.

An engine that reads "U A E" says the A as an article and stresses every letter. With phonemes for all three it says
them without pauses and stresses the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER_PHONEMES = (
    "eɪ biː siː diː iː ɛf dʒiː eɪtʃ aɪ dʒeɪ keɪ ɛl ɛm ɛn əʊ piː kjuː ɑː ɛs tiː juː viː dʌbəljuː ɛks waɪ zɛd"
)
_PHONEMES_BY_LETTER = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _LETTER_PHONEMES.split(), strict=True))
_LETTER_RUN = re.compile(r"(?<![\w'])(?:[A-Z](?: [A-Z])+|A)(?P<s>'s)?(?![\w'])|(?<![\w'])(?:[ap] m|Ms)(?![\w'])")
_MS_PHONEMES = "mɪz"


def find_spelled_letters(spoken: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, the end and the IPA of each run of spelled letters ("p m", too) and of each "Ms".

    A lone A is a letter.
    """
    for run in _LETTER_RUN.finditer(spoken):
        if run[0] == "Ms":
            yield run.start(), run.end(), _MS_PHONEMES
            continue
        names = [_PHONEMES_BY_LETTER[letter.upper()] for letter in run[0].removesuffix("'s") if letter != " "]
        sounds = "".join(f"ˌ{name}" for name in names[:-1]) + f"ˈ{names[-1]}"
        yield run.start(), run.end(), sounds + (_possessive_phonemes(names[-1]) if run["s"] else "")


def _possessive_phonemes(name: str) -> str:
    """Return the sound of 's after the name of a letter: "ɪz" after S, X and H, "s" after F."""
    if name[-1] in "sʃ":
        return "ɪz"
    return "s" if name[-1] == "f" else "z"
