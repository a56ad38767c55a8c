"""Tables that only lay a page out, and preformatted text that is no code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

_DATA = ("th", "thead", "caption")
_TEXT_BLOCKS = ("p", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "div", "center")
_CELL_WORDS = 30
"""Words of an average cell above which a table holds texts, not figures."""

_CODE_TAGS = ("code", "samp", "kbd")
_CODE_NAMES = re.compile(r"code|highlight|prettyprint|brush:|lang(uage)?-|console|terminal|shell", re.IGNORECASE)
_CODE_SIGNS = re.compile(r"[{}\[\]<>;=_\\|&$#@^~`]|\(\)")
_CODE_SHARE = 0.05


def is_layout(table: lxml_html.HtmlElement) -> bool:
    """Whether a table sets columns of text: old pages and newsletters stand in one, and it is no table to skip.

    It has no head, and it says so, or it holds other tables, has one column, or has texts in its cells.
    """
    if table.get("role") in {"presentation", "none"}:
        return True
    if any(_belongs(element, table) for element in table.iter(*_DATA)):
        return False
    if next(table.iterdescendants("table"), None) is not None:
        return True
    cells = list(_cells(table))
    rows = {id(cell.getparent()) for cell in cells}
    words = sum(len(cell.text_content().split()) for cell in cells)
    return len(cells) == len(rows) or words > _CELL_WORDS * len(cells) or any(map(_holds_texts, cells))


def is_code(pre: lxml_html.HtmlElement) -> bool:
    """Whether preformatted text is a program or what one printed; else it is a letter, a poem, a saved text."""
    if next(pre.iterdescendants(*_CODE_TAGS), None) is not None:
        return True
    around = pre.getparent()
    named = " ".join(e.get("class", "") for e in (pre, around) if e is not None)
    if _CODE_NAMES.search(named):
        return True
    text = pre.text_content()
    return len(_CODE_SIGNS.findall(text)) > _CODE_SHARE * len(text)


def _cells(table: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    return (cell for cell in table.iter("td") if _belongs(cell, table))


def _belongs(element: lxml_html.HtmlElement, table: lxml_html.HtmlElement) -> bool:
    """Whether an element is this table's own, not one's inside it."""
    return next(element.iterancestors("table"), None) is table


def _holds_texts(cell: lxml_html.HtmlElement) -> bool:
    """Whether a cell is a page of its own: two or more texts one under another, and more than a sentence."""
    texts = sum(1 for child in cell.iterdescendants(*_TEXT_BLOCKS) if (child.text or "").strip())
    return texts > 1 and len(cell.text_content().split()) > _CELL_WORDS
