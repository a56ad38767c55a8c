"""Rules for telephone numbers."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import BLANK
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import Rule

_NUMBER_BEGINS, _NUMBER_ENDS = r"(?<![\w.,£$€-])", r"(?![\w-]|[.,/]\d)"
_INTERNATIONAL = re.compile(rf"(?<!\w)\+\d{{1,3}}+(?:[ .\u00a0/-]?\(?\d{{1,8}}+\)?+){{1,6}}{_NUMBER_ENDS}")
_DOMESTIC = re.compile(
    rf"{_NUMBER_BEGINS}(?!\d\d?[./-][01]?\d[./-](?:\d\d|\d{{4}})(?![./-]?\d))"
    rf"(?:0(?={BLANK}8)|\(?0\d{{1,5}}\)?){BLANK}?[/ .\u00a0-]{BLANK}?"
    rf"\d{{2,8}}(?:[ .\u00a0-]\d{{2,8}}){{0,4}}{_NUMBER_ENDS}"
)
_FEWEST_DIGITS = 7
"""The fewest digits of a telephone number; shorter numbers are times and dates."""


class TelephoneNumbers:
    """The rules for the telephone numbers of a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read whether the language speaks pairs of digits as numbers."""
        self.language = language
        self.speaks_pairs: bool = language.data.get("phone_in_pairs", False)

    def say_telephone_number(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a number digit by digit, with a pause between the groups; None for a number that is too short."""
        groups = re.findall(r"\d+", match[0])
        if sum(map(len, groups)) < _FEWEST_DIGITS:
            return None
        plus = f"{self.language.words['plus']} " if match[0].startswith("+") else ""
        return plus + ", ".join(self._spoken_group(group, locale) for group in groups)

    def _spoken_group(self, group: str, locale: Locale) -> str:
        if self.speaks_pairs and len(group) == 2 and group[0] != "0":
            return self.language.cardinal(int(group), locale)
        return self.language.digits(group, locale)

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for numbers with a plus sign, with a nought, and for other forms of the language."""
        figure: frozenset[TokenKind | str] = frozenset({"(", TokenKind.FIGURE})
        return (
            Rule(name="telephone", at=frozenset("+"), pattern=_INTERNATIONAL, say=self.say_telephone_number),
            Rule(name="telephone", at=figure, pattern=_DOMESTIC, say=self.say_telephone_number),
            *(
                Rule(
                    name=form["rule"],
                    at=figure,
                    pattern=re.compile(f"{_NUMBER_BEGINS}{form['pattern']}{form.get('ends', _NUMBER_ENDS)}"),
                    say=self.say_telephone_number,
                )
                for form in self.language.data.get("telephone", ())
            ),
        )


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for telephone numbers."""
    return TelephoneNumbers(language).rules()
