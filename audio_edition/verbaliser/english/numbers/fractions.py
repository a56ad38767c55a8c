"""Fractions and mixed numbers: ½, 2½, 3/4, 1 1/2."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, ordinal, plural_of_number, spoken_number
from audio_edition.languages.en.spoken import load_table
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS, MAGNITUDE, spoken_magnitude
from audio_edition.verbaliser.rule import LazyPattern, Rule

_GLYPHS: dict[str, str] = load_table("signs")["fractions"]
_GLYPH = LazyPattern(
    rf"(?:(?<![\w.,/])(?P<whole>\d{{1,6}})\s?-?)?(?P<glyph>[{''.join(_GLYPHS)}])(?P<size>{MAGNITUDE})?"
)
_FRACTION = LazyPattern(
    r"(?<![\w./$£€,-])(?:(?P<whole>\d{1,3})[ -](?:and )?)?(?P<top>\d{1,3})\s?[/⁄]\s?(?P<bottom>\d{1,4})"
    r"(?P<ending>th|ths|rd|rds|nd|TH|RD)?(?![\w/%]|[.,]\d)"
)


def _say_glyph(match: re.Match[str], place: Locale) -> str:
    """Say "two and a half", "half a mile", "three quarters"."""
    words = _GLYPHS[match["glyph"]]
    size = f" {spoken_magnitude(match['size'])}" if match["size"] else ""
    if match["whole"]:
        return f"{spoken_number(match['whole'], place)} and {words}{size}"
    behind = match.string[match.end() :]
    if match["glyph"] == "½" and re.match(r"\s(?:an?|the|of)\b", behind):
        return "half"
    return words + size


def _say_fraction(match: re.Match[str], place: Locale) -> str | None:
    """Parts of one; "seven out of ten" where the parts are tens or too many to name; odds in Britain."""
    top, bottom = int(match["top"]), int(match["bottom"])
    if not bottom or not top or match["bottom"].startswith("0"):
        return None
    if match.string.startswith(("mmHg", " mmHg"), match.end()):
        return f"{cardinal(top, place)} over {cardinal(bottom, place)}"
    if match["whole"]:
        return spoken_mixed_number(int(match["whole"]), top, bottom, place)
    if match["ending"] or _is_fraction(top, bottom):
        return spoken_fraction(top, bottom, place)
    if top > bottom:
        return f"{cardinal(top, place)} {'over' if place.american else 'to'} {cardinal(bottom, place)}"
    return f"{cardinal(top, place)} out of {cardinal(bottom, place)}"


def _is_fraction(top: int, bottom: int) -> bool:
    if top > bottom:
        return bottom in {3, 5, 6, 7, 16, 32}
    return top < bottom <= 100 and (top == 1 or bottom % 10 != 0 or bottom < 10)


def spoken_fraction(top: int, bottom: int, place: Locale) -> str:
    """Top and bottom of a fraction: "one half", "three quarters", "seven sixteenths"."""
    one = {2: "half", 4: "quarter"}.get(bottom) or ordinal(bottom, place)
    return f"{cardinal(top, place)} {one if top == 1 else plural_of_number(one)}"


def spoken_mixed_number(whole: int, top: int, bottom: int, place: Locale) -> str:
    """Say "one and a half"."""
    said = spoken_fraction(top, bottom, place)
    return f"{cardinal(whole, place)} and {f'a {said[4:]}' if top == 1 else said}"


def spoken_quantity(written: str, place: Locale) -> str:
    """A number, a fraction, or both: 3, 1/2, 4 1/2."""
    if "/" not in written:
        return spoken_number(written, place)
    whole, _, fraction = written.replace("-", " ").rpartition(" ")
    top, bottom = map(int, fraction.split("/"))
    return spoken_mixed_number(int(whole), top, bottom, place) if whole else spoken_fraction(top, bottom, place)


RULES = (
    Rule(
        name="fraction",
        at=FIGURE_TOKENS | frozenset(_GLYPHS),
        pattern=_GLYPH,
        say=_say_glyph,
        needs=frozenset(_GLYPHS),
    ),
    Rule(name="fraction", at=FIGURE_TOKENS, pattern=_FRACTION, say=_say_fraction, needs=frozenset("/⁄")),
)
