"""Applies the rules to one line.

The line is scanned once. At each token the rules that may begin there are tried in order. The first that applies
replaces its match, and scanning continues behind it. Every rule sees the line as written, whatever other rules
replaced.
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
"""Characters that are given to the rules at once, because rules look around every token."""

_LONGEST_WORD = 6_000
"""A word of at least so many characters is divided."""


@cache
def _load_rules(language: str) -> RuleIndex:
    """Import the rules of a language when they are first needed: an edition rarely speaks more than one."""
    known = languages.find(language)
    if known is None:
        from audio_edition.verbaliser import any_language

        return RuleIndex(any_language.RULES)
    package = import_module(f"{__package__}.{known.rule_package}")
    return RuleIndex(package.rules(known))


def say_as(written: str, locale: str = "en-GB", *, lexicon: Lexicon = EMPTY) -> str:
    """Return the spoken form of a written line; a blank line stays blank.

    The built-in lexicon is not used by default, because it changes no text.
    """
    return tidy_punctuation(_apply_rewrites(written, _find_rewrites(written, locale, lexicon)))


def verbalise(
    written: str, locale: str = "en-GB", *, lexicon: Lexicon = EMPTY
) -> tuple[str, tuple[Replacement, ...]]:
    """Return the spoken form and the replacements: spans of `written` in order, without overlaps."""
    from audio_edition.model import Replacement  # here: `say_as` needs no model

    rewrites = _find_rewrites(written, locale, lexicon)
    return tidy_punctuation(_apply_rewrites(written, rewrites)), tuple(
        Replacement(**rewrite._asdict()) for rewrite in rewrites
    )


def sentence_continues(text: str, following: str, language: str) -> bool:
    """Return True if the full stop between two texts ends no sentence: "M." and a name, "im 19." and a century."""
    known = languages.find(tags.normalize(language))
    return known is not None and known.continues_sentence(text, following)


def _find_rewrites(written: str, tag: str, lexicon: Lexicon) -> list[Rewrite]:
    locale = Locale.from_tag(tag, emoji=lexicon.names_emoji)
    rules, entries = _load_rules(locale.language), lexicon.index_for(tag)
    if len(written) <= _CHUNK_LENGTH:
        return _find_rewrites_in_chunk(written, rules, entries, locale)
    return [
        rewrite._replace(start=rewrite.start + start, end=rewrite.end + start)
        for start, end in chunk_spans(written, _CHUNK_LENGTH, _LONGEST_WORD)
        for rewrite in _find_rewrites_in_chunk(written[start:end], rules, entries, locale)
    ]


def _find_rewrites_in_chunk(written: str, rules: RuleIndex, entries: LexemeIndex, locale: Locale) -> list[Rewrite]:
    found: list[Rewrite] = []
    read = 0
    while token := TOKEN.search(written, read):
        rewrite = _rewrite_at(token, written, rules, entries, locale)
        if rewrite:
            found.append(rewrite)
        read = rewrite.end if rewrite else token.end()
    return found


def _rewrite_at(
    token: re.Match[str], written: str, rules: RuleIndex, entries: LexemeIndex, locale: Locale
) -> Rewrite | None:
    """Return the rewrite by the lexicon if it knows the token, else by the first rule that applies."""
    if (lexemes := entries.get(token[0])) and (rewrite := find_rewrite(lexemes, written, token.start())):
        return rewrite
    here = rules.candidates(token[0])
    return _apply_first_rule(here, written, token, locale) if here else None


def _apply_first_rule(
    rules: tuple[Rule, ...], written: str, token: re.Match[str], locale: Locale
) -> Rewrite | None:
    """Return the rewrite by the first rule that applies at a token."""
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
        spoken = rule.say(match, locale) if match else None
        if match and spoken is not None:
            return Rewrite(start, match.end(), spoken, rule.name)
    return None


def _apply_rewrites(written: str, rewrites: list[Rewrite]) -> str:
    """Return `written` with every rewrite in its place."""
    parts = []
    end = 0
    for rewrite in rewrites:
        parts += [written[end : rewrite.start], rewrite.spoken]
        end = rewrite.end
    return "".join([*parts, written[end:]])


def tidy_punctuation(text: str) -> str:
    """Return the text with single spaces, and with one stop where replacements left several."""
    text = " ".join(text.split())
    text = _SPACE_BEFORE_STOP.sub(r"\1", text)
    text = _REDUNDANT_STOPS.sub("", text)
    return " ".join(text.lstrip(" ,;:.!?-").rstrip(" ,;:-").split())
