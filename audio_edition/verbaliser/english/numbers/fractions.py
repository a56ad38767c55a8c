"""Rules for fractions and mixed numbers: ½, 2½, 3/4, 1 1/2."""

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
    r"(?<![\w./$£€,-])(?:(?P<whole>\d{1,3})[ -](?:and )?)?(?P<numerator>\d{1,3})\s?[/⁄]\s?(?P<denominator>\d{1,4})"
    r"(?P<ending>th|ths|rd|rds|nd|TH|RD)?(?![\w/%]|[.,]\d)"
)


def _say_glyph(match: re.Match[str], locale: Locale) -> str:
    """Say "two and a half", "half a mile" or "three quarters"."""
    words = _GLYPHS[match["glyph"]]
    size = f" {spoken_magnitude(match['size'])}" if match["size"] else ""
    if match["whole"]:
        return f"{spoken_number(match['whole'], locale)} and {words}{size}"
    after = match.string[match.end() :]
    if match["glyph"] == "½" and re.match(r"\s(?:an?|the|of)\b", after):
        return "half"
    return words + size


def _say_fraction(match: re.Match[str], locale: Locale) -> str | None:
    """Say a fraction: "three quarters"; with tens or a large number below the line, "seven out of ten".

    If the upper number is the larger one, it is odds in Britain: "seven to two".
    """
    numerator, denominator = int(match["numerator"]), int(match["denominator"])
    if not denominator or not numerator or match["denominator"].startswith("0"):
        return None
    if match.string.startswith(("mmHg", " mmHg"), match.end()):
        return f"{cardinal(numerator, locale)} over {cardinal(denominator, locale)}"
    if match["whole"]:
        return spoken_mixed_number(int(match["whole"]), numerator, denominator, locale)
    if match["ending"] or _is_fraction(numerator, denominator):
        return spoken_fraction(numerator, denominator, locale)
    if numerator > denominator:
        return (
            f"{cardinal(numerator, locale)} {'over' if locale.american else 'to'} {cardinal(denominator, locale)}"
        )
    return f"{cardinal(numerator, locale)} out of {cardinal(denominator, locale)}"


def _is_fraction(numerator: int, denominator: int) -> bool:
    if numerator > denominator:
        return denominator in {3, 5, 6, 7, 16, 32}
    return numerator < denominator <= 100 and (numerator == 1 or denominator % 10 != 0 or denominator < 10)


def spoken_fraction(numerator: int, denominator: int, locale: Locale) -> str:
    """Return a fraction in words: "one half", "three quarters", "seven sixteenths"."""
    one = {2: "half", 4: "quarter"}.get(denominator) or ordinal(denominator, locale)
    return f"{cardinal(numerator, locale)} {one if numerator == 1 else plural_of_number(one)}"


def spoken_mixed_number(whole: int, numerator: int, denominator: int, locale: Locale) -> str:
    """Return a whole number with a fraction in words: "one and a half"."""
    fraction = spoken_fraction(numerator, denominator, locale)
    return f"{cardinal(whole, locale)} and {f'a {fraction[4:]}' if numerator == 1 else fraction}"


def spoken_quantity(written: str, locale: Locale) -> str:
    """Return a number, a fraction or both in words: 3, 1/2, 4 1/2."""
    if "/" not in written:
        return spoken_number(written, locale)
    whole, _, fraction = written.replace("-", " ").rpartition(" ")
    numerator, denominator = map(int, fraction.split("/"))
    return (
        spoken_mixed_number(int(whole), numerator, denominator, locale)
        if whole
        else spoken_fraction(numerator, denominator, locale)
    )


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
