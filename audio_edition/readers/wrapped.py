"""Join the lines of hard-wrapped text, as from e-mail, a text browser or a PDF, into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from audio_edition.languages.punctuation import CLOSING_MARKS, FULL_STOPS

_WRAP_WIDTHS = range(25, 131)
"""Columns at which texts are wrapped, from newspaper columns to wide terminals."""

_WRAPPED_SHARE = 0.9
"""Share of the lines that stay within the column; web addresses, and words joined by other tools, exceed it."""

_MIN_BROKEN_LINES = 3
_MIN_BROKEN_SHARE, _MIN_BROKEN_SHARE_WITHOUT_CASE = 0.1, 0.5
"""Share of the lines that must break inside a sentence, in scripts with and without lower case, which shows it."""

_FULL_SHARE, _HALF_FULL_SHARE = 0.88, 0.6
"""Share of the column that a line and the next line's first word fill. Above the first, the word did not fit
(letters differ in width); below the second, the line was ended on purpose, even inside a sentence."""

_MIN_INDENT = 2
_LIST_MARKER = re.compile(r"\s*([•·▪◦‣●○■*–-]|\(?\d{1,2}[.)])\s+(?=\S)")
_CONTINUATION_SIGNS = "$£€¥%&("
_WORD = re.compile(r"\w")
_HYPHEN_END = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_MAX_WORD_LENGTH = 100
_HYPHEN_SHARE = 0.04
"""Share of the full lines that end in a hyphen, above which the text divides words; compounds alone are rarer."""

_UNSPACED_SCRIPT = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
"""Letters and punctuation of scripts that set no blanks between words. Lines are joined without a blank."""
_PAGE_NUMBER = re.compile(r"\W*(page\s+)?\d{1,4}(\s*(of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(rf"[:;{re.escape(FULL_STOPS)}][{re.escape(CLOSING_MARKS)}]*$")


def detect_column(lines: Sequence[str]) -> int | None:
    """Return the column at which a text is wrapped, None if it is not: its full lines break inside a sentence."""
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
    """Yield the paragraphs of a text wrapped at `width` columns, each on one line.

    A paragraph that continues on the next page is joined; the page number between its parts comes after it.
    """
    hyphens = _Dehyphenator.from_lines(text.splitlines(), width)
    paragraph: list[str] = []
    numbers: list[list[str]] = []
    for part, at_page_edge in _parts_by_page(text, width):
        if paragraph and at_page_edge and _is_page_number(part):
            numbers.append(part)
        elif paragraph and at_page_edge and _continues_sentence(paragraph[-1], part[0]):
            paragraph += part
        else:
            yield from map(hyphens.join_lines, (paragraph, *numbers) if paragraph else ())
            paragraph, numbers = part, []
    yield from map(hyphens.join_lines, (paragraph, *numbers) if paragraph else ())


def _parts_by_page(text: str, width: int) -> Iterator[tuple[list[str], bool]]:
    """Yield the lines of each part of a text, and True if it is the first or last part of a page."""
    pages = [[part for part in _split_paragraphs(page.splitlines(), width) if part] for page in text.split("\f")]
    for page in pages:
        edges = {0, len(page) - 1} if len(pages) > 1 else set()
        yield from ((part, number in edges) for number, part in enumerate(page))


def _split_paragraphs(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """Yield runs of lines that are one paragraph each; the last may be empty."""
    part: list[str] = []
    for line in lines:
        if part and (not line.strip() or _starts_paragraph(line, part[-1], width)):
            yield part
            part = []
        if line.strip():
            part.append(line)
    yield part


def _starts_paragraph(line: str, before: str, width: int) -> bool:
    """Return True if a line begins a paragraph.

    The line before had room for its first word, or the line is indented, is a list item, or stands beside a line
    without words.
    """
    full = _HALF_FULL_SHARE if _continues_sentence(before, line) else _FULL_SHARE
    room = _filled_length(before, line) <= full * width
    indented = _indent(line) >= _indent(before) + _MIN_INDENT
    wordless = not (_WORD.search(line) and _WORD.search(before))
    return room or indented or wordless or bool(_LIST_MARKER.match(line))


def _indent(line: str) -> int:
    """Return the column where the text of a line begins, after a list marker."""
    marker = _LIST_MARKER.match(line)
    return marker.end() if marker else len(line) - len(line.lstrip())


def _is_page_number(part: Sequence[str]) -> bool:
    return len(part) == 1 and bool(_PAGE_NUMBER.fullmatch(part[0].strip()))


def _continues_sentence(before: str, after: str) -> bool:
    """Return True if `after` continues a sentence of `before`: no full stop, then no capital or quotation mark."""
    first = after.lstrip()[:1]
    return (
        (first.isalnum() or first in _CONTINUATION_SIGNS)
        and not first.isupper()
        and not _SENTENCE_END.search(before.rstrip())
    )


def _filled_length(before: str, after: str) -> int:
    """Return the length of a line together with the first word of the next."""
    return len(before.rstrip()) + 1 + len(after.split(maxsplit=1)[0])


@dataclass(frozen=True, slots=True)
class _Dehyphenator:
    """Joins lines, and removes the hyphen of a divided word unless the text has that word with a hyphen elsewhere.

    `words` are all words of the text in lower case; `divides_words` is True if the text divides words at line ends.
    """

    words: frozenset[str]
    divides_words: bool

    @classmethod
    def from_lines(cls, lines: Sequence[str], width: int) -> _Dehyphenator:
        """Collect the words of a text, and count how many of its full lines end in a hyphen."""
        words = frozenset(re.findall(r"\w+(?:[-\u2010]\w+)*", " ".join(lines).casefold()))
        full_lines = [line for line in lines if len(line.rstrip()) > _FULL_SHARE * width]
        hyphen_ends = sum(1 for line in full_lines if _HYPHEN_END.search(line.rstrip()[-2:]))
        return cls(words, hyphen_ends > _HYPHEN_SHARE * len(full_lines))

    def join_lines(self, lines: Sequence[str]) -> str:
        """Return the lines of a paragraph as one line."""
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
        word, compound = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
        is_divided = (
            text.endswith("\u00ad") or word in self.words or (self.divides_words and compound not in self.words)
        )
        return text[:-1] + after if is_divided and second[:1].islower() else text + after
