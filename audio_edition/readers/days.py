"""The day in a date as machines and careful people write it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_FORMATS = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y")


def first_date(*values: str | None) -> date | None:
    """The first value that is a date: ISO 8601, an e-mail's, or one with the month's English name.

    It is the day where it was written, whatever day it was elsewhere.
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
