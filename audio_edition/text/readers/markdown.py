"""Markdown with front matter between lines of --- (YAML) or +++ (TOML)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import Article, Block, BlockKind
from audio_edition.text.readers.tidy import one_line

_FENCES = {"---": "---", "+++": "+++"}
_KEYS = {
    "section": ("section", "rubric"),
    "kicker": ("kicker", "flytitle", "rubrique"),
    "headline": ("headline", "title"),
    "standfirst": ("standfirst", "description", "subtitle", "summary", "dek"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date"),
    "language": ("language", "lang"),
    "url": ("url", "link", "canonical"),
}
_CONTAINERS = {
    "blockquote_open": BlockKind.QUOTATION,
    "list_item_open": BlockKind.LIST_ITEM,
    "table_open": BlockKind.TABLE,
}


def parse(text: str) -> Article:
    """The blocks by kind, and what the front matter declares. Raises UnreadableArticleError."""
    matter, body = _split(text)

    def declared(field: str) -> str | None:
        return _first(matter, _KEYS[field]) or None

    return Article(
        id="",
        source="",
        blocks=tuple(_blocks(MarkdownIt("commonmark").enable("table").parse(body))),
        section=declared("section"),
        kicker=declared("kicker"),
        headline=declared("headline"),
        standfirst=declared("standfirst"),
        byline=declared("byline"),
        published=_date(_first(matter, _KEYS["published"])),
        language=declared("language"),
        url=declared("url"),
        keep=_patterns(matter, "keep"),
        drop=_patterns(matter, "drop"),
    )


def _split(text: str) -> tuple[Mapping[str, object], str]:
    """Front matter and the rest; no front matter, no keys."""
    first, _, rest = text.lstrip("\ufeff").partition("\n")
    fence = _FENCES.get(first.strip())
    if fence is None:
        return {}, text
    end = re.search(rf"(?m)^{re.escape(fence)}[ \t]*$", rest)
    if end is None:
        return {}, text
    head, body = rest[: end.start()], rest[end.end() :]
    return (_toml(head) if fence == "+++" else _yaml(head)), body


def _toml(head: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableArticleError(f"front matter: {error}", hint="mend the lines between +++") from error


def _yaml(head: str) -> Mapping[str, object]:
    """Keys in lower case → values. Raises UnreadableArticleError."""
    try:
        found = yaml.safe_load(head)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}: " if mark else ""
        problem = getattr(error, "problem", None) or "is no YAML"
        raise UnreadableArticleError(
            f"front matter: {where}{problem}", hint="put quotes around a value that has a colon in it"
        ) from error
    return {str(key).lower(): value for key, value in found.items()} if isinstance(found, dict) else {}


def _first(matter: Mapping[str, object], keys: Iterable[str]) -> str:
    value = next((matter[key] for key in keys if matter.get(key)), "")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return one_line(str(value))


def _patterns(matter: Mapping[str, object], key: str) -> tuple[str, ...]:
    """One regular expression or a list of them. Raises UnreadableArticleError."""
    value = matter.get(key) or []
    patterns = tuple(map(str, value if isinstance(value, list) else [value]))
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise UnreadableArticleError(
                f"front matter: {key}: {pattern!r} is no regular expression: {error}",
                hint="put a backslash before ( ) [ ] . * + ? to mean the character itself",
            ) from error
    return patterns


def _date(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date() if text else None
    except ValueError:
        return None


def _blocks(tokens: list[Token]) -> Iterable[Block]:
    """A block for every run of inline text, of the kind of what is innermost around it."""
    around: list[BlockKind] = []
    level = 0
    for token in tokens:
        if token.type in _CONTAINERS:
            around.append(_CONTAINERS[token.type])
        elif token.type.replace("_close", "_open") in _CONTAINERS:
            around.pop()
        elif token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type in {"fence", "code_block"}:
            yield Block(text=one_line(token.content), kind=BlockKind.CODE)
        elif token.type == "inline":
            yield from _inline(token, around[-1] if around else BlockKind.PARAGRAPH, level)


def _inline(token: Token, kind: BlockKind, level: int) -> Iterable[Block]:
    children = token.children or []
    text = one_line("".join(_words(child) for child in children))
    links = one_line("".join(_linked(children)))
    captions = [one_line(child.content) for child in children if child.type == "image"]
    if text:
        kind = BlockKind.HEADING if level else kind
        yield Block(text=text, kind=kind, level=level, link_density=len(links) / len(text))
    yield from (Block(text=caption, kind=BlockKind.CAPTION) for caption in captions if caption)


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"text", "code_inline"} else ""


def _linked(children: list[Token]) -> Iterable[str]:
    depth = 0
    for child in children:
        depth += child.nesting if child.type in {"link_open", "link_close"} else 0
        if depth:
            yield _words(child)
