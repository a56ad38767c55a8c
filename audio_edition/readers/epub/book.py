"""Read the parts of an EPUB: its package, its documents in reading order, its table of contents."""

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

DAMAGED_HINT = "it may be damaged; download or export it again"
"""Hint for a damaged or incomplete book."""

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, OSError, EOFError, ValueError)
"""Exceptions that `zipfile` raises for archives that are damaged or of an unknown kind."""

_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Compression methods that the standard allows (EPUB 3.3, OCF ZIP container)."""

_MAX_DOCUMENT_BYTES, _MAX_TOTAL_BYTES = 32 * 2**20, 256 * 2**20
"""Limits of one document and of all documents together; the longest novels have five million bytes."""

_MAX_XML_BYTES = 8 * 2**20
"""Limit of a package document or a table of contents; the parsed tree is fifteen times as large."""

_MAX_DOCUMENTS = 5000
"""Limit of the documents in a spine; the longest books have some hundreds."""

_UNREAD_TYPES = frozenset(
    "cover title-page titlepage halftitlepage halftitle toc index copyright-page copyright imprint colophon"
    " dedication advertisement advertisements seriespage loi lot loa lov landmarks page-list notes footnotes"
    " endnotes rearnotes bibliography backlink".split()
)
"""Landmarks and EPUB types of documents that are not read."""

_MONTH = (
    "jan|feb|fév|mar|mär|apr|avr|abr|may|mai|mag|jun|giu|juin|jul|juil|lug|aug|août|ago|sep|oct|okt|out|ott|nov|dec"
)
_ISSUE_TITLE = re.compile(
    r"\b(?:weekly|magazine|gazette|newsletter|issue|no\. ?\d|\d{4}-\d\d-\d\d"
    rf"|(?:{_MONTH}|dez|déc|dic)\w{{0,7}}\.?,? (?:de |\d{{1,2}}(?:st|nd|rd|th)?,? )?20\d\d)\b",
    re.IGNORECASE,
)
"""A word or a date that is in the title of an issue, and hardly ever in that of a book."""

_PERIODICALS = frozenset("periodical magazine newspaper journal serial".split())
_TYPE_ATTRIBUTE = "{http://www.idpf.org/2007/ops}type"
_ROLE_ATTRIBUTE = "{http://www.idpf.org/2007/opf}role"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_DATE_SUFFIX = re.compile(r"(?<!\s)\s*+\[[^\[\]\d]*+\d[^\[\]]*\]$")
_BODY_START = re.compile(r"<body\b([^>]*)>\s*(?:<(?:section|div|article|main|nav)\b([^>]*)>)?", re.IGNORECASE)
_TYPED_ELEMENT = re.compile(r"""<(?:body|section|article|nav)\b[^>]*?\sepub:type\s*=\s*["']([^"']*)""")
_TYPE_VALUE = re.compile(r"""\sepub:type\s*=\s*["']([^"']*)""")
_MATTER_TYPES = frozenset({"frontmatter", "backmatter"})
_LINK_ADDRESS = re.compile(r"""\shref\s*=\s*["']([^"'#?]+)""")


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the book: a document's path and an id in it, '' for its beginning."""

    document: str
    fragment: str


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry of the table of contents, and the entries under it."""

    title: str
    target: Target | None
    children: tuple[ContentsEntry, ...] = ()


class Book:
    """An open EPUB. Documents are named by their paths in the archive.

    Raises UnreadableArticleError for a damaged or encrypted book.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._bytes_left = _MAX_TOTAL_BYTES
        container = self._read_xml("META-INF/container.xml")
        root = next((e.get("full-path") for e in container.iter("{*}rootfile")), None)
        if not root:
            raise UnreadableArticleError("names no package document", hint=DAMAGED_HINT)
        self._package_path = root
        self._package = self._read_xml(root)
        self._manifest = {item.get("id"): item for item in self._package.iterfind("{*}manifest/{*}item")}
        self._require_unencrypted()

    def documents(self) -> list[str]:
        """Return the documents of the spine in reading order, each once, without pictures and navigation.

        Raises UnreadableArticleError if there are too many.
        """
        paths = []
        for number, reference in enumerate(self._package.iterfind("{*}spine/{*}itemref")):
            if number >= _MAX_DOCUMENTS:
                raise UnreadableArticleError(f"names more than {_MAX_DOCUMENTS} documents", hint=DAMAGED_HINT)
            item = self._manifest.get(reference.get("idref"))
            if item is None or reference.get("linear") == "no" or "nav" in item.get("properties", "").split():
                continue
            if "html" in item.get("media-type", "html") or item.get("href", "").endswith(("html", "htm")):
                paths.append(self._resolve(item.get("href", ""), self._package_path).document)
        return list(dict.fromkeys(paths))

    def table_of_contents(self) -> tuple[ContentsEntry, ...]:
        """Return the entries of EPUB 3's navigation document, else of EPUB 2's NCX, else none."""
        for path in self._navigation_paths():
            lists = [
                nav
                for nav in self._read_xml(path).iter("{*}nav")
                if "toc" in nav.get(_TYPE_ATTRIBUTE, "toc").split()
            ]
            if lists and (entries := tuple(self._nav_entries(lists[0], path))):
                return entries
        for item in self._manifest.values():
            if item.get("media-type") == "application/x-dtbncx+xml":
                path = self._resolve(item.get("href", ""), self._package_path).document
                return tuple(self._ncx_entries(next(self._read_xml(path).iter("{*}navMap"), None), path))
        return ()

    def unread_targets(self) -> frozenset[Target]:
        """Return the covers, contents, notes and the like in the guide of EPUB 2 and the landmarks of EPUB 3."""
        targets = {
            self._resolve(reference.get("href", ""), self._package_path)
            for reference in self._package.iterfind("{*}guide/{*}reference")
            if reference.get("type", "").lower() in _UNREAD_TYPES
        }
        for path in self._navigation_paths():
            links = (a for a in self._read_xml(path).iter("{*}a") if _names_unread_part(a.get(_TYPE_ATTRIBUTE, "")))
            targets |= {self._resolve(link.get("href", ""), path) for link in links}
        return frozenset(targets)

    def title(self) -> str:
        """Return the title without the date that calibre adds to an issue's title; '' if there is none."""
        return _DATE_SUFFIX.sub("", self.metadata("title"))

    def is_periodical(self) -> bool:
        """Return True if the package, or a title such as "The Weekly, 3 May 2026", says that it is an issue."""
        kinds = [
            f"{meta.get('content') or meta.text or ''}".partition(":")[0]
            for meta in self._package.iterfind("{*}metadata/{*}meta")
            if (meta.get("name") or meta.get("property")) == "calibre:publication_type"
        ]
        return (
            not _PERIODICALS.isdisjoint({*kinds, self.metadata("type").lower()})
            or "calibre" in {self.metadata("creator"), self.metadata("publisher")}
            or _ISSUE_TITLE.search(self.metadata("title")) is not None
        )

    def authors(self) -> str:
        """Return the creators with the role of author, or no role, on one line; '' if there are none."""
        roles = {
            meta.get("refines", "").lstrip("#"): meta.text
            for meta in self._package.iterfind("{*}metadata/{*}meta")
            if meta.get("property") == "role"
        }
        creators = self._package.iterfind(f"{{*}}metadata/{_DUBLIN_CORE}creator")
        names = (
            one_line(creator.text or "")
            for creator in creators
            if (creator.get(_ROLE_ATTRIBUTE) or roles.get(creator.get("id"), "aut")) == "aut"
        )
        return ", ".join(name for name in names if name and name not in {"calibre", self.title()})

    def metadata(self, name: str) -> str:
        """Return the first Dublin Core element called `name`, on one line; '' if there is none."""
        element = self._package.find(f"{{*}}metadata/{_DUBLIN_CORE}{name}")
        return one_line(element.text or "") if element is not None else ""

    def read_text(self, document: str) -> str:
        """Return a document of the archive as text. Raises UnreadableArticleError."""
        data = self._read_bytes(document)
        return decode(data, where=document, declared=declared_charset(data))[0]

    def linked_documents(self, document: str, text: str) -> set[str]:
        """Return the other documents that a document's text links to."""
        return {self._resolve(href, document).document for href in _LINK_ADDRESS.findall(text)} - {document}

    def _navigation_paths(self) -> Iterator[str]:
        """Yield the paths of the navigation documents."""
        for item in self._manifest.values():
            if "nav" in item.get("properties", "").split():
                yield self._resolve(item.get("href", ""), self._package_path).document

    def _nav_entries(self, parent: Any, path: str) -> Iterator[ContentsEntry]:
        for item in parent.iterfind("{*}ol/{*}li"):
            label = next((child for child in item.iterfind("*") if child.tag.endswith(("}a", "}span"))), None)
            children = tuple(self._nav_entries(item, path))
            if label is None:
                yield from children
                continue
            target = self._resolve(label.get("href", ""), path) if label.get("href") else None
            yield ContentsEntry(one_line("".join(label.itertext())), target, children)

    def _ncx_entries(self, parent: Any, path: str) -> Iterator[ContentsEntry]:
        for point in parent.iterfind("{*}navPoint") if parent is not None else ():
            label, content = point.find("{*}navLabel/{*}text"), point.find("{*}content")
            children = tuple(self._ncx_entries(point, path))
            source = content.get("src", "") if content is not None else ""
            target = self._resolve(source, path) if source else None
            yield ContentsEntry(one_line((label.text if label is not None else "") or ""), target, children)

    @staticmethod
    def _resolve(href: str, base: str) -> Target:
        address, fragment = urldefrag(href)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))
        return Target(path if address else base, unquote(fragment))

    def _read_bytes(self, name: str) -> bytes:
        try:
            if self._archive.getinfo(name).compress_type not in _COMPRESSIONS:
                raise zipfile.BadZipFile
            with self._archive.open(name) as member:
                data = member.read(min(_MAX_DOCUMENT_BYTES, self._bytes_left) + 1)
        except KeyError:
            raise UnreadableArticleError(f"{name} is missing in it", hint=DAMAGED_HINT) from None
        except ZIP_ERRORS as error:
            raise UnreadableArticleError(f"{name} in it cannot be unpacked", hint=DAMAGED_HINT) from error
        if len(data) > min(_MAX_DOCUMENT_BYTES, self._bytes_left):
            raise UnreadableArticleError(
                f"{name} in it is larger than {_MAX_DOCUMENT_BYTES // 2**20} MB,"
                f" or all of it than {_MAX_TOTAL_BYTES // 2**20} MB",
                hint="that is no book; unpack it and pass the pages that matter",
            )
        self._bytes_left -= len(data)
        return data

    def _read_xml(self, name: str) -> Any:
        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, no_network=True, recover=True, huge_tree=False
        )
        text = self.read_text(name).encode("utf-8", "replace")
        if len(text) > _MAX_XML_BYTES:
            raise UnreadableArticleError(
                f"{name} in it is larger than {_MAX_XML_BYTES >> 20} MB", hint=DAMAGED_HINT
            )
        try:
            root = etree.fromstring(text, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableArticleError(f"{name} in it is broken: {error}", hint=DAMAGED_HINT) from error
        if root is None:
            raise UnreadableArticleError(f"{name} in it is empty", hint=DAMAGED_HINT)
        return root

    def _require_unencrypted(self) -> None:
        """Raise UnreadableArticleError if a document of the spine is encrypted; encrypted fonts do not matter."""
        with suppress(KeyError):
            self._archive.getinfo("META-INF/encryption.xml")
            encrypted = {
                unquote(e.get("URI", ""))
                for e in self._read_xml("META-INF/encryption.xml").iter("{*}CipherReference")
            }
            if encrypted & set(self.documents()):
                raise UnreadableArticleError("is locked (DRM)", hint="only an EPUB without DRM can be read")


def is_unread(text: str) -> bool:
    """Return True if a document begins with an EPUB type that is not read and has no type that is read."""
    opening = _BODY_START.search(text)
    first = _TYPE_VALUE.findall(" ".join(filter(None, opening.groups()))) if opening else []
    kinds = {kind for types in _TYPED_ELEMENT.findall(text) for kind in types.lower().split()}
    return any(map(_names_unread_part, first)) and kinds <= _UNREAD_TYPES | _MATTER_TYPES


def _names_unread_part(types: str) -> bool:
    """Return True if one of these EPUB types, separated by spaces, names a part of a book that is not read."""
    return not _UNREAD_TYPES.isdisjoint(types.lower().split())
