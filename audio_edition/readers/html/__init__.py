"""Read a saved HTML page: every visible block, and the metadata that the page declares.

Only content that no browser shows is left out. Menus and sign-up forms are blocks, too; the segmenter drops them
with a named rule.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import Article, Block, BlockKind
from audio_edition.readers import limits
from audio_edition.readers.declared import read_declarations
from audio_edition.readers.html.marks import Footnotes
from audio_edition.readers.html.undisplayed import body_element, find_undisplayed_story
from audio_edition.readers.html.walker import Walker
from audio_edition.readers.origin import saved_page_address

__all__ = ["Footnotes", "parse", "parse_with_anchors"]

_WORD_BREAK_TAGS = re.compile(r"</?wbr\b[^<>]*>", re.IGNORECASE)
"""`wbr` elements, which are empty; lxml, which knows HTML 4 only, would put the following content inside them."""

_ELEMENT_CLASS_LOOKUP = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)
"""One class for all elements, for speed: lxml.html would look up the class of each element in Python."""

_TOO_MANY_ATTRIBUTES = re.compile(
    r"<[a-z][^\s/<>]*+(?:[\s/]++[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']*+))?+){1000}", re.IGNORECASE
)
"""An element with a thousand attributes; the time that libxml2 needs grows with the square of their number."""

_FORMATTING_TAGS = re.compile(r"</?(?:font|b|i|u|em|strong|small|big|center|span)\b[^<>]*>", re.IGNORECASE)


def parse(text: str) -> Article:
    """Return an article of the page's blocks in reading order, with its declared metadata. Raises ArticleError."""
    article = parse_with_anchors(text, frozenset())[0]
    return replace(article, url=article.url or saved_page_address(text))


def parse_with_anchors(
    text: str, wanted: frozenset[str], footnotes: Footnotes | None = None
) -> tuple[Article, dict[str, int]]:
    """Parse a page; return also the index of the block at which each of the `wanted` ids begins.

    `footnotes` collects footnote marks across the pages of a book; it holds those of the pages before.
    """
    page = _parse_page(text)
    if page is None:
        return Article(id="", source="", blocks=()), {}
    walker = Walker(wanted, footnotes)
    blocks = walker.read(body_element(page))
    article, story = read_declarations(page)
    undisplayed = find_undisplayed_story(page, blocks, story)
    if undisplayed is None:
        article = replace(article, blocks=tuple(limits.enforce(blocks)), warnings=tuple(walker.warnings))
        return article, walker.collector.anchors
    blocks, warning = undisplayed
    if article.headline and not any(block.level == 1 for block in blocks):
        blocks = (Block(text=article.headline, kind=BlockKind.HEADING, level=1, container="article"), *blocks)
    return replace(article, blocks=blocks, warnings=(warning,)), {}


def _parse_page(text: str) -> lxml_html.HtmlElement | None:
    """Return the parsed page, None if it has no element at all.

    If elements are nested too deep, as fonts are in some old pages, it is parsed again without formatting elements.
    Raises UnreadableArticleError for a page that exceeds a limit.
    """
    check_attribute_count(text)
    limits.check_tag_count(text)
    page, cut = _parse_with_lxml(_WORD_BREAK_TAGS.sub("", text) if "<wbr" in text or "<WBR" in text else text)
    if cut:
        page, cut = _parse_with_lxml(_FORMATTING_TAGS.sub("", text))
    if cut:
        raise UnreadableArticleError(
            "its elements are nested too deep", hint="copy the text of the page into a file that ends in .txt"
        )
    return page


def check_attribute_count(text: str) -> None:
    """Raise UnreadableArticleError if an element has a thousand attributes."""
    if _TOO_MANY_ATTRIBUTES.search(text):
        raise UnreadableArticleError(
            "an element in it has a thousand attributes", hint="save it again, or copy its text"
        )


def _parse_with_lxml(text: str) -> tuple[lxml_html.HtmlElement | None, bool]:
    """Return the page, and True if the parser cut it off at its limit of depth."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    parser.set_element_class_lookup(_ELEMENT_CLASS_LOOKUP)
    try:
        page = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        page = None
    return page, any("depth" in error.message for error in parser.error_log)
