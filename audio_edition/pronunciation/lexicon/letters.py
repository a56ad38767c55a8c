"""English names of letters in IPA.

An engine that gets "U A E" says the A as an article and stresses every letter; told how the three sound together,
it says them in one breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SOUNDS = "eɪ biː siː diː iː ɛf dʒiː eɪtʃ aɪ dʒeɪ keɪ ɛl ɛm ɛn əʊ piː kjuː ɑː ɛs tiː juː viː dʌbəljuː ɛks waɪ zɛd"
_NAMES = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _SOUNDS.split(), strict=True))
_RUN = re.compile(r"(?<![\w'])(?:[A-Z](?: [A-Z])+|A)(?P<s>'s)?(?![\w'])|(?<![\w'])(?:[ap] m|Ms)(?![\w'])")
_MS = "mɪz"


def letters(spoken: str) -> Iterator[tuple[int, int, str]]:
    """Where a rule spells letters ("p m" too) or says Ms, and how they sound; a lone A is a letter."""
    for run in _RUN.finditer(spoken):
        if run[0] == "Ms":
            yield run.start(), run.end(), _MS
            continue
        names = [_NAMES[letter.upper()] for letter in run[0].removesuffix("'s") if letter != " "]
        sounds = "".join(f"ˌ{name}" for name in names[:-1]) + f"ˈ{names[-1]}"
        yield run.start(), run.end(), sounds + (_ending(names[-1]) if run["s"] else "")


def _ending(name: str) -> str:
    """The sound of 's behind a letter: of S, X and H "ɪz", of F "s"."""
    if name[-1] in "sʃ":
        return "ɪz"
    return "s" if name[-1] == "f" else "z"
