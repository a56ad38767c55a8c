"""An open EPUB: its package, its documents in reading order, its table of contents."""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urldefrag

from lxml import etree

from audio_edition.errors import UnreadableArticleError
from audio_edition.readers.decoding import declared_charset, decode
from audio_edition.readers.tidy import one_line

AGAIN = "it may be damaged; download or export it again"
"""What to do about a book that does not hold what it says."""

BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, OSError, EOFError, ValueError)
"""What `zipfile` raises for archives that are damaged or of a make that it does not know."""

_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What the standard allows in a book (EPUB 3.3, OCF ZIP container)."""

_LARGEST, _LARGEST_SUM = 32 * 2**20, 256 * 2**20
"""Bytes of one document and of all together; the longest novels have five million."""

_LARGEST_TABLE = 8 * 2**20
"""Bytes of a package or a table of contents, which become a tree fifteen times as large."""

_MOST_DOCUMENTS = 5000
"""Documents of a spine; the longest books have some hundreds."""

_APART = frozenset(
    "cover title-page titlepage halftitlepage halftitle toc index copyright-page copyright imprint colophon"
    " dedication advertisement advertisements seriespage loi lot loa lov landmarks page-list notes footnotes"
    " endnotes rearnotes bibliography backlink".split()
)
"""What a book's landmarks and types call the documents that are no part of the reading."""

_TYPE = "{http://www.idpf.org/2007/ops}type"
_ROLE = "{http://www.idpf.org/2007/opf}role"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_DATED = re.compile(r"(?<!\s)\s*+\[[^\[\]\d]*+\d[^\[\]]*\]$")
_OPENING = re.compile(r"<body\b([^>]*)>\s*(?:<(?:section|div|article|main|nav)\b([^>]*)>)?", re.IGNORECASE)
_TYPED = re.compile(r"""<(?:body|section|article|nav)\b[^>]*?\sepub:type\s*=\s*["']([^"']*)""")
_TYPES = re.compile(r"""\sepub:type\s*=\s*["']([^"']*)""")
_MATTER = frozenset({"frontmatter", "backmatter"})
_LINK = re.compile(r"""\shref\s*=\s*["']([^"'#?]+)""")


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the book: a document, and an id inside it or ''."""

    document: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents, and the lines under it."""

    title: str
    target: Target | None
    under: tuple[Entry, ...] = ()


class Book:
    """An open EPUB. Documents are named by their paths in the archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = _LARGEST_SUM
        container = self._xml("META-INF/container.xml")
        root = next((e.get("full-path") for e in container.iter("{*}rootfile")), None)
        if not root:
            raise UnreadableArticleError("names no package document", hint=AGAIN)
        self._root = root
        self._package = self._xml(root)
        self._items = {item.get("id"): item for item in self._package.iterfind("{*}manifest/{*}item")}
        self._require_no_lock()

    def documents(self) -> list[str]:
        """The documents of the spine in reading order, each once; pictures among them are none.

        Raises UnreadableArticleError if there are too many.
        """
        found = []
        for number, reference in enumerate(self._package.iterfind("{*}spine/{*}itemref")):
            if number >= _MOST_DOCUMENTS:
                raise UnreadableArticleError(f"names more than {_MOST_DOCUMENTS} documents", hint=AGAIN)
            item = self._items.get(reference.get("idref"))
            if item is None or reference.get("linear") == "no" or "nav" in item.get("properties", "").split():
                continue
            if "html" in item.get("media-type", "html") or item.get("href", "").endswith(("html", "htm")):
                found.append(self._target(item.get("href", ""), self._root).document)
        return list(dict.fromkeys(found))

    def contents(self) -> tuple[Entry, ...]:
        """The table of contents: the navigation document of EPUB 3, else the NCX of EPUB 2, else nothing."""
        for path in self._navigation():
            lists = [nav for nav in self._xml(path).iter("{*}nav") if "toc" in nav.get(_TYPE, "toc").split()]
            if lists and (entries := tuple(self._nav_entries(lists[0], path))):
                return entries
        for item in self._items.values():
            if item.get("media-type") == "application/x-dtbncx+xml":
                path = self._target(item.get("href", ""), self._root).document
                return tuple(self._ncx_entries(next(self._xml(path).iter("{*}navMap"), None), path))
        return ()

    def apart(self) -> frozenset[Target]:
        """What the guide of EPUB 2 and the landmarks of EPUB 3 call a cover, contents, notes and the like."""
        found = {
            self._target(reference.get("href", ""), self._root)
            for reference in self._package.iterfind("{*}guide/{*}reference")
            if reference.get("type", "").lower() in _APART
        }
        for path in self._navigation():
            links = (a for a in self._xml(path).iter("{*}a") if _names_apart(a.get(_TYPE, "")))
            found |= {self._target(link.get("href", ""), path) for link in links}
        return frozenset(found)

    def title(self) -> str:
        """The title, without the date that calibre puts behind that of an issue; '' where there is none."""
        return _DATED.sub("", self.meta("title"))

    def authors(self) -> str:
        """The creators who are no illustrators or translators, as one line; '' where there are none."""
        roles = {
            meta.get("refines", "").lstrip("#"): meta.text
            for meta in self._package.iterfind("{*}metadata/{*}meta")
            if meta.get("property") == "role"
        }
        creators = self._package.iterfind(f"{{*}}metadata/{_DUBLIN_CORE}creator")
        names = (
            one_line(creator.text or "")
            for creator in creators
            if (creator.get(_ROLE) or roles.get(creator.get("id"), "aut")) == "aut"
        )
        return ", ".join(name for name in names if name and name not in {"calibre", self.title()})

    def meta(self, name: str) -> str:
        """The first Dublin Core element of a name, on one line; '' where there is none."""
        found = self._package.find(f"{{*}}metadata/{_DUBLIN_CORE}{name}")
        return one_line(found.text or "") if found is not None else ""

    def text(self, document: str) -> str:
        """A document of the archive as text. Raises UnreadableArticleError."""
        data = self._bytes(document)
        return decode(data, where=document, declared=declared_charset(data))[0]

    def links(self, document: str, text: str) -> set[str]:
        """The documents that a document's text links to, itself left out."""
        return {self._target(href, document).document for href in _LINK.findall(text)} - {document}

    def _navigation(self) -> Iterator[str]:
        """The paths of the navigation documents."""
        for item in self._items.values():
            if "nav" in item.get("properties", "").split():
                yield self._target(item.get("href", ""), self._root).document

    def _nav_entries(self, parent: Any, path: str) -> Iterator[Entry]:
        for item in parent.iterfind("{*}ol/{*}li"):
            label = next((child for child in item.iterfind("*") if child.tag.endswith(("}a", "}span"))), None)
            under = tuple(self._nav_entries(item, path))
            if label is None:
                yield from under
                continue
            target = self._target(label.get("href", ""), path) if label.get("href") else None
            yield Entry(one_line("".join(label.itertext())), target, under)

    def _ncx_entries(self, parent: Any, path: str) -> Iterator[Entry]:
        for point in parent.iterfind("{*}navPoint") if parent is not None else ():
            label, content = point.find("{*}navLabel/{*}text"), point.find("{*}content")
            under = tuple(self._ncx_entries(point, path))
            source = content.get("src", "") if content is not None else ""
            target = self._target(source, path) if source else None
            yield Entry(one_line((label.text if label is not None else "") or ""), target, under)

    @staticmethod
    def _target(href: str, base: str) -> Target:
        address, fragment = urldefrag(href)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))
        return Target(path if address else base, unquote(fragment))

    def _bytes(self, name: str) -> bytes:
        try:
            if self._archive.getinfo(name).compress_type not in _COMPRESSIONS:
                raise zipfile.BadZipFile
            with self._archive.open(name) as member:
                data = member.read(min(_LARGEST, self._left) + 1)
        except KeyError:
            raise UnreadableArticleError(f"{name} is missing in it", hint=AGAIN) from None
        except BROKEN as error:
            raise UnreadableArticleError(f"{name} in it cannot be unpacked", hint=AGAIN) from error
        if len(data) > min(_LARGEST, self._left):
            raise UnreadableArticleError(
                f"{name} in it is larger than {_LARGEST // 2**20} MB, or all of it than {_LARGEST_SUM // 2**20} MB",
                hint="that is no book; unpack it and pass the pages that matter",
            )
        self._left -= len(data)
        return data

    def _xml(self, name: str) -> Any:
        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, no_network=True, recover=True, huge_tree=False
        )
        text = self.text(name).encode("utf-8", "replace")
        if len(text) > _LARGEST_TABLE:
            raise UnreadableArticleError(f"{name} in it is larger than {_LARGEST_TABLE >> 20} MB", hint=AGAIN)
        try:
            root = etree.fromstring(text, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableArticleError(f"{name} in it is broken: {error}", hint=AGAIN) from error
        if root is None:
            raise UnreadableArticleError(f"{name} in it is empty", hint=AGAIN)
        return root

    def _require_no_lock(self) -> None:
        """Raise UnreadableArticleError if a document is encrypted; fonts often are, and do not matter."""
        with suppress(KeyError):
            self._archive.getinfo("META-INF/encryption.xml")
            locked = {
                unquote(e.get("URI", "")) for e in self._xml("META-INF/encryption.xml").iter("{*}CipherReference")
            }
            if locked & set(self.documents()):
                raise UnreadableArticleError("is locked (DRM)", hint="only an EPUB without DRM can be read")


def is_apart(text: str) -> bool:
    """Whether a document begins as a part of a book that is not read, and has no other part."""
    opening = _OPENING.search(text)
    first = _TYPES.findall(" ".join(filter(None, opening.groups()))) if opening else []
    kinds = {kind for types in _TYPED.findall(text) for kind in types.lower().split()}
    return any(map(_names_apart, first)) and kinds <= _APART | _MATTER


def _names_apart(types: str) -> bool:
    """Whether one of these EPUB types names a part of a book that is not read."""
    return not _APART.isdisjoint(types.lower().split())
