"""Fractions and mixed numbers: ½, 2½, 3/4, 1 1/2."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.data import table
from audio_edition.text.verbaliser.english.number_words import cardinal, number, ordinal, plural
from audio_edition.text.verbaliser.english.patterns import MAGNITUDE, magnitude
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import Kind

_GLYPHS: dict[str, str] = table("signs")["fractions"]
_GLYPH = re.compile(
    rf"(?:(?<![\w.,/])(?P<whole>\d{{1,6}})\s?-?)?(?P<glyph>[{''.join(_GLYPHS)}])(?P<size>{MAGNITUDE})?"
)
_FRACTION = re.compile(
    r"(?<![\w./$£€,-])(?:(?P<whole>\d{1,3})[ -](?:and )?)?(?P<top>\d{1,3})\s?[/⁄]\s?(?P<bottom>\d{1,4})(?P<ending>th|ths|rd|rds|nd|TH)?(?![\w/%]|[.,]\d)"
)


def _glyph(match: re.Match[str], place: Locale) -> str:
    """ "two and a half", "half a mile", "three quarters"."""
    words = _GLYPHS[match["glyph"]]
    size = f" {magnitude(match['size'])}" if match["size"] else ""
    if match["whole"]:
        return f"{number(match['whole'], place)} and {words}{size}"
    behind = match.string[match.end() :]
    if match["glyph"] == "½" and re.match(r"\s(?:an?|the|of)\b", behind):
        return "half"
    return words + size


def _fraction(match: re.Match[str], place: Locale) -> str | None:
    """Read as a fraction below one with a bottom of some sense; else over or out of."""
    top, bottom = int(match["top"]), int(match["bottom"])
    if not bottom or not top or match["bottom"].startswith("0"):
        return None
    said = _parts(top, bottom, match, place)
    if match["whole"]:
        return f"{cardinal(int(match['whole']), place)} and {_article(said)}"
    return said


def _article(said: str) -> str:
    return f"a {said[4:]}" if said.startswith("one ") else said


def _parts(top: int, bottom: int, match: re.Match[str], place: Locale) -> str:
    if top >= bottom and not match["whole"] and not match["ending"]:
        return (
            f"{cardinal(top, place)} out of {cardinal(bottom, place)}"
            if top == bottom
            else _over(top, bottom, match, place)
        )
    if bottom > 100 or (bottom % 10 == 0 and bottom > 10 and not match["ending"] and top > 1):
        return f"{cardinal(top, place)} {'over' if place.american else 'out of'} {cardinal(bottom, place)}"
    one = {2: "half", 4: "quarter"}.get(bottom) or ordinal(bottom, place)
    return f"{cardinal(top, place)} {one if top == 1 else plural(one)}"


def _over(top: int, bottom: int, match: re.Match[str], place: Locale) -> str:
    """Odds in Britain ("5/1"), a division elsewhere."""
    if bottom in {1, 2, 4} and not place.american:
        return f"{cardinal(top)} to {cardinal(bottom)}"
    return f"{cardinal(top, place)} over {cardinal(bottom, place)}"


_FIGURE: frozenset[Kind | str] = frozenset({Kind.FIGURE})
RULES = (
    Rule(name="fraction", at=_FIGURE | frozenset(_GLYPHS), pattern=_GLYPH, say=_glyph),
    Rule(name="fraction", at=_FIGURE, pattern=_FRACTION, say=_fraction),
)
