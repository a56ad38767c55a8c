"""Languages that are spoken by the families of rules in `verbaliser/grammar`, over their own `spoken_form.toml`."""

from __future__ import annotations

import re
from collections import UserDict
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

from audio_edition.languages.language import Language
from audio_edition.languages.locale import Locale
from audio_edition.languages.number_words import LIMIT
from audio_edition.languages.patterns import BLANK, WrittenNumber, parse_number
from audio_edition.languages.tables import load_table
from audio_edition.languages.unfinished_sentences import REACH, compile_unfinished

_BLANKS = re.compile(f"{BLANK}+")
_OPEN_ENDED_TABLES = ("titles", "before_figure", "abbreviations", "magnitudes", "short_months")


class Noun(NamedTuple):
    """A noun that is counted: its gender, "m", "f" or "n", and its forms for one and for many."""

    gender: str
    one: str
    many: str


class Nouns(UserDict[str, Noun]):
    """Nouns by every way to write them; a blank in one may be missing or of any kind, as in `alternation`."""

    def __missing__(self, written: str) -> Noun:
        """Return the noun with the same letters."""
        return self._by_letters[_BLANKS.sub("", written)]

    @cached_property
    def _by_letters(self) -> dict[str, Noun]:
        return {_BLANKS.sub("", form): noun for form, noun in self.data.items()}


class GrammarLanguage(Language):
    """A language whose numbers agree with nouns as its tables say.

    A language overrides the methods below "Hooks" if tables cannot express its grammar.
    """

    rule_package: ClassVar[str] = "grammar"

    @cached_property
    def data(self) -> dict[str, Any]:
        """The tables of `spoken_form.toml`."""
        return load_table(self.code, "spoken_form")

    @cached_property
    def words(self) -> dict[str, str]:
        """The words for signs and between numbers: "minus", "to", "of" and others."""
        words: dict[str, str] = self.data["words"]
        return words

    @cached_property
    def has_dotted_ordinals(self) -> bool:
        """True if a full stop behind a figure makes it an ordinal, as in "3. Mai"."""
        return "dotted_ordinals" in self.data

    @cached_property
    def has_capital_nouns(self) -> bool:
        """True if all nouns have a capital."""
        return bool(self.data.get("capital_nouns", False))

    def nouns(self, name: str) -> Nouns:
        """Return a table of nouns by their short forms and by their forms in full."""
        listed = {short: Noun(*forms) for short, forms in self.data[name].items()}
        return Nouns({form: noun for noun in listed.values() for form in (noun.one, noun.many)} | listed)

    @cached_property
    def _word_sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(words.split()) for name, words in self.data["lists"].items()}

    def word_set(self, name: str) -> frozenset[str]:
        """Return one of the lists of words, empty if the language has none of this name."""
        return self._word_sets.get(name, frozenset())

    def is_feminine(self, noun: str) -> bool:
        """Return True if a noun is feminine by the list, or by its ending where the language has such endings."""
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
        """The feminine nouns that are often counted, units and currencies among them."""
        counted = (noun for name in ("units", "currencies") for noun in self.nouns(name).values())
        names = {form for noun in counted if noun.gender == "f" for form in (noun.one, noun.many)}
        return self.word_set("feminine") | names

    @cached_property
    def queens(self) -> frozenset[str]:
        """The names of ruling women."""
        return frozenset(self.data["roman"]["queens"].split())

    @cached_property
    def monarchs(self) -> frozenset[str]:
        """The names of monarchs and popes."""
        return frozenset(self.data["roman"]["kings"].split()) | self.queens

    # Numbers ─────────────────────────────────────────────────────────────────────────────────────────

    def cardinal(self, n: int, locale: Locale, gender: str = "") -> str:
        """Return a whole number below LIMIT in words."""
        return self.numbers.cardinal(n, locale, gender)

    def digits(self, written: str, locale: Locale) -> str:
        """Return every digit of a text, one by one."""
        return " ".join(self.cardinal(int(c), locale) for c in written if c.isdecimal())

    def spoken_number(self, written: str, locale: Locale, gender: str = "") -> str:
        """Return a cardinal or decimal in words, from its written form with dots and commas."""
        parts = parse_number(written, locale)
        if parts.fraction:
            sign = self.words["comma" if parts.sign == "," else "point"]
            return f"{self._spoken_whole(parts, locale)} {sign} {self._spoken_decimals(parts.fraction, locale)}"
        if len(parts.whole) > 1 and parts.whole[0] == "0":
            return self.digits(parts.whole, locale)
        return self._spoken_whole(parts, locale, gender)

    def _spoken_whole(self, parts: WrittenNumber, locale: Locale, gender: str = "") -> str:
        """Return the whole part in words, or digit by digit if it is too large to have a name."""
        if parts.value >= LIMIT:
            return self.digits(parts.whole, locale)
        return self.cardinal(parts.value, locale, gender)

    def _spoken_decimals(self, fraction: str, locale: Locale) -> str:
        """Return two decimals as one number if the language does so, and more as digits."""
        if len(fraction) > self.data["decimals_in_one"]:
            return self.digits(fraction, locale)
        zeros = len(fraction) - len(fraction.lstrip("0"))
        tail = [self.cardinal(int(fraction), locale)] if fraction.strip("0") else []
        return " ".join([self.cardinal(0, locale)] * zeros + tail)

    # Numbers and nouns ───────────────────────────────────────────────────────────────────────────────

    def noun_form(self, written: str, noun: Noun, locale: Locale, given: str = "") -> str:
        """Return the form of a noun behind a number; a noun `given` in full stays as it is."""
        given = " ".join(given.split())
        if given in noun[1:]:
            return given
        parts = parse_number(written, locale)
        spelling: dict[str, str] = self.data.get("spelling", {}).get(locale.region, {})
        one, many = (_respell(form, spelling) for form in (noun.one, noun.many))
        below_two = self.data["one_below_two"] and parts.value < 2
        return one if below_two or (parts.whole == "1" and not parts.fraction) else many

    def spoken_amount(self, written: str, noun: Noun, locale: Locale, given: str = "") -> str:
        """Return a number and its noun, which stays as `given` or has the form that the number asks for."""
        link = self.link_to_noun(noun.many) if self.is_whole_millions(written, locale) else ""
        words, form = self.spoken_number(written, locale, noun.gender), self.noun_form(written, noun, locale, given)
        if written == "1":
            return self.join_one(words, form, " ") + form
        return f"{words} {link}{form}"

    def spoken_amount_with_magnitude(
        self, written: str, size: Noun, noun: Noun, locale: Locale, given: str = ""
    ) -> str:
        """Return a number of thousands or millions of a noun."""
        words = self.spoken_magnitude(written, size, locale, noun.gender, given)
        return f"{words} {self.link_to_noun(noun.many) if size.gender != 'x' else ''}{noun.many}"

    def spoken_magnitude(self, written: str, size: Noun, locale: Locale, gender: str = "", given: str = "") -> str:
        """Return a number of thousands or millions; "thousand" ("x") has the gender of the noun that is counted."""
        words = self.spoken_number(written, locale, gender if size.gender == "x" else size.gender)
        joined = (
            size.gender == "x" and self.data.get("joins_thousand") and not parse_number(written, locale).fraction
        )
        return f"{words}{'' if joined else ' '}{self.noun_form(written, size, locale, given)}"

    def is_whole_millions(self, written: str, locale: Locale) -> bool:
        """Return True for whole millions, which some languages join to their noun: "un million d'euros"."""
        parts = parse_number(written, locale)
        return not parts.fraction and 0 < parts.value < LIMIT and parts.value % 10**6 == 0

    def spoken_range(self, first: str, last: str, before: str, *, counts: bool = True) -> str:
        """Return a range of two numbers in words, given the text before it.

        "from" is left out if the text before has it already, or if nothing is counted.
        """
        start, cue = self.words["from"], (before.split() or [""])[-1].lower()
        if cue in self.word_set("between"):
            return f"{first} {self.words['and']} {last}"
        lead = f"{start} " if start and counts and cue not in self.word_set("from_words") else ""
        return f"{lead}{first} {self.words['to']} {last}"

    # Sentences ───────────────────────────────────────────────────────────────────────────────────────

    def continues_sentence(self, text: str, following: str) -> bool:
        """Return True if a small letter follows, or if `text` ends with an abbreviation or an ordinal."""
        return following[0].islower() or bool(self.unfinished_sentence.search(text[-REACH:]))

    @cached_property
    def unfinished_sentence(self) -> re.Pattern[str]:
        """The pattern of a full stop that ends no sentence: after a title, a word before a figure, an ordinal."""
        open_ended = [short for name in _OPEN_ENDED_TABLES for short in self.data[name]]
        closing = self.word_set("closing")
        shorts = (short for short in open_ended if short.endswith(".") and short not in closing)
        return compile_unfinished(shorts, has_dotted_ordinals=self.has_dotted_ordinals)

    # Hooks ───────────────────────────────────────────────────────────────────────────────────────────

    def link_to_noun(self, noun: str) -> str:  # noqa: ARG002 - French looks at its first letter
        """Return the word that joins millions to their noun, with a blank behind it, or nothing."""
        link = self.words["of"]
        return f"{link} " if link else ""

    def join_one(self, words: str, noun: str, gap: str) -> str:  # noqa: ARG002 - Italian looks at the noun
        """Return "one" as it stands before a noun, with the gap between the two."""
        return words + gap

    def counted_gender(self, noun: str, written: str) -> str:
        """Return the gender that a number takes from a noun that is not feminine: "m" or ""."""
        return "m" if (noun.endswith("s") or written == "1") and noun.islower() else ""

    def mixed_number(self, whole: str, fraction: str, fraction_after_noun: str, counted: str) -> str:
        """Return a whole number and a fraction in words; `counted` is the noun with the blank before it, or ""."""
        noun, link = counted.strip(), self.words["and"]
        if self.words["of"] and len(noun) > 2:
            return f"{whole} {noun} {link} {fraction_after_noun}"  # "deux heures et demie"
        return f"{whole} {link} {fraction} {noun}"

    def monarch_base(self, name: str) -> str:
        """Return the name of a monarch without the ending of a case."""
        return name

    def regnal_number(self, n: int, name: str, before: str, locale: Locale) -> str:  # noqa: ARG002 - German declines it
        """Return the number of a monarch in words; `before` is the word before the name, in small letters."""
        if n > self.data["roman"]["regnal_to"]:
            return self.cardinal(n, locale)
        return self.numbers.ordinal(n, locale, self.monarch_gender(name))

    def monarch_gender(self, name: str) -> str:
        """Return "f" for a queen, also in the genitive, else "m"."""
        return "f" if name in self.queens or name.removesuffix("s") in self.queens else "m"

    def ordinal_ending(self, before: str, noun: str) -> str:  # noqa: ARG002 - of languages that decline it
        """Return the ending of a dotted ordinal by case and gender, from the text before and the noun behind it."""
        return ""

    def is_dotted_ordinal(self, before: str, following: str) -> bool:  # noqa: ARG002 - German looks before it
        """Return True if a figure with a full stop is an ordinal, not a number at the end of a sentence."""
        return following[:1].islower()

    def expects_date(self, before: str) -> bool:  # noqa: ARG002 - of languages with dotted ordinals
        """Return True if the text before two dotted figures makes them a day and a month."""
        return False


def _respell(form: str, spelling: dict[str, str]) -> str:
    for there, here in spelling.items():
        form = form.replace(there, here)
    return form
