"""Rules for abbreviations before a number and similar references: No 10, pp. 3-4, fig. 2, c. 1850, #1."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_number, year
from audio_edition.languages.en.spoken import load_table, load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS, alternation
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SHORT_FORMS: dict[str, str] = load_table("words")["counted"]
_SHORT_FORM = LazyPattern(
    rf"(?<![\w.’'-])(?P<word>{alternation(_SHORT_FORMS)})(?P<stop>\.?)(?P<blank>\s?)(?=\d|[IVXL]+\b)"
)
_NUMERO = LazyPattern(r"(?<!\w)(?:№|N[º°])s?\s?(?=\d)")
_NUMBER_SIGN = LazyPattern(r"(?<![\w&])#\s?(?P<number>\d{1,4})(?!\w)")
_CIRCA = LazyPattern(
    r"(?<!\w)(?:c|ca)(?:\.?\s?(?P<year>\d{3,4})(?:[-–](?P<to>\d{2,4}))?(?:\s?(?P<era>BCE|BC|CE|AD))?(?![\w%]|[.,]\d)|\.(?=\s\d))"
)
_LIFE_DATES = LazyPattern(r"(?:(?<=\()(?P<life>b|d|fl|r)\.?|(?<!\w)(?P<alone>b|d|fl)\.)\s?(?=\d{3,4}\b|c)")
_LIFE_VERBS = {"b": "born", "d": "died", "fl": "flourished", "r": "reigned"}
_ONLY_WITH_STOP = frozenset("P cl Cl reg Reg art ch sec Sec op Op ex Ex ep pt Pt fig chap eq para apt ss".split())
"""Abbreviations that need their full stop: without it they are ordinary words or mean something else."""

_BOOKS = load_word_set("names", "bible")
_VERSES = LazyPattern(r"(?<=[a-z] )(?P<chapter>\d{1,3}):(?P<from>\d{1,3})(?:[-–](?P<to>\d{1,3}))?(?![\w:]|[.,]\d)")
_BOOK_PAGES = LazyPattern(r"(?<![\w.,])(?P<pages>\d{2,4})\s?pp(?=\s*[;,.:)]|\s*$)")
_FEWEST_PAGES = 48
_SECTION = LazyPattern(
    r"(?<!\w)(?P<word>ss?)\.? (?=\d{1,3}[A-Z]?(?:[-–]\d+)?(?: (?:notice|of the|of that)|\(\d|\s*$))"
)
_FOOTNOTE = LazyPattern(r"(?<=[a-z]{3}[.,;”\"])\d{1,2}(?=\s+[A-Z“\"]|\s*$)")


def _say_short_form(match: re.Match[str], _: Locale) -> str | None:
    """Say an abbreviation before a number in full.

    Return None if the missing full stop or the words that follow show that it is another word, such as "no".
    """
    word = match["word"]
    if not match["stop"] and (word in _ONLY_WITH_STOP or (word == "p" and not match["blank"])):
        return None
    if word.lower() == "no" and not match["stop"] and _is_the_word_no(match):
        return None
    return f"{_SHORT_FORMS[word]} "


_ORDINAL_OR_QUANTITY = re.compile(r"\d+(?:st|nd|rd|th)|\d[\d,.]*[-%]|\d[\d,.]* (?:or|more|people|other)\b")
_COUNTED_THINGS = re.compile(r"\d+ [a-z]+s\b")


def _is_the_word_no(match: re.Match[str]) -> bool:
    """Return True for the word in "no 19th-century roofs", "no 10 times": an ordinal or a quantity follows."""
    text, end = match.string, match.end()
    return bool(
        _ORDINAL_OR_QUANTITY.match(text, end) or (match["word"] == "no" and _COUNTED_THINGS.match(text, end))
    )


def _say_circa(match: re.Match[str], locale: Locale) -> str:
    era = f" {' '.join(match['era'])}" if match["era"] else ""
    to = f" to {year(int(match['to']), locale)}" if match["to"] else ""
    return f"circa {year(int(match['year']), locale)}{to}{era}" if match["year"] else "circa"


def _say_verses(match: re.Match[str], locale: Locale) -> str | None:
    """Say "Matthew 5:3-10"; a single verse only directly after the name of a book of the Bible."""
    chapter, first = spoken_number(match["chapter"], locale), spoken_number(match["from"], locale)
    if match["to"]:
        return f"chapter {chapter}, verses {first} to {spoken_number(match['to'], locale)}"
    before = match.string[: match.start()].split()
    return f"chapter {chapter}, verse {first}" if before and before[-1] in _BOOKS else None


def _say_book_pages(match: re.Match[str], locale: Locale) -> str | None:
    """Say the length of a book, "320pp"; return None for a small number, which counts percentage points."""
    return f"{spoken_number(match['pages'], locale)} pages" if int(match["pages"]) >= _FEWEST_PAGES else None


def _say_number_sign(match: re.Match[str], locale: Locale) -> str:
    return f"number {spoken_number(match['number'], locale)}"


_PAGE = LazyPattern(r"(?<!\w)(?P<word>pp?)(?P<from>\d{1,4})(?:[-–](?P<to>\d{1,4}))?(?![\w-]|[.,]\d)")


def _say_page(match: re.Match[str], locale: Locale) -> str:
    """Say page numbers without a space before them: p12, pp12-14."""
    to = f" to {spoken_number(match['to'], locale)}" if match["to"] else ""
    return f"{'pages' if match['word'] == 'pp' else 'page'} {spoken_number(match['from'], locale)}{to}"


RULES = (
    Rule(
        name="page",
        at=frozenset({TokenKind.CODE}),
        pattern=_PAGE,
        say=_say_page,
    ),
    Rule(name="footnote mark", at=FIGURE_TOKENS, pattern=_FOOTNOTE, say=lambda *_: ""),
    Rule(name="verses", at=FIGURE_TOKENS, pattern=_VERSES, say=_say_verses, needs=frozenset(":")),
    Rule(name="pages", at=FIGURE_TOKENS, pattern=_BOOK_PAGES, say=_say_book_pages, needs=frozenset("p")),
    Rule(
        name="section",
        at=frozenset({"s", "ss"}),
        pattern=_SECTION,
        say=lambda m, _: "sections " if m["word"] == "ss" else "section ",
    ),
    Rule(name="reference", at=frozenset(_SHORT_FORMS), pattern=_SHORT_FORM, say=_say_short_form),
    Rule(name="reference", at=frozenset({"№", "N", "Nº"}), pattern=_NUMERO, say=lambda *_: "number "),
    Rule(name="number sign", at=frozenset({"#"}), pattern=_NUMBER_SIGN, say=_say_number_sign),
    Rule(name="circa", at=frozenset({"c", "ca", TokenKind.CODE}), pattern=_CIRCA, say=_say_circa),
    Rule(
        name="life",
        at=frozenset(_LIFE_VERBS),
        pattern=_LIFE_DATES,
        say=lambda m, _: f"{_LIFE_VERBS[m['life'] or m['alone']]} ",
    ),
)
