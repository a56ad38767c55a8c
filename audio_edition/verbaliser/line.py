"""The ordered rules at work on one line.

The eye runs along the line once. At each token the rules that may begin there are tried in order; the first that
holds says its match, and reading goes on behind it. Every rule looks at the line as written, so it sees its context
whatever another rule has done.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from audio_edition import languages
from audio_edition.languages import tags
from audio_edition.languages.locale import Locale
from audio_edition.languages.rewrite import Rewrite
from audio_edition.languages.tokens import TOKEN
from audio_edition.pronunciation.lexicon.entries import EMPTY, LexemeIndex, Lexicon, find_rewrite
from audio_edition.verbaliser.chunking import chunk_spans
from audio_edition.verbaliser.rule import NEEDS_REACH, Rule, RuleIndex

if TYPE_CHECKING:
    from audio_edition.model import Replacement

_SPACE_BEFORE_STOP = re.compile(r" ([,.;:!?])")
_REDUNDANT_STOPS = re.compile(r"(?:[,;:] ?)+(?=[.!?])|(?<=[,;:]) ?[,;:]+|(?<=[.!?])[,;:]+")
_CHUNK_LENGTH = 1000
"""Characters that rules look at: they look around them at every token, which in a line without end has no end."""

_LONGEST_WORD = 6_000
"""Characters of what has no seam: it is looked through from each of its figures on."""


@cache
def _load_rules(language: str) -> RuleIndex:
    """Import the rules of a language when they are first needed: an edition rarely speaks more than one."""
    home = languages.find(language)
    if home is None:
        from audio_edition.verbaliser import any_language

        return RuleIndex(any_language.RULES)
    package = import_module(f"{__package__}.{home.rule_package}")
    return RuleIndex(package.rules(home))


def say_as(written: str, locale: str = "en-GB", *, lexicon: Lexicon = EMPTY) -> str:
    """One written line → one spoken line; blank stays blank. No built-in lexicon: it changes no text."""
    return tidy_punctuation(_apply_rewrites(written, _find_rewrites(written, locale, lexicon)))


def verbalise(
    written: str, locale: str = "en-GB", *, lexicon: Lexicon = EMPTY
) -> tuple[str, tuple[Replacement, ...]]:
    """The spoken form, and what was replaced: spans of `written` in order, none overlapping."""
    from audio_edition.model import Replacement  # here: all the nouns of the project, and `say_as` needs none

    said = _find_rewrites(written, locale, lexicon)
    return tidy_punctuation(_apply_rewrites(written, said)), tuple(Replacement(**each._asdict()) for each in said)


def sentence_continues(text: str, following: str, language: str) -> bool:
    """True where the full stop between two texts is no sentence's: "M." and a name, "im 19." and a century."""
    home = languages.find(tags.normalize(language))
    return home is not None and home.continues_sentence(text, following)


def _find_rewrites(written: str, locale: str, lexicon: Lexicon) -> list[Rewrite]:
    place = Locale.from_tag(locale, emoji=lexicon.names_emoji)
    rules, entries = _load_rules(place.language), lexicon.index_for(locale)
    if len(written) <= _CHUNK_LENGTH:
        return _find_rewrites_in_chunk(written, rules, entries, place)
    return [
        each._replace(start=each.start + start, end=each.end + start)
        for start, end in chunk_spans(written, _CHUNK_LENGTH, _LONGEST_WORD)
        for each in _find_rewrites_in_chunk(written[start:end], rules, entries, place)
    ]


def _find_rewrites_in_chunk(written: str, rules: RuleIndex, entries: LexemeIndex, place: Locale) -> list[Rewrite]:
    found: list[Rewrite] = []
    read = 0
    while token := TOKEN.search(written, read):
        said = _rewrite_at(token, written, rules, entries, place)
        if said:
            found.append(said)
        read = said.end if said else token.end()
    return found


def _rewrite_at(
    token: re.Match[str], written: str, rules: RuleIndex, entries: LexemeIndex, place: Locale
) -> Rewrite | None:
    """What the lexicon knows of a token wins over every rule."""
    if (lexemes := entries.get(token[0])) and (said := find_rewrite(lexemes, written, token.start())):
        return said
    here = rules.candidates(token[0])
    return _apply_first_rule(here, written, token, place) if here else None


def _apply_first_rule(rules: tuple[Rule, ...], written: str, token: re.Match[str], place: Locale) -> Rewrite | None:
    """The first rule that holds at a token."""
    start, end = token.span()
    behind = written[end : end + 1]
    near: set[str] | None = None
    for rule in rules:
        if rule.follows and behind not in rule.follows:
            continue
        if rule.needs:
            near = near or set(written[start : start + NEEDS_REACH])
            if rule.needs.isdisjoint(near):
                continue
        match = rule.pattern.match(written, start)
        spoken = rule.say(match, place) if match else None
        if match and spoken is not None:
            return Rewrite(start, match.end(), spoken, rule.name)
    return None


def _apply_rewrites(written: str, said: list[Rewrite]) -> str:
    """`written` with every replacement in its place."""
    parts = []
    end = 0
    for each in said:
        parts += [written[end : each.start], each.spoken]
        end = each.end
    return "".join([*parts, written[end:]])


def tidy_punctuation(text: str) -> str:
    """Single spaces, and one stop where replacements left several."""
    text = " ".join(text.split())
    text = _SPACE_BEFORE_STOP.sub(r"\1", text)
    text = _REDUNDANT_STOPS.sub("", text)
    return " ".join(text.lstrip(" ,;:.!?-").rstrip(" ,;:-").split())
