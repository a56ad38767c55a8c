"""Find the headers of a forwarded message at the beginning of a text, and the sender's signature at its end.

Their blocks get a hint, by which the segmenter drops them; the headers tell the headline, the date and the paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import takewhile

from audio_edition import languages
from audio_edition.languages.words import count_words
from audio_edition.model import Article, Block, BlockKind
from audio_edition.readers.days import first_date

HEADER_HINT, SIGNATURE_HINT = "mail header", "mail signature"
"""The hints of the blocks that are headers or a signature; the segmenter's rules have the same names."""

_REACH, _MIN_HEADERS = 12, 3
"""Blocks at the beginning that are searched for headers, and headers that make a message."""

_MAX_NOTE_WORDS, _MAX_HEADER_CHARS = 40, 500
"""Words of a note that the sender writes above a message; more may be a story that quotes one."""

_MAX_SIGNATURE_BLOCKS, _MAX_SIGNATURE_WORDS = 8, 10
_SIGNATURE_MARK = "--"
_SEPARATOR = re.compile(r"-{2,20}[^-]{3,60}-{2,20}|[^.!?]{3,60}:")
_SEPARATOR_BEFORE = re.compile(r"-{2,20}[^-]{3,60}-{2,20} ")
"""The line above the headers, "-------- Forwarded message --------" or "Begin forwarded message:"; it may stand in
the block of the headers."""

_ADDRESS = re.compile(r"[\w.+-]{1,100}@[\w.-]{1,100}")
_DATE = re.compile(r"\d{1,2} [a-z]{3,20} \d{4}|\b[a-z]{3,20} \d{1,2},? \d{4}", re.IGNORECASE)
_LABELS = ("sender", "date", "subject", "others")


def read_forwarded_header(article: Article) -> Article:
    """Return an article with the hints, and with what the headers of a forwarded message say of it.

    An article without such headers is returned as it is. It is no message if a paragraph stands above the headers,
    or if they name no address and no line announces a forwarded message.
    """
    headers = _find_headers(article.blocks)
    if not headers:
        return article
    first, stop = min(headers), max(headers) + 1
    above = article.blocks[:first]
    announcements = (*above[-1:], article.blocks[first])
    is_announced = any(_is_announcement(block.text) for block in announcements)
    has_address = any("@" in article.blocks[index].text for index in headers)
    if sum(count_words(block.text) for block in above) > _MAX_NOTE_WORDS or not (is_announced or has_address):
        return article
    values = {name: value for block in headers.values() for name, value in block.items()}
    blocks = (*(_add_hint(block, HEADER_HINT) for block in article.blocks[:stop]), *_unquote(article.blocks, stop))
    return replace(
        article,
        blocks=mark_signature(blocks),
        headline=strip_reply_marks(values["subject"]) or article.headline,
        publication=split_sender(values["sender"])[0] or article.publication,
        published=_parse_date(values.get("date", "")) or article.published,
    )


def _is_announcement(text: str) -> bool:
    return (_SEPARATOR.fullmatch(text) or _SEPARATOR_BEFORE.match(text)) is not None


def mark_signature(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of a message; those of a signature, short lines below "--" at its end, get a hint."""
    tail = range(max(len(blocks) - _MAX_SIGNATURE_BLOCKS - 1, 0), len(blocks))
    mark = next((index for index in tail if blocks[index].text == _SIGNATURE_MARK), len(blocks))
    signature = blocks[mark:]
    if any(count_words(block.text) > _MAX_SIGNATURE_WORDS for block in signature):
        return blocks
    return (*blocks[:mark], *(_add_hint(block, SIGNATURE_HINT) for block in signature))


def strip_reply_marks(subject: str) -> str:
    """Return a subject without what mail programs put before it: "Fwd: ", "AW: ", "TR: "."""
    return subject[_reply_marks().match(subject).end() :].strip()  # type: ignore[union-attr]  # matches any text


def split_sender(value: str) -> tuple[str, str]:
    """Return the name of a sender, else the address, and the address: "Ada Marsh <ada@example.org>"."""
    match = _ADDRESS.search(value)
    address = match[0] if match else ""
    name = value[: match.start()] if match else value
    return name.removesuffix("mailto:").strip(" \t'\"<>[]()*_") or address, address


def _find_headers(blocks: Sequence[Block]) -> dict[int, dict[str, str]]:
    """Return the headers, values by name, by the index of their block; empty if there is no message.

    Each stands in a block of its own, or all of them, with the line above them, stand in one.
    """
    found = [_read_headers(block.text) for block in blocks[:_REACH]]
    first = next((index for index, headers in enumerate(found) if headers), len(found))
    run = {index: found[index] for index in takewhile(lambda index: found[index], range(first, len(found)))}
    names = [name for headers in run.values() for name in headers]
    return run if {"sender", "subject"} <= set(names) and len(names) >= _MIN_HEADERS else {}


def _read_headers(text: str) -> dict[str, str]:
    """Return the values of the headers in a block by their names, as in `_LABELS`; empty if it begins with none."""
    line = _SEPARATOR_BEFORE.sub("", text[:_MAX_HEADER_CHARS], count=1)
    labels = list(_header_line().finditer(line))
    if not labels or labels[0].start():
        return {}
    if len({label.lastgroup for label in labels}) < _MIN_HEADERS:
        labels = labels[:1]
    ends = [label.start() for label in labels[1:]] + [len(line)]
    return {
        str(label.lastgroup): line[label.end() : end].strip(" *_") for label, end in zip(labels, ends, strict=True)
    }


@cache
def _header_line() -> re.Pattern[str]:
    """Return the pattern of the beginning of a header, with a group for each of `_LABELS`."""
    groups = (f"(?P<{name}>(?:{_all_words(name)}))" for name in _LABELS)
    return re.compile(rf"(?<!\S)[*_]{{0,2}}(?:{'|'.join(groups)})[*_]{{0,2}} ?:[*_]{{0,2}}(?!\S)", re.IGNORECASE)


@cache
def _reply_marks() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*(?:{_all_words('reply_marks')})\s?(?:\[\d{{1,3}}\])?:)*", re.IGNORECASE)


def _all_words(name: str) -> str:
    """Return the words of all languages, which people forward mail in whatever language the message has."""
    tables = (languages.load(code).phrases["mail"] for code in languages.available())
    return "|".join(dict.fromkeys(table[name].replace("(", "(?:") for table in tables))


def _add_hint(block: Block, hint: str) -> Block:
    return replace(block, hints=block.hints | {hint})


def _unquote(blocks: Sequence[Block], start: int) -> tuple[Block, ...]:
    """Return the blocks below the headers; if the headers are quoted, the message is, and it is no quotation."""
    if blocks[start - 1].kind is not BlockKind.QUOTATION:
        return tuple(blocks[start:])
    return tuple(
        replace(block, kind=BlockKind.PARAGRAPH) if block.kind is BlockKind.QUOTATION else block
        for block in blocks[start:]
    )


def _parse_date(value: str) -> date | None:
    """Return the date of a header, as a message or a mail program writes it, or None."""
    written = _DATE.search(value)
    return first_date(value, written[0] if written else None)
