"""Judge elements by their content: figures of quotations, boxes around pictures, preformatted code."""

from __future__ import annotations

import re

from lxml import html as lxml_html

from audio_edition.languages.words import count_words
from audio_edition.readers.html.names import HEADING_LEVELS

_BOX_TAGS = frozenset("div td li span p dt dd center section".split())
_PICTURE_TAGS = ("img", "picture", "amp-img")
_MAX_BOX_CHILDREN, _MAX_CAPTION_WORDS = 8, 60

_CODE_TAGS = ("code", "samp", "kbd")
_CODE_NAMES = re.compile(r"code|highlight|prettyprint|brush:|lang(uage)?-|console|terminal|shell", re.IGNORECASE)
_CODE_SIGNS = re.compile(r"[{}\[\]<>;=_\\|&$#@^~`]|\(\)")
_CODE_SHARE = 0.05


def is_quotation(figure: lxml_html.HtmlElement) -> bool:
    """Return True if a figure shows a quotation and no picture."""
    has_quotation = next(figure.iterdescendants("blockquote"), None) is not None
    return has_quotation and next(figure.iterdescendants(*_PICTURE_TAGS, "video", "iframe"), None) is None


def picture_boxes(page: lxml_html.HtmlElement) -> frozenset[lxml_html.HtmlElement]:
    """Return the elements with one picture and few words, as around a caption, a teaser or an author."""
    verdicts: dict[lxml_html.HtmlElement, bool | None] = {}
    for picture in page.iter(*_PICTURE_TAGS):
        for ancestor in picture.iterancestors():
            if ancestor not in verdicts:
                verdicts[ancestor] = is_box(ancestor)
            if verdicts[ancestor] is None:
                break
    return frozenset(element for element, verdict in verdicts.items() if verdict)


def is_box(element: lxml_html.HtmlElement) -> bool | None:
    """Return True for the box of a picture; None if the element, and so each enclosing one, is too large for it."""
    if len(element) > _MAX_BOX_CHILDREN or (words := count_words(element.text_content())) > _MAX_CAPTION_WORDS:
        return None
    pictures = sum(1 for part in element if isinstance(part.tag, str) and _is_picture(part))
    if pictures > 1:
        return None
    return element.tag in _BOX_TAGS and words > 0 < pictures and next(element.iter(*HEADING_LEVELS), None) is None


def _is_picture(element: lxml_html.HtmlElement) -> bool:
    """Return True if an element is a picture, or contains a picture and no text."""
    if element.tag in _PICTURE_TAGS:
        return True
    return next(element.iter(*_PICTURE_TAGS), None) is not None and not element.text_content().strip()


def is_code(pre: lxml_html.HtmlElement) -> bool:
    """Return True if preformatted text is source code or a program's output, not a letter, a poem or prose."""
    if next(pre.iterdescendants(*_CODE_TAGS), None) is not None:
        return True
    classes = " ".join(e.get("class", "") for e in (pre, pre.getparent()) if e is not None)
    if _CODE_NAMES.search(classes):
        return True
    text = pre.text_content()
    return len(_CODE_SIGNS.findall(text)) > _CODE_SHARE * len(text)
