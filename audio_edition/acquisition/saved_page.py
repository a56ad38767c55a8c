"""A page as `add` saves it: the bytes that the server sent, and a record of what only the server knew.

The record stands at the beginning of the head, where browsers and our own reader find it: the encoding and the
day that the page itself does not name, and the address in the comment that browsers leave too.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from audio_edition.readers.decoding import declared_charset
from audio_edition.readers.feed import FeedEntry

_RECORD = re.compile(
    rb'(?:<meta (?:charset|name="date" content)="[\w-]+">\n){0,2}'
    rb"<!-- saved from url=\(\d{4,}\)(\S+) -->\n<!-- by audio-edition, \d{4}-\d\d-\d\d -->\n"
)
_INSERTION_POINTS = (
    re.compile(rb"(?i)<head(?:\s[^<>]*)?>"),
    re.compile(rb"(?i)<html(?:\s[^<>]*)?>"),
    re.compile(rb"(?i)^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>)?"),
)
"""Where a record goes, the best place first: what comes before the head costs lxml the attributes of `html`."""
_HEAD_SEARCH_BYTES, _RECORD_SEARCH_BYTES = 2048, 8192
"""Bytes in which a head begins, if there is one, and in which a record is found."""
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
    """Where and when a page was found; `charset` is the server's word, `published` that of the feed."""

    address: str
    day: date
    charset: str | None = None
    published: date | None = None


def add_record(page: bytes, origin: Origin) -> bytes:
    """The page with its record; its own bytes stay, unless it is UTF-16 or the like, which becomes UTF-8."""
    name = "utf-16" if page.startswith(_WIDE_BYTE_ORDER_MARKS) else _codec_name(origin.charset)
    if name and _WIDE_ENCODINGS.match(name):
        page = page.decode(name, "replace").encode()
    place = _insertion_index(page)
    return page[:place] + _format_record(origin, _charset_to_record(page, origin.charset)).encode() + page[place:]


def remove_record(page: bytes) -> bytes:
    """The page without its record: what `stamp` was given."""
    return _RECORD.sub(b"", page[:_RECORD_SEARCH_BYTES], count=1) + page[_RECORD_SEARCH_BYTES:]


def recorded_address(page: bytes) -> str | None:
    """The address in a page's record, if `add` has saved it."""
    found = _RECORD.search(page[:_RECORD_SEARCH_BYTES])
    return found[1].decode("ascii", "replace") if found else None


def render_entry(entry: FeedEntry) -> bytes:
    """A feed's entry, full text and all, as a page."""
    return _ENTRY_TEMPLATE.render(entry=entry).encode("utf-8", "replace")


def _insertion_index(page: bytes) -> int:
    """Just inside the head; where there is none, as far up as the page allows."""
    found = (place.search(page[:_HEAD_SEARCH_BYTES]) for place in _INSERTION_POINTS)
    return next((match.end() for match in found if match), 0)


def _charset_to_record(page: bytes, served: str | None) -> str | None:
    """The encoding the page is in, UTF-8 before what the server says; None where the page says so itself."""
    for label in filter(None, ("utf-8", served)):
        name = _codec_name(label)
        if name and _CHARSET_LABEL.fullmatch(label) and _is_decodable(page, name):
            meant = declared_charset(_CHARSET_META.format(label).encode())
            return label if meant != declared_charset(page) else None
    return None


def _codec_name(label: str | None) -> str | None:
    """Python's name for an encoding, if it has one."""
    try:
        return codecs.lookup(label or "").name
    except LookupError:
        return None


def _is_decodable(page: bytes, name: str) -> bool:
    try:
        page.decode(name)
    except (UnicodeError, LookupError):  # "hex" is a codec too, and a server may name it
        return False
    return True


def _format_record(origin: Origin, charset: str | None) -> str:
    charset_line = f"{_CHARSET_META.format(charset)}\n" if charset else ""
    date_line = f'<meta name="date" content="{origin.published}">\n' if origin.published else ""
    return (
        f"{charset_line}{date_line}<!-- saved from url=({len(origin.address):04}){origin.address} -->\n"
        f"<!-- by audio-edition, {origin.day} -->\n"
    )
