"""The feed as found: its pages, their channels and items."""

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
    """What an MP3 was heard to be: its length and the chapters of its tag."""

    duration_ms: int
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class FeedPage:
    """A page of the feed by its file name, and its <rss>."""

    name: str
    rss: etree._Element

    @cached_property
    def channel(self) -> etree._Element:
        """The channel; an empty one if there is none."""
        found = self.rss.find("channel")
        return found if found is not None else etree.Element("channel")

    @cached_property
    def items(self) -> tuple[FeedItem, ...]:
        """Its items, in order."""
        return tuple(FeedItem(self, element) for element in self.channel.iterfind("item"))

    @cached_property
    def base(self) -> str:
        """What its addresses begin with: "" where they are relative."""
        return self.links.get("self", "").removesuffix(self.name)

    @cached_property
    def links(self) -> dict[str, str]:
        """The addresses of its atom:links by their relation."""
        links = self.channel.iterfind("atom:link", NAMESPACES)
        return {link.get("rel", "alternate"): link.get("href", "") for link in links}

    def path(self, address: str) -> PurePosixPath | None:
        """Where an address leads in the output folder; None if it leads elsewhere."""
        below = unquote(address.removeprefix(self.base))
        elsewhere = not address.startswith(self.base) or "://" in below or below.startswith("/")
        return None if elsewhere or ".." in below.split("/") else PurePosixPath(below)


@dataclass(frozen=True)
class FeedItem:
    """An <item> of a page."""

    page: FeedPage
    element: etree._Element

    @cached_property
    def label(self) -> str:
        """What to call it: its file if it has one, else its title."""
        enclosure = self.element.find("enclosure")
        path = self.page.path(enclosure.get("url", "")) if enclosure is not None else None
        return path.name.split(".")[0] if path and path.name else child_text(self.element, "title") or "an item"


def child_text(element: etree._Element, tag: str) -> str | None:
    """The text of the first child of this name, None without one."""
    found = element.findtext(tag, namespaces=NAMESPACES)
    return found if found is None else str(found).strip()


def read_pages(output: Path) -> tuple[list[FeedPage], list[str]]:
    """The pages that are there, and what cannot be read."""
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
