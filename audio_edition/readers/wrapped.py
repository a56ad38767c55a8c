"""Hard-wrapped text, as from e-mail, a text browser or a PDF: its lines → its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

_WRAP_WIDTHS = range(25, 131)
"""Columns at which texts are wrapped, or set in a newspaper."""

_WRAPPED_SHARE = 0.9
"""Share of the lines that keep to the column; addresses, and words mended by other tools, do not."""

_MIN_BROKEN_LINES = 3
_MIN_BROKEN_SHARE, _MIN_BROKEN_SHARE_WITHOUT_CASE = 0.1, 0.5
"""Share of the lines that must break inside a sentence; small letters show that they do, where there are any."""

_FULL_SHARE, _HALF_FULL_SHARE = 0.88, 0.6
"""Share of the column that a line and the next word fill: above the first that word did not fit, for letters differ
in width; below the second the line was ended on purpose, even inside a sentence."""

_MIN_INDENT = 2
_LIST_MARKER = re.compile(r"\s*([•·▪◦‣●○■*–-]|\(?\d{1,2}[.)])\s+(?=\S)")
_CONTINUATION_SIGNS = "$£€¥%&("
_WORD = re.compile(r"\w")
_HYPHEN_END = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_MAX_WORD_LENGTH = 100
_HYPHEN_SHARE = 0.04
"""Share of the lines that end in a hyphen above which words were divided: compounds alone are rarer."""

_UNSPACED_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_PAGE_NUMBER = re.compile(r"\W*(page\s+)?\d{1,4}(\s*(of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")


def detect_column(lines: Sequence[str]) -> int | None:
    """The column at which a text is wrapped: full lines break off inside a sentence. None if it is not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[ceil(len(lengths) * _WRAPPED_SHARE) - 1] if lengths else 0
    if width not in _WRAP_WIDTHS:
        return None
    pairs = [(this, after) for this, after in pairwise(lines) if this.strip() and after.strip()]
    broken = [
        after
        for this, after in pairs
        if _continues_sentence(this, after) and _filled_length(this, after) > _FULL_SHARE * width
    ]
    share = (
        _MIN_BROKEN_SHARE if any(line.lstrip()[0].islower() for line in broken) else _MIN_BROKEN_SHARE_WITHOUT_CASE
    )
    return width if len(broken) >= max(_MIN_BROKEN_LINES, share * len(pairs)) else None


def unwrap(text: str, width: int) -> Iterator[str]:
    """The paragraphs of a text wrapped at `width`, each on one line.

    One that the end of a page cuts is mended; the number of the page comes behind it.
    """
    hyphens = _Dehyphenator.from_lines(text.splitlines(), width)
    held: list[str] = []
    numbers: list[list[str]] = []
    for part, page_ends in _parts_by_page(text, width):
        if held and page_ends and _is_page_number(part):
            numbers.append(part)
        elif held and page_ends and _continues_sentence(held[-1], part[0]):
            held += part
        else:
            yield from map(hyphens.join_lines, (held, *numbers) if held else ())
            held, numbers = part, []
    yield from map(hyphens.join_lines, (held, *numbers) if held else ())


def _parts_by_page(text: str, width: int) -> Iterator[tuple[list[str], bool]]:
    """The parts of a text, and whether a page ends right before or behind them."""
    pages = [[part for part in _split_paragraphs(page.splitlines(), width) if part] for page in text.split("\f")]
    for page in pages:
        edges = {0, len(page) - 1} if len(pages) > 1 else set()
        yield from ((part, number in edges) for number, part in enumerate(page))


def _split_paragraphs(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """Runs of lines that are one paragraph each."""
    part: list[str] = []
    for line in lines:
        if part and (not line.strip() or _starts_paragraph(line, part[-1], width)):
            yield part
            part = []
        if line.strip():
            part.append(line)
    yield part


def _starts_paragraph(line: str, before: str, width: int) -> bool:
    """Whether a line is no continuation: the one before had room for its first word, or it is set apart."""
    full = _HALF_FULL_SHARE if _continues_sentence(before, line) else _FULL_SHARE
    room = _filled_length(before, line) <= full * width
    indented = _indent(line) >= _indent(before) + _MIN_INDENT
    wordless = not (_WORD.search(line) and _WORD.search(before))
    return room or indented or wordless or bool(_LIST_MARKER.match(line))


def _indent(line: str) -> int:
    """The column where the words of a line begin, behind the mark of a list."""
    marker = _LIST_MARKER.match(line)
    return marker.end() if marker else len(line) - len(line.lstrip())


def _is_page_number(part: Sequence[str]) -> bool:
    return len(part) == 1 and bool(_PAGE_NUMBER.fullmatch(part[0].strip()))


def _continues_sentence(before: str, after: str) -> bool:
    """Whether the second line goes on with a sentence of the first: no stop, no capital, no quotation mark."""
    first = after.lstrip()[:1]
    return (
        (first.isalnum() or first in _CONTINUATION_SIGNS)
        and not first.isupper()
        and not _SENTENCE_END.search(before.rstrip())
    )


def _filled_length(before: str, after: str) -> int:
    """The length of a line with the first word of the next."""
    return len(before.rstrip()) + 1 + len(after.split(maxsplit=1)[0])


@dataclass(frozen=True, slots=True)
class _Dehyphenator:
    """What hyphens at the ends of lines are: divided words, unless the text has the word with a hyphen."""

    words: frozenset[str]
    divides: bool

    @classmethod
    def from_lines(cls, lines: Sequence[str], width: int) -> _Dehyphenator:
        """Judge by all words of a text, and by how many of its full lines end in a hyphen."""
        words = frozenset(re.findall(r"\w+(?:[-\u2010]\w+)*", " ".join(lines).casefold()))
        full = [line for line in lines if len(line.rstrip()) > _FULL_SHARE * width]
        hyphened = sum(1 for line in full if _HYPHEN_END.search(line.rstrip()[-2:]))
        return cls(words, hyphened > _HYPHEN_SHARE * len(full))

    def join_lines(self, lines: Sequence[str]) -> str:
        """The lines of a paragraph as one."""
        joined = [lines[0].strip()]
        for line in lines[1:]:
            text, after = joined[-1], line.strip()
            if _HYPHEN_END.search(text[-2:]) and after[:1].isalpha():
                joined[-1:] = text[:-_MAX_WORD_LENGTH], self._join_hyphenated(text[-_MAX_WORD_LENGTH:], after)
            elif _UNSPACED_SCRIPT.match(text[-1:]) and _UNSPACED_SCRIPT.match(after):
                joined.append(after)
            else:
                joined.append(f" {after}")
        return "".join(joined)

    def _join_hyphenated(self, text: str, after: str) -> str:
        first = re.split(r"[^\w-]", text[:-1])[-1]
        second = (re.match(r"\w+", after) or [""])[0]
        whole, hyphened = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
        divided = text.endswith("\u00ad") or whole in self.words or (self.divides and hyphened not in self.words)
        return text[:-1] + after if divided and second[:1].islower() else text + after
