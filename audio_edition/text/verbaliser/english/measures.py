"""Measures: 7,644km, 2,000 sq km, 40kWh, 12 g/km, a 3km run, 5-10kg."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.attributive import before_noun
from audio_edition.text.verbaliser.english.data import table
from audio_edition.text.verbaliser.english.number_words import number
from audio_edition.text.verbaliser.english.patterns import (
    DASH,
    FREE,
    MINUS,
    NUMBER,
    in_place,
    magnitude,
    one_of,
    spoken_minus,
)
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import Kind

_STUCK: dict[str, list[str]] = table("units")["units"]
_APART: dict[str, list[str]] = table("units")["apart"]
_PER: dict[str, str] = table("units")["per"]
_FRACTIONS: dict[str, str] = table("signs")["fractions"]
_UNITS = _STUCK | _APART
_LONG = {
    "miles": ("mile", "miles"),
    "mile": ("mile", "miles"),
    "metres": ("metre", "metres"),
    "inches": ("inch", "inches"),
    "feet": ("foot", "feet"),
    "yards": ("yard", "yards"),
}
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic", "sq": "square", "cu": "cubic"}
_UNIT = (
    rf"(?:(?P<join>\s?-?)(?:(?P<power>sq|cu)\.?\s)(?P<area>{one_of([*_UNITS, *_LONG])})"
    rf"|(?P<stuck>\s?-?)(?P<unit>{one_of(_STUCK)})(?P<up>[²³]|(?<=[mt])[23](?!\d))?"
    rf"|(?:(?P<space>\s)(?P<apart>{one_of(_APART)})|(?P<metre>m)(?=[²³/]|[23](?![\d])))(?P<up2>[²³]|(?<=m)[23](?!\d))?)"
    rf"(?:(?:/|\sper\s)(?P<persq>sq\s)?(?P<per>{one_of(_PER)})(?P<perup>[²³]|(?<=m)[23](?!\d))?)?"
)
_SIZE = r"(?P<size>(?:bn|trn|tn|m|k)(?=\s)|\s(?:hundred|thousand|million|billion|trillion)(?=\s))?"
_MEASURE = re.compile(
    rf"{MINUS}{FREE}(?P<low>{NUMBER}|\.\d+)(?P<half>[{''.join(_FRACTIONS)}])?(?:\s?(?:{one_of(_STUCK)})?{DASH}(?P<high>{NUMBER}))?{_SIZE}{_UNIT}(?![\w²³]|-\d)(?!\.[A-Za-z])"
)
_METRES = re.compile(
    rf"{FREE}(?P<low>{NUMBER})(?P<word>m)(?=(?:-(?:high|tall|long|wide|deep|thick|broad)|\s(?:tall|high|long|wide|deep|thick|above|below|freestyle|"
    r"backstroke|breaststroke|butterfly|medley|hurdles|sprint|sprinter|dash|race|final|relay|heats?|record|title|champion|runner|swim|from the|away|apart|ahead of|beneath|underwater|"
    r"by\s\d|x\s?\d|×\s?\d|behind|of (?:water|snow|rope|sea|cable|fabric|wall|fence))\b))"
)
_BY = re.compile(
    rf"{FREE}(?P<a>{NUMBER})(?P<au>{one_of(['m', *_STUCK])})?\s?[x×]\s?(?P<b>{NUMBER})(?P<bu>{one_of(['m', *_STUCK])})?(?:\s?[x×]\s?(?P<c>{NUMBER})(?P<cu>{one_of(['m', *_STUCK])})?)?(?![\w.])"
)


def _measure(match: re.Match[str], place: Locale) -> str | None:
    words = spoken_minus(match) + number(match["low"], place)
    if match["half"]:
        words += f" and {_FRACTIONS[match['half']]}"
    if match["high"]:
        words += f" to {number(match['high'], place)}"
    size = magnitude(match["size"])
    one, many = _unit(match)
    unit = one if _single(match, size) else many
    return in_place(f"{words} {size} {unit}{_per(match)}", place)


def _single(match: re.Match[str], size: str) -> bool:
    joined = (match["join"] or match["stuck"] or "").endswith("-")
    return joined or before_noun(match) or (match["low"] == "1" and not (match["high"] or size or match["half"]))


def _unit(match: re.Match[str]) -> tuple[str, str]:
    if match["area"]:
        one, many = (_UNITS | _LONG)[match["area"]]
        return f"{_POWERS[match['power']]} {one}", f"{_POWERS[match['power']]} {many}"
    one, many = _UNITS[match["unit"] or match["apart"] or "m"]
    power = match["up"] or match["up2"]
    return (f"{_POWERS[power]} {one}", f"{_POWERS[power]} {many}") if power else (one, many)


def _per(match: re.Match[str]) -> str:
    if not match["per"]:
        return ""
    power = "square " if match["persq"] else f"{_POWERS[match['perup']]} " if match["perup"] else ""
    return f" per {power}{_PER[match['per']]}"


def _metres(match: re.Match[str], place: Locale) -> str:
    """A bare m is millions in a newspaper unless the words behind it measure."""
    behind = match.string[match.end() : match.end() + 14]
    adjective = behind.startswith("-") or not re.match(
        r"\s(?:tall|high|long|wide|deep|thick|above|below|from|away|apart|ahead|beneath|by|x|×|behind|of|underwater)\b",
        behind,
    )
    return in_place(
        f"{number(match['low'], place)} {'metre' if adjective or match['low'] == '1' else 'metres'}", place
    )


def _by(match: re.Match[str], place: Locale) -> str | None:
    """10m x 5m, 3x5in: how long by how wide. Without a unit a × multiplies."""
    if not (match["au"] or match["bu"] or match["cu"] or "x" in match[0]):
        return None
    sides = [(match["a"], match["au"]), (match["b"], match["bu"]), (match["c"], match["cu"])]
    spoken = [f"{number(n, place)} {_UNITS[unit][n != '1'] if unit else ''}".strip() for n, unit in sides if n]
    return in_place(" by ".join(spoken), place)


_FIGURE: frozenset[Kind | str] = frozenset({Kind.FIGURE})
RULES = (
    Rule(name="dimensions", at=_FIGURE, pattern=_BY, say=_by),
    Rule(name="measure", at=_FIGURE, pattern=_METRES, say=_metres),
    Rule(name="measure", at=_FIGURE | {"-", "−", "–"}, pattern=_MEASURE, say=_measure),
)
