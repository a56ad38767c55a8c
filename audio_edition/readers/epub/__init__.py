"""Read EPUB 2 and 3: a book or a weekly issue as articles in spine order, with the sections of its contents.

An entry of the table of contents is an article; an entry whose children lie in other files is a section. Covers,
contents, copyright pages and notes are recognised by their types and titles in the book and left out.
"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

from audio_edition.errors import NoStoryError, UnreadableArticleError
from audio_edition.model import Article
from audio_edition.readers.days import first_date
from audio_edition.readers.epub.book import DAMAGED_HINT, ZIP_ERRORS, Book
from audio_edition.readers.epub.division import Division


def parse(data: bytes) -> tuple[Article, ...]:
    """Return the articles of an EPUB in spine order. Raises ArticleError; the message lacks the file's name."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except ZIP_ERRORS:
        raise UnreadableArticleError("is no EPUB", hint=DAMAGED_HINT) from None
    with archive:
        book = Book(archive)
        division = Division(book)
        is_book = not book.is_periodical() and not division.has_menus()
        articles = [
            replace(
                article,
                byline=article.byline or book.authors() or None,
                language=article.language or book.metadata("language") or None,
                issued=first_date(book.metadata("date")),
                publication=book.title() or None,
                is_book=is_book,
            )
            for article in division.articles()
        ]
    if not articles and division.warnings:
        raise UnreadableArticleError(division.warnings[0], hint=DAMAGED_HINT)
    if not articles:
        raise NoStoryError("there is no text in it", hint="is it a picture book?")
    # Only the warnings of an article that is read are shown, and the longest one always is.
    longest = max(range(len(articles)), key=lambda n: len(articles[n].blocks))
    articles[longest] = replace(articles[longest], warnings=division.warnings)
    return tuple(articles)
