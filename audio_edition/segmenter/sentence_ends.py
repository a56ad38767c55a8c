"""Tell how a text ends: with the full stop of a sentence, with another punctuation mark, or with none."""

from __future__ import annotations

import re

_CLOSING = r"[\"'”’“‘«»‹›)\]]"
"""Marks that may follow the last stop. German closes quotations with “ and ‘, others with either guillemet."""

_QUOTED = r"„[^„“”]*[“”]$|«[^«»]*»$|»[^«»]*«$|(?<![.…])[.!?] [»›]$"
"""A quotation up to the end of the text, or a stop, a space and a closing guillemet. Three dots and a guillemet are
the arrow of a teaser."""

_STOPS, _FULL_STOPS = frozenset('.!?…:;,—–"”»'), '.!?…"”'
"""Last characters that decide without a regular expression, which is only needed for texts with other endings."""

_ENDS_IN_STOP = re.compile(rf"[.!?…:;,—–]{_CLOSING}*$|[\"”»]$|{_QUOTED}")
_ENDS_IN_FULL_STOP = re.compile(rf"[.!?…]{_CLOSING}*(\s?\(\w{{1,6}}(?:/\w{{1,6}})*\))?$|[\"”]$|{_QUOTED}")

_END_MARKS = frozenset("♦◆■□")
"""Marks that magazines print behind the last word of a story."""

_QUOTATION_WINDOW = 1000
"""Characters at the end of a text in which the quotation that it closes must begin."""


def ends_sentence(text: str) -> bool:
    """Return True if a text ends with a full stop, question mark, exclamation mark or ellipsis.

    Closing quotation marks, an agency's tag in brackets and a magazine's end mark may follow.
    """
    if text[-1:] in _END_MARKS:
        text = text[:-1].rstrip()
    last = text[-1:]
    return last in _FULL_STOPS or (
        not last.isalnum() and _ENDS_IN_FULL_STOP.search(text[-_QUOTATION_WINDOW:]) is not None
    )


def lacks_final_punctuation(text: str) -> bool:
    """Return True if a text ends with no punctuation mark at all, not even a comma or a colon."""
    last = text[-1:]
    return last not in _STOPS and (last.isalnum() or not _ENDS_IN_STOP.search(text[-_QUOTATION_WINDOW:]))
