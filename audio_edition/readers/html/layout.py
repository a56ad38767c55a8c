"""Tables that only lay a page out, and preformatted text that is no code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from audio_edition.readers.html.names import HEADING_LEVELS

_DATA_TABLE_TAGS = ("th", "thead", "caption")
_TEXT_TAGS = ("p", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "div", "center")
_MAX_CELL_WORDS = 30
"""Words of an average cell above which a table holds texts, not figures."""

_BOX_TAGS = frozenset("div td li span p dt dd center section".split())
_PICTURE_TAGS = ("img", "picture", "amp-img")
_MAX_BOX_CHILDREN, _MAX_CAPTION_WORDS = 8, 60

_CODE_TAGS = ("code", "samp", "kbd")
_CODE_NAMES = re.compile(r"code|highlight|prettyprint|brush:|lang(uage)?-|console|terminal|shell", re.IGNORECASE)
_CODE_SIGNS = re.compile(r"[{}\[\]<>;=_\\|&$#@^~`]|\(\)")
_CODE_SHARE = 0.05


def is_layout_table(table: lxml_html.HtmlElement) -> bool:
    """Whether a table sets columns of text: old pages and newsletters stand in one, and it is no table to skip.

    It has no head, and it says so, or it holds other tables, has one column, or has texts in its cells.
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


def is_side_article(article: lxml_html.HtmlElement) -> bool:
    """Whether an article inside another is about the other's story: a teaser, a comment, not a part of it.

    Such articles have fewer words, all of them together, than the rest of the one around them.
    """
    around = next(article.iterancestors("article"), None)
    if around is None:
        return False
    inner = sum(len(each.text_content()) for each in around.iterdescendants("article"))
    return inner * 2 < len(around.text_content())


def picture_boxes(page: lxml_html.HtmlElement) -> frozenset[lxml_html.HtmlElement]:
    """The elements that hold one picture and few words, as those around a caption, a teaser or an author do."""
    judged: dict[lxml_html.HtmlElement, bool | None] = {}
    for picture in page.iter(*_PICTURE_TAGS):
        for around in picture.iterancestors():
            if around not in judged:
                judged[around] = is_box(around)
            if judged[around] is None:
                break
    return frozenset(box for box, is_box in judged.items() if is_box)


def is_box(element: lxml_html.HtmlElement) -> bool | None:
    """Whether an element is the box of a picture; None if it is larger, and what is around it too."""
    if len(element) > _MAX_BOX_CHILDREN or (words := len(element.text_content().split())) > _MAX_CAPTION_WORDS:
        return None
    pictures = sum(1 for part in element if isinstance(part.tag, str) and _is_picture(part))
    if pictures > 1:
        return None
    return element.tag in _BOX_TAGS and words > 0 < pictures and next(element.iter(*HEADING_LEVELS), None) is None


def _is_picture(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is a picture, or holds nothing else."""
    if element.tag in _PICTURE_TAGS:
        return True
    return next(element.iter(*_PICTURE_TAGS), None) is not None and not element.text_content().strip()


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
    return (cell for cell in table.iter("td") if _belongs_to_table(cell, table))


def _belongs_to_table(element: lxml_html.HtmlElement, table: lxml_html.HtmlElement) -> bool:
    """Whether an element is this table's own, not one's inside it."""
    return next(element.iterancestors("table"), None) is table


def _holds_texts(cell: lxml_html.HtmlElement) -> bool:
    """Whether a cell is a page of its own: two or more texts one under another, and more than a sentence."""
    texts = sum(1 for child in cell.iterdescendants(*_TEXT_TAGS) if (child.text or "").strip())
    return texts > 1 and len(cell.text_content().split()) > _MAX_CELL_WORDS
