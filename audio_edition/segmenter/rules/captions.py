"""Captions that no element marks, known by the picture's credit right beside them."""

from __future__ import annotations

import re

from audio_edition.languages import DEFAULT_LANGUAGE
from audio_edition.segmenter.page import Page, ends_sentence

CREDIT_BELOW, CREDIT_ABOVE = "caption by the credit under it", "caption by the credit over it"
CREDIT_IN_BRACKETS, NAMED_POSITIONS = "caption by the credit in brackets", "caption by who stands where"

_CREDIT_WORDS, _MAX_CREDIT_CHARS = range(2, 11), 200
_CAPTION_WORDS = range(4, 71)
_UNPUNCTUATED_WORDS, _MIN_FUNCTION_WORDS = range(8, 41), 2
_NAME = (
    r"[A-ZÀ-Þ][\w.’'-]*"
    r"(?: (?:(?:van|von|de|del|der|da|di|la|le|al|bin|el) )?[A-ZÀ-Þ][\w.’'-]*){0,4}"
)
_AGENCY = (
    r"(?:AP|AFP|Afp|EPA|AAP|PA|CP|Reuters|REUTERS|Getty|Bloomberg|Shutterstock|Alamy|Xinhua|Anadolu|NurPhoto|ZUMA"
    r"|Associated Press|The Canadian Press|iStock|Unsplash|Flickr|Wikimedia|NASA|Handout|USA TODAY)"
)
_NAME_WITH_AGENCY = re.compile(
    rf"\(?(?:{_NAME}(?: ?[|/,–—-] ?{_NAME}){{0,3}} ?(?:[|/,–—(-]|via) ?.{{0,30}}\b{_AGENCY}\b.{{0,25}}"
    rf"|{_NAME} for (?:{_NAME} )?(?:Magazine|Times|Post|News|Journal|Press|Review|Tribune)"
    r"|(?i:courtesy|cartoon)(?: ?: ?| by | of )[A-ZÀ-Þ].{1,60})\)?$"
)
"""A line with a name and an agency alone, as stands under a caption: "Mike Doe, AP", "Cartoon by Jane Roe"."""

_LABELLED_CREDIT = re.compile(
    r"\(?(?i:photo|image|picture|photograph|illustration)(?: ?: ?| by | courtesy of )[A-ZÀ-Þ].{1,60}$"
)
"""A line that says that it is a credit; it often stands alone under a picture, behind a paragraph of the story."""

_BRACKETED_NAMES = re.compile(r"[.!?][\"”’]? ?\([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*)+(?: ?/ ?[A-Z][\w ]{1,30})?\)$")
_MAX_BRACKETED_NAMES_WORDS = 50
"""Two names or more in brackets behind the stop; longer texts that end so are reviews."""

_BRACKETED_TAG, _AGENCY_TAG = re.compile(r"[.!?][\"”’]? ?\([A-Z][\w/ ]{1,20}\)$"), re.compile(r"\([A-Z/ ]{2,12}\)$")
_MAX_TAGGED_WORDS, _MIN_TAGGED_LINES = 25, 2
"""An agency's letters in brackets also sign the last paragraph of its report; "(Laughs)" is no agency."""

_SIDES = ("left", "right", "center", "centre")
_POSITIONS = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]{1,40},? \(?(?:(?:second|third|far|top|bottom) )?(?:from )?(?:left|right|center|centre)[,)]"
)
"""Who stands where in the picture: "Jane Roe, second left, shows"."""

_NARRATIVE_VERBS = re.compile(
    r"\b(was|were|had|did|said|says|told|added|wrote|asked|went|came|took|became|began|knew|saw|felt|thought)\b",
    re.IGNORECASE,
)
"""What a story is told in; a caption tells in the present what its picture shows."""


def drop_captions(page: Page) -> None:
    """Drop the sentence that narrates nothing over a picture's credit or with who stands where, the line without a
    stop under a credit, and the sentences with one in brackets. Where elements are known, they tell.
    """
    if page.has_elements:
        return
    for index in _find_tagged_lines(page):
        page.drop(index, CREDIT_IN_BRACKETS)
    for index, _ in page.open_blocks(page.start):
        if _is_below_credit(page, index):
            page.drop(index, CREDIT_ABOVE)
        elif page.language == DEFAULT_LANGUAGE and (rule := _find_caption_rule(page, index)):
            page.drop(index, rule)


def _find_caption_rule(page: Page, index: int) -> str | None:
    """The rule by which a line of English is a caption."""
    if page.word_counts[index] <= _MAX_BRACKETED_NAMES_WORDS and _BRACKETED_NAMES.search(
        page.blocks[index].text[-80:]
    ):
        return CREDIT_IN_BRACKETS
    return _find_non_narrative_rule(page, index)


def _find_non_narrative_rule(page: Page, index: int) -> str | None:
    """The rule by which a sentence that narrates nothing is a caption."""
    text = page.blocks[index].text
    if page.word_counts[index] not in _CAPTION_WORDS or not ends_sentence(text):
        return None
    if any(side in text for side in _SIDES) and _POSITIONS.search(text):
        rule = NAMED_POSITIONS
    elif _is_above_credit(page, index):
        rule = CREDIT_BELOW
    else:
        return None
    return None if _NARRATIVE_VERBS.search(text) else rule


def _is_above_credit(page: Page, index: int) -> bool:
    after = index + 1
    if after >= len(page.blocks):
        return False
    return _is_caption_credit(page.blocks[after].text, page.word_counts[after], long=page.is_long(index))


def _is_caption_credit(text: str, words: int, *, long: bool) -> bool:
    """Whether a line is the credit of a caption, which is long or not."""
    if words not in _CREDIT_WORDS or len(text) > _MAX_CREDIT_CHARS:
        return False
    return bool(_NAME_WITH_AGENCY.match(text) or (not long and _LABELLED_CREDIT.match(text)))


def _is_below_credit(page: Page, index: int) -> bool:
    """A crosshead is shorter, with hardly a function word; a paragraph has its stop."""
    if (
        not index
        or page.verdicts[index - 1] != "photo credit"
        or page.word_counts[index] not in _UNPUNCTUATED_WORDS
    ):
        return False
    said = sum(word in page.function_words for word in page.tokens[index]) >= _MIN_FUNCTION_WORDS
    return (
        _precedes_prose(page, index)
        and said
        and not page.blocks[index].text.endswith((".", "!", "?", ":", ";", ","))
    )


def _find_tagged_lines(page: Page) -> list[int]:
    """Short lines that end in brackets with a story's paragraph right behind, where that is the way of the page."""
    found = [
        index
        for index, block in page.open_blocks(page.start)
        if page.word_counts[index] <= _MAX_TAGGED_WORDS
        and _BRACKETED_TAG.search(block.text[-40:])
        and _precedes_prose(page, index)
    ]
    agencies = sum(_AGENCY_TAG.search(page.blocks[index].text[-20:]) is not None for index in found)
    return found if agencies >= _MIN_TAGGED_LINES else []


def _precedes_prose(page: Page, index: int) -> bool:
    after = index + 1
    return after < len(page.blocks) and page.is_open(after) and page.is_prose(after)
