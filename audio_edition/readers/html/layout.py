"""Judge elements by their content: layout tables, teasers, boxes around pictures, preformatted code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from audio_edition.readers.html.names import HEADING_LEVELS

_DATA_TABLE_TAGS = ("th", "thead", "caption")
_TEXT_TAGS = ("p", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "div", "center")
_MAX_CELL_WORDS = 30
"""Average words of a cell, above which a table holds text, not data."""

_BOX_TAGS = frozenset("div td li span p dt dd center section".split())
_PICTURE_TAGS = ("img", "picture", "amp-img")
_MAX_BOX_CHILDREN, _MAX_CAPTION_WORDS = 8, 60

_CODE_TAGS = ("code", "samp", "kbd")
_CODE_NAMES = re.compile(r"code|highlight|prettyprint|brush:|lang(uage)?-|console|terminal|shell", re.IGNORECASE)
_CODE_SIGNS = re.compile(r"[{}\[\]<>;=_\\|&$#@^~`]|\(\)")
_CODE_SHARE = 0.05


def is_layout_table(table: lxml_html.HtmlElement) -> bool:
    """Return True if a table only lays out text, as in old pages and newsletters, and holds no data.

    Either its role says so, or it has no head and holds other tables, has one column, or has long texts in cells.
    """
    if table.get("role") in {"presentation", "none"}:
        return True
    if any(_belongs_to_table(element, table) for element in table.iter(*_DATA_TABLE_TAGS)):
        return False
    if next(table.iterdescendants("table"), None) is not None:
        return True
    cells = list(_cells(table))
    rows = {cell.getparent() for cell in cells}
    words = sum(len(cell.text_content().split()) for cell in cells)
    return len(cells) == len(rows) or words > _MAX_CELL_WORDS * len(cells) or any(map(_holds_texts, cells))


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
    if len(element) > _MAX_BOX_CHILDREN or (words := len(element.text_content().split())) > _MAX_CAPTION_WORDS:
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


def _cells(table: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    return (cell for cell in table.iter("td") if _belongs_to_table(cell, table))


def _belongs_to_table(element: lxml_html.HtmlElement, table: lxml_html.HtmlElement) -> bool:
    """Return True if an element belongs to this table, not to one inside it."""
    return next(element.iterancestors("table"), None) is table


def _holds_texts(cell: lxml_html.HtmlElement) -> bool:
    """Return True if a cell holds two or more text elements and more words than an average cell of data."""
    texts = sum(1 for child in cell.iterdescendants(*_TEXT_TAGS) if (child.text or "").strip())
    return texts > 1 and len(cell.text_content().split()) > _MAX_CELL_WORDS
