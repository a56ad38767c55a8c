"""Words begun by a figure: 20-jährige, 5-Euro-Schein, 1990er, 16-jarige, 80enne."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.grammar.language import Tongue
from audio_edition.verbaliser.grammar.patterns import NUMBER
from audio_edition.verbaliser.rule import Rule

_DECADE = re.compile(r"(?<![\w.,])['’]?(?P<number>\d{1,4})[-'’]?er(?P<case>[ns]?)(?=-|\b)")
_JOINED = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})-(?P<rest>[a-zäöüéëï]{{2,}}|[Jj]ährige[rns]?)(?![\w/])")
_SUFFIXED = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,4})(?P<rest>fach\w*|mal|malig\w*|jährig\w*|prozentig\w*|köpfig\w*|tägig\w*|teilig\w*|\s?%ig\w*)(?!\w)"
)
_HANGING = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})-(?=,?\s(?:bis|und|oder|tot|en|of|sowie|\d))")
_UNIT = r"(?:-?(?P<unit>[^\W\d_]+(?:/[a-z]+)?|%|°C?))?"
_HYPHENED = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER}){_UNIT}-(?=[A-ZÄÖÜ])")
_AGED = re.compile(r"(?<![\w.,])(?P<number>\d{1,3})-?(?P<rest>enn[ei]|esim[oaie])(?!\w)")


class Compounds:
    """The rules for figures that begin a word."""

    def __init__(self, tongue: Tongue) -> None:
        """Units stand in compounds too."""
        self.tongue = tongue
        self.units = tongue.nouns("units")

    def decade(self, match: re.Match[str], place: Locale) -> str:
        """Of a century or of a year: "neunziger", "neunzehnhundertneunziger"."""
        return f"{self.tongue.numbers.year(int(match['number']), place)}er{match['case']}"

    def joined(self, match: re.Match[str], place: Locale) -> str:
        """One word of the number and the rest; a capital goes to its head."""
        rest = match["rest"].strip().replace("%ig", "prozentig")
        words = self.tongue.number(match["number"], place, "m").replace(" ", "")
        word = words + rest.lower()
        return word[0].upper() + word[1:] if rest[0].isupper() else word

    def hyphened(self, match: re.Match[str], place: Locale) -> str:
        """The number, its unit in full, and the hyphen of the rest."""
        unit = match["unit"]
        short = unit in self.units and unit not in self.units[unit][1:]
        name = f"-{self.units[unit].one if short else unit}" if unit else ""
        return f"{self.tongue.number(match['number'], place, 'm')}{name}-"

    def hanging(self, match: re.Match[str], place: Locale) -> str:
        """16- bis 29-jährige: the hyphen stands for the rest of a word to come."""
        return self.tongue.number(match["number"], place)

    def aged(self, match: re.Match[str], place: Locale) -> str:
        """The number loses its last vowel: "ottantenne"."""
        return self.tongue.cardinal(int(match["number"]), place)[:-1] + match["rest"]

    def rules(self) -> tuple[Rule, ...]:
        """German and Dutch compounds, Italian ages."""
        figure: frozenset[Kind | str] = frozenset({Kind.FIGURE})
        if self.tongue.language == "it":
            return (Rule(name="compound", at=figure, pattern=_AGED, say=self.aged),)
        if self.tongue.language not in {"de", "nl"}:
            return ()
        return (
            Rule(name="compound", at=figure, pattern=_HANGING, say=self.hanging),
            Rule(name="decade", at=figure | {"'", "’"}, pattern=_DECADE, say=self.decade),
            Rule(name="compound", at=figure, pattern=_JOINED, say=self.joined),
            Rule(name="compound", at=figure, pattern=_HYPHENED, say=self.hyphened),
            Rule(name="compound", at=figure, pattern=_SUFFIXED, say=self.joined),
        )


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Words begun by a figure."""
    return Compounds(tongue).rules()
