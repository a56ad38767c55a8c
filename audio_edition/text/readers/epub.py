"""EPUB 2 and 3: a book or a weekly issue → its articles in spine order, with the sections of its contents.

An entry of the table of contents is an article; an entry with others under it, in files of their own, is a
section. Covers, contents, copyright pages and notes are left out by what the book calls them.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any
from urllib.parse import unquote, urldefrag

from lxml import etree

from audio_edition.errors import NoStoryError, UnreadableArticleError
from audio_edition.model import Article, Block
from audio_edition.text.readers import html
from audio_edition.text.readers.decoding import decode
from audio_edition.text.readers.tidy import one_line

_LARGEST, _LARGEST_SUM = 32 * 2**20, 256 * 2**20
"""Bytes of one document and of all together; the longest novels have five million."""

_FEWEST_WORDS = 20
"""A document with fewer words outside links is a cover or a title page."""

_APART = frozenset(
    "cover title-page titlepage halftitlepage toc index copyright-page copyright imprint colophon loi lot loa lov"
    " landmarks page-list notes footnotes endnotes rearnotes bibliography backlink".split()
)
"""What a book's landmarks and types call the documents that are no part of the reading."""

_DATED = re.compile(r"\s*\[[^\]]*\d[^\]]*\]$")
_TYPE = "{http://www.idpf.org/2007/ops}type"


@dataclass(frozen=True, slots=True)
class _Target:
    """A place in the book: a document, and an id inside it or ''."""

    document: str
    fragment: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table of contents, and the lines under it."""

    title: str
    target: _Target | None
    under: tuple[_Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an article begins."""

    title: str | None
    target: _Target
    section: str | None


class _Book:
    """An open EPUB. Documents are named by their paths in the archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = _LARGEST_SUM
        container = self._xml("META-INF/container.xml")
        root = next((e.get("full-path") for e in container.iter("{*}rootfile")), None)
        if not root:
            raise UnreadableArticleError("names no package document", hint=_AGAIN)
        self._root = root
        self.package = self._xml(root)
        self.items = {item.get("id"): item for item in self.package.iterfind("{*}manifest/{*}item")}
        self.apart = {target.document for target in self._landmarks()}

    def documents(self) -> list[str]:
        """The documents of the spine in reading order, without those that stand apart."""
        found = []
        for reference in self.package.iterfind("{*}spine/{*}itemref"):
            item = self.items.get(reference.get("idref"))
            if item is None or reference.get("linear") == "no" or "nav" in item.get("properties", "").split():
                continue
            found.append(self._target(item.get("href", ""), self._root).document)
        return [document for document in found if document not in self.apart]

    def contents(self) -> tuple[_Entry, ...]:
        """The table of contents: the navigation document of EPUB 3, else the NCX of EPUB 2, else nothing."""
        for item in self.items.values():
            if "nav" in item.get("properties", "").split():
                path = self._target(item.get("href", ""), self._root).document
                lists = [nav for nav in self._xml(path).iter("{*}nav") if "toc" in nav.get(_TYPE, "toc").split()]
                if lists and (entries := tuple(self._nav_entries(lists[0], path))):
                    return entries
        for item in self.items.values():
            if item.get("media-type") == "application/x-dtbncx+xml":
                path = self._target(item.get("href", ""), self._root).document
                return tuple(self._ncx_entries(next(self._xml(path).iter("{*}navMap"), None), path))
        return ()

    def meta(self, name: str) -> str:
        """The first Dublin Core element of a name, on one line; '' where there is none."""
        found = self.package.find(f"{{*}}metadata/{{http://purl.org/dc/elements/1.1/}}{name}")
        return one_line(found.text or "") if found is not None else ""

    def text(self, document: str) -> str:
        """A document of the archive as text. Raises UnreadableArticleError."""
        return decode(self._bytes(document), where=document)[0]

    def _landmarks(self) -> Iterator[_Target]:
        for reference in self.package.iterfind("{*}guide/{*}reference"):
            if reference.get("type", "").lower() in _APART:
                yield self._target(reference.get("href", ""), self._root)
        for item in self.items.values():
            if "nav" in item.get("properties", "").split():
                path = self._target(item.get("href", ""), self._root).document
                for link in self._xml(path).iter("{*}a"):
                    if _APART & set(link.get(_TYPE, "").lower().split()):
                        yield self._target(link.get("href", ""), path)

    def _nav_entries(self, parent: Any, path: str) -> Iterator[_Entry]:
        for item in parent.iterfind("{*}ol/{*}li"):
            label = next((child for child in item if etree.QName(child).localname in {"a", "span"}), None)
            under = tuple(self._nav_entries(item, path))
            if label is None:
                yield from under
                continue
            target = self._target(label.get("href", ""), path) if label.get("href") else None
            yield _Entry(one_line("".join(label.itertext())), target, under)

    def _ncx_entries(self, parent: Any, path: str) -> Iterator[_Entry]:
        for point in parent.iterfind("{*}navPoint") if parent is not None else ():
            label, content = point.find("{*}navLabel/{*}text"), point.find("{*}content")
            under = tuple(self._ncx_entries(point, path))
            source = content.get("src", "") if content is not None else ""
            target = self._target(source, path) if source else None
            yield _Entry(one_line((label.text if label is not None else "") or ""), target, under)

    @staticmethod
    def _target(href: str, base: str) -> _Target:
        address, fragment = urldefrag(href)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))
        return _Target(path if address else base, fragment)

    def _bytes(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as member:
                data = member.read(min(_LARGEST, self._left) + 1)
        except KeyError:
            raise UnreadableArticleError(f"{name} is missing in it", hint=_AGAIN) from None
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise UnreadableArticleError(f"{name} in it cannot be unpacked", hint=_AGAIN) from error
        if len(data) > min(_LARGEST, self._left):
            raise UnreadableArticleError(
                f"{name} in it is larger than {_LARGEST // 2**20} MB, or all of it than {_LARGEST_SUM // 2**20} MB",
                hint="that is no book; unpack it and pass the pages that matter",
            )
        self._left -= len(data)
        return data

    def _xml(self, name: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
        try:
            root = etree.fromstring(self._bytes(name), parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableArticleError(f"{name} in it is broken: {error}", hint=_AGAIN) from error
        if root is None:
            raise UnreadableArticleError(f"{name} in it is empty", hint=_AGAIN)
        return root

    def require_no_lock(self, documents: Iterable[str]) -> None:
        """Raise UnreadableArticleError if a document is encrypted; fonts often are, and do not matter."""
        with suppress(KeyError):
            self._archive.getinfo("META-INF/encryption.xml")
            locked = {
                unquote(e.get("URI", "")) for e in self._xml("META-INF/encryption.xml").iter("{*}CipherReference")
            }
            if locked & set(documents):
                raise UnreadableArticleError("is locked (DRM)", hint="only an EPUB without DRM can be read")


_AGAIN = "it may be damaged; download or export it again"


def parse(data: bytes) -> tuple[Article, ...]:
    """The articles of an EPUB in spine order. Raises ArticleError; messages lack the file's name."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile:
        raise UnreadableArticleError("is no EPUB", hint=_AGAIN) from None
    with archive:
        book = _Book(archive)
        documents = book.documents()
        book.require_no_lock(documents)
        title = _DATED.sub("", book.meta("title"))
        creator = book.meta("creator")
        found = tuple(
            replace(
                article,
                byline=article.byline or (creator if creator not in {title, "calibre"} else None) or None,
                language=article.language or book.meta("language") or None,
                published=_day(book.meta("date")),
                publication=title or None,
            )
            for article in _articles(book, documents)
        )
    if not found:
        raise NoStoryError("there is no text in it", hint="is it a picture book?")
    return found


def _articles(book: _Book, documents: Sequence[str]) -> Iterator[Article]:
    place = {document: number for number, document in enumerate(documents)}
    starts = [start for start in _starts(book.contents(), None) if start.target.document in place]
    wanted = frozenset(start.target.fragment for start in starts if start.target.fragment)
    pages = {document: html.parse_anchored(book.text(document), wanted) for document in documents}
    starts += _unlisted(documents, pages, {start.target.document for start in starts})

    def position(target: _Target) -> tuple[int, int]:
        _, anchors = pages[target.document]
        return place[target.document], anchors.get(target.fragment, 0)

    chosen: dict[tuple[int, int], _Start] = {}
    for start in starts:  # a section often points to its first article: that is who begins there
        before = chosen.setdefault(position(start.target), start)
        if start.section is not None and start.section == before.title:
            chosen[position(start.target)] = start
    ordered = sorted(chosen.items())
    ends = [at for at, _ in ordered[1:]] + [(len(documents), 0)]
    for (begin, start), end in zip(ordered, ends, strict=True):
        blocks = _between(documents, pages, begin, end)
        if sum(len(b.text.split()) for b in blocks if b.link_density < 0.5) < _FEWEST_WORDS:
            continue
        page, _ = pages[start.target.document]
        yield Article(
            id="",
            source=start.target.document,
            blocks=blocks,
            section=start.section,
            headline=start.title or page.headline,
            byline=page.byline,
            language=page.language,
            url=page.url,
        )


def _starts(entries: Iterable[_Entry], section: str | None) -> Iterator[_Start]:
    """Where articles begin: entries whose children lie in other files are sections, other children crossheads."""
    for entry in entries:
        if entry.target is not None:
            yield _Start(entry.title or None, entry.target, section)
        if entry.target is None or any(_document(child) != entry.target.document for child in entry.under):
            yield from _starts(entry.under, entry.title or section)


def _document(entry: _Entry) -> str | None:
    return entry.target.document if entry.target else None


def _unlisted(documents: Sequence[str], pages: dict[str, Any], listed: set[str]) -> Iterator[_Start]:
    """Documents that the contents do not name: one that opens with a heading, or the first, is an article too."""
    for before, document in pairwise([None, *documents]):
        if document is None or document in listed:
            continue
        opening = pages[document][0].blocks[:3]
        if before is None or not listed or any(block.level in {1, 2} for block in opening):
            yield _Start(None, _Target(document, ""), None)


def _between(
    documents: Sequence[str], pages: dict[str, Any], begin: tuple[int, int], end: tuple[int, int]
) -> tuple[Block, ...]:
    """The blocks from one position to another."""
    found: list[Block] = []
    for number in range(begin[0], min(end[0] + 1, len(documents))):
        blocks = pages[documents[number]][0].blocks
        first = begin[1] if number == begin[0] else 0
        last = end[1] if number == end[0] else len(blocks)
        found += blocks[first:last]
    return tuple(found)


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text[:10])
    return None
