"""The ordered rules at work on one line.

The eye runs along the line once. At each token the rules that may begin there are tried in order; the first that
holds says its match, and reading goes on behind it. Every rule looks at the line as written, so it sees its context
whatever another rule has done.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from audio_edition.languages.locale import Locale
from audio_edition.languages.rewrite import Said
from audio_edition.languages.tokens import TOKEN
from audio_edition.pronunciation.lexicon.entries import EMPTY, Entries, Lexicon, replacement
from audio_edition.verbaliser.chunking import parts
from audio_edition.verbaliser.rule import NEAR, Rule, Rules

if TYPE_CHECKING:
    from audio_edition.model import Replacement

_SPACE_BEFORE_STOP = re.compile(r" ([,.;:!?])")
_LESSER_STOPS = re.compile(r"(?:[,;:] ?)+(?=[.!?])|(?<=[,;:]) ?[,;:]+|(?<=[.!?])[,;:]+")
_STRETCH = 1000
"""Characters that rules look at: they look around them at every token, which in a line without end has no end."""

_LONGEST_WORD = 6_000
"""Characters of what has no seam: it is looked through from each of its figures on."""

_TAIL = 60
"""Characters in which an abbreviation stands."""

CONTINENTAL = frozenset({"de", "fr", "es", "it", "pt", "nl"})
"""The languages with rules in `grammar/`."""


@cache
def _rules(language: str) -> Rules:
    """Imported when first asked for: an edition rarely speaks more than one language."""
    if language == "en":
        from audio_edition.verbaliser import english

        return Rules(english.RULES)
    if language in CONTINENTAL:
        from audio_edition.verbaliser import grammar

        return Rules(grammar.rules(language))
    from audio_edition.verbaliser import any_language

    return Rules(any_language.RULES)


def say_as(written: str, locale: str = "en-GB", *, lexicon: Lexicon = EMPTY) -> str:
    """One written line → one spoken line; blank stays blank. No built-in lexicon: it changes no text."""
    return tidy(_applied(written, _said(written, locale, lexicon)))


def verbalise(
    written: str, locale: str = "en-GB", *, lexicon: Lexicon = EMPTY
) -> tuple[str, tuple[Replacement, ...]]:
    """The spoken form, and what was replaced: spans of `written` in order, none overlapping."""
    from audio_edition.model import Replacement  # here: all the nouns of the project, and `say_as` needs none

    said = _said(written, locale, lexicon)
    return tidy(_applied(written, said)), tuple(Replacement(**each._asdict()) for each in said)


def goes_on(text: str, following: str, language: str) -> bool:
    """True where the full stop between two texts is no sentence's: "M." and a name, "im 19." and a century."""
    primary = Locale.of(language).language
    if primary not in CONTINENTAL:
        return False
    from audio_edition.verbaliser import grammar

    return following[0].islower() or bool(grammar.going_on(primary).search(text[-_TAIL:]))


def _said(written: str, locale: str, lexicon: Lexicon) -> list[Said]:
    place = Locale.of(locale, emoji=lexicon.names_emoji)
    rules, entries = _rules(place.language), lexicon.entries(locale)
    if len(written) <= _STRETCH:
        return _said_in(written, rules, entries, place)
    return [
        each._replace(start=each.start + start, end=each.end + start)
        for start, end in parts(written, _STRETCH, _LONGEST_WORD)
        for each in _said_in(written[start:end], rules, entries, place)
    ]


def _said_in(written: str, rules: Rules, entries: Entries, place: Locale) -> list[Said]:
    found: list[Said] = []
    read = 0
    while token := TOKEN.search(written, read):
        said = _at(token, written, rules, entries, place)
        if said:
            found.append(said)
        read = said.end if said else token.end()
    return found


def _at(token: re.Match[str], written: str, rules: Rules, entries: Entries, place: Locale) -> Said | None:
    """What the lexicon knows of a token wins over every rule."""
    if (lexemes := entries.get(token[0])) and (said := replacement(lexemes, written, token.start())):
        return said
    here = rules.at(token[0])
    return _first(here, written, token, place) if here else None


def _first(rules: tuple[Rule, ...], written: str, token: re.Match[str], place: Locale) -> Said | None:
    """The first rule that holds at a token."""
    start, end = token.span()
    behind = written[end : end + 1]
    near: set[str] | None = None
    for rule in rules:
        if rule.follows and behind not in rule.follows:
            continue
        if rule.needs:
            near = near or set(written[start : start + NEAR])
            if rule.needs.isdisjoint(near):
                continue
        match = rule.pattern.match(written, start)
        spoken = rule.say(match, place) if match else None
        if match and spoken is not None:
            return Said(start, match.end(), spoken, rule.name)
    return None


def _applied(written: str, said: list[Said]) -> str:
    """`written` with every replacement in its place."""
    parts = []
    end = 0
    for each in said:
        parts += [written[end : each.start], each.spoken]
        end = each.end
    return "".join([*parts, written[end:]])


def tidy(text: str) -> str:
    """Single spaces, and one stop where replacements left several."""
    text = " ".join(text.split())
    text = _SPACE_BEFORE_STOP.sub(r"\1", text)
    text = _LESSER_STOPS.sub("", text)
    return " ".join(text.lstrip(" ,;:.!?-").rstrip(" ,;:-").split())
