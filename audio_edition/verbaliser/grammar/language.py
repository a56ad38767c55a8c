"""A language as the rules know it: its number words and its data, and how the two are put together."""

from __future__ import annotations

import re
from collections import UserDict
from functools import cached_property
from typing import NamedTuple

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.grammar.data import table
from audio_edition.verbaliser.grammar.patterns import BLANK, Figures, figures
from audio_edition.verbaliser.grammar.words import LIMIT, number_words

_VOWEL = re.compile("[aeiouyhàâéèêëîïôûù]", re.IGNORECASE)

_BLANKS = re.compile(f"{BLANK}+")

_IMPURE = re.compile("s[^aeiou]|z|gn|ps|x|y")


class Noun(NamedTuple):
    """What is counted: its gender, "m", "f" or "n", and its forms for one and for many."""

    gender: str
    one: str
    many: str


class Nouns(UserDict[str, Noun]):
    """Nouns by every way to write them; a blank in one may be missing or of any kind, as in `one_of`."""

    def __missing__(self, written: str) -> Noun:
        """By its letters."""
        return self._by_letters[_BLANKS.sub("", written)]

    @cached_property
    def _by_letters(self) -> dict[str, Noun]:
        return {_BLANKS.sub("", form): noun for form, noun in self.data.items()}


class Tongue:
    """A language; its data are the tables of `data/<language>.toml`."""

    def __init__(self, language: str) -> None:
        """Reads the tables, once."""
        self.language = language
        self.data = table(language)
        self.numbers = number_words(language)
        self._lists = {name: frozenset(words.split()) for name, words in self.data["lists"].items()}
        self.word: dict[str, str] = self.data["words"]

    def nouns(self, name: str) -> Nouns:
        """A table of nouns by their short form; what is written in full stands for itself too."""
        listed = {short: Noun(*forms) for short, forms in self.data[name].items()}
        return Nouns({form: noun for noun in listed.values() for form in (noun.one, noun.many)} | listed)

    def list_of(self, name: str) -> frozenset[str]:
        """A list of words separated by blanks."""
        return self._lists.get(name, frozenset())

    def is_feminine(self, noun: str) -> bool:
        """By the list, or by its ending where that tells."""
        if noun in self.feminine:
            return True
        return bool(self._ending and noun not in self.list_of("masculine") and self._ending.fullmatch(noun))

    @cached_property
    def _ending(self) -> re.Pattern[str] | None:
        endings = self.data.get("feminine_ending")
        return re.compile(endings) if endings else None

    @cached_property
    def feminine(self) -> frozenset[str]:
        """Feminine nouns often counted, units and currencies among them."""
        counted = (noun for name in ("units", "currencies") for noun in self.nouns(name).values())
        names = {form for noun in counted if noun.gender == "f" for form in (noun.one, noun.many)}
        return self.list_of("feminine") | names

    def cardinal(self, n: int, place: Locale, gender: str = "") -> str:
        """A whole number below LIMIT in words."""
        return self.numbers.cardinal(n, gender, place)

    def digits(self, written: str, place: Locale) -> str:
        """Every digit of a text, one by one."""
        return " ".join(self.numbers.cardinal(int(c), "", place) for c in written if c.isdecimal())

    def number(self, written: str, place: Locale, gender: str = "") -> str:
        """A cardinal or decimal as written, dots, commas and all."""
        parts = figures(written, place)
        if parts.fraction:
            sign = self.word["comma" if parts.sign == "," else "point"]
            return f"{self._whole(parts, place)} {sign} {self._decimals(parts.fraction, place)}"
        if len(parts.whole) > 1 and parts.whole[0] == "0":
            return self.digits(parts.whole, place)
        return self._whole(parts, place, gender)

    def _whole(self, parts: Figures, place: Locale, gender: str = "") -> str:
        """In words, or digit by digit where it is too large for a name."""
        if parts.value >= LIMIT:
            return self.digits(parts.whole, place)
        return self.cardinal(parts.value, place, gender)

    def _decimals(self, fraction: str, place: Locale) -> str:
        """Two decimals are one number where the language says so, more are digits."""
        if len(fraction) > self.data["decimals_in_one"]:
            return self.digits(fraction, place)
        zeros = len(fraction) - len(fraction.lstrip("0"))
        tail = [self.cardinal(int(fraction), place)] if fraction.strip("0") else []
        return " ".join([self.cardinal(0, place)] * zeros + tail)

    def form(self, written: str, noun: Noun, place: Locale, given: str = "") -> str:
        """The form of a noun behind a number; one that is given in full stays as it is."""
        given = " ".join(given.split())
        if given in noun[1:]:
            return given
        parts = figures(written, place)
        spelling: dict[str, str] = self.data.get("spelling", {}).get(place.region, {})
        one, many = (_spelt(form, spelling) for form in (noun.one, noun.many))
        below_two = self.data["one_below_two"] and parts.value < 2
        return one if below_two or (parts.whole == "1" and not parts.fraction) else many

    def counted(self, written: str, noun: Noun, place: Locale, given: str = "") -> str:
        """So many of a noun, in the form it is given in or the one the number asks for."""
        link = self.of(noun.many) if self.is_round(written, place) else ""
        words, form = self.number(written, place, noun.gender), self.form(written, noun, place, given)
        if self.language == "it" and written == "1":
            return italian_one(words, form, " ") + form
        return f"{words} {link}{form}"

    def millions(self, written: str, size: Noun, noun: Noun, place: Locale, given: str = "") -> str:
        """So many thousands or millions of a noun."""
        words = self.sized(written, size, place, noun.gender, given)
        return f"{words} {self.of(noun.many) if size.gender != 'x' else ''}{noun.many}"

    def sized(self, written: str, size: Noun, place: Locale, gender: str = "", given: str = "") -> str:
        """So many thousands or millions; "thousand" ("x") has the gender of what is counted."""
        words = self.number(written, place, gender if size.gender == "x" else size.gender)
        joined = size.gender == "x" and self.language in {"de", "it", "nl"} and not figures(written, place).fraction
        return f"{words}{'' if joined else ' '}{self.form(written, size, place, given)}"

    def is_round(self, written: str, place: Locale) -> bool:
        """Whole millions, which some languages join to their noun: "un million d'euros"."""
        parts = figures(written, place)
        return not parts.fraction and 0 < parts.value < LIMIT and parts.value % 10**6 == 0

    def of(self, noun: str) -> str:
        """What joins millions to their noun, a blank behind it: "de ", "d'", or nothing."""
        link = self.word["of"]
        if not link:
            return ""
        return "d'" if self.language == "fr" and _VOWEL.match(noun) else f"{link} "

    def span(self, first: str, last: str, match: re.Match[str], *, counts: bool = True) -> str:
        """From one number to another; "from" is left to the words before, or out if nothing is counted."""
        start, cue = self.word["from"], (before(match).split() or [""])[-1].lower()
        if cue in self.list_of("between"):
            return f"{first} {self.word['and']} {last}"
        lead = f"{start} " if start and counts and cue not in self.list_of("from_words") else ""
        return f"{lead}{first} {self.word['to']} {last}"


def _spelt(form: str, spelling: dict[str, str]) -> str:
    for there, here in spelling.items():
        form = form.replace(there, here)
    return form


def italian_one(words: str, noun: str, gap: str) -> str:
    """One before its noun: "un'ora", "uno studente", "un anno"."""
    if words.endswith("una") and noun[:1] in set("aeiou"):
        return f"{words[:-1]}'"
    return f"{words}o{gap}" if words.endswith("un") and _IMPURE.match(noun) else words + gap
