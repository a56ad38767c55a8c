"""Join the lines of hard-wrapped text, as from e-mail, a text browser or a PDF, into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from audio_edition.languages.punctuation import CLOSING_MARKS, FULL_STOPS
from audio_edition.model import Block
from audio_edition.readers.plain.printed_pages import PrintedPage

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
_LIST_MARKER = re.compile(r"\s*([•·▪◦‣●○■*–-]|\(?\d{1,2}[.)]|\[\d{1,4}\]:?)\s+(?=\S)")
_CONTINUATION_SIGNS = "$£€¥%&("
_WORD = re.compile(r"\w")
_HYPHEN_END = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_MAX_WORD_LENGTH, _MAX_END = 100, 20
_HYPHEN_SHARE = 0.04
"""Share of the full lines that end in a hyphen, above which the text divides words; compounds alone are rarer."""

_UNSPACED_SCRIPT = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
"""Letters and punctuation of scripts that set no blanks between words. Lines are joined without a blank."""

_DIVIDED = re.compile(r"(?<=[^\W\d_])\u00ad\s*$")
"""A soft hyphen at a line end: it divides a word and joins none."""

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
        if continues_sentence(this, after) and _filled_length(this, after) > _FULL_SHARE * width
    ]
    share = (
        _MIN_BROKEN_SHARE if any(line.lstrip()[0].islower() for line in broken) else _MIN_BROKEN_SHARE_WITHOUT_CASE
    )
    return width if len(broken) >= max(_MIN_BROKEN_LINES, share * len(pairs)) else None


def unwrap(pages: Sequence[PrintedPage], width: int | None) -> Iterator[Block]:
    """Yield the blocks of a text wrapped at `width` columns; without a width, each line is a paragraph.

    A paragraph that continues on the next page is joined; running heads and notes between its parts come after it.
    """
    hyphens = _Dehyphenator.from_lines([line for page in pages for line in page.body], width)
    paragraph: list[str] = []
    waiting: list[Block] = []
    for page in pages:
        waiting += page.heads
        for number, part in enumerate(filter(None, _split_paragraphs(page.body, width))):
            if paragraph and number == 0 and _continues_on_next_page(paragraph[-1], part[0], width):
                paragraph += part
                continue
            if paragraph:
                yield Block(text=hyphens.join_lines(paragraph))
            yield from waiting
            paragraph, waiting = part, []
        waiting += page.feet
    if paragraph:
        yield Block(text=hyphens.join_lines(paragraph))
    yield from waiting


def _continues_on_next_page(before: str, after: str, width: int | None) -> bool:
    """Return True if a paragraph goes on on the next page: its last line ends no sentence and is full."""
    if continues_sentence(before, after):
        return True
    full = width is not None and _filled_length(before, after) > _FULL_SHARE * width
    return full and not ends_sentence(before) and after.lstrip()[:1].isalpha()


def _split_paragraphs(lines: Sequence[str], width: int | None) -> Iterator[list[str]]:
    """Yield runs of lines that are one paragraph each; the last may be empty."""
    part: list[str] = []
    for line in lines:
        if part and (not line.strip() or _starts_paragraph(line, part[-1], width)):
            yield part
            part = []
        if line.strip():
            part.append(line)
    yield part


def _starts_paragraph(line: str, before: str, width: int | None) -> bool:
    """Return True if a line begins a paragraph; without a width, each line does that divides no word.

    The line before had room for its first word, or the line is indented, is a list item, or stands beside a line
    without words.
    """
    if _DIVIDED.search(before) and line.lstrip()[:1].islower():
        return False
    if width is None:
        return True
    full = _HALF_FULL_SHARE if continues_sentence(before, line) else _FULL_SHARE
    room = _filled_length(before, line) <= full * width
    indented = _indent(line) >= _indent(before) + _MIN_INDENT
    wordless = not (_WORD.search(line) and _WORD.search(before))
    return room or indented or wordless or bool(_LIST_MARKER.match(line))


def _indent(line: str) -> int:
    """Return the column where the text of a line begins, after a list marker."""
    marker = _LIST_MARKER.match(line)
    return marker.end() if marker else len(line) - len(line.lstrip())


def ends_sentence(line: str) -> bool:
    """Return True if a line ends with a full stop or another sign behind which a paragraph may end."""
    return _SENTENCE_END.search(line.rstrip()[-_MAX_END:]) is not None


def full_share(lines: Sequence[str], width: int) -> float:
    """Return the share of the lines inside a sentence that have no room for the first word of the next line."""
    inside = [(this, after) for this, after in pairwise(lines) if continues_sentence(this, after)]
    full = sum(_filled_length(this, after) > _FULL_SHARE * width for this, after in inside)
    return full / len(inside) if inside else 0.0


def continues_sentence(before: str, after: str) -> bool:
    """Return True if `after` continues a sentence of `before`: no full stop, then no capital or quotation mark."""
    first = after.lstrip()[:1]
    return (first.isalnum() or first in _CONTINUATION_SIGNS) and not first.isupper() and not ends_sentence(before)


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
    def from_lines(cls, lines: Sequence[str], width: int | None) -> _Dehyphenator:
        """Collect the words of a text, and count how many of its full lines end in a hyphen."""
        words = frozenset(re.findall(r"\w+(?:[-\u2010]\w+)*", " ".join(lines).casefold()))
        full_lines = [line for line in lines if len(line.rstrip()) > _FULL_SHARE * (width or 0)]
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
