"""Drop captions of plain text, which has no markup for them, by the picture credit beside or inside them."""

from __future__ import annotations

import re

from audio_edition.languages import DEFAULT_LANGUAGE
from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.segmenter.page import Page

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
"""A credit as printed under a caption, only names and an agency: "Mike Doe, AP", "Cartoon by Jane Roe"."""

_LABELLED_CREDIT = re.compile(
    r"\(?(?i:photo|image|picture|photograph|illustration)(?: ?: ?| by | courtesy of )[A-ZÀ-Þ].{1,60}$"
)
"""A credit that begins with a label ("Photo: Jane Roe"). It often stands under a picture without a caption,
behind a paragraph of the story."""

_BRACKETED_NAMES = re.compile(r"[.!?][\"”’]? ?\([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*)+(?: ?/ ?[A-Z][\w ]{1,30})?\)$")
_MAX_BRACKETED_NAMES_WORDS = 50
"""Words of a caption that ends with a name of several words in brackets; longer texts that end so are reviews."""

_BRACKETED_TAG, _AGENCY_TAG = re.compile(r"[.!?][\"”’]? ?\([A-Z][\w/ ]{1,20}\)$"), re.compile(r"\([A-Z/ ]{2,12}\)$")
_MAX_TAGGED_WORDS, _MIN_TAGGED_LINES = 25, 2
"""Words of a caption that ends with a tag in brackets, and captions of a page that must end with an agency's tag: a
single tag may sign the last paragraph of an agency's report, and "(Laughs)" is not an agency."""

_SIDES = ("left", "right", "center", "centre")
_POSITIONS = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]{1,40},? \(?(?:(?:second|third|far|top|bottom) )?(?:from )?(?:left|right|center|centre)[,)]"
)
"""A person's place in the picture: "Jane Roe, second left, shows"."""

_NARRATIVE_VERBS = re.compile(
    r"\b(was|were|had|did|said|says|told|added|wrote|asked|went|came|took|became|began|knew|saw|felt|thought)\b",
    re.IGNORECASE,
)
"""Verbs of a narrative, mostly in the past tense; captions describe their picture in the present tense."""


def drop_captions(page: Page) -> None:
    """Drop lines that a picture credit or the places of the people in the picture show to be captions.

    These are sentences without a narrative verb above a credit or with people's places, lines without a stop below
    a credit, and sentences that end with a credit in brackets. Pages from HTML are left to other rules and the
    classifier, which use the elements.
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
    """Return the name of the rule that makes an English line a caption; None if none does."""
    if page.word_counts[index] <= _MAX_BRACKETED_NAMES_WORDS and _BRACKETED_NAMES.search(
        page.blocks[index].text[-80:]
    ):
        return CREDIT_IN_BRACKETS
    return _find_non_narrative_rule(page, index)


def _find_non_narrative_rule(page: Page, index: int) -> str | None:
    """Return the name of the rule that makes a sentence without narrative verbs a caption; None if none does."""
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
    below = index + 1
    if below >= len(page.blocks):
        return False
    return _is_caption_credit(page.blocks[below].text, page.word_counts[below], is_long_caption=page.is_long(index))


def _is_caption_credit(text: str, words: int, *, is_long_caption: bool) -> bool:
    """Return True if a line of so many words is the credit of the caption above it.

    A labelled credit below a long text belongs to a picture without a caption.
    """
    if words not in _CREDIT_WORDS or len(text) > _MAX_CREDIT_CHARS:
        return False
    return bool(_NAME_WITH_AGENCY.match(text) or (not is_long_caption and _LABELLED_CREDIT.match(text)))


def _is_below_credit(page: Page, index: int) -> bool:
    """Return True if a block is a caption below its credit.

    A crosshead is shorter and has hardly a function word, and a paragraph ends with a stop.
    """
    if (
        not index
        or page.verdicts[index - 1] != "photo credit"
        or page.word_counts[index] not in _UNPUNCTUATED_WORDS
    ):
        return False
    has_function_words = sum(word in page.function_words for word in page.tokens[index]) >= _MIN_FUNCTION_WORDS
    return (
        _precedes_prose(page, index)
        and has_function_words
        and not page.blocks[index].text.endswith((".", "!", "?", ":", ";", ","))
    )


def _find_tagged_lines(page: Page) -> list[int]:
    """Return the short lines that end with a tag in brackets and precede a paragraph of the story.

    Return none if fewer than two of the tags are an agency's letters.
    """
    tagged = [
        index
        for index, block in page.open_blocks(page.start)
        if page.word_counts[index] <= _MAX_TAGGED_WORDS
        and _BRACKETED_TAG.search(block.text[-40:])
        and _precedes_prose(page, index)
    ]
    agencies = sum(_AGENCY_TAG.search(page.blocks[index].text[-20:]) is not None for index in tagged)
    return tagged if agencies >= _MIN_TAGGED_LINES else []


def _precedes_prose(page: Page, index: int) -> bool:
    following = index + 1
    return following < len(page.blocks) and page.is_open(following) and page.is_prose(following)
