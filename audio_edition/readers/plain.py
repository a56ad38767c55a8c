"""Read plain text: copied from a page (each line is a block) or hard-wrapped (a paragraph has several lines)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from audio_edition.languages.punctuation import CLOSING_MARKS, FULL_STOPS
from audio_edition.model import Article, Block, BlockKind
from audio_edition.readers import limits, wrapped
from audio_edition.readers.tidy import one_line

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


def parse(text: str) -> Article:
    """Return an article of the text's blocks; plain text has no metadata. Raises UnreadableArticleError."""
    limits.check_line_count(text)
    text = _READING.sub("", _remove_link_numbers(text)) if "《" in text else _remove_link_numbers(text)
    return Article(id="", source="", blocks=tuple(limits.enforce(_parse_blocks(text))))


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
    width = wrapped.detect_column(text.splitlines())
    parts = text.splitlines() if width is None else wrapped.unwrap(text, width)
    texts = [line for part in parts if (line := one_line(part))]
    for is_bulleted, run in groupby(texts, key=lambda line: _BULLET.match(line) is not None):
        items = list(run)
        if is_bulleted and _is_list(items):
            yield from (Block(text=_BULLET.sub("", item, count=1), kind=BlockKind.LIST_ITEM) for item in items)
        else:
            yield from (Block(text=item) for item in items)


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
