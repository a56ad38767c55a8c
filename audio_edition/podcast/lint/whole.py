"""Rules for all pages together: the chain of pages, and what must not be there twice."""

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
    """What is wrong with the feed as a whole."""
    items = [item for page in pages for item in page.items]
    yield from _check_duplicates("guid", (child_text(item.element, "guid") or "" for item in items))
    addresses = [enclosure.get("url", "") for item in items for enclosure in item.element.iterfind("enclosure")]
    yield from _check_duplicates("enclosure", addresses)
    dates = [moment for item in items if (moment := read_date(item))]
    if any(older >= newer for newer, older in pairwise(dates)):
        yield f"{_FIRST_PAGE}: not every item is older than the one before it"
    listed = {str(pages[0].path(address)) for address in addresses}
    yield from (f"{_FIRST_PAGE}: {path} is not in it" for path in media if path not in listed)
    yield from _check_paging(pages)


def _check_duplicates(what: str, values: Iterator[str] | Sequence[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{_FIRST_PAGE}: {count} items have the {what} {value!r}"


def _check_paging(pages: Sequence[FeedPage]) -> Iterator[str]:
    """RFC 5005, 3: each page leads to its neighbours, the first and the last."""
    last = len(pages)
    for number, page in enumerate(pages, 1):
        wanted = page_links(number, last)
        found = {way: page.links[way].removeprefix(page.base) for way in _LINK_RELATIONS if way in page.links}
        if found != wanted:
            yield f"{page.name}: its atom:links lead to {found or 'no page'}, not to {wanted or 'no page'}"
        for tag in ("title", "podcast:guid"):
            if child_text(page.channel, tag) != child_text(pages[0].channel, tag):
                yield f"{page.name}: {tag} is not that of {_FIRST_PAGE}"
