"""Hard-wrapped text, as from e-mail, a text browser or a PDF: its lines → its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

_WIDTHS = range(25, 131)
"""Columns at which texts are wrapped, or set in a newspaper."""

_USUAL_SHARE = 0.9
"""Share of the lines that keep to the column; addresses, and words mended by other tools, do not."""

_FEWEST = 3
_SHARE, _SHARE_WITHOUT_CASE = 0.1, 0.5
"""Share of the lines that must break inside a sentence; small letters show that they do, where there are any."""

_FULL, _HALF_FULL = 0.88, 0.6
"""Share of the column that a line and the next word fill: above the first that word did not fit, for letters differ
in width; below the second the line was ended on purpose, even inside a sentence."""

_INDENT = 2
_MARKER = re.compile(r"\s*([•·▪◦‣●○■*–-]|\(?\d{1,2}[.)])\s+(?=\S)")
_SIGNS = "$£€¥%&("
_WORD = re.compile(r"\w")
_HYPHEN = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_LONGEST_WORD = 100
_HYPHEN_SHARE = 0.04
"""Share of the lines that end in a hyphen above which words were divided: compounds alone are rarer."""

_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_PAGE_NUMBER = re.compile(r"\W*(page\s+)?\d{1,4}(\s*(of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_STOPPED = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")


def column(lines: Sequence[str]) -> int | None:
    """The column at which a text is wrapped: full lines break off inside a sentence. None if it is not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[ceil(len(lengths) * _USUAL_SHARE) - 1] if lengths else 0
    if width not in _WIDTHS:
        return None
    pairs = [(this, after) for this, after in pairwise(lines) if this.strip() and after.strip()]
    broken = [after for this, after in pairs if _runs_on(this, after) and _filled(this, after) > _FULL * width]
    share = _SHARE if any(line.lstrip()[0].islower() for line in broken) else _SHARE_WITHOUT_CASE
    return width if len(broken) >= max(_FEWEST, share * len(pairs)) else None


def paragraphs(text: str, width: int) -> Iterator[str]:
    """The paragraphs of a text wrapped at `width`, each on one line.

    One that the end of a page cuts is mended; the number of the page comes behind it.
    """
    hyphens = _Hyphens.of(text.splitlines(), width)
    held: list[str] = []
    numbers: list[list[str]] = []
    for part, page_ends in _on_pages(text, width):
        if held and page_ends and _is_page_number(part):
            numbers.append(part)
        elif held and page_ends and _runs_on(held[-1], part[0]):
            held += part
        else:
            yield from map(hyphens.joined, (held, *numbers) if held else ())
            held, numbers = part, []
    yield from map(hyphens.joined, (held, *numbers) if held else ())


def _on_pages(text: str, width: int) -> Iterator[tuple[list[str], bool]]:
    """The parts of a text, and whether a page ends right before or behind them."""
    pages = [[part for part in _parts(page.splitlines(), width) if part] for page in text.split("\f")]
    for page in pages:
        edges = {0, len(page) - 1} if len(pages) > 1 else set()
        yield from ((part, number in edges) for number, part in enumerate(page))


def _parts(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """Runs of lines that are one paragraph each."""
    part: list[str] = []
    for line in lines:
        if part and (not line.strip() or _begins(line, part[-1], width)):
            yield part
            part = []
        if line.strip():
            part.append(line)
    yield part


def _begins(line: str, before: str, width: int) -> bool:
    """Whether a line is no continuation: the one before had room for its first word, or it is set apart."""
    full = _HALF_FULL if _runs_on(before, line) else _FULL
    room = _filled(before, line) <= full * width
    indented = _indent(line) >= _indent(before) + _INDENT
    wordless = not (_WORD.search(line) and _WORD.search(before))
    return room or indented or wordless or bool(_MARKER.match(line))


def _indent(line: str) -> int:
    """The column where the words of a line begin, behind the mark of a list."""
    marker = _MARKER.match(line)
    return marker.end() if marker else len(line) - len(line.lstrip())


def _is_page_number(part: Sequence[str]) -> bool:
    return len(part) == 1 and bool(_PAGE_NUMBER.fullmatch(part[0].strip()))


def _runs_on(before: str, after: str) -> bool:
    """Whether the second line goes on with a sentence of the first: no stop, no capital, no quotation mark."""
    first = after.lstrip()[:1]
    return (first.isalnum() or first in _SIGNS) and not first.isupper() and not _STOPPED.search(before.rstrip())


def _filled(before: str, after: str) -> int:
    """The length of a line with the first word of the next."""
    return len(before.rstrip()) + 1 + len(after.split(maxsplit=1)[0])


@dataclass(frozen=True, slots=True)
class _Hyphens:
    """What hyphens at the ends of lines are: divided words, unless the text has the word with a hyphen."""

    words: frozenset[str]
    divides: bool

    @classmethod
    def of(cls, lines: Sequence[str], width: int) -> _Hyphens:
        """Judge by all words of a text, and by how many of its full lines end in a hyphen."""
        words = frozenset(re.findall(r"\w+(?:[-\u2010]\w+)*", " ".join(lines).casefold()))
        full = [line for line in lines if len(line.rstrip()) > _FULL * width]
        hyphened = sum(1 for line in full if _HYPHEN.search(line.rstrip()[-2:]))
        return cls(words, hyphened > _HYPHEN_SHARE * len(full))

    def joined(self, lines: Sequence[str]) -> str:
        """The lines of a paragraph as one."""
        joined = [lines[0].strip()]
        for line in lines[1:]:
            text, after = joined[-1], line.strip()
            if _HYPHEN.search(text[-2:]) and after[:1].isalpha():
                joined[-1:] = text[:-_LONGEST_WORD], self._mended(text[-_LONGEST_WORD:], after)
            elif _NO_SPACES.match(text[-1:]) and _NO_SPACES.match(after):
                joined.append(after)
            else:
                joined.append(f" {after}")
        return "".join(joined)

    def _mended(self, text: str, after: str) -> str:
        first = re.split(r"[^\w-]", text[:-1])[-1]
        second = (re.match(r"\w+", after) or [""])[0]
        whole, hyphened = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
        divided = text.endswith("\u00ad") or whole in self.words or (self.divides and hyphened not in self.words)
        return text[:-1] + after if divided and second[:1].islower() else text + after
