"""Read an HTML page's metadata about its article: JSON-LD, microdata, RDFa, OpenGraph, meta elements, markup."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any

from lxml import html as lxml_html

from audio_edition.model import Article
from audio_edition.readers.days import first_date
from audio_edition.readers.tidy import one_line

_ARTICLE_TYPES = re.compile(r"Article$|^(BlogPosting|Report|Review)$|NewsArticle$")
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_CANONICAL_NAMES = frozenset({"canonical", "calibre-downloaded-from", "domain reader-domain"})
_BY_PREFIX = re.compile(r"^by:? (?=\S)", re.IGNORECASE)
_MARKUP_PROPERTIES = {name: name.lower() for name in ("headline", "author", "datePublished", "articleSection")}
_MAX_DEPTH = 20
"""Levels of JSON-LD that are searched; deeper ones hold no article of the page's own."""

_HEADLINE_META = ("og:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title")
_STANDFIRST_META = ("og:description", "description")
_AUTHOR_META = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author")
_DATE_META = (
    "article:published_time",
    "og:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
)
"""Names of meta elements, the most common first: OpenGraph, Dublin Core, library catalogues, analytics services."""


def read_declarations(page: lxml_html.HtmlElement) -> tuple[Article, str]:
    """Return an Article without blocks, each field from its most specific source, and the declared story or ''."""
    meta = _read_meta_elements(page)
    data = _own_article(page, meta.get("og:url") or _canonical_address(page))
    markup = {} if data.keys() >= _MARKUP_PROPERTIES.keys() else _read_markup_properties(page)
    article = Article(
        id="",
        source="",
        blocks=(),
        section=_first_non_empty(
            _clean_text(data.get("articleSection")), meta.get("article:section"), markup.get("articlesection")
        ),
        headline=_first_non_empty(
            _clean_text(data.get("headline")),
            markup.get("headline"),
            *_meta_values(meta, _HEADLINE_META),
            _title(page),
        ),
        standfirst=_first_non_empty(_clean_text(data.get("description")), *_meta_values(meta, _STANDFIRST_META)),
        byline=_first_non_empty(
            _author_names(data.get("author")),
            *map(_clean_author, _meta_values(meta, _AUTHOR_META)),
            _clean_author(markup.get("author")),
        )
        or _reader_view_author(page),
        published=first_date(
            _clean_text(data.get("datePublished")), *_meta_values(meta, _DATE_META), markup.get("datepublished")
        )
        or _time_element_date(page),
        language=_language(page, _clean_text(data.get("inLanguage")) or meta.get("og:locale", "")),
        url=_first_non_empty(_canonical_address(page), meta.get("og:url")),
        publication=meta.get("og:site_name"),
    )
    body = data.get("articleBody")
    return article, body if isinstance(body, str) else ""


def _own_article(page: lxml_html.HtmlElement, address: str | None) -> dict[str, Any]:
    """Return the JSON-LD article with the page's own address, else the first one; {} if there is none.

    Pages declare the articles of their teasers, too.
    """
    articles = list(_declared_articles(page))
    own = (article for article in articles if address and address in _addresses(article))
    return next(own, articles[0] if articles else {})


def _addresses(article: Mapping[str, Any]) -> set[str]:
    entity = article.get("mainEntityOfPage")
    places = (article.get("url"), article.get("@id"), entity.get("@id") if isinstance(entity, dict) else entity)
    return {place for place in places if isinstance(place, str)}


def _declared_articles(page: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        with contextlib.suppress(ValueError, RecursionError):  # broken JSON is ignored
            yield from _article_objects(json.loads(script.text or "", strict=False), _MAX_DEPTH)


def _article_objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield every object of an article type, down to `depth` levels."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _article_objects(item, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(_ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for item in value.values():
            yield from _article_objects(item, depth - 1)


def _read_meta_elements(page: lxml_html.HtmlElement) -> dict[str, str]:
    """Return the property or name of each meta element, in lower case → its first content."""
    contents: dict[str, str] = {}
    for element in page.iter("meta"):
        name = (element.get("property") or element.get("name") or "").lower()
        content = one_line(element.get("content") or "")
        if name and content:
            contents.setdefault(name, content)
    return contents


def _read_markup_properties(page: lxml_html.HtmlElement) -> dict[str, str]:
    """Return microdata and RDFa: names in lower case, without their vocabulary → the first value of each."""
    values: dict[str, str] = {}
    for element in page.xpath("//*[@itemprop or @property]"):
        for name in (element.get("itemprop") or element.get("property") or "").lower().split():
            local_name = name.rpartition(":")[2]
            if local_name in _MARKUP_PROPERTIES.values() and local_name not in values:
                values[local_name] = _property_value(element)
    return values


def _property_value(element: lxml_html.HtmlElement) -> str:
    """Return the value of a property: the content, date or text of the name inside the element, else of itself."""
    name = next((e for e in element.xpath(".//*[@itemprop='name' or @property='name']")), element)
    return one_line(name.get("content") or name.get("datetime") or name.text_content())


def _language(page: lxml_html.HtmlElement, declared: str) -> str | None:
    """Return the language of the element with over half of the text, else of the body or page, else `declared`."""
    body = page.find("body")
    elements = body.xpath(".//*[@lang]") if body is not None else []
    half = len(body.text_content()) / 2 if body is not None and elements else 0
    own = next((e.get("lang") for e in elements if len(e.text_content()) > half), None)
    declarations = (e.get(name) for e in (body, page) if e is not None for name in ("lang", "xml:lang"))
    return (own or _first_non_empty(*declarations) or declared).replace("_", "-") or None


def _reader_view_author(page: lxml_html.HtmlElement) -> str | None:
    """Return the author that Firefox's reader view shows under the headline."""
    credit = next(iter(page.find_class("reader-credits")), None)
    return one_line(credit.text_content()) if credit is not None else None


def _title(page: lxml_html.HtmlElement) -> str:
    """Return the text of the only h1, else of the title element without a publisher's name after a bar or dash."""
    headings = [one_line("".join(h.itertext())) for h in page.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = one_line(next(("".join(t.itertext()) for t in page.iter("title")), ""))
    return re.split(r" [|–—] ", title)[0]


def _canonical_address(page: lxml_html.HtmlElement) -> str | None:
    """Return the page's own address: its canonical link, or the link that calibre or Firefox's reader view adds."""
    links = page.iter("link", "a")
    return next(
        (e.get("href") for e in links if e.get("rel") in _CANONICAL_NAMES or e.get("class") in _CANONICAL_NAMES),
        None,
    )


def _time_element_date(page: lxml_html.HtmlElement) -> date | None:
    return first_date(*(element.get("datetime") for element in page.iter("time")))


def _clean_text(value: Any) -> str:
    """Return a string, or the first of a list of strings, on one line without markup; '' for any other value."""
    if isinstance(value, list):
        value = next(iter(value), "")
    return one_line(_TAG.sub(" ", unescape(value))) if isinstance(value, str) else ""


def _author_names(value: Any) -> str:
    authors = value if isinstance(value, list) else [value]
    names = (_clean_text(author.get("name") if isinstance(author, dict) else author) for author in authors)
    return ", ".join(dict.fromkeys(filter(None, map(_clean_author, names))))


def _clean_author(name: str | None) -> str | None:
    """Return an author's name without "By"; None for an address, which some pages declare instead of a name."""
    return _BY_PREFIX.sub("", name) if name and "://" not in name else None


def _first_non_empty(*values: str | None) -> str | None:
    return next(filter(None, values), None)


def _meta_values(meta: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str | None]:
    return map(meta.get, names)
