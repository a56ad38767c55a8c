"""Reads the feed of an output folder: its pages, their channels and items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from lxml import etree

from audio_edition.model import Chapter
from audio_edition.podcast.feed import NAMESPACES, XML_PARSER, page_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """Length and chapters of an MP3, from the decoded audio and the ID3 tag."""

    duration_ms: int
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class FeedPage:
    """A page of the feed: its file name and its <rss> element."""

    name: str
    rss: etree._Element

    @cached_property
    def channel(self) -> etree._Element:
        """The channel element; an empty one if the page has none."""
        channel = self.rss.find("channel")
        return channel if channel is not None else etree.Element("channel")

    @cached_property
    def items(self) -> tuple[FeedItem, ...]:
        """The items of the page, in order."""
        return tuple(FeedItem(self, element) for element in self.channel.iterfind("item"))

    @cached_property
    def base(self) -> str:
        """The base URL of the page's addresses: "" if they are relative."""
        return self.links.get("self", "").removesuffix(self.name)

    @cached_property
    def links(self) -> dict[str, str]:
        """The addresses of the atom:link elements by relation."""
        links = self.channel.iterfind("atom:link", NAMESPACES)
        return {link.get("rel", "alternate"): link.get("href", "") for link in links}

    def path(self, address: str) -> PurePosixPath | None:
        """Return the path of an address relative to the output folder; None if it leads elsewhere."""
        relative = unquote(address.removeprefix(self.base))
        is_outside = not address.startswith(self.base) or "://" in relative or relative.startswith("/")
        return None if is_outside or ".." in relative.split("/") else PurePosixPath(relative)


@dataclass(frozen=True)
class FeedItem:
    """An <item> element and its page."""

    page: FeedPage
    element: etree._Element

    @cached_property
    def label(self) -> str:
        """The item's name in messages: that of its file without suffixes, else its title."""
        enclosure = self.element.find("enclosure")
        path = self.page.path(enclosure.get("url", "")) if enclosure is not None else None
        return path.name.split(".")[0] if path and path.name else child_text(self.element, "title") or "an item"


def child_text(element: etree._Element, tag: str) -> str | None:
    """Return the stripped text of the first child with this tag; None if there is no such child."""
    text = element.findtext(tag, namespaces=NAMESPACES)
    return text if text is None else str(text).strip()


def read_pages(output: Path) -> tuple[list[FeedPage], list[str]]:
    """Return the readable pages of the feed, and a message for each unreadable one."""
    pages, problems = [], []
    for number, file in enumerate(_list_page_files(output), 1):
        try:
            pages.append(FeedPage(page_name(number), etree.fromstring(file.read_bytes(), XML_PARSER)))
        except (OSError, etree.XMLSyntaxError) as error:
            problems.append(f"{file.name}: {error}")
    return pages, problems


def _list_page_files(output: Path) -> Iterator[Path]:
    number = 1
    while number == 1 or (output / page_name(number)).exists():
        yield output / page_name(number)
        number += 1
