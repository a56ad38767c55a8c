"""Divide a book into articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TypeVar

from audio_edition.errors import UnreadableArticleError
from audio_edition.languages.words import count_words
from audio_edition.model import Article, Block
from audio_edition.readers import html
from audio_edition.readers.epub.book import Book, ContentsEntry, Target, is_unread

_MIN_WORDS = 20
"""A document that the contents do not list and that has fewer words outside links is a cover or a title page."""

_MIN_CHAPTER_WORDS = 1000
"""Words between two entries in one document, above which the entries are chapters, not crossheads."""

_UNREAD_TITLE = re.compile(
    r"(front |back )?cover|(half[ -]?)?title( page)?|copyright( page| notice)?|imprint|colophon|dedication|"
    r"(table of )?contents|index|(foot|end)?notes|bibliography|list of (illustrations|tables|maps)|"
    r"advertisements?|also by\b.*|the full project gutenberg(™|\(tm\))? licen[sc]e|landmarks",
    re.IGNORECASE,
)
"""Titles in the contents of parts that are not read, unless they stand in a section."""

_WEB_CONTAINERS = frozenset({"nav", "form"})
_LINK_DENSITY, _MAX_LINK_SHARE = 0.5, 0.05
"""Share of a block's characters inside links that makes it a link, and the share of such blocks in a book."""

_NOTE_ID = re.compile(r"_?(fn|ftn|foot|end|note)", re.IGNORECASE)
"""Start of the ids of notes, to which calibre lists links when it has to guess the contents."""

_SPLIT_SUFFIX = re.compile(r"_split_\d+(?=\.\w+$)")
"""Suffix of the numbered files into which calibre splits a long document."""

_Result = TypeVar("_Result")
_Position = tuple[int, int]
"""The index of a document, and of a block in the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """The start of an article.

    `listed` is False if the contents do not name it or if it is a section's own page; `is_read` is False for a part
    that is not read, which only ends the article before.
    """

    title: str | None
    target: Target
    section: str | None
    listed: bool = True
    is_read: bool = True


class Division:
    """Divides a book into its articles; `warnings` name the documents that could not be read."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.warnings: tuple[str, ...] = ()
        self._contents = self._try_to_read(book.table_of_contents) or ()
        entries = list(_flatten(self._contents))
        fragments = frozenset(entry.target.fragment for entry in entries if entry.target) - {""}
        self._pages: dict[str, Article] = {}
        self._anchors: dict[str, dict[str, int]] = {}
        self._links: dict[str, set[str]] = {}
        self._footnotes = html.Footnotes()
        self._unread = {target.document for target in book.unread_targets() if not target.fragment}
        for document in book.documents():
            self._read_document(document, fragments)
        self._documents = self._select_documents(entries)
        self._document_order = {document: number for number, document in enumerate(self._documents)}

    def articles(self) -> Iterator[Article]:
        """Yield the articles in the order of the spine; parts that are not read come without blocks."""
        starts = [
            start
            for start in self._listed_starts(self._contents, None)
            if start.target.document in self._document_order
        ]
        starts += self._unlisted_starts({start.target.document for start in starts})
        chosen: dict[_Position, _Start] = {}
        for start in starts:  # a section's entry often points to its first article, which then begins there
            before = chosen.setdefault(self._position(start.target), start)
            if start.section is not None and start.section == before.title:
                chosen[self._position(start.target)] = start
        ordered = sorted(chosen.items(), key=lambda item: item[0])
        ends = [*(position for position, _ in ordered), (len(self._documents), 0)][1:]
        part: str | None = None
        for (begin, start), end in zip(ordered, ends, strict=True):
            blocks = self._blocks_between(begin, end)
            if self._is_part_title(start, blocks):
                part = start.title
            elif _count_words(blocks) >= (1 if start.listed and start.is_read else _MIN_WORDS):
                documents = self._documents[begin[0] : max(end[0], begin[0] + 1)]
                yield self._make_article(replace(start, section=start.section or part), blocks, documents)

    def has_menus(self) -> bool:
        """Return True if the documents are pages of the web: menus and forms, or many lines that are links."""
        blocks = [block for document in self._documents for block in self._pages[document].blocks]
        links = sum(block.link_density > _LINK_DENSITY for block in blocks)
        return any(block.container in _WEB_CONTAINERS for block in blocks) or links > _MAX_LINK_SHARE * len(blocks)

    def _is_part_title(self, start: _Start, blocks: tuple[Block, ...]) -> bool:
        """Return True if an entry's only text is the title of a part, to which the next entries belong."""
        words = " ".join(block.text for block in blocks).casefold().split()
        titles = ((start.title or "").casefold().split(), self._book.title().casefold().split())
        return start.listed and start.section is None and words == titles[0] != titles[1]

    def _make_article(self, start: _Start, blocks: tuple[Block, ...], documents: Sequence[str]) -> Article:
        page = self._pages[start.target.document]
        return Article(
            id="",
            source=start.target.document,
            blocks=blocks if start.is_read else (),
            section=start.section,
            headline=start.title or page.headline,
            byline=page.byline,
            published=page.published,
            language=page.language,
            url=next(filter(None, (self._pages[document].url for document in documents)), None),
        )

    def _read_document(self, document: str, fragments: frozenset[str]) -> None:
        text = self._try_to_read(lambda: self._book.read_text(document))
        page = text and self._try_to_read(lambda: html.parse_with_anchors(text, fragments, self._footnotes))
        if not text or not page:
            return
        self._pages[document], self._anchors[document] = page
        self._links[document] = self._book.linked_documents(document, text)
        if is_unread(text):
            self._unread.add(document)

    def _try_to_read(self, read: Callable[[], _Result]) -> _Result | None:
        """Call `read`; for an UnreadableArticleError, add a warning and return None."""
        try:
            return read()
        except UnreadableArticleError as error:
            self.warnings += (str(error),)
            return None

    def _select_documents(self, entries: Sequence[ContentsEntry]) -> list[str]:
        """Return the documents to read: all but covers, contents and notes, or all if that leaves none."""
        readable = [document for document in self._pages if document not in self._unread]
        selected = [document for document in readable if not self._is_contents_page(document, entries)]
        return selected or list(self._pages)

    def _is_contents_page(self, document: str, entries: Sequence[ContentsEntry]) -> bool:
        """Return True if a document links to most documents under its entry, or of the top-level entries."""
        links = self._links[document]
        own = [entry for entry in entries if entry.target and entry.target.document == document]
        children = {child.target.document for entry in own for child in entry.children if child.target} - {document}
        if children:
            return len(links & children) * 2 > len(children)
        top = {entry.target.document for entry in self._contents if entry.target} - {document}
        is_nested = own and not any(entry in self._contents for entry in own)
        return not is_nested and len(links & top) > 1 and len(links & top) * 2 > len(top)

    def _listed_starts(self, entries: Iterable[ContentsEntry], section: str | None) -> Iterator[_Start]:
        """Yield the starts that the contents list; an entry whose children are articles is a section."""
        for entry in entries:
            children = self._holds_articles(entry)
            if entry.target is not None and not (len(entry.title) < 4 and _NOTE_ID.match(entry.target.fragment)):
                yield _Start(
                    title=entry.title or None,
                    target=entry.target,
                    section=section,
                    listed=not children,
                    is_read=bool(section) or not _UNREAD_TITLE.fullmatch(entry.title),
                )
            if children:
                yield from self._listed_starts(entry.children, entry.title or section)

    def _holds_articles(self, entry: ContentsEntry) -> bool:
        """Return True if the children of an entry are articles, not the crossheads of one article.

        They lie in other documents, or they are long and begin right after the entry's title.
        """
        if entry.target is None or any(
            _target_document(child) != entry.target.document for child in entry.children
        ):
            return bool(entry.children)
        places = [self._position(target) for e in (entry, *entry.children) if (target := e.target)]
        if len(places) < 2 or entry.target.document not in self._document_order:
            return False
        lead = _count_words(self._blocks_between(places[0], places[1]))
        return lead < _MIN_WORDS and _count_words(
            self._blocks_between(places[1], places[-1])
        ) > _MIN_CHAPTER_WORDS * (len(places) - 2 or 1)

    def _unlisted_starts(self, listed_documents: set[str]) -> Iterator[_Start]:
        """Yield the starts of documents that the contents do not list: the first one, and those with a heading.

        Without any listed document, every document is a start.
        """
        families = {_SPLIT_SUFFIX.sub("", document) for document in listed_documents}
        for before, document in pairwise(chain([None], self._documents)):
            if document is None or document in listed_documents:
                continue
            if _SPLIT_SUFFIX.search(document) and _SPLIT_SUFFIX.sub("", document) in families:
                continue
            headings = [block for block in self._pages[document].blocks[:3] if block.level in {1, 2}]
            if before is None or not listed_documents or headings:
                is_read = not any(_UNREAD_TITLE.fullmatch(heading.text) for heading in headings)
                target = Target(document, "")
                yield _Start(title=None, target=target, section=None, listed=False, is_read=is_read)

    def _position(self, target: Target) -> _Position:
        anchors = self._anchors.get(target.document, {})
        return self._document_order.get(target.document, 0), anchors.get(target.fragment, 0)

    def _blocks_between(self, begin: _Position, end: _Position) -> tuple[Block, ...]:
        """Return the blocks from one position up to another."""
        result: list[Block] = []
        for number in range(begin[0], min(end[0] + 1, len(self._documents))):
            blocks = self._pages[self._documents[number]].blocks
            first = begin[1] if number == begin[0] else 0
            last = end[1] if number == end[0] else len(blocks)
            result += blocks[first:last]
        return tuple(result)


def _flatten(entries: Iterable[ContentsEntry]) -> Iterator[ContentsEntry]:
    for entry in entries:
        yield entry
        yield from _flatten(entry.children)


def _target_document(entry: ContentsEntry) -> str | None:
    return entry.target.document if entry.target else None


def _count_words(blocks: Iterable[Block]) -> int:
    """Return the number of words, without blocks that are mostly links."""
    return sum(count_words(block.text) for block in blocks if block.link_density < 0.5)
