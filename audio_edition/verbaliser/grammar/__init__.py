"""German, French, Spanish, Italian, Portuguese and Dutch: the same families over the data of each."""

from __future__ import annotations

import re
from functools import cache

from audio_edition.verbaliser.any_language import PAUSES, SILENT
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
from audio_edition.verbaliser.grammar.language import Tongue
from audio_edition.verbaliser.rule import Rule


def rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language in the order they are tried."""
    tongue = Tongue(language)
    calendar = german if language == "de" else dates
    families = (clocks, money, calendar, ordinals, compounds, measures, years, roman, cardinals)
    return (
        *SILENT,
        *addresses.rules(tongue),
        *telephone.rules(tongue),
        *abbreviations.rules(tongue),
        *(rule for family in families for rule in family.rules(tongue)),
        *acronyms.rules(tongue),
        *signs.rules(tongue),
        *PAUSES,
        *cardinals.left_over(tongue),
    )


@cache
def going_on(language: str) -> re.Pattern[str]:
    """The end of a text whose full stop ends no sentence."""
    return abbreviations.going_on(Tongue(language))
