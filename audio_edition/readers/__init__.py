"""File → articles, one format a file. Most files hold one article; a book or a feed holds many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from audio_edition.errors import ArticleError, NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.readers import archives, epub, feed, html, markdown, plain
from audio_edition.readers.decoding import declared_charset, decode, known
from audio_edition.readers.limits import FILE_BYTES
from audio_edition.readers.notes import without_marks

_Raw = TypeVar("_Raw")
_Read = TypeVar("_Read")

_TEXTS: dict[str, Callable[[str], Article]] = {
    ".txt": plain.parse,
    ".text": plain.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": html.parse,
    ".htm": html.parse,
    ".xhtml": html.parse,
}
_SAVED: dict[str, Callable[[bytes], archives.Page]] = {
    ".mhtml": archives.mhtml,
    ".mht": archives.mhtml,
    ".webarchive": archives.webarchive,
}
_COLLECTIONS: dict[str, Callable[[bytes], tuple[Article, ...]]] = {
    ".epub": epub.parse,
    **dict.fromkeys(feed.SUFFIXES, feed.parse),
}

SUFFIXES = frozenset(_TEXTS.keys() | _SAVED.keys() | _COLLECTIONS.keys())
"""File name endings, in lower case, that can be read."""


def read(path: Path, *, section: str | None = None, id: str | None = None) -> tuple[Article, ...]:  # noqa: A002 - the model's word
    """The articles in a file; `id`, for a file of one article, and `section` are its place in the edition.

    The folder's section wins over what a page says, a book's own sections win over the folder's. The articles of
    a collection have no id yet. Raises ArticleError.
    """
    suffix = path.suffix.lower()
    if suffix in _COLLECTIONS:
        return _collection(path, _COLLECTIONS[suffix], section)
    if suffix not in SUFFIXES:
        raise UnreadableArticleError(
            f"{path}: {path.suffix or 'a file without a suffix'} is not a format this tool reads",
            hint=f"it reads {', '.join(sorted(SUFFIXES))}",
        )
    article = _saved(path, _SAVED[suffix]) if suffix in _SAVED else _text(path, _TEXTS[suffix])
    if not article.blocks:
        raise NoStoryError(f"{path}: there is no text in it", hint="delete it, or save the page again")
    return (replace(article, id=id or path.stem, source=str(path), section=section or article.section),)


def _text(path: Path, parse: Callable[[str], Article]) -> Article:
    data = contents(path)
    return _decoded(path, data, declared_charset(data) if parse is html.parse else None, parse)


def _saved(path: Path, unwrap: Callable[[bytes], archives.Page]) -> Article:
    page = _named(path, unwrap, contents(path))
    charset = known(page.charset) if page.charset else declared_charset(page.data)
    article = _decoded(path, page.data, charset, html.parse)
    return replace(article, url=article.url or page.url)


def _decoded(path: Path, data: bytes, charset: str | None, parse: Callable[[str], Article]) -> Article:
    text, warnings = decode(data, where=str(path), declared=charset)
    article = _named(path, parse, text)
    return replace(article, blocks=without_marks(article.blocks), warnings=(*warnings, *article.warnings))


def _collection(
    path: Path, parse: Callable[[bytes], tuple[Article, ...]], section: str | None
) -> tuple[Article, ...]:
    return tuple(
        replace(
            article,
            source=f"{path}: {article.source}",
            blocks=without_marks(article.blocks),
            section=article.section or section,
            part=True,
        )
        for article in _named(path, parse, contents(path))
    )


def _named(path: Path, parse: Callable[[_Raw], _Read], raw: _Raw) -> _Read:
    """What a parser makes of a file; its errors with the file's name."""
    try:
        return parse(raw)
    except ArticleError as error:
        raise type(error)(f"{path}: {error}", hint=error.hint) from error


def contents(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableArticleError."""
    try:
        if path.stat().st_size > FILE_BYTES:
            raise UnreadableArticleError(
                f"{path}: larger than {FILE_BYTES >> 30} GB, which no article is", hint="take it out of the folder"
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableArticleError(
            f"{path}: {(error.strerror or str(error)).lower()}", hint="check the path and its permissions"
        ) from error
