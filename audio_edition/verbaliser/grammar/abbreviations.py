"""Short forms in full: titles before a name, words before a figure, and words anywhere."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN, TokenKind
from audio_edition.verbaliser.grammar.language import Language
from audio_edition.verbaliser.grammar.patterns import BLANK, NUMBER, alternation
from audio_edition.verbaliser.rule import Rule

_WORD_BEGINS = r"(?<![\w.’'])(?<!\w-)"
_PARTICLE = r"(?:van|von|der|ten|ter|de|del|della|di|da|do|dos|al|el|las?|les?|los)\b"
_NAME_AHEAD = rf"(?=(?:{BLANK}|(?<=t)-|(?<=te)-)[\"“„«]?(?:[A-ZÀ-Þ]|TITLES|{_PARTICLE}))"
_FIGURE_AHEAD = rf"(?:(?={BLANK}(?:\d|[IVXLC]+\b))|(?<!\w)(?=\d)|(?<=\w)(?P<figure>{NUMBER})(?!\w))"
_WORD_ENDS = r"(?!\w|\.\w)"
_END_OF_LINE = re.compile(r"[\s\"“”’»«)\]]*$")


class Abbreviations:
    """The rules for the short forms of a language."""

    def __init__(self, tongue: Language) -> None:
        """Titles, words before a figure, and words that may stand anywhere."""
        self.language = tongue
        tables: list[dict[str, str]] = [tongue.data[name] for name in ("titles", "before_figure", "abbreviations")]
        self.titles, self.before_figure, self.words_anywhere = (
            {_remove_blanks(k): v for k, v in each.items()} for each in tables
        )
        self.patterns = [f"{_WORD_BEGINS}(?P<short>{alternation(table)})" for table in tables]
        self.starts = [frozenset(TOKEN.findall(word)[0] for word in table) for table in tables]
        self.name_ahead = _NAME_AHEAD.replace("TITLES", alternation(tables[0]))

    def say_title(self, match: re.Match[str], _: Locale) -> str:
        """In full."""
        return self.titles[_remove_blanks(match["short"])]

    def say_before_figure(self, match: re.Match[str], place: Locale) -> str:
        """In full, and the figure too where it hangs on it ("nº5")."""
        figure = self.language.spoken_number(match["figure"], place) if match["figure"] else ""
        return f"{self.before_figure[_remove_blanks(match['short'])]} {figure}"

    def say_word(self, match: re.Match[str], _: Locale) -> str:
        """In full; at the end of a line the dot is the sentence's too."""
        short = match["short"]
        last = short.endswith(".") and _END_OF_LINE.match(match.string, match.end())
        return self.words_anywhere[_remove_blanks(short)] + ("." if last else "")

    def rules(self) -> tuple[Rule, ...]:
        """Titles first: "Fr." is a woman before a name."""
        title, number, word = self.patterns
        titles, numbers, words = self.starts
        return (
            Rule(name="title", at=titles, pattern=re.compile(title + self.name_ahead), say=self.say_title),
            Rule(
                name="number",
                at=numbers | {TokenKind.CODE},
                pattern=re.compile(number + _FIGURE_AHEAD),
                say=self.say_before_figure,
            ),
            Rule(name="abbreviation", at=words, pattern=re.compile(word + _WORD_ENDS), say=self.say_word),
        )


def _remove_blanks(short: str) -> str:
    return re.sub(r"\s", "", short)


_OPEN_ENDED_TABLES = ("titles", "before_figure", "abbreviations", "magnitudes", "short_months")


def unfinished_sentence_pattern(tongue: Language) -> re.Pattern[str]:
    """The end of a text that a full stop does not end: a title, a word before a figure, a German ordinal."""
    open_ended = [short for name in _OPEN_ENDED_TABLES for short in tongue.data[name]]
    shorts = alternation(
        short for short in open_ended if short.endswith(".") and short not in tongue.word_set("closing")
    )
    ordinal = r"|(?<![\d.,])\d{1,3}\." if tongue.code == "de" else ""
    return re.compile(rf"(?:(?<![\w.’'-]){shorts}{ordinal})\s*$")


def rules(tongue: Language) -> tuple[Rule, ...]:
    """Titles, words before a figure, words."""
    return Abbreviations(tongue).rules()
