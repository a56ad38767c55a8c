"""Texts on which a regular expression takes longest: for each of its repeats, a lead and a repeated part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # the only complete parser of the syntax
from typing import Any

_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_SIGNS = 'a1 -.A,"\n\té“”’—\u00a0中٣½😀\u0301'
_CHOICES = 4
"""How many alternatives of a repeated group are tried."""

ANYWHERE = (
    *'aA1.,:!?("“’<&[*_$€`|#=/\\-—+%>{é中😀\u0301\u00a0\u200f \t\n',
    *"e\u0301;1,;1.;1 ;1,000,;1-;1:;1/;1a;$1;a-;a.;a,;a';a=;a@;a b;a ;ab ;A ;A.;A. ;A, ;Aa ;IV;M. ;((;[[".split(
        ";"
    ),
    *"<a ;<p>;<!--;http://;- ;> ;. ;a\n;1\n; \n;\r\n".split(";"),
)
"""Repeated parts that are dangerous for many regular expressions, whatever their source."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A text that leads to a repeat, a part that is repeated, and an end that does not match."""

    lead: str
    pump: str
    end: str

    def text(self, length: int) -> str:
        """Return a text of exactly `length` characters."""
        times = max(0, length - len(self.lead) - len(self.end)) // len(self.pump) + 1
        return (self.lead + self.pump * times)[: length - len(self.end)] + self.end


def attacks(source: str | bytes, flags: int) -> Iterator[Attack]:
    """Yield the attacks on the repeats of a regular expression, without duplicates."""
    for lead, pump in sorted(set(_pumps(_parser.parse(source, flags), ""))):
        for before, repeated in dict.fromkeys(((lead, pump), ("", pump), ("", lead + pump))):
            yield from (Attack(before, repeated, end) for end in ("", "\0"))


def _pumps(sequence: Iterable[tuple[Any, Any]], lead: str) -> Iterator[tuple[str, str]]:
    """Yield for each repeat a text that leads to it and a text that it repeats."""
    for part in sequence:
        operation, value = part
        if operation in _REPEATS:
            inner = value[2]
            if value[1] > 3:
                yield from ((lead, pump) for choice in range(_CHOICES) if (pump := _sample(inner, choice)))
            yield from _pumps(inner, lead)
        for branch in _branches(operation, value):
            yield from _pumps(branch, lead)
        lead += _sample([part], 1)


def _branches(operation: Any, value: Any) -> list[Any]:
    """Return the sequences inside a part that is no repeat."""
    if operation is _constants.SUBPATTERN:
        return [value[-1]]
    if operation is _constants.ATOMIC_GROUP:
        return [value]
    if operation in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    return list(value[1]) if operation is _constants.BRANCH else []


def _sample(sequence: Iterable[tuple[Any, Any]], choice: int) -> str:
    """Return a text that a sequence matches, at least roughly; `choice` selects one of several."""
    return "".join(_sample_of(operation, value, choice) for operation, value in sequence)


def _sample_of(operation: Any, value: Any, choice: int) -> str:
    if operation is _constants.LITERAL:
        return chr(int(value))
    if operation in _REPEATS:
        return _sample(value[2], choice) * max(int(value[0]), choice % 2)
    if operation in (_constants.IN, _constants.ANY, _constants.NOT_LITERAL):
        candidates: Sequence[str] = _members(value) if operation is _constants.IN else "ba"
        return str(candidates[choice % len(candidates)])
    branches = [] if operation in (_constants.ASSERT, _constants.ASSERT_NOT) else _branches(operation, value)
    return _sample(branches[choice % len(branches)], choice) if branches else ""


def _members(items: list[tuple[Any, Any]]) -> list[str]:
    """Return characters of a class: those that it names and those of `_SIGNS` that it matches."""
    named = [chr(value) for operation, value in items if operation is _constants.LITERAL]
    named += [chr(value[0]) for operation, value in items if operation is _constants.RANGE]
    pattern = _compiler.compile(_parser.SubPattern(_parser.State(), [(_constants.IN, items)]))
    return [char for char in (*named, *_SIGNS) if pattern.match(char)] or ["\u4e00"]
