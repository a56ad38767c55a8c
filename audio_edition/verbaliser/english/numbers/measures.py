"""Measures: 7,644km, 2,000 sq km, 40kWh, 12 g/km, a 3km run, 5-10kg."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.english.data import table, words
from audio_edition.verbaliser.english.numbers.attributive import before_noun
from audio_edition.verbaliser.english.numbers.fractions import quantity
from audio_edition.verbaliser.english.numbers.number_words import number
from audio_edition.verbaliser.english.patterns import (
    DASH,
    FIGURE,
    FREE,
    MINUS,
    NUMBER,
    SIGNED,
    in_place,
    magnitude,
    one_of,
    spoken_minus,
)
from audio_edition.verbaliser.rule import Lazy, Rule

_STUCK: dict[str, list[str]] = table("units")["units"]
_APART: dict[str, list[str]] = table("units")["apart"]
_PER: dict[str, str] = table("units")["per"]
_FRACTIONS: dict[str, str] = table("signs")["fractions"]
_UNITS: dict[str, list[str]] = _STUCK | _APART
_LONG: dict[str, list[str]] = {
    "miles": ["mile", "miles"],
    "mile": ["mile", "miles"],
    "metres": ["metre", "metres"],
    "inches": ["inch", "inches"],
    "feet": ["foot", "feet"],
    "yards": ["yard", "yards"],
}
_TIMES = {"second", "minute", "hour"}
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic", "sq": "square", "cu": "cubic"}
_LETTERS = "[A-Za-zµμ]"
_RAISED = r"[²³]|(?<=[mts])[23](?!\d)"
_UNIT = (
    rf"(?P<join>\s?-?)(?:(?P<shape>sq|cu)\.?\s(?P<area>{_LETTERS}{{1,6}})|(?P<unit>{_LETTERS}{{1,4}})(?P<raised>{_RAISED})?)"
    rf"(?:/(?P<per_shape>sq\s)?(?P<per>{_LETTERS}{{1,9}})(?P<per_raised>{_RAISED})?)?"
)
_SIZE = r"(?P<size>(?:bn|trn|tn|m|k)(?=\s)|\s(?:hundred|thousand|million|billion|trillion)(?=\s))?"
_LOW = rf"(?P<low>(?:\d{{1,3}}[ -])?\d{{1,2}}/\d{{1,2}}(?!\d)|{NUMBER}|\.\d+)(?P<half>[{''.join(_FRACTIONS)}])?"
_HIGH = rf"(?:\s?(?P<low_unit>{_LETTERS}{{1,4}})?{DASH}(?P<high>{NUMBER}))?"
_MEASURE = Lazy(rf"{MINUS}{FREE}{_LOW}{_HIGH}{_SIZE}{_UNIT}(?![\w²³]|-\d|\s\d+\s)(?!\.[A-Za-z])")
_BARE_PER = Lazy(rf"{FREE}(?P<low>{NUMBER})/(?P<per>{_LETTERS}{{2,9}})(?P<raised>{_RAISED})?(?![\w²³])")
_PER_SQUARE = Lazy(rf"\bper (?P<shape>sq|cu)\.? (?P<area>{_LETTERS}{{1,6}})\b")
_ADVERBS = words("cues", "adverbs")
_METRES = Lazy(
    rf"{FREE}(?P<low>{NUMBER})m(?=[-\s](?:{one_of(words('cues', 'measured'))})\b"
    r"|\s(?:from the|by \d|[x×]\s?\d|of (?:water|snow|rope|sea|cable|fabric|wall|fence)\b))"
)
_HEIGHT = Lazy(rf"(?:(?<=\()|(?<=\s))(?P<low>{NUMBER})m(?=[),;.]|\s(?:and|or|at|in)\b|$)")
_MOUNTAIN = re.compile(rf"\b{one_of(words('cues', 'heights'))}\b")
_NEAR = 48
"""Characters before a figure in which the word must stand that makes it a height."""

_SIDE = rf"\s?{_LETTERS}{{1,4}}(?![A-Za-z])"
_BY = Lazy(
    rf"{FREE}(?P<a>{NUMBER})(?P<au>{_SIDE})?\s?(?P<sign>[x×])\s?(?P<b>{NUMBER})(?P<bu>{_SIDE})?"
    rf"(?:\s?[x×]\s?(?P<c>{NUMBER})(?P<cu>{_SIDE})?)?(?!\w|\.\d)"
)


def _measure(match: re.Match[str], place: Locale) -> str | None:
    names = _names(match)
    if names is None or (match["low_unit"] and match["low_unit"] not in _UNITS):
        return None
    words = spoken_minus(match) + quantity(match["low"], place)
    if match["half"]:
        words += f" and {_FRACTIONS[match['half']]}"
    if match["high"]:
        words += f" to {number(match['high'], place)}"
    size = magnitude(match["size"])
    return in_place(f"{words} {size} {names[not _single(match, size)]}{_per(match)}", place)


def _names(match: re.Match[str]) -> tuple[str, str] | None:
    """One and many of the unit, squared or cubed; None if it is no unit, or not one where it stands."""
    unit, shape = match["unit"] or match["area"], match["shape"] or match["raised"]
    table_ = _UNITS | _LONG if match["area"] else _UNITS
    if unit not in table_:
        return None
    apart = " " in match["join"] or shape or match["per"]
    if unit in _APART and not apart:
        return None
    one, many = table_[unit]
    return (f"{_POWERS[shape]} {one}", f"{_POWERS[shape]} {many}") if shape else (one, many)


def _single(match: re.Match[str], size: str) -> bool:
    low = match["low"]
    at_most_one = low == "1" or ("/" in low and not re.search(r"[ -]", low))
    alone = not (match["high"] or size or match["half"])
    return match["join"].endswith("-") or before_noun(match) or (at_most_one and alone)


def _per(match: re.Match[str]) -> str:
    """What follows the stroke; a word that is no unit is said as it is."""
    if not match["per"]:
        return ""
    per = _PER.get(match["per"], match["per"])
    if match["per_raised"] and per in _TIMES:
        return f" per {per} {'squared' if match['per_raised'] in '2²' else 'cubed'}"
    shape = "square " if match["per_shape"] else f"{_POWERS[match['per_raised']]} " if match["per_raised"] else ""
    return f" per {shape}{per}"


def _bare_per(match: re.Match[str], place: Locale) -> str | None:
    """320/km²: so many of what the sentence says."""
    if match["per"] not in _PER:
        return None
    shape = f"{_POWERS[match['raised']]} " if match["raised"] else ""
    return in_place(f"{number(match['low'], place)} per {shape}{_PER[match['per']]}", place)


def _per_square(match: re.Match[str], place: Locale) -> str | None:
    names = (_UNITS | _LONG).get(match["area"])
    return in_place(f"per {_POWERS[match['shape']]} {names[0]}", place) if names else None


_ALONE = frozenset("km kg mmHg kWh MWh GWh TWh mph kph MHz GHz MW GW kW ml cm mm".split())
_UNIT_ALONE = Lazy(rf"(?<![\w.,])(?P<per>per )?(?P<unit>{_LETTERS}{{1,4}})(?![\w./-])")


def _unit_alone(match: re.Match[str], place: Locale) -> str | None:
    """A unit without its figure: "per kg", "measured in km"."""
    unit = match["unit"]
    if unit not in (_ALONE | {"t", "ha", "oz", "lb"} if match["per"] else _ALONE):
        return None
    one, many = _UNITS[unit]
    return in_place(f"per {one}" if match["per"] else many, place)


def _metres(match: re.Match[str], place: Locale) -> str:
    """A bare m is millions in a newspaper unless the words behind it measure."""
    behind = re.match(r"\s(\w+)", match.string[match.end() :])
    plural = match["low"] != "1" and behind is not None and behind[1] in _ADVERBS | {"from", "by", "x", "of"}
    return in_place(f"{number(match['low'], place)} {'metres' if plural else 'metre'}", place)


def _covered(match: re.Match[str], place: Locale) -> str:
    """Swam 400m: behind a verb of moving."""
    return in_place(f"{number(match['low'], place)} metre{'' if before_noun(match) else 's'}", place)


def _height(match: re.Match[str], place: Locale) -> str | None:
    """Mt Everest (8,849m); a wingspan of 79.8m."""
    ahead = before(match, _NEAR)
    return in_place(f"{number(match['low'], place)} metres", place) if _MOUNTAIN.search(ahead) else None


def _by(match: re.Match[str], place: Locale) -> str | None:
    """10m x 5m, 3x5in: how long by how wide. Without a unit a × multiplies."""
    sides = [(match[n], (match[f"{n}u"] or "").strip()) for n in "abc" if match[n]]
    units = [unit for _, unit in sides if unit]
    if any(unit not in _UNITS for unit in units) or not (units or match["sign"] == "x"):
        return None
    spoken = [f"{number(n, place)} {_UNITS[unit][n != '1'] if unit else ''}".strip() for n, unit in sides]
    return in_place(" by ".join(spoken), place)


_MOVED = "swam swim swims ran run runs rowed cycled walked jumped threw fell dropped climbed".split()
_BEHIND_VERB = "|".join(f"(?<={verb} )" for verb in _MOVED)
_COVERED = Lazy(rf"(?:{_BEHIND_VERB})(?P<low>{NUMBER})m(?!\w)")
_RACE = Lazy(r"(?:(?<=[tT]he )|(?<=men['’]s ))(?P<low>60|100|200|400|800|1,?500|3,?000|5,?000|10,?000)m(?!\w)")
_ATHLETICS = re.compile(rf"\b{one_of(words('cues', 'athletics'))}\b", re.IGNORECASE)


def _race(match: re.Match[str], place: Locale) -> str | None:
    """The 1,500m, where somebody runs: "fifteen hundred metres"."""
    if not _ATHLETICS.search(match.string):
        return None
    metres = int(match["low"].replace(",", ""))
    said = "fifteen hundred" if metres == 1500 else number(match["low"], place)
    return in_place(f"{said} metre{'' if before_noun(match) else 's'}", place)


_SPEED_ALONE = Lazy(r"(?<=\s)(?P<unit>m|km)/(?P<per>s|h)(?!\w)")


def _speed_alone(match: re.Match[str], place: Locale) -> str:
    return in_place(f"{_UNITS[match['unit']][1]} per {_PER[match['per']]}", place)


RULES = (
    Rule(name="measure", at=frozenset({"m", "km"}), pattern=_SPEED_ALONE, say=_speed_alone, follows=frozenset("/")),
    Rule(name="measure", at=_ALONE | {"per"}, pattern=_UNIT_ALONE, say=_unit_alone),
    Rule(name="measure", at=FIGURE, pattern=_COVERED, say=_covered, needs=frozenset("m")),
    Rule(name="measure", at=FIGURE, pattern=_HEIGHT, say=_height, needs=frozenset("m")),
    Rule(name="measure", at=FIGURE, pattern=_RACE, say=_race, needs=frozenset("m")),
    Rule(name="measure", at=frozenset({"per"}), pattern=_PER_SQUARE, say=_per_square),
    Rule(name="rate", at=FIGURE, pattern=_BARE_PER, say=_bare_per, needs=frozenset("/")),
    Rule(name="dimensions", at=FIGURE, pattern=_BY, say=_by, needs=frozenset("x×")),
    Rule(name="measure", at=FIGURE, pattern=_METRES, say=_metres, needs=frozenset("m")),
    Rule(name="measure", at=SIGNED, pattern=_MEASURE, say=_measure),
)
