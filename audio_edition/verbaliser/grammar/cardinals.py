"""Rules for numbers without a unit: fractions, scores, ranges, cardinals in agreement, other digits."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import (
    BLANK,
    DASH,
    GAP,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    NUMBER_ENDS,
    alternation,
    next_word,
    parse_number,
)
from audio_edition.languages.tokens import TOKEN, TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.rule import Rule

_SCORE = re.compile(r"(?<![\w.,:-])(?P<home>\d{1,3})(?P<sign>[:-])(?P<away>\d{1,3})(?![\w:%]|-\d|[.,]\d)")
_RANGE = re.compile(
    rf"{MINUS}{NUMBER_BEGINS}(?<!\d[-–])(?P<low>{NUMBER}){DASH}(?P<high>{NUMBER}){NUMBER_ENDS}(?!{DASH}\d)"
)
_CARDINAL = re.compile(rf"{MINUS}(?<!\w)(?P<number>{NUMBER})(?!\w){GAP}")
_PRODUCT = re.compile(
    rf"{NUMBER_BEGINS}(?P<one>\d+){BLANK}?[xX×]{BLANK}?(?P<other>\d+)(?:{BLANK}?(?P<unit>[ck]?m))?(?!\w|[.,]\d)"
)
_RATIO = re.compile(r"(?<![\w/.,])(?P<over>\d{1,4})/(?P<under>\d{1,4})(?![\w/]|[.,]\d)")
_POWER = re.compile(rf"(?<!\w)(?P<base>{NUMBER})(?P<power>[²³])(?!\w)")
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"\d+|[^\W\d_]+")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_GLYPHS = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/8": "⅛"}


class Cardinals:
    """The rules for the numbers without a unit in a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the tables of fractions and of words that number things."""
        self.language = language
        self.not_nouns = language.word_set("not_nouns")
        counted = language.data["roman"]["counted"].split()
        short = language.data["before_figure"]
        self.labels = {word.rstrip(".").lower() for word in (*short, *short.values(), *counted)}
        self.fractions: dict[str, list[str]] = language.data["fractions"]
        self.units = language.nouns("units")
        glyphs = "".join(self.fractions)
        short_forms = (*language.data["abbreviations"], *language.data["magnitudes"])
        cut_short = alternation(form[:-1] for form in short_forms if form[-1] == ".")
        noun = (
            rf"(?:(?P<gap>{BLANK})(?!{cut_short}\.|[A-ZÀ-Þ]{{2}})"
            r"(?P<noun>[A-Za-zÀ-ÖØ-öø-ÿµμ]+[²³]?)(?!\w))?"
        )
        self.glyph_pattern = re.compile(
            rf"(?<![\w.,/])(?P<whole>\d{{1,4}})?{BLANK}?(?P<part>[{glyphs}])(?!\w){noun}"
        )

    def gender(self, match: re.Match[str]) -> str:
        """Return the gender of the noun behind a number; "" without one, and behind a word that numbers things."""
        word = next_word(match)
        label = (text_before(match).split() or [""])[-1].strip(".,").lower()
        if word in self.not_nouns or len(word) < 3 or label in self.labels:
            return ""
        if self.language.is_feminine(word):
            return "f"
        return self.language.counted_gender(word, match["number"])

    def say_cardinal(self, match: re.Match[str], locale: Locale) -> str:
        """Return a number that agrees with its noun; whole millions are joined to theirs."""
        minus = f"{self.language.words['minus']} " if match["minus"] else ""
        words = minus + self.language.spoken_number(match["number"], locale, self.gender(match))
        noun = next_word(match)
        if (
            self.language.is_whole_millions(match["number"], locale)
            and noun.islower()
            and noun not in self.not_nouns
        ):
            return f"{words} {self.language.link_to_noun(noun)}"
        if match["number"] == "1":
            return self.language.join_one(words, noun, match["gap"] or "")
        return words + (match["gap"] or "")

    def say_range(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a range; None if the first number is the higher."""
        low, high = (parse_number(match[end], locale) for end in ("low", "high"))
        if low.value > high.value:
            return None
        minus = f"{self.language.words['minus']} " if match["minus"] else ""
        first, last = (self.language.spoken_number(match[end], locale) for end in ("low", "high"))
        return minus + self.language.spoken_range(first, last, text_before(match), counts=bool(next_word(match)))

    def say_score(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a score, "3:1" or "3-1"; None if the second number is higher behind a hyphen: that is a range."""
        home, away = int(match["home"]), int(match["away"])
        if match["sign"] == "-" and home < away:
            return None
        spoken = (self.language.cardinal(n, locale) for n in (home, away))
        return f" {self.language.words['score']} ".join(spoken)

    def say_product(self, match: re.Match[str], locale: Locale) -> str:
        """Return a product: 4x100 m."""
        one, other = (self.language.spoken_number(match[end], locale) for end in ("one", "other"))
        if (unit := match["unit"]) in self.units:
            other = self.language.spoken_amount(match["other"], self.units[unit], locale, unit)
        return f"{one}{self.language.data['signs']['×']}{other}"

    def say_ratio(self, match: re.Match[str], locale: Locale) -> str:
        """Return halves and quarters by name, other fractions with "over", and 24/7 and 90/10 side by side."""
        if match[0] in _GLYPHS and _GLYPHS[match[0]] in self.fractions:
            return self.fractions[_GLYPHS[match[0]]][0]
        over, under = int(match["over"]), int(match["under"])
        link = f" {self.language.words['over']} " if over < under <= 20 else " "
        first, last = (self.language.spoken_number(match[part], locale) for part in ("over", "under"))
        return f"{first}{link}{last}"

    def say_glyph(self, match: re.Match[str], locale: Locale) -> str:
        """Return ½ alone, or with a whole number before it and the noun behind it."""
        noun, gap = match["noun"] or "", match["gap"] or ""
        if noun in self.units:
            noun = self.language.noun_form(match["whole"] or "1", self.units[noun], locale, noun)
        alone, half, *feminine = self.fractions[match["part"]]
        is_feminine = bool(feminine) and self.language.is_feminine(noun)
        if match["whole"]:
            whole = self.language.cardinal(int(match["whole"]), locale, "f" if is_feminine else "")
            return self.language.mixed_number(whole, half, feminine[1] if is_feminine else half, f"{gap}{noun}")
        return f"{feminine[0] if is_feminine else alone}{gap}{noun}"

    def say_power(self, match: re.Match[str], locale: Locale) -> str:
        """Return a power: 10²."""
        return f"{self.language.spoken_number(match['base'], locale)}{self.language.data['signs'][match['power']]}"

    def say_mixed_word(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a word of letters and figures part by part; None if it has no figure."""
        word = match[0].translate(_SUBSCRIPTS)
        if not _DIGIT.search(word):
            return None
        return " ".join(self._spoken_part(part, locale) for part in _PART.findall(word)) + " "

    def _spoken_part(self, part: str, locale: Locale) -> str:
        if not part.isdecimal():
            return " ".join(part) if part.isupper() else part
        if len(part) > 5 or (len(part) > 1 and part[0] == "0"):
            return self.language.digits(part, locale)
        return self.language.cardinal(int(part), locale)

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for fractions, scores and ranges, then for single numbers."""
        figure = frozenset({TokenKind.FIGURE})
        signed = figure | {"-", "−", "–"}
        return (
            Rule(
                name="fraction",
                at=figure | frozenset(self.fractions),
                pattern=self.glyph_pattern,
                say=self.say_glyph,
            ),
            Rule(name="power", at=figure, pattern=_POWER, say=self.say_power),
            Rule(name="fraction", at=figure, pattern=_RATIO, say=self.say_ratio),
            Rule(name="product", at=figure, pattern=_PRODUCT, say=self.say_product),
            Rule(name="score", at=figure, pattern=_SCORE, say=self.say_score),
            Rule(name="range", at=signed, pattern=_RANGE, say=self.say_range),
            Rule(name="cardinal", at=signed, pattern=_CARDINAL, say=self.say_cardinal),
        )

    def remaining_digits_rules(self) -> tuple[Rule, ...]:
        """Return the rules that are tried last, so that no digit reaches the engine."""
        at = frozenset({TokenKind.FIGURE, TokenKind.CODE, TokenKind.NAME, TokenKind.CAPITALS})
        glyph = re.compile("[" + "".join(self.fractions) + "]")
        return (
            Rule(name="left over", at=at, pattern=TOKEN, say=self.say_mixed_word),
            Rule(name="left over", at=frozenset(self.fractions), pattern=glyph, say=self.say_lone_glyph),
        )

    def say_lone_glyph(self, match: re.Match[str], _: Locale) -> str:
        """Return a fraction that is attached to letters."""
        return f" {self.fractions[match[0]][0]} "


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for numbers without a unit."""
    return Cardinals(language).rules()


def remaining_digits_rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for digits that no other rule replaces."""
    return Cardinals(language).remaining_digits_rules()
