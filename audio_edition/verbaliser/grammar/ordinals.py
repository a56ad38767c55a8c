"""Ordinals with their ending: 1er, 2e, 3.ª, 5º, 21ste."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.grammar.language import Language
from audio_edition.verbaliser.grammar.patterns import BLANK, alternation
from audio_edition.verbaliser.rule import Rule

_TEMPERATURE = "all|alla|allo|nell|nella|sotto|sopra|circa|con|del|della|nord|sud|est|ovest"


class Ordinals:
    """The rules for the endings a language puts behind a figure."""

    def __init__(self, tongue: Language) -> None:
        """Each ending: the gender it stands for, "short" before a noun, or a word of its own."""
        self.language = tongue
        self.endings: dict[str, str] = tongue.data["ordinals"]

    def say_ordinal(self, match: re.Match[str], place: Locale) -> str | None:
        """The rank; None for a zeroth."""
        n, ending = int(match["number"]), self.endings.get(match["ending"], "m")
        if not n:
            return None
        if len(ending) > 1 and ending != "short" and n != 2:
            return None
        many = "s" * len(match.groupdict().get("many") or "")
        return self.spoken_rank(n, ending, place) + many

    def spoken_rank(self, n: int, ending: str, place: Locale) -> str:
        """The rank in the gender or the short form of its ending."""
        if ending == "short":
            return self.language.numbers.ordinal(n, "m", place).removesuffix("o")
        return ending if len(ending) > 1 else self.language.numbers.ordinal(n, ending, place)

    def rules(self) -> tuple[Rule, ...]:
        """Endings; in Italian the sign of degrees too, where no temperature is meant."""
        patterns = [
            rf"(?<![\w.,])(?P<number>\d{{1,3}})(?P<ending>{alternation(self.endings)})(?P<many>s)?(?!\w|{BLANK}?[CF]\b)"
        ]
        if self.language.code == "it":
            patterns.append(
                rf"(?<![\w.,])(?P<number>\d{{1,3}})(?P<ending>°)(?={BLANK}(?!(?:{_TEMPERATURE})\b)[a-zà-ú]{{3}})"
            )
        figure = frozenset({TokenKind.FIGURE})
        return tuple(
            Rule(name="ordinal", at=figure, pattern=re.compile(each), say=self.say_ordinal) for each in patterns
        )


def rules(tongue: Language) -> tuple[Rule, ...]:
    """Ordinals with their ending; a dot is the ending in German, `german.py`."""
    return Ordinals(tongue).rules() if "ordinals" in tongue.data else ()
