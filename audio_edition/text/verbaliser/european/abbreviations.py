"""Short forms in full: titles before a name, words before a figure, and words anywhere."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.european.patterns import BLANK, one_of
from audio_edition.text.verbaliser.european.tongue import Tongue
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import TOKEN, Kind

_START = r"(?<![\w.’'])(?<!\w-)"
_NAME = rf"(?={BLANK}[\"“„«]?(?:[A-ZÀ-Þ]|(?:van|von|der|ten|ter|de|del|della|di|da|do|dos|al|el|la|le)\b))"
_FIGURE = rf"(?={BLANK}?(?:\d|[IVXLC]+\b))"
_NOTHING_MORE = re.compile(r"[\s\"“”’»«)\]]*$")


class Abbreviations:
    """The rules for the short forms of a language."""

    def __init__(self, tongue: Tongue) -> None:
        """The three tables."""
        self.tables: dict[str, dict[str, str]] = {
            name: tongue.data[name] for name in ("titles", "before_figure", "abbreviations")
        }

    def rules(self) -> tuple[Rule, ...]:
        """Titles first: "Fr." is a woman before a name."""
        return tuple(
            self._rule(*each) for each in (("titles", _NAME), ("before_figure", _FIGURE), ("abbreviations", ""))
        )

    def _rule(self, name: str, ahead: str) -> Rule:
        words = self.tables[name]
        by_letters = {_letters(short): spoken for short, spoken in words.items()}
        pattern = re.compile(
            rf"{_START}(?P<short>{one_of(words)}){ahead}(?!\w|\.\w)"
            if not ahead
            else rf"{_START}(?P<short>{one_of(words)}){ahead}"
        )

        def say(match: re.Match[str], _: Locale) -> str:
            """In full; the dot of the last word is the sentence's too."""
            short = match["short"]
            last = short.endswith(".") and _NOTHING_MORE.match(match.string, match.end())
            return by_letters[_letters(short)] + ("." if last else " " if ahead == _FIGURE else "")

        return Rule(name=name.replace("_", " "), at=_starts(words), pattern=pattern, say=say)


def _letters(short: str) -> str:
    return re.sub(r"\s", "", short)


def _starts(words: dict[str, str]) -> frozenset[Kind | str]:
    return frozenset(TOKEN.findall(word)[0] for word in words)


def going_on(tongue: Tongue) -> re.Pattern[str]:
    """The end of a text that a full stop does not end: a title, a word before a figure, a German ordinal."""
    open_ended = [short for name in ("titles", "before_figure", "abbreviations") for short in tongue.data[name]]
    shorts = one_of(short for short in open_ended if short.endswith(".") and short not in tongue.list_of("closing"))
    ordinal = r"|(?<![\d.,])\d{1,3}\." if tongue.language == "de" else ""
    return re.compile(rf"(?:(?<![\w.’'-]){shorts}{ordinal})\s*$")


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Titles, words before a figure, words."""
    return Abbreviations(tongue).rules()
