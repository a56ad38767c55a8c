"""Read the front matter of a Markdown text: YAML, TOML, pandoc's title block, or plain keys (MultiMarkdown)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import yaml

from audio_edition.config import toml_text
from audio_edition.errors import UnreadableArticleError
from audio_edition.readers.tidy import one_line

FrontMatter = Mapping[str, object]

_YAML_BLOCK = re.compile(
    r"---[ \t]*\n"
    r"(?=(?:[ \t]*#.*\n)*(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:"  # the next line has a key, or the block is empty
    r"|\s*(?:---|\.\.\.))"
    r"((?s:.*?\n|))(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TOML_BLOCK = re.compile(r"\+\+\+[ \t]*\n((?s:.*?))^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_TITLE_BLOCK = re.compile(r"(?:% .*\n){1,3}")
_PLAIN_KEYS = re.compile(r"(?:[A-Z][A-Za-z ]{1,20}: +\S.*\n){2,}(?=\n)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_FIELD_KEYS = {
    "section": ("section", "rubric", "category", "categories"),
    "kicker": ("kicker", "flytitle", "rubrique"),
    "headline": ("headline", "title"),
    "standfirst": ("standfirst", "description", "subtitle", "summary", "dek", "excerpt"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date", "published_at", "pubdate"),
    "language": ("language", "lang"),
    "url": ("url", "link", "canonical", "source"),
}


def split(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter (keys in lower case → values) and the text after it.

    A thematic break (`---`) without a key on the next line does not begin front matter. Raises
    UnreadableArticleError for broken front matter.
    """
    body = text.lstrip("\ufeff \n")
    forms: tuple[tuple[re.Match[str] | None, Callable[[str], FrontMatter | None]], ...] = (
        (_YAML_BLOCK.match(body), _parse_yaml),
        (_TOML_BLOCK.match(body), _parse_toml),
        (_TITLE_BLOCK.match(body), _parse_title_block),
        (_PLAIN_KEYS.match(body), _parse_plain_keys),
    )
    for match, read in forms:
        if match is not None and (matter := read(match[match.lastindex or 0])) is not None:
            return matter, body[match.end() :]
    return {}, text


def read_field(matter: FrontMatter, field: str) -> str | None:
    """Return the value of an Article's field on one line, None if it is missing.

    The first of the field's possible keys counts. A list becomes its items with commas between; of several
    sections the first counts.
    """
    keys = _FIELD_KEYS[field]
    value = next((matter[key] for key in keys if matter.get(key)), None)
    if field == "section" and isinstance(value, list):
        value = value[0]
    return ", ".join(filter(None, map(_to_text, value if isinstance(value, list) else [value]))) or None


def read_patterns(matter: FrontMatter, key: str) -> tuple[str, ...]:
    """Return the regular expression, or the list of them, under `key`. Raises UnreadableArticleError."""
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


def _to_text(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name", "")
    return one_line(_WIKI_LINK.sub(r"\1", str(value))) if value is not None else ""


def _parse_toml(head: str) -> FrontMatter:
    try:
        return _lower_keys(toml_text.loads(head).items())
    except ValueError as error:
        raise UnreadableArticleError(f"front matter: {error}", hint="mend the lines between +++") from error


class _YamlLoader(yaml.BaseLoader):
    """A YAML loader without aliases: a few lines of nested aliases expand to gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Return the next node. Raises YAMLError for an alias."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError
        return super().compose_node(parent, index)


def _parse_yaml(head: str) -> FrontMatter:
    """Parse YAML, with all scalars as strings: a title may be "No" or a number. Raises UnreadableArticleError."""
    try:
        document = yaml.load(head, Loader=_YamlLoader)  # noqa: S506 - builds only strings, lists and dicts
    except RecursionError:
        raise UnreadableArticleError(
            "front matter: is nested too deep", hint="mend the lines between ---"
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}: " if mark else ""
        problem = getattr(error, "problem", None) or "is no YAML, or has an alias (*), which is not read"
        raise UnreadableArticleError(
            f"front matter: {where}{problem}", hint="put quotes around a value that has a colon in it"
        ) from error
    return _lower_keys(document.items()) if isinstance(document, dict) else {}


def _parse_title_block(head: str) -> FrontMatter:
    lines = [line[2:].strip() for line in head.splitlines()]
    return dict(zip(("title", "author", "date"), lines, strict=False))


def _parse_plain_keys(head: str) -> FrontMatter | None:
    """Parse keys without delimiters; return None unless the first key is `title`."""
    matter = _lower_keys(
        (key, value.strip()) for key, _, value in (line.partition(":") for line in head.splitlines())
    )
    return matter if next(iter(matter)) == "title" else None


def _lower_keys(items: Iterable[tuple[object, object]]) -> FrontMatter:
    return {str(key).lower(): value for key, value in items}
