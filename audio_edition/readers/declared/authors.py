"""Read the authors that a page's markup and meta elements name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import html as lxml_html

from audio_edition.readers.declared.titles import SiteNames
from audio_edition.readers.tidy import one_line

_BY_PREFIX = re.compile(
    r"^(?:(?:(?:written|posted|published) )?by|author|autor|auteur|autore)s?\b:? (?=\S)"
    r"|^(?:von|par|por|di|door|af|av):? (?=\S+ \S)",
    re.IGNORECASE,
)
"""Words before a name. Some of them are first names or parts of one, so two words must follow."""

_ADDRESS = re.compile(r"://|^www\.|\S@\S")
_MORE = re.compile(r"^(?:more (?:by|about|from)|about)\b", re.IGNORECASE)
_ACCOUNT_NAMES = frozenset("admin administrator webmaster editor root guest user author anonymous unknown".split())
_AUTHOR_CLASS = re.compile(
    r"(?:^|\s)(?:(?:article|post|entry|story|content|page|c|o|m|news|blog)?[-_]{0,2}"
    r"(?:byline|author|authors|contributor|writer)(?:[-_]{1,2}(?:name|link|byline|info))?|p-author)(?:\s|$)",
    re.IGNORECASE,
)
_MAX_NAME_WORDS = 6
_LONG_PARAGRAPH_WORDS = 20


def clean_author(name: str | None) -> str | None:
    """Return an author's name without "By"; None for an address or an account such as "admin"."""
    if not name:
        return None
    bare = _BY_PREFIX.sub("", name).strip(" ,;|")
    is_none = _ADDRESS.search(bare) or _MORE.match(bare) or bare.casefold() in _ACCOUNT_NAMES
    return None if not bare or is_none else bare


def join_authors(names: Iterable[str | None], sites: SiteNames) -> str | None:
    """Return the names on one line, without the site's own if people are named, too; None if there are none."""
    known = list(dict.fromkeys(filter(None, map(clean_author, names))))
    people = [name for name in known if name not in sites]
    return ", ".join(people or known) or None


def find_marked_author(page: lxml_html.HtmlElement) -> str | None:
    """Return the authors whose elements are marked as such between the headline and the story.

    If there are none, the author whom links of the page mark counts, unless they name several.
    """
    head = list(dict.fromkeys(_names_in_head(page)))
    if head:
        return ", ".join(head)
    linked = {_name(element) for element in page.xpath("//*[@rel='author' or contains(@class, 'p-author')]")}
    names = [name for name in linked if name]
    return names[0] if len(names) == 1 else None


def _names_in_head(page: lxml_html.HtmlElement) -> Iterator[str]:
    """Yield the marked authors between the first heading of level 1 and the first long paragraph behind it."""
    is_below_headline = False
    for element in page.iter(
        "h1", "p", "a", "span", "div", "address", "h4", "h5", "h6", "strong", "b", "cite", "li"
    ):
        if element.tag == "h1":
            is_below_headline = True
        if not is_below_headline:
            continue
        if element.tag == "p" and len(element.text_content().split()) >= _LONG_PARAGRAPH_WORDS:
            return
        if _is_marked(element) and (name := _name(element)):
            yield name


def _is_marked(element: lxml_html.HtmlElement) -> bool:
    """Return True if an element is marked as an author's name and holds no other element that is."""
    marked = "author" in (element.get("rel") or "").split() or _AUTHOR_CLASS.search(element.get("class") or "")
    return bool(marked) and not any(
        "author" in (inner.get("rel") or "").split() or _AUTHOR_CLASS.search(inner.get("class") or "")
        for inner in element.iterdescendants("a", "span", "div", "p", "strong", "b")
    )


def _name(element: lxml_html.HtmlElement) -> str | None:
    """Return the text of an element if it can be a name: several words, the first with a capital, no figures."""
    name = clean_author(one_line(" ".join(element.itertext())))
    if not name or any(map(str.isdigit, name)) or len(name.split()) > _MAX_NAME_WORDS:
        return None
    words = name.split()
    return (
        name if len(words) > 1 and not any(mark in name for mark in "|•·:/?!") and words[0][:1].isupper() else None
    )
