"""The rules for English: `RULES` holds every family of rules in the order in which they are tried."""

from audio_edition.languages import Language
from audio_edition.verbaliser.any_language import PAUSE_RULES, SILENT_RULES
from audio_edition.verbaliser.english.codes import (
    addresses,
    codes,
    coordinates,
    formulas,
    handles,
    postcodes,
    references,
    signs,
    telephone,
)
from audio_edition.verbaliser.english.names import (
    abbreviations,
    acronyms,
    capitals,
    idioms,
    initials,
    states,
    streets,
    titles,
)
from audio_edition.verbaliser.english.numbers import (
    book_numbers,
    cardinals,
    decades,
    fractions,
    grades,
    lengths,
    magnitudes,
    measures,
    money,
    ordinals,
    percentages,
    powers,
    ranges,
    roman,
    scores,
    temperatures,
)
from audio_edition.verbaliser.english.times import clocks, dates, weekdays, years
from audio_edition.verbaliser.rule import Rule

_RULES = (
    *grades.RULES,
    *SILENT_RULES,
    *addresses.RULES,
    *handles.RULES,
    *capitals.RULES,
    *book_numbers.RULES,
    *formulas.RULES,
    *telephone.RULES,
    *postcodes.RULES,
    *titles.RULES,
    *states.RULES,
    *streets.RULES,
    *references.RULES,
    *roman.RULES,
    *idioms.RULES,
    *money.RULES,
    *dates.RULES,
    *weekdays.RULES,
    *clocks.RULES,
    *coordinates.RULES,
    *lengths.RULES,
    *temperatures.RULES,
    *percentages.RULES,
    *decades.RULES,
    *measures.RULES,
    *powers.RULES,
    *years.RULES,
    *fractions.RULES,
    *scores.RULES,
    *ordinals.RULES,
    *magnitudes.RULES,
    *ranges.RULES,
    *codes.RULES,
    *cardinals.RULES,
    *initials.RULES,
    *abbreviations.RULES,
    *acronyms.RULES,
    *signs.RULES,
    *PAUSE_RULES,
    *cardinals.REMAINING_DIGITS_RULES,
)


def rules(_: Language) -> tuple[Rule, ...]:
    """Return the rules of English in the order they are tried."""
    return _RULES
