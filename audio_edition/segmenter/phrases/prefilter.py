"""Finds conditions that a text must meet for a phrase to match it: its first letter, or strings inside it.

A page has hundreds of lines and a language hundreds of phrases, and nine lines in ten match none. The parser knows
the part of Python's regular expressions that phrases use; for the rest it assumes that every text can match.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

_QUANTIFIER_STARTS = frozenset("?*{+")
_ZERO_WIDTH = frozenset("bB")
_CLASS = re.compile(r"\^?\]?(?:\\.|[^\]\\])*\]")
_NON_CAPTURING_GROUP = re.compile(r"\?(-?i)?:")
"""The beginning of a non-capturing group, with or without a flag for case."""

_MIN_RUN_CHARS, _COMMON_PUNCTUATION = 3, frozenset(" .,:;!?'\"()-")
"""Least length of a required string, and signs that do not count: shorter strings and these are in every text."""


@dataclass(slots=True)
class _Item:
    """A part of a phrase: the characters it can be (None: any), or the alternatives of a group."""

    chars: frozenset[str] | None = None
    group: list[list[_Item]] | None = None
    optional: bool = False
    repeated: bool = False


def first_letters(phrase: str) -> frozenset[str] | None:
    """Return the characters, in lower case, that a match can begin with, or None if it can begin with any."""
    return _first_letters_of_alternatives(_Parser(phrase).parse_alternatives())


def required_strings(phrase: str) -> tuple[str, ...]:
    """Return strings in lower case of which every match has at least one; empty if there are no such strings."""
    found = dict.fromkeys(_strings_of_alternatives(_Parser(phrase).parse_alternatives()))
    return tuple(string for string in found if not any(other in string for other in found if other != string))


@dataclass(frozen=True, slots=True)
class PrefilteredPattern:
    """A pattern, and the strings of which a text must have at least one; empty if there are no such strings."""

    pattern: re.Pattern[str]
    strings: tuple[str, ...]

    @classmethod
    def from_source(cls, source: str, flags: re.RegexFlag = re.NOFLAG) -> PrefilteredPattern:
        """Compile a regular expression and find the strings that it requires."""
        return cls(re.compile(source, flags), required_strings(source))

    def may_match(self, text: str) -> bool:
        """Return False if the pattern cannot match in a text."""
        lowered = text.lower()
        return not self.strings or any(map(lowered.__contains__, self.strings))


def _first_letters_of_alternatives(alternatives: list[list[_Item]]) -> frozenset[str] | None:
    found = [_first_letters_of_sequence(sequence) for sequence in alternatives]
    return None if None in found else frozenset(chain.from_iterable(filter(None, found)))


def _first_letters_of_sequence(sequence: list[_Item]) -> frozenset[str] | None:
    letters: frozenset[str] = frozenset()
    for item in sequence:
        own = _first_letters_of_alternatives(item.group) if item.group is not None else item.chars
        if own is None:
            return None
        letters |= own
        if not item.optional:
            return letters
    return None


def _strings_of_alternatives(alternatives: list[list[_Item]]) -> tuple[str, ...]:
    best = [max(_strings_of_sequence(sequence), key=_selectivity, default=()) for sequence in alternatives]
    return tuple(chain.from_iterable(best)) if all(best) else ()


def _strings_of_sequence(sequence: list[_Item]) -> Iterator[tuple[str, ...]]:
    """Yield each run of characters of a sequence, and the strings that each of its groups requires."""
    run = ""
    for item in sequence:
        single = item.chars is not None and len(item.chars) == 1 and not item.optional and not item.repeated
        if single and item.chars:
            run += next(iter(item.chars))
            continue
        if _is_selective(run):
            yield (run,)
        run = ""
        if item.chars and not item.optional and all(map(_is_selective, item.chars)):
            yield tuple(sorted(item.chars))
        if item.group is not None and not item.optional and (inner := _strings_of_alternatives(item.group)):
            yield inner
    if _is_selective(run):
        yield (run,)


def _is_selective(run: str) -> bool:
    """Return True if few texts have a run of characters: it is long, or has an uncommon sign."""
    return len(run) >= _MIN_RUN_CHARS or any(not char.isalnum() and char not in _COMMON_PUNCTUATION for char in run)


def _selectivity(strings: tuple[str, ...]) -> float:
    """Return a score that is higher for fewer and longer strings."""
    return min(map(len, strings)) - len(strings) / 2


class _Parser:
    """Parses a phrase into alternatives, each a sequence of items."""

    def __init__(self, phrase: str) -> None:
        self._rest = phrase

    def parse_alternatives(self) -> list[list[_Item]]:
        found: list[list[_Item]] = [[]]
        while self._rest and self._rest[0] != ")":
            if self._rest[0] == "|":
                self._take()
                found.append([])
            elif (item := self._parse_item()) is not None:
                found[-1].append(item)
        return found

    def _take(self, count: int = 1) -> str:
        taken, self._rest = self._rest[:count], self._rest[count:]
        return taken

    def _parse_item(self) -> _Item | None:
        char = self._take()
        if char == "(":
            item = self._parse_group()
        elif char == "[":
            item = _Item(chars=self._parse_class())
        elif char == "\\":
            escaped = self._take()
            if escaped in _ZERO_WIDTH:
                return None
            item = _Item(chars=_parse_escape(escaped))
        elif char in "^$":
            return None
        else:
            item = _Item(chars=None if char in ".<" else frozenset(char.lower()))
        return self._parse_quantifier(item)

    def _parse_group(self) -> _Item:
        opening = _NON_CAPTURING_GROUP.match(self._rest)
        plain = not self._rest.startswith("?") or opening is not None
        if opening:
            self._take(opening.end())
        alternatives = self.parse_alternatives()
        self._take()
        return _Item(group=alternatives) if plain else _Item(optional=True, group=[[_Item()]])

    def _parse_class(self) -> frozenset[str] | None:
        whole = _CLASS.match(self._rest)
        inside = self._take(whole.end() if whole else 0)[:-1]
        if inside.startswith("^") or "\\" in inside:
            return None
        if "-" in inside[1:-1]:
            low, high = inside[0], inside[2]
            return frozenset(map(chr, range(ord(low.lower()), ord(high.lower()) + 1))) if len(inside) == 3 else None
        return frozenset(inside.lower())

    def _parse_quantifier(self, item: _Item) -> _Item:
        if self._rest[:1] in _QUANTIFIER_STARTS and self._rest:
            quantifier = self._take()
            if quantifier == "{":
                quantifier += self._take(self._rest.index("}") + 1)
            item.optional |= quantifier[:1] in "?*" or quantifier.startswith(("{0", "{,"))
            item.repeated = quantifier != "?"
            if self._rest[:1] == "?":
                self._take()
        return item


def _parse_escape(char: str) -> frozenset[str] | None:
    if char == "d":
        return frozenset(string.digits)
    return None if char.isalpha() else frozenset(char)
