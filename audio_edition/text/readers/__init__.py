"""Article file → Article, one format a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from audio_edition.errors import NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.text.readers import html, markdown, plain
from audio_edition.text.readers.decoding import declared_charset, decode

_PARSERS: dict[str, Callable[[str], Article]] = {
    ".txt": plain.parse,
    ".text": plain.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": html.parse,
    ".htm": html.parse,
    ".xhtml": html.parse,
}

SUFFIXES = frozenset(_PARSERS)
"""File name endings, in lower case, that can be read."""


def read(path: Path, *, section: str | None = None, id: str | None = None) -> Article:  # noqa: A002 - the model's word
    """The article in a file; `section`, the folder's, wins over what the page says. Raises ArticleError."""
    parse = _PARSERS.get(path.suffix.lower())
    if parse is None:
        raise UnreadableArticleError(
            f"{path}: {path.suffix or 'a file without a suffix'} is not a format this tool reads",
            hint=f"it reads {', '.join(sorted(SUFFIXES))}",
        )
    data = _bytes(path)
    charset = declared_charset(data) if parse is html.parse else None
    text, warnings = decode(data, where=str(path), declared=charset)
    article = parse(text)
    if not article.blocks:
        raise NoStoryError(f"{path}: there is no text in it", hint="delete it, or save the page again")
    return replace(
        article,
        id=id or path.stem,
        source=str(path),
        section=section or article.section,
        warnings=warnings,
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableArticleError(
            f"{path}: {(error.strerror or str(error)).lower()}", hint="check the path and its permissions"
        ) from error
