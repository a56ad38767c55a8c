"""Rules for sums of money, with the sign before or behind them, in millions and in coins."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage, Noun, Nouns
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import (
    BLANK,
    DASH,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    alternation,
    parse_number,
)
from audio_edition.languages.tables import load_shared_table
from audio_edition.languages.tokens import TOKEN, TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.rule import Rule

_SWISS = frozenset({"Fr.", "SFr.", "sFr."})
_EMPTY_DECIMALS = r"(?:[.,](?:[-–—]{1,2}|[-–—]?(?=\s|$)(?<=[-–—])))?"


class Money:
    """The rules for the currencies of a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the signs, codes and names of currencies and coins."""
        self.language = language
        codes = self.codes = language.nouns("currencies")
        signs = {sign: codes[code] for sign, code in load_shared_table("shared")["signs"].items() if code in codes}
        written = {code: noun for code, noun in codes.items() if code in language.data["currencies"]}
        self.currencies_before_sum = Nouns(written | signs)
        self.currencies_after_sum = codes | signs
        self.magnitudes = language.nouns("magnitudes")
        coins = {code: Noun(*forms) for code, forms in language.data["coins"].items()}
        self.coin_of = {codes[code]: coin for code, coin in coins.items()}
        self.coin_signs = Nouns({sign: coins[code] for sign, code in language.data["money"]["small"].items()})

    def _amount_pattern(self) -> str:
        size = rf"(?:{BLANK}?(?P<SIZE>{alternation(self.magnitudes)})(?!\w))?"
        low, high = size.replace("SIZE", "low_size"), size.replace("SIZE", "high_size")
        return rf"(?P<low>{NUMBER}){low}{_EMPTY_DECIMALS}(?:{DASH}(?P<high>{NUMBER}){high})?"

    def say_sum(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a sum or a range of two, a minus sign first; None if the sign is not a currency in the region."""
        groups = match.groupdict()
        noun = self._currency(groups, locale)
        if not noun:
            return None
        minus = f"{self.language.words['minus']} " if match["minus"] or groups.get("inner") else ""
        if not groups["high"]:
            return minus + self._spoken_sum_with_magnitude(
                groups["low"], groups["low_size"], noun, locale, groups["sign"]
            )
        last = self._spoken_sum_with_magnitude(groups["high"], groups["high_size"], noun, locale, groups["sign"])
        return minus + self.language.spoken_range(self._spoken_low(groups, noun, locale), last, text_before(match))

    def _currency(self, groups: dict[str, str], locale: Locale) -> Noun | None:
        """Return the currency by a name behind the sum, or by the sign and the region: "$" may be a peso."""
        sign = groups.get("name") or groups["sign"]
        if sign in _SWISS and locale.region not in {"ch", "li"}:
            return None
        here = self.language.data.get("signs_of", {}).get(locale.region, {})
        return self.codes[here[sign]] if sign in here else self.currencies_after_sum[sign]

    def _spoken_sum_with_magnitude(
        self, written: str, size: str | None, noun: Noun, locale: Locale, sign: str
    ) -> str:
        if size:
            return self.language.spoken_amount_with_magnitude(written, self.magnitudes[size], noun, locale, size)
        return self.spoken_sum(written, noun, locale, sign)

    def _spoken_low(self, groups: dict[str, str], noun: Noun, locale: Locale) -> str:
        """Return the lower number of a range, with its magnitude only if the higher number has another."""
        size, high_size = groups["low_size"], groups["high_size"]
        if size and size != high_size:
            return self.language.spoken_magnitude(groups["low"], self.magnitudes[size], locale, noun.gender, size)
        return self.language.spoken_number(
            groups["low"], locale, (self.magnitudes[high_size] if high_size else noun).gender
        )

    def spoken_sum(self, written: str, noun: Noun, locale: Locale, given: str) -> str:
        """Return one sum, with coins if it has two decimals."""
        parts = parse_number(written, locale)
        coin = self.coin_of.get(noun)
        if len(parts.fraction) != 2 or not coin:
            return self.language.spoken_amount(written, noun, locale, given)
        whole, few = parts.value, int(parts.fraction)
        spoken = self.language.spoken_amount(parts.whole, noun, locale)
        if not few:
            return spoken
        coins = self.language.cardinal(few, locale, coin.gender)
        name = coin.one if few == 1 else coin.many
        if not whole:
            return f"{coins} {name}"
        template = self.language.data["money"]["with_coins" if few > 9 else "with_few"]
        bare = self.language.cardinal(few, locale)
        return str(
            template.format(whole=spoken, coins=coins if few < 10 or "{coin}" in template else bare, coin=name)
        )

    def say_coins(self, match: re.Match[str], locale: Locale) -> str:
        """Return coins alone: 50 ct."""
        return self.language.spoken_amount(match["low"], self.coin_signs[match["sign"]], locale)

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for signs before a sum, for signs behind it, and for coins."""
        names = {form for noun in self.codes.values() for form in noun[1:]}
        ahead = re.compile(
            rf"{MINUS}(?<![\w$€£])(?P<sign>{alternation(self.currencies_before_sum)})(?:{BLANK}?(?P<inner>[-−]))?{BLANK}?{self._amount_pattern()}"
            rf"(?![\w%]|[.,]\d)(?:{BLANK}(?:de )?(?P<name>{alternation(names)})(?!\w))?"
        )
        behind = re.compile(
            rf"{MINUS}{NUMBER_BEGINS}{self._amount_pattern()}{BLANK}?(?P<sign>{alternation(self.currencies_after_sum)})(?!\w|{BLANK}?\d)"
        )
        small = re.compile(rf"{NUMBER_BEGINS}(?P<low>\d+){BLANK}?(?P<sign>{alternation(self.coin_signs)})(?!\w)")
        starts = frozenset(TOKEN.findall(sign)[0] for sign in self.currencies_before_sum)
        found = [
            Rule(name="money", at=starts | {TokenKind.CODE, "-", "−", "–"}, pattern=ahead, say=self.say_sum),
            Rule(name="money", at=frozenset({TokenKind.FIGURE, "-", "−", "–"}), pattern=behind, say=self.say_sum),
        ]
        if self.coin_signs:
            found.append(Rule(name="coins", at=frozenset({TokenKind.FIGURE}), pattern=small, say=self.say_coins))
        return tuple(found)


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for sums of money."""
    return Money(language).rules()
