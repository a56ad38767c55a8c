"""Rules for all pages together: the chain of pages, and what must not be there twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from audio_edition.podcast.feed import page_name, pages_around
from audio_edition.podcast.lint.document import Media, Page, text_of
from audio_edition.podcast.lint.item import published

_FIRST = page_name(1)
_WAYS = ("first", "previous", "next", "last")


def problems(pages: Sequence[Page], media: Mapping[str, Media]) -> Iterator[str]:
    """What is wrong with the feed as a whole."""
    items = [item for page in pages for item in page.items]
    yield from _twice("guid", (text_of(item.element, "guid") or "" for item in items))
    addresses = [enclosure.get("url", "") for item in items for enclosure in item.element.iterfind("enclosure")]
    yield from _twice("enclosure", addresses)
    dates = [moment for item in items if (moment := published(item))]
    if any(older >= newer for newer, older in pairwise(dates)):
        yield f"{_FIRST}: not every item is older than the one before it"
    listed = {str(pages[0].path(address)) for address in addresses}
    yield from (f"{_FIRST}: {path} is not in it" for path in media if path not in listed)
    yield from _chain(pages)


def _twice(what: str, values: Iterator[str] | Sequence[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{_FIRST}: {count} items have the {what} {value!r}"


def _chain(pages: Sequence[Page]) -> Iterator[str]:
    """RFC 5005, 3: each page leads to its neighbours, the first and the last."""
    last = len(pages)
    for number, page in enumerate(pages, 1):
        wanted = pages_around(number, last)
        found = {way: page.links[way].removeprefix(page.base) for way in _WAYS if way in page.links}
        if found != wanted:
            yield f"{page.name}: its atom:links lead to {found or 'no page'}, not to {wanted or 'no page'}"
        for tag in ("title", "podcast:guid"):
            if text_of(page.channel, tag) != text_of(pages[0].channel, tag):
                yield f"{page.name}: {tag} is not that of {_FIRST}"
