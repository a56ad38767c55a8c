"""Tell tables of data from tables that lay out a page and tables of speeches or prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import html as lxml_html

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.languages.words import count_words

_DATA_TABLE_TAGS = ("th", "thead", "caption")
_TEXT_TAGS = ("p", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "div", "center")
_MAX_CELL_WORDS = 30
"""Average words of a cell, above which a table holds text, not data."""

_DASHES = ("—", "–")
_MAX_LABEL_WORDS, _MAX_LABELS = 5, 2
_MIN_ROWS = 2
_MIN_LABELLED_SHARE, _MIN_SENTENCES_SHARE, _MIN_PROSE_SHARE = 0.8, 0.6, 0.5
"""Share of the rows that have a label and a text, of the texts that are sentences, and of those that are long."""

_MAX_DISTINCT_SHARE = 0.7
"""Share of the labels that are different, up to which they name the speakers of a conversation."""

_MIN_PROSE_WORDS = 8
_FIGURE = re.compile(r"[\d$€£¥%]")
_LABEL_END = re.compile(r"[:.!?…—–-]$")


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
    words = sum(count_words(cell.text_content()) for cell in cells)
    return len(cells) == len(rows) or words > _MAX_CELL_WORDS * len(cells) or any(map(_holds_texts, cells))


def is_speech_table(table: lxml_html.HtmlElement) -> bool:
    """Return True if each row of a table has a speaker and a speech, as in a play, or a word and its explanation.

    A table with a head or a caption, or with another table inside, holds none.
    """
    if next(table.iterdescendants("table", "thead", "caption"), None) is not None:
        return False
    rows = [texts for row in table.iter("tr") if (texts := _row_texts(row))]
    labelled = [texts for texts in rows if _has_label(texts)]
    if len(rows) < _MIN_ROWS or len(labelled) < _MIN_LABELLED_SHARE * len(rows):
        return False
    speeches = [texts[-1] for texts in labelled]
    sentences = [
        text for text in speeches if (ends_sentence(text) or text.endswith(_DASHES)) and not text[0].isdigit()
    ]
    prose = sum(count_words(text) >= _MIN_PROSE_WORDS for text in sentences)
    speakers = {texts[-2] for texts in labelled}
    is_conversation = len(rows) > _MIN_ROWS and len(speakers) <= _MAX_DISTINCT_SHARE * len(labelled) and prose > 0
    return len(sentences) >= _MIN_SENTENCES_SHARE * len(speeches) and (
        is_conversation or prose >= _MIN_PROSE_SHARE * len(speeches)
    )


def only_paragraph(cell: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """Return the paragraph that is all content of a table cell, else the cell."""
    is_wrapped = len(cell) == 1 and cell[0].tag == "p" and not (cell.text or "").strip()
    return cell[0] if is_wrapped and not (cell[0].tail or "").strip() else cell


def label_end(label: str) -> str:
    """Return the sign between the label of a row and its text: a colon unless the label has a mark of its own."""
    return " " if _LABEL_END.search(label) else ": "


def _row_texts(row: lxml_html.HtmlElement) -> list[str]:
    """Return the texts of the cells in a row that have any."""
    texts = (" ".join(cell.text_content().split()) for cell in row if cell.tag in {"td", "th"})
    return [text for text in texts if text]


def _has_label(texts: Sequence[str]) -> bool:
    """Return True if the last cell of a row is a text and those before are short and no figures."""
    labels = texts[:-1]
    return 1 <= len(labels) <= _MAX_LABELS and all(
        len(label.split()) <= _MAX_LABEL_WORDS and not _FIGURE.search(label) for label in labels
    )


def _cells(table: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    return (cell for cell in table.iter("td") if _belongs_to_table(cell, table))


def _belongs_to_table(element: lxml_html.HtmlElement, table: lxml_html.HtmlElement) -> bool:
    """Return True if an element belongs to this table, not to one inside it."""
    return next(element.iterancestors("table"), None) is table


def _holds_texts(cell: lxml_html.HtmlElement) -> bool:
    """Return True if a cell holds two or more text elements and more words than an average cell of data."""
    texts = sum(1 for child in cell.iterdescendants(*_TEXT_TAGS) if (child.text or "").strip())
    return texts > 1 and count_words(cell.text_content()) > _MAX_CELL_WORDS
