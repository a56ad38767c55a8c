"""Rules for ordinals with an ending: 1er, 2e, 3.ª, 5º, 21ste."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import BLANK, alternation
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import Rule


class Ordinals:
    """The rules for the endings that make a figure an ordinal in a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the endings: each has a gender, "short" for the form before a noun, or a whole word ("second")."""
        self.language = language
        self.endings: dict[str, str] = language.data["ordinals"]

    def say_ordinal(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return the ordinal; None for zero."""
        n, ending = int(match["number"]), self.endings.get(match["ending"], "m")
        if not n:
            return None
        if len(ending) > 1 and ending != "short" and n != 2:
            return None
        many = "s" * len(match.groupdict().get("many") or "")
        return self.spoken_rank(n, ending, locale) + many

    def spoken_rank(self, n: int, ending: str, locale: Locale) -> str:
        """Return the ordinal in the gender or in the short form of its ending."""
        if ending == "short":
            return self.language.numbers.ordinal(n, locale, "m").removesuffix("o")
        return ending if len(ending) > 1 else self.language.numbers.ordinal(n, locale, ending)

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for endings; in some languages the sign of degrees too, unless it is a temperature."""
        patterns = [
            rf"(?<![\w.,])(?P<number>\d{{1,3}})(?P<ending>{alternation(self.endings)})(?P<many>s)?(?!\w|{BLANK}?[CF]\b)"
        ]
        if words := self.language.word_set("behind_degrees"):
            temperature = "|".join(sorted(words))
            patterns.append(
                rf"(?<![\w.,])(?P<number>\d{{1,3}})(?P<ending>°)(?={BLANK}(?!(?:{temperature})\b)[a-zà-ú]{{3}})"
            )
        figure = frozenset({TokenKind.FIGURE})
        return tuple(
            Rule(name="ordinal", at=figure, pattern=re.compile(each), say=self.say_ordinal) for each in patterns
        )


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for ordinals with an ending; ordinals with a full stop are in `dotted_ordinals.py`."""
    return Ordinals(language).rules() if "ordinals" in language.data else ()
