"""Tell how a text of any script ends: with the full stop of a sentence, with another mark, or with none."""

from __future__ import annotations

import re

from audio_edition.languages.punctuation import CLOSING_MARKS, FULL_STOPS, PAUSE_MARKS
from audio_edition.languages.words import count_words

_STOP, _CLOSING = f"[{re.escape(FULL_STOPS)}]", f"[{re.escape(CLOSING_MARKS)}]"
_ANY_MARK = f"{FULL_STOPS}{PAUSE_MARKS}—–―"

_QUOTED = r"„[^„“”]*[“”]$|«[^«»]*»$|»[^«»]*«$|「[^「」]*」$|『[^『』]*』$|(?<![.…])[.!?] [»›]$"
"""A quotation up to the end of the text, or a stop, a space and a closing guillemet. Three dots and a guillemet are
the arrow of a teaser."""

_LETTER_STOPS = r"[\u0370-\u03ff\u1f00-\u1fff];$|[\u0561-\u0587]:$|[\u0900-\u0963\u0980-\u09fe]\|{1,2}$"
"""Keys of a Latin keyboard that stand for the Greek question mark, the Armenian full stop and the danda."""

_TAG = r"\s?[(（]\w{1,6}(?:/\w{1,6})*[)）]|(?<=[。！？」』])\s?[(（][^()（）]{1,30}[)）]"
"""An agency's tag in brackets. In Chinese and Japanese reporters and editors sign there too."""

_FULL_STOP_CHARS = frozenset(FULL_STOPS + '"”')
_STOP_CHARS = frozenset(_ANY_MARK + '"”»')
"""Last characters that decide without a regular expression, which is only needed for texts with other endings."""

_ENDS_IN_STOP = re.compile(rf"[{re.escape(_ANY_MARK)}]{_CLOSING}*$|[\"”»]$|{_QUOTED}|{_LETTER_STOPS}")
_ENDS_IN_FULL_STOP = re.compile(rf"{_STOP}{_CLOSING}*({_TAG})?$|[\"”]$|{_QUOTED}|{_LETTER_STOPS}")
_ENDS_WITHOUT_MARKS = re.compile(rf"[\u0e01-\u0e4e\u0e81-\u0ece\u0edc-\u0edf]{_CLOSING}*$")
_MIN_UNMARKED_WORDS = 15
"""Words of a Thai or Lao text that make it a paragraph, for lack of sentence marks. Most headlines are shorter."""

_END_MARKS = frozenset("♦◆■□")
"""Marks that magazines print behind the last word of a story."""

_QUOTATION_WINDOW = 1000
"""Characters at the end of a text in which the quotation that it closes must begin."""


def ends_sentence(text: str) -> bool:
    """Return True if a text ends with a full stop, question mark, exclamation mark or ellipsis of any script.

    Closing quotation marks, an agency's tag in brackets and a magazine's end mark may follow. In Thai and Lao,
    which have no such marks, a text of a paragraph's length ends a sentence.
    """
    if text[-1:] in _END_MARKS:
        text = text[:-1].rstrip()
    last = text[-1:]
    if last in _FULL_STOP_CHARS:
        return True
    if last.isascii() and last.isalnum():
        return False
    end = text[-_QUOTATION_WINDOW:]
    return (not last.isalnum() and _ENDS_IN_FULL_STOP.search(end) is not None) or (
        lacks_sentence_marks(end) and count_words(end) >= _MIN_UNMARKED_WORDS
    )


def lacks_sentence_marks(text: str) -> bool:
    """Return True if a text ends in a script that has no sentence marks, so that its end tells nothing."""
    return _ENDS_WITHOUT_MARKS.search(text) is not None


def lacks_final_punctuation(text: str) -> bool:
    """Return True if a text ends with no punctuation mark at all, not even a comma or a colon.

    A Thai or Lao text of a paragraph's length counts as punctuated.
    """
    last = text[-1:]
    if last in _STOP_CHARS:
        return False
    is_open = last.isalnum() or not _ENDS_IN_STOP.search(text[-_QUOTATION_WINDOW:])
    return is_open and (last.isascii() or not ends_sentence(text))
