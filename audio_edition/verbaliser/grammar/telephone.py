"""Telephone numbers."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.grammar.language import Tongue
from audio_edition.verbaliser.grammar.patterns import BLANK
from audio_edition.verbaliser.rule import Rule

_START, _END = r"(?<![\w.,£$€-])", r"(?![\w-]|[.,/]\d)"
_INTERNATIONAL = re.compile(rf"(?<!\w)\+\d{{1,3}}+(?:[ .\u00a0/-]?\(?\d{{1,8}}+\)?+){{1,6}}{_END}")
_DOMESTIC = re.compile(
    rf"{_START}(?!\d\d?[./-][01]?\d[./-](?:\d\d|\d{{4}})(?![./-]?\d))"
    rf"(?:0(?={BLANK}8)|\(?0\d{{1,5}}\)?){BLANK}?[/ .\u00a0-]{BLANK}?\d{{2,8}}(?:[ .\u00a0-]\d{{2,8}}){{0,4}}{_END}"
)
_IBERIAN = re.compile(
    rf"{_START}(?:[269]\d{{2}}(?:{BLANK}\d{{3}}){{2}}|[289]\d{{1,2}}{BLANK}\d{{2,3}}(?:{BLANK}\d\d){{2}})(?!{BLANK}\d){_END}"
)
_ITALIAN = re.compile(rf"{_START}3\d\d[ ./-]?\d{{6,7}}{_END}")
_POSTCODE = re.compile(rf"{_START}\d{{4}}-\d{{3}}(?={BLANK}[A-Z])")
_SHORTEST = 7
"""Digits of a number that begins with a nought; shorter ones are times and dates."""


class Phones:
    """The rules for the telephone numbers of a language."""

    def __init__(self, tongue: Tongue) -> None:
        """Some languages say pairs of digits as numbers."""
        self.tongue = tongue
        self.in_pairs: bool = tongue.data.get("phone_in_pairs", False)

    def say(self, match: re.Match[str], place: Locale) -> str | None:
        """Digit by digit, a breath between the groups."""
        groups = re.findall(r"\d+", match[0])
        if sum(map(len, groups)) < _SHORTEST:
            return None
        plus = f"{self.tongue.word['plus']} " if match[0].startswith("+") else ""
        return plus + ", ".join(self._group(group, place) for group in groups)

    def _group(self, group: str, place: Locale) -> str:
        if self.in_pairs and len(group) == 2 and group[0] != "0":
            return self.tongue.cardinal(int(group), place)
        return self.tongue.digits(group, place)

    def rules(self) -> tuple[Rule, ...]:
        """With a plus, with a nought, and those of Spain, Portugal and Italy that have neither."""
        figure: frozenset[Kind | str] = frozenset({"(", Kind.FIGURE})
        found = [
            Rule(name="telephone", at=frozenset("+"), pattern=_INTERNATIONAL, say=self.say),
            Rule(name="telephone", at=figure, pattern=_DOMESTIC, say=self.say),
        ]
        if self.tongue.language in {"es", "pt"}:
            found.append(Rule(name="telephone", at=figure, pattern=_IBERIAN, say=self.say))
        if self.tongue.language == "pt":
            found.append(Rule(name="postcode", at=figure, pattern=_POSTCODE, say=self.say))
        if self.tongue.language == "it":
            found.append(Rule(name="telephone", at=figure, pattern=_ITALIAN, say=self.say))
        return tuple(found)


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Telephone numbers, before any other rule."""
    return Phones(tongue).rules()
