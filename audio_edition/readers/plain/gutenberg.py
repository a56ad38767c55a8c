"""Split a text of Project Gutenberg into the book and what stands around it: licence, credits, list of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audio_edition.model import Block, BlockKind
from audio_edition.readers.tidy import one_line

_NAME = "Project Gutenberg"
_START = re.compile(
    r"^[^\S\n]*\*{3}[^\S\n]*START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*+"
    r"(?:(?:\n[^\n*]++){1,3}\*{3})?"
    r"|^\*END[^\S\n]?\*?[^\S\n]?THE SMALL PRINT[^\n]*+",
    re.MULTILINE,
)
_END = re.compile(
    r"^[^\S\n]*(?:\*{3}[^\S\n]*END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg)",
    re.MULTILINE,
)
_FIELD = re.compile(r"^(Title|Author):[ \t]*([^\n]+(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE)
_CREDITS = re.compile(
    r"(?:Produced|E-?text prepared|Prepared|Transcribed|Scanned|This (?:e-?text|e-?book) was (?:produced|prepared))"
    r" (?:by|from)\b|HTML version by\b|\[?Transcriber['’]s? notes?\b|\[?Anmerkungen? zur Transkription|"
    r"\[?Notes? (?:sur la|du) transcript",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents[.:]?|inhalt(?:sverzeichnis)?[.:]?|table des mati[eè]res|indice", re.IGNORECASE
)
_PAGE_MARK = re.compile(r"[ \t]?[\[{](?:Pg|p\.|Page) ?\d{1,4}[\]}][ \t]?|\{\d{1,4}\}")
_PICTURE = re.compile(r"\[Illustration\b[^\[\]]{0,300}\]")
_ENTRY_NUMBER = re.compile(r"(?<![\s.·…])[\s.·…]++(?:\d{1,4}|[ivxlc]{1,7})$")
_WORDS = re.compile(r"\w+")
_MAX_CREDITS_BLOCKS, _MAX_ENTRY_WORDS, _MIN_ENTRIES = 12, 25, 3
_MAX_TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitText:
    """A text without the notices around it, which are empty for a text that Project Gutenberg did not publish."""

    body: str
    notice_above: str = ""
    notice_below: str = ""
    title: str | None = None
    author: str | None = None

    @property
    def is_book(self) -> bool:
        """True if Project Gutenberg published the text."""
        return bool(self.notice_above or self.notice_below)


def split(text: str) -> SplitText:
    """Return the book of a text of Project Gutenberg, and its licence; any other text is returned as it is."""
    if _NAME not in text and _NAME.upper() not in text:
        return SplitText(body=text)
    start = _START.search(text)
    begin = start.end() if start else 0
    end = _END.search(text, begin)
    stop = end.start() if end else len(text)
    body = _PAGE_MARK.sub(" ", text[begin:stop]) if start or end else text
    fields = {name: one_line(value) for name, value in _FIELD.findall(text[:begin])}
    return SplitText(
        body=_PICTURE.sub(lambda picture: one_line(picture[0]), body),
        notice_above=text[:begin],
        notice_below=text[stop:],
        title=fields.get("Title"),
        author=fields.get("Author"),
    )


def mark_front_matter(blocks: Sequence[Block], *, is_book: bool) -> Iterator[Block]:
    """Yield the blocks with the kinds of a list of contents and, in a book, of the credits at its beginning."""
    contents = _find_contents(blocks)
    for index, block in enumerate(blocks):
        if is_book and index < _MAX_CREDITS_BLOCKS and _CREDITS.match(block.text):
            yield replace(block, kind=BlockKind.IMPRINT)
        elif index in contents:
            yield replace(block, kind=BlockKind.CONTENTS)
        else:
            yield block


def _find_contents(blocks: Sequence[Block]) -> range:
    """Return the indices of the heading "Contents" and its entries, most of which head a chapter further down."""
    heading = next((index for index, block in enumerate(blocks) if _CONTENTS.fullmatch(block.text)), None)
    if heading is None:
        return range(0)
    titles = _last_positions(blocks)
    last, found = heading, 0
    for index in range(heading + 1, len(blocks)):
        repeated = titles.get(_title_words(blocks[index].text), index) > index
        if len(blocks[index].text.split()) > _MAX_ENTRY_WORDS or index > last + 2:
            break
        if repeated:
            last, found = index, found + 1
    return range(heading, last + 1) if found >= _MIN_ENTRIES else range(0)


def _last_positions(blocks: Sequence[Block]) -> dict[str, int]:
    """Return for the words of each short line, and of two short lines in a row, where they stand last."""
    positions: dict[str, int] = {}
    before = ""
    for index, block in enumerate(blocks):
        words = _title_words(block.text) if len(block.text) < _MAX_TITLE_LENGTH else ""
        positions[words] = index
        positions[f"{before} {words}"] = index
        before = words
    return positions


def _title_words(text: str) -> str:
    """Return the words of an entry or a heading in lower case, without the page number of an entry."""
    return " ".join(_WORDS.findall(_ENTRY_NUMBER.sub("", text).casefold()))
