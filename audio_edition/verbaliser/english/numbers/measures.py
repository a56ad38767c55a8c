"""Rules for measures: 7,644km, 2,000 sq km, 40kWh, 12 g/km, a 3km run, 5-10kg."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_number
from audio_edition.languages.en.spoken import load_table, load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.numbers.attributive import is_before_noun
from audio_edition.verbaliser.english.numbers.fractions import spoken_quantity
from audio_edition.verbaliser.english.patterns import (
    DASH,
    FIGURE_TOKENS,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    SIGNED_FIGURE_TOKENS,
    alternation,
    localize_spelling,
    spoken_magnitude,
    spoken_minus,
)
from audio_edition.verbaliser.rule import LazyPattern, Rule

_JOINED_UNITS: dict[str, list[str]] = load_table("units")["units"]
_SEPARATE_UNITS: dict[str, list[str]] = load_table("units")["apart"]
_UNITS_AFTER_PER: dict[str, str] = load_table("units")["per"]
_FRACTIONS: dict[str, str] = load_table("signs")["fractions"]
_UNITS: dict[str, list[str]] = _JOINED_UNITS | _SEPARATE_UNITS
_LONG_UNITS: dict[str, list[str]] = {
    "miles": ["mile", "miles"],
    "mile": ["mile", "miles"],
    "metres": ["metre", "metres"],
    "inches": ["inch", "inches"],
    "feet": ["foot", "feet"],
    "yards": ["yard", "yards"],
}
_TIME_UNITS = {"second", "minute", "hour"}
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic", "sq": "square", "cu": "cubic"}
_LETTERS = "[A-Za-zµμ]"
_EXPONENT = r"[²³]|(?<=[mts])[23](?!\d)"
_UNIT = (
    rf"(?P<join>\s?-?)(?:(?P<shape>sq|cu)\.?\s(?P<area>{_LETTERS}{{1,6}})|(?P<unit>{_LETTERS}{{1,4}})(?P<raised>{_EXPONENT})?)"
    rf"(?:/(?P<per_shape>sq\s)?(?P<per>{_LETTERS}{{1,9}})(?P<per_raised>{_EXPONENT})?)?"
)
_SIZE = r"(?P<size>(?:bn|trn|tn|m|k)(?=\s)|\s(?:hundred|thousand|million|billion|trillion)(?=\s))?"
_LOW = rf"(?P<low>(?:\d{{1,3}}[ -])?\d{{1,2}}/\d{{1,2}}(?!\d)|{NUMBER}|\.\d+)(?P<half>[{''.join(_FRACTIONS)}])?"
_HIGH = rf"(?:\s?(?P<low_unit>{_LETTERS}{{1,4}})?{DASH}(?P<high>{NUMBER}))?"
_MEASURE = LazyPattern(rf"{MINUS}{NUMBER_BEGINS}{_LOW}{_HIGH}{_SIZE}{_UNIT}(?![\w²³]|-\d|\s\d+\s)(?!\.[A-Za-z])")
_BARE_PER = LazyPattern(
    rf"{NUMBER_BEGINS}(?P<low>{NUMBER})/(?P<per>{_LETTERS}{{2,9}})(?P<raised>{_EXPONENT})?(?![\w²³])"
)
_PER_SQUARE = LazyPattern(rf"\bper (?P<shape>sq|cu)\.? (?P<area>{_LETTERS}{{1,6}})\b")
_ADVERBS = load_word_set("cues", "adverbs")
_METRES = LazyPattern(
    rf"{NUMBER_BEGINS}(?P<low>{NUMBER})m(?=[-\s](?:{alternation(load_word_set('cues', 'measured'))})\b"
    r"|\s(?:from the|by \d|[x×]\s?\d|of (?:water|snow|rope|sea|cable|fabric|wall|fence)\b))"
)
_HEIGHT = LazyPattern(rf"(?:(?<=\()|(?<=\s))(?P<low>{NUMBER})m(?=[),;.]|\s(?:and|or|at|in)\b|$)")
_HEIGHT_CUE = re.compile(rf"\b{alternation(load_word_set('cues', 'heights'))}\b")
_HEIGHT_CUE_REACH = 48
"""Number of characters before a figure that are searched for a word that makes it a height."""

_SIDE_UNIT = rf"\s?{_LETTERS}{{1,4}}(?![A-Za-z])"
_DIMENSIONS = LazyPattern(
    rf"{NUMBER_BEGINS}(?P<a>{NUMBER})(?P<au>{_SIDE_UNIT})?\s?(?P<sign>[x×])\s?(?P<b>{NUMBER})(?P<bu>{_SIDE_UNIT})?"
    rf"(?:\s?[x×]\s?(?P<c>{NUMBER})(?P<cu>{_SIDE_UNIT})?)?(?!\w|\.\d)"
)


def _say_measure(match: re.Match[str], locale: Locale) -> str | None:
    names = _unit_names(match)
    if names is None or (match["low_unit"] and match["low_unit"] not in _UNITS):
        return None
    words = spoken_minus(match) + spoken_quantity(match["low"], locale)
    if match["half"]:
        words += f" and {_FRACTIONS[match['half']]}"
    if match["high"]:
        words += f" to {spoken_number(match['high'], locale)}"
    size = spoken_magnitude(match["size"])
    return localize_spelling(f"{words} {size} {names[not _is_singular(match, size)]}{_spoken_per(match)}", locale)


def _unit_names(match: re.Match[str]) -> tuple[str, str] | None:
    """Return the singular and the plural of the unit, squared or cubed; None if it is not a unit here."""
    unit, shape = match["unit"] or match["area"], match["shape"] or match["raised"]
    units = _UNITS | _LONG_UNITS if match["area"] else _UNITS
    if unit not in units:
        return None
    is_separate = " " in match["join"] or shape or match["per"]
    if unit in _SEPARATE_UNITS and not is_separate:
        return None
    singular, plural = units[unit]
    return (f"{_POWERS[shape]} {singular}", f"{_POWERS[shape]} {plural}") if shape else (singular, plural)


def _is_singular(match: re.Match[str], size: str) -> bool:
    low = match["low"]
    at_most_one = low == "1" or ("/" in low and not re.search(r"[ -]", low))
    alone = not (match["high"] or size or match["half"])
    return match["join"].endswith("-") or is_before_noun(match) or (at_most_one and alone)


def _spoken_per(match: re.Match[str]) -> str:
    """Return the words for the unit behind the stroke; a word that is not a unit is kept as it is."""
    if not match["per"]:
        return ""
    per = _UNITS_AFTER_PER.get(match["per"], match["per"])
    if match["per_raised"] and per in _TIME_UNITS:
        return f" per {per} {'squared' if match['per_raised'] in '2²' else 'cubed'}"
    shape = "square " if match["per_shape"] else f"{_POWERS[match['per_raised']]} " if match["per_raised"] else ""
    return f" per {shape}{per}"


def _say_bare_per(match: re.Match[str], locale: Locale) -> str | None:
    """Say "320/km²", where the sentence names the things that are counted."""
    if match["per"] not in _UNITS_AFTER_PER:
        return None
    shape = f"{_POWERS[match['raised']]} " if match["raised"] else ""
    return localize_spelling(
        f"{spoken_number(match['low'], locale)} per {shape}{_UNITS_AFTER_PER[match['per']]}", locale
    )


def _say_per_square(match: re.Match[str], locale: Locale) -> str | None:
    names = (_UNITS | _LONG_UNITS).get(match["area"])
    return localize_spelling(f"per {_POWERS[match['shape']]} {names[0]}", locale) if names else None


_STANDALONE_UNITS = frozenset("km kg mmHg kWh MWh GWh TWh mph kph MHz GHz MW GW kW ml cm mm".split())
_STANDALONE_UNIT = LazyPattern(rf"(?<![\w.,])(?P<per>per )?(?P<unit>{_LETTERS}{{1,4}})(?![\w./-])")


def _say_unit_alone(match: re.Match[str], locale: Locale) -> str | None:
    """Say a unit without a figure: "per kg", "measured in km"."""
    unit = match["unit"]
    if unit not in (_STANDALONE_UNITS | {"t", "ha", "oz", "lb"} if match["per"] else _STANDALONE_UNITS):
        return None
    singular, plural = _UNITS[unit]
    return localize_spelling(f"per {singular}" if match["per"] else plural, locale)


def _say_metres(match: re.Match[str], locale: Locale) -> str:
    """Say "m" as metres where the words after it show a measure; elsewhere in newspapers it means millions."""
    after = re.match(r"\s(\w+)", match.string[match.end() :])
    is_plural = match["low"] != "1" and after is not None and after[1] in _ADVERBS | {"from", "by", "x", "of"}
    return localize_spelling(f"{spoken_number(match['low'], locale)} {'metres' if is_plural else 'metre'}", locale)


def _say_distance(match: re.Match[str], locale: Locale) -> str:
    """Say "400m" as a distance after a verb of motion: "swam 400m"."""
    return localize_spelling(
        f"{spoken_number(match['low'], locale)} metre{'' if is_before_noun(match) else 's'}", locale
    )


def _say_height(match: re.Match[str], locale: Locale) -> str | None:
    """Say a height or width in metres: "Mt Everest (8,849m)", "a wingspan of 79.8m"."""
    before = text_before(match, _HEIGHT_CUE_REACH)
    return (
        localize_spelling(f"{spoken_number(match['low'], locale)} metres", locale)
        if _HEIGHT_CUE.search(before)
        else None
    )


def _say_dimensions(match: re.Match[str], locale: Locale) -> str | None:
    """Say "10m x 5m" or "3x5in" with "by"; return None for "×" without a unit, which multiplies."""
    sides = [(match[n], (match[f"{n}u"] or "").strip()) for n in "abc" if match[n]]
    units = [unit for _, unit in sides if unit]
    if any(unit not in _UNITS for unit in units) or not (units or match["sign"] == "x"):
        return None
    spoken = [f"{spoken_number(n, locale)} {_UNITS[unit][n != '1'] if unit else ''}".strip() for n, unit in sides]
    return localize_spelling(" by ".join(spoken), locale)


_MOTION_VERBS = "swam swim swims ran run runs rowed cycled walked jumped threw fell dropped climbed".split()
_AFTER_MOTION_VERB = "|".join(f"(?<={verb} )" for verb in _MOTION_VERBS)
_DISTANCE = LazyPattern(rf"(?:{_AFTER_MOTION_VERB})(?P<low>{NUMBER})m(?!\w)")
_RACE = LazyPattern(
    r"(?:(?<=[tT]he )|(?<=men['’]s ))(?P<low>60|100|200|400|800|1,?500|3,?000|5,?000|10,?000)m(?!\w)"
)
_ATHLETICS_CUE = re.compile(rf"\b{alternation(load_word_set('cues', 'athletics'))}\b", re.IGNORECASE)


def _say_race(match: re.Match[str], locale: Locale) -> str | None:
    """Say "the 1,500m" as "fifteen hundred metres" if the text is about athletics."""
    if not _ATHLETICS_CUE.search(match.string):
        return None
    metres = int(match["low"].replace(",", ""))
    number = "fifteen hundred" if metres == 1500 else spoken_number(match["low"], locale)
    return localize_spelling(f"{number} metre{'' if is_before_noun(match) else 's'}", locale)


_SPEED_ALONE = LazyPattern(r"(?<=\s)(?P<unit>m|km)/(?P<per>s|h)(?!\w)")


def _say_speed_alone(match: re.Match[str], locale: Locale) -> str:
    return localize_spelling(f"{_UNITS[match['unit']][1]} per {_UNITS_AFTER_PER[match['per']]}", locale)


RULES = (
    Rule(
        name="measure",
        at=frozenset({"m", "km"}),
        pattern=_SPEED_ALONE,
        say=_say_speed_alone,
        follows=frozenset("/"),
    ),
    Rule(name="measure", at=_STANDALONE_UNITS | {"per"}, pattern=_STANDALONE_UNIT, say=_say_unit_alone),
    Rule(name="measure", at=FIGURE_TOKENS, pattern=_DISTANCE, say=_say_distance, needs=frozenset("m")),
    Rule(name="measure", at=FIGURE_TOKENS, pattern=_HEIGHT, say=_say_height, needs=frozenset("m")),
    Rule(name="measure", at=FIGURE_TOKENS, pattern=_RACE, say=_say_race, needs=frozenset("m")),
    Rule(name="measure", at=frozenset({"per"}), pattern=_PER_SQUARE, say=_say_per_square),
    Rule(name="rate", at=FIGURE_TOKENS, pattern=_BARE_PER, say=_say_bare_per, needs=frozenset("/")),
    Rule(name="dimensions", at=FIGURE_TOKENS, pattern=_DIMENSIONS, say=_say_dimensions, needs=frozenset("x×")),
    Rule(name="measure", at=FIGURE_TOKENS, pattern=_METRES, say=_say_metres, needs=frozenset("m")),
    Rule(name="measure", at=SIGNED_FIGURE_TOKENS, pattern=_MEASURE, say=_say_measure),
)
