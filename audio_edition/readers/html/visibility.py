"""Tell how a browser displays an element: hidden, or as a block."""

from __future__ import annotations

import re

from lxml import html as lxml_html

from audio_edition.readers.html import names
from audio_edition.readers.html.styles import Displays, element_names

_INVISIBLE_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"(?<![\w-])display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
_HIDING_ATTRIBUTES = frozenset({"hidden", "aria-hidden", "style"})
_MIN_PARAGRAPH_WORDS, _MIN_PAGE_PARAGRAPHS = 12, 4
_MIN_PART_CHARACTERS = 60
"""Characters of a paragraph that may belong to a hidden part of the story."""

_BOX_TAGS = frozenset({"div", "section", "article", "main", "td"})
_STOPS = (".", "!", "?", "…", "”", "“", "»", '"')
_MIN_SENTENCE_SPACES = 7
_SIDE_LANDMARKS = frozenset({"nav", "aside", "footer", "form", "header", "figure"})
_OTHER_HINTS = frozenset({"notice", "sign-up", "menu", "share", "comments", "advertisement"})
_SEPARATE_TAGS = frozenset("nav aside footer form header dialog template noscript button".split())


def is_hidden(element: lxml_html.HtmlElement, tag: str, displays: Displays) -> bool:
    """Return True if a browser does not show an element; `aria-hidden` does not count for a paragraph."""
    if tag in names.CONDITIONALLY_SHOWN_TAGS or (tag == "dialog" and element.get("open") is None):
        return True
    if displays.hidden and not displays.hidden.isdisjoint(element_names(element)):
        return True
    if _HIDING_ATTRIBUTES.isdisjoint(element.keys()):
        return False
    style = element.get("style")
    return (
        element.get("hidden", "until-found") != "until-found"
        or (element.get("aria-hidden") == "true" and tag != "p" and not _is_behind_dialog(element))
        or (style is not None and bool(_INVISIBLE_STYLE.search(style)) and not _holds_formula(element))
    )


def may_hide_story(element: lxml_html.HtmlElement, tag: str) -> bool:
    """Return True if a hidden element may be a part of the story: it has a paragraph and no names of anything else.

    An element inside a line, such as a tooltip, is none.
    """
    if tag in _SEPARATE_TAGS or (tag in names.INLINE_TAGS and not names.holds_blocks(element)):
        return False
    if names.read_traits(element).landmark in _SIDE_LANDMARKS or names.read_hints(element) & _OTHER_HINTS:
        return False
    return len(element.text_content()) >= _MIN_PART_CHARACTERS


def is_block(element: lxml_html.HtmlElement, displays: Displays) -> bool:
    """Return True if an inline element is displayed as a block, by its style or for a `span` by a style sheet.

    A style sheet outside the page does so if the sentences of two elements would be glued together otherwise.
    """
    style = element.get("style")
    if style is not None and _BLOCK_STYLE.search(style):
        return True
    if element.tag != "span":
        return False
    return not displays.blocks.isdisjoint(element_names(element)) or _is_glued_paragraph(element)


def _is_glued_paragraph(span: lxml_html.HtmlElement) -> bool:
    """Return True if a `span` is a sentence, and no space parts it from another `span` beside it."""
    parent, before, after = span.getparent(), span.getprevious(), span.getnext()
    if parent is None or parent.tag not in _BOX_TAGS or span.tail:
        return False
    has_neighbour = (before is not None and before.tag == "span" and not before.tail) or (
        after is not None and after.tag == "span"
    )
    text = span.text_content().strip() if has_neighbour else ""
    return text.count(" ") >= _MIN_SENTENCE_SPACES and text.endswith(_STOPS)


def is_inline(element: lxml_html.HtmlElement) -> bool:
    """Return True if an unknown element has text right before or after it."""
    before, parent = element.getprevious(), element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else None
    return any(part and not part.isspace() for part in (text, element.tail))


def _is_behind_dialog(element: lxml_html.HtmlElement) -> bool:
    """Return True if an element with `aria-hidden` is the page behind an open dialog: it has several paragraphs."""
    paragraphs = (len((p.text or "").split()) for p in element.iterdescendants("p"))
    return sum(words >= _MIN_PARAGRAPH_WORDS for words in paragraphs) >= _MIN_PAGE_PARAGRAPHS


def _holds_formula(element: lxml_html.HtmlElement) -> bool:
    """Return True if a hidden element contains a formula: the page shows a picture instead of it."""
    return next(element.iterdescendants("math"), None) is not None
