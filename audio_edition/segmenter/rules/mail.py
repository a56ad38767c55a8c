"""Drop the headers of a forwarded message and the sender's signature, which the readers find."""

from __future__ import annotations

from audio_edition.segmenter.dates import find_date, is_date_line
from audio_edition.segmenter.page import Page

_RULES = ("mail header", "mail signature")
"""The hints of the readers, which are the names of the rules."""


def drop_mail_headers(page: Page) -> None:
    """Drop the blocks that the readers call headers or a signature, and take the date of the message from them."""
    for index, block in page.open_blocks():
        rule = next((rule for rule in _RULES if rule in block.hints), None)
        if rule is None:
            continue
        page.drop(index, rule)
        value = block.text.partition(": ")[2]
        if value and is_date_line(value, page.language):
            page.published = page.published or find_date(value, page.language)
