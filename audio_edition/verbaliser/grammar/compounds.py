"""Rules for words that begin with a figure: 20-jährige, 5-Euro-Schein, 1990er, 16-jarige, 80enne."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import NUMBER
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import Rule

_DECADE = re.compile(r"(?<![\w.,])['’]?(?P<number>\d{1,4})[-'’]?er(?P<case>[ns]?)(?=-|\b)")
_JOINED_COMPOUND = re.compile(
    rf"(?<![\w.,])(?P<number>{NUMBER})-(?P<rest>[a-zäöüéëï]{{2,}}|[Jj]ährige[rns]?)(?![\w/])"
)
_SUFFIXED_NUMBER = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,4})(?P<rest>fach\w*|mal|malig\w*|jährig\w*|prozentig\w*|köpfig\w*|tägig\w*|teilig\w*|\s?%ig\w*)(?!\w)"
)
_HANGING_HYPHEN = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})-(?=,?\s(?:bis|und|oder|tot|en|of|sowie|\d))")
_UNIT = r"(?:-?(?P<unit>[^\W\d_]+(?:/[a-z]+)?|%|°C?))?"
_HYPHENED_COMPOUND = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER}){_UNIT}-(?=[A-ZÄÖÜ])")


class Compounds:
    """The rules for words that begin with a figure."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the units, which are part of compounds too."""
        self.language = language
        self.units = language.nouns("units")

    def say_decade(self, match: re.Match[str], locale: Locale) -> str:
        """Return a decade: "neunziger", "neunzehnhundertneunziger"."""
        return f"{self.language.numbers.year(int(match['number']), locale)}er{match['case']}"

    def say_joined(self, match: re.Match[str], locale: Locale) -> str:
        """Return the number and the rest in one word, with a capital if the rest has one."""
        rest = match["rest"].strip().replace("%ig", "prozentig")
        words = self.language.spoken_number(match["number"], locale, "m").replace(" ", "")
        word = words + rest.lower()
        return word[0].upper() + word[1:] if rest[0].isupper() else word

    def say_hyphened(self, match: re.Match[str], locale: Locale) -> str:
        """Return the number, its unit in full, and the hyphen before the rest."""
        unit = match["unit"]
        short = unit in self.units and unit not in self.units[unit][1:]
        name = f"-{self.units[unit].one if short else unit}" if unit else ""
        return f"{self.language.spoken_number(match['number'], locale, 'm')}{name}-"

    def say_hanging_hyphen(self, match: re.Match[str], locale: Locale) -> str:
        """Return the number before a suspended hyphen: 16- bis 29-jährige."""
        return self.language.spoken_number(match["number"], locale)

    def say_elided(self, match: re.Match[str], locale: Locale) -> str:
        """Return the number without its last vowel, and the suffix: "ottantenne"."""
        return self.language.cardinal(int(match["number"]), locale)[:-1] + match["rest"]

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for suffixes that elide a vowel, or for compounds, if the language has either."""
        figure: frozenset[TokenKind | str] = frozenset({TokenKind.FIGURE})
        if suffixes := self.language.data.get("elided_suffixes"):
            elided = re.compile(rf"(?<![\w.,])(?P<number>\d{{1,3}})-?(?P<rest>{suffixes})(?!\w)")
            return (Rule(name="compound", at=figure, pattern=elided, say=self.say_elided),)
        if not self.language.data.get("compounds"):
            return ()
        return (
            Rule(name="compound", at=figure, pattern=_HANGING_HYPHEN, say=self.say_hanging_hyphen),
            Rule(name="decade", at=figure | {"'", "’"}, pattern=_DECADE, say=self.say_decade),
            Rule(name="compound", at=figure, pattern=_JOINED_COMPOUND, say=self.say_joined),
            Rule(name="compound", at=figure, pattern=_HYPHENED_COMPOUND, say=self.say_hyphened),
            Rule(name="compound", at=figure, pattern=_SUFFIXED_NUMBER, say=self.say_joined),
        )


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for words that begin with a figure."""
    return Compounds(language).rules()
