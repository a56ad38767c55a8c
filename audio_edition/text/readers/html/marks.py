"""Marks inside a line that are none of its words: footnote marks, and the page numbers of a printed edition."""

from __future__ import annotations

import re

from lxml import html as lxml_html

_MARK = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|↩\ufe0e?|↑|\^)[\])]?", re.IGNORECASE)
_LONGEST = 24
"""Characters of the text of a mark, blanks around it included."""

_MARK_NAMES = frozenset(
    "noteref footnote-ref footnoteref fnref footnote-link footnote-anchor footnote-back backlink reference"
    " footnote msofootnotereference sdfootnoteanc sdfootnotesym".split()
)
_TARGET = re.compile(r"#_?(fn|ftn|foot|end|note|sdfoot|sdend|cmnt|cite_?(note|ref)|en\d|n\d)", re.IGNORECASE)
_PAGE_NAMES = frozenset("pagebreak pagenum pageno pagenumber page-number x-ebookmaker-pageno".split())
_PAGE = re.compile(r"[\[{(]?\s*((pg|page|p)\b\.?\s*)?([\divxlc]+)?\s*[\])}]?", re.IGNORECASE)


def is_mark(element: lxml_html.HtmlElement, named: frozenset[str], returns: set[str]) -> bool:
    """Whether an element is the mark of a footnote: called so, raised and linked to a note, or leading back.

    `returns` are the ids of the marks met so far; a link to one of them leads from a note to its place.
    """
    mark = _short_text(element)
    if mark is None or not _MARK.fullmatch(mark):
        return False
    if _MARK_NAMES & named:
        return True
    target = target_of(element)
    if "#" not in target:
        return False
    raised = element.tag == "sup" or next(element.iter("sup"), None) is not None
    parent = element.getparent()
    return (
        raised
        or (parent is not None and parent.tag == "sup")
        or bool(_TARGET.search(target))
        or target.partition("#")[2] in returns
    )


def target_of(element: lxml_html.HtmlElement) -> str:
    """Where an element, or the first link inside it, leads."""
    link = element if element.tag == "a" else next(element.iter("a"), None)
    return str(link.get("href", "")) if link is not None else ""


def ids(element: lxml_html.HtmlElement) -> set[str]:
    """The ids of a mark and of what is in it and right around it: a note leads back to any of them."""
    around = element.getparent()
    places = [*element.iter(), *([around] if around is not None and around.tag in {"sup", "span"} else [])]
    return {name for place in places for name in (place.get("id"), place.get("name")) if name}


def is_page_number(element: lxml_html.HtmlElement, named: frozenset[str]) -> bool:
    """Whether an element says where a page of the printed edition begins."""
    if not _PAGE_NAMES & named:
        return False
    text = _short_text(element)
    return text is not None and bool(_PAGE.fullmatch(text))


def is_note(element: lxml_html.HtmlElement, mark: str, returns: set[str]) -> bool:
    """Whether what a mark leads to is a note: an item of a list, or it begins with the mark or leads back."""
    if element.tag == "li":
        return True
    begins = "".join(element.itertext())[:_LONGEST].strip(" \t\n[(")
    return begins.startswith(mark.strip(" \t\n[]()")) or any(
        link.get("href", "").partition("#")[2] in returns for link in element.iter("a")
    )


def _short_text(element: lxml_html.HtmlElement) -> str | None:
    """The text of an element on one line; None if it is longer than any mark."""
    own = element.text
    if own is not None and len(own) > _LONGEST:
        return None
    text = "".join(element.itertext())
    return text.strip() if len(text) <= _LONGEST else None
