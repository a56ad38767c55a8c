"""Read an HTML page's metadata about its article: JSON-LD, microdata, RDFa, OpenGraph, meta elements, markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from lxml import html as lxml_html

from audio_edition.model import Article
from audio_edition.readers.days import first_date
from audio_edition.readers.declared.authors import find_marked_author, join_authors
from audio_edition.readers.declared.linked_data import LinkedData, clean_text
from audio_edition.readers.declared.titles import (
    SiteNames,
    find_headings,
    find_logo_names,
    guess_headline,
    is_logo,
    strip_site_name,
)
from audio_edition.readers.tidy import one_line

_CANONICAL_NAMES = frozenset({"canonical", "calibre-downloaded-from", "domain reader-domain"})
_MARKUP_PROPERTIES = {name: name.lower() for name in ("headline", "author", "datePublished", "articleSection")}
_HEADLINE_META = ("og:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title")
_SITE_META = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_STANDFIRST_META = ("og:description", "description")
_AUTHOR_META = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_AUTHOR_LABEL = re.compile(
    r"written by|author|verfasst von|écrit par|escrito por|scritto da|geschreven door", re.IGNORECASE
)
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
    linked_data = LinkedData(page)
    address = _first_non_empty(*_meta_values(meta, ("og:url",)), _canonical_address(page))
    data = linked_data.own_article(address)
    markup = {} if data.keys() >= _MARKUP_PROPERTIES.keys() else _read_markup_properties(page)
    sites = SiteNames(
        (*_meta_values(meta, _SITE_META), *linked_data.site_names(data), *find_logo_names(page)), address
    )
    headlines = (clean_text(data.get("headline")), markup.get("headline"), *_meta_values(meta, _HEADLINE_META))
    authors = (
        linked_data.names_of(data.get("author")),
        *(meta.get(name, ()) for name in _AUTHOR_META),
        _labelled_author(meta),
        (markup.get("author"),),
    )
    article = Article(
        id="",
        source="",
        blocks=(),
        section=_first_non_empty(
            clean_text(data.get("articleSection")),
            *_meta_values(meta, ("article:section",)),
            markup.get("articlesection"),
        ),
        headline=_choose_headline(page, sites, headlines),
        standfirst=_first_non_empty(clean_text(data.get("description")), *_meta_values(meta, _STANDFIRST_META)),
        byline=_choose_byline(page, sites, authors),
        published=first_date(
            clean_text(data.get("datePublished")), *_meta_values(meta, _DATE_META), markup.get("datepublished")
        )
        or _time_element_date(page),
        language=_language(page, clean_text(data.get("inLanguage")) or next(iter(meta.get("og:locale", ())), "")),
        url=_first_non_empty(_canonical_address(page), *_meta_values(meta, ("og:url",))),
        publication=_first_non_empty(*_meta_values(meta, ("og:site_name",))),
    )
    body = data.get("articleBody")
    return article, body if isinstance(body, str) else ""


def _choose_headline(page: lxml_html.HtmlElement, sites: SiteNames, declared: Iterable[str | None]) -> str | None:
    """Return the first declared headline, else the page's only heading of level 1, else its title.

    A name of the site is no headline, and is removed from one.
    """
    title = one_line(next(("".join(t.itertext()) for t in page.iter("title")), ""))
    tops = [text for h in page.iter("h1") if (text := one_line("".join(h.itertext())))]
    headings = find_headings(page)
    if tops and is_logo(tops[0], title, headings):
        sites.add(tops[0])
    headlines = [text for text in headings if text not in sites]
    found = next((text for text in declared if text and text not in sites), None)
    if found:
        return strip_site_name(found, sites, headlines)
    own = [text for text in tops if text not in sites]
    return own[0] if len(own) == 1 else guess_headline(title, sites, headlines) or None


def _choose_byline(
    page: lxml_html.HtmlElement, sites: SiteNames, declared: Iterable[Iterable[str | None]]
) -> str | None:
    """Return the authors from the first source that names people, else the site or agency that one names."""
    found = [byline for names in declared if (byline := join_authors(names, sites))]
    people = next((byline for byline in found if byline not in sites), None)
    return people or find_marked_author(page) or _reader_view_author(page) or next(iter(found), None)


def _labelled_author(meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the author in the labelled values for previews on social networks."""
    labels = _meta_values(meta, ("twitter:label1", "twitter:label2"))
    values = _meta_values(meta, ("twitter:data1", "twitter:data2"))
    return tuple(
        value for label, value in zip(labels, values, strict=True) if label and value and _AUTHOR_LABEL.match(label)
    )


def _read_meta_elements(page: lxml_html.HtmlElement) -> dict[str, list[str]]:
    """Return the property or name of each meta element, in lower case → its contents."""
    contents: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = (element.get("property") or element.get("name") or "").lower()
        content = one_line(element.get("content") or "")
        if name and content:
            contents.setdefault(name, []).append(content)
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


def _canonical_address(page: lxml_html.HtmlElement) -> str | None:
    """Return the page's own address: its canonical link, or the link that calibre or Firefox's reader view adds."""
    links = page.iter("link", "a")
    return next(
        (e.get("href") for e in links if e.get("rel") in _CANONICAL_NAMES or e.get("class") in _CANONICAL_NAMES),
        None,
    )


def _time_element_date(page: lxml_html.HtmlElement) -> date | None:
    return first_date(*(element.get("datetime") for element in page.iter("time")))


def _first_non_empty(*values: str | None) -> str | None:
    return next(filter(None, values), None)


def _meta_values(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> Iterator[str | None]:
    """Yield the first content of each meta element of these names, None for one that the page lacks."""
    return (next(iter(meta.get(name, ())), None) for name in names)
