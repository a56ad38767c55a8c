"""The German ordinal, which is a dot, and its ending, which the words before it decide."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.grammar.dates import Dates
from audio_edition.verbaliser.grammar.language import Language
from audio_edition.verbaliser.grammar.patterns import BLANK
from audio_edition.verbaliser.rule import Rule

_LINK = r"(?P<link>\s?[-–/]\s?|,?\s(?:und|oder|bis|bis zum|auf den|sowie)\s|,\s)"
_ORDINAL = re.compile(
    rf"(?<![\w.,])(?:(?P<first>\d{{1,3}})\.{_LINK})?(?P<number>\d{{1,3}})\.(?={BLANK}(?P<word>[^\W\d_][\w-]*)|[-–]\w)"
)
_DAY_AND_MONTH = re.compile(
    r"(?<![\w/.-])(?P<day>[0-3]?\d)\.\s?(?P<month>1[0-2]|0?[1-9])\.(?![\w/-]|[.,]?\d|\s?\d)"
)
_STREET = re.compile(r"(?<!\w)(?P<name>[A-ZÄÖÜ][a-zäöüß]{2,30})str\.")
_OBLIQUE_CUE = re.compile(
    r"(?:am|im|vom|zum|beim|zur|ab|bis|vor|nach|gegen|für|um|des|(?:d|dies|jed|jen)e[mn]"
    r"|(?:ein|kein|mein|dein|sein|ihr|unser)e[mnsr])"
)
_STRONG_DATIVE_CUES = frozenset({"seit", "von", "mit", "aus"})
_WEAK_CUES = frozenset(
    "die das der diese dieser dieses jede jeder jedes eine seine ihre meine unsere keine".split()
)
_MIXED_CUES = frozenset("ein kein mein dein sein ihr unser".split())
_FEMININE_ENDING = re.compile(
    r".*(?:ung|heit|keit|schaft|ion|tät|ik|ei|liga|zeit|nacht|staffel|person|hand|wahl)|.+[^b]e",
    re.IGNORECASE,
)
_NOT_FEMININE_NOUNS = frozenset("Ende Name Gebäude Kollege Gedanke Erbe Junge Kunde Experte Vorsitzende".split())
_EARLIER_DAYS = re.compile(r"(?:\d{1,3}\.(?:\s[A-ZÄ]\w+)?,?\s(?:(?:und|oder|bis|sowie)\s)?)+$")
_AUSTRIAN_MONTHS = frozenset({"Jänner", "Feber"})
_LAST_WORDS = re.compile(r"(?:(\w+)\s)?(\w+)\.?,?\s$")


class GermanDates(Dates):
    """The rules for ordinals and dates."""

    def __init__(self, tongue: Language) -> None:
        """Months are masculine; other nouns by list and ending."""
        super().__init__(tongue)
        self.month_names = (
            _AUSTRIAN_MONTHS | frozenset(self.months) | frozenset(short.rstrip(".") for short in self.short_months)
        )
        self.day_names = {day.lower().rstrip(".") for pair in self.weekdays.items() for day in pair}
        self.neuter_nouns = tongue.word_set("neuter")
        self.ranked_nouns = tongue.word_set("ranked")

    def is_feminine(self, noun: str) -> bool:
        """By list, or by its ending."""
        by_ending = noun[:1].isupper() and noun not in self.month_names | _NOT_FEMININE_NOUNS | self.neuter_nouns
        return noun in self.language.feminine_nouns or (by_ending and bool(_FEMININE_ENDING.fullmatch(noun)))

    def ordinal_ending(self, match: re.Match[str], noun: str) -> str:
        """What the case and gender add to "dritte": "n", "r", "s", "m" or nothing."""
        last = _LAST_WORDS.search(_EARLIER_DAYS.sub("", text_before(match)))
        cue, earlier = (last[2].lower(), (last[1] or "").lower()) if last else ("", "")
        if cue in self.day_names and earlier in {"am", "vom", "zum", "den", "dem"}:
            return "n"
        if _OBLIQUE_CUE.fullmatch(cue) or (cue == "der" and self.is_feminine(noun)):
            return "n"
        if cue in _STRONG_DATIVE_CUES:
            return "m"
        if cue in _WEAK_CUES or (self.is_feminine(noun) and cue not in _MIXED_CUES) or (noun.islower() and cue):
            return ""
        return "s" if noun in self.neuter_nouns else "r"

    def is_rank(self, match: re.Match[str]) -> bool:
        """An ordinal, not a number that ends a sentence."""
        word = match["word"] or ""
        if match["first"] or word in self.month_names or word in self.ranked_nouns or word[:1].islower():
            return True
        last = _LAST_WORDS.search(text_before(match))
        cue = last[2].lower() if last else ""
        oblique = _OBLIQUE_CUE.fullmatch(cue) and cue not in {"um", "bis", "für"}
        return bool(oblique) or cue in _WEAK_CUES | _MIXED_CUES

    def say_ordinal(self, match: re.Match[str], place: Locale) -> str | None:
        """One rank or two, both in the same case."""
        if not int(match["number"]) or not self.is_rank(match):
            return None
        ending = self.ordinal_ending(match, match["word"] or "")
        words = self.language.numbers.ordinal(int(match["number"]), "", place) + ending
        if not match["first"]:
            return words
        link = match["link"].strip()
        between = {"-": " bis ", "–": " bis ", "/": " und ", ",": ", "}.get(link, f" {link} ")
        return self.language.numbers.ordinal(int(match["first"]) or 1, "", place) + ending + between + words

    def spoken_day_in_context(self, match: re.Match[str], n: int, place: Locale) -> str:
        """The day in the case of the words before it."""
        return self.language.numbers.ordinal(n, "", place) + self.ordinal_ending(match, "Mai")

    def say_day_and_month(self, match: re.Match[str], place: Locale) -> str | None:
        """A day and a month ("am 3.10.") behind a word that asks for a date."""
        last = _LAST_WORDS.search(text_before(match))
        cue = last[2].lower() if last else ""
        if not 1 <= int(match["day"]) <= 31 or not (_OBLIQUE_CUE.fullmatch(cue) or cue in {"der", "seit", "von"}):
            return None
        stop = "" if match.string[match.end() :].strip() else "."
        return f"{self.spoken_day_in_context(match, int(match['day']), place)} {self.months[int(match['month']) - 1]}{stop}"

    def rules(self) -> tuple[Rule, ...]:
        """Dates in figures, then ordinals, then short months."""
        figure = frozenset({TokenKind.FIGURE})
        return (
            Rule(name="date", at=figure, pattern=_DAY_AND_MONTH, say=self.say_day_and_month),
            *super().rules(),
            Rule(
                name="street",
                at=frozenset({TokenKind.NAME}),
                pattern=_STREET,
                say=lambda m, _: f"{m['name']}straße",
            ),
            Rule(name="ordinal", at=figure, pattern=_ORDINAL, say=self.say_ordinal),
        )


def rules(tongue: Language) -> tuple[Rule, ...]:
    """German ordinals and dates."""
    return GermanDates(tongue).rules()
