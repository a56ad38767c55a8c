"""Parse dates in the formats that pages, feeds and front matter use."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_FORMATS = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y")


def first_date(*values: str | None) -> date | None:
    """Return the first value that is a date: ISO 8601, RFC 5322 (e-mail), or with the month's English name.

    The day is that of the written time zone; it is not converted to another.
    """
    return next(filter(None, map(_parse_date, filter(None, values))), None)


def _parse_date(value: str) -> date | None:
    text = " ".join(value.replace(",", " ").split())
    with suppress(ValueError):
        return datetime.fromisoformat(text.replace("/", "-")[:10]).date()
    for form in _FORMATS:
        with suppress(ValueError):
            return datetime.strptime(text, form).date()
    with suppress(ValueError, OverflowError):
        return parsedate_to_datetime(value).date()
    return None
