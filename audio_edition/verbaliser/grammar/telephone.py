"""Telephone numbers."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.grammar.language import Language
from audio_edition.verbaliser.grammar.patterns import BLANK
from audio_edition.verbaliser.rule import Rule

_NUMBER_BEGINS, _NUMBER_ENDS = r"(?<![\w.,£$€-])", r"(?![\w-]|[.,/]\d)"
_INTERNATIONAL = re.compile(rf"(?<!\w)\+\d{{1,3}}+(?:[ .\u00a0/-]?\(?\d{{1,8}}+\)?+){{1,6}}{_NUMBER_ENDS}")
_DOMESTIC = re.compile(
    rf"{_NUMBER_BEGINS}(?!\d\d?[./-][01]?\d[./-](?:\d\d|\d{{4}})(?![./-]?\d))"
    rf"(?:0(?={BLANK}8)|\(?0\d{{1,5}}\)?){BLANK}?[/ .\u00a0-]{BLANK}?\d{{2,8}}(?:[ .\u00a0-]\d{{2,8}}){{0,4}}{_NUMBER_ENDS}"
)
_IBERIAN = re.compile(
    rf"{_NUMBER_BEGINS}(?:[269]\d{{2}}(?:{BLANK}\d{{3}}){{2}}|[289]\d{{1,2}}{BLANK}\d{{2,3}}(?:{BLANK}\d\d){{2}})(?!{BLANK}\d){_NUMBER_ENDS}"
)
_ITALIAN = re.compile(rf"{_NUMBER_BEGINS}3\d\d[ ./-]?\d{{6,7}}{_NUMBER_ENDS}")
_POSTCODE = re.compile(rf"{_NUMBER_BEGINS}\d{{4}}-\d{{3}}(?={BLANK}[A-Z])")
_FEWEST_DIGITS = 7
"""Digits of a number that begins with a nought; shorter ones are times and dates."""


class TelephoneNumbers:
    """The rules for the telephone numbers of a language."""

    def __init__(self, tongue: Language) -> None:
        """Some languages say pairs of digits as numbers."""
        self.language = tongue
        self.is_said_in_pairs: bool = tongue.data.get("phone_in_pairs", False)

    def say_telephone_number(self, match: re.Match[str], place: Locale) -> str | None:
        """Digit by digit, a breath between the groups."""
        groups = re.findall(r"\d+", match[0])
        if sum(map(len, groups)) < _FEWEST_DIGITS:
            return None
        plus = f"{self.language.words['plus']} " if match[0].startswith("+") else ""
        return plus + ", ".join(self._spoken_group(group, place) for group in groups)

    def _spoken_group(self, group: str, place: Locale) -> str:
        if self.is_said_in_pairs and len(group) == 2 and group[0] != "0":
            return self.language.cardinal(int(group), place)
        return self.language.digits(group, place)

    def rules(self) -> tuple[Rule, ...]:
        """With a plus, with a nought, and those of Spain, Portugal and Italy that have neither."""
        figure: frozenset[TokenKind | str] = frozenset({"(", TokenKind.FIGURE})
        found = [
            Rule(name="telephone", at=frozenset("+"), pattern=_INTERNATIONAL, say=self.say_telephone_number),
            Rule(name="telephone", at=figure, pattern=_DOMESTIC, say=self.say_telephone_number),
        ]
        if self.language.code in {"es", "pt"}:
            found.append(Rule(name="telephone", at=figure, pattern=_IBERIAN, say=self.say_telephone_number))
        if self.language.code == "pt":
            found.append(Rule(name="postcode", at=figure, pattern=_POSTCODE, say=self.say_telephone_number))
        if self.language.code == "it":
            found.append(Rule(name="telephone", at=figure, pattern=_ITALIAN, say=self.say_telephone_number))
        return tuple(found)


def rules(tongue: Language) -> tuple[Rule, ...]:
    """Telephone numbers, before any other rule."""
    return TelephoneNumbers(tongue).rules()
