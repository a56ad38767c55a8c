"""Rules, and the index that finds the rules for a token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind, classify_token


class Matcher(Protocol):
    """A pattern that can be matched at a position, compiled or not."""

    def match(self, string: str, pos: int = 0, /) -> re.Match[str] | None:
        """Return the match that begins at `pos`."""


class LazyPattern:
    """A pattern that is compiled when it is first tried, because a line needs few of two hundred."""

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keep the source and the flags of `re`."""
        self._source = source
        self._flags = flags

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """The compiled pattern's own `match`."""
        return re.compile(self._source, self._flags).match


NEEDS_REACH = 40
"""Characters from the beginning of a token in which one of `needs` of a rule must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that is tried at every token in `at`, by its kind or word for word.

    `say` returns the spoken form of a match, or None if the rule does not apply. Two fields avoid attempts that
    cannot match: one of `follows` must stand right behind the token, one of `needs` within NEEDS_REACH.
    """

    name: str
    at: frozenset[TokenKind | str]
    pattern: Matcher | LazyPattern
    say: Callable[[re.Match[str], Locale], str | None]
    needs: frozenset[str] = frozenset()
    follows: frozenset[str] = frozenset()


class RuleIndex:
    """Rules by token, in the order they are tried."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Group the rules by the tokens they begin at, so that most words of a line cost one look-up."""
        self._all = tuple(rules)
        self._by_kind = {kind: tuple(rule for rule in self._all if kind in rule.at) for kind in TokenKind}
        words = {word for rule in self._all for word in rule.at if isinstance(word, str)}
        self._by_word = {word: self._rules_starting_with(word) for word in words}

    def _rules_starting_with(self, word: str) -> tuple[Rule, ...]:
        kind = classify_token(word)
        return tuple(rule for rule in self._all if word in rule.at or kind in rule.at)

    def candidates(self, token: str) -> tuple[Rule, ...]:
        """Return the rules that may begin at a token."""
        found = self._by_word.get(token)
        return self._by_kind[classify_token(token)] if found is None else found
