"""Read files as articles, one module per format. Most files hold one article; a book or a feed holds many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from audio_edition.errors import ArticleError, NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.readers import archives, epub, feed, html, mail, markdown, plain, properties
from audio_edition.readers.decoding import declared_charset, decode, normalize_charset
from audio_edition.readers.forwarded import read_forwarded_header
from audio_edition.readers.limits import MAX_FILE_BYTES
from audio_edition.readers.mending import mend
from audio_edition.readers.notes import remove_note_marks

_Raw = TypeVar("_Raw")
_Parsed = TypeVar("_Parsed")


def _parse_plain_text(text: str) -> Article:
    """Parse plain text; a copy of what Jina's reader answers is Markdown."""
    return markdown.parse(text) if properties.begins_with_jina_head(text) else plain.parse(text)


_TEXT_PARSERS: dict[str, Callable[[str], Article]] = {
    ".txt": _parse_plain_text,
    ".text": _parse_plain_text,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": html.parse,
    ".htm": html.parse,
    ".xhtml": html.parse,
}
_ARCHIVE_EXTRACTORS: dict[str, Callable[[bytes], archives.ArchivedPage]] = {
    ".mhtml": archives.extract_mhtml,
    ".mht": archives.extract_mhtml,
    ".webarchive": archives.extract_webarchive,
}
_MESSAGE_PARSERS: dict[str, Callable[[bytes], Article]] = {".eml": mail.parse_eml, ".emlx": mail.parse_emlx}
_COLLECTION_PARSERS: dict[str, Callable[[bytes], tuple[Article, ...]]] = {
    ".epub": epub.parse,
    ".mbox": mail.parse_mbox,
    **dict.fromkeys(feed.SUFFIXES, feed.parse),
}

SUFFIXES = frozenset(
    _TEXT_PARSERS.keys() | _ARCHIVE_EXTRACTORS.keys() | _MESSAGE_PARSERS.keys() | _COLLECTION_PARSERS.keys()
)
"""File name endings, in lower case, that can be read."""


def read(path: Path, *, section: str | None = None, id: str | None = None) -> tuple[Article, ...]:  # noqa: A002 - the model's word
    """Return the articles in a file, at least one.

    `section` overrides the section that a page declares; a book's own sections override `section`. `id` is the id
    of a single article, by default the stem of the file's name; the articles of a collection (a book, a feed) have
    no id yet. Raises ArticleError if the file cannot be read or holds no text.
    """
    suffix = path.suffix.lower()
    if suffix in _COLLECTION_PARSERS:
        return _read_collection(path, _COLLECTION_PARSERS[suffix], section)
    if suffix not in SUFFIXES:
        raise UnreadableArticleError(
            f"{path}: {path.suffix or 'a file without a suffix'} is not a format this tool reads",
            hint=f"it reads {', '.join(sorted(SUFFIXES))}",
        )
    article = _read_single(path, suffix)
    if not article.blocks:
        raise NoStoryError(f"{path}: there is no text in it", hint="delete it, or save the page again")
    return (replace(article, id=id or path.stem, source=str(path), section=section or article.section),)


def _read_single(path: Path, suffix: str) -> Article:
    """Return the article of a file that holds one."""
    if suffix in _MESSAGE_PARSERS:
        return _parse_with_path(path, _MESSAGE_PARSERS[suffix], read_bytes(path))
    if suffix in _ARCHIVE_EXTRACTORS:
        return _read_archive(path, _ARCHIVE_EXTRACTORS[suffix])
    return read_forwarded_header(_read_text(path, _TEXT_PARSERS[suffix]))


def _read_text(path: Path, parse: Callable[[str], Article]) -> Article:
    data = read_bytes(path)
    return _parse_bytes(path, data, declared_charset(data) if parse is html.parse else None, parse)


def _read_archive(path: Path, unwrap: Callable[[bytes], archives.ArchivedPage]) -> Article:
    page = _parse_with_path(path, unwrap, read_bytes(path))
    charset = normalize_charset(page.charset) if page.charset else declared_charset(page.data)
    article = _parse_bytes(path, page.data, charset, html.parse)
    return replace(article, url=article.url or page.url)


def _parse_bytes(path: Path, data: bytes, charset: str | None, parse: Callable[[str], Article]) -> Article:
    text, warnings = decode(data, where=str(path), declared=charset)
    article = mend(_parse_with_path(path, parse, text), has_elements=parse is html.parse)
    return replace(article, blocks=remove_note_marks(article.blocks), warnings=(*warnings, *article.warnings))


def _read_collection(
    path: Path, parse: Callable[[bytes], tuple[Article, ...]], section: str | None
) -> tuple[Article, ...]:
    return tuple(
        replace(
            article,
            source=f"{path}: {article.source}",
            blocks=remove_note_marks(article.blocks),
            section=article.section or section,
            part=True,
        )
        for article in (mend(each, has_elements=True) for each in _parse_with_path(path, parse, read_bytes(path)))
    )


def _parse_with_path(path: Path, parse: Callable[[_Raw], _Parsed], raw: _Raw) -> _Parsed:
    """Call a parser; put the file's name before the message of an ArticleError."""
    try:
        return parse(raw)
    except ArticleError as error:
        raise type(error)(f"{path}: {error}", hint=error.hint) from error


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises UnreadableArticleError if it cannot be read or is too large."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableArticleError(
                f"{path}: larger than {MAX_FILE_BYTES >> 30} GB, which no article is",
                hint="take it out of the folder",
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableArticleError(
            f"{path}: {(error.strerror or str(error)).lower()}", hint="check the path and its permissions"
        ) from error
