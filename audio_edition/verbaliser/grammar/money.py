"""Sums of money, the sign before them or behind, millions and coins."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN, Kind
from audio_edition.verbaliser.grammar.data import table
from audio_edition.verbaliser.grammar.language import Noun, Nouns, Tongue
from audio_edition.verbaliser.grammar.patterns import BLANK, DASH, FREE, MINUS, NUMBER, figures, one_of
from audio_edition.verbaliser.rule import Rule

_SWISS = frozenset({"Fr.", "SFr.", "sFr."})
_NO_COINS = r"(?:[.,](?:[-–—]{1,2}|[-–—]?(?=\s|$)(?<=[-–—])))?"


class Money:
    """The rules for the currencies of a language."""

    def __init__(self, tongue: Tongue) -> None:
        """Signs, codes and, behind a sum, names."""
        self.tongue = tongue
        codes = self.codes = tongue.nouns("currencies")
        signs = {sign: codes[code] for sign, code in table("shared")["signs"].items() if code in codes}
        written = {code: noun for code, noun in codes.items() if code in tongue.data["currencies"]}
        self.ahead = Nouns(written | signs)
        self.behind = codes | signs
        self.sizes = tongue.nouns("magnitudes")
        coins = {code: Noun(*forms) for code, forms in tongue.data["coins"].items()}
        self.coin_of = {codes[code]: coin for code, coin in coins.items()}
        self.small = Nouns({sign: coins[code] for sign, code in tongue.data["money"]["small"].items()})

    def _amount(self) -> str:
        size = rf"(?:{BLANK}?(?P<SIZE>{one_of(self.sizes)})(?!\w))?"
        low, high = size.replace("SIZE", "low_size"), size.replace("SIZE", "high_size")
        return rf"(?P<low>{NUMBER}){low}{_NO_COINS}(?:{DASH}(?P<high>{NUMBER}){high})?"

    def say(self, match: re.Match[str], place: Locale) -> str | None:
        """The sum; its minus sign first."""
        groups = match.groupdict()
        noun = self._currency(groups, place)
        if not noun:
            return None
        minus = f"{self.tongue.word['minus']} " if match["minus"] or groups.get("inner") else ""
        if not groups["high"]:
            return minus + self._one(groups["low"], groups["low_size"], noun, place, groups["sign"])
        last = self._one(groups["high"], groups["high_size"], noun, place, groups["sign"])
        return minus + self.tongue.span(self._first(groups, noun, place), last, match)

    def _currency(self, groups: dict[str, str], place: Locale) -> Noun | None:
        """By a name behind the sum, the sign, and the place, where "$" is a peso or "Fr." a franc."""
        sign = groups.get("name") or groups["sign"]
        if sign in _SWISS and place.region not in {"ch", "li"}:
            return None
        here = self.tongue.data.get("signs_of", {}).get(place.region, {})
        return self.codes[here[sign]] if sign in here else self.behind[sign]

    def _one(self, written: str, size: str | None, noun: Noun, place: Locale, sign: str) -> str:
        if size:
            return self.tongue.millions(written, self.sizes[size], noun, place, size)
        return self.sum(written, noun, place, sign)

    def _first(self, groups: dict[str, str], noun: Noun, place: Locale) -> str:
        """The lower end: its own millions only where the higher end has others."""
        size, high_size = groups["low_size"], groups["high_size"]
        if size and size != high_size:
            return self.tongue.sized(groups["low"], self.sizes[size], place, noun.gender, size)
        return self.tongue.number(groups["low"], place, (self.sizes[high_size] if high_size else noun).gender)

    def sum(self, written: str, noun: Noun, place: Locale, given: str) -> str:
        """One sum, in coins too if it has two decimals."""
        parts = figures(written, place)
        coin = self.coin_of.get(noun)
        if len(parts.fraction) != 2 or not coin:
            return self.tongue.counted(written, noun, place, given)
        whole, few = parts.value, int(parts.fraction)
        spoken = self.tongue.counted(parts.whole, noun, place)
        if not few:
            return spoken
        coins = self.tongue.cardinal(few, place, coin.gender)
        name = coin.one if few == 1 else coin.many
        if not whole:
            return f"{coins} {name}"
        template = self.tongue.data["money"]["with_coins" if few > 9 else "with_few"]
        bare = self.tongue.cardinal(few, place)
        return str(
            template.format(whole=spoken, coins=coins if few < 10 or "{coin}" in template else bare, coin=name)
        )

    def say_small(self, match: re.Match[str], place: Locale) -> str:
        """Coins alone: 50 ct."""
        return self.tongue.counted(match["low"], self.small[match["sign"]], place)

    def rules(self) -> tuple[Rule, ...]:
        """Before a sum, behind it, and coins."""
        names = {form for noun in self.codes.values() for form in noun[1:]}
        ahead = re.compile(
            rf"{MINUS}(?<![\w$€£])(?P<sign>{one_of(self.ahead)})(?:{BLANK}?(?P<inner>[-−]))?{BLANK}?{self._amount()}"
            rf"(?![\w%]|[.,]\d)(?:{BLANK}(?:de )?(?P<name>{one_of(names)})(?!\w))?"
        )
        behind = re.compile(
            rf"{MINUS}{FREE}{self._amount()}{BLANK}?(?P<sign>{one_of(self.behind)})(?!\w|{BLANK}?\d)"
        )
        small = re.compile(rf"{FREE}(?P<low>\d+){BLANK}?(?P<sign>{one_of(self.small)})(?!\w)")
        starts = frozenset(TOKEN.findall(sign)[0] for sign in self.ahead)
        found = [
            Rule(name="money", at=starts | {Kind.CODE, "-", "−", "–"}, pattern=ahead, say=self.say),
            Rule(name="money", at=frozenset({Kind.FIGURE, "-", "−", "–"}), pattern=behind, say=self.say),
        ]
        if self.small:
            found.append(Rule(name="coins", at=frozenset({Kind.FIGURE}), pattern=small, say=self.say_small))
        return tuple(found)


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Sums of money."""
    return Money(tongue).rules()
