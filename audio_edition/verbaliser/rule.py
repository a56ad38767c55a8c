"""What a rule is, and how the rules for a token are found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind, classify_token


class Matcher(Protocol):
    """A compiled pattern, or one that is compiled when it is first tried."""

    def match(self, string: str, pos: int = 0, /) -> re.Match[str] | None:
        """The match that begins at `pos`."""


class LazyPattern:
    """A pattern that is compiled when it is first tried: of two hundred, a line needs a few."""

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keeps the source."""
        self._source = source
        self._flags = flags

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """The compiled pattern's own `match`."""
        return re.compile(self._source, self._flags).match


NEEDS_REACH = 40
"""Characters from the beginning of a token in which `needs` of a rule must be met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Tried at every token `at` names, by its kind or word for word.

    `say` gives the spoken form of a match, or None where the rule does not hold. Two fields spare the pattern tries
    that could not match: one of `follows` stands right behind the token, one of `needs` within NEAR of it.
    """

    name: str
    at: frozenset[TokenKind | str]
    pattern: Matcher | LazyPattern
    say: Callable[[re.Match[str], Locale], str | None]
    needs: frozenset[str] = frozenset()
    follows: frozenset[str] = frozenset()


class RuleIndex:
    """Rules in the order they are tried."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sorted by where they begin, once, so that most words of a line cost one look-up."""
        self._all = tuple(rules)
        self._by_kind = {kind: tuple(rule for rule in self._all if kind in rule.at) for kind in TokenKind}
        words = {word for rule in self._all for word in rule.at if isinstance(word, str)}
        self._by_word = {word: self._rules_starting_with(word) for word in words}

    def _rules_starting_with(self, word: str) -> tuple[Rule, ...]:
        kind = classify_token(word)
        return tuple(rule for rule in self._all if word in rule.at or kind in rule.at)

    def candidates(self, token: str) -> tuple[Rule, ...]:
        """The rules that may begin at a token."""
        found = self._by_word.get(token)
        return self._by_kind[classify_token(token)] if found is None else found
