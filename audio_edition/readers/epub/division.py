"""Where in a book its articles begin and end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TypeVar

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import Article, Block
from audio_edition.readers import html
from audio_edition.readers.epub.book import Book, Entry, Target, is_apart

_FEWEST_WORDS = 20
"""A document with fewer words outside links is a cover or a title page, if the contents do not name it."""

_CHAPTER_WORDS = 1000
"""Words from one entry of a document to the next above which they are chapters; crossheads come more often."""

_NOT_READ = re.compile(
    r"(front |back )?cover|(half[ -]?)?title( page)?|copyright( page| notice)?|imprint|colophon|dedication|"
    r"(table of )?contents|index|(foot|end)?notes|bibliography|list of (illustrations|tables|maps)|"
    r"advertisements?|also by\b.*|the full project gutenberg(™|\(tm\))? licen[sc]e|landmarks",
    re.IGNORECASE,
)
"""What a book's contents call the parts that are not read, where they stand in no section."""

_NOTE = re.compile(r"_?(fn|ftn|foot|end|note)", re.IGNORECASE)
"""How the ids of notes begin; calibre lists links to them when it has to guess the contents."""

_SPLIT = re.compile(r"_split_\d+(?=\.\w+$)")
"""calibre cuts a long document into numbered files."""

_Read = TypeVar("_Read")
_Position = tuple[int, int]
"""A document's place among the documents, and a block's in the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """Where something begins; `is_read` is False for what is no article but ends the one before."""

    title: str | None
    target: Target
    section: str | None
    listed: bool = True
    is_read: bool = True


class Division:
    """A book cut into its articles; `warnings` name the documents that could not be read."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.warnings: tuple[str, ...] = ()
        self._contents = self._tried(book.contents) or ()
        entries = list(_flat(self._contents))
        fragments = frozenset(entry.target.fragment for entry in entries if entry.target) - {""}
        self._pages: dict[str, Article] = {}
        self._anchors: dict[str, dict[str, int]] = {}
        self._links: dict[str, set[str]] = {}
        self._footnotes = html.Footnotes()
        self._apart = {target.document for target in book.apart() if not target.fragment}
        for document in book.documents():
            self._read(document, fragments)
        self._documents = self._without_apart(entries)
        self._place = {document: number for number, document in enumerate(self._documents)}

    def articles(self) -> Iterator[Article]:
        """The articles in the order of the spine; a part that the contents say is not read comes without blocks."""
        starts = [start for start in self._starts(self._contents, None) if start.target.document in self._place]
        starts += self._unlisted({start.target.document for start in starts})
        chosen: dict[_Position, _Start] = {}
        for start in starts:  # a section often points to its first article: that is who begins there
            before = chosen.setdefault(self._position(start.target), start)
            if start.section is not None and start.section == before.title:
                chosen[self._position(start.target)] = start
        ordered = sorted(chosen.items(), key=lambda item: item[0])
        ends = [*(position for position, _ in ordered), (len(self._documents), 0)][1:]
        part: str | None = None
        for (begin, start), end in zip(ordered, ends, strict=True):
            blocks = self._between(begin, end)
            if self._is_part(start, blocks):
                part = start.title
            elif _words(blocks) >= (1 if start.listed and start.is_read else _FEWEST_WORDS):
                documents = self._documents[begin[0] : max(end[0], begin[0] + 1)]
                yield self._article(replace(start, section=start.section or part), blocks, documents)

    def _is_part(self, start: _Start, blocks: tuple[Block, ...]) -> bool:
        """Whether an entry is but the title of a part, with nothing under it: it heads the entries after it."""
        words = " ".join(block.text for block in blocks).casefold().split()
        titles = ((start.title or "").casefold().split(), self._book.title().casefold().split())
        return start.listed and start.section is None and words == titles[0] != titles[1]

    def _article(self, start: _Start, blocks: tuple[Block, ...], documents: Sequence[str]) -> Article:
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

    def _read(self, document: str, fragments: frozenset[str]) -> None:
        text = self._tried(lambda: self._book.text(document))
        page = text and self._tried(lambda: html.parse_anchored(text, fragments, self._footnotes))
        if not text or not page:
            return
        self._pages[document], self._anchors[document] = page
        self._links[document] = self._book.links(document, text)
        if is_apart(text):
            self._apart.add(document)

    def _tried(self, read: Callable[[], _Read]) -> _Read | None:
        """What is read; what is missing or broken costs itself only."""
        try:
            return read()
        except UnreadableArticleError as error:
            self.warnings += (str(error),)
            return None

    def _without_apart(self, entries: Sequence[Entry]) -> list[str]:
        """The documents that are read: no covers, no contents, no notes; all of them if that leaves none."""
        read = [document for document in self._pages if document not in self._apart]
        return [document for document in read if not self._is_contents(document, entries)] or list(self._pages)

    def _is_contents(self, document: str, entries: Sequence[Entry]) -> bool:
        """Whether a document leads to most of what stands under its entry, or to most of the top entries."""
        links = self._links[document]
        own = [entry for entry in entries if entry.target and entry.target.document == document]
        under = {child.target.document for entry in own for child in entry.under if child.target} - {document}
        if under:
            return len(links & under) * 2 > len(under)
        top = {entry.target.document for entry in self._contents if entry.target} - {document}
        is_under_another = own and not any(entry in self._contents for entry in own)
        return not is_under_another and len(links & top) > 1 and len(links & top) * 2 > len(top)

    def _starts(self, entries: Iterable[Entry], section: str | None) -> Iterator[_Start]:
        """Where articles begin: entries whose children lie in other files, or are long, are sections."""
        for entry in entries:
            children = self._are_articles(entry)
            if entry.target is not None and not (len(entry.title) < 4 and _NOTE.match(entry.target.fragment)):
                yield _Start(
                    title=entry.title or None,
                    target=entry.target,
                    section=section,
                    listed=not children,
                    is_read=bool(section) or not _NOT_READ.fullmatch(entry.title),
                )
            if children:
                yield from self._starts(entry.under, entry.title or section)

    def _are_articles(self, entry: Entry) -> bool:
        """Whether what stands under an entry are articles, not crossheads of one."""
        if entry.target is None or any(_document(child) != entry.target.document for child in entry.under):
            return bool(entry.under)
        places = [self._position(target) for e in (entry, *entry.under) if (target := e.target)]
        if len(places) < 2 or entry.target.document not in self._place:
            return False
        lead = _words(self._between(places[0], places[1]))
        return lead < _FEWEST_WORDS and _words(self._between(places[1], places[-1])) > _CHAPTER_WORDS * (
            len(places) - 2 or 1
        )

    def _unlisted(self, listed: set[str]) -> Iterator[_Start]:
        """Documents that the contents do not name: the first, or one with a heading on top, is an article too."""
        families = {_SPLIT.sub("", document) for document in listed}
        for before, document in pairwise(chain([None], self._documents)):
            if document is None or document in listed:
                continue
            if _SPLIT.search(document) and _SPLIT.sub("", document) in families:
                continue
            headings = [block for block in self._pages[document].blocks[:3] if block.level in {1, 2}]
            if before is None or not listed or headings:
                is_read = not any(_NOT_READ.fullmatch(heading.text) for heading in headings)
                target = Target(document, "")
                yield _Start(title=None, target=target, section=None, listed=False, is_read=is_read)

    def _position(self, target: Target) -> _Position:
        anchors = self._anchors.get(target.document, {})
        return self._place.get(target.document, 0), anchors.get(target.fragment, 0)

    def _between(self, begin: _Position, end: _Position) -> tuple[Block, ...]:
        """The blocks from one position to another."""
        found: list[Block] = []
        for number in range(begin[0], min(end[0] + 1, len(self._documents))):
            blocks = self._pages[self._documents[number]].blocks
            first = begin[1] if number == begin[0] else 0
            last = end[1] if number == end[0] else len(blocks)
            found += blocks[first:last]
        return tuple(found)


def _flat(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.under)


def _document(entry: Entry) -> str | None:
    return entry.target.document if entry.target else None


def _words(blocks: Iterable[Block]) -> int:
    """Words outside lists of links."""
    return sum(len(block.text.split()) for block in blocks if block.link_density < 0.5)
