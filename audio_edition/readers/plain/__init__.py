"""Read plain text: copied from a page (each line is a block) or hard-wrapped (a paragraph has several lines).

The text may also come from a PDF or from OCR, from Project Gutenberg, or be the transcript of a recording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from audio_edition.languages.punctuation import CLOSING_MARKS, FULL_STOPS
from audio_edition.model import Article, Block, BlockKind
from audio_edition.readers import front_matter, limits, properties
from audio_edition.readers.days import first_date
from audio_edition.readers.plain import gutenberg, printed_pages, transcripts, wrapped
from audio_edition.readers.tidy import one_line

_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_DIVISION_SIGN = re.compile(r"(?m)(?<=[^\W\d_])\u00ac(?=[ \t]*$)")
"""The sign ¬ at a line end, which OCR writes for a soft hyphen."""

_QUOTE_PREFIX = re.compile(r"(>[> ]*)")
_BULLET = re.compile(r"[•·▪◦‣●○■*–-]\s+(?=\w)")
_DASHES = "–-"
_SENTENCE_END = re.compile(rf"[{re.escape(FULL_STOPS)}][{re.escape(CLOSING_MARKS)}]*$")
_REFERENCES = re.compile(r"^References\n(?:\s*+(?:\d++\. \S++|(?:Visible|Hidden) links:?+)\n?+)++\Z", re.MULTILINE)
_REFERENCE = re.compile(r"^[^\S\n]*+(\d+)\. ", re.MULTILINE)
_LINK_NUMBER = re.compile(r"(?<!\w)\[(\d+)\](?=\S)")
_READING = re.compile(
    r"(?<=[\u3005-\u3007\u3400-\u9fff])《[\u3041-\u30ff]{1,30}》|｜(?=[^｜《》\s]{1,30}《[\u3041-\u30ff])"
)
"""How Japanese text files write the reading of a word: 灯台《とうだい》, with ｜ where the word begins if that is
unclear. Readings are not spoken. Titles, 《灯台》, are rarely in kana right behind a character."""

_UNDERLINE = re.compile(r"(?m)^([^\W_].{0,99})\n[ \t]*([=~^*+#\"'-])\2{2,}[ \t]*$")
_EMPHASIS = re.compile(r"(?<![\w_*])_(?=[^\s_])([^_\n]{1,300})(?<=\S)_(?![\w_])")
_CAPTION = re.compile(r"\[(?:Illustration|Image|Picture|Photo|Figure|Abbildung)s?\b[^\[\]]{0,600}\]", re.IGNORECASE)
_NOTE = re.compile(r"\[(?:Footnote|Sidenote|Fußnote)\b[^\[\]]{0,4000}\]", re.IGNORECASE)


def parse(text: str) -> Article:
    """Return an article of the text's blocks. Plain text has no metadata, except a book of Project Gutenberg.

    Raises UnreadableArticleError.
    """
    limits.check_line_count(text)
    found, text = properties.split(_LINE_END.sub("\n", text))
    text = _READING.sub("", text) if "《" in text else text
    book = gutenberg.split(_DIVISION_SIGN.sub("\u00ad", text))
    blocks = (
        *_as_imprint(book.notice_above),
        *gutenberg.mark_front_matter(list(_parse_blocks(_remove_link_numbers(book.body))), is_book=book.is_book),
        *_as_imprint(book.notice_below),
    )
    return Article(
        id="",
        source="",
        headline=book.title or front_matter.read_field(found, "headline"),
        byline=book.author or front_matter.read_field(found, "byline"),
        published=first_date(front_matter.read_field(found, "published")),
        url=front_matter.read_field(found, "url"),
        is_book=book.is_book,
        blocks=tuple(limits.enforce(map(_refine_kind, blocks))),
    )


def _as_imprint(text: str) -> Iterator[Block]:
    return (replace(block, kind=BlockKind.IMPRINT) for block in _parse_unquoted(text))


def _refine_kind(block: Block) -> Block:
    """Return a block without emphasis marks, and a caption or a note in square brackets as such."""
    if block.kind is BlockKind.PARAGRAPH and block.text[0] == "[":
        if _CAPTION.fullmatch(block.text):
            return replace(block, kind=BlockKind.CAPTION)
        if _NOTE.fullmatch(block.text):
            return replace(block, kind=BlockKind.FOOTNOTE)
    return replace(block, text=_EMPHASIS.sub(r"\1", block.text)) if "_" in block.text else block


def _parse_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a text; lines quoted as in an e-mail (`>`) become quotations."""
    lines = text.splitlines(keepends=True) if ">" in text else []
    quoted = _quoted_flags(lines)
    if not any(quoted):
        yield from _parse_unquoted(text)
        return
    for is_quoted, run in groupby(zip(quoted, lines, strict=True), key=itemgetter(0)):
        if is_quoted:
            words = "".join(_QUOTE_PREFIX.sub("", line, count=1) for _, line in run)
            yield from (Block(text=block.text, kind=BlockKind.QUOTATION) for block in _parse_unquoted(words))
        else:
            yield from _parse_unquoted("".join(line for _, line in run))


def _quoted_flags(lines: Sequence[str]) -> list[bool]:
    """Return True for each quoted line: it begins with ">", and the line above is quoted, blank or ends in ":"."""
    quoted: list[bool] = []
    above = ""
    for line in lines:
        begins = quoted[-1:] == [True] or not above.strip() or above.rstrip().endswith(":")
        quoted.append(line.startswith(">") and begins)
        above = line
    return quoted


def _parse_unquoted(text: str) -> Iterator[Block]:
    speech = transcripts.read(text)
    if speech is not None:
        blocks: Iterable[Block] = (Block(text=line) for line in speech)
    else:
        pages = printed_pages.split(_UNDERLINE.sub(r"\1\n", text))
        blocks = wrapped.unwrap(pages, wrapped.detect_column([line for page in pages for line in page.body]))
    tidied = (replace(block, text=line) for block in blocks if (line := one_line(block.text)))
    for is_bulleted, run in groupby(tidied, key=_is_bulleted):
        items = list(run)
        if is_bulleted and _is_list([item.text for item in items]):
            yield from (Block(text=_BULLET.sub("", item.text, count=1), kind=BlockKind.LIST_ITEM) for item in items)
        else:
            yield from items


def _is_bulleted(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _BULLET.match(block.text) is not None


def _is_list(items: Sequence[str]) -> bool:
    """Return True if lines with a bullet are a list; lines with a dash may be a dialogue instead."""
    if any(item[0] in _DASHES for item in items):
        return len(items) > 1 and sum(bool(_SENTENCE_END.search(item)) for item in items) * 2 < len(items)
    return len(items) > 1


def _remove_link_numbers(text: str) -> str:
    """Return the text without the link numbers and the list of references that the browser lynx writes."""
    references = _REFERENCES.search(text)
    if references is None:
        return text
    numbers = set(_REFERENCE.findall(references[0]))
    body = _LINK_NUMBER.sub(lambda mark: "" if mark[1] in numbers else mark[0], text[: references.start()])
    return body + text[references.start() :]
