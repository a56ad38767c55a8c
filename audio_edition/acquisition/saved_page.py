"""A page as `add` saves it: the bytes that the server sent, with a record of facts that the page does not declare.

The record stands at the beginning of the head, where browsers and our own reader find it. It holds the encoding and
the date, if the page does not declare them, and the address, in the same comment that browsers write.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from audio_edition.readers.decoding import declared_charset
from audio_edition.readers.entries import FeedEntry

_RECORD = re.compile(
    rb'(?:<meta (?:charset|name="date" content)="[\w-]+">\n){0,2}'
    rb"<!-- saved from url=\(\d{4,}\)(\S+) -->\n<!-- by audio-edition, \d{4}-\d\d-\d\d -->\n"
)
_INSERTION_POINTS = (
    re.compile(rb"(?i)<head(?:\s[^<>]*)?>"),
    re.compile(rb"(?i)<html(?:\s[^<>]*)?>"),
    re.compile(rb"(?i)^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>)?"),
)
"""Places for a record, the best first; a record before the head would make lxml lose the attributes of `html`."""
_HEAD_SEARCH_BYTES, _RECORD_SEARCH_BYTES = 2048, 8192
"""Bytes that are searched for the beginning of the head, and for a record."""
_WIDE_ENCODINGS = re.compile(r"utf-(16|32)|iso2022|hz")
_WIDE_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET_META = '<meta charset="{}">'
_CHARSET_LABEL = re.compile(r"[\w-]{1,40}")
_ENTRY_TEMPLATE = Environment(autoescape=True, trim_blocks=True).from_string("""\
<!DOCTYPE html>
<html{% if entry.language %} lang="{{ entry.language }}"{% endif %}>
<head>
<meta charset="utf-8">
<title>{{ entry.headline }}</title>
<meta property="og:title" content="{{ entry.headline }}">
{% if entry.publication %}
<meta property="og:site_name" content="{{ entry.publication }}">
{% endif %}
{% if entry.byline %}
<meta name="author" content="{{ entry.byline }}">
{% endif %}
{% if entry.published %}
<meta name="date" content="{{ entry.published }}">
{% endif %}
</head>
<body>
<article>
<h1>{{ entry.headline }}</h1>
{{ entry.text | safe }}
</article>
</body>
</html>
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The address of a page and the day it was fetched; `charset` is from the server, `published` from the feed."""

    address: str
    day: date
    charset: str | None = None
    published: date | None = None


def add_record(page: bytes, origin: Origin) -> bytes:
    """Return the page with a record. Its own bytes stay the same, except that UTF-16 and the like become UTF-8."""
    name = "utf-16" if page.startswith(_WIDE_BYTE_ORDER_MARKS) else _codec_name(origin.charset)
    if name and _WIDE_ENCODINGS.match(name):
        page = page.decode(name, "replace").encode()
    place = _insertion_index(page)
    return page[:place] + _format_record(origin, _charset_to_record(page, origin.charset)).encode() + page[place:]


def remove_record(page: bytes) -> bytes:
    """Return the page without its record, as it was passed to `add_record`."""
    return _RECORD.sub(b"", page[:_RECORD_SEARCH_BYTES], count=1) + page[_RECORD_SEARCH_BYTES:]


def recorded_address(page: bytes) -> str | None:
    """Return the address in a page's record; None if `add` has not saved the page."""
    record = _RECORD.search(page[:_RECORD_SEARCH_BYTES])
    return record[1].decode("ascii", "replace") if record else None


def render_entry(entry: FeedEntry) -> bytes:
    """Return a feed's entry with its full text as an HTML page."""
    return _ENTRY_TEMPLATE.render(entry=entry).encode("utf-8", "replace")


def _insertion_index(page: bytes) -> int:
    """Return the index just inside the head; without a head, the earliest valid one."""
    matches = (place.search(page[:_HEAD_SEARCH_BYTES]) for place in _INSERTION_POINTS)
    return next((match.end() for match in matches if match), 0)


def _charset_to_record(page: bytes, server_charset: str | None) -> str | None:
    """Return the encoding that decodes the page, UTF-8 or else the server's; None if the page declares the same."""
    for label in filter(None, ("utf-8", server_charset)):
        name = _codec_name(label)
        if name and _CHARSET_LABEL.fullmatch(label) and _is_decodable(page, name):
            recorded = declared_charset(_CHARSET_META.format(label).encode())
            return label if recorded != declared_charset(page) else None
    return None


def _codec_name(label: str | None) -> str | None:
    """Return Python's name for an encoding; None if it is unknown."""
    try:
        return codecs.lookup(label or "").name
    except LookupError:
        return None


def _is_decodable(page: bytes, name: str) -> bool:
    try:
        page.decode(name)
    except (UnicodeError, LookupError):  # LookupError: a server may name a codec not for text ("hex")
        return False
    return True


def _format_record(origin: Origin, charset: str | None) -> str:
    charset_line = f"{_CHARSET_META.format(charset)}\n" if charset else ""
    date_line = f'<meta name="date" content="{origin.published}">\n' if origin.published else ""
    return (
        f"{charset_line}{date_line}<!-- saved from url=({len(origin.address):04}){origin.address} -->\n"
        f"<!-- by audio-edition, {origin.day} -->\n"
    )
