"""German, French, Spanish, Italian, Portuguese and Dutch: the same families of rules over the data of each."""

from __future__ import annotations

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.verbaliser.any_language import PAUSE_RULES, SILENT_RULES
from audio_edition.verbaliser.grammar import (
    abbreviations,
    acronyms,
    addresses,
    cardinals,
    clocks,
    compounds,
    dates,
    dotted_ordinals,
    measures,
    money,
    ordinals,
    roman,
    signs,
    telephone,
    years,
)
from audio_edition.verbaliser.rule import Rule


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules of a language in the order they are tried."""
    calendar = dotted_ordinals if language.has_dotted_ordinals else dates
    families = (clocks, money, calendar, ordinals, compounds, measures, years, roman, cardinals)
    return (
        *SILENT_RULES,
        *addresses.rules(language),
        *telephone.rules(language),
        *abbreviations.rules(language),
        *(rule for family in families for rule in family.rules(language)),
        *acronyms.rules(language),
        *signs.rules(language),
        *PAUSE_RULES,
        *cardinals.remaining_digits_rules(language),
    )
