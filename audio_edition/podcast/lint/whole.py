"""Checks all pages of the feed together: the links between pages, duplicates, and the order of items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from audio_edition.podcast.feed import page_links, page_name
from audio_edition.podcast.lint.document import FeedPage, Media, child_text
from audio_edition.podcast.lint.item import read_date

_FIRST_PAGE = page_name(1)
_LINK_RELATIONS = ("first", "previous", "next", "last")


def find_problems(pages: Sequence[FeedPage], media: Mapping[str, Media]) -> Iterator[str]:
    """Yield the problems of the feed as a whole; `media` is the decoded MP3s by path."""
    items = [item for page in pages for item in page.items]
    yield from _check_duplicates("guid", (child_text(item.element, "guid") or "" for item in items))
    addresses = [enclosure.get("url", "") for item in items for enclosure in item.element.iterfind("enclosure")]
    yield from _check_duplicates("enclosure", addresses)
    dates = [moment for item in items if (moment := read_date(item))]
    if any(older >= newer for newer, older in pairwise(dates)):
        yield f"{_FIRST_PAGE}: not every item is older than the one before it"
    paths = {str(pages[0].path(address)) for address in addresses}
    yield from (f"{_FIRST_PAGE}: no item has the enclosure {path}" for path in media if path not in paths)
    yield from _check_paging(pages)


def _check_duplicates(field: str, values: Iterator[str] | Sequence[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{_FIRST_PAGE}: {count} items have the {field} {value!r}"


def _check_paging(pages: Sequence[FeedPage]) -> Iterator[str]:
    """Yield pages that do not link to their neighbours, the first and the last page (RFC 5005, 3)."""
    last = len(pages)
    for number, page in enumerate(pages, 1):
        expected = page_links(number, last)
        actual = {name: page.links[name].removeprefix(page.base) for name in _LINK_RELATIONS if name in page.links}
        if actual != expected:
            yield f"{page.name}: its atom:links lead to {actual or 'no page'}, not to {expected or 'no page'}"
        for tag in ("title", "podcast:guid"):
            if child_text(page.channel, tag) != child_text(pages[0].channel, tag):
                yield f"{page.name}: {tag} is not that of {_FIRST_PAGE}"
