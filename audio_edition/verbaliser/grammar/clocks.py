"""Rules for times of day: 18.30 Uhr, 18h30, 18:30."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage, Noun
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import BLANK, DASH, alternation
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.rule import Rule

_HOUR, _MINUTE = r"(?P<hour>[01]?\d|2[0-4])", r"(?P<minute>[0-5]\d)"
_DURATION = (
    rf"(?<![\w.,:])(\d{{1,2}})(?::|{BLANK}?[hHu]{BLANK}?)([0-5]\d)(?::|{BLANK}?(?:min|mn|m|['’]){BLANK}?)([0-5]\d)"
    r"(?:s|''|[\"”])?(?![\w:])"
)
_SPAN = rf"(?:(?P<from>[01]?\d|2[0-4])(?:[.:hu](?P<from_minute>[0-5]\d)|h)?{DASH})?"


class Clocks:
    """The rules for the times of day of a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the noun of the hour and the templates of a time."""
        self.language = language
        self.clock = language.data["clock"]
        self.noun = Noun(*self.clock["hour"])

    def spoken_time(self, hour: str, minute: str | None, locale: Locale) -> str:
        """Return hours and minutes ("achtzehn Uhr dreißig"); whole hours have no minutes."""
        spoken = self.language.cardinal(int(hour), locale, self.noun.gender)
        noun = self.language.noun_form(str(int(hour)), self.noun, locale)
        if not minute or minute == "00":
            return str(self.clock["whole"].format(hour=spoken, noun=noun))
        zero = self.clock["zero"] if minute[0] == "0" else ""
        minutes = zero + self.language.cardinal(int(minute), locale)
        return str(self.clock["time"].format(hour=spoken, noun=noun, minute=minutes))

    def say_time(self, match: re.Match[str], locale: Locale) -> str:
        """Return one time or a range of two."""
        last = self.spoken_time(match["hour"], match.groupdict().get("minute"), locale)
        if not match.groupdict().get("from"):
            return last
        whole = not match["from_minute"] and "{noun}" in self.clock["whole"]
        alone = self.language.cardinal(int(match["from"]), locale, self.noun.gender)
        first = alone if whole else self.spoken_time(match["from"], match["from_minute"], locale)
        return self.language.spoken_range(first, last, text_before(match))

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for times with a noun, a letter or a colon, or behind a word that expects a time."""
        bare = ""
        patterns = [rf"(?<![\w.,:]){_SPAN}{_HOUR}:{_MINUTE}(?:{BLANK}?h)?(?![\w:%]|[.,]\d)"]
        if behind := self.clock["behind"]:
            patterns.insert(0, rf"(?<![\w.,:]){_SPAN}{_HOUR}(?:[.:]{_MINUTE})?{BLANK}?{alternation(behind)}(?!\w)")
        if letters := self.clock["letters"]:
            patterns.insert(
                0, rf"(?<![\w.,:]){_SPAN}{_HOUR}{BLANK}?[{letters}](?:{BLANK}?{_MINUTE}(?:min|m)?)?(?!\w)"
            )
        if words := self.clock["before"]:
            cue = "|".join(f"(?<=\\b{word}\\s)" for word in words)
            patterns.append(rf"(?:{cue}){_SPAN}{_HOUR}[.:h]{_MINUTE}(?![\w:%]|[.,]\d)")
            bare = rf"(?:{cue}){_HOUR}(?![\w:%°/–-]|[.,][\dºª]|{BLANK}\w+s\b)"
        figure = frozenset({TokenKind.FIGURE})
        found = [Rule(name="time", at=figure, pattern=re.compile(each), say=self.say_time) for each in patterns]
        if bare:
            found.append(Rule(name="hour", at=figure, pattern=re.compile(bare), say=self.say_bare_hour))
        hours = alternation(self.clock["hours"][1:])
        duration = re.compile(rf"{_DURATION}(?:{BLANK}{hours}(?!\w))?")
        return (Rule(name="duration", at=figure, pattern=duration, say=self.say_duration), *found)

    def say_bare_hour(self, match: re.Match[str], locale: Locale) -> str:
        """Return an hour without minutes, in the gender of hours."""
        return self.language.cardinal(int(match["hour"]), locale, self.noun.gender)

    def say_duration(self, match: re.Match[str], locale: Locale) -> str:
        """Return a duration in hours, minutes and seconds."""
        nouns = (Noun(*self.clock[unit]) for unit in ("hours", "minutes", "seconds"))
        parts = zip(match.groups(), nouns, strict=True)
        return ", ".join(self.language.spoken_amount(str(int(figure)), noun, locale) for figure, noun in parts)


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for times of day."""
    return Clocks(language).rules()
