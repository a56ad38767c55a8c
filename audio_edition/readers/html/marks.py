"""Marks inside a line that are none of its words: footnote marks, and the page numbers of a printed edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

_FOOTNOTE_MARK = re.compile(
    r"[\[(]?([←↑^]?\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|[↩⏎↵][\ufe0e\ufe0f]?|[←↑^])[\])]?", re.IGNORECASE
)
_MAX_MARK_LENGTH = 24
"""Characters of the text of a mark, blanks around it included."""

_MARK_NAMES = frozenset(
    "noteref footnote-ref footnoteref fnref footnote-link footnote-anchor footnote-back backlink reference"
    " footnote msofootnotereference sdfootnoteanc sdfootnotesym".split()
)
_NOTE_TARGET = re.compile(r"#_?(fn|ftn|foot|end|note|sdfoot|sdend|cmnt|cite_?(note|ref)|en\d|n\d)", re.IGNORECASE)
_PAGE_NUMBER_NAMES = frozenset("pagebreak pagenum pageno pagenumber page-number x-ebookmaker-pageno".split())
_REMARK = re.compile(r"\[[^\W\d][\w ,’'?-]{2,60}\]")
_SYMBOL_FONT = re.compile(r"font-family:\s*[\"']?(symbol|wingdings|courier new)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[\[{(]?\s*((pg|page|p)\b\.?\s*)?([\divxlc]+)?\s*[\])}]?", re.IGNORECASE)


class Footnotes:
    """The footnote marks met so far, and where they lead: a note need not say that it is one."""

    def __init__(self) -> None:
        self._mark_ids: set[str] = set()  # ids of the marks
        self._marks_by_note_id: dict[str, str] = {}  # ids of the notes, and their marks

    def __bool__(self) -> bool:
        return bool(self._marks_by_note_id)

    def is_mark(self, element: lxml_html.HtmlElement, named: frozenset[str]) -> bool:
        """Whether an element is the mark of a footnote: called so, raised and linked to a note, or leading back."""
        mark = _short_text(element)
        if mark is None or not _FOOTNOTE_MARK.fullmatch(mark):
            return False
        if _MARK_NAMES & named:
            return True
        target = _link_target(element)
        return "#" in target and (
            _is_superscript(element)
            or bool(_NOTE_TARGET.search(target))
            or target.partition("#")[2] in self._mark_ids
        )

    def remember(self, mark: lxml_html.HtmlElement) -> None:
        """Keep in mind where a mark stands and where it leads."""
        around = mark.getparent()
        raised = [around] if around is not None and around.tag in {"sup", "span"} else []
        self._mark_ids.update(name for place in (*mark.iter(), *raised) for name in element_ids(place))
        note = _link_target(mark).partition("#")[2]
        if note:
            self._marks_by_note_id.setdefault(note, "".join(mark.itertext()).strip(" \t\n[]()"))

    def is_note(self, element: lxml_html.HtmlElement) -> bool:
        """Whether a mark leads here, to an item of a list, or to words that begin with the mark or lead back."""
        mark = next(
            (self._marks_by_note_id[name] for name in element_ids(element) if name in self._marks_by_note_id), None
        )
        if mark is None:
            return False
        begins = "".join(element.itertext())[:_MAX_MARK_LENGTH].strip(" \t\n[(")
        links = (link.get("href", "").partition("#")[2] for link in element.iter("a"))
        return element.tag == "li" or begins.startswith(mark) or any(link in self._mark_ids for link in links)


def element_ids(element: lxml_html.HtmlElement) -> Iterator[str]:
    """The ids by which links know an element."""
    return filter(None, (element.get("id"), element.get("name")))


def is_page_number(element: lxml_html.HtmlElement, named: frozenset[str]) -> bool:
    """Whether an element says where a page of the printed edition begins."""
    if not _PAGE_NUMBER_NAMES & named:
        return False
    text = _short_text(element)
    return text is not None and bool(_PAGE_NUMBER.fullmatch(text))


def is_remark(element: lxml_html.HtmlElement) -> bool:
    """Whether raised words in square brackets are a remark on the sentence, "[citation needed]" for one."""
    return element.tag == "sup" and bool(_REMARK.fullmatch(element.text_content().strip()))


def is_bullet(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is the mark of a list item as word processors write it: a sign in a font of signs."""
    style = element.get("style")
    return style is not None and bool(_SYMBOL_FONT.search(style)) and len(element.text_content().strip()) == 1


def _is_superscript(element: lxml_html.HtmlElement) -> bool:
    around = element.getparent()
    return next(element.iter("sup"), None) is not None or (around is not None and around.tag == "sup")


def _link_target(element: lxml_html.HtmlElement) -> str:
    """Where an element, or the first link inside it, leads."""
    link = next(element.iter("a"), None)
    return str(link.get("href", "")) if link is not None else ""


def _short_text(element: lxml_html.HtmlElement) -> str | None:
    """The text of an element without blanks around it; None if it is longer than any mark."""
    own = element.text or ""
    if len(own) > _MAX_MARK_LENGTH:
        return None
    text = "".join(element.itertext()) if len(element) else own
    return text.strip() if len(text) <= _MAX_MARK_LENGTH else None
