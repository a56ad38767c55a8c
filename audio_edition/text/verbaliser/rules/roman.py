"""Roman numerals: of monarchs and popes, of wars, volumes and chapters."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.data import REGNAL_NAMES
from audio_edition.text.verbaliser.numbers import cardinal, ordinal
from audio_edition.text.verbaliser.rule import Locale, Rule

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WELL_FORMED = re.compile(r"C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_NAMED = re.compile(r"(?<!\w)([A-Z][a-zé]+)(\s)([IVXLC]{1,8})(?![\w’'-]|\.\w|\s[A-Z]\.)(?=(?P<after>.{0,2}))")
_COUNTED = frozenset(
    "War Chapter Volume Vol Part Act Book Article Phase Type Class Section Title Scene Bowl Stage"
    " Level Appendix".split()
)


def value(numeral: str) -> int | None:
    """The number of a well-formed Roman numeral below 400."""
    if not numeral or not _WELL_FORMED.fullmatch(numeral):
        return None
    figures = [_VALUES[letter] for letter in numeral]
    following = [*figures[1:], 0]
    return sum(-one if one < after else one for one, after in zip(figures, following, strict=True))


def _named(match: re.Match[str], locale: Locale) -> str | None:
    name, numeral = match[1], match[3]
    worth = value(numeral)
    if worth is None:
        return None
    if name in _COUNTED:
        return f"{'Volume' if name == 'Vol' else name} {cardinal(worth, american=locale.american)}"
    if name in REGNAL_NAMES and (len(numeral) > 1 or not re.match(r"\s[a-z]", match["after"])):
        return f"{name} the {ordinal(worth)}"
    return (
        f"{name} {cardinal(worth)}"
        if len(numeral) > 1 and numeral not in {"CV", "CC", "CI", "XL", "CL", "LI"}
        else None
    )


RULES = (Rule(name="Roman numeral", pattern=_NAMED, say=_named),)
