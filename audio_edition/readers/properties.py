"""Read the properties that web clippers, note-taking apps and archives write as lines above a story.

Jina's reader, Readwise, Notion, Obsidian and others write "Author: Ada Marsh", "URL: https://…" and the like, below
the title or above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE = re.compile(
    r"[ \t]*(?:[-*+>][ \t]+)?[*_:]{0,3}([A-Za-z][A-Za-z ]{1,24}?)[*_]{0,2}:[*_]{0,2}(?:[ \t]+(.*))?$"
)
_FIELD_OF_KEY = {
    "title": "title",
    "full title": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "url": "url",
    "url source": "url",
    "source url": "url",
    "original url": "url",
    "canonical url": "url",
    "link": "url",
    "source": "url",
    "published": "date",
    "published time": "date",
    "published date": "date",
    "date published": "date",
    "publication date": "date",
    "date": "date",
    "language": "language",
    "description": "description",
    "excerpt": "description",
    "summary": "description",
    **dict.fromkeys(
        "created|created at|created on|clipped|clipped on|clipped at|clipped from|saved|saved on|saved at|added"
        "|date saved|date added|imported|updated|updated at|modified|last modified|tags|keywords|category|site"
        "|categories|document tags|document note|website|site name|publisher|publication|word count|reading time"
        "|read time|status|type|folder|notebook|number of pages|cover|image|highlights|last highlighted on|accessed"
        "|last synced on|accessed on|retrieved|retrieved on|archived|archived on".split("|"),
        "",
    ),
}
"""Keys in lower case, and the field of the front matter that they stand for; '' for those that are not needed."""

_UNDERLINE = re.compile(r"[=-]{3,}[ \t]*$")
_SECTION_HEADING = re.compile(
    r"#{1,4}[ \t]+(?:metadata|properties|highlights?|full document)[ \t]*$", re.IGNORECASE
)
_SKIPPED = re.compile(r"[ \t]*(?:!\[[^\[\]\n]*\]\([^()\n]*\)[ \t]*)?$")
_JINA_END = "Markdown Content:"
_EXCERPT = re.compile(r"(?m)^> #{1,3} Excerpt[ \t]*+\n((?:>[^\n]*+(?:\n|\Z))++)")
_ADDRESS = re.compile(r"https?://[^\s()<>\[\]\"]+")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_RULE = re.compile(r"\A\s*(?:[*-][ \t]*){3,}\n")
_MAX_LINES, _MIN_PROPERTIES, _MAX_HEAD = 40, 2, 4000

Properties = dict[str, object]
"""The values found, by the keys of front matter."""


def split(text: str) -> tuple[Properties, str]:
    """Return the properties at the beginning of a text, and the text without them.

    They are two lines or more with known keys, or one with an address. The title may stand above them.
    """
    lines = text.split("\n", _MAX_LINES)
    rest = lines.pop() if len(lines) > _MAX_LINES else ""
    begin = 0 if _read_line(_first_text(lines)) else _end_of_title(lines)
    found, end = _read_jina_head(lines) or _read_run(lines, begin)
    if not found:
        return _split_excerpt({}, text)
    rest = "\n".join((*lines[:begin], "", *lines[end:], rest))
    return _split_excerpt({key: value for key, value in found if key}, rest)


def begins_with_jina_head(text: str) -> bool:
    """Return True if a text has the head of Jina's reader, behind which stands Markdown."""
    return _read_jina_head(text.split("\n", _MAX_LINES)[:_MAX_LINES]) is not None


def _read_jina_head(lines: Sequence[str]) -> tuple[list[tuple[str, str]], int] | None:
    """Return the properties in the head of Jina's reader and the number of the line behind it, None without one."""
    end = next((number for number, line in enumerate(lines, 1) if line.strip() == _JINA_END), 0)
    if not end or not _first_text(lines).startswith("Title:"):
        return None
    return [read for line in lines[:end] if (read := _read_line(line)) is not None], end


def _first_text(lines: Sequence[str]) -> str:
    return next((line for line in lines if line.strip()), "")


def _end_of_title(lines: Sequence[str]) -> int:
    """Return the number of the line behind the first line with text, the lines around it and a picture."""
    end = next((number for number, line in enumerate(lines, 1) if line.strip() and not _UNDERLINE.match(line)), 0)
    while end < len(lines) and (_UNDERLINE.match(lines[end]) or _SKIPPED.match(lines[end])):
        end += 1
    return end


def _read_run(lines: Sequence[str], begin: int) -> tuple[list[tuple[str, str]], int]:
    """Return the properties from a line on, and the number of the line behind them; none if they are too few."""
    found: list[tuple[str, str]] = []
    end = begin
    for number, line in enumerate(lines[begin:], begin):
        read = _read_line(line)
        if read is not None:
            found.append(read)
        elif line.strip() and not _SECTION_HEADING.match(line):
            break
        if line.strip():
            end = number + 1
    has_address = any(key == "url" and _ADDRESS.fullmatch(value) for key, value in found)
    return (found, end) if len(found) >= _MIN_PROPERTIES or has_address else ([], begin)


def _read_line(line: str) -> tuple[str, str] | None:
    """Return the key of front matter and the value of a line, None if it is no property with a known key."""
    match = _LINE.match(line)
    if match is None or (key := _FIELD_OF_KEY.get(match[1].lower())) is None:
        return None
    value = match[2] or ""
    address = _ADDRESS.search(value)
    return key, address[0] if key == "url" and address else _LINK.sub(r"\1", value).strip(" *_")


def _split_excerpt(found: Properties, text: str) -> tuple[Properties, str]:
    """Return the properties with the excerpt that MarkDownload quotes below the title, and the text without it."""
    excerpt = _EXCERPT.search(text[:_MAX_HEAD])
    if excerpt is None:
        return found, text
    words = " ".join(line.lstrip("> ") for line in excerpt[1].splitlines())
    rest = _RULE.sub("", text[excerpt.end() :], count=1)
    return {"description": words, **found}, f"{text[: excerpt.start()]}\n\n{rest}"
