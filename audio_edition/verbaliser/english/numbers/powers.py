"""Rules for powers: 10⁶, 2^8, x²."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, ordinal, spoken_number
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS, NUMBER, NUMBER_BEGINS
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = LazyPattern(
    rf"{NUMBER_BEGINS}(?P<base>{NUMBER})(?:\^(?P<plain>-?\d{{1,3}})|(?P<raised>⁻?[⁰¹²³⁴-⁹]{{1,3}}))(?!\w)"
)
_VARIABLE = LazyPattern(r"(?<!\w)(?P<name>[a-zA-Z]{1,2})(?P<raised>[²³])(?!\w)")


def _say_power(match: re.Match[str], locale: Locale) -> str:
    """Say "five squared", "ten to the power of minus six" or, in American English, "ten to the sixth"."""
    power = int(match["plain"] or match["raised"].translate(_SUPERSCRIPTS))
    base = spoken_number(match["base"], locale)
    if power in {2, 3}:
        return f"{base} {'squared' if power == 2 else 'cubed'}"
    if locale.american and power > 0:
        return f"{base} to the {ordinal(power, locale)}"
    return f"{base} to the power of {'minus ' if power < 0 else ''}{cardinal(abs(power), locale)}"


def _say_variable(match: re.Match[str], _: Locale) -> str:
    return f"{' '.join(match['name'])} {'squared' if match['raised'] == '²' else 'cubed'}"


RULES = (
    Rule(name="power", at=FIGURE_TOKENS, pattern=_POWER, say=_say_power, needs=frozenset("^⁻⁰¹²³⁴⁵⁶⁷⁸⁹")),
    Rule(
        name="power",
        at=frozenset({TokenKind.LETTER, TokenKind.WORD, TokenKind.NAME}),
        pattern=_VARIABLE,
        say=_say_variable,
        follows=frozenset("²³"),
        needs=frozenset("²³"),
    ),
)
