"""Recognise marks inside a line that are not read: footnote marks, page numbers of a print edition, bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from audio_edition.model import BlockKind
from audio_edition.readers.html.names import read_traits

_FOOTNOTE_MARK = re.compile(
    r"[\[(]?([←↑^]?\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|[↩⏎↵][\ufe0e\ufe0f]?|[←↑^])[\])]?", re.IGNORECASE
)
_MAX_MARK_LENGTH = 24
"""Characters of a mark, white space around it included."""

_RAISED_SIGN = re.compile(r"[\[(]?[*†‡§¶]{1,3}[\])]?")
_MARK_NAMES = frozenset(
    "noteref note-ref footnote-number footnote-ref footnoteref fnref footnote-link footnote-anchor footnote-back"
    " backlink reference footnote msofootnotereference sdfootnoteanc sdfootnotesym".split()
)
_NOTE_TARGET = re.compile(r"#_?(fn|ftn|foot|end|note|sdfoot|sdend|cmnt|cite_?(note|ref)|en\d|n\d)", re.IGNORECASE)
_PAGE_NUMBER_NAMES = frozenset("pagebreak pagenum pageno pagenumber page-number x-ebookmaker-pageno".split())
_REMARK = re.compile(r"\[[^\W\d][\w ,’'?-]{2,60}\]")
_ANCHOR_SIGN = re.compile(r"[¶#§🔗⚓∞\ufe0e\ufe0f\s]{1,4}|\[#\]")
_ANCHOR_WORDS = re.compile(
    r"(?:copy |direct |perma)?link(?: to)?(?: this)?(?: heading| headline| section)?|anchor", re.IGNORECASE
)
_ANCHOR_NAMES = frozenset(
    "headerlink permalink anchor anchorjs-link header-anchor heading-anchor hash-link".split()
)
_TOOLTIP_NAME = re.compile(r"tool-?tip|tippy|popover", re.IGNORECASE)
_SYMBOL_FONT = re.compile(r"font-family:\s*[\"']?(symbol|wingdings|courier new)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[\[{(]?\s*((pg|page|p)\b\.?\s*)?([\divxlc]+)?\s*[\])}]?", re.IGNORECASE)


class Footnotes:
    """The footnote marks found so far, and the ids they link to, by which unmarked notes are recognised."""

    def __init__(self) -> None:
        self.are_any = False  # a mark was found, with a link or without
        self.raised: set[str] = set()  # the raised marks found, such as "*"
        self._mark_ids: set[str] = set()
        self._marks_by_note_id: dict[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self._marks_by_note_id)

    def is_mark(self, element: lxml_html.HtmlElement, element_names: frozenset[str]) -> bool:
        """Return True if an element is a footnote mark.

        Its text looks like a mark, and either `element_names` (see `names.read_traits`) say so, or it links to an
        id and is raised, links to a note, or links back to a mark.
        """
        mark = _short_text(element)
        if mark is None or not _FOOTNOTE_MARK.fullmatch(mark):
            return False
        if _MARK_NAMES & element_names or (element.tag == "sup" and _RAISED_SIGN.fullmatch(mark)):
            return True
        target = _link_target(element)
        return "#" in target and (
            _is_superscript(element)
            or bool(_NOTE_TARGET.search(target))
            or target.partition("#")[2] in self._mark_ids
        )

    def remember(self, mark: lxml_html.HtmlElement) -> None:
        """Record a footnote mark: its ids, the id it links to, and its text if it is raised."""
        self.are_any = True
        if mark.tag == "sup":
            self.raised.add(_bare(mark))
        parent = mark.getparent()
        wrappers = [parent] if parent is not None and parent.tag in {"sup", "span"} else []
        self._mark_ids.update(name for place in (*mark.iter(), *wrappers) for name in element_ids(place))
        note = _link_target(mark).partition("#")[2]
        if note:
            self._marks_by_note_id.setdefault(note, _bare(mark))

    def opens_note(self, mark: lxml_html.HtmlElement) -> bool:
        """Return True if a raised mark at the beginning of a line was found above: the line is a note."""
        return mark.tag == "sup" and _bare(mark) in self.raised

    def is_note(self, element: lxml_html.HtmlElement) -> bool:
        """Return True if a mark links to this element and it is a list item, begins with the mark or links back."""
        mark = next(
            (self._marks_by_note_id[name] for name in element_ids(element) if name in self._marks_by_note_id), None
        )
        if mark is None:
            return False
        opening = "".join(element.itertext())[:_MAX_MARK_LENGTH].strip(" \t\n[(")
        links = (link.get("href", "").partition("#")[2] for link in element.iter("a"))
        return element.tag == "li" or opening.startswith(mark) or any(link in self._mark_ids for link in links)


def is_anchor(element: lxml_html.HtmlElement, element_names: frozenset[str]) -> bool:
    """Return True for the sign beside a heading that links to it ("¶", "#"), and for the wiki link "[edit]"."""
    if any(name.startswith("mw-editsection") for name in element_names):
        return True
    if element.tag != "a":
        return False
    text = _short_text(element)
    if not text:
        return False
    if _ANCHOR_SIGN.fullmatch(text):
        return "#" in element.get("href", "#")
    return bool(_ANCHOR_NAMES & element_names and _ANCHOR_WORDS.fullmatch(text))


def is_tooltip(element: lxml_html.HtmlElement) -> bool:
    """Return True for a text that a browser shows beside a word on demand, not for the word inside its wrapper."""
    if element.get("role") == "tooltip":
        return True
    if not _has_tooltip_name(element) or any(map(_has_tooltip_name, element.iterdescendants())):
        return False
    parent = element.getparent()
    is_inside = parent is not None and _has_tooltip_name(parent)
    return is_inside or len(element.text_content()) > _MAX_MARK_LENGTH


def is_followed_by_note(mark: lxml_html.HtmlElement) -> bool:
    """Return True if the note that a raised mark refers to stands right behind it, as in a tooltip."""
    note = mark.getnext()
    if note is None or (mark.tail or "").strip() or not isinstance(note.tag, str):
        return False
    return read_traits(note).claim is BlockKind.FOOTNOTE or is_tooltip(note)


def _has_tooltip_name(element: lxml_html.HtmlElement) -> bool:
    return "class" in element.attrib and _TOOLTIP_NAME.search(element.get("class", "")) is not None


def element_ids(element: lxml_html.HtmlElement) -> Iterator[str]:
    """Yield the ids by which links refer to an element: its `id` and its `name`."""
    return filter(None, (element.get("id"), element.get("name")))


def is_no_text(element: lxml_html.HtmlElement, element_names: frozenset[str]) -> bool:
    """Return True if an element inside a line is not a part of its text."""
    return (
        is_page_number(element, element_names)
        or is_remark(element)
        or is_bullet(element)
        or is_anchor(element, element_names)
    )


def is_page_number(element: lxml_html.HtmlElement, element_names: frozenset[str]) -> bool:
    """Return True if an element marks the beginning of a page of the print edition."""
    if not _PAGE_NUMBER_NAMES & element_names:
        return False
    text = _short_text(element)
    return text is not None and bool(_PAGE_NUMBER.fullmatch(text))


def is_remark(element: lxml_html.HtmlElement) -> bool:
    """Return True for raised words in square brackets, such as "[citation needed]"."""
    return element.tag == "sup" and bool(_REMARK.fullmatch(element.text_content().strip()))


def is_bullet(element: lxml_html.HtmlElement) -> bool:
    """Return True for a bullet as word processors write it: one character in a symbol font."""
    style = element.get("style")
    return style is not None and bool(_SYMBOL_FONT.search(style)) and len(element.text_content().strip()) == 1


def _bare(mark: lxml_html.HtmlElement) -> str:
    """Return the text of a mark without brackets."""
    return "".join(mark.itertext()).strip(" \t\n[]()")


def _is_superscript(element: lxml_html.HtmlElement) -> bool:
    parent = element.getparent()
    return next(element.iter("sup"), None) is not None or (parent is not None and parent.tag == "sup")


def _link_target(element: lxml_html.HtmlElement) -> str:
    """Return the target of an element, or of the first link inside it; '' without a link."""
    link = next(element.iter("a"), None)
    return str(link.get("href", "")) if link is not None else ""


def _short_text(element: lxml_html.HtmlElement) -> str | None:
    """Return the stripped text of an element; None if it is longer than any mark."""
    own = element.text or ""
    if len(own) > _MAX_MARK_LENGTH:
        return None
    text = "".join(element.itertext()) if len(element) else own
    return text.strip() if len(text) <= _MAX_MARK_LENGTH else None
