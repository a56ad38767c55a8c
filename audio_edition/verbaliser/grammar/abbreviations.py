"""Rules for abbreviations: titles before a name, words before a figure, and words anywhere."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import BLANK, NUMBER, alternation
from audio_edition.languages.tokens import TOKEN, TokenKind
from audio_edition.verbaliser.rule import Rule

_WORD_BEGINS = r"(?<![\w.’'])(?<!\w-)"
_PARTICLE = r"(?:van|von|der|ten|ter|de|del|della|di|da|do|dos|al|el|las?|les?|los)\b"
_NAME_AHEAD = rf"(?=(?:{BLANK}|(?<=t)-|(?<=te)-)[\"“„«]?(?:[A-ZÀ-Þ]|TITLES|{_PARTICLE}))"
_FIGURE_AHEAD = rf"(?:(?={BLANK}(?:\d|[IVXLC]+\b))|(?<!\w)(?=\d)|(?<=\w)(?P<figure>{NUMBER})(?!\w))"
_WORD_ENDS = r"(?!\w|\.\w)"
_CAPITALIZED_NAME = "[A-ZÄÖÜ][a-zäöüß]{2,30}"
_END_OF_LINE = re.compile(r"[\s\"“”’»«)\]]*$")


class Abbreviations:
    """The rules for the abbreviations of a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the tables of titles, of words before a figure, and of other words."""
        self.language = language
        tables: list[dict[str, str]] = [
            language.data[name] for name in ("titles", "before_figure", "abbreviations")
        ]
        self.titles, self.before_figure, self.words_anywhere = (
            {_remove_blanks(k): v for k, v in each.items()} for each in tables
        )
        self.patterns = [f"{_WORD_BEGINS}(?P<short>{alternation(table)})" for table in tables]
        self.starts = [frozenset(TOKEN.findall(word)[0] for word in table) for table in tables]
        self.word_ends: dict[str, str] = language.data.get("joined_abbreviations", {})
        self.name_ahead = _NAME_AHEAD.replace("TITLES", alternation(tables[0]))

    def say_title(self, match: re.Match[str], _: Locale) -> str:
        """Return the title in full."""
        return self.titles[_remove_blanks(match["short"])]

    def say_before_figure(self, match: re.Match[str], locale: Locale) -> str:
        """Return the word in full, and the figure if it is attached ("nº5")."""
        figure = self.language.spoken_number(match["figure"], locale) if match["figure"] else ""
        return f"{self.before_figure[_remove_blanks(match['short'])]} {figure}"

    def say_word(self, match: re.Match[str], _: Locale) -> str:
        """Return the word in full, at the end of a line with the full stop of the sentence."""
        short = match["short"]
        last = short.endswith(".") and _END_OF_LINE.match(match.string, match.end())
        return self.words_anywhere[_remove_blanks(short)] + ("." if last else "")

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules, titles first: "Fr." is a woman before a name."""
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
            *self._joined_rules(),
        )

    def _joined_rules(self) -> tuple[Rule, ...]:
        if not self.word_ends:
            return ()
        pattern = re.compile(rf"(?<!\w)(?P<name>{_CAPITALIZED_NAME})(?P<end>{alternation(self.word_ends)})")
        return (
            Rule(
                name="street",
                at=frozenset({TokenKind.NAME}),
                pattern=pattern,
                say=lambda m, _: m["name"] + self.word_ends[m["end"]],
            ),
        )


def _remove_blanks(short: str) -> str:
    return re.sub(r"\s", "", short)


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for abbreviations."""
    return Abbreviations(language).rules()
