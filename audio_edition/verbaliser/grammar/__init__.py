"""German, French, Spanish, Italian, Portuguese and Dutch: the same families over the data of each."""

from __future__ import annotations

import re
from functools import cache

from audio_edition.verbaliser.any_language import PAUSE_RULES, SILENT_RULES
from audio_edition.verbaliser.grammar import (
    abbreviations,
    acronyms,
    addresses,
    cardinals,
    clocks,
    compounds,
    dates,
    german,
    measures,
    money,
    ordinals,
    roman,
    signs,
    telephone,
    years,
)
from audio_edition.verbaliser.grammar.language import Language
from audio_edition.verbaliser.rule import Rule


def rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language in the order they are tried."""
    tongue = Language(language)
    calendar = german if language == "de" else dates
    families = (clocks, money, calendar, ordinals, compounds, measures, years, roman, cardinals)
    return (
        *SILENT_RULES,
        *addresses.rules(tongue),
        *telephone.rules(tongue),
        *abbreviations.rules(tongue),
        *(rule for family in families for rule in family.rules(tongue)),
        *acronyms.rules(tongue),
        *signs.rules(tongue),
        *PAUSE_RULES,
        *cardinals.remaining_digits_rules(tongue),
    )


@cache
def unfinished_sentence_pattern(language: str) -> re.Pattern[str]:
    """The end of a text whose full stop ends no sentence."""
    return abbreviations.unfinished_sentence_pattern(Language(language))
