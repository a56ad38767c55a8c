"""Short forms in full: titles before a name, words before a figure, and words anywhere."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN, Kind
from audio_edition.verbaliser.grammar.language import Tongue
from audio_edition.verbaliser.grammar.patterns import BLANK, NUMBER, one_of
from audio_edition.verbaliser.rule import Rule

_START = r"(?<![\w.’'])(?<!\w-)"
_PARTICLE = r"(?:van|von|der|ten|ter|de|del|della|di|da|do|dos|al|el|las?|les?|los)\b"
_NAME = rf"(?=(?:{BLANK}|(?<=t)-|(?<=te)-)[\"“„«]?(?:[A-ZÀ-Þ]|TITLES|{_PARTICLE}))"
_FIGURE = rf"(?:(?={BLANK}(?:\d|[IVXLC]+\b))|(?<!\w)(?=\d)|(?<=\w)(?P<figure>{NUMBER})(?!\w))"
_ALONE = r"(?!\w|\.\w)"
_NOTHING_MORE = re.compile(r"[\s\"“”’»«)\]]*$")


class Abbreviations:
    """The rules for the short forms of a language."""

    def __init__(self, tongue: Tongue) -> None:
        """Titles, words before a figure, and words that may stand anywhere."""
        self.tongue = tongue
        tables: list[dict[str, str]] = [tongue.data[name] for name in ("titles", "before_figure", "abbreviations")]
        self.titles, self.before_figure, self.anywhere = ({_bare(k): v for k, v in each.items()} for each in tables)
        self.patterns = [f"{_START}(?P<short>{one_of(table)})" for table in tables]
        self.starts = [frozenset(TOKEN.findall(word)[0] for word in table) for table in tables]
        self.name_ahead = _NAME.replace("TITLES", one_of(tables[0]))

    def title(self, match: re.Match[str], _: Locale) -> str:
        """In full."""
        return self.titles[_bare(match["short"])]

    def number(self, match: re.Match[str], place: Locale) -> str:
        """In full, and the figure too where it hangs on it ("nº5")."""
        figure = self.tongue.number(match["figure"], place) if match["figure"] else ""
        return f"{self.before_figure[_bare(match['short'])]} {figure}"

    def word(self, match: re.Match[str], _: Locale) -> str:
        """In full; at the end of a line the dot is the sentence's too."""
        short = match["short"]
        last = short.endswith(".") and _NOTHING_MORE.match(match.string, match.end())
        return self.anywhere[_bare(short)] + ("." if last else "")

    def rules(self) -> tuple[Rule, ...]:
        """Titles first: "Fr." is a woman before a name."""
        title, number, word = self.patterns
        titles, numbers, words = self.starts
        return (
            Rule(name="title", at=titles, pattern=re.compile(title + self.name_ahead), say=self.title),
            Rule(name="number", at=numbers | {Kind.CODE}, pattern=re.compile(number + _FIGURE), say=self.number),
            Rule(name="abbreviation", at=words, pattern=re.compile(word + _ALONE), say=self.word),
        )


def _bare(short: str) -> str:
    return re.sub(r"\s", "", short)


_OPEN = ("titles", "before_figure", "abbreviations", "magnitudes", "short_months")


def going_on(tongue: Tongue) -> re.Pattern[str]:
    """The end of a text that a full stop does not end: a title, a word before a figure, a German ordinal."""
    open_ended = [short for name in _OPEN for short in tongue.data[name]]
    shorts = one_of(short for short in open_ended if short.endswith(".") and short not in tongue.list_of("closing"))
    ordinal = r"|(?<![\d.,])\d{1,3}\." if tongue.language == "de" else ""
    return re.compile(rf"(?:(?<![\w.’'-]){shorts}{ordinal})\s*$")


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Titles, words before a figure, words."""
    return Abbreviations(tongue).rules()
