"""A language as the rules know it: its number words and its data, and how the two are put together."""

from __future__ import annotations

import re
from collections import UserDict
from functools import cached_property
from typing import NamedTuple

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.grammar.data import load_table
from audio_edition.verbaliser.grammar.patterns import BLANK, WrittenNumber, parse_number
from audio_edition.verbaliser.grammar.words import LIMIT, load_number_words

_VOWEL = re.compile("[aeiouyhàâéèêëîïôûù]", re.IGNORECASE)

_BLANKS = re.compile(f"{BLANK}+")

_S_IMPURA = re.compile("s[^aeiou]|z|gn|ps|x|y")


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


class Language:
    """A language; its data are the tables of `data/<language>.toml`."""

    def __init__(self, language: str) -> None:
        """Reads the tables, once."""
        self.code = language
        self.data = load_table(language)
        self.numbers = load_number_words(language)
        self._word_sets = {name: frozenset(words.split()) for name, words in self.data["lists"].items()}
        self.words: dict[str, str] = self.data["words"]

    def nouns(self, name: str) -> Nouns:
        """A table of nouns by their short form; what is written in full stands for itself too."""
        listed = {short: Noun(*forms) for short, forms in self.data[name].items()}
        return Nouns({form: noun for noun in listed.values() for form in (noun.one, noun.many)} | listed)

    def word_set(self, name: str) -> frozenset[str]:
        """A list of words separated by blanks."""
        return self._word_sets.get(name, frozenset())

    def is_feminine(self, noun: str) -> bool:
        """By the list, or by its ending where that tells."""
        if noun in self.feminine_nouns:
            return True
        return bool(
            self._feminine_ending
            and noun not in self.word_set("masculine")
            and self._feminine_ending.fullmatch(noun)
        )

    @cached_property
    def _feminine_ending(self) -> re.Pattern[str] | None:
        endings = self.data.get("feminine_ending")
        return re.compile(endings) if endings else None

    @cached_property
    def feminine_nouns(self) -> frozenset[str]:
        """Feminine nouns often counted, units and currencies among them."""
        counted = (noun for name in ("units", "currencies") for noun in self.nouns(name).values())
        names = {form for noun in counted if noun.gender == "f" for form in (noun.one, noun.many)}
        return self.word_set("feminine") | names

    def cardinal(self, n: int, place: Locale, gender: str = "") -> str:
        """A whole number below LIMIT in words."""
        return self.numbers.cardinal(n, gender, place)

    def digits(self, written: str, place: Locale) -> str:
        """Every digit of a text, one by one."""
        return " ".join(self.numbers.cardinal(int(c), "", place) for c in written if c.isdecimal())

    def spoken_number(self, written: str, place: Locale, gender: str = "") -> str:
        """A cardinal or decimal as written, dots, commas and all."""
        parts = parse_number(written, place)
        if parts.fraction:
            sign = self.words["comma" if parts.sign == "," else "point"]
            return f"{self._spoken_whole(parts, place)} {sign} {self._spoken_decimals(parts.fraction, place)}"
        if len(parts.whole) > 1 and parts.whole[0] == "0":
            return self.digits(parts.whole, place)
        return self._spoken_whole(parts, place, gender)

    def _spoken_whole(self, parts: WrittenNumber, place: Locale, gender: str = "") -> str:
        """In words, or digit by digit where it is too large for a name."""
        if parts.value >= LIMIT:
            return self.digits(parts.whole, place)
        return self.cardinal(parts.value, place, gender)

    def _spoken_decimals(self, fraction: str, place: Locale) -> str:
        """Two decimals are one number where the language says so, more are digits."""
        if len(fraction) > self.data["decimals_in_one"]:
            return self.digits(fraction, place)
        zeros = len(fraction) - len(fraction.lstrip("0"))
        tail = [self.cardinal(int(fraction), place)] if fraction.strip("0") else []
        return " ".join([self.cardinal(0, place)] * zeros + tail)

    def noun_form(self, written: str, noun: Noun, place: Locale, given: str = "") -> str:
        """The form of a noun behind a number; one that is given in full stays as it is."""
        given = " ".join(given.split())
        if given in noun[1:]:
            return given
        parts = parse_number(written, place)
        spelling: dict[str, str] = self.data.get("spelling", {}).get(place.region, {})
        one, many = (_respell(form, spelling) for form in (noun.one, noun.many))
        below_two = self.data["one_below_two"] and parts.value < 2
        return one if below_two or (parts.whole == "1" and not parts.fraction) else many

    def spoken_amount(self, written: str, noun: Noun, place: Locale, given: str = "") -> str:
        """So many of a noun, in the form it is given in or the one the number asks for."""
        link = self.link_to_noun(noun.many) if self.is_whole_millions(written, place) else ""
        words, form = self.spoken_number(written, place, noun.gender), self.noun_form(written, noun, place, given)
        if self.code == "it" and written == "1":
            return join_italian_one(words, form, " ") + form
        return f"{words} {link}{form}"

    def spoken_amount_with_magnitude(
        self, written: str, size: Noun, noun: Noun, place: Locale, given: str = ""
    ) -> str:
        """So many thousands or millions of a noun."""
        words = self.spoken_magnitude(written, size, place, noun.gender, given)
        return f"{words} {self.link_to_noun(noun.many) if size.gender != 'x' else ''}{noun.many}"

    def spoken_magnitude(self, written: str, size: Noun, place: Locale, gender: str = "", given: str = "") -> str:
        """So many thousands or millions; "thousand" ("x") has the gender of what is counted."""
        words = self.spoken_number(written, place, gender if size.gender == "x" else size.gender)
        joined = (
            size.gender == "x" and self.code in {"de", "it", "nl"} and not parse_number(written, place).fraction
        )
        return f"{words}{'' if joined else ' '}{self.noun_form(written, size, place, given)}"

    def is_whole_millions(self, written: str, place: Locale) -> bool:
        """Whole millions, which some languages join to their noun: "un million d'euros"."""
        parts = parse_number(written, place)
        return not parts.fraction and 0 < parts.value < LIMIT and parts.value % 10**6 == 0

    def link_to_noun(self, noun: str) -> str:
        """What joins millions to their noun, a blank behind it: "de ", "d'", or nothing."""
        link = self.words["of"]
        if not link:
            return ""
        return "d'" if self.code == "fr" and _VOWEL.match(noun) else f"{link} "

    def spoken_range(self, first: str, last: str, match: re.Match[str], *, counts: bool = True) -> str:
        """From one number to another; "from" is left to the words before, or out if nothing is counted."""
        start, cue = self.words["from"], (text_before(match).split() or [""])[-1].lower()
        if cue in self.word_set("between"):
            return f"{first} {self.words['and']} {last}"
        lead = f"{start} " if start and counts and cue not in self.word_set("from_words") else ""
        return f"{lead}{first} {self.words['to']} {last}"


def _respell(form: str, spelling: dict[str, str]) -> str:
    for there, here in spelling.items():
        form = form.replace(there, here)
    return form


def join_italian_one(words: str, noun: str, gap: str) -> str:
    """One before its noun: "un'ora", "uno studente", "un anno"."""
    if words.endswith("una") and noun[:1] in set("aeiou"):
        return f"{words[:-1]}'"
    return f"{words}o{gap}" if words.endswith("un") and _S_IMPURA.match(noun) else words + gap
